"""Scoring: sheets of unit and council, and what they come to (chấm điểm)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.marks import require_marks, sheet_total
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.ranking import Standing, standings
from dvk_desktop.domain.records.scoring import FormRow, ResultRow, SheetDraft, SheetRow
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.scoring import (
    Classification,
    CombinedResult,
    classification,
    combine_sheets,
)
from dvk_desktop.domain.scoring_explanation import explain
from dvk_desktop.domain.scoring_form_json import marks_from_json, marks_to_json
from dvk_desktop.domain.terms import RegistrationState, SheetKind
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import Campaign, Registration, ScoreSheet, Unit
from dvk_desktop.storage.forms import form_for, form_rows
from dvk_desktop.storage.steps import take
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_SCORED_BY_UNIT = frozenset({RegistrationState.ACCEPTED, RegistrationState.IN_PROGRESS})
_SCORED_BY_COUNCIL = frozenset({RegistrationState.SELF_SCORED, RegistrationState.APPRAISED})


class NotScorableError(DvkError):
    """The registration is not at the point where this sheet is filled (chưa đến lúc chấm)."""

    code = "NOT_SCORABLE"
    template = (
        "“{name}” đang ở trạng thái “{state}” nên chưa nhận phiếu “{kind}”."
        " Hãy thực hiện các bước trước đó rồi chấm."
    )


class SheetFinalError(DvkError):
    """A sheet that its scorer has closed does not change any more (phiếu đã chốt)."""

    code = "SHEET_FINAL"
    template = "Phiếu của “{scorer}” cho “{name}” đã chốt nên không sửa được nữa."


class ScoringService:
    """Keeps score sheets and computes results."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forms(self, campaign_id: str) -> tuple[FormRow, ...]:
        """Return the scoring forms of a campaign, the newest first."""
        with self._database.reading() as work:
            return form_rows(work, campaign_id)

    def form_of(self, registration_id: str) -> FormRow:
        """Return the form that a registration is scored by.

        Raises:
            NoFormError: The campaign has none for its subject type.
        """
        with self._database.reading() as work:
            record = work.get(Registration, registration_id, "đăng ký")
            return form_for(form_rows(work, record.campaign_id), record.subject_type)

    def sheets(self, registration_id: str) -> tuple[SheetRow, ...]:
        """Return the sheets of a registration, the unit's own first."""
        with self._database.reading() as work:
            records = work.find(ScoreSheet, "id", registration_id=registration_id)
            order = list(SheetKind)
            records.sort(key=lambda sheet: order.index(sheet.kind))
            return tuple(_sheet_row(record) for record in records)

    def score(self, drafts: Sequence[SheetDraft], progress: Progress = SILENT) -> Changes:
        """Store one or many sheets, all or none; a final one moves its registration on.

        Raises:
            BadMarksError: Points break the form; every problem is named.
            NotScorableError: The registration is not at this point of the year.
            SheetFinalError: The scorer has closed the sheet.
        """
        title = "Ghi {count} phiếu chấm điểm"
        with self._database.writing(title, count=len(drafts)) as work:
            forms: dict[str, tuple[FormRow, ...]] = {}
            office_id = work.office().office_id
            for done, draft in enumerate(drafts, start=1):
                record = work.get(Registration, draft.registration_id, "đăng ký")
                if record.campaign_id not in forms:
                    forms[record.campaign_id] = form_rows(work, record.campaign_id)
                form = form_for(forms[record.campaign_id], record.subject_type)
                _put_sheet(work, record, draft, form, office_id)
                progress.step(done, len(drafts), record.name)
            work.commit()
        return Changes.SCORES | Changes.REGISTRATIONS

    def results(self, campaign_id: str) -> tuple[ResultRow, ...]:
        """Return the result of each registration that has a final sheet, the best first."""
        with self._database.reading() as work:
            return result_rows(work, campaign_id)


def result_rows(work: UnitOfWork, campaign_id: str) -> tuple[ResultRow, ...]:
    """Return the result of each registration of a campaign that has a final sheet."""
    work.get(Campaign, campaign_id, "đợt thi đua")
    forms = form_rows(work, campaign_id)
    units = {unit.id: unit.name for unit in work.find(Unit)}
    registrations = {row.id: row for row in work.find(Registration, campaign_id=campaign_id)}
    sheets: dict[str, list[SheetRow]] = defaultdict(list)
    for sheet in work.find(ScoreSheet, "id", is_final=True):
        if sheet.registration_id in registrations:
            sheets[sheet.registration_id].append(_sheet_row(sheet))
    computed = {
        key: _compute(form_for(forms, registrations[key].subject_type), rows)
        for key, rows in sheets.items()
    }
    scores = {key: found[1].score for key, found in computed.items() if found[1] is not None}
    places = {standing.key: standing for standing in standings(scores)}
    rows = [
        _result_row(registrations[key], units, computed[key], sheets[key], places.get(key))
        for key in computed
    ]
    return tuple(sorted(rows, key=lambda row: (row.place or len(rows) + 1, row.registration_id)))


