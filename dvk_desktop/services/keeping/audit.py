"""Whether the journal is as it was written (kiểm tra nhật ký)."""

from pathlib import Path

from dvk_desktop.domain.records.history import AuditReport
from dvk_desktop.domain.words import Wording
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.journal_chain import ChainVerdict, verify_chain
from dvk_desktop.storage.queries.journal import hash_of, head, raw_connection
from dvk_desktop.storage.replica import read_witness
from dvk_desktop.storage.unit_of_work import Database

_BROKEN = (
    "Nhật ký không còn nguyên vẹn từ lần thay đổi số {number}: nội dung đã bị sửa ngoài chương"
    " trình. Hãy giữ nguyên tệp dữ liệu và đối chiếu với bản sao lưu."
)
_CUT = (
    "Nhật ký đã bị cắt bớt: chương trình từng ghi đến lần thay đổi số {number} nhưng nay không"
    " còn. Hãy giữ nguyên tệp dữ liệu và đối chiếu với bản sao lưu."
)


class AuditService:
    """Recomputes the chain that every change set hangs on."""

    def __init__(self, database: Database, folder: Path | None = None) -> None:
        self._database = database
        self._folder = None if folder is None else DataFolder(folder)

    def head(self) -> str:
        """Return the hash of the last change set; minutes and packages carry it."""
        with self._database.reading() as work:
            return head(work)

    def verify(self) -> AuditReport:
        """Recompute every hash and name the first change set that is not as it was written.

        A chain whose end was cut off is whole in itself; the witness beside the database still
        remembers the end.
        """
        with self._database.reading() as work:
            verdict = verify_chain(raw_connection(work))
            lost = None if verdict.broken is not None else self._lost(hash_of(work))
        return _report(verdict, lost)

    def _lost(self, hashes: dict[int, str]) -> int | None:
        witness = None if self._folder is None else read_witness(self._folder)
        if witness is None or not witness["change_set"]:
            return None
        seen = int(witness["change_set"])
        return seen if hashes.get(seen) != witness["head"] else None


def _report(verdict: ChainVerdict, lost: int | None) -> AuditReport:
    problem = None
    if verdict.broken is not None:
        problem = Wording(_BROKEN, {"number": verdict.broken})
    elif lost is not None:
        problem = Wording(_CUT, {"number": lost})
    return AuditReport(
        verdict.change_sets, verdict.changes, verdict.head, verdict.broken or lost, problem
    )
