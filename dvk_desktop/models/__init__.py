"""Mapped classes: columns, keys, constraints, nothing else (bảng dữ liệu)."""

from dvk_desktop.models.base import Base, Exchanged
from dvk_desktop.models.campaign import Campaign, Deadline, Sector, Target
from dvk_desktop.models.council import CouncilMeeting, VoteCount
from dvk_desktop.models.decision import Certificate, Decision, DecisionItem, Signatory
from dvk_desktop.models.journal import Change, ChangeSet
from dvk_desktop.models.office import (
    Conflict,
    KeptRecord,
    KnownOffice,
    Office,
    PackageLog,
    RecordAlias,
    Seen,
    Setting,
)
from dvk_desktop.models.registration import (
    Attachment,
    Exemplar,
    Registration,
    RegistrationEvent,
    Site,
)
from dvk_desktop.models.scoring import ScoreSheet, ScoringForm
from dvk_desktop.models.unit import Level, Unit

EXCHANGED: dict[str, type[Exchanged]] = {
    mapped.RECORD_TYPE: mapped
    for mapped in (
        Level,
        Unit,
        Campaign,
        Sector,
        Deadline,
        Target,
        Exemplar,
        Registration,
        RegistrationEvent,
        Attachment,
        Site,
        ScoringForm,
        ScoreSheet,
        CouncilMeeting,
        VoteCount,
        Signatory,
        Decision,
        DecisionItem,
        Certificate,
    )
}
"""The mapped class of each record type, parents before children."""

__all__ = [
    "EXCHANGED",
    "Attachment",
    "Base",
    "Campaign",
    "Certificate",
    "Change",
    "ChangeSet",
    "Conflict",
    "CouncilMeeting",
    "Deadline",
    "Decision",
    "DecisionItem",
    "Exchanged",
    "Exemplar",
    "KeptRecord",
    "KnownOffice",
    "Level",
    "Office",
    "PackageLog",
    "RecordAlias",
    "Registration",
    "RegistrationEvent",
    "ScoreSheet",
    "ScoringForm",
    "Sector",
    "Seen",
    "Setting",
    "Signatory",
    "Site",
    "Target",
    "Unit",
    "VoteCount",
]
