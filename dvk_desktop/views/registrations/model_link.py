"""Which model a registration keeps up or repeats, below its kind (mô hình gốc)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dvk_desktop.domain.records.registration import ModelOffer
from dvk_desktop.domain.terms import RegistrationKind
from dvk_desktop.services.registrations.model_chain import LINKED_KINDS
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import button

Origin = Callable[[str], ModelOffer | None]


class ModelLink(QWidget):
    """Shown while the kind goes back to a model; ``asked`` wants one to be chosen (mô hình gốc).

    ``changed`` tells that another one was chosen.
    """

    asked = Signal()
    changed = Signal()

    def __init__(self, kinds: ChoiceCombo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._origin: Origin | None = None
        self._shown: str | None = None
        self._value: str | None = None
        self._is_locked = False
        self._words = ElidedLabel("")
        self.choose_button = button(self.tr("Chọn mô hình gốc…"), self.asked.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.choose_button)
        kinds.currentIndexChanged.connect(self._follow)
        self.hide()

    @property
    def value(self) -> str | None:
        """The model that is chosen; None for one of its own."""
        return self._value

    @property
    def is_changed(self) -> bool:
        """Whether another one was chosen since ``show_model``."""
        return self._value != self._shown

    @property
    def kind(self) -> RegistrationKind | None:
        """The kind that is chosen now."""
        # A list of Qt hands an enumeration back as its bare value.
        chosen = self._kinds.currentData()
        return next((kind for kind in RegistrationKind if kind == chosen), None)

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words.text()

    def watch(self, origin: Origin) -> None:
        """Tell of models with this look-up."""
        self._origin = origin

    def show_model(self, exemplar_id: str | None, *, is_locked: bool) -> None:
        """Show the model of another registration."""
        self._shown = self._value = exemplar_id
        self._is_locked = is_locked
        self._follow()

    def take(self, exemplar_id: str) -> None:
        """Choose a model."""
        self._value = exemplar_id
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        is_linked = self.kind in LINKED_KINDS
        self.setVisible(is_linked)
        if not is_linked:
            return
        self.choose_button.setVisible(not self._is_locked)
        found = self._origin(self._value) if self._origin and self._value else None
        if found is None:
            self._words.setText(self.tr("Chưa gắn với mô hình gốc nào."))
            return
        text = self.tr("Từ năm {year}, {unit}: “{name}”")
        text = text.format(name=found.name, unit=found.unit_name, year=found.year)
        self._words.setText(text)
        self._words.setToolTip(text)
