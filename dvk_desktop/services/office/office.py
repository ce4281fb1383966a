"""The office itself: founding it, its settings and signatories (văn phòng)."""

import base64
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, MissingFieldsError
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.records.office import OfficeRow, SignatoryRow
from dvk_desktop.domain.records.unit import LevelRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.exchange.package.age_keys import new_age_keys
from dvk_desktop.exchange.package.signing import new_keys, save_private_key, save_secret
from dvk_desktop.models import Level, Office, Setting, Signatory, Unit
from dvk_desktop.services.keeping.replica import ensure_replica
from dvk_desktop.storage.key_files import AGE_FILE, CARD_AGE_FILE, KEY_FILE, keys_folder
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

LEVEL_PRESETS: dict[str, tuple[LevelRow, ...]] = {
    "three-tier": (
        LevelRow("province", "Tỉnh", 1),
        LevelRow("district", "Huyện", 2),
        LevelRow("commune", "Xã", 3),
        LevelRow("base", "Cơ sở", 4),
    ),
    "two-tier": (
        LevelRow("province", "Tỉnh", 1),
        LevelRow("commune", "Xã", 2),
        LevelRow("base", "Cơ sở", 3),
    ),
}
"""The tree until 30/6/2025 and the one after; both are rows that an office may change."""


_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}")
"""The code stands in names of files, in keys of records and is typed in commands."""


class AlreadyFoundedError(DvkError):
    """The data folder belongs to an office already (đã có văn phòng)."""

    code = "OFFICE_EXISTS"
    template = (
        "Thư mục dữ liệu này đã là của “{name}”. Hãy chọn một thư mục khác để lập văn phòng mới."
    )


class UnknownLevelError(DvkError):
    """The level is not one of the office's tree (cấp không có)."""

    code = "LEVEL_UNKNOWN"
    template = "Không có cấp “{level}”. Các cấp đang dùng: {known}."


class OfficeCodeError(DvkError):
    """A code is short and goes into names of files (mã văn phòng không dùng được)."""

    code = "OFFICE_CODE"
    template = (
        "Mã văn phòng “{office}” không dùng được. Hãy chọn từ 1 đến 20 chữ không dấu, chữ số,"
        " dấu chấm, gạch nối hoặc gạch dưới, ví dụ YENMO."
    )


def is_office_code(code: str) -> bool:
    """Say whether a code can be an office's: it cannot be changed later."""
    return _CODE.fullmatch(clean_line(code)) is not None


def require_level(preset: str, level: str) -> None:
    """Refuse a level that the preset does not have; asked before a database is made.

    Raises:
        UnknownLevelError: The preset has no such level.
    """
    known = [row.code for row in LEVEL_PRESETS[preset]]
    if level not in known:
        raise UnknownLevelError(level=level, known=", ".join(known))


def require_office_names(code: str, name: str) -> None:
    """Refuse an office without a name, or with a code that cannot be one.

    Raises:
        MissingFieldsError: Says which is missing.
        OfficeCodeError: The code has other signs than letters, digits and . _ -
    """
    labels = {"code": ("Mã văn phòng", code), "name": ("Tên văn phòng", name)}
    missing = tuple(field for field, (_, value) in labels.items() if not clean_line(value))
    if missing:
        raise MissingFieldsError(missing, ", ".join(labels[field][0] for field in missing))
    if not is_office_code(code):
        raise OfficeCodeError(office=clean_line(code))


