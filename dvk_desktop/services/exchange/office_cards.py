"""Cards of offices: our own, and those that travel in a package from above (thẻ văn phòng).

A card that came in a ``down`` package of a trusted office is trusted with it (package format,
section 5). Another key for a known office is an alarm and never an update, and what a person
has withdrawn stays withdrawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from dvk_desktop.domain.records.package import OfficeCard, WireRecord
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.package.cards import CardError, card_of, make_card, members_of
from dvk_desktop.exchange.package.manifest import encode_key
from dvk_desktop.exchange.package.superseding import SUPERSEDES
from dvk_desktop.models import KnownOffice, Setting, Unit
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.storage.scope import branch_of
from dvk_desktop.storage.unit_of_work import UnitOfWork

OFFICE_CARD = "office_card"
SUPERSEDED_KEYS = "superseded_keys"
"""The setting that holds our own older keys as our card announces them."""

HANDED_DOWN = Wording("Gói mang theo thẻ của {names}; khi nhập, các văn phòng này được tin cậy.")
OTHER_KEY = Wording(
    "Cảnh báo: thẻ của “{name}” trong gói mang khóa khác với khóa đã tin cậy nên không được nhận."
    " Hãy gọi điện cho văn phòng đó để hỏi."
)
WITHDRAWN = Wording("Thẻ của “{name}” trong gói đã được gỡ tin cậy ở đây nên vẫn không tin cậy.")
UNSOUND = Wording("Một thẻ văn phòng trong gói không đúng quy cách nên không được nhận.")


class _Verdict(Enum):
    NEW = auto()
    KNOWN = auto()
    OTHER_KEY = auto()
    WITHDRAWN = auto()
    UNSOUND = auto()


@dataclass(frozen=True, slots=True)
class _Judged:
    verdict: _Verdict
    card: OfficeCard | None = None


def make_own_card(work: UnitOfWork, keys: OfficeKeys) -> OfficeCard:
    """Return our own card, signed.

    Raises:
        KeyMissingError: The private key is not where it should be.
        KeysLockedError: It is under a passphrase that has not been given.
    """
    office = work.office()
    return make_card(
        office_id=office.office_id,
        code=office.code,
        name=office.name,
        level=office.level_code,
        private_key=keys.signing_key(),
        age_public_key=keys.age_recipient(),
        extra=_announced(work),
    )


def _announced(work: UnitOfWork) -> dict[str, Any]:
    """Return what our card says of our older keys."""
    row = work.first(Setting, key=SUPERSEDED_KEYS)
    return {} if row is None else {SUPERSEDES: row.value}


def has_same_key(known: KnownOffice, card: OfficeCard) -> bool:
    """Say whether a card shows the key that we know of its office."""
    return known.public_key == encode_key(card.public_key)


def keep_card(work: UnitOfWork, card: OfficeCard, confirmed_by: str) -> None:
    """Store a card as trusted."""
    known = work.session.get(KnownOffice, card.office_id)
    if known is None:
        known = KnownOffice(office_id=card.office_id)
        work.session.add(known)
    known.code, known.name, known.level_code = card.code, card.name, card.level
    known.public_key = encode_key(card.public_key)
    known.card = members_of(card)
    known.is_trusted = True
    known.trusted_at = work.now.isoformat(timespec="seconds")
    known.trusted_by = confirmed_by


def cards_to_hand_down(
    work: UnitOfWork, keys: OfficeKeys, receiver_unit_id: str | None
) -> list[WireRecord]:
    """Return our card and those of the receiver's own children, as records of a package."""
    office = work.office()
    below = branch_of(work, receiver_unit_id) - {receiver_unit_id}
    codes = {unit.code.casefold() for unit in work.find(Unit) if unit.id in below}
    cards = {office.office_id: members_of(make_own_card(work, keys))}
    for known in work.find(KnownOffice, is_trusted=True):
        if known.code.casefold() in codes:
            cards[known.office_id] = dict(known.card)
    version = (office.replica_id, max(office.counter, 1))
    return [
        WireRecord(office_id, {"office_id": office_id, "card": cards[office_id]}, version)
        for office_id in sorted(cards)
    ]


def card_notices(work: UnitOfWork, records: Sequence[WireRecord]) -> tuple[Wording, ...]:
    """Return what a person should know of the cards in a package from above."""
    judged = _judge(work, records)
    names = [one.card.name for one in judged if one.card and one.verdict is _Verdict.NEW]
    notices = []
    if names:
        listed = ", ".join(f"“{name}”" for name in names)
        notices.append(Wording(HANDED_DOWN.template, {"names": listed}))
    for one in judged:
        if one.verdict is _Verdict.UNSOUND:
            notices.append(UNSOUND)
        elif one.card is not None and one.verdict in _ALARMS:
            notices.append(Wording(_ALARMS[one.verdict].template, {"name": one.card.name}))
    return tuple(notices)


def take_cards(work: UnitOfWork, records: Sequence[WireRecord], sender_name: str) -> int:
    """Trust the offices whose cards came from above; returns how many were new."""
    new = [one.card for one in _judge(work, records) if one.verdict is _Verdict.NEW and one.card]
    for card in new:
        keep_card(work, card, sender_name)
    return len(new)


_ALARMS = {_Verdict.OTHER_KEY: OTHER_KEY, _Verdict.WITHDRAWN: WITHDRAWN}


def _judge(work: UnitOfWork, records: Iterable[WireRecord]) -> list[_Judged]:
    own = work.office().office_id
    judged = []
    for record in records:
        try:
            card = card_of(record.fields.get("card"), OFFICE_CARD)
        except CardError:
            judged.append(_Judged(_Verdict.UNSOUND))
            continue
        if card.office_id != own:
            judged.append(_Judged(_verdict(work, card), card))
    return judged


def _verdict(work: UnitOfWork, card: OfficeCard) -> _Verdict:
    known = work.session.get(KnownOffice, card.office_id)
    if known is None:
        return _Verdict.NEW
    if not has_same_key(known, card):
        return _Verdict.OTHER_KEY
    return _Verdict.KNOWN if known.is_trusted else _Verdict.WITHDRAWN
