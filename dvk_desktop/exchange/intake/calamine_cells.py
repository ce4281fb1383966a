"""Cell values through python-calamine: cached values only, nothing is ever run (đọc ô)."""

import io
from collections.abc import Iterator
from typing import Any

from dvk_desktop.exchange.intake.errors import DamagedFileError, PasswordProtectedError
from dvk_desktop.exchange.intake.grid import Sheet, Span


def open_workbook(content: bytes, name: str) -> Any:
    """Open a workbook of any Excel kind or .ods.

    Raises:
        DamagedFileError: The workbook is damaged.
        PasswordProtectedError: The workbook is encrypted.
    """
    import python_calamine as calamine  # noqa: PLC0415 -- slow import

    try:
        return calamine.load_workbook(io.BytesIO(content))
    except calamine.PasswordError as error:
        raise PasswordProtectedError(file=name) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise DamagedFileError(file=name) from error


def read_sheets(workbook: Any, name: str) -> Iterator[Sheet]:
    """Yield the worksheets with their values and merged blocks.

    Raises:
        DamagedFileError: A sheet is damaged.
    """
    import python_calamine as calamine  # noqa: PLC0415 -- slow import

    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ is not calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_index(index)
            rows = sheet.to_python(skip_empty_area=False)
            merges = sheet.merged_cell_ranges or ()
        except (calamine.CalamineError, OSError, ValueError) as error:
            raise DamagedFileError(file=name) from error
        yield Sheet(
            name=about.name,
            rows=rows,
            index=index,
            merges=[Span(*start, *end) for start, end in merges],
            is_hidden=about.visible is not calamine.SheetVisibleEnum.Visible,
        )
