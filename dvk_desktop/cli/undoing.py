"""``undo BATCH``: take an import back, whole (hoàn tác)."""

from dvk_desktop.cli.answer import Answer
from dvk_desktop.cli.parser import Commands
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.words import Wording


def add_undo(commands: Commands, help_text: str) -> None:
    """Add the command to a group."""
    parser = commands.command("undo", undo, help_text)
    parser.argument("batch", "mã lần nhập (batch)", metavar="BATCH")


def undo(session: Session) -> Answer:
    """Take one batch back as a new change."""
    batch: str = session.args.batch
    session.services.history.undo(batch)
    return Answer({"undone": batch}, (Wording("Đã hoàn tác {batch}.", {"batch": batch}),))
