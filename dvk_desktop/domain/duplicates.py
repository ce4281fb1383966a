"""Which registrations may be one and the same, with the reason (trùng lặp).

Only a person decides. The same name in two units is legal and usual; in one unit and year it is
suspicious (domain.md 7.5).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.domain.vietnamese.names import model_name_key

Similarity = Callable[[str, str], float]
"""How alike two texts are, from 0 to 100, whatever the order of their words."""

_FILLERS = re.compile(
    r"\b(?:tuyen truyen|van dong|nhan dan|nguoi dan|cac tang lop|tich cuc|tham gia|thuc hien"
    r"|xay dung nong thon moi|tren dia ban)\b"
)
"""What names of models begin and end with without saying what is done."""

_LIKE_ENOUGH = 85
_OTHER_THING = 50
_MOSTLY_SHARED = 0.8
_SHORTEST_PHRASE = 8
_SHORTEST_START = 5
_RARE_WORDS = 2
_MOST_ALIKE = 80
"""Thousands of names alike in one unit would be compared for minutes; a person sees the first."""


class DuplicateReason(Labelled):
    """Why two registrations are put before a person (lý do nghi trùng)."""

    SAME_NAME = "same_name", "Cùng tên trong cùng một đơn vị"
    SAME_LETTERS = "same_letters", "Tên chỉ khác dấu, trong cùng một đơn vị"
    SAME_CORE = "same_core", "Tên chỉ khác lời dẫn như “vận động nhân dân”, trong cùng một đơn vị"
    CONTAINED = "contained", "Tên này nằm trọn trong tên kia, trong cùng một đơn vị"
    LIKE = "like", "Tên gần giống nhau, trong cùng một đơn vị"
    JOINT = "joint", "Tên giống nhau ở các đơn vị cùng thực hiện: có thể mỗi đơn vị đăng ký một lần"
    BRANCH = "branch", "Cùng tên ở đơn vị cấp trên và đơn vị trực thuộc"
    NUMBERED = "numbered", "Tên chỉ khác số: thường là hai mô hình ở hai nơi, không phải trùng"
    OTHER_UNIT = "other_unit", "Cùng tên ở hai đơn vị khác nhau: thường không phải trùng"


SUSPICIOUS = frozenset(DuplicateReason) - {DuplicateReason.NUMBERED, DuplicateReason.OTHER_UNIT}
_SCORES = {
    DuplicateReason.SAME_NAME: 100,
    DuplicateReason.SAME_LETTERS: 98,
    DuplicateReason.SAME_CORE: 94,
    DuplicateReason.JOINT: 92,
    DuplicateReason.BRANCH: 90,
    DuplicateReason.CONTAINED: 88,
    DuplicateReason.NUMBERED: 60,
    DuplicateReason.OTHER_UNIT: 40,
}


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name in the forms to compare (tên để so)."""

    key: str
    plain: str
    core: str
    words: tuple[str, ...]
    unnumbered: str
    has_number: bool


