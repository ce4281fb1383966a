"""A report as a table that screen, Excel, Word and PDF all show (biểu số liệu)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

Cell = str | int | Decimal | date | None
"""A percentage is a fraction: ``Decimal("0.25")`` is shown as 25,0%."""

_LANDSCAPE_FROM = 78.0  # characters; more than that is hard to read on a standing page


class ColumnKind(StrEnum):
    """What a column holds (kiểu dữ liệu của cột)."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column; ``width`` counts characters of ordinary text (cột)."""

    key: str
    heading: str
    kind: ColumnKind = ColumnKind.INTEGER
    width: float = 10.0


@dataclass(frozen=True, slots=True)
class HeaderGroup:
    """A heading over the columns ``first`` to ``last``, counted from 0 (tiêu đề gộp)."""

    heading: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row, its cells in the order of the columns (dòng).

    ``level`` indents the first text column; a ``strong`` row is a group or a subtotal;
    ``unit_id`` is the unit whose registrations stand behind the row.
    """

    cells: tuple[Cell, ...]
    level: int = 0
    strong: bool = False
    unit_id: str | None = None


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A printed report with all its words (biểu báo cáo).

    ``office_lines`` are the upper office, if any, and the office itself; ``national_lines`` are
    Quốc hiệu and Tiêu ngữ, or the one line of a Party body. A letter has paragraphs before and
    after its table, which may have no columns at all, and its recipients beside the signature.
    """

    name: str
    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    subtitle: str = ""
    office_lines: tuple[str, ...] = ()
    national_lines: tuple[str, ...] = ()
    place_date: str = ""
    header_groups: tuple[HeaderGroup, ...] = ()
    totals: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()
    signature_lines: tuple[str, ...] = ()
    signatory_name: str = ""
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    @property
    def offices(self) -> tuple[str, ...]:
        """Return the lines of the offices without the star that Party papers set under them."""
        return tuple(line for line in self.office_lines if line.strip("* "))

    @property
    def is_party(self) -> bool:
        """Say whether the head follows the rules of Party documents."""
        return len(self.national_lines) == 1

    @property
    def is_wide(self) -> bool:
        """Say whether the page should lie on its long side."""
        return sum(column.width for column in self.columns) > _LANDSCAPE_FROM


def shown(value: Cell, kind: ColumnKind) -> str:
    """Return a value as Vietnamese readers write it: 1.234 and 12,50 and 25,0% and 05/12/2017."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, str):
        return value
    if kind is ColumnKind.PERCENT:
        return _grouped(Decimal(value) * 100, 1) + "%"
    if kind is ColumnKind.DECIMAL:
        return _grouped(Decimal(value), 2)
    return _grouped(Decimal(value), 0)


def sums(columns: Sequence[ReportColumn], rows: Sequence[ReportRow]) -> tuple[Cell, ...]:
    """Return the totals of the counted columns over the rows that are no subtotals.

    The first text column says "Tổng số"; dates and percentages have no sum.
    """
    plain = [row for row in rows if not row.strong]
    totals: list[Cell] = []
    named = False
    for index, column in enumerate(columns):
        if column.kind in (ColumnKind.INTEGER, ColumnKind.DECIMAL):
            values = [row.cells[index] for row in plain]
            totals.append(sum((v for v in values if isinstance(v, int | Decimal)), start=0))
        elif column.kind is ColumnKind.TEXT and not named:
            totals.append("Tổng số")
            named = True
        else:
            totals.append(None)
    return tuple(totals)


def _grouped(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,}".translate(str.maketrans(",.", ".,"))
