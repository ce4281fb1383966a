"""Files that go with registrations: photos, papers, lists (tệp đính kèm)."""

import os
import tempfile
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.domain.attachments import (
    LARGE_PICTURE_BYTES,
    MOST_BYTES,
    AttachmentDamagedError,
    AttachmentMissingError,
    ProgramFileError,
    is_picture,
    is_program,
    plain_name,
    require_size,
)
from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.attachment import Attached, AttachmentRow
from dvk_desktop.models import Attachment, Registration
from dvk_desktop.safe_files import write_safely
from dvk_desktop.storage.attachment_files import holds, store_content, stored_file
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_BEGINNING = 8


class AttachmentService:
    """Stores each content once and shows copies; nobody works on the stored file itself."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = DataFolder(folder)

    def of(self, registration_id: str) -> tuple[AttachmentRow, ...]:
        """Return the files of a registration in the order in which they were attached."""
        with self._database.reading() as work:
            found = work.find(Attachment, "id", registration_id=registration_id)
            return tuple(self._row(record) for record in found)

    def large_pictures(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Return the photographs that are worth making smaller before they are stored."""
        return tuple(p for p in paths if is_picture(p.name) and _size(p) > LARGE_PICTURE_BYTES)

    def add(
        self,
        registration_id: str,
        paths: Sequence[Path],
        *,
        shrink: Collection[Path] = (),
        progress: Progress = SILENT,
    ) -> Attached:
        """Attach files; what cannot be taken is told and leaves the others alone.

        Args:
            registration_id: The registration.
            paths: The files.
            shrink: Those among them that are photographs to be stored smaller.
            progress: Hears of each file and may cancel.

        Raises:
            NotFoundError: There is no such registration.
            FileWriteError: The data folder cannot be written to; nothing was attached.
        """
        refused: list[DvkError] = []
        added = known = 0
        with self._database.writing("Đính kèm tệp vào “{name}”") as work:
            registration = work.get(Registration, registration_id, "đăng ký")
            work.note(name=registration.name)
            for number, path in enumerate(paths, start=1):
                progress.step(number - 1, len(paths), path.name)
                try:
                    name, content = _content(path, path in shrink)
                except DvkError as error:
                    refused.append(error)
                    continue
                if self._attach(work, registration_id, name, content):
                    added += 1
                else:
                    known += 1
            work.commit()
        changes = Changes.REGISTRATIONS if added else Changes.NOTHING
        return Attached(added, known, tuple(refused), changes)

    def remove(self, attachment_ids: Sequence[str]) -> Changes:
        """Take files off their registration; undo brings them back."""
        title = "Bỏ {count} tệp đính kèm"
        with self._database.writing(title, count=len(attachment_ids)) as work:
            for attachment_id in attachment_ids:
                work.delete(work.get(Attachment, attachment_id, "tệp đính kèm"))
            work.commit()
        return Changes.REGISTRATIONS

    def open_copy(self, attachment_id: str) -> Path:
        """Return a copy that nobody can change, for the program that shows such files.

        Raises:
            AttachmentMissingError: The content is not here.
            AttachmentDamagedError: The content is not what was stored.
            ProgramFileError: Opening it would run a program.
        """
        name, content = self._stored(attachment_id)
        if is_program(name, content[:_BEGINNING]):
            raise ProgramFileError(name=name)
        folder = Path(tempfile.mkdtemp(prefix="dvk-"))
        copy = folder / name
        with explained(copy):
            copy.write_bytes(content)
            os.chmod(copy, 0o444)
        return copy

    def save_copy(self, attachment_id: str, target: Path) -> None:
        """Write the content to a file that the person chose.

        Raises:
            AttachmentMissingError: The content is not here.
            AttachmentDamagedError: The content is not what was stored.
            FileWriteError: The drive refuses.
        """
        _, content = self._stored(attachment_id)
        write_safely(target, lambda file: _fill(file, content))

    def thumbnail(self, attachment_id: str, side: int) -> tuple[int, int, bytes] | None:
        """Return width, height and RGBA of a small view; None where there is none."""
        from dvk_desktop.documents.pictures import thumbnail  # noqa: PLC0415 -- slow import

        with self._database.reading() as work:
            record = work.get(Attachment, attachment_id, "tệp đính kèm")
            name, path = record.file_name, stored_file(self._folder, record.sha256)
        if path is None or not is_picture(name):
            return None
        return thumbnail(path, side)

    def _attach(self, work: UnitOfWork, registration_id: str, name: str, content: bytes) -> bool:
        """Attach one content; say whether it was not attached before."""
        sha256 = store_content(self._folder, content)
        if work.first(Attachment, registration_id=registration_id, sha256=sha256) is not None:
            return False
        work.add(
            Attachment(
                registration_id=registration_id,
                sha256=sha256,
                file_name=name,
                byte_count=len(content),
            )
        )
        return True

    def _stored(self, attachment_id: str) -> tuple[str, bytes]:
        """Return the name and the content, checked against its SHA-256."""
        with self._database.reading() as work:
            record = work.get(Attachment, attachment_id, "tệp đính kèm")
            name, sha256 = plain_name(record.file_name), record.sha256
        path = stored_file(self._folder, sha256)
        if path is None:
            raise AttachmentMissingError(name=name)
        if not holds(path, sha256):
            raise AttachmentDamagedError(name=name)
        with explained(path):
            return name, path.read_bytes()

    def _row(self, record: Attachment) -> AttachmentRow:
        return AttachmentRow(
            id=record.id,
            registration_id=record.registration_id,
            file_name=plain_name(record.file_name),
            byte_count=record.byte_count,
            is_picture=is_picture(record.file_name),
            is_here=stored_file(self._folder, record.sha256) is not None,
        )


def _content(path: Path, is_to_shrink: bool) -> tuple[str, bytes]:
    """Return the name and what is to be stored of a file that was given."""
    name = plain_name(path.name)
    if is_program(name):
        raise ProgramFileError(name=name)
    with explained(path):
        require_size(name, path.stat().st_size)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    require_size(name, len(content))
    if is_program(name, content[:_BEGINNING]):
        raise ProgramFileError(name=name)
    if is_to_shrink:
        from dvk_desktop.documents.pictures import smaller_photo  # noqa: PLC0415 -- slow import

        smaller = smaller_photo(path)
        if smaller is not None and len(smaller) < len(content):
            return f"{Path(name).stem}.jpg", smaller
    return name, content


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _fill(file: BinaryIO, content: bytes) -> None:
    file.write(content)
