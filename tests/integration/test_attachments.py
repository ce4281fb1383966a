"""Files that go with registrations, here and over to another office."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from two_offices import Pair, make_pair

from dvk_desktop.domain.attachments import (
    MOST_BYTES,
    AttachmentDamagedError,
    AttachmentMissingError,
    ProgramFileError,
)
from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.models import Attachment
from dvk_desktop.services.services import Services
from dvk_desktop.storage.attachment_files import store_content
from dvk_desktop.storage.data_folder import DataFolder


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def names(services: Services, registration_id: str) -> list[str]:
    return [row.file_name for row in services.attachments.of(registration_id)]


def test_the_same_content_is_stored_once(
    services: Services, register: Callable[..., str], folder: Path, tmp_path: Path
):
    one, other = register(), register("Ngôi nhà xanh")
    paper = written(tmp_path, "Báo cáo.pdf", b"%PDF-1.7 x")
    copy = written(tmp_path, "Bản sao.pdf", b"%PDF-1.7 x")
    first = services.attachments.add(one, [paper, copy])
    services.attachments.add(other, [copy])

    assert (first.added, first.known, first.refused) == (1, 1, ())
    assert first.changes == Changes.REGISTRATIONS
    assert names(services, one) == ["Báo cáo.pdf"]
    assert names(services, other) == ["Bản sao.pdf"]
    assert len(list(DataFolder(folder).attachments.iterdir())) == 1


def test_programs_empty_and_huge_files_are_refused_one_by_one(
    services: Services, register: Callable[..., str], tmp_path: Path
):
    registration_id = register()
    huge = written(tmp_path, "phim.mp4", b"x")
    os.truncate(huge, MOST_BYTES + 1)
    paths = [
        written(tmp_path, "anh.jpg.exe", b"x"),
        written(tmp_path, "công văn.pdf", b"MZ\x90\x00rest"),
        written(tmp_path, "rỗng.docx", b""),
        huge,
        tmp_path / "không có.docx",
        written(tmp_path, "tốt.docx", b"PK"),
    ]
    result = services.attachments.add(registration_id, paths)
    codes = [error.code for error in result.refused]
    assert codes == [
        "ATTACHMENT_PROGRAM",
        "ATTACHMENT_PROGRAM",
        "ATTACHMENT_EMPTY",
        "ATTACHMENT_LARGE",
        "STORE_MISSING",
    ]
    assert names(services, registration_id) == ["tốt.docx"]


def test_a_copy_is_opened_that_nobody_can_change(
    services: Services, register: Callable[..., str], tmp_path: Path
):
    registration_id = register()
    services.attachments.add(registration_id, [written(tmp_path, "a.txt", b"chu")])
    row = services.attachments.of(registration_id)[0]
    copy = services.attachments.open_copy(row.id)
    assert (copy.name, copy.read_bytes(), copy.stat().st_mode & 0o222) == ("a.txt", b"chu", 0)
    services.attachments.save_copy(row.id, tmp_path / "lưu.txt")
    assert (tmp_path / "lưu.txt").read_bytes() == b"chu"


def test_a_missing_or_damaged_content_is_told(
    services: Services, register: Callable[..., str], folder: Path, tmp_path: Path
):
    registration_id = register()
    services.attachments.add(registration_id, [written(tmp_path, "a.txt", b"chu")])
    row = services.attachments.of(registration_id)[0]
    content = next(DataFolder(folder).attachments.iterdir())
    content.write_bytes(b"khac")
    with pytest.raises(AttachmentDamagedError, match="hỏng"):
        services.attachments.open_copy(row.id)
    content.unlink()
    with pytest.raises(AttachmentMissingError, match="Không thấy nội dung"):
        services.attachments.open_copy(row.id)
    assert not services.attachments.of(registration_id)[0].is_here


def test_removing_is_undone(services: Services, register: Callable[..., str], tmp_path: Path):
    registration_id = register()
    services.attachments.add(registration_id, [written(tmp_path, "a.txt", b"chu")])
    row = services.attachments.of(registration_id)[0]
    services.attachments.remove([row.id])
    assert services.attachments.of(registration_id) == ()
    last = services.history.last_undoable()
    assert last is not None
    services.history.undo(last.id)
    assert services.attachments.of(registration_id) == (row,)


def test_the_list_counts_files(
    services: Services, campaign: CampaignRow, register: Callable[..., str], tmp_path: Path
):
    one, _ = register(), register("Ngôi nhà xanh")
    files = [written(tmp_path, f"{n}.txt", n.encode()) for n in ("a", "b")]
    services.attachments.add(one, files)
    rows = services.registrations.rows(RegistrationFilter(campaign.id, sort="name"))
    assert [(row.name, row.attachments) for row in rows] == [
        ("Ngôi nhà xanh", 0),
        ("Thắp sáng đường quê", 2),
    ]


def test_a_large_photo_is_stored_smaller_and_shown(
    services: Services, register: Callable[..., str], tmp_path: Path
):
    registration_id = register()
    photo = tmp_path / "ảnh.png"
    noise = Image.frombytes("RGB", (1200, 900), os.urandom(1200 * 900 * 3))
    noise.save(photo)
    assert services.attachments.large_pictures([photo]) == (photo,)
    services.attachments.add(registration_id, [photo], shrink={photo})
    row = services.attachments.of(registration_id)[0]
    assert (row.file_name, row.is_picture) == ("ảnh.jpg", True)
    assert row.byte_count < photo.stat().st_size / 2
    shown = services.attachments.thumbnail(row.id, 96)
    assert shown is not None
    assert (shown[:2], len(shown[2])) == ((96, 72), 96 * 72 * 4)


def test_a_picture_that_is_none_has_no_small_view(
    services: Services, register: Callable[..., str], tmp_path: Path
):
    registration_id = register()
    services.attachments.add(registration_id, [written(tmp_path, "a.jpg", b"not a picture")])
    row = services.attachments.of(registration_id)[0]
    assert services.attachments.thumbnail(row.id, 96) is None


def test_files_travel_to_the_office_above_and_back(pair: Pair, tmp_path: Path):
    registration_id = pair.registrations[0]
    paper = written(tmp_path, "Ảnh ra quân.jpg", b"\xff\xd8 anh")
    pair.commune.attachments.add(registration_id, [paper])
    pair.arrive(pair.send_up())

    (row,) = pair.district.attachments.of(registration_id)
    assert (row.file_name, row.is_here) == ("Ảnh ra quân.jpg", True)
    assert pair.district.attachments.open_copy(row.id).read_bytes() == b"\xff\xd8 anh"
    added = written(tmp_path, "Góp ý.docx", b"PK gop y")
    pair.district.attachments.add(registration_id, [added])
    pair.arrive_below(pair.send_down())
    below = {r.file_name: r.is_here for r in pair.commune.attachments.of(registration_id)}
    assert below == {"Ảnh ra quân.jpg": True, "Góp ý.docx": True}


def test_what_is_lost_here_comes_with_the_next_package(pair: Pair, tmp_path: Path):
    registration_id = pair.registrations[0]
    pair.commune.attachments.add(registration_id, [written(tmp_path, "a.txt", b"chu")])
    package = pair.send_up()
    pair.arrive(package)
    (content,) = DataFolder(pair.district.folder).attachments.iterdir()
    content.unlink()
    pair.arrive(package)
    assert [row.is_here for row in pair.district.attachments.of(registration_id)] == [True]


def test_a_content_missing_here_does_not_stop_a_package(pair: Pair, tmp_path: Path):
    registration_id = pair.registrations[0]
    pair.commune.attachments.add(registration_id, [written(tmp_path, "a.txt", b"chu")])
    (content,) = DataFolder(pair.commune.folder).attachments.iterdir()
    content.unlink()
    pair.arrive(pair.send_up())
    assert [row.is_here for row in pair.district.attachments.of(registration_id)] == [False]


def test_a_program_from_another_office_is_never_opened(pair: Pair):
    registration_id = pair.registrations[0]
    sha256 = store_content(DataFolder(pair.commune.folder), b"MZ")
    with pair.commune.database.writing("Đính kèm") as work:
        facts = {"sha256": sha256, "file_name": "..\\mở.exe", "byte_count": 2}
        work.add(Attachment(registration_id=registration_id, **facts))
        work.commit()
    pair.arrive(pair.send_up())
    (row,) = pair.district.attachments.of(registration_id)
    assert (row.file_name, row.is_here) == ("mở.exe", True)
    with pytest.raises(ProgramFileError):
        pair.district.attachments.open_copy(row.id)
