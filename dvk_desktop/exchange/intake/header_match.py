"""Finds the role that a header names (khớp tiêu đề cột)."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from dvk_desktop.exchange.intake.vocabulary import HeaderWords
from dvk_desktop.exchange.intake.word_key import word_key

EXACT = 1.0
STARTS = 0.9
_CONTAINS = 0.75
_MAX_HEADER = 120
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_COVERED = 0.5
_NAMING = "ten "
_SHORTEST_PART = 4
"""“tt” inside a long header says nothing."""


class Match(NamedTuple):
    """A role with how surely it is meant and how many letters say so (kết quả khớp)."""

    confidence: float
    length: int
    role: str


@dataclass(frozen=True, slots=True)
class HeaderMatcher:
    """Matches headers against one vocabulary (bộ khớp tiêu đề).

    Under two or more headers of the words ``names_stand_under`` names may stand: “Tập thể” and
    “Cá nhân”.
    """

    words: HeaderWords
    names_stand_under: frozenset[str] = frozenset()
    _roles: dict[str, str] = field(init=False)
    _known: dict[str, Match | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        roles = {phrase: role for role, phrases in self.words.items() for phrase in phrases}
        object.__setattr__(self, "_roles", roles)

    def match(self, text: str) -> Match | None:
        """Return the best role of one header text, or None."""
        if not 0 < len(text) <= _MAX_HEADER:
            return None
        found = self._of_key(word_key(text))
        if found is None and "(" in text:  # “SĐT (di động)”
            found = self._of_key(word_key(_IN_BRACKETS.sub("", text)))
        return found

    def _of_key(self, key: str) -> Match | None:
        if key not in self._known:
            self._known[key] = self._best(key)
        return self._known[key]

    def is_header(self, text: str) -> bool:
        """Tell whether a text is a header through and through, not only begins like one."""
        bare = _IN_BRACKETS.sub("", text)
        match = self.match(bare)
        if match is None:
            return False
        key = word_key(bare)
        return key.startswith(_NAMING) or match.length > _COVERED * len(key)

    def _best(self, key: str) -> Match | None:
        if key in self._roles:
            return Match(EXACT, len(key), self._roles[key])
        words = key.split()
        matches: list[Match] = []
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                part = " ".join(words[start:end])
                if len(part) >= _SHORTEST_PART and part in self._roles:
                    confidence = _CONTAINS if start else STARTS
                    matches.append(Match(confidence, len(part), self._roles[part]))
        return max(matches, default=None)
