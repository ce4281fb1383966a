"""Decisions and their annexes as records (quyết định và danh sách kèm theo)."""

from dvk_desktop.domain.joint_units import UNKNOWN_UNIT, known_names, together
from dvk_desktop.domain.paper_words import SignatureForm, Signing, signature_lines
from dvk_desktop.domain.records.decision import DecisionItemRow, DecisionRow
from dvk_desktop.models import Decision, DecisionItem, Registration, Unit
from dvk_desktop.storage.queries.joint_units import joint_names
from dvk_desktop.storage.results import result_rows
from dvk_desktop.storage.unit_of_work import UnitOfWork


def decision_row(work: UnitOfWork, record: Decision) -> DecisionRow:
    """Return a decision as a record."""
    signature = dict(record.signature)
    signing = Signing(
        form=SignatureForm(signature.get("form", SignatureForm.HEAD)),
        title=str(signature.get("title", "")),
        body=str(signature.get("body", "")),
        head_title=str(signature.get("head_title", "")),
        is_party_committee=bool(signature.get("is_party_committee", False)),
    )
    return DecisionRow(
        id=record.id,
        campaign_id=record.campaign_id,
        number_text=record.number_text,
        signed_on=record.signed_on,
        title=record.title,
        authority=record.authority,
        place=record.place,
        state=record.state,
        style=record.style,
        signature_lines=signature_lines(record.style, signing),
        signatory_name=str(signature.get("name", "")),
        items=len(work.find(DecisionItem, decision_id=record.id)),
        number=record.number,
    )


def item_rows(work: UnitOfWork, decision_id: str) -> tuple[DecisionItemRow, ...]:
    """Return the annex of a decision in its order."""
    decision = work.get(Decision, decision_id, "quyết định")
    units = {unit.id: unit.name for unit in work.find(Unit)}
    found = work.find(Registration, campaign_id=decision.campaign_id)
    registrations = {row.id: row for row in found}
    results = {row.registration_id: row for row in result_rows(work, decision.campaign_id)}
    rows = []
    for item in work.find(DecisionItem, "sort_order", decision_id=decision_id):
        registration = registrations[item.registration_id]
        result = results.get(registration.id)
        leading = units.get(registration.unit_id, "")
        joint = joint_names(work.session, registration.unit_id, registration.co_unit_ids)
        unit_name = together([leading, *known_names(joint)])
        rows.append(
            DecisionItemRow(
                id=item.id,
                registration_id=registration.id,
                sort_order=item.sort_order,
                name=registration.name,
                recipient=registration.lead_body or unit_name,
                unit_name=unit_name,
                names_all_units=UNKNOWN_UNIT not in joint,
                sector_code=registration.sector_code,
                subject_type=registration.subject_type,
                rank_label=result.rank_label if result is not None else item.rank,
                score=result.score if result is not None else None,
                is_revoked=item.is_revoked,
            )
        )
    return tuple(rows)
