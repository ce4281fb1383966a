"""A reader of packages written from the format page alone, to judge what the program writes."""

import base64
import hashlib
import json
import unicodedata
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def read(path: Path) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]], dict[str, bytes]]:
    """Return manifest, records by type and attachments; asserts each sentence of the page."""
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        contents = {info.filename: archive.read(info) for info in infos}
    assert len(contents) == len(infos)
    assert (infos[0].filename, infos[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert contents.pop("mimetype") == b"application/vnd.dvk.package"
    raw, signature = contents.pop("manifest.json"), contents.pop("manifest.sig")
    manifest = json.loads(raw)
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(manifest["sender"]["public_key"]))
    key.verify(signature, raw)
    assert {entry["path"] for entry in manifest["entries"]} == set(contents)
    records, files = {}, {}
    for entry in manifest["entries"]:
        data = contents[entry["path"]]
        assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["bytes"], entry["sha256"])
        folder, _, name = entry["path"].partition("/")
        if folder == "files":
            assert name == entry["sha256"]
            files[name] = data
            continue
        records[name.removesuffix(".jsonl")] = lines(data, entry["records"])
    return manifest, records, files


def lines(data: bytes, count: int) -> list[dict[str, Any]]:
    text = data.decode()
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    found = [json.loads(line) for line in text.split("\n")[:-1]]
    ids = [record["id"] for record in found]
    assert (len(ids), ids) == (count, sorted(set(ids)))
    for record in found:
        fields = record.keys() - {"id", "v", "fv", "deleted"}
        assert record.get("fv", {}).keys() <= fields | {"deleted"}
        versions = [record["v"], *record.get("fv", {}).values()]
        assert all(str(UUID(replica)) == replica and counter > 0 for replica, counter in versions)
    return found


def check_card(card: dict[str, Any]) -> None:
    """Assert that an office card is signed by the key that it shows."""
    signed = {name: value for name, value in card.items() if name != "signature"}
    raw = json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(card["public_key"]))
    key.verify(base64.b64decode(card["signature"]), raw.encode())
