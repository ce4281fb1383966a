"""Hold the counts of the sample year against each other (đối chiếu)."""

import json
from collections import Counter
from typing import Any

from dvk_desktop.demo.demo_year import DemoOffice, DemoYear
from dvk_desktop.demo.places import sample_file
from dvk_desktop.demo.summary import DemoCheck, DemoSummary
from dvk_desktop.domain.records.history import AuditReport
from dvk_desktop.domain.records.registration import RegistrationFilter, RegistrationRow
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.words import Wording

_KEYS = ("file", "name", "unit", "field", "subject_type", "kind")


def summarise(year: DemoYear) -> DemoSummary:
    """Return the figures of the year and whether they agree."""
    services = year.district.services
    campaign_id = year.district.campaign().id
    rows = _rows(year.district)
    by_state = Counter(row.state for row in rows)
    results = services.scoring.results(campaign_id)
    decision = services.recognition.decisions(campaign_id)[-1]
    return DemoSummary(
        registrations=len(rows),
        by_field=_by_field(year, rows),
        late=sum(row.is_late for row in rows),
        ranks=Counter(row.rank_label for row in results),
        recognised=by_state[RegistrationState.RECOGNISED],
        not_recognised=by_state[RegistrationState.NOT_RECOGNISED],
        certificates=len(services.certificates.certificates(decision.id)),
        conflicts=year.conflicts,
        files=dict(year.files),
        steps=tuple(year.steps),
        checks=(
            *_against_answer(year, rows),
            *_inside_district(year, rows),
            *_papers(year, rows),
            *(_commune(commune, rows) for commune in year.communes),
            *_kept(year),
        ),
    )


def _against_answer(year: DemoYear, rows: list[RegistrationRow]) -> tuple[DemoCheck, ...]:
    """Compare with the answer that comes with the sample, registration by registration."""
    answer = json.loads(sample_file("expected.json").read_text(encoding="utf-8"))
    wanted = Counter(tuple(row[key] for key in _KEYS) for row in answer["registrations"])
    found = Counter(_key(row) for row in rows)
    return (
        DemoCheck(Wording("Tổng số đăng ký"), answer["total"], len(rows)),
        DemoCheck(Wording("Theo lĩnh vực"), answer["by_field"], _by_field(year, rows)),
        DemoCheck(Wording("Đăng ký thiếu so với đáp án"), 0, (wanted - found).total()),
        DemoCheck(Wording("Đăng ký thừa so với đáp án"), 0, (found - wanted).total()),
    )


def _inside_district(year: DemoYear, rows: list[RegistrationRow]) -> tuple[DemoCheck, ...]:
    services = year.district.services
    campaign_id = year.district.campaign().id
    meeting = services.council.meetings(campaign_id)[-1]
    votes = services.council.votes(meeting.id)
    decision = services.recognition.decisions(campaign_id)[-1]
    scored = [row for row in services.scoring.results(campaign_id) if row.score is not None]
    states = Counter(row.state for row in rows)
    recognised = states[RegistrationState.RECOGNISED]
    passed = {row.registration_id for row in votes if row.passed}
    items = {item.registration_id for item in services.recognition.items(decision.id)}
    held = {row.id for row in rows if row.state is RegistrationState.RECOGNISED}
    closed = recognised + states[RegistrationState.NOT_RECOGNISED]
    return (
        DemoCheck(Wording("Có kết quả chấm"), len(rows), len(scored)),
        DemoCheck(Wording("Đã biểu quyết"), len(rows), len(votes)),
        DemoCheck(Wording("Thông qua và có trong quyết định"), len(passed), len(passed & items)),
        DemoCheck(Wording("Mục trong quyết định"), decision.items, len(passed | items)),
        DemoCheck(Wording("Được công nhận theo quyết định"), len(items), len(held & items)),
        DemoCheck(Wording("Được công nhận"), decision.items, recognised),
        DemoCheck(Wording("Đã có kết luận"), len(rows), closed),
    )


def _papers(year: DemoYear, rows: list[RegistrationRow]) -> tuple[DemoCheck, ...]:
    services = year.district.services
    campaign_id = year.district.campaign().id
    decision = services.recognition.decisions(campaign_id)[-1]
    pages = services.certificates.page_count(year.places.certificates)
    table = services.reports.compute("sector-by-unit", campaign_id)
    totals = dict(zip((column.key for column in table.columns), table.totals, strict=True))
    fields = _by_field(year, rows)
    recognised = services.reports.compute("recognised-list", campaign_id)
    issued = len(services.certificates.certificates(decision.id))
    return (
        DemoCheck(Wording("Giấy chứng nhận"), decision.items, issued),
        DemoCheck(Wording("Trang PDF"), decision.items, pages),
        DemoCheck(Wording("Báo cáo: tổng số"), len(rows), totals["total"]),
        DemoCheck(Wording("Báo cáo: lĩnh vực"), fields, {key: totals[key] for key in fields}),
        DemoCheck(Wording("Danh sách công nhận"), decision.items, len(recognised.rows)),
    )


def _commune(commune: DemoOffice, rows: list[RegistrationRow]) -> DemoCheck:
    """Compare what a commune knows in the end with what the district holds of it."""
    wanted = {row.id: row.state.value for row in rows if row.unit_code == commune.code}
    found = {row.id: row.state.value for row in _rows(commune)}
    same = sum(found.get(registration_id) == state for registration_id, state in wanted.items())
    return DemoCheck(
        Wording("{name} biết kết quả", {"name": commune.name}),
        {"registrations": len(wanted), "same": len(wanted)},
        {"registrations": len(found), "same": same},
    )


def _kept(year: DemoYear) -> tuple[DemoCheck, ...]:
    journals: list[AuditReport] = [office.services.audit.verify() for office in year.offices]
    left = sum(len(office.services.conflicts.open()) for office in year.offices)
    return (
        DemoCheck(Wording("Xung đột gặp và đã xử lý"), 1, year.conflicts),
        DemoCheck(Wording("Xung đột còn lại"), 0, left),
        DemoCheck(
            Wording("Nhật ký nguyên vẹn"), len(journals), sum(found.is_good for found in journals)
        ),
    )


def _rows(office: DemoOffice) -> list[RegistrationRow]:
    wanted = RegistrationFilter(campaign_id=office.campaign().id)
    return office.services.registrations.rows(wanted)


def _by_field(year: DemoYear, rows: list[RegistrationRow]) -> dict[str, int]:
    counts = Counter(row.sector_code for row in rows)
    sectors = year.district.services.campaigns.sectors(year.district.campaign().id)
    return {sector.code: counts[sector.code] for sector in sectors if counts[sector.code]}


def _key(row: RegistrationRow) -> tuple[Any, ...]:
    return (
        row.source_file,
        row.name,
        row.unit_name,
        row.sector_code,
        row.subject_type.value if row.subject_type is not None else None,
        row.kind.value if row.kind is not None else None,
    )
