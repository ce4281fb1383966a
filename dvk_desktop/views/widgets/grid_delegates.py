"""Editors of the cells of a grid: text, long text, choice without accents (ô nhập)."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QPolygon
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dvk_desktop.domain.registration_cells import CellKind, ChoiceList, kind_of
from dvk_desktop.views.item_models.registration_grid import (
    FAULT_ROLE,
    LOCKED_ROLE,
    RegistrationGridModel,
)
from dvk_desktop.views.palettes import colours

Index = QModelIndex | QPersistentModelIndex

_CORNER = 7
_SHOWN_CHOICES = 9
_LONG_HEIGHT = 110
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SuggestionList(QListWidget):
    """What fits the typed text, below the editor; it never takes the keyboard (gợi ý).

    It is a plain child of the grid and no pop-up window, so no key is taken from Unikey.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.Box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose with the mouse, leaving the keyboard where it is."""
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.setCurrentItem(item)
            self.itemClicked.emit(item)
        event.accept()


class ChoiceCellEdit(QLineEdit):
    """A text with a list of what fits; only up and down choose from it (ô chọn).

    The list follows committed text only, and the text is never completed or changed by itself.
    """

    chosen = Signal()

    def __init__(self, choices: ChoiceList, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self._room = parent
        self.suggestions = SuggestionList(parent)
        self.suggestions.itemClicked.connect(self._take_clicked)
        self.textChanged.connect(self._suggest)
        self.destroyed.connect(self.suggestions.deleteLater)

    def begin(self) -> None:
        """Offer the whole list at first."""
        self._suggest("")

    def final_text(self) -> str:
        """Return the choice that is marked in the list, or the text as typed."""
        item = self.suggestions.currentItem()
        return self.text() if item is None else item.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark in the list with up and down; everything else is typing."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self.suggestions.count():
            row = self.suggestions.currentRow() + step
            self.suggestions.setCurrentRow(max(0, min(self.suggestions.count() - 1, row)))
            return
        super().keyPressEvent(event)

    def place_list(self) -> None:
        """Lay the list below the editor, or above it where there is no room."""
        count = self.suggestions.count()
        if not count:
            self.suggestions.hide()
            return
        area = self._room.rect()
        row_height = self.suggestions.sizeHintForRow(0)
        height = min(count, _SHOWN_CHOICES) * row_height + 6
        width = max(self.width(), min(300, area.width()))
        below = self.geometry().bottomLeft() + QPoint(0, 1)
        if below.y() + height > area.height() and self.y() > area.height() - below.y():
            height = min(height, self.y())
            below = self.geometry().topLeft() - QPoint(0, height)
        left = max(0, min(below.x(), area.width() - width))
        self.suggestions.setGeometry(QRect(left, below.y(), width, height))
        self.suggestions.show()
        self.suggestions.raise_()

    def _suggest(self, text: str) -> None:
        fitting = self._choices.fitting(text) if text.strip() else self._choices.choices
        self.suggestions.clear()
        self.suggestions.addItems([choice.names[0] for choice in fitting])
        if self.isVisible():
            self.place_list()

    def _take_clicked(self) -> None:
        self.chosen.emit()


class LongCellEdit(QPlainTextEdit):
    """Lines of text; Alt+Enter begins a line, as in Excel (ô văn bản dài)."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Break the line with Alt+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.textCursor().insertText("\n")
            return
        super().keyPressEvent(event)


CellEditor = ChoiceCellEdit | LongCellEdit | QLineEdit


