"""What the reader could not take, said so that the unit can mend it (vấn đề của tệp)."""

from dataclasses import dataclass

from dvk_desktop.domain.words import Wording


@dataclass(frozen=True, slots=True)
class IntakeProblem:
    """One thing that a person must look at (vấn đề).

    ``row`` is the row that Excel shows, from 1; ``column`` its letters. Both are None where the
    problem is that of a sheet or of the file. With ``is_error`` the row cannot be registered.
    """

    sheet: str
    row: int | None
    column: str | None
    value: str
    code: str
    message: Wording
    is_error: bool = True


TEMPLATES: dict[str, str] = {
    "NO_TABLE": (
        "Không tìm thấy danh sách đăng ký trong tệp. Hãy kiểm tra dòng tiêu đề: cần có cột tên mô"
        " hình và ít nhất một cột khác."
    ),
    "SHEET_HIDDEN": (
        "Trang “{sheet}” đang bị ẩn nên không được nhận. Hãy bỏ ẩn trang nếu các mô hình trong đó"
        " cần đăng ký."
    ),
    "SHEET_NOT_READ": (
        "Trang “{sheet}” có vẻ ghi mô hình nhưng không có dòng tiêu đề nên chưa nhận dòng nào. Hãy"
        " chép dòng tiêu đề lên đầu trang nếu các mô hình trong đó cần đăng ký."
    ),
    "ROW_HIDDEN": (
        "Dòng này đang bị ẩn nên không được nhận. Hãy bỏ ẩn hoặc bỏ lọc nếu đây là mô hình đăng ký."
    ),
    "ROW_UNCLEAR": (
        "Không rõ dòng này là mô hình, tiêu đề nhóm hay ghi chú nên chưa nhận. Hãy ghi đủ các cột"
        " nếu đây là mô hình, hoặc xóa dòng nếu không phải."
    ),
    "NAME_MISSING": "Chưa có tên mô hình. Hãy ghi tên vào ô này.",
    "NAME_WITHOUT_WORDS": (
        "Tên “{value}” không có chữ nào nên chưa nhận; có thể Excel đã tự đổi tên thành ngày hoặc"
        " số. Hãy ghi lại tên mô hình."
    ),
    "NAME_LISTS_SEVERAL": (
        "Ô này ghi nhiều mô hình nên chưa nhận. Hãy tách mỗi mô hình thành một dòng."
    ),
    "SECTOR_MISSING": "Chưa ghi lĩnh vực. Hãy chọn một trong các lĩnh vực: {choices}.",
    "SECTOR_UNKNOWN": ("Không rõ lĩnh vực “{value}”. Hãy ghi một trong các lĩnh vực: {choices}."),
    "SECTOR_TWICE": "Đánh dấu nhiều lĩnh vực cho một mô hình. Hãy chỉ đánh dấu một lĩnh vực.",
    "SECTOR_GUESSED": "“{value}” được hiểu là lĩnh vực {taken}. Hãy kiểm tra lại.",
    "SECTOR_DIFFERS": (
        "Ô này ghi lĩnh vực {taken} nhưng tiêu đề nhóm hoặc trang ghi lĩnh vực {other}; đã lấy theo"
        " ô. Hãy kiểm tra lại."
    ),
    "SUBJECT_TYPE_MISSING": "Chưa ghi đối tượng. Hãy ghi tập thể, cá nhân hoặc hộ gia đình.",
    "SUBJECT_TYPE_UNKNOWN": (
        "Không rõ đối tượng “{value}”. Hãy ghi tập thể, cá nhân hoặc hộ gia đình."
    ),
    "SUBJECT_TYPE_TWICE": "Đánh dấu nhiều đối tượng cho một mô hình. Hãy chỉ đánh dấu một.",
    "SUBJECT_TYPE_GUESSED": "“{value}” được hiểu là đối tượng {taken}. Hãy kiểm tra lại.",
    "SUBJECT_TYPE_DIFFERS": (
        "Ô này ghi đối tượng {taken} nhưng tiêu đề nhóm hoặc trang ghi {other}; đã lấy theo ô. Hãy"
        " kiểm tra lại."
    ),
    "KIND_MISSING": "Chưa ghi loại đăng ký. Hãy ghi đăng ký mới, duy trì hoặc nhân rộng.",
    "KIND_UNKNOWN": (
        "Không rõ loại đăng ký “{value}”. Hãy ghi đăng ký mới, duy trì hoặc nhân rộng."
    ),
    "KIND_TWICE": "Đánh dấu nhiều loại đăng ký cho một mô hình. Hãy chỉ đánh dấu một loại.",
    "KIND_GUESSED": "“{value}” được hiểu là loại đăng ký {taken}. Hãy kiểm tra lại.",
    "KIND_DIFFERS": (
        "Ô này ghi loại đăng ký {taken} nhưng tiêu đề nhóm hoặc trang ghi {other}; đã lấy theo ô."
        " Hãy kiểm tra lại."
    ),
    "TARGET_LEVEL_UNKNOWN": (
        "Không rõ cấp đề nghị công nhận “{value}”. Hãy chọn một cấp trong danh sách."
    ),
    "MARK_UNKNOWN": "Không rõ dấu “{value}”. Hãy đánh dấu x vào ô đúng và để trống các ô khác.",
    "DATE_UNKNOWN": "Không đọc được ngày “{value}”. Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026.",
    "DATE_FAR": "Ngày đăng ký {value} cách xa năm của đợt thi đua. Hãy kiểm tra lại.",
    "NUMBER_UNKNOWN": "Không đọc được số “{value}”. Hãy chỉ ghi chữ số, ví dụ 1250 hoặc 18,5.",
    "COST_UNIT_UNCLEAR": (
        "Không rõ đơn vị tính của số tiền “{value}”. Hãy ghi rõ đồng, nghìn đồng, triệu đồng hoặc"
        " tỷ đồng."
    ),
    "AREA_UNIT_UNCLEAR": (
        "Không rõ diện tích “{value}” là bao nhiêu mét vuông. Hãy ghi bằng m2 hoặc ha."
    ),
    "CELL_ERROR": (
        "Ô này báo lỗi “{value}” của Excel. Hãy sửa công thức hoặc ghi trực tiếp giá trị."
    ),
    "ENCODING_UNCLEAR": (
        "Không chắc phông chữ của ô này: “{value}” được đọc là “{taken}”. Hãy kiểm tra lại."
    ),
    "FORMULA_UNSOLVED": (
        "Ô này là công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại."
    ),
    "UNIT_UNKNOWN": (
        "Không rõ tệp này của đơn vị nào. Hãy chọn đơn vị, hoặc ghi tên đơn vị ở đầu trang."
    ),
    "UNIT_AMBIGUOUS": "Tệp này có thể của nhiều đơn vị: {units}. Hãy chọn một đơn vị.",
    "UNIT_CONFLICT": (
        "Trong trang ghi “{inside}” nhưng tên tệp ghi “{outside}”. Hãy chọn đơn vị đúng."
    ),
    "UNIT_ROW_UNKNOWN": (
        "Không rõ đơn vị “{value}”. Hãy ghi đúng tên đơn vị có trong danh sách đơn vị."
    ),
    "UNIT_ROW_MISSING": (
        "Tệp có nhiều đơn vị nhưng không rõ dòng này của đơn vị nào nên chưa nhận. Hãy ghi tên đơn"
        " vị ở tiêu đề nhóm, tên trang hoặc thêm cột đơn vị."
    ),
    "ROW_OTHER_YEAR": (
        "Danh sách có dòng này ghi năm {year}, không phải năm {default}, nên chưa nhận. Hãy sửa năm"
        " ở tiêu đề nếu đây là danh sách năm {default}."
    ),
    "ROW_STRUCK": (
        "Dòng này bị gạch ngang nên chưa nhận. Hãy bỏ gạch ngang nếu vẫn đăng ký, hoặc xóa dòng."
    ),
    "UNITS_NO_TABLE": (
        "Không tìm thấy danh sách đơn vị trong tệp. Hãy kiểm tra dòng tiêu đề: cần có cột mã và cột"
        " tên đơn vị."
    ),
    "UNIT_NAME_MISSING": "Chưa có tên đơn vị. Hãy ghi tên vào ô này.",
    "UNIT_CODE_MISSING": "Chưa có mã đơn vị. Hãy ghi mã vào ô này.",
    "UNIT_CODE_TWICE": "Mã “{value}” đã dùng ở dòng {first}. Hãy ghi mã khác cho đơn vị này.",
    "UNIT_PARENT_UNKNOWN": (
        "Không có đơn vị cấp trên “{value}” trong danh sách. Hãy ghi đúng mã đơn vị cấp trên."
    ),
    "UNIT_PARENT_ITSELF": (
        "Đơn vị không thể là cấp trên của chính mình. Hãy ghi mã đơn vị cấp trên khác."
    ),
    "YEAR_UNCLEAR": "Tệp ghi nhiều năm khác nhau: {years}. Hãy chọn năm đăng ký.",
    "YEAR_DIFFERS": "Tệp ghi năm {year}, khác năm {default} đang chọn. Hãy kiểm tra lại.",
    "TEMPLATE_OTHER_UNIT": (
        "Đây là tệp mẫu của “{owner}”, không phải của “{unit}”, nên chưa nhận dòng nào. Hãy chọn"
        " đúng đơn vị, hoặc gửi cho “{unit}” tệp mẫu của đơn vị đó."
    ),
    "TEMPLATE_UNIT_UNKNOWN": (
        "Đây là tệp mẫu của “{owner}” ({unit_code}), không có trong danh sách đơn vị ở máy"
        " này. Hãy chọn đơn vị, hoặc nhập danh sách đơn vị trước."
    ),
    "TEMPLATE_OTHER_YEAR": (
        "Đây là tệp mẫu của năm {year}, không phải năm {default} đang chọn, nên chưa nhận dòng nào."
        " Hãy chọn đúng đợt thi đua, hoặc đề nghị đơn vị ghi vào tệp mẫu năm {default}."
    ),
    "TEMPLATE_MARK_WRONG": (
        "Thông tin ẩn của tệp mẫu đã bị sửa nên không dùng; đơn vị và năm được tìm trong tệp như"
        " tệp thường. Hãy kiểm tra lại đơn vị và năm."
    ),
    "TEMPLATE_OLDER_FORM": (
        "Tệp này theo mẫu số {version}, mẫu hiện nay là số {current}. Các cột của mẫu đó vẫn được"
        " nhận; cột không còn trong mẫu hiện nay được ghi vào ghi chú."
    ),
    "TEMPLATE_NEWER_FORM": (
        "Tệp này theo mẫu số {version} của bản chương trình mới hơn; máy này biết đến mẫu số"
        " {current}. Cột chưa biết được ghi vào ghi chú. Hãy cập nhật chương trình."
    ),
    "HEADER_EDITED": (
        "Tiêu đề cột “{header}” đã bị đổi thành “{value}”; cột vẫn được hiểu là “{header}”. Hãy"
        " kiểm tra các ô trong cột."
    ),
    "COLUMN_GONE": "Cột “{header}” của tệp mẫu không còn. Mục này giữ nguyên như đã có.",
    "COLUMN_KEPT": (
        "Cột “{header}” không có trong mẫu đăng ký nên được ghi vào ghi chú của từng mô hình. Hãy"
        " xem lại phần ghi chú."
    ),
    "ROW_EMPTIED": (
        "Dòng này vốn có sẵn một mô hình, nay để trống. Không có gì bị xóa: mô hình đã đăng ký giữ"
        " nguyên, mô hình năm trước không đăng ký lại."
    ),
    "ROW_COPIED": (
        "Dòng này chép lại mã ẩn của dòng {first} nên chưa nhận. Nếu là mô hình khác, hãy ghi vào"
        " một dòng trống của tệp mẫu."
    ),
    "ROW_MOVED": (
        "Dòng này mang mã ẩn của mô hình khác; đã nhận theo tên mô hình. Hãy kiểm tra lại."
    ),
    "ROW_TWICE": (
        "Mô hình “{value}” đã nhận từ tệp “{first}” trong lần nhập này nên chưa nhận lại. Hãy chỉ"
        " giữ tệp mới nhất của đơn vị."
    ),
    "ROW_LISTED_TWICE": (
        "Mô hình “{value}” của đơn vị này đã ghi ở dòng {first}. Nếu là một mô hình ghi hai lần,"
        " hãy bỏ chọn một dòng; nếu là hai mô hình, hãy ghi thêm địa chỉ cho khác nhau."
    ),
    "ROW_NAME_CHANGED": (
        "Tên đã đổi từ “{old}” thành “{value}”. Hãy kiểm tra đây vẫn là mô hình đó."
    ),
    "ROW_REPLACED": (
        "Dòng này vốn của mô hình năm trước “{old}”, nay ghi mô hình khác; đã nhận như mô hình"
        " mới. Hãy kiểm tra lại."
    ),
    "REGISTRATION_GONE": (
        "Đăng ký mà dòng này sửa không còn trong đợt thi đua, hoặc của đơn vị khác, nên chưa nhận."
        " Hãy xóa dòng, hoặc ghi lại vào một dòng trống nếu vẫn muốn đăng ký."
    ),
    "MODEL_GONE": (
        "Mô hình năm trước của dòng này không còn trong dữ liệu của đơn vị; đã nhận như mô hình"
        " mới. Hãy kiểm tra lại."
    ),
    "REGISTRATION_CLOSED": (
        "Đăng ký “{name}” đang ở trạng thái “{state}” nên không sửa được bằng tệp: {fields}. Hãy"
        " trả lại đăng ký trước nếu cần sửa."
    ),
    "ITEM_NOT_OPEN": (
        "Đăng ký “{name}” được trả lại để sửa một số mục; các mục khác giữ nguyên: {fields}."
    ),
}


def problem(
    code: str,
    sheet: str = "",
    row: int | None = None,
    column: str | None = None,
    *,
    value: str = "",
    is_error: bool = True,
    **facts: object,
) -> IntakeProblem:
    """Return one problem with the sentence that belongs to its code."""
    wording = Wording(TEMPLATES[code], {"value": value, "sheet": sheet, **facts})
    return IntakeProblem(sheet, row, column, value, code, wording, is_error)
