"""Reports, packages down with receipts, backup: the end of the year (kết thúc năm)."""

from dvk_desktop.demo.demo_year import DemoYear
from dvk_desktop.demo.exchanging import carry
from dvk_desktop.domain.records.registration import RegistrationFilter


def close_year(year: DemoYear) -> None:
    """Do what happens after the decision."""
    _report(year)
    _send_down(year)
    _back_up(year)


def _report(year: DemoYear) -> None:
    year.clock.turn_to(10, 14)
    services = year.district.services
    campaign_id = year.district.campaign().id
    by_unit = services.reports.compute("sector-by-unit", campaign_id)
    services.reports.write(by_unit, year.keep("report", year.places.report))
    recognised = services.reports.compute("recognised-list", campaign_id)
    services.reports.write(recognised, year.keep("recognised_list", year.places.recognised_list))
    full = services.registers.full(RegistrationFilter(campaign_id=campaign_id))
    services.registers.save(full, year.keep("register", year.places.register))
    year.told(
        "Báo cáo lĩnh vực theo {units} đơn vị, danh sách {count} mô hình được công nhận",
        units=len(by_unit.rows),
        count=len(recognised.rows),
    )


def _send_down(year: DemoYear) -> None:
    year.clock.turn_to(10, 16)
    results = [carry(year, year.district, commune, "ket-qua") for commune in year.communes]
    year.told(
        "Huyện gửi kết quả xuống hai xã: {new} bản ghi mới, {changed} thay đổi, có biên nhận",
        new=sum(result.new for result in results),
        changed=sum(result.changed for result in results),
    )


def _back_up(year: DemoYear) -> None:
    backups = year.district.services.backups
    row = backups.create(year.keep("backup", year.places.backup))
    backups.verify(row.path)
    year.told("Sao lưu dữ liệu huyện và khôi phục thử: {size} byte", size=row.byte_count)
