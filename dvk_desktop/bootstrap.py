"""Open an office's data folder: database, keys, services; knows no window (khởi tạo)."""

from pathlib import Path

from dvk_desktop.services.replica import ensure_replica
from dvk_desktop.services.services import Services
from dvk_desktop.services.upgrading import bring_up_to_date
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.unit_of_work import Clock, Database, local_now
from dvk_desktop.storage.working_files import clear_left_behind


def database_path(folder: Path) -> Path:
    """Return where the database of a data folder lies."""
    return DataFolder(folder).database


def open_office(folder: Path, *, clock: Clock = local_now, actor: str = "") -> Services:
    """Open a data folder, bringing its database to the current schema first.

    The folder and an empty database are made where there are none; founding the office is then
    ``services.office.found``.

    Raises:
        NewerDatabaseError: A newer program wrote the database; nothing is changed.
        DamagedDatabaseError: The file is not a database; nothing is changed.
    """
    bring_up_to_date(folder, clock)
    clear_left_behind(DataFolder(folder))
    database = Database(open_engine(database_path(folder)), clock, actor)
    services = Services(database, folder)
    if services.office.is_founded():
        # A copied or put-back database takes a new replica id before it changes anything.
        ensure_replica(database, folder)
    return services
