"""The list of what one scorer has to score (hàng chờ chấm)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import RegistrationRow
from dvk_desktop.domain.records.scoring import SheetMark
from dvk_desktop.domain.terms import RegistrationState, SheetKind
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.scoring_columns import (
    ScoringLine,
    SheetStatus,
    scoring_columns,
)
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox

_S = RegistrationState
_TURN = {
    SheetKind.SELF: frozenset({_S.ACCEPTED, _S.IN_PROGRESS}),
    SheetKind.APPRAISAL: frozenset({_S.SELF_SCORED, _S.APPRAISED}),
    SheetKind.COUNCIL: frozenset({_S.SELF_SCORED, _S.APPRAISED}),
}
_EARLY = {
    SheetKind.SELF: frozenset({_S.SUBMITTED}),
    SheetKind.APPRAISAL: frozenset({_S.ACCEPTED, _S.IN_PROGRESS}),
    SheetKind.COUNCIL: frozenset({_S.ACCEPTED, _S.IN_PROGRESS}),
}
_WAITING = frozenset({SheetStatus.EMPTY, SheetStatus.STARTED})
_DONE = frozenset({SheetStatus.FINAL})
_EVERY = frozenset(SheetStatus)


def queue_lines(
    rows: Iterable[RegistrationRow], marks: Iterable[SheetMark], kind: SheetKind, scorer: str
) -> list[ScoringLine]:
    """Return what concerns one kind of sheet and one scorer, each with its status.

    A unit scores itself once, so for self-scores any scorer counts.
    """
    is_final = {
        mark.registration_id: mark.is_final
        for mark in marks
        if mark.kind is kind and (kind is SheetKind.SELF or mark.scorer == scorer)
    }
    lines = []
    for row in rows:
        status = _status(row.state, kind, is_final.get(row.id))
        if status is not None:
            lines.append(
                ScoringLine(row.id, row.name, row.unit_name, row.sector_code, row.state, status)
            )
    return lines


def _status(state: RegistrationState, kind: SheetKind, is_final: bool | None) -> SheetStatus | None:
    if is_final:
        return SheetStatus.FINAL
    if state in _TURN[kind]:
        return SheetStatus.EMPTY if is_final is None else SheetStatus.STARTED
    return SheetStatus.TOO_EARLY if state in _EARLY[kind] else None


class ScoringQueue(QWidget):
    """Search, filter, list and progress; ``chosen`` carries the line (hàng chờ)."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RecordTableModel(scoring_columns(), self)
        self._proxy = SortFilterProxy(self._model, self)
        self.show_combo = ChoiceCombo()
        self.show_combo.setAccessibleName(self.tr("Hiện"))
        self.search = SearchBox(self.tr("Tìm mô hình, đơn vị"))
        self.table = RecordTableView("scoring", self.tr("Mô hình cần chấm"), settings=settings)
        self.table.setSelectionMode(RecordTableView.SelectionMode.SingleSelection)
        self.table.setModel(self._proxy)
        self._bar = QProgressBar(textVisible=False)
        self._done = text_label("", "muted")
        self._done.setWordWrap(False)
        self._is_quiet = False
        self._is_done = False
        self._lay_out()
        self.search.searched.connect(self._proxy.set_query)
        self.show_combo.currentIndexChanged.connect(self._filter)
        self.table.chosen.connect(self._tell_chosen)
        self.table.opened.connect(lambda _: self.opened.emit())

    def show_lines(self, lines: Sequence[ScoringLine]) -> None:
        """Show other lines, and how far the work is."""
        counts = Counter(line.status for line in lines)
        done = counts[SheetStatus.FINAL]
        self._is_done = done > 0 and not counts[SheetStatus.EMPTY] + counts[SheetStatus.STARTED]
        waiting = counts[SheetStatus.EMPTY] + counts[SheetStatus.STARTED]
        self.show_combo.offer(
            (
                (_WAITING, self.tr("Cần chấm ({count})").format(count=waiting)),
                (_DONE, self.tr("Đã chốt ({count})").format(count=done)),
                (_EVERY, self.tr("Tất cả ({count})").format(count=len(lines))),
            )
        )
        text = self.tr("Đã chốt {done}/{total} phiếu")
        self._done.setText(text.format(done=done, total=done + waiting))
        self._bar.setMaximum(max(1, done + waiting))
        self._bar.setValue(done)
        self._is_quiet = True
        self._model.replace(lines)
        self._filter()
        self._is_quiet = False
        self._explain_emptiness(lines)

    @property
    def is_done(self) -> bool:
        """Say whether there were sheets to fill and all of them are closed."""
        return self._is_done

    def progress_text(self) -> str:
        """Return how far the work is, in words."""
        return self._done.text()

    def shown_ids(self) -> list[str]:
        """Return the identifiers in the order in which they are shown."""
        model = self._proxy
        rows = (model.mapToSource(model.index(row, 0)).row() for row in range(model.rowCount()))
        return [self._model.record(row).id for row in rows]

    def select(self, identifier: str) -> bool:
        """Go to one line without telling; say whether it is shown."""
        self._is_quiet = True
        is_there = self.table.select_id(identifier)
        self._is_quiet = False
        return is_there

    def line_of(self, identifier: str) -> ScoringLine | None:
        """Return the line of a registration, also when it is filtered away."""
        row = self._model.row_of(identifier)
        return self._model.record(row) if row >= 0 else None

    def show_everything(self) -> None:
        """Take the filters away."""
        self.search.clear()
        self._proxy.set_query("")
        self.show_combo.choose(_EVERY)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.show_combo, 1)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._done)
        below.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)

    def _filter(self) -> None:
        wanted = self.show_combo.currentData() or _EVERY
        self._proxy.set_condition(lambda line: line.status in wanted)

    def _tell_chosen(self) -> None:
        line = self.table.current_record() if self.table.selected_ids() else None
        if line is not None and not self._is_quiet:
            self.chosen.emit(line)

    def _explain_emptiness(self, lines: Sequence[ScoringLine]) -> None:
        if any(line.status is not SheetStatus.TOO_EARLY for line in lines):
            text = self.tr("Không còn phiếu nào ở mục này.")
        else:
            text = self.tr("Chưa có đăng ký nào đến lượt chấm loại phiếu này.")
        self.table.set_empty_text(text)
