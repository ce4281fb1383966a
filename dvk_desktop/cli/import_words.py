"""What an import of files says, for units and registrations alike (kết quả nhập tệp)."""

from collections.abc import Iterable, Mapping
from typing import Any

from dvk_desktop.cli.answer import Table
from dvk_desktop.domain.records.intake import ProblemRow

PROBLEM_HEADINGS = ("Tệp", "Trang", "Dòng", "Cột", "Giá trị", "Mã", "Nội dung và cách sửa")


def problem_members(problem: ProblemRow) -> dict[str, Any]:
    """Return a problem as programs read it."""
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code,
        "message": problem.wording,
        "error": problem.is_error,
    }


def problem_table(by_file: Mapping[str, Iterable[ProblemRow]]) -> tuple[Table, ...]:
    """Return the problems of all files as one table, or nothing when there are none."""
    rows = [
        (name, row.sheet, row.row, row.column, row.value, row.code, row.wording)
        for name, problems in by_file.items()
        for row in problems
    ]
    return (Table(PROBLEM_HEADINGS, rows),) if rows else ()
