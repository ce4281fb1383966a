"""One way to write each text: NFC, plain spaces, nothing invisible (chuẩn hoá văn bản).

Apply it after legacy decoding, never before: the soft hyphen that is removed here is the letter
"ư" of TCVN3.
"""

import re
import unicodedata

_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

# Written out, because walking all of Unicode for its categories Cc and Cf would cost a fifth
# of a second at every start.
_INVISIBLE = dict.fromkeys(
    [
        *(code for code in range(0x20) if chr(code) not in "\n\t"),
        *range(0x7F, 0xA0),
        0xAD,  # soft hyphen
        0x61C,
        0x180E,
        *range(0x200B, 0x2010),  # zero width, direction marks
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,  # byte order mark
        *range(0xFFF9, 0xFFFC),
    ]
)


def clean_text(text: str) -> str:
    r"""Return the text in NFC with single plain spaces; line breaks are kept as ``\n``."""
    if text.isprintable():
        # Neither a line break nor any space but the plain one, as in nearly every text.
        return clean_line(text)
    return _AROUND_BREAK.sub("\n", _SPACES.sub(" ", _composed(text))).strip()


def clean_line(text: str) -> str:
    """Return the cleaned text on one line."""
    return " ".join(_composed(text).split())


def _composed(text: str) -> str:
    if not text.isprintable():
        text = _LINE_BREAK.sub("\n", text).translate(_INVISIBLE)
    if text.isascii():
        return text
    # After the removal: an invisible character may part a letter from its accent.
    return unicodedata.normalize("NFC", text)
