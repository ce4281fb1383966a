"""Files that need a person's help, for pictures of the import screen (tệp khó)."""

from pathlib import Path

import openpyxl

_NO_LIST = (
    ("KẾ HOẠCH CHI QUÝ II",),
    ("Khoản chi", "Số tiền", "Ghi chú"),
    ("Điện, nước", 1_250_000, "đã thanh toán"),
    ("Văn phòng phẩm", 480_000, None),
)
_ODD = (
    ("ĐẢNG ỦY XÃ YÊN THÁI",),
    ("DANH SÁCH ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2017",),
    ("STT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại đăng ký", "Địa chỉ"),
    (None, "I. MẢNG NÔNG NGHIỆP"),
    (1, "Cánh đồng không dấu chân", None, "Tập thể", "Mới", "Thôn Phù Sa"),
    (2, "Nuôi ong lấy mật dưới tán rừng", None, "Cá nhân", "Mới", "Thôn Lam Sơn"),
    (None, "II. KHỐI NỘI CHÍNH"),
    (3, "Tổ tự quản về an ninh trật tự", "ANTT thôn", "Tập thể", "Duy trì", "Thôn Đông Yên"),
    (4, "Tổ tự quản về an ninh trật tự", "ANTT thôn", "Tập thể", "Duy trì", "Thôn Đông Yên"),
)
_PHOTO = b"\xff\xd8\xff\xe0"


def odd_files(folder: Path) -> list[Path]:
    """Write the files: one without a list, one with unknown words, a photo."""
    folder.mkdir(exist_ok=True)
    paths = [folder / "ke hoach chi.xlsx", folder / "Yên Thái đăng ký.xlsx"]
    for path, rows in zip(paths, (_NO_LIST, _ODD), strict=True):
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(row)
        book.save(path)
    photo = folder / "anh chup danh sach.jpg"
    photo.write_bytes(_PHOTO)
    return [*paths, photo]
