"""The manifest as JSON (bản kê của gói)."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from dvk_desktop.domain.record_checking import (
    MISSING,
    NOT_TEXT,
    checks_for,
    is_uuid,
)
from dvk_desktop.domain.record_types import FieldSpec
from dvk_desktop.domain.records.package import (
    Manifest,
    ManifestEntry,
    OfficeIdentity,
    PackageKind,
    Part,
    Recipient,
)
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.package.json_text import JsonRefusedError, dump, parse_object
from dvk_desktop.exchange.package.limits import FORMAT, is_file_path, is_records_path, is_sha256
from dvk_desktop.exchange.package.refusals import NewerPackageError, WrongManifestError

KEY_BYTES = 32
WHOLE_MANIFEST = Wording("(cả bản kê)")
_is_hex = re.compile(r"[0-9a-f]*").fullmatch
_NOT_OBJECT = Wording("phải là một đối tượng JSON.")
_NOT_LIST = Wording("phải là một danh sách đúng kiểu.")
_NOT_KEY = Wording("phải là khoá công khai 32 byte ở dạng base64.")
_NOT_SHA256 = Wording("phải là mã SHA-256 gồm 64 chữ số thập lục phân chữ thường.")
_NOT_HEX = Wording("phải là chuỗi thập lục phân chữ thường.")
_NOT_COUNT = Wording("phải là số nguyên không âm.")
_NOT_FROM_ONE = Wording("phải là số nguyên từ 1 trở lên.")
_NOT_SEEN = Wording("phải là danh sách số đếm không âm theo từng máy.")
_NOT_ENTRY = Wording("không phải tệp mà định dạng cho phép.")
_LISTED_TWICE = Wording("có tệp được kê hai lần.")
_BEYOND_LAST = Wording("có số thứ tự phần lớn hơn tổng số phần.")

_TOP = (
    FieldSpec("format", "integer", required=True),
    FieldSpec("min_reader", "integer", required=True),
    FieldSpec("schema", "integer", required=True),
    FieldSpec("app", "text", required=True),
    FieldSpec("package_id", "id", required=True),
    FieldSpec("kind", "text", required=True, choices=tuple(PackageKind)),
    FieldSpec("created_at", "timestamp", required=True),
    FieldSpec("sender", "json", required=True),
    FieldSpec("recipient", "json", required=True),
    FieldSpec("campaigns", "json", required=True),
    FieldSpec("part", "json", required=True),
    FieldSpec("sequence", "integer", required=True),
    FieldSpec("previous", "text"),
    FieldSpec("audit_head", "text", required=True),
    FieldSpec("seen", "json", required=True),
    FieldSpec("entries", "json", required=True),
)
_SENDER = (
    FieldSpec("office_id", "id", required=True),
    FieldSpec("replica_id", "id", required=True),
    FieldSpec("code", "text", required=True),
    FieldSpec("name", "text", required=True),
    FieldSpec("level", "text", required=True),
    FieldSpec("public_key", "text", required=True),
)
_RECIPIENT = (
    FieldSpec("office_id", "id"),
    FieldSpec("code", "text", required=True),
    FieldSpec("name", "text", required=True),
)
_PART = (
    FieldSpec("set_id", "id", required=True),
    FieldSpec("number", "integer", required=True),
    FieldSpec("of", "integer", required=True),
)
_ENTRY = (
    FieldSpec("path", "text", required=True),
    FieldSpec("bytes", "integer", required=True),
    FieldSpec("sha256", "text", required=True),
    FieldSpec("records", "integer"),
)


def parse_manifest(raw: bytes) -> dict[str, Any]:
    """Return the manifest's members, unchecked but for what every version has.

    Raises:
        WrongManifestError: Not strict JSON, or ``min_reader`` is absent.
        NewerPackageError: The package needs a newer program.
    """
    try:
        data = parse_object(raw)
    except JsonRefusedError as error:
        raise WrongManifestError(field=WHOLE_MANIFEST, reason=error.reason) from None
    needed = _number(data, "min_reader", "min_reader", _NOT_FROM_ONE, least=1)
    if needed > FORMAT:
        raise NewerPackageError(needed=needed, supported=FORMAT)
    return data


def sender_key(data: Mapping[str, Any]) -> bytes:
    """Return the key that must have signed the manifest.

    Raises:
        WrongManifestError: There is no such key.
    """
    sender = _members(data, "sender", _SENDER[-1:])
    try:
        return decode_key(sender["public_key"])
    except ValueError:
        raise WrongManifestError(field="sender.public_key", reason=_NOT_KEY) from None


def read_manifest(data: Mapping[str, Any]) -> Manifest:
    """Check all members and return the manifest.

    Raises:
        WrongManifestError: A member breaks the format.
    """
    _check(data, "", _TOP)
    sender = _members(data, "sender", _SENDER)
    recipient = _members(data, "recipient", _RECIPIENT)
    return Manifest(
        format=_number(data, "format", "format", _NOT_FROM_ONE, least=1),
        min_reader=data["min_reader"],
        schema=_number(data, "schema", "schema", _NOT_FROM_ONE, least=1),
        app=data["app"],
        package_id=data["package_id"],
        kind=PackageKind(data["kind"]),
        created_at=data["created_at"],
        sender=OfficeIdentity(
            sender["office_id"],
            sender["replica_id"],
            sender["code"],
            sender["name"],
            sender["level"],
            sender_key(data),
        ),
        recipient=Recipient(recipient.get("office_id"), recipient["code"], recipient["name"]),
        campaigns=tuple(_listed(data["campaigns"], "campaigns", is_uuid)),
        part=_part(data),
        sequence=_number(data, "sequence", "sequence", _NOT_FROM_ONE, least=1),
        previous=_matching(data.get("previous"), "previous", is_sha256, _NOT_SHA256),
        audit_head=_matching(data["audit_head"], "audit_head", _is_hex, _NOT_HEX) or "",
        seen=_seen(data["seen"]),
        entries=_entries(data["entries"]),
        extra={name: value for name, value in data.items() if name not in _TOP_NAMES},
    )


_TOP_NAMES = frozenset(spec.name for spec in _TOP)


def encode_manifest(manifest: Manifest) -> bytes:
    """Return the bytes of the manifest, those that are signed."""
    sender, recipient, part = manifest.sender, manifest.recipient, manifest.part
    members = {
        "format": manifest.format,
        "min_reader": manifest.min_reader,
        "schema": manifest.schema,
        "app": manifest.app,
        "package_id": manifest.package_id,
        "kind": manifest.kind,
        "created_at": manifest.created_at,
        "sender": {
            "office_id": sender.office_id,
            "replica_id": sender.replica_id,
            "code": sender.code,
            "name": sender.name,
            "level": sender.level,
            "public_key": encode_key(sender.public_key),
        },
        "recipient": {
            "office_id": recipient.office_id,
            "code": recipient.code,
            "name": recipient.name,
        },
        "campaigns": list(manifest.campaigns),
        "part": {"set_id": part.set_id, "number": part.number, "of": part.of},
        "sequence": manifest.sequence,
        "previous": manifest.previous,
        "audit_head": manifest.audit_head,
        "seen": dict(sorted(manifest.seen.items())),
        "entries": [_entry_members(entry) for entry in manifest.entries],
    }
    return dump(members | dict(sorted(manifest.extra.items()))).encode()


def digest_of(manifest: Manifest) -> str:
    """Return the SHA-256 that the next manifest names as ``previous``, of one that we wrote."""
    return hashlib.sha256(encode_manifest(manifest)).hexdigest()


def encode_key(key: bytes) -> str:
    """Return the text form of a key or signature."""
    return base64.b64encode(key).decode()


def decode_key(text: object, size: int = KEY_BYTES) -> bytes:
    """Return the bytes of a key or signature; each has exactly one text form.

    Raises:
        ValueError: Not canonical base64 of ``size`` bytes.
    """
    if type(text) is not str:
        raise ValueError("not text")
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None
    if len(key) != size or encode_key(key) != text:
        raise ValueError("not canonical")
    return key


def _entry_members(entry: ManifestEntry) -> dict[str, Any]:
    members = {"path": entry.path, "bytes": entry.bytes, "sha256": entry.sha256}
    return members if entry.records is None else members | {"records": entry.records}


def _check(data: Mapping[str, Any], prefix: str, specs: tuple[FieldSpec, ...]) -> None:
    for problem in checks_for(specs).problems(data):
        raise WrongManifestError(field=prefix + problem.field, reason=problem.reason)


def _members(data: Mapping[str, Any], name: str, specs: tuple[FieldSpec, ...]) -> Mapping[str, Any]:
    members = data.get(name)
    if not isinstance(members, dict):
        raise WrongManifestError(field=name, reason=_NOT_OBJECT if name in data else MISSING)
    _check(members, name + ".", specs)
    return members


def _number(data: Mapping[str, Any], name: str, path: str, reason: Wording, *, least: int) -> int:
    value = data.get(name)
    if type(value) is not int or value < least:
        raise WrongManifestError(field=path, reason=reason if name in data else MISSING)
    return value


def _matching(
    value: Any, path: str, matches: Callable[[str], object], reason: Wording
) -> str | None:
    if value is None:
        return None
    if type(value) is not str:
        raise WrongManifestError(field=path, reason=NOT_TEXT)
    if not matches(value):
        raise WrongManifestError(field=path, reason=reason)
    return value


def _listed(value: object, path: str, is_right: Callable[[object], bool]) -> list[Any]:
    if not isinstance(value, list) or not all(map(is_right, value)):
        raise WrongManifestError(field=path, reason=_NOT_LIST)
    return value


def _part(data: Mapping[str, Any]) -> Part:
    members = _members(data, "part", _PART)
    last = _number(members, "of", "part.of", _NOT_FROM_ONE, least=1)
    number = _number(members, "number", "part.number", _NOT_FROM_ONE, least=1)
    if number > last:
        raise WrongManifestError(field="part.number", reason=_BEYOND_LAST)
    return Part(members["set_id"], number, last)


def _seen(value: object) -> dict[str, int]:
    if not isinstance(value, dict):
        raise WrongManifestError(field="seen", reason=_NOT_OBJECT)
    for replica, counter in value.items():
        if not is_uuid(replica) or type(counter) is not int or counter < 0:
            raise WrongManifestError(field="seen", reason=_NOT_SEEN)
    return value


def _entries(value: object) -> tuple[ManifestEntry, ...]:
    listed = _listed(value, "entries", lambda item: isinstance(item, dict))
    entries = tuple(_entry(members, index) for index, members in enumerate(listed))
    if len({entry.path for entry in entries}) < len(entries):
        raise WrongManifestError(field="entries", reason=_LISTED_TWICE)
    return entries


def _entry(members: Mapping[str, Any], index: int) -> ManifestEntry:
    prefix = f"entries[{index}]."
    _check(members, prefix, _ENTRY)
    path = members["path"]
    size = _number(members, "bytes", prefix + "bytes", _NOT_COUNT, least=0)
    _matching(members["sha256"], prefix + "sha256", is_sha256, _NOT_SHA256)
    if is_records_path(path):
        count = _number(members, "records", prefix + "records", _NOT_COUNT, least=0)
        return ManifestEntry(path, size, members["sha256"], count)
    if not is_file_path(path):
        raise WrongManifestError(field=prefix + "path", reason=_NOT_ENTRY)
    return ManifestEntry(path, size, members["sha256"])
