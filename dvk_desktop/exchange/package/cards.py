"""Office cards: a name and its keys, signed by itself (thẻ cơ quan .dvkcard)."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.record_checking import checks_for
from dvk_desktop.domain.record_types import FieldSpec
from dvk_desktop.domain.records.package import OfficeCard
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.package.json_text import JsonRefusedError, dump, parse_object
from dvk_desktop.exchange.package.limits import SIGNATURE_BYTES
from dvk_desktop.exchange.package.manifest import decode_key, encode_key
from dvk_desktop.exchange.package.signing import public_key_of, sign, verify
from dvk_desktop.safe_files import flush, replacing

LARGEST_CARD = 64 * 1024
_NOT_KEY = Wording("phải là khoá công khai 32 byte ở dạng base64.")
_NOT_MEMBERS = Wording("phải là một nhóm giá trị có tên.")
_MEMBERS = (
    FieldSpec("office_id", "id", required=True),
    FieldSpec("code", "text", required=True),
    FieldSpec("name", "text", required=True),
    FieldSpec("level", "text", required=True),
    FieldSpec("public_key", "text", required=True),
    FieldSpec("age_public_key", "text", required=True),
    FieldSpec("signature", "text", required=True),
)
_NAMES = frozenset(spec.name for spec in _MEMBERS)


class CardError(DvkError):
    """The card cannot be taken (thẻ bị từ chối)."""

    code = "CARD"


class CardUnreadableError(CardError):
    """The file cannot be opened (không đọc được thẻ)."""

    code = "CARD_UNREADABLE"
    template = (
        "Không đọc được thẻ cơ quan “{file}” ({reason})."
        " Hãy kiểm tra tệp còn ở đó và USB còn cắm, rồi thử lại."
    )


class CardNotJsonError(CardError):
    """The file is no card (không phải thẻ)."""

    code = "CARD_NOT_JSON"
    template = (
        "Tệp “{file}” không phải thẻ cơ quan: {reason}"
        " Hãy chọn đúng tệp .dvkcard mà cơ quan kia đã xuất."
    )


class CardTooBigError(CardError):
    """The file is too large for a card (thẻ quá lớn)."""

    code = "CARD_TOO_BIG"
    template = (
        "Tệp “{file}” lớn hơn {limit} byte nên không phải thẻ cơ quan."
        " Hãy chọn đúng tệp .dvkcard mà cơ quan kia đã xuất."
    )


class CardFieldError(CardError):
    """A member of the card breaks the format (thẻ sai quy cách)."""

    code = "CARD_FIELD"
    template = (
        "Thẻ cơ quan “{file}” sai ở mục “{field}”: {reason} Hãy đề nghị cơ quan kia xuất lại thẻ."
    )


class CardSignatureError(CardError):
    """The card is not signed by the key that it shows (chữ ký của thẻ sai)."""

    code = "CARD_SIGNATURE_WRONG"
    template = (
        "Chữ ký của thẻ cơ quan “{file}” không đúng: thẻ đã bị sửa hoặc bị hỏng."
        " Không dùng thẻ này; hãy gọi cho cơ quan kia và xin thẻ mới."
    )


def make_card(
    *,
    office_id: str,
    code: str,
    name: str,
    level: str,
    private_key: bytes,
    age_public_key: str,
    extra: Mapping[str, Any] | None = None,
) -> OfficeCard:
    """Return the office's own card, signed."""
    card = OfficeCard(
        office_id,
        code,
        name,
        level,
        public_key_of(private_key),
        age_public_key,
        b"",
        dict(extra or {}),
    )
    return replace(card, signature=sign(private_key, _signed_bytes(members_of(card))))


def write_card(path: Path, card: OfficeCard) -> None:
    """Write the card, read it back, and only then give it its name.

    Raises:
        FileWriteError: The drive refuses; nothing is left.
        CardError: The card itself is wrong.
    """
    text = json.dumps(members_of(card), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    with replacing(path) as file:
        file.write(text.encode())
        flush(file)
        read_card(Path(file.name))


def read_card(path: Path) -> OfficeCard:
    """Return the card of a file; its signature holds, which says nothing of trust.

    Raises:
        CardError: The file is no card, or was altered.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_CARD + 1)
    except OSError as error:
        raise CardUnreadableError(file=path.name, reason=os_reason(error)) from error
    return parse_card(raw, path.name)


def parse_card(raw: bytes, file_name: str) -> OfficeCard:
    """Return the card that the bytes hold.

    Raises:
        CardError: They are no card, or were altered.
    """
    if len(raw) > LARGEST_CARD:
        raise CardTooBigError(file=file_name, limit=LARGEST_CARD)
    try:
        members = parse_object(raw)
    except JsonRefusedError as error:
        raise CardNotJsonError(file=file_name, reason=error.reason) from None
    return card_of(members, file_name)


def card_of(members: object, file_name: str) -> OfficeCard:
    """Return the card whose members came in a file or in a record of a package.

    Raises:
        CardError: They are no card, or were altered.
    """
    if not isinstance(members, dict):
        raise CardNotJsonError(file=file_name, reason=_NOT_MEMBERS)
    for problem in checks_for(_MEMBERS).problems(members):
        raise CardFieldError(file=file_name, field=problem.field, reason=problem.reason)
    try:
        public_key = decode_key(members["public_key"])
    except ValueError:
        raise CardFieldError(file=file_name, field="public_key", reason=_NOT_KEY) from None
    try:
        signature = decode_key(members["signature"], SIGNATURE_BYTES)
    except ValueError:
        raise CardSignatureError(file=file_name) from None
    if not verify(public_key, signature, _signed_bytes(members)):
        raise CardSignatureError(file=file_name)
    return _card(members, public_key, signature)


def _card(members: Mapping[str, Any], public_key: bytes, signature: bytes) -> OfficeCard:
    return OfficeCard(
        members["office_id"],
        members["code"],
        members["name"],
        members["level"],
        public_key,
        members["age_public_key"],
        signature,
        {name: value for name, value in members.items() if name not in _NAMES},
    )


def members_of(card: OfficeCard) -> dict[str, Any]:
    """Return a card as it stands in its file."""
    return dict(card.extra) | {
        "office_id": card.office_id,
        "code": card.code,
        "name": card.name,
        "level": card.level,
        "public_key": encode_key(card.public_key),
        "age_public_key": card.age_public_key,
        "signature": encode_key(card.signature),
    }


def _signed_bytes(members: Mapping[str, Any]) -> bytes:
    others = {name: value for name, value in members.items() if name != "signature"}
    return dump(others, sort_keys=True).encode()
