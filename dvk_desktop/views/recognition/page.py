"""The page from the meeting of the council to the signed decision (trang Công nhận)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.recognition.council_panel import CouncilPanel
from dvk_desktop.views.recognition.decision_list import DecisionList
from dvk_desktop.views.recognition.decision_panel import DecisionPanel
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.section_header import SectionHeader

_S = RegistrationState


class RecognitionPage(OfficePage):
    """Three steps, one on each tab (trang Công nhận)."""

    shows = (
        Changes.COUNCIL
        | Changes.DECISIONS
        | Changes.SCORES
        | Changes.REGISTRATIONS
        | Changes.CAMPAIGNS
        | Changes.SETTINGS
    )

    go_to = Signal(str, object)

    def __init__(self, services: Services, runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.header = SectionHeader(self.tr("Công nhận"), " ")
        self.council = CouncilPanel(services, bus, self._settings)
        self.decision = DecisionPanel(services, bus, self._settings)
        self.decisions = DecisionList(services, runner, bus, self._settings)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.council, self.tr("&1. Họp Hội đồng"))
        self.tabs.addTab(self.decision, self.tr("&2. Lập quyết định"))
        self.tabs.addTab(self.decisions, self.tr("&3. Ký, ban hành"))
        self._steps = (self.council, self.decision, self.decisions)
        self._stale: set[QWidget] = set()
        self.decision.signatories_wanted.connect(lambda: self.go_to.emit("settings", "signatories"))
        self.decision.drafted.connect(self._show_drafted)
        self.tabs.currentChanged.connect(self._refresh_step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 14)
        layout.setSpacing(8)
        layout.addWidget(self.header)
        layout.addWidget(self.tabs, 1)

    def refresh(self, changes: Changes) -> None:
        """Read the step that is shown again; the others when they are turned to."""
        if not self._campaign:
            return
        self._stale = set(self._steps)
        self._refresh_step()
        self._show_summary()

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign."""
        super().show_campaign(campaign_id)
        for panel in self._steps:
            panel.show_campaign(campaign_id)

    def show_record(self, record_id: str) -> None:
        """Go to a decision, or to a registration before the council."""
        decisions = self._services.recognition.decisions(self._campaign)
        if record_id in {row.id for row in decisions}:
            self.tabs.setCurrentWidget(self.decisions)
            self.decisions.show_decision(record_id)
        else:
            self.tabs.setCurrentWidget(self.decision)
            self.decision.table.select_id(record_id)

    def search(self, text: str) -> None:
        """Search in the step that is shown."""
        current = self.tabs.currentWidget()
        if current is self.council:
            self.council.search.setText(text)
        elif current is self.decision:
            self.decision.search.setText(text)

    def first_focus(self) -> QWidget:
        """Begin in the list of the step that is shown."""
        tables = (self.council.table, self.decision.table, self.decisions.table)
        return tables[self.tabs.currentIndex()]

    def may_leave(self) -> bool:
        """Ask about counts that do not add up."""
        return self.council.may_leave()

    def _refresh_step(self) -> None:
        for step in self._steps:
            if step is self.tabs.currentWidget() and step in self._stale:
                self._stale.discard(step)
                step.refresh()

    def _show_drafted(self, decision_id: str) -> None:
        self.tabs.setCurrentWidget(self.decisions)
        self.decisions.show_decision(decision_id)

    def _show_summary(self) -> None:
        counts = self._services.registrations.counts_by(self._campaign, "state")
        waiting = sum(counts.get((state,), 0) for state in (_S.SELF_SCORED, _S.APPRAISED))
        recognised = sum(counts.get((state,), 0) for state in (_S.RECOGNISED, _S.MAINTAINED))
        refused = counts.get((_S.NOT_RECOGNISED,), 0)
        text = self.tr(
            "{waiting} mô hình chờ xét · {recognised} được công nhận · {refused} không công nhận"
        )
        self.header.set_subtitle(
            text.format(waiting=waiting, recognised=recognised, refused=refused)
        )
