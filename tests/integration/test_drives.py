"""A stick is tried before it is written to: full, locked, gone, and never a half file."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_offices import make_pair

from dvk_desktop.safe_files import FolderMissingError, ReadOnlyDriveError, write_safely
from dvk_desktop.storage.drives import (
    FAT_LIMIT,
    DriveFileLimitError,
    DriveFullError,
    known_in,
    mount_in,
    require_drive,
    size_of,
)

MOUNTS = """\
22 27 0:21 / / rw - ext4 /dev/sda1 rw
40 22 8:17 / /media/lan/USB\\040x\\303\\243 rw,nosuid shared:9 - vfat /dev/sdb1 rw
41 22 8:18 / /media/lan/US rw - exfat /dev/sdc1 rw
broken line
"""
CAN_MOUNT = sys.platform == "linux" and os.geteuid() == 0


@pytest.fixture
def pair(tmp_path):
    made = make_pair(tmp_path)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    """A real small file system that can be filled, locked and pulled."""
    if not CAN_MOUNT:
        pytest.skip("only root can mount a file system")
    place = tmp_path / "USB"
    place.mkdir()
    _run("mount", "-t", "tmpfs", "-o", "size=4m", "dvk-test", place)
    yield place
    subprocess.run(("umount", "-l", str(place)), check=False, capture_output=True)


def _run(*words):
    subprocess.run([str(word) for word in words], check=True, capture_output=True)


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        ("/home/lan", ("/", "ext4", "/dev/sda1")),
        ("/media/lan/USB xã/gói", ("/media/lan/USB xã", "vfat", "/dev/sdb1")),
        ("/media/lan/US", ("/media/lan/US", "exfat", "/dev/sdc1")),
        ("/media/lan/USB", ("/", "ext4", "/dev/sda1")),
    ],
)
def test_the_file_system_of_a_folder_is_found(folder, found):
    assert tuple(mount_in(MOUNTS, folder)) == found


def test_a_sound_drive_is_as_it_was_afterwards(tmp_path):
    drive = require_drive(tmp_path / "goi.dvk", 1 << 20)

    assert drive.free > 1 << 20
    assert _names(tmp_path) == []
    assert not drive.is_removable


def test_too_little_room_is_said_before_anything_is_written(tmp_path):
    with pytest.raises(DriveFullError) as refusal:
        require_drive(tmp_path / "goi.dvk", 1 << 60)

    assert refusal.value.facts["wanted"].endswith("GB")
    assert _names(tmp_path) == []


def test_fat_takes_no_file_of_four_gigabytes(tmp_path, monkeypatch):
    known = "dvk_desktop.storage.drives._known_of"
    monkeypatch.setattr(known, lambda folder: ("vfat", True))

    assert require_drive(tmp_path / "goi.dvk", 0).largest == FAT_LIMIT
    with pytest.raises(DriveFileLimitError):
        require_drive(tmp_path / "goi.dvk", FAT_LIMIT + 1)


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(FolderMissingError):
        require_drive(tmp_path / "USB" / "goi.dvk", 0)


def test_a_full_stick_is_refused_and_left_clean(pair, stick):
    (stick / "anh.jpg").write_bytes(bytes(3_500_000))

    with pytest.raises(DriveFullError):
        pair.commune.sending.export("H00", stick / "goi.dvk")

    assert _names(stick) == ["anh.jpg"]
    assert pair.commune.receiving.history() == ()


def test_a_locked_stick_is_refused_with_what_to_do(pair, stick):
    _run("mount", "-o", "remount,ro", stick)

    with pytest.raises(ReadOnlyDriveError) as refusal:
        pair.commune.sending.export("H00", stick / "goi.dvk")

    assert "khóa ghi" in str(refusal.value)
    assert pair.commune.receiving.history() == ()


def test_a_stick_pulled_midway_leaves_no_file_under_the_name(stick):
    def pull(out):
        out.write(b"half")
        _run("umount", "-l", stick)

    with pytest.raises(FolderMissingError):
        write_safely(stick / "goi.dvk", pull, lambda written: True)

    assert not (stick / "goi.dvk").exists()
    assert _names(stick) == []


def test_a_package_on_a_stick_is_whole_and_alone(pair, stick):
    path = pair.commune.sending.export("H00", stick / "goi.dvk").path

    assert _names(stick) == ["goi.dvk"]
    assert pair.district.receiving.inspect(path)[2] == []
    assert pair.commune.drives.may_be_pulled(path) is False


@pytest.mark.parametrize(
    ("folder", "known"),
    [("/media/lan/US/goi", ("exfat", True)), ("/home/lan", ("ext4", False))],
)
def test_what_lies_under_media_may_be_pulled(folder, known):
    assert known_in(MOUNTS.replace("/dev/sda1", "overlay"), folder) == known


@given(st.integers(0, 1 << 50))
def test_sizes_are_short(count):
    assert size_of(count).split()[1] in ("KB", "MB", "GB")
