"""Sentences for people: a Vietnamese template and its facts (câu chữ).

The Vietnamese template is also the key of the translation, so a sentence is written once,
where it belongs, and the edges (window, command line) render it in the language of the person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Translate = Callable[[str], str]
"""Looks a Vietnamese template up in a catalogue; returns it unchanged when it is not there."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence with its facts (câu chữ kèm số liệu)."""

    template: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.render(lambda template: template)

    def render(self, translate: Translate) -> str:
        """Return the sentence in the language that ``translate`` looks up."""
        facts = {
            name: fact.render(translate) if isinstance(fact, Wording) else fact
            for name, fact in self.facts.items()
        }
        return translate(self.template).format_map(facts)
