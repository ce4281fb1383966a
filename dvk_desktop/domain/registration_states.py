"""The way of a registration through the year, as a table (quy trình đăng ký).

Before recognition a model that stops is ended; to suspend and resume is for recognised models,
so that resuming always leads back to "Đang duy trì".
"""

from collections.abc import Collection
from dataclasses import dataclass

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.listed_words import listed_labels
from dvk_desktop.domain.registration_fields import ITEM_LABELS
from dvk_desktop.domain.roles import NotPermittedError
from dvk_desktop.domain.terms import Labelled, RegistrationState, Role
from dvk_desktop.domain.words import Wording


class RegistrationAction(Labelled):
    """What can be done to a registration (việc xử lý)."""

    SUBMIT = "submit", "Gửi đăng ký"
    WITHDRAW = "withdraw", "Rút lại để sửa"
    RETURN = "return", "Trả lại để bổ sung"
    ACCEPT = "accept", "Tiếp nhận"
    START = "start", "Bắt đầu thực hiện"
    SELF_SCORE = "self_score", "Ghi nhận tự chấm"
    APPRAISE = "appraise", "Ghi nhận thẩm định"
    RECOGNISE = "recognise", "Công nhận"
    REJECT = "reject", "Không công nhận"
    REOPEN = "reopen", "Xét lại"
    MAINTAIN = "maintain", "Ghi nhận đang duy trì"
    SUSPEND = "suspend", "Cho tạm dừng"
    RESUME = "resume", "Hoạt động trở lại"
    END = "end", "Kết thúc"
    REVOKE = "revoke", "Thu hồi quyết định công nhận"
    MERGE = "merge", "Gộp vào đăng ký khác"


@dataclass(frozen=True, slots=True)
class Step:
    """Where an action leads, and what it asks for (bước xử lý)."""

    to: RegistrationState
    roles: frozenset[Role]
    needs_note: bool = False


_S = RegistrationState
_A = RegistrationAction
_OFFICE = frozenset({Role.ADMINISTRATOR, Role.SPECIALIST})
_DECIDERS = _OFFICE | {Role.LEADER}

_SUBMIT = Step(_S.SUBMITTED, _OFFICE)
_RETURN = Step(_S.RETURNED, _DECIDERS, needs_note=True)
_SELF_SCORE = Step(_S.SELF_SCORED, _OFFICE)
_RECOGNISE = Step(_S.RECOGNISED, _DECIDERS)
_REJECT = Step(_S.NOT_RECOGNISED, _DECIDERS, needs_note=True)
_MAINTAIN = Step(_S.MAINTAINED, _OFFICE)
_SUSPEND = Step(_S.SUSPENDED, _OFFICE, needs_note=True)
_END = Step(_S.ENDED, _OFFICE, needs_note=True)
_REVOKE = Step(_S.REVOKED, _DECIDERS, needs_note=True)
_MERGE = Step(_S.MERGED, _OFFICE, needs_note=True)

STEPS: dict[RegistrationState, dict[RegistrationAction, Step]] = {
    _S.DRAFT: {_A.SUBMIT: _SUBMIT, _A.MERGE: _MERGE},
    _S.SUBMITTED: {
        _A.ACCEPT: Step(_S.ACCEPTED, _DECIDERS),
        _A.RETURN: _RETURN,
        _A.WITHDRAW: Step(_S.DRAFT, _OFFICE),
        _A.MERGE: _MERGE,
    },
    _S.RETURNED: {_A.SUBMIT: _SUBMIT, _A.END: _END, _A.MERGE: _MERGE},
    _S.ACCEPTED: {
        _A.START: Step(_S.IN_PROGRESS, _OFFICE),
        _A.SELF_SCORE: _SELF_SCORE,
        _A.RETURN: _RETURN,
        _A.REJECT: _REJECT,
        _A.END: _END,
        _A.MERGE: _MERGE,
    },
    _S.IN_PROGRESS: {
        _A.SELF_SCORE: _SELF_SCORE,
        _A.RETURN: _RETURN,
        # A unit that never scored itself is refused without a sheet (domain.md 13.7).
        _A.REJECT: _REJECT,
        _A.END: _END,
        _A.MERGE: _MERGE,
    },
    _S.SELF_SCORED: {
        _A.APPRAISE: Step(_S.APPRAISED, _OFFICE),
        _A.RECOGNISE: _RECOGNISE,
        _A.REJECT: _REJECT,
        _A.RETURN: _RETURN,
        _A.END: _END,
        _A.MERGE: _MERGE,
    },
    _S.APPRAISED: {
        _A.RECOGNISE: _RECOGNISE,
        _A.REJECT: _REJECT,
        _A.RETURN: _RETURN,
        _A.END: _END,
    },
    _S.RECOGNISED: {
        _A.MAINTAIN: _MAINTAIN,
        _A.SUSPEND: _SUSPEND,
        _A.END: _END,
        _A.REVOKE: _REVOKE,
    },
    _S.NOT_RECOGNISED: {
        _A.REOPEN: Step(_S.APPRAISED, _DECIDERS, needs_note=True),
        _A.END: _END,
    },
    _S.MAINTAINED: {_A.SUSPEND: _SUSPEND, _A.END: _END, _A.REVOKE: _REVOKE},
    _S.SUSPENDED: {_A.RESUME: _MAINTAIN, _A.END: _END, _A.REVOKE: _REVOKE},
    _S.ENDED: {},
    _S.REVOKED: {},
    _S.MERGED: {},
}

