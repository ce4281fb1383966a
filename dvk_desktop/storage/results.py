"""What the sheets of a campaign come to, computed afresh from what is stored (kết quả chấm)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dvk_desktop.domain.marks import sheet_total
from dvk_desktop.domain.ranking import Standing, standings
from dvk_desktop.domain.records.scoring import FormRow, ResultRow, SheetRow
from dvk_desktop.domain.scoring import (
    Classification,
    CombinedResult,
    classification,
    combine_sheets,
)
from dvk_desktop.domain.scoring_explanation import explain
from dvk_desktop.domain.scoring_form_json import marks_from_json
from dvk_desktop.domain.terms import SheetKind
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import Campaign, Registration, ScoreSheet, Unit
from dvk_desktop.storage.forms import form_for, form_rows
from dvk_desktop.storage.unit_of_work import UnitOfWork


def result_rows(work: UnitOfWork, campaign_id: str) -> tuple[ResultRow, ...]:
    """Return the result of each registration of a campaign that has a final sheet."""
    work.get(Campaign, campaign_id, "đợt thi đua")
    forms = form_rows(work, campaign_id)
    units = {unit.id: unit.name for unit in work.find(Unit)}
    registrations = {row.id: row for row in work.find(Registration, campaign_id=campaign_id)}
    sheets: dict[str, list[SheetRow]] = defaultdict(list)
    for sheet in work.find(ScoreSheet, "id", is_final=True):
        if sheet.registration_id in registrations:
            sheets[sheet.registration_id].append(sheet_row(sheet))
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


def sheet_row(record: ScoreSheet) -> SheetRow:
    """Return a stored sheet as a record."""
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
