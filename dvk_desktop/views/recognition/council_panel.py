"""The first step of recognition: the meeting and its count of ballots (họp Hội đồng)."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.exact_numbers import percent_text
from dvk_desktop.domain.records.council import MeetingRow
from dvk_desktop.domain.voting import TallyError, outcome
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.ballot_table import (
    BallotRow,
    BallotTableModel,
    outcome_explanation,
)
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.recognition.ballots import agreed, ballot_rows, is_passed
from dvk_desktop.views.recognition.meeting_dialog import MeetingDialog
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.ballot_table_view import BallotTableView
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.date_edit import format_date
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.labels import badge, button, set_property, text_label
from dvk_desktop.views.widgets.search_box import SearchBox

_MANY = 20


class CouncilPanel(QWidget):
    """Opens a meeting, takes the counts and closes the minutes (họp Hội đồng)."""

    def __init__(
        self,
        services: Services,
        bus: ChangeBus,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._bus = bus
        self._campaign = ""
        self._meetings: dict[str, MeetingRow] = {}
        self._unstored: dict[str, BallotRow] = {}
        self.dialog: MeetingDialog | None = None
        self.meeting_combo = ChoiceCombo()
        self.meeting_combo.setAccessibleName(self.tr("Phiên họp"))
        self.meeting_combo.setMinimumWidth(360)
        self.model = BallotTableModel(self)
        self._proxy = SortFilterProxy(self.model, self)
        self.search = SearchBox(self.tr("Tìm mô hình, đơn vị"))
        self.show_combo = ChoiceCombo()
        self.table = BallotTableView(
            self.tr("Kiểm phiếu"),
            settings,
            self.tr("Chưa có mô hình nào đã chấm điểm để Hội đồng biểu quyết."),
        )
        self.table.setModel(self._proxy)
        self._state = badge("")
        self._facts = text_label("", "muted")
        self._outcome = text_label("")
        self._make_buttons()
        self._lay_out()
        self._connect()

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign."""
        self._campaign = campaign_id
        self._unstored.clear()

    def refresh(self) -> None:
        """Read meetings and counts again; counts that do not add up yet stay."""
        meetings = self._services.council.meetings(self._campaign)
        self._meetings = {meeting.id: meeting for meeting in meetings}
        kept = self.meeting_combo.currentData()
        self.meeting_combo.offer((one.id, _meeting_text(one)) for one in meetings)
        if meetings and kept not in self._meetings:
            self.meeting_combo.blockSignals(True)
            self.meeting_combo.choose(meetings[-1].id)
            self.meeting_combo.blockSignals(False)
        self._read()

    @property
    def meeting(self) -> MeetingRow | None:
        """The meeting that is shown."""
        return self._meetings.get(str(self.meeting_combo.currentData() or ""))

    def may_leave(self) -> bool:
        """Ask where counts do not add up and so are not stored."""
        if not self._unstored:
            return True
        title = self.tr("Bỏ số phiếu chưa khớp?")
        text = self.tr("{count} mô hình có số phiếu không khớp nên chưa được lưu.")
        shown = text.format(count=len(self._unstored))
        if not confirm(self, title, shown, self.tr("Bỏ số phiếu"), is_risky=True):
            return False
        self._unstored.clear()
        self._read()
        return True

    def open_meeting(self) -> None:
        """Ask for a new meeting, with the members of the last one."""
        last = list(self._meetings.values())
        today = self._services.recognition.today()
        rule = self._services.council.rule(self._campaign)
        self.dialog = MeetingDialog(rule, last[-1].members if last else (), today, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._open_wished)
        self.dialog.open()

    def fill_agreed(self) -> None:
        """Count all ballots as agreeing for the chosen registrations."""
        rows: list[BallotRow] = self.table.selected_records()
        title = self.tr("Ghi đồng ý hết cho {count} mô hình?").format(count=len(rows))
        names = "\n".join(row.name for row in rows[:8])
        if len(rows) > 8:
            names += self.tr("\n… và {count} mô hình nữa").format(count=len(rows) - 8)
        counted = sum(row.is_counted for row in rows)
        if counted:
            names += self.tr("\n\n{count} mô hình đã có số phiếu sẽ bị ghi lại.").format(
                count=counted
            )
        is_large = len(rows) > _MANY or counted > 0
        if is_large and not confirm(self, title, names, self.tr("Ghi đồng ý hết")):
            return
        self._store([agreed(row) for row in rows])

    def close_meeting(self) -> None:
        """Close the minutes after a second look."""
        meeting = self.meeting
        if meeting is None or not self.may_leave():
            return
        rows = self.model.records
        counted = [row for row in rows if row.is_counted]
        passed = sum(is_passed(row) for row in counted)
        text = self.tr(
            "Đã ghi {counted}/{all} mô hình, {passed} mô hình được thông qua."
            " Sau khi kết thúc, kết quả biểu quyết không sửa được nữa."
        ).format(counted=len(counted), all=len(rows), passed=passed)
        action = self.tr("Kết thúc phiên họp")
        if not confirm(self, self.tr("Kết thúc phiên họp này?"), text, action):
            return
        try:
            changes = self._services.council.close(meeting.id)
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)
        tell(self, self.tr("Đã kết thúc phiên họp; sang bước lập quyết định."))

    def _make_buttons(self) -> None:
        self.open_button = button(
            self.tr("&Mở phiên họp mới…"), self.open_meeting, icon_name="users"
        )
        self.fill_button = button(self.tr("Đồng ý &hết"), self.fill_agreed, icon_name="check")
        self.fill_button.setToolTip(
            self.tr("Ghi mọi phiếu đồng ý cho các mô hình đang chọn; rồi sửa mô hình khác ý kiến.")
        )
        self.close_button = button(
            self.tr("&Kết thúc phiên họp"), self.close_meeting, icon_name="lock", kind="primary"
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.meeting_combo)
        top.addWidget(self._state)
        top.addWidget(self._facts, 1)
        top.addWidget(self.open_button)
        top.addWidget(self.close_button)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.search, 2)
        filters.addWidget(self.show_combo, 1)
        filters.addStretch(2)
        filters.addWidget(self.fill_button)
        ballots = QWidget()
        inside = QVBoxLayout(ballots)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(top)
        inside.addLayout(filters)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._outcome)
        self._nothing = EmptyState(
            "users",
            self.tr("Chưa có phiên họp nào"),
            self.tr("Mở phiên họp với danh sách thành viên, rồi ghi kết quả kiểm phiếu."),
            action=self.tr("Mở phiên họp…"),
            clicked=self.open_meeting,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(ballots)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.search.searched.connect(self._proxy.set_query)
        self.show_combo.currentIndexChanged.connect(self._filter)
        self.meeting_combo.currentIndexChanged.connect(self._read)
        # Queued: the view still holds the editor while the model takes its value.
        self.model.counted.connect(self._store_one, Qt.ConnectionType.QueuedConnection)
        self.table.chosen.connect(self._show_outcome)

    def _open_wished(self) -> None:
        if self.dialog is None:
            return
        wish = self.dialog.wish()
        try:
            meeting_id, changes = self._services.council.open(
                self._campaign,
                name=wish.name,
                held_on=wish.held_on,
                members=wish.members,
                place=wish.place,
            )
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)
        self.meeting_combo.choose(meeting_id)
        self.table.setFocus()

    def _read(self) -> None:
        meeting = self.meeting
        self._stack.setCurrentIndex(0 if meeting is None else 1)
        if meeting is None:
            return
        self.model.is_locked = meeting.is_closed
        self.model.replace(
            self._unstored.get(row.id, row) for row in ballot_rows(self._services, meeting)
        )
        self._show_meeting(meeting)
        self._offer_filters()
        self._show_outcome()

    def _store_one(self, row: BallotRow) -> None:
        self._store([row])

    def _store(self, rows: Iterable[BallotRow]) -> None:
        """Store counts that add up; the others stay in the table, marked."""
        meeting = self.meeting
        if meeting is None:
            return
        good = {}
        for row in rows:
            self._unstored.pop(row.id, None)
            try:
                outcome(meeting.rule, row.tally)
            except TallyError:
                self._unstored[row.id] = row
            else:
                good[row.id] = row.tally
        self.model.put(self._unstored.values())
        if good:
            try:
                changes = self._services.council.count(meeting.id, good)
            except DvkError as error:
                show_error(self, error)
                return
            self._bus.publish(changes)
        self._show_outcome()

    def _show_meeting(self, meeting: MeetingRow) -> None:
        tone = Tone.NEUTRAL if meeting.is_closed else Tone.SUCCESS
        closed, running = self.tr("Đã kết thúc"), self.tr("Đang họp")
        self._state.setText(closed if meeting.is_closed else running)
        set_property(self._state, "tone", tone.value)
        needed = self.tr("trên {share}") if meeting.rule.more_than else self.tr("từ {share}")
        text = self.tr("Có mặt {present}/{members} · thông qua khi {needed} đồng ý ({base})")
        self._facts.setText(
            text.format(
                present=meeting.present,
                members=len(meeting.members),
                needed=needed.format(share=percent_text(meeting.rule.threshold)),
                base=worded(meeting.rule.base.label).lower(),
            )
        )
        self.close_button.setVisible(not meeting.is_closed)
        self.fill_button.setVisible(not meeting.is_closed)
        self.open_button.setVisible(meeting.is_closed)

    def _offer_filters(self) -> None:
        rows = self.model.records
        counted = sum(row.is_counted for row in rows)
        passed = sum(is_passed(row) for row in rows)
        self.show_combo.offer(
            (
                ("all", self.tr("Tất cả ({count})").format(count=len(rows))),
                ("open", self.tr("Chưa ghi ({count})").format(count=len(rows) - counted)),
                ("passed", self.tr("Thông qua ({count})").format(count=passed)),
                ("other", self.tr("Không thông qua ({count})").format(count=counted - passed)),
            )
        )

    def _filter(self) -> None:
        # What is being counted must not vanish from "Chưa ghi" at its first number.
        uncounted = {row.id for row in self.model.records if not row.is_counted}
        conditions: dict[str, Callable[[BallotRow], bool]] = {
            "open": lambda row: row.id in uncounted,
            "passed": is_passed,
            "other": lambda row: row.is_counted and not is_passed(row),
        }
        self._proxy.set_condition(conditions.get(str(self.show_combo.currentData())))

    def _show_outcome(self) -> None:
        rows: list[BallotRow] = self.table.selected_records()
        self.fill_button.setEnabled(bool(rows))
        count = self.tr("Đồng ý &hết ({count})").format(count=len(rows))
        self.fill_button.setText(count if len(rows) > 1 else self.tr("Đồng ý &hết"))
        if len(rows) == 1:
            self._outcome.setText(f"{rows[0].name}: {outcome_explanation(rows[0])}")
        elif rows:
            self._outcome.setText(self.tr("Đang chọn {count} mô hình.").format(count=len(rows)))
        elif self.model.is_locked:
            self._outcome.clear()
        else:
            self._outcome.setText(self.tr("Chọn một ô rồi gõ số phiếu; Enter xuống, Tab sang."))


def _meeting_text(meeting: MeetingRow) -> str:
    return f"{meeting.name} – {format_date(meeting.held_on)}"
