"""What became of what we sent: which records were refused there, and why (gói đã gửi)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.record_labels import record_label
from dvk_desktop.models import EXCHANGED, PackageLog, Registration
from dvk_desktop.services.exchange.packing import SENT
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_NAMES = ("name", "number_text", "title", "file_name")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A record of ours that the receiver did not take (bản ghi bị từ chối).

    ``fields`` are the only ones that were refused, or empty where the whole record was.
    """

    record_type: str
    record_id: str
    label: str
    reason: str
    fields: tuple[str, ...]


class SentPackageService:
    """Reads the receipts that came back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def refused(self, package_id: str) -> tuple[RefusedRow, ...]:
        """Return what the receiver of a package refused, by the names we know it by.

        Raises:
            NotFoundError: We have sent no such package.
        """
        with self._database.reading() as work:
            log = work.first(PackageLog, package_id=package_id, direction=SENT)
            if log is None:
                raise NotFoundError(what="gói dữ liệu", key=package_id)
            listed = (log.receipt or {}).get("refused") or ()
            return tuple(_row(work, one) for one in listed)


def _row(work: UnitOfWork, listed: Mapping[str, Any]) -> RefusedRow:
    record_type, record_id = str(listed.get("type", "")), str(listed.get("id", ""))
    return RefusedRow(
        record_type=record_type,
        record_id=record_id,
        label=_label(work, record_type, record_id),
        reason=str(listed.get("reason", "")),
        fields=tuple(str(name) for name in listed.get("fields") or ()),
    )


def _label(work: UnitOfWork, record_type: str, record_id: str) -> str:
    """Return the type and the name; a record without one goes by its registration."""
    label = record_label(record_type)
    mapped = EXCHANGED.get(record_type)
    record = None if mapped is None else work.session.get(mapped, record_id)
    own = next((str(text) for name in _NAMES if (text := getattr(record, name, ""))), "")
    parent = work.session.get(Registration, getattr(record, "registration_id", None) or "")
    name = own or ("" if parent is None else parent.name)
    return f"{label} “{name}”" if name else label
