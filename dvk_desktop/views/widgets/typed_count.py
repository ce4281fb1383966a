"""Their number, to be typed before something is done to very many (gõ số lượng)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dvk_desktop.views.widgets.labels import set_property, text_label

TYPED_FROM = 20
"""With more than so many, their number is to be typed: a wrong bulk choice is costly."""


class TypedCount(QWidget):
    """A field for the number; it is hidden and met where there are few (gõ số lượng)."""

    changed = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.edit = QLineEdit()
        self.edit.setMaximumWidth(96)
        text = self.tr("Gõ số lượng để xác nhận ({count}):").format(count=count)
        label = text_label(text, "label")
        label.setBuddy(self.edit)
        self.edit.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        layout.addWidget(self.edit)
        layout.addStretch(1)
        self.edit.textChanged.connect(self._check)
        self.setHidden(count <= TYPED_FROM)

    @property
    def is_met(self) -> bool:
        """Whether the number is typed, or need not be."""
        return self._count <= TYPED_FROM or self.edit.text().strip() == str(self._count)

    def _check(self) -> None:
        set_property(self.edit, "invalid", bool(self.edit.text().strip()) and not self.is_met)
        self.changed.emit()
