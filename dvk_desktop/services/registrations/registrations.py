"""Registrations: entering, correcting and moving them through the year (đăng ký)."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.deadlines import CampaignStep, days_left
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.joint_units import joint_ids
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.registration import (
    EventRow,
    FieldDifference,
    RegistrationDetail,
    RegistrationDraft,
    RegistrationFilter,
    RegistrationRow,
)
from dvk_desktop.domain.registration_fields import ITEM_LABELS, require_items
from dvk_desktop.domain.registration_states import (
    RegistrationAction,
    can_correct,
    open_fields,
)
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, Role
from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text
from dvk_desktop.models import (
    Campaign,
    Exemplar,
    Registration,
    RegistrationEvent,
    Unit,
)
from dvk_desktop.services.registrations.differences import differences
from dvk_desktop.storage.deadlines import deadline_for
from dvk_desktop.storage.queries.exemplars import exemplars_named
from dvk_desktop.storage.queries.joint_units import joint_names
from dvk_desktop.storage.queries.registrations import (
    counts_by,
    registration_count,
    registration_rows,
    sector_totals,
)
from dvk_desktop.storage.queries.search import search_rows
from dvk_desktop.storage.steps import take
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

LONG_TEXTS = (
    "situation",
    "goals",
    "content",
    "area_beneficiaries",
    "forces",
    "resources",
    "timeline",
    "outputs",
    "sustainability",
    "note",
)
LINES = (
    "name",
    "lead_body",
    "address",
    "contact_name",
    "contact_title",
    "contact_phone",
)


_FIELDS = tuple(RegistrationDraft.__dataclass_fields__)


class NotEditableError(DvkError):
    """The registration is past the point where its text may change (không sửa được nữa)."""

    code = "NOT_EDITABLE"
    template = (
        "Đăng ký “{name}” đang ở trạng thái “{state}” nên không sửa được nội dung."
        " Hãy trả lại đăng ký để đơn vị bổ sung."
    )


class FieldClosedError(DvkError):
    """A returned registration opens only the items that were named (mục không được sửa)."""

    code = "FIELD_CLOSED"
    template = "Chỉ được sửa các mục mà cấp trên yêu cầu; mục khác không thay đổi được: {fields}."


@dataclass(frozen=True, slots=True)
class StepResult:
    """What a step did to many registrations (kết quả xử lý nhiều đăng ký)."""

    done: int
    late: int
    changes: Changes


class RegistrationService:
    """Registers models and takes them through the steps of the year."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(
        self, wanted: RegistrationFilter, offset: int = 0, limit: int | None = None
    ) -> list[RegistrationRow]:
        """Return a page of the list in the order of the filter."""
        with self._database.reading() as work:
            return registration_rows(work.session, wanted, offset, limit)

    def count(self, wanted: RegistrationFilter) -> int:
        """Return how many registrations the filter leaves."""
        with self._database.reading() as work:
            return registration_count(work.session, wanted)

    def search(
        self, text: str, *, campaign_id: str | None = None, limit: int = 20
    ) -> list[RegistrationRow]:
        """Return the first registrations that a typed text finds, as fast as typing."""
        return search_rows(self._database.engine, text, campaign_id, limit)

    def sector_totals(self, wanted: RegistrationFilter) -> dict[tuple[str | None, bool], int]:
        """Return how many the filter leaves by sector and whether they came late."""
        with self._database.reading() as work:
            return sector_totals(work.session, wanted)

    def counts_by(self, campaign_id: str, *fields: str) -> dict[tuple[Any, ...], int]:
        """Return how many there are for each value of the fields, such as sector_code, state."""
        with self._database.reading() as work:
            return counts_by(work.session, campaign_id, *fields)

    def detail(self, registration_id: str) -> RegistrationDetail:
        """Return one registration with all its items.

        Raises:
            NotFoundError: There is none of this id.
        """
        with self._database.reading() as work:
            record = work.get(Registration, registration_id, "đăng ký")
            return registration_detail(work, record)

    def differences(self, registration_id: str) -> tuple[FieldDifference, ...]:
        """Return what the unit changed between the last return and its next submission."""
        with self._database.reading() as work:
            return differences(work, registration_id)

    def history(self, registration_id: str) -> tuple[EventRow, ...]:
        """Return the steps of a registration, the oldest first."""
        with self._database.reading() as work:
            events = work.find(RegistrationEvent, "id", registration_id=registration_id)
            return tuple(
                EventRow(
                    happened_on=event.happened_on,
                    action=RegistrationAction(event.action).label,
                    from_state=RegistrationState(event.from_state),
                    to_state=RegistrationState(event.to_state),
                    note=event.note,
                    actor=event.actor,
                )
                for event in events
            )

    def register(self, campaign_id: str, draft: RegistrationDraft) -> tuple[str, Changes]:
        """Enter a new registration as a draft; only the name and the unit must be there.

        Raises:
            MissingFieldsError: Name or unit is empty.
        """
        require_items(asdict(draft), ("name", "unit_id"))
        clean = _clean(draft)
        with self._database.writing("Đăng ký mô hình “{name}”", name=clean.name) as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            _require_units(work, clean.co_unit_ids)
            values = asdict(clean)
            if clean.exemplar_id is None:
                values["exemplar_id"] = _exemplar_id(work, clean, campaign.year_from)
            record = work.add(Registration(campaign_id=campaign_id, **values))
            work.commit()
            return record.id, Changes.REGISTRATIONS

    def register_many(
        self,
        campaign_id: str,
        drafts: Sequence[RegistrationDraft],
        progress: Progress = SILENT,
    ) -> tuple[list[str], Changes]:
        """Enter many new registrations as one change set; each is a new model.

        Raises:
            MissingFieldsError: One of them has no name or no unit; nothing is stored.
        """
        title = "Đăng ký {count} mô hình"
        with self._database.writing(title, count=len(drafts)) as work:
            ids = add_drafts(work, campaign_id, drafts, progress)
            work.commit()
        return ids, Changes.REGISTRATIONS

    def correct(self, registration_id: str, draft: RegistrationDraft) -> Changes:
        """Change the items of a registration.

        Raises:
            NotFoundError: It is gone, or a unit that joins in is not in the register.
            NotEditableError: It is past the point where its text may change.
            FieldClosedError: It was returned, and another item than those named was changed.
            MissingFieldsError: Name or unit is empty.
        """
        require_items(asdict(draft), ("name", "unit_id"))
        clean = _clean(draft)
        with self._database.writing("Sửa đăng ký “{name}”", name=clean.name) as work:
            record = work.get(Registration, registration_id, "đăng ký")
            if not can_correct(record.state):
                raise NotEditableError(name=record.name, state=record.state.label)
            changed = {
                name: value
                for name, value in asdict(clean).items()
                if getattr(record, name) != value and not (name == "exemplar_id" and value is None)
            }
            _refuse_closed(record, changed)
            # One that another office named stays, though this one may not know it.
            _require_units(work, set(clean.co_unit_ids) - set(record.co_unit_ids))
            for name, value in changed.items():
                setattr(record, name, value)
            work.commit()
        return Changes.REGISTRATIONS if changed else Changes.NOTHING

    def remove(self, registration_ids: Sequence[str]) -> Changes:
        """Remove drafts; what was submitted is ended or merged instead.

        Raises:
            NotEditableError: One of them was submitted already.
        """
        title = "Xóa {count} bản nháp đăng ký"
        with self._database.writing(title, count=len(registration_ids)) as work:
            for registration_id in registration_ids:
                record = work.get(Registration, registration_id, "đăng ký")
                if record.state is not RegistrationState.DRAFT:
                    raise NotEditableError(name=record.name, state=record.state.label)
                work.delete(record)
            work.commit()
        return Changes.REGISTRATIONS

    def step(
        self,
        registration_ids: Sequence[str],
        action: RegistrationAction,
        *,
        note: str = "",
        fields: Sequence[str] = (),
        role: Role = Role.SPECIALIST,
        progress: Progress = SILENT,
    ) -> StepResult:
        """Take one step with one or many registrations, all or none of them.

        Args:
            registration_ids: The registrations.
            action: What is done to each of them.
            note: The reason, which some steps ask for.
            fields: With a return, the items that the unit has to mend.
            role: The role of the person who acts.
            progress: Hears of each registration and may cancel.

        Raises:
            StepClosedError: On submit, the closing date is over.
            TransitionError: One of them is not in a state for this step.
            NoteRequiredError: The step asks for a reason.
            MissingFieldsError: On submit, a required item is empty.
        """
        title, count = "{action}: {count} đăng ký", len(registration_ids)
        late = 0
        with self._database.writing(title, count=count, action=action.label) as work:
            for done, registration_id in enumerate(registration_ids, start=1):
                record = work.get(Registration, registration_id, "đăng ký")
                take(work, record, action, note=note, fields=fields, role=role)
                late += record.is_late
                progress.step(done, len(registration_ids), record.name)
            work.commit()
        return StepResult(len(registration_ids), late, Changes.REGISTRATIONS)


