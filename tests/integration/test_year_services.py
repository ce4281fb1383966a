"""From accepted registrations to certificates: scoring, council, decision, reports."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from dvk_desktop.domain.errors import Cancelled, MissingFieldsError
from dvk_desktop.domain.marks import BadMarksError, Marks
from dvk_desktop.domain.numbering import NumberTakenError
from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.records.council import MemberRow
from dvk_desktop.domain.records.decision import DecisionDraft
from dvk_desktop.domain.records.office import SignatoryRow
from dvk_desktop.domain.records.scoring import SheetDraft
from dvk_desktop.domain.registration_states import NoteRequiredError, RegistrationAction
from dvk_desktop.domain.scoring_form import ScoringForm
from dvk_desktop.domain.terms import (
    CertificateState,
    RegistrationKind,
    RegistrationState,
    SheetKind,
    SubjectType,
)
from dvk_desktop.domain.voting import Tally, TallyError
from dvk_desktop.models import Registration
from dvk_desktop.services.office.campaigns import CampaignFrozenError
from dvk_desktop.services.recognition.certificates import CertificatePrintedError, NotSignedError
from dvk_desktop.services.recognition.council import MeetingClosedError, NoQuorumError
from dvk_desktop.services.recognition.decisions import (
    DecisionSignedError,
    NothingChosenError,
    NotProposableError,
)
from dvk_desktop.services.recognition.scoring import NotScorableError, SheetFinalError
from dvk_desktop.services.reports.reports import ReportFormatError, UnknownReportError
from dvk_desktop.services.services import Services

Register = Callable[..., str]
EMOJI = '=1+1 "Đường hoa" \N{GRINNING FACE}'
NAMES = ("Đường hoa thay cỏ dại", "Tiếng kẻng an ninh", "Ngôi nhà xanh")


def marks(form: ScoringForm, share: str) -> Marks:
    """Give each criterion the same share of its maximum."""
    return Marks({c.code: c.maximum * Decimal(share) for c in form.criteria})


def sheet(services: Services, key: str, kind: SheetKind, share: str, scorer: str = "A") -> None:
    form = services.scoring.form_of(key).form
    services.scoring.score([SheetDraft(key, kind, scorer, marks(form, share))])


@pytest.fixture
def accepted(services: Services, register: Register) -> list[str]:
    ids = [
        register(
            name,
            sector_code="KT",
            subject_type=SubjectType.COLLECTIVE,
            kind=RegistrationKind.NEW,
            lead_body="Chi hội Phụ nữ",
        )
        for name in NAMES
    ]
    for action in (RegistrationAction.SUBMIT, RegistrationAction.ACCEPT):
        services.registrations.step(ids, action)
    return ids


@pytest.fixture
def scored(services: Services, accepted: list[str]) -> list[str]:
    for key, share in zip(accepted, ("1", "0.8", "0.6"), strict=True):
        sheet(services, key, SheetKind.SELF, "0.9")
        for scorer in ("A", "B"):
            sheet(services, key, SheetKind.COUNCIL, share, scorer)
    return accepted


@pytest.fixture
def signatory(services: Services, office: object) -> str:
    services.office.save_signatory(SignatoryRow("Nguyễn Văn An", "Trưởng ban"))
    return services.office.signatories()[0].id or ""


def drafted(services: Services, campaign: CampaignRow, ids: list[str], signatory: str) -> str:
    draft = DecisionDraft(
        campaign.id,
        "Về việc công nhận mô hình",
        "Ban Chỉ đạo huyện Yên Mô",
        "Yên Mô",
        tuple(ids),
        signatory_id=signatory,
    )
    return services.recognition.draft(draft)[0]


def test_results_rank_and_explain(
    services: Services, scored: list[str], campaign: CampaignRow
) -> None:
    rows = services.scoring.results(campaign.id)

    assert [row.registration_id for row in rows] == scored
    assert [row.score for row in rows] == [Decimal("100"), Decimal("80"), Decimal("60")]
    assert [row.rank_label for row in rows] == ["Xuất sắc", "Tốt", "Chưa đạt"]
    assert [(row.place, row.sheets, row.self_score) for row in rows] == [
        (place, 2, Decimal("90")) for place in (1, 2, 3)
    ]
    assert "(100 + 100) : 2 = 100" in str(rows[0].explanation[0])


def test_sheets_are_taken_in_their_turn(services: Services, accepted: list[str]) -> None:
    with pytest.raises(NotScorableError):
        sheet(services, accepted[0], SheetKind.COUNCIL, "1")
    sheet(services, accepted[0], SheetKind.SELF, "1")
    with pytest.raises(NotScorableError):
        sheet(services, accepted[0], SheetKind.SELF, "0.5")
    sheet(services, accepted[0], SheetKind.COUNCIL, "1")
    with pytest.raises(SheetFinalError):
        sheet(services, accepted[0], SheetKind.COUNCIL, "0.8")


def test_one_bad_sheet_stores_none(services: Services, accepted: list[str]) -> None:
    form = services.scoring.form_of(accepted[0]).form
    good = SheetDraft(accepted[0], SheetKind.SELF, "A", marks(form, "1"))
    bad = SheetDraft(accepted[1], SheetKind.SELF, "A", marks(form, "2"))

    with pytest.raises(BadMarksError):
        services.scoring.score([good, bad])

    assert services.scoring.sheets(accepted[0]) == ()
    assert services.registrations.detail(accepted[0]).state is RegistrationState.ACCEPTED


def test_a_sheet_may_be_put_down_half_filled(services: Services, accepted: list[str]) -> None:
    draft = SheetDraft(accepted[0], SheetKind.SELF, "A", Marks({}), is_final=False)
    services.scoring.score([draft])

    (row,) = services.scoring.sheets(accepted[0])
    assert (row.is_final, row.marks) == (False, Marks({}))
    assert services.registrations.detail(accepted[0]).state is RegistrationState.ACCEPTED


def test_a_cancelled_task_stores_nothing(services: Services, accepted: list[str]) -> None:
    class Stopped:
        def step(self, done: int, total: int, text: str = "") -> None:
            raise Cancelled

    form = services.scoring.form_of(accepted[0]).form
    draft = SheetDraft(accepted[0], SheetKind.SELF, "A", marks(form, "1"))
    with pytest.raises(Cancelled):
        services.scoring.score([draft], Stopped())

    assert services.scoring.sheets(accepted[0]) == ()


def test_the_council_needs_its_quorum(services: Services, campaign: CampaignRow) -> None:
    members = [MemberRow(f"Đồng chí {n}", is_present=n < 5) for n in range(9)]
    day = date(2017, 10, 5)
    with pytest.raises(NoQuorumError):
        services.council.open(campaign.id, name="Họp", held_on=day, members=members)

    members[5] = MemberRow("Đồng chí 5")
    meeting, _ = services.council.open(campaign.id, name="Họp", held_on=day, members=members)

    (row,) = services.council.meetings(campaign.id)
    assert (row.id, row.present, len(row.members)) == (meeting, 6, 9)


def test_votes_come_to_an_outcome(
    services: Services, scored: list[str], campaign: CampaignRow
) -> None:
    members = [MemberRow(f"Đồng chí {n}", is_present=n < 6) for n in range(9)]
    meeting, _ = services.council.open(
        campaign.id, name="Họp", held_on=date(2017, 10, 5), members=members
    )
    with pytest.raises(TallyError):
        services.council.count(meeting, {scored[0]: Tally(9, 6, agree=7)})
    services.council.count(meeting, {scored[0]: Tally(9, 6, agree=5, disagree=1)})
    services.council.count(meeting, {scored[1]: Tally(9, 6, agree=3, disagree=3)})
    services.council.close(meeting)

    assert [(row.passed, row.tally.agree) for row in services.council.votes(meeting)] == [
        (True, 5),
        (False, 3),
    ]
    with pytest.raises(MeetingClosedError):
        services.council.count(meeting, {scored[2]: Tally(9, 6, agree=6)})


def test_a_decision_recognises_when_signed(
    services: Services, scored: list[str], campaign: CampaignRow, signatory: str
) -> None:
    decision = drafted(services, campaign, scored[:2], signatory)
    with pytest.raises(NotSignedError):
        services.certificates.issue(decision)
    services.recognition.sign(decision, number=5, signed_on=date(2017, 10, 12))

    (row,) = services.recognition.decisions(campaign.id)
    assert (row.number_text, row.items, row.signature_lines) == (
        "Số 05-QĐ/BCĐ",
        2,
        ("TRƯỞNG BAN",),
    )
    states = [services.registrations.detail(key).state for key in scored]
    assert states == [RegistrationState.RECOGNISED] * 2 + [RegistrationState.APPRAISED]
    with pytest.raises(DecisionSignedError):
        services.recognition.sign(decision, number=6, signed_on=date(2017, 10, 12))


def test_decisions_refuse_what_cannot_be(
    services: Services, scored: list[str], campaign: CampaignRow, signatory: str, register: Register
) -> None:
    with pytest.raises(NothingChosenError):
        drafted(services, campaign, [], signatory)
    with pytest.raises(NotProposableError):
        drafted(services, campaign, [register("Mới")], signatory)
    with pytest.raises(MissingFieldsError):
        services.recognition.draft(DecisionDraft(campaign.id, "T", "A", "P", (scored[0],)))
    first = drafted(services, campaign, scored[:1], signatory)
    second = drafted(services, campaign, scored[1:2], signatory)
    services.recognition.sign(first, number=5, signed_on=date(2017, 10, 12))
    with pytest.raises(NumberTakenError):
        services.recognition.sign(second, number=5, signed_on=date(2017, 10, 13))
    services.recognition.discard(second)
    with pytest.raises(NoteRequiredError):
        services.recognition.reject([scored[2]], "")
    services.recognition.reject([scored[2]], "Chưa đạt 70 điểm")

    assert services.registrations.detail(scored[2]).state is RegistrationState.NOT_RECOGNISED


def test_certificates_keep_their_words(
    services: Services,
    scored: list[str],
    campaign: CampaignRow,
    signatory: str,
    commune: str,
    tmp_path: Path,
) -> None:
    decision = drafted(services, campaign, scored[:2], signatory)
    services.recognition.sign(decision, number=5, signed_on=date(2017, 10, 12))
    assert services.certificates.issue(decision)[0] == 2
    first = tmp_path / "một.pdf"
    assert services.certificates.render(decision, first) == 2

    services.units.rename(commune, "Xã Khánh Dương Mới")
    assert services.certificates.issue(decision)[0] == 0
    second = tmp_path / "hai.pdf"
    services.certificates.render(decision, second)

    assert first.read_bytes() == second.read_bytes()
    rows = services.certificates.certificates(decision)
    assert [(row.register_number, row.text.recipient) for row in rows] == [
        (1, "Chi hội Phụ nữ, xã Khánh Dương"),
        (2, "Chi hội Phụ nữ, xã Khánh Dương"),
    ]
    services.certificates.mark_printed([rows[0].id])
    services.certificates.mark_printed([rows[0].id])
    printed = services.certificates.certificates(decision)[0]
    assert (printed.state, printed.copies) == (CertificateState.PRINTED, 2)


@pytest.fixture
def unprintable(
    services: Services, scored: list[str], campaign: CampaignRow, signatory: str
) -> str:
    """Two items in a draft; the first bears a letter that no font has."""
    with services.database.writing("Đổi tên") as work:
        work.get(Registration, scored[0], "đăng ký").name = EMOJI
        work.commit()
    return drafted(services, campaign, scored[:2], signatory)


def test_what_cannot_be_printed_is_told_before_signing(
    services: Services, unprintable: str
) -> None:
    found = services.recognition.print_problems(unprintable)
    assert [(one.name, one.stops) for one in found] == [(EMOJI, True)]


def test_one_bad_name_blocks_no_other(services: Services, unprintable: str, tmp_path: Path) -> None:
    services.recognition.sign(unprintable, number=5, signed_on=date(2017, 10, 12))
    services.certificates.issue(unprintable)
    assert services.certificates.render(unprintable, tmp_path / "in.pdf") == 1
    assert services.certificates.proof(unprintable, tmp_path / "xem.pdf") == 2


def test_words_are_mended_before_printing(
    services: Services, unprintable: str, tmp_path: Path
) -> None:
    services.recognition.sign(unprintable, number=5, signed_on=date(2017, 10, 12))
    services.certificates.issue(unprintable)
    bad = services.certificates.certificates(unprintable)[0]
    services.certificates.correct(
        bad.id, subject="Đường hoa", recipient="Chi hội Phụ nữ", reason="Phông không có ký tự"
    )
    mended = services.certificates.certificates(unprintable)[0]
    assert (mended.text.subject, mended.text.recipient) == ("“Đường hoa”", "Chi hội Phụ nữ")
    assert services.certificates.problems(unprintable) == []
    assert services.certificates.render(unprintable, tmp_path / "in.pdf") == 2
    services.certificates.mark_printed([bad.id])
    with pytest.raises(CertificatePrintedError):
        services.certificates.correct(bad.id, subject="A", recipient="B", reason="C")


def test_freezing_closes_the_rules(services: Services, campaign: CampaignRow) -> None:
    services.campaigns.freeze(campaign.id)

    assert services.campaigns.of_year(2017).frozen_on == date(2017, 3, 1)
    assert all(row.frozen_on for row in services.scoring.forms(campaign.id))
    with pytest.raises(CampaignFrozenError):
        services.campaigns.freeze(campaign.id)


def test_next_year_is_copied_from_this_one(services: Services, campaign: CampaignRow) -> None:
    key, _ = services.campaigns.create(2018, like=2017)
    old, new = services.campaigns.detail(campaign.id), services.campaigns.detail(key)

    assert [s.code for s in new.sectors] == [s.code for s in old.sectors]
    assert [d.on_time for d in new.deadlines] == [
        d.on_time.replace(year=2018) for d in old.deadlines
    ]
    assert len(services.scoring.forms(key)) == len(services.scoring.forms(campaign.id))


def test_every_report_is_written_in_every_form(
    services: Services, scored: list[str], campaign: CampaignRow, tmp_path: Path
) -> None:
    for report in services.reports.names():
        table = services.reports.compute(report.code, campaign.id)
        for suffix in (".xlsx", ".docx", ".pdf"):
            path = tmp_path / f"{report.code}{suffix}"
            services.reports.write(table, path)
            assert path.stat().st_size > 1000
    with pytest.raises(ReportFormatError):
        services.reports.write(table, tmp_path / "x.txt")
    with pytest.raises(UnknownReportError):
        services.reports.compute("khong-co", campaign.id)


def test_the_report_by_sector_has_real_numbers(
    services: Services, scored: list[str], campaign: CampaignRow, tmp_path: Path
) -> None:
    table = services.reports.compute("sector-by-unit", campaign.id)
    services.reports.write(table, tmp_path / "b.xlsx")

    values = [
        row
        for row in openpyxl.load_workbook(tmp_path / "b.xlsx").active.iter_rows(values_only=True)
        if "Xã Khánh Dương" in row
    ]
    assert [cell for cell in values[0] if isinstance(cell, int)] == [1, 3, 3, 0, 0, 0, 0]
    assert table.totals == (None, "Tổng số", 3, 3, 0, 0, 0, 0)


def test_history_puts_a_name_in_one_pair_of_marks(services: Services, register: Register) -> None:
    register("“Tiếng kẻng “an ninh””")
    titles = [row.title for row in services.history.recent()]
    assert any("“Tiếng kẻng ‘an ninh’”" in title for title in titles)
    assert not any("““" in title for title in titles)
