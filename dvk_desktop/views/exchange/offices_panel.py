"""Our own card and the offices that we trust (mục Văn phòng)."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.office import KnownOfficeRow
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.card_dialog import CardDialog
from dvk_desktop.views.exchange.desk import Desk, Panel, Rest
from dvk_desktop.views.exchange.fingerprint import FingerprintLabel
from dvk_desktop.views.exchange.package_columns import office_columns
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.passphrase_dialog import with_keys
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.section_header import SectionHeader

CARDS = (".dvkcard", ".json")


class OfficesPanel(Panel):
    """Whose packages are taken in, and how others know us (văn phòng)."""

    shows = Changes.PACKAGES | Changes.SETTINGS | Changes.UNITS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.fingerprint = FingerprintLabel()
        self._own = Card(" ", " ")
        self._own.header.add_action(
            button(self.tr("Sao chép dấu vân tay"), self._copy, icon_name="copy")
        )
        self._own.header.add_action(
            button(self.tr("Ghi thẻ của văn phòng này…"), self._ask_card, icon_name="file-export")
        )
        self._own.body.addWidget(text_label(self.tr("Dấu vân tay để đọc qua điện thoại"), "label"))
        self._own.body.addWidget(self.fingerprint)
        self.body.addWidget(self._own)
        header = SectionHeader(
            self.tr("Các văn phòng đã biết"),
            self.tr("Chỉ gói của văn phòng có thẻ đã xác nhận mới được nhập."),
            role="heading",
        )
        self.withdraw_button = button(
            self.tr("Gỡ tin cậy"), self._withdraw, icon_name="x", kind="danger"
        )
        header.add_action(self.withdraw_button)
        header.add_action(
            button(
                self.tr("Nhập thẻ của văn phòng khác…"),
                self.ask_for_card,
                icon_name="file-import",
                kind="primary",
            )
        )
        self.body.addWidget(header)
        self._model = RecordTableModel(office_columns(), self, identity=lambda row: row.office_id)
        self.table = RecordTableView(
            "offices",
            self.tr("Các văn phòng đã biết"),
            empty_text=self.tr(
                "Chưa có thẻ nào. Hai văn phòng trao thẻ cho nhau một lần: mỗi bên ghi thẻ của"
                " mình thành tệp, gửi cho bên kia, rồi đọc dấu vân tay qua điện thoại để xác nhận."
            ),
        )
        self.table.setModel(self._model)
        self.table.chosen.connect(self._follow)
        self.body.addWidget(Rest(self.table, 130), 1)
        self._follow()

    def refresh(self) -> None:
        """Read our card and the known offices again."""
        office = self.desk.services.office.office()
        self._own.header.set_title(f"{office.name} ({office.code})")
        self._own.header.set_subtitle(
            self.tr("Thẻ giúp nơi khác nhận ra gói do văn phòng này gửi; thẻ không chứa bí mật.")
        )
        self.fingerprint.show_fingerprint(self.desk.services.trust.fingerprint())
        self._model.replace(self.desk.services.trust.offices())
        self._follow()

    def ask_for_card(self) -> None:
        """Ask for a card and show it."""
        paths = self.desk.files.sources(
            self,
            purpose="cards",
            title=self.tr("Chọn thẻ của văn phòng khác"),
            suffixes=CARDS,
            kind=self.tr("Thẻ văn phòng"),
        )
        for path in paths[:1]:
            self.take_card(path)

    def take_card(self, path: Path) -> None:
        """Show a card for its fingerprint to be confirmed."""
        try:
            card = self.desk.services.trust.read_card(path)
        except DvkError as error:
            show_error(self, error)
            return
        dialog = CardDialog(self.desk, path, card, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            tell(self, self.tr("Đã tin cậy {name}.").format(name=card.name), Tone.SUCCESS)
            self.desk.bus.publish(dialog.changes)
        dialog.deleteLater()

    def write_card(self, path: Path) -> None:
        """Write our own card."""
        try:
            self.desk.services.trust.own_card(path)
        except DvkError as error:
            show_error(self, error)
            return
        text = self.tr("Đã ghi thẻ {file}. Gửi tệp này cho văn phòng cần nhận gói của bạn.")
        tell(self, text.format(file=path.name), Tone.SUCCESS)
        file_choice.show_in_system(path.parent)

    def _ask_card(self) -> None:
        office = self.desk.services.office.office()
        path = self.desk.files.target(
            self,
            purpose="cards",
            title=self.tr("Ghi thẻ của văn phòng này"),
            name=f"the_{fold(office.code).replace(' ', '-')}.dvkcard",
            kind=self.tr("Thẻ văn phòng"),
        )
        if path is not None:
            services, runner = self.desk.services, self.desk.runner
            with_keys(self, services.keys, runner, lambda: self.write_card(path))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.fingerprint.text())
        tell(self, self.tr("Đã sao chép dấu vân tay."))

    def _follow(self) -> None:
        office: KnownOfficeRow | None = self.table.current_record()
        self.withdraw_button.setEnabled(office is not None and office.is_trusted)

    def _withdraw(self) -> None:
        office: KnownOfficeRow | None = self.table.current_record()
        if office is None:
            return
        text = self.tr(
            "Gói mới của văn phòng này sẽ không nhập được nữa. Những gì đã nhập vẫn giữ nguyên."
        )
        title = self.tr("Gỡ tin cậy {name}?").format(name=office.name)
        if confirm(self, title, text, self.tr("Gỡ tin cậy"), is_risky=True):
            self.desk.bus.publish(self.desk.services.trust.withdraw(office.office_id))
