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
    "head_title": "Chức danh người đứng đầu",
    "is_party_committee": "Là cấp ủy",
    "tally": "Kết quả kiểm phiếu",
    "form": "Hình thức ký",
    "body": "Ký thay mặt",
    "reason": "Lý do",
    "step": "Bước",
    "on_time": "Hạn đúng",
    "closes_on": "Ngày đóng",
    "minimum": "Số tối thiểu",
    "first_year": "Năm đầu",
    "action": "Việc xử lý",
    "from_state": "Trạng thái trước",
    "to_state": "Trạng thái sau",
    "actor": "Người thực hiện",
    "happened_on": "Ngày thực hiện",
    "frozen_on": "Ngày khóa quy định",
    "vote_rule": "Quy tắc biểu quyết",
    "rule": "Quy tắc biểu quyết",
    "counts_as": "Tính vào lĩnh vực",
    "rank": "Thứ bậc",
    "held_on": "Ngày họp",
    "place": "Địa điểm",
    "members": "Thành viên",
    "minutes": "Biên bản",
    "signs_for": "Ký thay mặt",
    "acting_for": "Ký thay",
    "style": "Thể thức",
    "number": "Số",
    "authority": "Cơ quan ban hành",
    "signature": "Chữ ký",
    "legal_bases": "Căn cứ",
    "is_revoked": "Đã thu hồi",
    "register_number": "Số vào sổ",
    "wording": "Nội dung giấy",
    "copies": "Số bản in",
    "printed_on": "Ngày in",
    "registration_id": "Đăng ký",
    "meeting_id": "Phiên họp",
    "decision_id": "Quyết định",
    "decision_item_id": "Mục quyết định",
    "unit_id": "Đơn vị",
    "form_id": "Mẫu phiếu chấm",
    "office_id": "Văn phòng",
    "is_closed": "Đã kết thúc họp",
    "scorer": "Người chấm",
    "scored_on": "Ngày chấm",
    "definition": "Nội dung mẫu",
    "version": "Phiên bản",
    "is_example": "Mẫu ví dụ",
    "file_name": "Tên tệp",
    "sha256": "Dấu vân tay của tệp",
    "byte_count": "Dung lượng",
}


YES = "Có"
NO = "Không"


def record_label(record_type: str) -> str:
    """Return how a record type is called."""
    return RECORD_LABELS.get(record_type, record_type)


def item_label(field: str) -> str:
    """Return how a field is called, or its own name where it has none for people."""
    return FIELD_LABELS.get(field) or _MORE_FIELDS.get(field, field)
