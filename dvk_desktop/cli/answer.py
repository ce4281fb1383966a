"""What a command has to say: one document for programs, some text for people (kết quả lệnh)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from dvk_desktop.domain.words import Wording


class ExitCode(IntEnum):
    """How a command ended (mã kết thúc)."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    REFUSED = 3
    LOOK = 4


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, for people only (bảng)."""

    headings: tuple[str, ...]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why nothing was done (lý do từ chối)."""

    code: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did.

    ``document`` is printed with ``--json``, ``text`` without; ``refusals`` always go to standard
    error, and into the document under ``errors``.
    """

    document: Mapping[str, Any] = field(default_factory=dict)
    text: Sequence[Wording | Table] = ()
    code: ExitCode = ExitCode.DONE
    refusals: tuple[Refusal, ...] = ()
