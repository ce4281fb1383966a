"""Writes a text into a field without moving what a person works at (ghi vào ô chữ)."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from dvk_desktop.domain.vietnamese.normal import clean_text


def write_text(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Show a text; the same text in other letters keeps its cursor (ghi vào ô chữ).

    Keyboards send "ế" as one letter or as three, and it is stored as one.
    """
    shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    if shown == text:
        return
    place = 0
    if clean_text(shown) == text:
        place = min(len(text), len(clean_text(f"{shown[: _place(field)]}|")) - 1)
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(place)
        return
    field.setPlainText(text)
    cursor = QTextCursor(field.document())
    cursor.setPosition(place)
    field.setTextCursor(cursor)


def _place(field: QLineEdit | QPlainTextEdit) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position()
