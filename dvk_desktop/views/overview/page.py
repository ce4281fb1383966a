"""The first page: where the campaign stands and what waits (trang Tổng quan)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.overview import (
    STAGE_STATES,
    Overview,
    SectorCount,
    Stage,
)
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.overview.first_steps import FirstSteps, first_steps_holder
from dvk_desktop.views.overview.lists import DeadlineList, WaitingList
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.bar_chart import Bar, BarChart
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.section_header import SectionHeader
from dvk_desktop.views.widgets.stat_tile import StatTile

_NARROW = 1000
_ACCEPTED = tuple(
    state
    for state in RegistrationState
    if state not in STAGE_STATES[Stage.WAITING] and state is not RegistrationState.MERGED
)
_HUES = {
    Stage.WAITING: 6,
    Stage.RUNNING: 1,
    Stage.SCORED: 2,
    Stage.RECOGNISED: 0,
    Stage.STOPPED: 3,
}
"""Grey waits, green is reached, red is stopped."""


class OverviewPage(OfficePage):
    """Figures, charts, deadlines and the work that waits (trang Tổng quan).

    ``go_to`` carries the key of another page and what it should show: a
    ``RegistrationFilter`` for the registrations, else nothing.
    """

    shows = ~Changes.NOTHING

    go_to = Signal(str, object)

    def __init__(self, services: Services, runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self._has_asked_backup = False
        self.header = SectionHeader(self.tr("Tổng quan"), " ")
        self.tiles: dict[str, StatTile] = {}
        self.sector_chart = BarChart(
            self.tr("Số mô hình theo lĩnh vực và giai đoạn"),
            [worded(stage.label) for stage in Stage],
            hues=[_HUES[stage] for stage in Stage],
            is_clickable=True,
        )
        self.state_chart = BarChart(self.tr("Số mô hình theo trạng thái"), is_clickable=True)
        self.waiting = WaitingList()
        self.deadlines = DeadlineList()
        self.first_steps = FirstSteps()
        self._stack = QStackedWidget()
        self._lay_out()
        self.first_steps.go_to.connect(lambda key: self.go_to.emit(key, None))
        self.waiting.go_to.connect(self.go_to)
        self.sector_chart.opened.connect(self._open_sector)
        self.state_chart.opened.connect(self._open_state)

    def refresh(self, changes: Changes) -> None:
        """Count again."""
        if not self._campaign:
            self._show_first_steps(has_campaign=False)
            return
        overview = self._services.overview.of_campaign(self._campaign)
        self.header.set_subtitle(self._services.campaigns.detail(self._campaign).campaign.name)
        if not overview.registrations:
            self._show_first_steps(has_campaign=True)
            return
        self._stack.setCurrentIndex(0)
        self._show_tiles(overview)
        self.sector_chart.show_bars([_sector_bar(one) for one in overview.sectors])
        states = overview.by_state.items()
        self.state_chart.show_bars(
            [Bar(state.value, worded(state.label), (count,)) for state, count in states]
        )
        self.waiting.show_tasks(overview.waiting)
        self._ask_backup()
        self.deadlines.show_deadlines(overview.deadlines)

    def first_focus(self) -> QWidget:
        """Begin at the first figure."""
        return self.tiles["registered"] if self._stack.currentIndex() == 0 else self.first_steps

    def _lay_out(self) -> None:
        figures = QVBoxLayout()
        figures.setContentsMargins(0, 0, 0, 4)
        figures.setSpacing(12)
        figures.addLayout(self._tile_row())
        figures.addLayout(self._cards())
        figures.addStretch(1)
        self._stack.addWidget(scrolling(figures))
        welcome = text_label(self.tr("Bắt đầu một năm làm việc"), "title")
        hint = text_label(
            self.tr("Ba bước dưới đây là đủ để nhận đăng ký của các đơn vị."), "muted"
        )
        self._stack.addWidget(scrolling(first_steps_holder(self.first_steps, welcome, hint)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 14)
        layout.setSpacing(14)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures into two rows where one is too short."""
        super().resizeEvent(event)
        columns = len(self.tiles) if self.width() >= _NARROW else len(self.tiles) // 2
        for place, tile in enumerate(self.tiles.values()):
            self._tile_grid.addWidget(tile, *divmod(place, columns))
        for column in range(len(self.tiles)):
            self._tile_grid.setColumnStretch(column, int(column < columns))

    def _tile_row(self) -> QGridLayout:
        recognised = STAGE_STATES[Stage.RECOGNISED]
        row = self._tile_grid = QGridLayout()
        row.setSpacing(10)
        for key, caption, leads in (
            ("registered", self.tr("Đã đăng ký"), self._to_list()),
            ("accepted", self.tr("Đã tiếp nhận"), self._to_list(states=_ACCEPTED)),
            ("scored", self.tr("Đã chấm điểm"), lambda: self.go_to.emit("scoring", None)),
            ("recognised", self.tr("Được công nhận"), self._to_list(states=recognised)),
            (
                "certificates",
                self.tr("Giấy chứng nhận"),
                lambda: self.go_to.emit("certificates", None),
            ),
            ("late", self.tr("Nộp muộn"), self._to_list(only_late=True)),
        ):
            tile = StatTile(caption, is_clickable=True)
            tile.opened.connect(leads)
            self.tiles[key] = tile
            row.addWidget(tile, 0, len(self.tiles))
        return row

    def _cards(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, (title, content) in enumerate(
            (
                (self.tr("Việc chờ tôi"), self.waiting),
                (self.tr("Thời hạn"), self.deadlines),
                (self.tr("Theo lĩnh vực"), self.sector_chart),
                (self.tr("Theo trạng thái"), self.state_chart),
            )
        ):
            card = Card(title)
            card.body.addWidget(content)
            card.body.addStretch(1)
            grid.addWidget(card, *divmod(place, 2))
        return grid

    def _to_list(
        self, *, states: tuple[RegistrationState, ...] = (), only_late: bool = False
    ) -> Callable[[], None]:
        wanted = RegistrationFilter(states=states, only_late=only_late)
        return lambda: self.go_to.emit("registrations", wanted)

    def _show_first_steps(self, *, has_campaign: bool) -> None:
        if not has_campaign:
            self.header.set_subtitle(self.tr("Chưa có đợt thi đua nào"))
        office_unit = self._services.office.office().unit_id
        units = [unit for unit in self._services.units.units() if unit.id != office_unit]
        self.first_steps.show_progress(len(units), has_campaign)
        self._stack.setCurrentIndex(1)

    def _show_tiles(self, overview: Overview) -> None:
        total = overview.registrations
        units = self.tr("{count}/{all} đơn vị đã có")
        waiting = self.tr("{count} chưa tiếp nhận").format(count=overview.of(Stage.WAITING))
        accepted = sum(overview.by_state.get(state, 0) for state in _ACCEPTED)
        recognised = overview.of(Stage.RECOGNISED)
        facts = (
            (
                "registered",
                total,
                units.format(count=overview.registering_units, all=overview.units),
            ),
            ("accepted", accepted, waiting),
            (
                "scored",
                overview.judged,
                self.tr("{count} đã tự chấm").format(count=overview.self_scored),
            ),
            ("recognised", recognised, self._share(recognised, total)),
            (
                "certificates",
                overview.certificates,
                self.tr("của {count} được công nhận").format(count=recognised),
            ),
            ("late", overview.late, self._share(overview.late, total)),
        )
        for key, figure, note in facts:
            self.tiles[key].show_figure(f"{figure:,}".replace(",", "."), note)

    def _ask_backup(self) -> None:
        """Look once, off the window: every byte of the last backup is read."""
        if not self._has_asked_backup:
            self._has_asked_backup = True
            if self._services.office.office().is_sample:
                return
            self._runner.start(
                lambda progress: self._services.backups.age(),
                title=self.tr("Xem lại bản sao lưu gần nhất"),
                done=self.waiting.show_backup,
            )

    def _share(self, part: int, total: int) -> str:
        return self.tr("{percent} % số đăng ký").format(percent=round(part * 100 / total))

    def _open_sector(self, code: str) -> None:
        self.go_to.emit("registrations", RegistrationFilter(sector_code=code or None))

    def _open_state(self, value: str) -> None:
        states = (RegistrationState(value),)
        self.go_to.emit("registrations", RegistrationFilter(states=states))


def _sector_bar(sector: SectorCount) -> Bar:
    return Bar(sector.code or "", worded(sector.name), tuple(sector.of(one) for one in Stage))
