"""Joins the headings of a table of registrations to its filter and order (lọc, sắp xếp cột)."""

import json

from PySide6.QtCore import QObject, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from dvk_desktop.domain.filter_json import order_from_plain
from dvk_desktop.domain.records.column_condition import (
    SORTS,
    ColumnCondition,
    SortKey,
    filter_kind,
    sort_name,
)
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.services.registrations.column_filters import ColumnFilterService
from dvk_desktop.views.icons import icon
from dvk_desktop.views.registrations.sort_dialog import SortDialog
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.column_filter_popup import ColumnFilterPopup
from dvk_desktop.views.widgets.filter_header import FilterHeader, filter_header
from dvk_desktop.views.widgets.record_table_view import RecordTableView

BY_UNIT: tuple[SortKey, ...] = (("unit", False),)


class ColumnFiltering(QObject):
    """Opens the filter of a column, and keeps by what the table is sorted (lọc, sắp xếp cột).

    ``filtered`` carries the condition of one column; ``ordered`` tells that ``order`` is another.
    """

    filtered = Signal(object)
    ordered = Signal()

    def __init__(
        self,
        view: RecordTableView,
        columns: ColumnFilterService,
        runner: TaskRunner,
        settings: QSettings,
        key: str,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._columns = columns
        self._runner = runner
        self._settings = settings
        self._key = key
        self._headers: list[FilterHeader] = []
        self._wanted = RegistrationFilter()
        self.popup: ColumnFilterPopup | None = None
        self.order = self._kept_order()
        self.watch(filter_header(view))
        filter_header(view).sortIndicatorChanged.connect(self._forget_order)
        model = view.model()
        model.sort_requested.connect(self._sort_by)  # type: ignore[attr-defined]  # -- both have it
        keys = QShortcut(QKeySequence("Alt+Down"), view, context=Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.open_current)
        self._add_actions()

    def watch(self, header: FilterHeader) -> None:
        """Answer to other headings over the same columns too."""
        self._headers.append(header)
        header.filter_asked.connect(lambda section: self.open(section, header))
        header.sort_added.connect(self._add_to_order)
        header.show_order(self.order)

    def show_wanted(self, wanted: RegistrationFilter) -> None:
        """Mark the columns that a filter narrows."""
        self._wanted = wanted
        for header in self._headers:
            header.show_filtered({each.column for each in wanted.columns})

    def set_order(self, keys: tuple[SortKey, ...]) -> None:
        """Sort by other columns, and remember them for the person."""
        self.order = keys or BY_UNIT
        keep_order(self._settings, self._key, self.order)
        for header in self._headers:
            header.show_order(self.order)
        self.ordered.emit()

    def open_current(self) -> None:
        """Open the filter of the column with the keyboard."""
        index = self._view.currentIndex()
        header = self._headers[0]
        shown = [n for n in range(header.count()) if not header.isSectionHidden(n)]
        if shown:
            self.open(index.column() if index.isValid() else shown[0], header)

    def open(self, section: int, header: FilterHeader) -> None:
        """Open the filter of a column below its heading."""
        field = header.field(section)
        if filter_kind(field) is None:
            return
        if self.popup is not None:
            self.popup.close()
        present = [each for each in self._wanted.columns if each.column == field]
        wanted = self._wanted
        popup = ColumnFilterPopup(
            self._view.columns()[section].heading,
            present[0] if present else ColumnCondition(field),
            lambda typed: self._columns.values(wanted, field, typed),
            self._runner,
            self._view.window(),
            is_sortable=sort_name(field) in SORTS,
        )
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.applied.connect(self.filtered)
        popup.sort_asked.connect(lambda down: self.set_order(((sort_name(field), down),)))
        popup.closed.connect(self._close)
        self.popup = popup
        self._view.scrollTo(
            self._view.model().index(max(0, self._view.currentIndex().row()), section)
        )
        popup.open_at(header.below(section) + QPoint(0, 2))

    def ask_order(self) -> None:
        """Ask for the order in a dialog."""
        columns = [
            (sort_name(name), column.heading)
            for column in self._view.columns()
            if sort_name(name := "unit_id" if column.key == "unit" else column.key) in SORTS
        ]
        dialog = SortDialog(columns, self.order, self._view)
        if dialog.exec():
            self.set_order(dialog.order())
        dialog.deleteLater()

    def _add_actions(self) -> None:
        for text, slot, name in (
            (self.tr("Lọc theo cột này… (Alt+↓)"), self.open_current, "filter"),
            (self.tr("Sắp xếp theo nhiều cột…"), self.ask_order, "sort-ascending"),
        ):
            action = QAction(icon(name), text, self._view)
            action.triggered.connect(lambda _=False, act=slot: act())
            self._view.addAction(action)

    def _close(self) -> None:
        popup, self.popup = self.popup, None
        focused = QApplication.focusWidget()
        # The keyboard comes back to the table, unless it was put elsewhere.
        if popup is not None and (focused is None or popup.isAncestorOf(focused)):
            self._view.setFocus()

    def _sort_by(self, key: str, is_descending: bool) -> None:
        self.set_order(((sort_name(key), is_descending),))

    def _add_to_order(self, section: int) -> None:
        """Add a column to the order, or turn it round if it is there."""
        name = sort_name(self._headers[0].field(section))
        if name not in SORTS:
            return
        keys = dict(self.order)
        keys[name] = not keys[name] if name in keys else False
        self.set_order(tuple(keys.items()))

    def _forget_order(self, section: int) -> None:
        # The third click on a heading takes the order away.
        if section < 0:
            self.set_order(BY_UNIT)

    def _kept_order(self) -> tuple[SortKey, ...]:
        try:
            kept = json.loads(str(self._settings.value(f"{self._key}/order", "[]")))
        except ValueError:
            kept = []
        return order_from_plain(kept) or BY_UNIT


def keep_order(settings: QSettings, key: str, order: tuple[SortKey, ...]) -> None:
    """Remember the order of a table for the person."""
    settings.setValue(f"{key}/order", json.dumps(order))
