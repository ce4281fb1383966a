"""The units that run a model together with the one that leads, in the form (đơn vị phối hợp)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import icon_button


class JointUnitsField(QWidget):
    """One list to choose from for each unit, and always an empty one below (đơn vị phối hợp).

    There is no button to press after choosing, so nothing that was chosen is forgotten. The
    lists share the choices of the field for the leading unit.
    """

    changed = Signal()

    def __init__(self, units: ChoiceCombo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = units
        self._names: Mapping[str, str] = {}
        self._rows: list[_UnitRow] = []
        self._is_locked = False
        self._is_showing = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.set_value(())

    @property
    def combos(self) -> list[ChoiceCombo]:
        """The lists to choose from, the empty one last."""
        return [row.combo for row in self._rows if row.combo is not None]

    @property
    def is_locked(self) -> bool:
        """Whether nothing may be chosen."""
        return self._is_locked

    def value(self) -> tuple[str, ...]:
        """Return the units that are chosen, each once, in their order."""
        return tuple(dict.fromkeys(row.unit_id for row in self._rows if row.unit_id))

    def set_value(self, unit_ids: Sequence[str]) -> None:
        """Show other units; one that cannot be chosen here keeps its name."""
        self._is_showing = True
        for row in self._rows:
            self._drop(row)
        self._rows = [self._made(unit_id) for unit_id in unit_ids]
        self._is_showing = False
        self._keep_one_empty()

    def tell_names(self, names: Mapping[str, str]) -> None:
        """Learn what units are called that are not among the choices any more."""
        self._names = names

    def set_locked(self, is_locked: bool) -> None:
        """Let nothing be chosen, or everything."""
        if self._is_locked != is_locked:
            self._is_locked = is_locked
            for row in self._rows:
                row.set_locked(is_locked)
            self._keep_one_empty()

    def _made(self, unit_id: str) -> "_UnitRow":
        known = self._units.place_of(unit_id) >= 0
        label = "" if known else self._names.get(unit_id, UNKNOWN_UNIT)
        row = _UnitRow(unit_id, label, self._units)
        row.set_locked(self._is_locked)
        row.changed.connect(self._follow)
        row.removed.connect(lambda: self._remove(row))
        self._layout.addWidget(row)
        return row

    def _remove(self, row: "_UnitRow") -> None:
        self._rows.remove(row)
        self._drop(row)
        self._keep_one_empty()
        self.setFocus()
        self.changed.emit()

    def _drop(self, row: "_UnitRow") -> None:
        # The button that asked for it is still at work.
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _follow(self) -> None:
        if not self._is_showing:
            self._keep_one_empty()
            self.changed.emit()

    def _keep_one_empty(self) -> None:
        """Have one empty list at the end; a locked field needs one only when it is all empty."""
        is_wanted = not (self._is_locked and self._rows and self._rows[0].unit_id)
        if not self._rows or (is_wanted and self._rows[-1].unit_id):
            self._rows.append(self._made(""))
        elif not is_wanted and not self._rows[-1].unit_id:
            self._drop(self._rows.pop())
        for number, row in enumerate(self._rows, start=1):
            row.name(self.tr("Đơn vị phối hợp thứ {number}").format(number=number))
        self._keep_tab_order()
        first = self._rows[0].combo
        if first is not None:
            self.setFocusProxy(first)

    def _keep_tab_order(self) -> None:
        """Tab goes through the rows at the place of this field, not at the end of the window."""
        # Qt puts nothing behind a widget that takes no focus, or that has a proxy.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # -- the stubs know no None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        earlier: QWidget = self
        for widget in (one for row in self._rows for one in (row.combo, row.remove_button)):
            if widget is not None:
                QWidget.setTabOrder(earlier, widget)
                earlier = widget
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _UnitRow(QWidget):
    """One unit with the button that takes it out."""

    changed = Signal()
    removed = Signal()

    def __init__(self, unit_id: str, label: str, units: ChoiceCombo) -> None:
        super().__init__()
        self._unknown_id = unit_id if label else ""
        self.combo: ChoiceCombo | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if label:
            text = worded(label) if label == UNKNOWN_UNIT else label
            layout.addWidget(ElidedLabel(text), 1)
        else:
            self.combo = ChoiceCombo()
            self.combo.setModel(units.model())
            self.combo.choose(unit_id)
            self.combo.currentIndexChanged.connect(self._tell)
            layout.addWidget(self.combo, 1)
        self.remove_button = icon_button("x", self.tr("Bỏ đơn vị này"), self.removed.emit)
        layout.addWidget(self.remove_button)
        self._show_button()

    @property
    def unit_id(self) -> str:
        """The unit that is chosen; empty for none."""
        return self._unknown_id if self.combo is None else str(self.combo.currentData() or "")

    def set_locked(self, is_locked: bool) -> None:
        """Let nothing be chosen here."""
        if self.combo is not None:
            self.combo.setEnabled(not is_locked)
        self.remove_button.setEnabled(not is_locked)

    def name(self, text: str) -> None:
        """Tell screen readers which one this is."""
        if self.combo is not None:
            self.combo.setAccessibleName(text)

    def _tell(self) -> None:
        self._show_button()
        self.changed.emit()

    def _show_button(self) -> None:
        policy = self.remove_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove_button.setSizePolicy(policy)
        self.remove_button.setVisible(bool(self.unit_id))
