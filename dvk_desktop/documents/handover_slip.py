"""The slip that goes with a package: one page that two people sign (phiếu bàn giao)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dvk_desktop.documents.fonts import BOLD, ITALIC, REGULAR, register_fonts
from dvk_desktop.documents.pdf_pieces import MM, halves, paper_head, text_line
from dvk_desktop.documents.preview import page_count
from dvk_desktop.domain.records.handover import HandoverSlip
from dvk_desktop.safe_files import write_safely

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_LEFT, _RIGHT, _TOP, _BOTTOM = 25 * MM, 15 * MM, 18 * MM, 15 * MM
_SIZE = 12.5
_QR = 34 * MM
_LINE, _FILL = "#555555", "#F3E9D2"
_CAMPAIGNS = 3

_HOW = (
    "Bên nhận mở tệp ở mục Nhận gói và đọc mã đối chiếu cho bên giao. Trùng cả năm nhóm số là"
    " đúng tệp này; khác một số là tệp khác, hãy dừng lại và gọi cho bên giao. Hình vuông bên"
    " trái chứa cùng nội dung để quét bằng điện thoại."
)
_AFTER = (
    "Nhập xong, bên nhận gửi lại tệp biên nhận; chưa có biên nhận thì chưa coi là đã nhập."
    " Phiếu lập hai bản, mỗi bên giữ một bản."
)


def write_handover_slips(slips: Sequence[HandoverSlip], path: Path) -> None:
    """Write slips as a PDF, each on one A4 page; equal slips give equal files.

    Raises:
        FileWriteError: The file cannot be written.
    """
    write_safely(
        path, lambda out: _write(slips, out), lambda written: page_count(written) == len(slips)
    )


def _write(slips: Sequence[HandoverSlip], out: BinaryIO) -> None:
    from reportlab import rl_config  # noqa: PLC0415 -- slow import
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 -- slow import
    from reportlab.platypus import (  # noqa: PLC0415 -- slow import
        KeepInFrame,
        PageBreak,
        SimpleDocTemplate,
    )

    register_fonts()
    rl_config.useA85 = 0
    numbers = ", ".join(str(slip.sequence) for slip in slips)
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_LEFT,
        rightMargin=_RIGHT,
        topMargin=_TOP,
        bottomMargin=_BOTTOM,
        title=f"Phiếu bàn giao gói dữ liệu số {numbers}",
        author=slips[0].sender.name,
        creator="Dân vận khéo Desktop",
        lang="vi",
        invariant=1,
        pageCompression=1,
    )
    # A frame keeps six points free on each side.
    room, height = A4[0] - _LEFT - _RIGHT - 12, A4[1] - _TOP - _BOTTOM - 12
    pages: list[Flowable] = []
    for slip in slips:
        pages += [KeepInFrame(room, height, _parts(slip, room), mode="shrink"), PageBreak()]
    document.build(pages[:-1])


def _parts(slip: HandoverSlip, room: float) -> list[Any]:
    from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

    number = f"{slip.kind.label} số {slip.sequence}, ghi lúc {_moment(slip.written_at)}"
    return [
        paper_head(slip.office_lines, slip.national_lines, slip.place_date, room),
        Spacer(0, 16),
        text_line("PHIẾU BÀN GIAO GÓI DỮ LIỆU", BOLD, 16),
        Spacer(0, 4),
        text_line(number, ITALIC, 13),
        Spacer(0, 12),
        _facts(slip, room),
        Spacer(0, 12),
        _check(slip, room),
        Spacer(0, 12),
        text_line("Nội dung trong gói", BOLD, _SIZE, "left"),
        Spacer(0, 4),
        _counts(slip, room),
        Spacer(0, 8),
        text_line(_AFTER, ITALIC, 11.5, "left"),
        Spacer(0, 14),
        halves(_signature("BÊN GIAO"), _signature("BÊN NHẬN"), room, 0.5),
    ]


def _facts(slip: HandoverSlip, room: float) -> Flowable:
    from reportlab.platypus import Table  # noqa: PLC0415 -- slow import

    rows = [
        ("Bên giao", f"{slip.sender.name} ({slip.sender.code})"),
        ("Bên nhận", f"{slip.recipient.name} ({slip.recipient.code})"),
        ("Đợt thi đua", _campaigns(slip)),
        ("Tên tệp", slip.file_name),
        ("Kích thước", size_text(slip.byte_count)),
    ]
    if slip.part_of > 1:
        rows.append(("Phần", f"{slip.part_number} trong {slip.part_of} phần của một bộ"))
    cells = [
        [text_line(name, REGULAR, _SIZE, "left"), text_line(value, BOLD, _SIZE, "left")]
        for name, value in rows
        if value
    ]
    return Table(
        cells,
        colWidths=[30 * MM, room - 30 * MM],
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#BBBBBB"),
            *((f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT")),
            *((f"{side}PADDING", (0, 0), (-1, -1), 3) for side in ("TOP", "BOTTOM")),
        ],
    )


def _check(slip: HandoverSlip, room: float) -> Flowable:
    from reportlab.platypus import Spacer, Table  # noqa: PLC0415 -- slow import

    words = [
        text_line("Mã đối chiếu qua điện thoại", BOLD, _SIZE, "left"),
        Spacer(0, 6),
        text_line(slip.check_code.replace(" ", "\u00a0 "), BOLD, 22, "left"),
        Spacer(0, 8),
        text_line(_HOW, REGULAR, 11, "left"),
    ]
    return Table(
        [[_qr(slip.qr_text), words]],
        colWidths=[_QR + 14, room - _QR - 14],
        style=[
            ("BOX", (0, 0), (-1, -1), 0.8, _LINE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *((f"{side}PADDING", (0, 0), (-1, -1), 7) for side in ("LEFT", "RIGHT")),
            *((f"{side}PADDING", (0, 0), (-1, -1), 7) for side in ("TOP", "BOTTOM")),
        ],
    )


def _counts(slip: HandoverSlip, room: float) -> Flowable:
    """Return the counts in two columns, so that every type fits on the page."""
    from reportlab.platypus import Table  # noqa: PLC0415 -- slow import

    depth = max((len(slip.counts) + 1) // 2, 1)
    head = ["Loại", "Số bản ghi"] * 2
    cells: list[list[Any]] = [[text_line(word, BOLD, 11.5) for word in head]]
    for row in range(depth):
        line: list[Any] = []
        for place in (row, row + depth):
            name, count = slip.counts[place] if place < len(slip.counts) else ("", None)
            line.append(text_line(name, REGULAR, 11.5, "left"))
            line.append(text_line("" if count is None else f"{count}", REGULAR, 11.5, "right"))
        cells.append(line)
    wide, narrow = room * 0.33, room * 0.17
    return Table(
        cells,
        colWidths=[wide, narrow, wide, narrow],
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, _LINE),
            ("BACKGROUND", (0, 0), (-1, 0), _FILL),
            *((f"{side}PADDING", (0, 0), (-1, -1), 4) for side in ("LEFT", "RIGHT")),
            *((f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("TOP", "BOTTOM")),
        ],
    )


def _signature(side: str) -> list[Flowable]:
    from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

    return [
        text_line(side, BOLD, 13),
        text_line("(Ký, ghi rõ họ tên)", ITALIC, 11.5),
        Spacer(0, 24 * MM),
        text_line("Ngày, giờ: ……………………………", REGULAR, 11.5),
    ]


def _qr(text: str) -> Flowable:
    from reportlab.graphics.barcode.qr import QrCodeWidget  # noqa: PLC0415 -- slow import
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415 -- slow import

    widget = QrCodeWidget(text, barLevel="M", barBorder=0)
    widget.barWidth = widget.barHeight = _QR
    drawing = Drawing(_QR, _QR)
    drawing.add(widget)
    flowable: Flowable = drawing
    return flowable


def _campaigns(slip: HandoverSlip) -> str:
    names = list(slip.campaigns[:_CAMPAIGNS])
    if len(slip.campaigns) > _CAMPAIGNS:
        names.append(f"và {len(slip.campaigns) - _CAMPAIGNS} đợt khác")
    return "; ".join(names)


def size_text(byte_count: int | None) -> str:
    """Return a size as people say it, with the exact number: 1,2 MB (1.234.567 byte)."""
    if byte_count is None:
        return ""
    exact = f"{byte_count:,}".replace(",", ".")
    for unit, bytes_of in (("MB", 1 << 20), ("KB", 1 << 10)):
        if byte_count >= bytes_of:
            rounded = f"{byte_count / bytes_of:.1f}".replace(".", ",")
            return f"{rounded} {unit} ({exact} byte)"
    return f"{exact} byte"


def _moment(stamp: str) -> str:
    moment = datetime.fromisoformat(stamp)
    return f"{moment:%H:%M} ngày {moment:%d/%m/%Y}"
