"""Words that records are classified by, with the labels that people read (thuật ngữ).

The values are what files and the command line carry; docs/glossary.md is the authority.
"""

from enum import StrEnum


class Labelled(StrEnum):
    """An enumeration whose members carry a Vietnamese label."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Labelled":
        """Keep the label beside the value; the default is there for looking up by value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class SubjectType(Labelled):
    """Who is recognised (đối tượng)."""

    COLLECTIVE = "collective", "Tập thể"
    INDIVIDUAL = "individual", "Cá nhân"
    HOUSEHOLD = "household", "Hộ gia đình"


class RegistrationKind(Labelled):
    """How the registration relates to the model (loại đăng ký)."""

    NEW = "new", "Đăng ký mới"
    MAINTAIN = "maintain", "Duy trì"
    REPLICATE = "replicate", "Nhân rộng"


class RegistrationState(Labelled):
    """Where a registration stands (trạng thái)."""

    DRAFT = "draft", "Bản nháp"
    SUBMITTED = "submitted", "Đã gửi"
    RETURNED = "returned", "Trả lại bổ sung"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    IN_PROGRESS = "in_progress", "Đang thực hiện"
    SELF_SCORED = "self_scored", "Đã tự chấm"
    APPRAISED = "appraised", "Đã thẩm định"
    RECOGNISED = "recognised", "Được công nhận"
    NOT_RECOGNISED = "not_recognised", "Không được công nhận"
    MAINTAINED = "maintained", "Đang duy trì"
    SUSPENDED = "suspended", "Tạm dừng"
    ENDED = "ended", "Đã kết thúc"
    REVOKED = "revoked", "Thu hồi công nhận"
    MERGED = "merged", "Đã gộp"


class SheetKind(Labelled):
    """Who filled a score sheet (loại phiếu chấm)."""

    SELF = "self", "Tự chấm"
    APPRAISAL = "appraisal", "Tổ thẩm định"
    COUNCIL = "council", "Hội đồng"


class VoteChoice(Labelled):
    """What a council member votes (ý kiến biểu quyết)."""

    AGREE = "agree", "Đồng ý"
    DISAGREE = "disagree", "Không đồng ý"
    LOWER = "lower", "Đồng ý ở mức thấp hơn"
    ABSTAIN = "abstain", "Không có ý kiến"
    INVALID = "invalid", "Phiếu không hợp lệ"


class DecisionState(Labelled):
    """Where a decision stands (trạng thái quyết định)."""

    DRAFT = "draft", "Dự thảo"
    SIGNED = "signed", "Đã ký"
    REVOKED = "revoked", "Đã thu hồi"


class CertificateState(Labelled):
    """Where a certificate stands (trạng thái giấy chứng nhận)."""

    QUEUED = "queued", "Chờ in"
    PRINTED = "printed", "Đã in"
    ISSUED = "issued", "Đã trao"
    SPOILED = "spoiled", "In hỏng"


class DocumentStyle(Labelled):
    """Which rules a document is laid out by (thể thức văn bản)."""

    PARTY_HD36 = "party_hd36", "Văn bản Đảng (HD 36-HD/VPTW)"
    PARTY_HD05 = "party_hd05", "Văn bản Đảng (HD 05-HD/VPTW)"
    STATE_ND30 = "state_nd30", "Văn bản hành chính (NĐ 30/2020/NĐ-CP)"


class Role(Labelled):
    """What an account may be (vai trò)."""

    ADMINISTRATOR = "administrator", "Quản trị"
    SPECIALIST = "specialist", "Chuyên viên"
    COUNCIL_MEMBER = "council_member", "Thành viên Hội đồng"
    LEADER = "leader", "Lãnh đạo"
