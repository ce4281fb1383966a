"""Filters on columns, orders by several keys, and filters saved by name, over real rows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import product
from typing import NamedTuple

import pytest

from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.records.column_condition import (
    EMPTY,
    SORTS,
    ColumnCondition,
    FilterKind,
    filter_kind,
)
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.services.registrations.saved_filters import (
    FilterNameError,
    FilterNameTakenError,
    UnknownFilterError,
)
from dvk_desktop.services.services import Services


class Row(NamedTuple):
    """What a test registers."""

    name: str
    address: str
    day: date | None
    people: int | None
    days: Decimal | None
    sector: str | None


NAMES = (
    Row("Đường hoa", "thôn Đông", date(2017, 3, 6), 12, Decimal("1.5"), "KT"),
    Row("Đường cờ", "", date(2017, 4, 1), 9, None, "KT"),
    Row("Hũ gạo tình thương", "Thôn Ân", None, None, Decimal(10), "VHXH"),
    Row("Hòa giải ở xóm", "thôn An", date(2017, 3, 20), 100, Decimal("2.25"), None),
    Row("Hoà giải ở cơ sở", "Thôn Bình", date(2016, 12, 31), 9, Decimal("2.5"), "QPAN"),
    Row("Ánh sáng đường quê", "Thôn Ẩn", date(2017, 3, 6), 0, Decimal("0.5"), "VHXH"),
)
C = ColumnCondition


@pytest.fixture
def filled(services: Services, campaign: CampaignRow) -> Services:
    own = services.office.office().unit_id
    units = [
        services.units.save(UnitDraft(code, name, "commune", own, "xã", place))[0]
        for place, (code, name) in enumerate((("U1", "Xã Yên Phong"), ("U2", "Xã Ân Hòa")))
    ]
    for number, (name, address, day, people, days, sector) in enumerate(NAMES):
        draft = RegistrationDraft(
            unit_id=units[number % 2],
            name=name,
            address=address,
            registered_on=day,
            people_count=people,
            work_days=days,
            sector_code=sector,
            subject_type=list(SubjectType)[number % 3],
            kind=RegistrationKind.NEW if number % 2 else None,
            content="Trồng hoa ven đường" if number == 1 else "",
        )
        services.registrations.register(campaign.id, draft)
    return services


def names(services: Services, *conditions: ColumnCondition, **wanted: object) -> list[str]:
    shown = RegistrationFilter(columns=conditions, **wanted)
    rows = services.registrations.rows(shown, 0, 50)
    assert services.registrations.count(shown) == len(rows)
    assert services.registration_cells.totals(shown).count == len(rows)
    assert [full.row.id for full in services.registers.full(shown)] == [row.id for row in rows]
    return [row.name for row in rows]


def grid_ids(services: Services, wanted: RegistrationFilter) -> list[str]:
    places = services.registration_cells.order(wanted)
    return [row.id for row in services.registration_cells.rows_at(places)]


def where(passes: Callable[[Row], object]) -> set[str]:
    return {row.name for row in NAMES if passes(row)}


MARCH = {date(2017, 3, day) for day in range(1, 32)}
Case = tuple[ColumnCondition, Callable[[Row], object]]
CASES: list[Case] = [
    (C("sector_code", ("KT", "QPAN")), lambda row: row.sector in {"KT", "QPAN"}),
    (C("sector_code", ("KT",), is_excluded=True), lambda row: row.sector != "KT"),
    (C("sector_code", ("KT", "")), lambda row: row.sector in {"KT", None}),
    (C("sector_code", ("KT", ""), is_excluded=True), lambda row: row.sector not in {"KT", None}),
    (C("address", (EMPTY,)), lambda row: not row.address),
    (C("address", (EMPTY,), is_excluded=True), lambda row: row.address),
    (C("name", ("Đường hoa",)), lambda row: row.name == "Đường hoa"),
    (C("name", words="hoa"), lambda row: matches("hoa", row.name)),
    (C("name", words="hòa"), lambda row: matches("hòa", row.name)),
    (C("name", ("Đường hoa",), True, "duong"), lambda row: row.name in {"Đường cờ", NAMES[5].name}),
    (C("content", words="ven duong"), lambda row: row.name == "Đường cờ"),
    (C("people_count", low="9", high="12"), lambda row: row.people in {9, 12}),
    (C("people_count", high="0"), lambda row: row.people == 0),
    (C("people_count", (EMPTY,)), lambda row: row.people is None),
    (C("work_days", low="2.25", high="10"), lambda row: row.days and row.days >= Decimal("2.25")),
    (C("registered_on", ("2017-03",)), lambda row: row.day and row.day in MARCH),
    (C("registered_on", ("2017-03", ""), True), lambda row: row.day and row.day not in MARCH),
    (C("registered_on", low="2017-03-07"), lambda row: row.day and row.day >= date(2017, 3, 7)),
    (C("state", ("draft",)), lambda row: True),
    (C("state", ("draft",), is_excluded=True), lambda row: False),
]


@pytest.mark.parametrize(("condition", "passes"), CASES)
def test_a_column_is_narrowed_to_what_is_asked(
    filled: Services, condition: ColumnCondition, passes: Callable[[Row], object]
) -> None:
    assert set(names(filled, condition)) == where(passes)


def test_conditions_work_together_and_with_the_lists_above(filled: Services) -> None:
    both = (C("sector_code", ("KT", "VHXH")), C("people_count", low="1"))
    assert set(names(filled, *both)) == {"Đường hoa", "Đường cờ"}
    assert names(filled, *both, text="co") == ["Đường cờ"]


def test_values_of_every_column_add_up(filled: Services) -> None:
    kinds = {column: filter_kind(column) for column in (*FIELD_LABELS, "state", "source_file")}
    listed = {FilterKind.CHOICE, FilterKind.TEXT, FilterKind.DATE}
    for column in (column for column, kind in kinds.items() if kind in listed):
        found = filled.column_filters.values(RegistrationFilter(), column)
        assert sum(value.count for value in found.values) == len(NAMES)
        for value in found.values:
            assert len(names(filled, C(column, (value.value,)))) == value.count


def test_values_are_found_without_accents_and_in_vietnamese_order(filled: Services) -> None:
    everything = RegistrationFilter(columns=(C("address", ("Thôn Ân",)),))
    listed = [value.value for value in filled.column_filters.values(everything, "address").values]
    assert listed == ["thôn An", "Thôn Ân", "Thôn Ẩn", "Thôn Bình", "thôn Đông", EMPTY]
    found = filled.column_filters.values(everything, "address", "dong")
    assert [value.value for value in found.values] == ["thôn Đông"]
    found = filled.column_filters.values(RegistrationFilter(), "unit_id", "an hoa")
    assert [value.label for value in found.values] == ["Xã Ân Hòa"]


def test_more_values_than_are_listed_are_counted(filled: Services) -> None:
    found = filled.column_filters.values(RegistrationFilter(), "name", limit=2)
    assert ([value.value for value in found.values], found.more) == (
        ["Ánh sáng đường quê", "Đường cờ"],
        4,
    )
    assert filled.column_filters.values(RegistrationFilter(), "name", "h", limit=2).more is None


def test_pages_of_every_order_are_the_whole_order(filled: Services) -> None:
    for first, down, second in product(sorted(SORTS), (False, True), ("name", "address", "unit")):
        wanted = RegistrationFilter(sort=first, descending=down, then_by=((second, True),))
        whole = [row.id for row in filled.registrations.rows(wanted)]
        pages = [filled.registrations.rows(wanted, start, 2) for start in (0, 2, 4)]
        assert [row.id for page in pages for row in page] == whole
        assert grid_ids(filled, wanted) == whole


def test_several_keys_settle_what_is_equal(filled: Services) -> None:
    order = RegistrationFilter().ordered((("people_count", False), ("name", True)))
    rows = filled.registrations.rows(order)
    assert [row.name for row in rows] == [
        "Ánh sáng đường quê",
        "Hoà giải ở cơ sở",
        "Đường cờ",
        "Đường hoa",
        "Hòa giải ở xóm",
        "Hũ gạo tình thương",
    ]


def test_addresses_go_in_vietnamese_order_with_empty_ones_last(filled: Services) -> None:
    for down in (False, True):
        rows = filled.registrations.rows(RegistrationFilter(sort="address", descending=down))
        shown = [row.address for row in rows]
        assert shown[-1] == ""
        assert shown[:-1] == sorted(shown[:-1], key=collation_key, reverse=down)


def test_a_filter_is_saved_renamed_and_forgotten(filled: Services) -> None:
    wanted = RegistrationFilter(
        text="hoa", states=(RegistrationState.DRAFT,), columns=(C("sector_code", ("KT",)),)
    ).ordered((("address", True), ("name", False)))
    before = len(filled.history.recent(50))
    filled.saved_filters.save("  Kinh tế   chưa nộp ", wanted)
    with pytest.raises(FilterNameTakenError):
        filled.saved_filters.save("kinh TẾ chưa nộp", RegistrationFilter())
    filled.saved_filters.rename("Kinh tế chưa nộp", "Kinh tế")
    filled.saved_filters.save("Ánh sáng", RegistrationFilter())

    assert filled.saved_filters.names() == ("Ánh sáng", "Kinh tế")
    assert filled.saved_filters.read("kinh tế").wanted == wanted
    assert len(filled.history.recent(50)) == before
    filled.saved_filters.remove("Kinh tế")
    with pytest.raises(UnknownFilterError):
        filled.saved_filters.read("Kinh tế")
    with pytest.raises(FilterNameError):
        filled.saved_filters.save(" ", wanted)


def test_a_filter_may_be_overwritten_and_does_not_overwrite_by_renaming(filled: Services) -> None:
    filled.saved_filters.save("Một", RegistrationFilter(text="a"))
    filled.saved_filters.save("Hai", RegistrationFilter(text="b"))
    with pytest.raises(FilterNameTakenError):
        filled.saved_filters.rename("Một", "hai")
    filled.saved_filters.rename("Hai", "HAI")
    filled.saved_filters.save("hai", RegistrationFilter(text="c"), overwrites=True)
    assert filled.saved_filters.read("Hai").wanted.text == "c"


def test_a_value_that_is_gone_is_named_and_the_rest_still_counts(
    filled: Services, campaign: CampaignRow
) -> None:
    own = filled.office.office().unit_id
    unit, _ = filled.units.save(UnitDraft("U9", "Xã Cũ", "commune", own, "xã", 9))
    columns = (
        C("unit_id", (unit, own), labels=("Xã Cũ", "Huyện")),
        C("sector_code", ("CU",), is_excluded=True, labels=("CU – Lĩnh vực cũ",)),
    )
    filled.saved_filters.save("Xưa", RegistrationFilter(unit_id=unit, columns=columns))
    filled.units.remove(unit)

    found = filled.saved_filters.read("Xưa", campaign.id)

    assert found.gone == ("Xã Cũ", "CU – Lĩnh vực cũ")
    assert found.wanted.columns == columns
    assert filled.registrations.count(found.wanted) == 0
