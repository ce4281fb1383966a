"""The names of domain.md 7.5, and laws of grouping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.fuzz import token_sort_ratio

from dvk_desktop.domain.duplicates import NamedModel, compare, find_groups

BELL = "Tiếng kẻng an ninh"
LAND = (
    "Vận động nhân dân hiến đất làm đường",
    "Nhân dân hiến đất làm đường",
    "Vận động người dân hiến đất làm đường, xây dựng nông thôn mới",
    "Vận động nhân dân hiến đất mở đường",
)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (BELL, "“Tiếng kẻng an ninh”", "same_name"),
        (BELL, "Mô hình dân vận khéo: tiếng  kẻng AN NINH", "same_name"),
        ("Khoẻ đẹp Hoà Bình", "Khỏe đẹp Hòa Bình", "same_name"),
        ("Đường hoa", "Duong hoa", "same_letters"),
        (BELL, "Tiếng kẻng an ninh vì bình yên cuộc sống", "contained"),
        ("Ngôi nhà xanh", "Ngôi nhà xanh hy vọng", "contained"),
        ("Biến rác thành tiền", "Biến rác thải thành tiền", "like"),
        ("Thắp sáng đường quê", "Đường điện thắp sáng đường quê", "contained"),
        ("Camera an ninh", "Lắp đặt camera an ninh", "contained"),
        ("Chính quyền thân thiện", "Chính quyền thân thiện, vì nhân dân phục vụ", "contained"),
        (LAND[0], LAND[1], "same_core"),
        (LAND[0], LAND[2], "same_core"),
        (LAND[0], LAND[3], "like"),
        ("Đường hoa thôn 1", "Đường hoa thôn 2", "numbered"),
        ("Camera an ninh", "Camera 0 đồng", None),
        ("Camera an ninh", BELL, None),
        ("Nuôi gà", "Nuôi cá", None),
        ("Chăn nuôi gà đồi", "Chăn nuôi cá đồi", None),
        ("", "", None),
    ],
)
def test_names_that_look_like_one(one, other, reason):
    found = compare(one, other, token_sort_ratio)

    assert (found and found.reason.value) == reason
    assert compare(other, one, token_sort_ratio) == found


def groups(*models, parents=None, apart=()):
    named = [NamedModel(str(i), name, unit) for i, (name, unit) in enumerate(models)]
    found = find_groups(named, parents or {}, token_sort_ratio, apart)
    return [(group.reason.value, "".join(sorted(group.ids))) for group in found]


def test_variants_of_giving_land_are_one_group():
    assert groups(*((name, "a") for name in LAND)) == [("same_core", "0123")]


def test_the_same_name_in_two_units_is_told_last():
    found = groups((BELL, "a"), (BELL, "b"), ("Đường hoa", "a"), ("Đường hoa", "a"))

    assert found == [("same_name", "23"), ("other_unit", "01")]


def test_the_unit_above_is_another_matter():
    assert groups((BELL, "a"), (BELL, "b"), parents={"b": "a"}) == [("branch", "01")]


def test_told_apart_is_not_put_together():
    models = [(BELL, "a"), (BELL, "a"), (BELL, "b")]

    assert groups(*models, apart=[frozenset("012")]) == []
    assert groups(*models, apart=[frozenset("01"), frozenset("12")]) == [("other_unit", "02")]


NAMES = st.sampled_from([*LAND, BELL, "Đường hoa", "Đường hoa thôn 1", "Đường hoa thôn 2"])
MODELS = st.lists(st.tuples(NAMES, st.sampled_from("abc")), max_size=12)


@given(MODELS)
def test_equal_names_of_a_unit_are_always_in_one_group(models):
    found = [set(ids) for reason, ids in _ids(models) if reason not in ("numbered", "other_unit")]
    for place, model in enumerate(models):
        for other in range(place):
            if models[other] == model:
                assert any({str(place), str(other)} <= group for group in found)


@given(MODELS)
def test_what_was_told_apart_altogether_is_never_asked(models):
    everyone = frozenset(str(place) for place in range(len(models)))

    assert groups(*models, apart=[everyone]) == []


def _ids(models):
    named = [NamedModel(str(i), name, unit) for i, (name, unit) in enumerate(models)]
    return [(g.reason.value, g.ids) for g in find_groups(named, {}, token_sort_ratio)]
