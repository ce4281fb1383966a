import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.vietnamese.sorting import collation_key, person_key

LETTERS = (
    "aàảãáạ ăằẳẵắặ âầẩẫấậ b c d đ eèẻẽéẹ ê ề g h iìỉĩíị k l m n oòỏõóọ ô ơ uủ ư x yỳỷỹýỵ 019 -,"
)
TEXTS = st.text(alphabet=LETTERS + LETTERS.upper(), max_size=12)


@pytest.mark.parametrize(
    "ordered",
    [
        list("aàảãáạăâbcdđeêfghiklmnoôơpqrstuưvwxyz"),
        ["Tổ dân phố 9", "Tổ dân phố 25", "Tổ dân phố 100"],
        ["Dân", "Dần", "Dẫn", "Dương", "Đan", "Đường"],
        ["hoa", "Hoa", "hòa", "hoa hồng"],
        ["Thôn 2", "Thôn 02", "Thôn 2A", "Thôn 12345678901234567", "Thôn An"],
        ["Xã An", "Xã Ân", "Xã Yên Hoà", "Xã Yên Mô", "Xã Yên Mỹ", "Xã Yên Từ"],
        ["", " ", "(a)", "1", "a", "Ω"],
    ],
)
def test_order(ordered):
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=collation_key) == ordered


def test_order_of_bytes_is_the_order_of_keys():
    texts = ["Ấp 10", "Ấp 9", "đò", "Ω mega", "“3 sạch”", "ß", "z"]
    by_bytes = sorted(texts, key=lambda text: collation_key(text).encode())
    assert by_bytes == sorted(texts, key=collation_key)


@given(TEXTS, TEXTS)
def test_two_texts_have_one_key_only_if_they_are_the_same(one, other):
    assert (collation_key(one) == collation_key(other)) is (one == other)


@given(TEXTS, TEXTS, st.sampled_from("bcdđ"))
def test_what_follows_does_not_overrule_a_different_letter(one, other, letter):
    first, second = f"a{one}", f"{letter}{other}"
    assert collation_key(first) < collation_key(second)


@given(st.text())
def test_any_text_has_a_key_that_a_database_can_hold(text):
    key = collation_key(text)
    assert key == collation_key(unicodedata.normalize("NFD", text))
    assert all(character >= " " for character in key)


def test_people_by_given_name_then_middle_then_family_name():
    ordered = ["An", "Trần An", "Lê Bảo An", "Trần Bảo An", "Nguyễn Văn An", "Đỗ Ân", "Hà Thị Bình"]
    shuffled = random.Random(2).sample(ordered, len(ordered))
    assert sorted(shuffled, key=person_key) == ordered


def test_capitals_do_not_part_people():
    assert person_key("NGUYỄN VĂN AN") == person_key(" Nguyễn  Văn An ")
    assert person_key("") == ""
