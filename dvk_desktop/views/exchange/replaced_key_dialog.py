"""A known office comes with another key: nothing changes before a telephone call (khóa đã đổi)."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.messages import show_error
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.growing_text import GrowingText
from dvk_desktop.views.widgets.labels import button, set_property, text_label
from dvk_desktop.views.widgets.notice import Notice

if TYPE_CHECKING:
    from dvk_desktop.services.exchange.trust import CardPreview

_GROUP = 5


class ReplacedKeyDialog(QDialog):
    """Asks who was spoken to, what they read out, and from when the old key counts no more.

    The digits of the new card are not shown: they are heard and typed, and compared here.
    ``changes`` holds what was stored, once it is accepted.
    """

    def __init__(
        self, desk: Desk, path: Path, card: "CardPreview", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path = path
        self._card = card
        self.changes = Changes.NOTHING
        self.setWindowTitle(self.tr("Cảnh báo: khóa đã đổi"))
        self.setMinimumWidth(660)
        self.spoken_edit = QLineEdit()
        self.spoken_edit.setPlaceholderText(self.tr("Họ tên, chức vụ người nghe máy"))
        self.heard_edit = GrowingText(least_lines=2, most_lines=3)
        self.heard_edit.setAccessibleName(self.tr("16 nhóm số đã nghe"))
        self.heard_edit.setTabChangesFocus(True)
        self.match_label = text_label("", "muted")
        self.day_edit = DateEdit()
        self.day_edit.setMaximumWidth(160)
        self.day_edit.set_value(card.withdrawn_on)
        self.said_box = QCheckBox(
            self.tr("Người nghe máy xác nhận: văn phòng đã lập khóa mới vì mất máy hoặc hỏng máy.")
        )
        self.replace_button = button(
            self.tr("Đổi sang khóa mới"), self._replace, icon_name="key", kind="danger"
        )
        self._lay_out()
        for signal in (
            self.spoken_edit.textChanged,
            self.heard_edit.textChanged,
            self.day_edit.changed,
            self.said_box.toggled,
        ):
            signal.connect(lambda *_: self._follow())
        self._follow()

    @property
    def heard(self) -> str:
        """The digits that were typed, without what stands between them."""
        return re.sub(r"\D", "", self.heard_edit.toPlainText())

    def wrong_groups(self) -> list[int]:
        """Return the numbers of the groups that are typed whole and are others on the card."""
        shown = self._card.fingerprint.split()
        digits = self.heard
        typed = [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]
        return [
            number
            for number, group in enumerate(typed, start=1)
            if len(group) == _GROUP and (number > len(shown) or group != shown[number - 1])
        ]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(text_label(f"{self._card.name} ({self._card.code})", "heading"))
        text = self.tr(
            "Văn phòng này có thể đã đổi khóa vì mất máy hoặc hỏng máy, cũng có thể ai đó giả danh"
            " họ. Khóa cũ vẫn giữ nguyên cho đến khi bạn gọi điện và xác nhận dưới đây."
        )
        title = self.tr("Thẻ này mang khóa khác với khóa đã biết")
        layout.addWidget(Notice(title, text, Tone.DANGER))
        layout.addWidget(text_label(self._announced(), "muted"))
        for words, widget in self._steps():
            label = text_label(words, "label")
            label.setWordWrap(True)
            label.setBuddy(widget)
            layout.addSpacing(4)
            layout.addWidget(label)
            layout.addWidget(widget)
            if widget is self.heard_edit:
                layout.addWidget(self.match_label)
        layout.addWidget(self.said_box)
        after = self.tr(
            "Từ đó, gói ký bằng khóa cũ mà chưa nhập sẽ bị từ chối và họ phải gửi lại; gói đã nhập"
            " giữ nguyên. Nhật ký ghi ai xác nhận, lúc nào, đã gặp ai."
        )
        layout.addWidget(text_label(after, "muted"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        later = button(self.tr("Để sau"), self.reject)
        later.setDefault(True)
        buttons.addWidget(later)
        self.replace_button.setAutoDefault(False)
        buttons.addWidget(self.replace_button)
        layout.addLayout(buttons)
        self.spoken_edit.setFocus()

    def _steps(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (
                self.tr("1. Gọi số điện thoại mà bạn vẫn dùng. Ai nghe máy?"),
                self.spoken_edit,
            ),
            (
                self.tr("2. Nhờ họ đọc 16 nhóm số ở mục Văn phòng của họ, bạn gõ vào đây"),
                self.heard_edit,
            ),
            (self.tr("3. Hỏi khóa cũ ngừng dùng từ ngày nào"), self.day_edit),
        )

    def _announced(self) -> str:
        """Say what the card tells of the old key, and that it proves nothing."""
        day = self._card.withdrawn_on
        if day is None:
            return self.tr("Thẻ không nói gì về khóa cũ.")
        text = self.tr("Thẻ ghi khóa cũ ngừng dùng từ {day}.").format(day=f"{day:%d/%m/%Y}")
        if not self._card.is_signed_by_old:
            return text
        signed = self.tr(
            "Thẻ có cả chữ ký của khóa cũ, nhưng người lấy được máy cũng ký được như vậy."
        )
        return f"{text} {signed}"

    def _follow(self) -> None:
        digits, total = self.heard, len(self._card.fingerprint.split())
        wrong = self.wrong_groups()
        is_whole = len(digits) == total * _GROUP
        if wrong:
            said = self.tr(
                "Nhóm thứ {number} khác với thẻ. Nghe lại; nếu vẫn khác, không dùng thẻ."
            )
            said = said.format(number=wrong[0])
        elif is_whole:
            said = self.tr("Cả {total} nhóm khớp với thẻ.").format(total=total)
        else:
            said = self.tr("Đã gõ {count} trong {total} nhóm.")
            said = said.format(count=len(digits) // _GROUP, total=total)
        self.match_label.setText(said)
        set_property(self.heard_edit, "invalid", bool(wrong))
        self.replace_button.setEnabled(
            is_whole
            and not wrong
            and bool(self.spoken_edit.text().strip())
            and self.day_edit.value() is not None
            and self.said_box.isChecked()
        )

    def _replace(self) -> None:
        day = self.day_edit.value()
        if day is None:
            return
        try:
            self.changes = self._desk.services.trust.replace_key(
                self._path,
                self.heard,
                withdrawn_on=day,
                spoken_with=self.spoken_edit.text(),
            )
        except DvkError as error:
            show_error(self, error)
            return
        self.accept()
