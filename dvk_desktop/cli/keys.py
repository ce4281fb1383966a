"""``dvk office passphrase`` and ``dvk office keys``: the office's own keys (khóa)."""

from pathlib import Path

from dvk_desktop.cli.answer import Answer
from dvk_desktop.cli.parser import Commands, a_day, a_text
from dvk_desktop.cli.passphrases import (
    add_key_passphrase,
    new_passphrase,
    present_passphrase,
    unlock_keys,
)
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.exchange.key_renewal import KeyState


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
    keys = office.group("keys", "khóa của văn phòng: kiểm tra, lập khóa mới")
    keys.command("state", show_state, "khóa của văn phòng có ở máy này không")
    renewing = keys.command("renew", renew, "lập khóa mới khi máy bị mất hoặc hỏng")
    renewing.argument("file", "tệp .dvkcard của thẻ mới sẽ ghi", metavar="FILE", type=Path)
    renewing.option("--reason", required=True, type=a_text, help_text="lý do, ghi vào nhật ký")
    renewing.option(
        "--withdrawn-on",
        type=a_day,
        metavar="D",
        help_text="ngày khóa cũ ngừng dùng; mặc định là hôm nay",
    )
    add_key_passphrase(renewing)


def show_state(session: Session) -> Answer:
    """Say whether the office's keys are here."""
    state = session.services.key_renewal.state()
    text = [Wording(state.label)]
    if state is not KeyState.SOUND:
        text.append(Wording("Hãy lập khóa mới bằng lệnh dvk office keys renew."))
    return Answer({"state": state.value}, text)


def renew(session: Session) -> Answer:
    """Make new keys for the same office and write the card that announces them."""
    args, services = session.args, session.services
    unlock_keys(session)
    day = args.withdrawn_on or services.recognition.today()
    services.key_renewal.renew(withdrawn_on=day, reason=args.reason)
    card = services.trust.own_card(args.file)
    digits = services.trust.fingerprint()
    document = {
        "file": str(args.file),
        "office_id": card.office_id,
        "replica_id": services.office.office().replica_id,
        "fingerprint": digits,
        "withdrawn_on": day.isoformat(),
        "protected": False,
    }
    text = (
        Wording("Đã lập khóa mới và ghi thẻ mới vào {file}.", {"file": args.file}),
        Wording("Dấu vân tay để đọc qua điện thoại: {digits}", {"digits": digits}),
        Wording(
            "Hãy gửi thẻ cho từng văn phòng vẫn trao đổi và gọi điện để họ xác nhận; gói họ chưa"
            " nhập phải gửi lại."
        ),
    )
    return Answer(document, text)


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
