"""What is written is whole, the same each time, and readable by anybody."""

import errno
import hashlib
import json
import unicodedata
import zipfile
from dataclasses import replace

import package_minimal_reader
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from package_builder import ATTACHMENT, KEY, PUBLIC, REPLICA, SAMPLE_TYPE, UNIT_1, UNIT_2

from dvk_desktop.domain.progress import SILENT
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.package import (
    Manifest,
    OfficeIdentity,
    PackageContent,
    PackageKind,
    Part,
    Recipient,
    WireRecord,
)
from dvk_desktop.exchange.package.manifest import digest_of
from dvk_desktop.exchange.package.reader import inspect_package, read_package
from dvk_desktop.exchange.package.refusals import (
    PackageChangedError,
    SignatureWrongError,
    UnreadableFileError,
    WrongDigestError,
    WrongRecordError,
)
from dvk_desktop.exchange.package.writer import write_package
from dvk_desktop.safe_files import DiskFullError, FolderMissingError

PRIVATE = KEY.private_bytes_raw()
DIGEST = hashlib.sha256(ATTACHMENT).hexdigest()
MANIFEST = Manifest(
    package_id="0190a000-0000-7000-8000-0000000000b1",
    kind=PackageKind.UP,
    created_at="2024-10-08T07:30:15+07:00",
    sender=OfficeIdentity(UNIT_1, REPLICA, "YM-01", "Xã Yên Mô", "commune", PUBLIC),
    recipient=Recipient(None, "YM", "Huyện Yên Mô"),
    campaigns=("0190a000-0000-7000-8000-0000000000d1",),
    part=Part("0190a000-0000-7000-8000-0000000000e1"),
    sequence=42,
    previous="0" * 64,
    audit_head="ab12",
    seen={REPLICA: 9},
    app="1.0.0",
    extra={"colour": "red"},
)
ONE = WireRecord(UNIT_1, {"code": "01", "name": "Thôn Đoài", "colour": [1, None]}, (REPLICA, 3))
TWO = WireRecord(UNIT_2, {"code": "02", "name": "Thôn Hạ"}, (REPLICA, 3), {"code": (REPLICA, 7)})
GRAVE = replace(TWO, deleted=True, fv={"deleted": (REPLICA, 8)})


@pytest.fixture(autouse=True)
def sample_type(monkeypatch):
    monkeypatch.setitem(RECORD_TYPES, "sample", SAMPLE_TYPE)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "goi.dvk"


def write(path, records=(ONE, TWO), files=None):
    content = PackageContent({"sample": records}, {DIGEST: ATTACHMENT} if files is None else files)
    return write_package(path, MANIFEST, content, PRIVATE)


def test_round_trip(path):
    signed = write(path, [GRAVE, ONE])

    package = read_package(path)

    assert package.manifest == signed
    assert package.manifest_sha256 == digest_of(signed)
    assert replace(signed, entries=()) == MANIFEST
    assert list(package.records("sample")) == [ONE, GRAVE]
    assert list(package.records("nothing")) == []
    assert b"".join(package.file_pieces(DIGEST)) == ATTACHMENT
    assert inspect_package(path) == (signed, [])


def test_the_same_content_gives_the_same_bytes(path, tmp_path):
    source = tmp_path / "minutes.pdf"
    source.write_bytes(ATTACHMENT)
    write(path, [ONE, TWO])
    first = path.read_bytes()

    write(path, [TWO, ONE], {DIGEST: source})

    assert path.read_bytes() == first
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2024, 10, 8, 7, 30, 14)}


def test_an_independent_reader_accepts_it(path):
    write(path)

    manifest, records, files = package_minimal_reader.read(path)

    assert files == {DIGEST: ATTACHMENT}
    assert records["sample"][1] == {
        "id": UNIT_2,
        "code": "02",
        "name": "Thôn Hạ",
        "v": [REPLICA, 3],
        "fv": {"code": [REPLICA, 7]},
        "deleted": False,
    }
    assert list(manifest)[:5] == ["format", "min_reader", "schema", "app", "package_id"]
    assert manifest["part"] == {"set_id": MANIFEST.part.set_id, "number": 1, "of": 1}


def test_text_is_written_composed(path):
    write(path, [replace(ONE, fields={"code": "01", "name": "Thôn Đoa\u0300i"})])

    assert [each.fields["name"] for each in read_package(path).records("sample")] == ["Thôn Đoài"]


