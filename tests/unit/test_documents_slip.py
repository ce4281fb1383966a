"""The slip of a package: one page, its words, its code and its QR, read back from the PDF."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.documents.handover_slip import size_text, write_handover_slips
from dvk_desktop.domain.check_code import check_code
from dvk_desktop.domain.record_labels import RECORD_LABELS
from dvk_desktop.domain.records.handover import HandoverSlip, Party
from dvk_desktop.domain.records.package import PackageKind

SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
SLIP = HandoverSlip(
    kind=PackageKind.UP,
    sequence=7,
    written_at="2017-10-12T08:05:00+07:00",
    sender=Party("X13", "Đảng ủy xã Yên Phong"),
    recipient=Party("H00", "Ban Dân vận Huyện ủy Yên Mô"),
    campaigns=("Phong trào thi đua “Dân vận khéo” năm 2017",),
    counts=(("Đăng ký", 5), ("Đơn vị", 27)),
    file_name="bao-cao_x13_h00.dvk",
    byte_count=123456,
    manifest_sha256=SHA,
    office_lines=("HUYỆN ỦY YÊN MÔ", "ĐẢNG ỦY XÃ YÊN PHONG"),
    national_lines=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    place_date="Yên Phong, ngày 12 tháng 10 năm 2017",
)


def words_of(path):
    """Return the pages' texts with single blanks."""
    with pypdfium2.PdfDocument(path) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    return [" ".join(text.split()) for text in texts]


def test_the_slip_says_who_what_and_the_code(tmp_path):
    write_handover_slips([SLIP], tmp_path / "slip.pdf")

    (text,) = words_of(tmp_path / "slip.pdf")
    for part in (
        "PHIẾU BÀN GIAO GÓI DỮ LIỆU",
        "Gói báo cáo số 7, ghi lúc 08:05 ngày 12/10/2017",
        "Đảng ủy xã Yên Phong (X13)",
        "Ban Dân vận Huyện ủy Yên Mô (H00)",
        "bao-cao_x13_h00.dvk",
        "120,6 KB (123.456 byte)",
        "Đăng ký 5",
        SLIP.check_code,
        "BÊN GIAO",
        "BÊN NHẬN",
    ):
        assert part in text


def test_the_longest_slip_is_one_page_still(tmp_path):
    name = "Ban Tuyên giáo và Dân vận Đảng ủy các cơ quan " * 6
    crowded = replace(
        SLIP,
        sender=Party("X" * 60, name),
        recipient=Party("H" * 60, name),
        campaigns=("Phong trào thi đua “Dân vận khéo” giai đoạn nhiều năm " * 5,) * 9,
        counts=tuple((label, 123456) for label in RECORD_LABELS.values()),
        file_name="bao-cao" * 40 + ".dvk",
        part_number=2,
        part_of=12,
    )

    write_handover_slips([crowded], tmp_path / "slip.pdf")

    (text,) = words_of(tmp_path / "slip.pdf")
    assert "2 trong 12 phần" in text
    assert "và 6 đợt khác" in text


def test_the_parts_of_a_set_are_a_page_each(tmp_path):
    parts = [replace(SLIP, sequence=7 + number, part_number=number, part_of=3) for number in (1, 2)]

    write_handover_slips(parts, tmp_path / "slips.pdf")

    first, second = words_of(tmp_path / "slips.pdf")
    assert "1 trong 3 phần" in first
    assert "2 trong 3 phần" in second


def test_equal_slips_are_equal_files(tmp_path):
    for name in ("one.pdf", "two.pdf"):
        write_handover_slips([SLIP], tmp_path / name)

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_qr_names_the_package():
    assert SLIP.qr_text == f"DVK1 up X13 H00 7 {SHA}"


@given(st.text("0123456789abcdef", min_size=64, max_size=64))
def test_a_code_is_five_groups_of_four_digits(sha256):
    assert re.fullmatch(r"\d{4}( \d{4}){4}", check_code(sha256))


@given(st.integers(0, 2**256 - 1), st.integers(0, 255))
def test_another_digest_gives_another_code(number, bit):
    one, other = f"{number:064x}", f"{number ^ (1 << bit):064x}"

    # 10**20 is no power of two, so a single turned bit always moves the rest.
    assert check_code(one) != check_code(other)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (None, ""),
        (999, "999 byte"),
        (1536, "1,5 KB (1.536 byte)"),
        (26_214_400, "25,0 MB (26.214.400 byte)"),
    ],
)
def test_sizes_are_said_in_words_and_exactly(count, said):
    assert size_text(count) == said
