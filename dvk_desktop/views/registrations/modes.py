"""The two ways to work with the registrations: a list to read, a grid to type (danh sách, bảng)."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations.grid import RegistrationGrid
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.labels import button, text_label


class RegistrationModes(QWidget):
    """Shows the list or the grid; the grid is made when it is first wanted (chế độ xem).

    ``turned`` follows each switch; ``opened`` carries a registration whose form the grid asks for,
    ``filtered`` what a column of the grid is narrowed to, ``step_asked`` the registrations and
    the step that are asked for in the grid, ``remove_asked`` those to be removed.
    """

    turned = Signal()
    opened = Signal(str)
    filtered = Signal(object)
    step_asked = Signal(list, object)
    remove_asked = Signal(list)

    def __init__(
        self,
        table: QWidget,
        services: Services,
        runner: TaskRunner,
        bus: ChangeBus,
        settings: QSettings,
    ) -> None:
        super().__init__()
        self._parts = (services, runner, bus, settings)
        self._wanted = RegistrationFilter()
        self.grid: RegistrationGrid | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self.list_button = button(
            self.tr("Danh sách"), lambda: self.turn(to_grid=False), icon_name="menu-2"
        )
        self.grid_button = button(
            self.tr("Bảng nhập"), lambda: self.turn(to_grid=True), icon_name="table"
        )
        self.grid_button.setToolTip(self.tr("Nhập như trong Excel (Ctrl+B)"))
        self.list_button.setToolTip(self.tr("Xem danh sách (Ctrl+B)"))
        self._group = QButtonGroup(self)
        for one in (self.list_button, self.grid_button):
            one.setCheckable(True)
            self._group.addButton(one)
        self.list_button.setChecked(True)
        self._hint = text_label("", "muted")
        switch = QHBoxLayout()
        switch.setSpacing(6)
        switch.addWidget(self.list_button)
        switch.addWidget(self.grid_button)
        switch.addWidget(self._hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(switch)
        layout.addWidget(self._stack, 1)
        shortcut = QShortcut(
            QKeySequence("Ctrl+B"), self, context=Qt.ShortcutContext.WindowShortcut
        )
        shortcut.activated.connect(lambda: self.turn(to_grid=not self.is_grid))

    @property
    def is_grid(self) -> bool:
        """Say whether the grid is shown."""
        return self.grid is not None and self._stack.currentWidget() is self.grid

    def show_wanted(self, wanted: RegistrationFilter) -> None:
        """Show in the grid what the filter leaves; the list is shown by its page."""
        self._wanted = wanted
        if self.grid is not None and self.is_grid:
            self.grid.refresh(wanted)

    def turn(self, *, to_grid: bool) -> None:
        """Show the list or the grid."""
        if to_grid != self.is_grid:
            if to_grid:
                self._show_grid()
            else:
                self._stack.setCurrentIndex(0)
                self.take_focus()
                self._hint.setText("")
            self.turned.emit()
        (self.grid_button if to_grid else self.list_button).setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard into what is shown."""
        shown = self._stack.currentWidget()
        (self.grid.view if self.grid is not None and shown is self.grid else shown).setFocus()

    def begin_row(self) -> bool:
        """Begin a new row if the grid is shown; say whether it is."""
        if self.grid is None or not self.is_grid:
            return False
        self.grid.go_to_new()
        return True

    def go_to_item(self, record_id: str, field: str) -> bool:
        """Go to one cell if the grid is shown and has it; say whether it does."""
        grid = self.grid
        return grid is not None and self.is_grid and grid.steps.go_to_item(record_id, field)

    def finish(self) -> None:
        """Store or keep what was typed so far."""
        if self.grid is not None:
            self.grid.finish()

    def _show_grid(self) -> None:
        if self.grid is None:
            self.grid = RegistrationGrid(*self._parts)
            self.grid.opened.connect(self.opened)
            self.grid.filtered.connect(self.filtered)
            self.grid.steps.asked.connect(self.step_asked)
            self.grid.steps.remove_asked.connect(self.remove_asked)
            self._stack.addWidget(self.grid)
        self.grid.show_wanted(self._wanted)
        self._stack.setCurrentWidget(self.grid)
        self._hint.setText(
            self.tr("Gõ vào dòng cuối để thêm · Ctrl+D điền xuống · Ctrl+Z hoàn tác")
        )
        # To take the focus would choose the first cell.
        if not self.grid.view.currentIndex().isValid():
            self.grid.go_to_new()
        self.grid.view.setFocus()
