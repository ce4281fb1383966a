"""Who signs papers, with the lines that will stand above the name (người ký)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.paper_words import SignatureForm, Signing, signature_lines
from dvk_desktop.domain.records.office import SignatoryRow
from dvk_desktop.domain.terms import DocumentStyle
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.date_edit import DateEdit, format_date
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


def signatory_columns() -> tuple[Column[SignatoryRow], ...]:
    """Return the columns of the list of people who sign."""
    translate = QCoreApplication.translate
    return (
        Column(
            "name", translate("signatory_columns", "Họ tên"), lambda row: row.name, stretch=True
        ),
        Column(
            "title", translate("signatory_columns", "Chức vụ"), lambda row: row.title, width=100
        ),
        Column(
            "valid_to",
            translate("signatory_columns", "Ký đến hết"),
            lambda row: format_date(row.valid_to),
            sort_key=lambda row: row.valid_to.isoformat() if row.valid_to else None,
            width=92,
            fold_below=300,
        ),
    )


class SignatoriesSection(Section):
    """The list at the left, one person at the right, the signature below (người ký)."""

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(self.tr("Người ký"), self.tr("Giấy đã ký giữ nguyên tên và chức vụ lúc ký."))
        self.header.add_action(button(self.tr("Thêm người ký"), self._begin, icon_name="plus"))
        self._id: str | None = None
        self.model: RecordTableModel[SignatoryRow] = RecordTableModel(
            signatory_columns(), self, identity=lambda row: row.id or ""
        )
        self.table = RecordTableView(
            "signatories",
            self.tr("Người ký"),
            empty_text=self.tr("Chưa có ai. Quyết định và giấy chứng nhận cần một người ký."),
        )
        self.table.setModel(self.model)
        self.table.chosen.connect(self._choose)
        self._make_fields()
        self.form = LabelledForm(columns=2)
        self._fill_form()
        self._lay_out()
        self._begin()

    def refresh(self) -> None:
        """Read the list again."""
        self.model.replace(self.services.office.signatories())
        if not self.table.selected_ids() and self.model.records:
            self.table.selectRow(0)

    def row(self) -> SignatoryRow:
        """Return what was typed."""
        return SignatoryRow(
            name=clean_line(self.name_edit.text()),
            title=clean_line(self.title_edit.text()),
            form=SignatureForm(self.form_combo.currentData()),
            body=clean_line(self.body_edit.text()),
            head_title=clean_line(self.head_edit.text()),
            is_party_committee=self.committee_check.isChecked(),
            valid_from=self.from_edit.value(),
            valid_to=self.to_edit.value(),
            id=self._id,
        )

    def _make_fields(self) -> None:
        self.name_edit, self.title_edit = QLineEdit(), QLineEdit()
        self.body_edit, self.head_edit = QLineEdit(), QLineEdit()
        self.form_combo = ChoiceCombo()
        self.form_combo.offer((form, worded(form.label)) for form in SignatureForm)
        self.committee_check = QCheckBox(self.tr("Cơ quan ký là tập thể cấp ủy Đảng"))
        self.from_edit, self.to_edit = DateEdit(), DateEdit()
        self.style_combo = ChoiceCombo()
        self.style_combo.setAccessibleName(self.tr("Xem theo thể thức"))
        self.style_combo.offer((style, worded(style.label)) for style in DocumentStyle)
        self.preview = QLabel()
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(120)
        for edit in (self.name_edit, self.title_edit, self.body_edit, self.head_edit):
            edit.textChanged.connect(self._draw)
        self.form_combo.currentIndexChanged.connect(self._draw)
        self.style_combo.currentIndexChanged.connect(self._draw)
        self.committee_check.toggled.connect(self._draw)

    def _fill_form(self) -> None:
        form = self.form
        form.add("name", self.tr("Họ tên"), self.name_edit, is_required=True)
        form.add("title", self.tr("Chức vụ"), self.title_edit, is_required=True)
        form.add("form", self.tr("Hình thức ký"), self.form_combo, span=2)
        form.add("body", self.tr("Thay mặt cơ quan"), self.body_edit)
        form.add("head_title", self.tr("Ký thay chức vụ"), self.head_edit)
        form.add_wide(self.committee_check)
        form.add("valid_from", self.tr("Được ký từ ngày"), self.from_edit)
        form.add("valid_to", self.tr("Đến hết ngày"), self.to_edit)

    def _lay_out(self) -> None:
        paper = QFrame()
        paper.setProperty("role", "card")
        sheet = QVBoxLayout(paper)
        top = QHBoxLayout()
        top.addWidget(text_label(self.tr("Phần ký sẽ in"), "label"))
        top.addWidget(self.style_combo, 1)
        sheet.addLayout(top)
        sheet.addWidget(self.preview)
        buttons = QHBoxLayout()
        self.remove_button = button(
            self.tr("Bỏ khỏi danh sách"), self._remove, icon_name="trash", kind="danger"
        )
        self.save_button = button(
            self.tr("Lưu"), self._save, icon_name="device-floppy", kind="primary"
        )
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 10, 0)
        inside.setSpacing(12)
        inside.addWidget(self.form)
        inside.addWidget(paper)
        inside.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(inside), 1)
        column.addLayout(buttons)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.table, 3)
        both.addWidget(right, 5)
        self.body.addLayout(both, 1)

    def _begin(self) -> None:
        self.table.clearSelection()
        self._show(SignatoryRow("", ""))
        self.name_edit.setFocus()

    def _choose(self) -> None:
        rows = self.table.selected_records()
        if len(rows) == 1:
            self._show(rows[0])

    def _show(self, row: SignatoryRow) -> None:
        self._id = row.id
        self.form.clear_faults()
        self.name_edit.setText(row.name)
        self.title_edit.setText(row.title)
        self.form_combo.choose(row.form)
        self.body_edit.setText(row.body)
        self.head_edit.setText(row.head_title)
        self.committee_check.setChecked(row.is_party_committee)
        self.from_edit.set_value(row.valid_from)
        self.to_edit.set_value(row.valid_to)
        self.remove_button.setVisible(row.id is not None)
        self._draw()

    def _draw(self) -> None:
        row = self.row()
        signing = Signing(
            row.form, row.title, row.body, row.head_title, is_party_committee=row.is_party_committee
        )
        lines = signature_lines(DocumentStyle(self.style_combo.currentData()), signing)
        name = row.name or self.tr("(họ tên)")
        self.preview.setText("\n".join((*lines, "", "", name)))

    def _save(self) -> None:
        row = self.row()
        needed = self.tr("Cần điền mục này.")
        faults = {key: needed for key in ("name", "title") if not getattr(row, key)}
        if row.form is SignatureForm.ON_BEHALF and not row.body:
            faults["body"] = self.tr("Ký thay mặt thì phải có tên cơ quan.")
        if row.form is SignatureForm.FOR_HEAD and not row.head_title:
            faults["head_title"] = self.tr("Ký thay thì phải có chức vụ của người đứng đầu.")
        self.form.show_faults(faults)
        if not faults:
            said = self.tr("Đã lưu người ký “{name}”.").format(name=row.name)
            self.do(lambda: self.services.office.save_signatory(row), said)

    def _remove(self) -> None:
        row = self.row()
        if row.id is None:
            return
        record_id = row.id
        title = self.tr("Bỏ “{name}” khỏi danh sách người ký?").format(name=row.name)
        text = self.tr("Giấy tờ đã ký vẫn giữ tên người này.")
        if confirm(self, title, text, self.tr("Bỏ người ký"), is_risky=True):
            self.do(lambda: self.services.office.remove_signatory(record_id))
            self._begin()
