"""The two lists of the first page: what waits, and which days are near (danh sách việc)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.deadlines import DeadlineStatus, days_left_text
from dvk_desktop.domain.records.backup import BackupAge
from dvk_desktop.domain.records.overview import DeadlineLine, WaitingTask
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.date_edit import format_date
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import badge, line, text_label
from dvk_desktop.views.widgets.link_row import LinkRow

_BADGE_WIDTH = 118
_SOON_DAYS = 14
_LONG_AGO_DAYS = -60

_STATES = {
    WaitingTask.SUBMITTED: RegistrationState.SUBMITTED,
    WaitingTask.DRAFTS: RegistrationState.DRAFT,
    WaitingTask.RETURNED: RegistrationState.RETURNED,
}
_PAGES = {
    WaitingTask.CONFLICTS: "exchange",
    WaitingTask.SILENT_UNITS: "units",
    WaitingTask.TO_SCORE: "scoring",
    WaitingTask.TO_DECIDE: "recognition",
    WaitingTask.DECISION_DRAFTS: "recognition",
    WaitingTask.TO_PRINT: "certificates",
}


class _Lines(QWidget):
    """Lines under each other that are made anew for each reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def _clear(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class WaitingList(_Lines):
    """Work that waits for the office; each line leads to its page (việc chờ tôi)."""

    go_to = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[tuple[WaitingTask, int], ...] = ()
        self._age: BackupAge | None = None

    def show_tasks(self, waiting: Sequence[tuple[WaitingTask, int]]) -> None:
        """Show other counts, the most urgent first."""
        self._waiting = tuple(waiting)
        self._clear()
        if self._age is not None and self._age.is_old:
            self._layout.addWidget(self._backup_row(self._age))
        elif not waiting:
            self._layout.addWidget(text_label(self.tr("Không có việc nào đang chờ."), "muted"))
        for task, count in waiting:
            row = LinkRow(f"{count:,}".replace(",", "."), worded(task.label))
            row.setObjectName(f"{task.value}_row")
            row.clicked.connect(lambda _=False, task=task: self.go_to.emit(*_target(task)))
            self._layout.addWidget(row)

    def show_backup(self, age: BackupAge) -> None:
        """Say first that the last good backup is old, when it is."""
        self._age = age
        self.show_tasks(self._waiting)

    def _backup_row(self, age: BackupAge) -> LinkRow:
        if age.days is None:
            text = self.tr("Chưa có bản sao lưu nào. Hãy sao lưu ngay.")
        else:
            text = self.tr("Bản sao lưu gần nhất đã {days} ngày. Hãy sao lưu lại.")
            text = text.format(days=age.days)
        row = LinkRow("!", text)
        row.setObjectName("backup_row")
        row.clicked.connect(lambda: self.go_to.emit("settings", None))
        return row


class DeadlineList(_Lines):
    """The dates of the year with the days that are left (thời hạn)."""

    def show_deadlines(self, deadlines: Sequence[DeadlineLine]) -> None:
        """Show other dates, in their order."""
        self._clear()
        if not deadlines:
            self._layout.addWidget(text_label(self.tr("Chưa đặt thời hạn nào."), "muted"))
        for number, one in enumerate(deadlines):
            if number:
                self._layout.addWidget(line())
            self._layout.addWidget(self._line(one))

    def _line(self, one: DeadlineLine) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(33)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(ElidedLabel(worded(one.step.label)), 1)
        if one.exceptions:
            more = self.tr("{count} đơn vị được gia hạn").format(count=one.exceptions)
            row.addWidget(text_label(more, "muted"))
        row.addWidget(text_label(format_date(one.on_time), "plain"))
        left = badge(self._left_text(one), _left_tone(one))
        left.setFixedWidth(_BADGE_WIDTH)
        left.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(left)
        return holder

    def _left_text(self, one: DeadlineLine) -> str:
        if one.days_left < _LONG_AGO_DAYS:
            return self.tr("đã qua")
        return worded(days_left_text(one.days_left))


def _target(task: WaitingTask) -> tuple[str, RegistrationFilter | None]:
    if task in _STATES:
        return "registrations", RegistrationFilter(states=(_STATES[task],))
    return _PAGES[task], None


def _left_tone(one: DeadlineLine) -> Tone:
    if one.days_left < _LONG_AGO_DAYS or one.days_left > _SOON_DAYS:
        return Tone.NEUTRAL
    if one.status is DeadlineStatus.OPEN and one.days_left > 0:
        return Tone.WARNING
    return Tone.DANGER
