"""The second step of recognition: who is recognised, in which decision (lập quyết định)."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import DecisionState
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.item_models.candidate_columns import (
    Candidate,
    VoteResult,
    candidate_columns,
    unscored_text,
    vote_text,
)
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import inform, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.recognition.ballots import PROPOSABLE
from dvk_desktop.views.recognition.decision_form import DecisionForm
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.search_box import SearchBox


def candidates(services: Services, campaign_id: str) -> list[Candidate]:
    """Return what may be recognised and stands in no draft yet, the best results first.

    The latest meeting that voted on a registration counts.
    """
    wanted = RegistrationFilter(campaign_id=campaign_id, states=PROPOSABLE)
    taken = {
        item.registration_id
        for decision in services.recognition.decisions(campaign_id)
        if decision.state is DecisionState.DRAFT
        for item in services.recognition.items(decision.id)
    }
    results = {row.registration_id: row for row in services.scoring.results(campaign_id)}
    votes = {
        vote.registration_id: vote
        for meeting in services.council.meetings(campaign_id)
        for vote in services.council.votes(meeting.id)
    }
    places = {key: number for number, key in enumerate(results)}
    rows = []
    for one in services.registrations.rows(wanted):
        if one.id in taken:
            continue
        vote, result = votes.get(one.id), results.get(one.id)
        kind = VoteResult.OPEN
        if vote is not None:
            below = VoteResult.LOWER if vote.passed_lower else VoteResult.FAILED
            kind = VoteResult.PASSED if vote.passed else below
        rows.append(
            Candidate(
                one.id,
                one.name,
                one.unit_name,
                one.sector_code,
                result.score if result is not None else None,
                result.rank_label if result is not None else "",
                kind,
                f"{vote.tally.agree}/{vote.tally.present}" if vote is not None else "",
            )
        )
    return sorted(rows, key=lambda row: places.get(row.id, len(places)))


def _named(row: Candidate) -> str:
    named = f"{row.name} – {row.unit_name}"
    return named if row.score is not None else f"{named} ({unscored_text().lower()})"


class DecisionPanel(QWidget):
    """Ticks what is recognised, drafts the decision, rejects the others (lập quyết định)."""

    drafted = Signal(str)
    signatories_wanted = Signal()

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
        self.dialog: CountedDialog | None = None
        self.model = RecordTableModel(candidate_columns(), self, checkable=True)
        self._proxy = SortFilterProxy(self.model, self)
        self.table = RecordTableView(
            "candidates",
            self.tr("Mô hình chờ quyết định"),
            settings=settings,
            empty_text=self.tr("Không có mô hình nào ở mục này."),
        )
        self.table.setModel(self._proxy)
        self.search = SearchBox(self.tr("Tìm mô hình, đơn vị"))
        self.vote_combo = ChoiceCombo()
        self.rank_combo = ChoiceCombo()
        self.form = DecisionForm()
        self.form.signatories_wanted.connect(self.signatories_wanted)
        self._count = text_label("", "label")
        self._make_buttons()
        self._lay_out()
        self.search.searched.connect(self._proxy.set_query)
        self.vote_combo.currentIndexChanged.connect(self._filter)
        self.rank_combo.currentIndexChanged.connect(self._filter)
        self.model.checked_changed.connect(self._show_count)

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign."""
        self._campaign = campaign_id
        self.form.title_edit.clear()

    def refresh(self) -> None:
        """Read the candidates again; ticks stay."""
        rows = candidates(self._services, self._campaign)
        self.model.replace(rows)
        self._offer_filters(rows)
        self.form.offer(self._services.office.signatories())
        campaign = self._services.campaigns.detail(self._campaign).campaign
        years = (
            self.tr("năm {year}").format(year=campaign.year_from)
            if campaign.year_from == campaign.year_to
            else self.tr("giai đoạn {first}-{last}").format(
                first=campaign.year_from, last=campaign.year_to
            )
        )
        decisions = self._services.recognition.decisions(self._campaign)
        last = decisions[-1] if decisions else None
        self.form.suggest(self._services.office.office(), years, last)
        self._show_count()

    def tick_shown(self) -> None:
        """Tick all that the filters show, or untick them when all are ticked."""
        shown = self._shown_ids()
        ticked = set(self.model.checked_ids())
        self.model.check(ticked - set(shown) if ticked.issuperset(shown) else ticked | set(shown))

    def draft(self) -> None:
        """Ask for a second look at the names, then draft the decision."""
        if self.form.refuse_empty():
            return
        rows = self._ticked()
        title = self.tr("Lập dự thảo quyết định công nhận {count} mô hình?").format(count=len(rows))
        self._ask(title, rows, self.tr("Lập dự thảo"), self._draft_now)

    def reject(self) -> None:
        """Ask for the reason, then record that what is ticked is not recognised."""
        rows = self._ticked()
        title = self.tr("Không công nhận {count} mô hình?").format(count=len(rows))
        reason = self.tr("Lý do (ghi vào từng mô hình)")
        self._ask(title, rows, self.tr("Không công nhận"), self._reject_now, reason)

    def _make_buttons(self) -> None:
        self.tick_button = button(self.tr("Chọn hết mục đang &hiện"), self.tick_shown)
        self.reject_button = button(
            self.tr("&Không công nhận…"), self.reject, icon_name="x", kind="danger"
        )
        self.draft_button = button(
            self.tr("Lập &dự thảo quyết định…"), self.draft, icon_name="file-plus", kind="primary"
        )

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.search, 2)
        filters.addWidget(self.vote_combo, 2)
        filters.addWidget(self.rank_combo, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.tick_button)
        below.addWidget(self._count, 1)
        below.addWidget(self.reject_button)
        left = QWidget()
        choice = QVBoxLayout(left)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(8)
        choice.addLayout(filters)
        choice.addWidget(self.table, 1)
        choice.addLayout(below)
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 0, 14, 0)
        holder.addWidget(self.form)
        holder.addStretch(1)
        right = QWidget()
        writing = QVBoxLayout(right)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(8)
        writing.addWidget(scrolling(holder), 1)
        writing.addWidget(self.draft_button, 0, Qt.AlignmentFlag.AlignRight)
        right.setMinimumWidth(300)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.setHandleWidth(20)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([740, 380])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(splitter)

    def _offer_filters(self, rows: list[Candidate]) -> None:
        counts = {vote: sum(row.vote is vote for row in rows) for vote in VoteResult}
        texts = ((vote, f"{vote_text(vote)} ({count})") for vote, count in counts.items())
        everything = self.tr("Mọi kết quả ({count})").format(count=len(rows))
        is_first = self.vote_combo.count() == 0
        self.vote_combo.offer([(None, everything), *texts])
        if is_first and counts[VoteResult.PASSED]:
            self.vote_combo.choose(VoteResult.PASSED)
        ranks = dict.fromkeys(row.rank_label for row in rows if row.rank_label)
        self.rank_combo.offer(
            [("", self.tr("Mọi xếp loại")), *((rank, worded(rank)) for rank in ranks)]
        )
        self._filter()

    def _filter(self) -> None:
        vote, rank = self.vote_combo.currentData(), self.rank_combo.currentData()
        self._proxy.set_condition(
            lambda row: vote in {None, row.vote} and (not rank or row.rank_label == rank)
        )

    def _shown_ids(self) -> list[str]:
        proxy = self._proxy
        rows = (proxy.mapToSource(proxy.index(row, 0)).row() for row in range(proxy.rowCount()))
        return [self.model.record(row).id for row in rows]

    def _ticked(self) -> list[Candidate]:
        ticked = set(self.model.checked_ids())
        return [row for row in self.model.records if row.id in ticked]

    def _show_count(self) -> None:
        count = len(self.model.checked_ids())
        text = self.tr("Đã chọn {count} mô hình").format(count=count)
        unscored = sum(row.score is None for row in self._ticked())
        if unscored:
            text += self.tr(" · {count} chưa có điểm hội đồng").format(count=unscored)
        self._count.setText(text)
        self.draft_button.setEnabled(count > 0)
        self.reject_button.setEnabled(count > 0)

    def _ask(
        self,
        title: str,
        rows: list[Candidate],
        action: str,
        act: Callable[[list[Candidate], str], None],
        reason: str = "",
    ) -> None:
        names = [_named(row) for row in rows]
        dialog = CountedDialog(
            title, names, action, reason=reason, is_risky=bool(reason), parent=self
        )
        self.dialog = dialog
        dialog.accepted.connect(lambda: act(rows, dialog.reason))
        dialog.open()

    def _draft_now(self, rows: list[Candidate], _reason: str) -> None:
        draft = self.form.draft(self._campaign, tuple(row.id for row in rows))
        try:
            decision_id, changes = self._services.recognition.draft(draft)
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)
        tell(self, self.tr("Đã lập dự thảo; xem lại thứ tự rồi ký, ghi số."), Tone.SUCCESS)
        self.drafted.emit(decision_id)
        self._tell_misprints(decision_id)

    def _tell_misprints(self, decision_id: str) -> None:
        """Name what could not be printed, while there is time."""
        found = self._services.recognition.print_problems(decision_id)
        if found:
            names = "\n".join(f"{one.name}: {worded(one.wording)}" for one in found[:8])
            text = self.tr(
                "{names}\n\nVẫn ký được; sửa lời văn ở trang Giấy chứng nhận trước khi in."
            )
            title = self.tr("{count} điều cần xem lại trước khi in giấy chứng nhận")
            inform(self, title.format(count=len(found)), text.format(names=names))

    def _reject_now(self, rows: list[Candidate], reason: str) -> None:
        try:
            changes = self._services.recognition.reject([row.id for row in rows], reason)
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)
        text = self.tr("Đã ghi nhận không công nhận {count} mô hình.")
        tell(self, text.format(count=len(rows)))
