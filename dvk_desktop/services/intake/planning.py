"""Makes the plan of an import: reads the files and holds them against the data (lập kế hoạch)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.intake import (
    CorrectionBook,
    Corrections,
    FileAnswer,
    LayoutKey,
    PlannedAction,
    PlannedFile,
    PlannedItem,
    ProblemRow,
)
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.registration_states import can_correct, open_fields
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.intake.grid import SourceFile
from dvk_desktop.exchange.intake.intake import LayoutCorrections, understand_source
from dvk_desktop.exchange.intake.open_source import read_source
from dvk_desktop.exchange.intake.problems import problem
from dvk_desktop.exchange.intake.readable_file import ReadableFile
from dvk_desktop.exchange.intake.recognise_unit import KnownUnit, KnownUnits
from dvk_desktop.exchange.intake.understood import UnderstoodFile
from dvk_desktop.exchange.intake.validate import IntakeRow
from dvk_desktop.exchange.intake.value_words import SectorWords
from dvk_desktop.models import Campaign, Level, Registration, Sector, Unit
from dvk_desktop.services.intake.layouts import (
    checked,
    planned_sheets,
    planned_tables,
    understood_words,
)
from dvk_desktop.services.intake.matching import Match, Matcher
from dvk_desktop.services.office.problem_rows import problem_row
from dvk_desktop.storage.layouts import layout_corrections
from dvk_desktop.storage.unit_of_work import UnitOfWork

TAKEN = tuple(RegistrationDraft.__dataclass_fields__.keys() & IntakeRow.__dataclass_fields__.keys())
"""The items of a registration that a file may give."""

NO_ANSWER = FileAnswer()
_OF_THE_YEAR = frozenset({"YEAR_UNCLEAR", "YEAR_DIFFERS"})
_OF_THE_UNIT = frozenset({"UNIT_UNKNOWN", "UNIT_AMBIGUOUS", "UNIT_CONFLICT"})


class Planner:
    """What all files of one plan need, read once."""

    def __init__(
        self,
        work: UnitOfWork,
        campaign_id: str,
        unit_id: str | None,
        corrections: CorrectionBook | None = None,
    ) -> None:
        self._work = work
        self._campaign = _CampaignAsked(work, campaign_id)
        self._campaigns = {campaign_id: self._campaign}
        self.year = self._campaign.year
        units = work.find(Unit, "sort_order", "id")
        known = [KnownUnit(unit.id, unit.code, unit.name, unit.parent_id) for unit in units]
        self._names = {unit.id: unit.name for unit in units}
        self._known_units = KnownUnits(tuple(known))
        self._by_id = {unit.id: unit for unit in known}
        self._unit_id = unit_id
        self._levels = tuple((level.code, level.name) for level in work.find(Level, "rank"))
        self._corrections = layout_corrections(work)
        for layout, given in (corrections or {}).items():
            before = self._corrections.get(layout, Corrections())
            self._corrections[layout] = before.joined(checked(given))

    def plan_file(self, path: Path, answer: FileAnswer = NO_ANSWER) -> PlannedFile:
        """Read one file and match its rows with what is registered."""
        asked = _Asked(
            self._campaign_of(answer), self._by_id.get(answer.unit_id or self._unit_id or "")
        )
        try:
            found = self._understand(read_source(path), path, asked)
        except DvkError as error:
            return PlannedFile(
                path,
                None,
                "",
                asked.campaign.year,
                (),
                (),
                refusal=error.wording,
                refusal_code=error.code,
                campaign_id=asked.campaign.id,
            )
        return self._planned(found, asked.campaign, is_year_told=answer.campaign_id is not None)

    def _campaign_of(self, answer: FileAnswer) -> "_CampaignAsked":
        wanted = answer.campaign_id or self._campaign.id
        if wanted not in self._campaigns:
            self._campaigns[wanted] = _CampaignAsked(self._work, wanted)
        return self._campaigns[wanted]

    def _planned(
        self, found: UnderstoodFile, campaign: "_CampaignAsked", *, is_year_told: bool
    ) -> PlannedFile:
        unit_id = found.unit.id if found.unit is not None else None
        told: list[ProblemRow] = []
        campaign.matcher.claim(found.rows, found.path.name)
        aside = found.rows_aside()
        items = tuple(
            self._item(found, row, unit_id, campaign, told, is_aside=(row.sheet, row.row) in aside)
            for row in found.rows
        )
        # Of a file that is no list nobody needs to know whose it is.
        idle = (_OF_THE_YEAR if is_year_told else frozenset()) | (
            frozenset() if found.tables else _OF_THE_UNIT
        )
        problems = [found_one for found_one in found.problems if found_one.code not in idle]
        return PlannedFile(
            path=found.path,
            unit_id=unit_id,
            unit_name=self._names.get(unit_id or "", ""),
            year=campaign.year if is_year_told else found.year or campaign.year,
            items=items,
            problems=(*(problem_row(problem) for problem in problems), *told),
            understood=tuple(understood_words(found, self._corrections)),
            tables=planned_tables(found, self._corrections),
            is_template=found.is_template,
            sheets=planned_sheets(found),
            campaign_id=campaign.id,
        )

    def _understand(self, source: SourceFile, path: Path, asked: "_Asked") -> UnderstoodFile:
        """Read a file, and once more where its unit and layout have been corrected."""
        file = ReadableFile(source)
        found = self._read(file, path, asked, {})
        unit_id = found.unit.id if found.unit is not None else ""
        of_sheets = self._said(unit_id, [sheet.fingerprint for sheet in found.sheets])
        if of_sheets:  # another header row makes another table
            found = self._read(file, path, asked, of_sheets)
        said: dict[str, Corrections] = {}
        # A header that was chosen may show whose the list is: both were spoken of.
        for whose in dict.fromkeys((unit_id, found.unit.id if found.unit is not None else "")):
            said |= self._said(whose, [table.fingerprint for table in found.tables])
        return self._read(file, path, asked, {**of_sheets, **said}) if said else found

    def _said(self, unit_id: str, fingerprints: Sequence[str]) -> dict[str, Corrections]:
        said = {mark: self._corrections.get(LayoutKey(unit_id, mark)) for mark in fingerprints}
        return {mark: corrections for mark, corrections in said.items() if corrections}

    def _read(
        self, file: ReadableFile, path: Path, asked: "_Asked", corrections: LayoutCorrections
    ) -> UnderstoodFile:
        return understand_source(
            file,
            path,
            self._known_units,
            asked.campaign.year,
            asked.campaign.sectors,
            asked.unit,
            {},
            levels=self._levels,
            corrections=corrections,
        )

    def _item(
        self,
        found: UnderstoodFile,
        row: IntakeRow,
        unit_id: str | None,
        campaign: "_CampaignAsked",
        told: list[ProblemRow],
        *,
        is_aside: bool,
    ) -> PlannedItem:
        values: dict[str, Any] = {name: getattr(row, name) for name in TAKEN}
        values["unit_id"] = row.unit_id or unit_id or ""
        draft = RegistrationDraft(**values)
        match = Match(draft, is_refused=True)
        if not is_aside and draft.unit_id:
            match = campaign.matcher.match(row, draft, found.path.name, told)
        if match.is_refused:
            return PlannedItem(row.sheet, row.row, PlannedAction.SET_ASIDE, match.draft)
        draft = _with_kept(match.draft, row, match.record)
        if match.record is None:
            return PlannedItem(row.sheet, row.row, PlannedAction.NEW, draft)
        fields, is_closed = _open_changes(match.record, draft, row, told)
        action = PlannedAction.CHANGED if fields else PlannedAction.SAME
        if is_closed:
            action = PlannedAction.SET_ASIDE
        before = {name: getattr(match.record, name) for name in fields}
        return PlannedItem(row.sheet, row.row, action, draft, match.record.id, fields, before)


class _CampaignAsked:
    """What files of one campaign need (đợt được hỏi)."""

    def __init__(self, work: UnitOfWork, campaign_id: str) -> None:
        self.id = campaign_id
        self.year = work.get(Campaign, campaign_id, "đợt thi đua").year_from
        self.sectors = tuple(
            SectorWords(row.code, row.name)
            for row in work.find(Sector, "sort_order", campaign_id=campaign_id)
        )
        self.matcher = Matcher(work, campaign_id)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a file is read for: the campaign, and the unit if a person named it."""

    campaign: _CampaignAsked
    unit: KnownUnit | None


