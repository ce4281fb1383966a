"""Every refusal of the format page, by a file crafted to deserve it."""

import hashlib
import json
import zlib

import pytest
from package_builder import (
    PUBLIC,
    REPLICA,
    SAMPLE_TYPE,
    UNIT_1,
    UNIT_2,
    Member,
    Parts,
    line,
    member,
    zip_bytes,
)

from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.exchange.package.limits import Limits
from dvk_desktop.exchange.package.reader import inspect_package, read_package
from dvk_desktop.exchange.package.refusals import PackageError

TWO = line(UNIT_1) + line(UNIT_2)


@pytest.fixture(autouse=True)
def sample_type(monkeypatch):
    monkeypatch.setitem(RECORD_TYPES, "sample", SAMPLE_TYPE)


@pytest.fixture
def code_of(tmp_path):
    """Write bytes as a package and return the code with which it is refused."""

    def code_of(raw: bytes, **limits: int) -> str:
        path = tmp_path / "goi.dvk"
        path.write_bytes(raw)
        with pytest.raises(PackageError) as refused:
            read_package(path, limits=Limits(**limits))
        codes = [problem.code for problem in inspect_package(path, limits=Limits(**limits))[1]]
        assert refused.value.code in codes
        return refused.value.code

    return code_of


def changed(entry: str, /, **changes: object) -> bytes:
    """Return the good package with one entry described or packed otherwise."""
    members = Parts().members()
    for attribute, value in changes.items():
        setattr(member(members, entry), attribute, value)
    return zip_bytes(members)


def added(*extra: Member) -> bytes:
    return zip_bytes([*Parts().members(), *extra])


def with_manifest(**changes: object) -> bytes:
    return Parts(changes=changes).bytes()


def with_records(data: bytes) -> bytes:
    return Parts(records={"sample": data}).bytes()


def test_the_undamaged_package_is_taken(tmp_path):
    path = tmp_path / "goi.dvk"
    path.write_bytes(Parts().bytes())

    package = read_package(path)

    assert [record.fields["name"] for record in package.records("sample")] == [
        "Thôn Đoài",
        "Thôn Hạ",
    ]
    assert inspect_package(path) == (package.manifest, [])


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.7 not a package", "PKG_NOT_ZIP"),
        (b"", "PKG_TRUNCATED"),
        (Parts().bytes()[:-30], "PKG_TRUNCATED"),
        (Parts().bytes() + b"x", "PKG_HIDDEN_DATA"),
        (zip_bytes(Parts().members(), comment=b"hello"), "PKG_HIDDEN_DATA"),
        (changed("manifest.json", before=b"hidden"), "PKG_HIDDEN_DATA"),
        (changed("files/", descriptor=b"hidden"), "PKG_HIDDEN_DATA"),
        (changed("files/", comment=b"hidden"), "PKG_HIDDEN_DATA"),
        (changed("files/", local_name=b"files/" + b"0" * 64), "PKG_ZIP"),
        (changed("files/", flags=0x20), "PKG_ZIP"),
        (changed("files/", method=12), "PKG_METHOD"),
        (changed("mimetype", data=b"application/vnd.dvk.parcels"), "PKG_MIMETYPE"),
        (changed("mimetype", method=8), "PKG_MIMETYPE"),
        (changed("mimetype", name=b"readme"), "PKG_MIMETYPE"),
        (zip_bytes([]), "PKG_MIMETYPE"),
        (zip_bytes(Parts().members()[1:]), "PKG_MIMETYPE"),
    ],
)
def test_shape_of_the_file(code_of, raw, code):
    assert code_of(raw) == code


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (
            zip_bytes([each for each in Parts().members() if each.name[-4:] != b"json"]),
            "PKG_ENTRY_MISSING",
        ),
        (zip_bytes(Parts().members()[:-1]), "PKG_ENTRY_MISSING"),
        (added(Member(b"records/plan.jsonl", TWO)), "PKG_ENTRY_UNLISTED"),
        (added(Member(b"readme.txt", b"hello")), "PKG_ENTRY_UNLISTED"),
        (added(Member(b"records/", b"", method=0)), "PKG_ENTRY_UNLISTED"),
        (added(Parts().members()[-1]), "PKG_ENTRY_DOUBLED"),
        (added(Parts().members()[1]), "PKG_ENTRY_DOUBLED"),
        (added(Member(b"/etc/passwd", b"x")), "PKG_ENTRY_PATH"),
        (added(Member(b"files/../../x", b"x")), "PKG_ENTRY_PATH"),
        (added(Member(b"files\\x", b"x")), "PKG_ENTRY_PATH"),
        (added(Member(b"C:x", b"x")), "PKG_ENTRY_PATH"),
        (added(Member(b"files/\0x", b"x")), "PKG_ENTRY_PATH"),
        (added(Member(b"files/\xff\xfe", b"x")), "PKG_ENTRY_PATH"),
        (changed("files/", attributes=0o120777 << 16), "PKG_ENTRY_LINK"),
        (changed("files/", attributes=0o040755 << 16), "PKG_ENTRY_LINK"),
        (changed("files/", flags=0x01), "PKG_ENTRY_ENCRYPTED"),
        (changed("files/", data=b"shorter"), "PKG_SIZE"),
        (changed("files/", declared=7), "PKG_SIZE"),
        (changed("files/", data=bytes(288)), "PKG_SHA256"),
        (
            changed("records/sample", data=Parts().records["sample"].replace(b"01", b"02")),
            "PKG_SHA256",
        ),
        (changed("files/", crc=0), "PKG_DAMAGED"),
        (changed("files/", packed=b"\xff" * 40), "PKG_DAMAGED"),
    ],
)
def test_entries(code_of, raw, code):
    assert code_of(raw) == code


