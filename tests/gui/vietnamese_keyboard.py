"""Sends letters as Vietnamese keyboards do: backspaces and the word again, or input methods."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier

SHAPES = "̛̂̆"

Target = Callable[[], QWidget]


def telex(word: str) -> list[str]:
    """Return what stands on the screen after each key of a word typed with Telex.

    The shape comes with its second key, the tone with the last one: "tieengs" is seen as
    t, ti, tie, tiê, tiên, tiêng, tiếng.
    """
    seen = [""]
    plain = ""
    for letter in word:
        base, *marks = unicodedata.normalize("NFD", letter)
        base = {"đ": "d", "Đ": "D"}.get(base, base)
        shape = "".join(mark for mark in marks if mark in SHAPES)
        toneless = unicodedata.normalize("NFC", base + shape) if shape else base
        if letter in "đĐ":
            toneless = letter
        if toneless != base:
            seen.append(plain + base)
        plain += toneless
        seen.append(plain)
    if plain != word:
        seen.append(word)
    return seen


def screens(text: str, form: str = "NFC") -> list[str]:
    """Return what stands on the screen after each key of several words."""
    done, found = "", [""]
    for number, word in enumerate(text.split(" ")):
        if number:
            done += " "
            found.append(done)
        found += [done + part for part in telex(word)[1:]]
        done += word
    return [unicodedata.normalize(form, one) for one in found]


def press(target: Target, key: int, text: str = "", modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press and release one key where the keyboard is now."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target(), QKeyEvent(kind, key, modifier, text))


def retype(target: Target, text: str, form: str = "NFC") -> None:
    """Type as Unikey and EVKey send it: backspaces, then letters that carry only a text."""
    _type(target, screens(text, form), lambda: press(target, Qt.Key.Key_Backspace, "\b"))


def reselect(target: Target, text: str) -> None:
    """Type as they do in their other way: what is to go is chosen with Shift and Left."""
    shift = Qt.KeyboardModifier.ShiftModifier
    _type(target, screens(text), lambda: press(target, Qt.Key.Key_Left, "", shift))


def compose(target: Target, text: str, form: str = "NFC") -> None:
    """Type as input methods of Linux and macOS do: shown first, then committed by the word."""
    words = text.split(" ")
    for number, word in enumerate(words):
        for part in telex(word)[1:]:
            preedit = QInputMethodEvent(unicodedata.normalize(form, part), [])
            QApplication.sendEvent(target(), preedit)
        end = "" if number == len(words) - 1 else " "
        commit = QInputMethodEvent("", [])
        commit.setCommitString(unicodedata.normalize(form, word) + end)
        QApplication.sendEvent(target(), commit)


def _type(target: Target, states: list[str], take_away: Callable[[], None]) -> None:
    for before, after in _pairs(states):
        common = 0
        while common < min(len(before), len(after)) and before[common] == after[common]:
            common += 1
        for _ in before[common:]:
            take_away()
        for letter in after[common:]:
            press(target, 0, letter)


def _pairs(states: list[str]) -> Iterator[tuple[str, str]]:
    yield from pairwise(states)
