"""Tells models from headings, totals, signatures and the rest (phân loại dòng)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.exchange.intake.find_table import Table, is_same_row
from dvk_desktop.exchange.intake.row_looks import (
    goes_on,
    heading_style,
    is_column_numbers,
    is_group_text,
    is_note,
    is_ordinal,
    is_signature,
    is_total,
    prefix_of,
)
from dvk_desktop.exchange.intake.understand import ColumnGuess
from dvk_desktop.exchange.intake.value_words import ValueWords
from dvk_desktop.exchange.intake.vocabulary import Role

_MANY_CELLS = 3
_CLASSIFYING = frozenset(
    {
        Role.SECTOR,
        Role.SECTOR_MARK,
        Role.SUBJECT_TYPE,
        Role.SUBJECT_MARK,
        Role.KIND,
        Role.KIND_MARK,
    }
)


class RowKind(StrEnum):
    """What a row of a table is (loại dòng)."""

    MODEL = "model"
    CONTINUED = "continued"
    GROUP = "group"
    HEADER = "header"
    TOTAL = "total"
    END = "end"
    EMPTY = "empty"
    HIDDEN = "hidden"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Context:
    """What the headings above a row say about it (ngữ cảnh từ tiêu đề nhóm)."""

    sector: str | None = None
    subject: SubjectType | None = None
    kind: RegistrationKind | None = None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelRow:
    """The rows that describe one model (các dòng của một mô hình)."""

    row: int
    context: Context
    more_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SortedRows:
    """Every row of a table by what it is (các dòng đã phân loại)."""

    models: tuple[ModelRow, ...]
    kinds: Mapping[int, RowKind]

    def of_kind(self, kind: RowKind) -> list[int]:
        """Return the rows of one kind."""
        return [row for row, found in self.kinds.items() if found is kind]


def meaning_of(text: str, words: ValueWords) -> Context:
    """Return what one heading says."""
    sector = words.sector_heading(text)
    return Context(
        sector,
        words.subject(text) or _subject_within(text, words),
        words.kind_heading(text) if sector is None else None,
        (text,),
    )


def _subject_within(text: str, words: ValueWords) -> SubjectType | None:
    parts = [part for dash in ("-", "–", ":", ",") for part in text.split(dash)]
    found = {subject for part in parts if (subject := words.subject(part.strip())) is not None}
    return found.pop() if len(found) == 1 else None


def sort_rows(
    table: Table, columns: Sequence[ColumnGuess], words: ValueWords, above: Context
) -> SortedRows:
    """Return what each row of the table is; ``above`` is what its title and sheet say."""
    sorter = _Sorter(table, columns, words, above)
    for row in table.body:
        sorter.take(row)
    sorter.question_bare_headings()
    return SortedRows(tuple(sorter.models), sorter.kinds)


class _Heading(NamedTuple):
    """One heading in effect; ``is_first`` when no other of its style was in effect before."""

    style: str | None
    meaning: Context
    is_first: bool


@dataclass(slots=True)
class _Headings:
    """The headings in effect, outermost first; ``settled`` of them had models under them."""

    above: Context
    stack: list[_Heading] = field(default_factory=list)
    settled: int = 0

    def put(self, style: str | None, meaning: Context) -> None:
        """Let a heading take the place of the last one of its style, and of those inside that.

        A title that came between is none of those: in “A. Tập thể”, models, “Kinh tế”,
        “A. Tập thể” the sector stays in effect.
        """
        styles = [heading.style for heading in self.stack]
        is_first = style not in styles
        if not is_first:
            place = styles.index(style)
            between = self.stack[self.settled :] if place < self.settled else []
            self.stack[place:] = [heading for heading in between if heading.is_first]
            self.settled = min(self.settled, place)
        self.stack.append(_Heading(style, meaning, is_first))

    def settle(self) -> None:
        """Note that a model stands here."""
        self.settled = len(self.stack)

    def context(self) -> Context:
        result = self.above
        for _, meaning, _ in self.stack:
            result = replace(
                result,
                sector=meaning.sector or result.sector,
                subject=meaning.subject or result.subject,
                kind=meaning.kind or result.kind,
                headings=(*result.headings, *meaning.headings),
            )
        return result


class _Sorter:
    """Goes down the rows and remembers what stood above."""

    def __init__(
        self, table: Table, columns: Sequence[ColumnGuess], words: ValueWords, above: Context
    ) -> None:
        self.models: list[ModelRow] = []
        self.kinds: dict[int, RowKind] = {}
        self._table = table
        self._words = words
        self._headings = _Headings(above)
        self._shown = [column.index for column in columns]
        by_role = {column.role: column.index for column in columns}
        self._name = by_role[Role.NAME]
        self._ordinal = by_role.get(Role.ORDINAL)
        self._classified = {c.index for c in columns if c.role in _CLASSIFYING}
        self._name_spans = [
            span
            for span in table.sheet.source.merges
            if span.left <= self._name <= span.right and span.bottom > span.top
        ]
        self._has_ordinals = self._ordinal is not None and any(
            is_ordinal(table.sheet.text(row, self._ordinal))
            and bool(table.sheet.text(row, self._name))
            for row in table.body
        )
        self._has_ended = False
        self._last = RowKind.EMPTY

    def take(self, row: int) -> None:
        """Decide on the next row."""
        kind = self._kind_of(row)
        if kind is RowKind.MODEL:
            self._headings.settle()
        if kind is RowKind.MODEL and row in self._table.sheet.source.hidden_rows:
            kind = RowKind.HIDDEN
        if kind is RowKind.MODEL:
            self.models.append(ModelRow(row, self._headings.context()))
            self._has_ended = False
        elif kind is RowKind.CONTINUED:
            last = self.models[-1]
            self.models[-1] = replace(last, more_rows=(*last.more_rows, row))
        self.kinds[row] = kind
        self._last = kind

    def question_bare_headings(self) -> None:
        """Doubt headings numbered like models under which no model stands."""
        filled = [row for row, kind in self.kinds.items() if kind is not RowKind.EMPTY]
        for row, below in zip(filled, [*filled[1:], None], strict=False):
            if self.kinds[row] is not RowKind.GROUP or not self._is_plain_number(row):
                continue
            kind = RowKind.END if below is None else self.kinds[below]
            is_sibling = (
                kind is RowKind.GROUP and below is not None and self._is_plain_number(below)
            )
            if is_sibling or kind not in (RowKind.MODEL, RowKind.GROUP):
                self.kinds[row] = RowKind.UNCLEAR

    def _is_plain_number(self, row: int) -> bool:
        return self._text(row, self._ordinal).strip(" .()").isdecimal()

    def _text(self, row: int, column: int | None) -> str:
        return "" if column is None else self._table.sheet.text(row, column)

    def _kind_of(self, row: int) -> RowKind:
        filled = {column: text for column in self._shown if (text := self._text(row, column))}
        if not filled:
            return RowKind.EMPTY
        texts = list(filled.values())
        if is_column_numbers(texts):
            return RowKind.HEADER
        if is_same_row(self._table.sheet, self._table.header_bottom, row, self._table.header_top):
            return RowKind.HEADER
        if is_ordinal(self._text(row, self._ordinal)):
            return self._kind_of_numbered(row, filled)
        if is_total(texts):
            return RowKind.TOTAL
        if self._is_heading(row, filled):
            return RowKind.GROUP
        if self._is_end(filled):
            self._has_ended = True
            return RowKind.END
        return self._kind_of_unnumbered(row, filled)

    def _kind_of_numbered(self, row: int, filled: Mapping[int, str]) -> RowKind:
        if len(filled) == 1:
            return RowKind.EMPTY  # a numbered line that nobody filled in
        if self._is_heading(row, filled):
            return RowKind.GROUP
        return RowKind.MODEL

    def _is_end(self, filled: Mapping[int, str]) -> bool:
        # “KT” is a sector in its column, and “Ký thay” elsewhere.
        texts = [text for column, text in filled.items() if not self._is_value(column, text)]
        if self._name in filled and (len(filled) >= _MANY_CELLS or len(texts) < len(filled)):
            return False
        if self._has_ended or is_signature(texts):
            return True
        is_lone = len(texts) == 1
        return is_lone and (is_note(texts[0]) or self._last is RowKind.TOTAL)

    def _is_value(self, column: int, text: str) -> bool:
        words = self._words
        readers = (words.sector, words.subject, words.kind)
        return column in self._classified and any(read(text) is not None for read in readers)

    def _is_heading(self, row: int, filled: Mapping[int, str]) -> bool:
        texts = {c: t for c, t in filled.items() if c != self._ordinal and not t.isdecimal()}
        ordinal = self._text(row, self._ordinal)
        if not texts and self._ordinal is not None and not heading_style(ordinal):
            texts = {self._ordinal: ordinal}
            ordinal = ""
        if len(texts) != 1:
            return False
        text = next(iter(texts.values()))
        number = ordinal or prefix_of(text) or ""
        style = heading_style(number) if number else None
        meaning = meaning_of(text, self._words)
        if not self._heads(row, text, style, meaning):
            return False
        self._headings.put(style, meaning)
        self._has_ended = False
        return True

    def _heads(self, row: int, text: str, style: str | None, meaning: Context) -> bool:
        is_exact = (
            self._words.sector(text) or self._words.subject(text) or self._words.kind(text)
        ) is not None
        if is_exact:
            return True
        if is_signature([text]):
            return False
        is_known = (meaning.sector or meaning.subject or meaning.kind) is not None
        if style == "number" and is_ordinal(self._text(row, self._ordinal)):
            return is_known and is_group_text(text) and "“" not in text and '"' not in text
        if style in ("roman", "letter"):
            return self._has_ordinals or is_known or is_group_text(text)
        return (is_known and is_group_text(text)) or self._is_wide(row)

    def _is_wide(self, row: int) -> bool:
        return any(
            span.top == row and span.right - span.left + 1 > len(self._shown) / 2
            for span in self._table.sheet.source.merges
        )

    def _kind_of_unnumbered(self, row: int, filled: Mapping[int, str]) -> RowKind:
        is_below_model = self._last in (RowKind.MODEL, RowKind.CONTINUED) and bool(self.models)
        is_in_name = any(span.top < row <= span.bottom for span in self._name_spans)
        if is_below_model and (is_in_name or self._name not in filled):
            return RowKind.CONTINUED
        if self._name not in filled:
            return RowKind.UNCLEAR
        if is_below_model and self._goes_on(filled):
            return RowKind.CONTINUED
        is_only_names = len(self._shown) <= 2 and not self._has_ordinals
        return RowKind.MODEL if len(filled) > 1 or is_only_names else RowKind.UNCLEAR

    def _goes_on(self, filled: Mapping[int, str]) -> bool:
        """Tell whether a row only carries on the name above; one that is classified does not."""
        above = self._text(self.models[-1].row, self._name)
        return not (self._classified & set(filled)) and goes_on(above, filled[self._name])
