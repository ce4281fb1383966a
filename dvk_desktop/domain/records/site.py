"""Sites as they travel between layers (điểm mô hình)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """What a person types about a place where a model is applied (điểm mô hình).

    A model is not a site and a site is not a group: the three are counted apart (domain.md 2.1 C).
    ``id`` is empty for a site that is not stored yet.
    """

    name: str
    address: str = ""
    unit_id: str | None = None
    group_count: int | None = None
    household_count: int | None = None
    note: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site of a registration, in the order of the list (dòng điểm mô hình)."""

    id: str
    registration_id: str
    name: str
    address: str
    unit_id: str | None
    unit_name: str
    unit_code: str
    group_count: int | None
    household_count: int | None
    note: str
