"""What all tests share: no display, one time zone, no contact with the person's own files."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Viet Nam's time, spelled so that no table of zones has to be installed.
os.environ["TZ"] = "<+07>-7"
if hasattr(time, "tzset"):
    time.tzset()

# A shared machine may be slow at any moment: only the number of examples limits a property test.
settings.register_profile(
    "dev", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("dev"), print_blob=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

PERSONAL_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
_private = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Point the folders of the person at an empty place, before anything asks for them."""
    config.stash[_private] = home = Path(tempfile.mkdtemp(prefix="dvk-tests-"))
    for name in PERSONAL_FOLDERS:
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    # Qt warns where nobody is logged in; a display of one's own would be reached through it.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(home))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(config.stash[_private], ignore_errors=True)
