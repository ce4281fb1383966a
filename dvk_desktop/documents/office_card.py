"""An office's card on one page, to be sent along or pinned (thẻ văn phòng)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dvk_desktop.documents.fonts import BOLD, ITALIC, REGULAR, register_fonts
from dvk_desktop.documents.pdf_pieces import MM, paper_head, text_line
from dvk_desktop.documents.preview import page_count
from dvk_desktop.documents.qr_modules import QUIET, qr_modules
from dvk_desktop.domain.records.office import CardPaper
from dvk_desktop.safe_files import write_safely

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_LEFT, _RIGHT, _TOP, _BOTTOM = 25 * MM, 15 * MM, 18 * MM, 15 * MM
_SIZE = 13
_QR = 78 * MM
_PER_LINE = 4
_LINE = "#555555"

_HOW = (
    "Nơi nhận thẻ mở trang Gửi, nhận dữ liệu, mục Văn phòng, nhập tệp thẻ (.dvkcard), rồi gọi số"
    " điện thoại vẫn dùng của văn phòng này và so đủ 16 nhóm số trên màn hình với 16 nhóm số được"
    " đọc cho nghe. Trùng cả 16 nhóm mới xác nhận; khác một số là thẻ của người khác."
)
_SQUARE = (
    "Hình vuông chứa toàn bộ thẻ dưới dạng chữ. Quét bằng điện thoại, lưu phần chữ thành tệp có"
    " đuôi .dvkcard là được chính thẻ này."
)
_OPEN = "Thẻ không chứa bí mật: có thể gửi qua thư điện tử, in ra và ghim ở phòng làm việc."
_REPLACED = (
    "Thẻ này thay thẻ trước. Khóa cũ của văn phòng ngừng dùng từ ngày {day}; gói ký bằng khóa cũ"
    " mà chưa nhập thì không nhập nữa, văn phòng sẽ gửi lại."
)


def write_card_paper(paper: CardPaper, path: Path) -> None:
    """Write the card as a PDF of one A4 page; equal cards give equal files.

    Raises:
        FileWriteError: The file cannot be written.
    """
    write_safely(path, lambda out: _write(paper, out), lambda written: page_count(written) == 1)


def _write(paper: CardPaper, out: BinaryIO) -> None:
    from reportlab import rl_config  # noqa: PLC0415 -- slow import
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 -- slow import
    from reportlab.platypus import KeepInFrame, SimpleDocTemplate  # noqa: PLC0415 -- slow import

    register_fonts()
    rl_config.useA85 = 0
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_LEFT,
        rightMargin=_RIGHT,
        topMargin=_TOP,
        bottomMargin=_BOTTOM,
        title=f"Thẻ văn phòng {paper.code}",
        author=paper.name,
        creator="Dân vận khéo Desktop",
        lang="vi",
        invariant=1,
        pageCompression=1,
    )
    # A frame keeps six points free on each side.
    room, height = A4[0] - _LEFT - _RIGHT - 12, A4[1] - _TOP - _BOTTOM - 12
    document.build([KeepInFrame(room, height, _parts(paper, room), mode="shrink")])


def _parts(paper: CardPaper, room: float) -> list[Any]:
    from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

    parts: list[Any] = [
        paper_head(paper.office_lines, paper.national_lines, paper.place_date, room),
        Spacer(0, 22),
        text_line("THẺ VĂN PHÒNG", BOLD, 18),
        Spacer(0, 12),
        text_line(paper.name, BOLD, 16),
        Spacer(0, 4),
        text_line(f"Mã {paper.code}, cấp {paper.level_name.lower()}", REGULAR, _SIZE),
        Spacer(0, 18),
        text_line("Dấu vân tay của khóa, đọc qua điện thoại từng nhóm", BOLD, _SIZE),
        Spacer(0, 8),
        _digits(paper.digits),
        Spacer(0, 18),
        _qr(paper.qr_text),
        Spacer(0, 6),
        text_line(_SQUARE, ITALIC, 11.5),
        Spacer(0, 16),
        text_line(_HOW, REGULAR, 12.5, "justify"),
    ]
    if paper.replaced_on is not None:
        day = f"{paper.replaced_on:%d/%m/%Y}"
        parts += [Spacer(0, 8), text_line(_REPLACED.format(day=day), BOLD, 12.5, "justify")]
    return [*parts, Spacer(0, 8), text_line(_OPEN, ITALIC, 12.5, "left")]


def _digits(digits: str) -> Flowable:
    from reportlab.platypus import Table  # noqa: PLC0415 -- slow import

    groups = digits.split()
    rows = [
        [text_line(group, BOLD, 19) for group in groups[at : at + _PER_LINE]]
        for at in range(0, len(groups), _PER_LINE)
    ]
    return Table(
        rows,
        colWidths=[30 * MM] * _PER_LINE,
        style=[
            ("BOX", (0, 0), (-1, -1), 0.8, _LINE),
            *((f"{side}PADDING", (0, 0), (-1, -1), 6) for side in ("TOP", "BOTTOM")),
        ],
    )


def _qr(text: str) -> Flowable:
    from reportlab.graphics.shapes import Drawing, Rect  # noqa: PLC0415 -- slow import
    from reportlab.lib.colors import black  # noqa: PLC0415 -- slow import

    rows = qr_modules(text)
    step = _QR / (len(rows) + 2 * QUIET)
    drawing = Drawing(_QR, _QR)
    drawing.hAlign = "CENTER"
    for line, row in enumerate(rows):
        for at, length in _runs(row):
            left, low = (at + QUIET) * step, _QR - (line + QUIET + 1) * step
            square = Rect(left, low, length * step, step)
            square.fillColor, square.strokeColor = black, None
            drawing.add(square)
    flowable: Flowable = drawing
    return flowable


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Return where dark squares begin and how many stand together."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((at, 1))
    return runs
