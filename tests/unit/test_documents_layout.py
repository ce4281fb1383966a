"""Where the lines of a certificate stand and how names break."""

from itertools import pairwise

import pytest
from documents_texts import PARTY, certificate
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_desktop.documents.certificate_blocks import MM, PAGE_WIDTH
from dvk_desktop.documents.certificate_layout import PageLayout, lay_out
from dvk_desktop.documents.fonts import BOLD, REGULAR, missing_glyphs, width
from dvk_desktop.documents.line_breaking import balanced, words_of

NAMES = st.lists(st.text("abcđêơừ", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)


def every_text(layout: PageLayout):
    return [*layout.own.texts, *(text for group in layout.common for text in group.texts)]


def lines_of(name: str, count: int) -> list[str]:
    broken = balanced(words_of(name, BOLD), count)
    return [" ".join(run.text for run in line.runs) for line in broken]


@given(NAMES, NAMES)
@settings(max_examples=60, deadline=None)
def test_nothing_leaves_the_frame(name, recipient):
    for text in every_text(lay_out(certificate(name, recipient=recipient))):
        assert text.x >= 24 * MM
        assert text.x + width(text.text, text.font) * text.size <= PAGE_WIDTH - 24 * MM
        assert 24 * MM <= text.y <= 187 * MM


@given(NAMES)
@settings(max_examples=60, deadline=None)
def test_lines_never_overlap(name):
    layout = lay_out(certificate(name))
    texts = [*layout.own.texts, *layout.common[1].texts]
    centred = sorted({(text.y, text.size) for text in texts if text.y > 60 * MM})
    for (low, size), (high, _) in pairwise(centred):
        assert high - low >= size * 0.74


@pytest.mark.parametrize("titles", [("TRƯỞNG BAN",), ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")])
def test_room_for_signature_and_seal_is_kept(titles):
    signature = lay_out(certificate(signature_lines=titles)).common[3].texts
    name, title = signature[-1], signature[-2]
    bottom_of_title = title.y - 0.22 * title.size
    top_of_name = name.y + 0.95 * name.size
    assert bottom_of_title - top_of_name >= 35 * MM - 0.1


def test_the_rule_is_as_long_as_the_last_national_line():
    for lines in (PARTY, certificate().national_lines):
        group = lay_out(certificate(national_lines=lines)).common[0]
        assert group.rules[0].length == pytest.approx(
            width(lines[-1], BOLD) * group.texts[-1].size, abs=0.1
        )


def test_a_short_name_is_large_and_on_one_line():
    subject = [text for text in lay_out(certificate("3 sạch")).own.texts if "sạch" in text.text]
    assert [(text.size, text.text) for text in subject] == [(30, "“3 sạch”")]


def test_a_name_of_140_letters_stays_readable():
    name = ("Vận động nhân dân bản Mốc phát triển kinh tế, tham gia tự quản đường biên " * 2)[:140]
    layout = lay_out(certificate(name, recipient="Ông Nguyễn Văn Cường, Trưởng bản " * 3))
    assert layout.tight == ()


@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        (
            "Vận động nhân dân hiến đất xây dựng nông thôn mới",
            2,
            ["Vận động nhân dân hiến", "đất xây dựng nông thôn mới"],
        ),
        (
            "Phát triển kinh tế vườn - ao - chuồng - rừng (VACR) thôn Trung Đồng",
            2,
            ["Phát triển kinh tế", "vườn - ao - chuồng - rừng (VACR) thôn Trung Đồng"],
        ),
        ("Ngôi nhà “Dân vận khéo” thôn 3", 2, ["Ngôi nhà", "“Dân vận khéo” thôn 3"]),
        ("3 sạch", 3, ["3", "sạch"]),
        ("", 2, []),
    ],
)
def test_lines_keep_meaning_together(name, count, expected):
    assert lines_of(name, count) == expected


@given(NAMES, st.integers(1, 3))
@settings(deadline=None)
def test_breaking_keeps_every_word(name, count):
    assert " ".join(lines_of(name, count)) == " ".join(name.split())


@given(st.lists(st.sampled_from(["vận", "động"]), min_size=4, max_size=20), st.integers(2, 3))
@settings(deadline=None)
def test_no_word_is_left_alone_at_the_end(words, count):
    if len(words) >= 2 * count:
        assert all(len(line.split()) > 1 for line in lines_of(" ".join(words), count))


def test_missing_letters_are_told_once():
    assert missing_glyphs("Ế 漢 ờ 漢字", REGULAR) == "漢字"
