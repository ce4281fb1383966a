"""What a condition on a column says in words (điều kiện bằng lời)."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.column_condition import (
    EMPTY,
    ColumnCondition,
    FilterKind,
    column_label,
    filter_kind,
)
from dvk_desktop.views.dates import format_date
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.number_edit import format_number

_NAMED = 3


def condition_words(wanted: ColumnCondition) -> str:
    """Return a condition as a chip shows it: the column and what it has to hold."""
    parts = [part for part in (_values(wanted), _words(wanted), _range(wanted)) if part]
    return f"{worded(column_label(wanted.column))}: {'; '.join(parts)}"


def _values(wanted: ColumnCondition) -> str:
    translate = QCoreApplication.translate
    if not wanted.values:
        return ""
    empty = translate("condition_words", "(Trống)")
    names = [empty if value == EMPTY else worded(wanted.label_of(value)) for value in wanted.values]
    text = ", ".join(" ".join(name.split()) for name in names[:_NAMED])
    if len(names) > _NAMED:
        more = translate("condition_words", "{names} và {count} giá trị khác")
        text = more.format(names=text, count=len(names) - _NAMED)
    if wanted.is_excluded:
        return translate("condition_words", "trừ {names}").format(names=text)
    return text


def _words(wanted: ColumnCondition) -> str:
    if not wanted.words:
        return ""
    return QCoreApplication.translate("condition_words", "có “{words}”").format(words=wanted.words)


def _range(wanted: ColumnCondition) -> str:
    translate = QCoreApplication.translate
    is_date = filter_kind(wanted.column) is FilterKind.DATE
    low, high = (_limit(text, is_date=is_date) for text in (wanted.low, wanted.high))
    if low and high:
        return translate("condition_words", "từ {low} đến {high}").format(low=low, high=high)
    if low:
        return translate("condition_words", "từ {low}").format(low=low)
    return translate("condition_words", "đến {high}").format(high=high) if high else ""


def _limit(text: str, *, is_date: bool) -> str:
    if not text:
        return ""
    return format_date(date.fromisoformat(text)) if is_date else format_number(Decimal(text))
