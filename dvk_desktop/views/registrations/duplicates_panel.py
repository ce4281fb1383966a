"""Review what may be registered twice, group by group (rà soát trùng lặp)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.duplicates import DuplicateGroup
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.registrations.duplicate_group_view import DuplicateGroupView
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class DuplicatesPanel(QWidget):
    """Groups by likeness with the reason; a person decides each (rà soát trùng lặp).

    ``opened`` carries a registration that is to be looked at in its form.
    """

    opened = Signal(str)

    def __init__(
        self,
        services: "Services",
        runner: TaskRunner,
        bus: ChangeBus,
        campaign_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._bus = bus
        self._campaign = campaign_id
        self._way_back: Callable[[], Changes] | None = None
        self.header = SectionHeader(self.tr("Rà soát trùng lặp"), " ")
        self.model = RecordTableModel(
            group_columns(), self, identity=lambda group: " ".join(group.ids)
        )
        self._proxy = SortFilterProxy(self.model, self)
        self._proxy.set_condition(lambda group: group.is_suspicious)
        self.table = RecordTableView("duplicate_groups", self.tr("Các nhóm nghi trùng"))
        self.table.setModel(self._proxy)
        self.usual = QCheckBox("")
        self.group = DuplicateGroupView()
        self._last = ElidedLabel()
        self.undo_button = button(self.tr("Hoàn tác"), self.undo, icon_name="arrow-back-up")
        self._lay_out()
        self._connect()
        self._note_decision("", None)

    def refresh(self) -> None:
        """Look for groups again."""
        self.table.set_empty_text(self.tr("Đang so các tên mô hình…"))
        duplicates, campaign = self._services.duplicates, self._campaign
        self._runner.start(
            lambda progress: duplicates.groups(campaign),
            title=self.tr("Rà soát trùng lặp"),
            done=self._show_groups,
            failed=lambda error: show_error(self, error),
        )

    def undo(self) -> None:
        """Take the last decision back."""
        if self._way_back is None:
            return
        try:
            changes = self._way_back()
        except DvkError as error:
            show_error(self, error)
            return
        self._note_decision("", None)
        self._bus.publish(changes)
        self.refresh()

    def merge(self, keep_id: str, others: Sequence[str]) -> None:
        """Merge registrations into the one that stays, after asking."""
        kept = self._services.registrations.detail(keep_id)
        text = self.tr(
            "Bản giữ lại: “{name}” của {unit}. Các bản kia chuyển sang “Đã gộp”, vẫn giữ nội dung"
            " và lịch sử, không còn tính vào tổng hợp. Có thể hoàn tác."
        )
        is_sure = confirm(
            self,
            self.tr("Gộp {count} đăng ký?").format(count=len(others) + 1),
            text.format(name=kept.draft.name, unit=kept.unit_name),
            self.tr("Gộp"),
        )
        if is_sure:
            said = self.tr("Đã gộp vào “{name}”.").format(name=kept.draft.name)
            self._decide(
                lambda: self._services.duplicates.merge(keep_id, others), said, self._undo_newest
            )

    def replicate(self, source_id: str, others: Sequence[str]) -> None:
        """Make the others replications of one registration's model."""
        sets: list[str] = []

        def work() -> Changes:
            changes = Changes.NOTHING
            for one in others:
                changes |= self._services.duplicates.replicate_of(one, source_id)
                sets.append(self._newest())
            return changes

        def undo() -> Changes:
            self._services.duplicates.reconsider([source_id, *others])
            return self._undo_sets(sets)()

        said = self.tr("Đã ghi là nhân rộng; mọi bản đều giữ lại.")
        self._decide(work, said, lambda: undo)

    def tell_apart(self, ids: Sequence[str]) -> None:
        """Remember that these are different."""
        said = self.tr("Đã nhớ là không trùng; nhóm này không hỏi lại nữa.")
        duplicates = self._services.duplicates
        self._decide(
            lambda: duplicates.not_same(ids), said, lambda: lambda: duplicates.reconsider(ids)
        )

    def take_out(self, record_id: str, others: Sequence[str]) -> None:
        """Remember that one differs from the others, which stay together."""
        said = self.tr("Đã đưa một đăng ký ra khỏi nhóm; các bản còn lại vẫn chờ xem.")
        duplicates, ids = self._services.duplicates, [record_id, *others]
        self._decide(
            lambda: duplicates.take_out(record_id, others),
            said,
            lambda: lambda: duplicates.reconsider(ids),
        )

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.usual)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.addWidget(left)
        split.addWidget(self.group)
        split.setStretchFactor(1, 1)
        split.setSizes([360, 640])
        left.setMinimumWidth(240)
        self.group.setMinimumWidth(380)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(8)
        self.footer.addWidget(self._last, 1)
        self.footer.addWidget(self.undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.header)
        layout.addWidget(split, 1)
        layout.addLayout(self.footer)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.usual.toggled.connect(self._show_usual)
        self.group.merged.connect(self.merge)
        self.group.replicated.connect(self.replicate)
        self.group.told_apart.connect(self.tell_apart)
        self.group.taken_out.connect(self.take_out)
        self.group.opened.connect(self.opened)

    def _show_groups(self, groups: tuple[DuplicateGroup, ...]) -> None:
        row = max(0, self.table.currentIndex().row())
        self.model.replace(groups)
        suspicious = sum(group.is_suspicious for group in groups)
        usual = len(groups) - suspicious
        self.header.set_subtitle(
            self.tr(
                "{count} nhóm nghi trùng chờ quyết định. Cùng tên ở hai đơn vị thường không phải"
                " trùng."
            ).format(count=suspicious)
        )
        self.usual.setText(self.tr("Cả {count} nhóm thường không trùng").format(count=usual))
        self.usual.setVisible(usual > 0)
        self.table.set_empty_text(self.tr("Không còn nhóm nào nghi trùng."))
        self._choose(row)

    def _show_usual(self, is_wanted: bool) -> None:
        self._proxy.set_condition(None if is_wanted else lambda group: group.is_suspicious)
        if self.table.current_record() is None:
            self._choose(0)

    def _choose(self, row: int) -> None:
        """Go on with the group that took the place of the last one."""
        last = self._proxy.rowCount() - 1
        if last >= 0:
            self.table.selectRow(min(row, last))
        self._show_chosen()

    def _show_chosen(self) -> None:
        group: DuplicateGroup | None = self.table.current_record()
        registrations = self._services.registrations
        try:
            drafts = {one: registrations.detail(one).draft for one in group.ids} if group else {}
        except DvkError:
            # Another window or an undo took one away; the groups are on their way anew.
            drafts = {}
        self.group.show_group(group, drafts)

    def _decide(
        self, work: Callable[[], Changes], said: str, way_back: Callable[[], Callable[[], Changes]]
    ) -> None:
        """Do what was decided; ``way_back`` is asked afterwards how to undo it."""
        try:
            changes = work()
        except DvkError as error:
            show_error(self, error)
            # A decision about several may have been made for some of them.
            self._bus.publish(Changes.REGISTRATIONS)
            self.refresh()
            return
        self._note_decision(said, way_back())
        tell(self, said, Tone.SUCCESS)
        self._bus.publish(changes)
        self.refresh()

    def _newest(self) -> str:
        """Return the change set that was just made."""
        row = self._services.history.last_undoable()
        return row.id if row is not None else ""

    def _undo_newest(self) -> Callable[[], Changes]:
        return self._undo_sets([self._newest()])

    def _undo_sets(self, sets: Sequence[str]) -> Callable[[], Changes]:
        def undo() -> Changes:
            changes = Changes.NOTHING
            for one in reversed(sets):
                changes |= self._services.history.undo(one)
            return changes

        return undo

    def _note_decision(self, said: str, way_back: Callable[[], Changes] | None) -> None:
        self._way_back = way_back
        self._last.setText(said)
        self.undo_button.setVisible(way_back is not None)


