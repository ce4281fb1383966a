"""Who should have sent what by when, and the letter to those who did not (theo dõi gửi nhận)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dvk_desktop.documents.report_docx import write_report_docx
from dvk_desktop.documents.report_pdf import write_report_pdf
from dvk_desktop.documents.workbook import write_report_xlsx
from dvk_desktop.domain.attachments import name_of_parts
from dvk_desktop.domain.board import board_state, received_on
from dvk_desktop.domain.deadlines import CampaignStep, Deadline, DeadlineException
from dvk_desktop.domain.paper_words import Signing, signature_lines
from dvk_desktop.domain.records.board import BoardRow
from dvk_desktop.domain.records.exchange import PackageRow
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.records.report import ReportTable
from dvk_desktop.domain.terms import DocumentStyle
from dvk_desktop.models import Campaign, PackageLog, Signatory, Unit
from dvk_desktop.services.exchange.board_papers import board_table, reminder
from dvk_desktop.services.exchange.package_rows import package_row
from dvk_desktop.services.exchange.packing import RECEIVED
from dvk_desktop.services.exchange.paper_heads import paper_head
from dvk_desktop.services.exchange.parts_arrived import incomplete_sets
from dvk_desktop.storage.deadlines import deadline_for
from dvk_desktop.storage.queries.board import (
    Arrivals,
    Came,
    arrivals,
    branches,
    open_conflicts,
    own_ids,
)
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_CAME: dict[CampaignStep, Callable[[Arrivals], Came]] = {
    CampaignStep.REGISTRATION: lambda came: came.registrations,
    CampaignStep.RECOGNITION: lambda came: came.decisions,
    CampaignStep.DOSSIER: lambda came: came.dossiers,
}
"""The steps in which a unit sends something, and what it is."""

_WRITERS: dict[str, Callable[[ReportTable, Path], None]] = {
    ".xlsx": write_report_xlsx,
    ".docx": write_report_docx,
    ".pdf": write_report_pdf,
}


class BoardService:
    """Follows what the units directly below this office owe and send."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, campaign_id: str) -> tuple[BoardRow, ...]:
        """Return each unit below that owes, with each step that has a deadline."""
        with self._database.reading() as work:
            own = work.office().unit_id or ""
            branch = branches(work, own)
            came = arrivals(work, campaign_id, branch, work.now.date())
            packages = _packages(work, campaign_id)
            every = (package.package_id for theirs in packages.values() for package in theirs)
            conflicts = open_conflicts(work, every)
            missing = _missing_parts(work)
            rows = []
            for unit in work.find(Unit, "sort_order", "name", parent_id=own):
                if unit.owes_nothing or unit.valid_to is not None:
                    continue
                theirs = packages.get(unit.code.casefold(), [])
                lacks = [part for one in theirs for part in missing.pop(one.set_id, ())]
                waiting = sum(conflicts[package.package_id] for package in theirs)
                for step in _CAME:
                    deadline, exception = deadline_for(work, campaign_id, step, unit.id)
                    if deadline is not None:
                        found = _CAME[step](came.get(unit.id, Arrivals()))
                        dates = deadline, exception
                        rows.append(_row(work, unit, dates, found, theirs, lacks, waiting))
        return tuple(rows)

    def table(self, campaign_id: str, rows: Sequence[BoardRow]) -> ReportTable:
        """Return rows of the board as a table to be written."""
        with self._database.reading() as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            return board_table(campaign.name, rows, paper_head(work), work.now.date())

    def letters(
        self, campaign_id: str, rows: Sequence[BoardRow], *, one_each: bool = False
    ) -> tuple[tuple[str, ReportTable], ...]:
        """Return the reminder for the units of the rows, one for all or one for each.

        Each comes with a name for its file, without suffix.
        """
        with self._database.reading() as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            lines, name = _signatory(work)
            today = work.now.date()
            groups = {"": list(rows)}
            if one_each:
                groups = {}
                for row in rows:
                    groups.setdefault(row.unit_code, []).append(row)
            return tuple(
                (
                    name_of_parts("don-doc", code, today.isoformat()),
                    reminder(campaign.name, group, paper_head(work), today, (lines, name)),
                )
                for code, group in groups.items()
            )

    def write(self, table: ReportTable, path: Path) -> None:
        """Write a table or a letter as its file name asks: .xlsx, .docx or .pdf.

        Raises:
            FileWriteError: The drive refuses; the subclass says why.
        """
        _WRITERS[path.suffix.lower()](table, path)


def _row(
    work: UnitOfWork,
    unit: Unit,
    dates: tuple[Deadline, DeadlineException | None],
    found: Came,
    packages: list[PackageRow],
    missing: list[str],
    conflicts: int,
) -> BoardRow:
    deadline, exception = dates
    came = received_on(found.first, packages) if found.count else None
    if deadline.step is CampaignStep.REGISTRATION:
        # The day that lateness is counted by in every report.
        came = found.first
    state, over = board_state(work.now.date(), came, deadline, exception)
    due = exception or deadline
    return BoardRow(
        unit_id=unit.id,
        unit_code=unit.code,
        unit_name=unit.name,
        step=deadline.step,
        due=due.on_time,
        closes=due.closing,
        is_extended=exception is not None,
        received_on=came,
        count=found.count,
        state=state,
        days_over=over,
        packages=tuple(packages),
        missing=tuple(missing),
        conflicts=conflicts,
    )


def _missing_parts(work: UnitOfWork) -> dict[str, tuple[str, ...]]:
    """Return the parts that did not arrive by their set, as "2/3"."""
    return {
        one.set_id: tuple(f"{number}/{one.of}" for number in one.missing)
        for one in incomplete_sets(work)
    }


def _packages(work: UnitOfWork, campaign_id: str) -> dict[str, list[PackageRow]]:
    """Return the packages that came up for a campaign, by the sender's code, newest first."""
    ids = own_ids(work, campaign_id)
    found: dict[str, list[PackageRow]] = {}
    rows = work.find(PackageLog, "id", direction=RECEIVED, kind=PackageKind.UP.value)
    for row in reversed(rows):
        # A part without records names no campaign, and a package of before 0004 none either.
        if (not row.campaign_ids or ids.intersection(row.campaign_ids)) and not work.is_undone(
            row.change_set_id
        ):
            found.setdefault(row.peer_code.casefold(), []).append(package_row(row))
    return found


def _signatory(work: UnitOfWork) -> tuple[tuple[str, ...], str]:
    """Return the lines above the first signatory in office, and the name."""
    today = work.now.date()
    for row in work.find(Signatory, "id"):
        if (row.valid_from or today) <= today <= (row.valid_to or today):
            signing = Signing(row.form, row.title, row.body, row.head_title, row.is_party_committee)
            return signature_lines(DocumentStyle.PARTY_HD36, signing), row.name
    return ("NGƯỜI KÝ",), ""
