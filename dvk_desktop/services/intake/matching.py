"""Finds what is registered already for the rows of a file (đối chiếu với đăng ký đã có).

A row of a template names its registration or its model; any other row is known by its name.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dvk_desktop.domain.records.intake import ProblemRow
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.terms import RegistrationKind
from dvk_desktop.domain.vietnamese.names import model_name_key
from dvk_desktop.exchange.intake.problems import problem
from dvk_desktop.exchange.intake.validate import IntakeRow
from dvk_desktop.models import Exemplar, Registration
from dvk_desktop.services.office.problem_rows import problem_row
from dvk_desktop.storage.unit_of_work import UnitOfWork

REGISTRATION, MODEL = "r:", "m:"
"""What the id of a template's row begins with."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a row belongs to (kết quả đối chiếu); ``is_refused`` when it cannot be taken."""

    draft: RegistrationDraft
    record: Registration | None = None
    is_refused: bool = False


class Matcher:
    """The registrations of one campaign; each answers one row of all files."""

    def __init__(self, work: UnitOfWork, campaign_id: str) -> None:
        self._work = work
        self._by_name: defaultdict[tuple[str, str], list[Registration]] = defaultdict(list)
        self._by_id: dict[str, Registration] = {}
        self._by_model: dict[tuple[str, str | None], Registration] = {}
        self._claimed: dict[str, str] = {}
        self._listed: dict[tuple[str, str], tuple[str, IntakeRow]] = {}
        self._answered: dict[str, str] = {}
        for record in work.find(Registration, "id", campaign_id=campaign_id):
            self._by_name[record.unit_id, model_name_key(record.name)].append(record)
            self._by_id[record.id] = record
            self._by_model[record.unit_id, record.exemplar_id] = record

    def claim(self, rows: Sequence[IntakeRow], file: str) -> None:
        """Set aside what rows name by id, so that no row before them takes it by name."""
        named = {row.template_id.removeprefix(REGISTRATION) for row in rows if row.template_id}
        for id_ in named & self._by_id.keys():
            self._answered.setdefault(id_, file)

    def match(
        self, row: IntakeRow, draft: RegistrationDraft, file: str, told: list[ProblemRow]
    ) -> Match:
        """Return what a row belongs to; adds to ``told`` what a person must know."""
        if not row.template_id:
            return self._listed_row(row, draft, file, told)
        if row.template_id in self._claimed:
            self._tell(told, row, "ROW_TWICE", is_error=True, first=self._claimed[row.template_id])
            return Match(draft, is_refused=True)
        self._claimed[row.template_id] = file
        if row.template_id.startswith(REGISTRATION):
            return self._registration(row, draft, file, told)
        return self._model(row, draft, file, told)

    def _listed_row(
        self, row: IntakeRow, draft: RegistrationDraft, file: str, told: list[ProblemRow]
    ) -> Match:
        """Return what a row of a list belongs to; a model that two files list is taken once."""
        key = (draft.unit_id, model_name_key(draft.name))
        known = self._listed.setdefault(key, (file, row))
        if known[0] != file:
            self._tell(told, row, "ROW_TWICE", is_error=True, first=known[0])
            return Match(draft, is_refused=True)
        if known[1] is not row:
            self._tell(told, row, "ROW_LISTED_TWICE", first=_place(known[1], row))
        return self._named(row, draft, file, told)

    def _named(
        self, row: IntakeRow, draft: RegistrationDraft, file: str, told: list[ProblemRow]
    ) -> Match:
        # Each registered model answers one row: a name that a file lists twice is two models.
        records = self._by_name[draft.unit_id, model_name_key(draft.name)]
        for record in records:
            if record.id not in self._answered:
                self._answered[record.id] = file
                return Match(draft, record)
        given = (one for one in records if self._answered[one.id] != file)
        first = next(given, None)
        return Match(draft) if first is None else self._given_before(first, row, draft, told)

    def _given_before(
        self, record: Registration, row: IntakeRow, draft: RegistrationDraft, told: list[ProblemRow]
    ) -> Match:
        self._tell(told, row, "ROW_TWICE", is_error=True, first=self._answered[record.id])
        return Match(draft, is_refused=True)

    def _registration(
        self, row: IntakeRow, draft: RegistrationDraft, file: str, told: list[ProblemRow]
    ) -> Match:
        record = self._by_id.get(row.template_id.removeprefix(REGISTRATION))
        if record is None or record.unit_id != draft.unit_id:
            self._tell(told, row, "REGISTRATION_GONE", is_error=True)
            return Match(draft, is_refused=True)
        if self._answered[record.id] != file:
            return self._given_before(record, row, draft, told)
        if model_name_key(record.name) != model_name_key(draft.name):
            self._tell(told, row, "ROW_NAME_CHANGED", old=record.name)
        return Match(draft, record)

    def _model(
        self, row: IntakeRow, draft: RegistrationDraft, file: str, told: list[ProblemRow]
    ) -> Match:
        model = self._work.session.get(Exemplar, row.template_id.removeprefix(MODEL))
        if model is None or model.is_deleted or model.unit_id != draft.unit_id:
            self._tell(told, row, "MODEL_GONE")
            return self._named(row, draft, file, told)
        is_same = model_name_key(model.name) == model_name_key(draft.name)
        if not is_same and draft.kind is not RegistrationKind.MAINTAIN:
            self._tell(told, row, "ROW_REPLACED", old=model.name)
            return self._named(row, draft, file, told)
        if not is_same:
            self._tell(told, row, "ROW_NAME_CHANGED", old=model.name)
        linked = replace(draft, exemplar_id=model.id)
        record = self._by_model.get((draft.unit_id, model.id))
        if record is None or record.id in self._answered:
            return self._named(row, linked, file, told)
        self._answered[record.id] = file
        return Match(linked, record)

    @staticmethod
    def _tell(
        told: list[ProblemRow],
        row: IntakeRow,
        code: str,
        *,
        is_error: bool = False,
        first: str = "",
        old: str = "",
    ) -> None:
        found = problem(
            code, row.sheet, row.row, value=row.name, is_error=is_error, first=first, old=old
        )
        told.append(problem_row(found))


def _place(first: IntakeRow, row: IntakeRow) -> str:
    """Name a row, with its sheet as Excel does if it is another one."""
    return str(first.row) if first.sheet == row.sheet else f"{first.sheet}!{first.row}"
