"""Opens a meeting of the council: who is there, where and when (mở phiên họp)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.records.council import MemberRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.domain.voting import VoteRule, quorum_reached
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import badge, button, icon_button, set_property, text_label
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.section_header import SectionHeader

_EMPTY_LINES = 3


@dataclass(frozen=True, slots=True)
class MeetingWish:
    """The meeting that is to be opened (phiên họp cần mở)."""

    name: str
    held_on: date
    place: str
    members: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    is_present: QCheckBox
    name: QLineEdit
    title: QLineEdit
    remove: QToolButton


class MemberList(QWidget):
    """Names and titles to type, present or not (danh sách thành viên)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 4)
        heads = (self.tr("Có mặt"), self.tr("Họ và tên"), self.tr("Chức vụ trong Hội đồng"))
        for column, head in enumerate(heads):
            self._grid.addWidget(text_label(head, "label"), 0, column)

    def show_members(self, members: Sequence[MemberRow]) -> None:
        """Show members, and some empty lines to go on."""
        for member in members:
            self._add(member)
        for _ in range(_EMPTY_LINES if members else 9):
            self._add(MemberRow(""))

    def members(self) -> tuple[MemberRow, ...]:
        """Return all lines that have a name."""
        rows = (
            MemberRow(
                clean_line(line.name.text()),
                clean_line(line.title.text()),
                is_present=line.is_present.isChecked(),
            )
            for line in self._lines
        )
        return tuple(row for row in rows if row.name)

    def name_edit(self, number: int) -> QLineEdit:
        """Return the box for a name, counted from 0."""
        return self._lines[number].name

    def present_box(self, number: int) -> QCheckBox:
        """Return the tick of a line, counted from 0."""
        return self._lines[number].is_present

    def add_empty(self) -> None:
        """Offer one more line and go to it."""
        self._add(MemberRow(""))
        self._lines[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, member: MemberRow) -> None:
        present = QCheckBox()
        present.setChecked(member.is_present)
        present.setAccessibleName(self.tr("Có mặt"))
        name, title = QLineEdit(member.name), QLineEdit(member.title)
        name.setAccessibleName(self.tr("Họ và tên"))
        title.setAccessibleName(self.tr("Chức vụ trong Hội đồng"))
        remove = icon_button("x", self.tr("Bỏ dòng này"))
        made = _Line(present, name, title, remove)
        remove.clicked.connect(lambda: self._remove(made))
        row = self._grid.rowCount()
        self._grid.addWidget(present, row, 0, Qt.AlignmentFlag.AlignHCenter)
        for column, widget in enumerate((name, title, remove), start=1):
            self._grid.addWidget(widget, row, column)
        self._lines.append(made)
        present.toggled.connect(lambda: self.changed.emit())
        name.textChanged.connect(lambda: self.changed.emit())
        name.returnPressed.connect(lambda: self._go_on(made))

    def _go_on(self, line: _Line) -> None:
        after = self._lines.index(line) + 1
        if after == len(self._lines):
            self.add_empty()
        else:
            self._lines[after].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        for widget in (line.is_present, line.name, line.title, line.remove):
            widget.hide()
            widget.deleteLater()
        self.changed.emit()


class MeetingDialog(QDialog):
    """Name, date, place and members, with the quorum as it stands (mở phiên họp)."""

    def __init__(
        self,
        rule: VoteRule,
        members: Sequence[MemberRow],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rule = rule
        self.setWindowTitle(self.tr("Mở phiên họp Hội đồng"))
        self.name_edit = QLineEdit(self.tr("Họp Hội đồng xét công nhận"))
        self.date_edit = DateEdit()
        self._today = today
        self.date_edit.set_value(today)
        self.place_edit = QLineEdit()
        self.members = MemberList()
        self._quorum = badge("")
        self.form = LabelledForm(columns=2)
        self.form.add("name", self.tr("Tên phiên họp"), self.name_edit, is_required=True, span=2)
        self.form.add("held_on", self.tr("Ngày họp"), self.date_edit, is_required=True)
        self.form.add("place", self.tr("Địa điểm"), self.place_edit)
        self.open_button = button(self.tr("Mở phiên họp"), self._finish, kind="primary")
        self._lay_out()
        self.members.changed.connect(self._show_quorum)
        self.members.show_members(members)
        self._show_quorum()

    def wish(self) -> MeetingWish:
        """Return what was typed."""
        return MeetingWish(
            clean_line(self.name_edit.text()),
            self.date_edit.value() or self._today,
            clean_line(self.place_edit.text()),
            self.members.members(),
        )

    def quorum_text(self) -> str:
        """Return what is said about the quorum."""
        return self._quorum.text()

    def _lay_out(self) -> None:
        header = SectionHeader(self.tr("Thành viên Hội đồng"), role="heading")
        header.add_action(self._quorum)
        header.add_action(button(self.tr("Thêm dòng"), self.members.add_empty, icon_name="plus"))
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.members)
        holder.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        leave = button(self.tr("Hủy"), self.reject)
        for made in (leave, self.open_button):
            # Enter in a line goes on to the next member.
            made.setAutoDefault(False)
            buttons.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addWidget(header)
        layout.addWidget(scrolling(holder), 1)
        layout.addLayout(buttons)
        self.resize(680, 560)

    def _show_quorum(self) -> None:
        members = self.members.members()
        present = sum(member.is_present for member in members)
        enough = quorum_reached(self._rule, len(members), present)
        quorum = f"{self._rule.quorum.numerator}/{self._rule.quorum.denominator}"
        text = (
            self.tr("Có mặt {present}/{members}: đủ số họp (cần {quorum})")
            if enough
            else self.tr("Có mặt {present}/{members}: chưa đủ số họp (cần {quorum})")
        )
        shown = text.format(present=present, members=len(members), quorum=quorum)
        self._quorum.setText(shown)
        set_property(self._quorum, "tone", (Tone.SUCCESS if enough else Tone.WARNING).value)
        self.open_button.setEnabled(enough)

    def _finish(self) -> None:
        faults = {}
        if not clean_line(self.name_edit.text()):
            faults["name"] = self.tr("Cần điền mục này.")
        if self.date_edit.value() is None:
            faults["held_on"] = self.tr("Cần điền ngày họp, ví dụ 05/10/2017.")
        self.form.show_faults(faults)
        if not faults:
            self.accept()
