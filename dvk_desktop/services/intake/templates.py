"""Template workbooks for units: made here, filled in there, recognised on return (tệp mẫu)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.registration_fields import CONTENT_LABELS
from dvk_desktop.domain.registration_states import can_correct
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.exchange.intake.open_source import read_source
from dvk_desktop.exchange.intake.template import (
    TemplateCell,
    TemplateContent,
    TemplateRow,
    template_workbook,
)
from dvk_desktop.exchange.intake.template_form import CURRENT_FORM, MILLION
from dvk_desktop.exchange.intake.template_mark import TemplateMark, find_mark, row_id
from dvk_desktop.models import Campaign, Level, Registration, Sector, Unit
from dvk_desktop.safe_files import require_place, write_safely
from dvk_desktop.storage.deadlines import deadline_for
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_S = RegistrationState
_NOT_CONTINUED = frozenset({_S.ENDED, _S.REVOKED, _S.MERGED})
_CONTINUED_TEXTS = (
    "name",
    "lead_body",
    "address",
    *CONTENT_LABELS,
    "contact_name",
    "contact_title",
    "contact_phone",
)
"""What last year's model brings along; numbers, dates and notes belong to their year."""


class TemplateFormatError(DvkError):
    """A template is an Excel workbook (định dạng tệp mẫu)."""

    code = "TEMPLATE_FORMAT"
    template = "Không ghi được tệp mẫu dạng “{suffix}”. Hãy chọn tên tệp có đuôi .xlsx."


@dataclass(frozen=True, slots=True)
class WrittenTemplate:
    """What a template was filled in with (tệp mẫu đã ghi).

    ``registered`` rows are of this campaign, ``continued`` ones last year's models.
    """

    path: Path
    unit_name: str
    year: int
    registered: int
    continued: int


class TemplateService:
    """Writes the workbook on which one unit registers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, unit_id: str, campaign_id: str, path: Path) -> WrittenTemplate:
        """Write the template of a unit for a campaign; the file appears whole or not at all.

        Raises:
            TemplateFormatError: The name does not end in .xlsx.
            FileWriteError: The file cannot be written.
            NotFoundError: There is no such unit or campaign.
        """
        if path.suffix.lower() != ".xlsx":
            raise TemplateFormatError(suffix=path.suffix)
        require_place(path)
        with self._database.reading() as work:
            filler = _Filler(work, unit_id, campaign_id)
            registered = list(filler.registered())
            continued = list(filler.continued())
            content = filler.content([*registered, *continued])
        workbook = template_workbook(content)
        mark = content.mark

        def is_ours(written: Path) -> bool:
            return find_mark(read_source(written)).mark == mark

        def put(out: BinaryIO) -> None:
            out.write(workbook)

        write_safely(path, put, is_ours)
        return WrittenTemplate(path, mark.unit_name, mark.year, len(registered), len(continued))


class _Filler:
    """Gathers what a template of one unit holds."""

    def __init__(self, work: UnitOfWork, unit_id: str, campaign_id: str) -> None:
        self._work = work
        self._unit = work.get(Unit, unit_id, "đơn vị")
        self._campaign = work.get(Campaign, campaign_id, "đợt thi đua")
        self._sectors = {
            row.code: row.name
            for row in work.find(Sector, "sort_order", "id", campaign_id=campaign_id)
        }
        self._levels = {level.code: level.name for level in work.find(Level, "rank")}
        self._now = work.find(Registration, "id", campaign_id=campaign_id, unit_id=unit_id)

    def content(self, rows: Sequence[TemplateRow]) -> TemplateContent:
        """Return everything that the workbook shows and carries."""
        general, exception = deadline_for(
            self._work, self._campaign.id, CampaignStep.REGISTRATION, self._unit.id
        )
        deadline = exception or general
        mark = TemplateMark(
            self._unit.id,
            self._unit.code,
            self._unit.name,
            self._campaign.id,
            self._campaign.year_from,
            CURRENT_FORM.version,
            {column.key: column.header for column in CURRENT_FORM.columns},
        )
        lists = {
            "sector_code": tuple(self._sectors.values()),
            "subject_type": tuple(subject.label for subject in SubjectType),
            "kind": tuple(kind.label for kind in RegistrationKind),
            "target_level": tuple(self._levels.values()),
        }
        on_time = deadline.on_time if deadline is not None else None
        return TemplateContent(mark, lists, rows, on_time)

    def registered(self) -> Iterator[TemplateRow]:
        """Yield what the unit has registered already and may still change."""
        for record in self._now:
            if can_correct(record.state):
                values = self._values(record)
                values["note"] = record.note
                values["registered_on"] = record.registered_on
                values["people_count"] = record.people_count
                values["work_days"] = record.work_days
                values["land_area"] = record.land_area
                if record.cost is not None:
                    values["cost"] = Decimal(record.cost) / MILLION
                if record.kind is not None:
                    values["kind"] = record.kind.label
                yield TemplateRow(row_id("r", record.id, record.name), values)

    def continued(self) -> Iterator[TemplateRow]:
        """Yield last year's models that are not registered yet, as ones to be maintained."""
        taken = {record.exemplar_id for record in self._now} | {None}
        for record in self._last_year():
            if record.exemplar_id not in taken and record.state not in _NOT_CONTINUED:
                taken.add(record.exemplar_id)
                values = self._values(record)
                values["kind"] = RegistrationKind.MAINTAIN.label
                yield TemplateRow(row_id("m", str(record.exemplar_id), record.name), values)

    def _last_year(self) -> list[Registration]:
        earlier = [
            campaign
            for campaign in self._work.find(Campaign, "year_from")
            if campaign.year_from < self._campaign.year_from
        ]
        if not earlier:
            return []
        return self._work.find(
            Registration, "id", campaign_id=earlier[-1].id, unit_id=self._unit.id
        )

    def _values(self, record: Registration) -> dict[str, TemplateCell]:
        values: dict[str, TemplateCell] = {name: getattr(record, name) for name in _CONTINUED_TEXTS}
        values["sector_code"] = self._sectors.get(record.sector_code or "")
        values["target_level"] = self._levels.get(record.target_level or "")
        if record.subject_type is not None:
            values["subject_type"] = record.subject_type.label
        return values
