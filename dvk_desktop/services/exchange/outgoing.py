"""Write one package, or several of one set, in clear or encrypted (ghi gói, chia phần, mã hóa)."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.parts import PlannedPart, plan_parts
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.records.package import (
    Manifest,
    PackageContent,
    PackageKind,
    Part,
    Recipient,
)
from dvk_desktop.exchange.package.measuring import measure
from dvk_desktop.exchange.package.sealing import (
    SUFFIX,
    plain_room,
    require_strength,
    seal_to_key,
    seal_to_passphrase,
    sealed_name,
)
from dvk_desktop.exchange.package.writer import write_package
from dvk_desktop.models import KnownOffice
from dvk_desktop.services.exchange.packing import Write, next_manifest, write_plain, write_signed
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.given_numbers import take_back
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.working_files import working_folder

Seal = Callable[[Path, Path], None]


class NoCardError(DvkError):
    """There is no trusted card to encrypt to (chưa có thẻ của nơi nhận)."""

    code = "AGE_NO_CARD"
    template = (
        "Chưa có thẻ đã tin cậy của “{name}” nên chưa mã hóa cho nơi đó được. Hãy nhập thẻ"
        " (.dvkcard) và so dấu vân tay, hoặc mã hóa bằng mật khẩu."
    )


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What goes to whom (gói sẽ gửi)."""

    kind: PackageKind
    recipient: Recipient
    campaign_ids: Sequence[str]
    content: PackageContent


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """One package that was written (phần đã ghi)."""

    path: Path
    manifest: Manifest
    is_oversized: bool


class PackageWriter:
    """Writes all parts or none."""

    def __init__(self, work: UnitOfWork, key: bytes, folder: Path, options: SendOptions) -> None:
        self._work = work
        self._key = key
        self._folder = DataFolder(folder)
        self._options = options

    def write(self, outgoing: Outgoing, path: Path, progress: Progress) -> tuple[WrittenPart, ...]:
        """Write what goes out at ``path``, or at names made from it, and commit.

        Raises:
            NoCardError: There is no card to encrypt to.
            PackageError: The content breaks the format, or the passphrase is too short.
            FileWriteError: The drive refuses; nothing is left.
        """
        seal = self._seal_for(outgoing.recipient)
        write = write_plain if seal is None else self._sealed(seal)
        target = path if seal is None else sealed_name(path)
        plan = self._plan(outgoing, progress)
        set_id = new_id()
        with self._all_or_none() as done:
            for number, planned in enumerate(plan, start=1):
                part = Part(set_id, number, len(plan))
                place = target if part.of == 1 else part_name(target, part)
                manifest = self._manifest(outgoing, planned, part)
                content = _content_of(outgoing.content, planned)
                signed = write_signed(
                    self._work, self._key, place, manifest, content, write=write, progress=progress
                )
                done.append(WrittenPart(place, signed, planned.is_oversized))
            self._work.commit()
        return tuple(done)

    @contextlib.contextmanager
    def _all_or_none(self) -> Iterator[list[WrittenPart]]:
        """Remove the parts that were written when a later one, or the log, fails."""
        done: list[WrittenPart] = []
        try:
            yield done
        except BaseException:
            # A file that cannot be removed, as on a stick that was pulled, keeps its number.
            removed = [_is_removed(part.path) for part in done]
            if removed and all(removed):
                take_back(self._work, done[0].manifest)
            raise

    def _plan(self, outgoing: Outgoing, progress: Progress) -> tuple[PlannedPart, ...]:
        whole = PlannedPart(tuple(outgoing.content.files), has_records=True, is_oversized=False)
        most = self._options.most_bytes
        if most is None:
            return (whole,)
        room = plain_room(most) if self._options.is_encrypted else most
        manifest = self._manifest(outgoing, whole, Part(new_id()))
        measured = measure(manifest, outgoing.content, room, progress)
        return plan_parts(measured.records, measured.files, frame=measured.frame, room=room)

    def _manifest(self, outgoing: Outgoing, planned: PlannedPart, part: Part) -> Manifest:
        # A part without records says nothing of campaigns, nor of what was seen of them.
        campaigns = outgoing.campaign_ids if planned.has_records else ()
        manifest = next_manifest(self._work, outgoing.kind, outgoing.recipient, campaigns, part)
        return manifest if planned.has_records else replace(manifest, seen={})

    def _seal_for(self, recipient: Recipient) -> Seal | None:
        passphrase = self._options.passphrase
        if passphrase is not None:
            require_strength(passphrase)
            return lambda plain, target: seal_to_passphrase(plain, target, passphrase)
        if not self._options.to_card:
            return None
        known = self._work.session.get(KnownOffice, recipient.office_id or "")
        if known is None or not known.is_trusted:
            raise NoCardError(name=recipient.name)
        key = str(known.card.get("age_public_key", ""))
        return lambda plain, target: seal_to_key(plain, target, key, recipient.name)

    def _sealed(self, seal: Seal) -> Write:
        def write(
            path: Path,
            manifest: Manifest,
            content: PackageContent,
            key: bytes,
            progress: Progress,
        ) -> Manifest:
            with working_folder(self._folder) as place:
                plain = place / path.name.removesuffix(SUFFIX)
                signed = write_package(plain, manifest, content, key, progress=progress)
                seal(plain, path)
            return signed

        return write


def part_name(path: Path, part: Part) -> Path:
    """Return the name of one part: ``bao-cao_phan-1-tren-3.dvk``."""
    plain = Path(path.name.removesuffix(SUFFIX))
    number = f"{part.number:0{len(str(part.of))}}"
    name = f"{plain.stem}_phan-{number}-tren-{part.of}{plain.suffix}"
    return path.with_name(name + path.name[len(plain.name) :])


def _content_of(content: PackageContent, planned: PlannedPart) -> PackageContent:
    files = {sha256: content.files[sha256] for sha256 in planned.files}
    return PackageContent(content.records if planned.has_records else {}, files)


def _is_removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
