"""A person unticks records of a package: nothing is taken, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from two_offices import Pair, draft, edit, item, make_pair, names_in, receive

from dvk_desktop.domain.records.exchange import MergeAction
from dvk_desktop.domain.records.unit import UnitDraft


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def test_a_new_record_that_is_left_out_comes_again(pair: Pair) -> None:
    left = pair.registrations[0]
    preview = pair.district.receiving.preview(pair.send_up())

    result, _ = pair.district.receiving.merge(preview, left_out={left})

    # The registration, and its history that hangs on it.
    assert result.refused >= 1
    kept = names_in(pair.district, pair.campaign)
    assert (len(kept), "Đường hoa thay cỏ dại" in kept) == (2, False)
    _, again = receive(pair.district, pair.send_up("again.dvk"))
    assert (again.conflicts, again.refused) == (0, 0)
    assert len(names_in(pair.district, pair.campaign)) == 3


def test_a_changed_value_that_is_left_out_stays_below_and_comes_again(pair: Pair) -> None:
    first, second = pair.registrations[:2]
    pair.arrive(pair.send_up())
    edit(pair.commune, first, address="Thôn Tây", goals="Mục tiêu")
    edit(pair.commune, second, address="Thôn Nam")
    preview = pair.district.receiving.preview(pair.send_up("later.dvk"))
    assert [one.action for one in preview.items if one.record_id == first] == [MergeAction.CHANGED]

    result, _ = pair.district.receiving.merge(preview, left_out={first})

    assert (result.conflicts, result.changed, result.refused) == (0, 1, 1)
    assert [item(pair.district, one, "address") for one in (first, second)] == ["", "Thôn Nam"]
    pair.arrive_below(pair.send_down())
    assert item(pair.commune, first, "address") == "Thôn Tây"
    assert pair.arrive(pair.send_up("last.dvk")).conflicts == 0
    assert item(pair.district, first, "goals") == "Mục tiêu"


def test_the_preview_shows_what_a_new_record_holds(pair: Pair) -> None:
    unit = pair.commune.office.office().unit_id or ""
    record_id, _ = pair.commune.registrations.register(
        pair.commune_campaign, draft(unit, "Bếp ăn từ thiện")
    )

    preview = pair.district.receiving.preview(pair.send_up())

    (new,) = [one for one in preview.items if one.record_id == record_id]
    assert (new.action, new.content["name"]) == (MergeAction.NEW, "Bếp ăn từ thiện")
    assert new.is_for_choice


def test_units_below_one_that_is_left_out_wait_for_it(pair: Pair) -> None:
    own = pair.commune.office.office().unit_id
    # Records are sorted by id: the lower unit comes first in the package.
    hamlet, _ = pair.commune.units.save(UnitDraft("X01-91", "Xóm Một", "commune", own))
    village, _ = pair.commune.units.save(UnitDraft("X01-9", "Thôn Chín", "commune", own))
    pair.commune.units.move(hamlet, village)
    preview = pair.district.receiving.preview(pair.send_up())

    pair.district.receiving.merge(preview, left_out={village})

    held = {unit.code for unit in pair.district.units.units()}
    assert held & {"X01-9", "X01-91"} == set()
    assert receive(pair.district, pair.send_up("again.dvk"))[1].refused == 0
    assert pair.district.units.by_code("X01-91").parent_id == village


def test_a_step_to_a_record_that_is_left_out_waits_for_it(pair: Pair) -> None:
    pair.arrive(pair.send_up())
    own = pair.commune.office.office().unit_id
    village, _ = pair.commune.units.save(UnitDraft("X01-9", "Thôn Chín", "commune", own))
    first = pair.registrations[0]
    edit(pair.commune, first, unit_id=village, goals="Mục tiêu")
    preview = pair.district.receiving.preview(pair.send_up("moved.dvk"))

    pair.district.receiving.merge(preview, left_out={village})

    assert item(pair.district, first, "unit_id") != village
    assert item(pair.district, first, "goals") == "Mục tiêu"
    _, again = receive(pair.district, pair.send_up("again.dvk"))
    assert (again.conflicts, item(pair.district, first, "unit_id")) == (0, village)
