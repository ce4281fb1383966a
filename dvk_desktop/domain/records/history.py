"""The history as pages show it (nhật ký thay đổi)."""

from dataclasses import dataclass

from dvk_desktop.domain.words import Wording


@dataclass(frozen=True, slots=True)
class FieldChangeRow:
    """One field that one change set changed; ``before`` is empty for a new record (thay đổi)."""

    record_type: str
    record_id: str
    record_label: str
    record_name: str
    field: str
    field_label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What recomputing the chain of the journal found (kết quả kiểm tra nhật ký).

    ``broken`` is the number of the first change set that is not as it was written.
    """

    change_sets: int
    changes: int
    head: str
    broken: int | None = None
    problem: Wording | None = None

    @property
    def is_good(self) -> bool:
        """Say whether the journal is as it was written."""
        return self.problem is None
