"""A table in which one column is a list to choose from, open in every row (bảng chọn)."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.widgets.decided_combo import DecidedCombo
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_ROW = 38

Choices = Sequence[tuple[Any, str]]


class ChoiceTable(RecordTableView):
    """Shows records; the list of each tells ``decided`` with record and value (bảng chọn).

    Rows that stay keep their list, so that the keyboard is not lost after every decision.
    """

    decided = Signal(object, object)

    def __init__(
        self,
        name: str,
        title: str,
        identity: Callable[[Any], str],
        choices: Callable[[Any], tuple[Choices, object, str]],
        *,
        empty_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build it.

        Args:
            name: Names the table in the settings.
            title: What a screen reader calls it.
            identity: What a record is known by.
            choices: What a record can be, what it is now, and how its list is called.
            empty_text: One sentence that is shown when there are no rows.
            parent: The owner.
        """
        super().__init__(name, title, parent, empty_text=empty_text)
        self._identity = identity
        self._choices = choices
        self._place = 0
        self.lists: dict[str, DecidedCombo] = {}
        self.verticalHeader().setDefaultSectionSize(_ROW)

    def show_columns(self, columns: Sequence[Column[Any]], chosen: str) -> None:
        """Show other columns; ``chosen`` is the key of the one with the lists."""
        self._place = next(n for n, column in enumerate(columns) if column.key == chosen)
        old = self.model()
        self.lists = {}
        self.setModel(RecordTableModel(columns, self, identity=self._identity))
        if old is not None:
            old.deleteLater()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show records with their lists."""
        model = self.model()
        assert isinstance(model, RecordTableModel)
        model.replace(records)
        ids = [self._identity(record) for record in records]
        self.lists = {one: combo for one, combo in self.lists.items() if one in ids}
        for record, one in zip(records, ids, strict=True):
            offered, value, name = self._choices(record)
            combo = self.lists.get(one) or self._add_list(model, one)
            combo.show_choices(offered, value)
            combo.setAccessibleName(name)

    def _add_list(self, model: RecordTableModel[Any], identifier: str) -> DecidedCombo:
        combo = DecidedCombo()
        combo.setProperty("kind", "cell")
        combo.decided.connect(partial(self._tell, identifier))
        self.setIndexWidget(model.index(model.row_of(identifier), self._place), combo)
        self.lists[identifier] = combo
        return combo

    def _tell(self, identifier: str, value: object) -> None:
        model = self.model()
        assert isinstance(model, RecordTableModel)
        self.decided.emit(model.record(model.row_of(identifier)), value)