class GridDelegate(QStyledItemDelegate):
    """Opens editors by the kind of the item; marks what could not be taken (ô bảng nhập).

    ``moved`` asks for the next cell: rows and columns to go. ``typing`` carries the text of the
    open editor at each change.
    """

    moved = Signal(int, int)
    typing = Signal(int, str, str)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> CellEditor:
        """Open the editor of a cell."""
        model = self._model(index)
        field = model.columns[index.column()].key
        editor = self._made(parent, field, model)
        row = index.row()
        if isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(lambda: self.typing.emit(row, field, editor.toPlainText()))
        else:
            editor.setFrame(False)
            editor.textChanged.connect(lambda text: self.typing.emit(row, field, text))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text of the cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QPlainTextEdit):
            if editor.toPlainText() != text:
                editor.setPlainText(text)
                editor.selectAll()
        elif isinstance(editor, QLineEdit) and editor.text() != text:
            editor.setText(text)
        if isinstance(editor, ChoiceCellEdit):
            editor.begin()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the text on; what cannot be read is marked and not lost."""
        if isinstance(editor, ChoiceCellEdit):
            model.setData(index, editor.final_text())
        elif isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Give long texts more room than their cell has."""
        options: Any = option  # The stubs know no fields of a view item.
        area = QRect(options.rect)
        room_widget = editor.parentWidget()
        if isinstance(editor, QPlainTextEdit) and room_widget is not None:
            room = room_widget.rect()
            area.setSize(area.size().expandedTo(area.size().scaled(320, _LONG_HEIGHT, _FREE)))
            area.moveTop(max(0, min(area.top(), room.height() - area.height())))
            area.moveLeft(max(0, min(area.left(), room.width() - area.width())))
        editor.setGeometry(area)
        if isinstance(editor, ChoiceCellEdit):
            editor.place_list()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Move on as Excel does: Enter down, Tab right, with Shift the other way."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = self._step_of(event)
            if step is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                self.moved.emit(*step)
                return True
            if isinstance(editor, ChoiceCellEdit) and event.key() in {
                Qt.Key.Key_Up,
                Qt.Key.Key_Down,
            }:
                return False
        return super().eventFilter(editor, event)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Take the list away with its editor."""
        if isinstance(editor, ChoiceCellEdit):
            editor.suggestions.hide()
        super().destroyEditor(editor, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Write closed cells muted, and keep each cell on one line."""
        super().initStyleOption(option, index)
        options: Any = option
        shades = colours(options.palette)
        if index.data(FAULT_ROLE):
            options.palette.setColor(QPalette.ColorRole.Text, QColor(shades.danger))
        elif index.data(LOCKED_ROLE):
            options.palette.setColor(QPalette.ColorRole.Text, QColor(shades.muted))
        options.text = options.text.replace("\n", " ")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Mark the corner of a cell whose text could not be taken."""
        super().paint(painter, option, index)
        if not index.data(FAULT_ROLE):
            return
        options: Any = option
        corner = QRect(options.rect).topRight()
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours(options.palette).danger))
        painter.drawPolygon(
            QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)])
        )
        painter.restore()

    def _made(self, parent: QWidget, field: str, model: RegistrationGridModel) -> CellEditor:
        kind = kind_of(field)
        if kind is CellKind.TEXT:
            return LongCellEdit(parent)
        if kind is CellKind.CHOICE:
            choice = ChoiceCellEdit(model.lists[field], parent)
            choice.chosen.connect(lambda: self._finish(choice))
            return choice
        editor = QLineEdit(parent)
        if kind is CellKind.NUMBER:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        if kind is CellKind.DATE:
            editor.setPlaceholderText(self.tr("ngày/tháng/năm"))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _step_of(self, event: QKeyEvent) -> tuple[int, int] | None:
        modifiers = event.modifiers()
        if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            return None
        back = -1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        if event.key() in _ENTER:
            return (back, 0)
        if event.key() == Qt.Key.Key_Tab:
            return (0, back)
        return (0, -1) if event.key() == Qt.Key.Key_Backtab else None

    def _model(self, index: Index) -> RegistrationGridModel:
        model = index.model()
        assert isinstance(model, RegistrationGridModel)
        return model


_FREE = Qt.AspectRatioMode.IgnoreAspectRatio
