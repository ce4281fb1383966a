"""``dvk decision``: decisions of recognition (quyết định công nhận)."""

from typing import Any

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.parser import Commands, a_day, a_number, a_text, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.decision import DecisionDraft, DecisionRow
from dvk_desktop.domain.terms import DecisionState, DocumentStyle
from dvk_desktop.domain.words import Wording


class NoSuchDecisionError(DvkError):
    """No decision answers to what was given (không có quyết định)."""

    code = "NO_DECISION"
    template = "Không tìm thấy quyết định “{wanted}”. Hãy xem dvk decision list."


class NoSignatoryError(DvkError):
    """The person who signs is not on the list (không có người ký)."""

    code = "NO_SIGNATORY"
    template = "Chưa có người ký “{name}”. Hãy ghi bằng lệnh dvk office signatory."


class NoClosedMeetingError(DvkError):
    """No meeting has ended, so nothing has been passed (chưa có kết quả họp)."""

    code = "NO_MINUTES"
    template = (
        "Chưa có phiên họp nào kết thúc nên chưa biết mô hình nào được thông qua."
        " Hãy kết thúc phiên họp, hoặc nêu mã đăng ký."
    )


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    decisions = commands.group("decision", "quyết định công nhận")
    creating = decisions.command("create", create, "lập dự thảo quyết định")
    creating.argument("ids", "mã đăng ký (mặc định: hội đồng thông qua)", metavar="ID", nargs="*")
    creating.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    creating.option("--title", type=a_text, help_text="trích yếu")
    creating.option("--authority", type=a_text, help_text="cơ quan ban hành")
    creating.option("--place", type=a_text, default="……", help_text="địa danh")
    creating.option("--signatory", metavar="NAME", help_text="người ký (mặc định: người đầu tiên)")
    creating.option("--symbol", default="BCĐ", type=a_text, help_text="ký hiệu cơ quan ban hành")
    creating.option(
        "--style",
        choices=[style.value for style in DocumentStyle],
        default=DocumentStyle.PARTY_HD36.value,
        help_text="thể thức văn bản",
    )
    listing = decisions.command("list", list_decisions, "liệt kê quyết định")
    listing.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    signing = decisions.command("sign", sign, "ghi số và ngày ký, công nhận các mô hình")
    signing.argument(
        "decision", "mã quyết định (mặc định: dự thảo mới nhất)", metavar="ID", nargs="?"
    )
    signing.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    signing.option("--number", required=True, type=a_number, help_text="số quyết định")
    signing.option("--date", required=True, type=a_day, help_text="ngày ký")


def create(session: Session) -> Answer:
    """Draft a decision."""
    args = session.args
    services = session.services
    campaign = session.campaign()
    office = services.office.office()
    title = f"Công nhận mô hình, điển hình “Dân vận khéo” năm {campaign.year_from}"
    draft = DecisionDraft(
        campaign_id=campaign.id,
        title=args.title or title,
        authority=args.authority or office.name,
        place=args.place,
        registration_ids=tuple(args.ids) or _passed(session, campaign.id),
        style=DocumentStyle(args.style),
        organ_symbol=args.symbol,
        signatory_id=_signatory(session),
    )
    decision_id, _ = services.recognition.draft(draft)
    decision = _by_id(session, decision_id)
    said = Wording(
        "Đã lập dự thảo quyết định công nhận {count} mô hình. Mã: {decision}",
        {"count": decision.items, "decision": decision.id},
    )
    return Answer({"decision": _members(session, decision)}, (said,))


def list_decisions(session: Session) -> Answer:
    """List the decisions with what they recognise."""
    decisions = session.services.recognition.decisions(session.campaign().id)
    rows = [
        (row.number_text, row.signed_on, row.title, row.items, Wording(row.state.label))
        for row in decisions
    ]
    document = {"decisions": [_members(session, row) for row in decisions]}
    headings = ("Số", "Ngày ký", "Trích yếu", "Số mô hình", "Trạng thái")
    return Answer(document, (Table(headings, rows),))


def sign(session: Session) -> Answer:
    """Give a decision its number and date."""
    args = session.args
    decision = _by_id(session, args.decision) if args.decision else _newest_draft(session)
    recognition = session.services.recognition
    recognition.sign(
        decision.id, number=args.number, signed_on=args.date, progress=session.progress
    )
    signed = _by_id(session, decision.id)
    facts = {"number": signed.number_text, "count": signed.items}
    said = Wording("Đã ký quyết định {number}: {count} mô hình được công nhận.", facts)
    return Answer({"decision": _members(session, signed)}, (said,))


def numbered(session: Session, wanted: str) -> DecisionRow:
    """Return the decision of a number or an id, in the campaign that was asked for.

    Raises:
        NoSuchDecisionError: There is none.
    """
    for row in reversed(session.services.recognition.decisions(session.campaign().id)):
        if wanted in (row.id, row.number_text, str(row.number)):
            return row
    raise NoSuchDecisionError(wanted=wanted)


def _by_id(session: Session, decision_id: str) -> DecisionRow:
    return numbered(session, decision_id)


def _newest_draft(session: Session) -> DecisionRow:
    for row in reversed(session.services.recognition.decisions(session.campaign().id)):
        if row.state is DecisionState.DRAFT:
            return row
    raise NoSuchDecisionError(wanted="dự thảo")


def _passed(session: Session, campaign_id: str) -> tuple[str, ...]:
    council = session.services.council
    closed = [meeting for meeting in council.meetings(campaign_id) if meeting.is_closed]
    if not closed:
        raise NoClosedMeetingError
    return tuple(row.registration_id for row in council.votes(closed[-1].id) if row.passed)


def _signatory(session: Session) -> str:
    name = session.args.signatory
    for person in session.services.office.signatories():
        if person.id is not None and name in (None, person.name):
            return person.id
    raise NoSignatoryError(name=name or "-")


def _members(session: Session, row: DecisionRow) -> dict[str, Any]:
    items = session.services.recognition.items(row.id)
    return {
        "id": row.id,
        "number": row.number,
        "number_text": row.number_text,
        "signed_on": row.signed_on,
        "title": row.title,
        "authority": row.authority,
        "state": row.state,
        "style": row.style,
        "signatory": row.signatory_name,
        "count": row.items,
        "names": [item.name for item in items],
        "items": [
            {
                "registration_id": item.registration_id,
                "name": item.name,
                "recipient": item.recipient,
                "unit": item.unit_name,
                "field": item.sector_code,
                "rank": Wording(item.rank_label),
                "score": item.score,
                "revoked": item.is_revoked,
            }
            for item in items
        ],
    }
