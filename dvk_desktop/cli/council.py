"""``dvk council``: meetings and counts of ballots (hội đồng)."""

from dataclasses import asdict
from typing import Any

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.parser import Commands, DvkParser, a_count, a_day, a_text, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.council import MeetingRow, MemberRow, VoteRow
from dvk_desktop.domain.voting import Tally
from dvk_desktop.domain.words import Wording
from dvk_desktop.storage.unit_of_work import local_now

_COUNTS = (
    ("agree", "số phiếu đồng ý"),
    ("disagree", "số phiếu không đồng ý"),
    ("lower", "số phiếu đồng ý ở mức thấp hơn"),
    ("abstain", "số phiếu không có ý kiến"),
    ("invalid", "số phiếu không hợp lệ"),
)


class NoMeetingError(DvkError):
    """No meeting is open (chưa có phiên họp)."""

    code = "NO_MEETING"
    template = "Chưa có phiên họp nào đang mở. Hãy mở bằng lệnh dvk council open."


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    council = commands.group("council", "hội đồng bình xét")
    opening = council.command("open", open_meeting, "mở phiên họp")
    opening.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    opening.option("--name", default="Họp Hội đồng", type=a_text, help_text="tên phiên họp")
    opening.option("--date", type=a_day, help_text="ngày họp (mặc định: hôm nay)")
    opening.option("--place", default="", help_text="địa điểm")
    opening.option(
        "--member",
        dest="members",
        metavar="NAME",
        action="append",
        required=True,
        type=a_text,
        help_text="thành viên có mặt (lặp lại được)",
    )
    opening.option(
        "--absent",
        metavar="NAME",
        action="append",
        default=[],
        type=a_text,
        help_text="thành viên vắng mặt (lặp lại được)",
    )
    listing = council.command("list", list_meetings, "liệt kê phiên họp và kết quả")
    listing.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    voting = council.command("vote", vote, "ghi kết quả kiểm phiếu")
    voting.argument("ids", "mã đăng ký", metavar="ID", nargs="+")
    _meeting(voting)
    for name, text in _COUNTS:
        voting.option(f"--{name}", type=a_count, default=0, metavar="N", help_text=text)
    closing = council.command("close", close_meeting, "kết thúc phiên họp")
    _meeting(closing)
    closing.option("--minutes", default="", help_text="ghi chú biên bản")


def _meeting(parser: DvkParser) -> None:
    parser.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")
    parser.option("--meeting", metavar="ID", help_text="mã phiên họp (mặc định: phiên đang mở)")


def open_meeting(session: Session) -> Answer:
    """Open a meeting with its members."""
    args = session.args
    members = [MemberRow(name) for name in args.members if name not in args.absent]
    members += [MemberRow(name, is_present=False) for name in args.absent]
    council = session.services.council
    campaign_id = session.campaign().id
    meeting_id, _ = council.open(
        campaign_id,
        name=args.name,
        held_on=args.date or local_now().date(),
        members=members,
        place=args.place,
    )
    meeting = next(row for row in council.meetings(campaign_id) if row.id == meeting_id)
    said = Wording(
        "Đã mở phiên họp “{name}”: {present}/{members} có mặt. Mã: {meeting}",
        {
            "name": meeting.name,
            "present": meeting.present,
            "members": len(meeting.members),
            "meeting": meeting.id,
        },
    )
    return Answer({"meeting": _members(meeting)}, (said,))


def list_meetings(session: Session) -> Answer:
    """List the meetings with their counts."""
    council = session.services.council
    meetings = council.meetings(session.campaign().id)
    votes = {meeting.id: council.votes(meeting.id) for meeting in meetings}
    document = {
        "meetings": [
            {**_members(meeting), "votes": [_vote_members(row) for row in votes[meeting.id]]}
            for meeting in meetings
        ]
    }
    rows = [
        (
            meeting.held_on,
            meeting.name,
            f"{meeting.present}/{len(meeting.members)}",
            len(votes[meeting.id]),
            sum(row.passed for row in votes[meeting.id]),
            meeting.is_closed,
        )
        for meeting in meetings
    ]
    headings = ("Ngày", "Phiên họp", "Có mặt", "Đã biểu quyết", "Thông qua", "Kết thúc")
    return Answer(document, (Table(headings, rows),))


def vote(session: Session) -> Answer:
    """Store the same count for the registrations that are named."""
    args = session.args
    meeting = _open_one(session)
    counts = {name: getattr(args, name) for name, _ in _COUNTS}
    tally = Tally(members=len(meeting.members), present=meeting.present, **counts)
    council = session.services.council
    council.count(meeting.id, dict.fromkeys(args.ids, tally))
    rows = [row for row in council.votes(meeting.id) if row.registration_id in args.ids]
    said = [
        Wording("“{name}”: {outcome}", {"name": row.name, "outcome": row.explanation})
        for row in rows
    ]
    document = {"meeting": meeting.id, "votes": [_vote_members(row) for row in rows]}
    return Answer(document, said)


def close_meeting(session: Session) -> Answer:
    """Close the minutes."""
    meeting = _open_one(session)
    council = session.services.council
    council.close(meeting.id, session.args.minutes)
    votes = council.votes(meeting.id)
    passed = sum(row.passed for row in votes)
    facts = {"name": meeting.name, "votes": len(votes), "passed": passed}
    said = Wording("Đã kết thúc “{name}”: {passed}/{votes} mô hình được thông qua.", facts)
    return Answer({"meeting": meeting.id, "votes": len(votes), "passed": passed}, (said,))


def _open_one(session: Session) -> MeetingRow:
    wanted = session.args.meeting
    meetings = session.services.council.meetings(session.campaign().id)
    for meeting in reversed(meetings):
        if meeting.id == wanted or (wanted is None and not meeting.is_closed):
            return meeting
    raise NoMeetingError


def _members(meeting: MeetingRow) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "name": meeting.name,
        "held_on": meeting.held_on,
        "place": meeting.place,
        "members": [asdict(member) for member in meeting.members],
        "present": meeting.present,
        "closed": meeting.is_closed,
        "minutes": meeting.minutes,
    }


def _vote_members(row: VoteRow) -> dict[str, Any]:
    return {
        "registration_id": row.registration_id,
        "name": row.name,
        "unit": row.unit_name,
        "field": row.sector_code,
        "tally": asdict(row.tally),
        "passed": row.passed,
        "passed_lower": row.passed_lower,
        "share": row.share,
        "explanation": row.explanation,
    }