FINAL_STATES = frozenset(state for state, steps in STEPS.items() if not steps)
EDITABLE_STATES = frozenset({_S.DRAFT, _S.RETURNED})
"""The unit may change its text; in ``RETURNED`` only the items that the return names."""
CORRECTABLE_STATES = frozenset({_S.SUBMITTED, _S.ACCEPTED, _S.IN_PROGRESS})
"""The receiving office may still correct what is plainly wrong, before scoring opens."""


class TransitionError(DvkError):
    """The procedure has no such step (không thể chuyển trạng thái)."""

    code = "TRANSITION"
    template = "Đăng ký đang ở trạng thái “{state}” nên không thể “{action}”. {remedy}"

    def __init__(self, state: RegistrationState, action: RegistrationAction) -> None:
        self.state = state
        self.action = action
        super().__init__(
            state=Wording(state.label), action=Wording(action.label), remedy=_possible(state)
        )


class NoteRequiredError(DvkError):
    """The step asks for a reason and none was given (thiếu lý do)."""

    code = "NOTE_REQUIRED"
    template = "“{action}” phải ghi rõ lý do. Hãy nhập lý do rồi thực hiện lại."


def _possible(state: RegistrationState) -> Wording:
    actions = actions_from(state)
    if not actions:
        return Wording("Đây là trạng thái cuối, không còn bước nào tiếp theo.")
    return Wording("Hiện có thể: {actions}.", {"actions": listed_labels(actions)})


def actions_from(
    state: RegistrationState, role: Role | None = None
) -> tuple[RegistrationAction, ...]:
    """Return what can be done in ``state``, for ``role`` only when it is given."""
    return tuple(
        action for action, step in STEPS[state].items() if role is None or role in step.roles
    )


def step_of(state: RegistrationState, action: RegistrationAction) -> Step:
    """Return the step that ``action`` takes from ``state``.

    Raises:
        TransitionError: The procedure has no such step.
    """
    step = STEPS[state].get(action)
    if step is None:
        raise TransitionError(state, action)
    return step


def advance(state: RegistrationState, action: RegistrationAction) -> RegistrationState:
    """Return the state that ``action`` leads to.

    Raises:
        TransitionError: The procedure has no such step.
    """
    return step_of(state, action).to


def take_step(
    state: RegistrationState, action: RegistrationAction, *, role: Role, note: str = ""
) -> RegistrationState:
    """Return the state that ``action`` leads to, when ``role`` may and the reason is given.

    Raises:
        TransitionError: The procedure has no such step.
        NotPermittedError: The role may not take it.
        NoteRequiredError: The step asks for a reason.
    """
    step = step_of(state, action)
    if role not in step.roles:
        raise NotPermittedError(role, action)
    if step.needs_note and not note.strip():
        raise NoteRequiredError(action=Wording(action.label))
    return step.to


def open_fields(state: RegistrationState, named: Collection[str] = ()) -> frozenset[str]:
    """Return the items that the unit may change now (mục được sửa).

    Args:
        state: Where the registration stands.
        named: The items that the latest return asks for; none named means all.
    """
    if state is RegistrationState.RETURNED and named:
        return frozenset(named) & frozenset(ITEM_LABELS)
    return frozenset(ITEM_LABELS) if state in EDITABLE_STATES else frozenset()


def changeable(state: RegistrationState, named: Collection[str] = ()) -> frozenset[str]:
    """Return the items that may be changed now, by the unit or as a correction (mục sửa được).

    Args:
        state: Where the registration stands.
        named: The items that the latest return asks for; none named means all.
    """
    if state is RegistrationState.RETURNED:
        return open_fields(state, named)
    return frozenset(ITEM_LABELS) if can_correct(state) else frozenset()


def can_correct(state: RegistrationState) -> bool:
    """Say whether the receiving office may still correct the text itself (đính chính)."""
    return state in EDITABLE_STATES or state in CORRECTABLE_STATES
