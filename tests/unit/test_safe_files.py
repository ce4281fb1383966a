"""A file is written whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from dvk_desktop import safe_files
from dvk_desktop.domain.errors import Cancelled
from dvk_desktop.safe_files import (
    DiskFullError,
    DriveGoneError,
    FileInUseError,
    FileWriteError,
    FolderMissingError,
    NoWritePermissionError,
    ReadBackError,
    ReadOnlyDriveError,
    flush,
    replacing,
    write_safely,
)


def files(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def failing(number):
    def write(out):
        out.write(b"half")
        raise OSError(number, os.strerror(number))

    return write


def test_a_new_file_is_complete(tmp_path):
    write_safely(tmp_path / "biểu.xlsx", lambda out: out.write(b"new") and None)
    assert files(tmp_path) == {"biểu.xlsx": b"new"}


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EACCES, NoWritePermissionError),
        (errno.ENOENT, FolderMissingError),
        (errno.EIO, DriveGoneError),
        (errno.ENODEV, DriveGoneError),
        (errno.EROFS, ReadOnlyDriveError),
        (errno.EMFILE, FileWriteError),
    ],
)
def test_a_failure_keeps_the_old_file(tmp_path, number, meaning):
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(FileWriteError) as refusal:
        write_safely(tmp_path / "a.pdf", failing(number))
    assert type(refusal.value) is meaning
    assert files(tmp_path) == {"a.pdf": b"old"}


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FolderMissingError) as refusal:
        write_safely(tmp_path / "usb" / "a.pdf", lambda out: None)
    assert refusal.value.facts["folder"] == str(tmp_path / "usb")


def test_what_reads_back_wrong_is_not_kept(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(ReadBackError):
        write_safely(tmp_path / "a.pdf", lambda out: out.write(b"x") and None, lambda path: False)
    assert files(tmp_path) == {"a.pdf": b"old"}


def test_a_file_that_is_open_elsewhere_is_told_apart(tmp_path, monkeypatch):
    def refuse(source, target):
        raise PermissionError(errno.EACCES, "open in Excel")

    monkeypatch.setattr(safe_files.os, "replace", refuse)
    with pytest.raises(FileInUseError) as refusal:
        write_safely(tmp_path / "a.xlsx", lambda out: out.write(b"x") and None)
    assert "đang mở trong chương trình khác" in str(refusal.value)
    assert files(tmp_path) == {}


def test_stopping_by_the_person_leaves_nothing(tmp_path):
    def stop(out):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_safely(tmp_path / "a.xlsx", stop)
    assert files(tmp_path) == {}


def test_what_was_left_behind_is_neither_kept_nor_read_by_others(tmp_path):
    (tmp_path / "office.key.partial").write_bytes(b"left by a power cut, open to all")
    with replacing(tmp_path / "office.key", mode=0o600) as file:
        file.write(b"secret")
        if os.name == "posix":
            assert stat.S_IMODE(os.fstat(file.fileno()).st_mode) == 0o600
    assert files(tmp_path) == {"office.key": b"secret"}


def test_the_writer_may_read_back_and_refuse(tmp_path):
    (tmp_path / "a.dvk").write_bytes(b"old")

    def write_and_stop():
        with replacing(tmp_path / "a.dvk") as file:
            file.write(b"new")
            flush(file)
            assert Path(file.name).read_bytes() == b"new"
            raise Cancelled

    with pytest.raises(Cancelled):
        write_and_stop()
    assert files(tmp_path) == {"a.dvk": b"old"}


def test_a_place_taken_by_a_folder_is_refused(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileWriteError) as refusal, replacing(tmp_path / "a.pdf") as file:
        file.write(b"new")
    assert refusal.value.facts["name"] == "a.pdf"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_disk_that_fills_up_while_writing(tmp_path):
    with (
        pytest.raises(DiskFullError),
        replacing(tmp_path / "a.dvk"),
        open("/dev/full", "wb") as out,
    ):
        out.write(bytes(1 << 20))
    assert files(tmp_path) == {}
