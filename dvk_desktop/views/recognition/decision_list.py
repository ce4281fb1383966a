"""The third step of recognition: decisions, their annex, number and date (quyết định đã lập)."""

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.decision import DecisionItemRow, DecisionRow
from dvk_desktop.domain.terms import DecisionState
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.candidate_columns import decision_columns, item_columns
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.date_edit import DateEdit, format_date
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.labels import badge, button, icon_button, set_property, text_label
from dvk_desktop.views.widgets.number_edit import NumberEdit
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_NAMED = 8


class DecisionList(QWidget):
    """Lists decisions; orders, signs or discards a draft (quyết định đã lập)."""

    def __init__(
        self,
        services: Services,
        runner: TaskRunner,
        bus: ChangeBus,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._bus = bus
        self._campaign = ""
        self._shown: DecisionRow | None = None
        self.model = RecordTableModel(decision_columns(), self)
        self.table = RecordTableView("decisions", self.tr("Các quyết định"), settings=settings)
        self.table.setSelectionMode(RecordTableView.SelectionMode.SingleSelection)
        self.table.setModel(self.model)
        self.items_model = RecordTableModel(item_columns(), self)
        self.items_table = RecordTableView(
            "decision_items", self.tr("Danh sách kèm theo"), settings=settings
        )
        self.items_table.setModel(self.items_model)
        self.number_edit = NumberEdit(is_whole=True)
        self.number_edit.setMaximumWidth(72)
        self.date_edit = DateEdit()
        self.date_edit.setMaximumWidth(150)
        self._title = text_label("", "heading")
        self._title.setWordWrap(True)
        self._facts = text_label("", "muted")
        self._state = badge("")
        self._make_buttons()
        self._lay_out()
        self.table.chosen.connect(self._show_chosen)
        self.items_table.chosen.connect(self._allow_moves)
        self.date_edit.changed.connect(self._propose_number)

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign."""
        self._campaign = campaign_id

    def refresh(self) -> None:
        """Read decisions and the annex that is shown again."""
        decisions = self._services.recognition.decisions(self._campaign)
        self.model.replace(decisions)
        self._stack.setCurrentIndex(1 if decisions else 0)
        if decisions and not self.table.selected_ids():
            self.table.select_id(decisions[-1].id)
        self._show_chosen()

    def show_decision(self, decision_id: str) -> None:
        """Go to one decision."""
        self.table.select_id(decision_id)

    def item_ids(self) -> list[str]:
        """Return the lines of the annex in their order."""
        return [item.id for item in self.items_model.records]

    def move_items(self, step: int) -> None:
        """Move the chosen lines of the annex up (-1) or down (1)."""
        if self._shown is None:
            return
        ids, chosen = self.item_ids(), set(self.items_table.selected_ids())
        places = [place for place, one in enumerate(ids) if one in chosen]
        for place in places if step < 0 else reversed(places):
            other = place + step
            if 0 <= other < len(ids) and ids[other] not in chosen:
                ids[place], ids[other] = ids[other], ids[place]
        if ids == self.item_ids():
            return
        try:
            changes = self._services.recognition.arrange(self._shown.id, ids)
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)

    def sign(self) -> None:
        """Give the draft its number and date after a second look."""
        shown, number, day = self._shown, self.number_edit.value(), self.date_edit.value()
        set_property(self.number_edit, "invalid", not number)
        set_property(self.date_edit, "invalid", day is None)
        if shown is None or not number or day is None:
            (self.date_edit if number else self.number_edit).setFocus()
            return
        text = self.tr(
            "Số {number}, ngày {day}, công nhận {count} mô hình."
            " Sau khi ghi, quyết định không sửa được nữa."
        ).format(number=int(number), day=format_date(day), count=shown.items)
        text += self._warnings(shown)
        title = self.tr("Ghi nhận quyết định đã ký?")
        if not confirm(self, title, text, self.tr("Ghi số và ngày ký")):
            return
        self.sign_button.setEnabled(False)
        sign = self._services.recognition.sign
        self._runner.start(
            lambda progress: sign(shown.id, number=int(number), signed_on=day, progress=progress),
            title=self.tr("Ghi nhận quyết định đã ký"),
            done=self._signed,
            failed=self._not_signed,
        )

    def _warnings(self, decision: DecisionRow) -> str:
        """Name what has no points and what could not be printed; neither forbids signing."""
        said = ""
        unscored = [item.name for item in self.items_model.records if item.score is None]
        if unscored:
            text = self.tr("\n\n{count} mô hình chưa có điểm hội đồng:\n{names}")
            said += text.format(count=len(unscored), names=_listed(unscored))
        found = self._services.recognition.print_problems(decision.id)
        if found:
            text = self.tr(
                "\n\n{count} điều cần sửa lời văn ở trang Giấy chứng nhận trước khi in:\n{names}"
            )
            lines = [f"{one.name}: {worded(one.wording)}" for one in found]
            said += text.format(count=len(found), names=_listed(lines))
        return said

    def discard(self) -> None:
        """Throw the draft away."""
        if self._shown is None:
            return
        title = self.tr("Bỏ dự thảo này?")
        text = self.tr("Các mô hình trở lại danh sách chờ quyết định.")
        if not confirm(self, title, text, self.tr("Bỏ dự thảo"), is_risky=True):
            return
        try:
            changes = self._services.recognition.discard(self._shown.id)
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)

    def _make_buttons(self) -> None:
        self.up_button = icon_button("chevron-up", self.tr("Đưa lên"), lambda: self.move_items(-1))
        self.down_button = icon_button(
            "chevron-down", self.tr("Đưa xuống"), lambda: self.move_items(1)
        )
        self.discard_button = button(
            self.tr("&Bỏ dự thảo"), self.discard, icon_name="trash", kind="danger"
        )
        self.sign_button = button(
            self.tr("&Ghi số và ngày ký"), self.sign, icon_name="check", kind="primary"
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        annex = QHBoxLayout()
        annex.setSpacing(4)
        annex.addWidget(text_label(self.tr("Danh sách kèm theo"), "label"), 1)
        annex.addWidget(self.up_button)
        annex.addWidget(self.down_button)
        self._make_signing()
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self._facts)
        inside.addLayout(annex)
        inside.addWidget(self.items_table, 1)
        inside.addWidget(self._signing)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.setHandleWidth(20)
        splitter.addWidget(self.table)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([420, 680])
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                "gavel",
                self.tr("Chưa có quyết định nào"),
                self.tr("Chọn các mô hình được công nhận ở bước Lập quyết định."),
            )
        )
        self._stack.addWidget(splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self._stack)

    def _make_signing(self) -> None:
        self._signing = QWidget()
        signing = QHBoxLayout(self._signing)
        signing.setContentsMargins(0, 0, 0, 0)
        signing.setSpacing(8)
        signing.addWidget(self.discard_button)
        signing.addStretch(1)
        for text, field in (
            (self.tr("&Số"), self.number_edit),
            (self.tr("&Ngày ký"), self.date_edit),
        ):
            label = text_label(text, "label")
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            signing.addWidget(label)
            signing.addWidget(field)
        signing.addWidget(self.sign_button)

    def _show_chosen(self) -> None:
        chosen: DecisionRow | None = (
            self.table.current_record() if self.table.selected_ids() else None
        )
        before, self._shown = self._shown, chosen
        items: tuple[DecisionItemRow, ...] = ()
        if chosen is not None:
            items = self._services.recognition.items(chosen.id)
            self._show_decision(chosen, is_other=before is None or before.id != chosen.id)
        self.items_model.replace(items)
        self._allow_moves()

    def _show_decision(self, decision: DecisionRow, *, is_other: bool) -> None:
        self._title.setText(decision.title)
        self._state.setText(worded(decision.state.label))
        is_draft = decision.state is DecisionState.DRAFT
        tone = Tone.WARNING if is_draft else Tone.SUCCESS
        set_property(self._state, "tone", tone.value)
        number = self.tr("Chưa có số") if is_draft else decision.number_text
        parts = [number, format_date(decision.signed_on)]
        parts += [decision.authority, self.tr("người ký: {name}")]
        text = " · ".join(part for part in parts if part)
        self._facts.setText(text.format(name=decision.signatory_name))
        self._signing.setVisible(is_draft)
        self.up_button.setVisible(is_draft)
        self.down_button.setVisible(is_draft)
        self.sign_button.setEnabled(True)
        if is_draft and is_other:
            self.date_edit.set_value(self._services.recognition.today())
            self._propose_number()

    def _allow_moves(self) -> None:
        ids, chosen = self.item_ids(), set(self.items_table.selected_ids())
        self.up_button.setEnabled(bool(chosen) and ids[0] not in chosen)
        self.down_button.setEnabled(bool(chosen) and ids[-1] not in chosen)

    def _propose_number(self) -> None:
        day = self.date_edit.value()
        if day is not None:
            self.number_edit.set_value(self._services.recognition.next_number(day))

    def _signed(self, changes: Changes) -> None:
        self._bus.publish(changes)
        tell(self, self.tr("Đã ghi số và ngày ký; có thể lập giấy chứng nhận."), Tone.SUCCESS)

    def _not_signed(self, error: DvkError) -> None:
        self.sign_button.setEnabled(True)
        show_error(self, error)


def _listed(names: Sequence[str]) -> str:
    shown = "\n".join(f"• {name}" for name in names[:_NAMED])
    return shown + "\n…" if len(names) > _NAMED else shown