class DuplicatesDialog(QDialog):
    """The review in a window of its own (cửa sổ rà soát)."""

    def __init__(self, panel: DuplicatesPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rà soát trùng lặp"))
        self.panel = panel
        panel.opened.connect(self.accept)
        panel.footer.addWidget(button(self.tr("Đóng"), self.reject))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(panel)
        self.resize(1080, 640)


def group_columns() -> tuple[Column[DuplicateGroup], ...]:
    """Return the columns of the list of groups."""
    return (
        Column[DuplicateGroup](
            "score",
            QCoreApplication.translate("duplicate_groups", "Giống"),
            lambda group: str(group.score),
            sort_key=lambda group: group.score,
            decoration=lambda group: dot(Tone.WARNING if group.is_suspicious else Tone.NEUTRAL),
            tool_tip=lambda group: worded(group.wording),
            width=76,
        ),
        Column[DuplicateGroup](
            "name",
            QCoreApplication.translate("duplicate_groups", "Tên mô hình"),
            lambda group: group.members[0].name,
            tool_tip=lambda group: "\n".join(member.name for member in group.members),
            stretch=True,
        ),
        Column[DuplicateGroup](
            "unit",
            QCoreApplication.translate("duplicate_groups", "Đơn vị"),
            lambda group: ", ".join(dict.fromkeys(m.unit_name for m in group.members)),
            width=140,
            fold_below=440,
        ),
        Column[DuplicateGroup](
            "count",
            QCoreApplication.translate("duplicate_groups", "Số"),
            lambda group: str(len(group.members)),
            sort_key=lambda group: len(group.members),
            alignment=NUMBER,
            width=48,
        ),
    )