def test_signature(code_of):
    parts = Parts()
    good = parts.members()
    forged = Parts(changes={"sequence": 2}).members()
    forged[2] = good[2]

    assert code_of(zip_bytes([good[0], good[1], *good[3:]])) == "PKG_SIGNATURE_MISSING"
    assert code_of(zip_bytes(forged)) == "PKG_SIGNATURE_WRONG"
    assert code_of(changed("manifest.sig", data=bytes(64))) == "PKG_SIGNATURE_WRONG"
    assert code_of(changed("manifest.sig", data=good[2].data + b"x")) == "PKG_SIGNATURE_WRONG"


def test_newer_is_said_before_anything_that_only_a_newer_program_knows(code_of):
    members = Parts(changes={"min_reader": 2, "format": 2, "kind": "sideways"}).members()
    members.append(Member(b"streams/x.zst", b"x", method=93))
    members[2].data = b"another kind of signature"

    assert code_of(zip_bytes(members)) == "PKG_NEWER"


def test_newer_format_that_allows_this_reader_is_read(tmp_path):
    path = tmp_path / "goi.dvk"
    path.write_bytes(with_manifest(format=2, schema=7, colour="red"))

    assert read_package(path).manifest.extra == {"colour": "red"}


def test_limits(code_of):
    good = Parts().bytes()
    zeros = Parts(files=[bytes(400_000)])
    entries = zeros.members()

    assert code_of(good, unpacked_bytes=1000) == "PKG_TOO_BIG"
    assert code_of(good, manifest_bytes=100) == "PKG_TOO_BIG"
    assert code_of(good, entries=4) == "PKG_TOO_MANY_ENTRIES"
    assert code_of(good, records=1) == "PKG_TOO_MANY_RECORDS"
    assert code_of(good, line_bytes=100) == "PKG_LINE_TOO_LONG"
    assert code_of(zip_bytes(entries)) == "PKG_BOMB"


def test_more_records_than_the_manifest_admits(code_of):
    entries = Parts().entries()
    entries[0]["records"] = 1

    assert code_of(with_manifest(entries=entries)) == "PKG_RECORD_COUNT"
    assert code_of(with_manifest(entries=entries), records=1) == "PKG_TOO_MANY_RECORDS"


