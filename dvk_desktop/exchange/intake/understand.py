"""Decides what each column holds, by its header and by its cells (hiểu các cột)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dvk_desktop.exchange.intake.find_table import Header, Table, is_same_row
from dvk_desktop.exchange.intake.grid import CellValue
from dvk_desktop.exchange.intake.header_match import EXACT, HeaderMatcher
from dvk_desktop.exchange.intake.row_looks import (
    heading_style,
    is_column_numbers,
    is_signature,
    is_total,
)
from dvk_desktop.exchange.intake.value_words import ValueWords, mark_of
from dvk_desktop.exchange.intake.vocabulary import REGISTRATION_HEADERS, SUBJECT_WORDS, Role
from dvk_desktop.exchange.intake.word_key import word_key

_CELLS_TO_JUDGE = 200
_FEW_CELLS = 3
_SHARE_TO_BELIEVE = 0.6
_SAMPLES = 3
_BY_CONTENT = 0.7
_BY_CROSS = 0.95
_MANY_ALLOWED = frozenset({Role.SECTOR_MARK, Role.SUBJECT_MARK, Role.KIND_MARK})
_CONTENT_ROLES = (Role.SECTOR, Role.SUBJECT_TYPE, Role.KIND)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What a column is believed to hold (cột được hiểu là).

    ``detail`` is the sector, subject type or kind of a crossed column, or the subject type of the
    names in it. ``encoding`` names the
    legacy encoding the column was decoded from.
    """

    index: int
    header: str
    role: Role | None
    confidence: float
    detail: str | None = None
    encoding: str | None = None
    raw_samples: tuple[CellValue, ...] = ()
    decoded_samples: tuple[str, ...] = ()


@cache
def registration_matcher() -> HeaderMatcher:
    """Return the matcher of the headers of registration lists."""
    words = frozenset(word for known in SUBJECT_WORDS.values() for word in known)
    return HeaderMatcher(REGISTRATION_HEADERS, words)


def understand_columns(
    table: Table, words: ValueWords, chosen: Mapping[int, Role | None] | None = None
) -> tuple[ColumnGuess, ...]:
    """Return the guess for each visible column.

    ``chosen`` holds what a person corrected, by column; it is not questioned.
    """
    rows = _rows_to_judge(table)
    cells = {header.column: _cells(table, header.column, rows) for header in table.headers}
    guesses = [_guess(header, cells[header.column], words) for header in table.headers]
    guesses = _with_names_by_subject(guesses, table.headers, cells, words)
    if chosen:
        guesses = [
            replace(g, role=chosen[g.index], confidence=EXACT, detail=None)
            if g.index in chosen
            else g
            for g in guesses
        ]
    guesses = _one_each(guesses, frozenset(chosen or ()))
    guesses = _fill_from_cells(guesses, cells, words)
    return tuple(_with_samples(guess, table, cells[guess.index]) for guess in guesses)


def _rows_to_judge(table: Table) -> list[int]:
    """Return rows that may be models; headers again, numbers of columns and who signs are not."""
    sheet = table.sheet
    named = sum(bool(header.path) for header in table.headers)
    least = _FEW_CELLS if named > _FEW_CELLS + 1 else min(2, named - 1)
    return [
        row
        for row in table.body[:_CELLS_TO_JUDGE]
        if len(texts := [text for text in sheet.texts[row] if text]) >= least
        and not is_column_numbers(texts)
        and not is_total(texts)
        and not is_same_row(sheet, table.header_bottom, row, table.header_top)
        and not (len(texts) < _FEW_CELLS and is_signature(texts))
    ]


def _cells(table: Table, column: int, rows: Sequence[int]) -> list[str]:
    return [text for row in rows if (text := table.sheet.text(row, column))]


def _guess(header: Header, cells: Sequence[str], words: ValueWords) -> ColumnGuess:
    text = header.text
    crossed = _crossed(header, cells, words)
    if crossed is not None:
        return ColumnGuess(header.column, text, crossed[0], _BY_CROSS, crossed[1])
    role, confidence = _by_header(header)
    if role is Role.LEAD_BODY and _most(cells, words.subject):
        role = Role.SUBJECT_TYPE  # “Tập thể/cá nhân” asks which, not who
    if role is Role.CONTACT_PHONE and _most(cells, words.subject):
        role = Role.SUBJECT_TYPE  # “ĐT” is short for “đối tượng” too
    if role in _CONTENT_ROLES and cells and not any(_reads(role, cell, words) for cell in cells):
        # “Đối tượng” may be the people who benefit, “Loại” anything: the cells disagree.
        if role is not Role.SECTOR:
            return ColumnGuess(header.column, text, None, 0.0)
        confidence /= 2
    return ColumnGuess(header.column, text, role, confidence)


def _with_names_by_subject(
    guesses: list[ColumnGuess],
    headers: Sequence[Header],
    cells: Mapping[int, Sequence[str]],
    words: ValueWords,
) -> list[ColumnGuess]:
    """Take the texts under “Tập thể” and “Cá nhân” for names, or for who carries a model out."""
    subjects = {
        header.column: subject
        for header in headers
        if header.path
        and (subject := words.subject(header.path[-1])) is not None
        and not _are_numbers(cells[header.column])  # “TT” of numbers
    }
    texts = [text for column in subjects for text in cells[column]]
    unmarked = sum(mark_of(text) is None and words.subject(text) is None for text in texts)
    if len(set(subjects.values())) < 2 or unmarked <= _SHARE_TO_BELIEVE * len(texts):
        return guesses
    has_names = any(g.role is Role.NAME and g.index not in subjects for g in guesses)
    role = Role.LEAD_BODY if has_names else Role.NAME
    return [
        replace(g, role=role, confidence=_BY_CROSS, detail=str(subjects[g.index]))
        if g.index in subjects
        else g
        for g in guesses
    ]


