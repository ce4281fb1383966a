"""Blocks of cells: stored as one change set, what cannot be taken reported, drafts on disk."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.registration_grid import CellEdit, GridTotals
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_cells import cell_text, read_cell
from dvk_desktop.domain.registration_states import RegistrationAction as Action
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.services.registrations.row_drafts import (
    FILE_NAME,
    KeptDrafts,
    RowDrafts,
    UntakenCell,
)
from dvk_desktop.services.services import Services
from dvk_desktop.storage.unit_of_work import VIETNAM


def march_2017() -> datetime:
    return datetime(2017, 3, 6, 8, 30, tzinfo=VIETNAM)


class Register:
    """An office with three registrations."""

    def __init__(self, folder: Path) -> None:
        self.services: Services = open_office(folder, clock=march_2017, actor="Phạm Thị Khuyên")
        self.services.office.found(code="YM", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
        self.unit = str(self.services.office.office().unit_id)
        self.campaign, _ = self.services.campaigns.create(2017)
        names = ("Đường hoa", "Camera an ninh", "Hũ gạo tình thương")
        drafts = [RegistrationDraft(self.unit, name, sector_code="KT") for name in names]
        self.ids, _ = self.services.registrations.register_many(self.campaign, drafts)
        self.cells = self.services.registration_cells

    def values(self, field: str) -> list[object]:
        rows = self.cells.rows(self.ids)
        return [None if row is None else getattr(row.draft, field) for row in rows]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = Register(tmp_path)
    yield made
    made.services.close()


def test_block_is_one_change_set_and_undone_as_one(register: Register) -> None:
    before = len(register.services.history.recent())
    edits = [CellEdit(id_, "cost", 1_000) for id_ in register.ids]
    result = register.cells.edit_cells(
        edits,
        campaign_id=register.campaign,
        drafts=[RegistrationDraft(register.unit, "Tổ tự quản")],
    )
    newest = register.services.history.recent()[0]
    assert (result.changed, len(result.added), result.refusals) == (3, 1, ())
    assert len(register.services.history.recent()) == before + 1
    assert newest.title == "Nhập bảng: 1 đăng ký mới, sửa 3 ô"
    register.services.history.undo(newest.id)
    assert register.values("cost") == [None, None, None]
    assert register.cells.rows(result.added) == [None]


def test_closed_cells_are_reported_and_the_rest_is_stored(register: Register) -> None:
    first, second, third = register.ids
    step = register.services.registrations.step
    full = [CellEdit(first, "subject_type", SubjectType.COLLECTIVE)]
    full.append(CellEdit(first, "kind", RegistrationKind.NEW))
    register.cells.edit_cells(full)
    step([first], Action.SUBMIT)
    step([first], Action.RETURN, note="Thiếu địa chỉ", fields=("address",))
    result = register.cells.edit_cells(
        [
            CellEdit(first, "name", "Tên khác"),
            CellEdit(first, "address", "Xóm 5"),
            CellEdit(second, "name", ""),
            CellEdit(third, "note", "x"),
            CellEdit("không có", "note", "x"),
        ]
    )
    refused = [(one.registration_id, one.error.code) for one in result.refusals]
    assert refused == [
        (first, "FIELD_CLOSED"),
        (second, "CELL_EMPTY"),
        ("không có", "NOT_FOUND"),
    ]
    assert result.changed == 2
    assert register.values("address") == ["Xóm 5", "", ""]
    assert register.values("note") == ["", "", "x"]


def test_nothing_changed_leaves_no_trace(register: Register) -> None:
    before = len(register.services.history.recent())
    result = register.cells.edit_cells([CellEdit(register.ids[0], "name", " Đường  hoa ")])
    assert (result.changed, len(register.services.history.recent())) == (0, before)


def test_cell_history_tells_who_and_from_what(register: Register) -> None:
    first = register.ids[0]
    register.cells.edit_cells([CellEdit(first, "cost", 5_000)])
    register.cells.edit_cells([CellEdit(first, "cost", 7_000)])
    past = register.cells.cell_history(first, "cost")
    assert [(one.before, one.after, one.actor) for one in past] == [
        ("5000", "7000", "Phạm Thị Khuyên"),
        ("", "5000", "Phạm Thị Khuyên"),
    ]
    assert past[0].title == "Sửa “Kinh phí” của “Đường hoa”"


def test_totals_are_exact(register: Register) -> None:
    register.cells.edit_cells(
        [CellEdit(id_, "work_days", Decimal("0.1")) for id_ in register.ids]
        + [CellEdit(register.ids[0], "people_count", 12)]
    )
    wanted = RegistrationFilter(register.campaign)
    assert register.cells.totals(wanted) == GridTotals(3, 12, 0, Decimal("0.3"), Decimal(0))


@pytest.mark.parametrize(
    "digits",
    [
        ("0.1", "0.2", "1000.05"),
        ("0.000001", "9999999.999999", "0.7"),
        ("0.0000001", "0.1", "3"),
        ("12345678901.1", "0.1", "99999999999999.9"),
        ("12", "30", "5"),
    ],
)
def test_totals_of_small_large_and_long_numbers(register: Register, digits: list[str]) -> None:
    areas = [Decimal(one) for one in digits]
    pairs = zip(register.ids, areas, strict=True)
    register.cells.edit_cells([CellEdit(id_, "land_area", area) for id_, area in pairs])
    assert register.cells.totals(RegistrationFilter(register.campaign)).land_area == sum(areas)


def test_order_of_places_is_that_of_the_list(register: Register) -> None:
    for sort in ("name", "unit"):
        wanted = RegistrationFilter(register.campaign, sort=sort, descending=True)
        rows = register.services.registrations.rows(wanted)
        places = register.cells.order(wanted)
        assert [row.id for row in register.cells.rows_at(places)] == [row.id for row in rows]
        assert register.cells.places_of([rows[0].id]) == {rows[0].id: places[0]}


def test_a_removed_row_keeps_its_id_and_loses_its_content(register: Register) -> None:
    places = register.cells.order(RegistrationFilter(register.campaign))
    register.services.registrations.remove([register.ids[1]])
    rows = {row.id: row.detail for row in register.cells.rows_at(places)}
    assert set(rows) == set(register.ids)
    assert [rows[id_] is None for id_ in register.ids] == [False, True, False]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("sector_code", "kinh te", "KT"),
        ("sector_code", "KT", "KT"),
        ("subject_type", "ca nhan", SubjectType.INDIVIDUAL),
        ("subject_type", "tt", SubjectType.COLLECTIVE),
        ("subject_type", "CN", SubjectType.INDIVIDUAL),
        ("subject_type", "hgđ", SubjectType.HOUSEHOLD),
        ("kind", "duy trì", RegistrationKind.MAINTAIN),
        ("registered_on", "5/3/2024", date(2024, 3, 5)),
        ("registered_on", "5/3/24", date(2024, 3, 5)),
        ("registered_on", "05032017", date(2017, 3, 5)),
        ("registered_on", "42799", date(2017, 3, 5)),
        ("work_days", "18,5", Decimal("18.5")),
        ("work_days", "18.5", Decimal("18.5")),
        ("cost", "1.250.000", 1_250_000),
        ("name", "  Đường   hoa ", "Đường hoa"),
        ("goals", "một\n hai", "một\nhai"),
        ("sector_code", " ", None),
    ],
)
def test_typed_text_means_a_value(register: Register, field: str, text: str, value: object) -> None:
    assert read_cell(field, text, register.cells.lists(register.campaign)) == value


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("sector_code", "du lịch", "CELL_CHOICE"),
        ("registered_on", "31/2/2024", "CELL_DATE"),
        ("cost", "nhiều", "CELL_NUMBER"),
        ("people_count", "2,5", "CELL_WHOLE"),
        ("name", "", "CELL_EMPTY"),
    ],
)
def test_text_that_means_nothing_is_explained(
    register: Register, field: str, text: str, code: str
) -> None:
    with pytest.raises(DvkError) as caught:
        read_cell(field, text, register.cells.lists(register.campaign))
    assert caught.value.code == code


@pytest.mark.parametrize("body", ["UBND ", "Đảng ủy ", "ĐẢNG ỦY "])
def test_a_unit_is_known_by_the_body_that_signs_for_it(register: Register, body: str) -> None:
    name = "Xã Long Sơn"
    wanted, _ = register.services.units.save(
        UnitDraft("X99", name, "commune", register.unit, "xã", 99)
    )
    lists = register.cells.lists(register.campaign)
    assert read_cell("unit_id", body + name, lists) == wanted


def test_written_cells_are_read_back(register: Register) -> None:
    lists = register.cells.lists(register.campaign)
    values = {"unit_id": register.unit, "cost": 1_250_000, "land_area": Decimal("12.50")}
    texts = {field: cell_text(field, value, lists) for field, value in values.items()}
    assert texts["land_area"] == "12,5"
    assert {field: read_cell(field, text, lists) for field, text in texts.items()} == values


def test_drafts_survive_and_go_by_campaign(tmp_path: Path) -> None:
    drafts = KeptDrafts(({"name": "Tuyến đường ho"},), (UntakenCell("id", "cost", "nhiều"),))
    RowDrafts(tmp_path).keep("2017", drafts, lasting=False)
    assert RowDrafts(tmp_path).kept("2017") == drafts
    assert RowDrafts(tmp_path).kept("2018") == KeptDrafts()
    RowDrafts(tmp_path).keep("2017", KeptDrafts())
    assert RowDrafts(tmp_path).kept("2017") == KeptDrafts()


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"2017": {"rows": [1, {"name": 2}]}}', b"\xff"])
def test_broken_draft_file_stops_nobody(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert RowDrafts(tmp_path).kept("2017") == KeptDrafts()


def test_some_places_keep_to_filter_and_order(register: Register) -> None:
    wanted = RegistrationFilter(register.campaign).ordered((("name", True),))
    register.services.registrations.remove([register.ids[1]])
    touched, shown = register.cells.order_among(wanted, register.ids[:2])
    places = register.cells.places_of(register.ids)
    assert touched == {places[id_] for id_ in register.ids[:2]}
    assert shown == [places[register.ids[0]]]
    assert shown[0] in register.cells.order(wanted)


def test_a_change_set_names_its_registrations(register: Register) -> None:
    history = register.services.history
    register.cells.edit_cells([CellEdit(register.ids[2], "cost", 5)])
    assert history.registrations_changed(history.recent(1)[0].id) == (register.ids[2],)
    register.services.campaigns.create(2018)
    assert history.registrations_changed(history.recent(1)[0].id) is None


def test_a_thousand_pasted_rows_are_one_change(register: Register) -> None:
    drafts = [RegistrationDraft(register.unit, f"Mô hình {number}") for number in range(1000)]
    before = register.services.history.recent(1)[0].number

    result = register.cells.edit_cells((), campaign_id=register.campaign, drafts=drafts)

    assert (len(result.added), result.refusals) == (1000, ())
    assert register.services.history.recent(1)[0].number == before + 1
