"""What a person says of a unit's layout is used, shown, remembered and forgotten."""

import openpyxl
import pytest

from dvk_desktop.domain.errors import InvalidValueError
from dvk_desktop.domain.records.intake import Corrections, LayoutKey

ROWS = (
    ("STT", "Tên mô hình", "Mảng việc", "Đối tượng", "Loại", "Chi tiết khác"),
    (1, "Nuôi ong", "KTNN", "Tập thể", "Mới", "Thôn 1"),
    (2, "Đường hoa", "KTNN", "Cá nhân", "Mới", "Thôn 2"),
)


@pytest.fixture
def path(tmp_path, commune):
    book = openpyxl.Workbook()
    for row in (("XÃ KHÁNH DƯƠNG",), *ROWS):
        book.active.append(row)
    book.save(tmp_path / "danh sach.xlsx")
    return tmp_path / "danh sach.xlsx"


@pytest.fixture
def plan(services, campaign, path):
    def _plan(**options):
        return services.intake.plan([path], campaign.id, **options).files[0]

    return _plan


SAID = Corrections({5: "address"}, {("sector_code", "KTNN"): "KT"})


def drafts(file):
    return [(item.draft.sector_code, item.draft.address, item.action.value) for item in file.items]


def test_without_a_word_of_anybody_it_is_set_aside(plan):
    assert drafts(plan()) == [(None, "", "set_aside")] * 2


def test_corrections_are_used_at_once_and_shown(plan):
    layout = plan().tables[0].layout
    file = plan(corrections={layout: SAID})

    assert drafts(file) == [("KT", "Thôn 1", "new"), ("KT", "Thôn 2", "new")]
    assert [column.is_corrected for column in file.tables[0].columns] == [False] * 5 + [True]
    assert "Trang “Sheet”: cột “Chi tiết khác” là Địa chỉ, theo lần sửa." in map(
        str, file.understood
    )
    assert "Trang “Sheet”: “ktnn” được hiểu là KT, theo lần sửa." in map(str, file.understood)


def test_corrections_are_remembered_for_unit_and_layout(services, plan, commune):
    layout = plan().tables[0].layout
    services.intake.remember(layout, Corrections(SAID.roles))
    services.intake.remember(layout, Corrections(words=SAID.words))

    assert layout.unit_id == commune
    assert drafts(plan()) == [("KT", "Thôn 1", "new"), ("KT", "Thôn 2", "new")]
    assert services.intake.remembered() == {
        layout: Corrections({5: "address"}, {("sector_code", "ktnn"): "KT"})
    }


def test_another_unit_with_the_layout_is_not_touched(services, plan):
    layout = plan().tables[0].layout
    services.intake.remember(LayoutKey("another", layout.fingerprint), SAID)

    assert drafts(plan()) == [(None, "", "set_aside")] * 2


def test_forgotten_is_guessed_again(services, plan):
    layout = plan().tables[0].layout
    services.intake.remember(layout, SAID)
    services.intake.forget(layout)

    assert services.intake.remembered() == {}
    assert drafts(plan()) == [(None, "", "set_aside")] * 2


def test_a_column_can_be_left_out_and_taken_again(services, plan):
    layout = plan().tables[0].layout
    found = plan(corrections={layout: Corrections({1: None, 5: "name"}, SAID.words)})

    assert [item.draft.name for item in found.items] == ["Thôn 1", "Thôn 2"]
    assert "Trang “Sheet”: cột “Tên mô hình” không nhận, theo lần sửa." in map(
        str, found.understood
    )


def test_a_layout_without_names_can_still_be_corrected(plan):
    layout = plan().tables[0].layout
    file = plan(corrections={layout: Corrections({1: None})})

    assert [problem.code for problem in file.problems] == ["NO_TABLE"]
    assert len(file.tables[0].columns) == 6


@pytest.mark.parametrize(
    "wrong",
    [
        Corrections({1: "colour"}),
        Corrections({1: "sector_mark"}),
        Corrections(words={("kind", "cũ rích"): "old"}),
        Corrections(words={("name", "x"): "y"}),
    ],
)
def test_what_we_do_not_have_cannot_be_said(services, wrong):
    with pytest.raises(InvalidValueError):
        services.intake.remember(LayoutKey("u", "f"), wrong)


def test_columns_come_with_their_raw_cells(plan):
    column = plan().tables[0].columns[1]

    assert (column.letters, column.role, column.raw_samples) == (
        "B",
        "name",
        ("Nuôi ong", "Đường hoa"),
    )
