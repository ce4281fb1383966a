"""The rules of the house that no linter knows: shape, names, habits (CONTRIBUTING.md)."""

import ast
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
from house_sources import (
    PACKAGE,
    ROOT,
    Source,
    calls,
    comments,
    dotted,
    everything,
    imported,
    program,
    suite,
    text_files,
    tools,
)

MODULE_WALL, FUNCTION_WALL, CLASS_WALL = 400, 50, 300
TEST_MODULE_WALL, TEST_FUNCTION_WALL = 600, 40
# path -> the wall that holds instead, and why
LARGER_MODULES: dict[str, tuple[int, str]] = {}
# A migration is a list of columns frozen on the day it is released.
MIGRATIONS = "dvk_desktop/storage/migrations/versions/"
# Where anything may be caught: the edges that turn a fault into a report.
LAST_RESORTS = {
    "dvk_desktop/views/tasks.py",
    "dvk_desktop/app.py",
    "dvk_desktop/cli/main.py",
}
EXACT_ARITHMETIC = ("scor", "marks", "exact_numbers")
ADR_PARTS = ("Summary", "Context", "Decision", "Consequences", "Alternatives")


def _fail_on(problems: list[str]) -> None:
    if problems:
        pytest.fail("\n" + "\n".join(sorted(problems)), pytrace=False)


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_hits_the_wall():
    problems = []
    for source in everything():
        usual = TEST_MODULE_WALL if source.path.startswith("tests/") else MODULE_WALL
        wall, _ = LARGER_MODULES.get(source.path, (usual, ""))
        lines = len(source.text.splitlines())
        if lines > wall and not source.path.startswith(MIGRATIONS):
            problems.append(f"{source.path}: {lines} lines, the wall is {wall}")
    _fail_on(problems)


def test_no_exception_from_the_wall_outlives_its_module():
    assert [path for path in LARGER_MODULES if not (ROOT / path).exists()] == []


def test_no_function_or_class_hits_the_wall():
    problems = []
    for source in everything():
        if source.path.startswith(MIGRATIONS):
            continue
        test = source.path.startswith("tests/")
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                wall = TEST_FUNCTION_WALL if test else FUNCTION_WALL
            elif isinstance(node, ast.ClassDef):
                wall = CLASS_WALL
            else:
                continue
            if _lines(node) > wall:
                problems.append(f"{source.at(node)} {node.name}: {_lines(node)} lines, wall {wall}")
    _fail_on(problems)


def _names(source: Source) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(source.tree):
        for attribute in ("id", "name", "attr", "arg", "asname"):
            value = getattr(node, attribute, None)
            if isinstance(value, str):
                yield node, value


def test_names_are_ascii():
    problems = [
        f"{source.at(node)} {name}"
        for source in everything()
        for node, name in _names(source)
        if not name.isascii()
    ]
    problems += [source.path for source in everything() if not source.path.isascii()]
    _fail_on(problems)


def test_text_is_composed_unicode():
    problems = [
        f"{path}: not NFC"
        for path, text in text_files()
        if path.startswith(("dvk_desktop/", "docs/", "ui/", "resources/i18n/"))
        and not unicodedata.is_normalized("NFC", text)
    ]
    _fail_on(problems)


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {dotted(kind) if kind else "BaseException" for kind in kinds}
    if "BaseException" in names:  # tidying up on the way out is fine, swallowing is not
        last = handler.body[-1]
        return not (isinstance(last, ast.Raise) and last.exc is None)
    return "Exception" in names


def test_everything_is_caught_only_at_the_edges():
    problems = [
        source.at(node)
        for source in (*program(), *tools())
        if source.path not in LAST_RESORTS
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    ]
    _fail_on(problems)


def test_every_exemption_from_a_linter_says_why():
    exemption = re.compile(r"#\s*(noqa\b|type:\s*ignore|pragma:)")
    problems = [
        f"{place} {text}"
        for source in everything()
        for place, text in comments(source)
        if exemption.search(text) and not re.search(r" -- \S", text)
    ]
    _fail_on(problems)


def test_every_task_left_for_later_has_an_issue():
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d)")
    problems = [
        f"{place} {text}"
        for source in everything()
        for place, text in comments(source)
        if later.search(text)
    ]
    _fail_on(problems)