@dataclass(frozen=True, slots=True)
class NamedModel:
    """A registration as far as duplicates go (đăng ký để so trùng)."""

    id: str
    name: str
    unit_id: str
    co_unit_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Why two names look like one, and how much (mức giống)."""

    reason: DuplicateReason
    score: int


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """Registrations that may be one (nhóm nghi trùng); ``reason`` is the strongest in it."""

    ids: tuple[str, ...]
    reason: DuplicateReason
    score: int


_Pair = tuple[str, str, Resemblance]


@lru_cache(maxsize=50_000)
def name_form(name: str) -> NameForm:
    """Return the forms of a name."""
    key = model_name_key(name)
    plain = fold(key)
    core = " ".join(_FILLERS.sub(" ", plain).split())
    words = tuple(plain.split())
    others = [word for word in words if not word.isdigit()]
    return NameForm(
        key,
        plain,
        core if " " in core else plain,
        words,
        " ".join(others),
        has_number=len(others) < len(words),
    )


def compare(one: str, other: str, similarity: Similarity) -> Resemblance | None:
    """Return why two names of one unit look like one, or None when they do not."""
    first, second = name_form(one), name_form(other)
    if not first.key or not second.key:
        return None
    reason = _plain_reason(first, second)
    if reason is not None:
        return Resemblance(reason, _SCORES[reason])
    score = similarity(first.core, second.core)
    if score >= _LIKE_ENOUGH and _say_one_thing(first, second, similarity):
        return Resemblance(DuplicateReason.LIKE, min(93, round(score)))
    return None


def run_together(found: Resemblance) -> Resemblance:
    """Say why names look like one where other units lead, and one of them joins in."""
    if found.reason is DuplicateReason.NUMBERED:
        return found
    return Resemblance(DuplicateReason.JOINT, min(found.score, _SCORES[DuplicateReason.JOINT]))


def _plain_reason(first: NameForm, second: NameForm) -> DuplicateReason | None:
    if first.key == second.key:
        return DuplicateReason.SAME_NAME
    if first.plain == second.plain:
        return DuplicateReason.SAME_LETTERS
    if _differ_in_numbers(first, second):
        return DuplicateReason.NUMBERED
    if first.core == second.core:
        return DuplicateReason.SAME_CORE
    is_held = _share(first.core, second.core) or _share(first.plain, second.plain)
    return DuplicateReason.CONTAINED if is_held else None


def _differ_in_numbers(first: NameForm, second: NameForm) -> bool:
    """Tell whether both have a number and only these differ: “thôn 1” and “thôn 2”."""
    return first.has_number and second.has_number and first.unnumbered == second.unnumbered


def _share(one: str, other: str) -> bool:
    """Tell whether the shorter name is a phrase of the longer."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short not in long or " " not in short:
        return False
    letters = len(short.replace(" ", ""))
    if letters >= _SHORTEST_START and f"{long} ".startswith(f"{short} "):
        return True
    return letters >= _SHORTEST_PHRASE and f" {short} " in f" {long} "


def _say_one_thing(first: NameForm, second: NameForm, similarity: Similarity) -> bool:
    """Tell whether what differs is a slip or an addition, not another thing: gà, cá."""
    rest, other = Counter(first.words), Counter(second.words)
    shared = rest & other
    rest, other = rest - shared, other - shared
    if sum(shared.values()) < 2:
        return False
    if not rest or not other:
        return True
    is_slip = similarity(" ".join(rest), " ".join(other)) >= _OTHER_THING
    longest = max(len(first.words), len(second.words))
    return is_slip or sum(shared.values()) / longest >= _MOSTLY_SHARED


def find_groups(
    models: Sequence[NamedModel],
    parents: Mapping[str, str | None],
    similarity: Similarity,
    apart: Iterable[frozenset[str]] = (),
    progress: Progress = SILENT,
) -> tuple[FoundGroup, ...]:
    """Return the groups of registrations that may be one, the most suspicious first.

    Args:
        models: The registrations of one campaign.
        parents: The unit above each unit.
        similarity: How alike two texts are.
        apart: What a person said is not the same: no two of such a set are held together.
        progress: Hears of each unit and may cancel.
    """
    decided = _Apart(apart)
    by_unit: defaultdict[str, list[NamedModel]] = defaultdict(list)
    for model in models:
        # What two units run together may have been registered by each of them.
        for unit_id in dict.fromkeys((model.unit_id, *model.co_unit_ids)):
            by_unit[unit_id].append(model)
    leading = {model.id: model.unit_id for model in models}
    pairs: list[_Pair] = []
    for done, unit in enumerate(by_unit.values(), start=1):
        pairs += (
            (one, other, found if leading[one] == leading[other] else run_together(found))
            for one, other, found in _in_unit(unit, similarity, decided)
        )
        progress.step(done, len(by_unit))
    known = {frozenset(pair[:2]) for pair in pairs}
    across_units = _across_units(models, parents, decided)
    pairs += (pair for pair in across_units if frozenset(pair[:2]) not in known)
    kinds = (
        [pair for pair in pairs if pair[2].reason in SUSPICIOUS],
        [pair for pair in pairs if pair[2].reason is DuplicateReason.NUMBERED],
        [pair for pair in pairs if pair[2].reason is DuplicateReason.OTHER_UNIT],
    )
    groups = [group for kind in kinds for group in _grouped(kind)]
    return tuple(sorted(groups, key=lambda group: (-group.score, group.ids)))


