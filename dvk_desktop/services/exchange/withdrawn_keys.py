"""Keys of other offices that count no more, and from which day on (khóa đã ngừng dùng).

They stand beside the offices' cards for good, so that a package under an old key, honest or
not, is told for what it is.
"""

from dataclasses import asdict
from datetime import date, datetime

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.json_shapes import known_members
from dvk_desktop.domain.records.office import WithdrawnKey
from dvk_desktop.domain.records.package import Manifest
from dvk_desktop.exchange.package.manifest import encode_key
from dvk_desktop.models import KnownOffice, Setting
from dvk_desktop.storage.arrived import arrived_packages
from dvk_desktop.storage.unit_of_work import UnitOfWork


class WithdrawnKeyError(DvkError):
    """A package from before the key was withdrawn, not merged yet (gói ký bằng khóa cũ)."""

    code = "PKG_KEY_WITHDRAWN"
    template = (
        "Gói này ký bằng khóa cũ của “{name}”, khóa đã ngừng dùng từ {day}, nên không nhập được."
        " Hãy đề nghị văn phòng đó gửi lại gói bằng khóa mới."
    )


class KeyUsedAfterError(DvkError):
    """A package made after its key was withdrawn: perhaps by a thief (khóa cũ còn bị dùng)."""

    code = "PKG_KEY_MISUSED"
    template = (
        "Cảnh báo: gói này ghi ngày {made}, nhưng ký bằng khóa của “{name}” đã ngừng dùng từ"
        " {day}. Có thể người khác đang giữ khóa cũ. Không nhập gói; hãy gọi cho văn phòng đó."
    )


def withdrawn_keys(work: UnitOfWork, office_id: str) -> tuple[WithdrawnKey, ...]:
    """Return the keys of an office that count no more, the oldest first."""
    row = work.first(Setting, key=_place(office_id))
    if row is None:
        return ()
    return tuple(WithdrawnKey(**known_members(WithdrawnKey, one)) for one in row.value)


def withdraw_key(work: UnitOfWork, office_id: str, key: WithdrawnKey) -> None:
    """Keep that a key counts no more; the first word on a key stands."""
    known = withdrawn_keys(work, office_id)
    if any(one.public_key == key.public_key for one in known):
        return
    value = [asdict(one) for one in (*known, key)]
    row = work.first(Setting, key=_place(office_id))
    if row is None:
        work.add(Setting(key=_place(office_id), value=value))
    else:
        row.value = value


def is_trusted(work: UnitOfWork, manifest: Manifest, manifest_sha256: str) -> bool:
    """Say whether a package bears the key that we trust, or bore it when it was merged."""
    sender = manifest.sender
    known = work.session.get(KnownOffice, sender.office_id)
    if known is None or not known.is_trusted:
        return False
    if known.public_key == encode_key(sender.public_key):
        return True
    return _old_key(work, manifest) is not None and _is_merged(work, manifest_sha256)


def require_current_key(work: UnitOfWork, manifest: Manifest, manifest_sha256: str) -> None:
    """Refuse what was signed with a withdrawn key, unless it was merged before.

    The day on a package proves nothing: who holds the old key can write any day.

    Raises:
        WithdrawnKeyError: It says that it was made before that day.
        KeyUsedAfterError: It says that it was made later.
    """
    old = _old_key(work, manifest)
    if old is None or _is_merged(work, manifest_sha256):
        return
    name, day = manifest.sender.name, date.fromisoformat(old.withdrawn_on)
    made = datetime.fromisoformat(manifest.created_at).date()
    if made > day:
        raise KeyUsedAfterError(name=name, day=f"{day:%d/%m/%Y}", made=f"{made:%d/%m/%Y}")
    raise WithdrawnKeyError(name=name, day=f"{day:%d/%m/%Y}")


def _old_key(work: UnitOfWork, manifest: Manifest) -> WithdrawnKey | None:
    key = encode_key(manifest.sender.public_key)
    known = withdrawn_keys(work, manifest.sender.office_id)
    return next((one for one in known if one.public_key == key), None)


def _is_merged(work: UnitOfWork, manifest_sha256: str) -> bool:
    return bool(arrived_packages(work, manifest_sha256=manifest_sha256))


def _place(office_id: str) -> str:
    return f"withdrawn_keys/{office_id}"
