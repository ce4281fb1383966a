"""Registrations as they travel between layers (đăng ký mô hình)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.column_condition import ColumnCondition, SortKey
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType


@dataclass(frozen=True, slots=True)
class RegistrationDraft:
    """All that a person may type about a registration (phiếu đăng ký)."""

    unit_id: str
    name: str
    co_unit_ids: tuple[str, ...] = ()
    lead_body: str = ""
    sector_code: str | None = None
    subject_type: SubjectType | None = None
    kind: RegistrationKind | None = None
    target_level: str | None = None
    exemplar_id: str | None = None
    registered_on: date | None = None
    address: str = ""
    situation: str = ""
    goals: str = ""
    content: str = ""
    area_beneficiaries: str = ""
    forces: str = ""
    resources: str = ""
    timeline: str = ""
    outputs: str = ""
    sustainability: str = ""
    people_count: int | None = None
    cost: int | None = None
    work_days: Decimal | None = None
    land_area: Decimal | None = None
    contact_name: str = ""
    contact_title: str = ""
    contact_phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegistrationDetail:
    """One registration with all its items and where it stands (chi tiết đăng ký)."""

    id: str
    campaign_id: str
    draft: RegistrationDraft
    unit_name: str
    state: RegistrationState
    is_late: bool
    open_fields: tuple[str, ...]
    submitted_on: date | None
    source_file: str
    days_late: int = 0
    co_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """One line of the list of registrations (dòng danh sách đăng ký).

    ``co_units`` are the names of the units that run it together with the one that leads.
    """

    id: str
    name: str
    unit_id: str
    unit_name: str
    unit_code: str
    lead_body: str
    sector_code: str | None
    subject_type: SubjectType | None
    kind: RegistrationKind | None
    year: int
    state: RegistrationState
    is_late: bool
    registered_on: date | None
    address: str
    source_file: str
    co_unit_ids: tuple[str, ...] = ()
    attachments: int = 0
    sites: int = 0
    co_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrationFilter:
    """What a list of registrations shows and in which order (bộ lọc).

    ``sort`` is a column of the list: name, unit, sector_code, subject_type, kind, state,
    registered_on; ``then_by`` settles what is equal there. ``columns`` narrows single columns.
    ``unit_id`` takes the units below it too, and what they run together with
    another unit unless ``only_leading``.
    """

    campaign_id: str | None = None
    text: str = ""
    unit_id: str | None = None
    sector_code: str | None = None
    subject_type: SubjectType | None = None
    kind: RegistrationKind | None = None
    states: tuple[RegistrationState, ...] = ()
    only_late: bool = False
    only_leading: bool = False
    sort: str = "unit"
    descending: bool = False
    then_by: tuple[SortKey, ...] = ()
    columns: tuple[ColumnCondition, ...] = ()

    @property
    def order(self) -> tuple[SortKey, ...]:
        """All keys of the order, the first one first."""
        return ((self.sort, self.descending), *self.then_by)

    def ordered(self, keys: Sequence[SortKey]) -> "RegistrationFilter":
        """Return the same filter in another order; without keys in the order of units."""
        (sort, descending), *rest = keys or (("unit", False),)
        return replace(self, sort=sort, descending=descending, then_by=tuple(rest))

    def without_column(self, column: str) -> "RegistrationFilter":
        """Return the filter with one column left as it is."""
        rest = tuple(each for each in self.columns if each.column != column)
        return replace(self, columns=rest)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One step in the life of a registration (lịch sử)."""

    happened_on: date
    action: str
    from_state: RegistrationState
    to_state: RegistrationState
    note: str
    actor: str


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """An item that a unit changed after a return (thay đổi sau khi trả lại)."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ContinuableRow:
    """A model of the campaign before that may go on in this one (mô hình năm trước)."""

    id: str
    name: str
    unit_id: str
    unit_name: str
    sector_code: str | None
    year: int
    state: RegistrationState


@dataclass(frozen=True, slots=True)
class Continued:
    """The drafts that were made, and how many models were here already (kết quả tiếp tục)."""

    ids: tuple[str, ...]
    skipped: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ModelOffer:
    """A model to keep up or to repeat, by one of its registrations (mô hình gốc)."""

    exemplar_id: str
    registration_id: str
    name: str
    unit_name: str
    year: int
    state: RegistrationState


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """The same model in another year or unit (năm khác).

    ``decision`` is empty unless recognised, ``unit_name`` unless it is another unit.
    """

    id: str
    year: int
    name: str
    state: RegistrationState
    decision: str
    unit_name: str = ""
