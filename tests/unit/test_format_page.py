"""The page of the format names every refusal of a package or a card that there is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "package-format.md").read_text("utf-8")
_OF_PACKAGES = re.compile(r'^    code = "((?:PKG|AGE)_\w+)"', re.MULTILINE)
_OF_FILES = re.compile(r'^    code = "((?:CARD|KEY)_\w+)"', re.MULTILINE)


def codes() -> list[str]:
    found: set[str] = set()
    for path in (ROOT / "dvk_desktop").rglob("*.py"):
        found.update(_OF_PACKAGES.findall(path.read_text("utf-8")))
    for path in (ROOT / "dvk_desktop" / "exchange").rglob("*.py"):
        found.update(_OF_FILES.findall(path.read_text("utf-8")))
    return sorted(found)


@pytest.mark.parametrize("code", codes())
def test_the_page_names_the_refusal(code: str) -> None:
    assert f"`{code}`" in PAGE


def test_the_page_names_no_refusal_that_there_is_not() -> None:
    named = set(re.findall(r"`((?:PKG|CARD|KEY|AGE)_\w+)`", PAGE))

    assert named - set(codes()) == set()
