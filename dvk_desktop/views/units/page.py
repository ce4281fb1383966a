"""The register of units: the tree, and one unit beside it (trang đơn vị)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, MissingFieldsError
from dvk_desktop.domain.records.intake import ProblemRow
from dvk_desktop.domain.records.unit import ImportCounts, UnitDraft, UnitRow
from dvk_desktop.services.office.units import UnitCircleError, UnitCodeTakenError
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.columns import ID_ROLE
from dvk_desktop.views.item_models.unit_tree import CODE, COUNT, LEVEL, NAME, UnitTreeModel
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.units.dialogs import DissolveDialog, ImportReportDialog, import_summary
from dvk_desktop.views.units.form import UnitForm
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.search_box import SearchBox
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_WIDTHS = {CODE: 72, LEVEL: 70, COUNT: 78}


class UnitsPage(OfficePage):
    """The tree at the left, the unit that is chosen at the right (trang đơn vị)."""

    shows = Changes.UNITS | Changes.REGISTRATIONS | Changes.SETTINGS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self._is_quiet = False
        self._units: tuple[UnitRow, ...] = ()
        self._counts: dict[str, int] = {}
        self._wanted = ""
        self.tree_model = UnitTreeModel(self)
        self.tree = QTreeView()
        self.search_box = SearchBox(self.tr("Tìm đơn vị theo tên hoặc mã"))
        self.form = UnitForm()
        self._set_up_tree()
        self._lay_out()
        self._connect()

    def refresh(self, changes: Changes) -> None:
        """Read the register again."""
        self._units = self._services.units.units()
        counts = self._services.registrations.counts_by(self._campaign, "unit_id")
        self._counts = {str(key[0]): count for key, count in counts.items()}
        is_typing = self.form.is_changed()
        self.form.offer(self._services.office.levels(), self._units)
        owing = self._services.overview.of_campaign(self._campaign).units if self._campaign else 0
        text = self.tr("{count} đơn vị, {owing} đơn vị phải đăng ký")
        self._header.set_subtitle(text.format(count=len(self._units), owing=owing))
        self._show_tree(keep_form=is_typing and not self._wanted)

    def show_record(self, record_id: str) -> None:
        """Go to one unit."""
        self.search_box.clear()
        self._wanted = record_id
        self._show_tree()

    def search(self, text: str) -> None:
        """Show only units that contain the words."""
        self.search_box.setText(text)

    def first_focus(self) -> QWidget:
        """Begin in the tree."""
        return self.tree

    def may_leave(self) -> bool:
        """Ask before what was typed is lost."""
        if not self.form.is_changed() or self._stack.currentWidget() is not self._card:
            return True
        title = self.tr("Bỏ những gì vừa sửa?")
        text = self.tr("Đơn vị đang mở có chỗ chưa lưu.")
        return confirm(self, title, text, self.tr("Bỏ, không lưu"), is_risky=True)

    def add_unit(self, parent_id: str | None = None) -> None:
        """Begin a new unit, below another one or below the office's own."""
        if not self.may_leave():
            return
        office = self._services.office.office()
        above = self._unit(parent_id or office.unit_id)
        levels = [level.code for level in self._services.office.levels()]
        below = levels[-1]
        if above is not None and above.level_code in levels:
            below = levels[min(levels.index(above.level_code) + 1, len(levels) - 1)]
        self._stack.setCurrentWidget(self._card)
        self.form.show_new(above.id if above is not None else None, below)

    def import_list(self, path: Path) -> None:
        """Take in a list of units from Excel."""
        self._runner.start(
            lambda progress: self._services.unit_import.import_file(path),
            title=self.tr("Nhập danh sách đơn vị từ {file}").format(file=path.name),
            done=self._imported,
        )

    def _unit(self, unit_id: str | None) -> UnitRow | None:
        return next((unit for unit in self._units if unit.id == unit_id), None)

    def _current(self) -> UnitRow | None:
        return self._unit(self.tree.currentIndex().data(ID_ROLE))

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.tree_model)
        tree.setAccessibleName(self.tr("Cây đơn vị"))
        tree.setUniformRowHeights(True)
        tree.setIndentation(16)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    def _lay_out(self) -> None:
        self._header = SectionHeader(self.tr("Đơn vị"))
        self._header.add_action(
            button(self.tr("Nhập từ Excel…"), self._choose_list, icon_name="file-import")
        )
        self.add_button = button(
            self.tr("Thêm đơn vị"), self._add_beside, icon_name="plus", kind="primary"
        )
        self._header.add_action(self.add_button)
        self._card = Card()
        self._card.body.addWidget(self.form)
        nothing = EmptyState(
            "sitemap",
            self.tr("Chọn một đơn vị"),
            self.tr(
                "Chọn ở cây bên trái để xem và sửa. Kéo một đơn vị thả lên đơn vị khác để chuyển."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._card)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search_box)
        column.addWidget(self.tree, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(left)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 4)
        splitter.setSizes([600, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self._header)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.search_box.searched.connect(lambda: self._show_tree())
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self.tree_model.move_wanted.connect(self._move)
        self.form.saved.connect(self._save)
        self.form.dissolving.connect(self._dissolve)
        self.form.removing.connect(self._remove)
        self.form.adding_below.connect(self._add_below)

    def _show_tree(self, *, keep_form: bool = False) -> None:
        current = self._wanted or str(self.tree.currentIndex().data(ID_ROLE) or "")
        query = self.search_box.text().strip()
        open_ids = self._open_ids()
        self._is_quiet = True
        self.tree_model.show_units(self._units, self._counts, query)
        self._is_quiet = False
        if query or len(self._units) <= 200:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(0)
            for unit_id in open_ids:
                self.tree.expand(self.tree_model.index_of(unit_id))
        self._wanted = ""
        index = self.tree_model.index_of(current)
        if index.isValid():
            self._go(index, is_quiet=keep_form)
        elif not query and not keep_form:
            self._stack.setCurrentIndex(0)

    def _go(self, index: QModelIndex, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        self._is_quiet = False

    def _open_ids(self) -> list[str]:
        opened = (unit.id for unit in self._units)
        return [one for one in opened if self.tree.isExpanded(self.tree_model.index_of(one))]

    def _choose(self, index: QModelIndex, before: QModelIndex) -> None:
        unit = self._unit(index.data(ID_ROLE))
        if unit is None or self._is_quiet:
            return
        if not self.may_leave():
            self._go(before, is_quiet=True)
            return
        self.form.show_unit(unit, self._counts.get(unit.id, 0))
        self._stack.setCurrentWidget(self._card)

    def _add_beside(self) -> None:
        self.add_unit()

    def _add_below(self) -> None:
        current = self._current()
        self.add_unit(current.id if current is not None else None)

    def _save(self, draft: UnitDraft) -> None:
        try:
            unit_id, changes = self._services.units.save(draft)
        except MissingFieldsError as error:
            if not self.form.show_missing(error):
                show_error(self, error)
        except (UnitCodeTakenError, UnitCircleError) as error:
            key = "code" if isinstance(error, UnitCodeTakenError) else "parent_id"
            self.form.form.show_faults({key: worded(error)})
        except DvkError as error:
            show_error(self, error)
        else:
            self._wanted = unit_id
            self.form.forget_changes()
            self._bus.publish(changes)
            tell(self, self.tr("Đã lưu “{name}”.").format(name=draft.name))

    def _move(self, unit_id: str, parent_id: str) -> None:
        unit, above = self._unit(unit_id), self._unit(parent_id)
        if unit is None or above is None or unit.parent_id == parent_id:
            return
        title = self.tr("Chuyển “{name}”?").format(name=unit.name)
        text = self.tr("Đơn vị này và mọi đơn vị dưới nó sẽ thuộc “{above}”.")
        if confirm(self, title, text.format(above=above.name), self.tr("Chuyển")):
            self._do(lambda: self._services.units.move(unit_id, parent_id))

    def _dissolve(self) -> None:
        unit = self._current()
        if unit is None:
            return
        dialog = DissolveDialog(unit.name, self)
        dialog.accepted.connect(lambda: self._dissolve_on(dialog, unit.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _dissolve_on(self, dialog: DissolveDialog, unit_id: str) -> None:
        day = dialog.day_edit.value()
        if day is not None:
            self._do(lambda: self._services.units.dissolve(unit_id, day))

    def _remove(self) -> None:
        unit = self._current()
        if unit is None:
            return
        title = self.tr("Xóa “{name}”?").format(name=unit.name)
        text = self.tr("Chỉ xóa đơn vị nhập nhầm. Đơn vị không còn hoạt động thì chọn Giải thể.")
        if confirm(self, title, text, self.tr("Xóa đơn vị"), is_risky=True):
            self._do(lambda: self._services.units.remove(unit.id))

    def _do(self, act: Callable[[], Changes]) -> None:
        try:
            changes = act()
        except DvkError as error:
            show_error(self, error)
            return
        self.form.forget_changes()
        self._bus.publish(changes)

    def _choose_list(self) -> None:
        kinds = self.tr("Bảng tính") + " (*.xlsx *.xls)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn danh sách đơn vị"), "", kinds)
        if name:
            self.import_list(Path(name))

    def _imported(self, result: tuple[ImportCounts, tuple[ProblemRow, ...], Changes]) -> None:
        counts, problems, changes = result
        self._bus.publish(changes)
        tell(self, import_summary(counts))
        if problems:
            dialog = ImportReportDialog(counts, problems, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
