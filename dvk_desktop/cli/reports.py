"""``dvk report``: reports of a campaign (báo cáo)."""

from pathlib import Path

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.parser import Commands, a_text, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.records.report import ReportTable, shown
from dvk_desktop.domain.words import Wording

_LIST = "list"


def add_commands(commands: Commands) -> None:
    """Add the command; ``list`` stands in the place of a name."""
    parser = commands.command("report", report, "lập báo cáo; “list” để xem tên các báo cáo")
    parser.argument("name", "tên báo cáo, hoặc list", metavar="NAME", type=a_text)
    parser.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    parser.option("--out", type=Path, metavar="FILE", help_text="tệp .xlsx, .docx hoặc .pdf")


def report(session: Session) -> Answer:
    """Compute a report; print it, or write it to a file."""
    if session.args.name == _LIST:
        return _list_reports(session)
    campaign = session.campaign()
    reports = session.services.reports
    table = reports.compute(session.args.name, campaign.id)
    out: Path | None = session.args.out
    if out is not None:
        reports.write(table, out)
    keys = [column.key for column in table.columns]
    document = {
        "report": table.name,
        "title": table.title,
        "year": campaign.year_from,
        "columns": [
            {"key": column.key, "heading": column.heading, "kind": column.kind}
            for column in table.columns
        ],
        "rows": reports.plain_rows(table),
        "totals": dict(zip(keys, table.totals, strict=True)) if table.totals else None,
        "file": None if out is None else str(out),
    }
    if out is not None:
        facts = {"title": table.title, "file": out, "rows": len(table.rows)}
        said = Wording("Đã ghi “{title}” ({rows} dòng) vào {file}.", facts)
        return Answer(document, (said,))
    return Answer(document, (Wording("{title}", {"title": table.title}), _as_text(table)))


def _list_reports(session: Session) -> Answer:
    names = session.services.reports.names()
    document = {"reports": [{"name": row.code, "title": row.title} for row in names]}
    table = Table(("Tên", "Báo cáo"), [(row.code, Wording(row.title)) for row in names])
    return Answer(document, (table,))


def _as_text(table: ReportTable) -> Table:
    headings = tuple(column.heading for column in table.columns)
    lines = [row.cells for row in table.rows]
    if table.totals:
        lines.append(table.totals)
    rows = [
        [shown(cell, column.kind) for cell, column in zip(line, table.columns, strict=True)]
        for line in lines
    ]
    return Table(headings, rows)
