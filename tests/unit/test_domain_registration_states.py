import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.registration_fields import ITEM_LABELS
from dvk_desktop.domain.registration_states import (
    EDITABLE_STATES,
    FINAL_STATES,
    STEPS,
    NoteRequiredError,
    RegistrationAction,
    TransitionError,
    actions_from,
    advance,
    can_correct,
    open_fields,
    take_step,
)
from dvk_desktop.domain.roles import NotPermittedError, Right, may, require
from dvk_desktop.domain.terms import RegistrationState, Role

A = RegistrationAction
S = RegistrationState


def walk(state, *actions):
    for action in actions:
        state = advance(state, action)
    return state


def reachable(start):
    found, waiting = {start}, [start]
    while waiting:
        new = {step.to for step in STEPS[waiting.pop()].values()} - found
        found |= new
        waiting.extend(new)
    return found


def test_every_state_is_reached_from_a_draft():
    assert reachable(S.DRAFT) == set(S)


def test_only_ended_revoked_and_merged_are_final():
    assert frozenset({S.ENDED, S.REVOKED, S.MERGED}) == FINAL_STATES


@pytest.mark.parametrize("state", S)
def test_every_state_can_come_to_an_end(state):
    assert reachable(state) & FINAL_STATES


def test_every_action_is_used_somewhere():
    assert {action for steps in STEPS.values() for action in steps} == set(A)


@pytest.mark.parametrize(
    ("actions", "end"),
    [
        ((A.SUBMIT, A.ACCEPT, A.SELF_SCORE, A.RECOGNISE, A.MAINTAIN), S.MAINTAINED),
        ((A.SUBMIT, A.ACCEPT, A.START, A.SELF_SCORE, A.APPRAISE, A.REJECT), S.NOT_RECOGNISED),
        ((A.SUBMIT, A.RETURN, A.SUBMIT, A.ACCEPT), S.ACCEPTED),
        ((A.SUBMIT, A.ACCEPT, A.REJECT, A.REOPEN, A.RECOGNISE, A.REVOKE), S.REVOKED),
        ((A.SUBMIT, A.WITHDRAW), S.DRAFT),
    ],
)
def test_the_year_goes_its_usual_ways(actions, end):
    assert walk(S.DRAFT, *actions) is end


def test_a_model_that_was_suspended_is_kept_again():
    assert walk(S.RECOGNISED, A.SUSPEND, A.RESUME) is S.MAINTAINED


def test_a_refusal_says_what_is_possible():
    with pytest.raises(TransitionError) as refusal:
        advance(S.DRAFT, A.RECOGNISE)
    assert str(refusal.value) == (
        "Đăng ký đang ở trạng thái “Bản nháp” nên không thể “Công nhận”. "
        "Hiện có thể: “Gửi đăng ký”, “Gộp vào đăng ký khác”."
    )


def test_a_refusal_in_a_final_state_says_so():
    with pytest.raises(TransitionError, match="trạng thái cuối"):
        advance(S.MERGED, A.SUBMIT)


@given(st.lists(st.sampled_from(A), max_size=30))
def test_no_way_leaves_the_table(actions):
    state = S.DRAFT
    for action in actions:
        if action in actions_from(state):
            state = advance(state, action)
        else:
            with pytest.raises(TransitionError):
                advance(state, action)
    assert state in STEPS


@pytest.mark.parametrize("note", ["", "  "])
def test_a_return_needs_a_reason(note):
    with pytest.raises(NoteRequiredError):
        take_step(S.SUBMITTED, A.RETURN, role=Role.SPECIALIST, note=note)


def test_a_return_with_a_reason_goes_back():
    step = take_step(S.SUBMITTED, A.RETURN, role=Role.SPECIALIST, note="Thiếu địa bàn")
    assert step is S.RETURNED


def test_a_council_member_moves_nothing():
    assert not any(actions_from(state, Role.COUNCIL_MEMBER) for state in S)
    with pytest.raises(NotPermittedError):
        take_step(S.SUBMITTED, A.ACCEPT, role=Role.COUNCIL_MEMBER)


def test_a_leader_decides_but_does_not_enter():
    assert actions_from(S.SELF_SCORED, Role.LEADER) == (A.RECOGNISE, A.REJECT, A.RETURN)


def test_after_a_return_only_the_named_items_open():
    assert open_fields(S.RETURNED, ("goals", "forces")) == {"goals", "forces"}


def test_a_return_that_names_nothing_opens_everything():
    assert open_fields(S.RETURNED) == frozenset(ITEM_LABELS)


@pytest.mark.parametrize("state", sorted(set(S) - EDITABLE_STATES))
def test_nothing_is_open_elsewhere(state):
    assert open_fields(state, ("goals",)) == frozenset()


def test_the_office_corrects_until_scoring_opens():
    assert {state for state in S if can_correct(state)} == {
        S.DRAFT,
        S.SUBMITTED,
        S.RETURNED,
        S.ACCEPTED,
        S.IN_PROGRESS,
    }


def test_rights_follow_the_role():
    assert may(Role.ADMINISTRATOR, Right.MANAGE_ACCOUNTS)
    assert not may(Role.SPECIALIST, Right.MANAGE_ACCOUNTS)
    with pytest.raises(NotPermittedError, match="Thành viên Hội đồng"):
        require(Role.COUNCIL_MEMBER, Right.DECIDE)
