"""Each byte of a small package changed and each length cut: never taken with other content."""

from pathlib import Path
from typing import Any

import pytest
from package_builder import REPLICA, SAMPLE_TYPE, UNIT_1, Parts, line

from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.exchange.package.reader import read_package
from dvk_desktop.exchange.package.refusals import PackageError

TINY = Parts(
    records={"sample": line(UNIT_1, fv={"name": [REPLICA, 5]})}, files=[b"minutes"]
).bytes()


@pytest.fixture(autouse=True)
def sample_type(monkeypatch):
    monkeypatch.setitem(RECORD_TYPES, "sample", SAMPLE_TYPE)


def taken(path: Path) -> Any:
    """Return all that a reader would hand on, or None where it refuses."""
    try:
        package = read_package(path)
        records = {name: list(package.records(name)) for name in package.types}
        files = {name: b"".join(package.file_pieces(name)) for name in package.files}
    except PackageError:
        return None
    return package.manifest, package.manifest_sha256, records, files


def damage(tmp_path: Path, masks: tuple[int, ...]) -> None:
    path = tmp_path / "goi.dvk"
    path.write_bytes(TINY)
    whole = taken(path)
    assert whole is not None
    refused = 0
    for at in range(len(TINY)):
        for mask in masks:
            path.write_bytes(TINY[:at] + bytes([TINY[at] ^ mask]) + TINY[at + 1 :])
            found = taken(path)
            assert found in (None, whole), f"byte {at} ^ {mask}"
            refused += found is None
    # What may change unseen is what no reader looks at: the times and versions of the ZIP.
    assert refused > 0.9 * len(TINY) * len(masks)


def test_every_byte_flipped(tmp_path):
    damage(tmp_path, (0xFF,))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_bit_flipped(tmp_path):
    damage(tmp_path, tuple(1 << bit for bit in range(8)))


def test_every_truncation(tmp_path):
    path = tmp_path / "goi.dvk"
    for length in range(len(TINY)):
        path.write_bytes(TINY[:length])
        assert taken(path) is None, f"cut at {length}"


@pytest.mark.slow
def test_every_byte_left_out_or_doubled(tmp_path):
    path = tmp_path / "goi.dvk"
    for at in range(len(TINY)):
        path.write_bytes(TINY[:at] + TINY[at + 1 :])
        assert taken(path) is None, f"without byte {at}"
        path.write_bytes(TINY[: at + 1] + TINY[at:])
        assert taken(path) is None, f"byte {at} doubled"
