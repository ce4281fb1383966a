"""Text that no office writes: it is read in a moment, and for what it is."""

from dvk_desktop.domain.vietnamese.legacy import is_upper_font
from dvk_desktop.exchange.intake.row_looks import without_number
from dvk_desktop.exchange.intake.value_words import strip_numbering

LONG = 200_000


def test_an_ordinal_of_thousands_of_digits_counts_nothing():
    assert without_number("1. Đường hoa", "9" * LONG, is_counted=True) == "1. Đường hoa"


def test_a_heading_of_digits_stays_as_it_is():
    assert strip_numbering("1" * LONG + "x") == "1" * LONG + "x"
    assert strip_numbering("Kinh tế (5 mô hình)") == "Kinh tế"


def test_a_font_with_an_endless_name_is_looked_at_as_far_as_names_go():
    assert is_upper_font(".VnTimeH" + " " * LONG)
    assert is_upper_font(".VnTimeH, Bold")
    assert not is_upper_font(".VnTime" + " Bold" * LONG)
