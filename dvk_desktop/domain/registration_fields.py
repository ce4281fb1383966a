"""The items of a registration and which of them must be filled (mục đăng ký).

A unit that sends a list gives only who, what and of which kind; the nine items of the full form
(Thanh Khê 2026, domain.md 1.1) are asked for where the campaign works with the form.
"""

from collections.abc import Iterable, Mapping

from dvk_desktop.domain.errors import MissingFieldsError

CONTENT_LABELS: dict[str, str] = {
    "situation": "Thực trạng, lý do xây dựng mô hình",
    "goals": "Mục tiêu, tiêu chí",
    "content": "Nội dung, cách thức thực hiện",
    "area_beneficiaries": "Địa bàn, đối tượng",
    "forces": "Lực lượng thực hiện",
    "resources": "Nguồn lực thực hiện",
    "timeline": "Thời gian thực hiện",
    "outputs": "Sản phẩm, kết quả đầu ra",
    "sustainability": "Khả năng duy trì, nhân rộng",
}

FIELD_LABELS: dict[str, str] = {
    "name": "Tên mô hình",
    "unit_id": "Đơn vị đăng ký",
    "sector_code": "Lĩnh vực",
    "subject_type": "Đối tượng",
    "kind": "Loại đăng ký",
    **CONTENT_LABELS,
    "lead_body": "Bộ phận chủ trì",
    "target_level": "Cấp đề nghị công nhận",
    "address": "Địa chỉ",
    "contact_name": "Người phụ trách",
    "contact_title": "Chức vụ người phụ trách",
    "contact_phone": "Điện thoại",
    "people_count": "Số người, hộ tham gia",
    "cost": "Kinh phí",
    "work_days": "Ngày công",
    "land_area": "Diện tích đất hiến",
    "registered_on": "Ngày nhận đăng ký",
    "note": "Ghi chú",
}

ITEM_LABELS: dict[str, str] = {
    **FIELD_LABELS,
    "co_unit_ids": "Đơn vị phối hợp",
    "sites": "Các điểm mô hình",
}
"""Everything that a return may name: what is typed in one place, and what is chosen or listed."""

REQUIRED_TO_SUBMIT: tuple[str, ...] = ("name", "unit_id", "sector_code", "subject_type", "kind")
REQUIRED_ON_FORM: tuple[str, ...] = (*REQUIRED_TO_SUBMIT, *CONTENT_LABELS)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def missing_items(
    values: Mapping[str, object], required: Iterable[str] = REQUIRED_TO_SUBMIT
) -> tuple[str, ...]:
    """Return the required items that are empty, in the order of the form."""
    return tuple(field for field in required if _is_empty(values.get(field)))


def require_items(
    values: Mapping[str, object], required: Iterable[str] = REQUIRED_TO_SUBMIT
) -> None:
    """Refuse a registration whose required items are empty.

    Raises:
        MissingFieldsError: Names every empty item.
    """
    missing = missing_items(values, required)
    if missing:
        raise MissingFieldsError(missing, ", ".join(FIELD_LABELS[field] for field in missing))
