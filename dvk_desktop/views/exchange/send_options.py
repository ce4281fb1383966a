"""How a package is written: in one file or in parts, open or encrypted (cách gửi)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dvk_desktop.domain.passphrases import LEAST_LETTERS, is_strong, suggested_passphrase
from dvk_desktop.domain.records.exchange import MEGABYTE, SendOptions
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, set_property, text_label
from dvk_desktop.views.widgets.number_edit import NumberEdit

_OTHER = -1
LABEL_WIDTH = 66
"""Fields below each other begin in one line."""
OPEN, TO_CARD, BY_PASSPHRASE = "open", "card", "passphrase"


class SendOptionsBox(QWidget):
    """Two choices; what they need more is asked for only then (cách gửi)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_choice = ChoiceCombo()
        self.size_choice.offer(
            (
                (None, self.tr("Một tệp, không chia")),
                (20, self.tr("Chia, mỗi tệp đến 20 MB")),
                (25, self.tr("Chia, mỗi tệp đến 25 MB")),
                (_OTHER, self.tr("Chia theo cỡ khác…")),
            )
        )
        self.other_size = NumberEdit()
        self.other_size.setMaximumWidth(80)
        self.other_size.setAccessibleName(self.tr("Cỡ mỗi tệp, MB"))
        self.way_choice = ChoiceCombo()
        self.way_choice.offer(
            (
                (OPEN, self.tr("Không mã hóa")),
                (TO_CARD, self.tr("Mã hóa, chỉ nơi nhận mở được")),
                (BY_PASSPHRASE, self.tr("Mã hóa bằng mật khẩu")),
            )
        )
        self.passphrase = QLineEdit()
        self.passphrase.setAccessibleName(self.tr("Mật khẩu của gói"))
        self.passphrase.setPlaceholderText(self.tr("Từ 8 ký tự, đọc được qua điện thoại"))
        self.all_files = QCheckBox(self.tr("Gửi lại cả tệp đính kèm mà nơi nhận đã có"))
        self.all_files.setToolTip(
            self.tr("Chỉ cần khi nơi nhận báo mất tệp; bình thường chỉ gửi tệp chưa có biên nhận.")
        )
        self._lay_out()
        self.size_choice.currentIndexChanged.connect(lambda _: self._follow())
        self.way_choice.currentIndexChanged.connect(lambda _: self._follow())
        for edit in (self.passphrase, self.other_size):
            edit.textChanged.connect(lambda _: self._complain(""))
        self._follow()

    def options(self) -> SendOptions | None:
        """Return what was chosen; None when something is still to be typed, which is said."""
        fault, edit = self._found_fault()
        if edit is not None:
            self._complain(fault, edit)
            edit.setFocus()
            return None
        way = self.way_choice.currentData()
        return SendOptions(
            most_bytes=self._most_bytes(),
            to_card=way == TO_CARD,
            passphrase=self.passphrase.text() if way == BY_PASSPHRASE else None,
            all_files=self.all_files.isChecked(),
        )

    def _most_bytes(self) -> int | None:
        wanted = self.size_choice.currentData()
        if wanted == _OTHER:
            wanted = self.other_size.value()
        return None if wanted is None else int(wanted * MEGABYTE)

    def _found_fault(self) -> tuple[str, QLineEdit | None]:
        if self.size_choice.currentData() == _OTHER and not self.other_size.value():
            return self.tr("Hãy ghi cỡ mỗi tệp bằng số MB, ví dụ 10."), self.other_size
        if self.way_choice.currentData() == BY_PASSPHRASE and not is_strong(self.passphrase.text()):
            text = self.tr("Mật khẩu cần ít nhất {least} ký tự.").format(least=LEAST_LETTERS)
            return text, self.passphrase
        return "", None

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for text, combo in (
            (self.tr("Cỡ tệp"), self.size_choice),
            (self.tr("Mã hóa"), self.way_choice),
        ):
            label = text_label(text, "label")
            label.setBuddy(combo)
            combo.setAccessibleName(text)
            combo.setMinimumContentsLength(24)
            if combo is self.size_choice:
                label.setMinimumWidth(LABEL_WIDTH)
            choices.addWidget(label)
            choices.addWidget(combo)
            if combo is self.size_choice:
                self._other = _row(self.other_size, text_label("MB", "label"))
                choices.addWidget(self._other)
                choices.addSpacing(8)
        choices.addStretch(1)
        suggest = button(self.tr("Tạo giúp"), self._suggest, icon_name="key")
        label = text_label(self.tr("Mật khẩu"), "label")
        label.setBuddy(self.passphrase)
        label.setMinimumWidth(LABEL_WIDTH)
        self.passphrase.setMinimumWidth(260)
        self._typed = _row(label, self.passphrase, suggest)
        self._note = text_label("", "muted")
        self._fault = text_label("", "error")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(choices)
        for widget in (self._typed, self._fault, self._note, self.all_files):
            layout.addWidget(widget)

    def _follow(self) -> None:
        way = self.way_choice.currentData()
        self._other.setVisible(self.size_choice.currentData() == _OTHER)
        self._typed.setVisible(way == BY_PASSPHRASE)
        notes = {
            TO_CARD: self.tr("Chỉ máy giữ khóa của nơi nhận mở được tệp, không cần mật khẩu."),
            BY_PASSPHRASE: self.tr(
                "Đọc mật khẩu cho nơi nhận qua điện thoại; đừng gửi cùng thư với tệp."
            ),
        }
        self._note.setText(notes.get(way, ""))
        self._note.setVisible(way != OPEN)
        self._complain("")
        self.changed.emit()

    def _suggest(self) -> None:
        self.passphrase.setText(suggested_passphrase())

    def _complain(self, text: str, edit: QLineEdit | None = None) -> None:
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        for each in (self.other_size, self.passphrase):
            set_property(each, "invalid", each is edit)


def _row(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return box
