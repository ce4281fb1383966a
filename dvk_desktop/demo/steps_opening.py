"""Found the offices, trust each other's cards, open the campaign (mở đầu năm)."""

from dvk_desktop.demo.demo_year import YEAR, DemoOffice, DemoYear
from dvk_desktop.demo.exchanging import carry
from dvk_desktop.demo.places import sample_file
from dvk_desktop.domain.paper_words import SignatureForm
from dvk_desktop.domain.records.office import SignatoryRow

SIGNATORY = SignatoryRow(
    name="Nguyễn Văn Mẫu (tên minh họa)",
    title="Trưởng ban",
    form=SignatureForm.ON_BEHALF,
    body="Ban Chỉ đạo",
)
_SETTINGS = {"place": "Yên Mô", "upper_office": "Huyện ủy Yên Mô"}


def open_year(year: DemoYear) -> None:
    """Do what happens before the first registration comes."""
    _found_district(year)
    _found_communes(year)
    _trust_both_ways(year)
    _send_campaign_down(year)


def _found_district(year: DemoYear) -> None:
    year.clock.turn_to(1, 9)
    _found(year.district, "district")
    services = year.district.services
    services.office.put_settings(_SETTINGS)
    services.office.save_signatory(SIGNATORY)
    counts, _, _ = services.unit_import.import_file(sample_file("units.xlsx"))
    services.campaigns.create(YEAR)
    year.told(
        "Lập văn phòng huyện, nhập {units} đơn vị, mở đợt thi đua {year}",
        units=counts.new + counts.changed,
        year=YEAR,
    )


def _found_communes(year: DemoYear) -> None:
    for commune in year.communes:
        _found(commune, "commune")
    year.told("Lập {count} văn phòng cấp xã", count=len(year.communes))


def _found(office: DemoOffice, level: str) -> None:
    office.services.office.found(code=office.code, name=office.name, level=level, is_sample=True)


def _trust_both_ways(year: DemoYear) -> None:
    """Exchange cards; each fingerprint is the one that the other office reads out."""
    for office in year.offices:
        card = year.keep(f"card_{office.folder}", year.places.card(office.folder))
        office.services.trust.own_card(card)
    trusted = 0
    for commune in year.communes:
        for one, other in ((commune, year.district), (year.district, commune)):
            fingerprint = other.services.trust.fingerprint()
            one.services.trust.trust(year.places.card(other.folder), fingerprint)
            trusted += 1
    year.told("Trao đổi thẻ và xác nhận {count} dấu vân tay", count=trusted)


def _send_campaign_down(year: DemoYear) -> None:
    year.clock.turn_to(1, 16)
    results = [carry(year, year.district, commune, "trien-khai") for commune in year.communes]
    year.told(
        "Huyện gửi gói triển khai: các xã nhận {new} bản ghi mới",
        new=sum(result.new for result in results),
    )
