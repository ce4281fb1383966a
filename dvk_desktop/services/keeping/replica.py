"""Makes sure that no two databases write under one replica id (mã của bản cài đặt)."""

from dataclasses import dataclass
from pathlib import Path

from dvk_desktop.domain.terms import Labelled
from dvk_desktop.models import Office
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.replica import (
    installation_mark,
    is_behind,
    keep_witness,
    read_witness,
    store_mark,
    stored_mark,
    take_new_replica_id,
)
from dvk_desktop.storage.unit_of_work import Database


class ReplicaVerdict(Labelled):
    """What was found about the place of a database (tình trạng bản cài đặt)."""

    SAME = "same", "Vẫn ở máy và thư mục cũ"
    FIRST = "first", "Lần đầu dùng ở đây"
    COPIED = "copied", "Dữ liệu được chép từ máy hoặc thư mục khác"
    PUT_BACK = "put_back", "Tệp dữ liệu cũ được chép đè lên"


@dataclass(frozen=True, slots=True)
class ReplicaCheck:
    """The verdict, and the replica id that holds now (kết quả)."""

    verdict: ReplicaVerdict
    replica_id: str


def ensure_replica(database: Database, folder: Path) -> ReplicaCheck | None:
    """Give a copied or put-back database a new replica id before it changes anything.

    Call it at every start before anything else writes, and again after founding; it also lets
    the witness see all changes made through this database. None where there is no office yet.
    """
    places = DataFolder(folder)
    keep_witness(database.engine, places)
    mark = installation_mark(places)
    with database.reading() as work:
        office, known = work.first(Office), stored_mark(work)
        if office is None:
            return None
        replica_id = office.replica_id
        verdict = ReplicaVerdict.SAME
        if known is None:
            verdict = ReplicaVerdict.FIRST
        elif known != mark:
            verdict = ReplicaVerdict.COPIED
        elif is_behind(office, read_witness(places)):
            verdict = ReplicaVerdict.PUT_BACK
    if verdict is ReplicaVerdict.SAME:
        return ReplicaCheck(verdict, replica_id)
    return ReplicaCheck(verdict, _bind(database, mark, verdict))


def _bind(database: Database, mark: str, verdict: ReplicaVerdict) -> str:
    title = "Ghi nhận nơi đặt dữ liệu: {verdict}"
    with database.writing(title, kind="replica", always=True, verdict=verdict.label) as work:
        replica_id = work.office().replica_id
        if verdict is not ReplicaVerdict.FIRST:
            work.note(old_replica=replica_id)
            replica_id = take_new_replica_id(work)
            work.note(new_replica=replica_id)
        store_mark(work, mark)
        work.commit()
    return replica_id
