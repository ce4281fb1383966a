"""Offers what was being typed into cells when the program stopped (ô gõ dở)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dvk_desktop.views.item_models.registration_grid import RegistrationGridModel
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.registrations.grid_store import GridStore
from dvk_desktop.views.widgets.grid_blocks import Cells
from dvk_desktop.views.widgets.notice import Notice


class HalfTypedCells(QWidget):
    """A notice over the grid while such cells are in sight: look, keep, give up (ô gõ dở).

    ``look_asked`` carries row and column of the first; ``given_up`` follows giving up.
    """

    look_asked = Signal(int, int)
    given_up = Signal()

    def __init__(self, store: GridStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._notice: Notice | None = None
        self._shown = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def follow(self) -> None:
        """Show the notice while there is something to decide."""
        count = len(self.cells())
        if count == self._shown:
            return
        self._shown = count
        if self._notice is not None:
            self._layout.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if count:
            self._notice = self._made(count)
            self._layout.addWidget(self._notice)
        self.setVisible(bool(count))

    def cells(self) -> Cells:
        """Return the half typed cells in sight with their texts, by row."""
        model = self._model
        places = {column.key: number for number, column in enumerate(model.columns)}
        half_typed = {key: one for key, one in model.faults.items() if one.before is not None}
        rows = model.rows_of([id_ for id_, _ in half_typed])
        return sorted(
            (rows[id_], places[field], fault.text)
            for (id_, field), fault in half_typed.items()
            if id_ in rows and field in places
        )

    def keep(self) -> None:
        """Store all of them as one change."""
        self._store.apply(self.cells())

    def give_up(self) -> None:
        """Let hold what is stored."""
        self._store.give_up(self.cells())
        self.given_up.emit()

    @property
    def _model(self) -> RegistrationGridModel:
        return self._store.model

    def _made(self, count: int) -> Notice:
        title = self.tr("Còn {count} ô đang gõ dở lúc chương trình dừng, chưa lưu.")
        text = self.tr("Ô có góc đỏ; giá trị đang lưu được nói ở dưới bảng.")
        made = Notice(title.format(count=count), text, Tone.WARNING)
        made.add_action(self.tr("Xem"), lambda: self.look_asked.emit(*self.cells()[0][:2]))
        made.add_action(self.tr("Giữ"), self.keep)
        made.add_action(self.tr("Bỏ"), self.give_up)
        return made
