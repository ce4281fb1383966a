"""The register of units (danh mục đơn vị)."""

from dataclasses import asdict
from datetime import date, timedelta

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, MissingFieldsError, NotFoundError
from dvk_desktop.domain.records.unit import UnitDraft, UnitRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.models import Registration, Unit
from dvk_desktop.storage.queries.joint_units import joined_count
from dvk_desktop.storage.registers import unit_rows
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


class UnitCodeTakenError(DvkError):
    """Another unit has this code (trùng mã đơn vị)."""

    code = "UNIT_CODE"
    template = "Mã “{code}” đã dùng cho “{name}”. Hãy nhập một mã khác."


class UnitCircleError(DvkError):
    """A unit would stand below itself (đơn vị cấp trên không hợp lệ)."""

    code = "UNIT_CIRCLE"
    template = "“{name}” không thể thuộc chính nó hoặc đơn vị dưới nó. Hãy chọn đơn vị khác."


class UnitInUseError(DvkError):
    """A unit that has registrations or units below it cannot be removed (đơn vị đang dùng)."""

    code = "UNIT_IN_USE"
    template = (
        "“{name}” còn {count} đăng ký hoặc đơn vị trực thuộc nên không xóa được."
        " Hãy ghi ngày hết hiệu lực thay cho việc xóa."
    )


class UnitService:
    """Adds, corrects and moves units."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def units(self) -> tuple[UnitRow, ...]:
        """Return all units in the order of the register."""
        with self._database.reading() as work:
            return unit_rows(work)

    def unit(self, unit_id: str) -> UnitRow:
        """Return one unit.

        Raises:
            NotFoundError: There is none.
        """
        for row in self.units():
            if row.id == unit_id:
                return row
        raise NotFoundError(what="đơn vị", key=unit_id)

    def by_code(self, code: str) -> UnitRow:
        """Return the unit of a public code.

        Raises:
            NotFoundError: There is none.
        """
        for row in self.units():
            if row.code.casefold() == code.casefold():
                return row
        raise NotFoundError(what="đơn vị", key=code)

    def save(self, draft: UnitDraft) -> tuple[str, Changes]:
        """Add a unit, or change the one whose id the draft carries; returns its id.

        Raises:
            MissingFieldsError: Name or code is empty.
            UnitCodeTakenError: Another unit has the code.
            UnitCircleError: The unit would stand below itself.
        """
        _require(draft)
        with self._database.writing("Ghi đơn vị “{name}”", name=clean_line(draft.name)) as work:
            taken = work.first(Unit, code=clean_line(draft.code))
            if taken is not None and taken.id != draft.id:
                raise UnitCodeTakenError(code=taken.code, name=taken.name)
            record = self._put(work, draft)
            work.commit()
            return record.id, Changes.UNITS

    def _put(self, work: UnitOfWork, draft: UnitDraft) -> Unit:
        values = asdict(draft)
        record_id = values.pop("id")
        values["name"], values["code"] = clean_line(draft.name), clean_line(draft.code)
        if draft.sort_order is None:
            values["sort_order"] = _next_order(work)
        if record_id is None:
            return work.add(Unit(**values))
        record = work.get(Unit, record_id, "đơn vị")
        if draft.parent_id is not None and _stands_below(work, draft.parent_id, record_id):
            raise UnitCircleError(name=record.name)
        for name, value in values.items():
            setattr(record, name, value)
        return record

    def rename(self, unit_id: str, name: str) -> Changes:
        """Give a unit another name; the journal keeps the old one."""
        with self._database.writing("Đổi tên đơn vị thành “{name}”", name=name) as work:
            work.get(Unit, unit_id, "đơn vị").name = clean_line(name)
            work.commit()
        return Changes.UNITS

    def move(self, unit_id: str, parent_id: str) -> Changes:
        """Put a unit under another one.

        Raises:
            UnitCircleError: The unit would stand below itself.
        """
        with self._database.writing("Chuyển đơn vị “{name}”") as work:
            record = work.get(Unit, unit_id, "đơn vị")
            work.note(name=record.name)
            if _stands_below(work, parent_id, unit_id):
                raise UnitCircleError(name=record.name)
            record.parent_id = work.get(Unit, parent_id, "đơn vị").id
            work.commit()
        return Changes.UNITS

    def dissolve(self, unit_id: str, effective_on: date) -> Changes:
        """End a unit from a day on; its past stays as it was."""
        with self._database.writing("Giải thể đơn vị “{name}”") as work:
            record = work.get(Unit, unit_id, "đơn vị")
            work.note(name=record.name)
            record.valid_to = effective_on - timedelta(days=1)
            work.commit()
        return Changes.UNITS

    def remove(self, unit_id: str) -> Changes:
        """Remove a unit that was entered by mistake.

        Raises:
            UnitInUseError: Registrations or units hang on it.
        """
        with self._database.writing("Xóa đơn vị “{name}”") as work:
            record = work.get(Unit, unit_id, "đơn vị")
            used = len(work.find(Registration, unit_id=unit_id))
            used += joined_count(work.session, unit_id)
            used += len(work.find(Unit, parent_id=unit_id))
            if used:
                raise UnitInUseError(name=record.name, count=used)
            work.note(name=record.name)
            work.delete(record)
            work.commit()
        return Changes.UNITS


def _require(draft: UnitDraft) -> None:
    labels = {"name": "Tên đơn vị", "code": "Mã đơn vị", "level_code": "Cấp"}
    missing = tuple(name for name in labels if not getattr(draft, name).strip())
    if missing:
        raise MissingFieldsError(missing, ", ".join(labels[name] for name in missing))


def _next_order(work: UnitOfWork) -> int:
    units = work.find(Unit, "sort_order")
    return units[-1].sort_order + 1 if units else 1


def _stands_below(work: UnitOfWork, unit_id: str, ancestor_id: str) -> bool:
    parents = {unit.id: unit.parent_id for unit in work.find(Unit)}
    current: str | None = unit_id
    while current is not None:
        if current == ancestor_id:
            return True
        current = parents.get(current)
    return False
