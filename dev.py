"""The commands of the checkout; needs nothing but Python: ``python3 dev.py run``.

run          set up, then open the program (without a display: the demo year into out/demo)
test         set up, then all checks: ruff, format, mypy, import-linter, pytest
bench        the speed figures, as ratios against a floor measured in the same run
slow         faults, scale and long property tests
fuzz         an hour of coverage-guided fuzzing of what reads foreign packages (Linux)
screenshots  a picture of each page
build        the installable program, into dist/
setup        only set up
clean        remove what was built; --all: the virtual environment too
"""

from __future__ import annotations  # an old Python must get as far as its sentence

import argparse
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.dev_checks import run_all, standard_checks
from scripts.dev_environment import ROOT, Environment, child_variables
from scripts.dev_system import SetupError, has_display, require_libraries, require_python

DEVELOPMENT = Environment(ROOT / ".venv", ("dev",))
# PyInstaller packs whatever it finds importable, so it gets a place without the test tools.
BUILDING = Environment(ROOT / "build" / "venv", ("build",))
# Its wheels are for Linux only, and nothing else needs it.
FUZZING = Environment(ROOT / "build" / "fuzz-venv", ("fuzz",))
# They pack the program and stay behind; PyInstaller's start code comes with leave to ship it.
BUILD_TOOLS = ("pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "prettytable", "wcwidth")
LEFTOVERS = (
    ".coverage",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "build",
    "dist",
    "htmlcov",
    "out",
)


def run(rest: list[str]) -> int:
    """Open the program, or show the sample year where no window can be."""
    if has_display():
        require_libraries(window=True)
        DEVELOPMENT.prepare()
        return start([str(DEVELOPMENT.python), "-m", "dvk_desktop", *rest])
    DEVELOPMENT.prepare()
    print("Không có màn hình: chạy thử năm mẫu bằng “dvk demo”, kết quả ở out/demo.")
    print("No display: running the sample year with `dvk demo` into out/demo.", flush=True)
    return start([str(DEVELOPMENT.tool("dvk")), "demo", "--out", str(Path("out", "demo")), *rest])


def test(rest: list[str]) -> int:
    """Run all checks, to the end; what follows is handed to pytest."""
    setup([])
    python, lint_imports = DEVELOPMENT.python, DEVELOPMENT.tool("lint-imports")
    return 0 if run_all(standard_checks(python, lint_imports, rest)) else 1


def bench(rest: list[str]) -> int:
    """Print the speed figures."""
    setup([])
    return pytest("-m", "bench", "-s", "tests/benchmarks", *rest)


def slow(rest: list[str]) -> int:
    """Run the tests that are too slow for every change."""
    setup([])
    return pytest("-m", "slow", *rest)


def fuzz(rest: list[str]) -> int:
    """Feed the readers of foreign packages what nobody would write (rest: for libFuzzer)."""
    FUZZING.prepare()
    harness = str(Path("tests", "fuzz", "fuzz_package_reader.py"))
    return start([str(FUZZING.python), harness, *rest])


def screenshots(rest: list[str]) -> int:
    """Make the pictures of the pages."""
    setup([])
    return start([str(DEVELOPMENT.python), str(Path("scripts", "screenshots.py")), *rest])


def build(rest: list[str]) -> int:
    """Pack the program with PyInstaller, and into an installer where Inno Setup is there."""
    require_libraries(window=False)
    BUILDING.prepare()
    work = str(ROOT / "build" / "pyinstaller")
    pack = [str(BUILDING.python), "-m", "PyInstaller", "--noconfirm", "--workpath", work]
    steps = [[*pack, "build_installer.spec", *rest], _licences(ROOT / "dist" / "dan-van-kheo")]
    compiler = shutil.which("iscc")
    if compiler is not None:
        steps.append([compiler, str(Path("scripts", "installer.iss"))])
    return next((code for code in map(start, steps) if code), 0)


def _licences(folder: Path) -> list[str]:
    """Return the command that puts the texts of all licences beside the program."""
    command = [str(BUILDING.tool("pip-licenses")), "--format=plain-vertical", "--order=name"]
    command += ["--with-license-file", "--with-notice-file", "--no-license-path"]
    command += ["--output-file", str(folder / "LICENCES.txt"), "--ignore-packages"]
    return [*command, "dvk-desktop", *BUILD_TOOLS]


def setup(_rest: list[str]) -> int:
    """Bring the virtual environment up to date."""
    require_libraries(window=False)
    DEVELOPMENT.prepare()
    return 0


def clean(rest: list[str]) -> int:
    """Remove what was built and cached."""
    names = [*LEFTOVERS, ".venv"] if "--all" in rest else LEFTOVERS
    for name in names:
        path = ROOT / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "slow": slow,
    "fuzz": fuzz,
    "screenshots": screenshots,
    "build": build,
    "setup": setup,
    "clean": clean,
}


def pytest(*arguments: str) -> int:
    """Run pytest in the development environment."""
    return start([str(DEVELOPMENT.python), "-m", "pytest", *arguments])


def start(command: list[str]) -> int:
    """Run a program in the root of the checkout and return its exit code."""
    variables = child_variables()
    if not has_display():
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode


def main() -> int:
    """Run the command that was typed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # the Windows console is not UTF-8 by itself
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to what is started")
    arguments = parser.parse_args()
    try:
        require_python()
        return COMMANDS[arguments.command](arguments.rest)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nĐã dừng.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
