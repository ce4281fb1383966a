"""The cells of a file as they stand in it (ô gốc của tệp)."""

from dvk_desktop.domain.records.intake import RawCell
from dvk_desktop.exchange.intake.decode import decode_sheet, plain_text
from dvk_desktop.exchange.intake.grid import SourceFile, column_letters

_LONGEST = 2000


def cells_of_row(file: SourceFile, sheet: str, row: int) -> tuple[RawCell, ...]:
    """Return the cells of one row, by the number that people see; none if it is not there."""
    for source in file.sheets:
        place = row - 1 + source.lead_rows
        if source.name == sheet and 0 <= place < len(source.rows):
            readable = decode_sheet(source)
            return tuple(
                RawCell(
                    column_letters(column),
                    plain_text(value)[:_LONGEST],
                    readable.text(place, column)[:_LONGEST],
                )
                for column, value in enumerate(source.rows[place])
            )
    return ()
