"""Disks that are full, locked, gone or broken: all or nothing, and a message that helps."""

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from small_drives import fill, lock, mounted, pull
from two_offices import Pair, make_pair, names_in, receive

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.marks import Marks
from dvk_desktop.domain.records.decision import DecisionDraft
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.records.office import SignatoryRow
from dvk_desktop.domain.records.scoring import SheetDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import SheetKind
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder

ROOM = [0, 4_096, 16_384, 40_960, 81_920, 163_840, 327_680]
Write = Callable[[Pair, Path], object]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "USB") as place:
        yield place


def _export(pair: Pair, place: Path) -> object:
    return pair.commune.sending.export("H00", place / "goi.dvk")


def _export_in_parts(pair: Pair, place: Path) -> object:
    options = SendOptions(40_000, to_card=True)
    return pair.commune.sending.export("H00", place / "goi.dvk", options=options)


def _backup(pair: Pair, place: Path) -> object:
    return pair.commune.backups.create(place / "sao-luu.dvkbak")


def _slip(pair: Pair, place: Path) -> None:
    slip = pair.commune.handover.of_file(pair.folder / "ready.dvk")
    pair.commune.handover.write([slip], place / "phieu.pdf")


def _board(pair: Pair, place: Path) -> None:
    board = pair.district.board
    table = board.table(pair.campaign, board.rows(pair.campaign))
    board.write(table, place / "theo-doi.xlsx")


def _certificates(pair: Pair, place: Path) -> object:
    return pair.district.certificates.render(_decision(pair), place / "giay.pdf")


def _decision(pair: Pair) -> str:
    """Return a signed decision with its certificates, made once."""
    recognition = pair.district.recognition
    for row in recognition.decisions(pair.campaign):
        return row.id
    pair.district.office.save_signatory(SignatoryRow("Nguyễn Văn An", "Trưởng ban"))
    signatory = pair.district.office.signatories()[0].id
    ids = tuple(pair.registrations)
    pair.district.registrations.step(ids, RegistrationAction.ACCEPT)
    for key in ids:
        form = pair.district.scoring.form_of(key).form
        best = Marks({criterion.code: criterion.maximum for criterion in form.criteria})
        sheets = [SheetDraft(key, kind, "A", best) for kind in (SheetKind.SELF, SheetKind.COUNCIL)]
        pair.district.scoring.score(sheets)
    names = ("Về việc công nhận mô hình", "Ban Chỉ đạo huyện", "Yên Mô")
    decision = DecisionDraft(pair.campaign, *names, ids, signatory_id=signatory)
    key, _ = recognition.draft(decision)
    recognition.sign(key, number=5, signed_on=date(2017, 10, 12))
    pair.district.certificates.issue(key)
    return key


WRITERS = [_export, _export_in_parts, _backup, _slip, _board, _certificates]


@pytest.fixture
def ready(pair: Pair) -> Pair:
    """Both offices with something to write of each kind."""
    pair.arrive(pair.send_up("ready.dvk"))
    _decision(pair)
    return pair