class OfficeService:
    """Founds the office and keeps what belongs to it alone."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def found(
        self,
        *,
        code: str,
        name: str,
        level: str,
        preset: str = "three-tier",
        is_sample: bool = False,
    ) -> Changes:
        """Make this empty database the office's: levels, its own unit, identity.

        Raises:
            AlreadyFoundedError: The database has an owner.
            UnknownLevelError: The preset has no such level.
            MissingFieldsError: Code or name is empty.
            OfficeCodeError: The code cannot be one.
        """
        require_level(preset, level)
        require_office_names(code, name)
        levels = LEVEL_PRESETS[preset]
        with self._database.writing("Lập văn phòng “{name}”", kind="founding", name=name) as work:
            owner = work.first(Office)
            if owner is not None:
                raise AlreadyFoundedError(name=owner.name)
            office = Office(
                id=1,
                office_id=new_id(),
                replica_id=new_id(),
                code=clean_line(code),
                name=clean_line(name),
                level_code=level,
                public_key=self.make_keys(),
                is_sample=is_sample,
            )
            work.add(office)
            for row in levels:
                work.add(Level(**asdict(row)))
            unit = Unit(code=office.code, name=office.name, level_code=level)
            office.unit_id = work.add(unit).id
            work.commit()
        ensure_replica(self._database, self._folder)
        return Changes.SETTINGS | Changes.UNITS

    def make_keys(self) -> str:
        """Make the office's keys in files only the user can read; returns the public one."""
        folder = keys_folder(self._folder)
        folder.mkdir(parents=True, exist_ok=True)
        keys, age = new_keys(), new_age_keys()
        save_private_key(folder / KEY_FILE, keys.private_key)
        save_secret(folder / AGE_FILE, age.identity.encode("ascii"))
        (folder / CARD_AGE_FILE).write_text(age.recipient, "ascii")
        return base64.b64encode(keys.public_key).decode("ascii")

    def is_founded(self) -> bool:
        """Say whether the database has an owner yet."""
        with self._database.reading() as work:
            return work.first(Office) is not None

    def office(self) -> OfficeRow:
        """Return the owner of this database.

        Raises:
            NotFoundError: The data folder has not been set up.
        """
        with self._database.reading() as work:
            return office_row(work)

    def levels(self) -> tuple[LevelRow, ...]:
        """Return the levels from the top down."""
        with self._database.reading() as work:
            rows = work.find(Level, "rank")
            return tuple(LevelRow(row.code, row.name, row.rank) for row in rows)

    def rename(self, name: str) -> Changes:
        """Change the name of the office on its papers; its unit, the territory, keeps its own."""
        title = "Đổi tên văn phòng thành “{name}”"
        facts: dict[str, Any] = {"always": True, "name": clean_line(name)}
        with self._database.writing(title, kind="setting", **facts) as work:
            office = work.office()
            office.name = clean_line(name)
            work.commit()
        return Changes.SETTINGS

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting of the office."""
        with self._database.reading() as work:
            row = work.first(Setting, key=key)
            return default if row is None else row.value

    def put_settings(self, values: dict[str, Any]) -> Changes:
        """Store settings of the office."""
        facts: dict[str, Any] = {"always": True, "keys": ", ".join(sorted(values))}
        with self._database.writing("Sửa thiết lập: {keys}", kind="setting", **facts) as work:
            for key, value in values.items():
                row = work.first(Setting, key=key)
                if row is None:
                    work.add(Setting(key=key, value=value))
                else:
                    row.value = value
            work.commit()
        return Changes.SETTINGS

    def signatories(self) -> tuple[SignatoryRow, ...]:
        """Return the people who sign, in the order they were entered."""
        with self._database.reading() as work:
            return tuple(_signatory_row(row) for row in work.find(Signatory, "id"))

    def save_signatory(self, row: SignatoryRow) -> Changes:
        """Add or change a person who signs."""
        with self._database.writing("Ghi người ký “{name}”", name=row.name) as work:
            values = asdict(row)
            record_id = values.pop("id")
            if record_id is None:
                work.add(Signatory(**values))
            else:
                record = work.get(Signatory, record_id, "người ký")
                for name, value in values.items():
                    setattr(record, name, value)
            work.commit()
        return Changes.SETTINGS

    def remove_signatory(self, record_id: str) -> Changes:
        """Remove a person from the list; papers already signed keep the name."""
        with self._database.writing("Bỏ người ký") as work:
            record = work.get(Signatory, record_id, "người ký")
            work.note(name=record.name)
            work.delete(record)
            work.commit()
        return Changes.SETTINGS


def office_row(work: UnitOfWork) -> OfficeRow:
    """Return the owner of the database as a record."""
    office = work.office()
    level = work.first(Level, code=office.level_code)
    return OfficeRow(
        office_id=office.office_id,
        replica_id=office.replica_id,
        unit_id=office.unit_id,
        code=office.code,
        name=office.name,
        level_code=office.level_code,
        level_name=level.name if level is not None else office.level_code,
        public_key=office.public_key,
        is_sample=office.is_sample,
    )


def _signatory_row(record: Signatory) -> SignatoryRow:
    return SignatoryRow(
        name=record.name,
        title=record.title,
        form=record.form,
        body=record.body,
        head_title=record.head_title,
        is_party_committee=record.is_party_committee,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        id=record.id,
    )
