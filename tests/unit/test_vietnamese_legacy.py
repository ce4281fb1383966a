"""Both legacy encodings, every letter, against tables written here a second time."""

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.vietnamese.legacy import (
    LegacyEncoding,
    decode,
    encoding_of_font,
    guess_encoding,
    is_upper_font,
    repair,
)

TCVN3, VNI = LegacyEncoding.TCVN3, LegacyEncoding.VNI
LETTERS = unicodedata.normalize(
    "NFC",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
)
TCVN3_SHOWN = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ"
VNI_ROWS = """
aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä
ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï
yø yû yõ yù î
"""
TCVN3_CODES = dict(zip(LETTERS, TCVN3_SHOWN, strict=True)) | dict(
    zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)
)
VNI_CODES = dict(zip(LETTERS, VNI_ROWS.split(), strict=True))
VNI_CODES |= {letter.upper(): shown.upper() for letter, shown in VNI_CODES.items()}

SMALL_TEXTS = st.text(alphabet=LETTERS + "abcdeghiklmnopqrstuvxy 0123,.-\n")
SENTENCES = [
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Phát triển kinh tế vườn - ao - chuồng",
    "Hỗ trợ con giống cho hộ nghèo",
    "Chi hội Phụ nữ Liên Phương",
]


def encode(text: str, encoding: LegacyEncoding) -> str:
    codes = TCVN3_CODES if encoding is TCVN3 else VNI_CODES
    return "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in text)


def test_the_tables_here_hold_all_letters():
    assert len(set(LETTERS)) == 67
    assert len(set(TCVN3_CODES.values())) == 67 + 7
    assert len(set(VNI_CODES.values())) == 2 * 67


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_of_tcvn3(letter):
    shown = encode(letter, TCVN3)
    assert decode(shown, TCVN3) == letter
    assert decode(shown, TCVN3, upper=True) == letter.upper()
    assert decode(encode(f"V{letter.upper()}NG", TCVN3), TCVN3) == f"V{letter.upper()}NG"


@pytest.mark.parametrize("letter", "ĂÂÊÔƠƯĐ")
def test_each_capital_that_tcvn3_has(letter):
    assert decode(encode(letter, TCVN3), TCVN3) == letter


@pytest.mark.parametrize("letter", LETTERS + LETTERS.upper())
def test_each_letter_of_vni(letter):
    assert decode(encode(letter, VNI), VNI) == letter


@pytest.mark.parametrize("letter", [letter for letter in LETTERS if len(VNI_CODES[letter]) == 2])
def test_the_base_letter_decides_on_the_capital_in_vni(letter):
    base, mark = VNI_CODES[letter]
    assert decode(base.upper() + mark, VNI) == letter.upper()


@given(SMALL_TEXTS, st.sampled_from(LegacyEncoding))
def test_decoding_undoes_encoding(text, encoding):
    assert decode(encode(text, encoding), encoding) == text
    assert decode(encode(text, encoding), encoding, upper=True) == text.upper()


@given(SMALL_TEXTS.map(str.upper))
def test_decoding_undoes_encoding_of_vni_capitals(text):
    assert decode(encode(text, VNI), VNI) == text


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs the iconv command")
def test_tcvn3_agrees_with_iconv():
    shown = encode(" ".join(LETTERS + "ĂÂÊÔƠƯĐ"), TCVN3)
    command = ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"]
    run = subprocess.run(command, input=shown.encode("latin-1"), capture_output=True, check=False)
    if run.returncode:
        pytest.skip("this iconv does not know TCVN5712-1")
    assert decode(shown, TCVN3) == unicodedata.normalize("NFC", run.stdout.decode())


@pytest.mark.parametrize(
    ("shown", "encoding", "text"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", TCVN3, SENTENCES[0]),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", VNI, SENTENCES[0]),
        ("§¶NG Bé", TCVN3, "ĐẢNG BỘ"),
        ("§¶ng ñy x·", TCVN3, "Đảng ủy xã"),
        ("§¶NG ñY X· Y£N PHONG", TCVN3, "ĐẢNG ỦY XÃ YÊN PHONG"),
        ("UBND x· Yªn Phong", TCVN3, "UBND xã Yên Phong"),
        ("\x93D©n vËn khÐo\x94", TCVN3, "“Dân vận khéo”"),
        ("“D©n vËn khÐo”", TCVN3, "“Dân vận khéo”"),
        ("Ph\xad¬ng\nB¾c", TCVN3, "Phương\nBắc"),
        ("kyû luaät, kyõ naêng, lyù, mî", VNI, "kỷ luật, kỹ năng, lý, mỵ"),
        ("ÑÖÔØNG ñöôøng", VNI, "ĐƯỜNG đường"),
        ("eé où", VNI, "eé ó"),
    ],
)
def test_decoding(shown, encoding, text):
    assert decode(shown, encoding) == text


