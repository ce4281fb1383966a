"""What stands at the head and foot of a decision (thể thức quyết định)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dvk_desktop.domain.records.decision import DecisionDraft, DecisionRow
from dvk_desktop.domain.records.office import OfficeRow, SignatoryRow
from dvk_desktop.domain.terms import DocumentStyle
from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.growing_text import GrowingText
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button


class DecisionForm(LabelledForm):
    """Title, authority, place, style, signatory, legal bases (thể thức)."""

    signatories_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=2)
        self.title_edit = GrowingText(least_lines=2, most_lines=4)
        self.authority_edit = GrowingText(least_lines=1, most_lines=3)
        self.place_edit = QLineEdit()
        self.symbol_edit = QLineEdit("BCĐ")
        self.style_combo = ChoiceCombo()
        self.style_combo.offer((style, worded(style.label)) for style in DocumentStyle)
        self.signatory_combo = ChoiceCombo()
        self.bases_edit = GrowingText(least_lines=2, most_lines=8)
        self.add("title", self.tr("Trích yếu"), self.title_edit, is_required=True, span=2)
        self.add("authority", self.tr("Cơ quan ban hành"), self.authority_edit, span=2)
        self.add("place", self.tr("Địa danh"), self.place_edit, is_required=True)
        self.add("organ_symbol", self.tr("Ký hiệu cơ quan"), self.symbol_edit)
        self.add("style", self.tr("Thể thức"), self.style_combo, span=2)
        self.add(
            "signatory_id", self.tr("Người ký"), self.signatory_combo, is_required=True, span=2
        )
        self.signatories_button = button(
            self.tr("Thêm người ký ở trang Thiết lập"), self.signatories_wanted.emit, kind="link"
        )
        self.signatories_button.hide()
        self.add_wide(self.signatories_button)
        self.add(
            "legal_bases",
            self.tr("Căn cứ"),
            self.bases_edit,
            hint=self.tr("Mỗi căn cứ một dòng."),
            span=2,
        )

    def offer(self, signatories: Sequence[SignatoryRow]) -> None:
        """Offer the people who sign."""
        people = ((row.id, f"{row.name} – {row.title}") for row in signatories)
        none = self.tr("Chưa có người ký")
        self.signatories_button.setVisible(not signatories)
        self.signatory_combo.offer(people if signatories else [(None, none)])

    def suggest(self, office: OfficeRow, years: str, last: DecisionRow | None) -> None:
        """Fill what is empty with the words of the last decision or the usual ones."""
        title = self.tr("Về việc công nhận mô hình “Dân vận khéo” {years}").format(years=years)
        _fill(self.title_edit, title)
        _fill(self.authority_edit, office.name if last is None else last.authority)
        if last is not None and not self.place_edit.text():
            self.place_edit.setText(last.place)
            self.style_combo.choose(last.style)

    def draft(self, campaign_id: str, registration_ids: tuple[str, ...]) -> DecisionDraft:
        """Return what was typed."""
        bases = clean_text(self.bases_edit.toPlainText()).splitlines()
        return DecisionDraft(
            campaign_id,
            clean_line(self.title_edit.toPlainText()),
            clean_line(self.authority_edit.toPlainText()),
            clean_line(self.place_edit.text()),
            registration_ids,
            DocumentStyle(self.style_combo.currentData()),
            clean_line(self.symbol_edit.text()),
            self.signatory_combo.currentData(),
            tuple(line.strip() for line in bases if line.strip()),
        )

    def refuse_empty(self) -> bool:
        """Mark what must be there and is not; say whether there is any."""
        faults = {}
        needed = self.tr("Cần điền mục này.")
        if not clean_line(self.title_edit.toPlainText()):
            faults["title"] = needed
        if not clean_line(self.authority_edit.toPlainText()):
            faults["authority"] = needed
        if not clean_line(self.place_edit.text()):
            faults["place"] = self.tr("Cần điền địa danh, ví dụ Yên Mô.")
        if self.signatory_combo.currentData() is None:
            faults["signatory_id"] = self.tr("Thêm người ký ở trang Thiết lập rồi chọn.")
        self.show_faults(faults)
        return bool(faults)


def _fill(edit: GrowingText, text: str) -> None:
    if not edit.toPlainText().strip():
        edit.setPlainText(text)
