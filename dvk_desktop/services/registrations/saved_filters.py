"""Filters of registrations that were saved by name (bộ lọc đã lưu)."""

from dataclasses import dataclass, replace
from typing import Any

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.filter_json import filter_from_plain, filter_to_plain
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.vietnamese.folding import fold_tones
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.models import Sector, Setting, Unit
from dvk_desktop.storage.queries.settings import settings_under
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

# Among the settings of the database, not of the person's computer: backups keep them, whoever
# sits at the desk has them, and packages leave them out, for another office has other units.
_PREFIX = "registration_filter"
_LONGEST = 60


class FilterNameError(DvkError):
    """A filter needs a name, and a short one (tên bộ lọc)."""

    code = "FILTER_NAME"
    template = "Hãy đặt cho bộ lọc một tên dài không quá {longest} chữ."


class FilterNameTakenError(DvkError):
    """Another filter has the name (tên bộ lọc đã có)."""

    code = "FILTER_NAME_TAKEN"
    template = "Đã có bộ lọc tên “{name}”. Hãy chọn tên khác, hoặc ghi đè bộ lọc đó."


class UnknownFilterError(DvkError):
    """No filter has the name (không có bộ lọc)."""

    code = "FILTER_UNKNOWN"
    template = "Không có bộ lọc “{name}”. Các bộ lọc đã lưu: {known}."


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter with its name; ``gone`` names what it asks for and there is no more (bộ lọc)."""

    name: str
    wanted: RegistrationFilter
    gone: tuple[str, ...] = ()


class SavedFilterService:
    """Keeps filters by name; names that differ in capitals only are one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> tuple[str, ...]:
        """Return the names of all saved filters in Vietnamese order."""
        with self._database.reading() as work:
            return _names(work)

    def read(self, name: str, campaign_id: str | None = None) -> SavedFilter:
        """Return a filter for a campaign, and what of it there is no more.

        Raises:
            UnknownFilterError: There is none of this name.
        """
        with self._database.reading() as work:
            value = _row(work, name).value
            wanted = filter_from_plain(value["filter"])
            wanted = replace(wanted, campaign_id=campaign_id)
            return SavedFilter(value["name"], wanted, _gone(work, wanted, value))

    def save(self, name: str, wanted: RegistrationFilter, *, overwrites: bool = False) -> None:
        """Keep conditions, search text and order under a name.

        Raises:
            FilterNameError: The name is empty or too long.
            FilterNameTakenError: There is one of this name, and it may not be overwritten.
        """
        clean = _clean(name)
        with self._database.writing("Lưu bộ lọc") as work:
            row = work.first(Setting, key=_key(clean))
            if row is not None and not overwrites:
                raise FilterNameTakenError(name=row.value["name"])
            value = {
                "name": clean,
                "filter": filter_to_plain(wanted),
                "named": _named(work, wanted),
            }
            if row is None:
                work.add(Setting(key=_key(clean), value=value))
            else:
                row.value = value
            work.commit()

    def rename(self, name: str, new_name: str) -> None:
        """Give a filter another name.

        Raises:
            UnknownFilterError: There is none of this name.
            FilterNameError: The new name is empty or too long.
            FilterNameTakenError: Another filter has the new name.
        """
        clean = _clean(new_name)
        with self._database.writing("Đổi tên bộ lọc") as work:
            row = _row(work, name)
            value = row.value | {"name": clean}
            other = work.first(Setting, key=_key(clean))
            if other is not None and other.key != row.key:
                raise FilterNameTakenError(name=other.value["name"])
            work.session.delete(row)
            work.session.flush()
            work.add(Setting(key=_key(clean), value=value))
            work.commit()

    def remove(self, name: str) -> None:
        """Forget a filter.

        Raises:
            UnknownFilterError: There is none of this name.
        """
        with self._database.writing("Xóa bộ lọc") as work:
            work.session.delete(_row(work, name))
            work.commit()


def _clean(name: str) -> str:
    clean = clean_line(name)
    if not clean or len(clean) > _LONGEST:
        raise FilterNameError(longest=_LONGEST)
    return clean


def _key(name: str) -> str:
    return f"{_PREFIX}:{fold_tones(clean_line(name))}"


def _names(work: UnitOfWork) -> tuple[str, ...]:
    names = (str(row.value["name"]) for row in settings_under(work.session, _PREFIX))
    return tuple(sorted(names, key=collation_key))


def _row(work: UnitOfWork, name: str) -> Setting:
    row = work.first(Setting, key=_key(name))
    if row is None:
        raise UnknownFilterError(name=name, known=", ".join(_names(work)) or "–")
    return row


def _named(work: UnitOfWork, wanted: RegistrationFilter) -> dict[str, str]:
    """Return how the unit and the sector of the lists above the table are called now."""
    named: dict[str, str] = {}
    unit = work.first(Unit, id=wanted.unit_id) if wanted.unit_id else None
    if unit is not None:
        named["unit_id"] = unit.name
    if wanted.sector_code:
        named["sector_code"] = wanted.sector_code
    return named


def _gone(work: UnitOfWork, wanted: RegistrationFilter, value: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of units and sectors that the filter asks for in vain."""
    equal = {} if wanted.campaign_id is None else {"campaign_id": wanted.campaign_id}
    known = {
        "unit_id": {unit.id for unit in work.find(Unit)},
        "sector_code": {sector.code for sector in work.find(Sector, **equal)},
    }
    gone: list[str] = []
    for column, present in known.items():
        chosen = getattr(wanted, column)
        if chosen is not None and chosen not in present:
            gone.append(str(value.get("named", {}).get(column, chosen)))
        for each in wanted.columns:
            if each.column == column:
                missing = (one for one in each.values if one and one not in present)
                gone += [each.label_of(one) for one in missing]
    return tuple(dict.fromkeys(gone))
