"""Which records travel between offices, and of which fields (các loại bản ghi trao đổi).

Fields that are not listed here are kept and sent on, never checked: they come from a newer
program.
"""

from dataclasses import dataclass
from typing import Literal

from dvk_desktop.domain.paper_words import SignatureForm
from dvk_desktop.domain.terms import (
    CertificateState,
    DecisionState,
    DocumentStyle,
    Labelled,
    RegistrationKind,
    RegistrationState,
    SheetKind,
    SubjectType,
)

FieldKind = Literal[
    "text", "integer", "decimal", "boolean", "date", "timestamp", "id", "ids", "json"
]

ENVELOPE = frozenset({"id", "v", "fv", "deleted"})
"""Names that the format itself uses; no field may bear them."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What one field may hold on the wire (mô tả một mục).

    A decimal travels as a string of digits, a date as YYYY-MM-DD, a timestamp in ISO form with
    its offset; ``ids`` is a list. A field that is not required may be absent or null. A loose
    reference may lead to a record that the reader does not have: it is kept all the same.
    """

    name: str
    kind: FieldKind
    required: bool = False
    choices: tuple[str, ...] = ()
    max_length: int | None = None
    reference: str | None = None
    shape: str = ""
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class RecordType:
    """The fields of one type of record (loại bản ghi)."""

    name: str
    fields: tuple[FieldSpec, ...]

    def __post_init__(self) -> None:
        names = [spec.name for spec in self.fields]
        if ENVELOPE & set(names) or len(set(names)) < len(names):
            raise ValueError(f"{self.name}: a field bears a reserved or a doubled name")


def values_of(enum: type[Labelled]) -> tuple[str, ...]:
    """Return the values of an enumeration as choices of a field."""
    return tuple(member.value for member in enum)


