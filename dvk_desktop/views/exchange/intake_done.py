"""What was imported, with the way back and what goes back to the units (bước Xong)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import IntakePlan, LayoutKey, PlannedAction
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.unit import ImportCounts
from dvk_desktop.views.exchange.desk import clear_layout
from dvk_desktop.views.exchange.intake_memory import layouts_of
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.notice import Notice


@dataclass(frozen=True, slots=True)
class Outcome:
    """One import that was executed (lần nhập)."""

    plan: IntakePlan
    counts: ImportCounts
    remembered: tuple[LayoutKey, ...] = ()


class OutcomeNotices(QWidget):
    """One notice for each import, each with its undo (kết quả nhập)."""

    undo_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show imports, the latest first."""
        clear_layout(self._layout)
        self.setVisible(bool(outcomes))
        for outcome in reversed(outcomes):
            self._layout.addWidget(self._notice(outcome))

    def _notice(self, outcome: Outcome) -> Notice:
        counts, plan = outcome.counts, outcome.plan
        counted = (
            (len(plan.files), self.tr("{count} tệp")),
            (counts.same, self.tr("{count} dòng đã có từ trước")),
            (counts.set_aside, self.tr("{count} dòng để lại chưa nhập")),
            (plan.count(PlannedAction.SKIPPED), self.tr("{count} dòng bỏ qua lần này")),
        )
        parts = [text.format(count=count) for count, text in counted if count]
        notice = Notice(outcome_title(outcome), ", ".join(parts) + ".", Tone.SUCCESS)
        if counts.batch is not None:
            undo = partial(self.undo_wanted.emit, outcome)
            notice.add_action(self.tr("Hoàn tác lần nhập này"), undo, kind="danger")
        return notice


class IntakeDone(QWidget):
    """Summary, undo, marked workbooks, and the ways on (trang Xong)."""

    undo_wanted = Signal(object)
    mark_wanted = Signal(object)
    registrations_wanted = Signal(object)
    forgotten = Signal(object)
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[Outcome] = ()
        self._outcomes = OutcomeNotices()
        self._outcomes.undo_wanted.connect(self.undo_wanted)
        self._left = QVBoxLayout()
        self._left.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Xem các đăng ký"), self._open_rows, kind="primary"))
        row.addWidget(button(self.tr("Nhập tệp khác"), self.again_wanted.emit))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._outcomes)
        layout.addLayout(self._left)
        layout.addLayout(row)
        layout.addStretch(1)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show what was imported, and offer each file with rows left behind to be sent back."""
        self._shown = outcomes
        self._outcomes.show_outcomes(outcomes)
        clear_layout(self._left)
        for outcome in outcomes:
            for name, layouts in _remembered(outcome).items():
                title = self.tr("Đã nhớ cách đọc này cho {unit}").format(unit=name)
                text = self.tr("Tệp cùng dạng của đơn vị này lần sau không phải sửa lại.")
                notice = Notice(title, text, Tone.ACCENT)
                notice.add_action(self.tr("Quên"), partial(self.forgotten.emit, layouts))
                self._left.addWidget(notice)
        for file in (file for outcome in outcomes for file in outcome.plan.files):
            left = file.count(PlannedAction.SET_ASIDE)
            if not left or file.refusal is not None:
                continue
            title = self.tr("{name}: {count} dòng để lại")
            text = self.tr(
                "Lưu bản đánh dấu lỗi để gửi lại đơn vị; sửa xong thả tệp vào đây lần nữa."
            )
            notice = Notice(title.format(name=file.path.name, count=left), text, Tone.WARNING)
            notice.add_action(
                self.tr("Lưu bản đánh dấu lỗi…"), partial(self.mark_wanted.emit, file)
            )
            self._left.addWidget(notice)

    def _open_rows(self) -> None:
        """Open the list: of the one unit, if the files were of one."""
        units = {
            item.draft.unit_id
            for outcome in self._shown
            for file in outcome.plan.files
            for item in file.items
        }
        only = units.pop() if len(units) == 1 else None
        self.registrations_wanted.emit(RegistrationFilter(unit_id=only or None))


def _remembered(outcome: Outcome) -> dict[str, tuple[LayoutKey, ...]]:
    """Return the layouts that were remembered, by the name of the unit."""
    found: dict[str, tuple[LayoutKey, ...]] = {}
    for file in outcome.plan.files:
        layouts = [one for one in layouts_of(file) if one in outcome.remembered]
        if layouts:
            known = found.get(file.unit_name, ())
            found[file.unit_name] = tuple(dict.fromkeys((*known, *layouts)))
    return found


def undo_text(outcome: Outcome) -> str:
    """Say what taking an import back would undo."""
    text = QCoreApplication.translate(
        "exchange",
        "{new} đăng ký mà lần nhập này thêm sẽ không còn trong danh sách, {changed} đăng ký được"
        " sửa trở lại như trước. Nhật ký giữ cả hai.",
    )
    return text.format(new=outcome.counts.new, changed=outcome.counts.changed)


def outcome_title(outcome: Outcome) -> str:
    """Return what an import did in one line."""
    counts = outcome.counts
    if not counts.changed:
        text = QCoreApplication.translate("exchange", "Đã nhập {new} dòng mới")
    elif not counts.new:
        text = QCoreApplication.translate("exchange", "Đã cập nhật {changed} dòng")
    else:
        text = QCoreApplication.translate(
            "exchange", "Đã nhập {new} dòng mới, cập nhật {changed} dòng"
        )
    return text.format(new=counts.new, changed=counts.changed)
