"""What is done now and then with all registrations: review, templates (việc khác)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.file_choice import FileChoice
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.labels import button

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services
    from dvk_desktop.views.exchange.template_dialog import TemplateDialog
    from dvk_desktop.views.registrations.continuing_dialog import ContinuingDialog
    from dvk_desktop.views.registrations.duplicates_panel import DuplicatesDialog


class RegistrationExtras(QObject):
    """A button with a menu for the head of the page (việc khác).

    ``opened`` carries a registration that is to be shown.
    """

    opened = Signal(str)

    def __init__(
        self,
        services: "Services",
        runner: TaskRunner,
        bus: ChangeBus,
        settings: QSettings,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._services = services
        self._runner = runner
        self._bus = bus
        self._settings = settings
        self._page = page
        self._campaign = ""
        self.button = button(self.tr("Việc k&hác"))
        menu = QMenu(self.button)
        going_on = menu.addAction(self.tr("Tiếp tục mô hình năm trước…"))
        going_on.triggered.connect(lambda: self.go_on())
        review = menu.addAction(self.tr("Rà soát trùng lặp…"))
        review.triggered.connect(lambda: self.review_duplicates())
        templates = menu.addAction(self.tr("Tạo tệp mẫu cho đơn vị…"))
        templates.triggered.connect(lambda: self.make_templates())
        self.button.setMenu(menu)
        self.button.setEnabled(False)

    def turn_to(self, campaign_id: str) -> None:
        """Work for another campaign."""
        self._campaign = campaign_id
        self.button.setEnabled(bool(campaign_id))

    def go_on(self) -> "ContinuingDialog":
        """Ask which models of last year go on, and make their drafts."""
        from dvk_desktop.views.registrations.continuing_dialog import (  # noqa: PLC0415 -- seldom needed
            ContinuingDialog,
        )

        dialog = ContinuingDialog(self._services, self._bus, self._campaign, self._page)
        dialog.open()
        return dialog

    def review_duplicates(self) -> "DuplicatesDialog":
        """Open the review of what may be registered twice."""
        from dvk_desktop.views.registrations.duplicates_panel import (  # noqa: PLC0415 -- seldom needed
            DuplicatesDialog,
            DuplicatesPanel,
        )

        panel = DuplicatesPanel(self._services, self._runner, self._bus, self._campaign)
        panel.opened.connect(self.opened)
        dialog = DuplicatesDialog(panel, self._page)
        dialog.open()
        panel.refresh()
        return dialog

    def make_templates(self) -> "TemplateDialog":
        """Ask for units, and write the workbooks on which they register."""
        from dvk_desktop.views.exchange.desk import Desk  # noqa: PLC0415 -- seldom needed
        from dvk_desktop.views.exchange.template_dialog import (  # noqa: PLC0415 -- seldom needed
            TemplateDialog,
        )

        files = FileChoice(self._settings)
        desk = Desk(self._services, self._runner, self._bus, files, self._campaign)
        dialog = TemplateDialog(desk, self._page)
        dialog.open()
        return dialog
