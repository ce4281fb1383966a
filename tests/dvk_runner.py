"""Runs dvk in this process, on data folders of its own, and looks at what it left."""

import hashlib
import io
import json
import shutil
import sqlite3
import tempfile
from contextlib import closing, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dvk_desktop import paths
from dvk_desktop.bootstrap import database_path
from dvk_desktop.cli.main import main

_TEMPLATES = tempfile.TemporaryDirectory(prefix="dvk-offices-", ignore_cleanup_errors=True)
SAMPLE = paths.resource("samples", "yen-mo-2017")


@dataclass(frozen=True)
class Run:
    """What one command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def refusals(self) -> list[str]:
        """The codes on standard error, one for each reason."""
        return [line.split(" ", 1)[0] for line in self.err.splitlines() if line]


class Dvk:
    """One office as a person at a terminal sees it."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Run:
        """Run a command in the office's data folder."""
        self._capsys.readouterr()
        code = main([*map(str, arguments), "--data", str(self.folder)])
        said = self._capsys.readouterr()
        return Run(code, said.out, said.err)

    def done(self, *arguments: object) -> Any:
        """Run a command that must succeed; returns its document."""
        run = self(*arguments, "--json")
        assert (run.code, run.err) == (0, ""), run
        return run.document

    def state(self) -> str:
        """Return a hash over every row of the database."""
        path = database_path(self.folder)
        if not path.exists():
            return ""
        with closing(sqlite3.connect(path)) as connection:
            text = "\n".join(connection.iterdump())
        return hashlib.sha256(text.encode()).hexdigest()


def district(capsys: pytest.CaptureFixture[str], folder: Path) -> Dvk:
    """Return a founded district with the units of the sample."""
    return _copied(capsys, folder, "H00", "Ban Dân vận Huyện ủy Yên Mô", "district")


def commune(capsys: pytest.CaptureFixture[str], folder: Path) -> Dvk:
    """Return a founded commune below it."""
    return _copied(capsys, folder, "X13", "Đảng ủy xã Yên Phong", "commune")


def _copied(capsys: pytest.CaptureFixture[str], folder: Path, *office: str) -> Dvk:
    shutil.copytree(_founded(*office), folder)
    dvk = Dvk(capsys, folder)
    # The first command finds that the folder was copied and takes a new replica id.
    dvk.done("office", "list")
    return dvk


@cache
def _founded(code: str, name: str, level: str) -> Path:
    """Found an office once for all tests; to lay the tables down takes most of a second."""
    folder = Path(_TEMPLATES.name) / code
    words = ["--code", code, "--name", name, "--level", level, "--year", "2017"]
    with redirect_stdout(io.StringIO()):
        assert main(["init", *words, "--data", str(folder)]) == 0
        assert main(["units", "import", str(SAMPLE / "units.xlsx"), "--data", str(folder)]) == 0
    return folder
