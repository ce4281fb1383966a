"""Duplicates: found while typing and in bulk, decided by a person (đăng ký trùng)."""

from collections.abc import Iterable, Iterator, Sequence

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.duplicates import (
    NamedModel,
    Resemblance,
    Similarity,
    across,
    compare,
    find_groups,
    name_form,
    run_together,
)
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.duplicates import DuplicateGroup, Likeness
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.registration_states import RegistrationAction, can_correct, changeable
from dvk_desktop.domain.terms import RegistrationKind
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import Registration, Unit
from dvk_desktop.services.registrations.registrations import FieldClosedError
from dvk_desktop.storage.duplicates import (
    keep_told_apart,
    members_by_id,
    members_of,
    named_alike,
    named_by_joint_units,
    named_in_unit,
    told_apart,
)
from dvk_desktop.storage.steps import take
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_MOST_SHOWN = 8


class SameRegistrationError(DvkError):
    """A decision about duplicates needs two registrations of one campaign (cần hai đăng ký)."""

    code = "DUPLICATE_PAIR"
    template = (
        "Cần chọn ít nhất hai đăng ký khác nhau trong cùng một đợt thi đua. Hãy chọn lại rồi"
        " quyết định."
    )


class NotReplicableError(DvkError):
    """The registration is past the point where its kind may change (không đổi được loại)."""

    code = "NOT_REPLICABLE"
    template = (
        "Đăng ký “{name}” đang ở trạng thái “{state}” nên không đổi thành nhân rộng được. Hãy trả"
        " lại đăng ký trước."
    )


