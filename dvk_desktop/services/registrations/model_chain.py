"""The model that a registration keeps up or repeats, over years and units (chuỗi mô hình)."""

from collections.abc import Iterable

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.registration import ModelOffer
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.registration_states import can_correct, changeable
from dvk_desktop.domain.terms import RegistrationKind
from dvk_desktop.models import Campaign, Exemplar, Registration, Unit
from dvk_desktop.services.registrations.registrations import FieldClosedError, NotEditableError
from dvk_desktop.storage.queries.registration_grid import records_of
from dvk_desktop.storage.queries.search import search_rows
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

LINKED_KINDS = frozenset({RegistrationKind.MAINTAIN, RegistrationKind.REPLICATE})
"""Kinds that go back to a model that is there already."""

_LOOKED_AT = 200
_OFFERED = 40


class ModelChain:
    """Offers models to go on with, and ties registrations to them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offers(
        self, campaign_id: str, unit_id: str, kind: RegistrationKind, typed: str = ""
    ) -> tuple[ModelOffer, ...]:
        """Return models that fit, the newest first.

        To keep up: what the unit itself did in earlier years, found by name or, with nothing
        typed, all. To repeat: what other units did until now, found by name.
        """
        found = search_rows(self._database.engine, typed, None, _LOOKED_AT)
        with self._database.reading() as work:
            years = {row.id: row.year_from for row in work.find(Campaign)}
            year = years.get(campaign_id, 0)
            keeps_up = kind is RegistrationKind.MAINTAIN
            if typed.strip():
                records: Iterable[Registration] = records_of(
                    work.session, [row.id for row in found]
                )
            else:
                records = work.find(Registration, unit_id=unit_id) if keeps_up else ()
            fitting = [
                record
                for record in records
                if record.exemplar_id is not None
                and record.campaign_id in years
                and (record.unit_id == unit_id) is keeps_up
                and (years[record.campaign_id] < year or not keeps_up)
            ]
            fitting.sort(key=lambda one: (years[one.campaign_id], one.id), reverse=True)
            newest: dict[str | None, Registration] = {}
            for record in fitting:
                newest.setdefault(record.exemplar_id, record)
            return tuple(_offer(work, one, years) for one in list(newest.values())[:_OFFERED])

    def origin(self, exemplar_id: str, *, besides: str = "") -> ModelOffer | None:
        """Return the first registration of a model other than one; None when there is none."""
        with self._database.reading() as work:
            years = {row.id: row.year_from for row in work.find(Campaign)}
            rows = [
                row
                for row in work.find(Registration, exemplar_id=exemplar_id)
                if row.id != besides and row.campaign_id in years
            ]
            first = min(rows, key=lambda row: (years[row.campaign_id], row.id), default=None)
            return None if first is None else _offer(work, first, years)

    def link(self, registration_id: str, exemplar_id: str) -> Changes:
        """Tie a stored registration to a model.

        Raises:
            NotFoundError: One of them is not there.
            NotEditableError: It is past the point where its kind may change.
            FieldClosedError: It was returned, and the kind was not named.
        """
        with self._database.writing("Gắn “{name}” với mô hình gốc “{model}”") as work:
            record = work.get(Registration, registration_id, "đăng ký")
            model = work.get(Exemplar, exemplar_id, "mô hình")
            work.note(name=record.name, model=model.name)
            if not can_correct(record.state):
                raise NotEditableError(name=record.name, state=record.state.label)
            if "kind" not in changeable(record.state, record.open_fields or ()):
                raise FieldClosedError(fields=FIELD_LABELS["kind"])
            record.exemplar_id = model.id
            work.commit()
        return Changes.REGISTRATIONS


def _offer(work: UnitOfWork, record: Registration, years: dict[str, int]) -> ModelOffer:
    return ModelOffer(
        exemplar_id=record.exemplar_id or "",
        registration_id=record.id,
        name=record.name,
        unit_name=work.get(Unit, record.unit_id, "đơn vị").name,
        year=years[record.campaign_id],
        state=record.state,
    )
