"""The count of ballots as an editable table (bảng kiểm phiếu)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.voting import Tally, TallyError, VoteOutcome, VoteRule, outcome
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.column_table import Index
from dvk_desktop.views.item_models.columns import CENTRE, NUMBER, TEXT, Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.palettes import Tone, colours
from dvk_desktop.views.translation import worded

BALLOTS = ("agree", "disagree", "lower", "abstain", "invalid")


@dataclass(frozen=True, slots=True)
class BallotRow:
    """One registration before the council, with its count if there is one (dòng kiểm phiếu)."""

    id: str
    name: str
    unit_name: str
    score: Decimal | None
    rank_label: str
    rule: VoteRule
    tally: Tally
    is_counted: bool

    def outcome(self) -> VoteOutcome | None:
        """Return what the count comes to, or None where there is none.

        Raises:
            TallyError: The numbers cannot be true together.
        """
        return outcome(self.rule, self.tally) if self.is_counted else None


class BallotTableModel(RecordTableModel[BallotRow]):
    """Takes numbers typed into the cells; ``counted`` carries the changed row (kiểm phiếu)."""

    counted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ballot_columns(), parent)
        self.is_locked = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the counts be typed into while the meeting is open."""
        flags = super().flags(index)
        if index.isValid() and not self.is_locked and self.columns[index.column()].key in BALLOTS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a count to an editor as text."""
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return super().data(index, Qt.ItemDataRole.DisplayRole)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take one number; an empty cell is 0."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return super().setData(index, value, role)
        text = str(value).strip()
        if text and not (text.isascii() and text.isdigit()):
            return False
        row = self.record(index.row())
        tally = replace(row.tally, **{self.columns[index.column()].key: int(text or 0)})
        if tally != row.tally or not row.is_counted:
            self.counted.emit(replace(row, tally=tally, is_counted=True))
        return True

    def put(self, rows: Iterable[BallotRow]) -> None:
        """Show other counts in rows that are there."""
        fresh = {row.id: row for row in rows}
        self.replace([fresh.get(row.id, row) for row in self.records])


def ballot_columns() -> tuple[Column[BallotRow], ...]:
    """Return the columns, the counts in the order of the paper."""
    translate = QCoreApplication.translate
    return (
        Column(
            "name",
            translate("ballot_columns", "Mô hình"),
            lambda row: row.name,
            stretch=True,
            tool_tip=lambda row: f"{row.name}\n{row.unit_name}",
        ),
        Column(
            "unit",
            translate("ballot_columns", "Đơn vị"),
            lambda row: row.unit_name,
            width=110,
            fold_below=900,
        ),
        Column(
            "score",
            translate("ballot_columns", "Điểm"),
            lambda row: "" if row.score is None else number_text(row.score),
            sort_key=lambda row: row.score,
            alignment=NUMBER,
            width=62,
            fold_below=840,
            tool_tip=lambda row: worded(row.rank_label),
        ),
        _count("agree", translate("ballot_columns", "Đồng ý")),
        _count("disagree", translate("ballot_columns", "Không đồng ý")),
        _count("lower", translate("ballot_columns", "Mức thấp hơn")),
        _count("abstain", translate("ballot_columns", "Không ý kiến")),
        _count("invalid", translate("ballot_columns", "Hỏng")),
        Column(
            "outcome",
            translate("ballot_columns", "Kết quả"),
            outcome_text,
            decoration=lambda row: dot(outcome_tone(row)),
            alignment=TEXT,
            width=158,
            tool_tip=outcome_explanation,
        ),
    )


def _count(key: str, heading: str) -> Column[BallotRow]:
    return Column(
        key,
        heading,
        lambda row: str(getattr(row.tally, key)) if row.is_counted else "",
        sort_key=lambda row: int(getattr(row.tally, key)) if row.is_counted else None,
        alignment=CENTRE,
        width=72 if len(heading) < 9 else 104,
        foreground=lambda row: _faded(row, key),
    )


def _faded(row: BallotRow, key: str) -> QColor | None:
    """Let zeros step back, so that the votes against stand out."""
    if getattr(row.tally, key):
        return None
    return QColor(colours(QGuiApplication.palette()).muted)


def outcome_tone(row: BallotRow) -> Tone:
    """Return the colour of an outcome; its words stand beside it."""
    try:
        result = row.outcome()
    except TallyError:
        return Tone.DANGER
    if result is None:
        return Tone.NEUTRAL
    if result.passed:
        return Tone.SUCCESS
    return Tone.WARNING


def outcome_text(row: BallotRow) -> str:
    """Return the outcome in a few words."""
    translate = QCoreApplication.translate
    try:
        result = row.outcome()
    except TallyError:
        return translate("ballot_columns", "Số phiếu không khớp")
    if result is None:
        return translate("ballot_columns", "Chưa ghi")
    if result.passed:
        words = translate("ballot_columns", "Thông qua {count}/{base}")
    elif result.passed_lower:
        words = translate("ballot_columns", "Mức thấp hơn {count}/{base}")
    else:
        words = translate("ballot_columns", "Không qua {count}/{base}")
    return words.format(count=result.in_favour, base=result.base)


def outcome_explanation(row: BallotRow) -> str:
    """Return the sentence for the minutes, or what is wrong with the count."""
    try:
        result = row.outcome()
    except TallyError as error:
        return worded(error)
    if result is None:
        return QCoreApplication.translate("ballot_columns", "Chưa ghi kết quả kiểm phiếu.")
    return worded(result.explanation)
