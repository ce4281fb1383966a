"""Turns the rows of models into values, with every problem at once (kiểm tra giá trị)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.domain.vietnamese.dates import parse_date
from dvk_desktop.domain.vietnamese.names import strip_model_prefix
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.intake.cell_values import area_of, count_of, days_of, money_of
from dvk_desktop.exchange.intake.choices import Filled, Question, Remark, choose
from dvk_desktop.exchange.intake.find_table import Table
from dvk_desktop.exchange.intake.grid import CellValue, Place, column_letters
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.row_looks import is_ditto, lists_several, without_number
from dvk_desktop.exchange.intake.rows import ModelRow, RowKind, SortedRows
from dvk_desktop.exchange.intake.side_by_side import label_of
from dvk_desktop.exchange.intake.understand import ColumnGuess
from dvk_desktop.exchange.intake.value_words import ValueWords, mark_of
from dvk_desktop.exchange.intake.vocabulary import ERROR_VALUES, Role

T = TypeVar("T")

_LONG_TEXTS = (
    Role.SITUATION, Role.GOALS, Role.CONTENT, Role.AREA_BENEFICIARIES, Role.FORCES,
    Role.RESOURCES, Role.TIMELINE, Role.OUTPUTS, Role.SUSTAINABILITY, Role.NOTE,
)  # fmt: skip
_SHORT_TEXTS = (
    Role.LEAD_BODY, Role.ADDRESS, Role.CONTACT_NAME, Role.CONTACT_TITLE, Role.CONTACT_PHONE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One model as it was understood (dòng đăng ký nhận được).

    The fields are those of a registration; what is unknown is None or empty and has a problem.
    ``raw`` keeps header and text of every visible column, also of those not understood. Of a
    template ``kept`` holds the columns that this program does not know, and ``template_id`` the
    record that the row was written for: "r:" and a registration, or "m:" and a model.
    """

    sheet: str
    row: int
    name: str
    sector_code: str | None
    subject_type: SubjectType | None
    kind: RegistrationKind | None
    lead_body: str = ""
    address: str = ""
    situation: str = ""
    goals: str = ""
    content: str = ""
    area_beneficiaries: str = ""
    forces: str = ""
    resources: str = ""
    timeline: str = ""
    outputs: str = ""
    sustainability: str = ""
    registered_on: date | None = None
    people_count: int | None = None
    cost: int | None = None
    work_days: Decimal | None = None
    land_area: Decimal | None = None
    contact_name: str = ""
    contact_title: str = ""
    contact_phone: str = ""
    note: str = ""
    unit_text: str = ""
    unit_id: str | None = None
    raw: Mapping[str, str] = field(default_factory=dict)
    target_level: str | None = None
    kept: Mapping[str, str] = field(default_factory=dict)
    template_id: str = ""


@dataclass(frozen=True, slots=True)
class CheckedRows:
    """The rows of a table with their problems (dòng đã kiểm tra)."""

    rows: tuple[IntakeRow, ...]
    problems: tuple[IntakeProblem, ...]


def check_rows(
    table: Table, columns: Sequence[ColumnGuess], sorted_rows: SortedRows, words: ValueWords
) -> CheckedRows:
    """Return every model of a table as values, and all problems of the table."""
    checker = _Checker(table, columns, words)
    rows = [checker.row(model) for model in sorted_rows.models]
    checker.note_rows(sorted_rows.of_kind(RowKind.UNCLEAR), "ROW_UNCLEAR")
    checker.note_rows(sorted_rows.of_kind(RowKind.HIDDEN), "ROW_HIDDEN")
    problems = sorted(checker.problems, key=lambda found: found.row or 0)
    return CheckedRows(tuple(rows), tuple(problems))


