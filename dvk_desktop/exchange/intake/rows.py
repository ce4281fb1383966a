"""Tells models from headings, totals, signatures and the rest (phân loại dòng)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dvk_desktop.exchange.intake.find_table import Table, is_same_row
from dvk_desktop.exchange.intake.group_headings import Context, Headings, meaning_of
from dvk_desktop.exchange.intake.row_looks import (
    goes_on,
    heading_style,
    is_column_numbers,
    is_example,
    is_group_text,
    is_note,
    is_ordinal,
    is_signature,
    is_total,
    prefix_of,
)
from dvk_desktop.exchange.intake.text_lines import is_body
from dvk_desktop.exchange.intake.understand import ColumnGuess
from dvk_desktop.exchange.intake.value_words import ValueWords
from dvk_desktop.exchange.intake.vocabulary import Role

_MANY_CELLS = 3
_MUCH_MORE = 2
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
class ModelRow:
    """The rows that describe one model (các dòng của một mô hình).

    ``name_column`` tells where its name stands if several columns hold names; ``is_beside`` that
    another model of the same row stands on its left.
    """

    row: int
    context: Context
    more_rows: tuple[int, ...] = ()
    name_column: int | None = None
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A group heading, or a row that looks like one (tiêu đề nhóm tìm thấy).

    ``is_taken`` tells that it counts as a heading; ``count`` models stand below it.
    """

    row: int
    text: str
    meaning: Context
    is_taken: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class SortedRows:
    """Every row of a table by what it is (các dòng đã phân loại)."""

    models: tuple[ModelRow, ...]
    kinds: Mapping[int, RowKind]
    headings: tuple[FoundHeading, ...] = ()

    def of_kind(self, kind: RowKind) -> list[int]:
        """Return the rows of one kind."""
        return [row for row, found in self.kinds.items() if found is kind]


def sort_rows(
    table: Table, columns: Sequence[ColumnGuess], words: ValueWords, above: Context
) -> SortedRows:
    """Return what each row of the table is; ``above`` is what its title and sheet say."""
    sorter = _Sorter(table, columns, words, above)
    for row in table.body:
        sorter.take(row)
    sorter.question_bare_headings()
    return SortedRows(tuple(sorter.models), sorter.kinds, tuple(sorter.found_headings()))


