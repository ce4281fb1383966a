"""Problems of a file as records that windows and command line show (vấn đề của tệp)."""

from dvk_desktop.domain.records.intake import ProblemRow
from dvk_desktop.exchange.intake.problems import IntakeProblem


def problem_row(found: IntakeProblem) -> ProblemRow:
    """Return a problem of the reader as a record."""
    return ProblemRow(
        sheet=found.sheet,
        row=found.row,
        column=found.column,
        value=found.value,
        code=found.code,
        wording=found.message,
        is_error=found.is_error,
    )


def intake_problem(row: ProblemRow) -> IntakeProblem:
    """Return a problem as the writer of the marked workbook takes it."""
    return IntakeProblem(
        sheet=row.sheet,
        row=row.row,
        column=row.column,
        value=row.value,
        code=row.code,
        message=row.wording,
        is_error=row.is_error,
    )
