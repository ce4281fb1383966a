"""Campaigns: opening, copying from last year, freezing (đợt thi đua)."""

from dataclasses import dataclass
from datetime import date

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.deadlines import (
    CampaignStep,
    DeadlineException,
    default_deadlines,
    require_deadline,
)
from dvk_desktop.domain.deadlines import Deadline as DeadlineDates
from dvk_desktop.domain.default_forms import default_form
from dvk_desktop.domain.errors import DvkError, NotFoundError
from dvk_desktop.domain.records.campaign import (
    CampaignDetail,
    CampaignRow,
    DeadlineRow,
    SectorRow,
)
from dvk_desktop.domain.scoring_form_json import form_to_json
from dvk_desktop.domain.terms import SubjectType
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.domain.voting import VoteRule, rule_to_json
from dvk_desktop.models import Campaign, Deadline, Registration, ScoringForm, Sector, Target, Unit
from dvk_desktop.storage.deadlines import recount_late
from dvk_desktop.storage.knowledge import begin_scope
from dvk_desktop.storage.registers import campaign_row, deadline_rows, sector_rows
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

DEFAULT_SECTORS: tuple[tuple[str, str], ...] = (
    ("KT", "Phát triển kinh tế"),
    ("VHXH", "Văn hóa - xã hội"),
    ("QPAN", "Quốc phòng - an ninh"),
    ("HTCT", "Xây dựng Đảng, hệ thống chính trị"),
    ("NTM", "Xây dựng nông thôn mới"),
)
"""The five sectors seen in provincial guidance (Bình Phước, KH 53-KH/TU); offices change them."""


class CampaignExistsError(DvkError):
    """There is a campaign of that period already (đã có đợt thi đua)."""

    code = "CAMPAIGN_EXISTS"
    template = "Đã có đợt thi đua năm {year}. Hãy mở đợt đó, hoặc chọn năm khác."


class CampaignFrozenError(DvkError):
    """What scorers rely on is frozen (đợt thi đua đã khóa quy định)."""

    code = "CAMPAIGN_FROZEN"
    template = (
        "Quy định chấm điểm của “{name}” đã khóa từ {day}."
        " Muốn sửa, hãy lập phiên bản mới và ghi rõ lý do."
    )


class SectorInUseError(DvkError):
    """A sector that registrations use cannot be removed (lĩnh vực đang dùng)."""

    code = "SECTOR_IN_USE"
    template = "Lĩnh vực “{name}” đang có đăng ký nên không xóa được. Hãy đổi tên nếu cần."


@dataclass(frozen=True, slots=True)
class SectorDraft:
    """A sector as the settings page gives it (lĩnh vực đang nhập)."""

    code: str
    name: str
    counts_as: str | None = None


