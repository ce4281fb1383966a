"""``dvk package export``: write a package, in parts and encrypted if wished (ghi gói)."""

import argparse
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer
from dvk_desktop.cli.parser import Commands, a_text
from dvk_desktop.cli.passphrases import (
    add_key_passphrase,
    add_package_passphrase,
    new_passphrase,
    unlock_keys,
)
from dvk_desktop.cli.session import Session, WrongUsageError
from dvk_desktop.domain.records.exchange import MEGABYTE, SendOptions
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.exchange.sending import SentPackage


class TwoKeysError(WrongUsageError):
    """A package is encrypted in one way (hai cách mã hóa)."""

    code = "USAGE_TWO_KEYS"
    template = "Chỉ chọn một cách mã hóa: --encrypt cho thẻ của nơi nhận, hoặc bằng mật khẩu."


def add_export(packages: Commands) -> None:
    """Add the command to the group of packages."""
    exporting = packages.command("export", export, "ghi gói gửi cho cấp trên hoặc cấp dưới")
    exporting.option("--to", required=True, type=a_text, metavar="CODE", help_text="mã nơi nhận")
    exporting.option("--out", required=True, type=Path, metavar="FILE", help_text="tệp .dvk sẽ ghi")
    exporting.option(
        "--max-size",
        type=a_size,
        metavar="MB",
        help_text="chia thành nhiều phần, mỗi phần không quá cỡ này",
    )
    exporting.option(
        "--encrypt", action="store_true", help_text="mã hóa cho thẻ của nơi nhận (tệp .dvk.age)"
    )
    exporting.option(
        "--passphrase", action="store_true", help_text="mã hóa bằng mật khẩu, hỏi khi chạy"
    )
    exporting.option(
        "--all-files",
        action="store_true",
        help_text="gửi lại cả tệp đính kèm mà biên nhận đã xác nhận",
    )
    add_package_passphrase(exporting)
    add_key_passphrase(exporting)


def a_size(text: str) -> int:
    """Read megabytes, such as 20 or 2,5; returns bytes."""
    if not re.fullmatch(r"\d{1,5}([.,]\d{1,3})?", text) or not Decimal(text.replace(",", ".")):
        raise argparse.ArgumentTypeError("hãy ghi số MB lớn hơn 0, ví dụ 20 hoặc 2,5")
    return int(Decimal(text.replace(",", ".")) * MEGABYTE)


MAY_PULL = "Tệp đã ghi trọn lên USB và đọc lại đúng. Có thể rút USB."


def export(session: Session) -> Answer:
    """Write the package for an office."""
    args = session.args
    options = _options(session)
    unlock_keys(session)
    sent = session.services.sending.export(args.to, args.out, session.progress, options)
    pulling = [Wording(MAY_PULL)] if session.services.drives.may_be_pulled(sent.path) else []
    return Answer(_document(sent, options), [*_text(sent), *pulling])


def _options(session: Session) -> SendOptions:
    args = session.args
    wants_passphrase = args.passphrase or args.passphrase_file is not None
    if args.encrypt and wants_passphrase:
        raise TwoKeysError
    passphrase = None
    if wants_passphrase:
        passphrase = new_passphrase(session, args.passphrase_file, "--passphrase-file")
    return SendOptions(args.max_size, args.encrypt, passphrase, args.all_files)


def _document(sent: SentPackage, options: SendOptions) -> dict[str, Any]:
    manifest = sent.manifest
    return {
        "file": str(sent.path),
        "package_id": manifest.package_id,
        "kind": manifest.kind,
        "sequence": manifest.sequence,
        "recipient": {"code": manifest.recipient.code, "name": manifest.recipient.name},
        "records": sent.counts,
        "encrypted": options.is_encrypted,
        "parts": [
            {
                "file": str(part.path),
                "package_id": part.manifest.package_id,
                "number": part.manifest.part.number,
                "of": part.manifest.part.of,
                "sequence": part.manifest.sequence,
                "bytes": part.path.stat().st_size,
                "oversized": part.is_oversized,
            }
            for part in sent.parts
        ],
    }


def _text(sent: SentPackage) -> list[Wording]:
    manifest = sent.manifest
    facts = {
        "kind": Wording(manifest.kind.label),
        "sequence": manifest.sequence,
        "name": manifest.recipient.name,
        "count": sum(sent.counts.values()),
        "file": sent.path,
        "of": len(sent.parts),
    }
    if len(sent.parts) == 1:
        said = [Wording("{kind} số {sequence} cho “{name}”: {count} bản ghi, tệp {file}.", facts)]
    else:
        text = "{kind} cho “{name}”: {count} bản ghi, chia thành {of} phần; gửi đủ các tệp sau:"
        said = [Wording(text, facts)]
        said += [_line(part.path, part.manifest.sequence) for part in sent.parts]
    large = "Tệp {file} lớn hơn cỡ đã chọn vì có một tệp đính kèm quá lớn; hãy gửi bằng USB."
    said += [Wording(large, {"file": one.path.name}) for one in sent.parts if one.is_oversized]
    return said


def _line(path: Path, sequence: int) -> Wording:
    facts = {"file": path, "sequence": sequence, "size": path.stat().st_size}
    return Wording("  số {sequence}: {file} ({size} byte)", facts)
