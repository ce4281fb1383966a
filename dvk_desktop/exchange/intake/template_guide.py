"""The page of the template that says how to fill it in (trang hướng dẫn của tệp mẫu)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.exchange.intake.marked_workbook import write_text
from dvk_desktop.exchange.intake.template_mark import TemplateMark

GUIDE_SHEET = "Hướng dẫn"
_FONT = "Times New Roman"
_WIDTH = 96
_STEPS = (
    "Mở trang “Đăng ký” ở cuối màn hình. Mỗi mô hình ghi một dòng.",
    "Dòng nền xanh là mô hình đơn vị đã có, điền sẵn để khỏi gõ lại. Mô hình nào năm nay tiếp tục"
    " thì giữ dòng đó, sửa chỗ đã khác. Mô hình nào không đăng ký nữa thì xóa trắng các ô của dòng;"
    " dữ liệu cũ ở cấp trên không mất.",
    "Mô hình mới ghi vào dòng trắng. Bắt buộc có tên, lĩnh vực, đối tượng và loại đăng ký; ô còn"
    " thiếu sẽ có nền hồng.",
    "Ô có mũi tên bên phải: bấm mũi tên rồi chọn, không cần gõ.",
    "Ô nội dung viết bao nhiêu cũng được; muốn xuống dòng trong ô, bấm Alt và Enter.",
    "Số người, kinh phí, ngày công, diện tích: chỉ ghi số. Kinh phí tính bằng triệu đồng.",
    "Không cần sửa tiêu đề cột. Nếu hết dòng trắng: vào Review, chọn Unprotect Sheet (không có"
    " mật khẩu), chép thêm dòng trắng ở cuối bảng.",
    "Lưu tệp rồi gửi lại cho nơi đã gửi tệp này. Đổi tên tệp cũng được.",
    "In: trang “Đăng ký” in khổ A4 ngang, từ cột STT đến cột ngày đăng ký.",
)


def write_guide(
    book: Any, mark: TemplateMark, deadline: date | None, lists: Mapping[str, Sequence[str]]
) -> None:
    """Add the page to the workbook."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- slow import
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 -- slow import

    sheet = book.create_sheet(GUIDE_SHEET)
    sheet.column_dimensions["A"].width = 4
    sheet.column_dimensions["B"].width = _WIDTH
    body = Font(name=_FONT, size=12)
    strong = Font(name=_FONT, size=12, bold=True)
    lines: list[tuple[str, str, Font]] = [
        ("", "CÁCH GHI DANH SÁCH ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO”", strong),
        ("", f"Đơn vị: {mark.unit_name} ({mark.unit_code}). Năm {mark.year}.", body),
    ]
    if deadline is not None:
        lines.append(("", f"Gửi về trước hết ngày {deadline:%d/%m/%Y}.", strong))
    lines += [(f"{number}.", step, body) for number, step in enumerate(_STEPS, start=1)]
    for key, choices in lists.items():
        lines.append(("", f"{FIELD_LABELS[key]}: {'; '.join(choices)}.", body))
    for row, (number, text, font) in enumerate(lines, start=1):
        for column, shown in enumerate((number, text), start=1):
            cell = sheet.cell(row, column)
            write_text(cell, shown or None)
            cell.font = font
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        # Excel works out no height for text that it did not lay out itself.
        sheet.row_dimensions[row].height = 17 * (len(text) * 11 // (_WIDTH * 10) + 1)
    sheet.protection.sheet = True
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
