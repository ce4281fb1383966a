"""Fixed words of official papers by style (thể thức văn bản).

State papers follow NĐ 30/2020/NĐ-CP, Party papers HD 36-HD/VPTW (2018) or HD 05-HD/VPTW (2026).
Where the guide to HD 36 is silent (end mark), the practice of its years is taken.
"""

from dataclasses import dataclass
from datetime import date

from dvk_desktop.domain.numbering import DocumentType, is_party_style
from dvk_desktop.domain.terms import DocumentStyle, Labelled
from dvk_desktop.domain.vietnamese.dates import date_in_words

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
PARTY_STAR = "*"


class SignatureForm(Labelled):
    """In what capacity a person signs (hình thức ký)."""

    HEAD = "head", "Ký trực tiếp với tư cách người đứng đầu"
    ON_BEHALF = "on_behalf", "Thay mặt tập thể (TM., T/M)"
    FOR_HEAD = "for_head", "Ký thay người đứng đầu (KT., K/T)"
    ACTING = "acting", "Quyền người đứng đầu (Q.)"
    BY_ORDER = "by_order", "Thừa lệnh (TL., T/L)"


_STATE_PREFIX = {
    SignatureForm.ON_BEHALF: "TM.",
    SignatureForm.FOR_HEAD: "KT.",
    SignatureForm.ACTING: "Q.",
    SignatureForm.BY_ORDER: "TL.",
}
_PARTY_PREFIX = {
    SignatureForm.ON_BEHALF: "T/M",
    SignatureForm.FOR_HEAD: "K/T",
    SignatureForm.ACTING: "Q.",
    SignatureForm.BY_ORDER: "T/L",
}


@dataclass(frozen=True, slots=True)
class PaperHeader:
    """The lines above a paper; on the left the last but the star is bold (phần đầu văn bản)."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, and for whom (tư cách ký).

    Args:
        form: The capacity.
        title: The signer's own title, such as "Phó Chủ tịch".
        body: The body signed for, such as "Ủy ban nhân dân"; empty when a head signs alone.
        head_title: The title of the head who is signed for, such as "Chủ tịch".
        is_party_committee: The body is a collective committee of the Party; its papers never
            carry K/T, whoever signs them.
    """

    form: SignatureForm
    title: str
    body: str = ""
    head_title: str = ""
    is_party_committee: bool = False


def signature_prefix(style: DocumentStyle, form: SignatureForm) -> str:
    """Return the letters before the line signed for, empty for a head (TM., T/M...)."""
    return (_PARTY_PREFIX if is_party_style(style) else _STATE_PREFIX).get(form, "")


def signature_lines(style: DocumentStyle, signing: Signing) -> tuple[str, ...]:
    """Return the lines above the name, in capitals (thẩm quyền ký)."""
    title, body, head = (t.upper() for t in (signing.title, signing.body, signing.head_title))
    prefix = signature_prefix(style, signing.form)
    on_behalf = signature_prefix(style, SignatureForm.ON_BEHALF)
    lines: tuple[str, ...]
    if is_party_style(style) and signing.is_party_committee:
        lines = (f"{on_behalf} {body}" if body else "", title)
    elif signing.form is SignatureForm.FOR_HEAD:
        lines = (f"{on_behalf} {body}" if body else "", f"{prefix} {head}", title)
    elif signing.form is SignatureForm.BY_ORDER:
        lines = (f"{prefix} {head or body}", title)
    elif signing.form is SignatureForm.ACTING:
        lines = (f"{on_behalf} {body}" if body else "", f"{prefix} {head or title}")
    elif signing.form is SignatureForm.ON_BEHALF:
        lines = (f"{prefix} {body}", title)
    else:
        lines = (title,)
    return tuple(line for line in lines if line)


def place_and_date(place: str, day: date | None) -> str:
    """Return the line of place and date, with dots while the date is open (địa danh, ngày)."""
    words = "ngày ... tháng ... năm ..." if day is None else date_in_words(day)
    return f"{place}, {words}"


def end_mark(style: DocumentStyle) -> str:
    """Return the mark after the last sentence of the body (dấu kết thúc)."""
    return "." if style is DocumentStyle.PARTY_HD05 else "./."


def header_lines(style: DocumentStyle, *, upper: str, issuing: str) -> PaperHeader:
    """Return the header of a paper; ``upper`` may be empty (quốc hiệu, tên cơ quan)."""
    organs = tuple(name.upper() for name in (upper, issuing) if name)
    if is_party_style(style):
        return PaperHeader((*organs, PARTY_STAR), (PARTY,))
    return PaperHeader(organs, (NATION, MOTTO))


def address_word(style: DocumentStyle, kind: DocumentType) -> str:
    """Return the word before the addressee (kính gửi, kính trình)."""
    if style is DocumentStyle.PARTY_HD05 and kind is DocumentType.SUBMISSION:
        return "Kính trình"
    return "Kính gửi"


def archive_line(style: DocumentStyle, organ: str) -> str:
    """Return the last line of the recipients (nơi lưu)."""
    return f"- Lưu {organ}." if is_party_style(style) else "- Lưu: VT."
