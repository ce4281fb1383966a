"""``dvk package slip``: the paper that goes with a package (phiếu bàn giao)."""

from pathlib import Path

from dvk_desktop.cli.answer import Answer
from dvk_desktop.cli.parser import Commands
from dvk_desktop.cli.passphrases import (
    add_key_passphrase,
    add_package_passphrase,
    give_passphrases,
    unlock_keys,
)
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.words import Wording


def add_slip(packages: Commands) -> None:
    """Add the command to the group of packages."""
    command = packages.command("slip", write_slip, "in phiếu bàn giao của một gói")
    command.argument("file", "tệp .dvk", metavar="FILE", type=Path)
    command.option("--out", required=True, type=Path, metavar="PDF", help_text="tệp PDF sẽ ghi")
    add_package_passphrase(command)
    add_key_passphrase(command)


def write_slip(session: Session) -> Answer:
    """Check a package and write its slip."""
    handover = session.services.handover
    unlock_keys(session)
    give_passphrases(session, [session.args.file])
    slip = handover.of_file(session.args.file)
    handover.write((slip,), session.args.out)
    document = {
        "file": str(session.args.out),
        "package": slip.file_name,
        "kind": slip.kind,
        "sequence": slip.sequence,
        "sender": {"code": slip.sender.code, "name": slip.sender.name},
        "recipient": {"code": slip.recipient.code, "name": slip.recipient.name},
        "bytes": slip.byte_count,
        "check_code": slip.check_code,
        "qr": slip.qr_text,
    }
    facts = {"file": session.args.out, "code": slip.check_code}
    said = Wording("Đã ghi phiếu bàn giao {file}. Mã đối chiếu: {code}.", facts)
    return Answer(document, (said,))
