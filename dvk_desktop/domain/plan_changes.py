"""What is different in a plan of merging that was made anew (kế hoạch lập lại)."""

from collections.abc import Iterable
from dataclasses import dataclass

from dvk_desktop.domain.records.exchange import MergeAction, MergeItem


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A record that the new plan treats in another way (bản ghi khác lần xem trước).

    Equal actions mean that other fields or values are concerned; None that the record is not in
    that plan.
    """

    label: str
    before: MergeAction | None
    after: MergeAction | None


def plan_changes(before: Iterable[MergeItem], after: Iterable[MergeItem]) -> tuple[PlanChange, ...]:
    """Return the records that two plans of one package treat in different ways."""
    old = {(item.record_type, item.record_id): item for item in before}
    new = {(item.record_type, item.record_id): item for item in after}
    changes = []
    for key in {**old, **new}:
        was, now = old.get(key), new.get(key)
        if was is None or now is None or (was.action, was.fields) != (now.action, now.fields):
            named = now or was
            changes.append(
                PlanChange(
                    "" if named is None else named.label,
                    None if was is None else was.action,
                    None if now is None else now.action,
                )
            )
    return tuple(changes)
