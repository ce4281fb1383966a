"""Says that a plan was made anew because our data has changed, and what is different."""

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.plan_changes import PlanChange, plan_changes
from dvk_desktop.domain.records.exchange import MergeAction, MergePreview
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.notice import Notice

_NAMED = 5


def replanned_notice(
    before: MergePreview | None, after: MergePreview | None, *, was_refused: bool
) -> Notice | None:
    """Compare the plan that the person saw with the one of now; None where there is no news.

    ``was_refused`` says that a merge was asked for and stopped, which is told in any case.
    """
    if before is None or after is None or before.manifest_sha256 != after.manifest_sha256:
        return None
    changes = plan_changes(before.items, after.items)
    if not changes and not was_refused:
        return None
    title = QCoreApplication.translate(
        "replanned", "Dữ liệu ở đây đã thay đổi nên kế hoạch nhập được lập lại; chưa nhập gì"
    )
    return Notice(title, _told(changes), Tone.WARNING)


def _told(changes: tuple[PlanChange, ...]) -> str:
    if not changes:
        return QCoreApplication.translate(
            "replanned",
            "Không bản ghi nào trong gói khác lần xem trước. Các dấu chọn của bạn còn nguyên; bấm"
            " nhập lần nữa.",
        )
    head = QCoreApplication.translate(
        "replanned",
        "{count} bản ghi khác lần xem trước. Các dấu chọn của bạn còn nguyên; xem lại rồi nhập.",
    )
    lines = [head.format(count=len(changes))]
    lines += [_line(change) for change in changes[:_NAMED]]
    if len(changes) > _NAMED:
        rest = QCoreApplication.translate("replanned", "và {count} bản ghi nữa.")
        lines.append(rest.format(count=len(changes) - _NAMED))
    return "\n".join(lines)


def _line(change: PlanChange) -> str:
    if change.before is change.after:
        text = QCoreApplication.translate(
            "replanned", "{name}: vẫn là {action}, nhưng giá trị đã khác."
        )
        return text.format(name=change.label, action=_action(change.after))
    text = QCoreApplication.translate("replanned", "{name}: trước là {before}, nay là {after}.")
    return text.format(
        name=change.label, before=_action(change.before), after=_action(change.after)
    )


def _action(action: MergeAction | None) -> str:
    if action is None:
        return QCoreApplication.translate("replanned", "không có")
    return worded(action.label).lower()
