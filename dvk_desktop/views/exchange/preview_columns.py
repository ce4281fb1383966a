"""Columns of the preview of a package (cột xem trước)."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.record_labels import record_label
from dvk_desktop.domain.records.exchange import FieldChange, MergeAction, MergeItem
from dvk_desktop.views.exchange.wording import field_name, shown_value
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

TONES = {
    MergeAction.NEW: Tone.SUCCESS,
    MergeAction.CHANGED: Tone.ACCENT,
    MergeAction.REMOVED: Tone.DANGER,
    MergeAction.CONFLICT: Tone.WARNING,
    MergeAction.REFUSED: Tone.DANGER,
    MergeAction.SAME: Tone.NEUTRAL,
}


def item_columns() -> tuple[Column[MergeItem], ...]:
    """Return the columns of the records of a package."""
    return (
        Column[MergeItem](
            "action",
            QCoreApplication.translate("preview_columns", "Việc sẽ làm"),
            lambda item: worded(item.action.label),
            decoration=lambda item: dot(TONES[item.action]),
            width=128,
        ),
        Column[MergeItem](
            "type",
            QCoreApplication.translate("preview_columns", "Loại"),
            lambda item: worded(record_label(item.record_type)),
            width=128,
        ),
        Column[MergeItem](
            "label",
            QCoreApplication.translate("preview_columns", "Bản ghi"),
            lambda item: item.label,
            tool_tip=lambda item: item.label,
            stretch=True,
        ),
        Column[MergeItem](
            "fields",
            QCoreApplication.translate("preview_columns", "Mục khác"),
            _fields_text,
            tool_tip=_fields_text,
            width=240,
            fold_below=720,
        ),
    )


def change_columns(names: Mapping[str, str], record_type: str) -> tuple[Column[FieldChange], ...]:
    """Return the columns of the fields of one record: what is here, what comes."""
    return (
        Column[FieldChange](
            "field",
            QCoreApplication.translate("preview_columns", "Mục"),
            lambda change: field_name(change.field),
            decoration=lambda change: dot(Tone.WARNING) if change.is_conflict else None,
            width=170,
        ),
        Column[FieldChange](
            "ours",
            QCoreApplication.translate("preview_columns", "Đang có ở đây"),
            lambda change: shown_value(record_type, change.field, change.ours, names),
            tool_tip=lambda change: shown_value(record_type, change.field, change.ours, names),
            width=320,
        ),
        Column[FieldChange](
            "theirs",
            QCoreApplication.translate("preview_columns", "Trong gói"),
            lambda change: shown_value(record_type, change.field, change.theirs, names),
            tool_tip=lambda change: shown_value(record_type, change.field, change.theirs, names),
            stretch=True,
        ),
    )


def _fields_text(item: MergeItem) -> str:
    if item.reason is not None:
        return worded(item.reason)
    if item.action is MergeAction.NEW:
        return ""
    return ", ".join(field_name(change.field) for change in item.fields)
