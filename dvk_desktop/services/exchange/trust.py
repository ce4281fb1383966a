"""Office cards and trust: whose packages may be merged (thẻ văn phòng, tin cậy)."""

import base64
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dvk_desktop.documents.office_card import write_card_paper
from dvk_desktop.documents.qr_modules import Modules, qr_modules
from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.office import CardPaper, KnownOfficeRow, WithdrawnKey
from dvk_desktop.domain.records.package import OfficeCard
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.exchange.package.cards import members_of, read_card, write_card
from dvk_desktop.exchange.package.manifest import decode_key, encode_key
from dvk_desktop.exchange.package.signing import fingerprint, same_fingerprint
from dvk_desktop.exchange.package.superseding import superseded_keys
from dvk_desktop.models import KnownOffice, Level
from dvk_desktop.services.exchange.office_cards import (
    OFFICE_CARD,
    has_same_key,
    keep_card,
    make_own_card,
)
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.services.exchange.paper_heads import paper_head
from dvk_desktop.services.exchange.withdrawn_keys import withdraw_key, withdrawn_keys
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


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
        " Hãy gọi điện hỏi; chỉ khi họ xác nhận đã lập khóa mới, hãy xác nhận việc đổi khóa với"
        " ngày khóa cũ ngừng dùng và tên người đã nghe máy."
    )


class KeyNotReplacedError(DvkError):
    """The card shows no other key than the known one (khóa không đổi)."""

    code = "KEY_SAME"
    template = "Thẻ của “{name}” không mang khóa mới nào, nên không có gì để đổi."


class OldKeyCardError(DvkError):
    """The card shows a key that its office has withdrawn (thẻ mang khóa cũ)."""

    code = "CARD_KEY_WITHDRAWN"
    template = (
        "Thẻ này của “{name}” mang khóa đã ngừng dùng từ {day}. Không dùng thẻ này; hãy xin thẻ"
        " mới của văn phòng đó."
    )


class CallUnnamedError(DvkError):
    """Whoever confirmed a new key over the telephone is not named (thiếu người xác nhận)."""

    code = "KEY_CALL"
    template = "Hãy ghi tên người của “{name}” đã xác nhận khóa mới qua điện thoại."


class WithdrawalDayError(DvkError):
    """A key cannot count no more from a day to come (ngày ngừng dùng ở tương lai)."""

    code = "KEY_DAY_AHEAD"
    template = "Ngày khóa cũ ngừng dùng ({day}) chưa tới. Hãy hỏi lại ngày họ bị mất máy."


class OwnCardError(DvkError):
    """An office need not trust itself (thẻ của chính mình)."""

    code = "CARD_OWN"
    template = "Đây là thẻ của chính văn phòng này. Hãy chọn thẻ của văn phòng khác."


