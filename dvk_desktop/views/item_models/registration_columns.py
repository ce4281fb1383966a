"""The columns of the list of registrations (cột của danh sách đăng ký)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics, QGuiApplication

from dvk_desktop.domain.records.registration import RegistrationRow
from dvk_desktop.domain.terms import Labelled, RegistrationState
from dvk_desktop.views.dates import format_date
from dvk_desktop.views.icons import dot, icon
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.item_models.joint_names import joint_name
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

_S = RegistrationState
_DOT_AND_MARGINS = 48
STATE_TONES: dict[RegistrationState, Tone] = {
    _S.SUBMITTED: Tone.WARNING,
    _S.RETURNED: Tone.DANGER,
    _S.ACCEPTED: Tone.ACCENT,
    _S.IN_PROGRESS: Tone.ACCENT,
    _S.SELF_SCORED: Tone.ACCENT,
    _S.APPRAISED: Tone.ACCENT,
    _S.RECOGNISED: Tone.SUCCESS,
    _S.MAINTAINED: Tone.SUCCESS,
}
"""What a state looks like; those that are not here are neutral."""


def state_tone(state: RegistrationState) -> Tone:
    """Return the colour of a state; its name always stands beside it."""
    return STATE_TONES.get(state, Tone.NEUTRAL)


def registration_columns() -> tuple[Column[RegistrationRow], ...]:
    """Return the columns, named as ``RegistrationFilter.sort`` knows them."""
    translate = QCoreApplication.translate
    return (
        Column(
            "name",
            translate("registration_columns", "Tên mô hình"),
            lambda row: row.name,
            stretch=True,
            tool_tip=lambda row: row.name,
        ),
        Column(
            "unit",
            translate("registration_columns", "Đơn vị"),
            _unit_text,
            decoration=lambda row: icon("users", Tone.ACCENT) if row.co_units else None,
            width=132,
            tool_tip=_unit_text,
        ),
        Column(
            "sector_code",
            translate("registration_columns", "Lĩnh vực"),
            lambda row: row.sector_code or "",
            width=96,
        ),
        Column(
            "state",
            translate("registration_columns", "Trạng thái"),
            _state_text,
            decoration=lambda row: dot(state_tone(row.state)),
            width=_state_width(),
            tool_tip=_state_text,
        ),
        *_count_columns(),
        *_joint_columns(),
        *_more_columns(),
    )


def _count_columns() -> tuple[Column[RegistrationRow], ...]:
    """Return how many files and sites there are, where there is room."""
    translate = QCoreApplication.translate
    return (
        Column(
            "attachments",
            translate("registration_columns", "Tệp"),
            lambda row: str(row.attachments or ""),
            alignment=NUMBER,
            width=48,
            sortable=False,
            fold_below=620,
        ),
        Column(
            "sites",
            translate("registration_columns", "Điểm áp dụng"),
            lambda row: str(row.sites or ""),
            alignment=NUMBER,
            width=116,
            sortable=False,
            fold_below=760,
        ),
    )


def _joint_columns() -> tuple[Column[RegistrationRow], ...]:
    """Return who joins in, which a person may choose to see."""
    translate = QCoreApplication.translate
    return (
        Column(
            "co_units",
            translate("registration_columns", "Đơn vị phối hợp"),
            lambda row: ", ".join(map(joint_name, row.co_units)),
            width=150,
            sortable=False,
            is_hidden=True,
        ),
    )


def _unit_text(row: RegistrationRow) -> str:
    """Name the unit that leads, and say who joins in: the joining unit's list shows it too."""
    if not row.co_units:
        return row.unit_name
    text = QCoreApplication.translate("registration_columns", "{unit} (phối hợp: {joint})")
    return text.format(unit=row.unit_name, joint=", ".join(map(joint_name, row.co_units)))


def _more_columns() -> tuple[Column[RegistrationRow], ...]:
    """Return what a person may choose to see too."""
    translate = QCoreApplication.translate
    return (
        Column(
            "subject_type",
            translate("registration_columns", "Đối tượng"),
            lambda row: _label(row.subject_type),
            width=104,
            is_hidden=True,
        ),
        Column(
            "kind",
            translate("registration_columns", "Loại đăng ký"),
            lambda row: _label(row.kind),
            width=124,
            is_hidden=True,
        ),
        Column(
            "registered_on",
            translate("registration_columns", "Ngày nhận"),
            lambda row: format_date(row.registered_on),
            width=110,
            is_hidden=True,
        ),
        Column(
            "lead_body",
            translate("registration_columns", "Bộ phận chủ trì"),
            lambda row: row.lead_body,
            width=150,
            is_hidden=True,
        ),
        Column(
            "address",
            translate("registration_columns", "Địa chỉ"),
            lambda row: row.address,
            width=150,
            is_hidden=True,
        ),
        Column(
            "source_file",
            translate("registration_columns", "Nhập từ tệp"),
            lambda row: row.source_file,
            width=170,
            sortable=False,
            is_hidden=True,
        ),
    )


def _state_width() -> int:
    """Return the room for the longest state with its dot; no state is ever cut."""
    metrics = QFontMetrics(QGuiApplication.font())
    longest = max(metrics.horizontalAdvance(worded(state.label)) for state in RegistrationState)
    return longest + _DOT_AND_MARGINS


def _label(term: Labelled | None) -> str:
    return "" if term is None else worded(term.label)


def _state_text(row: RegistrationRow) -> str:
    state = worded(row.state.label)
    if not row.is_late:
        return state
    return QCoreApplication.translate("registration_columns", "{state} · muộn").format(state=state)
