"""A real signed package, damaged on its way: refused by the office, or not changed at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from two_offices import Pair, make_pair, names_in, receive

from dvk_desktop.domain.records.exchange import MergePreview
from dvk_desktop.exchange.package.refusals import PackageError

FEW = 41
"""Without the slow tests one byte in so many is tried; prime, so that all parts are met."""


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def previewed(pair: Pair, path: Path, raw: bytes) -> MergePreview | None:
    path.write_bytes(raw)
    try:
        return pair.district.receiving.preview(path)
    except PackageError:
        return None


def try_damage(pair: Pair, step: int) -> None:
    whole = pair.send_up().read_bytes()
    path = pair.folder / "damaged.dvk"
    sound = previewed(pair, path, whole)
    assert sound is not None
    refused = tried = 0
    for at in range(0, len(whole), step):
        raw = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        found = previewed(pair, path, raw)
        assert found in (None, sound), f"byte {at}"
        refused, tried = refused + (found is None), tried + 1
    assert refused > 0.9 * tried
    for length in range(0, len(whole), step):
        assert previewed(pair, path, whole[:length]) is None, f"cut at {length}"
    assert names_in(pair.district, pair.campaign) == []
    path.write_bytes(whole)
    assert receive(pair.district, path)[1].new > 0


def test_bytes_changed_and_cut_off(pair: Pair) -> None:
    try_damage(pair, FEW)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_every_byte_changed_and_cut_off(pair: Pair) -> None:
    try_damage(pair, 1)


def test_a_package_damaged_between_preview_and_merge_is_refused(pair: Pair) -> None:
    path = pair.send_up()
    preview = pair.district.receiving.preview(path)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))

    with pytest.raises(PackageError):
        pair.district.receiving.merge(preview)

    assert names_in(pair.district, pair.campaign) == []