class CampaignService:
    """Opens campaigns and keeps their sectors, deadlines and forms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def campaigns(self) -> tuple[CampaignRow, ...]:
        """Return all campaigns, the newest first."""
        with self._database.reading() as work:
            rows = sorted(work.find(Campaign), key=lambda row: row.year_from, reverse=True)
            return tuple(campaign_row(row) for row in rows)

    def of_year(self, year: int) -> CampaignRow:
        """Return the campaign that a year belongs to.

        Raises:
            NotFoundError: There is none.
        """
        for row in self.campaigns():
            if row.year_from <= year <= row.year_to:
                return row
        raise NotFoundError(what="đợt thi đua năm", key=year)

    def detail(self, campaign_id: str) -> CampaignDetail:
        """Return a campaign with its sectors, deadlines and targets."""
        with self._database.reading() as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            targets = work.find(Target, campaign_id=campaign_id)
            return CampaignDetail(
                campaign=campaign_row(campaign),
                sectors=sector_rows(work, campaign_id),
                deadlines=deadline_rows(work, campaign_id),
                targets=tuple((target.unit_id, target.minimum) for target in targets),
            )

    def sectors(self, campaign_id: str) -> tuple[SectorRow, ...]:
        """Return the sectors of a campaign in their order."""
        with self._database.reading() as work:
            return sector_rows(work, campaign_id)

    def create(self, year: int, *, like: int | None = None) -> tuple[str, Changes]:
        """Open the campaign of a year, with defaults or with everything of another year.

        Raises:
            CampaignExistsError: The year has a campaign.
            NotFoundError: There is no campaign of the year to copy.
        """
        with self._database.writing("Mở đợt thi đua năm {year}", year=year) as work:
            rows = work.find(Campaign)
            if any(row.year_from <= year <= row.year_to for row in rows):
                raise CampaignExistsError(year=year)
            model = None
            if like is not None:
                model = next((row for row in rows if row.year_from <= like <= row.year_to), None)
                if model is None:
                    raise NotFoundError(what="đợt thi đua năm", key=like)
            campaign = work.add(
                Campaign(
                    name=f"Phong trào thi đua “Dân vận khéo” năm {year}",
                    year_from=year,
                    year_to=year,
                    vote_rule=rule_to_json(VoteRule()) if model is None else dict(model.vote_rule),
                )
            )
            begin_scope(work, campaign.id)
            if model is None:
                _fill_defaults(work, campaign.id, year)
            else:
                _copy_rules(work, model, campaign.id, year - model.year_from)
            work.commit()
            return campaign.id, Changes.CAMPAIGNS

    def freeze(self, campaign_id: str) -> Changes:
        """Freeze what scorers and voters rely on; a later change is a new version.

        Raises:
            CampaignFrozenError: It is frozen already.
        """
        with self._database.writing("Khóa quy định chấm điểm của “{name}”") as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            work.note(name=campaign.name)
            _refuse_frozen(campaign)
            today = work.now.date()
            campaign.frozen_on = today
            for form in work.find(ScoringForm, campaign_id=campaign_id):
                form.frozen_on = form.frozen_on or today
            work.commit()
        return Changes.CAMPAIGNS | Changes.SCORES

    def rename(self, campaign_id: str, name: str) -> Changes:
        """Change how a campaign is called on lists and papers."""
        with self._database.writing("Đổi tên đợt thi đua thành “{name}”", name=name) as work:
            work.get(Campaign, campaign_id, "đợt thi đua").name = clean_line(name)
            work.commit()
        return Changes.CAMPAIGNS

    def save_sector(
        self, campaign_id: str, draft: SectorDraft, sector_id: str | None = None
    ) -> Changes:
        """Add a sector at the end, or change one."""
        with self._database.writing("Ghi lĩnh vực “{name}”", name=draft.name) as work:
            if sector_id is None:
                order = len(work.find(Sector, campaign_id=campaign_id)) + 1
                work.add(
                    Sector(
                        campaign_id=campaign_id,
                        code=clean_line(draft.code),
                        name=clean_line(draft.name),
                        sort_order=order,
                        counts_as=draft.counts_as,
                    )
                )
            else:
                record = work.get(Sector, sector_id, "lĩnh vực")
                record.name, record.counts_as = clean_line(draft.name), draft.counts_as
            work.commit()
        return Changes.CAMPAIGNS

    def remove_sector(self, sector_id: str) -> Changes:
        """Remove a sector that no registration uses.

        Raises:
            SectorInUseError: Registrations use it.
        """
        with self._database.writing("Xóa lĩnh vực “{name}”") as work:
            record = work.get(Sector, sector_id, "lĩnh vực")
            work.note(name=record.name)
            if work.first(Registration, campaign_id=record.campaign_id, sector_code=record.code):
                raise SectorInUseError(name=record.name)
            work.delete(record)
            work.commit()
        return Changes.CAMPAIGNS

    def save_deadline(self, campaign_id: str, row: DeadlineRow) -> Changes:
        """Set the dates of a step, for all units or as an exception for one.

        Who came late is counted anew by the new dates.

        Raises:
            DeadlineError: It closes before it is over, or the exception has no reason.
        """
        _require_dates(row)
        with self._database.writing("Ghi thời hạn") as work:
            record = work.first(
                Deadline, campaign_id=campaign_id, step=row.step, unit_id=row.unit_id
            )
            if record is None:
                record = Deadline(campaign_id=campaign_id, step=row.step, unit_id=row.unit_id)
                record.on_time = row.on_time
                work.add(record)
            record.on_time, record.closes_on = row.on_time, row.closes_on
            record.reason = row.reason
            recount_late(work, campaign_id)
            work.commit()
        return Changes.CAMPAIGNS | Changes.REGISTRATIONS

    def remove_deadline(self, deadline_id: str) -> Changes:
        """Take an exception back; the dates for all units hold again."""
        with self._database.writing("Bỏ gia hạn của “{name}”") as work:
            record = work.get(Deadline, deadline_id, "thời hạn")
            if record.unit_id is not None:
                work.note(name=work.get(Unit, record.unit_id, "đơn vị").name)
            work.delete(record)
            recount_late(work, record.campaign_id)
            work.commit()
        return Changes.CAMPAIGNS | Changes.REGISTRATIONS

    def save_target(self, campaign_id: str, unit_id: str | None, minimum: int) -> Changes:
        """Set how many models a unit is asked for; without a unit, every other unit."""
        with self._database.writing("Giao chỉ tiêu {count} mô hình", count=minimum) as work:
            record = work.first(Target, campaign_id=campaign_id, unit_id=unit_id)
            if record is None:
                work.add(Target(campaign_id=campaign_id, unit_id=unit_id, minimum=minimum))
            else:
                record.minimum = minimum
            work.commit()
        return Changes.CAMPAIGNS | Changes.REGISTRATIONS

    def remove_target(self, campaign_id: str, unit_id: str | None) -> Changes:
        """Ask a unit for what every unit is asked for again."""
        with self._database.writing("Bỏ chỉ tiêu riêng") as work:
            for record in work.find(Target, campaign_id=campaign_id, unit_id=unit_id):
                work.delete(record)
            work.commit()
        return Changes.CAMPAIGNS | Changes.REGISTRATIONS


def _require_dates(row: DeadlineRow) -> None:
    step = CampaignStep(row.step)
    if row.unit_id is None:
        require_deadline(DeadlineDates(step, row.on_time, row.closes_on))
    else:
        require_deadline(
            DeadlineException(row.unit_id, step, row.on_time, row.reason, row.closes_on)
        )


def _refuse_frozen(campaign: Campaign) -> None:
    if campaign.frozen_on is not None:
        day = campaign.frozen_on.strftime("%d/%m/%Y")
        raise CampaignFrozenError(name=campaign.name, day=day)


def _fill_defaults(work: UnitOfWork, campaign_id: str, year: int) -> None:
    for order, (code, name) in enumerate(DEFAULT_SECTORS, start=1):
        work.add(Sector(campaign_id=campaign_id, code=code, name=name, sort_order=order))
    for deadline in default_deadlines(year):
        step = deadline.step.value
        work.add(Deadline(campaign_id=campaign_id, step=step, on_time=deadline.on_time))
    for subject in SubjectType:
        form = default_form(subject)
        work.add(
            ScoringForm(
                campaign_id=campaign_id,
                name=form.name,
                subject_type=subject,
                version=form.version,
                is_example=form.is_example,
                definition=form_to_json(form),
            )
        )


def _copy_rules(work: UnitOfWork, model: Campaign, campaign_id: str, years: int) -> None:
    """Copy sectors, deadlines, targets and the newest forms of a campaign, unfrozen."""
    for sector in work.find(Sector, "sort_order", "id", campaign_id=model.id):
        work.add(
            Sector(
                campaign_id=campaign_id,
                code=sector.code,
                name=sector.name,
                sort_order=sector.sort_order,
                counts_as=sector.counts_as,
            )
        )
    for deadline in work.find(Deadline, "on_time", campaign_id=model.id, unit_id=None):
        closes = deadline.closes_on
        work.add(
            Deadline(
                campaign_id=campaign_id,
                step=deadline.step,
                on_time=_years_later(deadline.on_time, years),
                closes_on=None if closes is None else _years_later(closes, years),
            )
        )
    for target in work.find(Target, campaign_id=model.id):
        work.add(Target(campaign_id=campaign_id, unit_id=target.unit_id, minimum=target.minimum))
    newest: dict[SubjectType | None, ScoringForm] = {}
    for form in work.find(ScoringForm, "version", campaign_id=model.id):
        newest[form.subject_type] = form
    for form in newest.values():
        work.add(
            ScoringForm(
                campaign_id=campaign_id,
                name=form.name,
                subject_type=form.subject_type,
                version=form.version,
                is_example=form.is_example,
                definition=form.definition,
            )
        )


def _years_later(day: date, years: int) -> date:
    # 29 February has no counterpart in most years; the last day of the month is meant.
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)
