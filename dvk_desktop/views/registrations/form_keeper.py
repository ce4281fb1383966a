"""Keeps on the disk what is typed into the form and not stored yet (giữ phiếu gõ dở)."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.services.registrations.form_drafts import FormDraft, FormDrafts
from dvk_desktop.views import messages
from dvk_desktop.views.registrations.form import RegistrationForm
from dvk_desktop.views.registrations.joint_units_field import JointUnitsField
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo

_PAUSE = 800
_KEPT = (*FIELD_LABELS, "co_unit_ids")


class FormKeeper(QObject):
    """Writes the changed items within a second; what is shown next ends a draft (giữ phiếu).

    The form shows something else only after its text was stored or given up.
    """

    def __init__(
        self, drafts: FormDrafts, form: RegistrationForm, place: Callable[[], tuple[str, str]]
    ) -> None:
        """Watch a form.

        Args:
            drafts: Where texts are kept.
            form: What is typed into.
            place: Gives the campaign and the registration that the form shows.
        """
        super().__init__(form)
        self._drafts = drafts
        self._form = form
        self._place = place
        self._key = ""
        self._is_kept = False
        self._before = texts_of(form)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(lambda: self.keep(lasting=False))
        form.changed.connect(self._keep_soon)
        form.shown.connect(self._begin)

    @property
    def key(self) -> str:
        """Under which key the present text is kept; empty while nothing is typed."""
        return self._key

    def keep(self, *, lasting: bool) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        now = texts_of(self._form)
        changed = {key: text for key, text in now.items() if text != self._before.get(key, "")}
        try:
            if changed:
                self._key = self._key or new_id()
                self._drafts.keep(self._draft(changed), lasting=lasting)
            elif self._key:
                self._drafts.drop(self._key)
        except DvkError as error:
            messages.tell(self._form, worded(error))

    def _draft(self, changed: dict[str, str]) -> FormDraft:
        campaign_id, registration_id = self._place()
        before = {key: self._before.get(key, "") for key in changed}
        name = self._form.name
        return FormDraft(self._key, campaign_id, registration_id, name, changed, before)

    def _keep_soon(self) -> None:
        # Not started anew by each letter, so that steady typing is kept too.
        if not self._timer.isActive():
            self._timer.start()

    def _begin(self) -> None:
        self._timer.stop()
        key, self._key = self._key, ""
        self._before = texts_of(self._form)
        if key:
            try:
                self._drafts.drop(key)
            except DvkError as error:
                messages.tell(self._form, worded(error))


def texts_of(form: RegistrationForm) -> dict[str, str]:
    """Return each item as it is typed or chosen."""
    return {key: _text(form.field(key)) for key in _KEPT}


def type_texts(form: RegistrationForm, texts: dict[str, str]) -> dict[str, str]:
    """Write texts into the fields that are open; return those that are closed now."""
    closed = {}
    for key, text in texts.items():
        if key in _KEPT and not _type(form.field(key), text):
            closed[key] = text
    return closed


def _text(widget: QWidget) -> str:
    if isinstance(widget, JointUnitsField):
        return " ".join(widget.value())
    if isinstance(widget, ChoiceCombo):
        return _code(widget.currentData())
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLineEdit) else ""


def _type(widget: QWidget, text: str) -> bool:
    if isinstance(widget, JointUnitsField):
        if not widget.is_locked:
            widget.set_value(text.split())
        return not widget.is_locked
    if isinstance(widget, ChoiceCombo):
        values = [widget.itemData(place) for place in range(widget.count())]
        found = [value for value in values if _code(value) == text]
        return widget.isEnabled() and bool(found) and widget.choose(found[0])
    if isinstance(widget, QPlainTextEdit) and not widget.isReadOnly():
        widget.setPlainText(text)
        return True
    if isinstance(widget, QLineEdit) and not widget.isReadOnly():
        widget.setText(text)
        return True
    return False


def _code(value: object) -> str:
    code = value.value if isinstance(value, Enum) else value
    return "" if code is None else str(code)
