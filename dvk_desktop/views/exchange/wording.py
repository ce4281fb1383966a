"""How packages, records and values are told to a clerk (cách nói)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.domain.record_labels import NO, YES, item_label, record_label
from dvk_desktop.domain.record_types import RECORD_TYPES, FieldSpec
from dvk_desktop.domain.records.exchange import PackageRow
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.services.exchange.packing import SENT
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

_LABELS: dict[str, str] = {
    **{member.value: member.label for member in RegistrationState},
    **{member.value: member.label for member in RegistrationKind},
    **{member.value: member.label for member in SubjectType},
}
_LONGEST = 2000
_FIRST = ("registration", "decision", "score_sheet", "certificate", "unit", "campaign")
"""What a clerk thinks of first stands first among counts."""


def when(stamp: str) -> str:
    """Return a time as people write it: 23/11/2026 19:50."""
    try:
        return f"{datetime.fromisoformat(stamp):%d/%m/%Y %H:%M}"
    except ValueError:
        return stamp


def kind_name(kind: str) -> str:
    """Return what a kind of package is called."""
    return worded(PackageKind(kind).label) if kind in set(PackageKind) else kind


def field_name(field: str) -> str:
    """Return what a field is called."""
    return worded(item_label(field))


def spec_of(record_type: str, field: str) -> FieldSpec | None:
    """Return what a field may hold, if this program knows it."""
    known = RECORD_TYPES.get(record_type)
    if known is None:
        return None
    return next((spec for spec in known.fields if spec.name == field), None)


def shown_value(record_type: str, field: str, value: Any, names: Mapping[str, str]) -> str:
    """Return a value of a package as the office writes it; a dash for nothing."""
    if value is None or value in ("", [], {}):
        return "–"
    if isinstance(value, bool):
        return worded(YES if value else NO)
    spec = spec_of(record_type, field)
    if spec is not None and spec.kind == "ids":
        return ", ".join(names.get(one) or worded(UNKNOWN_UNIT) for one in value)
    text = str(value)
    if spec is not None and spec.kind == "date":
        return "/".join(reversed(text.split("-")))
    if spec is not None and spec.kind == "decimal":
        return text.replace(".", ",")
    if spec is not None and spec.choices:
        return worded(_LABELS.get(text, text))
    return names.get(text, text)[:_LONGEST]


def choices_of(record_type: str, field: str) -> list[tuple[str, str]]:
    """Return the values a field may hold, with their labels; none for free text."""
    spec = spec_of(record_type, field)
    if spec is None:
        return []
    return [(value, worded(_LABELS.get(value, value))) for value in spec.choices]


def record_counts(counts: Mapping[str, Any]) -> str:
    """Tell counts by type of record: 5 đăng ký, 27 đơn vị."""
    order = dict.fromkeys((*_FIRST, *RECORD_TYPES))
    one = QCoreApplication.translate("exchange", "{count} {kind}")
    parts = [
        one.format(count=counts[name], kind=worded(record_label(name)).lower())
        for name in order
        if isinstance(counts.get(name), int) and counts[name]
    ]
    return ", ".join(parts) or QCoreApplication.translate("exchange", "không có bản ghi")


def merge_counts(counts: Mapping[str, Any]) -> str:
    """Tell what a merge did: 5 mới, 2 thay đổi."""
    named = (
        ("new", QCoreApplication.translate("exchange", "{count} mới")),
        ("changed", QCoreApplication.translate("exchange", "{count} thay đổi")),
        ("removed", QCoreApplication.translate("exchange", "{count} xóa")),
        ("conflicts", QCoreApplication.translate("exchange", "{count} xung đột")),
        ("refused", QCoreApplication.translate("exchange", "{count} từ chối")),
        ("same", QCoreApplication.translate("exchange", "{count} không đổi")),
    )
    parts = [text.format(count=counts[name]) for name, text in named if counts.get(name)]
    return ", ".join(parts) or QCoreApplication.translate("exchange", "không có gì mới")


def package_counts(row: PackageRow) -> str:
    """Tell what a package of the history held or did."""
    if row.kind == PackageKind.RECEIPT:
        return QCoreApplication.translate("exchange", "biên nhận")
    return record_counts(row.counts) if row.direction == SENT else merge_counts(row.counts)


def package_state(row: PackageRow) -> tuple[str, Tone]:
    """Tell where a package stands; only a receipt makes it green."""
    if row.direction != SENT:
        return QCoreApplication.translate("exchange", "Đã nhập"), Tone.SUCCESS
    if row.kind == PackageKind.RECEIPT:
        return QCoreApplication.translate("exchange", "Biên nhận đã ghi"), Tone.NEUTRAL
    if not row.receipt:
        return QCoreApplication.translate("exchange", "Đã ghi, chờ biên nhận"), Tone.WARNING
    refused = len(row.receipt.get("refused") or ())
    if refused:
        text = QCoreApplication.translate("exchange", "Đã nhận biên nhận, từ chối {count} bản ghi")
        return text.format(count=refused), Tone.DANGER
    return QCoreApplication.translate("exchange", "Đã nhận biên nhận, nhận đủ"), Tone.SUCCESS
