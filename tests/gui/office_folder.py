"""A founded office with the units of the sample year, for tests of the window."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from dvk_desktop.bootstrap import open_office
from dvk_desktop.paths import resource
from dvk_desktop.services.services import Services

UNITS_FILE = resource("samples", "yen-mo-2017", "units.xlsx")


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="dvk-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    services = open_office(folder)
    services.office.found(code="YM", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
    services.campaigns.create(2017)
    services.unit_import.import_file(UNITS_FILE)
    services.close()
    return folder


def found_office(folder: Path) -> Services:
    """Open the office of the sample district in ``folder``: units and campaign, nothing else."""
    shutil.copytree(_template(), folder, dirs_exist_ok=True)
    return open_office(folder)
