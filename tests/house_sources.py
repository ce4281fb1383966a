"""Reads the project's own files for the house tests."""

import ast
import io
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "dvk_desktop"
GENERATED = PACKAGE / "views" / "forms"
CATALOGUES = ROOT / "resources" / "i18n" / "en"
# What tools leave in the checkout, beside the hidden folders of their caches.
NOT_OURS = {"build", "dist", "out", "htmlcov"}


class Source(NamedTuple):
    """One Python file: where it is, its text, its tree."""

    path: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """Return the place of a node as editors understand it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def program() -> tuple[Source, ...]:
    """Return the files of the program that people write."""
    return _read(path for path in PACKAGE.rglob("*.py") if GENERATED not in path.parents)


@cache
def suite() -> tuple[Source, ...]:
    """Return the test files."""
    return _read((ROOT / "tests").rglob("*.py"))


@cache
def tools() -> tuple[Source, ...]:
    """Return dev.py and the scripts."""
    return _read([ROOT / "dev.py", *(ROOT / "scripts").rglob("*.py")])


def everything() -> tuple[Source, ...]:
    """Return all Python that people write."""
    return (*program(), *tools(), *suite())


def comments(source: Source) -> Iterator[tuple[str, str]]:
    """Yield place and text of each comment; a string that looks like one is not one."""
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield f"{source.path}:{token.start[0]}", token.string


def text_files() -> Iterator[tuple[str, str]]:
    """Yield path and content of each text file of the project, whatever its kind."""
    tops = [path for path in ROOT.iterdir() if path.name not in NOT_OURS]
    ours = [path for path in tops if path.name in {".ci", ".gitignore"} or path.name[0] != "."]
    for path in sorted(inner for top in ours for inner in (top, *top.rglob("*"))):
        if not path.is_file() or path.suffix == ".pyc":
            continue
        if b"\0" not in (content := path.read_bytes())[:8192]:
            yield path.relative_to(ROOT).as_posix(), content.decode("utf-8", errors="replace")


def dotted(node: ast.AST) -> str:
    """Return ``a.b.c`` for such an expression, and "" for any other."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (left := dotted(node.value)):
        return f"{left}.{node.attr}"
    return ""


def imported(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each import with the full name of what it brings in."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call with the dotted name of what is called."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def _read(paths: Iterator[Path] | list[Path]) -> tuple[Source, ...]:
    found = []
    for path in sorted(paths):
        text = path.read_text(encoding="utf-8")
        found.append(Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return tuple(found)