def test_a_bomb_that_lies_about_its_size_is_stopped_at_the_size_it_told(code_of):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(50_000_000)) + packer.flush()

    assert code_of(changed("files/", packed=packed)) == "PKG_SIZE"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"min_reader": None}, "min_reader"),
        ({"min_reader": "1"}, "min_reader"),
        ({"format": 0}, "format"),
        ({"package_id": "x"}, "package_id"),
        ({"kind": "sideways"}, "kind"),
        ({"created_at": "2024-10-08T07:30:00"}, "created_at"),
        ({"created_at": "2024-13-08T07:30:00+07:00"}, "created_at"),
        ({"sender": []}, "sender"),
        ({"sender": {"public_key": "AAAA"}}, "sender.public_key"),
        ({"sender": {"public_key": "A" * 42 + "B="}}, "sender.public_key"),
        ({"recipient": {"code": "H"}}, "recipient.name"),
        ({"campaigns": ["2024"]}, "campaigns"),
        ({"part": {"set_id": UNIT_1, "number": 2, "of": 1}}, "part.number"),
        ({"sequence": 0}, "sequence"),
        ({"sequence": True}, "sequence"),
        ({"previous": "abc"}, "previous"),
        ({"audit_head": "xyz"}, "audit_head"),
        ({"seen": {REPLICA: -1}}, "seen"),
        ({"entries": {}}, "entries"),
        ({"entries": Parts().entries() * 2}, "entries"),
        ({"entries": [{"path": "../x", "bytes": 0, "sha256": "0" * 64}]}, "entries[0].path"),
        (
            {"entries": [{"path": "records/sample.jsonl", "bytes": 0, "sha256": "0" * 64}]},
            "entries[0].records",
        ),
        (
            {"entries": [{"path": "files/" + "0" * 64, "bytes": -1, "sha256": "0" * 64}]},
            "entries[0].bytes",
        ),
        (
            {"entries": [{"path": "files/" + "0" * 64, "bytes": 0, "sha256": "F" * 64}]},
            "entries[0].sha256",
        ),
    ],
)
def test_manifest_members(tmp_path, changes, field):
    path = tmp_path / "goi.dvk"
    path.write_bytes(with_manifest(**changes))

    with pytest.raises(PackageError) as refused:
        read_package(path)

    assert (refused.value.code, refused.value.facts["field"]) == ("PKG_MANIFEST", field)


GOOD = json.dumps(Parts().manifest(), ensure_ascii=False)


@pytest.mark.parametrize(
    "raw",
    [
        GOOD.replace('"sequence": 1', '"sequence": 1, "sequence": 2').encode(),
        GOOD.replace('"sequence": 1', '"sequence": NaN').encode(),
        GOOD.replace('"sequence": 1', '"sequence": 1e999').encode(),
        GOOD.replace("Xã", "Xa\u0303").encode(),
        GOOD.replace("Xã", "X\\ud800").encode(),
        GOOD.replace("Xã", "Xa\\u0303").encode(),
        GOOD.encode("utf-16"),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode() + b"{}",
        b"[" * 3000,
        b"[]",
        b"{",
    ],
)
def test_manifest_text(code_of, raw):
    assert code_of(zip_bytes(Parts().members(raw))) == "PKG_MANIFEST"