def _are_numbers(cells: Sequence[str]) -> bool:
    numbers = sum(heading_style(cell) is not None for cell in cells)
    return bool(cells) and numbers >= _SHARE_TO_BELIEVE * len(cells)


def _most(cells: Sequence[str], read: Callable[[str], object]) -> bool:
    """Tell whether enough cells hold such a word."""
    found = sum(read(cell) is not None for cell in cells)
    return bool(cells) and found >= _SHARE_TO_BELIEVE * len(cells)


def _by_header(header: Header) -> tuple[Role | None, float]:
    matcher = registration_matcher()
    texts = [*reversed(header.path), header.text] if len(header.path) > 1 else header.path
    for text in texts:
        match = matcher.match(text)
        if match is not None:
            return Role(match.role), match.confidence
    return None, 0.0


def _crossed(header: Header, cells: Sequence[str], words: ValueWords) -> tuple[Role, str] | None:
    """Return the role of a column whose header is a value and whose cells are crosses."""
    if not header.path or 2 * sum(mark_of(cell) is None for cell in cells) > len(cells):
        return None
    lowest = header.path[-1]
    parent = registration_matcher().match(header.path[0]) if len(header.path) > 1 else None
    meanings: list[tuple[Role, Role, str | None]] = [
        (Role.SUBJECT_TYPE, Role.SUBJECT_MARK, words.subject(lowest)),
        (Role.KIND, Role.KIND_MARK, words.kind(lowest)),
        (Role.SECTOR, Role.SECTOR_MARK, words.sector(lowest)),
    ]
    found = [(whole, mark, value) for whole, mark, value in meanings if value is not None]
    if word_key(lowest) == "tt" and parent is None and not _has_cross(cells):
        return None  # “TT” alone is the ordinal number
    for whole, mark, value in found:
        if parent is not None and parent.role == whole and value is not None:
            return mark, str(value)
    return (found[0][1], str(found[0][2])) if found else None


def _has_cross(cells: Sequence[str]) -> bool:
    return any(mark_of(cell) and not any(map(str.isdigit, cell)) for cell in cells)


def _reads(role: Role | None, cell: str, words: ValueWords) -> bool:
    readers: dict[Role, Callable[[str], object]] = {
        Role.SECTOR: words.sector_within,
        Role.SUBJECT_TYPE: words.subject,
        Role.KIND: words.kind_within,
    }
    return role in readers and readers[role](cell) is not None


def _one_each(guesses: list[ColumnGuess], settled: frozenset[int]) -> list[ColumnGuess]:
    """Leave each role to its surest column; a second “Nội dung…” column is the content."""
    best: dict[Role, ColumnGuess] = {}
    for guess in guesses:
        if guess.role is None or _may_stand_twice(guess):
            continue
        known = best.get(guess.role)
        if known is None or _rank(guess, settled) > _rank(known, settled):
            best[guess.role] = guess
    return [
        guess
        if guess.role is None or _may_stand_twice(guess) or best[guess.role] is guess
        else _second(guess, best)
        for guess in guesses
    ]


def _may_stand_twice(guess: ColumnGuess) -> bool:
    return guess.role in _MANY_ALLOWED or guess.detail is not None


def _rank(guess: ColumnGuess, settled: frozenset[int]) -> tuple[bool, float, bool]:
    names_a_name = word_key(guess.header).startswith("ten ")
    return guess.index in settled, guess.confidence, names_a_name


def _second(guess: ColumnGuess, best: Mapping[Role, ColumnGuess]) -> ColumnGuess:
    is_content = "noi dung" in word_key(guess.header) and Role.CONTENT not in best
    role = Role.CONTENT if is_content else None
    return replace(guess, role=role, confidence=_BY_CONTENT if role else 0.0)


def _fill_from_cells(
    guesses: list[ColumnGuess], cells: Mapping[int, Sequence[str]], words: ValueWords
) -> list[ColumnGuess]:
    """Find sector, subject type and kind by their words where no header says so."""
    taken = {guess.role for guess in guesses}
    marked = {
        Role.SECTOR: Role.SECTOR_MARK in taken,
        Role.SUBJECT_TYPE: Role.SUBJECT_MARK in taken
        or any(guess.role in (Role.NAME, Role.LEAD_BODY) and guess.detail for guess in guesses),
        Role.KIND: Role.KIND_MARK in taken,
    }
    for role in _CONTENT_ROLES:
        if role in taken or marked[role]:
            continue
        for position, guess in enumerate(guesses):
            texts = cells[guess.index]
            if guess.role not in (None, Role.NOTE) or not texts:
                continue
            if sum(_reads(role, text, words) for text in texts) >= _SHARE_TO_BELIEVE * len(texts):
                guesses[position] = replace(guess, role=role, confidence=_BY_CONTENT)
                break
    return guesses


def _with_samples(guess: ColumnGuess, table: Table, cells: Sequence[str]) -> ColumnGuess:
    sheet = table.sheet
    raw = [
        value
        for row in table.body[: _SAMPLES * 4]
        if (value := sheet.source.cell(row, guess.index).value) not in (None, "")
    ]
    return replace(
        guess,
        encoding=sheet.encodings.get(guess.index),
        raw_samples=tuple(raw[:_SAMPLES]),
        decoded_samples=tuple(cells[:_SAMPLES]),
    )
