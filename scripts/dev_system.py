"""What the operating system must offer before Python packages can help (thư viện hệ thống).

Qt's wheels bring almost everything; the rest are a dozen small libraries of the desktop that a
server or a container lacks. Each is looked for by loading it, as Qt will.
"""

from __future__ import annotations  # an old Python must get as far as the sentence below

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import NamedTuple

MINIMUM_PYTHON = (3, 11)
# PySide6 6.9.3, which is pinned, has no wheels for a later one.
MAXIMUM_PYTHON = (3, 13)


class SetupError(Exception):
    """The set-up cannot go on; the text says what the person should do."""


class Library(NamedTuple):
    """A shared library and the Debian package that holds it."""

    file: str
    package: str


QT_LIBRARIES = (
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
)
WINDOW_LIBRARIES = (
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Library("libX11-xcb.so.1", "libx11-xcb1"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-sync.so.1", "libxcb-sync1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
)


def require_python() -> None:
    """Refuse a Python that the libraries do not run on.

    Raises:
        SetupError: Python is older or newer than they support.
    """
    if MINIMUM_PYTHON <= sys.version_info[:2] <= MAXIMUM_PYTHON:
        return
    first, last = (".".join(map(str, version)) for version in (MINIMUM_PYTHON, MAXIMUM_PYTHON))
    raise SetupError(
        f"Cần Python từ {first} đến {last}; đang chạy bằng Python {sys.version.split()[0]}. "
        f"Hãy cài Python {last} rồi chạy lại (Windows: gõ “py -{last} dev.py run”).\n"
        f"Python {first} to {last} is needed."
    )


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require_libraries(*, window: bool) -> None:
    """Find the system libraries of Qt that are missing, and install them where that is possible.

    Args:
        window: Also those that only a visible window needs.

    Raises:
        SetupError: Some are missing and could not be installed.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(window=window)
    if not missing:
        return
    print("Thiếu thư viện hệ thống của Qt: " + ", ".join(library.file for library in missing))
    packages = [library.package for library in missing]
    install_packages(packages)
    still = missing_libraries(window=window)
    if still:
        raise SetupError("Vẫn còn thiếu: " + ", ".join(library.file for library in still) + ".")


def missing_libraries(*, window: bool) -> list[Library]:
    """Return the libraries of Qt that cannot be loaded."""
    wanted = QT_LIBRARIES + (WINDOW_LIBRARIES if window else ())
    return [library for library in wanted if not _loads(library.file)]


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def require_venv() -> None:
    """Make sure that Python can make a virtual environment; Debian ships that part apart.

    Raises:
        SetupError: It cannot, and the package could not be installed.
    """
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    print("Python này thiếu phần tạo môi trường ảo (venv, ensurepip).")
    install_packages([package])
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise SetupError(f"Đã cài {package} nhưng Python vẫn không tạo được môi trường ảo.")


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, or say what to type.

    Raises:
        SetupError: No apt-get here, no right to use it, or it failed.
    """
    names = " ".join(packages)
    advice = (
        f"Hãy gõ lệnh sau rồi chạy lại:\n    sudo apt-get update && sudo apt-get install -y {names}"
    )
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"Hãy cài các gói sau (tên theo Debian) bằng công cụ của hệ điều hành: {names}."
        )
    root = _become_root()
    if root is None:
        raise SetupError(f"Không có quyền cài gói hệ thống. {advice}")
    print(f"Đang cài bằng apt-get: {names}", flush=True)
    if not _apt_get(root, packages):
        raise SetupError(f"apt-get không cài được. {advice}")


def _become_root() -> list[str] | None:
    """Return what to put before a command, or None where the rights cannot be had."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if sys.stdin is not None and sys.stdin.isatty():
        return ["sudo"]  # may ask for the password
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _apt_get(root: list[str], packages: list[str]) -> bool:
    apt_get = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt_get, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(install, check=False).returncode == 0:
        return True
    # A fresh container has no package lists yet.
    return (
        subprocess.run([*apt_get, "update"], check=False).returncode == 0
        and subprocess.run(install, check=False).returncode == 0
    )
