"""Several wordings in a row as one fact of a sentence (liệt kê)."""

from collections.abc import Iterable
from dataclasses import dataclass

from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Translate, Wording


@dataclass(frozen=True, slots=True)
class Listed(Wording):
    """Wordings that are rendered one by one and joined (danh sách câu chữ)."""

    template: str = ""
    parts: tuple[Wording, ...] = ()
    joint: str = ", "
    marks: str = "{}"

    def render(self, translate: Translate) -> str:
        """Return the parts in the language of ``translate``, joined."""
        return self.joint.join(self.marks.format(part.render(translate)) for part in self.parts)


def listed_labels(members: Iterable[Labelled]) -> Listed:
    """Return the labels of ``members``, each in quotation marks."""
    return Listed(parts=tuple(Wording(member.label) for member in members), marks="“{}”")
