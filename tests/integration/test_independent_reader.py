"""A reader written from the format page alone takes what the offices really send."""

import json
from collections.abc import Iterator
from pathlib import Path

import package_minimal_reader
import pytest
from two_offices import Pair, edit, make_pair

from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.records.site import SiteDraft

FIRST = Path(__file__).parents[1] / "data" / "packages" / "1-first"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    neighbour = made.commune.units.by_code("H00").id
    edit(made.commune, made.registrations[0], co_unit_ids=(neighbour,))
    made.commune.sites.save(made.registrations[0], [SiteDraft("Ngõ 1", unit_id=neighbour)])
    for number in range(2):
        path = tmp_path / f"Biên bản {number}.txt"
        path.write_bytes(bytes(str(number), "ascii") * 9_000 + path.name.encode())
        made.commune.attachments.add(made.registrations[0], [path])
    yield made
    made.close()


def test_parts_sites_units_cards_and_receipts_are_understood(pair: Pair) -> None:
    options = SendOptions(most_bytes=10_000)
    parts = pair.commune.sending.export("H00", pair.folder / "up.dvk", options=options).parts
    read = [package_minimal_reader.read(part.path) for part in parts]
    _, records, _ = read[0]
    neighbour = pair.commune.units.by_code("H00").id
    shared = [one for one in records["registration"] if one["id"] == pair.registrations[0]]
    assert [one["co_unit_ids"] for one in shared] == [[neighbour]]
    assert [(one["name"], one["unit_id"]) for one in records["site"]] == [("Ngõ 1", neighbour)]
    named = {one["sha256"] for one in records["attachment"]}
    assert named == {digest for _, _, files in read for digest in files}
    numbers = [manifest["part"]["number"] for manifest, _, _ in read]
    assert numbers == list(range(1, len(parts) + 1))
    assert {manifest["schema"] for manifest, _, _ in read} == {2}

    received = pair.arrive(parts[0].path)
    assert received.receipt is not None
    manifest, answers, _ = package_minimal_reader.read(received.receipt)
    assert manifest["kind"] == "receipt"
    assert answers["receipt"][0]["package_id"] == read[0][0]["package_id"]

    manifest, records, _ = package_minimal_reader.read(pair.send_down())
    assert manifest["seen"].keys() >= {read[0][0]["sender"]["replica_id"]}
    for record in records["office_card"]:
        package_minimal_reader.check_card(record["card"])


@pytest.mark.parametrize("name", ["up.dvk", "up-later.dvk", "down.dvk", "receipt.dvk"])
def test_the_first_packages_are_understood(name: str) -> None:
    manifest, _, _ = package_minimal_reader.read(FIRST / name)

    assert manifest["schema"] == 1
    for card in ("commune.dvkcard", "district.dvkcard"):
        package_minimal_reader.check_card(json.loads((FIRST / card).read_text("utf-8")))
