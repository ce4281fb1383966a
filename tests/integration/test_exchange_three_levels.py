"""The laws of exchange over three real offices on three levels, whatever happens between them."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from three_offices import CODES, ITEMS, World, make_world

from dvk_desktop.domain.registration_states import RegistrationAction

Story = list[tuple[Any, ...]]

offices = st.sampled_from(sorted(CODES))
which = st.integers(0, 3)
small = st.integers(0, 2)
actions = st.sampled_from(
    [
        RegistrationAction.SUBMIT,
        RegistrationAction.WITHDRAW,
        RegistrationAction.ACCEPT,
        RegistrationAction.RETURN,
    ]
)
edits = st.one_of(
    st.tuples(st.just("correct"), offices, which, st.sampled_from(ITEMS)),
    st.tuples(st.just("correct"), offices, which, st.just("address")),
    st.tuples(st.just("step"), offices, which, actions),
    st.tuples(st.just("co_units"), offices, which, small),
    st.tuples(st.just("sites"), offices, which, small),
    st.tuples(st.just("attach"), offices, which, small),
    st.tuples(st.just("remove"), offices, which),
    st.tuples(st.just("register"), st.sampled_from(["commune", "district"])),
)
sends = st.tuples(st.just("send"), offices, st.booleans(), st.sampled_from([None, None, 16_000]))
carries = st.tuples(st.just("carry"), offices, st.booleans())
deliveries = st.tuples(st.just("deliver"), st.integers(0, 20), st.sampled_from([0, 0, 0, 1, 2]))
choices = st.tuples(st.just("resolve"), offices, st.sampled_from(["ours", "theirs"]))
mishaps = st.one_of(
    st.tuples(st.just("back_up"), offices),
    st.tuples(st.just("put_back"), offices),
    st.tuples(st.just("jump"), offices, st.sampled_from([-400, 30])),
)
stories = st.lists(
    st.one_of(edits, edits, sends, carries, carries, deliveries, choices, mishaps),
    min_size=3,
    max_size=16,
)


def live(world: World, story: Story) -> None:
    for deed, *arguments in story:
        if deed == "send":
            who, up, most_bytes = arguments
            world.send(who, up=up, most_bytes=most_bytes)
        elif deed == "carry":
            # Most packages are carried at once; without these, stories would hardly meet.
            count = len(world.post)
            world.send(arguments[0], up=arguments[1])
            if len(world.post) > count:
                world.deliver(count)
        elif deed in ("correct", "step", "co_units", "sites", "attach", "remove"):
            who, number, *rest = arguments
            record_id = world.registrations[number % len(world.registrations)]
            world.tries(deed, who, record_id, *rest)
        else:
            world.tries(deed, *arguments)


def hold_the_laws(world: World) -> None:
    world.settle()
    province, district, commune = (world.state(who) for who in CODES)
    assert province == district
    assert {key: district[key] for key in commune} == commune
    assert world.vanished() == set()
    before = [world.state(who) for who in CODES]
    for number in range(len(world.post)):
        world.deliver(number)
    assert [world.state(who) for who in CODES] == before
    assert not any(office.conflicts.open() for office in world.offices.values())


def play(story: Story) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = make_world(Path(folder))
        try:
            live(world, story)
            hold_the_laws(world)
        finally:
            world.close()


A_BACKUP_MUST_NOT_SPEAK_FOR_WHAT_IT_LACKS: Story = [
    ("back_up", "district"),
    ("correct", "district", 2, "address"),
    ("carry", "district", True),
    ("carry", "district", False),
    ("put_back", "district"),
    # The commune has seen more of the district than the district itself, but only of its branch.
    ("carry", "commune", True),
    ("carry", "district", True),
]
HALF_OF_A_FIRST_PACKAGE_IS_LEFT_OUT: Story = [
    ("remove", "district", 2),
    ("send", "province", False, None),
    ("deliver", 0, 2),
    ("carry", "province", True),
    ("correct", "province", 1, "address"),
    ("register", "district"),
    ("carry", "province", False),
]


@pytest.mark.parametrize(
    "story", [A_BACKUP_MUST_NOT_SPEAK_FOR_WHAT_IT_LACKS, HALF_OF_A_FIRST_PACKAGE_IS_LEFT_OUT]
)
def test_stories_that_once_broke_a_law(story: Story) -> None:
    play(story)


@settings(max_examples=2, deadline=None)
@given(story=stories)
def test_three_offices_come_to_one_state_and_lose_nothing(story: Story) -> None:
    play(story)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@settings(max_examples=200, deadline=None)
@given(story=stories)
def test_three_offices_through_many_stories(story: Story) -> None:
    play(story)
