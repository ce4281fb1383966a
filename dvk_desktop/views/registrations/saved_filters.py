"""The menu of filters that were saved by name (bộ lọc đã lưu)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.services.registrations.saved_filters import (
    FilterNameTakenError,
    SavedFilterService,
)
from dvk_desktop.views import messages
from dvk_desktop.views.icons import icon
from dvk_desktop.views.widgets.labels import button, text_label


class NameDialog(QDialog):
    """Asks for the name of a filter (tên bộ lọc)."""

    def __init__(self, title: str, name: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self.name = QLineEdit(name)
        self.name.setMaxLength(60)
        self.name.setAccessibleName(self.tr("Tên bộ lọc"))
        self.name.selectAll()
        self.save_button = button(action, self.accept, kind="primary")
        self.save_button.setDefault(True)
        self.save_button.setEnabled(bool(name))
        self.name.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(self.tr("Hủy"), self.reject))
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text_label(self.tr("Tên bộ lọc"), "label"))
        layout.addWidget(self.name)
        note = self.tr("Lưu cả ô tìm kiếm, các điều kiện lọc và thứ tự sắp xếp đang dùng.")
        layout.addWidget(text_label(note, "muted"))
        layout.addSpacing(6)
        layout.addLayout(foot)


class SavedFiltersButton(QPushButton):
    """Applies, saves, renames and deletes filters (bộ lọc đã lưu).

    ``chosen`` carries the filter that is applied, in its own order.
    """

    chosen = Signal(object)

    def __init__(
        self,
        saved: SavedFilterService,
        current: Callable[[], RegistrationFilter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(self.tr("&Bộ lọc đã lưu"))
        self.setIcon(icon("filter"))
        self._saved = saved
        self._current = current
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)

    def fill(self) -> None:
        """List the filters as they are now."""
        menu = self.menu()
        menu.clear()
        names = self._saved.names()
        for name in names:
            # "&" would be taken for the mark of a key.
            shown = name.replace("&", "&&")
            menu.addAction(shown).triggered.connect(lambda _=False, one=name: self.apply(one))
        if not names:
            menu.addAction(self.tr("Chưa lưu bộ lọc nào")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(icon("device-floppy"), self.tr("&Lưu bộ lọc đang dùng…"))
        save.triggered.connect(lambda: self.ask_name())
        if names:
            self._add_menu(menu, self.tr("Đổ&i tên"), "edit", names, self.ask_new_name)
            self._add_menu(menu, self.tr("&Xóa"), "trash", names, self.remove)

    def apply(self, name: str) -> None:
        """Filter and sort as a saved filter asks; say what of it there is no more."""
        try:
            found = self._saved.read(name, self._current().campaign_id)
        except DvkError as error:
            messages.show_error(self, error)
            return
        self.chosen.emit(found.wanted)
        if found.gone:
            text = self.tr(
                "Bộ lọc “{name}” nhắc đến giá trị không còn nữa: {values}. Các điều kiện khác"
                " vẫn được dùng; hãy sửa bộ lọc rồi lưu lại."
            )
            shown = text.format(name=found.name, values=", ".join(found.gone))
            messages.inform(self, self.tr("Bộ lọc đã cũ"), shown)

    def ask_name(self) -> None:
        """Save what is shown under a name that is asked for."""
        name = self._ask(self.tr("Lưu bộ lọc"), "", self.tr("&Lưu"))
        if name:
            self.save(name)

    def save(self, name: str) -> None:
        """Save what is shown; a name that is there is overwritten only when that is wanted."""
        try:
            self._saved.save(name, self._current())
        except FilterNameTakenError:
            question = self.tr("Đã có bộ lọc tên “{name}”. Ghi đè bằng bộ lọc đang dùng?")
            title, verb = self.tr("Ghi đè bộ lọc"), self.tr("Ghi đè")
            if not messages.confirm(self, title, question.format(name=name), verb):
                return
            self._saved.save(name, self._current(), overwrites=True)
        except DvkError as error:
            messages.show_error(self, error)
            return
        messages.tell(self, self.tr("Đã lưu bộ lọc “{name}”.").format(name=name))

    def ask_new_name(self, name: str) -> None:
        """Ask for another name of a filter."""
        new_name = self._ask(self.tr("Đổi tên bộ lọc"), name, self.tr("Đổ&i tên"))
        if not new_name:
            return
        try:
            self._saved.rename(name, new_name)
        except DvkError as error:
            messages.show_error(self, error)

    def remove(self, name: str) -> None:
        """Forget a filter, when that is confirmed."""
        question = self.tr("Xóa bộ lọc “{name}”? Không đăng ký nào bị xóa.").format(name=name)
        if messages.confirm(self, self.tr("Xóa bộ lọc"), question, self.tr("Xóa bộ lọc")):
            self._saved.remove(name)

    def _ask(self, title: str, name: str, action: str) -> str:
        dialog = NameDialog(title, name, action, self)
        is_meant = bool(dialog.exec())
        found = " ".join(dialog.name.text().split())
        dialog.deleteLater()
        return found if is_meant else ""

    def _add_menu(
        self,
        parent: QMenu,
        text: str,
        picture: str,
        names: tuple[str, ...],
        act: Callable[[str], None],
    ) -> None:
        menu = parent.addMenu(icon(picture), text)
        for name in names:
            entry = menu.addAction(name.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, one=name: act(one))
