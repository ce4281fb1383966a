"""A package in parts between two offices: any order, any subset, nothing lost but what is lost."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from two_offices import Pair, make_pair, names_in

from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.exchange.package.reader import read_package
from dvk_desktop.safe_files import FileWriteError
from dvk_desktop.services.exchange.sending import SentPackage
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder

ROOM = 120_000


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    for number, size in enumerate((70_000, 60_000, 50_000, 40_000, 200_000)):
        path = tmp_path / f"Ảnh {number}.pdf"
        path.write_bytes(b"%PDF-1.7" + os.urandom(size))
        made.commune.attachments.add(made.registrations[number % 3], [path])
    yield made
    made.close()


def sent(pair: Pair, name: str = "up.dvk", **options: object) -> SentPackage:
    wanted = SendOptions(most_bytes=ROOM, to_card=bool(options.get("to_card")))
    return pair.commune.sending.export("H00", pair.folder / name, options=wanted)


def contents(office: Services) -> set[str]:
    place = DataFolder(office.folder).attachments
    return {path.name for path in place.iterdir()} if place.is_dir() else set()


def test_each_part_is_whole_signed_and_within_the_size(pair: Pair) -> None:
    parts = sent(pair).parts
    packages = [read_package(part.path) for part in parts]

    assert [part.path.name for part in parts] == [
        f"up_phan-{number}-tren-{len(parts)}.dvk" for number in range(1, len(parts) + 1)
    ]
    assert len({package.manifest.part.set_id for package in packages}) == 1
    assert [package.manifest.sequence for package in packages] == [1, 2, 3, 4][: len(parts)]
    assert [package.manifest.previous for package in packages] == [
        None,
        *(package.manifest_sha256 for package in packages[:-1]),
    ]
    large = [part for part in parts if part.path.stat().st_size > ROOM]
    assert large == [part for part in parts if part.is_oversized]
    assert [len(read_package(part.path).files) for part in large] == [1]
    carried = [sha256 for package in packages for sha256 in package.files]
    assert sorted(carried) == sorted(contents(pair.commune))


def test_every_order_brings_everything(tmp_path: Path, pair: Pair) -> None:
    parts = sent(pair).parts
    for part in reversed(parts):
        result = pair.arrive(part.path)
        assert (result.conflicts, result.refused) == (0, 0)

    assert contents(pair.district) == contents(pair.commune)
    assert names_in(pair.district, pair.campaign) == names_in(pair.commune, pair.commune_campaign)
    assert pair.district.receiving.incomplete_sets() == ()
    assert pair.arrive(parts[0].path).batch is None


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_lost_part_costs_its_own_attachments_and_is_told(pair: Pair, lost: int) -> None:
    parts = sent(pair).parts
    arriving = [part for number, part in enumerate(parts) if number != lost]
    for part in arriving:
        pair.arrive(part.path)

    missing = set(read_package(parts[lost].path).files)
    assert contents(pair.commune) - contents(pair.district) == missing
    assert names_in(pair.district, pair.campaign) == names_in(pair.commune, pair.commune_campaign)
    (told,) = pair.district.receiving.incomplete_sets()
    assert (told.missing, told.of) == ((lost + 1,), len(parts))
    notices = [str(one) for one in pair.district.receiving.preview(arriving[-1].path).notices]
    assert any(f"còn thiếu phần {lost + 1};" in one for one in notices)


def test_the_missing_part_is_forgotten_when_a_newer_set_is_whole(pair: Pair) -> None:
    first = sent(pair)
    pair.arrive(first.parts[0].path)
    assert len(pair.district.receiving.incomplete_sets()) == 1

    for part in sent(pair, "again.dvk").parts:
        pair.arrive(part.path)

    assert pair.district.receiving.incomplete_sets() == ()
    assert contents(pair.district) == contents(pair.commune)


def test_what_receipts_confirm_is_not_sent_again(pair: Pair) -> None:
    first = sent(pair).parts[0]
    receipt = pair.arrive(first.path).receipt
    assert receipt is not None
    pair.arrive_below(receipt)
    confirmed = set(read_package(first.path).files)

    again = [read_package(part.path) for part in sent(pair, "again.dvk").parts]
    everything = SendOptions(all_files=True)
    forced = pair.commune.sending.export("H00", pair.folder / "all.dvk", options=everything)

    assert confirmed
    assert {one for part in again for one in part.files} == contents(pair.commune) - confirmed
    assert set(read_package(forced.path).files) == contents(pair.commune)
    for part in again:
        pair.arrive(part.path)
    assert contents(pair.district) == contents(pair.commune)


def test_parts_are_encrypted_one_by_one(pair: Pair) -> None:
    parts = sent(pair, to_card=True).parts

    assert {part.path.suffixes[-2] + part.path.suffix for part in parts} == {".dvk.age"}
    assert all(part.is_oversized or part.path.stat().st_size <= ROOM for part in parts)
    for part in parts:
        assert pair.arrive(part.path).refused == 0
    assert contents(pair.district) == contents(pair.commune)


def test_a_failure_in_the_middle_leaves_no_part(pair: Pair) -> None:
    # A folder in the way of the second part.
    blocked = pair.folder / "up_phan-2-tren-3.dvk"
    (blocked / "x").mkdir(parents=True)

    with pytest.raises(FileWriteError):
        sent(pair)

    assert [path.name for path in pair.folder.glob("up*")] == [blocked.name]
    assert pair.commune.receiving.history() == ()