def test_what_packs_too_well_is_stored(path):
    blank = bytes(1_000_000)
    write(path, [replace(ONE, fields={"code": "0", "name": "n", "memo": "a" * 900_000})])
    write(path, files={hashlib.sha256(blank).hexdigest(): blank})

    assert b"".join(read_package(path).file_pieces(hashlib.sha256(blank).hexdigest())) == blank


@pytest.mark.parametrize(
    ("write_wrongly", "refusal"),
    [
        (lambda path: write(path, [replace(ONE, fields={"code": "01"})]), WrongRecordError),
        (lambda path: write(path, [ONE, ONE]), WrongRecordError),
        (lambda path: write(path, files={DIGEST: b"other"}), WrongDigestError),
        (lambda path: write(path, files={DIGEST: path / "none.pdf"}), UnreadableFileError),
        (lambda path: write(path / "no-folder" / "x.dvk"), FolderMissingError),
        (
            lambda path: write_package(path, MANIFEST, PackageContent({}), bytes(32)),
            SignatureWrongError,
        ),
    ],
)
def test_nothing_half_is_left(path, write_wrongly, refusal):
    with pytest.raises(refusal):
        write_wrongly(path)

    assert list(path.parent.iterdir()) == []


def test_a_failed_write_keeps_the_older_package(path):
    write(path)
    older = path.read_bytes()

    with pytest.raises(WrongRecordError):
        write(path, [ONE, ONE])

    assert [(each.name, each.read_bytes()) for each in path.parent.iterdir()] == [
        ("goi.dvk", older)
    ]


def test_a_full_drive_is_told_and_leaves_nothing(path):
    resource = pytest.importorskip("resource", reason="drives cannot be made small here")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(DiskFullError) as refused:
            write(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert refused.value.__cause__.errno == errno.EFBIG
    assert list(path.parent.iterdir()) == []


def test_a_file_swapped_after_the_check_is_noticed(path):
    write(path)
    package = read_package(path)
    other = replace(TWO, fields={"code": "99", "name": "Thôn Hạ"})
    write(path, [ONE, other])

    with pytest.raises(PackageChangedError):
        list(package.records("sample"))


def test_attachments_are_copied_whole_or_not(path, tmp_path):
    write(path)
    package = read_package(path)

    package.copy_file(DIGEST, tmp_path / "minutes.pdf")

    assert (tmp_path / "minutes.pdf").read_bytes() == ATTACHMENT
    assert sorted(each.name for each in tmp_path.iterdir()) == ["goi.dvk", "minutes.pdf"]


def test_records_pass_by_while_they_are_checked(path):
    write(path)
    passed = []

    read_package(path, visit=lambda name, record: passed.append((name, record)))

    assert passed == [("sample", ONE), ("sample", TWO)]


def test_the_package_is_checked_with_progress(path):
    steps = []
    recorder = type(SILENT)()
    recorder.step = lambda done, total, text="": steps.append((done, total))
    write(path)

    read_package(path, progress=recorder)

    assert steps == sorted(steps)
    assert steps[-1][0] <= steps[-1][1]


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = st.text("abcdefgh_", min_size=3, max_size=8)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)
versions = st.tuples(st.uuids().map(str), st.integers(1, 2**63 - 1))


@st.composite
def records(draw):
    fields = draw(st.dictionaries(names, json_values, max_size=4))
    named = st.sampled_from([*fields, "deleted"])
    return WireRecord(
        str(draw(st.uuids())),
        fields,
        draw(versions),
        draw(st.dictionaries(named, versions, max_size=3)),
        draw(st.booleans()),
    )


def composed(record: WireRecord) -> WireRecord:
    fields = json.loads(unicodedata.normalize("NFC", json.dumps(record.fields, ensure_ascii=False)))
    return replace(record, fields=fields)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=5, unique_by=lambda record: record.id))
def test_any_record_survives(path, some):
    kept = sorted((composed(record) for record in some), key=lambda record: record.id)
    write_package(path, MANIFEST, PackageContent({"other": some}), PRIVATE)

    assert list(read_package(path).records("other")) == kept


@pytest.mark.slow
def test_more_entries_than_zip_could_once_count(path):
    files = {hashlib.sha256(data).hexdigest(): data for data in map(b"%d".__mod__, range(66_000))}

    signed = write(path, files=files)

    assert len(signed.entries) == 66_001
    assert read_package(path).files == tuple(sorted(files))
