"""The words of certificates made from a decision (lời ghi trên giấy chứng nhận)."""

from dvk_desktop.documents.certificate import preflight
from dvk_desktop.domain.numbering import is_party_style
from dvk_desktop.domain.paper_words import MOTTO, NATION, PARTY, place_and_date
from dvk_desktop.domain.records.certificate import (
    CertificateText,
    ItemProblem,
    in_line,
    quoted,
)
from dvk_desktop.domain.records.decision import DecisionItemRow, DecisionRow
from dvk_desktop.domain.vietnamese.dates import date_in_words
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import Campaign, Decision, Level
from dvk_desktop.storage.decisions import decision_row, item_rows
from dvk_desktop.storage.unit_of_work import UnitOfWork

_UNNAMED_UNIT = Wording(
    "Một đơn vị phối hợp chưa có trong danh mục đơn vị nên chưa được ghi tên trên giấy. Hãy thêm"
    " đơn vị đó vào danh mục, hoặc sửa đăng ký, rồi in lại."
)


def achievement_of(work: UnitOfWork, decision: Decision) -> str:
    """Return what a decision recognises (thành tích)."""
    campaign = work.get(Campaign, decision.campaign_id, "đợt thi đua")
    level = work.first(Level, code=decision.level_code or work.office().level_code)
    years = (
        f"năm {campaign.year_from}"
        if campaign.year_from == campaign.year_to
        else f"giai đoạn {campaign.year_from}-{campaign.year_to}"
    )
    place = f" cấp {level.name.lower()}" if level is not None else ""
    return f"Đạt mô hình “Dân vận khéo”{place} {years}"


def certificate_wording(
    decision: DecisionRow, item: DecisionItemRow, achievement: str
) -> CertificateText:
    """Return what is printed for one line of the annex (lời ghi trên giấy).

    A draft has no number and date yet: its place and date stand open.
    """
    national = (PARTY,) if is_party_style(decision.style) else (NATION, MOTTO)
    recipient = item.recipient
    if item.unit_name and item.unit_name.casefold() not in recipient.casefold():
        recipient = f"{recipient}, {item.unit_name}"
    day = date_in_words(decision.signed_on) if decision.signed_on is not None else ""
    number = decision.number_text.replace("Số:", "số").replace("Số", "số")
    return CertificateText(
        national_lines=national,
        issuer=decision.authority.upper(),
        heading="CHỨNG NHẬN",
        subject=quoted(item.name),
        recipient=in_line(recipient),
        achievement=achievement,
        decision_line=f"Theo Quyết định {number}, {day}",
        register_number=f"{item.sort_order:02d}",
        place_date=place_and_date(decision.place, decision.signed_on),
        signature_lines=decision.signature_lines,
        signatory_name=decision.signatory_name,
    )


def print_problems(work: UnitOfWork, decision: Decision) -> tuple[ItemProblem, ...]:
    """Return what would be wrong on the certificates of a decision, with the item's name."""
    row, phrase = decision_row(work, decision), achievement_of(work, decision)
    items = item_rows(work, decision.id)
    texts = [certificate_wording(row, item, phrase) for item in items]
    found = [
        ItemProblem(items[one.index].name, one.wording, stops=one.stops) for one in preflight(texts)
    ]
    found += [
        ItemProblem(item.name, _UNNAMED_UNIT, stops=False)
        for item in items
        if not item.names_all_units
    ]
    return tuple(found)
