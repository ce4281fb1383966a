"""The forms that an office starts from, to be adapted (phiếu chấm mẫu).

No official sheet with points could be found; these are put together from the criteria of
several provinces (domain.md 2.1, 2.5) and say in their name that they are examples.
"""

from decimal import Decimal
from typing import Final

from dvk_desktop.domain.scoring_form import (
    EXAMPLE_NOTE,
    Cap,
    Criterion,
    Level,
    Rank,
    ScoringForm,
)
from dvk_desktop.domain.terms import SubjectType

_POINTS: Final = (15, 20, 20, 25, 10, 10)
_HALF: Final = Decimal("0.5")
_RESULT: Final = "Kết quả, hiệu quả cụ thể, kiểm chứng được so với trước"
_LASTING: Final = "Bền vững, lan tỏa, được nhân rộng"

_TITLES: Final[dict[SubjectType, tuple[str, ...]]] = {
    SubjectType.COLLECTIVE: (
        "Tên, địa chỉ, nội dung rõ; có kế hoạch, có đăng ký, được cấp ủy xác nhận",
        "Lãnh đạo, chỉ đạo, phân công; phối hợp, huy động nhiều lực lượng",
        "Cách làm sáng tạo, đột phá, tiết kiệm; giải quyết khó khăn, bức xúc",
        _RESULT,
        "Nhân dân đồng thuận, hưởng ứng; hài hòa lợi ích",
        _LASTING,
    ),
    SubjectType.INDIVIDUAL: (
        "Nội dung rõ, có địa chỉ; có đăng ký, được cấp ủy hoặc đoàn thể xác nhận",
        "Bản thân và gia đình gương mẫu; vận động được nhiều người cùng tham gia",
        "Có ý tưởng, cách làm hay; đề xuất giải quyết việc bức xúc, kéo dài",
        _RESULT,
        "Tận tình với nhân dân, được tập thể bình chọn, nhân dân đồng thuận",
        _LASTING,
    ),
    SubjectType.HOUSEHOLD: (
        "Nội dung rõ, có địa chỉ; có đăng ký, được khu dân cư xác nhận",
        "Các thành viên gương mẫu; vận động được các hộ khác cùng tham gia",
        "Có cách làm hay, sáng tạo, tiết kiệm",
        _RESULT,
        "Gia đình văn hóa, được bà con trong khu dân cư đồng thuận",
        _LASTING,
    ),
}

_GUIDANCE: Final = (
    "Xem phiếu đăng ký, kế hoạch và văn bản xác nhận.",
    "Nêu rõ ai chủ trì, ai phối hợp, bao nhiêu người tham gia.",
    "So với cách làm trước đây có gì mới, bớt được gì.",
    "Có số liệu trước và sau, có thể kiểm tra tại chỗ.",
    "Căn cứ ý kiến của nhân dân nơi thực hiện.",
    "Còn duy trì được sau năm đầu; nơi khác đã học tập.",
)

_RANKS: Final = (
    Rank("excellent", "Xuất sắc", Decimal(90), no_zero_criterion=True),
    Rank("good", "Tốt", Decimal(80), no_zero_criterion=True),
    Rank("passed", "Đạt", Decimal(70)),
    Rank("failed", "Chưa đạt", Decimal(0)),
)

_LEVELS: Final = (
    Level("province", "Cấp tỉnh", Decimal(90), no_zero_criterion=True),
    Level("upper", "Cấp trên trực tiếp", Decimal(80), no_zero_criterion=True),
    Level("base", "Cấp cơ sở", Decimal(70)),
)

_CAPS: Final = (
    Cap("leader_reprimanded", "Người đứng đầu bị kỷ luật khiển trách", "good"),
    Cap("leader_warned", "Người đứng đầu bị kỷ luật cảnh cáo", "passed"),
    Cap("leader_dismissed", "Người đứng đầu bị kỷ luật cách chức trở lên", "failed"),
    Cap("serious_disunity", "Mất đoàn kết nghiêm trọng, tham nhũng, vi phạm pháp luật", "failed"),
)


def default_form(subject_type: SubjectType | None = None) -> ScoringForm:
    """Return the example form of a subject type; without one, that of collectives."""
    subject = subject_type or SubjectType.COLLECTIVE
    criteria = tuple(
        Criterion(f"TC{place}", title, Decimal(points), _HALF, guidance)
        for place, (title, points, guidance) in enumerate(
            zip(_TITLES[subject], _POINTS, _GUIDANCE, strict=True), start=1
        )
    )
    return ScoringForm(
        name=f"Phiếu chấm điểm mô hình “Dân vận khéo” – {subject.label} ({EXAMPLE_NOTE})",
        subject_type=subject_type,
        version=1,
        is_example=True,
        criteria=criteria,
        bonus_maximum=Decimal(3),
        deduction_maximum=Decimal(3),
        ranks=_RANKS,
        levels=_LEVELS,
        caps=_CAPS,
    )


def default_forms() -> tuple[ScoringForm, ...]:
    """Return one example form for each subject type."""
    return tuple(default_form(subject) for subject in SubjectType)