def names_on(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def assert_sound(office: Services) -> None:
    with closing(sqlite3.connect(database_path(office.folder))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert office.audit.verify().is_good


def assert_refused(ready: Pair, write: Write, place: Path) -> DvkError:
    """Nothing is written and nothing is noted; the person hears what to do."""
    before = len(ready.commune.receiving.history())
    with pytest.raises(DvkError) as refusal:
        write(ready, place)
    assert "Hãy" in str(refusal.value)
    assert len(ready.commune.receiving.history()) == before
    assert_sound(ready.commune)
    assert_sound(ready.district)
    return refusal.value


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("room", [0, 4_096])
def test_a_full_drive(ready: Pair, stick: Path, write: Write, room: int) -> None:
    fill(stick, leaving=room)

    assert_refused(ready, write, stick)

    assert names_on(stick) == ["ballast.bin"]


@pytest.mark.parametrize("write", WRITERS)
def test_a_locked_drive(ready: Pair, stick: Path, write: Write) -> None:
    lock(stick)

    assert_refused(ready, write, stick)

    assert names_on(stick) == []


@pytest.mark.parametrize("write", WRITERS)
def test_a_drive_that_was_pulled(ready: Pair, stick: Path, write: Write) -> None:
    place = stick / "gói"
    place.mkdir()
    pull(stick)
    stick.rmdir()
    stick.write_bytes(b"no folder any more")

    assert_refused(ready, write, place)

    stick.unlink()
    stick.mkdir()


@pytest.mark.parametrize("write", WRITERS)
def test_a_name_that_is_taken_by_a_folder(ready: Pair, tmp_path: Path, write: Write) -> None:
    place = tmp_path / "out"
    place.mkdir()
    names = ("goi.dvk", "goi.dvk.age", "sao-luu.dvkbak", "phieu.pdf", "theo-doi.xlsx", "giay.pdf")
    for name in names:
        (place / name / "held").mkdir(parents=True)

    assert_refused(ready, write, place)

    assert names_on(place) == sorted(names)


@pytest.mark.parametrize("room", ROOM)
def test_a_data_folder_without_room_takes_all_or_nothing(pair: Pair, room: int) -> None:
    package = pair.send_up()
    pair.district.close()
    with mounted(pair.folder / "đĩa", "24m") as drive:
        home = Path(shutil.copytree(pair.folder / "huyện", drive / "huyện"))
        office = open_office(home)
        preview = office.receiving.preview(package)
        ballast = fill(drive, leaving=room)

        _merged_or_refused(office, preview)

        ballast.unlink()
        assert_sound(office)
        assert_receipts_are_true(office)
        held = names_in(office, pair.campaign)
        assert len(held) in (0, 3)
        receive(office, package)
        assert len(names_in(office, pair.campaign)) == 3
        assert_sound(office)
        office.close()
    pair.district = open_office(pair.folder / "huyện")


def _merged_or_refused(office: Services, preview: object) -> None:
    # Without the backup, which would refuse long before, the merge itself is what fails.
    refusal = refusal_of(lambda: office.receiving.merge(preview, has_backup=True))
    assert refusal is None or "Hãy" in str(refusal)


def refusal_of(work: Callable[[], object]) -> DvkError | None:
    """Return what a person would be told, if anything."""
    try:
        work()
    except DvkError as error:
        return error
    return None


@pytest.mark.parametrize("room", ROOM)
def test_an_export_that_cannot_be_noted_leaves_no_file(pair: Pair, room: int) -> None:
    pair.commune.close()
    out = pair.folder / "out"
    out.mkdir()
    with mounted(pair.folder / "đĩa", "24m") as drive:
        office = open_office(Path(shutil.copytree(pair.folder / "xã", drive / "xã")))
        ballast = fill(drive, leaving=room)
        refusal = refusal_of(lambda: office.sending.export("H00", out / "goi.dvk"))
        assert refusal is None or "Hãy" in str(refusal)
        assert names_on(out) == ([] if refusal else ["goi.dvk"])
        ballast.unlink()
        assert_sound(office)
        assert len(office.receiving.history()) == len(names_on(out))
        office.close()
    pair.commune = open_office(pair.folder / "xã")


def assert_receipts_are_true(office: Services) -> None:
    merged = {row.package_id for row in office.receiving.history() if row.direction == "in"}
    for path in DataFolder(office.folder).receipts.glob("*"):
        with zipfile.ZipFile(path) as archive:
            told = json.loads(archive.read("records/receipt.jsonl"))
        assert told["package_id"] in merged


def test_a_drive_that_cannot_be_read(pair: Pair) -> None:
    broken = pair.folder / "hong.dvk"
    # The first byte of a process's memory is never mapped: reading it is an error of the device.
    broken.symlink_to("/proc/self/mem")

    manifest, is_trusted, problems = pair.district.receiving.inspect(broken)

    assert (manifest, is_trusted, len(problems)) == (None, False, 1)
    with pytest.raises(DvkError, match="Hãy"):
        pair.district.receiving.preview(broken)
    assert_sound(pair.district)


def test_a_stick_pulled_between_the_preview_and_the_merge(pair: Pair, stick: Path) -> None:
    path = pair.commune.sending.export("H00", stick / "goi.dvk").path
    preview = pair.district.receiving.preview(path)
    pull(stick)

    with pytest.raises(DvkError, match="Hãy"):
        pair.district.receiving.merge(preview)

    assert names_in(pair.district, pair.campaign) == []
    assert_sound(pair.district)
