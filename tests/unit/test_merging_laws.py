"""The laws of section 7, over offices whose packages come late, twice, out of order or never."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st
from replica_model import DELETED, Replica, exchange, settle

FIELDS = ["name", "code"]
names = st.sampled_from(["a", "b", "c"])
fields = st.sampled_from(FIELDS)
edits = st.tuples(st.just("edit"), names, fields, st.integers(0, 3))
deletions = st.tuples(st.just("delete"), names, st.booleans(), st.none())
sendings = st.tuples(st.just("send"), names, st.none(), st.none())
deliveries = st.tuples(st.just("deliver"), names, st.integers(0, 30), st.none())
visits = st.tuples(st.just("visit"), names, names, st.none())
choices = st.tuples(st.just("resolve"), names, st.integers(0, 5), st.none())
deeds = st.one_of(edits, visits, visits, sendings, deliveries, choices)
stories = st.lists(deeds, max_size=30)
stories_with_deletions = st.lists(st.one_of(deeds, deletions), max_size=30)


class World:
    """Three offices that begin with one record, a post that loses nothing by itself."""

    def __init__(self) -> None:
        self.replicas = {name: Replica(name) for name in "abc"}
        self.post = []
        self.typed = {}
        self.replicas["a"].edit("name", "first name")
        self.replicas["a"].edit("code", "first code")
        exchange(list(self.replicas.values()))

    def live(self, story) -> None:
        for deed, name, first, second in story:
            getattr(self, deed)(self.replicas[name], first, second)

    def edit(self, replica, name, shared) -> None:
        # Now and then two offices type the same value.
        value = f"{name} {shared}" if shared else f"{name} {replica.name} {len(self.typed)}"
        self.typed[value] = self.typed.get(value, 0) + 1
        replica.edit(name, value)

    def delete(self, replica, deleted, _) -> None:
        replica.edit(DELETED, deleted)

    def send(self, replica, *_) -> None:
        self.post.append((replica.name, replica.send()))

    def deliver(self, replica, number, _) -> None:
        if self.post:
            sender, parcel = self.post[number % len(self.post)]
            if sender != replica.name:
                replica.receive(parcel)

    def visit(self, replica, other, _) -> None:
        if other != replica.name:
            replica.receive(self.replicas[other].send())

    def resolve(self, replica, number, _) -> None:
        conflicts = replica.conflicts()
        if conflicts:
            name = conflicts[number % len(conflicts)]
            kept = list(replica.asides[name].values())
            ways_out = [replica.value(name), *kept]
            replica.resolve(name, ways_out[number % len(ways_out)])

    def everybody(self) -> list[Replica]:
        return list(self.replicas.values())


@settings(max_examples=300)
@given(stories_with_deletions, names, st.integers(0, 30))
def test_importing_twice_changes_nothing(story, name, number):
    world = World()
    world.live(story)
    world.deliver(world.replicas[name], number, None)
    once = deepcopy(world.replicas[name])

    world.deliver(world.replicas[name], number, None)

    assert (world.replicas[name].state(), world.replicas[name].seen) == (once.state(), once.seen)


@settings(max_examples=300)
@given(stories)
def test_no_typed_value_disappears_unseen(story):
    world = World()
    world.live(story)

    readable = set().union(*(each.values() for each in world.everybody()))
    looked_at = set().union(*(each.looked_at for each in world.everybody()))
    assert set(world.typed) - readable - looked_at == set()


@settings(max_examples=300)
@given(stories_with_deletions)
def test_all_offices_agree_once_all_is_delivered_and_chosen(story):
    world = World()
    world.live(story)

    settle(world.everybody())

    first, *others = [each.state() for each in world.everybody()]
    assert others == [first, first]


@settings(max_examples=200)
@given(
    st.lists(st.tuples(fields, st.integers(0, 3), st.booleans()), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_packages_in_any_order_reach_the_same_state(edits, random):
    """One office writes; where nobody else does, there is nothing to choose."""
    world = World()
    writer, reader = world.replicas["a"], world.replicas["b"]
    for name, shared, deleted in edits:
        world.edit(writer, name, shared)
        if deleted:
            writer.edit(DELETED, not writer.value(DELETED))
        world.send(writer)
    parcels = [parcel for _, parcel in world.post]
    parcels += random.choices(parcels, k=len(parcels))
    random.shuffle(parcels)

    for parcel in parcels:
        reader.receive(parcel)

    assert reader.state() == writer.state()


@settings(max_examples=200)
@given(st.lists(st.tuples(names, st.integers(0, 3)), max_size=8), st.randoms(use_true_random=False))
def test_offices_that_write_different_fields_never_conflict(edits, random):
    world = World()
    for name, shared in edits:
        world.edit(world.replicas[name], f"field of {name}", shared)
        world.send(world.replicas[name])
    parcels = world.post + random.choices(world.post, k=len(world.post)) if world.post else []
    for each in world.everybody():
        random.shuffle(parcels)
        for sender, parcel in parcels:
            if sender != each.name:
                each.receive(parcel)

    first, *others = [each.state() for each in world.everybody()]
    assert others == [first, first]
    assert [each.conflicts() for each in world.everybody()] == [[], [], []]


def crossing() -> World:
    """Two offices type, and their packages cross on the way."""
    world = World()
    a, b = world.replicas["a"], world.replicas["b"]
    a.edit("name", "of a")
    b.edit("name", "of b")
    from_a, from_b = a.send(), b.send()
    a.receive(from_b)
    b.receive(from_a)
    return world


def test_each_keeps_its_own_until_somebody_chooses():
    world = crossing()
    a, b, _ = world.everybody()

    from_a, from_b = a.send(), b.send()
    a.receive(from_b)
    b.receive(from_a)

    assert (a.value("name"), list(a.asides["name"].values())) == ("of a", ["of b"])
    assert (b.value("name"), list(b.asides["name"].values())) == ("of b", ["of a"])


def test_a_choice_travels_and_is_not_asked_again():
    world = crossing()
    a, b, c = world.everybody()

    a.resolve("name", "of b")
    exchange(world.everybody())

    assert [each.value("name") for each in (a, b, c)] == ["of b"] * 3
    assert [each.conflicts() for each in (a, b, c)] == [[], [], []]


def test_an_office_that_saw_one_side_only_does_not_settle_a_conflict():
    world = World()
    a, b, c = world.everybody()
    a.edit("name", "of a")
    b.edit("name", "of b")
    b.receive(a.send())
    c.receive(b.send())
    c.edit("name", "of c")

    b.receive(c.send())
    a.receive(c.send())

    assert (b.value("name"), list(b.asides["name"].values())) == ("of c", ["of a"])
