import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Tên\xa0mô   hình\t", "Tên mô hình"),
        ("Dòng 1 \r\n  Dòng 2\rDòng 3", "Dòng 1\nDòng 2\nDòng 3"),
        ("Tiê\u0301ng ke\u0309ng", "Tiếng kẻng"),
        ("\ufeffDa\u200b\u0302n \xadvận", "Dân vận"),
        ("Tổ\u2028tự quản", "Tổ\ntự quản"),
        ("\x00\x1f", ""),
        ("", ""),
    ],
)
def test_text_is_cleaned(text, cleaned):
    assert clean_text(text) == cleaned


def test_line_has_no_breaks():
    assert clean_line(" Tổ \n\n dân\tphố ") == "Tổ dân phố"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean_line(cleaned) == clean_line(text)
