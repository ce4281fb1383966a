"""What the check-up of a data folder says (kiểm tra sức khỏe)."""

from dataclasses import dataclass

from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Wording


class Health(Labelled):
    """How one point of the check-up stands (mức)."""

    OK = "ok", "Tốt"
    WARN = "warn", "Cần chú ý"
    BAD = "bad", "Có lỗi"


@dataclass(frozen=True, slots=True)
class DoctorLine:
    """One point of the check-up (mục kiểm tra)."""

    code: str
    health: Health
    wording: Wording
