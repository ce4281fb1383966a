"""The laws of section 7 over two real databases: any order, any repetition, one end state."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from two_offices import Pair, edit, item, make_pair, receive

ITEMS = ("address", "goals", "note")

edits = st.tuples(
    st.just("edit"),
    st.sampled_from(["district", "commune"]),
    st.integers(0, 1),
    st.sampled_from(ITEMS),
    st.sampled_from(["một", "hai", "ba"]),
)
sends = st.tuples(st.just("send"), st.sampled_from(["district", "commune"]))
deliveries = st.tuples(st.just("deliver"), st.integers(0, 5))
stories = st.lists(st.one_of(edits, sends, deliveries), min_size=2, max_size=12)


class Post:
    """Packages on their way: each may arrive late, twice or after a newer one."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._sent: list[tuple[str, Path]] = []

    def send(self, sender: str) -> int:
        name = f"{len(self._sent)}.dvk"
        pair = self._pair
        path = pair.send_up(name) if sender == "commune" else pair.send_down(name)
        self._sent.append(("district" if sender == "commune" else "commune", path))
        return len(self._sent) - 1

    def deliver(self, number: int) -> None:
        if self._sent:
            to, path = self._sent[number % len(self._sent)]
            receive(getattr(self._pair, to), path)


def play(pair: Pair, post: Post, story: list[tuple[object, ...]]) -> None:
    for step in story:
        if step[0] == "edit":
            _, who, which, name, value = step
            edit(getattr(pair, str(who)), pair.registrations[int(str(which))], **{str(name): value})
        elif step[0] == "send":
            post.send(str(step[1]))
        else:
            post.deliver(int(str(step[1])))


def settle(pair: Pair, post: Post) -> None:
    """Deliver everything and let people choose, until nobody has anything left to ask."""
    for _ in range(6):
        for sender in ("commune", "district"):
            post.deliver(post.send(sender))
        for office in (pair.district, pair.commune):
            for conflict in office.conflicts.open():
                office.conflicts.resolve(conflict.id, "ours")


def state(pair: Pair, who: str) -> list[object]:
    office = getattr(pair, who)
    return [item(office, key, name) for key in pair.registrations for name in ITEMS]


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(story=stories)
def test_two_offices_come_to_one_state(story: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pair = make_pair(Path(folder))
        post = Post(pair)
        post.deliver(post.send("commune"))
        play(pair, post, story)
        settle(pair, post)

        assert state(pair, "district") == state(pair, "commune")
        assert (pair.district.conflicts.open(), pair.commune.conflicts.open()) == ((), ())
        for number in range(4):
            post.deliver(number)
        assert state(pair, "district") == state(pair, "commune")
        pair.close()
