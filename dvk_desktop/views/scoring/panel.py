"""One registration being scored: what it is, its sheet, the total, the buttons (khung chấm)."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.records.scoring import FormRow, SheetRow
from dvk_desktop.domain.scoring import classification
from dvk_desktop.domain.terms import SheetKind
from dvk_desktop.domain.vietnamese.normal import clean_text
from dvk_desktop.views.item_models.scoring_columns import ScoringLine
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.scoring.sheet import ScoringSheet
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.date_edit import format_date
from dvk_desktop.views.widgets.growing_text import GrowingText
from dvk_desktop.views.widgets.labels import badge, button, icon_button, text_label
from dvk_desktop.views.widgets.scrolling import scrolling


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """What the panel shows: a registration, its form and the sheet so far (phiếu đang mở)."""

    line: ScoringLine
    kind: SheetKind
    form: FormRow
    sheet: SheetRow | None
    scorer: str
    refusal: str = ""
    """Why nothing can be typed, or nothing."""

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be typed."""
        return bool(self.refusal) or (self.sheet is not None and self.sheet.is_final)


class ScoringPanel(QWidget):
    """Sheet with live total; the page does what the signals ask (khung chấm)."""

    save_asked = Signal()
    finish_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: OpenSheet | None = None
        self.sheet = ScoringSheet()
        self.comment = GrowingText(least_lines=1, most_lines=5)
        self.comment.setPlaceholderText(self.tr("Nhận xét của người chấm (không bắt buộc)"))
        self.comment.setAccessibleName(self.tr("Nhận xét"))
        self._comment_before = ""
        self._title = text_label("", "heading")
        self._title.setWordWrap(True)
        self._where = text_label("", "muted")
        self._final = badge(self.tr("Đã chốt"), Tone.SUCCESS)
        self.example_badge = badge(self.tr("Mẫu, cần sửa theo hướng dẫn của tỉnh"), Tone.WARNING)
        self._notice = text_label("", "notice")
        self._notice.setWordWrap(True)
        self._figure = text_label("", "figure")
        self._scale = text_label("", "muted")
        self._scale.setWordWrap(False)
        # As far in as the words of the link below it.
        self._scale.setIndent(7)
        self._missing = button("", self._go_to_missing, kind="link")
        self._rank = text_label("")
        self._rank.setIndent(7)
        self._make_buttons()
        self._lay_out()
        self.sheet.changed.connect(self._show_total)
        self.sheet.finished.connect(lambda: self.finish_button.setFocus())
        self.sheet.entered.connect(lambda edit: self._area.ensureWidgetVisible(edit, 0, 48))

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not stored."""
        return self.shown is not None and (
            self.sheet.is_changed or self.comment_text() != self._comment_before
        )

    def comment_text(self) -> str:
        """Return the comment as it is stored."""
        return clean_text(self.comment.toPlainText())

    def open(self, opened: OpenSheet) -> None:
        """Show another registration and its sheet."""
        self.shown = opened
        sheet, line = opened.sheet, opened.line
        is_final = sheet is not None and sheet.is_final
        is_locked = opened.is_locked
        self._title.setText(line.name)
        parts = [line.unit_name, line.sector_code or "", worded(line.state.label)]
        self._where.setText(" · ".join(part for part in parts if part))
        self._final.setVisible(is_final)
        if sheet is not None and sheet.is_final:
            text = self.tr("Đã chốt ngày {day}").format(day=format_date(sheet.scored_on))
            self._final.setText(text)
        self.example_badge.setVisible(opened.form.is_example)
        self.example_badge.setToolTip(
            self.tr("{name}, phiên bản {version}").format(
                name=opened.form.name, version=opened.form.version
            )
        )
        self._notice.setText(opened.refusal)
        self._notice.setVisible(bool(opened.refusal))
        marks = sheet.marks if sheet is not None else None
        self.sheet.show_marks(opened.form.form, marks, is_read_only=is_locked)
        self._comment_before = clean_text(sheet.comment) if sheet is not None else ""
        self.comment.setPlainText(self._comment_before)
        self.comment.setReadOnly(is_locked)
        self.save_button.setVisible(not is_locked)
        self.finish_button.setVisible(not is_locked)
        self._area.verticalScrollBar().setValue(0)
        self._show_total()

    def note_saved(self) -> None:
        """Take what is typed as stored."""
        self._comment_before = self.comment_text()
        self.sheet.note_saved()

    def total_text(self) -> str:
        """Return the total as it is shown."""
        return self._figure.text()

    def missing_text(self) -> str:
        """Return what is said to be missing, or nothing."""
        return self._missing.text()

    def _make_buttons(self) -> None:
        self.back_button = icon_button(
            "chevron-left", self.tr("Phiếu trước (Ctrl+PgUp)"), lambda: self.move_asked.emit(-1)
        )
        self.forth_button = icon_button(
            "chevron-right", self.tr("Phiếu sau (Ctrl+PgDn)"), lambda: self.move_asked.emit(1)
        )
        self.save_button = button(
            self.tr("Lưu &tạm"), self.save_asked.emit, icon_name="device-floppy"
        )
        self.save_button.setToolTip(self.tr("Lưu để chấm tiếp sau (Ctrl+S)"))
        self.finish_button = button(
            self.tr("Chốt &phiếu"), self.finish_asked.emit, icon_name="check", kind="primary"
        )
        self.finish_button.setToolTip(self.tr("Chốt phiếu, sau đó không sửa được (Ctrl+Enter)"))
        # So that Enter in the last box and Enter again finish a sheet without the mouse.
        self.finish_button.setAutoDefault(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.forth_button, 0, Qt.AlignmentFlag.AlignTop)
        badges = QHBoxLayout()
        badges.setSpacing(6)
        badges.addWidget(self._final)
        badges.addWidget(self._where, 1)
        self._area: QScrollArea = scrolling(self._make_body())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(badges)
        layout.addWidget(self._notice)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._make_footer())

    def _make_body(self) -> QVBoxLayout:
        body = QVBoxLayout()
        body.setContentsMargins(0, 6, 14, 6)
        body.setSpacing(10)
        body.addWidget(self.sheet)
        body.addWidget(self.comment)
        body.addStretch(1)
        return body

    def _make_footer(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("role", "card")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._scale)
        words.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._rank)
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._figure)
        row.addLayout(words, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.finish_button)
        return footer

    def _show_total(self) -> None:
        if self.shown is None:
            return
        form = self.shown.form.form
        total = self.sheet.total()
        self._figure.setText(number_text(total.total))
        scale = self.tr("/ {maximum} điểm").format(maximum=number_text(form.maximum))
        self._scale.setText(scale)
        missing = len(total.missing)
        text = self.tr("Còn {count} tiêu chí").format(count=missing)
        self._missing.setText(text if missing else "")
        self._missing.setVisible(bool(missing))
        self._rank.setVisible(not missing)
        if not missing:
            ranked = classification(form, total.total, zero_criteria=total.zero_criteria)
            words = [self.tr("Theo phiếu này: {rank}").format(rank=worded(ranked.rank.label))]
            words += [worded(reason) for reason in ranked.reasons]
            self._rank.setText("\n".join(words))

    def _go_to_missing(self) -> None:
        missing = self.sheet.total().missing
        if missing:
            self.sheet.go_to(missing[0])