class _Sorter:
    """Goes down the rows and remembers what stood above."""

    def __init__(
        self, table: Table, columns: Sequence[ColumnGuess], words: ValueWords, above: Context
    ) -> None:
        self.models: list[ModelRow] = []
        self.kinds: dict[int, RowKind] = {}
        self._sizes: dict[int, int] = {}
        self._table = table
        self._words = words
        self._headings = Headings(above)
        self._shown = [column.index for column in columns]
        by_role = {column.role: column.index for column in columns}
        self._names = [column.index for column in columns if column.role is Role.NAME]
        self._ordinal = by_role.get(Role.ORDINAL)
        self._classified = {c.index for c in columns if c.role in _CLASSIFYING}
        self._name_spans = [
            span
            for span in table.sheet.source.merges
            if span.bottom > span.top and any(span.left <= n <= span.right for n in self._names)
        ]
        self._has_ordinals = self._ordinal is not None and any(
            is_ordinal(table.sheet.text(row, self._ordinal))
            and any(table.sheet.text(row, name) for name in self._names)
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
            self._add_models(row)
            self._has_ended = False
        elif kind is RowKind.CONTINUED:
            last = self.models[-1].row
            self.models[-len(self._names) :] = [
                replace(model, more_rows=(*model.more_rows, row)) if model.row == last else model
                for model in self.models[-len(self._names) :]
            ]
        elif kind is RowKind.UNCLEAR:
            self._doubt_headings(row)
        self.kinds[row] = kind
        self._last = kind

    def _doubt_headings(self, row: int) -> None:
        """Forget the headings above a line that looks like one and says nothing known.

        What follows is of a body or a sector that nobody knows, not of the last one.
        """
        text, _ = self._lone_text(row, self._filled(row))
        is_unknown_body = is_body(text) and bool(self._headings.context().unit_id)
        is_loud = text.isupper() and text not in self._table.title_lines
        if text and (is_unknown_body or is_loud):
            self._headings.forget()

    def _add_models(self, row: int) -> None:
        """Add the model of a row; where several columns hold names, that of each."""
        context = self._headings.context()
        named = [name for name in self._names if self._text(row, name)]
        if len(self._names) == 1 or not named:
            self.models.append(ModelRow(row, context))
            return
        self.models += [
            ModelRow(row, context, name_column=name, is_beside=name != named[0]) for name in named
        ]

    def question_bare_headings(self) -> None:
        """Doubt headings numbered like models under which no model stands."""
        filled = [row for row, kind in self.kinds.items() if kind is not RowKind.EMPTY]
        for row, below in zip(filled, [*filled[1:], None], strict=False):
            if self.kinds[row] is not RowKind.GROUP or not self._is_plain_number(row):
                continue
            if self._words.said_heading(self._lone_text(row, self._filled(row))[0]) is not None:
                continue
            kind = RowKind.END if below is None else self.kinds[below]
            is_sibling = (
                kind is RowKind.GROUP and below is not None and self._is_plain_number(below)
            )
            if is_sibling or kind not in (RowKind.MODEL, RowKind.GROUP):
                self.kinds[row] = RowKind.UNCLEAR

    def found_headings(self) -> Iterator[FoundHeading]:
        """Yield the headings, and the rows that a person may want to take for one."""
        lone = [
            FoundHeading(row, text, meaning_of(text, self._words), kind is RowKind.GROUP)
            for row, kind in self.kinds.items()
            if (text := self._text_of_heading(row, kind))
        ]
        ends = [*(heading.row for heading in lone), self._table.body.stop][1:]
        for heading, end in zip(lone, ends, strict=False):
            kinds = (self.kinds.get(row) for row in range(heading.row + 1, end))
            count = sum(kind is RowKind.MODEL for kind in kinds)
            if heading.is_taken or count:
                yield replace(heading, count=count)

    def _text_of_heading(self, row: int, kind: RowKind) -> str:
        """Return the text of a heading; of a model only if the next one says much more."""
        if kind not in (RowKind.GROUP, RowKind.UNCLEAR, RowKind.MODEL):
            return ""
        if kind is RowKind.MODEL and (
            self.kinds.get(row + 1) is not RowKind.MODEL
            or self._sizes[row + 1] < self._sizes[row] + _MUCH_MORE
        ):
            return ""
        return self._lone_text(row, self._filled(row))[0]

    def _filled(self, row: int) -> dict[int, str]:
        return {column: text for column in self._shown if (text := self._text(row, column))}

    def _is_plain_number(self, row: int) -> bool:
        return self._text(row, self._ordinal).strip(" .()").isdecimal()

    def _text(self, row: int, column: int | None) -> str:
        return "" if column is None else self._table.sheet.text(row, column)

    def _kind_of(self, row: int) -> RowKind:
        filled = self._filled(row)
        self._sizes[row] = len(filled)
        if not filled:
            return RowKind.EMPTY
        texts = list(filled.values())
        if is_column_numbers(texts):
            return RowKind.HEADER
        if is_same_row(self._table.sheet, self._table.header_bottom, row, self._table.header_top):
            return RowKind.HEADER
        ordinal = self._text(row, self._ordinal)
        if any(is_example(ordinal, filled[name]) for name in self._names if name in filled):
            return RowKind.UNCLEAR
        if is_ordinal(ordinal):
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
        if self._is_named(filled) and (len(filled) >= _MANY_CELLS or len(texts) < len(filled)):
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
        text, ordinal = self._lone_text(row, filled)
        if not text:
            return False
        number = ordinal or prefix_of(text) or ""
        style = heading_style(number) if number else None
        meaning = meaning_of(text, self._words)
        if not self._heads(row, text, style, meaning):
            return False
        self._headings.put(style, meaning)
        self._has_ended = False
        return True

    def _lone_text(self, row: int, filled: Mapping[int, str]) -> tuple[str, str]:
        """Return the one text of a row beside counts, and the number before it."""
        texts = {c: t for c, t in filled.items() if c != self._ordinal and not t.isdecimal()}
        ordinal = self._text(row, self._ordinal)
        if not texts and self._ordinal is not None and not heading_style(ordinal):
            texts = {self._ordinal: ordinal}
            ordinal = ""
        return (next(iter(texts.values())), ordinal) if len(texts) == 1 else ("", ordinal)

    def _heads(self, row: int, text: str, style: str | None, meaning: Context) -> bool:
        is_exact = (
            self._words.sector(text) or self._words.subject(text) or self._words.kind(text)
        ) is not None
        if is_exact or self._words.said_heading(text) is not None:
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
        is_told = set(filled) != {self._ordinal}  # words among the numbers are of no item
        if is_below_model and is_told and (is_in_name or not self._is_named(filled)):
            return RowKind.CONTINUED
        if not self._is_named(filled):
            return RowKind.UNCLEAR
        if is_below_model and self._goes_on(filled):
            return RowKind.CONTINUED
        is_only_names = len(self._shown) <= 2 and not self._has_ordinals
        return RowKind.MODEL if len(filled) > 1 or is_only_names else RowKind.UNCLEAR

    def _goes_on(self, filled: Mapping[int, str]) -> bool:
        """Tell whether a row only carries on the name above; one that is classified does not."""
        above = self.models[-1]
        name = self._names[0] if above.name_column is None else above.name_column
        if name not in filled or self._classified & set(filled):
            return False
        return goes_on(self._text(above.row, name), filled[name])

    def _is_named(self, filled: Mapping[int, str]) -> bool:
        return any(name in filled for name in self._names)
