"""One action, one transaction: rolled back unless committed (đơn vị công việc)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.models import Base, ChangeSet, Exchanged, Office, Unit
from dvk_desktop.storage.engine import WRITE
from dvk_desktop.storage.stamping import Journal, StampingSession, bulk_add, write_journal

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam has had one offset since 1975; no time zone data is needed."""

Clock = Callable[[], datetime]
Mapped_ = TypeVar("Mapped_", bound=Base)
Exchanged_ = TypeVar("Exchanged_", bound=Exchanged)


def local_now() -> datetime:
    """Return the time in Vietnam, whatever the computer's zone is set to."""
    return datetime.now(VIETNAM)


class UnitOfWork:
    """A session for one service call; leaving it without ``commit`` stores nothing."""

    def __init__(self, engine: Engine, clock: Clock, journal: Journal | None = None) -> None:
        self._engine = engine
        self._clock = clock
        self._journal = journal

    def __enter__(self) -> Self:
        bind = self._engine.connect().execution_options(**{WRITE: self._journal is not None})
        self._connection = bind
        self.session = StampingSession(bind, expire_on_commit=False)
        if self._journal is not None:
            self.session.info["journal"] = self._journal
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.session.rollback()
        self.session.close()
        self._connection.close()

    @property
    def change_set_id(self) -> str:
        """Return the id of the running change set."""
        return self.session.journal.id

    @property
    def now(self) -> datetime:
        """Return the time of the office's clock; it decides nothing but what is shown."""
        return self._clock()

    def note(self, **facts: Any) -> None:
        """Add facts to the title of the running change set."""
        self.session.journal.facts.update(facts)

    def commit(self) -> None:
        """Stamp, journal and store everything, or fail and store nothing."""
        self.session.flush()
        write_journal(self.session, self.now)
        self.session.commit()

    def office(self) -> Office:
        """Return the office that owns this database.

        Raises:
            NotFoundError: The data folder has not been set up.
        """
        office = self.session.execute(select(Office)).scalar_one_or_none()
        if office is None:
            raise NotFoundError(what="văn phòng", key="")
        return office

    def own_codes(self) -> frozenset[str]:
        """Return the codes that mean this office: its own and that of its unit, case-folded."""
        office = self.office()
        codes = {office.code.casefold()}
        # While an office is set up from a package, its unit has not been taken in yet.
        unit = self.session.get(Unit, office.unit_id) if office.unit_id is not None else None
        if unit is not None:
            codes.add(unit.code.casefold())
        return frozenset(codes)

    def is_undone(self, change_set_id: str | None) -> bool:
        """Say whether a change set was taken back."""
        entry = self.first(ChangeSet, id=change_set_id)
        return entry is not None and entry.undone_by is not None

    def newest_change(self) -> int:
        """Return the number of the newest change set: a plan made at it is still good."""
        newest = self.session.execute(select(func.max(ChangeSet.number))).scalar_one()
        return newest or 0

    def journal_head(self) -> str:
        """Return the hash at the end of the journal's chain, empty for an empty journal."""
        query = select(ChangeSet.hash).order_by(ChangeSet.number.desc()).limit(1)
        return self.session.execute(query).scalar_one_or_none() or ""

    def get(self, mapped: type[Mapped_], record_id: str, what: str = "bản ghi") -> Mapped_:
        """Return one record that is not marked as deleted.

        Raises:
            NotFoundError: There is none of this id.
        """
        record = self.session.get(mapped, record_id)
        if record is None or getattr(record, "is_deleted", False):
            raise NotFoundError(what=what, key=record_id)
        return record

    def find(self, mapped: type[Mapped_], *order: str, **equal: Any) -> list[Mapped_]:
        """Return the records, not marked as deleted, whose columns equal the given values."""
        query = select(mapped).filter_by(**equal)
        if issubclass(mapped, Exchanged):
            query = query.where(mapped.is_deleted.is_(False))
        return list(
            self.session.execute(query.order_by(*(getattr(mapped, o) for o in order))).scalars()
        )

    def first(self, mapped: type[Mapped_], *order: str, **equal: Any) -> Mapped_ | None:
        """Return the first record that ``find`` would return, or None."""
        found = self.find(mapped, *order, **equal)
        return found[0] if found else None

    def add(self, record: Mapped_) -> Mapped_:
        """Add a new record and give it its id at once."""
        self.session.add(record)
        self.session.flush()
        return record

    def bulk_add(self, record_type: str, rows: Sequence[dict[str, Any]]) -> list[str]:
        """Insert many new exchanged records of one type; returns their ids in order."""
        self.session.flush()
        return bulk_add(self.session, record_type, rows)

    def delete(self, record: Exchanged) -> None:
        """Mark a record as deleted; the tombstone travels and keeps it deleted."""
        record.is_deleted = True


class Database:
    """Opens units of work on one database file (cơ sở dữ liệu của văn phòng)."""

    def __init__(self, engine: Engine, clock: Clock = local_now, actor: str = "") -> None:
        self.engine = engine
        self.clock = clock
        self.actor = actor

    def reading(self) -> UnitOfWork:
        """Return a unit of work that only reads and blocks nobody."""
        return UnitOfWork(self.engine, self.clock)

    def writing(
        self,
        title: str,
        *,
        kind: str = "edit",
        stamped: bool = True,
        undoes: str | None = None,
        **facts: Any,
    ) -> UnitOfWork:
        """Return a unit of work whose changes form one change set with this title.

        ``title`` is a Vietnamese template and ``facts`` its values; undo and history show it.
        ``stamped=False`` is for merging, which brings versions of its own.
        """
        journal = Journal(
            kind=kind, title=title, actor=self.actor, facts=facts, undoes=undoes, stamped=stamped
        )
        return UnitOfWork(self.engine, self.clock, journal)

    def close(self) -> None:
        """Release the file."""
        self.engine.dispose()


__all__ = ["VIETNAM", "Clock", "Database", "Session", "UnitOfWork", "local_now"]
