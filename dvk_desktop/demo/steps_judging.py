"""Scores, council, decision, certificates: made up from a fixed seed (xét công nhận)."""

from collections import Counter
from datetime import date

from dvk_desktop.demo.demo_year import YEAR, DemoYear
from dvk_desktop.domain.demo_marks import demo_council_marks, demo_self_marks, demo_tally
from dvk_desktop.domain.records.council import MemberRow
from dvk_desktop.domain.records.decision import DecisionDraft
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.scoring import SheetDraft
from dvk_desktop.domain.scoring_form import ScoringForm
from dvk_desktop.domain.terms import SheetKind, SubjectType

_SCORERS = 3
_MEMBERS = 9
_ABSENT = 1
_WORTHY = 70
_NUMBER = 15
_AUTHORITY = "Ban Chỉ đạo phong trào thi đua “Dân vận khéo” huyện Yên Mô"
_REASON = "Chưa đạt tỷ lệ biểu quyết cần thiết tại phiên họp Hội đồng"


def judge_all(year: DemoYear) -> None:
    """Do what happens from the self-scores to the certificates."""
    _score_themselves(year)
    _council_scores(year)
    _vote(year)
    _decide(year)
    _print(year)


def _score_themselves(year: DemoYear) -> None:
    year.clock.turn_to(9, 20)
    scoring = year.district.services.scoring
    drafts = [
        SheetDraft(registration_id, SheetKind.SELF, "Đơn vị tự chấm", demo_self_marks(form, index))
        for index, (registration_id, form) in enumerate(_forms(year))
    ]
    scoring.score(drafts)
    year.told("Các đơn vị tự chấm {count} phiếu (điểm minh họa)", count=len(drafts))


def _council_scores(year: DemoYear) -> None:
    year.clock.turn_to(9, 28)
    services = year.district.services
    campaign = year.district.campaign()
    services.campaigns.freeze(campaign.id)
    forms = _forms(year)
    for member in range(_SCORERS):
        scorer = f"Ủy viên {member + 1}"
        services.scoring.score(
            [
                SheetDraft(row_id, SheetKind.COUNCIL, scorer, demo_council_marks(form, n, member))
                for n, (row_id, form) in enumerate(forms)
            ]
        )
    ranks = Counter(row.rank_label for row in services.scoring.results(campaign.id))
    year.told(
        "{scorers} thành viên Hội đồng chấm {sheets} phiếu (điểm minh họa): {ranks}",
        scorers=_SCORERS,
        sheets=_SCORERS * len(forms),
        ranks=", ".join(f"{label} {count}" for label, count in ranks.most_common()),
    )


def _vote(year: DemoYear) -> None:
    year.clock.turn_to(10, 5)
    services = year.district.services
    campaign = year.district.campaign()
    members = [MemberRow(f"Ủy viên {n + 1}", is_present=n >= _ABSENT) for n in range(_MEMBERS)]
    meeting_id, _ = services.council.open(
        campaign.id,
        name=f"Họp Hội đồng bình xét “Dân vận khéo” năm {YEAR}",
        held_on=year.today(),
        members=members,
        place="Hội trường Huyện ủy Yên Mô",
    )
    results = services.scoring.results(campaign.id)
    tallies = {
        row.registration_id: demo_tally(
            index,
            members=_MEMBERS,
            absent=_ABSENT,
            worthy=row.score is not None and row.score >= _WORTHY,
        )
        for index, row in enumerate(results)
    }
    services.council.count(meeting_id, tallies)
    services.council.close(meeting_id)
    votes = services.council.votes(meeting_id)
    year.told(
        "Hội đồng {members} người biểu quyết {count} mô hình (phiếu minh họa): {passed} thông qua",
        members=_MEMBERS,
        count=len(votes),
        passed=sum(row.passed for row in votes),
    )


def _decide(year: DemoYear) -> None:
    year.clock.turn_to(10, 12)
    services = year.district.services
    campaign = year.district.campaign()
    meeting = services.council.meetings(campaign.id)[-1]
    votes = services.council.votes(meeting.id)
    passed = tuple(row.registration_id for row in votes if row.passed)
    failed = [row.registration_id for row in votes if not row.passed]
    decision_id, _ = services.recognition.draft(
        DecisionDraft(
            campaign_id=campaign.id,
            title=f"Công nhận mô hình, điển hình “Dân vận khéo” năm {YEAR}",
            authority=_AUTHORITY,
            place="Yên Mô",
            registration_ids=passed,
            signatory_id=services.office.signatories()[0].id,
        )
    )
    services.recognition.sign(decision_id, number=_NUMBER, signed_on=date(YEAR, 10, 12))
    if failed:
        services.recognition.reject(failed, _REASON)
    year.told(
        "Quyết định số {number} ngày {day} công nhận {count} mô hình; {failed} không công nhận",
        number=_NUMBER,
        day=f"{year.today():%d/%m/%Y}",
        count=len(passed),
        failed=len(failed),
    )


def _print(year: DemoYear) -> None:
    services = year.district.services
    decision = services.recognition.decisions(year.district.campaign().id)[-1]
    added, _ = services.certificates.issue(decision.id)
    path = year.keep("certificates", year.places.certificates)
    pages = services.certificates.render(decision.id, path)
    issued = services.certificates.certificates(decision.id)
    services.certificates.mark_printed([row.id for row in issued])
    year.told("Lập {added} giấy chứng nhận, {pages} trang PDF", added=added, pages=pages)


def _forms(year: DemoYear) -> list[tuple[str, ScoringForm]]:
    """Return each registration with the form of its subject type, in the order of the list."""
    services = year.district.services
    known: dict[SubjectType | None, ScoringForm] = {}
    pairs = []
    wanted = RegistrationFilter(campaign_id=year.district.campaign().id)
    for row in services.registrations.rows(wanted):
        if row.subject_type not in known:
            known[row.subject_type] = services.scoring.form_of(row.id).form
        pairs.append((row.id, known[row.subject_type]))
    return pairs
