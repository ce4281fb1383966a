"""1,000 certificates against a bare loop that draws the same shared forms and strings."""

import io
from itertools import count

import pytest
from ratios import Report, in_turns
from reportlab.pdfgen.canvas import Canvas

from dvk_desktop.documents.border import draw_border, draw_divider
from dvk_desktop.documents.certificate import render_certificates
from dvk_desktop.documents.certificate_blocks import MM, PAGE_HEIGHT, PAGE_WIDTH
from dvk_desktop.documents.certificate_layout import lay_out
from dvk_desktop.domain.records.certificate import CertificateText, quoted

PAGES = 1000
NAMES = (
    "3 sạch",
    "Ngôi nhà xanh",
    "Tuyến đường hoa kiểu mẫu Sáng - xanh - sạch - đẹp - an toàn",
    "Vận động nhân dân hiến đất, đóng góp công sức xây dựng nông thôn mới",
    "Camera an ninh phòng, chống tội phạm",
)


def wording(number: int) -> CertificateText:
    return CertificateText(
        national_lines=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        issuer="BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA “DÂN VẬN KHÉO” HUYỆN YÊN MÔ",
        heading="CHỨNG NHẬN",
        subject=quoted(f"{NAMES[number % len(NAMES)]} thôn {number}"),
        recipient=f"Xã Yên Phong, tổ {number}",
        achievement="Đạt danh hiệu Mô hình “Dân vận khéo” cấp huyện năm 2017",
        decision_line="Theo Quyết định số 15-QĐ/BCĐ ngày 05 tháng 12 năm 2017",
        register_number=f"{number:03d}",
        place_date="Yên Mô, ngày 05 tháng 12 năm 2017",
        signature_lines=("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        signatory_name="Nguyễn Thị Thanh Hương",
    )


def batch(start: int) -> list[CertificateText]:
    return [wording(number) for number in range(start, start + PAGES)]


def ours(start: int) -> int:
    out = io.BytesIO()
    render_certificates(batch(start), out)
    return len(out.getvalue())


def bare() -> int:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1)
    canvas.beginForm("border")
    draw_border(canvas, PAGE_WIDTH / MM, PAGE_HEIGHT / MM)
    canvas.endForm()
    canvas.beginForm("divider", -160, -6, 160, 30)
    draw_divider(canvas)
    canvas.endForm()
    for layout in LAYOUTS:
        canvas.doForm("border")
        canvas.saveState()
        canvas.translate(*layout.divider)
        canvas.doForm("divider")
        canvas.restoreState()
        for group in (*layout.common, layout.own):
            for rule in group.rules:
                canvas.line(rule.x, rule.y, rule.x + rule.length, rule.y)
            for text in group.texts:
                canvas.setFont(text.font, text.size)
                canvas.drawString(text.x, text.y, text.text)
        canvas.showPage()
    canvas.save()
    return len(out.getvalue())


LAYOUTS = [lay_out(text) for text in batch(100_000)]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_certificates_cost_little_more_than_drawing(report: Report):
    bare()
    size = ours(200_000) / PAGES
    # Each turn has names of its own, so that no line is remembered from the turn before.
    starts = count(PAGES, PAGES)
    timing = in_turns(lambda: ours(next(starts)), bare, pairs=5)
    report.ratio(f"{PAGES} certificates", timing, 1.3)
    report.figure("certificates", size / 1024, 25, "KB a page")
