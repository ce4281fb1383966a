"""Certificates as PDF: what is read back, the paper, the size, stopping."""

import io
import unicodedata

import pytest
from documents_texts import BASES, PARTY, TONES, certificate
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_desktop.documents.certificate import (
    NothingToPrintError,
    UnprintableTextError,
    preflight,
    render_certificates,
    render_proof,
)
from dvk_desktop.documents.preview import UnreadablePdfError, page_count, page_image, page_text
from dvk_desktop.domain.errors import Cancelled
from dvk_desktop.domain.records.certificate import in_line, quoted

LETTERS = [
    unicodedata.normalize("NFC", letter + tone)
    for base in [*BASES, *BASES.upper()]
    for letter in [base]
    for tone in TONES
]
SYLLABLES = st.text("".join(LETTERS) + "đĐbcghklmnpqrstvx0123456789", min_size=1, max_size=8)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=24).map(" ".join)


class Stopper:
    """Stops the work after some steps."""

    def __init__(self, after: int) -> None:
        self._after = after

    def step(self, done: int, total: int, text: str = "") -> None:
        if done >= self._after:
            raise Cancelled


def rendered(*texts) -> bytes:
    out = io.BytesIO()
    render_certificates(texts, out)
    return out.getvalue()


def words(pdf: bytes, page: int = 0) -> str:
    return " ".join(page_text(pdf, page).split())


def test_the_134_letters_are_read_back():
    assert len(set(LETTERS)) == 144  # y and its tones twice, without đ
    name = " ".join([*LETTERS, "đ", "Đ"])
    assert name in words(rendered(certificate(name)))


@given(st.lists(NAMES, min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_names_are_read_back(names):
    pdf = rendered(*(certificate(name) for name in names))
    for page, name in enumerate(names):
        # A hyphen at the end of a line is joined by readers, so none is in these names.
        assert quoted(name) in words(pdf, page)


def test_decomposed_text_is_printed_composed():
    name = unicodedata.normalize("NFD", "Tuyến đường hoa")
    assert "“Tuyến đường hoa”" in words(rendered(certificate(name)))


def test_every_item_is_on_the_page_once():
    text = certificate(subheading="MÔ HÌNH", recipient_label="Tập thể:")
    found = words(rendered(text))
    parts = [*text.national_lines, text.issuer, text.heading, text.subheading, text.subject_label]
    parts += [f"Tập thể: {text.recipient}", text.achievement, text.decision_line]
    parts += ["Số sổ vàng: 001", text.place_date, *text.signature_lines, text.signatory_name]
    assert [found.count(part) for part in parts[3:]].count(0) == 0
    assert {part for part in parts if part not in found} == set()


def test_pages_come_in_the_order_given():
    pdf = rendered(*(certificate(f"Mô hình số {number}") for number in range(12)))
    assert page_count(pdf) == 12
    assert all(f"Mô hình số {number}”" in words(pdf, number) for number in range(12))


def test_paper_is_a4_on_its_long_side():
    width, height, pixels = page_image(rendered(certificate()), 0, scale=1.0)
    assert (width, height) == (842, 596)
    assert len(pixels) == width * height * 4


def test_equal_wording_gives_equal_files():
    texts = [certificate("3 sạch"), certificate("Camera 0 đồng", national_lines=PARTY)]
    assert rendered(*texts) == rendered(*texts)


def test_a_page_is_small():
    pdf = rendered(*(certificate(f"Tuyến đường hoa thôn {number}") for number in range(200)))
    assert len(pdf) < 200 * 4096


def test_the_document_names_itself():
    pdf = rendered(certificate())
    assert b"/Lang (vi)" in pdf
    assert b"/Title" in pdf
    assert b"/PrintScaling /None" in pdf


def test_nothing_to_print_is_refused():
    with pytest.raises(NothingToPrintError):
        rendered()


def test_a_letter_that_no_font_has_is_refused():
    with pytest.raises(UnprintableTextError) as refusal:
        rendered(certificate(), certificate("Ngôi nhà 🏠"))
    assert (refusal.value.facts["number"], refusal.value.facts["letters"]) == (2, "🏠")


def test_preflight_tells_letters_and_tight_text():
    texts = [certificate(), certificate("Nhà 🏠"), certificate("Vận động nhân dân " * 40)]
    found = [(problem.index, problem.part, problem.stops) for problem in preflight(texts)]
    assert found == [(1, "subject", True), (2, "subject", False)]
    assert str(preflight(texts)[0].wording).startswith("Tên mô hình: phông chữ không có ký tự 🏠")


def test_stopping_leaves_no_half_file(tmp_path):
    path = tmp_path / "giấy chứng nhận.pdf"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        render_certificates([certificate()] * 5, path, Stopper(3))
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [(path.name, b"old")]


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.4 cut"])
def test_a_damaged_file_is_told(tmp_path, content):
    path = tmp_path / "hỏng.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadablePdfError) as refusal:
        page_count(path)
    assert refusal.value.facts == {"name": "hỏng.pdf"}


def test_a_file_is_written_whole(tmp_path):
    path = tmp_path / "giấy chứng nhận.pdf"
    assert render_certificates([certificate()] * 5, path) == 5
    assert page_count(path) == 5
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("3 sạch", "“3 sạch”"),
        ('Tổ "Tự quản"', "“Tổ ‘Tự quản’”"),
        ("“Ngôi nhà xanh”", "“Ngôi nhà xanh”"),
        ("“Một” và “Hai”", "“‘Một’ và ‘Hai’”"),
        ("“““=1+1”””", "“=1+1”"),
        ('""=1+1 “Đường hoa” 2""', "“=1+1 ‘Đường hoa’ 2”"),
    ],
)
def test_names_are_quoted(name, expected):
    assert quoted(name) == expected


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        (
            "Chi hội Phụ nữ Thôn Nộn Khê, Xã Yên Phong",
            "Chi hội Phụ nữ Thôn Nộn Khê, xã Yên Phong",
        ),
        ("Hội A, Tổ dân phố 3, Thị trấn Yên Thịnh", "Hội A, tổ dân phố 3, thị trấn Yên Thịnh"),
        ("Xã Yên Phong", "Xã Yên Phong"),
        ("Hội A, Bản", "Hội A, Bản"),
    ],
)
def test_units_after_a_comma_are_small(recipient, expected):
    assert in_line(recipient) == expected


def test_a_proof_shows_what_cannot_be_printed(tmp_path):
    path = tmp_path / "xem.pdf"
    assert render_proof([certificate(), certificate("Đường hoa 😀")], path) == 2
    assert page_count(path) == 2