@pytest.mark.parametrize(
    ("data", "line_number", "field"),
    [
        (line(UNIT_1) + b"{\n", 2, "(cả dòng)"),
        (line(UNIT_1) + b"\n", 2, "(cả dòng)"),
        (TWO[:-1], 2, "(cả dòng)"),
        (TWO.replace(b"\n", b"\r\n"), 1, "(cả dòng)"),
        (b"\xef\xbb\xbf" + TWO, 1, "(cả dòng)"),
        (TWO.replace("Đoài".encode(), b"\xff"), 1, "(cả dòng)"),
        (TWO.replace("Đ".encode(), "a\u0300".encode()), 1, "(cả dòng)"),
        (TWO.replace("Đ".encode(), b"\\udc00"), 1, "(cả dòng)"),
        (TWO.replace(b'"01"', b'"01", "code": "02"'), 1, "(cả dòng)"),
        (TWO.replace(b'"01"', b"NaN"), 1, "(cả dòng)"),
        (line(UNIT_2) + line(UNIT_1), 2, "id"),
        (line(UNIT_1) + line(UNIT_1), 2, "id"),
        (line("1"), 1, "id"),
        (line(UNIT_1.upper()), 1, "id"),
        (line(UNIT_1, v=[REPLICA]), 1, "v"),
        (line(UNIT_1, v=[REPLICA, 0]), 1, "v"),
        (line(UNIT_1, v=[REPLICA, True]), 1, "v"),
        (line(UNIT_1, v=[REPLICA, 2**63]), 1, "v"),
        (line(UNIT_1, fv=[]), 1, "fv"),
        (line(UNIT_1, fv=None), 1, "fv"),
        (line(UNIT_1, fv={"colour": [REPLICA, 4]}), 1, "fv"),
        (line(UNIT_1, fv={"code": 4}), 1, "fv"),
        (line(UNIT_1, deleted=1), 1, "deleted"),
        (line(UNIT_1, code=None), 1, "code"),
        (line(UNIT_1, code=1), 1, "code"),
        (line(UNIT_1, code="x" * 101), 1, "code"),
        (line(UNIT_1, code="x\0"), 1, "code"),
        (line(UNIT_1, valid_from="2024-02-30"), 1, "valid_from"),
        (line(UNIT_1, valid_from="20240201"), 1, "valid_from"),
        (line(UNIT_1, sort_order=1.5), 1, "sort_order"),
        (line(UNIT_1, sort_order=True), 1, "sort_order"),
        (line(UNIT_1, parent_id="trên"), 1, "parent_id"),
        (line(UNIT_1, kind="newer"), 1, "kind"),
        (line(UNIT_1, changed_at="2024-10-08"), 1, "changed_at"),
        (line(UNIT_1, points=12.5), 1, "points"),
        (line(UNIT_1, points="12,5"), 1, "points"),
        (line(UNIT_1, is_urban=0), 1, "is_urban"),
    ],
)
def test_records_are_named_by_file_line_and_field(tmp_path, data, line_number, field):
    path = tmp_path / "goi.dvk"
    path.write_bytes(with_records(data))

    with pytest.raises(PackageError) as refused:
        read_package(path)

    facts = refused.value.facts
    found = (refused.value.code, facts["file"], facts["line"], str(facts["field"]))
    assert found == ("PKG_RECORD", "records/sample.jsonl", line_number, field)


def test_unknown_fields_and_types_and_tombstones_are_taken(tmp_path):
    path = tmp_path / "goi.dvk"
    grave = json.dumps({"id": UNIT_2, "v": [REPLICA, 4], "deleted": True}).encode() + b"\n"
    newer = line(UNIT_1, colour={"deep": [1, None]}, fv={"colour": [REPLICA, 5]})
    path.write_bytes(Parts(records={"sample": newer + grave, "flag": line(UNIT_1)}).bytes())

    package = read_package(path)
    first, second = package.records("sample")

    assert package.types == ("sample", "flag")
    assert (first.fields["colour"], first.version_of("colour")) == (
        {"deep": [1, None]},
        (REPLICA, 5),
    )
    assert (dict(second.fields), second.deleted) == ({}, True)
    assert len(list(package.records("flag"))) == 1


def test_inspection_gathers_all_problems(tmp_path):
    path = tmp_path / "goi.dvk"
    members = Parts(records={"sample": line(UNIT_1, code=1) + line(UNIT_2, name=2)}).members()
    members[2].data = bytes(64)
    members.append(Member(b"readme.txt", b"hello"))
    path.write_bytes(zip_bytes(members))

    manifest, problems = inspect_package(path)

    assert manifest is not None
    assert manifest.sender.public_key == PUBLIC
    assert [problem.code for problem in problems] == [
        "PKG_SIGNATURE_WRONG",
        "PKG_ENTRY_UNLISTED",
        "PKG_RECORD",
        "PKG_RECORD",
    ]


def test_other_honest_zip_tools_are_understood(tmp_path):
    path = tmp_path / "goi.dvk"
    members = Parts().members()
    for each in members[1:]:
        each.flags = 8
        packed = len(each.packed_bytes()).to_bytes(4, "little")
        sizes = packed + len(each.data).to_bytes(4, "little")
        each.descriptor = b"PK\7\x08" + zlib.crc32(each.data).to_bytes(4, "little") + sizes
        each.local_extra = b"UT\x05\x00\x03abcd"
    path.write_bytes(zip_bytes(members, zip64=True))

    assert read_package(path).files == (hashlib.sha256(Parts().files[0]).hexdigest(),)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(PackageError) as refused:
        read_package(tmp_path / "goi.dvk")

    assert refused.value.code == "PKG_UNREADABLE"
    assert [each.code for each in inspect_package(tmp_path)[1]] == ["PKG_UNREADABLE"]
