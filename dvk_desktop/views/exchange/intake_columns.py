"""Columns of the plan of an import (cột của kế hoạch nhập)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.intake import (
    PlannedAction,
    PlannedFile,
    PlannedItem,
    ProblemRow,
)
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.views.dates import format_date
from dvk_desktop.views.exchange.wording import field_name
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

TONES = {
    PlannedAction.NEW: Tone.SUCCESS,
    PlannedAction.CHANGED: Tone.ACCENT,
    PlannedAction.SAME: Tone.NEUTRAL,
    PlannedAction.SET_ASIDE: Tone.WARNING,
    PlannedAction.SKIPPED: Tone.NEUTRAL,
}


_OTHER_YEAR = frozenset({"YEAR_UNCLEAR", "YEAR_DIFFERS", "TEMPLATE_OTHER_YEAR"})


def is_no_list(file: PlannedFile) -> bool:
    """Tell whether a file was read but no list was found in it."""
    return file.refusal is None and not file.tables and not file.items


def lacks_name(file: PlannedFile) -> bool:
    """Tell whether lists were found in a file, but no column with the names of models."""
    roles = {column.role for table in file.tables for column in table.columns}
    return bool(file.tables) and not file.items and "name" not in roles


def is_of_nobody(file: PlannedFile) -> bool:
    """Tell whether neither the file nor any row of it says whose it is."""
    return file.unit_id is None and not any(item.draft.unit_id for item in file.items)


def verdict(file: PlannedFile) -> tuple[str, Tone]:
    """Return what to do about a file, in few words: what keeps all of it out goes first."""
    if file.refusal is not None:
        return QCoreApplication.translate("intake_columns", "Không đọc được"), Tone.DANGER
    if is_no_list(file):
        return QCoreApplication.translate("intake_columns", "Không có danh sách"), Tone.DANGER
    if lacks_name(file):
        return QCoreApplication.translate("intake_columns", "Chưa rõ cột tên"), Tone.DANGER
    if is_of_nobody(file):
        return QCoreApplication.translate("intake_columns", "Chưa rõ đơn vị"), Tone.DANGER
    if any(problem.code in _OTHER_YEAR for problem in file.problems):
        return QCoreApplication.translate("intake_columns", "Ghi năm khác"), Tone.WARNING
    if file.count(PlannedAction.SET_ASIDE):
        return QCoreApplication.translate("intake_columns", "Có dòng phải xem"), Tone.WARNING
    if not file.items:
        return QCoreApplication.translate("intake_columns", "Không thấy mô hình nào"), Tone.WARNING
    if file.problems:
        return QCoreApplication.translate("intake_columns", "Nên xem lưu ý"), Tone.WARNING
    if file.count(PlannedAction.NEW) + file.count(PlannedAction.CHANGED):
        return QCoreApplication.translate("intake_columns", "Nhập được"), Tone.SUCCESS
    return QCoreApplication.translate("intake_columns", "Đã có đủ"), Tone.NEUTRAL


def file_columns() -> tuple[Column[PlannedFile], ...]:
    """Return the columns of files with their verdicts."""
    return (
        Column[PlannedFile](
            "name",
            QCoreApplication.translate("intake_columns", "Tệp"),
            lambda file: file.path.name,
            tool_tip=lambda file: str(file.path),
            stretch=True,
        ),
        Column[PlannedFile](
            "unit",
            QCoreApplication.translate("intake_columns", "Đơn vị"),
            lambda file: file.unit_name or QCoreApplication.translate("intake_columns", "chưa rõ"),
            width=170,
            fold_below=620,
        ),
        _count("new", QCoreApplication.translate("intake_columns", "Mới"), PlannedAction.NEW),
        _count(
            "changed",
            QCoreApplication.translate("intake_columns", "Cập nhật"),
            PlannedAction.CHANGED,
        ),
        _count("same", QCoreApplication.translate("intake_columns", "Đã có"), PlannedAction.SAME),
        _count(
            "aside", QCoreApplication.translate("intake_columns", "Để lại"), PlannedAction.SET_ASIDE
        ),
        Column[PlannedFile](
            "problems",
            QCoreApplication.translate("intake_columns", "Lưu ý"),
            lambda file: str(len(file.problems) or ""),
            sort_key=lambda file: len(file.problems),
            alignment=NUMBER,
            width=68,
            fold_below=520,
        ),
        Column[PlannedFile](
            "verdict",
            QCoreApplication.translate("intake_columns", "Nhận xét"),
            lambda file: verdict(file)[0],
            decoration=lambda file: dot(verdict(file)[1]),
            width=172,
        ),
    )


def item_columns(
    unit_names: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Column[PlannedItem], ...]:
    """Return the columns of the rows of one file; ``names`` are those of sectors and levels."""
    return (*_row_columns(), *_draft_columns(unit_names, names))


def _row_columns() -> tuple[Column[PlannedItem], ...]:
    return (
        Column[PlannedItem](
            "row",
            QCoreApplication.translate("intake_columns", "Dòng"),
            lambda item: str(item.row),
            sort_key=lambda item: item.key,
            width=72,
        ),
        Column[PlannedItem](
            "action",
            QCoreApplication.translate("intake_columns", "Việc sẽ làm"),
            lambda item: worded(item.action.label),
            decoration=lambda item: dot(TONES[item.action]),
            width=150,
        ),
        Column[PlannedItem](
            "name",
            QCoreApplication.translate("intake_columns", "Tên mô hình"),
            lambda item: item.draft.name,
            tool_tip=lambda item: item.draft.name,
            stretch=True,
        ),
    )


def _draft_columns(
    unit_names: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Column[PlannedItem], ...]:
    def changes(item: PlannedItem) -> str:
        return "; ".join(change_texts(item, names))

    return (
        Column[PlannedItem](
            "changes",
            QCoreApplication.translate("intake_columns", "Mục thay đổi"),
            lambda item: ", ".join(field_name(name) for name in item.fields),
            tool_tip=changes,
            width=150,
            fold_below=560,
        ),
        Column[PlannedItem](
            "unit",
            QCoreApplication.translate("intake_columns", "Đơn vị"),
            lambda item: unit_names.get(item.draft.unit_id, ""),
            width=140,
            fold_below=900,
        ),
        Column[PlannedItem](
            "sector",
            QCoreApplication.translate("intake_columns", "Lĩnh vực"),
            lambda item: item_text(item.draft.sector_code, names),
            width=130,
            fold_below=640,
        ),
        Column[PlannedItem](
            "subject",
            QCoreApplication.translate("intake_columns", "Đối tượng"),
            lambda item: item_text(item.draft.subject_type, names),
            width=90,
            fold_below=800,
        ),
        Column[PlannedItem](
            "sheet",
            QCoreApplication.translate("intake_columns", "Trang"),
            lambda item: item.sheet,
            is_hidden=True,
        ),
    )


def change_texts(item: PlannedItem, names: Mapping[str, str]) -> list[str]:
    """Return the changes of a row in words: Địa chỉ: “Thôn 1” → “Thôn 2”."""
    return [
        f"{field_name(name)}: “{item_text(item.before.get(name), names)}”"
        f" → “{item_text(getattr(item.draft, name), names)}”"
        for name in item.fields
    ]


def item_text(value: object, names: Mapping[str, str]) -> str:
    """Return the value of an item of a registration as the office writes it."""
    if value is None or value == "":
        return ""
    if isinstance(value, Labelled):
        return worded(value.label)
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return names.get(str(value), str(value))


Numbered = tuple[int, ProblemRow]
"""A problem with its place among those of the file."""


def problem_columns() -> tuple[Column[Numbered], ...]:
    """Return the columns of what a person must look at: where, what, why."""
    return (
        Column[Numbered](
            "grade",
            QCoreApplication.translate("intake_columns", "Mức"),
            lambda pair: (
                QCoreApplication.translate("intake_columns", "Lỗi")
                if pair[1].is_error
                else QCoreApplication.translate("intake_columns", "Lưu ý")
            ),
            decoration=lambda pair: dot(Tone.DANGER if pair[1].is_error else Tone.WARNING),
            width=82,
        ),
        *_place_columns(),
        Column[Numbered](
            "value",
            QCoreApplication.translate("intake_columns", "Giá trị"),
            lambda pair: pair[1].value,
            tool_tip=lambda pair: pair[1].value,
            width=116,
        ),
        Column[Numbered](
            "message",
            QCoreApplication.translate("intake_columns", "Vấn đề và cách xử lý"),
            lambda pair: worded(pair[1].wording),
            tool_tip=lambda pair: worded(pair[1].wording),
            stretch=True,
        ),
    )


def _place_columns() -> tuple[Column[Numbered], ...]:
    return (
        Column[Numbered](
            "sheet",
            QCoreApplication.translate("intake_columns", "Trang"),
            lambda pair: pair[1].sheet,
            tool_tip=lambda pair: pair[1].sheet,
            width=88,
            fold_below=640,
        ),
        Column[Numbered](
            "row",
            QCoreApplication.translate("intake_columns", "Dòng"),
            lambda pair: str(pair[1].row or ""),
            sort_key=lambda pair: pair[1].row,
            alignment=NUMBER,
            width=56,
        ),
        Column[Numbered](
            "column",
            QCoreApplication.translate("intake_columns", "Cột"),
            lambda pair: pair[1].column or "",
            width=72,
        ),
    )


def _count(key: str, heading: str, action: PlannedAction) -> Column[PlannedFile]:
    def number(file: PlannedFile) -> int:
        return file.count(action)

    def text(file: PlannedFile) -> str:
        return str(number(file) or "")

    narrow = 760 if action in (PlannedAction.SAME, PlannedAction.CHANGED) else 460
    return Column[PlannedFile](
        key, heading, text, sort_key=number, alignment=NUMBER, width=64, fold_below=narrow
    )
