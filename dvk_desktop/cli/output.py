"""Puts answers on the terminal or into a pipe: text, tables, JSON, progress (đầu ra)."""

import json
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any, TextIO

from dvk_desktop.cli.answer import Answer, Refusal, Table
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.words import Translate, Wording

_BAR = 24
_TEXT = 40


class Output:
    """Writes for people or, with ``--json``, one document for programs."""

    def __init__(self, translate: Translate, *, as_json: bool) -> None:
        self._translate = translate
        self._as_json = as_json

    @property
    def as_json(self) -> bool:
        """Say whether standard output belongs to the one document."""
        return self._as_json

    def words(self, wording: Wording) -> str:
        """Return a sentence in the language of the person."""
        return wording.render(self._translate)

    def line(self, wording: Wording) -> None:
        """Write one sentence at once, for long work that tells of each step."""
        if not self._as_json:
            _write(sys.stdout, self.words(wording))

    def show(self, answer: Answer) -> None:
        """Write everything a command has to say."""
        for refusal in answer.refusals:
            _write(sys.stderr, f"{refusal.code} {self.words(refusal.wording)}")
        if self._as_json:
            _write(sys.stdout, to_json(self._document(answer)))
            return
        for part in answer.text:
            text = self._table(part) if isinstance(part, Table) else self.words(part)
            _write(sys.stdout, text)

    def progress(self) -> Progress:
        """Return what long work reports to: a bar on a terminal, nothing in a pipe."""
        return Bar(sys.stderr) if sys.stderr.isatty() and not self._as_json else SILENT

    def _document(self, answer: Answer) -> dict[str, Any]:
        document = dict(answer.document)
        if answer.refusals:
            document["errors"] = [self._error(refusal) for refusal in answer.refusals]
        translated: dict[str, Any] = _translated(document, self._translate)
        return translated

    def _error(self, refusal: Refusal) -> dict[str, str]:
        return {"code": refusal.code, "message": self.words(refusal.wording)}

    def _table(self, table: Table) -> str:
        rows = [[self._translate(heading) for heading in table.headings]]
        rows += [[self._cell(value) for value in row] for row in table.rows]
        return "\n".join(_aligned(rows))

    def _cell(self, value: object) -> str:
        if isinstance(value, Wording):
            return self.words(value)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "x" if value else ""
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


class Bar:
    """A progress bar that redraws its line and wipes it at the end (thanh tiến độ)."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def step(self, done: int, total: int, text: str = "") -> None:
        """Draw how far the work has come."""
        filled = _BAR * done // max(total, 1)
        bar = "#" * filled + "." * (_BAR - filled)
        line = f"[{bar}] {done}/{total} {text[:_TEXT]}"
        self._stream.write("\r\x1b[2K" + (line if done < total else ""))
        self._stream.flush()


def to_json(document: Any) -> str:
    """Return one JSON document as all commands print it."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path | Fraction | Wording):
        return str(value)
    raise TypeError(f"not for JSON: {value!r}")


def _translated(value: Any, translate: Translate) -> Any:
    """Return the document with every sentence in the language of the person."""
    if isinstance(value, Wording):
        return value.render(translate)
    if isinstance(value, dict):
        return {key: _translated(inner, translate) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_translated(inner, translate) for inner in value]
    return value


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "  ".join("-" * width for width in widths))
    return lines


def _width(text: str) -> int:
    return sum(not unicodedata.combining(letter) for letter in text)


def _write(stream: TextIO, text: str) -> None:
    stream.write(text + "\n")
    stream.flush()
