"""The columns of the entry grid, one for each item of a registration (cột bảng nhập)."""

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.column_condition import SORTS, sort_name
from dvk_desktop.domain.records.registration import RegistrationDetail
from dvk_desktop.domain.registration_cells import (
    NO_LISTS,
    CellKind,
    cell_text,
    kind_of,
)
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.views.item_models.columns import NUMBER, TEXT, Column
from dvk_desktop.views.translation import worded

STATE = "state"
"""The one column that is only read."""

_FIRST = (
    ("name", 250),
    ("unit_id", 150),
    ("sector_code", 130),
    ("subject_type", 104),
    ("kind", 124),
    ("registered_on", 112),
    ("people_count", 104),
    ("cost", 152),
    ("work_days", 108),
    ("land_area", 100),
    ("lead_body", 150),
    ("address", 140),
    ("contact_name", 140),
    ("contact_phone", 124),
)


def grid_columns() -> tuple[Column[RegistrationDetail], ...]:
    """Return the columns; those that are rarely typed in a list are hidden at first."""
    translate = QCoreApplication.translate
    short = {
        "unit_id": translate("registration_columns", "Đơn vị"),
        "kind": translate("registration_columns", "Loại đăng ký"),
        "registered_on": translate("registration_columns", "Ngày nhận"),
        "people_count": translate("registration_columns", "Số người"),
        "cost": translate("registration_columns", "Kinh phí (đồng)"),
        "work_days": translate("registration_columns", "Ngày công"),
        "land_area": translate("registration_columns", "Đất (m²)"),
    }
    shown = dict(_FIRST)
    state = Column[RegistrationDetail](
        STATE,
        translate("registration_columns", "Trạng thái"),
        lambda row: worded(row.state.label),
        width=130,
    )
    rest = (field for field in FIELD_LABELS if field not in shown)
    first = [_column(field, short.get(field), width) for field, width in _FIRST]
    later = [_column(field, short.get(field), 150, is_hidden=True) for field in rest]
    return (*first, state, *later)


def _column(
    field: str, heading: str | None, width: int, *, is_hidden: bool = False
) -> Column[RegistrationDetail]:
    return Column[RegistrationDetail](
        field,
        heading or worded(FIELD_LABELS[field]),
        lambda row: cell_text(field, getattr(row.draft, field), NO_LISTS),
        alignment=NUMBER if kind_of(field) is CellKind.NUMBER else TEXT,
        width=width,
        is_hidden=is_hidden,
        sortable=sort_name(field) in SORTS,
    )
