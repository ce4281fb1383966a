"""Tables on the clipboard: what Excel and LibreOffice write, and what they read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.clipboard_table import (
    as_html,
    as_text,
    parse_html,
    parse_text,
    read_table,
)

_TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=12)
_MARKED = st.one_of(_TEXTS, st.text('"\t\n ,a', max_size=8))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 4))
    row = st.lists(_MARKED, min_size=width, max_size=width)
    return draw(st.lists(row, min_size=1, max_size=5))


@given(tables())
def test_text_comes_back_as_it_was(table: list[list[str]]) -> None:
    assert parse_text(as_text(table)) == table


@given(st.text('"\t\n\r ,ab', max_size=30))
def test_any_text_is_some_table(text: str) -> None:
    rows = parse_text(text)
    assert parse_text(as_text(rows)) == [row or [""] for row in rows]


@given(tables())
def test_html_comes_back_with_single_blanks(table: list[list[str]]) -> None:
    shown = [
        ["\n".join(" ".join(line.split()) for line in cell.split("\n")).strip("\n") for cell in row]
        for row in table
    ]
    assert parse_html(as_html(table)) == shown


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("", []),
        ("Tên\tSố\r\nA\t18,5\r\n", [["Tên", "Số"], ["A", "18,5"]]),
        ('"dòng 1\nnói ""to"""\t5/3/2024', [['dòng 1\nnói "to"', "5/3/2024"]]),
        ('"Sạch nhà" ở xóm 5\tx', [['"Sạch nhà" ở xóm 5', "x"]]),
        ("a\t\t\n\tb\t", [["a", "", ""], ["", "b", ""]]),
        ('"chưa đóng\tx', [['"chưa đóng', "x"]]),
        ("\n", [[""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
    ],
)
def test_text_of_spreadsheets(text: str, table: list[list[str]]) -> None:
    assert parse_text(text) == table


EXCEL_HTML = """<html><head><style>td {mso-number-format:General}</style></head><body>
<table><!--StartFragment--><tr height=20><td class=xl65>Xã Yên
  Phong</td><td colspan=2>18,5&nbsp;</td></tr>
<tr><td>một<br style='x'>hai &amp; ba</td><td><p>a</p><p>b</p></td><th>5/3/2024</th>
<!--EndFragment--></table></body></html>"""


def test_html_of_excel() -> None:
    assert parse_html(EXCEL_HTML) == [
        ["Xã Yên Phong", "18,5", ""],
        ["một\nhai & ba", "a\nb", "5/3/2024"],
    ]


def test_html_only_where_text_is_missing() -> None:
    assert read_table("a\tb", EXCEL_HTML) == [["a", "b"]]
    assert read_table("", "<table><tr><td>c</table>") == [["c"]]


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "- Vận động", "+ 3 hộ", "=cmd|' /C calc'!A0"])
def test_what_a_spreadsheet_would_run_leaves_as_text_and_comes_back_the_same(cell: str) -> None:
    assert as_text([[cell]]) == f"'{cell}\n"
    assert parse_text(as_text([[cell]])) == [[cell]]
    assert "mso-number-format:'\\@'" in as_html([[cell]])
    assert parse_html(as_html([[cell]])) == [[cell]]


@pytest.mark.parametrize("cell", ["-5", "+84", "-1.250,5", "Mô hình", "'trích", ""])
def test_numbers_and_words_leave_as_they_are(cell: str) -> None:
    assert as_text([[cell]]) == f"{cell}\n"
    assert "mso-number-format" not in as_html([[cell]])


@pytest.mark.parametrize("width", ["9" * 5000, "٣", "0", "-2", "x"])
def test_a_width_that_is_none_is_one_cell(width: str) -> None:
    assert parse_html(f"<table><tr><td colspan='{width}'>a<td>b</table>") == [["a", "b"]]
