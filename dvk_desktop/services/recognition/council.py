"""The council: meetings, counts of ballots, outcomes (hội đồng)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.json_shapes import known_members
from dvk_desktop.domain.records.council import MeetingRow, MemberRow, VoteRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.domain.voting import (
    Tally,
    VoteRule,
    outcome,
    quorum_reached,
    rule_from_json,
    rule_to_json,
)
from dvk_desktop.models import Campaign, CouncilMeeting, Registration, Unit, VoteCount
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


class MeetingClosedError(DvkError):
    """The minutes are closed; counts do not change any more (phiên họp đã kết thúc)."""

    code = "MEETING_CLOSED"
    template = "Phiên họp “{name}” đã kết thúc nên không sửa được kết quả biểu quyết."


class NoQuorumError(DvkError):
    """Too few members are present for a valid meeting (không đủ số thành viên)."""

    code = "NO_QUORUM"
    template = (
        "Có mặt {present}/{members} thành viên, chưa đủ số để họp."
        " Hãy kiểm tra lại danh sách có mặt hoặc triệu tập phiên khác."
    )


class CouncilService:
    """Opens meetings, keeps the counts and closes the minutes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def meetings(self, campaign_id: str) -> tuple[MeetingRow, ...]:
        """Return the meetings of a campaign by date."""
        with self._database.reading() as work:
            records = work.find(CouncilMeeting, "held_on", "id", campaign_id=campaign_id)
            return tuple(meeting_row(record) for record in records)

    def rule(self, campaign_id: str) -> VoteRule:
        """Return the rule that the next meeting of a campaign votes by."""
        with self._database.reading() as work:
            return rule_from_json(work.get(Campaign, campaign_id, "đợt thi đua").vote_rule)

    def open(
        self,
        campaign_id: str,
        *,
        name: str,
        held_on: date,
        members: Sequence[MemberRow],
        place: str = "",
    ) -> tuple[str, Changes]:
        """Open a meeting under the campaign's vote rule as it stands today.

        Raises:
            NoQuorumError: Too few of the members are present.
        """
        with self._database.writing("Mở phiên họp “{name}”", name=name) as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            rule = rule_from_json(campaign.vote_rule)
            present = sum(member.is_present for member in members)
            if not quorum_reached(rule, len(members), present):
                raise NoQuorumError(present=present, members=len(members))
            record = work.add(
                CouncilMeeting(
                    campaign_id=campaign_id,
                    office_id=work.office().office_id,
                    name=clean_line(name),
                    held_on=held_on,
                    place=clean_line(place),
                    members=[asdict(member) for member in members],
                    rule=rule_to_json(rule),
                )
            )
            work.commit()
            return record.id, Changes.COUNCIL

    def count(self, meeting_id: str, tallies: Mapping[str, Tally]) -> Changes:
        """Store the count of ballots on registrations, given by their ids.

        Raises:
            MeetingClosedError: The minutes are closed.
            TallyError: The numbers of a count cannot be true together.
        """
        title = "Ghi kết quả biểu quyết {count} mô hình"
        with self._database.writing(title, count=len(tallies)) as work:
            meeting = work.get(CouncilMeeting, meeting_id, "phiên họp")
            _refuse_closed(meeting)
            rule = rule_from_json(meeting.rule)
            known = {
                row.registration_id: row for row in work.find(VoteCount, meeting_id=meeting_id)
            }
            for registration_id, tally in tallies.items():
                outcome(rule, tally)
                work.get(Registration, registration_id, "đăng ký")
                record = known.get(registration_id)
                if record is None:
                    record = VoteCount(meeting_id=meeting_id, registration_id=registration_id)
                    work.session.add(record)
                record.tally = asdict(tally)
            work.commit()
        return Changes.COUNCIL

    def votes(self, meeting_id: str) -> tuple[VoteRow, ...]:
        """Return the counts of a meeting with their outcome, in the order of entry."""
        with self._database.reading() as work:
            return vote_rows(work, meeting_id)

    def close(self, meeting_id: str, minutes: str = "") -> Changes:
        """Close the minutes; the counts no longer change.

        Raises:
            MeetingClosedError: They are closed already.
        """
        with self._database.writing("Kết thúc phiên họp “{name}”") as work:
            meeting = work.get(CouncilMeeting, meeting_id, "phiên họp")
            work.note(name=meeting.name)
            _refuse_closed(meeting)
            meeting.is_closed = True
            meeting.minutes = minutes
            work.commit()
        return Changes.COUNCIL


def meeting_row(record: CouncilMeeting) -> MeetingRow:
    """Return a meeting as a record."""
    return MeetingRow(
        id=record.id,
        campaign_id=record.campaign_id,
        name=record.name,
        held_on=record.held_on,
        place=record.place,
        members=tuple(MemberRow(**known_members(MemberRow, member)) for member in record.members),
        rule=rule_from_json(record.rule),
        is_closed=record.is_closed,
        minutes=record.minutes,
    )


def vote_rows(work: UnitOfWork, meeting_id: str) -> tuple[VoteRow, ...]:
    """Return the counts of a meeting with their outcome."""
    meeting = work.get(CouncilMeeting, meeting_id, "phiên họp")
    rule = rule_from_json(meeting.rule)
    units = {unit.id: unit.name for unit in work.find(Unit)}
    names = {row.id: row for row in work.find(Registration, campaign_id=meeting.campaign_id)}
    rows = []
    for record in work.find(VoteCount, "id", meeting_id=meeting_id):
        registration = names.get(record.registration_id)
        if registration is None:
            continue
        tally = Tally(**known_members(Tally, record.tally))
        result = outcome(rule, tally)
        rows.append(
            VoteRow(
                registration_id=registration.id,
                name=registration.name,
                unit_name=units.get(registration.unit_id, ""),
                sector_code=registration.sector_code,
                tally=tally,
                passed=result.passed,
                passed_lower=result.passed_lower,
                share=result.share,
                explanation=result.explanation,
            )
        )
    return tuple(rows)


def _refuse_closed(meeting: CouncilMeeting) -> None:
    if meeting.is_closed:
        raise MeetingClosedError(name=meeting.name)
