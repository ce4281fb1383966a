"""The sites of one registration beside its form: typed, pasted, put in order (điểm mô hình)."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.clipboard_table import read_table
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.site import SiteDraft
from dvk_desktop.domain.records.unit import UnitRow
from dvk_desktop.domain.site_list import pasted_sites
from dvk_desktop.services.services import Services
from dvk_desktop.views import messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.site_table import (
    ADDRESS,
    GROUPS,
    HOUSEHOLDS,
    NAME,
    NOTE,
    UNIT,
    SiteTableModel,
)
from dvk_desktop.views.registrations.stored_undo import StoredUndo
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, icon_button, text_label

_WIDTHS = {NAME: 132, ADDRESS: 112, GROUPS: 56, HOUSEHOLDS: 58, UNIT: 120, NOTE: 140}
_TYPED_INTO = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)


class SitesPanel(QWidget):
    """Keeps the list of sites; each change is stored at once and can be undone (điểm mô hình).

    ``counted`` carries how many sites there are.
    """

    counted = Signal(int)

    def __init__(self, services: Services, bus: ChangeBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = services.sites
        self._bus = bus
        self._record_id = ""
        self.model = SiteTableModel(self)
        self.model.edited.connect(self._save)
        self.model.refused.connect(self._tell_unreadable)
        self._units = _UnitDelegate(self)
        self.table = self._made_table()
        self._totals = text_label("", "muted")
        self._lay_out()
        self.undoing = StoredUndo(services.history, bus, self)
        self._listen(QKeySequence(QKeySequence.StandardKey.Paste), self.paste)
        self._listen(QKeySequence(Qt.Key.Key_Delete), self.remove)

    def offer(self, units: Iterable[UnitRow]) -> None:
        """Offer the units that a site may lie in."""
        choices = [(unit.id, unit.name) for unit in units]
        self._units.choices = [("", self.tr("Chưa chọn")), *choices]
        self.model.offer_units(dict(choices))

    def show_record(self, record_id: str, *, is_open: bool) -> None:
        """Show the sites of another registration; none for one that is not stored yet."""
        rows = self._service.of(record_id) if record_id else ()
        is_other = record_id != self._record_id
        self._record_id = record_id
        self.model.show_sites(rows, is_open=is_open and bool(record_id), is_other=is_other)
        for made in self._acts:
            made.setEnabled(self.model.is_open)
        groups = sum(row.group_count or 0 for row in rows)
        households = sum(row.household_count or 0 for row in rows)
        text = self.tr("{sites} điểm mô hình · {groups} tổ · {households} hộ")
        self._totals.setText(text.format(sites=len(rows), groups=groups, households=households))
        self.counted.emit(len(rows))

    def add(self) -> None:
        """Begin a new site in the empty line."""
        row = self.model.rowCount() - 1
        self.go_to(row, NAME)
        self.table.edit(self.model.index(row, NAME))

    def paste(self) -> None:
        """Add the lines that were copied in Excel, below the line that is chosen."""
        if not self.model.is_open:
            return
        data = QGuiApplication.clipboard().mimeData()
        added = pasted_sites(read_table(data.text(), data.html()))
        if not added:
            messages.tell(self, self.tr("Khay nhớ tạm không có dòng nào để dán."))
            return
        drafts, place = self.model.drafts, self.table.currentIndex().row() + 1
        place = len(drafts) if place <= 0 else min(place, len(drafts))
        if self._save([*drafts[:place], *added, *drafts[place:]]):
            text = self.tr("Đã dán {count} điểm. Ctrl+Z để hoàn tác.")
            messages.tell(self, text.format(count=len(added)))

    def remove(self) -> None:
        """Take the chosen sites out."""
        chosen = self._chosen()
        if not chosen or not self.model.is_open:
            return
        kept = [draft for row, draft in enumerate(self.model.drafts) if row not in chosen]
        if self._save(kept):
            text = self.tr("Đã bỏ {count} điểm. Ctrl+Z để hoàn tác.")
            messages.tell(self, text.format(count=len(chosen)))

    def shift(self, step: int) -> None:
        """Move the current site up or down."""
        row = self.table.currentIndex().row()
        drafts = self.model.drafts
        if 0 <= row < len(drafts) and 0 <= row + step < len(drafts):
            drafts[row], drafts[row + step] = drafts[row + step], drafts[row]
            if self._save(drafts):
                self.go_to(row + step, self.table.currentIndex().column())

    def go_to(self, row: int, column: int) -> None:
        """Choose one cell and nothing else, whatever keys are held."""
        index = self.model.index(row, column)
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(index, choose)

    def _chosen(self) -> set[int]:
        count = len(self.model.drafts)
        rows = {index.row() for index in self.table.selectedIndexes()}
        return {row for row in rows if row < count}

    def _save(self, drafts: list[SiteDraft]) -> bool:
        """Store the list; say whether that went well."""
        record_id = self._record_id
        try:
            changes = self._service.save(record_id, drafts)
        except DvkError as error:
            self.show_record(record_id, is_open=self.model.is_open)
            messages.show_error(self, error)
            return False
        self.show_record(record_id, is_open=self.model.is_open)
        self._bus.publish(changes)
        return True

    def _tell_unreadable(self, heading: str) -> None:
        text = self.tr("“{heading}” phải là số nguyên, ví dụ 12. Ô giữ nguyên số cũ.")
        messages.tell(self, text.format(heading=heading))

    def _listen(self, keys: QKeySequence, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(keys, self.table, slot)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegateForColumn(UNIT, self._units)
        table.setAccessibleName(self.tr("Các điểm áp dụng mô hình"))
        table.setEditTriggers(_TYPED_INTO)
        table.setWordWrap(False)
        table.setMinimumHeight(150)
        header = table.horizontalHeader()
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setDefaultSectionSize(30)
        return table

    def _lay_out(self) -> None:
        self.add_button = button(self.tr("Thêm điểm"), self.add, icon_name="plus")
        self.paste_button = button(self.tr("Dán từ Excel"), self.paste, icon_name="clipboard")
        self.up_button = icon_button("chevron-up", self.tr("Chuyển lên"), lambda: self.shift(-1))
        down = self.tr("Chuyển xuống")
        self.down_button = icon_button("chevron-down", down, lambda: self.shift(1))
        self.remove_button = icon_button("trash", self.tr("Bỏ các điểm đang chọn"), self.remove)
        self._acts = (
            self.add_button,
            self.paste_button,
            self.up_button,
            self.down_button,
            self.remove_button,
        )
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.add_button)
        acts.addWidget(self.paste_button)
        acts.addStretch(1)
        for made in (self.up_button, self.down_button, self.remove_button):
            acts.addWidget(made)
        note = self.tr(
            "Điểm là nơi mô hình được áp dụng, mỗi điểm có thể có nhiều tổ. Dán từ Excel theo thứ"
            " tự: tên điểm, địa chỉ, số tổ, số hộ, ghi chú."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(acts)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._totals)
        layout.addWidget(text_label(note, "muted"))


class _UnitDelegate(QStyledItemDelegate):
    """Offers the units of the register, found by typing without accents."""

    choices: list[tuple[str, str]] = []  # noqa: RUF012 -- replaced as a whole, never changed

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a list to choose from."""
        combo = ChoiceCombo(parent)
        combo.offer(self.choices)
        return combo

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the unit of the site."""
        if isinstance(editor, ChoiceCombo):
            editor.choose(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take the unit that is chosen."""
        if isinstance(editor, ChoiceCombo):
            model.setData(index, editor.currentData() or "")