class _Checker:
    """Reads the cells of models and collects what is wrong with them."""

    def __init__(self, table: Table, columns: Sequence[ColumnGuess], words: ValueWords) -> None:
        self.problems: list[IntakeProblem] = []
        self._table = table
        self._source = table.sheet.source
        self._columns = columns
        self._words = words
        self._by_role = {column.role: column for column in columns if column.role is not None}
        self._texts = [
            (role.value, self._by_role[role], separator)
            for separator, roles in ((" ", _SHORT_TEXTS), ("\n", _LONG_TEXTS))
            for role in roles
            if role in self._by_role
        ]
        self._bodies = [c for c in columns if c.role is Role.LEAD_BODY and c.detail is not None]
        self._sheet_name = self._source.name
        self._crossed = {
            mark: [column for column in columns if column.role is mark]
            for mark in (Role.SECTOR_MARK, Role.SUBJECT_MARK, Role.KIND_MARK)
        }
        self._last_texts: dict[int, str] = {}
        self._last_rows: dict[int, int] = {}
        self._questions = {
            Role.SECTOR: Question("SECTOR", words.sector, words.sector_within),
            Role.SUBJECT_TYPE: Question("SUBJECT_TYPE", words.subject, words.subject),
            Role.KIND: Question("KIND", words.kind, words.kind_within),
        }
        self._merged_down = {
            (row, span.left): span.top
            for span in self._source.merges
            for row in range(span.top + 1, min(span.bottom, len(self._source.rows)) + 1)
            if span.top > table.header_bottom
        }

    def row(self, model: ModelRow) -> IntakeRow:
        """Return the values of one model."""
        self._sheet_name = self._source.name
        if model.is_beside and model.name_column is not None:
            self._sheet_name = label_of(self._source.name, model.name_column, model.name_column)
        texts: dict[str, Any] = {
            name: self._joined(model, column, separator) for name, column, separator in self._texts
        }
        if self._bodies:
            texts["lead_body"] = self._body(model)
        texts["lead_body"] = texts.get("lead_body") or model.context.lead_body
        sector = self._choice(model, "SECTOR", Role.SECTOR, Role.SECTOR_MARK)
        subject = self._choice(model, "SUBJECT_TYPE", Role.SUBJECT_TYPE, Role.SUBJECT_MARK)
        kind = self._choice(model, "KIND", Role.KIND, Role.KIND_MARK)
        return IntakeRow(
            sheet=self._sheet_name,
            row=self._source.row_number(model.row),
            name=self._name(model),
            sector_code=sector,
            subject_type=SubjectType(subject) if subject else None,
            kind=RegistrationKind(kind) if kind else None,
            registered_on=self._value(model, Role.REGISTERED_ON, parse_date, "DATE_UNKNOWN"),
            people_count=self._value(model, Role.PEOPLE_COUNT, count_of, "NUMBER_UNKNOWN"),
            cost=self._cost(model),
            work_days=self._value(model, Role.WORK_DAYS, days_of, "NUMBER_UNKNOWN"),
            land_area=self._land_area(model),
            unit_text=self._joined(model, self._by_role.get(Role.UNIT), " "),
            target_level=self._level(model),
            raw=dict(self._raw(model)),
            unit_id=model.context.unit_id or None,
            **texts,
        )

    def note_rows(self, rows: Sequence[int], code: str) -> None:
        """Tell of rows that were not taken."""
        for row in rows:
            texts = (self._table.sheet.text(row, column.index) for column in self._columns)
            shown = " | ".join(text for text in texts if text)
            self._note(code, row, None, value=shown, is_error=False)

    def _note(
        self,
        code: str,
        row: int,
        column: ColumnGuess | None,
        *,
        value: str = "",
        is_error: bool = True,
        **facts: object,
    ) -> None:
        letters = column_letters(column.index) if column is not None else None
        number = self._source.row_number(row)
        self.problems.append(
            problem(
                code, self._sheet_name, number, letters, value=value, is_error=is_error, **facts
            )
        )

    def _text(self, row: int, column: ColumnGuess) -> str:
        """Return a cell's text, that of a block merged downwards for each of its rows."""
        place = Place(row, column.index)
        text = self._table.sheet.text(self._merged_down.get(place, row), column.index)
        if place in self._source.unsolved_formulas:
            self._note("FORMULA_UNSOLVED", row, column)
        if place in self._table.sheet.doubtful:
            raw = str(self._source.cell(row, column.index).value)
            self._note("ENCODING_UNCLEAR", row, column, value=raw, is_error=False, taken=text)
        if text in ERROR_VALUES:
            self._note("CELL_ERROR", row, column, value=text)
            return ""
        if is_ditto(text) and column.role is not Role.NAME:
            text = self._above(row, column) or text
        self._last_texts[column.index], self._last_rows[column.index] = text, row
        return text

    def _other_readings(self, row: int, column: ColumnGuess) -> list[str]:
        place = Place(row, column.index)
        return self._table.sheet.other_readings(self._merged_down.get(place, row), column.index)

    def _above(self, row: int, column: ColumnGuess) -> str:
        """Return what a ditto mark stands for; it was written when no row was hidden."""
        for above in range(row - 1, self._last_rows.get(column.index, row), -1):
            text = self._table.sheet.text(above, column.index)
            if above in self._source.hidden_rows and text and not is_ditto(text):
                return text
        return self._last_texts.get(column.index, "")

    def _joined(self, model: ModelRow, column: ColumnGuess | None, separator: str) -> str:
        if column is None:
            return ""
        text = self._text(model.row, column)
        if not model.more_rows:
            return text
        more = [self._table.sheet.text(row, column.index) for row in model.more_rows]
        return separator.join(part for part in (text, *more) if part)

    def _choice(self, model: ModelRow, code: str, whole: Role, mark: Role) -> str | None:
        column = self._by_role.get(whole)
        cell = None
        if column is not None:
            cell = Filled(column, self._word(model, column, self._questions[whole]))
        crosses = [
            Filled(crossed, self._text(model.row, crossed)) for crossed in self._crossed[mark]
        ]
        above = {
            Role.SECTOR: model.context.sector,
            Role.SUBJECT_TYPE: model.context.subject,
            Role.KIND: model.context.kind,
        }[whole]
        if whole is Role.SUBJECT_TYPE:
            above = self._subject_by_column(model) or above
        choice = choose(self._questions[whole], cell, crosses, above)
        for remark in choice.remarks:
            self._remark(model.row, remark, whole)
        return choice.value

    def _name_column(self, model: ModelRow) -> ColumnGuess:
        names = [column for column in self._columns if column.role is Role.NAME]
        return next((name for name in names if name.index == model.name_column), names[0])

    def _subject_by_column(self, model: ModelRow) -> str | None:
        """Return whom the column says that holds the name, or who carries the model out."""
        if self._bodies:
            filled = [column for column in self._bodies if self._text(model.row, column)]
            if len(filled) > 1:
                self._note("SUBJECT_TYPE_TWICE", model.row, filled[0])
            return filled[0].detail if len(filled) == 1 else None
        return self._name_column(model).detail

    def _body(self, model: ModelRow) -> str:
        texts = (self._joined(model, column, " ") for column in self._bodies)
        return "; ".join(text for text in texts if text and mark_of(text) is None)

    def _word(self, model: ModelRow, column: ColumnGuess, question: Question) -> str:
        """Return a word; “Hé” is too short to show its encoding, but “Hộ” is a known word."""
        text = self._joined(model, column, " ")
        if text and question.read(text) is None:
            for other in self._other_readings(model.row, column):
                if question.read(other) is not None:
                    return other
        return text

    def _remark(self, row: int, remark: Remark, role: Role) -> None:
        self._note(
            remark.code,
            row,
            remark.column,
            value=remark.value,
            is_error=remark.is_error,
            taken=self._label(role, remark.taken),
            other=self._label(role, remark.other),
            choices=", ".join(sector.name for sector in self._words.sectors),
        )

    def _label(self, role: Role, value: str | None) -> str | Wording:
        if value is None:
            return ""
        if role is Role.SUBJECT_TYPE:
            return Wording(SubjectType(value).label)
        if role is Role.KIND:
            return Wording(RegistrationKind(value).label)
        names = {sector.code: sector.name for sector in self._words.sectors}
        return names.get(value, value)

    def _name(self, model: ModelRow) -> str:
        column = self._name_column(model)
        written = self._joined(model, column, " ")
        ordinal = self._by_role.get(Role.ORDINAL)
        number = self._text(model.row, ordinal) if ordinal is not None else ""
        name = strip_model_prefix(without_number(written, number, is_counted=ordinal is not None))
        if column.encoding == "tcvn3":
            name = name[:1].upper() + name[1:]  # it has no capitals with a tone
        if name and not any(map(str.isalpha, name)):
            self._note("NAME_WITHOUT_WORDS", model.row, column, value=name)
        if lists_several(written):
            self._note("NAME_LISTS_SEVERAL", model.row, column, value=written)
        if (model.row, column.index) in self._source.struck:
            self._note("ROW_STRUCK", model.row, column, value=written)
        if not name:
            self._note("NAME_MISSING", model.row, column)
        return name

    def _raw(self, model: ModelRow) -> Iterator[tuple[str, str]]:
        for column in self._columns:
            text = self._table.sheet.text(model.row, column.index)
            if text:
                yield column.header or column_letters(column.index), text

    def _value(
        self,
        model: ModelRow,
        role: Role,
        read: Callable[[CellValue], T | None],
        code: str,
    ) -> T | None:
        column = self._by_role.get(role)
        if column is None:
            return None
        text = self._text(model.row, column)
        if not text:
            return None
        raw = self._source.cell(model.row, column.index).value
        value = read(text if isinstance(raw, str) or raw is None else raw)
        if value is None:
            readings = self._other_readings(model.row, column)
            value = next((v for other in readings if (v := read(other)) is not None), None)
        if value is None:
            self._note(code, model.row, column, value=text, is_error=False)
        return value

    def _level(self, model: ModelRow) -> str | None:
        if not self._words.levels:
            return None
        return self._value(model, Role.TARGET_LEVEL, self._level_of, "TARGET_LEVEL_UNKNOWN")

    def _level_of(self, value: CellValue) -> str | None:
        return self._words.level(str(value))

    def _cost(self, model: ModelRow) -> int | None:
        column = self._by_role.get(Role.COST)
        header = column.header if column is not None else ""
        return self._value(model, Role.COST, lambda raw: money_of(raw, header), "COST_UNIT_UNCLEAR")

    def _land_area(self, model: ModelRow) -> Decimal | None:
        column = self._by_role.get(Role.LAND_AREA)
        header = column.header if column is not None else ""
        return self._value(
            model, Role.LAND_AREA, lambda raw: area_of(raw, header), "AREA_UNIT_UNCLEAR"
        )
