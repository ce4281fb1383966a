"""New keys for the same office after its computer was lost or broken (lập khóa mới).

The office keeps its id. Its card announces the keys before, and every other office confirms the
new one by telephone; until then it takes nothing from us.
"""

from datetime import date
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.exchange.package.manifest import encode_key
from dvk_desktop.exchange.package.signing import KeyDamagedError, KeyMissingError, public_key_of
from dvk_desktop.exchange.package.superseding import superseded_member
from dvk_desktop.models import Office, Setting
from dvk_desktop.services.exchange.office_cards import SUPERSEDED_KEYS
from dvk_desktop.services.exchange.office_keys import KeysLockedError, OfficeKeys
from dvk_desktop.services.office.office import OfficeService
from dvk_desktop.storage.key_files import put_aside, take_back
from dvk_desktop.storage.replica import take_new_replica_id
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


class KeyState(Labelled):
    """Whether the keys in the data folder are the office's (tình trạng khóa)."""

    SOUND = "sound", "Khóa đúng của văn phòng này"
    MISSING = "missing", "Máy này không có tệp khóa của văn phòng"
    OTHER = "other", "Tệp khóa ở máy này không phải khóa của văn phòng"


class RenewalReasonError(DvkError):
    """Whoever reads the history must see why there is a new key (thiếu lý do)."""

    code = "KEY_REASON"
    template = "Hãy ghi lý do lập khóa mới, ví dụ: máy tính bị mất ngày 12/10."


class RenewalDayError(DvkError):
    """A key cannot count no more from a day to come (ngày ngừng dùng ở tương lai)."""

    code = "KEY_DAY"
    template = "Ngày ngừng dùng khóa cũ ({day}) chưa tới. Hãy ghi ngày máy bị mất hoặc hôm nay."


class KeyRenewalService:
    """Says whether the keys are here, and makes new ones for the same office."""

    def __init__(self, database: Database, office: OfficeService, keys: OfficeKeys) -> None:
        self._database = database
        self._office = office
        self._keys = keys

    def state(self) -> KeyState:
        """Say whether the office's own keys lie in the data folder; locked ones are believed."""
        with self._database.reading() as work:
            known = work.office().public_key
        try:
            found = public_key_of(self._keys.signing_key())
            self._keys.age_recipient()
        except KeysLockedError:
            return KeyState.SOUND
        except (KeyMissingError, KeyDamagedError):
            return KeyState.MISSING
        return KeyState.SOUND if encode_key(found) == known else KeyState.OTHER

    def renew(self, *, withdrawn_on: date, reason: str) -> Changes:
        """Make a new key pair and a new replica id; the old key files are kept aside.

        Where the old key is still here and open, it signs its successor as well.

        Raises:
            RenewalReasonError: There is no reason.
            RenewalDayError: The day is still to come.
            FileWriteError: The drive refuses; the old keys still hold.
        """
        why = clean_line(reason)
        if not why:
            raise RenewalReasonError
        title = "Lập khóa mới của văn phòng, khóa cũ ngừng dùng từ {day}: {reason}"
        facts: dict[str, Any] = {"day": f"{withdrawn_on:%d/%m/%Y}", "reason": why}
        with self._database.writing(title, kind="trust", always=True, **facts) as work:
            if withdrawn_on > work.now.date():
                raise RenewalDayError(day=f"{withdrawn_on:%d/%m/%Y}")
            office = work.office()
            old_key, old_private = office.public_key, self._old_private_key(office.public_key)
            put_aside(self._keys.place, old_key)
            try:
                office.public_key = self._office.make_keys()
                self._announce(work, old_key, withdrawn_on, old_private)
                work.note(old_replica=office.replica_id)
                work.note(new_replica=take_new_replica_id(work))
                work.commit()
            except BaseException:
                take_back(self._keys.place, old_key)
                raise
        self._keys.forget()
        return Changes.SETTINGS | Changes.PACKAGES

    def mend(self) -> bool:
        """Put the old keys back where a renewal was cut off before it was stored."""
        with self._database.reading() as work:
            office = work.first(Office)
            return office is not None and take_back(self._keys.place, office.public_key)

    def _old_private_key(self, public_key: str) -> bytes | None:
        try:
            found = self._keys.signing_key()
        except (KeysLockedError, KeyMissingError, KeyDamagedError):
            return None
        return found if encode_key(public_key_of(found)) == public_key else None

    def _announce(
        self, work: UnitOfWork, old_key: str, withdrawn_on: date, old_private: bytes | None
    ) -> None:
        office = work.office()
        member = superseded_member(
            office.office_id, office.public_key, old_key, withdrawn_on, old_private
        )
        row = work.first(Setting, key=SUPERSEDED_KEYS)
        if row is None:
            work.add(Setting(key=SUPERSEDED_KEYS, value=[member]))
        else:
            row.value = [member, *row.value]
