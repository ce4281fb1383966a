"""What words and group headings of a file mean, with lists to correct it (nghĩa của từ)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import (
    MEANS_NOTHING,
    Corrections,
    HeadingMeaning,
    LayoutKey,
    PlannedFile,
)
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.views.exchange.choice_table import Choices, ChoiceTable
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.exchange.understood_columns import HEADING, FileWord, word_columns
from dvk_desktop.views.translation import worded

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_MOST_WORDS = 200

Said = Mapping[LayoutKey, Corrections]


class WordsView(QWidget):
    """What each word of the columns of choices, and each group heading, was taken for.

    ``corrected`` carries the layout and what was said (nghĩa của từ).
    """

    corrected = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said: Said = {}
        self._meanings: dict[str, list[tuple[str, str]]] = {}
        self.table = ChoiceTable(
            "intake_words",
            self.tr("Các từ trong tệp"),
            lambda word: word.id,
            self._choices,
            empty_text=self.tr(
                "Tệp không có cột lĩnh vực, đối tượng hay loại đăng ký, cũng không có tiêu đề nhóm."
            ),
        )
        self.table.show_columns(word_columns(self._is_new), "meaning")
        self.table.decided.connect(self._decide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table)

    def show_file(self, file: PlannedFile, said: Said) -> int:
        """Show a file; return how many of its words nobody knows."""
        self._said = said
        campaign_id = file.campaign_id or self._desk.campaign_id
        self._meanings = meanings_of(self._desk.services, campaign_id)
        words = words_of(file)
        self.table.show_records(words[:_MOST_WORDS])
        return sum(word.is_unknown for word in words)

    def _choices(self, word: FileWord) -> tuple[Choices, object, str]:
        name = self.tr("“{word}” nghĩa là").format(word=word.text)
        if word.item == HEADING:
            return self._heading_choices(word), _present(word), name
        meanings: list[tuple[str | None, str]] = list(self._meanings[word.item])
        value = None if word.value is None else str(word.value)
        if value is None:
            meanings.insert(0, (None, self.tr("Chọn nghĩa…")))
        return meanings, value, name

    def _heading_choices(self, word: FileWord) -> Choices:
        named = self.tr("{item}: {value}")
        offered: list[tuple[object, str]] = [
            (
                HeadingMeaning(item, value),
                named.format(item=worded(FIELD_LABELS[item]), value=label),
            )
            for item in ("sector_code", "subject_type", "kind", "unit_id")
            for value, label in self._meanings[item]
        ]
        body = HeadingMeaning("lead_body", word.text)
        offered.append(
            (body, named.format(item=worded(FIELD_LABELS["lead_body"]), value=word.text))
        )
        offered.append((MEANS_NOTHING, self.tr("Tiêu đề không có nghĩa gì")))
        texts = dict(offered)
        if len(word.meanings) > 1:
            several = "; ".join(texts.get(one, one.value) for one in word.meanings)
            offered.insert(0, (word.meanings, several))
        elif word.is_unknown:
            offered.insert(0, (None, self.tr("Chọn nghĩa…")))
        return offered

    def _is_new(self, word: FileWord) -> bool:
        said = [self._said[layout] for layout in word.layouts if layout in self._said]
        if word.item == HEADING:
            return any(word.text in one.headings for one in said)
        return any((word.item, word.text) in one.words for one in said)

    def _decide(self, word: FileWord, value: object) -> None:
        if isinstance(value, HeadingMeaning):
            corrections = Corrections(headings={word.text: value})
        elif isinstance(value, str):
            corrections = Corrections(words={(word.item, word.text): value})
        else:
            return
        for layout in word.layouts:
            self.corrected.emit(layout, corrections)


def meanings_of(services: "Services", campaign_id: str) -> dict[str, list[tuple[str, str]]]:
    """Return what the words of each item may mean, with labels."""
    return {
        "sector_code": [(row.code, row.name) for row in services.campaigns.sectors(campaign_id)],
        "subject_type": [(one.value, worded(one.label)) for one in SubjectType],
        "kind": [(one.value, worded(one.label)) for one in RegistrationKind],
        "target_level": [(row.code, row.name) for row in services.office.levels()],
        "unit_id": [(row.id, row.name) for row in services.units.units()],
    }


def words_of(file: PlannedFile) -> list[FileWord]:
    """Return words and headings of all tables of a file, each once, what nobody knows first."""
    found: dict[str, FileWord] = {}
    for one in _words(file):
        found[one.id] = _both(found[one.id], one) if one.id in found else one
    return sorted(found.values(), key=lambda word: not word.is_unknown)


def _words(file: PlannedFile) -> Iterator[FileWord]:
    for table in file.tables:
        for word in table.words:
            yield FileWord(
                word.item,
                word.word,
                word.value,
                word.count,
                (table.layout,),
                is_corrected=word.is_corrected,
            )
        for heading in table.headings:
            yield FileWord(
                HEADING,
                heading.text,
                None,
                heading.count,
                (table.layout,),
                is_corrected=heading.is_corrected,
                meanings=heading.meanings,
            )


def _both(one: FileWord, other: FileWord) -> FileWord:
    unknown = [word for word in (one, other) if word.is_unknown] or [one]
    layouts = tuple(dict.fromkeys((*one.layouts, *other.layouts)))
    return replace(unknown[0], count=one.count + other.count, layouts=layouts)


def _present(word: FileWord) -> object:
    """Return the meaning that the list of a heading shows as chosen."""
    if len(word.meanings) > 1:
        return word.meanings
    if word.meanings:
        return word.meanings[0]
    return None if word.is_unknown else MEANS_NOTHING
