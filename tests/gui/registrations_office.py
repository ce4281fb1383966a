"""A district office with its units and some sixty registrations, made through the services."""

from datetime import date, datetime
from pathlib import Path

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction as Action
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.services.services import Services
from dvk_desktop.storage.unit_of_work import VIETNAM

UNITS = (
    "Xã Yên Phong",
    "Xã Yên Thành",
    "Xã Khánh Thượng",
    "Thị trấn Yên Thịnh",
    "Xã Mai Sơn",
    "Hội Liên hiệp Phụ nữ huyện",
    "Huyện đoàn",
    "Phòng Giáo dục và Đào tạo",
    "Xã Yên Hòa",
)
NAMES = (
    "Vận động nhân dân hiến đất mở rộng đường giao thông nông thôn",
    "Tổ tự quản bảo vệ môi trường “Sạch nhà, đẹp ngõ”",
    "Tuyến đường hoa phụ nữ tự quản",
    "Trồng dưa chuột bao tử liên kết tiêu thụ sản phẩm",
    "Camera an ninh xóm 5",
    "Câu lạc bộ dưỡng sinh người cao tuổi",
    "Phát huy vai trò người có uy tín trong tuyên truyền, vận động đồng bào theo đạo Thiên Chúa"
    " thực hiện nếp sống văn minh trong việc cưới, việc tang và lễ hội trên địa bàn khu dân cư",
    "Hũ gạo tình thương",
)
SECTORS = ("NTM", "VHXH", "VHXH", "KT", "QPAN", "VHXH", "HTCT", "VHXH")
LONG_TEXT = (
    "Đoạn đường liên thôn dài 1,2 km rộng chưa đến 3 m, xe thu hoạch lúa không vào được.\n"
    "Nhiều hộ đã xây tường rào sát mép đường, một số hộ còn băn khoăn về việc hiến đất."
)


def today_in_2017() -> datetime:
    """Return a day between two deadlines of the campaign."""
    return datetime(2017, 3, 14, 9, 0, tzinfo=VIETNAM)


def empty_office(folder: Path) -> Services:
    """Found a district office that has nothing yet."""
    services = open_office(folder, clock=today_in_2017, actor="Nguyễn Thị Hường")
    services.office.found(code="YM", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
    return services


def add_units(services: Services) -> list[str]:
    """Add the units below the office."""
    own = services.office.office().unit_id
    drafts = [
        UnitDraft(f"U{number:02}", name, "commune", own, "xã", number)
        for number, name in enumerate(UNITS, start=1)
    ]
    return [services.units.save(draft)[0] for draft in drafts]


def sample_office(folder: Path, count: int = 60) -> tuple[Services, str]:
    """Return an office in the middle of its year, and the campaign of 2017."""
    services = empty_office(folder)
    units = add_units(services)
    campaign, _ = services.campaigns.create(2017)
    ids = [
        services.registrations.register(campaign, draft_of(number, units[number % 8]))[0]
        for number in range(count)
    ]
    _take_on(services, ids)
    return services, campaign


def draft_of(number: int, unit_id: str) -> RegistrationDraft:
    """Return a believable registration."""
    place = number % len(NAMES)
    return RegistrationDraft(
        unit_id=unit_id,
        name=NAMES[place] if number < len(NAMES) else f"{NAMES[place]} (xóm {number // 8 + 1})",
        lead_body="Chi hội Phụ nữ xóm 3",
        sector_code=SECTORS[place],
        subject_type=SubjectType.INDIVIDUAL if number % 7 == 3 else SubjectType.COLLECTIVE,
        kind=RegistrationKind.MAINTAIN if number % 5 == 2 else RegistrationKind.NEW,
        registered_on=date(2017, 3, 25) if number % 11 == 4 else date(2017, 3, 6),
        situation=LONG_TEXT,
        goals="100 % hộ dọc tuyến đồng thuận; hoàn thành trước ngày 15/10.",
        people_count=145 + number,
        cost=1_250_000,
        contact_name="Phạm Thị Khuyên",
        contact_phone="0912 345 678",
    )


def _take_on(services: Services, ids: list[str]) -> None:
    """Leave registrations in many states, as they are in the middle of a year."""
    step = services.registrations.step
    count = len(ids)
    sent = ids[: count - count // 12]
    step(sent, Action.SUBMIT)
    accepted = sent[count // 5 :]
    step(accepted, Action.ACCEPT)
    step(accepted[: count // 3], Action.START)
    note = "Chưa nêu rõ tiêu chí đánh giá; đề nghị bổ sung lực lượng thực hiện."
    step(sent[:2], Action.RETURN, note=note, fields=("goals", "forces"))


def all_rows(services: Services, campaign: str) -> list[str]:
    """Return the names of all registrations in the order of the list."""
    return [row.name for row in services.registrations.rows(RegistrationFilter(campaign))]
