"""How records and their fields are called before people (tên gọi bản ghi, mục)."""

from dvk_desktop.domain.registration_fields import FIELD_LABELS

RECORD_LABELS: dict[str, str] = {
    "level": "Cấp",
    "unit": "Đơn vị",
    "campaign": "Đợt thi đua",
    "sector": "Lĩnh vực",
    "deadline": "Thời hạn",
    "target": "Chỉ tiêu",
    "exemplar": "Mô hình",
    "registration": "Đăng ký",
    "registration_event": "Lịch sử đăng ký",
    "attachment": "Tệp đính kèm",
    "scoring_form": "Mẫu phiếu chấm",
    "score_sheet": "Phiếu chấm",
    "council_meeting": "Phiên họp",
    "vote_count": "Kết quả biểu quyết",
    "signatory": "Người ký",
    "decision": "Quyết định",
    "decision_item": "Mục quyết định",
    "certificate": "Giấy chứng nhận",
    "receipt": "Biên nhận",
}

_MORE_FIELDS: dict[str, str] = {
    "deleted": "Đã xóa",
    "code": "Mã",
    "level_code": "Cấp",
    "parent_id": "Đơn vị cấp trên",
    "sort_order": "Thứ tự",
    "valid_from": "Có hiệu lực từ",
    "valid_to": "Hết hiệu lực",
    "owes_nothing": "Không giao chỉ tiêu",
    "state": "Trạng thái",
    "is_late": "Gửi muộn",
    "submitted_on": "Ngày gửi",
    "open_fields": "Mục được sửa",
    "exemplar_id": "Mô hình gốc",
    "campaign_id": "Đợt thi đua",
    "source_file": "Tệp nguồn",
    "marks": "Điểm",
    "comment": "Nhận xét",
    "is_final": "Đã chốt",
    "number_text": "Số, ký hiệu",
    "signed_on": "Ngày ký",
    "title": "Trích yếu",
    "year_from": "Từ năm",
    "year_to": "Đến năm",
}


YES = "Có"
NO = "Không"


def record_label(record_type: str) -> str:
    """Return how a record type is called."""
    return RECORD_LABELS.get(record_type, record_type)


def item_label(field: str) -> str:
    """Return how a field is called, or its own name where it has none for people."""
    return FIELD_LABELS.get(field) or _MORE_FIELDS.get(field, field)
