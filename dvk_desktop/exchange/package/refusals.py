"""Why a package is refused, one class for each reason (lý do từ chối gói)."""

from dvk_desktop.domain.errors import DvkError


class PackageError(DvkError):
    """The package cannot be taken; nothing was changed (gói bị từ chối)."""

    code = "PKG"


class UnreadableFileError(PackageError):
    """The file cannot be opened or read (không đọc được tệp)."""

    code = "PKG_UNREADABLE"
    template = (
        "Không đọc được tệp “{file}” ({reason})."
        " Hãy kiểm tra tệp còn ở đó và USB còn cắm, rồi thử lại."
    )


class NotZipError(PackageError):
    """The file is something else (không phải gói)."""

    code = "PKG_NOT_ZIP"
    template = (
        "Tệp “{file}” không phải gói dữ liệu của chương trình."
        " Hãy chọn đúng tệp .dvk mà nơi gửi đã xuất."
    )


class TruncatedError(PackageError):
    """The end of the file is missing (gói bị cụt)."""

    code = "PKG_TRUNCATED"
    template = (
        "Tệp “{file}” bị thiếu phần cuối, có thể do chép hoặc tải chưa xong."
        " Hãy chép lại từ nơi gửi rồi thử lại."
    )


class BrokenZipError(PackageError):
    """The directory of the container contradicts itself (cấu trúc gói hỏng)."""

    code = "PKG_ZIP"
    template = (
        "Cấu trúc nén của gói không nhất quán ở “{entry}”. Hãy đề nghị nơi gửi xuất và gửi lại gói."
    )


class HiddenDataError(PackageError):
    """There is data that no entry owns, or a comment (dữ liệu thừa)."""

    code = "PKG_HIDDEN_DATA"
    template = (
        "Gói có dữ liệu thừa nằm ngoài các tệp đã kê (gần “{entry}”)."
        " Không nhập gói này; hãy đề nghị nơi gửi xuất lại."
    )


class WrongMimetypeError(PackageError):
    """The first entry does not say what the file is (sai loại tệp)."""

    code = "PKG_MIMETYPE"
    template = (
        "Đây là một tệp nén nhưng không phải gói dữ liệu Dân vận khéo."
        " Hãy chọn đúng tệp .dvk mà nơi gửi đã xuất, đừng nén lại."
    )


class UnknownMethodError(PackageError):
    """An entry is packed in a way that the format does not allow (kiểu nén lạ)."""

    code = "PKG_METHOD"
    template = (
        "Tệp “{entry}” trong gói dùng kiểu nén không được phép (số {method})."
        " Hãy đề nghị nơi gửi xuất lại gói bằng chương trình."
    )


class EntryMissingError(PackageError):
    """An entry that must be there is absent (thiếu tệp)."""

    code = "PKG_ENTRY_MISSING"
    template = "Gói thiếu tệp “{entry}”. Hãy đề nghị nơi gửi xuất và gửi lại gói."


class EntryUnlistedError(PackageError):
    """An entry is there that the manifest does not list (thừa tệp)."""

    code = "PKG_ENTRY_UNLISTED"
    template = (
        "Gói có tệp “{entry}” không nằm trong bản kê đã ký."
        " Gói có thể đã bị sửa; hãy gọi cho nơi gửi và xin gói mới."
    )


class EntryDoubledError(PackageError):
    """Two entries have one name (tệp trùng tên)."""

    code = "PKG_ENTRY_DOUBLED"
    template = (
        "Gói có hai tệp cùng tên “{entry}”."
        " Gói có thể đã bị sửa; hãy gọi cho nơi gửi và xin gói mới."
    )


class EntryPathError(PackageError):
    """An entry's name leads out of the package (đường dẫn nguy hiểm)."""

    code = "PKG_ENTRY_PATH"
    template = (
        "Gói có tệp mang đường dẫn không an toàn “{entry}”."
        " Không nhập gói này; hãy báo nơi gửi và người phụ trách kỹ thuật."
    )


class EntryLinkError(PackageError):
    """An entry is a link or another thing that is no plain file (liên kết trong gói)."""

    code = "PKG_ENTRY_LINK"
    template = (
        "Tệp “{entry}” trong gói là một liên kết, không phải tệp thường."
        " Không nhập gói này; hãy báo nơi gửi và người phụ trách kỹ thuật."
    )


class EntryEncryptedError(PackageError):
    """An entry bears the encrypted flag of ZIP (tệp đặt mật khẩu nén)."""

    code = "PKG_ENTRY_ENCRYPTED"
    template = (
        "Tệp “{entry}” trong gói bị đặt mật khẩu nén, định dạng không cho phép."
        " Hãy đề nghị nơi gửi xuất lại gói bằng chương trình."
    )


class WrongSizeError(PackageError):
    """An entry is longer or shorter than the manifest says (sai kích thước)."""

    code = "PKG_SIZE"
    template = (
        "Tệp “{entry}” trong gói có kích thước khác bản kê ({found} thay vì {expected} byte)."
        " Gói đã hỏng hoặc bị sửa; hãy xin nơi gửi gói mới."
    )


