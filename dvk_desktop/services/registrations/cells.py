"""Registrations cell by cell: blocks of cells and rows in one change set (lưu ô bảng nhập)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, NotFoundError
from dvk_desktop.domain.joint_units import joint_ids, names_of
from dvk_desktop.domain.records.registration import (
    RegistrationDetail,
    RegistrationDraft,
    RegistrationFilter,
)
from dvk_desktop.domain.records.registration_grid import (
    CellEdit,
    CellPast,
    CellRefusal,
    CellResult,
    GridRow,
    GridTotals,
)
from dvk_desktop.domain.registration_cells import NEEDED, CellEmptyError, Choice, ChoiceList, Lists
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.registration_states import can_correct, changeable, open_fields
from dvk_desktop.domain.terms import Labelled, RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.domain.vietnamese.names import model_name_key, unit_key
from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text
from dvk_desktop.models import Change, ChangeSet, Level, Registration, Sector, Unit
from dvk_desktop.services.keeping.history_words import field_rows
from dvk_desktop.services.registrations.registrations import (
    LINES,
    LONG_TEXTS,
    FieldClosedError,
    NotEditableError,
    add_drafts,
)
from dvk_desktop.storage.queries.exemplars import exemplars_named
from dvk_desktop.storage.queries.joint_units import unit_names
from dvk_desktop.storage.queries.journal import title_of
from dvk_desktop.storage.queries.registration_grid import (
    grid_totals,
    ordered_places,
    places_of,
    records_at,
    records_of,
)
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_FIELDS = tuple(RegistrationDraft.__dataclass_fields__)
_SHORT: dict[Labelled, tuple[str, ...]] = {
    SubjectType.COLLECTIVE: ("TT",),
    SubjectType.INDIVIDUAL: ("CN",),
    SubjectType.HOUSEHOLD: ("HGĐ",),
}
"""What lists of offices write for it (domain.md 1.4)."""


class RegistrationCellService:
    """Reads and stores registrations as the cells of a grid."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def order(self, wanted: RegistrationFilter) -> list[int]:
        """Return the places of what the filter leaves, in its order.

        A place stands for a registration as its id does and is read from an index alone.
        """
        with self._database.reading() as work:
            return ordered_places(work.session, wanted)

    def order_among(
        self, wanted: RegistrationFilter, ids: Sequence[str]
    ) -> tuple[set[int], list[int]]:
        """Return the places of some registrations, and which the filter leaves, in its order."""
        with self._database.reading() as work:
            places = set(places_of(work.session, ids).values())
            return places, ordered_places(work.session, wanted, places)

    def places_of(self, ids: Sequence[str]) -> dict[str, int]:
        """Return the places of some registrations."""
        with self._database.reading() as work:
            return places_of(work.session, ids)

    def rows_at(self, places: Sequence[int]) -> list[GridRow]:
        """Return the registrations at some places."""
        with self._database.reading() as work:
            records = records_at(work.session, places)
            found = [records[place] for place in places if place in records]
            details = _details(work, [one for one in found if not one.is_deleted])
            return [GridRow(one.id, details.get(one.id)) for one in found]

    def rows(self, ids: Sequence[str]) -> list[RegistrationDetail | None]:
        """Return the registrations of some ids; None for one that is gone."""
        with self._database.reading() as work:
            details = _details(work, list(records_of(work.session, ids)))
            return [details.get(id_) for id_ in ids]

    def totals(self, wanted: RegistrationFilter) -> GridTotals:
        """Return the sums of what the filter leaves."""
        with self._database.reading() as work:
            return grid_totals(work.session, wanted)

    def lists(self, campaign_id: str) -> Lists:
        """Return the lists that cells are chosen from; each name may be typed."""
        with self._database.reading() as work:
            units = work.find(Unit, "sort_order", "id")
            sectors = work.find(Sector, "sort_order", "id", campaign_id=campaign_id)
            levels = work.find(Level, "code")
            return MappingProxyType(
                {
                    "unit_id": ChoiceList(
                        (
                            Choice(unit.id, (unit.name, unit.code))
                            for unit in units
                            if not unit.valid_to
                        ),
                        unit_key,
                    ),
                    "sector_code": ChoiceList(
                        Choice(row.code, (row.name, row.code)) for row in sectors
                    ),
                    "target_level": ChoiceList(
                        Choice(row.code, (row.name, row.code)) for row in levels
                    ),
                    "subject_type": ChoiceList(_terms(SubjectType)),
                    "kind": ChoiceList(_terms(RegistrationKind)),
                }
            )

    def edit_cells(
        self,
        edits: Sequence[CellEdit],
        *,
        campaign_id: str = "",
        drafts: Sequence[RegistrationDraft] = (),
    ) -> CellResult:
        """Store all cells and new rows that can be stored, as one change set; report the rest.

        Raises:
            MissingFieldsError: A new row has no name or no unit; nothing is stored.
        """
        title, facts = _title(edits, drafts)
        with self._database.writing(title, **facts) as work:
            wanted = list(dict.fromkeys(edit.registration_id for edit in edits))
            records = {record.id: record for record in records_of(work.session, wanted)}
            if len(edits) == 1 and edits[0].registration_id in records:
                work.note(name=records[edits[0].registration_id].name)
            refusals: list[CellRefusal] = []
            changed = 0
            for edit in edits:
                try:
                    changed += _store(records.get(edit.registration_id), edit)
                except DvkError as error:
                    refusals.append(CellRefusal(edit.registration_id, edit.field, error))
            added = add_drafts(work, campaign_id, _continued(work, drafts)) if drafts else []
            work.commit()
        changes = Changes.REGISTRATIONS if changed or added else Changes.NOTHING
        return CellResult(changed, tuple(added), tuple(refusals), changes)

    def cell_history(self, registration_id: str, field: str) -> tuple[CellPast, ...]:
        """Return each change of one cell, the newest first."""
        with self._database.reading() as work:
            past: list[CellPast] = []
            for change in work.find(Change, "change_set", record_id=registration_id):
                entry = work.first(ChangeSet, number=change.change_set)
                for row in field_rows(work, change):
                    if entry is not None and row.field == field:
                        past.append(
                            CellPast(
                                entry.happened_at,
                                entry.actor,
                                title_of(entry),
                                row.before,
                                row.after,
                            )
                        )
            return tuple(reversed(past))


