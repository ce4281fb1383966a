"""How a record of a package is named before people (tên bản ghi)."""

from dvk_desktop.domain.record_labels import record_label
from dvk_desktop.models import Registration, Unit
from dvk_desktop.storage.merge_plan import MergePlan, PlannedRecord
from dvk_desktop.storage.unit_of_work import UnitOfWork


class RecordNames:
    """Names records by their own name, or by the registration they hang on."""

    def __init__(self, work: UnitOfWork, plan: MergePlan) -> None:
        self._work = work
        self._incoming = {
            planned.record_id: str(planned.plan.incoming.fields.get("name", ""))
            for planned in plan.records
            if planned.record_type in ("registration", "unit")
        }

    def of(self, planned: PlannedRecord) -> str:
        """Return the name of one record."""
        fields = planned.plan.incoming.fields
        own = fields.get("name") or fields.get("number_text") or fields.get("title")
        if own:
            return str(own)
        parent = str(fields.get("registration_id", ""))
        label = record_label(planned.record_type)
        name = self._incoming.get(parent) or self.of_id("registration", parent)
        return f"{label}: {name}" if name else label

    def of_id(self, record_type: str, record_id: str) -> str:
        """Return the name of a record that we hold, or nothing."""
        session = self._work.session
        if record_type == "unit":
            unit = session.get(Unit, record_id)
            return "" if unit is None else unit.name
        record = session.get(Registration, record_id)
        return "" if record is None else record.name
