"""What a plan of merging says of each record, for people and in numbers (bảng kế hoạch trộn)."""

from dvk_desktop.domain.merging import RecordAction
from dvk_desktop.domain.records.exchange import FieldChange, MergeAction, MergeItem
from dvk_desktop.storage.merge_plan import MergePlan, PlannedRecord
from dvk_desktop.storage.record_names import RecordNames

_ACTIONS = {
    RecordAction.NEW: MergeAction.NEW,
    RecordAction.SAME: MergeAction.SAME,
    RecordAction.KEPT: MergeAction.SAME,
    RecordAction.CHANGED: MergeAction.CHANGED,
    RecordAction.REMOVED: MergeAction.REMOVED,
    RecordAction.CONFLICT: MergeAction.CONFLICT,
}


def merge_counts(plan: MergePlan) -> dict[str, int]:
    """Return how many records are new, the same, changed, removed, in conflict, refused."""
    counts = dict.fromkeys(("new", "same", "changed", "removed", "conflicts", "refused"), 0)
    for planned in plan.records:
        counts[_count_name(planned)] += 1
    return counts


def _count_name(planned: PlannedRecord) -> str:
    if planned.refused is not None:
        return "refused"
    action = _ACTIONS[planned.plan.action]
    return "conflicts" if action is MergeAction.CONFLICT else action.value


def merge_item(planned: PlannedRecord, names: RecordNames) -> MergeItem:
    """Return one record of a plan as it is shown."""
    action = MergeAction.REFUSED if planned.refused else _ACTIONS[planned.plan.action]
    fields = tuple(
        FieldChange(
            field=change.name,
            ours=change.local_value,
            theirs=change.incoming_value,
            is_conflict=change in tuple(planned.plan.conflicts),
        )
        for change in planned.plan.changes
        if change.changes_value or change in tuple(planned.plan.conflicts)
    )
    is_new = planned.local is None
    return MergeItem(
        record_type=planned.record_type,
        record_id=planned.record_id,
        label=names.of(planned),
        action=action,
        fields=fields,
        reason=planned.refused,
        content=planned.plan.incoming.fields if is_new else {},
    )
