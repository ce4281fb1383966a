"""Joins what narrows the list and the grid: lists above, headings, saved filters (thu hẹp)."""

from PySide6.QtCore import QObject, QSettings

from dvk_desktop.domain.records.column_condition import SortKey
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.services.services import Services
from dvk_desktop.views.registrations.column_filtering import ColumnFiltering, keep_order
from dvk_desktop.views.registrations.grid import GRID_KEY
from dvk_desktop.views.registrations.modes import RegistrationModes
from dvk_desktop.views.registrations.register_list import RegistrationList
from dvk_desktop.views.registrations.saved_filters import SavedFiltersButton
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.registration_filters import RegistrationFilters


class RegistrationNarrowing(QObject):
    """One filter for both tables, each with an order of its own (bộ lọc chung).

    The grid may be sorted by items that the list does not show, so the order is not shared;
    a saved filter brings its order to both.
    """

    def __init__(
        self,
        filters: RegistrationFilters,
        table: RegistrationList,
        modes: RegistrationModes,
        services: Services,
        runner: TaskRunner,
        settings: QSettings,
    ) -> None:
        super().__init__(modes)
        self._filters, self._table, self._modes = filters, table, modes
        self._settings = settings
        self.columns = ColumnFiltering(
            table, services.column_filters, runner, settings, "tables/registrations"
        )
        table.sort_by(self.columns.order)
        self.saved = SavedFiltersButton(services.saved_filters, self.current)
        filters.add_end(self.saved)
        self.columns.ordered.connect(lambda: table.sort_by(self.columns.order))
        self.columns.filtered.connect(filters.set_column)
        modes.filtered.connect(filters.set_column)
        self.saved.chosen.connect(self._take)

    def current(self) -> RegistrationFilter:
        """Return what is shown, in the order of the table that is looked at."""
        wanted = self._filters.wanted(self._table.wanted.campaign_id or "")
        return wanted.ordered(self._order())

    def _order(self) -> tuple[SortKey, ...]:
        grid = self._modes.grid
        if grid is not None and self._modes.is_grid:
            return grid.columns.order
        return self.columns.order

    def show_marks(self) -> None:
        """Mark the columns that are narrowed; their values come from what is shown now."""
        self.columns.show_wanted(self._filters.wanted(self._table.wanted.campaign_id or ""))

    def _take(self, wanted: RegistrationFilter) -> None:
        self.columns.set_order(wanted.order)
        grid = self._modes.grid
        if grid is not None:
            grid.columns.set_order(wanted.order)
        else:
            keep_order(self._settings, GRID_KEY, wanted.order)
        self._filters.show_wanted(wanted)
