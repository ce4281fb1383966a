"""What the council votes on, put together from registrations, results and counts (kiểm phiếu)."""

from dataclasses import replace

from dvk_desktop.domain.records.council import MeetingRow
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.voting import Tally, TallyError
from dvk_desktop.services.services import Services
from dvk_desktop.views.item_models.ballot_table import BALLOTS, BallotRow

PROPOSABLE = (RegistrationState.SELF_SCORED, RegistrationState.APPRAISED)


def ballot_rows(services: Services, meeting: MeetingRow) -> list[BallotRow]:
    """Return what a meeting votes on, the best results first, with the counts so far.

    A meeting that is closed shows only what it voted on.
    """
    registrations = services.registrations.rows(RegistrationFilter(campaign_id=meeting.campaign_id))
    results = {row.registration_id: row for row in services.scoring.results(meeting.campaign_id)}
    votes = {row.registration_id: row for row in services.council.votes(meeting.id)}
    blank = Tally(len(meeting.members), meeting.present)
    places = {key: number for number, key in enumerate(results)}
    rows = []
    for one in sorted(registrations, key=lambda row: places.get(row.id, len(places))):
        vote, result = votes.get(one.id), results.get(one.id)
        if vote is None and (meeting.is_closed or one.state not in PROPOSABLE):
            continue
        rows.append(
            BallotRow(
                one.id,
                one.name,
                one.unit_name,
                result.score if result is not None else None,
                result.rank_label if result is not None else "",
                meeting.rule,
                vote.tally if vote is not None else blank,
                vote is not None,
            )
        )
    return rows


def is_passed(row: BallotRow) -> bool:
    """Say whether a count passes at the level proposed."""
    try:
        result = row.outcome()
    except TallyError:
        return False
    return result is not None and result.passed


def agreed(row: BallotRow) -> BallotRow:
    """Return a row in which everybody who may vote agrees."""
    voters = row.tally.present - row.tally.recused
    tally = replace(row.tally, **{**dict.fromkeys(BALLOTS, 0), "agree": voters})
    return replace(row, tally=tally, is_counted=True)
