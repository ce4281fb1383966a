"""Compile ``ui/*.ui`` to ``dvk_desktop/views/forms/ui_*.py``; ``--check`` only compares.

The compiled files are committed, so that the program runs without Qt's tools. The header that
names the version of the compiler is replaced, so that the result depends on the form alone.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "ui"
TARGETS = ROOT / "dvk_desktop" / "views" / "forms"

_BODY = "from PySide6.QtCore"


def compile_form(source: Path) -> str:
    """Return the Python module of one form."""
    command = [_compiler(), "--absolute-imports", str(source)]
    result = subprocess.run(command, capture_output=True, check=True)
    text = result.stdout.decode("utf-8").replace("\r\n", "\n")
    body = text[text.index(_BODY) :]
    return f'"""Compiled from ui/{source.name} by scripts/build_forms.py; never edit."""\n\n{body}'


def stale_forms() -> list[Path]:
    """Return the compiled modules that are missing, out of date or without a form."""
    wanted = {_target(source): source for source in sorted(SOURCES.glob("*.ui"))}
    orphans = [path for path in sorted(TARGETS.glob("ui_*.py")) if path not in wanted]
    return orphans + [path for path, source in wanted.items() if not _is_current(path, source)]


def build() -> None:
    """Write every compiled module and remove those without a form."""
    for path in stale_forms():
        source = SOURCES / f"{path.stem.removeprefix('ui_')}.ui"
        if source.exists():
            path.write_text(compile_form(source), encoding="utf-8", newline="\n")
        else:
            path.unlink()
        print(path.relative_to(ROOT).as_posix())


def _compiler() -> str:
    """Return the compiler that belongs to this Python, not one of the system."""
    name = "pyside6-uic.exe" if sys.platform == "win32" else "pyside6-uic"
    return str(Path(sys.executable).with_name(name))


def _target(source: Path) -> Path:
    return TARGETS / f"ui_{source.stem}.py"


def _is_current(path: Path, source: Path) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == compile_form(source)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    if not parser.parse_args().check:
        build()
        return 0
    stale = stale_forms()
    for path in stale:
        print(f"{path.relative_to(ROOT).as_posix()} is not current: run scripts/build_forms.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
