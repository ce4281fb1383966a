"""Scoring forms and marks as plain JSON values (phiếu chấm dạng JSON).

Points travel as text, because JSON numbers are read as binary fractions by most programs.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.marks import Marks
from dvk_desktop.domain.scoring_form import (
    Cap,
    CombineMethod,
    Criterion,
    Level,
    Rank,
    ScoringForm,
)
from dvk_desktop.domain.scoring_form_checks import form_problems
from dvk_desktop.domain.terms import SubjectType
from dvk_desktop.domain.words import Wording

_Part = TypeVar("_Part")
_FORM_KEYS = frozenset(ScoringForm.__dataclass_fields__)


class BadFormError(DvkError):
    """A scoring form breaks the rules at a named place (phiếu chấm không hợp lệ)."""

    code = "BAD_FORM"
    template = "Phiếu chấm không hợp lệ tại “{place}”: {problem} Hãy sửa mẫu phiếu rồi thử lại."

    def __init__(self, place: str, problem: Wording) -> None:
        self.place = place
        super().__init__(place=place, problem=problem)


class _Reader:
    """Takes named values out of one JSON object and says where one is wrong."""

    def __init__(self, value: object, place: str, keys: frozenset[str]) -> None:
        if not isinstance(value, dict):
            raise BadFormError(place, Wording("phải là một nhóm giá trị có tên."))
        self._values: dict[str, object] = value
        self._place = place
        for key in sorted(set(value) - keys):
            raise BadFormError(self.at(key), Wording("không biết mục này."))

    def at(self, key: str) -> str:
        """Return the place of ``key`` as people can find it."""
        return f"{self._place}.{key}" if self._place else key

    def get(self, key: str) -> object:
        """Return a value that must be there."""
        if key not in self._values:
            raise BadFormError(self.at(key), Wording("còn thiếu mục này."))
        return self._values[key]

    def text(self, key: str) -> str:
        """Return a text."""
        value = self.get(key)
        if not isinstance(value, str):
            raise BadFormError(self.at(key), Wording("phải là chữ."))
        return value

    def flag(self, key: str) -> bool:
        """Return a yes or no."""
        value = self.get(key)
        if not isinstance(value, bool):
            raise BadFormError(self.at(key), Wording("phải là có hoặc không."))
        return value

    def whole(self, key: str) -> int:
        """Return a whole number."""
        value = self.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadFormError(self.at(key), Wording("phải là số nguyên."))
        return value

    def points(self, key: str) -> Decimal:
        """Return points, written as text."""
        return _points(self.get(key), self.at(key))

    def parts(self, key: str, read: Callable[[object, str], _Part]) -> tuple[_Part, ...]:
        """Return a list of parts, each read by ``read``."""
        value = self.get(key)
        if not isinstance(value, list):
            raise BadFormError(self.at(key), Wording("phải là một danh sách."))
        return tuple(read(each, f"{self.at(key)}[{i}]") for i, each in enumerate(value, start=1))


def _points(value: object, place: str) -> Decimal:
    try:
        number = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise BadFormError(place, Wording("phải là số, viết dạng chữ như “12.5”."))
    return number


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, str) else value


def form_to_json(form: ScoringForm) -> dict[str, object]:
    """Return the form as plain values that ``form_from_json`` reads back exactly."""
    return {key: _plain(value) for key, value in asdict(form).items()}


def _criterion(value: object, place: str) -> Criterion:
    read = _Reader(value, place, frozenset(Criterion.__dataclass_fields__))
    return Criterion(
        code=read.text("code"),
        title=read.text("title"),
        maximum=read.points("maximum"),
        step=read.points("step"),
        guidance=read.text("guidance"),
        must_not_be_zero=read.flag("must_not_be_zero"),
        group=read.text("group"),
        needs_evidence=read.flag("needs_evidence"),
    )


def _rank(value: object, place: str) -> Rank:
    read = _Reader(value, place, frozenset(Rank.__dataclass_fields__))
    return Rank(
        read.text("code"),
        read.text("label"),
        read.points("minimum"),
        read.flag("no_zero_criterion"),
    )


def _level(value: object, place: str) -> Level:
    rank = _rank(value, place)
    return Level(rank.code, rank.label, rank.minimum, rank.no_zero_criterion)


def _cap(value: object, place: str) -> Cap:
    read = _Reader(value, place, frozenset(Cap.__dataclass_fields__))
    return Cap(read.text("code"), read.text("label"), read.text("best_rank"))


def _subject_type(read: _Reader) -> SubjectType | None:
    if read.get("subject_type") is None:
        return None
    try:
        return SubjectType(read.text("subject_type"))
    except ValueError:
        problem = Wording("không có đối tượng này.")
        raise BadFormError(read.at("subject_type"), problem) from None


def _method(read: _Reader) -> CombineMethod:
    try:
        return CombineMethod(read.text("method"))
    except ValueError:
        raise BadFormError(read.at("method"), Wording("không có cách tính này.")) from None


def form_from_json(value: object) -> ScoringForm:
    """Read a form from plain values, strictly.

    Raises:
        BadFormError: Names the first place that is wrong.
    """
    read = _Reader(value, "", _FORM_KEYS)
    form = ScoringForm(
        name=read.text("name"),
        subject_type=_subject_type(read),
        version=read.whole("version"),
        is_example=read.flag("is_example"),
        criteria=read.parts("criteria", _criterion),
        bonus_maximum=read.points("bonus_maximum"),
        deduction_maximum=read.points("deduction_maximum"),
        ranks=read.parts("ranks", _rank),
        levels=read.parts("levels", _level),
        caps=read.parts("caps", _cap),
        method=_method(read),
        decimals=read.whole("decimals"),
    )
    for problem in form_problems(form):
        raise BadFormError(problem.place, problem.wording)
    return form


def marks_to_json(marks: Marks) -> dict[str, object]:
    """Return marks as plain values."""
    return {
        "points": {code: format(points, "f") for code, points in marks.points.items()},
        "bonus": format(marks.bonus, "f"),
        "deduction": format(marks.deduction, "f"),
    }


def marks_from_json(value: object) -> Marks:
    """Read marks from plain values; ``check_marks`` then says whether they fit a form.

    Raises:
        BadFormError: Names the first place that is wrong.
    """
    read = _Reader(value, "", frozenset({"points", "bonus", "deduction"}))
    points = read.get("points")
    if not isinstance(points, Mapping):
        raise BadFormError("points", Wording("phải là một nhóm giá trị có tên."))
    return Marks(
        points={str(code): _points(each, f"points.{code}") for code, each in points.items()},
        bonus=read.points("bonus"),
        deduction=read.points("deduction"),
    )
