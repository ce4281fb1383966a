"""Opens, keeps and stores one registration in the panel beside the list (sửa đăng ký)."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, MissingFieldsError, NotFoundError
from dvk_desktop.domain.records.duplicates import Likeness
from dvk_desktop.domain.records.registration import (
    ModelOffer,
    RegistrationDetail,
    RegistrationDraft,
    RegistrationRow,
)
from dvk_desktop.domain.registration_fields import FIELD_LABELS, ITEM_LABELS, require_items
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.services import Services
from dvk_desktop.views import messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations.attachments_panel import AttachmentsPanel
from dvk_desktop.views.registrations.form import EMPTY, RegistrationForm
from dvk_desktop.views.registrations.panel import RegistrationPanel
from dvk_desktop.views.registrations.sites_panel import SitesPanel
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded


class RegistrationEditor(QWidget):
    """Holds what is typed until it is stored or the person gives it up (sửa đăng ký).

    ``step_asked`` carries the registration as a list of one row, and the action; ``open_asked``
    another registration that is to be shown; ``begun`` tells of the next empty form.
    """

    stored = Signal(str)
    begun = Signal()
    step_asked = Signal(list, object)
    remove_asked = Signal(list)
    close_asked = Signal()
    open_asked = Signal(str)

    def __init__(
        self, services: Services, runner: TaskRunner, bus: ChangeBus, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._bus = bus
        self._campaign = ""
        self._last = EMPTY
        self.panel = RegistrationPanel(
            AttachmentsPanel(services, runner, bus), SitesPanel(services, bus)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        self.panel.save_asked.connect(self.save)
        self.panel.save_and_next_asked.connect(self.save_and_next)
        self.panel.discard_asked.connect(self.discard)
        self.panel.close_asked.connect(self.close_asked)
        self.panel.step_asked.connect(self._ask_step)
        self.panel.remove_asked.connect(self._ask_remove)
        self.panel.years.opened.connect(self.open_asked)
        self.form.hint.watch(self._alike)
        self.form.model.watch(self._origin)
        self.form.model.asked.connect(self.choose_model)
        self.form.hint.opened.connect(self.open_asked)

    @property
    def form(self) -> RegistrationForm:
        """The fields."""
        return self.panel.form

    @property
    def record_id(self) -> str:
        """The registration that is shown; empty for a new one."""
        return "" if self.panel.detail is None else self.panel.detail.id

    def turn_to(self, campaign_id: str) -> None:
        """Work for another campaign; what was shown belongs to the old one."""
        self._campaign = campaign_id
        self.panel.show_new(EMPTY)

    def begin(self, *, unit_id: str | None = None, sector_code: str | None = None) -> None:
        """Begin a new registration; of the last one only the unit stays."""
        unit_id = unit_id or self._last.unit_id
        self.panel.show_new(replace(EMPTY, unit_id=unit_id, sector_code=sector_code))

    def open(self, record_id: str) -> None:
        """Show a stored registration.

        Raises:
            NotFoundError: It is not there any more.
        """
        detail = self._services.registrations.detail(record_id)
        is_back = detail.state is RegistrationState.SUBMITTED
        self.panel.show_registration(
            detail,
            self._services.registrations.history(record_id),
            self._services.registrations.differences(record_id) if is_back else (),
            self._services.continuing.other_years(record_id),
        )

    def renew(self) -> None:
        """Read again what is shown, unless something typed would be lost."""
        if not self.record_id or self.panel.is_changed:
            return
        try:
            self.open(self.record_id)
        except NotFoundError:
            self.panel.show_new(EMPTY)

    def save(self) -> bool:
        """Store what was typed; say whether nothing unsaved is left."""
        if not self.panel.is_changed:
            return True
        if self.form.refuse_unreadable():
            return False
        draft = self.form.draft()
        try:
            record_id, changes = self._store(draft)
        except DvkError as error:
            if not self.show_missing(error):
                messages.show_error(self, error)
            return False
        self._last = draft
        self.open(record_id)
        self._bus.publish(changes)
        self.stored.emit(record_id)
        messages.tell(self, self.tr("Đã lưu “{name}”.").format(name=draft.name))
        return True

    def save_and_next(self) -> None:
        """Store a new registration and begin another one of the same unit."""
        if self.save():
            self.begin()
            self.begun.emit()

    def discard(self) -> None:
        """Show what is stored again."""
        if self.panel.detail is None:
            self.begin()
        else:
            self.open(self.record_id)

    def may_leave(self) -> bool:
        """Ask what becomes of unsaved text; say whether it may be left now."""
        if not self.panel.is_changed:
            return True
        name = self.form.name or self.tr("Đăng ký mới")
        text = self.tr("Phiếu “{name}” có thay đổi chưa lưu.")
        answer = messages.ask_to_save(self, text.format(name=name))
        if answer is messages.Answer.SAVE:
            return self.save()
        if answer is messages.Answer.DISCARD:
            self.discard()
            return True
        return False

    def choose_model(self) -> None:
        """Ask which model is kept up or repeated."""
        from dvk_desktop.views.registrations.model_choice_dialog import (  # noqa: PLC0415 -- seldom needed
            ModelChoiceDialog,
        )

        chain, kind = self._services.model_chain, self.form.model.kind
        if kind is None:
            return
        dialog = ModelChoiceDialog(
            self.tr("Chọn mô hình gốc"),
            lambda typed: chain.offers(self._campaign, self.form.unit_id, kind, typed),
            self,
        )
        dialog.accepted.connect(lambda: self._take_model(dialog.chosen))
        dialog.open()

    def _take_model(self, offer: ModelOffer | None) -> None:
        if offer is not None:
            self.form.model.take(offer.exemplar_id)

    def _origin(self, exemplar_id: str) -> ModelOffer | None:
        return self._services.model_chain.origin(exemplar_id, besides=self.record_id)

    def show_missing(self, error: DvkError) -> bool:
        """Mark the items that a refusal names; say whether there are any here."""
        return isinstance(error, MissingFieldsError) and self.form.show_missing(error)

    def show_lacking(self) -> None:
        """Mark the items without which what is shown cannot be submitted."""
        if self.panel.detail is None:
            return
        try:
            require_items(asdict(self.panel.detail.draft))
        except MissingFieldsError as error:
            self.show_missing(error)

    def _alike(self) -> Sequence[Likeness]:
        return self._services.duplicates.while_typing(
            self._campaign,
            self.form.unit_id,
            self.form.name,
            co_unit_ids=self.form.joint.value(),
            besides=self.record_id or None,
        )

    def _store(self, draft: RegistrationDraft) -> tuple[str, Changes]:
        service = self._services.registrations
        if not self.record_id:
            return service.register(self._campaign, draft)
        return self.record_id, service.correct(self.record_id, draft)

    def _ask_step(self, action: RegistrationAction) -> None:
        if not self.save() or self.panel.detail is None:
            return
        if action is not RegistrationAction.SUBMIT or self._agrees_to_empty(self.panel.detail):
            self.step_asked.emit([as_row(self.panel.detail)], action)

    def _agrees_to_empty(self, detail: RegistrationDetail) -> bool:
        """Ask whether what was returned may go again while items that were named are empty."""
        named = set(detail.open_fields)
        if detail.state is not RegistrationState.RETURNED or named == set(ITEM_LABELS):
            return True
        empty = [
            worded(label)
            for key, label in FIELD_LABELS.items()
            if key in named and getattr(detail.draft, key) in {None, ""}
        ]
        if not empty:
            return True
        text = self.tr("Mục phải bổ sung vẫn để trống: {labels}.")
        text = text.format(labels=", ".join(empty))
        return messages.confirm(self, self.tr("Vẫn gửi?"), text, self.tr("Vẫn gửi"))

    def _ask_remove(self) -> None:
        if self.panel.detail is not None:
            self.remove_asked.emit([as_row(self.panel.detail)])


def as_row(detail: RegistrationDetail) -> RegistrationRow:
    """Return a registration as a line of the list, for steps that take lines."""
    draft = detail.draft
    return RegistrationRow(
        id=detail.id,
        name=draft.name,
        unit_id=draft.unit_id,
        unit_name=detail.unit_name,
        unit_code="",
        lead_body=draft.lead_body,
        sector_code=draft.sector_code,
        subject_type=draft.subject_type,
        kind=draft.kind,
        year=0,
        state=detail.state,
        is_late=detail.is_late,
        registered_on=draft.registered_on,
        address=draft.address,
        source_file=detail.source_file,
        co_unit_ids=draft.co_unit_ids,
        co_units=detail.co_units,
    )