def add_drafts(
    work: UnitOfWork,
    campaign_id: str,
    drafts: Sequence[RegistrationDraft],
    progress: Progress = SILENT,
) -> list[str]:
    """Add many registrations to a running change set; one without a model is a new model.

    Raises:
        MissingFieldsError: One of them has no name or no unit.
    """
    year = work.get(Campaign, campaign_id, "đợt thi đua").year_from
    exemplars: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    for draft in drafts:
        clean = _clean(draft)
        values = {name: getattr(clean, name) for name in _FIELDS}
        if not clean.name or not clean.unit_id:
            require_items(values, ("name", "unit_id"))
        values["campaign_id"] = campaign_id
        values["exemplar_id"] = exemplar_id = clean.exemplar_id or new_id()
        rows.append(values)
        if clean.exemplar_id is None:
            exemplars.append(
                {
                    "id": exemplar_id,
                    "name": clean.name,
                    "unit_id": clean.unit_id,
                    "first_year": year,
                }
            )
    work.bulk_add("exemplar", exemplars)
    progress.step(1, 2)
    ids = work.bulk_add("registration", rows)
    progress.step(2, 2)
    return ids


def registration_detail(work: UnitOfWork, record: Registration) -> RegistrationDetail:
    """Return a registration as a record."""
    names = RegistrationDraft.__dataclass_fields__
    return RegistrationDetail(
        id=record.id,
        campaign_id=record.campaign_id,
        draft=RegistrationDraft(**{name: getattr(record, name) for name in names}),
        unit_name=work.get(Unit, record.unit_id, "đơn vị").name,
        state=record.state,
        is_late=record.is_late,
        open_fields=tuple(sorted(open_fields(record.state, record.open_fields or ()))),
        submitted_on=record.submitted_on,
        source_file=record.source_file,
        days_late=_days_late(work, record),
        co_units=joint_names(work.session, record.unit_id, record.co_unit_ids),
    )


