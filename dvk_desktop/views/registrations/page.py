"""The page on which registrations are entered, checked and taken on (trang Đăng ký)."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.campaign import SectorRow
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.services.services import Services
from dvk_desktop.views import file_choice
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.registrations.editor import RegistrationEditor
from dvk_desktop.views.registrations.extras import RegistrationExtras
from dvk_desktop.views.registrations.form_offers import FormOffers
from dvk_desktop.views.registrations.modes import RegistrationModes
from dvk_desktop.views.registrations.narrowing import RegistrationNarrowing
from dvk_desktop.views.registrations.register_list import RegistrationList, grouped
from dvk_desktop.views.registrations.selection import RegistrationSelection
from dvk_desktop.views.registrations.steps import RegistrationSteps
from dvk_desktop.views.registrations.stored_undo import StoredUndo
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.file_drop import files_in
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.registration_filters import RegistrationFilters
from dvk_desktop.views.widgets.section_header import SectionHeader

INTAKE_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".csv")
_TOGETHER_AT_MOST = 5000
_NARROW = 960


class RegistrationsPage(OfficePage):
    """List, filters and the form beside the list (trang Đăng ký).

    ``import_requested`` carries the files that were dropped, or none to ask for them.
    ``show_filter`` takes a ``RegistrationFilter``.
    """

    shows = Changes.REGISTRATIONS | Changes.UNITS | Changes.CAMPAIGNS

    import_requested = Signal(list)

    def __init__(self, services: Services, runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self._sectors: tuple[SectorRow, ...] = ()
        self.setAcceptDrops(True)
        self.filters = RegistrationFilters()
        self.table = RegistrationList(services.registrations, runner, settings=self._settings)
        self.modes = RegistrationModes(self.table, services, runner, bus, self._settings)
        self.narrowing = RegistrationNarrowing(
            self.filters, self.table, self.modes, services, runner, self._settings
        )
        self.steps = RegistrationSteps(services.registrations, runner, bus, self)
        self.editor = RegistrationEditor(services, runner, bus)
        self.offers = FormOffers(services.form_drafts, self.editor)
        self.undoing = StoredUndo(services.history, bus, self.table)
        self.selection = RegistrationSelection()
        self.extras = RegistrationExtras(services, runner, bus, self._settings, self)
        self._lay_out()
        self._connect()

    def refresh(self, changes: Changes) -> None:
        """Read list, choices and the shown registration again."""
        if not self._campaign:
            return
        if changes & (Changes.UNITS | Changes.CAMPAIGNS):
            self._offer_choices()
        self._read()
        self.editor.renew()
        if self._side.currentWidget() is self.selection:
            self.table.follow()

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign; unsaved text was asked about before."""
        super().show_campaign(campaign_id)
        self.editor.turn_to(campaign_id)
        self.offers.turn_to(campaign_id)
        self.extras.turn_to(campaign_id)
        self._side.hide()
        self._fit()
        self.new_button.setEnabled(bool(campaign_id))

    def show_filter(self, wanted: object) -> None:
        """Narrow the list as another page asks."""
        if isinstance(wanted, RegistrationFilter):
            self._uncover_list()
            self.filters.show_wanted(wanted)

    def show_record(self, record_id: str) -> None:
        """Open one registration, and show it in the list if it is near."""
        self._open(record_id)

    def search(self, text: str) -> None:
        """Search from the top bar in this list."""
        self._uncover_list()
        self.filters.search_box.setText(text)

    def first_focus(self) -> QWidget:
        """Begin in the list, or at the button that makes the first one."""
        return self.table if self.table.paged.row_total() else self.new_button

    def may_leave(self) -> bool:
        """Ask about unsaved text; the grid keeps its own."""
        self.modes.finish()
        return self.editor.may_leave()

    def new(self) -> None:
        """Begin a new registration, of the unit that is looked at."""
        if not self._campaign or self.modes.begin_row() or not self.editor.may_leave():
            return
        self.table.choose("")
        self._show_beside(self.editor)
        wanted = self.table.wanted
        self.editor.begin(unit_id=wanted.unit_id, sector_code=wanted.sector_code)

    def export(self, path: Path) -> None:
        """Save what the list shows, with every item, as Excel."""
        wanted, registers = self.table.wanted, self._services.registers
        self._runner.start(
            lambda progress: registers.save(registers.full(wanted), path),
            title=self.tr("Lưu danh sách đăng ký"),
            done=lambda _: tell(self, self.tr("Đã lưu “{file}”.").format(file=path.name)),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take the files of units."""
        if files_in(event.mimeData(), INTAKE_SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand all files on to the import: it says of each that it cannot read why."""
        paths = files_in(event.mimeData(), ())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.import_requested.emit(paths)

    def _lay_out(self) -> None:
        self.header = SectionHeader(self.tr("Đăng ký"), " ")
        self.import_button = button(
            self.tr("Nhập tệp của đơn &vị…"),
            lambda: self.import_requested.emit([]),
            icon_name="file-import",
        )
        self.export_button = button(
            self.tr("Lưu ra &Excel…"), self._ask_export, icon_name="file-spreadsheet"
        )
        self.export_button.setToolTip(self.tr("Lưu danh sách đang hiện, kèm mọi mục, thành Excel"))
        self.new_button = button(
            self.tr("Đăng ký &mới"), self.new, icon_name="plus", kind="primary"
        )
        self.new_button.setToolTip(self.tr("Đăng ký mới (Ctrl+N)"))
        self.header.add_action(self.extras.button)
        self.header.add_action(self.export_button)
        self.header.add_action(self.import_button)
        self.header.add_action(self.new_button)
        self._side = QStackedWidget()
        for widget in (self.editor, self.selection):
            self._side.addWidget(widget)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._splitter.setHandleWidth(16)
        self._splitter.addWidget(self.modes)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 5)
        self._splitter.setStretchFactor(1, 4)
        self._splitter.setSizes([640, 470])
        self._side.setMinimumWidth(376)
        self.modes.setMinimumWidth(300)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 14)
        layout.setSpacing(12)
        layout.addWidget(self.header)
        layout.addWidget(self.offers)
        layout.addWidget(self.filters)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._read)
        self.table.followed.connect(self._show_chosen)
        self.table.counted.connect(self.header.set_subtitle)
        self.table.opened.connect(lambda row: self._open(row.id))
        self.modes.opened.connect(self._open)
        self.modes.step_asked.connect(self.steps.take_from_grid)
        self.modes.remove_asked.connect(self.steps.remove_from_grid)
        self.modes.turned.connect(self._catch_up)
        self.modes.turned.connect(self.close_side)
        self.selection.step_asked.connect(self._step_many)
        self.selection.remove_asked.connect(lambda: self.steps.remove(self.table.chosen_rows()))
        self.editor.close_asked.connect(self.close_side)
        self.selection.close_asked.connect(self.close_side)
        self.editor.step_asked.connect(self.steps.take)
        self.editor.remove_asked.connect(self.steps.remove)
        self.editor.stored.connect(self.table.choose)
        self.offers.restored.connect(lambda: self._show_beside(self.editor))
        self.editor.begun.connect(lambda: self.table.choose(""))
        self.editor.open_asked.connect(self._open)
        self.extras.opened.connect(self._open)
        self.steps.refused.connect(self._explain)
        self.steps.item_asked.connect(self._open_item)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.New), self.new),
            (QKeySequence(QKeySequence.StandardKey.Save), self.editor.save),
            (QKeySequence("Ctrl+Return"), self.editor.save_and_next),
            (QKeySequence(QKeySequence.StandardKey.Find), self._go_to_search),
        ):
            shortcut = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _offer_choices(self) -> None:
        units = self._services.units.units()
        sectors = self._services.campaigns.sectors(self._campaign)
        self.filters.offer(units, sectors)
        self.editor.form.offer(units, sectors, self._services.office.levels())
        self.editor.panel.sites.offer(units)
        self._sectors = sectors

    def _read(self) -> None:
        if not self._campaign:
            return
        if self.filters.is_narrowing:
            empty = self.tr("Không có đăng ký nào như vậy. Hãy thử bỏ bớt điều kiện lọc.")
        else:
            empty = self.tr(
                "Chưa có đăng ký nào.\nNhấn Ctrl+N để nhập từng phiếu, Ctrl+B để gõ hoặc dán"
                " từ Excel vào bảng nhập, hoặc thả tệp của đơn vị vào đây."
            )
        self.table.set_empty_text(empty)
        wanted = self.filters.wanted(self._campaign)
        self.table.show_wanted(wanted, self._sectors, is_covered=self.modes.is_grid)
        self.modes.show_wanted(wanted)
        self.narrowing.show_marks()

    def _catch_up(self) -> None:
        if not self.modes.is_grid:
            self.table.catch_up()

    def _show_chosen(self) -> None:
        count = self.table.chosen_count()
        if count == 0 and self._side.currentWidget() is self.selection:
            self.close_side()
        elif count == 1:
            self._open(self.table.selected_ids()[0])
        elif count > _TOGETHER_AT_MOST:
            self._side.hide()
            self._fit()
            tell(
                self,
                self.tr("Chọn tối đa {count} đăng ký để xử lý cùng một lần.").format(
                    count=grouped(_TOGETHER_AT_MOST)
                ),
            )
        elif count > 1 and self._leaves_editor():
            self.selection.show_rows(self.table.chosen_rows())
            self._show_beside(self.selection)

    def _open(self, record_id: str) -> None:
        if self._is_editing and self.editor.record_id == record_id:
            return
        if self._leaves_editor():
            try:
                self.editor.open(record_id)
            except DvkError as error:
                show_error(self, error)
                return
            self._show_beside(self.editor)
            self.table.choose(record_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and form beside each other only where there is room for both."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < _NARROW
        covers_list = is_narrow and not self._side.isHidden()
        for widget in (self.header, self.filters, self.modes):
            widget.setHidden(covers_list)

    @property
    def _is_editing(self) -> bool:
        return not self._side.isHidden() and self._side.currentWidget() is self.editor

    def _show_beside(self, widget: QWidget) -> None:
        self._side.setCurrentWidget(widget)
        self._side.show()
        self._fit()

    def close_side(self) -> None:
        """Give the whole width to the list again, asking about unsaved text."""
        if self._leaves_editor():
            self._side.hide()
            self._fit()
            self.table.clearSelection()
            self.modes.take_focus()

    def _leaves_editor(self) -> bool:
        """Ask about unsaved text; when the person stays, choose that row again."""
        if self.editor.may_leave():
            return True
        self.table.choose(self.editor.record_id)
        return False

    def _step_many(self, action: RegistrationAction) -> None:
        self.steps.take(self.table.chosen_rows(), action)

    def _open_item(self, record_id: str, field: str) -> None:
        if self.modes.go_to_item(record_id, field):
            return
        self._open(record_id)
        if self._is_editing and self.editor.record_id == record_id:
            self.editor.show_lacking()
            self.editor.form.go_to(field)

    def _explain(self, error: DvkError) -> None:
        if not self._is_editing or not self.editor.show_missing(error):
            show_error(self, error)

    def _ask_export(self) -> None:
        title = self.tr("Lưu danh sách đăng ký")
        suggestion = Path(self.tr("Danh sách đăng ký.xlsx"))
        path = file_choice.ask_target(self, title, suggestion, self.tr("Tệp Excel (*.xlsx)"))
        if path is not None:
            self.export(path if path.suffix else path.with_suffix(".xlsx"))

    def _uncover_list(self) -> None:
        if self.modes.isHidden():
            self.close_side()

    def _go_to_search(self) -> None:
        self._uncover_list()
        self.filters.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search_box.selectAll()