def _with_kept(
    draft: RegistrationDraft, row: IntakeRow, record: Registration | None
) -> RegistrationDraft:
    """Put the columns that the form does not know into the note; read again they add nothing."""
    lines = [f"{header}: {text}" for header, text in row.kept.items()]
    if not lines:
        return draft
    note = draft.note or (record.note if record is not None else "")
    fresh = [line for line in lines if line not in note]
    return replace(draft, note="\n".join([note, *fresh] if note else fresh))


def _open_changes(
    record: Registration, draft: RegistrationDraft, row: IntakeRow, told: list[ProblemRow]
) -> tuple[tuple[str, ...], bool]:
    """Return the items that would change, and whether the registration is closed to them."""
    fields = [name for name in sorted(TAKEN) if _differs(record, draft, name)]
    if fields and not can_correct(record.state):
        _tell(told, row, "REGISTRATION_CLOSED", record, fields, is_error=True)
        return (), True
    if record.state is RegistrationState.RETURNED:
        allowed = open_fields(record.state, record.open_fields or ())
        closed = [name for name in fields if name not in allowed]
        if closed:
            _tell(told, row, "ITEM_NOT_OPEN", record, closed, is_error=False)
        fields = [name for name in fields if name in allowed]
    return tuple(fields), False


def _tell(
    told: list[ProblemRow],
    row: IntakeRow,
    code: str,
    record: Registration,
    fields: list[str],
    *,
    is_error: bool,
) -> None:
    found = problem(
        code,
        row.sheet,
        row.row,
        value=row.name,
        is_error=is_error,
        name=record.name,
        state=Wording(record.state.label),
        fields=", ".join(FIELD_LABELS[field] for field in fields),
    )
    told.append(problem_row(found))


def _differs(record: Registration, draft: RegistrationDraft, name: str) -> bool:
    """Say whether a file brings another value; what it leaves empty is never a deletion."""
    value = getattr(draft, name)
    return value not in (None, "") and value != getattr(record, name)
