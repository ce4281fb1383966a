"""``dvk office passphrase``: the passphrase of the office's keys (mật khẩu khóa)."""

from pathlib import Path

from dvk_desktop.cli.answer import Answer
from dvk_desktop.cli.parser import Commands
from dvk_desktop.cli.passphrases import add_key_passphrase, new_passphrase, present_passphrase
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.words import Wording


def add_keys(office: Commands) -> None:
    """Add the command to the group of the office."""
    command = office.command("passphrase", protect, "đặt, đổi hoặc gỡ mật khẩu khóa của văn phòng")
    add_key_passphrase(command)
    command.option(
        "--new-passphrase-file",
        type=Path,
        metavar="F",
        help_text="tệp ghi mật khẩu mới, một dòng",
    )
    command.option("--remove", action="store_true", help_text="gỡ mật khẩu")


def protect(session: Session) -> Answer:
    """Set, change or take away the passphrase of the keys."""
    args, keys = session.args, session.services.keys
    old = present_passphrase(session) if keys.is_protected or args.remove else ""
    if args.remove:
        keys.unprotect(old)
        return Answer({"protected": False}, (Wording("Đã gỡ mật khẩu khóa của văn phòng."),))
    new = new_passphrase(session, args.new_passphrase_file, "--new-passphrase-file")
    if keys.is_protected:
        keys.change(old, new)
        said = Wording("Đã đổi mật khẩu khóa của văn phòng.")
    else:
        keys.protect(new)
        said = Wording("Đã đặt mật khẩu khóa của văn phòng.")
    forget = Wording("Hãy nhớ mật khẩu này: không ai lấy lại được nếu quên.")
    return Answer({"protected": True}, (said, forget))
