"""The list of registrations, read page by page as the filter asks (danh sách đăng ký)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionRange, QSettings, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.records.campaign import SectorRow
from dvk_desktop.domain.records.column_condition import SortKey
from dvk_desktop.domain.records.registration import RegistrationFilter, RegistrationRow
from dvk_desktop.services.registrations.registrations import RegistrationService
from dvk_desktop.views.item_models.paged_table import PagedTableModel
from dvk_desktop.views.item_models.registration_columns import registration_columns
from dvk_desktop.views.reading_aside import LatestAnswer
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.filter_header import FilterHeader
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_COUNTING_PAUSE = 60

SectorTotals = Mapping[tuple[str | None, bool], int]
"""How many there are of each sector, on time and late."""


class RegistrationList(RecordTableView):
    """A table over ``RegistrationService`` that sorts, counts and knows what is chosen (bảng).

    ``followed`` tells of another choice once the click or key is over, and not of the choices
    that the program makes; ``counted`` carries the line of totals.
    """

    followed = Signal()
    counted = Signal(str)

    def __init__(
        self,
        registrations: RegistrationService,
        runner: TaskRunner,
        parent: QWidget | None = None,
        *,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__("registrations", "", parent, settings=settings)
        self.setAccessibleName(self.tr("Danh sách đăng ký"))
        self._registrations = registrations
        self._order: tuple[SortKey, ...] = (("unit", False),)
        self._filter = RegistrationFilter()
        self._sectors: tuple[SectorRow, ...] = ()
        self._is_quiet = False
        self._is_behind = False
        self._counting = QTimer(self, singleShot=True, interval=_COUNTING_PAUSE)
        self._counts = LatestAnswer(runner.reading, self)
        self._following = QTimer(self, singleShot=True, interval=0)
        self.use_header(FilterHeader())
        self.paged = PagedTableModel(registration_columns(), self)
        self.setModel(self.paged)
        self._counting.timeout.connect(self._count)
        self._following.timeout.connect(self.followed)
        self.chosen.connect(self.follow)

    @property
    def wanted(self) -> RegistrationFilter:
        """The filter, with the order that the headings ask for."""
        return self._filter.ordered(self._order)

    def show_wanted(
        self, wanted: RegistrationFilter, sectors: Sequence[SectorRow], *, is_covered: bool = False
    ) -> None:
        """Show what a filter leaves, and count it by sector.

        While the list is covered it is only counted; ``catch_up`` reads the rows.
        """
        self._filter = wanted
        self._sectors = tuple(sectors)
        self._is_behind = is_covered
        if not is_covered:
            self._read()
        self._counting.start()

    def catch_up(self) -> None:
        """Read the rows if they changed while the list was covered."""
        if self._is_behind:
            self._is_behind = False
            self._read()

    def sort_by(self, order: Sequence[SortKey]) -> None:
        """Show the same rows in another order."""
        self._order = tuple(order)
        self._read()

    def follow(self) -> None:
        """Tell of the choice when the event at hand is over."""
        if not self._is_quiet:
            self._following.start()

    def chosen_count(self) -> int:
        """Return how many rows are chosen, without reading them."""
        return sum(part.height() for part in self._chosen_ranges())

    def chosen_rows(self) -> list[RegistrationRow]:
        """Return the chosen rows, a range of many read in one go."""
        rows: list[RegistrationRow] = []
        for part in sorted(self._chosen_ranges(), key=QItemSelectionRange.top):
            rows += self._registrations.rows(self.wanted, part.top(), part.height())
        return rows

    def choose(self, record_id: str) -> None:
        """Choose one row, or none, without telling of it; a choice before it is forgotten."""
        self._following.stop()
        self._is_quiet = True
        if self.chosen_count() != 1 or self.selected_ids() != [record_id]:
            self.clearSelection()
            if record_id:
                self.select_id(record_id)
        self._is_quiet = False

    def _chosen_ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def _read(self) -> None:
        wanted, service = self.wanted, self._registrations
        # The rows that were chosen are chosen again: nobody asked to open them.
        was_quiet, self._is_quiet = self._is_quiet, True
        self.paged.set_source(
            lambda offset, limit: service.rows(wanted, offset, limit),
            lambda: service.count(wanted),
        )
        self._is_quiet = was_quiet

    def _count(self) -> None:
        """Say how many there are of each sector among those that are shown."""
        wanted, service = self._filter, self._registrations
        everything = RegistrationFilter(campaign_id=wanted.campaign_id)

        def read() -> tuple[SectorTotals, int | None]:
            found = service.sector_totals(wanted)
            return found, None if wanted == everything else service.count(everything)

        self._counts.ask(read, lambda found: self._tell_counts(*found))

    def _tell_counts(self, found: SectorTotals, total: int | None) -> None:
        parts = [self._count_text(sum(found.values()), total)]
        for sector in self._sectors:
            count = found.get((sector.code, False), 0) + found.get((sector.code, True), 0)
            parts += [f"{grouped(count)} {sector.code}"] if count else []
        late = sum(count for (_, is_late), count in found.items() if is_late)
        if late:
            parts.append(self.tr("{count} nộp muộn").format(count=grouped(late)))
        self.counted.emit(" · ".join(parts))

    def _count_text(self, shown: int, total: int | None) -> str:
        if total is None:
            return self.tr("{count} đăng ký").format(count=grouped(shown))
        text = self.tr("{count} trong {total} đăng ký")
        return text.format(count=grouped(shown), total=grouped(total))


def grouped(count: int) -> str:
    """Write a count as 100.008."""
    return f"{count:,}".replace(",", ".")
