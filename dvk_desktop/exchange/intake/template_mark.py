"""The inner mark of a template workbook: whose it is, of which year (dấu của tệp mẫu).

It stands twice in the file: on a sheet that nobody sees, which survives Excel, LibreOffice and
every file type, and in the document properties, which survive that the sheet is deleted. A name
of the file or a title in it is never needed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dvk_desktop.domain.vietnamese.names import model_name_key
from dvk_desktop.exchange.intake.grid import SourceFile

MARK_SHEET = "_dvk"
MAGIC = "dan-van-kheo-template"
_FACTS = ("unit_id", "unit_code", "unit_name", "campaign_id", "year", "form_version")


@dataclass(frozen=True, slots=True)
class TemplateMark:
    """Whose template it is (dấu tệp mẫu); ``headers`` are the headers by key as written."""

    unit_id: str
    unit_code: str
    unit_name: str
    campaign_id: str
    year: int
    form_version: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MarkFinding:
    """The mark of a file; ``is_wrong`` when there is one that was tampered with."""

    mark: TemplateMark | None = None
    is_wrong: bool = False


def mark_facts(mark: TemplateMark) -> dict[str, str]:
    """Return the mark as short texts, with the check code last."""
    facts = {name: str(getattr(mark, name)) for name in _FACTS}
    return {"format": MAGIC, **facts, "check": _check_code(facts)}


def mark_lines(mark: TemplateMark) -> list[tuple[str, str]]:
    """Return the lines of the hidden sheet."""
    headers = json.dumps(dict(mark.headers), ensure_ascii=False)
    return [*mark_facts(mark).items(), ("headers", headers)]


def find_mark(source: SourceFile) -> MarkFinding:
    """Return the mark of a file, or nothing for a file that is no template."""
    lines: list[Mapping[str, str]] = [
        {str(row[0]): _written(row[1]) for row in sheet.rows if len(row) > 1}
        for sheet in source.sheets
        if sheet.cell(0, 1).value == MAGIC
    ]
    is_wrong = False
    for facts in (*lines, source.properties):
        if facts.get("format") != MAGIC:
            continue
        mark = _mark_of(facts)
        if mark is not None:
            return MarkFinding(mark)
        is_wrong = True
    return MarkFinding(None, is_wrong)


def row_id(kind: str, record_id: str, name: str) -> str:
    """Return what the hidden column of a prefilled row holds: record and check of the name."""
    return f"{kind}:{record_id}#{name_check(name)}"


def name_check(name: str) -> str:
    """Return a short code of a model's name, by which a row finds its id after sorting."""
    return hashlib.sha256(model_name_key(name).encode("utf-8")).hexdigest()[:8]


def _written(value: Any) -> str:
    """Return a cell as text; a program that saves anew may make a number of "2017"."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _mark_of(facts: Mapping[str, str]) -> TemplateMark | None:
    known = {name: facts.get(name, "") for name in _FACTS}
    if facts.get("check") != _check_code(known):
        return None
    try:
        headers = json.loads(facts.get("headers", "{}"))
        numbers = {name: int(known[name]) for name in ("year", "form_version")}
    except ValueError:
        return None
    if not isinstance(headers, dict):
        headers = {}
    texts = {name: known[name] for name in known if name not in numbers}
    return TemplateMark(
        **texts,
        year=numbers["year"],
        form_version=numbers["form_version"],
        headers={str(key): str(header) for key, header in headers.items()},
    )


def _check_code(facts: Mapping[str, str]) -> str:
    """Return a code that finds slips of the hand; it is no secret and no signature."""
    text = "\n".join([MAGIC, *(facts[name] for name in _FACTS)])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
