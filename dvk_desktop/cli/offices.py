"""``dvk office``: our card, the cards of others, who signs (văn phòng)."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.founding import add_founding
from dvk_desktop.cli.keys import add_keys
from dvk_desktop.cli.parser import Commands, a_day, a_text
from dvk_desktop.cli.passphrases import add_key_passphrase, unlock_keys
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.paper_words import SignatureForm
from dvk_desktop.domain.records.office import KnownOfficeRow, SignatoryRow
from dvk_desktop.domain.words import Wording


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    office = commands.group("office", "văn phòng, thẻ và người ký")
    card = office.command("card", write_card, "ghi thẻ của văn phòng này để gửi cho nơi khác")
    card.argument("file", "tệp .dvkcard sẽ ghi", metavar="FILE", type=Path)
    card.option(
        "--paper",
        type=Path,
        metavar="F",
        help_text="ghi thêm một trang PDF có dấu vân tay và mã QR",
    )
    add_key_passphrase(card)
    trusting = office.command("trust", trust, "tin cậy thẻ của văn phòng khác")
    trusting.argument("file", "tệp .dvkcard", metavar="FILE", type=Path)
    trusting.option(
        "--fingerprint",
        required=True,
        type=a_text,
        metavar="F",
        help_text="dấu vân tay đã nghe qua điện thoại",
    )
    trusting.option(
        "--new-key-from",
        type=a_day,
        metavar="D",
        help_text="văn phòng đã đổi khóa: ngày khóa cũ ngừng dùng",
    )
    trusting.option(
        "--spoken-with",
        type=a_text,
        metavar="NAME",
        help_text="người xác nhận khóa mới qua điện thoại",
    )
    add_founding(office)
    add_keys(office)
    office.command("list", list_offices, "văn phòng này và các văn phòng đã biết")
    signing = office.command("signatory", add_signatory, "ghi người ký văn bản")
    signing.argument("name", "họ và tên", metavar="NAME", type=a_text)
    signing.option("--title", required=True, type=a_text, help_text="chức vụ")
    signing.option(
        "--form",
        choices=[form.value for form in SignatureForm],
        default=SignatureForm.HEAD.value,
        help_text="hình thức ký",
    )
    signing.option("--body", default="", help_text="tập thể được ký thay mặt")
    signing.option("--head-title", default="", help_text="chức vụ người đứng đầu được ký thay")


def write_card(session: Session) -> Answer:
    """Write our own card and say its fingerprint."""
    path: Path = session.args.file
    unlock_keys(session)
    trusting = session.services.trust
    card = trusting.own_card(path)
    if session.args.paper is not None:
        trusting.write_card_paper(session.args.paper)
    fingerprint = trusting.fingerprint()
    document = {
        "file": str(path),
        "paper": None if session.args.paper is None else str(session.args.paper),
        "office_id": card.office_id,
        "code": card.code,
        "name": card.name,
        "level": card.level,
        "fingerprint": fingerprint,
    }
    text = (
        Wording("Đã ghi thẻ của “{name}” vào {file}.", {"name": card.name, "file": path}),
        Wording("Dấu vân tay để đọc qua điện thoại: {digits}", {"digits": fingerprint}),
    )
    return Answer(document, text)


def trust(session: Session) -> Answer:
    """Trust a card whose fingerprint was confirmed."""
    trusting = session.services.trust
    args = session.args
    if args.new_key_from is None:
        trusting.trust(args.file, args.fingerprint)
    else:
        trusting.replace_key(
            args.file,
            args.fingerprint,
            withdrawn_on=args.new_key_from,
            spoken_with=args.spoken_with or "",
        )
    card = trusting.read_card(args.file)
    document = {
        "office_id": card.office_id,
        "code": card.code,
        "name": card.name,
        "level": card.level_code,
        "fingerprint": card.fingerprint,
        "trusted": card.is_trusted,
    }
    said = Wording("Đã tin cậy “{name}” ({office}).", {"name": card.name, "office": card.code})
    return Answer(document, (said,))


def list_offices(session: Session) -> Answer:
    """Show this office and those it knows."""
    services = session.services
    own = services.office.office()
    known = services.trust.offices()
    document = {
        "office": {
            "office_id": own.office_id,
            "replica_id": own.replica_id,
            "code": own.code,
            "name": own.name,
            "level": own.level_code,
            "fingerprint": services.trust.fingerprint(),
            "sample": own.is_sample,
        },
        "offices": [_members(session, row) for row in known],
    }
    rows = [
        (row.code, row.name, services.trust.fingerprint_of(row.office_id), row.is_trusted)
        for row in known
    ]
    text = (
        Wording("{name} ({office})", {"name": own.name, "office": own.code}),
        Wording("Dấu vân tay: {digits}", {"digits": services.trust.fingerprint()}),
        Table(("Mã", "Văn phòng", "Dấu vân tay", "Tin cậy"), rows),
    )
    return Answer(document, text)


def add_signatory(session: Session) -> Answer:
    """Add a person who signs."""
    args = session.args
    person = SignatoryRow(
        name=args.name,
        title=args.title,
        form=SignatureForm(args.form),
        body=args.body,
        head_title=args.head_title,
    )
    offices = session.services.office
    offices.save_signatory(person)
    people = [
        {"id": row.id, "name": row.name, "title": row.title, "form": row.form}
        for row in offices.signatories()
    ]
    said = Wording("Đã ghi người ký {name}, {title}.", {"name": args.name, "title": args.title})
    return Answer({"signatories": people}, (said,))


def _members(session: Session, row: KnownOfficeRow) -> dict[str, Any]:
    return {
        "office_id": row.office_id,
        "code": row.code,
        "name": row.name,
        "level": row.level_code,
        "fingerprint": session.services.trust.fingerprint_of(row.office_id),
        "trusted": row.is_trusted,
        "trusted_at": row.trusted_at,
        "withdrawn_keys": [asdict(key) for key in row.withdrawn_keys],
    }
