"""The program starts fast because what is heavy waits until it is needed."""

import importlib.util
import subprocess
import sys

import pytest
from house_sources import ROOT, imported, program

HEAVY = {
    "alembic",
    "cryptography",
    "docx",
    "lxml",
    "openpyxl",
    "PIL",
    "pydantic",
    "pypdfium2",
    "python_calamine",
    "reportlab",
}
WINDOW = ("dvk_desktop.app", "dvk_desktop.bootstrap", "dvk_desktop.views.frame.main_window")
COMMAND_LINE = ("dvk_desktop.cli.main",)


def _loaded_by(*modules: str) -> set[str]:
    present = [name for name in modules if importlib.util.find_spec(name)]
    if not present:
        pytest.skip(f"not there yet: {', '.join(modules)}")
    code = f"import {', '.join(present)}, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_the_window_loads_nothing_heavy():
    assert _loaded_by(*WINDOW) & HEAVY == set()


def test_the_command_line_loads_nothing_heavy_and_no_qt():
    assert _loaded_by(*COMMAND_LINE) & (HEAVY | {"PySide6"}) == set()


def test_only_the_essentials_of_qt_are_used():
    """The add-ons of Qt are not installed, and some of them are under the GPL."""
    essentials = {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtNetwork"}
    problems = [
        f"{source.at(node)} {name}"
        for source in program()
        for node, name in imported(source)
        if name.startswith("PySide6.") and name.split(".")[1] not in essentials
    ]
    assert problems == []
