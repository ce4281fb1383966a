"""What merging a package would do, record by record (xem trước gói)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.exchange import FieldChange, MergeAction, MergeItem, MergePreview
from dvk_desktop.views.exchange.desk import Desk, Rest
from dvk_desktop.views.exchange.preview_columns import TONES, change_columns, item_columns
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox

_ACTIONS = (
    MergeAction.CONFLICT,
    MergeAction.REFUSED,
    MergeAction.REMOVED,
    MergeAction.CHANGED,
    MergeAction.NEW,
    MergeAction.SAME,
)
"""What asks most for a look comes first."""
_LINE, _ANY_HEIGHT = 40, 16777215
_ALL = len(_ACTIONS)
"""The button of everything but what stays the same; Qt keeps negative numbers for itself."""


class PackagePreview(QWidget):
    """New, changed, removed in three colours; what stays the same is folded away (xem trước)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names: dict[str, str] = {}
        self._package_id = ""
        self._model = RecordTableModel(
            item_columns(), self, identity=_identity, can_check=lambda item: item.is_for_choice
        )
        self._model.checked_changed.connect(self._count_left_out)
        self._proxy = SortFilterProxy(self._model, self)
        self.table = RecordTableView(
            "package_items",
            self.tr("Bản ghi trong gói"),
            empty_text=self.tr("Không có bản ghi nào thuộc nhóm này."),
        )
        self.table.setModel(self._proxy)
        self.table.chosen.connect(self._show_chosen)
        self._changes: RecordTableModel[FieldChange] | None = None
        self.changes_table = RecordTableView(
            "package_fields",
            self.tr("Từng mục của bản ghi"),
            empty_text=self.tr("Chọn một bản ghi ở trên để xem từng mục."),
        )
        self._about = text_label("", "label")
        self._left = text_label("", "muted")
        self._left.hide()
        self._filters = QButtonGroup(self)
        self._lay_out()

    def show_preview(self, preview: MergePreview) -> None:
        """Show the plan of a merge; first what it would change."""
        self._names = self._desk.names()
        for action in MergeAction:
            one = self._filter_button(_ACTIONS.index(action))
            count = preview.count(action)
            one.setText(f"{worded(action.label)} {count}")
            one.setVisible(bool(count))
        moving = sum(item.action is not MergeAction.SAME for item in preview.items)
        every = self._filter_button(_ALL)
        every.setText(self.tr("Có việc phải làm {count}").format(count=moving))
        every.setChecked(True)
        items = sorted(preview.items, key=_place)
        # Only of the same package: what waits here was left out of that one alone.
        left = self._unticked() if preview.manifest.package_id == self._package_id else set()
        self._package_id = preview.manifest.package_id
        self._model.replace(items)
        choices = (_identity(item) for item in items if item.is_for_choice)
        self._model.check(one for one in choices if one not in left)
        self._filter(_ALL)

    def filter_by(self, action: MergeAction) -> None:
        """Show the records of one action only."""
        self._filter_button(_ACTIONS.index(action)).click()

    def left_out(self) -> frozenset[str]:
        """Return the ids of the records whose tick was taken away."""
        left = self._unticked()
        return frozenset(item.record_id for item in self._model.records if _identity(item) in left)

    def shown(self) -> list[MergeItem]:
        """Return the records that the filter lets through, from top to bottom."""
        rows = range(self._proxy.rowCount())
        sources = (self._proxy.mapToSource(self._proxy.index(row, 0)).row() for row in rows)
        return [self._model.record(row) for row in sources]

    def _unticked(self) -> set[str]:
        checked = set(self._model.checked_ids())
        choices = (_identity(item) for item in self._model.records if item.is_for_choice)
        return {one for one in choices if one not in checked}

    def _count_left_out(self) -> None:
        count = len(self.left_out())
        text = self.tr("Để lại {count} bản ghi: không nhập lần này, gói sau sẽ hỏi lại.")
        self._left.setText(text.format(count=count))
        self._left.setVisible(bool(count))

    def _words(self, item: MergeItem) -> str:
        if item.reason is not None:
            return self.tr("{name}: {reason}").format(name=item.label, reason=worded(item.reason))
        if item.action is MergeAction.NEW:
            return self.tr("{name}: chưa có ở đây, sẽ được thêm.").format(name=item.label)
        if item.action is MergeAction.REMOVED:
            return self.tr("{name}: nơi gửi đã xóa, ở đây cũng xóa.").format(name=item.label)
        return item.label

    def _filter_button(self, number: int) -> QPushButton:
        found = self._filters.button(number)
        if not isinstance(found, QPushButton):
            raise TypeError(number)
        return found

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for number, action in [(_ALL, None), *enumerate(_ACTIONS)]:
            one = button("")
            one.setCheckable(True)
            if action is not None:
                one.setIcon(dot(TONES[action]))
            self._filters.addButton(one, number)
            bar.addWidget(one)
        self._filters.idClicked.connect(self._filter)
        bar.addStretch(1)
        search = SearchBox(self.tr("Tìm trong gói"))
        search.setMaximumWidth(240)
        search.searched.connect(self._proxy.set_query)
        bar.addWidget(search, 1)
        self._below = QWidget()
        detail = QVBoxLayout(self._below)
        detail.setContentsMargins(0, 6, 0, 0)
        detail.setSpacing(6)
        detail.addWidget(self._about)
        detail.addWidget(self.changes_table, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self._below)
        split.setSizes([300, 170])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(Rest(split, 240), 1)
        layout.addWidget(self._left)

    def _filter(self, number: int) -> None:
        if number != _ALL:
            wanted = _ACTIONS[number]
            self._proxy.set_condition(lambda item: item.action is wanted)
        else:
            self._proxy.set_condition(lambda item: item.action is not MergeAction.SAME)
        if self._proxy.rowCount():
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        item: MergeItem | None = self.table.current_record()
        if item is None or not self._proxy.rowCount():
            self._about.setText("")
            if self._changes is not None:
                self._changes.replace(())
            return
        self._about.setText(self._words(item))
        shown = item.fields or _content(item)
        self.changes_table.setVisible(bool(shown))
        self._below.setMaximumHeight(_ANY_HEIGHT if shown else _LINE)
        columns = change_columns(self._names, item.record_type)
        old, self._changes = (
            self._changes,
            RecordTableModel(columns, self, identity=lambda change: change.field),
        )
        self._changes.replace(shown)
        self.changes_table.setModel(self._changes)
        if old is not None:
            old.deleteLater()


def _identity(item: MergeItem) -> str:
    return f"{item.record_type} {item.record_id}"


def _content(item: MergeItem) -> tuple[FieldChange, ...]:
    """Return the values of a record that is not here yet, empty ones left out."""
    known = RECORD_TYPES.get(item.record_type)
    names = [spec.name for spec in known.fields] if known is not None else list(item.content)
    return tuple(
        FieldChange(name, None, item.content[name], is_conflict=False)
        for name in names
        if item.content.get(name) not in (None, "", [], {}, False)
    )


def _place(item: MergeItem) -> tuple[int, int]:
    """Return where a record stands: by what happens to it, registrations first."""
    types = tuple(RECORD_TYPES)
    known = types.index(item.record_type) if item.record_type in types else len(types)
    return _ACTIONS.index(item.action), -1 if item.record_type == "registration" else known
