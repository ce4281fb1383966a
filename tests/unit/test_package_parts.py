"""The law of parts: together they are the whole, and a lost one costs only its own attachments."""

import hypothesis.strategies as st
from hypothesis import given

from dvk_desktop.domain.parts import PlannedPart, plan_parts

FRAME = 1000
SIZES = st.dictionaries(
    st.text("0123456789abcdef", min_size=4, max_size=4), st.integers(1, 60_000), max_size=25
)


def size_of(part: PlannedPart, records: int, files: dict[str, int]) -> int:
    return FRAME + records * part.has_records + sum(files[name] for name in part.files)


@given(st.integers(0, 30_000), SIZES, st.integers(2_000, 50_000))
def test_the_parts_together_are_the_whole(records: int, files: dict[str, int], room: int) -> None:
    parts = plan_parts(records, files, frame=FRAME, room=room)

    carried = [name for part in parts for name in part.files]
    assert sorted(carried) == sorted(files)
    assert parts[0].has_records
    assert all(part.files or part is parts[0] for part in parts)
    assert parts == plan_parts(records, dict(reversed(files.items())), frame=FRAME, room=room)


@given(st.integers(0, 30_000), SIZES, st.integers(2_000, 50_000))
def test_only_what_alone_is_too_large_is_above_the_size(
    records: int, files: dict[str, int], room: int
) -> None:
    for part in plan_parts(records, files, frame=FRAME, room=room):
        assert part.is_oversized == (size_of(part, records, files) > room)
        if part.is_oversized and part.files:
            assert len(part.files) == 1
            assert FRAME + files[part.files[0]] > room
        elif part.is_oversized:
            assert FRAME + records > room


@given(SIZES, st.integers(20_000, 50_000), st.data())
def test_small_records_survive_the_loss_of_any_part(
    files: dict[str, int], room: int, data: st.DataObject
) -> None:
    records = room // 10
    parts = plan_parts(records, files, frame=FRAME, room=room)
    lost = data.draw(st.integers(0, len(parts) - 1))
    fitting = [
        part for part in parts if size_of(part, 0, files) + records <= room or part is parts[0]
    ]

    assert all(part.has_records for part in fitting)
    left = {name for number, part in enumerate(parts) if number != lost for name in part.files}
    assert set(files) - left == set(parts[lost].files)


def test_what_fits_stays_one_package() -> None:
    parts = plan_parts(500, {"aa": 300, "bb": 200}, frame=FRAME, room=2000)

    assert parts == (PlannedPart(("aa", "bb"), has_records=True, is_oversized=False),)


def test_records_that_take_much_travel_once() -> None:
    parts = plan_parts(6000, {"aa": 7000, "bb": 7000}, frame=FRAME, room=10_000)

    assert [(part.files, part.has_records) for part in parts] == [
        ((), True),
        (("aa",), False),
        (("bb",), False),
    ]