def _days_late(work: UnitOfWork, record: Registration) -> int:
    if not record.is_late or record.submitted_on is None:
        return 0
    step = CampaignStep.REGISTRATION
    deadline, exception = deadline_for(work, record.campaign_id, step, record.unit_id)
    return 0 if deadline is None else -days_left(record.submitted_on, deadline, exception)


def _clean(draft: RegistrationDraft) -> RegistrationDraft:
    cleaned: dict[str, Any] = {name: clean_line(getattr(draft, name)) for name in LINES}
    cleaned.update({name: clean_text(getattr(draft, name)) for name in LONG_TEXTS})
    cleaned["co_unit_ids"] = joint_ids(draft.unit_id, draft.co_unit_ids)
    return replace(draft, **cleaned)


def _require_units(work: UnitOfWork, unit_ids: Iterable[str]) -> None:
    for unit_id in unit_ids:
        work.get(Unit, unit_id, "đơn vị phối hợp")


def _refuse_closed(record: Registration, changed: dict[str, Any]) -> None:
    if record.state is not RegistrationState.RETURNED or not record.open_fields:
        return
    allowed = open_fields(record.state, record.open_fields)
    if "kind" in allowed:
        # Which model is kept up or repeated belongs to the kind.
        allowed |= {"exemplar_id"}
    closed = sorted(set(changed) - allowed)
    if closed:
        raise FieldClosedError(fields=", ".join(ITEM_LABELS.get(name, name) for name in closed))


def _exemplar_id(work: UnitOfWork, draft: RegistrationDraft, year: int) -> str:
    """Return the model that the registration continues, or a new one.

    The same model kept for another year must not become a new model (Hội An 2024).
    """
    if draft.kind is RegistrationKind.MAINTAIN:
        for known in exemplars_named(work.session, draft.unit_id, [draft.name]).values():
            return known
    exemplar = Exemplar(name=draft.name, unit_id=draft.unit_id, first_year=year)
    return work.add(exemplar).id