def _in_unit(
    models: Sequence[NamedModel], similarity: Similarity, decided: "_Apart"
) -> Iterator[_Pair]:
    """Yield pairs of one unit; models of one name are chained, and compared as one with others."""
    by_name: defaultdict[str, list[NamedModel]] = defaultdict(list)
    same = Resemblance(DuplicateReason.SAME_NAME, _SCORES[DuplicateReason.SAME_NAME])
    for model in models:
        key = name_form(model.name).key
        earlier = decided.first(by_name[key], model)
        if earlier is not None and key:
            yield earlier.id, model.id, same
        by_name[key].append(model)
    names = [alike[0].name for alike in by_name.values()]
    holders = list(by_name.values())
    for one, other in _candidates(names):
        found = compare(names[one], names[other], similarity)
        if found is None:
            continue
        for model in holders[other]:
            earlier = decided.first(holders[one], model)
            if earlier is not None:
                yield earlier.id, model.id, found


def _candidates(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of each two names that share one of the rarest words of either."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    words = [dict.fromkeys(name_form(name).words) for name in names]
    for place, own in enumerate(words):
        for word in own:
            holders[word].append(place)
    seen: set[tuple[int, int]] = set()
    for place, own in enumerate(words):
        rarest = sorted(own, key=lambda word: (word.isdigit(), len(holders[word]), word))
        for word in rarest[:_RARE_WORDS]:
            seen.update(
                (min(place, o), max(place, o)) for o in holders[word][:_MOST_ALIKE] if o != place
            )
    yield from sorted(seen)


def _across_units(
    models: Sequence[NamedModel], parents: Mapping[str, str | None], decided: "_Apart"
) -> Iterator[_Pair]:
    """Yield pairs of one name in two units, each model with one of another unit only."""
    by_name: defaultdict[str, defaultdict[str, list[NamedModel]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for model in models:
        plain = name_form(model.name).plain
        units = by_name[plain]
        is_linked = not plain
        for unit_id, others in units.items():
            found = across(unit_id, model.unit_id, parents)
            is_branch = found.reason is DuplicateReason.BRANCH
            if unit_id == model.unit_id or (is_linked and not is_branch):
                continue
            earlier = decided.first(others, model)
            if earlier is not None:
                yield earlier.id, model.id, found
                is_linked = is_linked or not is_branch
        units[model.unit_id].append(model)


def across(unit_id: str, other_id: str, parents: Mapping[str, str | None]) -> Resemblance:
    """Return why the same name in two units is told of."""
    is_branch = parents.get(unit_id) == other_id or parents.get(other_id) == unit_id
    reason = DuplicateReason.BRANCH if is_branch else DuplicateReason.OTHER_UNIT
    return Resemblance(reason, _SCORES[reason])


class _Apart:
    """What a person said is not the same."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._of: defaultdict[str, set[int]] = defaultdict(set)
        for number, ids in enumerate(sets):
            for record_id in ids:
                self._of[record_id].add(number)

    def first(self, models: Iterable[NamedModel], other: NamedModel) -> NamedModel | None:
        """Return the first model that was not told apart from another."""
        return next((model for model in models if not self.holds(model, other)), None)

    def holds(self, one: NamedModel, other: NamedModel) -> bool:
        """Tell whether the two were told apart."""
        if one.id not in self._of or other.id not in self._of:
            return False
        return not self._of[one.id].isdisjoint(self._of[other.id])


def _grouped(pairs: Sequence[_Pair]) -> Iterator[FoundGroup]:
    """Join pairs that share a member."""
    leader: dict[str, str] = {}

    def find(record_id: str) -> str:
        while leader.setdefault(record_id, record_id) != record_id:
            leader[record_id] = record_id = leader[leader[record_id]]
        return record_id

    for one, other, _ in pairs:
        leader[find(other)] = find(one)
    members: defaultdict[str, dict[str, None]] = defaultdict(dict)
    best: dict[str, Resemblance] = {}
    for one, other, found in pairs:
        head = find(one)
        members[head].update({one: None, other: None})
        if head not in best or found.score > best[head].score:
            best[head] = found
    for head, ids in members.items():
        yield FoundGroup(tuple(ids), best[head].reason, best[head].score)
