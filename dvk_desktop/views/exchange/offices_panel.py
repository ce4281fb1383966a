"""Our own card and the offices that we trust (mục Văn phòng)."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.office import KnownOfficeRow
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.card_dialog import CardDialog
from dvk_desktop.views.exchange.desk import Desk, Panel, Rest
from dvk_desktop.views.exchange.key_renewal_dialog import KeyRenewalDialog
from dvk_desktop.views.exchange.own_card import OwnCard
from dvk_desktop.views.exchange.package_columns import office_columns
from dvk_desktop.views.exchange.replaced_key_dialog import ReplacedKeyDialog
from dvk_desktop.views.exchange.wording import when
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.passphrase_dialog import with_keys
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.section_header import SectionHeader

CARDS = (".dvkcard", ".json")


class OfficesPanel(Panel):
    """Whose packages are taken in, and how others know us (văn phòng)."""

    shows = Changes.PACKAGES | Changes.SETTINGS | Changes.UNITS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.own = OwnCard(desk)
        self.own.card_wanted.connect(self._ask_card)
        self.own.paper_wanted.connect(self._ask_paper)
        self.own.renewal_wanted.connect(self.renew_keys)
        self.fingerprint = self.own.fingerprint
        self.body.addWidget(self.own)
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
        self._about = text_label("", "muted")
        self._about.hide()
        self.body.addWidget(self._about)
        self._follow()

    def refresh(self) -> None:
        """Read our card and the known offices again."""
        self.own.refresh()
        self._model.replace(self.desk.services.trust.offices())
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw our code when it is looked at: that takes what the start need not load."""
        super().showEvent(event)
        self.own.read_keys()

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
        said = self.tr("Đã tin cậy {name}.")
        dialog: CardDialog | ReplacedKeyDialog = CardDialog(self.desk, path, card, self)
        if card.is_other_key:
            said = self.tr("Đã đổi khóa của {name}. Hãy nhắc họ gửi lại gói chưa nhập.")
            dialog = ReplacedKeyDialog(self.desk, path, card, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            tell(self, said.format(name=card.name), Tone.SUCCESS)
            self.desk.bus.publish(dialog.changes)
        dialog.deleteLater()

    def renew_keys(self) -> None:
        """Make new keys for this office, once a person has said why."""
        dialog = KeyRenewalDialog(self.desk, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.desk.bus.publish(dialog.changes)
            tell(self, self.tr("Đã lập khóa mới."), Tone.SUCCESS)
            self.own.show_renewed()
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

    def _ask_paper(self) -> None:
        office = self.desk.services.office.office()
        path = self.desk.files.target(
            self,
            purpose="cards",
            title=self.tr("Ghi trang thẻ văn phòng"),
            name=f"the_{fold(office.code).replace(' ', '-')}.pdf",
            kind=self.tr("Tệp PDF"),
        )
        if path is not None:
            services, runner = self.desk.services, self.desk.runner
            with_keys(self, services.keys, runner, lambda: self.write_paper(path))

    def write_paper(self, path: Path) -> None:
        """Write the page of our card and open it for printing."""

        def written(_: object) -> None:
            tell(self, self.tr("Đã ghi {file}.").format(file=path.name), Tone.SUCCESS)
            file_choice.show_in_system(path)

        trust = self.desk.services.trust
        self.desk.runner.start(
            lambda progress: trust.write_card_paper(path),
            title=self.tr("Ghi trang thẻ văn phòng"),
            done=written,
            failed=lambda error: show_error(self, error),
        )

    def _follow(self) -> None:
        office: KnownOfficeRow | None = self.table.current_record()
        self.withdraw_button.setEnabled(office is not None and office.is_trusted)
        self._about.setText("" if office is None else self._key_story(office))
        self._about.setVisible(office is not None)

    def _key_story(self, office: KnownOfficeRow) -> str:
        """Tell who confirmed the key of an office, and which keys count no more."""
        text = self.tr("{name}: khóa do {who} xác nhận lúc {time}.")
        lines = [
            text.format(
                name=office.name,
                who=office.trusted_by or self.tr("văn phòng này"),
                time=when(office.trusted_at),
            )
        ]
        for key in office.withdrawn_keys:
            text = self.tr(
                "Khóa cũ ngừng dùng từ {day}: {who} xác nhận lúc {time} sau khi gọi điện gặp"
                " {spoken}."
            )
            lines.append(
                text.format(
                    day="/".join(reversed(key.withdrawn_on.split("-"))),
                    who=key.confirmed_by or self.tr("văn phòng này"),
                    time=when(key.confirmed_at),
                    spoken=key.spoken_with,
                )
            )
        return "\n".join(lines)

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
