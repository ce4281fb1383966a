"""The set-up behind the two commands, without a network."""

import json
import re
import sys

import pytest

from scripts import dev_system
from scripts.dev_checks import Check, run_all
from scripts.dev_environment import STAMP, Environment, digest, group_requirements, read_project
from scripts.dev_system import Library, SetupError, missing_libraries, require_python

PROJECT = {
    "build-system": {"requires": ["builder"]},
    "project": {"name": "house", "dependencies": ["qt"]},
    "dependency-groups": {
        "test": ["pytest"],
        "lint": ["ruff", "mypy"],
        "dev": [{"include-group": "test"}, "plain", {"include-group": "lint"}],
    },
    "tool": {"ruff": {"line-length": 100}},
}


def test_groups_bring_the_groups_they_include():
    assert group_requirements(PROJECT, ("dev",)) == ["pytest", "plain", "ruff", "mypy"]


def test_a_new_dependency_asks_for_a_new_setup():
    project = {**PROJECT, "project": {"name": "house", "dependencies": ["qt", "pdf"]}}
    assert digest(project, ("dev",)) != digest(PROJECT, ("dev",))


def test_a_setting_of_a_linter_does_not_ask_for_a_new_setup():
    project = {**PROJECT, "tool": {"ruff": {"line-length": 88}}}
    assert digest(project, ("dev",)) == digest(PROJECT, ("dev",))


def _stamped(folder, content):
    environment = Environment(folder, ("dev",))
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    (folder / STAMP).write_text(content, encoding="utf-8")
    return environment


@pytest.mark.skipif(sys.platform == "win32", reason="symlinks need a privilege on Windows")
def test_a_complete_environment_is_left_alone(tmp_path):
    stamp = json.dumps(Environment(tmp_path, ("dev",)).stamp_for(read_project()))
    environment = _stamped(tmp_path / "venv", stamp)
    environment.prepare()
    assert sorted(path.name for path in environment.folder.iterdir()) == ["bin", STAMP]


@pytest.mark.skipif(sys.platform == "win32", reason="symlinks need a privilege on Windows")
@pytest.mark.parametrize("content", ['{"interrupted": true}', '{"python": [3', '{"root": "/old"}'])
def test_a_setup_that_was_cut_off_or_moved_is_begun_afresh(tmp_path, content):
    environment = _stamped(tmp_path / "venv", content)
    assert not environment._is_reusable(environment._read_stamp())


def test_a_missing_library_is_named_with_its_package(monkeypatch):
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux keeps them in packages")
    lost = Library("libkhong-co.so.9", "libkhong-co9")
    monkeypatch.setattr(dev_system, "QT_LIBRARIES", (Library("libc.so.6", "libc6"), lost))
    assert missing_libraries(window=False) == [lost]


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 14, 0)])
def test_a_python_that_does_not_fit_is_refused_in_a_sentence(monkeypatch, version):
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SetupError, match=r"Cần Python từ 3\.11 đến 3\.13"):
        require_python()


def test_checks_go_on_after_a_failure_and_are_summed_up(capfd):
    def says(text, code):
        return [sys.executable, "-c", f"import sys; print('{text}'); sys.exit({code})"]

    assert run_all([Check("first", says("one", 1)), Check("second", says("two", 0))]) is False
    table = capfd.readouterr().out.partition("Kiểm tra")[2].splitlines()[1:]
    assert [re.sub(r"\s+\d+\.\d\s+", " ", line) for line in table] == [
        "first   KHÔNG one",
        "second  đạt two",
        "",
        "1 kiểm tra không đạt.",
    ]


def test_all_checks_passed_is_said(capfd):
    assert run_all([Check("only", [sys.executable, "-c", "print('fine')"])]) is True
    assert capfd.readouterr().out.endswith("\nTất cả đều đạt.\n")
