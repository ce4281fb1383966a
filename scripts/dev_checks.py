"""Runs every check to the end and sums them up in one table (kiểm tra)."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from scripts.dev_environment import ROOT, child_variables


class Check(NamedTuple):
    """One check: its name and what to start."""

    name: str
    command: list[str]


class Outcome(NamedTuple):
    """How a check ended."""

    name: str
    passed: bool
    seconds: float
    closing_line: str


def run_all(checks: list[Check]) -> bool:
    """Run the checks one after the other, show the table, and say whether all passed."""
    outcomes = [_run(check) for check in checks]
    _show(outcomes)
    return all(outcome.passed for outcome in outcomes)


def _run(check: Check) -> Outcome:
    print(f"\n== {check.name} ==", flush=True)
    start = time.monotonic()
    closing_line = ""
    with subprocess.Popen(
        check.command,
        cwd=ROOT,
        env=child_variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            closing_line = line.strip() or closing_line
    seconds = time.monotonic() - start
    return Outcome(check.name, process.returncode == 0, seconds, closing_line)


def _show(outcomes: list[Outcome]) -> None:
    width = max(len(outcome.name) for outcome in outcomes)
    print(f"\n{'Kiểm tra':<{width}}  Kết quả   Giây  Dòng cuối")
    for outcome in outcomes:
        word = "đạt" if outcome.passed else "KHÔNG"
        closing_line = outcome.closing_line.strip("= ")[:100]
        print(f"{outcome.name:<{width}}  {word:<7} {outcome.seconds:>6.1f}  {closing_line}")
    failed = sum(not outcome.passed for outcome in outcomes)
    print(f"\n{failed} kiểm tra không đạt." if failed else "\nTất cả đều đạt.", flush=True)


def standard_checks(python: Path, lint_imports: Path, pytest_arguments: list[str]) -> list[Check]:
    """Return the checks of the house, the quick ones first."""
    module = [str(python), "-m"]
    return [
        Check("ruff check", [*module, "ruff", "check", "."]),
        Check("ruff format", [*module, "ruff", "format", "--check", "."]),
        Check("mypy", [*module, "mypy"]),
        Check("lint-imports", [str(lint_imports)]),
        Check("pytest", [*module, "pytest", "-n", "2", *pytest_arguments]),
    ]
