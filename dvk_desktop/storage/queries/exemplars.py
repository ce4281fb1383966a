"""Models that registrations continue, found by name (mô hình được tiếp tục)."""

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.domain.vietnamese.names import model_name_key
from dvk_desktop.models import Exemplar

_WORD = re.compile(r"[^\W_]+")
_TAIL = 3
_TAIL_LOOKED_AT = 24


def exemplars_named(session: Session, unit_id: str, names: Iterable[str]) -> dict[str, str]:
    """Return, by ``model_name_key``, the ids of a unit's models of these names, the oldest first.

    A unit may have thousands of models of earlier years: only those whose name ends alike are
    compared in full.
    """
    wanted = {model_name_key(name): _tail(name) for name in names}
    tails = {"", *wanted.values()}
    is_sure = "" not in wanted.values()
    query = select(Exemplar.name, Exemplar.id).where(
        Exemplar.unit_id == unit_id, Exemplar.is_deleted.is_(False)
    )
    found: dict[str, str] = {}
    for name, exemplar_id in session.execute(query.order_by(Exemplar.id)):
        if is_sure and _tail(name) not in tails:
            continue
        key = model_name_key(name)
        if key in wanted:
            found.setdefault(key, exemplar_id)
    return found


def _tail(name: str) -> str:
    """Return how the last word ends, the same for equal keys; nothing where that is unsure."""
    small = unicodedata.normalize("NFC", name[-_TAIL_LOOKED_AT:]).lower()
    words = _WORD.findall(unicodedata.normalize("NFC", small))
    return fold(words[-1])[-_TAIL:] if words else ""
