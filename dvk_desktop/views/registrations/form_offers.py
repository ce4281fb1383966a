"""Offers the forms that were half typed when the program stopped (phiếu gõ dở)."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError, NotFoundError
from dvk_desktop.domain.registration_fields import ITEM_LABELS
from dvk_desktop.services.registrations.form_drafts import FormDraft, FormDrafts
from dvk_desktop.views import messages
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.registrations.editor import RegistrationEditor
from dvk_desktop.views.registrations.form_keeper import FormKeeper, texts_of, type_texts
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.notice import Notice

_SHOWN = 2


class FormOffers(QWidget):
    """A notice for each: restore it or give it up (phiếu gõ dở).

    ``restored`` follows when the editor holds one again.
    """

    restored = Signal()

    def __init__(self, drafts: FormDrafts, editor: RegistrationEditor) -> None:
        super().__init__()
        self._drafts = drafts
        self._editor = editor
        self._offered: list[FormDraft] = []
        self.notices: list[Notice] = []
        self.keeper = FormKeeper(
            drafts, editor.form, lambda: (self._campaign, self._editor.record_id)
        )
        self._campaign = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.hide()

    def turn_to(self, campaign_id: str) -> None:
        """Offer what is kept of a campaign."""
        self._campaign = campaign_id
        self._offered = list(self._drafts.kept(campaign_id)) if campaign_id else []
        self._show()

    def restore(self, draft: FormDraft) -> None:
        """Open the registration and type again what was typed."""
        if not self._editor.may_leave():
            return
        is_there = self._open(draft)
        changed = self._changed_since(draft) if is_there else ""
        closed = type_texts(self._editor.form, draft.texts)
        self.keeper.keep(lasting=True)
        self._forget(draft)
        self.restored.emit()
        if changed or closed:
            self._tell(changed, closed)

    def give_up(self, draft: FormDraft) -> None:
        """Forget one for good, after asking."""
        title = self.tr("Bỏ phần gõ dở?")
        text = self.tr("Phần gõ dở của “{name}” sẽ mất.").format(name=self._name(draft))
        if messages.confirm(self, title, text, self.tr("Bỏ phần gõ dở"), is_risky=True):
            self._forget(draft)

    def _open(self, draft: FormDraft) -> bool:
        if draft.registration_id:
            try:
                self._editor.open(draft.registration_id)
            except NotFoundError:
                # Its words are worth more than its place: they begin a new registration.
                self._editor.begin()
                return False
            return True
        self._editor.begin()
        return False

    def _changed_since(self, draft: FormDraft) -> str:
        """Return a line for each item that somebody stored anew meanwhile."""
        now = texts_of(self._editor.form)
        line = self.tr("{item}: nay đang lưu “{stored}”, phần gõ dở “{typed}”.")
        return "\n".join(
            line.format(item=worded(ITEM_LABELS[key]), stored=now[key], typed=text)
            for key, text in draft.texts.items()
            if key in now and now[key] not in {draft.before.get(key, ""), text}
        )

    def _tell(self, changed: str, closed: dict[str, str]) -> None:
        line = self.tr("{item}: mục này nay không sửa được; phần gõ dở “{typed}”.")
        lines = [
            line.format(item=worded(ITEM_LABELS[key]), typed=text) for key, text in closed.items()
        ]
        text = "\n".join([*filter(None, [changed]), *lines])
        messages.inform(self, self.tr("Phiếu đã thay đổi sau khi gõ dở"), text)

    def _forget(self, draft: FormDraft) -> None:
        try:
            self._drafts.drop(draft.key)
        except DvkError as error:
            messages.show_error(self, error)
            return
        self._offered.remove(draft)
        self._show()

    def _show(self) -> None:
        for old in self.notices:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.notices = [self._made(draft) for draft in self._offered[:_SHOWN]]
        for made in self.notices:
            self._layout.addWidget(made)
        self.setVisible(bool(self.notices))

    def _made(self, draft: FormDraft) -> Notice:
        title = self.tr("Còn phần gõ dở lúc {time} của “{name}”, chưa lưu.")
        time = draft.typed_at.strftime("%H:%M, %d/%m")
        made = Notice(title.format(time=time, name=self._name(draft)), "", Tone.WARNING)
        made.add_action(self.tr("Khôi phục"), partial(self.restore, draft))
        made.add_action(self.tr("Bỏ"), partial(self.give_up, draft))
        return made

    def _name(self, draft: FormDraft) -> str:
        return draft.name or self.tr("Đăng ký mới")
