"""What the lists of the scoring page show (cột của trang Chấm điểm)."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.records.scoring import ResultRow
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import CENTRE, NUMBER, Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded


class SheetStatus(Enum):
    """How far one scorer is with one registration (tình trạng phiếu)."""

    EMPTY = auto()
    STARTED = auto()
    FINAL = auto()
    TOO_EARLY = auto()


@dataclass(frozen=True, slots=True)
class ScoringLine:
    """One registration in the queue of a scorer (dòng cần chấm)."""

    id: str
    name: str
    unit_name: str
    sector_code: str | None
    state: RegistrationState
    status: SheetStatus


_TONES = {
    SheetStatus.EMPTY: Tone.WARNING,
    SheetStatus.STARTED: Tone.ACCENT,
    SheetStatus.FINAL: Tone.SUCCESS,
    SheetStatus.TOO_EARLY: Tone.NEUTRAL,
}


def status_text(status: SheetStatus) -> str:
    """Return the words for a status."""
    translate = QCoreApplication.translate
    return {
        SheetStatus.EMPTY: translate("scoring_columns", "Chưa chấm"),
        SheetStatus.STARTED: translate("scoring_columns", "Lưu tạm"),
        SheetStatus.FINAL: translate("scoring_columns", "Đã chốt"),
        SheetStatus.TOO_EARLY: translate("scoring_columns", "Chưa tới lượt"),
    }[status]


def scoring_columns() -> tuple[Column[ScoringLine], ...]:
    """Return the columns of the queue, few and narrow: the sheet needs the room."""
    translate = QCoreApplication.translate
    return (
        Column(
            "name",
            translate("scoring_columns", "Mô hình"),
            lambda line: line.name,
            stretch=True,
            tool_tip=lambda line: line.name,
        ),
        Column(
            "unit",
            translate("scoring_columns", "Đơn vị"),
            lambda line: line.unit_name,
            width=112,
            fold_below=420,
            tool_tip=lambda line: line.unit_name,
        ),
        Column(
            "status",
            translate("scoring_columns", "Phiếu"),
            lambda line: status_text(line.status),
            decoration=lambda line: dot(_TONES[line.status]),
            width=128,
        ),
    )


def result_columns() -> tuple[Column[ResultRow], ...]:
    """Return the columns of the results."""
    translate = QCoreApplication.translate
    return (
        Column(
            "place",
            translate("scoring_columns", "Hạng"),
            _place_text,
            sort_key=lambda row: row.place,
            alignment=CENTRE,
            width=72,
            tool_tip=_tie_text,
        ),
        Column(
            "name",
            translate("scoring_columns", "Mô hình"),
            lambda row: row.name,
            stretch=True,
            tool_tip=lambda row: row.name,
        ),
        Column(
            "unit", translate("scoring_columns", "Đơn vị"), lambda row: row.unit_name, width=170
        ),
        _points("self", translate("scoring_columns", "Tự chấm"), lambda row: row.self_score),
        _points("score", translate("scoring_columns", "Điểm chung"), lambda row: row.score),
        Column(
            "sheets",
            translate("scoring_columns", "Số phiếu"),
            lambda row: str(row.sheets),
            sort_key=lambda row: row.sheets,
            alignment=NUMBER,
            width=80,
        ),
        _points(
            "spread",
            translate("scoring_columns", "Chênh lệch"),
            lambda row: row.spread if row.sheets > 1 else None,
            translate("scoring_columns", "Điểm cao nhất trừ điểm thấp nhất giữa các phiếu"),
        ),
        Column(
            "rank",
            translate("scoring_columns", "Xếp loại"),
            lambda row: worded(row.rank_label),
            sort_key=lambda row: None if row.score is None else -row.score,
            width=104,
        ),
    )


def _points(
    key: str, heading: str, value: Callable[[ResultRow], Decimal | None], tip: str = ""
) -> Column[ResultRow]:
    return Column(
        key,
        heading,
        lambda row: _number(value(row)),
        sort_key=value,
        alignment=NUMBER,
        width=94,
        tool_tip=(lambda row: tip) if tip else None,
    )


def _number(value: Decimal | None) -> str:
    return "" if value is None else number_text(value)


def _place_text(row: ResultRow) -> str:
    if row.place is None:
        return ""
    return f"{row.place} =" if row.is_tied else str(row.place)


def _tie_text(row: ResultRow) -> str:
    if not row.is_tied:
        return ""
    return QCoreApplication.translate(
        "scoring_columns", "Bằng điểm với mô hình khác; Hội đồng quyết định thứ tự."
    )