class DuplicateService:
    """Finds what may be registered twice and keeps what a person decided."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def while_typing(
        self,
        campaign_id: str,
        unit_id: str,
        name: str,
        *,
        co_unit_ids: Sequence[str] = (),
        besides: str | None = None,
    ) -> tuple[Likeness, ...]:
        """Return what is like a name that is being typed, the most suspicious first.

        Args:
            campaign_id: The campaign it is registered in.
            unit_id: The unit that registers it.
            name: The name so far.
            co_unit_ids: The units that run it together with that one.
            besides: The registration that is being edited itself.
        """
        if len(name_form(name).plain) < 3:
            return ()
        similarity = _similarity()
        with self._database.reading() as work:
            session = work.session
            found = [
                (model.id, alike)
                for model in named_in_unit(session, campaign_id, unit_id, name)
                if (alike := compare(name, model.name, similarity)) is not None
            ]
            found += [
                (model.id, run_together(alike))
                for model in named_by_joint_units(session, campaign_id, unit_id, co_unit_ids)
                if (alike := compare(name, model.name, similarity)) is not None
            ]
            told = {besides, *(other for other, _ in found)} - {None}
            alike_names = named_alike(session, campaign_id, name)
            alike_names = [model for model in alike_names if model.id not in told]
            found += _elsewhere(work, alike_names, unit_id, name)
            found = [(other, alike) for other, alike in found if other != besides]
            found.sort(key=lambda pair: -pair[1].score)
            del found[_MOST_SHOWN:]
            members = members_by_id(session, [other for other, _ in found]) if found else {}
        return tuple(Likeness(members[i], alike.reason, alike.score) for i, alike in found)

    def groups(self, campaign_id: str, progress: Progress = SILENT) -> tuple[DuplicateGroup, ...]:
        """Return the groups that wait for a decision, the most suspicious first."""
        with self._database.reading() as work:
            members = {m.registration_id: m for m in members_of(work.session, campaign_id)}
            parents = {unit.id: unit.parent_id for unit in work.find(Unit)}
            apart = told_apart(work, campaign_id)
        models = [
            NamedModel(m.registration_id, m.name, m.unit_id, m.co_unit_ids)
            for m in members.values()
        ]
        return tuple(
            DuplicateGroup(tuple(members[i] for i in group.ids), group.reason, group.score)
            for group in find_groups(models, parents, _similarity(), apart, progress)
        )

    def merge(self, keep_id: str, merged_ids: Sequence[str], note: str = "") -> Changes:
        """Merge registrations into the one that stays; each keeps its data and its history.

        Raises:
            SameRegistrationError: There is nothing to merge, or they are of two campaigns.
            TransitionError: One of them is past the point where it can be merged.
        """
        title = "Gộp {count} đăng ký vào “{name}”"
        with self._database.writing(title, count=len(merged_ids)) as work:
            keep, *others = _records(work, [keep_id, *merged_ids])
            work.note(name=keep.name)
            unit = work.get(Unit, keep.unit_id, "đơn vị").name
            said = Wording(
                "Gộp vào đăng ký “{name}” của {unit}.", {"name": keep.name, "unit": unit}
            )
            for record in others:
                words = " ".join(part for part in (str(said), note.strip()) if part)
                take(work, record, RegistrationAction.MERGE, note=words)
            work.commit()
        return Changes.REGISTRATIONS

    def replicate_of(self, registration_id: str, source_id: str) -> Changes:
        """Make a registration the replication of another's model; both stay.

        Raises:
            SameRegistrationError: They are one, or of two campaigns.
            NotReplicableError: Its kind can no longer change.
        """
        with self._database.writing("Ghi “{name}” là nhân rộng") as work:
            source, record = _records(work, [source_id, registration_id])
            work.note(name=record.name)
            if not can_correct(record.state):
                raise NotReplicableError(name=record.name, state=Wording(record.state.label))
            if "kind" not in changeable(record.state, record.open_fields or ()):
                raise FieldClosedError(fields=FIELD_LABELS["kind"])
            record.kind = RegistrationKind.REPLICATE
            record.exemplar_id = source.exemplar_id
            _tell_apart(work, source.campaign_id, [[source.id, record.id]])
            work.commit()
        return Changes.REGISTRATIONS

    def not_same(self, registration_ids: Sequence[str]) -> Changes:
        """Remember that these are different registrations; they are not asked about again.

        Raises:
            SameRegistrationError: Fewer than two, or of two campaigns.
        """
        return self._apart([list(registration_ids)])

    def take_out(self, registration_id: str, other_ids: Sequence[str]) -> Changes:
        """Take one member out of a group: it differs from the others, which stay together.

        Raises:
            SameRegistrationError: There are no others, or they are of two campaigns.
        """
        return self._apart([[registration_id, other] for other in other_ids])

    def reconsider(self, registration_ids: Sequence[str]) -> Changes:
        """Forget that these were told apart: they are asked about again."""
        wanted = set(registration_ids)
        with self._deciding("Xét lại đăng ký nghi trùng") as work:
            campaign_id = _records(work, list(wanted))[0].campaign_id
            kept = [ids for ids in told_apart(work, campaign_id) if len(ids & wanted) < 2]
            keep_told_apart(work, campaign_id, kept)
            work.commit()
        return Changes.REGISTRATIONS

    def _apart(self, sets: Sequence[Sequence[str]]) -> Changes:
        with self._deciding("Ghi nhận đăng ký không trùng") as work:
            everyone = list(dict.fromkeys(i for ids in sets for i in ids))
            campaign_id = _records(work, everyone)[0].campaign_id
            _tell_apart(work, campaign_id, sets)
            work.commit()
        return Changes.REGISTRATIONS

    def _deciding(self, title: str) -> UnitOfWork:
        return self._database.writing(title, kind="setting", always=True)


def _similarity() -> Similarity:
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 -- slow import

    return token_sort_ratio


def _records(work: UnitOfWork, ids: Sequence[str]) -> list[Registration]:
    """Return registrations of one campaign, at least two different ones."""
    records = [work.get(Registration, record_id, "đăng ký") for record_id in ids]
    campaigns = {record.campaign_id for record in records}
    if len(set(ids)) < len(ids) or len(ids) < 2 or len(campaigns) > 1:
        raise SameRegistrationError
    return records


def _tell_apart(work: UnitOfWork, campaign_id: str, sets: Iterable[Sequence[str]]) -> None:
    known = told_apart(work, campaign_id)
    fresh = [frozenset(ids) for ids in sets]
    keep_told_apart(work, campaign_id, [*known, *(ids for ids in fresh if ids not in known)])


def _elsewhere(
    work: UnitOfWork, models: Sequence[NamedModel], unit_id: str, name: str
) -> Iterator[tuple[str, Resemblance]]:
    """Yield the same name in other units, each unit once."""
    plain = name_form(name).plain
    parents: dict[str, str | None] = {}
    for model in models:
        other = model.unit_id
        if other == unit_id or other in parents or name_form(model.name).plain != plain:
            continue
        for wanted in (unit_id, other):
            unit = work.session.get(Unit, wanted)
            parents[wanted] = unit.parent_id if unit is not None else None
        yield model.id, across(unit_id, other, parents)