def is_open(detail: RegistrationDetail, field: str) -> bool:
    """Say whether an item of a registration may be changed now."""
    if detail.state is RegistrationState.RETURNED:
        return field in detail.open_fields
    return can_correct(detail.state)


def _details(work: UnitOfWork, records: Sequence[Registration]) -> dict[str, RegistrationDetail]:
    units = {record.unit_id for record in records}
    names = {unit_id: work.get(Unit, unit_id, "đơn vị").name for unit_id in units}
    joint = [one for record in records for one in record.co_unit_ids]
    names.update(unit_names(work.session, joint))
    return {record.id: _detail(record, names) for record in records}


def _detail(record: Registration, names: Mapping[str, str]) -> RegistrationDetail:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    return RegistrationDetail(
        id=record.id,
        campaign_id=record.campaign_id,
        draft=RegistrationDraft(**values),
        unit_name=names[record.unit_id],
        state=record.state,
        is_late=record.is_late,
        open_fields=tuple(sorted(open_fields(record.state, record.open_fields or ()))),
        submitted_on=record.submitted_on,
        source_file=record.source_file,
        co_units=names_of(joint_ids(record.unit_id, record.co_unit_ids), names),
    )


def _terms(terms: type[Labelled]) -> Iterable[Choice]:
    return (Choice(term, (term.label, term.value, *_SHORT.get(term, ()))) for term in terms)


def _title(
    edits: Sequence[CellEdit], drafts: Sequence[RegistrationDraft]
) -> tuple[str, dict[str, Any]]:
    """Return what history says of a block."""
    if drafts and edits:
        return "Nhập bảng: {count} đăng ký mới, sửa {cells} ô", {
            "count": len(drafts),
            "cells": len(edits),
        }
    if drafts:
        if len(drafts) == 1:
            return "Đăng ký mô hình “{name}”", {"name": drafts[0].name}
        return "Đăng ký {count} mô hình", {"count": len(drafts)}
    if len(edits) == 1:
        label = FIELD_LABELS[edits[0].field]
        return "Sửa “{field}” của “{name}”", {"field": label, "name": ""}
    return "Sửa {cells} ô trong bảng", {"cells": len(edits)}


def _store(record: Registration | None, edit: CellEdit) -> int:
    """Change one item; return how many cells that were."""
    if record is None:
        raise NotFoundError(what="đăng ký", key=edit.registration_id)
    value = _cleaned(edit.field, edit.value)
    if getattr(record, edit.field) == value:
        return 0
    if edit.field in NEEDED and not value:
        raise CellEmptyError(field=FIELD_LABELS[edit.field])
    if not can_correct(record.state):
        raise NotEditableError(name=record.name, state=record.state.label)
    if edit.field not in changeable(record.state, record.open_fields or ()):
        raise FieldClosedError(fields=FIELD_LABELS[edit.field])
    setattr(record, edit.field, value)
    if edit.field == "unit_id":
        # Whoever leads now no longer joins in.
        record.co_unit_ids = joint_ids(record.unit_id, record.co_unit_ids)
    return 1


def _cleaned(field: str, value: Any) -> Any:
    if field in LINES:
        return clean_line(value)
    return clean_text(value) if field in LONG_TEXTS else value


def _continued(work: UnitOfWork, drafts: Sequence[RegistrationDraft]) -> list[RegistrationDraft]:
    """Let rows that keep a model up point to it, as registering one by one does."""
    names: dict[str, list[str]] = {}
    for draft in filter(_continues, drafts):
        names.setdefault(draft.unit_id, []).append(draft.name)
    known = {unit: exemplars_named(work.session, unit, of_unit) for unit, of_unit in names.items()}
    return [
        replace(draft, exemplar_id=known[draft.unit_id].get(model_name_key(draft.name)))
        if _continues(draft)
        else draft
        for draft in drafts
    ]


def _continues(draft: RegistrationDraft) -> bool:
    return draft.kind is RegistrationKind.MAINTAIN and draft.exemplar_id is None