RECORD_TYPES: dict[str, RecordType] = {
    record_type.name: record_type
    for record_type in (
        RecordType(
            "level",
            (
                FieldSpec("code", "text", required=True, max_length=40),
                FieldSpec("name", "text", required=True, max_length=200),
                FieldSpec("rank", "integer", required=True),
            ),
        ),
        RecordType(
            "unit",
            (
                FieldSpec("code", "text", required=True, max_length=60),
                FieldSpec("name", "text", required=True, max_length=300),
                FieldSpec("level_code", "text", required=True, max_length=40),
                FieldSpec("parent_id", "id", reference="unit"),
                FieldSpec("kind", "text", max_length=40),
                FieldSpec("sort_order", "integer"),
                FieldSpec("valid_from", "date"),
                FieldSpec("valid_to", "date"),
                FieldSpec("owes_nothing", "boolean"),
                FieldSpec("note", "text"),
            ),
        ),
        RecordType(
            "campaign",
            (
                FieldSpec("name", "text", required=True, max_length=300),
                FieldSpec("year_from", "integer", required=True),
                FieldSpec("year_to", "integer", required=True),
                FieldSpec("frozen_on", "date"),
                FieldSpec("vote_rule", "json", shape="vote_rule"),
                FieldSpec("note", "text"),
            ),
        ),
        RecordType(
            "sector",
            (
                FieldSpec("campaign_id", "id", required=True, reference="campaign"),
                FieldSpec("code", "text", required=True, max_length=20),
                FieldSpec("name", "text", required=True, max_length=200),
                FieldSpec("sort_order", "integer"),
                FieldSpec("counts_as", "text", max_length=20),
            ),
        ),
        RecordType(
            "deadline",
            (
                FieldSpec("campaign_id", "id", required=True, reference="campaign"),
                FieldSpec("step", "text", required=True, max_length=40),
                FieldSpec("on_time", "date", required=True),
                FieldSpec("closes_on", "date"),
                FieldSpec("unit_id", "id", reference="unit"),
                FieldSpec("reason", "text"),
            ),
        ),
        RecordType(
            "target",
            (
                FieldSpec("campaign_id", "id", required=True, reference="campaign"),
                FieldSpec("unit_id", "id", reference="unit"),
                FieldSpec("minimum", "integer", required=True),
            ),
        ),
        RecordType(
            "exemplar",
            (
                FieldSpec("name", "text", required=True, max_length=500),
                FieldSpec("unit_id", "id", required=True, reference="unit"),
                FieldSpec("first_year", "integer", required=True),
            ),
        ),
        RecordType(
            "registration",
            (
                FieldSpec("campaign_id", "id", required=True, reference="campaign"),
                FieldSpec("exemplar_id", "id", reference="exemplar"),
                FieldSpec("unit_id", "id", required=True, reference="unit"),
                FieldSpec("co_unit_ids", "ids", reference="unit", is_loose=True),
                FieldSpec("lead_body", "text", max_length=500),
                FieldSpec("name", "text", required=True, max_length=500),
                FieldSpec("sector_code", "text", max_length=20),
                FieldSpec("subject_type", "text", choices=values_of(SubjectType)),
                FieldSpec("kind", "text", choices=values_of(RegistrationKind)),
                FieldSpec("target_level", "text", max_length=40),
                FieldSpec("state", "text", choices=values_of(RegistrationState)),
                FieldSpec("open_fields", "json", shape="texts"),
                FieldSpec("registered_on", "date"),
                FieldSpec("submitted_on", "date"),
                FieldSpec("is_late", "boolean"),
                FieldSpec("address", "text", max_length=500),
                FieldSpec("situation", "text"),
                FieldSpec("goals", "text"),
                FieldSpec("content", "text"),
                FieldSpec("area_beneficiaries", "text"),
                FieldSpec("forces", "text"),
                FieldSpec("resources", "text"),
                FieldSpec("timeline", "text"),
                FieldSpec("outputs", "text"),
                FieldSpec("sustainability", "text"),
                FieldSpec("people_count", "integer"),
                FieldSpec("cost", "integer"),
                FieldSpec("work_days", "decimal"),
                FieldSpec("land_area", "decimal"),
                FieldSpec("contact_name", "text", max_length=200),
                FieldSpec("contact_title", "text", max_length=200),
                FieldSpec("contact_phone", "text", max_length=60),
                FieldSpec("note", "text"),
                FieldSpec("source_file", "text", max_length=300),
            ),
        ),
        RecordType(
            "registration_event",
            (
                FieldSpec("registration_id", "id", required=True, reference="registration"),
                FieldSpec("action", "text", required=True, max_length=40),
                FieldSpec("from_state", "text", required=True, max_length=24),
                FieldSpec("to_state", "text", required=True, max_length=24),
                FieldSpec("note", "text"),
                FieldSpec("actor", "text", max_length=200),
                FieldSpec("happened_on", "date", required=True),
            ),
        ),
        RecordType(
            "attachment",
            (
                FieldSpec("registration_id", "id", required=True, reference="registration"),
                FieldSpec("sha256", "text", required=True, max_length=64),
                FieldSpec("file_name", "text", required=True, max_length=300),
                FieldSpec("byte_count", "integer", required=True),
            ),
        ),
        RecordType(
            "site",
            (
                FieldSpec("registration_id", "id", required=True, reference="registration"),
                FieldSpec("name", "text", required=True, max_length=300),
                FieldSpec("address", "text", max_length=500),
                FieldSpec("unit_id", "id", reference="unit", is_loose=True),
                FieldSpec("group_count", "integer"),
                FieldSpec("household_count", "integer"),
                FieldSpec("note", "text"),
                FieldSpec("sort_order", "integer"),
            ),
        ),
        RecordType(
            "scoring_form",
            (
                FieldSpec("campaign_id", "id", required=True, reference="campaign"),
                FieldSpec("name", "text", required=True, max_length=300),
                FieldSpec("subject_type", "text", choices=values_of(SubjectType)),
                FieldSpec("version", "integer"),
                FieldSpec("is_example", "boolean"),
                FieldSpec("definition", "json", required=True, shape="form"),
                FieldSpec("frozen_on", "date"),
            ),
        ),
        RecordType(
            "score_sheet",
            (
                FieldSpec("registration_id", "id", required=True, reference="registration"),
                FieldSpec("form_id", "id", required=True, reference="scoring_form"),
                FieldSpec("office_id", "id", required=True),
                FieldSpec("kind", "text", required=True, choices=values_of(SheetKind)),
                FieldSpec("scorer", "text", max_length=200),
                FieldSpec("marks", "json", required=True, shape="marks"),
                FieldSpec("comment", "text"),
                FieldSpec("is_final", "boolean"),
                FieldSpec("scored_on", "date"),
            ),
        ),
        RecordType(
            "council_meeting",
            (
                FieldSpec("campaign_id", "id", required=True, reference="campaign"),
                FieldSpec("office_id", "id", required=True),
                FieldSpec("name", "text", required=True, max_length=300),
                FieldSpec("held_on", "date", required=True),
                FieldSpec("place", "text", max_length=300),
                FieldSpec("members", "json", shape="members"),
                FieldSpec("rule", "json", shape="vote_rule"),
                FieldSpec("is_closed", "boolean"),
                FieldSpec("minutes", "text"),
            ),
        ),
        RecordType(
            "vote_count",
            (
                FieldSpec("meeting_id", "id", required=True, reference="council_meeting"),
                FieldSpec("registration_id", "id", required=True, reference="registration"),
                FieldSpec("tally", "json", required=True, shape="tally"),
                FieldSpec("note", "text"),
            ),
        ),
        RecordType(
            "signatory",
            (
                FieldSpec("name", "text", required=True, max_length=200),
                FieldSpec("title", "text", required=True, max_length=200),
                FieldSpec("form", "text", choices=values_of(SignatureForm)),
                FieldSpec("body", "text", max_length=300),
                FieldSpec("head_title", "text", max_length=200),
                FieldSpec("is_party_committee", "boolean"),
                FieldSpec("valid_from", "date"),
                FieldSpec("valid_to", "date"),
            ),
        ),
        RecordType(
            "decision",
            (
                FieldSpec("campaign_id", "id", required=True, reference="campaign"),
                FieldSpec("office_id", "id", required=True),
                FieldSpec("style", "text", required=True, choices=values_of(DocumentStyle)),
                FieldSpec("number", "integer"),
                FieldSpec("number_text", "text", max_length=80),
                FieldSpec("signed_on", "date"),
                FieldSpec("title", "text", required=True, max_length=500),
                FieldSpec("authority", "text", required=True, max_length=300),
                FieldSpec("place", "text", max_length=200),
                FieldSpec("level_code", "text", max_length=40),
                FieldSpec("state", "text", choices=values_of(DecisionState)),
                FieldSpec("signature", "json", shape="signature"),
                FieldSpec("legal_bases", "json", shape="texts"),
                FieldSpec("note", "text"),
            ),
        ),
        RecordType(
            "decision_item",
            (
                FieldSpec("decision_id", "id", required=True, reference="decision"),
                FieldSpec("registration_id", "id", required=True, reference="registration"),
                FieldSpec("sort_order", "integer", required=True),
                FieldSpec("rank", "text", max_length=40),
                FieldSpec("is_revoked", "boolean"),
                FieldSpec("reason", "text"),
            ),
        ),
        RecordType(
            "certificate",
            (
                FieldSpec("decision_item_id", "id", required=True, reference="decision_item"),
                FieldSpec("register_number", "integer", required=True),
                FieldSpec("wording", "json", required=True, shape="wording"),
                FieldSpec("state", "text", choices=values_of(CertificateState)),
                FieldSpec("copies", "integer"),
                FieldSpec("printed_on", "date"),
            ),
        ),
        RecordType(
            "office_card",
            (
                FieldSpec("office_id", "id", required=True),
                FieldSpec("card", "json", required=True),
            ),
        ),
        RecordType(
            "receipt",
            (
                FieldSpec("package_id", "id", required=True),
                FieldSpec("manifest_sha256", "text", required=True, max_length=64),
                FieldSpec("merged_at", "timestamp", required=True),
                FieldSpec("counts", "json", required=True, shape="counts"),
                FieldSpec("refused", "json"),
                FieldSpec("files", "json", shape="texts"),
            ),
        ),
    )
}
"""Every type of record, parents before children: the order in which they are merged."""

SCHEMA = 2
"""Which types and fields this program writes; raised by each new one (1: without ``site``,
``registration.co_unit_ids``, ``office_card``)."""

NOT_MERGED = frozenset({"office_card", "receipt"})
"""What is read and acted on, and never stored as a record of its own."""
