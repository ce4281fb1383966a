"""Office cards and trust: whose packages may be merged (thẻ văn phòng, tin cậy)."""

import base64
from dataclasses import dataclass
from pathlib import Path

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.office import KnownOfficeRow
from dvk_desktop.domain.records.package import OfficeCard
from dvk_desktop.exchange.package.cards import read_card, write_card
from dvk_desktop.exchange.package.signing import fingerprint, same_fingerprint
from dvk_desktop.models import KnownOffice
from dvk_desktop.services.office_cards import has_same_key, keep_card, make_own_card
from dvk_desktop.services.office_keys import OfficeKeys
from dvk_desktop.storage.unit_of_work import Database


class FingerprintDiffersError(DvkError):
    """The card is not the one whose fingerprint was read out (dấu vân tay không khớp)."""

    code = "FINGERPRINT"
    template = (
        "Dấu vân tay không khớp với thẻ của “{name}”. Hãy gọi điện cho văn phòng đó, đọc lại"
        " từng nhóm số; nếu vẫn khác, không dùng thẻ này."
    )


class KeyReplacedError(DvkError):
    """A known office comes with another key: an alarm, not an update (khóa đã đổi)."""

    code = "KEY_CHANGED"
    template = (
        "Thẻ của “{name}” mang khóa khác với khóa đã tin cậy trước đây. Đây có thể là giả mạo."
        " Hãy gọi điện xác nhận; chỉ sau khi gỡ thẻ cũ mới nhận được thẻ mới."
    )


class OwnCardError(DvkError):
    """An office need not trust itself (thẻ của chính mình)."""

    code = "CARD_OWN"
    template = "Đây là thẻ của chính văn phòng này. Hãy chọn thẻ của văn phòng khác."


@dataclass(frozen=True, slots=True)
class CardPreview:
    """A card that was read and checked, before anybody trusts it (xem thẻ)."""

    office_id: str
    code: str
    name: str
    level_code: str
    fingerprint: str
    is_trusted: bool


class TrustService:
    """Writes our own card, and keeps the cards that a person has confirmed."""

    def __init__(self, database: Database, keys: OfficeKeys) -> None:
        self._database = database
        self._keys = keys

    def fingerprint(self) -> str:
        """Return our own fingerprint, in groups to be read out over the telephone."""
        with self._database.reading() as work:
            return fingerprint(base64.b64decode(work.office().public_key))

    def own_card(self, path: Path) -> OfficeCard:
        """Write our own card for others to trust.

        Raises:
            KeyMissingError: The private key is not where it should be.
            KeysLockedError: It is under a passphrase that has not been given.
        """
        with self._database.reading() as work:
            card = make_own_card(work, self._keys)
        write_card(path, card)
        return card

    def read_card(self, path: Path) -> CardPreview:
        """Read a card and check its signature; nothing is trusted yet.

        Raises:
            CardError: It is not a sound card.
        """
        card = read_card(path)
        with self._database.reading() as work:
            known = work.session.get(KnownOffice, card.office_id)
            trusted = known is not None and known.is_trusted and has_same_key(known, card)
        return CardPreview(
            office_id=card.office_id,
            code=card.code,
            name=card.name,
            level_code=card.level,
            fingerprint=fingerprint(card.public_key),
            is_trusted=trusted,
        )

    def trust(self, path: Path, confirmed_fingerprint: str) -> Changes:
        """Trust a card whose fingerprint a person has confirmed by another way.

        Raises:
            CardError: It is not a sound card.
            FingerprintDiffersError: The fingerprint is another one; nothing is stored.
            KeyReplacedError: The office is known under another key.
            OwnCardError: It is our own card.
        """
        card = read_card(path)
        if not same_fingerprint(confirmed_fingerprint, card.public_key):
            raise FingerprintDiffersError(name=card.name)
        title = "Tin cậy thẻ của “{name}”"
        with self._database.writing(title, kind="trust", name=card.name, always=True) as work:
            if card.office_id == work.office().office_id:
                raise OwnCardError
            known = work.session.get(KnownOffice, card.office_id)
            if known is not None and known.is_trusted and not has_same_key(known, card):
                raise KeyReplacedError(name=card.name)
            keep_card(work, card, work.session.journal.actor)
            work.commit()
        return Changes.PACKAGES

    def withdraw(self, office_id: str) -> Changes:
        """Stop trusting an office; what was merged stays."""
        title = "Gỡ tin cậy “{name}”"
        with self._database.writing(title, kind="trust", always=True) as work:
            known = work.get(KnownOffice, office_id, "văn phòng")
            work.note(name=known.name)
            known.is_trusted = False
            work.commit()
        return Changes.PACKAGES

    def offices(self) -> tuple[KnownOfficeRow, ...]:
        """Return the offices whose cards we hold, by name."""
        with self._database.reading() as work:
            return tuple(
                KnownOfficeRow(
                    office_id=row.office_id,
                    code=row.code,
                    name=row.name,
                    level_code=row.level_code,
                    public_key=row.public_key,
                    is_trusted=row.is_trusted,
                    trusted_at=row.trusted_at,
                )
                for row in work.find(KnownOffice, "name")
            )

    def fingerprint_of(self, office_id: str) -> str:
        """Return the fingerprint of a known office."""
        with self._database.reading() as work:
            known = work.get(KnownOffice, office_id, "văn phòng")
            return fingerprint(base64.b64decode(known.public_key))
