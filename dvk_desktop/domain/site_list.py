"""A list of sites: what it must hold, and how a pasted one is read (danh sách điểm mô hình)."""

from collections.abc import Iterable, Sequence

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.site import SiteDraft
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text

LONGEST_NAME = 300
UNNAMED = "?"
"""Stands for a name that a pasted line does not have, so that a person sees what to fill in."""
_COLUMNS = ("name", "address", "group_count", "household_count", "note")
_ORDINALS = frozenset({"stt", "tt", "so tt", "so thu tu"})
_HEADINGS = ("ten diem", "diem mo hinh", "ten", "dia diem", "diem")


class SiteNameError(DvkError):
    """A site has no name, or one that is too long (thiếu tên điểm)."""

    code = "SITE_NAME"
    template = (
        "Điểm mô hình thứ {number} chưa có tên, hoặc tên dài quá {longest} ký tự. Hãy ghi tên"
        " ngắn gọn, ví dụ “Thôn 3”, chi tiết ghi ở cột địa chỉ hoặc ghi chú."
    )


class SiteCountError(DvkError):
    """A number of groups or households cannot be below zero (số tổ, số hộ âm)."""

    code = "SITE_COUNT"
    template = "Số tổ, số hộ của điểm “{name}” không được nhỏ hơn 0. Hãy sửa lại con số này."


def require_sites(drafts: Iterable[SiteDraft]) -> None:
    """Refuse a list that cannot be stored.

    Raises:
        SiteNameError: A site has no name, or one that is too long.
        SiteCountError: A number is below zero.
    """
    for number, draft in enumerate(drafts, start=1):
        if not draft.name or len(draft.name) > LONGEST_NAME:
            raise SiteNameError(number=number, longest=LONGEST_NAME)
        if min(draft.group_count or 0, draft.household_count or 0) < 0:
            raise SiteCountError(name=draft.name)


def pasted_sites(rows: Sequence[Sequence[str]]) -> tuple[SiteDraft, ...]:
    """Read lines from Excel: name, address, groups, households, note, as far as they go.

    A line of headings, a column of ordinals and empty lines are left out. A number that is
    none goes to the note: nothing that was pasted is lost.
    """
    lines = [[clean_text(cell) for cell in row] for row in rows]
    lines = [line for line in lines if any(line)]
    if lines and _is_heading(lines[0]):
        has_ordinals = fold(lines[0][0]) in _ORDINALS
        lines = lines[1:]
    else:
        has_ordinals = len(lines) > 1 and all(_is_ordinal(line) for line in lines)
    if has_ordinals:
        lines = [line[1:] for line in lines if any(line[1:])]
    return tuple(_site(line) for line in lines)


def _is_heading(line: Sequence[str]) -> bool:
    words = [fold(cell) for cell in line if cell]
    if words[0] in _ORDINALS:
        return True
    return words[0] in _HEADINGS and len(words) > 1


def _is_ordinal(line: Sequence[str]) -> bool:
    return len(line) > 1 and line[0].rstrip(".").isdecimal()


def _site(line: Sequence[str]) -> SiteDraft:
    name, address, groups, households, note = (*line, *("",) * len(_COLUMNS))[: len(_COLUMNS)]
    name, address = clean_line(name), clean_line(address)
    group_count, household_count = whole_number(groups), whole_number(households)
    spare = [note, *line[len(_COLUMNS) :]]
    spare += [text for text in (groups, households) if whole_number(text) is None]
    note = "; ".join(filter(None, spare))
    if not name:
        name, address = address or UNNAMED, ""
    if len(name) > LONGEST_NAME:
        name, note = name[:LONGEST_NAME], "; ".join(filter(None, (name, note)))
    return SiteDraft(name, address, None, group_count, household_count, note)


def whole_number(text: str) -> int | None:
    """Return a number as people write it, 1.200 or 1 200 too; None for anything else."""
    plain = text.replace(".", "").replace(" ", "").replace("\u00a0", "")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 10 else None