_Computed = tuple[Decimal | None, CombinedResult | None, Classification | None, tuple[Wording, ...]]


def _compute(form: FormRow, sheets: Sequence[SheetRow]) -> _Computed:
    own = [sheet for sheet in sheets if sheet.kind is SheetKind.SELF]
    self_total = sheet_total(form.form, own[-1].marks).total if own else None
    judged = _judging(sheets)
    if not judged:
        return self_total, None, None, ()
    combined = combine_sheets(form.form, [sheet.marks for sheet in judged])
    classified = classification(
        form.form,
        combined.score,
        zero_criteria=combined.zero_criteria,
        has_self_score=bool(own),
    )
    return self_total, combined, classified, explain(form.form, combined, classified)


def _judging(sheets: Iterable[SheetRow]) -> list[SheetRow]:
    """Return the council's sheets, or the appraisal team's where the council has none."""
    by_kind: dict[SheetKind, list[SheetRow]] = defaultdict(list)
    for sheet in sheets:
        by_kind[sheet.kind].append(sheet)
    return by_kind[SheetKind.COUNCIL] or by_kind[SheetKind.APPRAISAL]


def _result_row(
    record: Registration,
    units: dict[str, str],
    computed: _Computed,
    sheets: Sequence[SheetRow],
    standing: Standing | None,
) -> ResultRow:
    self_score, combined, classified, explanation = computed
    totals = combined.totals if combined is not None else ()
    return ResultRow(
        registration_id=record.id,
        name=record.name,
        unit_name=units.get(record.unit_id, ""),
        sector_code=record.sector_code,
        subject_type=record.subject_type,
        state=record.state,
        self_score=self_score,
        score=None if combined is None else combined.score,
        sheets=len(_judging(sheets)),
        spread=max(totals) - min(totals) if totals else Decimal(0),
        zero_criteria=combined.zero_criteria if combined is not None else (),
        rank_code=classified.rank.code if classified is not None else "",
        rank_label=classified.rank.label if classified is not None else "",
        place=None if standing is None else standing.place,
        is_tied=standing is not None and standing.tied,
        explanation=explanation,
    )


def _put_sheet(
    work: UnitOfWork, record: Registration, draft: SheetDraft, form: FormRow, office_id: str
) -> None:
    _refuse_wrong_moment(record, draft.kind)
    if draft.is_final:
        require_marks(form.form, draft.marks)
    sheet = work.first(ScoreSheet, registration_id=record.id, kind=draft.kind, scorer=draft.scorer)
    if sheet is None:
        sheet = ScoreSheet(
            registration_id=record.id,
            form_id=form.id,
            office_id=office_id,
            kind=draft.kind,
            scorer=draft.scorer,
        )
        work.session.add(sheet)
    elif sheet.is_final:
        raise SheetFinalError(scorer=draft.scorer, name=record.name)
    sheet.marks = marks_to_json(draft.marks)
    sheet.comment = draft.comment
    sheet.is_final = draft.is_final
    sheet.scored_on = work.now.date()
    if not draft.is_final:
        return
    if draft.kind is SheetKind.SELF:
        take(work, record, RegistrationAction.SELF_SCORE)
    elif record.state is RegistrationState.SELF_SCORED:
        take(work, record, RegistrationAction.APPRAISE)


def _refuse_wrong_moment(record: Registration, kind: SheetKind) -> None:
    allowed = _SCORED_BY_UNIT if kind is SheetKind.SELF else _SCORED_BY_COUNCIL
    if record.state not in allowed:
        raise NotScorableError(name=record.name, state=record.state.label, kind=kind.label)


def _sheet_row(record: ScoreSheet) -> SheetRow:
    return SheetRow(
        id=record.id,
        registration_id=record.registration_id,
        form_id=record.form_id,
        kind=record.kind,
        scorer=record.scorer,
        marks=marks_from_json(record.marks),
        comment=record.comment,
        is_final=record.is_final,
        scored_on=record.scored_on,
    )