@pytest.mark.parametrize(
    ("font", "encoding", "upper"),
    [
        (".VnTime", TCVN3, False),
        (".vntimeh", TCVN3, True),
        (".VnArialH Bold", TCVN3, True),
        (".VnArial NarrowH", TCVN3, True),
        ("VNI-Times", VNI, False),
        ("vni-helve", VNI, False),
        ("Times New Roman", None, False),
        ("Calibri", None, False),
        ("", None, False),
        (None, None, False),
    ],
)
def test_fonts(font, encoding, upper):
    assert (encoding_of_font(font), is_upper_font(font)) == (encoding, upper)


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_a_legacy_column_is_seen_by_its_look(encoding):
    column = ["STT", "10/02/2017", *(encode(text, encoding) for text in SENTENCES)]
    assert guess_encoding(column) is encoding
    assert guess_encoding([encode(SENTENCES[0], encoding)]) is encoding


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Kinh te", "plain ASCII", "2017"],
        SENTENCES,
        ["Xã Hà Nam", "có", "và", "là", "hai lúa", "má ơi", "Hòa Bình"],
        ["à la carte", "Ê-đê", "Y Bhăm Niê"],
        ["crème brûlée", "déjà vu", "Noël", "château", "où", "goût", "l'été à la française"],
        ["25 µm", "£5", "10 °C", "§ 3", "m²", "® © ½", "«Dân»"],
        ["São Paulo", "Müller", "für größere Köln"],
        ["Trưởng thôn\xad", "Bản Mốc 13"],
    ],
)
def test_correct_text_is_never_guessed_as_legacy(texts):
    assert guess_encoding(texts) is None


def test_a_mixed_column_is_left_to_its_cells():
    column = [*SENTENCES, *(encode(text, TCVN3) for text in SENTENCES)]
    assert guess_encoding(column) is None


@pytest.mark.parametrize(
    ("text", "font", "guess", "repaired"),
    [
        ("§èi t\xadîng", ".VnTime", None, "Đối tượng"),
        ("§èi t\xadîng", "Calibri", TCVN3, "Đối tượng"),
        ("§èi t\xadîng", "Calibri", None, "§èi t\xadîng"),
        ("Ñoái töôïng", "VNI-Times", TCVN3, "Đối tượng"),
        ("®¶ng bé x· yªn phong", ".VnTimeH", None, "ĐẢNG BỘ XÃ YÊN PHONG"),
        ("danh sach", ".VnTimeH", None, "DANH SACH"),
        ("danh sach", ".VnTime", None, "danh sach"),
        ("→ §èi t\xadîng ✓", ".VnTime", None, "→ Đối tượng ✓"),
        ("Ngôi nhà xanh", ".VnTime", None, "Ngôi nhà xanh"),
        ("Ngôi nhà xanh", "VNI-Times", None, "Ngôi nhà xanh"),
        ("Tiếng kẻng", ".VnTimeH", None, "Tiếng kẻng"),
        ("Tiê\u0301ng", ".VnTime", None, "Tiê\u0301ng"),
    ],
)
def test_repair(text, font, guess, repaired):
    assert repair(text, font, guess) == repaired


@given(
    st.text(alphabet=LETTERS + LETTERS.upper() + "abcdghklmnt ,"),
    st.sampled_from("ăđĩơưạếộỡửỵẤĐƯ"),
    st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", None]),
    st.sampled_from([*LegacyEncoding, None]),
)
def test_text_with_a_letter_of_unicode_is_never_touched(text, letter, font, guess):
    for form in ("NFC", "NFD"):
        correct = unicodedata.normalize(form, text + letter)
        assert repair(correct, font, guess) == correct


@given(st.text())
def test_text_without_a_sign_of_legacy_is_never_touched(text):
    assert repair(text) == text
    assert repair(text, "Times New Roman") == text
