"""How conflicts are listed, and both sides told in words (cột và lời của xung đột)."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.record_labels import record_label
from dvk_desktop.domain.records.exchange import ConflictRow
from dvk_desktop.views.exchange.wording import field_name, kind_name, shown_value, when
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.translation import worded

DELETED = "deleted"


def conflict_columns() -> tuple[Column[ConflictRow], ...]:
    """Return the columns of open conflicts."""
    return (
        Column[ConflictRow](
            "label",
            QCoreApplication.translate("conflict_columns", "Bản ghi"),
            lambda row: row.label,
            tool_tip=lambda row: row.label,
            stretch=True,
        ),
        Column[ConflictRow](
            "type",
            QCoreApplication.translate("conflict_columns", "Loại"),
            lambda row: worded(record_label(row.record_type)),
            width=130,
            fold_below=1000,
        ),
        Column[ConflictRow](
            "unit",
            QCoreApplication.translate("conflict_columns", "Đơn vị"),
            lambda row: row.unit_name,
            width=140,
            fold_below=820,
        ),
        Column[ConflictRow](
            "field",
            QCoreApplication.translate("conflict_columns", "Mục"),
            _subject_of,
            width=150,
        ),
        Column[ConflictRow](
            "package",
            QCoreApplication.translate("conflict_columns", "Gói"),
            package_name,
            tool_tip=package_name,
            width=200,
        ),
        Column[ConflictRow](
            "found_at",
            QCoreApplication.translate("conflict_columns", "Thấy lúc"),
            lambda row: when(row.found_at),
            sort_key=lambda row: row.found_at,
            width=134,
            fold_below=900,
        ),
    )


def package_name(row: ConflictRow) -> str:
    """Return which package brought a conflict: Gói báo cáo số 3 của Đảng ủy xã Yên Phong."""
    if not row.package_kind:
        text = QCoreApplication.translate("conflict_columns", "Gói của {name}")
        return text.format(name=row.sender_name)
    text = QCoreApplication.translate("conflict_columns", "{kind} số {number} của {name}")
    return text.format(
        kind=kind_name(row.package_kind), number=row.package_number, name=row.sender_name
    )


def package_choices(rows: Iterable[ConflictRow]) -> list[tuple[str, str]]:
    """Return the packages of conflicts with their counts, after the choice of all."""
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for row in rows:
        counts[row.package_id] = counts.get(row.package_id, 0) + 1
        names[row.package_id] = package_name(row)
    every = QCoreApplication.translate("conflict_columns", "Mọi gói ({count})")
    return [
        ("", every.format(count=sum(counts.values()))),
        *((one, f"{name} ({counts[one]})") for one, name in names.items()),
    ]


def heading_of(row: ConflictRow) -> str:
    """Return what a conflict is about."""
    return f"{row.label}: {_subject_of(row)}"


def ours_in_words(row: ConflictRow, names: Mapping[str, str]) -> str:
    """Return what stands here: a value, or whether the record was deleted."""
    if row.field != DELETED:
        return shown_value(row.record_type, row.field, row.ours, names)
    if row.ours:
        return QCoreApplication.translate("conflict_columns", "Bản ghi đã bị xóa ở đây.")
    return _kept(row, is_here=True)


def theirs_in_words(row: ConflictRow, names: Mapping[str, str]) -> str:
    """Return what the package says: a value, or whether the record was deleted there."""
    if row.field != DELETED:
        return shown_value(row.record_type, row.field, row.theirs, names)
    if row.theirs:
        return QCoreApplication.translate("conflict_columns", "Nơi gửi đã xóa bản ghi này.")
    return _kept(row, is_here=False)


def ways_out(row: ConflictRow) -> tuple[str, str]:
    """Return what the buttons of our and of their side say."""
    if row.field != DELETED:
        return (
            QCoreApplication.translate("conflict_columns", "Giữ giá trị này"),
            QCoreApplication.translate("conflict_columns", "Lấy giá trị này"),
        )
    keep = QCoreApplication.translate("conflict_columns", "Giữ bản ghi")
    delete = QCoreApplication.translate("conflict_columns", "Xóa bản ghi")
    return (delete, keep) if row.ours else (keep, delete)


def _subject_of(row: ConflictRow) -> str:
    if row.field != DELETED:
        return field_name(row.field)
    return QCoreApplication.translate("conflict_columns", "Một nơi xóa, một nơi sửa")


def _kept(row: ConflictRow, *, is_here: bool) -> str:
    fields = ", ".join(worded(name) for name in row.edited)
    if not fields:
        return (
            QCoreApplication.translate("conflict_columns", "Ở đây vẫn giữ bản ghi này.")
            if is_here
            else QCoreApplication.translate("conflict_columns", "Nơi gửi vẫn giữ bản ghi này.")
        )
    text = (
        QCoreApplication.translate("conflict_columns", "Ở đây vẫn giữ và đã sửa: {fields}.")
        if is_here
        else QCoreApplication.translate("conflict_columns", "Nơi gửi vẫn giữ và đã sửa: {fields}.")
    )
    return text.format(fields=fields)
