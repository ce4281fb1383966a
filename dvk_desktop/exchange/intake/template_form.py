"""The columns of the template workbook, and the version of that form (mẫu đăng ký)."""

from dataclasses import dataclass
from enum import StrEnum

from dvk_desktop.domain.registration_fields import CONTENT_LABELS, FIELD_LABELS
from dvk_desktop.exchange.intake.vocabulary import Role

KEY = "dvk:"
"""What every cell of the hidden row of keys begins with."""

ID_KEY = "id"
NUMBER_KEY = Role.ORDINAL.value
MILLION = 1_000_000


class ColumnKind(StrEnum):
    """What may be written into a column (kiểu cột)."""

    HIDDEN = "hidden"
    NUMBER = "number"
    TEXT = "text"
    LONG_TEXT = "long_text"
    LIST = "list"
    DATE = "date"
    COUNT = "count"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column; ``key`` is the item it holds and ``group`` the header above it (cột mẫu)."""

    key: str
    header: str
    kind: ColumnKind
    width: float
    group: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """All columns of one version of the form (phiên bản mẫu)."""

    version: int
    columns: tuple[TemplateColumn, ...]


_MODEL = "Thông tin chung"
_CONTENT = "Nội dung của mô hình"
_NUMBERS = "Số liệu dự kiến"
_CONTACT = "Người phụ trách"

_ASKED = {
    "situation": "Vấn đề thực tế cần giải quyết, vì sao làm mô hình này.",
    "goals": "Mục tiêu và tiêu chí cụ thể để đánh giá kết quả.",
    "content": "Các hoạt động, giải pháp, cách vận động nhân dân.",
    "area_beneficiaries": "Nơi thực hiện; ai tham gia, ai được hưởng lợi.",
    "forces": "Ai chủ trì, ai phối hợp, ai tham gia; vai trò của từng lực lượng.",
    "resources": "Kinh phí, vật chất, nhân lực, ngày công, nguồn xã hội hóa.",
    "timeline": "Bắt đầu, tiến độ từng bước, thời điểm đánh giá.",
    "outputs": "Kết quả cụ thể, kiểm tra được.",
    "sustainability": "Khả năng giữ mô hình lâu dài và nhân ra nơi khác.",
}


def _column(
    key: str, kind: ColumnKind, width: float, group: str = "", header: str = "", hint: str = ""
) -> TemplateColumn:
    return TemplateColumn(key, header or FIELD_LABELS[key], kind, width, group, hint)


CURRENT_FORM = TemplateForm(
    1,
    (
        _column(ID_KEY, ColumnKind.HIDDEN, 12, header="Mã"),
        _column(NUMBER_KEY, ColumnKind.NUMBER, 5.5, header="STT"),
        _column("name", ColumnKind.TEXT, 38, hint="Tên ngắn gọn, không cần ghi chữ “Mô hình”."),
        _column("lead_body", ColumnKind.TEXT, 25, _MODEL, hint="Tập thể, cá nhân chủ trì."),
        _column("sector_code", ColumnKind.LIST, 20, _MODEL),
        _column("subject_type", ColumnKind.LIST, 13, _MODEL),
        _column("kind", ColumnKind.LIST, 14, _MODEL),
        _column("target_level", ColumnKind.LIST, 14, _MODEL),
        _column("address", ColumnKind.TEXT, 24, _MODEL, hint="Thôn, tổ dân phố, cơ quan."),
        _column("registered_on", ColumnKind.DATE, 13.5, _MODEL, "Ngày đăng ký", "Ví dụ 05/03/2026"),
        *(
            _column(key, ColumnKind.LONG_TEXT, 36, _CONTENT, hint=_ASKED[key])
            for key in CONTENT_LABELS
        ),
        _column("people_count", ColumnKind.COUNT, 12, _NUMBERS, hint="Chỉ ghi số, ví dụ 120."),
        _column("cost", ColumnKind.AMOUNT, 14, _NUMBERS, "Kinh phí (triệu đồng)", "Ví dụ 18,5"),
        _column("work_days", ColumnKind.AMOUNT, 11, _NUMBERS, hint="Số ngày công đóng góp."),
        _column("land_area", ColumnKind.AMOUNT, 13, _NUMBERS, "Diện tích đất hiến (m²)"),
        _column("contact_name", ColumnKind.TEXT, 22, _CONTACT),
        _column("contact_title", ColumnKind.TEXT, 20, _CONTACT, "Chức vụ"),
        _column("contact_phone", ColumnKind.TEXT, 15, _CONTACT),
        _column("note", ColumnKind.LONG_TEXT, 28),
    ),
)
"""The form of today. A changed column, header or meaning is a new version."""
