"""Registrations come in: by package from two communes, by file from the others (đăng ký)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dvk_desktop.demo.demo_year import YEAR, DemoOffice, DemoYear
from dvk_desktop.demo.exchanging import carry, merge_again
from dvk_desktop.demo.places import sample_file, sample_files
from dvk_desktop.domain.records.intake import IntakePlan, PlannedAction
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.exchange.conflicts import THEIRS

_ON_TIME_UNTIL = date(YEAR, 3, 20)
_SLOW_UNITS = ("20-xa-yen-my.xlsx", "26-hoi-cuu-chien-binh-huyen.xlsx")
"""Their files bear no dates; that they came after the deadline is made up."""


def register_all(year: DemoYear) -> None:
    """Do what happens until all registrations are accepted."""
    _communes_register(year)
    _communes_send_up(year)
    _both_sides_edit(year)
    _district_imports(year)
    _nothing_doubles(year)
    _accept(year)


def _communes_register(year: DemoYear) -> None:
    year.clock.turn_to(3, 6)
    count = sum(_import(commune, [sample_file(commune.file)]) for commune in year.communes)
    for commune in year.communes:
        _submit(commune)
    year.told("Hai xã nhập tệp của mình và gửi {count} đăng ký", count=count)


def _communes_send_up(year: DemoYear) -> None:
    year.clock.turn_to(3, 8)
    results = [carry(year, commune, year.district, "bao-cao") for commune in year.communes]
    again = merge_again(year, year.district, "bao-cao")
    year.told(
        "Huyện nhận gói báo cáo: {new} bản ghi mới; nhập lại lần nữa: {again} thay đổi",
        new=sum(result.new for result in results),
        again=again.new + again.changed + again.removed,
    )


def _both_sides_edit(year: DemoYear) -> None:
    """Let commune and district change one address apart from each other, and settle it."""
    year.clock.turn_to(3, 10)
    commune, district = year.communes[0], year.district
    first = _ids(commune)[0]
    _correct_again(commune, first, "Thôn Bình Hòa, xã Yên Phong")
    draft = district.services.registrations.detail(first).draft
    corrected = replace(draft, address="Thôn Bình Hòa (huyện ghi)")
    district.services.registrations.correct(first, corrected)
    result = carry(year, commune, district, "bao-cao-bo-sung")
    conflicts = district.services.conflicts
    for conflict in conflicts.open():
        conflicts.resolve(conflict.id, THEIRS)
    year.conflicts = result.conflicts
    year.told(
        "Hai nơi cùng sửa một mục: {found} xung đột, đã xử lý, còn {left}",
        found=result.conflicts,
        left=len(conflicts.open()),
    )


def _correct_again(commune: DemoOffice, registration_id: str, address: str) -> None:
    registrations = commune.services.registrations
    registrations.step([registration_id], RegistrationAction.WITHDRAW)
    draft = registrations.detail(registration_id).draft
    registrations.correct(registration_id, replace(draft, address=address))
    registrations.step([registration_id], RegistrationAction.SUBMIT)


def _district_imports(year: DemoYear) -> None:
    by_package = {commune.file for commune in year.communes}
    others = [path for path in sample_files() if path.name not in by_package]
    district = year.district
    plan = district.services.intake.plan(others, district.campaign().id)
    slow = {file.path for file in plan.files if _is_slow(plan, file.path)}
    year.clock.turn_to(3, 20)
    count = _import(district, [path for path in others if path not in slow])
    late = _submit(district)
    year.clock.turn_to(3, 28)
    count += _import(district, [path for path in others if path in slow])
    late += _submit(district)
    year.told(
        "Huyện nhập {files} tệp của các đơn vị khác: {count} đăng ký, {late} gửi muộn",
        files=len(others),
        count=count,
        late=late,
    )


def _is_slow(plan: IntakePlan, path: Path) -> bool:
    """Say whether a file came after the deadline, by the dates in it or by our story."""
    found = next(file for file in plan.files if file.path == path)
    days = [item.draft.registered_on for item in found.items]
    return path.name in _SLOW_UNITS or any(day and day > _ON_TIME_UNTIL for day in days)


def _nothing_doubles(year: DemoYear) -> None:
    district = year.district
    files = sample_files()
    plan = district.services.intake.plan(files, district.campaign().id)
    year.told(
        "Xem lại cả {files} tệp: {new} mới, {changed} khác tệp vì đã sửa, {same} đã có",
        files=len(files),
        new=plan.count(PlannedAction.NEW),
        changed=plan.count(PlannedAction.CHANGED),
        same=plan.count(PlannedAction.SAME),
    )


def _accept(year: DemoYear) -> None:
    year.clock.turn_to(4, 3)
    result = year.district.services.registrations.step(
        _ids(year.district, RegistrationState.SUBMITTED), RegistrationAction.ACCEPT
    )
    year.told(
        "Huyện tiếp nhận {count} đăng ký, trong đó {late} gửi muộn",
        count=result.done,
        late=result.late,
    )


def _import(office: DemoOffice, paths: Sequence[Path]) -> int:
    plan = office.services.intake.plan(paths, office.campaign().id)
    counts, _ = office.services.intake.apply(plan)
    return counts.new


def _submit(office: DemoOffice) -> int:
    drafts = _ids(office, RegistrationState.DRAFT)
    return office.services.registrations.step(drafts, RegistrationAction.SUBMIT).late


def _ids(office: DemoOffice, *states: RegistrationState) -> list[str]:
    wanted = RegistrationFilter(campaign_id=office.campaign().id, states=states)
    return [row.id for row in office.services.registrations.rows(wanted)]
