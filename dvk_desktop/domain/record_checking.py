"""Does a record hold what its type says? (kiểm tra bản ghi).

Written by hand: a hundred thousand records must be checked in little more than the time of
parsing them, and every complaint must be a Vietnamese sentence that names the field.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from dvk_desktop.domain.json_shapes import SHAPES, Check
from dvk_desktop.domain.record_types import FieldKind, FieldSpec
from dvk_desktop.domain.words import Wording

LARGEST_INTEGER = 2**63 - 1
_is_id = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
_is_decimal = re.compile(r"-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,20})?").fullmatch
_is_timestamp = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})"
).fullmatch

MISSING = Wording("thiếu mục bắt buộc này.")
NOT_TEXT = Wording("phải là một chuỗi chữ.")
HAS_NUL = Wording("có ký tự rỗng (mã 0) không được phép.")
NOT_INTEGER = Wording("phải là một số nguyên (tối đa 64 bit).")
NOT_DECIMAL = Wording("phải là chuỗi chữ số thập phân, ví dụ “12.5”.")
NOT_BOOLEAN = Wording("phải là true hoặc false.")
NOT_DATE = Wording("phải là một ngày có thật, dạng 2024-10-08.")
NOT_TIMESTAMP = Wording("phải là thời điểm kèm múi giờ, ví dụ 2024-10-08T07:30:00+07:00.")
NOT_ID = Wording("phải là một mã định danh (UUID chữ thường).")
NOT_IDS = Wording("phải là một danh sách mã định danh (UUID chữ thường).")


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field that breaks the schema (mục sai quy cách)."""

    field: str
    reason: Wording


@dataclass(frozen=True, slots=True)
class FieldChecks:
    """The checks of one type of record, ready to run (bộ kiểm tra)."""

    required: tuple[str, ...]
    checks: Mapping[str, Check]

    def problems(self, fields: Mapping[str, object], *, whole: bool = True) -> list[FieldProblem]:
        """Return every problem of the fields; unless ``whole``, required ones may be absent."""
        found = []
        if whole:
            found = [
                FieldProblem(name, MISSING) for name in self.required if fields.get(name) is None
            ]
        check_of = self.checks.get
        for name, value in fields.items():
            check = check_of(name)
            if check is None or value is None:
                continue
            reason = check(value)
            if reason is not None:
                found.append(FieldProblem(name, reason))
        return found


@lru_cache(maxsize=256)
def checks_for(specs: tuple[FieldSpec, ...]) -> FieldChecks:
    """Return the checks of these fields."""
    return FieldChecks(
        tuple(spec.name for spec in specs if spec.required),
        {spec.name: _check_for(spec) for spec in specs if spec.kind != "json" or spec.shape},
    )


def is_uuid(value: object) -> bool:
    """Say whether the value is a UUID in lower-case text; quicker than building one."""
    return type(value) is str and _is_id(value) is not None


def check_text(value: object) -> Wording | None:
    """Complain of what is not text."""
    if type(value) is not str:
        return NOT_TEXT
    return HAS_NUL if "\0" in value else None


def check_integer(value: object) -> Wording | None:
    """Complain of what is not a whole number that the database holds."""
    if type(value) is not int or not -LARGEST_INTEGER - 1 <= value <= LARGEST_INTEGER:
        return NOT_INTEGER
    return None


def check_decimal(value: object) -> Wording | None:
    """Complain of what is not a decimal number in a string of digits."""
    return None if type(value) is str and _is_decimal(value) else NOT_DECIMAL


def check_boolean(value: object) -> Wording | None:
    """Complain of what is neither true nor false."""
    return None if type(value) is bool else NOT_BOOLEAN


def check_date(value: object) -> Wording | None:
    """Complain of what is not a day of the calendar."""
    # fromisoformat also takes 20240101 and 2024-W01-1; the wire has one form only.
    if type(value) is not str or len(value) != 10 or value[7] != "-":
        return NOT_DATE
    try:
        date.fromisoformat(value)
    except ValueError:
        return NOT_DATE
    return None


def check_timestamp(value: object) -> Wording | None:
    """Complain of what is not a moment with its offset."""
    if type(value) is not str or not _is_timestamp(value):
        return NOT_TIMESTAMP
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return NOT_TIMESTAMP
    return None


def check_id(value: object) -> Wording | None:
    """Complain of what is not an identifier."""
    return None if is_uuid(value) else NOT_ID


def check_ids(value: object) -> Wording | None:
    """Complain of what is not a list of identifiers."""
    return None if isinstance(value, list) and all(map(is_uuid, value)) else NOT_IDS


_BY_KIND: dict[FieldKind, Check] = {
    "text": check_text,
    "integer": check_integer,
    "decimal": check_decimal,
    "boolean": check_boolean,
    "date": check_date,
    "timestamp": check_timestamp,
    "id": check_id,
    "ids": check_ids,
}


def _check_for(spec: FieldSpec) -> Check:
    if spec.kind == "json":
        return SHAPES[spec.shape]
    basic = _BY_KIND[spec.kind]
    if spec.choices:
        return _choice_check(frozenset(spec.choices), ", ".join(spec.choices))
    if spec.kind == "text" and spec.max_length is not None:
        return _length_check(spec.max_length)
    return basic


def _choice_check(choices: frozenset[str], listed: str) -> Check:
    reason = Wording("phải là một trong các giá trị: {choices}.", {"choices": listed})

    def check(value: object) -> Wording | None:
        return None if type(value) is str and value in choices else reason

    return check


def _length_check(longest: int) -> Check:
    reason = Wording("dài quá {longest} ký tự.", {"longest": longest})

    def check(value: object) -> Wording | None:
        # One call for the ordinary case: most fields of most records pass here.
        if type(value) is str and len(value) <= longest and "\0" not in value:
            return None
        return check_text(value) or reason

    return check