def test_scores_are_never_floats():
    problems = []
    for source in program():
        folder, _, name = source.path.rpartition("/")
        if not (folder.startswith("dvk_desktop/domain") and name.startswith(EXACT_ARITHMETIC)):
            continue
        problems += [source.at(call) for call, called in calls(source) if called == "float"]
        problems += [
            source.at(node)
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, float)
        ]
    _fail_on(problems)


def _guesses_encoding(call: ast.Call, called: str) -> bool:
    name = called.rpartition(".")[2] or getattr(call.func, "attr", "")
    if any(keyword.arg == "encoding" for keyword in call.keywords):
        return False
    if name in {"read_text", "write_text"}:
        return len(call.args) < {"read_text": 1, "write_text": 2}[name]
    if called != "open":
        return False
    modes = [*call.args[1:2], *(word.value for word in call.keywords if word.arg == "mode")]
    return not any(isinstance(mode, ast.Constant) and "b" in str(mode.value) for mode in modes)


def test_text_files_are_opened_as_utf8():
    """Windows would take the code page of the machine, and Vietnamese would be lost."""
    problems = [
        f"{source.at(call)} {called}() without encoding"
        for source in everything()
        for call, called in calls(source)
        if _guesses_encoding(call, called)
    ]
    _fail_on(problems)


def test_tests_use_real_things_and_never_wait_blindly():
    blind = {"qtbot.wait", "time.sleep", "sleep", "QTest.qWait", "QThread.msleep"}
    problems = []
    for source in suite():
        problems += [
            f"{source.at(node)} a mock: {name}"
            for node, name in imported(source)
            if re.match(r"(unittest\.mock|mock|pytest_mock)\b", name) or name == "unittest.mock"
        ]
        problems += [
            f"{source.at(call)} waits blindly: {called}"
            for call, called in calls(source)
            if called in blind
        ]
    _fail_on(problems)


def test_unit_tests_know_neither_the_database_nor_the_window():
    outside = ("sqlalchemy", "PySide6", "dvk_desktop.storage", "dvk_desktop.models")
    problems = [
        f"{source.at(node)} {name}"
        for source in suite()
        if source.path.startswith("tests/unit/")
        for node, name in imported(source)
        if name.startswith(outside)
    ]
    _fail_on(problems)


def test_test_files_have_names_of_their_own():
    names = Counter(source.path.rpartition("/")[2] for source in suite())
    assert [name for name, count in names.items() if count > 1 and name != "conftest.py"] == []
    assert not names["__init__.py"]


def test_forms_are_compiled_and_current():
    script = ROOT / "scripts" / "build_forms.py"
    if not script.exists():
        assert list(ROOT.glob("ui/*.ui")) == []
        pytest.skip("no forms yet")
    done = subprocess.run(
        [sys.executable, str(script), "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_newest_changes_are_on_top():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## .*$", changelog, re.MULTILINE)
    assert headings[0].startswith("## [Chưa phát hành]")


def test_decisions_are_numbered_and_complete():
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [file.name[:4] for file in files] == [f"{n:04}" for n in range(1, len(files) + 1)]
    problems = [
        f"{file.name}: no {part}"
        for file in files
        for part in ADR_PARTS
        if f"## {part}" not in file.read_text(encoding="utf-8")
    ]
    _fail_on(problems)


def test_nothing_ties_the_project_to_one_place():
    """No host of a package registry and nothing of a developer's own machine in any file."""
    halves = [
        ("pypi.", "org"),
        ("python", "hosted"),
        ("registry.", "npmjs"),
        ("deb.", "debian"),
        ("/work/", "main"),
        ("/work/", "shared"),
        ("../", "shared/"),
        ("/opt/", "wheels"),
        (".lib", "rary/"),
        ("issues ", "show"),
        ("anthro", "pic"),
        ("brief", ".md"),
    ]
    words = ["".join(pair) for pair in halves]
    problems = [
        f"{path}: {word}" for path, text in text_files() for word in words if word in text.lower()
    ]
    locks = [path.name for path in ROOT.iterdir() if path.suffix == ".lock"]
    _fail_on(problems + locks)


def test_the_main_window_stays_small():
    window = PACKAGE / "views" / "frame" / "main_window.py"
    if not window.exists():
        pytest.skip("no window yet")
    assert len(window.read_text(encoding="utf-8").splitlines()) <= 250
