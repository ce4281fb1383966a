"""Lists of registrations with every item, to read on or to save as Excel (danh sách đầy đủ)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk_desktop.documents.workbook import write_rows_xlsx
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import (
    RegistrationDetail,
    RegistrationDraft,
    RegistrationFilter,
    RegistrationRow,
)
from dvk_desktop.domain.records.report import Cell, ColumnKind, ReportColumn
from dvk_desktop.domain.records.site import SiteRow
from dvk_desktop.domain.registration_fields import CONTENT_LABELS, FIELD_LABELS, ITEM_LABELS
from dvk_desktop.domain.registration_states import open_fields
from dvk_desktop.models import Registration, Unit
from dvk_desktop.storage.queries.registrations import registration_rows
from dvk_desktop.storage.sites import sites_by_registration
from dvk_desktop.storage.unit_of_work import Database

_NUMBER = ReportColumn("number", "STT", ColumnKind.INTEGER, 6)
_COLUMNS = (
    _NUMBER,
    ReportColumn("name", FIELD_LABELS["name"], ColumnKind.TEXT, 44),
    ReportColumn("unit", FIELD_LABELS["unit_id"], ColumnKind.TEXT, 26),
    ReportColumn("unit_code", "Mã đơn vị", ColumnKind.TEXT, 10),
    ReportColumn("co_units", ITEM_LABELS["co_unit_ids"], ColumnKind.TEXT, 26),
    ReportColumn("lead_body", FIELD_LABELS["lead_body"], ColumnKind.TEXT, 28),
    ReportColumn("sector_code", FIELD_LABELS["sector_code"], ColumnKind.TEXT, 10),
    ReportColumn("subject_type", FIELD_LABELS["subject_type"], ColumnKind.TEXT, 12),
    ReportColumn("kind", FIELD_LABELS["kind"], ColumnKind.TEXT, 14),
    ReportColumn("year", "Năm", ColumnKind.TEXT, 7),
    ReportColumn("state", "Trạng thái", ColumnKind.TEXT, 18),
    ReportColumn("late", "Gửi muộn", ColumnKind.TEXT, 10),
    ReportColumn("registered_on", FIELD_LABELS["registered_on"], ColumnKind.DATE, 14),
    ReportColumn("address", FIELD_LABELS["address"], ColumnKind.TEXT, 26),
    ReportColumn("sites", "Số điểm mô hình", ColumnKind.INTEGER, 9),
)
_LATER = (
    *((name, ColumnKind.TEXT, 36) for name in CONTENT_LABELS),
    ("people_count", ColumnKind.INTEGER, 12),
    ("cost", ColumnKind.INTEGER, 14),
    ("work_days", ColumnKind.DECIMAL, 12),
    ("land_area", ColumnKind.DECIMAL, 14),
    ("contact_name", ColumnKind.TEXT, 22),
    ("contact_title", ColumnKind.TEXT, 20),
    ("contact_phone", ColumnKind.TEXT, 14),
    ("note", ColumnKind.TEXT, 24),
)


class RegisterFormatError(DvkError):
    """A list is saved as Excel only (định dạng danh sách)."""

    code = "REGISTER_FORMAT"
    template = "Không ghi được danh sách dạng “{suffix}”. Hãy chọn tên tệp có đuôi .xlsx."


@dataclass(frozen=True, slots=True)
class FullRegistration:
    """One line of the list together with all items (dòng đầy đủ)."""

    row: RegistrationRow
    detail: RegistrationDetail
    co_unit_codes: tuple[str, ...] = ()
    sites: tuple[SiteRow, ...] = ()


class RegisterService:
    """Reads and saves lists of registrations with every item."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def full(self, wanted: RegistrationFilter) -> list[FullRegistration]:
        """Return what the filter leaves, in its order."""
        with self._database.reading() as work:
            rows = registration_rows(work.session, wanted)
            equal = {} if wanted.campaign_id is None else {"campaign_id": wanted.campaign_id}
            records = {record.id: record for record in work.find(Registration, **equal)}
            codes = {unit.id: unit.code for unit in work.find(Unit)}
            sites = sites_by_registration(work, [row.id for row in rows if row.sites])
            return [
                FullRegistration(
                    row,
                    _detail(row, records[row.id]),
                    tuple(codes[one] for one in row.co_unit_ids if one in codes),
                    sites.get(row.id, ()),
                )
                for row in rows
            ]

    def save(self, rows: list[FullRegistration], path: Path) -> None:
        """Save a list as an Excel workbook with a filter over each column.

        Raises:
            RegisterFormatError: The name does not end with .xlsx.
            FileWriteError: The file cannot be written.
        """
        if path.suffix.lower() != ".xlsx":
            raise RegisterFormatError(suffix=path.suffix)
        later = tuple(
            ReportColumn(name, FIELD_LABELS[name], kind, width) for name, kind, width in _LATER
        )
        cells = [_cells(number, full) for number, full in enumerate(rows, start=1)]
        write_rows_xlsx((*_COLUMNS, *later), cells, path)


def _detail(row: RegistrationRow, record: Registration) -> RegistrationDetail:
    values: dict[str, Any] = {
        name: getattr(record, name) for name in RegistrationDraft.__dataclass_fields__
    }
    return RegistrationDetail(
        id=record.id,
        campaign_id=record.campaign_id,
        draft=RegistrationDraft(**values),
        unit_name=row.unit_name,
        state=record.state,
        is_late=record.is_late,
        open_fields=tuple(sorted(open_fields(record.state, record.open_fields or ()))),
        submitted_on=record.submitted_on,
        source_file=record.source_file,
        co_units=row.co_units,
    )


def _cells(number: int, full: FullRegistration) -> list[Cell]:
    row, draft = full.row, full.detail.draft
    cells: list[Cell] = [
        number,
        row.name,
        row.unit_name,
        row.unit_code,
        ", ".join(row.co_units),
        row.lead_body,
        row.sector_code,
        row.subject_type.label if row.subject_type is not None else None,
        row.kind.label if row.kind is not None else None,
        str(row.year),
        row.state.label,
        "x" if row.is_late else None,
        row.registered_on,
        row.address,
        row.sites or None,
    ]
    return [*cells, *(getattr(draft, name) for name, _, _ in _LATER)]
