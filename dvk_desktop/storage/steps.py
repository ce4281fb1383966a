"""Take a registration one step on, with its history, inside a running unit of work (bước xử lý).

Registering, scoring, deciding and importing all move registrations; this is the one way.
"""

from collections.abc import Sequence

from dvk_desktop.domain.deadlines import CampaignStep, is_late, require_open
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.registration_fields import require_items
from dvk_desktop.domain.registration_states import RegistrationAction, take_step
from dvk_desktop.domain.terms import RegistrationState, Role
from dvk_desktop.models import Registration, RegistrationEvent
from dvk_desktop.storage.deadlines import deadline_for
from dvk_desktop.storage.unit_of_work import UnitOfWork


def take(
    work: UnitOfWork,
    record: Registration,
    action: RegistrationAction,
    *,
    note: str = "",
    fields: Sequence[str] = (),
    role: Role = Role.SPECIALIST,
) -> None:
    """Take one step with one registration inside a running unit of work."""
    before = record.state
    after = take_step(before, action, role=role, note=note)
    if action is RegistrationAction.SUBMIT:
        _submit(work, record, is_first=before is RegistrationState.DRAFT)
    record.open_fields = list(fields) if action is RegistrationAction.RETURN else None
    record.state = after
    work.session.add(
        RegistrationEvent(
            registration_id=record.id,
            action=action.value,
            from_state=before.value,
            to_state=after.value,
            note=note,
            actor=work.session.journal.actor,
            happened_on=work.now.date(),
        )
    )


def _submit(work: UnitOfWork, record: Registration, *, is_first: bool) -> None:
    require_items({name: getattr(record, name) for name in RegistrationDraft.__dataclass_fields__})
    # The day a unit's paper arrived counts, not the day on which somebody typed it in.
    record.submitted_on = record.registered_on or work.now.date()
    step = CampaignStep.REGISTRATION
    deadline, exception = deadline_for(work, record.campaign_id, step, record.unit_id)
    if deadline is not None:
        # What was returned had come in time; it comes back whenever it is mended.
        if is_first:
            require_open(record.name, record.submitted_on, deadline, exception)
        record.is_late = is_late(record.submitted_on, deadline, exception)
