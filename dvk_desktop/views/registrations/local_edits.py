"""What was typed and is not stored, act by act, so that it can be taken back (gõ chưa lưu)."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from dvk_desktop.domain.records.office import ChangeSetRow
from dvk_desktop.views.item_models.cell_faults import Fault
from dvk_desktop.views.item_models.registration_grid import RegistrationGridModel

Row = dict[str, str]
_MOST_EDITS = 500


@dataclass(frozen=True, slots=True)
class Held:
    """Where a row that is not stored stood, and its texts (dòng chưa lưu)."""

    place: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowPiece:
    """A row that is not stored, before and after an act; None where it was not there."""

    row: Row
    before: Held | None
    after: Held | None


@dataclass(frozen=True, slots=True)
class FaultPiece:
    """A text that a stored cell did not take, before and after an act (ô lỗi)."""

    cell: tuple[str, str]
    before: Fault | None
    after: Fault | None


Piece = RowPiece | FaultPiece


@dataclass(frozen=True, slots=True)
class LocalEdit:
    """One act in the grid with what it left unstored (lần gõ chưa lưu).

    ``number`` is that of the newest change set then; ``change_set`` the one that the act made
    itself, if it stored a part. ``turned`` says the same about taking it back.
    """

    title: str
    pieces: tuple[Piece, ...]
    number: int
    change_set: str = ""
    turned: int = 0


class LocalEdits:
    """The acts of this run that left something unstored, in the order of typing (gõ chưa lưu)."""

    def __init__(
        self, model: RegistrationGridModel, newest: Callable[[], ChangeSetRow | None]
    ) -> None:
        self._model = model
        self._newest = newest
        self._done: list[LocalEdit] = []
        self._undone: list[LocalEdit] = []
        self.since = 0
        """The newest change set at the last act: what was taken back before stays so."""

    @contextmanager
    def noting(self, title: str) -> Iterator[None]:
        """Remember what an act leaves unstored."""
        rows, faults = self._rows(), dict(self._model.faults)
        earlier = self.newest_number()
        yield
        pieces: tuple[Piece, ...] = (*self._changed_rows(rows), *self._changed_faults(faults))
        newest = self._newest()
        number = 0 if newest is None else newest.number
        is_stored = newest is not None and number > earlier and newest.changes > 0
        if not pieces and not is_stored:
            return
        self._undone.clear()
        self.since = number
        if pieces:
            made = newest.id if newest is not None and is_stored else ""
            self._done = [*self._done, LocalEdit(title, pieces, number, made)][-_MOST_EDITS:]

    def last_done(self) -> LocalEdit | None:
        """Return the last act that still holds; acts whose rows were stored since are dropped."""
        return self._last(self._done, is_undoing=True)

    def last_undone(self) -> LocalEdit | None:
        """Return the act that was taken back last."""
        return self._last(self._undone, is_undoing=False)

    def turn(self, *, is_undoing: bool) -> tuple[int, str]:
        """Take the last act back, or let it hold again; return its first place and item."""
        source, target = (self._done, self._undone) if is_undoing else (self._undone, self._done)
        edit = source.pop()
        if is_undoing:
            edit = replace(edit, turned=self.newest_number())
        target.append(edit)
        return self._apply(edit, is_undoing=is_undoing)

    def newest_number(self) -> int:
        """Return the number of the newest change set."""
        newest = self._newest()
        return 0 if newest is None else newest.number

    def _last(self, edits: list[LocalEdit], *, is_undoing: bool) -> LocalEdit | None:
        rows = self._rows()
        while edits:
            held = tuple(one for one in edits[-1].pieces if self._holds(one, rows, is_undoing))
            if held:
                edits[-1] = replace(edits[-1], pieces=held)
                return edits[-1]
            edits.pop()
        return None

    def _holds(self, piece: Piece, rows: Mapping[int, tuple[Row, Held]], is_undoing: bool) -> bool:
        wanted = piece.after if is_undoing else piece.before
        if isinstance(piece, FaultPiece):
            found = self._model.faults.get(piece.cell)
            return _text(found) == _text(wanted if isinstance(wanted, Fault) else None)
        present = rows.get(id(piece.row))
        now = None if present is None else present[1].texts
        return now == (wanted.texts if isinstance(wanted, Held) else None)

    def _apply(self, edit: LocalEdit, *, is_undoing: bool) -> tuple[int, str]:
        drafts = list(self._model.drafts)
        place: tuple[int, str] = (-1, "")
        for piece in sorted(edit.pieces, key=lambda one: _place(one, is_undoing)):
            wanted = piece.before if is_undoing else piece.after
            if isinstance(piece, FaultPiece):
                self._model.faults.pop(piece.cell, None)
                if isinstance(wanted, Fault):
                    self._model.faults[piece.cell] = wanted
                if place[0] < 0:
                    place = (self._model.row_of(piece.cell[0]), piece.cell[1])
            else:
                found = _put(drafts, piece.row, wanted if isinstance(wanted, Held) else None)
                other = piece.after if is_undoing else piece.before
                if place[0] < 0:
                    row = self._model.stored_total + found
                    place = (row, _first_difference(piece.row, wanted, other))
        self._model.replace_drafts(drafts)
        return place

    def _rows(self) -> dict[int, tuple[Row, Held]]:
        return {
            id(row): (row, Held(place, dict(row)))
            for place, row in enumerate(self._model.drafts)
            if row
        }

    def _changed_rows(self, before: Mapping[int, tuple[Row, Held]]) -> Iterator[RowPiece]:
        after = self._rows()
        for key in dict.fromkeys([*before, *after]):
            row = (before.get(key) or after[key])[0]
            was, now = before.get(key), after.get(key)
            if was is None or now is None or was[1].texts != now[1].texts:
                yield RowPiece(row, was[1] if was else None, now[1] if now else None)

    def _changed_faults(self, before: Mapping[tuple[str, str], Fault]) -> Iterator[FaultPiece]:
        after = self._model.faults
        for cell in dict.fromkeys([*before, *after]):
            was, now = before.get(cell), after.get(cell)
            if _text(was) != _text(now):
                yield FaultPiece(cell, was, now)


def _text(fault: Fault | None) -> str | None:
    return None if fault is None else fault.text


def _place(piece: Piece, is_undoing: bool) -> int:
    wanted = piece.before if is_undoing else piece.after
    return wanted.place if isinstance(wanted, Held) else -1


def _put(drafts: list[Row], row: Row, wanted: Held | None) -> int:
    """Give a row its texts back, or take it away; return where it stands or stood."""
    place = next((n for n, one in enumerate(drafts) if one is row), -1)
    if wanted is None:
        if place >= 0:
            drafts.pop(place)
        return max(place, 0)
    if place < 0:
        place = min(wanted.place, len(drafts))
        drafts.insert(place, row)
    row.clear()
    row.update(wanted.texts)
    return place


def _first_difference(row: Row, wanted: object, other: object) -> str:
    texts = wanted.texts if isinstance(wanted, Held) else {}
    others = other.texts if isinstance(other, Held) else {}
    names = dict.fromkeys([*others, *texts, *row])
    return next((name for name in names if texts.get(name) != others.get(name)), "")
