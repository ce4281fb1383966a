"""What people read: every refusal says what to do, and everything has its English."""

import ast
import importlib
import json
import pkgutil
import re
import string
from collections import Counter
from functools import cache

import pytest
from house_sources import CATALOGUES, ROOT, calls, program

import dvk_desktop
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.terms import Labelled

# Migrations run when they are imported, __main__ opens the window.
NOT_TO_IMPORT = ("dvk_desktop.storage.migrations", "dvk_desktop.__main__")


def _fail_on(problems: list[str]) -> None:
    if problems:
        pytest.fail("\n" + "\n".join(sorted(problems)), pytrace=False)


def _family(parent: type) -> set[type]:
    children = set(parent.__subclasses__())
    return children.union(*(_family(child) for child in children))


@cache
def _load_all() -> None:
    for module in pkgutil.walk_packages(dvk_desktop.__path__, "dvk_desktop."):
        if not module.name.startswith(NOT_TO_IMPORT):
            importlib.import_module(module.name)


def _refusals() -> list[type[DvkError]]:
    _load_all()
    ours = [kind for kind in _family(DvkError) if kind.__module__.startswith("dvk_desktop.")]
    return sorted(ours, key=lambda kind: (kind.__module__, kind.__name__))


def _terms() -> list[type[Labelled]]:
    _load_all()
    ours = [kind for kind in _family(Labelled) if kind.__module__.startswith("dvk_desktop.")]
    return sorted(ours, key=lambda kind: kind.__name__)


@cache
def _english() -> dict[str, str]:
    found: dict[str, str] = {}
    for file in sorted(CATALOGUES.glob("*.json")):
        found.update(json.loads(file.read_text(encoding="utf-8")))
    return found


def _facts(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _has_words(template: str) -> bool:
    return any(text.strip("“”() ,;:/–−=.") for text, *_ in string.Formatter().parse(template))


def _is_family_name(kind: type[DvkError]) -> bool:
    """Say whether a class only gathers others and is never raised itself."""
    return not kind.template and bool(kind.__subclasses__())


def _place(kind: type) -> str:
    return f"{kind.__module__}.{kind.__name__}"


def test_every_refusal_has_a_code_of_its_own():
    codes = Counter(kind.code for kind in _refusals())
    problems = [
        f"{_place(kind)}: code {kind.code!r}"
        for kind in _refusals()
        if codes[kind.code] > 1
        or "code" not in vars(kind)
        or not re.fullmatch(r"[A-Z][A-Z0-9_]+", kind.code)
    ]
    _fail_on(problems)


def test_every_refusal_is_a_sentence():
    # It may end in a fact that is a sentence itself, after the full stop of its own.
    sentence = re.compile(r"[{“\w].*\.”?( \{\w+\})?$", re.DOTALL)
    problems = [
        f"{_place(kind)}: {kind.template!r}"
        for kind in _refusals()
        if not _is_family_name(kind)
        and not (sentence.match(kind.template) and not kind.template[0].islower())
    ]
    _fail_on(problems)


def test_every_refusal_has_its_english():
    problems = [
        f"{_place(kind)}: {kind.template!r}"
        for kind in _refusals()
        if not _is_family_name(kind) and kind.template not in _english()
    ]
    _fail_on(problems)


def test_every_label_has_its_english():
    problems = [
        f"{_place(kind)}.{member.name}: {member.label!r}"
        for kind in _terms()
        for member in kind
        if not member.label.strip() or member.label not in _english()
    ]
    _fail_on(problems)


def test_every_worded_sentence_has_its_english():
    problems = [
        f"{source.at(call)} {call.args[0].value!r}"
        for source in program()
        for call, called in calls(source)
        if called.rpartition(".")[2] == "Wording"
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and _has_words(call.args[0].value)
        and call.args[0].value not in _english()
    ]
    _fail_on(problems)


def test_english_tells_the_same_facts():
    problems = [
        f"{vietnamese!r} -> {english!r}"
        for vietnamese, english in _english().items()
        if _facts(vietnamese) != _facts(english) or not english.strip()
    ]
    _fail_on(problems)


def test_catalogues_agree_and_hold_nothing_old():
    said: dict[str, tuple[str, str]] = {}
    in_use = {
        node.value
        for source in program()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    problems = []
    for file in sorted(CATALOGUES.glob("*.json")):
        for vietnamese, english in json.loads(file.read_text(encoding="utf-8")).items():
            earlier = said.setdefault(vietnamese, (file.name, english))
            if earlier[1] != english:
                problems.append(f"{file.name} and {earlier[0]} differ on {vietnamese!r}")
            if vietnamese not in in_use:
                problems.append(f"{file.name}: no longer in the program: {vietnamese!r}")
    _fail_on(problems)


def _is_extractable(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant | ast.Name | ast.Attribute)


def test_sentences_of_the_window_can_be_extracted():
    """An f-string inside tr() is looked up after its facts are filled in, and never found."""
    problems = [
        f"{source.at(call)} {called}"
        for source in program()
        for call, called in calls(source)
        if called.endswith((".tr", "QCoreApplication.translate"))
        and not all(_is_extractable(argument) for argument in call.args)
    ]
    _fail_on(problems)


def test_the_glossary_knows_every_term():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    missing = [kind.__name__ for kind in _terms() if f"`{kind.__name__}`" not in glossary]
    assert missing == []
