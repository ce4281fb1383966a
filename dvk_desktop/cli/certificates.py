"""``dvk certificates``: printing (giấy chứng nhận)."""

from pathlib import Path

from dvk_desktop.cli.answer import Answer, ExitCode
from dvk_desktop.cli.decisions import numbered
from dvk_desktop.cli.parser import Commands, a_text, a_year
from dvk_desktop.cli.session import Session, WrongUsageError
from dvk_desktop.domain.words import Wording


class NotPdfError(WrongUsageError):
    """Certificates are written as PDF (giấy chứng nhận là tệp PDF)."""

    code = "CERTIFICATE_SUFFIX"
    template = "Tệp giấy chứng nhận “{name}” phải có đuôi .pdf."


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    certificates = commands.group("certificates", "giấy chứng nhận")
    rendering = certificates.command("render", render, "ghi giấy chứng nhận ra một tệp PDF")
    rendering.option(
        "--decision", required=True, type=a_text, metavar="N", help_text="số hoặc mã quyết định"
    )
    rendering.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    rendering.option(
        "--out", required=True, type=Path, metavar="FILE.pdf", help_text="tệp PDF sẽ ghi"
    )


def render(session: Session) -> Answer:
    """Issue the certificates of a decision and write them as one PDF."""
    out: Path = session.args.out
    if out.suffix.lower() != ".pdf":
        raise NotPdfError(name=out.name)
    decision = numbered(session, session.args.decision)
    certificates = session.services.certificates
    certificates.require_place(out)
    added, _ = certificates.issue(decision.id, session.progress)
    pages = certificates.render(decision.id, out, progress=session.progress)
    rows = certificates.certificates(decision.id)
    problems = certificates.problems(decision.id)
    waiting = certificates.held_up(decision.id)
    document = {
        "decision": decision.number_text,
        "certificates": len(rows),
        "added": added,
        "pages": pages,
        "file": str(out),
        "names": [row.name for row in rows],
        "in_conflict": list(waiting),
        "problems": [
            {"name": rows[found.index].name, "part": found.part, "message": found.wording}
            for found in problems
        ],
    }
    facts = {"pages": pages, "number": decision.number_text, "file": out}
    said = Wording("Đã ghi {pages} giấy chứng nhận theo {number} vào {file}.", facts)
    named = [
        Wording(
            "{number}. {name}: {problem}",
            {
                "number": rows[found.index].register_number,
                "name": rows[found.index].name,
                "problem": found.wording,
            },
        )
        for found in problems
    ]
    left = [
        Wording("“{name}” còn xung đột dữ liệu nên chưa có giấy.", {"name": name})
        for name in waiting
    ]
    code = ExitCode.LOOK if problems or waiting else ExitCode.DONE
    return Answer(document, (said, *named, *left), code)
