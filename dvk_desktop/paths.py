"""Where resources and the user's data are, in a checkout and in the installed program."""

import sys
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@cache
def resources_folder() -> Path:
    """Return the folder of fonts, icons, templates, translations and the sample year."""
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [_HERE.parent / "resources", _HERE / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"resources not found in any of {candidates}")


def resource(*parts: str) -> Path:
    """Return the path of one bundled file."""
    return resources_folder().joinpath(*parts)


def default_data_folder() -> Path:
    """Return the office's data folder on this platform; it may not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 -- slow import, rarely needed

    return user_data_path("dan-van-kheo", appauthor=False)
