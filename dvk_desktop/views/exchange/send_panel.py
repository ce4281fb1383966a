"""Write a package for the office above or below (mục Gửi)."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.services.exchange.packing import SENT
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import OFFICES, Desk, Panel, Rest, clear_layout
from dvk_desktop.views.exchange.package_columns import package_columns
from dvk_desktop.views.exchange.send_options import LABEL_WIDTH, SendOptionsBox
from dvk_desktop.views.exchange.slip_printing import print_slips
from dvk_desktop.views.exchange.wording import kind_name, record_counts
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.passphrase_dialog import with_keys
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.record_table_view import RecordTableView

if TYPE_CHECKING:
    from dvk_desktop.services.exchange.sending import SentPackage


@dataclass(frozen=True, slots=True)
class Target:
    """An office that a package can be written for (nơi nhận)."""

    code: str
    name: str
    is_above: bool
    is_trusted: bool


class SendPanel(Panel):
    """One button that writes everything, and what became of it (gửi)."""

    shows = Changes.PACKAGES | Changes.UNITS | Changes.SETTINGS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._targets: list[Target] = []
        self._written_id = ""
        self.recipients = ChoiceCombo()
        self.recipients.setAccessibleName(self.tr("Nơi nhận"))
        self.recipients.setMinimumContentsLength(34)
        self.recipients.currentIndexChanged.connect(lambda _: self._explain())
        self.send_button = button("", self._ask, icon_name="package", kind="primary")
        self.options = SendOptionsBox()
        self._what = text_label("", "muted")
        self.body.addWidget(self._make_card())
        self._outcome = QVBoxLayout()
        self.body.addLayout(self._outcome)
        self.body.addWidget(text_label(self.tr("Các gói đã gửi"), "label"))
        self._model = RecordTableModel(
            package_columns(with_direction=False), self, identity=lambda row: row.package_id
        )
        self.table = RecordTableView(
            "sent_packages",
            self.tr("Các gói đã gửi"),
            empty_text=self.tr("Chưa gửi gói nào từ máy này."),
        )
        self.table.setModel(self._model)
        self.body.addWidget(Rest(self.table, 150), 1)

    def refresh(self) -> None:
        """Read recipients and sent packages again."""
        self._targets = self._read_targets()
        self.recipients.offer((one, self._named(one)) for one in self._targets)
        self.recipients.setEnabled(bool(self._targets))
        rows = self.desk.services.receiving.history()
        self._model.replace(
            row for row in rows if row.direction == SENT and row.kind != PackageKind.RECEIPT
        )
        if any(row.package_id == self._written_id and row.receipt for row in rows):
            clear_layout(self._outcome)
        self._explain()

    def target(self) -> Target | None:
        """Return the recipient that is chosen."""
        chosen: Target | None = self.recipients.currentData()
        return chosen

    def write(self, target: Target, path: Path, options: SendOptions) -> None:
        """Write the package for ``target``."""
        self.send_button.setEnabled(False)
        sending = self.desk.services.sending
        self.desk.runner.start(
            lambda progress: sending.export(target.code, path, progress, options),
            title=self.tr("Ghi gói gửi {name}").format(name=target.name),
            done=self._written,
            failed=self._not_written,
        )

    def _make_card(self) -> Card:
        card = Card(self.tr("Gửi dữ liệu bằng một tệp"))
        row = QHBoxLayout()
        row.setSpacing(8)
        label = text_label(self.tr("Nơi nhận"), "label")
        label.setMinimumWidth(LABEL_WIDTH)
        row.addWidget(label)
        row.addWidget(self.recipients)
        row.addWidget(self.send_button)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self.options)
        card.body.addWidget(self._what)
        return card

    def _read_targets(self) -> list[Target]:
        services = self.desk.services
        known = [
            Target(row.code, row.name, row.is_above, row.is_trusted)
            for row in services.sending.recipients()
            if row.is_trusted
        ]
        own = services.office.office().unit_id
        units = {row.id: row for row in services.units.units()}
        parent = units.get((units[own].parent_id or "") if own in units else "")
        if parent is not None and parent.code not in {one.code for one in known}:
            known.append(Target(parent.code, parent.name, is_above=True, is_trusted=False))
        return sorted(known, key=lambda one: not one.is_above)

    def _named(self, target: Target) -> str:
        place = self.tr("cấp trên") if target.is_above else self.tr("cấp dưới")
        return f"{target.name} ({place})"

    def _explain(self) -> None:
        target = self.target()
        if target is None:
            self.send_button.setText(self.tr("Nhập thẻ của nơi nhận…"))
            text = self.tr(
                "Chưa biết nơi nhận nào. Hãy xin tệp thẻ (.dvkcard) của văn phòng cấp trên và"
                " nhập ở mục Văn phòng."
            )
            self._what.setText(text)
            return
        self.send_button.setText(
            self.tr("Gửi lên cấp trên…") if target.is_above else self.tr("Gửi xuống cấp dưới…")
        )
        content = (
            self.tr(
                "Gói báo cáo mang mọi đăng ký, tiến độ, phiếu chấm và quyết định của văn phòng này"
                " và các đơn vị bên dưới. Gửi lại bao nhiêu lần cũng được: nơi nhận chỉ lấy phần"
                " mới."
            )
            if target.is_above
            else self.tr(
                "Gói triển khai mang đợt thi đua, lĩnh vực, thời hạn, mẫu phiếu, danh mục đơn vị"
                " và kết quả xét duyệt. Gửi lại bao nhiêu lần cũng được."
            )
        )
        self._what.setText(content)

    def _ask(self) -> None:
        target = self.target()
        if target is None:
            self.section_wanted.emit(OFFICES)
            return
        options = self.options.options()
        if options is not None:
            services, runner = self.desk.services, self.desk.runner
            with_keys(self, services.keys, runner, lambda: self._choose_place(target, options))

    def _choose_place(self, target: Target, options: SendOptions) -> None:
        office = self.desk.services.office.office()
        kind = self.tr("bao-cao") if target.is_above else self.tr("trien-khai")
        day = self.desk.services.database.clock().date().isoformat()
        name = "_".join(fold(part).replace(" ", "-") for part in (kind, office.code, target.code))
        path = self.desk.files.target(
            self,
            purpose="packages",
            title=self.tr("Ghi gói gửi {name}").format(name=target.name),
            name=f"{name}_{day}.dvk" + (".age" if options.is_encrypted else ""),
            kind=self.tr("Gói dữ liệu"),
        )
        if path is not None:
            self.write(target, path, options)

    def _written(self, sent: "SentPackage") -> None:
        manifest = sent.manifest
        clear_layout(self._outcome)
        self._written_id = manifest.package_id
        title = self.tr("Đã ghi {kind} số {number} cho {name}: {counts}.").format(
            kind=kind_name(manifest.kind).lower(),
            number=manifest.sequence,
            name=manifest.recipient.name,
            counts=record_counts(sent.counts),
        )
        text = self.tr(
            "Tệp {file} nằm trong {folder}. Bước tiếp: gửi tệp qua thư điện tử hoặc chép vào USB."
            " Nơi nhận nhập xong sẽ gửi lại biên nhận; thả biên nhận vào trang này. Chưa có biên"
            " nhận thì chưa chắc gói đã tới nơi."
        ).format(file=sent.path.name, folder=sent.path.parent)
        text += self._about_parts(sent) + self._about_drive(sent)
        notice = Notice(title, text, Tone.ACCENT)
        folder = sent.path.parent
        packages = [part.manifest.package_id for part in sent.parts]
        notice.add_action(
            self.tr("In phiếu bàn giao…"),
            lambda: print_slips(self, self.desk, packages, sent.path.name),
        )
        notice.add_action(self.tr("Mở thư mục"), lambda: file_choice.show_in_system(folder))
        notice.add_action(
            self.tr("Sao chép đường dẫn"),
            lambda: QGuiApplication.clipboard().setText(str(sent.path)),
        )
        self._outcome.addWidget(notice, 0, Qt.AlignmentFlag.AlignTop)
        tell(self, self.tr("Đã ghi gói, chờ biên nhận."))
        self.desk.bus.publish(sent.changes)
        self.send_button.setEnabled(True)

    def _about_parts(self, sent: "SentPackage") -> str:
        """Name the files that belong together, and those too large for the mailbox."""
        if len(sent.parts) == 1 and not sent.parts[0].is_oversized:
            return ""
        text = self.tr("Gói gồm {count} tệp, gửi đủ cả: {names}.").format(
            count=len(sent.parts), names=", ".join(part.path.name for part in sent.parts)
        )
        large = ", ".join(part.path.name for part in sent.parts if part.is_oversized)
        if large:
            told = self.tr(
                "Tệp {names} lớn hơn cỡ đã chọn vì có tệp đính kèm quá lớn; hãy chép vào USB."
            )
            text += "\n" + told.format(names=large)
        return "\n" + text

    def _about_drive(self, sent: "SentPackage") -> str:
        """Say when a stick may be pulled: the file was flushed, read back and compared."""
        if not self.desk.services.drives.may_be_pulled(sent.path):
            return ""
        return "\n" + self.tr("Tệp đã ghi trọn lên USB và đọc lại đúng. Có thể rút USB.")

    def _not_written(self, error: DvkError) -> None:
        self.send_button.setEnabled(True)
        show_error(self, error)
