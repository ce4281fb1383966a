from datetime import date

import pytest

from dvk_desktop.domain.numbering import DocumentType
from dvk_desktop.domain.paper_words import (
    PaperHeader,
    SignatureForm,
    Signing,
    address_word,
    archive_line,
    end_mark,
    header_lines,
    place_and_date,
    signature_lines,
)
from dvk_desktop.domain.terms import DocumentStyle

HD05, HD36, STATE = DocumentStyle.PARTY_HD05, DocumentStyle.PARTY_HD36, DocumentStyle.STATE_ND30
PEOPLE = "Ủy ban nhân dân"
DEPUTY = Signing(SignatureForm.FOR_HEAD, "Phó Chủ tịch", PEOPLE, "Chủ tịch")
SECRETARY = Signing(
    SignatureForm.FOR_HEAD, "Phó Bí thư", "Ban Thường vụ", "Bí thư", is_party_committee=True
)


@pytest.mark.parametrize(
    ("style", "signing", "lines"),
    [
        (STATE, DEPUTY, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (STATE, Signing(SignatureForm.HEAD, "Chủ tịch", PEOPLE), ("CHỦ TỊCH",)),
        (
            STATE,
            Signing(SignatureForm.BY_ORDER, "Chánh Văn phòng", PEOPLE, "Chủ tịch"),
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (STATE, Signing(SignatureForm.ACTING, "Chủ tịch"), ("Q. CHỦ TỊCH",)),
        (HD05, SECRETARY, ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
        (HD36, SECRETARY, ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
        (
            HD05,
            Signing(SignatureForm.FOR_HEAD, "Phó Trưởng ban", "", "Trưởng ban"),
            ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
        ),
        (
            HD05,
            Signing(SignatureForm.ON_BEHALF, "Trưởng ban", "Ban Chỉ đạo"),
            ("T/M BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        ),
    ],
)
def test_lines_above_the_name(style, signing, lines):
    assert signature_lines(style, signing) == lines


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 2, 5), "Yên Mô, ngày 05 tháng 02 năm 2026"),
        (date(2026, 5, 27), "Yên Mô, ngày 27 tháng 5 năm 2026"),
        (None, "Yên Mô, ngày ... tháng ... năm ..."),
    ],
)
def test_place_and_date(day, line):
    assert place_and_date("Yên Mô", day) == line


def test_headers_of_state_and_party():
    names = {"upper": "Huyện ủy Yên Mô", "issuing": "Ban Chỉ đạo"}
    left = ("HUYỆN ỦY YÊN MÔ", "BAN CHỈ ĐẠO")
    state = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert header_lines(STATE, **names) == PaperHeader(left, state)
    assert header_lines(HD05, **names) == PaperHeader((*left, "*"), ("ĐẢNG CỘNG SẢN VIỆT NAM",))


def test_small_words_by_style():
    assert [end_mark(style) for style in (HD05, HD36, STATE)] == [".", "./.", "./."]
    assert address_word(HD05, DocumentType.SUBMISSION) == "Kính trình"
    assert address_word(HD36, DocumentType.SUBMISSION) == "Kính gửi"
    assert archive_line(HD05, "Đảng ủy") == "- Lưu Đảng ủy."
