"""Certificates as PDF, one A4 landscape page each (in giấy chứng nhận).

Pages come in the order given. Equal wording gives an equal file, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dvk_desktop.documents.border import draw_border, draw_divider
from dvk_desktop.documents.certificate_blocks import MM, PAGE_HEIGHT, PAGE_WIDTH, Group
from dvk_desktop.documents.certificate_layout import PageLayout, lay_out
from dvk_desktop.documents.certificate_text import boxed, clean, unprintable
from dvk_desktop.documents.fonts import BOLD, register_fonts
from dvk_desktop.documents.preview import page_count
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.certificate import CertificateProblem, CertificateText
from dvk_desktop.domain.words import Wording
from dvk_desktop.safe_files import write_safely

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_RED = (0.66, 0.04, 0.08)
_PARTS = {
    "national_lines": "Quốc hiệu, Tiêu ngữ",
    "issuer": "Cơ quan cấp",
    "heading": "Tên giấy",
    "subheading": "Dòng dưới tên giấy",
    "subject_label": "Nhãn tên mô hình",
    "subject": "Tên mô hình",
    "recipient_label": "Nhãn người nhận",
    "recipient": "Tập thể, cá nhân được công nhận",
    "achievement": "Thành tích",
    "decision_line": "Số quyết định",
    "register_label": "Nhãn số sổ vàng",
    "register_number": "Số sổ vàng",
    "place_date": "Địa danh, ngày tháng",
    "signature_lines": "Chức vụ người ký",
    "signatory_name": "Họ tên người ký",
}


class NothingToPrintError(DvkError):
    """The batch is empty (không có giấy nào để in)."""

    code = "NOTHING_TO_PRINT"
    template = "Chưa có giấy chứng nhận nào để in. Hãy chọn ít nhất một mô hình được công nhận."


class UnprintableTextError(DvkError):
    """A letter that the fonts cannot draw would leave an empty box (ký tự không in được)."""

    code = "UNPRINTABLE_TEXT"
    template = (
        "Giấy thứ {number} (“{subject}”): phông chữ không có ký tự {letters}. "
        "Hãy sửa lại nội dung rồi in."
    )


def preflight(texts: Iterable[CertificateText]) -> list[CertificateProblem]:
    """Return what should be mended before printing: missing letters, text that became small."""
    found: list[CertificateProblem] = []
    for index, text in enumerate(texts):
        for part, letters in unprintable(text).items():
            wording = Wording(
                "{part}: phông chữ không có ký tự {letters}. Hãy sửa lại nội dung.",
                {"part": Wording(_PARTS[part]), "letters": letters},
            )
            found.append(CertificateProblem(index, part, wording, stops=True))
        for part in lay_out(clean(text)).tight:
            wording = Wording(
                "{part}: chữ quá dài nên bị thu nhỏ, khó đọc. Hãy rút gọn nội dung.",
                {"part": Wording(_PARTS[part])},
            )
            found.append(CertificateProblem(index, part, wording, stops=False))
    return found


def render_certificates(
    texts: Iterable[CertificateText],
    target: BinaryIO | Path,
    progress: Progress = SILENT,
    title: str = "Giấy chứng nhận",
) -> int:
    """Write all certificates into one PDF and return the number of pages.

    A path gets the whole file or, when the person stops or the disk fails, none of it.

    Raises:
        NothingToPrintError: There is no certificate.
        UnprintableTextError: A letter is missing in the fonts.
        FileWriteError: The file cannot be written.
        Cancelled: The person pressed "Dừng".
    """
    batch = _checked(texts)
    if isinstance(target, Path):
        write_safely(
            target,
            lambda out: _write(batch, out, progress, title),
            lambda written: page_count(written) == len(batch),
        )
    else:
        _write(batch, target, progress, title)
    return len(batch)


def render_proof(
    texts: Iterable[CertificateText], target: Path, progress: Progress = SILENT
) -> int:
    """Write every certificate to be looked at; what cannot be printed is boxed and marked.

    Returns the number of pages, one for each certificate.

    Raises:
        NothingToPrintError: There is no certificate.
        FileWriteError: The file cannot be written.
        Cancelled: The person pressed "Dừng".
    """
    batch = tuple(clean(text) for text in texts)
    if not batch:
        raise NothingToPrintError
    marked = frozenset(number for number, text in enumerate(batch) if unprintable(text))
    drawn = tuple(boxed(text) for text in batch)
    write_safely(
        target,
        lambda out: _write(drawn, out, progress, "Bản xem trước", marked),
        lambda written: page_count(written) == len(batch),
    )
    return len(batch)


def is_printable(text: CertificateText) -> bool:
    """Say whether the fonts have every letter of a certificate."""
    return not unprintable(text)


def _checked(texts: Iterable[CertificateText]) -> tuple[CertificateText, ...]:
    batch = tuple(clean(text) for text in texts)
    if not batch:
        raise NothingToPrintError
    for number, text in enumerate(batch, 1):
        missing = unprintable(text)
        if missing:
            letters = "".join(missing.values())
            raise UnprintableTextError(number=number, subject=text.subject, letters=letters)
    return batch


def _write(
    batch: tuple[CertificateText, ...],
    out: BinaryIO,
    progress: Progress,
    title: str,
    marked: frozenset[int] = frozenset(),
) -> None:
    press = _Press(_new_canvas(out, title, batch[0].issuer))
    for number, text in enumerate(batch, 1):
        press.print(lay_out(text), is_marked=number - 1 in marked)
        progress.step(number, len(batch), text.subject)
    press.finish()


def _new_canvas(out: BinaryIO, title: str, author: str) -> Canvas:
    from reportlab import rl_config  # noqa: PLC0415 -- slow import
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 -- slow import

    register_fonts()
    # Binary streams are a fifth smaller than the text form that the library prefers.
    rl_config.useA85 = 0
    canvas = Canvas(
        out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, lang="vi"
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject("Phong trào thi đua “Dân vận khéo”")
    canvas.setCreator("Dân vận khéo Desktop")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


class _Press:
    """Draws pages; what many pages share is stored once in the file."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._shared: dict[object, str] = {}
        canvas.beginForm("border")
        draw_border(canvas, PAGE_WIDTH / MM, PAGE_HEIGHT / MM)
        canvas.endForm()
        canvas.beginForm("divider", -160, -6, 160, 30)
        draw_divider(canvas)
        canvas.endForm()

    def print(self, layout: PageLayout, *, is_marked: bool = False) -> None:
        """Draw one page; a marked one says that it cannot be printed."""
        canvas = self._canvas
        if is_marked:
            self._draw_mark()
        canvas.doForm(self._common_form(layout))
        self._draw(layout.own)
        canvas.showPage()

    def finish(self) -> None:
        """Write the file."""
        self._canvas.save()

    def _draw_mark(self) -> None:
        """Put a pale notice across the page, beneath the texts."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillGray(0.86)
        canvas.setFont(BOLD, 56)
        canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
        canvas.rotate(28)
        canvas.drawCentredString(0, 0, "CHƯA IN ĐƯỢC")
        canvas.restoreState()

    def _common_form(self, layout: PageLayout) -> str:
        """Return the form that holds border and common texts, made when it is first needed."""
        key = (layout.common, layout.divider)
        name = self._shared.get(key)
        if name is None:
            name = self._shared[key] = f"common{len(self._shared)}"
            self._canvas.beginForm(name)
            self._canvas.doForm("border")
            for group in layout.common:
                self._draw(group)
            self._canvas.translate(*layout.divider)
            self._canvas.doForm("divider")
            self._canvas.endForm()
        return name

    def _draw(self, group: Group) -> None:
        canvas = self._canvas
        for rule in group.rules:
            canvas.setLineWidth(0.7)
            canvas.line(rule.x, rule.y, rule.x + rule.length, rule.y)
        texts = canvas.beginText()
        was_red = False
        for x, y, size, font, red, text in group.texts:
            if red != was_red:
                if red:
                    texts.setFillColorRGB(*_RED)
                else:
                    texts.setFillGray(0)
                was_red = red
            texts.setFont(font, size)
            texts.setTextOrigin(x, y)
            texts.textLine(text)  # textOut would measure the text once more
        canvas.drawText(texts)
