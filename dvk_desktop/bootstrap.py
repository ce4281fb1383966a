"""Open an office's data folder: database, keys, services; knows no window (khởi tạo)."""

from pathlib import Path

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.office import NewOffice
from dvk_desktop.services.exchange.founding import FoundingOffer
from dvk_desktop.services.keeping.replica import ensure_replica
from dvk_desktop.services.keeping.upgrading import bring_up_to_date
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.given_numbers import remove_false_receipt
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
    remove_false_receipt(database, folder)
    services = Services(database, folder)
    if services.office.is_founded():
        # A copied or put-back database takes a new replica id before it changes anything.
        ensure_replica(database, folder)
        services.key_renewal.mend()
    return services


def found_office(
    folder: Path, wanted: NewOffice, *, actor: str = ""
) -> tuple[Services, DvkError | None]:
    """Found an office with its campaign; a list of units that is refused does not undo it.

    Returns:
        The services, and why the list of units was refused.

    Raises:
        DvkError: The office could not be founded.
    """
    services = open_office(folder, actor=actor)
    try:
        services.office.found(
            code=wanted.code, name=wanted.name, level=wanted.level, preset=wanted.preset
        )
        services.campaigns.create(wanted.year)
    except DvkError:
        services.close()
        raise
    try:
        if wanted.units_file is not None:
            services.unit_import.import_file(wanted.units_file)
    except DvkError as error:
        return services, error
    return services, None


def look_at_founding(folder: Path, package: Path, progress: Progress) -> FoundingOffer:
    """Say which office a package would set up in a folder that has none.

    Raises:
        DvkError: The package is refused, or sets up no office.
    """
    services = open_office(folder)
    try:
        return services.founding.look(package, progress)
    finally:
        services.close()


def found_from_package(
    folder: Path, package: Path, fingerprint: str, progress: Progress, *, actor: str = ""
) -> tuple[Services, None]:
    """Set up the office that a package from above is for.

    Returns:
        As ``found_office``; nothing remains to be explained.

    Raises:
        DvkError: It was not founded; the folder still has no office.
    """
    services = open_office(folder, actor=actor)
    try:
        services.founding.found(package, fingerprint, progress)
    except BaseException:
        services.close()
        raise
    return services, None