class WrongDigestError(PackageError):
    """An entry's content is not what was signed (sai mã kiểm tra)."""

    code = "PKG_SHA256"
    template = (
        "Nội dung tệp “{entry}” khác với nội dung đã ký (sai mã SHA-256)."
        " Gói đã hỏng hoặc bị sửa; hãy xin nơi gửi gói mới."
    )


class DamagedEntryError(PackageError):
    """An entry cannot be unpacked (tệp trong gói bị hỏng)."""

    code = "PKG_DAMAGED"
    template = (
        "Tệp “{entry}” trong gói bị hỏng, không giải nén được."
        " Hãy chép lại gói từ nơi gửi; nếu vẫn lỗi, xin xuất lại."
    )


class SignatureMissingError(PackageError):
    """The package is not signed (thiếu chữ ký)."""

    code = "PKG_SIGNATURE_MISSING"
    template = "Gói không có chữ ký số. Hãy đề nghị nơi gửi xuất lại gói bằng chương trình."


class SignatureWrongError(PackageError):
    """The signature is not of this manifest and key (chữ ký sai)."""

    code = "PKG_SIGNATURE_WRONG"
    template = (
        "Chữ ký số của gói không đúng: bản kê đã bị sửa hoặc bị hỏng."
        " Không nhập gói này; hãy gọi cho nơi gửi và xin gói mới."
    )


class NewerPackageError(PackageError):
    """The package needs a newer program (gói của phiên bản mới hơn)."""

    code = "PKG_NEWER"
    template = (
        "Gói cần chương trình đọc được định dạng số {needed}; chương trình này đọc đến số"
        " {supported}. Hãy cập nhật chương trình rồi nhập lại gói."
    )


class TooBigError(PackageError):
    """The package unpacks to more than is allowed (gói quá lớn)."""

    code = "PKG_TOO_BIG"
    template = (
        "Gói giải nén ra {found} byte, vượt mức cho phép {limit} byte."
        " Hãy đề nghị nơi gửi chia gói thành nhiều phần."
    )


class TooManyEntriesError(PackageError):
    """The package holds more files than is allowed (quá nhiều tệp)."""

    code = "PKG_TOO_MANY_ENTRIES"
    template = (
        "Gói có {found} tệp, vượt mức cho phép {limit}."
        " Hãy đề nghị nơi gửi chia gói thành nhiều phần."
    )


class TooManyRecordsError(PackageError):
    """The package holds more records than is allowed (quá nhiều bản ghi)."""

    code = "PKG_TOO_MANY_RECORDS"
    template = (
        "Gói có {found} bản ghi, vượt mức cho phép {limit}."
        " Hãy đề nghị nơi gửi chia gói thành nhiều phần."
    )


class LineTooLongError(PackageError):
    """One record is longer than is allowed (dòng quá dài)."""

    code = "PKG_LINE_TOO_LONG"
    template = (
        "Tệp “{entry}”, dòng {line}: dài quá {limit} byte."
        " Hãy đề nghị nơi gửi rút gọn nội dung bản ghi này rồi xuất lại gói."
    )


class BombError(PackageError):
    """An entry unpacks to absurdly more than it is packed (bom nén)."""

    code = "PKG_BOMB"
    template = (
        "Tệp “{entry}” trong gói giải nén ra gấp hơn {limit} lần, dấu hiệu của gói phá hoại."
        " Không nhập gói này; hãy báo nơi gửi và người phụ trách kỹ thuật."
    )


class WrongManifestError(PackageError):
    """The manifest breaks the format (bản kê sai quy cách)."""

    code = "PKG_MANIFEST"
    template = (
        "Bản kê của gói sai quy cách ở mục “{field}”: {reason}"
        " Hãy đề nghị nơi gửi xuất lại gói bằng chương trình."
    )


class WrongRecordError(PackageError):
    """A record breaks the schema (bản ghi sai quy cách)."""

    code = "PKG_RECORD"
    template = (
        "Tệp “{file}”, dòng {line}, mục “{field}”: {reason}"
        " Hãy báo nơi gửi sửa bản ghi này rồi xuất lại gói."
    )


class WrongRecordCountError(PackageError):
    """There are more or fewer records than the manifest says (sai số bản ghi)."""

    code = "PKG_RECORD_COUNT"
    template = (
        "Tệp “{entry}” có {found} bản ghi, bản kê ghi {expected}."
        " Hãy đề nghị nơi gửi xuất lại gói bằng chương trình."
    )


class PackageChangedError(PackageError):
    """The file is no longer the one that was checked (gói bị đổi giữa chừng)."""

    code = "PKG_CHANGED"
    template = (
        "Tệp gói đã bị thay đổi sau khi kiểm tra (ở “{entry}”)."
        " Hãy chép gói vào máy rồi nhập lại từ đầu."
    )
