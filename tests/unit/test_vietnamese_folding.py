import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.vietnamese.folding import fold, fold_tones, matches


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường hoa – “thay” cỏ dại!", "duong hoa thay co dai"),
        ("ÐẢNG ỦY ðảng Ɖ ɖ", "dang uy dang d d"),
        ("Ê-đê", "e de"),
        ("100 m²", "100 m2"),
        ("da\u0302n", "dan"),
        ("...", ""),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x1EFF)))
def test_folding_does_not_see_the_form_of_unicode(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xóa đói", "XOÁ ĐÓI"),
        ("Ủy ban", "Uỷ ban"),
        ("thủy lợi", "thuỷ lợi"),
        ("khỏe", "khoẻ"),
        ("hòa – bình", "hoà - bình"),
        ("“3 sạch”", '"3 sạch"'),
        ("ho\u0300a", "hoà"),
        ("ðường", "đường"),
    ],
)
def test_spellings_of_one_word_are_unified(one, other):
    assert fold_tones(one) == fold_tones(other)


@pytest.mark.parametrize(("one", "other"), [("lúa", "lụa"), ("quý", "quy"), ("Dương", "Đương")])
def test_different_words_stay_different(one, other):
    assert fold_tones(one) != fold_tones(other)


@given(st.text())
def test_unifying_twice_is_unifying_once(text):
    assert fold_tones(fold_tones(text)) == fold_tones(text)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("duong", "Đường hoa", True),
        ("duong", "Nguyễn Văn Dương", True),
        ("đường", "Nguyễn Văn Dương", False),
        ("Dương", "đường", False),
        ("đường", "ĐƯỜNG HOA", True),
        ("uy", "Ủy ban", True),
        ("uỷ", "Ủy ban", True),
        ("thủ", "Thủy lợi", True),
        ("hoa duong", "Đường hoa thay cỏ dại", True),
        ("hoa do", "Đường hoa thay cỏ dại", False),
        ("đườ", "Đường hoa", True),
        ("ường", "Đường hoa", False),
        ("sạch, 3", "“3 sạch”", True),
        ("", "bất kỳ", True),
    ],
)
def test_search(query, text, found):
    assert matches(query, text) is found


@given(st.text(alphabet="aăâđdeoơuưy áàảãạếộ"))
def test_a_text_is_found_by_itself_and_by_its_folded_form(text):
    assert matches(text, text)
    assert matches(fold(text), text)
