"""Records as lines of JSON (bản ghi trong gói)."""

from collections.abc import Iterator
from typing import Any

from dvk_desktop.domain.record_checking import (
    LARGEST_INTEGER,
    NOT_BOOLEAN,
    NOT_ID,
    FieldChecks,
    FieldProblem,
    checks_for,
    is_uuid,
)
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.package import Version, WireRecord
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.package.json_text import JsonRefusedError, dump, parse_object
from dvk_desktop.exchange.package.refusals import LineTooLongError, WrongRecordError

MOST_PROBLEMS = 20
WHOLE_LINE = Wording("(cả dòng)")
_NOT_VERSION = Wording("phải là cặp [mã máy gửi, số đếm] của phiên bản.")
_NOT_VERSIONS = Wording("phải là danh sách phiên bản theo từng mục.")
_UNKNOWN_VERSION = Wording("có phiên bản của mục “{name}” mà bản ghi không có.")
_CARRIAGE_RETURN = Wording("dòng phải kết thúc bằng \\n, không có \\r.")
_NO_LINE_END = Wording("thiếu dấu kết thúc dòng \\n.")
_UNSORTED = Wording("không xếp theo thứ tự mã định danh.")
_DOUBLED = Wording("mã định danh bị lặp lại.")


class LineReader:
    """Turns the lines of one entry into records and complains by line (đọc từng dòng).

    ``problems`` grows while lines are read; a line with a problem yields no record.
    """

    def __init__(self, path: str, type_name: str, *, check: bool = True) -> None:
        known = RECORD_TYPES.get(type_name) if check else None
        self.path = path
        self.line = 0
        self.problems: list[WrongRecordError] = []
        self._checks: FieldChecks = checks_for(known.fields if known else ())
        self._previous = ""
        self._replicas: dict[str, str] = {}

    def read(self, raw: bytes) -> WireRecord | None:
        """Return the record of the next line, or None where it has a problem."""
        self.line += 1
        if b"\r" in raw:
            self._complain(WHOLE_LINE, _CARRIAGE_RETURN)
            return None
        try:
            data = parse_object(raw)
        except JsonRefusedError as error:
            self._complain(WHOLE_LINE, error.reason)
            return None
        try:
            record = _record(data, self._replicas)
        except _EnvelopeError as error:
            self._complain(error.name, error.reason)
            return None
        problems = self._problems(record)
        self._previous = record.id
        for problem in problems:
            self._complain(problem.field, problem.reason)
        return None if problems else record

    def read_all(self, lines: Iterator[bytes]) -> Iterator[WireRecord]:
        """Yield the records of all lines, up to the first line with a few problems too many."""
        raw = next(lines)
        for following in lines:
            record = self.read(raw)
            if record is not None:
                yield record
            elif len(self.problems) >= MOST_PROBLEMS:
                return
            raw = following
        if raw:
            self.line += 1
            self._complain(WHOLE_LINE, _NO_LINE_END)

    def _problems(self, record: WireRecord) -> list[FieldProblem]:
        found = self._checks.problems(record.fields, whole=not record.deleted)
        if record.id <= self._previous:
            reason = _DOUBLED if record.id == self._previous else _UNSORTED
            found.append(FieldProblem("id", reason))
        return found

    def _complain(self, field: str | Wording, reason: Wording) -> None:
        self.problems.append(
            WrongRecordError(file=self.path, line=self.line, field=field, reason=reason)
        )


class _EnvelopeError(ValueError):
    def __init__(self, name: str, reason: Wording) -> None:
        self.name = name
        self.reason = reason
        super().__init__(name)


def split_lines(pieces: Iterator[bytes], path: str, limit: int) -> Iterator[bytes]:
    """Yield whole lines without their line end; the last is empty when all lines end well.

    Raises:
        LineTooLongError: A line is longer than ``limit`` bytes.
    """
    rest = b""
    number = 1
    for piece in pieces:
        lines = (rest + piece).split(b"\n")
        rest = lines.pop()
        for line in lines:
            if len(line) > limit:
                raise LineTooLongError(entry=path, line=number, limit=limit)
            yield line
            number += 1
        if len(rest) > limit:
            raise LineTooLongError(entry=path, line=number, limit=limit)
    yield rest


def encode_record(record: WireRecord) -> bytes:
    """Return the line of one record, its line end included."""
    members: dict[str, Any] = {"id": record.id}
    members |= {name: record.fields[name] for name in sorted(record.fields)}
    members["v"] = record.v
    members["fv"] = dict(sorted(record.fv.items()))
    members["deleted"] = record.deleted
    return dump(members).encode() + b"\n"


def _record(data: dict[str, Any], replicas: dict[str, str]) -> WireRecord:
    identifier = data.pop("id", None)
    if not is_uuid(identifier):
        raise _EnvelopeError("id", NOT_ID)
    version = _version("v", data.pop("v", None), replicas)
    versions = data.pop("fv", {})
    deleted = data.pop("deleted", False)
    if type(deleted) is not bool:
        raise _EnvelopeError("deleted", NOT_BOOLEAN)
    return WireRecord(identifier, data, version, _versions(versions, data, replicas), deleted)


def _version(name: str, value: object, replicas: dict[str, str]) -> Version:
    """Return the version; ``replicas`` remembers the few ids there are, checked once each."""
    if type(value) is list and len(value) == 2:
        replica, counter = value
        if type(counter) is int and 0 < counter <= LARGEST_INTEGER and type(replica) is str:
            known = replicas.get(replica)
            if known is not None:
                return known, counter
            if is_uuid(replica):
                replicas[replica] = replica
                return replica, counter
    raise _EnvelopeError(name, _NOT_VERSION)


def _versions(
    value: object, fields: dict[str, Any], replicas: dict[str, str]
) -> dict[str, Version]:
    if type(value) is not dict:
        raise _EnvelopeError("fv", _NOT_VERSIONS)
    for name in value:
        if name not in fields and name != "deleted":
            raise _EnvelopeError("fv", Wording(_UNKNOWN_VERSION.template, {"name": name}))
    return {name: _version("fv", version, replicas) for name, version in value.items()}
