"""A new key that takes the place of older ones, as an office's card announces it (đổi khóa).

The member ``supersedes`` of a card lists the older keys, the newest first. The new key signs it
with the whole card; an old key that is still there signs its own successor as well. Neither is
a reason to believe the card: who took the computer away could do both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dvk_desktop.domain.records.package import OfficeCard
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.package.cards import CardFieldError, CardSignatureError
from dvk_desktop.exchange.package.json_text import dump
from dvk_desktop.exchange.package.limits import SIGNATURE_BYTES
from dvk_desktop.exchange.package.manifest import decode_key, encode_key
from dvk_desktop.exchange.package.signing import sign, verify

SUPERSEDES = "supersedes"
_WRONG = Wording("phải là danh sách khóa cũ, mỗi khóa có ngày ngừng dùng.")


@dataclass(frozen=True, slots=True)
class SupersededKey:
    """An older key of an office (khóa cũ); ``is_signed`` when it named its successor itself."""

    public_key: str
    withdrawn_on: date
    is_signed: bool


def superseded_member(
    office_id: str, new_key: str, old_key: str, withdrawn_on: date, old_private_key: bytes | None
) -> dict[str, Any]:
    """Return what a card says of the key before its own; keys are in base64."""
    day = withdrawn_on.isoformat()
    member = {"public_key": old_key, "withdrawn_on": day}
    if old_private_key is not None:
        signed = sign(old_private_key, _statement(office_id, new_key, old_key, day))
        member["signature"] = encode_key(signed)
    return member


def superseded_keys(card: OfficeCard, file_name: str) -> tuple[SupersededKey, ...]:
    """Return the older keys that a card names, the newest first.

    Raises:
        CardFieldError: The member is not as the format says.
        CardSignatureError: An old key is said to have signed and did not.
    """
    members = card.extra.get(SUPERSEDES, [])
    if not isinstance(members, Sequence) or isinstance(members, str):
        raise CardFieldError(file=file_name, field=SUPERSEDES, reason=_WRONG)
    successor = encode_key(card.public_key)
    found = []
    for member in members:
        found.append(_read(card.office_id, successor, member, file_name))
        successor = found[-1].public_key
    return tuple(found)


def _read(office_id: str, successor: str, member: object, file_name: str) -> SupersededKey:
    if not isinstance(member, Mapping):
        raise CardFieldError(file=file_name, field=SUPERSEDES, reason=_WRONG)
    try:
        key, day = decode_key(member["public_key"]), date.fromisoformat(member["withdrawn_on"])
        given = member.get("signature")
        signature = None if given is None else decode_key(given, SIGNATURE_BYTES)
    except (KeyError, TypeError, ValueError):
        raise CardFieldError(file=file_name, field=SUPERSEDES, reason=_WRONG) from None
    old = encode_key(key)
    if signature is not None:
        statement = _statement(office_id, successor, old, day.isoformat())
        if not verify(key, signature, statement):
            raise CardSignatureError(file=file_name)
    return SupersededKey(old, day, is_signed=signature is not None)


def _statement(office_id: str, new_key: str, old_key: str, day: str) -> bytes:
    members = {
        "office_id": office_id,
        "public_key": new_key,
        SUPERSEDES: old_key,
        "withdrawn_on": day,
    }
    return dump(members, sort_keys=True).encode()
