"""Who may do what (phân quyền).

A right says what kind of act; over which units it reaches is the account's branch, a matter of
the services. Scoring is everybody's own sheet only, never somebody else's.
"""

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.terms import Labelled, Role
from dvk_desktop.domain.words import Wording


class Right(Labelled):
    """A kind of act that a role allows (quyền)."""

    READ = "read", "Xem số liệu"
    EDIT_REGISTRATIONS = "edit_registrations", "Nhập và sửa đăng ký"
    CONFIGURE_CAMPAIGN = "configure_campaign", "Đặt đợt thi đua và phiếu chấm"
    SCORE = "score", "Chấm điểm"
    VOTE = "vote", "Biểu quyết"
    RUN_COUNCIL = "run_council", "Điều hành kỳ họp Hội đồng"
    DECIDE = "decide", "Lập quyết định"
    SIGN = "sign", "Xác nhận đã ký"
    PRINT = "print", "In giấy chứng nhận"
    EXCHANGE = "exchange", "Gửi và nhận gói dữ liệu"
    RESTORE = "restore", "Phục hồi bản sao lưu"
    MANAGE_ACCOUNTS = "manage_accounts", "Quản lý tài khoản"


_COUNCIL = frozenset({Right.READ, Right.SCORE, Right.VOTE})
_LEADER = frozenset({Right.READ, Right.SCORE, Right.VOTE, Right.DECIDE, Right.SIGN})
_SPECIALIST = frozenset(Right) - {Right.RESTORE, Right.MANAGE_ACCOUNTS}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right),
    Role.SPECIALIST: _SPECIALIST,
    Role.COUNCIL_MEMBER: _COUNCIL,
    Role.LEADER: _LEADER,
}


class NotPermittedError(DvkError):
    """The account's role does not allow the act (không có quyền)."""

    code = "NOT_PERMITTED"
    template = "Vai trò “{role}” không được làm việc “{act}”. Hãy nhờ người có quyền thực hiện."

    def __init__(self, role: Role, act: Labelled) -> None:
        super().__init__(role=Wording(role.label), act=Wording(act.label))


def may(role: Role, right: Right) -> bool:
    """Say whether ``role`` carries ``right``."""
    return right in RIGHTS[role]


def require(role: Role, right: Right) -> None:
    """Refuse when ``role`` does not carry ``right``.

    Raises:
        NotPermittedError: The role does not allow it.
    """
    if not may(role, right):
        raise NotPermittedError(role, right)
