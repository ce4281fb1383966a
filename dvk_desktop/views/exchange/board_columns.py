"""Columns of the board of what the units owe (cột của bảng theo dõi)."""

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.board import BoardRow, BoardState
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

_TONES = {
    BoardState.WAITING: Tone.NEUTRAL,
    BoardState.OVERDUE: Tone.DANGER,
    BoardState.ON_TIME: Tone.SUCCESS,
    BoardState.LATE: Tone.WARNING,
}


def board_tone(row: BoardRow) -> Tone:
    """Return how much a row asks for a look."""
    return Tone.WARNING if row.needs_look else _TONES[row.state]


def board_state_text(row: BoardRow) -> str:
    """Return where a unit stands, with the days."""
    if row.state is BoardState.OVERDUE:
        text = QCoreApplication.translate("board_columns", "Chưa gửi, quá {days} ngày")
        return text.format(days=row.days_over)
    if row.state is BoardState.LATE:
        text = QCoreApplication.translate("board_columns", "Nhận muộn {days} ngày")
        return text.format(days=row.days_over)
    return worded(row.state.label)


def board_note(row: BoardRow) -> str:
    """Return what a person should look at in a row."""
    notes = []
    if row.missing:
        text = QCoreApplication.translate("board_columns", "thiếu phần {parts}")
        notes.append(text.format(parts=", ".join(row.missing)))
    if row.conflicts:
        text = QCoreApplication.translate("board_columns", "{count} xung đột chưa xử lý")
        notes.append(text.format(count=row.conflicts))
    if row.is_corrected:
        notes.append(QCoreApplication.translate("board_columns", "đã gửi bổ sung"))
    if row.is_extended:
        notes.append(QCoreApplication.translate("board_columns", "được gia hạn"))
    return "; ".join(notes)


def board_columns() -> tuple[Column[BoardRow], ...]:
    """Return the columns: unit, what, by when, when it came, how it stands."""
    return (*_owed(), *_came())


def _owed() -> tuple[Column[BoardRow], ...]:
    one = Column[BoardRow]
    return (
        one(
            "unit",
            QCoreApplication.translate("board_columns", "Đơn vị"),
            lambda row: row.unit_name,
            stretch=True,
        ),
        one(
            "step",
            QCoreApplication.translate("board_columns", "Nội dung"),
            lambda row: worded(row.step.label),
            width=184,
        ),
        one(
            "due",
            QCoreApplication.translate("board_columns", "Thời hạn"),
            lambda row: f"{row.due:%d/%m/%Y}",
            sort_key=lambda row: row.due.isoformat(),
            width=98,
        ),
    )


def _came() -> tuple[Column[BoardRow], ...]:
    one = Column[BoardRow]
    return (
        one(
            "received_on",
            QCoreApplication.translate("board_columns", "Ngày nhận"),
            lambda row: "" if row.received_on is None else f"{row.received_on:%d/%m/%Y}",
            sort_key=lambda row: row.received_on.isoformat() if row.received_on else None,
            width=98,
            fold_below=760,
        ),
        one(
            "state",
            QCoreApplication.translate("board_columns", "Tình trạng"),
            board_state_text,
            decoration=lambda row: dot(board_tone(row)),
            width=206,
        ),
        one(
            "count",
            QCoreApplication.translate("board_columns", "Số lượng"),
            lambda row: str(row.count) if row.count else "",
            sort_key=lambda row: row.count,
            alignment=NUMBER,
            width=80,
            fold_below=820,
        ),
        one(
            "packages",
            QCoreApplication.translate("board_columns", "Số gói"),
            lambda row: str(len(row.packages)) if row.packages else "",
            sort_key=lambda row: len(row.packages),
            alignment=NUMBER,
            width=84,
            fold_below=900,
        ),
        one(
            "note",
            QCoreApplication.translate("board_columns", "Cần chú ý"),
            board_note,
            tool_tip=board_note,
            width=160,
            fold_below=1000,
        ),
    )
