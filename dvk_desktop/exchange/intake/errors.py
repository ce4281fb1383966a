"""Why a file that a unit sent cannot be read (lỗi đọc tệp)."""

import zipfile
import zlib

from dvk_desktop.domain.errors import DvkError

ARCHIVE_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # zipfile's word for a part encrypted, or packed in an unknown way
    LookupError,
    ValueError,
    OSError,
)
"""What reading a damaged zip or its parts raises."""


class SourceUnreadableError(DvkError):
    """The system does not give the file out (không mở được tệp)."""

    code = "FILE_UNREADABLE"
    template = "Không đọc được tệp “{file}”: {reason}. Hãy kiểm tra tên tệp và ổ đĩa rồi thử lại."


class EmptyFileError(DvkError):
    """The file holds nothing (tệp rỗng)."""

    code = "FILE_EMPTY"
    template = "Tệp “{file}” rỗng. Hãy đề nghị đơn vị gửi lại tệp."


class NotASpreadsheetError(DvkError):
    """The content is no workbook, Word table or text table (không phải bảng tính)."""

    code = "FILE_NOT_TABLE"
    template = (
        "Tệp “{file}” không phải bảng tính Excel hay văn bản Word. Hãy mở tệp bằng chương trình"
        " đã tạo ra nó, lưu thành .xlsx hoặc .docx rồi nhập lại."
    )


class PictureError(DvkError):
    """A photo or a PDF, whose words no reader of lists can see (ảnh, PDF)."""

    code = "FILE_PICTURE"
    template = (
        "Tệp “{file}” là ảnh hoặc PDF nên không đọc được danh sách trong đó. Hãy đề nghị đơn vị gửi"
        " tệp Excel hoặc Word gốc, hoặc ghi tay vào Bảng nhập của trang Đăng ký."
    )


class OldWordError(DvkError):
    """A Word 97-2003 document, which no maintained library reads (tệp .doc cũ)."""

    code = "FILE_OLD_WORD"
    template = (
        "Tệp “{file}” là văn bản Word đời cũ (.doc). Hãy mở bằng Word, chọn Lưu thành (Save As)"
        " kiểu .docx rồi nhập lại."
    )


class DamagedFileError(DvkError):
    """The file is cut short or damaged (tệp hỏng)."""

    code = "FILE_DAMAGED"
    template = (
        "Tệp “{file}” bị hỏng hoặc chép chưa xong nên không đọc được. Hãy đề nghị đơn vị gửi lại."
    )


class PasswordProtectedError(DvkError):
    """The file opens only with a password (tệp có mật khẩu)."""

    code = "FILE_PASSWORD"
    template = (
        "Tệp “{file}” được khóa bằng mật khẩu. Hãy mở bằng mật khẩu, lưu một bản không có mật khẩu"
        " rồi nhập lại."
    )


class FileTooLargeError(DvkError):
    """More bytes than a list of models can need (tệp quá lớn)."""

    code = "FILE_TOO_LARGE"
    template = (
        "Tệp “{file}” quá lớn (sau khi mở ra hơn {limit} MB). Hãy bỏ ảnh và các trang thừa, chỉ giữ"
        " danh sách đăng ký rồi nhập lại."
    )


class SheetTooWideError(DvkError):
    """The used area of a sheet is far larger than its list (vùng dùng quá rộng)."""

    code = "SHEET_TOO_WIDE"
    template = (
        "Trang “{sheet}” của tệp “{file}” có ô ghi dữ liệu ở tận dòng {row}. Hãy xóa các dòng và"
        " cột trống phía sau danh sách, lưu lại rồi nhập lại."
    )


class CellTooLongError(DvkError):
    """A text without an end: no cell of a list is like that (ô quá dài)."""

    code = "CELL_TOO_LONG"
    template = (
        "Trang “{sheet}” của tệp “{file}” có một ô hay một đoạn dài hơn {limit} ký tự nên không"
        " giống danh sách đăng ký. Hãy kiểm tra có đúng tệp không, rồi chọn lại."
    )


class SheetTooLongError(DvkError):
    """More rows than any list of models has (quá nhiều dòng)."""

    code = "SHEET_TOO_LONG"
    template = (
        "Trang “{sheet}” của tệp “{file}” có hơn {limit} dòng, nhiều hơn mọi danh sách đăng ký. Hãy"
        " kiểm tra có đúng tệp không; nếu đúng, hãy tách thành nhiều tệp rồi nhập lại."
    )
