"""A pasted list of sites: headings, ordinals and numbers are known, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.clipboard_table import as_text, read_table
from dvk_desktop.domain.records.site import SiteDraft
from dvk_desktop.domain.site_list import (
    LONGEST_NAME,
    SiteCountError,
    SiteNameError,
    pasted_sites,
    require_sites,
    whole_number,
)


def pasted(text):
    return pasted_sites(read_table(text))


def test_columns_are_taken_as_far_as_they_go():
    assert pasted("Thôn 1\tNhà văn hóa\t2\t1.200\tLàm trước 30/6\nThôn 2\n") == (
        SiteDraft("Thôn 1", "Nhà văn hóa", None, 2, 1200, "Làm trước 30/6"),
        SiteDraft("Thôn 2"),
    )


@pytest.mark.parametrize(
    "head", ["STT\tTên điểm\tĐịa chỉ\n", "TT\tĐiểm mô hình\tĐịa điểm\n", "Số TT\tTên\tNơi\n", ""]
)
def test_headings_and_ordinals_are_left_out(head):
    found = pasted(f"{head}1\tThôn Đông\tCầu\n2.\tThôn Tây\t\n\n")
    assert found == (SiteDraft("Thôn Đông", "Cầu"), SiteDraft("Thôn Tây"))


def test_headings_without_ordinals_leave_the_names():
    found = pasted("Tên điểm\tĐịa chỉ\nThôn Đông\tCầu\n")
    assert found == (SiteDraft("Thôn Đông", "Cầu"),)


def test_one_name_that_begins_like_a_heading_is_a_site():
    assert pasted("Điểm\n") == (SiteDraft("Điểm"),)
    assert pasted("5\tThôn Đông\n") == (SiteDraft("5", "Thôn Đông"),)


def test_what_is_no_number_goes_to_the_note():
    (site,) = pasted("Thôn 1\tCầu\thai tổ\t40 hộ\tGhi chú\tthừa\n")
    assert (site.group_count, site.household_count) == (None, None)
    assert site.note == "Ghi chú; thừa; hai tổ; 40 hộ"


def test_a_name_that_is_too_long_is_cut_and_kept_in_the_note():
    (site,) = pasted("Thôn " * 100)
    assert len(site.name) == LONGEST_NAME
    assert "Thôn " * 99 in site.note
    require_sites([site])


CELL = st.text("abcđẹ 12.\n\t\"'-", max_size=8)


@given(st.lists(st.lists(CELL, min_size=1, max_size=7), max_size=6))
def test_no_word_of_a_paste_is_lost_and_all_can_be_stored(rows):
    found = pasted_sites(read_table(as_text(rows)))
    require_sites(found)
    kept = " ".join(
        f"{one.name} {one.address} {one.note} {one.group_count} {one.household_count}"
        for one in found
    )
    for row in rows:
        for word in (word for cell in row for word in cell.split()):
            is_number = whole_number(word) is not None or word.rstrip(".").isdecimal()
            assert is_number or word in kept


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("1.200", 1200), ("1 200", 1200), ("", None), ("-1", None), ("1,5", None)],
)
def test_whole_numbers(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (SiteDraft(""), SiteNameError),
        (SiteDraft("T" * (LONGEST_NAME + 1)), SiteNameError),
        (SiteDraft("Thôn 1", group_count=-1), SiteCountError),
        (SiteDraft("Thôn 1", household_count=-1), SiteCountError),
    ],
)
def test_what_no_list_may_hold(wrong, error):
    with pytest.raises(error):
        require_sites([SiteDraft("Thôn 0"), wrong])
