"""Attachments as they travel between layers (tệp đính kèm)."""

from dataclasses import dataclass

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file of a registration; ``is_here`` says whether its content is too (tệp đính kèm)."""

    id: str
    registration_id: str
    file_name: str
    byte_count: int
    is_picture: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of files that were given (kết quả đính kèm).

    ``known`` were attached to the registration before; ``refused`` say why they were not taken.
    """

    added: int
    known: int
    refused: tuple[DvkError, ...]
    changes: Changes
