"""Reads a template workbook that came back (đọc tệp mẫu gửi về).

The hidden row of keys says what each column holds, whatever its header was changed to and
wherever it was moved, so nothing is guessed. An older form names its own columns; those that
are no longer known are kept for the note.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dvk_desktop.exchange.intake.decode import ReadableSheet
from dvk_desktop.exchange.intake.find_table import Header, Table
from dvk_desktop.exchange.intake.grid import Sheet, column_letters
from dvk_desktop.exchange.intake.group_headings import Context
from dvk_desktop.exchange.intake.header_match import EXACT
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.readable_file import ReadableFile
from dvk_desktop.exchange.intake.row_looks import is_signature, is_total
from dvk_desktop.exchange.intake.rows import ModelRow, RowKind, SortedRows
from dvk_desktop.exchange.intake.template_form import CURRENT_FORM, ID_KEY, KEY, NUMBER_KEY
from dvk_desktop.exchange.intake.template_ids import Emptied, settle_ids
from dvk_desktop.exchange.intake.template_mark import TemplateMark
from dvk_desktop.exchange.intake.understand import ColumnGuess
from dvk_desktop.exchange.intake.understood import UnderstoodTable, fingerprint_of
from dvk_desktop.exchange.intake.validate import check_rows
from dvk_desktop.exchange.intake.value_words import ValueWords
from dvk_desktop.exchange.intake.vocabulary import Role

_SEARCHED_ROWS = 30
_LEAST_KEYS = 3
_HEADERS_NOW = {column.key: column.header for column in CURRENT_FORM.columns}
_ROLES = {role.value: role for role in Role}


@dataclass(slots=True)
class TemplateReading:
    """What the sheets of a template hold (nội dung tệp mẫu gửi về)."""

    tables: list[UnderstoodTable] = field(default_factory=list)
    problems: list[IntakeProblem] = field(default_factory=list)
    title_lines: list[str] = field(default_factory=list)
    emptied: list[Emptied] = field(default_factory=list)


def read_template(
    file: ReadableFile, mark: TemplateMark | None, words: ValueWords
) -> TemplateReading | None:
    """Return the rows of a template, or None where no sheet has the row of keys.

    ``mark`` may be missing: the keys alone tell the columns for sure. They are plain letters, so
    a sheet without them needs no decoding.
    """
    reading = TemplateReading()
    written = (mark.headers if mark is not None else {}) or _HEADERS_NOW
    for place, sheet in enumerate(file.source.sheets):
        found = _keys_of(sheet)
        if found is not None and not sheet.is_hidden:
            _Sheet(file.sheet(place), *found, written, reading).read(words)
    if not reading.tables:
        return None
    if mark is not None and mark.form_version != CURRENT_FORM.version:
        is_older = mark.form_version < CURRENT_FORM.version
        code = "TEMPLATE_OLDER_FORM" if is_older else "TEMPLATE_NEWER_FORM"
        version, current = mark.form_version, CURRENT_FORM.version
        reading.problems.append(problem(code, is_error=False, version=version, current=current))
    rows = [row for table in reading.tables for row in table.rows]
    settled = iter(settle_ids(rows, reading.emptied, reading.problems))
    reading.tables = [
        replace(table, rows=tuple(next(settled) for _ in table.rows)) for table in reading.tables
    ]
    return reading


def _keys_of(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """Return the row of keys and the key of each column."""
    for row, cells in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        keys = {
            column: value.strip().removeprefix(KEY).strip()
            for column, value in enumerate(cells)
            if isinstance(value, str) and value.lstrip().startswith(KEY)
        }
        if len(keys) >= _LEAST_KEYS and Role.NAME.value in keys.values():
            return row, keys
    return None


class _Sheet:
    """Reads one sheet by its keys."""

    def __init__(
        self,
        sheet: ReadableSheet,
        key_row: int,
        keys: Mapping[int, str],
        written: Mapping[str, str],
        reading: TemplateReading,
    ) -> None:
        self._sheet = sheet
        self._name = sheet.source.name
        self._key_row = key_row
        self._keys = keys
        self._written = written
        self._reading = reading
        body = range(key_row + 1, len(sheet.texts))
        width = max(map(len, sheet.texts))
        used = {c for row in body for c, text in enumerate(sheet.texts[row]) if text}
        self._extra = [c for c in range(width) if c not in keys and c in used]
        self._id_column = next((c for c, key in keys.items() if key == ID_KEY), None)

    def read(self, words: ValueWords) -> None:
        """Add the table with its problems to the reading."""
        columns = tuple(self._columns())
        table = self._table(columns)
        models = list(self._models(columns))
        hidden = [model for model in models if model.row in self._sheet.source.hidden_rows]
        models = [model for model in models if model not in hidden]
        kinds = dict.fromkeys((model.row for model in hidden), RowKind.HIDDEN)
        checked = check_rows(table, columns, SortedRows(tuple(models), kinds), words)
        rows = tuple(
            replace(row, template_id=self._id(model.row), kept=dict(self._kept(model, columns)))
            for row, model in zip(checked.rows, models, strict=True)
        )
        self._note_columns(columns)
        self._reading.emptied += self._emptied({model.row for model in (*models, *hidden)})
        self._reading.problems += checked.problems
        self._reading.title_lines += table.title_lines
        number = self._sheet.source.row_number(table.header_bottom)
        fingerprint = fingerprint_of(table)
        self._reading.tables.append(UnderstoodTable(self._name, number, columns, rows, fingerprint))

    def _columns(self) -> Iterator[ColumnGuess]:
        taken: set[Role] = set()
        for column in sorted([*self._keys, *self._extra]):
            key = self._keys.get(column, "")
            if key == ID_KEY:
                continue
            role = _ROLES.get(key)
            if role in taken:
                role = None
            elif role is not None:
                taken.add(role)
            header = self._written.get(key) or self._shown(column) or column_letters(column)
            yield ColumnGuess(column, header, role, EXACT)

    def _shown(self, column: int) -> str:
        """Return the header that stands above a column now."""
        rows = range(self._key_row - 1, max(-1, self._key_row - 3), -1)
        return next((text for row in rows if (text := self._sheet.text(row, column))), "")

    def _table(self, columns: Sequence[ColumnGuess]) -> Table:
        headers = tuple(Header(column.index, (column.header,)) for column in columns)
        top = max(0, self._key_row - 2)
        last = len(self._sheet.texts) - 1
        return Table(self._sheet, range(top), top, self._key_row, last, headers)

    def _models(self, columns: Sequence[ColumnGuess]) -> Iterator[ModelRow]:
        inputs = [c for c in columns if c.role is not Role.ORDINAL]
        name = next(c.index for c in columns if c.role is Role.NAME)
        for row in range(self._key_row + 1, len(self._sheet.texts)):
            texts = [text for c in inputs if (text := self._sheet.text(row, c.index))]
            is_end = not self._id(row) and (
                is_total(texts) or (not self._sheet.text(row, name) and is_signature(texts))
            )
            if texts and not is_end:
                yield ModelRow(row, Context())

    def _id(self, row: int) -> str:
        return "" if self._id_column is None else self._sheet.text(row, self._id_column)

    def _kept(self, model: ModelRow, columns: Sequence[ColumnGuess]) -> Iterator[tuple[str, str]]:
        for column in columns:
            text = self._sheet.text(model.row, column.index)
            if column.role is None and text:
                yield column.header, text

    def _note_columns(self, columns: Sequence[ColumnGuess]) -> None:
        header_row = self._sheet.source.row_number(self._key_row - 1)
        body = range(self._key_row + 1, len(self._sheet.texts))
        for column in columns:
            key = self._keys.get(column.index, "")
            expected, shown = self._written.get(key, ""), self._shown(column.index)
            letters = column_letters(column.index)
            if column.role is None and any(self._sheet.text(r, column.index) for r in body):
                self._note("COLUMN_KEPT", header_row, letters, header=column.header)
            elif expected and " ".join(shown.split()) != " ".join(expected.split()):
                facts = {"header": expected, "value": shown}
                self._note("HEADER_EDITED", header_row, letters, **facts)
        there = {*self._keys.values(), ID_KEY, NUMBER_KEY}
        for key, header in self._written.items():
            if key not in there:
                self._note("COLUMN_GONE", None, None, header=header)

    def _emptied(self, filled: set[int]) -> Iterator[Emptied]:
        for row in range(self._key_row + 1, len(self._sheet.texts)):
            if row not in filled and (record := self._id(row)):
                yield Emptied(self._name, self._sheet.source.row_number(row), record)

    def _note(self, code: str, row: int | None, letters: str | None, **facts: str) -> None:
        value = facts.pop("value", "")
        self._reading.problems.append(
            problem(code, self._name, row, letters, value=value, is_error=False, **facts)
        )
