"""Count buttons break into rows instead of making the window wider."""

import pytest

from dvk_desktop.views.exchange.intake_counts import CountChips, Counted

KINDS = [Counted(f"kind-{number}", f"Loại việc {number}", number + 1) for number in range(5)]


@pytest.fixture
def chips(qtbot):
    made = CountChips()
    qtbot.addWidget(made)
    made.show_counts(Counted("", "Tất cả", 15), KINDS)
    made.show()
    return made


def test_buttons_stay_in_one_row_while_there_is_room(chips):
    chips.resize(1200, chips.height())
    assert {made.y() for made in chips.buttons.values()} == {0}


def test_buttons_break_into_rows_within_a_narrow_width(chips):
    chips.resize(1200, chips.height())
    one_row = chips.height()
    chips.resize(260, chips.height())
    assert chips.height() > one_row
    for made in chips.buttons.values():
        assert made.geometry().right() < chips.width()
        assert made.geometry().bottom() < chips.height()


def test_kinds_without_any_leave_no_gap(chips):
    chips.resize(1200, chips.height())
    chips.show_counts(Counted("", "Tất cả", 5), KINDS[-1:])
    first, last = chips.buttons.values()
    assert list(chips.buttons) == ["", "kind-4"]
    assert 0 < last.x() - first.geometry().right() < 12
