"""Why the operating system refused, in words that a person knows (lý do của hệ thống)."""

import errno

from dvk_desktop.domain.words import Wording

_REASONS = {
    errno.ENOENT: Wording("không tìm thấy"),
    errno.EACCES: Wording("không có quyền"),
    errno.EPERM: Wording("không có quyền"),
    errno.EROFS: Wording("ổ đĩa chỉ cho đọc"),
    errno.ENOSPC: Wording("ổ đĩa đã đầy"),
    errno.EIO: Wording("ổ đĩa báo lỗi đọc ghi"),
    errno.EISDIR: Wording("đây là một thư mục"),
    errno.ENOTDIR: Wording("đây không phải là thư mục"),
    errno.EEXIST: Wording("đây không phải là thư mục"),
    errno.EFBIG: Wording("ổ đĩa không chứa được tệp lớn như vậy"),
}


def os_reason(error: OSError) -> Wording:
    """Say in words why the operating system refused."""
    return _REASONS.get(error.errno or 0, Wording("lỗi hệ thống {number}", {"number": error.errno}))
