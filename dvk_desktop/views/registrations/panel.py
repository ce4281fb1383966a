"""One registration beside the list: where it stands, its form, its history (phiếu bên cạnh)."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.joint_units import joint_ids
from dvk_desktop.domain.records.registration import (
    EarlierRow,
    EventRow,
    FieldDifference,
    RegistrationDetail,
    RegistrationDraft,
)
from dvk_desktop.domain.registration_fields import ITEM_LABELS
from dvk_desktop.domain.registration_states import RegistrationAction, can_correct
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.views.item_models.joint_names import joint_name
from dvk_desktop.views.item_models.registration_columns import state_tone
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.registrations.attachments_panel import AttachmentsPanel
from dvk_desktop.views.registrations.changes import RegistrationChanges
from dvk_desktop.views.registrations.earlier_years import RegistrationYears
from dvk_desktop.views.registrations.form import RegistrationForm
from dvk_desktop.views.registrations.history import RegistrationHistory
from dvk_desktop.views.registrations.sites_panel import SitesPanel
from dvk_desktop.views.registrations.steps import actions_here
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.date_edit import format_date
from dvk_desktop.views.widgets.labels import (
    badge,
    button,
    icon_button,
    set_property,
    text_label,
)
from dvk_desktop.views.widgets.scrolling import scrolling

_BUTTONS_SHOWN = 2
_SITES, _HISTORY, _FILES = 1, 2, 3
_WITH_REASON = {RegistrationAction.RETURN, RegistrationAction.SUSPEND, RegistrationAction.END}


class RegistrationPanel(QWidget):
    """Shows one registration or a new one; the page does what the signals ask (phiếu)."""

    save_asked = Signal()
    save_and_next_asked = Signal()
    discard_asked = Signal()
    remove_asked = Signal()
    step_asked = Signal(object)
    close_asked = Signal()

    def __init__(
        self, files: AttachmentsPanel, sites: SitesPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.files = files
        self.sites = sites
        self.changes = RegistrationChanges()
        self.years = RegistrationYears()
        self.form = RegistrationForm()
        self.detail: RegistrationDetail | None = None
        self._events: tuple[EventRow, ...] = ()
        self._title = text_label("", "heading")
        self._title.setWordWrap(True)
        self._state = badge("")
        self._late = badge(self.tr("Nộp muộn"), Tone.WARNING)
        self._where = text_label("", "muted")
        self._notice = text_label("", "notice")
        self._notice.setWordWrap(True)
        self._notice.setProperty("tone", Tone.WARNING.value)
        self._steps = QHBoxLayout()
        self._history = RegistrationHistory()
        self._tabs = QTabWidget()
        self._make_footer()
        self._lay_out()
        self.form.changed.connect(self._show_changed)
        self.form.faults_shown.connect(self._show_faults)
        self.files.counted.connect(self._count_files)
        self.sites.counted.connect(self._count_sites)
        self._tabs.currentChanged.connect(self._make_room)

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not stored yet."""
        return self.form.is_changed

    def show_registration(
        self,
        detail: RegistrationDetail,
        events: Sequence[EventRow],
        differences: Sequence[FieldDifference] = (),
        years: Sequence[EarlierRow] = (),
    ) -> None:
        """Show a stored registration, what came back changed, and the model's other years."""
        self.detail = detail
        self._events = tuple(events)
        self._title.setText(detail.draft.name)
        self._state.setText(worded(detail.state.label))
        set_property(self._state, "tone", state_tone(detail.state).value)
        self._late.setVisible(detail.is_late)
        self._late.setText(self._late_text(detail))
        self.changes.show_differences(differences)
        self._make_room(self._tabs.currentIndex())
        self.years.show_years(years)
        self.files.show_record(detail.id)
        self._where.setText(self._where_text(detail))
        self._show_notice(detail)
        open_fields = editable_fields(detail)
        self.sites.show_record(detail.id, is_open="sites" in open_fields)
        joint = joint_ids(detail.draft.unit_id, detail.draft.co_unit_ids)
        self.form.joint.tell_names(dict(zip(joint, detail.co_units, strict=True)))
        self.form.show_draft(detail.draft, open_fields)
        self._history.show_events(events)
        for tab in (_SITES, _HISTORY, _FILES):
            self._tabs.setTabVisible(tab, True)
        self._tabs.setTabText(_HISTORY, self.tr("Lịch sử ({count})").format(count=len(events)))
        self._show_steps(actions_here(detail.state), detail.state is RegistrationState.DRAFT)
        self._footer.setVisible(bool(open_fields))
        self._show_changed()
        self._scroll_to(open_fields if detail.state is RegistrationState.RETURNED else ())

    def show_new(self, draft: RegistrationDraft) -> None:
        """Show an empty form with what is already known of a new registration."""
        self.detail = None
        self._events = ()
        self._title.setText(self.tr("Đăng ký mới"))
        self._state.setText(self.tr("Chưa lưu"))
        set_property(self._state, "tone", Tone.NEUTRAL.value)
        self._late.hide()
        self._where.setText(self.tr("Mục có dấu * cần có trước khi gửi; phần còn lại ghi sau."))
        self._notice.hide()
        self.changes.show_differences(())
        self.files.show_record("")
        self.sites.show_record("", is_open=False)
        self.form.show_draft(draft, ITEM_LABELS)
        self._tabs.setCurrentIndex(0)
        for tab in (_SITES, _HISTORY, _FILES):
            self._tabs.setTabVisible(tab, False)
        self._show_steps((), is_removable=False)
        self._footer.show()
        self._show_changed()
        self._scroll_to(())
        self.form.go_to("name")

    def _make_footer(self) -> None:
        self._faults: tuple[str, ...] = ()
        self._unsaved = text_label("", "muted")
        self.discard_button = button(self.tr("Bỏ thay đổi"), self.discard_asked.emit)
        self.next_button = button(self.tr("Lưu và nhập &tiếp"), self.save_and_next_asked.emit)
        keeps = self.tr("Lưu rồi mở phiếu trống, chỉ giữ lại đơn vị (Ctrl+Enter)")
        self.next_button.setToolTip(keeps)
        self.save_button = button(self.tr("&Lưu"), self.save_asked.emit, kind="primary")
        self.save_button.setToolTip(self.tr("Lưu (Ctrl+S)"))
        self._footer = QWidget()
        layout = QHBoxLayout(self._footer)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._unsaved, 1)
        for made in (self.discard_button, self.next_button, self.save_button):
            layout.addWidget(made)

    def _lay_out(self) -> None:
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 12, 14, 12)
        holder.addWidget(self.form)
        holder.addStretch(1)
        self._scroll = scrolling(holder)
        self._tabs.addTab(self._scroll, self.tr("&Nội dung"))
        self._tabs.addTab(scrolling(self.sites), self.tr("Điểm mô hình"))
        past = QVBoxLayout()
        past.setContentsMargins(0, 0, 14, 0)
        past.addWidget(self.years)
        past.addWidget(self._history, 1)
        self._tabs.addTab(scrolling(past), self.tr("Lịch sử"))
        self._tabs.addTab(scrolling(self.files), self.tr("Tệp"))
        self._tabs.tabBar().setDrawBase(False)
        badges = QHBoxLayout()
        badges.setSpacing(6)
        badges.addWidget(self._state)
        badges.addWidget(self._late)
        badges.addWidget(self._where, 1)
        self._steps.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        close = icon_button("x", self.tr("Đóng phiếu"), self.close_asked.emit)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addLayout(badges)
        layout.addLayout(self._steps)
        layout.addWidget(self._notice)
        layout.addWidget(self.changes)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self._footer)

    def _scroll_to(self, keys: Collection[str]) -> None:
        """Show the first of these items, so that nobody has to look for what is to be mended."""
        if keys and set(keys) != set(ITEM_LABELS):
            first = next(key for key in ITEM_LABELS if key in keys)
            if first == "sites":
                self._tabs.setCurrentIndex(_SITES)
            else:
                self._scroll.ensureWidgetVisible(self.form.field(first), 0, 80)
        else:
            self._scroll.verticalScrollBar().setValue(0)

    def _make_room(self, tab: int) -> None:
        """Keep what was changed beside the form only: history and files need the room."""
        self.changes.setVisible(self.changes.is_needed and tab not in {_SITES, _HISTORY, _FILES})

    def _show_faults(self, keys: tuple[str, ...]) -> None:
        self._faults = keys
        self._show_changed()
        if keys:
            self._tabs.setCurrentIndex(0)
            # The lines under the fields take their place first.
            QTimer.singleShot(0, self, self._show_first_fault)

    def _show_first_fault(self) -> None:
        if self._faults:
            self._scroll.ensureWidgetVisible(self.form.field(self._faults[0]), 0, 80)

    def _count_files(self, count: int) -> None:
        text = self.tr("Tệp ({count})").format(count=count) if count else self.tr("Tệp")
        self._tabs.setTabText(_FILES, text)

    def _count_sites(self, count: int) -> None:
        text = (
            self.tr("Điểm mô hình ({count})").format(count=count)
            if count
            else self.tr("Điểm mô hình")
        )
        self._tabs.setTabText(_SITES, text)

    def _late_text(self, detail: RegistrationDetail) -> str:
        if not detail.days_late:
            return self.tr("Nộp muộn")
        return self.tr("Nộp muộn {count} ngày").format(count=detail.days_late)

    def _where_text(self, detail: RegistrationDetail) -> str:
        parts = [detail.unit_name]
        if detail.co_units:
            joint = ", ".join(map(joint_name, detail.co_units))
            parts.append(self.tr("phối hợp: {units}").format(units=joint))
        # The day of the paper counts for the closing date, so it stands here as what it is.
        received = detail.draft.registered_on
        if received is not None:
            parts.append(self.tr("nhận ngày {day}").format(day=format_date(received)))
        sent = [one for one in self._events if one.to_state is RegistrationState.SUBMITTED]
        if sent:
            day = format_date(sent[-1].happened_on)
            parts.append(self.tr("gửi ngày {day}").format(day=day))
        if detail.source_file:
            parts.append(self.tr("nhập từ {file}").format(file=detail.source_file))
        return " · ".join(parts)

    def _show_notice(self, detail: RegistrationDetail) -> None:
        """Say why a registration was returned and what is to be mended."""
        returns = [event for event in self._events if event.to_state is RegistrationState.RETURNED]
        self._notice.setVisible(detail.state is RegistrationState.RETURNED and bool(returns))
        if not returns:
            return
        text = self.tr("Trả lại ngày {day}: {note}")
        shown = text.format(day=format_date(returns[-1].happened_on), note=returns[-1].note)
        if set(detail.open_fields) != set(ITEM_LABELS):
            named = [worded(ITEM_LABELS[key]) for key in ITEM_LABELS if key in detail.open_fields]
            shown = f"{shown}\n{self.tr('Mục phải bổ sung:')} {', '.join(named)}"
        self._notice.setText(shown)

    def _show_steps(self, actions: Sequence[RegistrationAction], is_removable: bool) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                self._keep_focus_from(widget)
                widget.hide()
                widget.deleteLater()
        rest = actions[_BUTTONS_SHOWN:]
        for action in actions[:_BUTTONS_SHOWN]:
            self._steps.addWidget(self._step_button(action))
        if rest or is_removable:
            self._steps.addWidget(self._more_button(rest, is_removable))
        self._steps.addStretch(1)

    def _step_button(self, action: RegistrationAction) -> QPushButton:
        made = button(self._step_text(action), lambda: self.step_asked.emit(action))
        made.setObjectName(f"{action.value}_button")
        return made

    def _more_button(
        self, actions: Collection[RegistrationAction], is_removable: bool
    ) -> QPushButton:
        made = button(self.tr("Việc &khác"))
        made.setObjectName("more_button")
        menu = QMenu(made)
        for action in actions:
            entry = menu.addAction(self._step_text(action))
            entry.triggered.connect(lambda _=False, one=action: self.step_asked.emit(one))
        if is_removable:
            remove = menu.addAction(self.tr("Xóa bản nháp…"))
            remove.triggered.connect(lambda: self.remove_asked.emit())
        made.setMenu(menu)
        return made

    def _step_text(self, action: RegistrationAction) -> str:
        label = worded(action.label)
        return f"{label}…" if action in _WITH_REASON else label

    def _keep_focus_from(self, *leaving: QWidget) -> None:
        """Keep the keyboard in the form: Qt would take it to the first button of the window."""
        if any(widget.hasFocus() for widget in leaving):
            self._tabs.setFocus()

    def _show_changed(self) -> None:
        changed = self.is_changed
        if not changed:
            self._keep_focus_from(self.save_button, self.discard_button, self.next_button)
        is_new = self.detail is None
        self._unsaved.setText(self.tr("Có thay đổi chưa lưu.") if changed else "")
        if self._faults:
            text = self.tr("Còn {count} mục phải sửa.")
            self._unsaved.setText(text.format(count=len(self._faults)))
        set_property(self._unsaved, "role", "error" if self._faults else "muted")
        self.save_button.setEnabled(changed)
        self.discard_button.setEnabled(changed)
        self.discard_button.setVisible(not is_new)
        self.next_button.setVisible(is_new)
        self.next_button.setEnabled(changed)


def editable_fields(detail: RegistrationDetail) -> frozenset[str]:
    """Return the items that may be typed into now.

    The receiving office may still correct what is plainly wrong before scoring opens; in a
    returned registration only the items that were named are open.
    """
    if detail.state is RegistrationState.RETURNED:
        return frozenset(detail.open_fields)
    return frozenset(ITEM_LABELS) if can_correct(detail.state) else frozenset()
