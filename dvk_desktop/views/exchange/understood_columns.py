"""Columns of what was understood of a file: its columns and its words (cột của cách hiểu)."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.intake import HeadingMeaning, LayoutKey, PlannedColumn
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.vietnamese.legacy import LegacyEncoding
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

_SURE = 0.9


HEADING = "heading"
"""The item of a group heading."""


@dataclass(frozen=True, slots=True)
class FileWord:
    """A word or a group heading of a file, with the layouts in which it stands (từ trong tệp).

    ``item`` is the item of the column that has the word, or ``HEADING``; then ``meanings`` is
    what the heading was taken for.
    """

    item: str
    text: str
    value: object
    count: int
    layouts: tuple[LayoutKey, ...]
    is_corrected: bool = False
    meanings: tuple[HeadingMeaning, ...] = ()

    @property
    def id(self) -> str:
        """What the word is known by in its file."""
        return f"{self.item} {self.text}"

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows what it means."""
        if self.item == HEADING:
            return not self.meanings and not self.is_corrected
        return self.value is None


def column_state(column: PlannedColumn, is_new: bool) -> tuple[str, Tone]:
    """Tell how sure it is what a column holds."""
    if column.is_corrected and is_new:
        return QCoreApplication.translate("understood_columns", "Vừa sửa"), Tone.ACCENT
    if column.is_corrected:
        return QCoreApplication.translate("understood_columns", "Đã nhớ"), Tone.ACCENT
    if column.role is None:
        return QCoreApplication.translate("understood_columns", "Chưa nhận"), Tone.WARNING
    if column.confidence < _SURE:
        return QCoreApplication.translate("understood_columns", "Đoán"), Tone.WARNING
    return QCoreApplication.translate("understood_columns", "Chắc chắn"), Tone.SUCCESS


def columns_of_columns(is_new: Callable[[int], bool]) -> tuple[Column[PlannedColumn], ...]:
    """Return the columns in which the columns of a file are shown.

    ``is_new`` says whether the column at a place was corrected just now.
    """

    def state(column: PlannedColumn) -> tuple[str, Tone]:
        return column_state(column, is_new(column.place))

    return (*_taken_columns(state), *_sample_columns())


def _taken_columns(
    state: Callable[[PlannedColumn], tuple[str, Tone]],
) -> tuple[Column[PlannedColumn], ...]:
    one = Column[PlannedColumn]
    return (
        one(
            "letters",
            QCoreApplication.translate("understood_columns", "Cột"),
            lambda column: column.letters,
            sort_key=lambda column: column.place,
            decoration=lambda column: dot(state(column)[1]),
            tool_tip=lambda column: state(column)[0],
            width=68,
        ),
        one(
            "header",
            QCoreApplication.translate("understood_columns", "Tiêu đề trong tệp"),
            lambda column: " ".join(column.header.split()),
            tool_tip=lambda column: column.header,
            width=144,
        ),
        one(
            "role",
            QCoreApplication.translate("understood_columns", "Được hiểu là"),
            lambda _: "",
            width=196,
            sortable=False,
        ),
        one(
            "state",
            QCoreApplication.translate("understood_columns", "Mức tin"),
            lambda column: state(column)[0],
            width=116,
            fold_below=860,
        ),
    )


def _sample_columns() -> tuple[Column[PlannedColumn], ...]:
    one = Column[PlannedColumn]
    return (
        one(
            "decoded",
            QCoreApplication.translate("understood_columns", "Đọc thành"),
            lambda column: _samples(column.decoded_samples),
            tool_tip=lambda column: "\n\n".join(column.decoded_samples),
            stretch=True,
        ),
        one(
            "raw",
            QCoreApplication.translate("understood_columns", "Ô trong tệp"),
            _raw_text,
            tool_tip=lambda column: "\n\n".join(column.raw_samples),
            width=170,
            fold_below=700,
        ),
        one(
            "encoding",
            QCoreApplication.translate("understood_columns", "Bảng mã"),
            encoding_name,
            width=116,
            fold_below=780,
        ),
    )


def word_state(word: FileWord, is_new: bool) -> tuple[str, Tone]:
    """Tell how sure it is what a word means."""
    if word.is_corrected and is_new:
        return QCoreApplication.translate("understood_columns", "Vừa sửa"), Tone.ACCENT
    if word.is_corrected:
        return QCoreApplication.translate("understood_columns", "Đã nhớ"), Tone.ACCENT
    if word.is_unknown:
        return QCoreApplication.translate("understood_columns", "Chưa rõ"), Tone.DANGER
    return QCoreApplication.translate("understood_columns", "Đã hiểu"), Tone.SUCCESS


def word_columns(is_new: Callable[[FileWord], bool]) -> tuple[Column[FileWord], ...]:
    """Return the columns of the words of a file."""
    one = Column[FileWord]

    def state(word: FileWord) -> tuple[str, Tone]:
        return word_state(word, is_new(word))

    return (
        one(
            "word",
            QCoreApplication.translate("understood_columns", "Đơn vị ghi"),
            lambda word: word.text,
            tool_tip=lambda word: f"{word.text}\n{state(word)[0]}",
            decoration=lambda word: dot(state(word)[1]),
            stretch=True,
        ),
        one(
            "item",
            QCoreApplication.translate("understood_columns", "Ở mục"),
            _item_name,
            width=152,
        ),
        one(
            "meaning",
            QCoreApplication.translate("understood_columns", "Nghĩa là"),
            lambda _: "",
            width=212,
            sortable=False,
        ),
        one(
            "state",
            QCoreApplication.translate("understood_columns", "Mức tin"),
            lambda word: state(word)[0],
            width=100,
            fold_below=560,
        ),
        _count_column(),
    )


def _item_name(word: FileWord) -> str:
    if word.item == HEADING:
        return QCoreApplication.translate("understood_columns", "Tiêu đề nhóm")
    return worded(FIELD_LABELS[word.item])


def _count_column() -> Column[FileWord]:
    return Column[FileWord](
        "count",
        QCoreApplication.translate("understood_columns", "Số dòng"),
        lambda word: str(word.count),
        sort_key=lambda word: word.count,
        alignment=NUMBER,
        width=76,
        fold_below=560,
    )


def _samples(texts: tuple[str, ...]) -> str:
    return " · ".join(" ".join(text.split()) for text in texts)


def _raw_text(column: PlannedColumn) -> str:
    """Show what stands in the cells, with the font it was written for."""
    text = _samples(column.raw_samples)
    is_other = column.encoding and column.raw_samples != column.decoded_samples
    return f"{str(column.encoding).upper()}: {text}" if is_other else text


def encoding_name(column: PlannedColumn) -> str:
    """Return how a column is encoded, in the words of an office."""
    if column.encoding:
        return worded(LegacyEncoding(column.encoding).label)
    if any(not unicodedata.is_normalized("NFC", text) for text in column.raw_samples):
        return QCoreApplication.translate("understood_columns", "Unicode tổ hợp")
    return "Unicode"
