"""Decodes columns anew as a person said (bảng mã do người dùng chọn)."""

from collections.abc import Mapping
from dataclasses import replace

from dvk_desktop.domain.records.intake import UNICODE
from dvk_desktop.domain.vietnamese.legacy import LegacyEncoding, decode
from dvk_desktop.domain.vietnamese.normal import clean_text
from dvk_desktop.exchange.intake.decode import may_be_legacy
from dvk_desktop.exchange.intake.find_table import Table


def with_encodings(table: Table, chosen: Mapping[int, str]) -> Table:
    """Return the table with the cells below its header in the encodings that a person chose.

    ``chosen`` gives ``UNICODE`` or a legacy encoding by column of the sheet.
    """
    if not chosen:
        return table
    sheet = table.sheet
    texts = [list(row) for row in sheet.texts]
    for row in table.body:
        for column, name in chosen.items():
            value = sheet.source.cell(row, column).value
            if isinstance(value, str) and column < len(texts[row]):
                texts[row][column] = clean_text(_decoded(value, name))
    encodings = {
        column: encoding for column, encoding in sheet.encodings.items() if column not in chosen
    }
    legacy = {column: LegacyEncoding(name) for column, name in chosen.items() if name != UNICODE}
    doubtful = frozenset(
        place
        for place in sheet.doubtful
        if place.column not in chosen or place.row not in table.body
    )
    made = replace(sheet, texts=texts, encodings={**encodings, **legacy}, doubtful=doubtful)
    return replace(table, sheet=made)


def _decoded(text: str, name: str) -> str:
    if name == UNICODE or not may_be_legacy(text):
        return text
    return decode(text, LegacyEncoding(name))
