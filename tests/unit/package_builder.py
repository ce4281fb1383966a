"""Builds packages byte by byte, so that a test can damage one thing at a time.

Written from the format page with zlib, json and cryptography only; it shares no code with the
program but the description of one type of record.
"""

import base64
import hashlib
import json
import struct
import zlib
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dvk_desktop.domain.record_types import FieldSpec, RecordType

SAMPLE_TYPE = RecordType(
    "sample",
    (
        FieldSpec("code", "text", required=True, max_length=100),
        FieldSpec("name", "text", required=True, max_length=500),
        FieldSpec("kind", "text", choices=("old", "new")),
        FieldSpec("parent_id", "id", reference="sample"),
        FieldSpec("valid_from", "date"),
        FieldSpec("changed_at", "timestamp"),
        FieldSpec("sort_order", "integer"),
        FieldSpec("points", "decimal"),
        FieldSpec("is_urban", "boolean"),
        FieldSpec("notes", "json"),
    ),
)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
REPLICA = "0190a000-0000-7000-8000-00000000000a"
UNIT_1 = "0190a000-0000-7000-8000-000000000001"
UNIT_2 = "0190a000-0000-7000-8000-000000000002"
ATTACHMENT = b"%PDF-1.7 minutes of the meeting " + bytes(range(256))


@dataclass
class Member:
    """One entry of the ZIP; whatever is None is worked out honestly."""

    name: bytes
    data: bytes
    method: int = 8
    flags: int = 0
    attributes: int = 0o100644 << 16
    packed: bytes | None = None
    declared: int | None = None
    crc: int | None = None
    local_name: bytes | None = None
    local_extra: bytes = b""
    before: bytes = b""
    descriptor: bytes = b""
    comment: bytes = b""

    def packed_bytes(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if self.method != 8:
            return self.data
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.data) + packer.flush()


def zip_bytes(members: list[Member], *, comment: bytes = b"", zip64: bool = False) -> bytes:
    out, central = b"", b""
    for member in members:
        packed = member.packed_bytes()
        size = len(member.data) if member.declared is None else member.declared
        crc = zlib.crc32(member.data) if member.crc is None else member.crc
        local_name = member.local_name or member.name
        out += member.before
        start = len(out)
        told = (0, 0, 0) if member.flags & 8 else (crc, len(packed), size)
        out += struct.pack("<4sHHHHH", b"PK\3\4", 20, member.flags, member.method, 0, 33)
        out += struct.pack("<LLLHH", *told, len(local_name), len(member.local_extra))
        out += local_name + member.local_extra + packed + member.descriptor
        central += struct.pack(
            "<4sHHHHHH", b"PK\1\2", 0x314, 20, member.flags, member.method, 0, 33
        )
        central += struct.pack(
            "<LLLHHH", crc, len(packed), size, len(member.name), 0, len(member.comment)
        )
        central += struct.pack("<HHLL", 0, 0, member.attributes, start)
        central += member.name + member.comment
    at, count = len(out), len(members)
    out += central
    if zip64:
        end = len(out)
        out += struct.pack(
            "<4sQHHLLQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(central), at
        )
        out += struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    out += struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, count, count, len(central), at, len(comment))
    return out + comment


def line(identifier: str, **members: Any) -> bytes:
    record = {"id": identifier, "code": "01", "name": "Thôn Đoài", "v": [REPLICA, 3], "fv": {}}
    return json.dumps(record | members, ensure_ascii=False).encode() + b"\n"


@dataclass
class Parts:
    """A good small package whose pieces a test replaces."""

    records: dict[str, bytes] = field(
        default_factory=lambda: {"sample": line(UNIT_1) + line(UNIT_2, name="Thôn Hạ")}
    )
    files: list[bytes] = field(default_factory=lambda: [ATTACHMENT])
    changes: dict[str, Any] = field(default_factory=dict)

    def contents(self) -> dict[str, bytes]:
        found = {f"records/{name}.jsonl": data for name, data in self.records.items()}
        return found | {f"files/{hashlib.sha256(data).hexdigest()}": data for data in self.files}

    def entries(self) -> list[dict[str, Any]]:
        lines = []
        for path, data in self.contents().items():
            entry = {"path": path, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            if path.startswith("records/"):
                entry["records"] = data.count(b"\n")
            lines.append(entry)
        return lines

    def manifest(self) -> dict[str, Any]:
        return {
            "format": 1,
            "min_reader": 1,
            "schema": 1,
            "app": "1.0.0",
            "package_id": "0190a000-0000-7000-8000-0000000000b1",
            "kind": "up",
            "created_at": "2024-10-08T07:30:00+07:00",
            "sender": {
                "office_id": "0190a000-0000-7000-8000-0000000000c1",
                "replica_id": REPLICA,
                "code": "YM-01",
                "name": "Xã Yên Mô",
                "level": "commune",
                "public_key": base64.b64encode(PUBLIC).decode(),
            },
            "recipient": {"office_id": None, "code": "YM", "name": "Huyện Yên Mô"},
            "campaigns": ["0190a000-0000-7000-8000-0000000000d1"],
            "part": {"set_id": "0190a000-0000-7000-8000-0000000000e1", "number": 1, "of": 1},
            "sequence": 1,
            "previous": None,
            "audit_head": "ab12",
            "seen": {REPLICA: 9},
            "entries": self.entries(),
        } | self.changes

    def members(self, raw_manifest: bytes | None = None) -> list[Member]:
        raw = raw_manifest or json.dumps(self.manifest(), ensure_ascii=False).encode()
        return [
            Member(b"mimetype", b"application/vnd.dvk.package", method=0),
            Member(b"manifest.json", raw),
            Member(b"manifest.sig", KEY.sign(raw), method=0),
            *(Member(path.encode(), data) for path, data in self.contents().items()),
        ]

    def bytes(self) -> bytes:
        return zip_bytes(self.members())


def member(members: list[Member], name: str) -> Member:
    return next(each for each in members if each.name.decode().startswith(name))
