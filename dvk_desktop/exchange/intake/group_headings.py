"""What the headings above a model say about it (tiêu đề nhóm)."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dvk_desktop.domain.records.intake import HeadingMeaning
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.exchange.intake.value_words import ValueWords


@dataclass(frozen=True, slots=True)
class Context:
    """What the headings above a row say about it (ngữ cảnh từ tiêu đề nhóm)."""

    sector: str | None = None
    subject: SubjectType | None = None
    kind: RegistrationKind | None = None
    headings: tuple[str, ...] = ()
    unit_id: str = ""
    lead_body: str = ""

    @property
    def meanings(self) -> tuple[HeadingMeaning, ...]:
        """What it says, item by item."""
        said = {
            "sector_code": self.sector,
            "subject_type": self.subject,
            "kind": self.kind,
            "unit_id": self.unit_id,
            "lead_body": self.lead_body,
        }
        return tuple(HeadingMeaning(item, str(value)) for item, value in said.items() if value)


def meaning_of(text: str, words: ValueWords) -> Context:
    """Return what one heading says: by a person's say, or else by its words."""
    said = words.said_heading(text)
    if said is not None:
        return _said(text, said)
    sector = words.sector_heading(text)
    return Context(
        sector,
        words.subject(text) or _subject_within(text, words),
        words.kind_heading(text) if sector is None else None,
        (text,),
    )


def _said(text: str, said: HeadingMeaning) -> Context:
    item, value = said
    return Context(
        value if item == "sector_code" else None,
        SubjectType(value) if item == "subject_type" else None,
        RegistrationKind(value) if item == "kind" else None,
        (text,),
        value if item == "unit_id" else "",
        value if item == "lead_body" else "",
    )


def _subject_within(text: str, words: ValueWords) -> SubjectType | None:
    parts = [part for dash in ("-", "–", ":", ",") for part in text.split(dash)]
    found = {subject for part in parts if (subject := words.subject(part.strip())) is not None}
    return found.pop() if len(found) == 1 else None


class _Heading(NamedTuple):
    """One heading in effect; ``is_first`` when no other of its style was in effect before."""

    style: str | None
    meaning: Context
    is_first: bool


@dataclass(slots=True)
class Headings:
    """The headings in effect, outermost first; ``settled`` of them had models under them."""

    above: Context
    stack: list[_Heading] = field(default_factory=list)
    settled: int = 0

    def put(self, style: str | None, meaning: Context) -> None:
        """Let a heading take the place of the last one of its style, and of those inside that.

        A title that came between is none of those: in “A. Tập thể”, models, “Kinh tế”,
        “A. Tập thể” the sector stays in effect.
        """
        styles = [heading.style for heading in self.stack]
        is_first = style not in styles
        if not is_first:
            place = styles.index(style)
            between = self.stack[self.settled :] if place < self.settled else []
            self.stack[place:] = [heading for heading in between if heading.is_first]
            self.settled = min(self.settled, place)
        self.stack.append(_Heading(style, meaning, is_first))

    def forget(self) -> None:
        """Let no heading be in effect."""
        self.stack.clear()
        self.settled = 0

    def settle(self) -> None:
        """Note that a model stands here."""
        self.settled = len(self.stack)

    def context(self) -> Context:
        """Return what all headings in effect say together."""
        result = self.above
        for _, meaning, _ in self.stack:
            result = replace(
                result,
                sector=meaning.sector or result.sector,
                subject=meaning.subject or result.subject,
                kind=meaning.kind or result.kind,
                headings=(*result.headings, *meaning.headings),
                unit_id=meaning.unit_id or result.unit_id,
                lead_body=meaning.lead_body or result.lead_body,
            )
        return result
