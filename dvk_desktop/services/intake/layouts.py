"""How the columns of a file were understood, and what a person may say instead (cách hiểu cột)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dvk_desktop.domain.errors import InvalidValueError
from dvk_desktop.domain.records.intake import (
    HEADING_FIELDS,
    MEANS_NOTHING,
    UNICODE,
    WORD_FIELDS,
    CorrectionBook,
    Corrections,
    HeaderChoice,
    HeadingMeaning,
    LayoutKey,
    PlannedColumn,
    PlannedHeading,
    PlannedRow,
    PlannedSheet,
    PlannedTable,
    PlannedWord,
)
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.domain.vietnamese.legacy import LegacyEncoding
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.intake.grid import CellValue, column_letters
from dvk_desktop.exchange.intake.understood import (
    UnderstoodFile,
    UnderstoodSheet,
    UnderstoodTable,
    words_of_row,
)
from dvk_desktop.exchange.intake.value_words import heading_key
from dvk_desktop.exchange.intake.vocabulary import Role

COLUMN_ROLES: dict[str, str] = {
    Role.ORDINAL.value: "Số thứ tự",
    Role.UNIT.value: FIELD_LABELS["unit_id"],
    **{name: label for name, label in FIELD_LABELS.items() if name != "unit_id"},
}
"""What a person may say that a column holds."""

_CROSSED = {
    Role.SECTOR_MARK: FIELD_LABELS["sector_code"],
    Role.SUBJECT_MARK: FIELD_LABELS["subject_type"],
    Role.KIND_MARK: FIELD_LABELS["kind"],
}
ENCODINGS: dict[str, str] = {
    "": "Để chương trình tự nhận",
    UNICODE: "Unicode",
    **{encoding.value: encoding.label for encoding in LegacyEncoding},
}
"""What a person may say of how a column is encoded."""

_TERMS = {"subject_type": SubjectType, "kind": RegistrationKind}
_LONGEST_SAMPLE = 200
_SHOWN_ROWS = 40
_CHOOSE = "Hãy chọn trong danh sách."


def checked(corrections: Corrections) -> Corrections:
    """Return corrections with their words folded, so that each word stands once.

    Raises:
        InvalidValueError: A role, an item or a value is none of ours.
    """
    for role in corrections.roles.values():
        if role is not None and role not in COLUMN_ROLES:
            raise InvalidValueError(label="Cột", value=role, remedy="Hãy chọn một mục của đăng ký.")
    words: dict[tuple[str, str], str] = {}
    for (item, word), value in corrections.words.items():
        terms = _TERMS.get(item)
        if item not in WORD_FIELDS or not fold(word) or (terms and value not in list(terms)):
            raise InvalidValueError(label=word, value=value, remedy=_CHOOSE)
        words[item, fold(word)] = value
    for name in corrections.encodings.values():
        if name not in ENCODINGS:
            raise InvalidValueError(label="Bảng mã", value=name, remedy=_CHOOSE)
    return Corrections(
        dict(corrections.roles),
        words,
        dict(_checked_headings(corrections.headings)),
        corrections.header,
        dict(corrections.encodings),
    )


def _checked_headings(
    given: Mapping[str, HeadingMeaning],
) -> Iterator[tuple[str, HeadingMeaning]]:
    for text, meaning in given.items():
        terms = _TERMS.get(meaning.item)
        is_known = meaning.item in HEADING_FIELDS and meaning.value
        if (not is_known and meaning != MEANS_NOTHING) or not heading_key(text):
            raise InvalidValueError(label=text, value=meaning.value, remedy=_CHOOSE)
        if terms and meaning.value not in list(terms):
            raise InvalidValueError(label=text, value=meaning.value, remedy=_CHOOSE)
        yield heading_key(text), meaning


def planned_tables(
    found: UnderstoodFile, corrections: CorrectionBook | None = None
) -> tuple[PlannedTable, ...]:
    """Return how the tables of a file were understood, as records."""
    unit_id = found.unit.id if found.unit is not None else ""
    made = []
    for table in found.tables:
        layout = LayoutKey(unit_id, table.fingerprint)
        said = (corrections or {}).get(layout, Corrections())
        made.append(
            PlannedTable(
                table.sheet,
                table.header_row,
                layout,
                tuple(_columns(table)),
                tuple(_words(table, said)),
                len(table.rows),
                tuple(_headings(table, said)),
            )
        )
    return tuple(made)


def planned_sheets(found: UnderstoodFile) -> tuple[PlannedSheet, ...]:
    """Return the sheets of a file with the rows where a header may stand."""
    unit_id = found.unit.id if found.unit is not None else ""
    return tuple(_sheet(sheet, unit_id) for sheet in found.sheets)


def _sheet(sheet: UnderstoodSheet, unit_id: str) -> PlannedSheet:
    readable, source = sheet.sheet, sheet.sheet.source
    rows = [row for row, texts in enumerate(readable.texts) if any(texts)]
    number = source.row_number
    choices = {
        row: HeaderChoice(number(row), words_of_row(readable, row)) for row in rows[:_SHOWN_ROWS]
    }
    tops = sheet.header_rows or rows[:1]
    return PlannedSheet(
        source.name,
        LayoutKey(unit_id, sheet.fingerprint),
        tuple(number(row) for row in sheet.header_rows),
        tuple(
            PlannedRow(tuple(text[:_LONGEST_SAMPLE] for text in readable.texts[row]), choice)
            for row, choice in choices.items()
        ),
        HeaderChoice(0, words_of_row(readable, tops[0]) if tops else ""),
        source.is_hidden,
        sheet.is_chosen,
    )


def _headings(table: UnderstoodTable, said: Corrections) -> Iterator[PlannedHeading]:
    """Yield each heading once, what nobody knows first."""
    found: dict[str, PlannedHeading] = {}
    for heading in table.headings:
        key = heading_key(heading.text)
        known = found.get(key)
        found[key] = PlannedHeading(
            known.text if known else heading.text,
            known.row if known else heading.row,
            heading.meaning.meanings,
            heading.count + (known.count if known else 0),
            heading.is_taken,
            key in said.headings,
        )
    yield from sorted(found.values(), key=lambda heading: not heading.is_unknown)


def _words(table: UnderstoodTable, said: Corrections) -> Iterator[PlannedWord]:
    """Yield each word of the columns of choices once, what nobody knows first."""
    found: list[PlannedWord] = []
    for column in table.columns:
        item = "unit_id" if column.role is Role.UNIT else column.role and column.role.value
        if item not in WORD_FIELDS or (
            item == "unit_id" and not any(row.unit_text for row in table.rows)
        ):
            continue
        header = column.header or column_letters(column.index)
        texts = [(row.raw.get(header, ""), getattr(row, item)) for row in table.rows]
        counts = Counter(text for text, _ in texts if text)
        meanings = {text: value for text, value in reversed(texts)}
        found += [
            PlannedWord(item, text, meanings[text], count, (item, fold(text)) in said.words)
            for text, count in counts.most_common()
        ]
    yield from sorted(found, key=lambda word: word.value is not None)


def _columns(table: UnderstoodTable) -> Iterator[PlannedColumn]:
    for place, column in enumerate(table.columns):
        yield PlannedColumn(
            place=place,
            letters=column_letters(column.index),
            header=column.header,
            role=column.role.value if column.role is not None else None,
            confidence=column.confidence,
            encoding=column.encoding,
            raw_samples=tuple(_shown(value) for value in column.raw_samples),
            decoded_samples=tuple(_shown(text) for text in column.decoded_samples),
            is_corrected=place in table.corrected,
            has_chosen_encoding=place in table.decoded,
        )


def _shown(value: CellValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:_LONGEST_SAMPLE]


def understood_words(
    found: UnderstoodFile, corrections: dict[LayoutKey, Corrections]
) -> Iterator[Wording]:
    """Say in words what was understood, and what of it a person once said."""
    if found.mark is not None:
        yield Wording(
            "Tệp mẫu của {unit}, năm {year}; các cột được nhận theo mã ẩn.",
            {"unit": found.mark.unit_name, "year": found.mark.year},
        )
    for table, planned in zip(found.tables, planned_tables(found, corrections), strict=True):
        for column in planned.columns:
            facts: dict[str, object] = {"sheet": table.sheet, "header": column.header}
            if column.role is not None:
                facts["role"] = Wording(column_label(column.role))
            if column.is_corrected and column.role is None:
                yield Wording("Trang “{sheet}”: cột “{header}” không nhận, theo lần sửa.", facts)
            elif column.is_corrected:
                yield Wording("Trang “{sheet}”: cột “{header}” là {role}, theo lần sửa.", facts)
            elif column.role is not None:
                yield Wording("Trang “{sheet}”: cột “{header}” là {role}.", facts)
        said = corrections.get(planned.layout, Corrections())
        texts = {fold(text) for row in table.rows for text in row.raw.values()}
        for (_, word), value in said.words.items():
            if word in texts:
                yield Wording(
                    "Trang “{sheet}”: “{word}” được hiểu là {value}, theo lần sửa.",
                    {"sheet": table.sheet, "word": word, "value": value},
                )


def column_label(role: str) -> str:
    """Return what a role is called, also that of a crossed column."""
    return COLUMN_ROLES.get(role) or _CROSSED[Role(role)]
