"""Whole numbers in Vietnamese words (đọc số)."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9


def number_in_words(number: int) -> str:
    """Return the number as documents spell it: 1005 is "một nghìn không trăm linh năm"."""
    if number < 0:
        return f"âm {number_in_words(-number)}"
    return " ".join(_whole(number)) or _DIGITS[0]


def _whole(number: int, *, padded: bool = False) -> list[str]:
    """Spell a number; ``padded`` says that higher places have been spelled before it."""
    billions, rest = divmod(number, _BILLION)
    words: list[str] = []
    if billions:
        words += [*_whole(billions, padded=padded), "tỷ"]
    for size, name in ((10**6, "triệu"), (1000, "nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            words += _group(group, padded=padded or bool(words))
            words += [name] if name else []
    return words


def _group(number: int, *, padded: bool) -> list[str]:
    """Spell the three digits of a group."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or padded else []
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    return words + ([_one(ones, tens)] if ones else [])


def _one(ones: int, tens: int) -> str:
    if tens > 1:
        return {1: "mốt", 4: "tư", 5: "lăm"}.get(ones, _DIGITS[ones])
    return "lăm" if tens and ones == 5 else _DIGITS[ones]