@dataclass(frozen=True, slots=True)
class CardPreview:
    """A card that was read and checked, before anybody trusts it (xem thẻ).

    ``is_other_key`` is the alarm: we know the office under another key, ``old_fingerprint``. What
    the card says of that key, the day and whether it signed its successor, is not proof.
    """

    office_id: str
    code: str
    name: str
    level_code: str
    fingerprint: str
    is_trusted: bool
    is_other_key: bool = False
    old_fingerprint: str = ""
    withdrawn_on: date | None = None
    is_signed_by_old: bool = False


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
            OldKeyCardError: Its office has withdrawn the key that it shows.
        """
        card = read_card(path)
        older = superseded_keys(card, path.name)
        with self._database.reading() as work:
            _refuse_old_key(work, card)
            known = work.session.get(KnownOffice, card.office_id)
            is_same = known is not None and has_same_key(known, card)
            is_trusted = known is not None and known.is_trusted and is_same
            old = "" if known is None or is_same else known.public_key
        announced = next((one for one in older if one.public_key == old), None)
        return CardPreview(
            office_id=card.office_id,
            code=card.code,
            name=card.name,
            level_code=card.level,
            fingerprint=fingerprint(card.public_key),
            is_trusted=is_trusted,
            is_other_key=bool(old),
            old_fingerprint=fingerprint(decode_key(old)) if old else "",
            withdrawn_on=None if announced is None else announced.withdrawn_on,
            is_signed_by_old=announced is not None and announced.is_signed,
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
            _refuse_old_key(work, card)
            known = work.session.get(KnownOffice, card.office_id)
            if known is not None and not has_same_key(known, card):
                raise KeyReplacedError(name=card.name)
            keep_card(work, card, work.session.journal.actor)
            work.commit()
        return Changes.PACKAGES

    def replace_key(
        self, path: Path, confirmed_fingerprint: str, *, withdrawn_on: date, spoken_with: str
    ) -> Changes:
        """Trust another key of a known office, which it confirmed over the telephone.

        The key before, and what the card names besides, counts no more from a day on: packages
        under it that were not merged yet are refused. The history keeps who confirmed it.

        Raises:
            CardError: It is not a sound card.
            FingerprintDiffersError: The fingerprint is another one; nothing is stored.
            KeyNotReplacedError: The office is not known, or by this very key.
            OldKeyCardError: The card shows a key that was withdrawn.
            CallUnnamedError: Nobody is named who confirmed it.
            WithdrawalDayError: The day is still to come.
        """
        card = read_card(path)
        older = superseded_keys(card, path.name)
        if not same_fingerprint(confirmed_fingerprint, card.public_key):
            raise FingerprintDiffersError(name=card.name)
        who, day = clean_line(spoken_with), f"{withdrawn_on:%d/%m/%Y}"
        if not who:
            raise CallUnnamedError(name=card.name)
        title = "Đổi khóa của “{name}” sau khi gọi điện gặp {who}; khóa cũ ngừng dùng từ {day}"
        facts: dict[str, Any] = {"name": card.name, "who": who, "day": day}
        with self._database.writing(title, kind="trust", always=True, **facts) as work:
            if withdrawn_on > work.now.date():
                raise WithdrawalDayError(day=day)
            _refuse_old_key(work, card)
            known = work.session.get(KnownOffice, card.office_id)
            if known is None or has_same_key(known, card):
                raise KeyNotReplacedError(name=card.name)
            days = {one.public_key: one.withdrawn_on for one in older}
            days[known.public_key] = withdrawn_on
            for key, last_day in days.items():
                withdraw_key(work, card.office_id, _withdrawn(work, key, last_day, who))
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
                    trusted_by=row.trusted_by,
                    withdrawn_keys=withdrawn_keys(work, row.office_id),
                )
                for row in work.find(KnownOffice, "name")
            )

    def fingerprint_of(self, office_id: str) -> str:
        """Return the fingerprint of a known office."""
        with self._database.reading() as work:
            known = work.get(KnownOffice, office_id, "văn phòng")
            return fingerprint(base64.b64decode(known.public_key))

    def own_card_text(self) -> str:
        """Return our whole signed card as ASCII text, which a file of a card may hold as well.

        Raises:
            KeyMissingError: The private key is not where it should be.
            KeysLockedError: It is under a passphrase that has not been given.
        """
        with self._database.reading() as work:
            return _as_text(make_own_card(work, self._keys))

    def own_card_squares(self) -> Modules:
        """Return the squares of our card's QR code for the screen.

        Raises:
            KeyMissingError: The private key is not where it should be.
            KeysLockedError: It is under a passphrase that has not been given.
        """
        return qr_modules(self.own_card_text(), is_for_paper=False)

    def own_card_paper(self) -> CardPaper:
        """Return what the page of our card says.

        Raises:
            KeyMissingError: The private key is not where it should be.
            KeysLockedError: It is under a passphrase that has not been given.
        """
        with self._database.reading() as work:
            card, own = make_own_card(work, self._keys), work.office()
            level = work.first(Level, code=own.level_code)
            older = superseded_keys(card, OFFICE_CARD)
            return CardPaper(
                **paper_head(work)._asdict(),
                name=own.name,
                code=own.code,
                level_name=own.level_code if level is None else level.name,
                digits=fingerprint(card.public_key),
                qr_text=_as_text(card),
                replaced_on=older[0].withdrawn_on if older else None,
            )

    def write_card_paper(self, path: Path) -> None:
        """Write the page of our card as a PDF, to be sent or pinned.

        Raises:
            KeyMissingError: The private key is not where it should be.
            KeysLockedError: It is under a passphrase that has not been given.
            FileWriteError: The drive refuses; the subclass says why.
        """
        write_card_paper(self.own_card_paper(), path)


def _as_text(card: OfficeCard) -> str:
    return json.dumps(members_of(card), ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _refuse_old_key(work: UnitOfWork, card: OfficeCard) -> None:
    key = encode_key(card.public_key)
    for one in withdrawn_keys(work, card.office_id):
        if one.public_key == key:
            day = date.fromisoformat(one.withdrawn_on)
            raise OldKeyCardError(name=card.name, day=f"{day:%d/%m/%Y}")


def _withdrawn(work: UnitOfWork, key: str, day: date, spoken_with: str) -> WithdrawnKey:
    return WithdrawnKey(
        public_key=key,
        withdrawn_on=day.isoformat(),
        confirmed_by=work.session.journal.actor,
        confirmed_at=work.now.isoformat(timespec="seconds"),
        spoken_with=spoken_with,
    )
