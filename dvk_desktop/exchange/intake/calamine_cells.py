"""Cell values through python-calamine: cached values only, nothing is ever run (đọc ô)."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dvk_desktop.exchange.intake.errors import DamagedFileError, PasswordProtectedError
from dvk_desktop.exchange.intake.grid import Sheet, Span

MAX_AREA = 3_000_000
"""calamine holds every cell of the used area, empty or not: about 24 bytes each."""


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Turn what calamine raises about a file into our own refusals."""
    import python_calamine as calamine  # noqa: PLC0415 -- slow import

    try:
        yield
    except calamine.PasswordError as error:
        raise PasswordProtectedError(file=name) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise DamagedFileError(file=name) from error
    except BaseException as error:
        # calamine 0.37 panics on some damaged files, and a panic is no Exception.
        if type(error).__name__ == "PanicException":
            raise DamagedFileError(file=name) from error
        raise


def open_workbook(content: bytes, name: str) -> Any:
    """Open a workbook of any Excel kind or .ods.

    Raises:
        DamagedFileError: The workbook is damaged.
        PasswordProtectedError: The workbook is encrypted.
    """
    import python_calamine as calamine  # noqa: PLC0415 -- slow import

    with _damage_told(name):
        return calamine.load_workbook(io.BytesIO(content))


def read_sheets(workbook: Any, name: str) -> Iterator[Sheet]:
    """Yield the worksheets with their values and merged blocks.

    Raises:
        DamagedFileError: A sheet is damaged.
    """
    import python_calamine as calamine  # noqa: PLC0415 -- slow import

    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ is not calamine.SheetTypeEnum.WorkSheet:
            continue
        with _damage_told(name):
            sheet = workbook.get_sheet_by_index(index)
            rows = sheet.to_python(skip_empty_area=False)
            merges = sheet.merged_cell_ranges or ()
        yield Sheet(
            name=about.name,
            rows=rows,
            index=index,
            merges=[Span(*start, *end) for start, end in merges],
            is_hidden=about.visible is not calamine.SheetVisibleEnum.Visible,
        )
