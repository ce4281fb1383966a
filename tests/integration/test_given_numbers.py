"""A number that a package file bore is never borne by another, however the program ended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from two_offices import Pair, make_pair

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.package import Manifest, PackageContent, PackageKind, Recipient
from dvk_desktop.safe_files import FileWriteError
from dvk_desktop.services.exchange.packing import next_manifest, write_signed
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def written_without_a_log(
    office: Services, path: Path, kind: PackageKind = PackageKind.UP
) -> Manifest:
    """Write a package and die before the log tells of it."""
    (peer,) = office.trust.offices()
    recipient = Recipient(peer.office_id, peer.code, peer.name)
    with office.database.writing("Gửi gói", kind="export") as work:
        manifest = next_manifest(work, kind, recipient, ())
        return write_signed(work, office.keys.signing_key(), path, manifest, PackageContent({}))


def sequence_of(pair: Pair, name: str) -> int:
    manifest, _, problems = pair.district.receiving.inspect(pair.send_up(name))
    assert problems == []
    assert manifest is not None
    return manifest.sequence


def test_the_number_of_a_file_without_an_entry_is_not_given_again(pair: Pair) -> None:
    first = sequence_of(pair, "first.dvk")
    lost = written_without_a_log(pair.commune, pair.folder / "lost.dvk").sequence

    assert [first, lost, sequence_of(pair, "second.dvk")] == [1, 2, 3]


def test_the_number_of_a_package_that_could_not_be_written_is_given_again(pair: Pair) -> None:
    place = pair.folder / "taken.dvk"
    place.mkdir()
    with pytest.raises(FileWriteError):
        pair.commune.sending.export("H00", place)

    assert sequence_of(pair, "first.dvk") == 1


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"replica_id": 1, "numbers": 2}'])
def test_a_damaged_file_of_numbers_keeps_nobody_from_sending(pair: Pair, content: str) -> None:
    assert sequence_of(pair, "first.dvk") == 1
    DataFolder(pair.commune.folder).given_numbers.write_text(content, encoding="utf-8")

    assert sequence_of(pair, "second.dvk") == 2


def test_a_receipt_without_a_merge_is_gone_when_the_office_is_opened(pair: Pair) -> None:
    result = pair.arrive(pair.send_up())
    place = DataFolder(pair.district.folder).receipts
    false = place / "bien-nhan-X01-0099.dvk"
    written_without_a_log(pair.district, false, PackageKind.RECEIPT)
    assert false.is_file()

    open_office(pair.district.folder).close()

    assert list(place.iterdir()) == [result.receipt]


def test_a_true_receipt_stays(pair: Pair) -> None:
    result = pair.arrive(pair.send_up())

    open_office(pair.district.folder).close()

    assert list(DataFolder(pair.district.folder).receipts.iterdir()) == [result.receipt]
