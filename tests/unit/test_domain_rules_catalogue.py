import ast
import json
import string

import pytest

from dvk_desktop import domain, paths
from dvk_desktop.domain.terms import Labelled

CATALOGUE = {
    vietnamese: english
    for path in sorted(paths.resource("i18n", "en").glob("*.json"))
    for vietnamese, english in json.loads(path.read_text(encoding="utf-8")).items()
}
RULES = json.loads(paths.resource("i18n", "en", "rules.json").read_text(encoding="utf-8"))
FOLDER = paths.Path(domain.__file__).parent
MODULES = (
    "terms", "errors", "roles", "registration_states", "registration_fields", "default_forms",
    "scoring_form", "scoring_form_checks", "scoring_form_json", "marks", "scoring",
    "scoring_explanation", "voting", "deadlines", "numbering", "ranking", "paper_words",
)  # fmt: skip
PAPER = {"paper_words"}
NOT_SENTENCES = {"mẫu, cần sửa theo hướng dẫn của tỉnh"}


def is_worded(text):
    return isinstance(text, str) and " " in text and any(letter > "\u00bf" for letter in text)


def sentences(module):
    """Every Vietnamese text in a module outside docstrings and f-strings."""
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    skipped = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    skipped |= {
        id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values
    }
    constants = [node for node in nodes if isinstance(node, ast.Constant)]
    return [n.value for n in constants if id(n) not in skipped and is_worded(n.value)]


def placeholders(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("module", sorted(set(MODULES) - PAPER))
def test_every_sentence_of_the_rules_has_an_english_one(module):
    missing = [text for text in sentences(module) if text not in CATALOGUE]
    assert [text for text in missing if text not in NOT_SENTENCES] == []


def labelled(parent):
    for child in parent.__subclasses__():
        yield child
        yield from labelled(child)


def test_every_label_of_the_rules_has_an_english_one():
    for module in MODULES:
        __import__(f"dvk_desktop.domain.{module}")
    ours = {f"dvk_desktop.domain.{module}" for module in MODULES}
    labels = [m.label for enum in labelled(Labelled) if enum.__module__ in ours for m in enum]
    assert [label for label in labels if label not in CATALOGUE] == []


def test_translations_keep_the_facts():
    differing = [vi for vi, en in CATALOGUE.items() if placeholders(vi) != placeholders(en)]
    assert differing == []


def test_translations_are_english():
    assert [vi for vi, en in RULES.items() if not en.strip() or en == vi] == []
