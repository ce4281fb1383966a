"""Finds the tables of a sheet: header rows, columns, body, title above (tìm bảng)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dvk_desktop.exchange.intake.decode import ReadableSheet
from dvk_desktop.exchange.intake.grid import Place
from dvk_desktop.exchange.intake.header_match import STARTS, HeaderMatcher
from dvk_desktop.exchange.intake.side_by_side import part_of, parts_of
from dvk_desktop.exchange.intake.word_key import word_key

_MAX_HEADER_ROWS = 3
_ROWS_TO_JUDGE = 20
_SAME_HEADER_SHARE = 0.6
_NUMBERED = re.compile(r"\(?\d+(?:[.,/-]\d+)*\)?[.)]?$")
"""An ordinal, a figure or a date, which no header is."""

_ORDINALS = frozenset({"tt", "stt", "so tt"})
"""“TT” may be the numbers or “tập thể”: in front it is the numbers."""

_QUOTED = re.compile(r"[“«\"]([^”»\"]+)[”»\"]?")
_MOVEMENT = "dan van kheo"


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one column, from its topmost cell down (tiêu đề cột)."""

    column: int
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        """The header on one line."""
        return " – ".join(" ".join(part.split()) for part in self.path)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet (bảng); rows count from 0, ends included.

    ``is_part`` tells that another table stands beside it.
    """

    sheet: ReadableSheet
    title_rows: range
    header_top: int
    header_bottom: int
    body_bottom: int
    headers: tuple[Header, ...]
    is_part: bool = False

    @property
    def body(self) -> range:
        """The rows below the header."""
        return range(self.header_bottom + 1, self.body_bottom + 1)

    @property
    def title_lines(self) -> list[str]:
        """The texts above the header, in reading order."""
        return [text for row in self.title_rows for text in self.sheet.texts[row] if text]

    @property
    def own_title_lines(self) -> list[str]:
        """The texts above that speak of this table, not of the one beside it."""
        if not self.is_part:
            return self.title_lines
        lines: list[str] = []
        for row in self.title_rows:
            texts = self.sheet.texts[row]
            own = [self.sheet.text(row, header.column) for header in self.headers]
            lines += [text for text in (own if sum(map(bool, texts)) > 1 else texts) if text]
        return lines + [header.path[0] for header in self.headers if len(header.path) > 1]


@dataclass(frozen=True, slots=True)
class _Block:
    """The header rows of one table."""

    top: int
    bottom: int


def find_tables(
    sheet: ReadableSheet, matcher: HeaderMatcher, name_role: str, chosen: int | None = None
) -> list[Table]:
    """Return the tables of a sheet from top to bottom.

    A header row names the column of names and at least one other known column. The same
    header again, as on each printed page, does not start another table. ``chosen`` is the row
    that a person said is the first header.
    """
    blocks: list[_Block] = []
    row = chosen or 0
    while row < len(sheet.texts):
        if row == chosen or _starts_table(sheet, row, matcher, name_role, blocks):
            blocks.append(_Block(_header_top(sheet, row), _header_bottom(sheet, row, matcher)))
            row = blocks[-1].bottom
        row += 1
    return list(_tables(sheet, blocks, matcher, name_role))


def _starts_table(
    sheet: ReadableSheet,
    row: int,
    matcher: HeaderMatcher,
    name_role: str,
    blocks: Sequence[_Block],
) -> bool:
    """Tell whether a header stands here; one below another table must be a header all through."""
    if not is_header_row(sheet.texts[row], matcher, name_role) and not _heads_names_by_kind(
        sheet, row, matcher
    ):
        return False
    if not blocks:
        return True
    if is_same_row(sheet, blocks[-1].bottom, row, blocks[-1].top):
        return False
    return _are_mostly_headers([text for text in sheet.texts[row] if text], matcher)


def _heads_names_by_kind(sheet: ReadableSheet, row: int, matcher: HeaderMatcher) -> bool:
    """Tell whether the names stand under “Tập thể” and “Cá nhân”, here or one row below."""
    texts = [text for text in sheet.texts[row] if text]
    if not texts or any(_NUMBERED.match(text) for text in texts):
        return False
    if not any(match and match.confidence >= STARTS for match in map(matcher.match, texts)):
        return False
    for lowest in (row, row + 1):
        columns = _columns_of_names(sheet, lowest, matcher)
        if len(columns) >= 2:
            return _hold_names(sheet, lowest, columns)
    return False


def _columns_of_names(sheet: ReadableSheet, row: int, matcher: HeaderMatcher) -> list[int]:
    keys = [word_key(text) for text in (sheet.texts[row] if row < len(sheet.texts) else ())]
    first = next((column for column, key in enumerate(keys) if key), 0)
    ordinal = first if keys and keys[first] in _ORDINALS else None
    return [
        column
        for column, key in enumerate(keys)
        if key in matcher.names_stand_under and column != ordinal
    ]


def _hold_names(sheet: ReadableSheet, row: int, columns: Sequence[int]) -> bool:
    below = range(row + 1, min(row + 1 + _ROWS_TO_JUDGE, len(sheet.texts)))
    texts = [text for r in below for c in columns if (text := sheet.text(r, c))]
    named = sum(" " in text and not _NUMBERED.match(text) for text in texts)
    return bool(texts) and 2 * named > len(texts)


def is_header_row(texts: Sequence[str], matcher: HeaderMatcher, name_role: str) -> bool:
    """Tell whether a row names the columns of a table; the cells of a model may begin alike."""
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(_NUMBERED.match(text) for text in filled):
        return False
    matches = [match for text in filled if (match := matcher.match(text)) is not None]
    others = {match.role: match.confidence for match in matches if match.role != name_role}
    names = [
        text
        for text in filled
        if (match := matcher.match(text)) and match.role == name_role and not _quotes_a_name(text)
    ]
    has_name = any(map(matcher.is_header, names)) or (
        bool(names) and _are_mostly_headers(filled, matcher)
    )
    return has_name and (len(others) >= 2 or any(sure >= STARTS for sure in others.values()))


def _are_mostly_headers(filled: Sequence[str], matcher: HeaderMatcher) -> bool:
    return 2 * sum(map(matcher.is_header, filled)) >= len(filled)


def _quotes_a_name(text: str) -> bool:
    """Tell a model, “Mô hình “5K””, from a header that names the movement."""
    return any(word_key(quoted) != _MOVEMENT for quoted in _QUOTED.findall(text))


def is_same_row(sheet: ReadableSheet, bottom: int, row: int, top: int) -> bool:
    """Tell whether ``row`` repeats one of the header rows ``top`` to ``bottom``."""
    texts = sheet.texts[row]
    filled = sum(map(bool, texts))
    if not filled:
        return False
    for known in range(top, bottom + 1):
        same = sum(
            bool(text) and (text == other or word_key(text) == word_key(other))
            for text, other in zip(texts, sheet.texts[known], strict=False)
        )
        if same >= max(2, _SAME_HEADER_SHARE * filled):
            return True
    return False


def _header_top(sheet: ReadableSheet, row: int) -> int:
    """Return the row of the group labels that stand right above a header, or ``row``."""
    above = row - 1
    if above < 0:
        return row
    labels = [column for column, text in enumerate(sheet.texts[above]) if text]
    spans = [s for s in sheet.source.merges if s.top == above and s.left < s.right]
    is_group_row = len(labels) >= 2 and len(spans) >= 1 and max(labels) > 1
    width = max((s.right - s.left + 1 for s in spans), default=0)
    return above if is_group_row and width < len(sheet.texts[row]) / 2 else row


def _header_bottom(sheet: ReadableSheet, top: int, matcher: HeaderMatcher) -> int:
    """Return the last header row: merged headers say it, otherwise the words do."""
    starting = [span for span in sheet.source.merges if span.top == top]
    bottom = max((span.bottom for span in starting), default=top)
    if bottom > top:
        return min(bottom, top + _MAX_HEADER_ROWS - 1, len(sheet.texts) - 1)
    below = top + 1
    if below >= len(sheet.texts):
        return top
    filled = [column for column, text in enumerate(sheet.texts[below]) if text]
    if not filled or any(sheet.text(below, column).isdecimal() for column in filled):
        return top
    if any(span.left < span.right for span in starting):
        covered = {c for span in starting for c in range(span.left, span.right + 1)}
        is_lower = set(filled) <= covered
    else:
        is_lower = _is_lower_header(sheet, top, filled)
    return below if is_lower else top


def _is_lower_header(sheet: ReadableSheet, top: int, filled: Sequence[int]) -> bool:
    """Tell whether the row below splits a header that no merge marks, as in a text table."""
    width = len(sheet.texts[top])
    in_block = [
        column < width
        and not (sheet.text(top, column) and (column + 1 >= width or sheet.text(top, column + 1)))
        for column in filled
    ]
    return (
        all(in_block)
        and any(not sheet.text(top, column) for column in filled)
        and all(len(sheet.text(top + 1, column)) <= 30 for column in filled)
        and len(filled) >= 2
    )


def _tables(
    sheet: ReadableSheet, blocks: Sequence[_Block], matcher: HeaderMatcher, name_role: str
) -> Iterator[Table]:
    title_from = 0
    tops = [_title_top(sheet, block, is_first=block is blocks[0]) for block in blocks]
    for number, block in enumerate(blocks):
        title_from = tops[number]
        is_last = number + 1 == len(blocks)
        body_bottom = len(sheet.texts) - 1 if is_last else tops[number + 1] - 1
        headers = _headers(sheet, block, body_bottom, matcher)
        table = Table(
            sheet,
            range(title_from, block.top),
            block.top,
            block.bottom,
            body_bottom,
            headers,
        )
        yield from _beside(table, matcher, name_role)


def _beside(table: Table, matcher: HeaderMatcher, name_role: str) -> Iterator[Table]:
    """Yield a table, or the tables that stand beside each other under one row of headers."""
    texts = [(header.column, _telling(header, matcher)) for header in table.headers if header.path]
    parts = parts_of(texts, matcher, name_role)
    if len(parts) == 1:
        yield table
        return
    for part in parts:
        headers = tuple(header for header in table.headers if header.column in part)
        sheet = part_of(table.sheet, part, is_first=part is parts[0])
        yield replace(table, sheet=sheet, headers=headers, is_part=True)


def _telling(header: Header, matcher: HeaderMatcher) -> str:
    """Return the part of a header that says what the column is: “TT” under “Đối tượng” does not."""
    return header.path[0] if matcher.match(header.path[0]) is not None else header.path[-1]


def _title_top(sheet: ReadableSheet, block: _Block, *, is_first: bool) -> int:
    """Return the first row of the title; later tables take the lone texts right above."""
    if is_first:
        return 0
    row = block.top
    while row > 0 and 0 < sum(map(bool, sheet.texts[row - 1])) <= 1:
        row -= 1
    return row


def _headers(
    sheet: ReadableSheet, block: _Block, body_bottom: int, matcher: HeaderMatcher
) -> tuple[Header, ...]:
    rows = range(block.top, block.bottom + 1)
    shown = {row: _merged_texts(sheet, row, matcher) for row in rows}
    if len(rows) > 1 and not any(block.top <= s.top <= block.bottom for s in sheet.source.merges):
        _inherit_from_left(sheet, shown[block.top], shown[block.bottom])
    width = max(len(sheet.texts[row]) for row in range(block.top, body_bottom + 1))
    headers: list[Header] = []
    for column in range(width):
        if column in sheet.source.hidden_columns:
            continue
        texts = [shown[row].get(column, "") for row in rows]
        path = tuple(dict.fromkeys(text for text in texts if text))
        headers.append(Header(column, path))
    return tuple(headers)


def _merged_texts(sheet: ReadableSheet, row: int, matcher: HeaderMatcher) -> dict[int, str]:
    """Return the texts of a row with merged blocks spread over their columns."""
    filled = [column for column, text in enumerate(sheet.texts[row]) if text]
    texts = {column: _header_text(sheet, row, column, matcher) for column in filled}
    for span in sheet.source.merges:
        if span.top <= row <= span.bottom and sheet.text(span.top, span.left):
            text = _header_text(sheet, span.top, span.left, matcher)
            texts.update(dict.fromkeys(range(span.left, span.right + 1), text))
    return texts


def _header_text(sheet: ReadableSheet, row: int, column: int, matcher: HeaderMatcher) -> str:
    """Return a header; “Sè hé” is too short to show its encoding, but “Số hộ” is a header."""
    text = sheet.text(row, column)
    if matcher.match(text) is None and Place(row, column) not in sheet.source.fonts:
        for other in sheet.other_readings(row, column):
            if matcher.match(other) is not None:
                return other
    return text


def _inherit_from_left(sheet: ReadableSheet, upper: dict[int, str], lower: dict[int, str]) -> None:
    for column in sorted(lower):
        if column not in upper and column - 1 in upper:
            upper[column] = upper[column - 1]
