"""Takes registrations on from the window: asks, does, tells (chuyển bước đăng ký)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.registration import RegistrationRow
from dvk_desktop.domain.registration_fields import ITEM_LABELS
from dvk_desktop.domain.registration_states import (
    STEPS,
    RegistrationAction,
    actions_from,
)
from dvk_desktop.domain.terms import RegistrationState, Role
from dvk_desktop.services.registrations.registrations import RegistrationService, StepResult
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.messages import confirm, tell
from dvk_desktop.views.reason_dialog import ReasonDialog
from dvk_desktop.views.registrations.missing_items_dialog import MissingItemsDialog, missing_in
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.typed_count import TYPED_FROM

_A = RegistrationAction
HANDLED_HERE = (
    _A.SUBMIT,
    _A.ACCEPT,
    _A.START,
    _A.RETURN,
    _A.WITHDRAW,
    _A.MAINTAIN,
    _A.SUSPEND,
    _A.RESUME,
    _A.END,
)
"""Scores, decisions and merging take registrations on from their own pages."""

_NAMES_SHOWN = 8


def actions_here(state: RegistrationState) -> tuple[RegistrationAction, ...]:
    """Return what this page offers for a registration in ``state``, the usual first."""
    possible = actions_from(state, Role.SPECIALIST)
    return tuple(action for action in HANDLED_HERE if action in possible)


def fit_for(rows: Sequence[RegistrationRow], action: RegistrationAction) -> list[RegistrationRow]:
    """Return those that the action can be taken with now; to submit, nothing may be missing."""
    fit = [row for row in rows if action in STEPS[row.state]]
    if action is not RegistrationAction.SUBMIT:
        return fit
    return [row for row in fit if not missing_in(row)]


def incomplete(rows: Sequence[RegistrationRow]) -> list[RegistrationRow]:
    """Return those that could be submitted if nothing were missing."""
    return [
        row for row in rows if RegistrationAction.SUBMIT in STEPS[row.state] and missing_in(row)
    ]


class RegistrationSteps(QObject):
    """Asks what has to be asked and takes the step; publishes what changed (chuyển bước).

    ``refused`` carries the reason why nothing was done, ``item_asked`` a registration and the
    item that it lacks.
    """

    refused = Signal(object)
    item_asked = Signal(str, str)

    def __init__(
        self,
        registrations: RegistrationService,
        runner: TaskRunner,
        bus: ChangeBus,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._registrations = registrations
        self._runner = runner
        self._bus = bus
        self._window = parent

    def take(self, rows: Sequence[RegistrationRow], action: RegistrationAction) -> None:
        """Take one step with one registration, or with those of many that are fit for it."""
        fit = list(rows) if len(rows) == 1 else fit_for(rows, action)
        lacking = incomplete(rows) if action is RegistrationAction.SUBMIT else []
        if lacking and len(rows) > 1:
            self._show_missing(lacking, fit)
            return
        if not fit:
            return
        if STEPS[fit[0].state].get(action) is not None and _asks_reason(fit, action):
            self._ask_reason(fit, action)
        elif len(fit) > _NAMES_SHOWN:
            self._count(fit, len(rows), action)
        elif len(rows) == 1 or self._agrees(fit, len(rows), action):
            self._do(fit, action, "", ())

    def take_from_grid(self, rows: Sequence[RegistrationRow], action: RegistrationAction) -> None:
        """Take one step with chosen rows of the grid, which shows no form to mark."""
        lacking = incomplete(rows) if action is RegistrationAction.SUBMIT else []
        if lacking:
            self._show_missing(lacking, fit_for(rows, action))
        elif fit_for(rows, action):
            self.take(rows, action)
        else:
            text = self.tr("Không dòng nào đã chọn thực hiện được “{action}” lúc này.")
            tell(self._window, text.format(action=worded(action.label)))

    def remove(self, rows: Sequence[RegistrationRow]) -> None:
        """Remove drafts after asking."""
        drafts = [row for row in rows if row.state is RegistrationState.DRAFT]
        if not drafts:
            return
        title = self.tr("Xóa {count} bản nháp?").format(count=len(drafts))
        text = self.tr("{names}\n\nCó thể lấy lại bằng lệnh Hoàn tác.")
        action = self.tr("Xóa {count} bản nháp").format(count=len(drafts))
        if len(drafts) > TYPED_FROM:
            dialog = CountedDialog(
                title, _listed(drafts), action, is_risky=True, parent=self._window
            )
            dialog.accepted.connect(lambda: self._remove(drafts))
            dialog.open()
            return
        names = self.names(drafts)
        if confirm(self._window, title, text.format(names=names), action, is_risky=True):
            self._remove(drafts)

    def remove_from_grid(self, rows: Sequence[RegistrationRow]) -> None:
        """Remove the drafts among chosen rows of the grid; tell when there are none."""
        if any(row.state is RegistrationState.DRAFT for row in rows):
            self.remove(rows)
        else:
            text = self.tr("Chỉ xóa được bản nháp; đăng ký đã gửi thì rút lại trước.")
            tell(self._window, text)

    def _remove(self, drafts: Sequence[RegistrationRow]) -> None:
        try:
            changes = self._registrations.remove([row.id for row in drafts])
        except DvkError as error:
            self.refused.emit(error)
            return
        self._bus.publish(changes)
        tell(self._window, self.tr("Đã xóa {count} bản nháp.").format(count=len(drafts)))

    def names(self, rows: Sequence[RegistrationRow]) -> str:
        """Return the first names and how many more there are, one a line."""
        lines = [f"• {row.name} – {row.unit_name}" for row in rows[:_NAMES_SHOWN]]
        if len(rows) > _NAMES_SHOWN:
            more = self.tr("… và {count} mô hình khác")
            lines.append(more.format(count=len(rows) - _NAMES_SHOWN))
        return "\n".join(lines)

    def _agrees(
        self, fit: Sequence[RegistrationRow], chosen: int, action: RegistrationAction
    ) -> bool:
        label = worded(action.label)
        title = self.tr("{action}: {count} đăng ký?").format(action=label, count=len(fit))
        text = self.names(fit)
        if len(fit) < chosen:
            left = self.tr(
                "{count} đăng ký khác đã chọn chưa đủ điều kiện cho bước này và được giữ nguyên."
            )
            text = f"{text}\n\n{left.format(count=chosen - len(fit))}"
        verb = self.tr("{action} ({count})").format(action=label, count=len(fit))
        return confirm(self._window, title, text, verb)

    def _count(
        self,
        fit: Sequence[RegistrationRow],
        chosen: int,
        action: RegistrationAction,
        note: str = "",
        fields: tuple[str, ...] = (),
    ) -> None:
        """Ask with all the names; of very many the number is to be typed."""
        label = worded(action.label)
        title = self.tr("{action}: {count} đăng ký?").format(action=label, count=len(fit))
        if len(fit) < chosen:
            left = self.tr("{count} đăng ký khác đã chọn được giữ nguyên.")
            title = f"{title}\n{left.format(count=chosen - len(fit))}"
        verb = self.tr("{action} ({count})").format(action=label, count=len(fit))
        dialog = CountedDialog(title, _listed(fit), verb, parent=self._window)
        dialog.accepted.connect(lambda: self._do(fit, action, note, fields))
        dialog.open()

    def _show_missing(
        self, lacking: Sequence[RegistrationRow], fit: Sequence[RegistrationRow]
    ) -> None:
        dialog = MissingItemsDialog(lacking, len(fit), self._window)
        dialog.item_asked.connect(self.item_asked)
        dialog.accepted.connect(lambda: self._submit_rest(fit))
        dialog.open()

    def _submit_rest(self, fit: Sequence[RegistrationRow]) -> None:
        if len(fit) > TYPED_FROM:
            self._count(fit, len(fit), RegistrationAction.SUBMIT)
        else:
            self._do(fit, RegistrationAction.SUBMIT, "", ())

    def _ask_reason(self, fit: Sequence[RegistrationRow], action: RegistrationAction) -> None:
        label = worded(action.label)
        title = label
        if len(fit) > 1:
            title = self.tr("{action}: {count} đăng ký").format(action=label, count=len(fit))
        fields = {}
        if action is RegistrationAction.RETURN:
            fields = {key: worded(text) for key, text in ITEM_LABELS.items()}
        dialog = ReasonDialog(title, self.names(fit), label, fields, self._window)
        dialog.accepted.connect(lambda: self._act(fit, action, dialog.note, dialog.fields))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _act(
        self,
        fit: Sequence[RegistrationRow],
        action: RegistrationAction,
        note: str,
        fields: tuple[str, ...],
    ) -> None:
        """Do what was asked with a reason; of very many all names are shown first."""
        if len(fit) > TYPED_FROM:
            self._count(fit, len(fit), action, note, fields)
        else:
            self._do(fit, action, note, fields)

    def _do(
        self,
        fit: Sequence[RegistrationRow],
        action: RegistrationAction,
        note: str,
        fields: tuple[str, ...],
    ) -> None:
        ids = [row.id for row in fit]

        def work(progress: Progress) -> StepResult:
            return self._registrations.step(
                ids, action, note=note, fields=fields, progress=progress
            )

        self._run(work, action, len(fit))

    def _run(
        self, work: Callable[[Progress], StepResult], action: RegistrationAction, count: int
    ) -> None:
        title = self.tr("{action}: {count} đăng ký")
        self._runner.start(
            work,
            title=title.format(action=worded(action.label), count=count),
            done=lambda result: self._tell(result, action),
            failed=self.refused.emit,
        )

    def _tell(self, result: StepResult, action: RegistrationAction) -> None:
        self._bus.publish(result.changes)
        text = self._done_texts()[action]
        if result.late and action is RegistrationAction.SUBMIT:
            text = self.tr("Đã gửi {count} đăng ký, trong đó {late} nộp muộn.")
        tell(self._window, text.format(count=result.done, late=result.late))

    def _done_texts(self) -> dict[RegistrationAction, str]:
        return {
            _A.SUBMIT: self.tr("Đã gửi {count} đăng ký."),
            _A.ACCEPT: self.tr("Đã tiếp nhận {count} đăng ký."),
            _A.START: self.tr("Đã chuyển {count} đăng ký sang đang thực hiện."),
            _A.RETURN: self.tr("Đã trả lại {count} đăng ký để bổ sung."),
            _A.WITHDRAW: self.tr("Đã rút lại {count} đăng ký để sửa."),
            _A.MAINTAIN: self.tr("Đã ghi nhận {count} đăng ký đang duy trì."),
            _A.SUSPEND: self.tr("Đã cho tạm dừng {count} đăng ký."),
            _A.RESUME: self.tr("Đã cho {count} đăng ký hoạt động trở lại."),
            _A.END: self.tr("Đã kết thúc {count} đăng ký."),
        }


def _listed(rows: Sequence[RegistrationRow]) -> list[str]:
    return [f"{row.name} – {row.unit_name}" for row in rows]


def _asks_reason(fit: Sequence[RegistrationRow], action: RegistrationAction) -> bool:
    return any(STEPS[row.state][action].needs_note for row in fit if action in STEPS[row.state])
