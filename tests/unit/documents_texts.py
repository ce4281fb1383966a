"""Wordings and tables that the tests of paper share."""

from datetime import date
from decimal import Decimal

from dvk_desktop.domain.records.certificate import CertificateText, quoted
from dvk_desktop.domain.records.report import (
    Cell,
    ColumnKind,
    HeaderGroup,
    ReportColumn,
    ReportRow,
    ReportTable,
    sums,
)

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
BASES = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]

COLUMNS = (
    ReportColumn("number", "STT", ColumnKind.INTEGER, 5),
    ReportColumn("unit", "Đơn vị", ColumnKind.TEXT, 30),
    ReportColumn("economy", "Kinh tế", ColumnKind.INTEGER, 10),
    ReportColumn("culture", "Văn hóa - xã hội", ColumnKind.INTEGER, 10),
    ReportColumn("share", "Tỷ lệ", ColumnKind.PERCENT, 9),
    ReportColumn("score", "Điểm bình quân", ColumnKind.DECIMAL, 10),
    ReportColumn("sent", "Ngày gửi", ColumnKind.DATE, 12),
)


def certificate(name: str = "Ngôi nhà xanh", **changes: object) -> CertificateText:
    """Return the wording of one certificate."""
    wording = {
        "national_lines": STATE,
        "issuer": "BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA “DÂN VẬN KHÉO” HUYỆN YÊN MÔ",
        "heading": "CHỨNG NHẬN",
        "subject": quoted(name),
        "recipient": "Xã Yên Phong",
        "achievement": "Đạt danh hiệu Mô hình “Dân vận khéo” cấp huyện năm 2017",
        "decision_line": "Theo Quyết định số 15-QĐ/BCĐ ngày 05 tháng 12 năm 2017",
        "register_number": "001",
        "place_date": "Yên Mô, ngày 05 tháng 12 năm 2017",
        "signature_lines": ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        "signatory_name": "Nguyễn Thị Thanh Hương",
    }
    return CertificateText(**(wording | changes))  # type: ignore[arg-type] # -- by field name


def report(rows: int = 3, national_lines: tuple[str, ...] = STATE) -> ReportTable:
    """Return a report with every kind of column."""
    group: tuple[Cell, ...] = (None, "Các xã", None, None, None, None, None)
    lines = [ReportRow(group, strong=True)]
    for number in range(1, rows + 1):
        day = date(2017, 3, 15)
        share, score = Decimal("0.25"), Decimal("87.55")
        cells = (number, f"Xã số {number}", number, 2000, share, score, day)
        lines.append(ReportRow(cells, level=1))
    return ReportTable(
        name="Theo lĩnh vực",
        title="BIỂU TỔNG HỢP MÔ HÌNH “DÂN VẬN KHÉO”",
        subtitle="Năm 2017",
        columns=COLUMNS,
        rows=tuple(lines),
        office_lines=("HUYỆN ỦY YÊN MÔ", "BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA “DÂN VẬN KHÉO”"),
        national_lines=national_lines,
        place_date="Yên Mô, ngày 05 tháng 12 năm 2017",
        header_groups=(HeaderGroup("Lĩnh vực", 2, 3),),
        totals=sums(COLUMNS, lines),
        notes=("Số liệu tính đến ngày 30 tháng 11 năm 2017.",),
        signature_lines=("TRƯỞNG BAN",),
        signatory_name="Phạm Thị Ỷ Lan",
    )
