"""Which sheets are filled, and by whom (loại phiếu, người chấm)."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dvk_desktop.domain.terms import SheetKind
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import text_label


class ScoringBar(QWidget):
    """Kind of sheet and name of the scorer, both remembered (loại phiếu, người chấm).

    A unit scores itself, so for self-scores no name is asked. ``turned`` tells of another kind
    or name.
    """

    turned = Signal()

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.kind_combo = ChoiceCombo()
        self.kind_combo.offer((kind, worded(kind.label)) for kind in SheetKind)
        self.kind_combo.setMinimumWidth(190)
        self.scorer_edit = QLineEdit(str(settings.value("scoring/scorer", "")))
        self.scorer_edit.setPlaceholderText(self.tr("Họ và tên người chấm"))
        self.scorer_edit.setMinimumWidth(180)
        self.scorer_edit.setMaximumWidth(280)
        kind = str(settings.value("scoring/kind", SheetKind.SELF))
        self.kind_combo.choose(SheetKind(kind) if kind in set(SheetKind) else SheetKind.SELF)
        self._in_use = self.scorer
        self._lay_out()
        self._show_whose()
        self.kind_combo.currentIndexChanged.connect(self._turn_kind)
        self.scorer_edit.editingFinished.connect(self._turn_scorer)

    @property
    def kind(self) -> SheetKind:
        """The kind of sheet that is being filled."""
        return SheetKind(self.kind_combo.currentData())

    @property
    def scorer(self) -> str:
        """The name that was typed."""
        return clean_line(self.scorer_edit.text())

    def add_note(self, note: QWidget) -> None:
        """Put something at the right end."""
        self._layout.addWidget(note)

    def go_back_to(self, kind: SheetKind, scorer: str) -> None:
        """Show kind and name as they were, without telling."""
        self.blockSignals(True)
        self.kind_combo.choose(kind)
        if kind is not SheetKind.SELF:
            self.scorer_edit.setText(scorer)
            self._turn_scorer()
        self.blockSignals(False)

    def _lay_out(self) -> None:
        kind_label = text_label(self.tr("&Loại phiếu"), "label")
        kind_label.setBuddy(self.kind_combo)
        self._scorer_label = text_label(self.tr("&Người chấm"), "label")
        self._scorer_label.setBuddy(self.scorer_edit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(kind_label)
        layout.addWidget(self.kind_combo)
        layout.addSpacing(12)
        layout.addWidget(self._scorer_label)
        layout.addWidget(self.scorer_edit, 1)
        layout.addStretch(1)
        self._layout = layout

    def _turn_kind(self) -> None:
        self._settings.setValue("scoring/kind", self.kind.value)
        self._show_whose()
        self.turned.emit()

    def _turn_scorer(self) -> None:
        if self.scorer != self._in_use:
            self._in_use = self.scorer
            self._settings.setValue("scoring/scorer", self.scorer)
            self.turned.emit()

    def _show_whose(self) -> None:
        is_asked = self.kind is not SheetKind.SELF
        self.scorer_edit.setVisible(is_asked)
        self._scorer_label.setVisible(is_asked)
