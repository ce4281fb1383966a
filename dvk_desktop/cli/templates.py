"""``dvk registrations template`` and ``duplicates``: tệp mẫu, đăng ký nghi trùng."""

from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.parser import Commands, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.records.duplicates import DuplicateGroup
from dvk_desktop.domain.words import Wording


def add_template(commands: Commands) -> None:
    """Add the command that writes a template."""
    parser = commands.command("template", template, "ghi tệp mẫu đăng ký cho một đơn vị")
    parser.argument("file", "tệp .xlsx sẽ ghi", metavar="FILE", type=Path)
    parser.option("--unit", metavar="CODE", required=True, help_text="mã đơn vị")
    parser.option("--year", type=a_year, help_text="năm của đợt thi đua (mặc định: mới nhất)")


def add_duplicates(commands: Commands) -> None:
    """Add the command that lists what may be registered twice."""
    parser = commands.command("duplicates", duplicates, "liệt kê các nhóm đăng ký nghi trùng")
    parser.option("--year", type=a_year, help_text="năm của đợt thi đua (mặc định: mới nhất)")


def template(session: Session) -> Answer:
    """Write the template workbook of a unit."""
    args = session.args
    campaign = session.campaign()
    unit = session.services.units.by_code(args.unit)
    written = session.services.templates.write(unit.id, campaign.id, args.file)
    document = {
        "file": str(written.path),
        "unit": written.unit_name,
        "unit_code": unit.code,
        "year": written.year,
        "registered": written.registered,
        "continued": written.continued,
    }
    said = Wording(
        "Đã ghi tệp mẫu của {unit} năm {year} vào {file}: {registered} đăng ký đã có,"
        " {continued} mô hình năm trước.",
        document,
    )
    return Answer(document, (said,))


def duplicates(session: Session) -> Answer:
    """List the groups of registrations that may be one; a person decides in the window."""
    campaign = session.campaign()
    groups = session.services.duplicates.groups(campaign.id, session.progress)
    suspicious = sum(group.is_suspicious for group in groups)
    rows = [
        (
            number,
            group.wording if place == 0 else "",
            member.name,
            member.unit_name,
            Wording(member.state.label),
        )
        for number, group in enumerate(groups, start=1)
        for place, member in enumerate(group.members)
    ]
    headings = ("Nhóm", "Lý do", "Tên mô hình", "Đơn vị", "Trạng thái")
    facts = {"count": len(groups), "suspicious": suspicious}
    said = Wording("{count} nhóm, trong đó {suspicious} nhóm nghi trùng.", facts)
    document = {
        "year": campaign.year_from,
        "groups": [_group_members(session, group) for group in groups],
    }
    return Answer(document, (Table(headings, rows), said))


def _group_members(session: Session, group: DuplicateGroup) -> dict[str, Any]:
    return {
        "reason": group.reason.value,
        "message": group.wording.render(session.translate),
        "score": group.score,
        "suspicious": group.is_suspicious,
        "registrations": [
            {
                "id": member.registration_id,
                "name": member.name,
                "unit": member.unit_name,
                "lead_body": member.lead_body,
                "kind": member.kind.value if member.kind is not None else None,
                "state": member.state.value,
            }
            for member in group.members
        ],
    }
