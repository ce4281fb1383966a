"""``dvk demo``: the whole sample year, step by step (năm mẫu)."""

from pathlib import Path

from dvk_desktop.cli.answer import Answer, ExitCode, Table
from dvk_desktop.cli.parser import Commands
from dvk_desktop.cli.session import Session
from dvk_desktop.demo.sample_year import build
from dvk_desktop.demo.summary import DemoStep
from dvk_desktop.domain.words import Wording


def add_commands(commands: Commands) -> None:
    """Add the command."""
    parser = commands.command("demo", demo, "chạy cả một năm mẫu và để lại mọi tệp")
    parser.option(
        "--out",
        type=Path,
        default=Path("dvk-demo"),
        metavar="DIR",
        help_text="thư mục kết quả (mặc định: dvk-demo)",
    )


def demo(session: Session) -> Answer:
    """Run the sample year; the code says whether its counts agree with each other."""

    def tell(step: DemoStep) -> None:
        facts = {"step": step.wording, "seconds": f"{step.seconds:.2f}"}
        session.output.line(Wording("{step} ({seconds} giây)", facts))

    summary = build(session.args.out, session.progress, tell)
    checks = [
        (check.wording, check.expected, check.found, not check.agrees) for check in summary.checks
    ]
    text = (
        Wording(""),
        Table(("Đối chiếu", "Cần có", "Thấy", "Lệch"), checks),
        Wording(""),
        Table(("Tệp", "Ở đâu"), list(summary.files.items())),
        Wording(
            "Điểm và phiếu biểu quyết là số liệu minh họa, sinh từ một hạt giống cố định ({seed});"
            " không phải của ai cả.",
            {"seed": summary.seed},
        ),
        Wording("Tất cả số liệu khớp nhau.")
        if summary.agrees
        else Wording("Có số liệu không khớp; hãy xem bảng đối chiếu."),
    )
    return Answer(summary.members(), text, ExitCode.DONE if summary.agrees else ExitCode.LOOK)
