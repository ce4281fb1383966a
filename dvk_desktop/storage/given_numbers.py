"""Numbers that were given to packages, also by a program that was killed (số gói đã cấp).

A package file stands before the log tells of it. A program killed in between would give the same
number to another package, which the receiver must take for a copied database. So the number is
kept in a small file first; a number that no package bears in the end costs the receiver a remark.
"""

import contextlib
import json
import zipfile
from pathlib import Path
from typing import Any

from dvk_desktop.domain.records.package import Manifest, PackageKind
from dvk_desktop.models import PackageLog
from dvk_desktop.safe_files import FileWriteError, replacing
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained
from dvk_desktop.storage.engine import to_json
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_NUMBERS, _REPLICA, _LAST = "numbers", "replica_id", "last"


def last_given(work: UnitOfWork, recipient_code: str) -> int:
    """Return the last number that this replica gave to a package for somebody, 0 for none."""
    known = _read(_place(work))
    if known.get(_REPLICA) != work.office().replica_id:
        return 0
    return int(known[_NUMBERS].get(recipient_code, 0))


def give(work: UnitOfWork, manifest: Manifest, path: Path) -> None:
    """Keep the number of a package that is about to be written at ``path``.

    Raises:
        StoreError: The data folder refuses; the package must not be written.
        FileWriteError: The same.
    """
    place, replica_id = _place(work), manifest.sender.replica_id
    known = _read(place)
    numbers = known[_NUMBERS] if known.get(_REPLICA) == replica_id else {}
    numbers[manifest.recipient.code] = manifest.sequence
    last = {"package_id": manifest.package_id, "path": str(path.absolute())}
    # A receipt is only lost with the merge that it tells of; what goes out by hand is not.
    lasting = manifest.kind is not PackageKind.RECEIPT
    with explained(place.parent):
        place.parent.mkdir(parents=True, exist_ok=True)
    with replacing(place, lasting=lasting) as file:
        file.write(to_json({_REPLICA: replica_id, _NUMBERS: numbers, _LAST: last}).encode())


def take_back(work: UnitOfWork, manifest: Manifest) -> None:
    """Free the number of a package, and those after it, of which no file was left."""
    place = _place(work)
    known = _read(place)
    numbers = known.get(_NUMBERS, {})
    code = manifest.recipient.code
    if known.get(_REPLICA) != manifest.sender.replica_id or code not in numbers:
        return
    numbers[code] = min(numbers[code], manifest.sequence - 1)
    # A number that cannot be freed is only left out.
    with contextlib.suppress(FileWriteError), replacing(place) as file:
        file.write(to_json({**known, _NUMBERS: numbers}).encode())


def remove_false_receipt(database: Database, folder: Path) -> None:
    """Remove the receipt of a merge in whose midst the program was killed: it tells a lie."""
    place = DataFolder(folder)
    last = _read(place.given_numbers).get(_LAST, {})
    path = Path(last.get("path", ""))
    if path.parent != place.receipts.absolute() or not path.is_file():
        return
    # Another program may be about to note the merge: whoever writes waits for it.
    with database.writing("Kiểm tra biên nhận") as work:
        work.session.connection()
        noted = work.first(PackageLog, package_id=last["package_id"]) is not None
        if not noted and _package_id(path) == last["package_id"]:
            with contextlib.suppress(OSError):
                path.unlink()


def _package_id(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            return str(json.loads(archive.read("manifest.json"))["package_id"])
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return ""


def _place(work: UnitOfWork) -> Path:
    database = work.session.get_bind().engine.url.database
    return DataFolder(Path(str(database)).parent).given_numbers


def _read(place: Path) -> dict[str, Any]:
    """Return what is kept; a file that is lost or damaged keeps nothing."""
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
        numbers = {str(code): int(number) for code, number in found[_NUMBERS].items()}
        last = {str(key): str(value) for key, value in found[_LAST].items()}
        return {_REPLICA: str(found[_REPLICA]), _NUMBERS: numbers, _LAST: last}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
