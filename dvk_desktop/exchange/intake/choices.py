"""Decides sector, subject type and kind of a row from all places that may say it (chọn giá trị).

A cell of the row goes before the headings above it; crosses go before words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dvk_desktop.exchange.intake.understand import ColumnGuess
from dvk_desktop.exchange.intake.value_words import mark_of


class Filled(NamedTuple):
    """A cell with its column (ô có nội dung)."""

    column: ColumnGuess
    text: str


class Remark(NamedTuple):
    """A problem to tell of, before it has its place (nhận xét)."""

    code: str
    column: ColumnGuess | None
    value: str
    is_error: bool
    taken: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The value that was chosen, or None, with what must be said about it (kết quả chọn)."""

    value: str | None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to choose: its name in problem codes, and how words are read (câu hỏi)."""

    code: str
    read: Callable[[str], str | None]
    read_within: Callable[[str], str | None]


def choose(
    question: Question, cell: Filled | None, crosses: Sequence[Filled], above: str | None
) -> Choice:
    """Return the value of one row.

    Args:
        question: What is asked.
        cell: The column that holds the word, if the table has one.
        crosses: The crossed columns, if the table has them.
        above: What the headings, the title and the sheet say.
    """
    crossed = _of_crosses(question, crosses)
    if crossed.value is not None or crossed.remarks:
        return _compared(question, crossed, crosses[0].column, above)
    if cell is not None and cell.text:
        return _compared(question, _of_cell(question, cell), cell.column, above)
    if above is not None:
        return Choice(above)
    column = cell.column if cell is not None else crosses[0].column if crosses else None
    return Choice(None, (Remark(f"{question.code}_MISSING", column, "", is_error=False),))


def _of_crosses(question: Question, crosses: Sequence[Filled]) -> Choice:
    marks = [(filled, mark_of(filled.text)) for filled in crosses]
    unknown = tuple(
        Remark("MARK_UNKNOWN", filled.column, filled.text, is_error=True)
        for filled, mark in marks
        if mark is None
    )
    values = {filled.column.detail: filled for filled, mark in marks if mark}
    if len(values) > 1:
        first = next(iter(values.values()))
        twice = Remark(f"{question.code}_TWICE", first.column, first.text, is_error=True)
        return Choice(None, (*unknown, twice))
    if unknown:
        return Choice(None, unknown)
    return Choice(next(iter(values), None))


def _of_cell(question: Question, cell: Filled) -> Choice:
    exact = question.read(cell.text)
    if exact is not None:
        return Choice(exact)
    within = question.read_within(cell.text)
    if within is not None:
        guessed = f"{question.code}_GUESSED"
        return Choice(
            within, (Remark(guessed, cell.column, cell.text, is_error=False, taken=within),)
        )
    unknown = Remark(f"{question.code}_UNKNOWN", cell.column, cell.text, is_error=True)
    return Choice(None, (unknown,))


def _compared(question: Question, choice: Choice, column: ColumnGuess, above: str | None) -> Choice:
    if choice.value is None or above is None or choice.value == above:
        return choice
    differs = Remark(
        f"{question.code}_DIFFERS", column, "", is_error=False, taken=choice.value, other=above
    )
    return Choice(choice.value, (*choice.remarks, differs))
