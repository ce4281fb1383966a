"""Find the scoring form that holds for a registration (mẫu phiếu áp dụng)."""

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.scoring import FormRow
from dvk_desktop.domain.scoring_form_json import form_from_json
from dvk_desktop.domain.terms import SubjectType
from dvk_desktop.models import ScoringForm
from dvk_desktop.storage.unit_of_work import UnitOfWork


class NoFormError(DvkError):
    """The campaign has no scoring form for this subject type (chưa có mẫu phiếu)."""

    code = "NO_FORM"
    template = "Đợt thi đua chưa có phiếu chấm cho đối tượng này. Hãy lập phiếu chấm trước."


def form_rows(work: UnitOfWork, campaign_id: str) -> tuple[FormRow, ...]:
    """Return all forms of a campaign, the newest version of each subject type first."""
    records = work.find(ScoringForm, "version", "id", campaign_id=campaign_id)
    return tuple(form_row(record) for record in reversed(records))


def form_row(record: ScoringForm) -> FormRow:
    """Return a stored form as a record."""
    return FormRow(
        id=record.id,
        name=record.name,
        subject_type=record.subject_type,
        version=record.version,
        is_example=record.is_example,
        frozen_on=record.frozen_on,
        form=form_from_json(record.definition),
    )


def form_for(forms: tuple[FormRow, ...], subject_type: SubjectType | None) -> FormRow:
    """Return the newest form for a subject type, or one that is for all of them.

    Raises:
        NoFormError: There is none.
    """
    for wanted in (subject_type, None):
        for row in forms:
            if row.subject_type is wanted:
                return row
    raise NoFormError
