"""One group of registrations that may be one, and what a person decides (nhóm nghi trùng)."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.records.duplicates import DuplicateGroup, DuplicateMember
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.registration_fields import CONTENT_LABELS
from dvk_desktop.views.item_models.registration_columns import state_tone
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import badge, button, set_property, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.scrolling import scrolling

_LONGEST = 320


class DuplicateGroupView(QWidget):
    """Shows the members beside each other's content; the panel does what is decided (nhóm).

    ``merged`` and ``replicated`` carry the registration that stays or is the source, and the
    others. ``taken_out`` carries the one that differs, and the others.
    """

    merged = Signal(str, list)
    replicated = Signal(str, list)
    told_apart = Signal(list)
    taken_out = Signal(str, list)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: DuplicateGroup | None = None
        self._choice = QButtonGroup(self)
        self._choice.idToggled.connect(lambda *_: self._name_buttons())
        self._members = QVBoxLayout()
        self._members.setContentsMargins(0, 0, 10, 0)
        self._members.setSpacing(8)
        self._reason = QVBoxLayout()
        self.apart_button = button(self.tr("Không trùng"), self._tell_apart)
        self.replicate_button = button(self.tr("Là nhân rộng"), self._replicate)
        self.merge_button = button("", self._merge, kind="primary")
        self._lay_out()

    def show_group(
        self, group: DuplicateGroup | None, drafts: dict[str, RegistrationDraft]
    ) -> None:
        """Show another group; ``drafts`` holds what its members say."""
        self._group = group
        for layout in (self._members, self._reason):
            _empty(layout)
        for made in self._choice.buttons():
            self._choice.removeButton(made)
        self.setVisible(group is not None)
        if group is None:
            return
        tone = Tone.WARNING if group.is_suspicious else Tone.NEUTRAL
        hint = (
            self.tr("Chọn bản giữ lại, rồi quyết định ở dưới.")
            if group.is_suspicious
            else self.tr("Thường là hai mô hình khác nhau. Xem kỹ trước khi gộp.")
        )
        self._reason.addWidget(Notice(worded(group.wording), hint, tone))
        for place, member in enumerate(group.members):
            draft = drafts.get(member.registration_id)
            self._members.addWidget(self._card(place, member, draft))
        self._members.addStretch(1)
        self._choice.button(0).setChecked(True)
        self._name_buttons()

    def keep(self, registration_id: str) -> None:
        """Choose the registration that stays."""
        assert self._group is not None
        self._choice.button(self._group.ids.index(registration_id)).setChecked(True)

    def _lay_out(self) -> None:
        self.replicate_button.setToolTip(
            self.tr("Các bản kia là nhân rộng mô hình của bản đang chọn; mọi bản đều giữ lại")
        )
        self.apart_button.setToolTip(
            self.tr("Là các mô hình khác nhau; chương trình nhớ và không hỏi lại")
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for made in (self.apart_button, self.replicate_button, self.merge_button):
            buttons.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._reason)
        layout.addWidget(scrolling(self._members), 1)
        layout.addLayout(buttons)

    def _card(self, place: int, member: DuplicateMember, draft: RegistrationDraft | None) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        keep = QRadioButton(self.tr("Giữ bản này"))
        keep.setAccessibleName(self.tr("Giữ bản này: {name}").format(name=member.name))
        self._choice.addButton(keep, place)
        state = badge(worded(member.state.label), state_tone(member.state))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(keep)
        head.addWidget(state)
        head.addStretch(1)
        if self._group is not None and len(self._group.members) > 2:
            take_out = partial(self._take_out, place)
            head.addWidget(button(self.tr("Đưa ra khỏi nhóm"), take_out, kind="link"))
        wanted = member.registration_id
        head.addWidget(button(self.tr("Mở phiếu"), lambda: self.opened.emit(wanted), kind="link"))
        body = QVBoxLayout(card)
        body.setContentsMargins(12, 8, 12, 10)
        body.setSpacing(4)
        body.addLayout(head)
        name = text_label(member.name, "heading")
        name.setWordWrap(True)
        body.addWidget(name)
        body.addWidget(text_label(_facts(member, self.tr("chủ trì: {body}")), "muted"))
        text = _content(draft)
        body.addWidget(text_label(text or self.tr("Chưa ghi nội dung."), "" if text else "muted"))
        return card

    def _kept(self) -> tuple[str, list[str]]:
        """Return the registration that is chosen, and the others."""
        assert self._group is not None
        ids = list(self._group.ids)
        kept = ids.pop(max(0, self._choice.checkedId()))
        return kept, ids

    def _name_buttons(self) -> None:
        if self._group is None:
            return
        others = len(self._group.members) - 1
        # What is usually right is what stands out; Enter merges nothing by chance.
        is_likely = self._group.is_suspicious
        set_property(self.merge_button, "kind", "primary" if is_likely else "")
        set_property(self.apart_button, "kind", "" if is_likely else "primary")
        if others == 1:
            self.merge_button.setText(self.tr("Trùng: gộp vào bản giữ lại"))
        else:
            text = self.tr("Trùng: gộp {count} bản kia vào bản giữ lại")
            self.merge_button.setText(text.format(count=others))

    def _merge(self) -> None:
        self.merged.emit(*self._kept())

    def _replicate(self) -> None:
        self.replicated.emit(*self._kept())

    def _tell_apart(self) -> None:
        if self._group is not None:
            self.told_apart.emit(list(self._group.ids))

    def _take_out(self, place: int) -> None:
        assert self._group is not None
        ids = list(self._group.ids)
        self.taken_out.emit(ids.pop(place), ids)


def _facts(member: DuplicateMember, led_by: str) -> str:
    parts = [
        member.unit_name,
        worded(member.kind.label) if member.kind else "",
        member.address,
        led_by.format(body=member.lead_body) if member.lead_body else "",
    ]
    return " · ".join(part for part in parts if part)


def _content(draft: RegistrationDraft | None) -> str:
    """Return the first of the long items that says something, in one paragraph."""
    if draft is None:
        return ""
    for key, label in CONTENT_LABELS.items():
        text = " ".join(str(getattr(draft, key)).split())
        if text:
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
            return f"{worded(label)}: {shown}"
    return ""


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
