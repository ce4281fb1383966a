"""The office, its signatories and the offices it knows (văn phòng)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dvk_desktop.domain.paper_words import SignatureForm


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """The owner of a data folder (văn phòng của máy này)."""

    office_id: str
    replica_id: str
    unit_id: str | None
    code: str
    name: str
    level_code: str
    level_name: str
    public_key: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class KnownOfficeRow:
    """Another office whose card we hold (văn phòng đã biết)."""

    office_id: str
    code: str
    name: str
    level_code: str
    public_key: str
    is_trusted: bool
    trusted_at: str
    trusted_by: str = ""
    withdrawn_keys: tuple["WithdrawnKey", ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawnKey:
    """A key that its office uses no more, and who confirmed that (khóa đã ngừng dùng).

    ``public_key`` is in base64, ``withdrawn_on`` the day from which it counts no more,
    ``spoken_with`` who said so over the telephone.
    """

    public_key: str
    withdrawn_on: str
    confirmed_by: str
    confirmed_at: str
    spoken_with: str = ""


@dataclass(frozen=True, slots=True)
class CardPaper:
    """What the one page of an office's card says (thẻ văn phòng để gửi hoặc ghim).

    ``qr_text`` is the whole signed card as ASCII text; ``digits`` the fingerprint's 16 groups.
    """

    office_lines: tuple[str, ...]
    national_lines: tuple[str, ...]
    place_date: str
    name: str
    code: str
    level_name: str
    digits: str
    qr_text: str
    replaced_on: date | None = None


@dataclass(frozen=True, slots=True)
class SignatoryRow:
    """A person who signs papers (người ký)."""

    name: str
    title: str
    form: SignatureForm = SignatureForm.HEAD
    body: str = ""
    head_title: str = ""
    is_party_committee: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeSetRow:
    """One service call in the history (lần thay đổi)."""

    id: str
    number: int
    kind: str
    title: str
    actor: str
    happened_at: str
    changes: int
    undone: bool


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a person wants to found; a list of units may come along (văn phòng cần lập)."""

    preset: str
    level: str
    code: str
    name: str
    year: int
    units_file: Path | None = None
