"""Fixed names and limits of format 1 (giới hạn của định dạng gói)."""

import re
from dataclasses import dataclass

FORMAT = 1
"""The newest format that this program writes and reads."""

MIMETYPE = b"application/vnd.dvk.package"
MIMETYPE_NAME = "mimetype"
MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.sig"
SIGNATURE_BYTES = 64
UNLISTED_NAMES = frozenset({MIMETYPE_NAME, MANIFEST_NAME, SIGNATURE_NAME})
CHUNK = 256 * 1024

is_records_path = re.compile(r"records/[a-z][a-z0-9_]{0,63}\.jsonl").fullmatch
is_file_path = re.compile(r"files/[0-9a-f]{64}").fullmatch
is_sha256 = re.compile(r"[0-9a-f]{64}").fullmatch


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a reader takes (giới hạn đọc)."""

    unpacked_bytes: int = 2 * 1024**3
    entries: int = 100_000
    records: int = 2_000_000
    line_bytes: int = 1024**2
    ratio: int = 200
    manifest_bytes: int = 64 * 1024**2


DEFAULT = Limits()


def records_path(type_name: str) -> str:
    """Return the entry that holds the records of one type."""
    return f"records/{type_name}.jsonl"


def type_of(path: str) -> str:
    """Return the type whose records an entry holds."""
    return path.removeprefix("records/").removesuffix(".jsonl")
