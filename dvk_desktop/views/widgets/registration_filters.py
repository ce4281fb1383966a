"""What the list of registrations is narrowed by (bộ lọc đăng ký)."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.campaign import SectorRow
from dvk_desktop.domain.records.column_condition import ColumnCondition
from dvk_desktop.domain.records.overview import STAGE_STATES
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.unit import UnitRow
from dvk_desktop.domain.terms import Labelled, RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.condition_words import condition_words
from dvk_desktop.views.widgets.filter_chips import FilterChips
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.search_box import SearchBox

_SEARCH_WIDTH = 200
_COMBO_FRAME = 52
_GAP = 8


class RegistrationFilters(QWidget):
    """Search box, lists and the mark for late ones; ``changed`` tells of each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[ColumnCondition, ...] = ()
        self.chips = FilterChips()
        self._end: QWidget | None = None
        self.search_box = SearchBox(self.tr("Tìm theo tên, đơn vị, nội dung… (Ctrl+F)"))
        self.search_box.setMinimumWidth(_SEARCH_WIDTH)
        self.unit_combo = self._combo(self.tr("Lọc theo đơn vị"))
        self.sector_combo = self._combo(self.tr("Lọc theo lĩnh vực"))
        self.subject_combo = self._combo(self.tr("Lọc theo đối tượng"))
        self.kind_combo = self._combo(self.tr("Lọc theo loại đăng ký"))
        self.state_combo = self._combo(self.tr("Lọc theo trạng thái"))
        self.late_check = QCheckBox(self.tr("Nộp m&uộn"))
        self.clear_button = button(self.tr("Bỏ lọc"), self.clear, kind="link")
        self._offer_terms(self.subject_combo, self.tr("Mọi đối tượng"), SubjectType)
        self._offer_terms(self.kind_combo, self.tr("Mọi loại"), RegistrationKind)
        self._offer_states()
        self.offer((), ())
        self._lay_out()
        self.search_box.searched.connect(lambda: self._tell())
        self.late_check.toggled.connect(lambda: self._tell())
        self.chips.dropped.connect(lambda column: self.set_column(ColumnCondition(column)))
        self.chips.cleared.connect(self.clear)
        self._show_clear()

    def offer(self, units: Iterable[UnitRow], sectors: Iterable[SectorRow]) -> None:
        """Offer other units and sectors; what is chosen stays chosen."""
        unit_texts = ((unit.id, unit.name) for unit in units)
        self.unit_combo.offer([(None, self.tr("Mọi đơn vị")), *unit_texts])
        sector_texts = ((sector.code, f"{sector.code} – {sector.name}") for sector in sectors)
        self.sector_combo.offer([(None, self.tr("Mọi lĩnh vực")), *sector_texts])

    def wanted(self, campaign_id: str) -> RegistrationFilter:
        """Return the filter as it is set."""
        return RegistrationFilter(
            campaign_id=campaign_id,
            text=" ".join(self.search_box.text().split()),
            unit_id=self.unit_combo.currentData(),
            sector_code=self.sector_combo.currentData(),
            subject_type=self.subject_combo.currentData(),
            kind=self.kind_combo.currentData(),
            states=self.state_combo.currentData() or (),
            only_late=self.late_check.isChecked(),
            columns=self.columns,
        )

    def set_column(self, condition: ColumnCondition) -> None:
        """Narrow one column; a condition that asks for nothing takes the filter off it."""
        rest = [each for each in self.columns if each.column != condition.column]
        self.columns = (*rest, condition) if condition.is_narrowing else tuple(rest)
        self._tell()

    def add_end(self, widget: QWidget) -> None:
        """Put something of the page after the search box."""
        self._first.insertWidget(1, widget)
        self._end = widget

    def show_wanted(self, wanted: RegistrationFilter) -> None:
        """Set everything as another page asks for it; ``changed`` follows once."""
        self.blockSignals(True)
        self.search_box.setText(wanted.text)
        self.unit_combo.choose(wanted.unit_id)
        self.sector_combo.choose(wanted.sector_code)
        self.subject_combo.choose(wanted.subject_type)
        self.kind_combo.choose(wanted.kind)
        if not self.state_combo.choose(wanted.states):
            names = ", ".join(worded(state.label) for state in wanted.states)
            self.state_combo.addItem(names, wanted.states)
            self.state_combo.choose(wanted.states)
        self.late_check.setChecked(wanted.only_late)
        self.columns = wanted.columns
        self.blockSignals(False)
        self._tell()

    def clear(self) -> None:
        """Show everything."""
        self.show_wanted(RegistrationFilter())

    @property
    def is_narrowing(self) -> bool:
        """Whether anything but the campaign is asked for."""
        return self.wanted("") != replace(RegistrationFilter(), campaign_id="")

    def _combo(self, name: str) -> ChoiceCombo:
        combo = ChoiceCombo()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.currentIndexChanged.connect(lambda: self._tell())
        return combo

    def _offer_terms(self, combo: ChoiceCombo, every: str, terms: type[Labelled]) -> None:
        combo.offer([(None, every), *((term, worded(term.label)) for term in terms)])

    def _offer_states(self) -> None:
        stages = [(states, worded(stage.label)) for stage, states in STAGE_STATES.items()]
        states = [((state,), worded(state.label)) for state in RegistrationState]
        self.state_combo.offer([((), self.tr("Mọi trạng thái")), *stages, *states])
        self.state_combo.insertSeparator(len(stages) + 1)
        self.state_combo.insertSeparator(1)

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(_GAP)
        self._first.addWidget(self.search_box, 5)
        self._first.addWidget(self.unit_combo, 4)
        self._rows.addLayout(self._first)
        self._rows.addWidget(self.chips)
        self._is_narrow = True
        self.set_narrow(is_narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go into two rows as soon as one would cut a text."""
        super().resizeEvent(event)
        self.set_narrow(self.width() < self._one_row())

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the longer of two rows, so that there is a width to fold at."""
        return QSize(0, super().minimumSizeHint().height())

    def _one_row(self) -> int:
        """Return the width that the search box and the usual text of each list take together."""
        combos = (
            self.unit_combo,
            self.sector_combo,
            self.subject_combo,
            self.kind_combo,
            self.state_combo,
        )
        for combo in combos:
            text = combo.fontMetrics().horizontalAdvance(combo.itemText(0))
            combo.setMinimumWidth(text + _COMBO_FRAME)
        ends = self.late_check.sizeHint().width() + self.clear_button.sizeHint().width()
        if self._end is not None:
            ends += self._end.sizeHint().width() + _GAP
        lists = sum(combo.minimumWidth() for combo in combos)
        return _SEARCH_WIDTH + lists + ends + _GAP * (len(combos) + 2)

    def set_narrow(self, is_narrow: bool) -> None:
        """Stand in two rows where one is too short."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        self._rows.removeItem(self._second)
        row = self._second if is_narrow else self._first
        for widget, share in (
            (self.sector_combo, 3),
            (self.subject_combo, 3),
            (self.kind_combo, 3),
            (self.state_combo, 4),
            (self.late_check, 0),
            (self.clear_button, 0),
        ):
            self._first.removeWidget(widget)
            self._second.removeWidget(widget)
            row.addWidget(widget, share)
        if is_narrow:
            self._rows.insertLayout(1, self._second)

    def _tell(self) -> None:
        self._show_clear()
        self.chips.show_chips([(each.column, condition_words(each)) for each in self.columns])
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_button.setEnabled(self.is_narrowing)
