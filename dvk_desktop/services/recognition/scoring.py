"""Scoring: sheets of unit and council, and what they come to (chấm điểm)."""

from collections.abc import Sequence

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.marks import require_marks
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.scoring import (
    FormRow,
    ResultRow,
    SheetDraft,
    SheetMark,
    SheetRow,
)
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.scoring_form_json import marks_to_json
from dvk_desktop.domain.terms import RegistrationState, SheetKind
from dvk_desktop.models import Registration, ScoreSheet
from dvk_desktop.storage.forms import form_for, form_rows
from dvk_desktop.storage.results import result_rows, sheet_row
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
            return tuple(sheet_row(record) for record in records)

    def filled(self, campaign_id: str) -> tuple[SheetMark, ...]:
        """Return who has a sheet for what in a campaign, without any points."""
        with self._database.reading() as work:
            wanted = {row.id for row in work.find(Registration, campaign_id=campaign_id)}
            return tuple(
                SheetMark(sheet.registration_id, sheet.kind, sheet.scorer, sheet.is_final)
                for sheet in work.find(ScoreSheet, "id")
                if sheet.registration_id in wanted
            )

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
