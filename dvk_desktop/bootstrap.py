"""Open an office's data folder: database, keys, services; knows no window (khởi tạo)."""

from pathlib import Path

from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.unit_of_work import Clock, Database, local_now
from dvk_desktop.storage.upgrade import upgrade_file


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
    path = database_path(folder)
    upgrade_file(path)
    return Services(Database(open_engine(path), clock, actor), folder)
