"""What a decision is chosen from, and what stands in it (cột của trang Công nhận)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.records.decision import DecisionItemRow, DecisionRow
from dvk_desktop.domain.terms import DecisionState
from dvk_desktop.domain.vietnamese.dates import short_date
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import CENTRE, NUMBER, Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded


class VoteResult(StrEnum):
    """What the council said, as far as it said something (ý kiến Hội đồng)."""

    PASSED = "passed"
    LOWER = "lower"
    FAILED = "failed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A registration that may be recognised now (mô hình chờ quyết định)."""

    id: str
    name: str
    unit_name: str
    sector_code: str | None
    score: Decimal | None
    rank_label: str
    vote: VoteResult
    votes: str


_VOTE_TONES = {
    VoteResult.PASSED: Tone.SUCCESS,
    VoteResult.LOWER: Tone.WARNING,
    VoteResult.FAILED: Tone.DANGER,
    VoteResult.OPEN: Tone.NEUTRAL,
}


def vote_text(vote: VoteResult) -> str:
    """Return the words for what the council said."""
    translate = QCoreApplication.translate
    return {
        VoteResult.PASSED: translate("candidate_columns", "Thông qua"),
        VoteResult.LOWER: translate("candidate_columns", "Mức thấp hơn"),
        VoteResult.FAILED: translate("candidate_columns", "Không thông qua"),
        VoteResult.OPEN: translate("candidate_columns", "Chưa biểu quyết"),
    }[vote]


def unscored_text() -> str:
    """Return what is said of a model that the council gave no points."""
    return QCoreApplication.translate("candidate_columns", "Chưa có điểm hội đồng")


def candidate_columns() -> tuple[Column[Candidate], ...]:
    """Return the columns of the choice; the first carries the tick."""
    translate = QCoreApplication.translate
    return (
        Column(
            "name",
            translate("candidate_columns", "Mô hình"),
            lambda row: row.name,
            stretch=True,
            tool_tip=lambda row: row.name,
        ),
        Column(
            "unit",
            translate("candidate_columns", "Đơn vị"),
            lambda row: row.unit_name,
            width=120,
            fold_below=600,
        ),
        Column(
            "score",
            translate("candidate_columns", "Điểm"),
            lambda row: "" if row.score is None else number_text(row.score),
            sort_key=lambda row: row.score,
            decoration=lambda row: dot(Tone.WARNING) if row.score is None else None,
            tool_tip=lambda row: "" if row.score is not None else unscored_text(),
            alignment=NUMBER,
            width=64,
        ),
        Column(
            "rank",
            translate("candidate_columns", "Xếp loại"),
            lambda row: worded(row.rank_label),
            sort_key=lambda row: None if row.score is None else -row.score,
            width=84,
            fold_below=500,
        ),
        Column(
            "vote",
            translate("candidate_columns", "Hội đồng"),
            lambda row: f"{vote_text(row.vote)} {row.votes}".strip(),
            decoration=lambda row: dot(_VOTE_TONES[row.vote]),
            width=160,
        ),
    )


def decision_columns() -> tuple[Column[DecisionRow], ...]:
    """Return the columns of the list of decisions."""
    translate = QCoreApplication.translate
    return (
        Column(
            "number",
            translate("candidate_columns", "Số, ký hiệu"),
            lambda row: row.number_text,
            stretch=True,
            tool_tip=lambda row: row.title,
        ),
        Column(
            "signed_on",
            translate("candidate_columns", "Ngày ký"),
            lambda row: "" if row.signed_on is None else short_date(row.signed_on),
            sort_key=lambda row: row.signed_on.toordinal() if row.signed_on else None,
            width=96,
        ),
        Column(
            "items",
            translate("candidate_columns", "Mô hình"),
            lambda row: str(row.items),
            sort_key=lambda row: row.items,
            alignment=NUMBER,
            width=78,
        ),
        Column(
            "state",
            translate("candidate_columns", "Trạng thái"),
            lambda row: worded(row.state.label),
            decoration=lambda row: dot(
                Tone.SUCCESS if row.state is DecisionState.SIGNED else Tone.WARNING
            ),
            width=106,
        ),
    )


def item_columns() -> tuple[Column[DecisionItemRow], ...]:
    """Return the columns of the annex."""
    translate = QCoreApplication.translate
    return (
        Column(
            "order",
            translate("candidate_columns", "STT"),
            lambda row: str(row.sort_order),
            alignment=CENTRE,
            sortable=False,
            width=52,
        ),
        Column(
            "name",
            translate("candidate_columns", "Mô hình"),
            lambda row: row.name,
            stretch=True,
            sortable=False,
            tool_tip=lambda row: row.name,
        ),
        Column(
            "recipient",
            translate("candidate_columns", "Tập thể, cá nhân"),
            lambda row: row.recipient,
            sortable=False,
            width=180,
            fold_below=480,
            tool_tip=lambda row: row.recipient,
        ),
        Column(
            "rank",
            translate("candidate_columns", "Xếp loại"),
            lambda row: worded(row.rank_label),
            sortable=False,
            width=90,
        ),
    )
