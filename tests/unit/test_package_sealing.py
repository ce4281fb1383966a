"""Encryption around a file: told apart, bounded, and never in the wrong hands half open."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_desktop.exchange.package import sealing
from dvk_desktop.exchange.package.age_keys import AgeKeys, new_age_keys
from dvk_desktop.exchange.package.refusals import PackageError, UnreadableFileError
from dvk_desktop.exchange.package.seal_header import is_sealed, read_header
from dvk_desktop.exchange.package.sealing_refusals import (
    PassphraseShortError,
    PassphraseSlowError,
    PassphraseWrongError,
    SealCutError,
    SealDamagedError,
    SealTooBigError,
    SealTooLargeToWriteError,
    WrongKeyError,
    WrongRecipientKeyError,
)
from dvk_desktop.safe_files import DiskFullError

CONTENT = bytes(range(256)) * 800  # four pieces of the format
PASSPHRASE = "mật khẩu qua điện thoại"


@pytest.fixture
def keys() -> AgeKeys:
    return new_age_keys()


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "goi.dvk"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def sealed(plain: Path, keys: AgeKeys) -> Path:
    path = plain.with_name("goi.dvk.age")
    sealing.seal_to_key(plain, path, keys.recipient)
    return path


def opened(path: Path, keys: AgeKeys) -> bytes:
    target = path.with_name("opened")
    sealing.open_with_key(path, target, keys.identity)
    return target.read_bytes()


def test_to_a_key_and_back(sealed: Path, keys: AgeKeys) -> None:
    assert is_sealed(sealed)
    assert not read_header(sealed).by_passphrase
    assert opened(sealed, keys) == CONTENT


def test_other_programs_read_what_we_write_and_we_read_theirs(
    sealed: Path, plain: Path, keys: AgeKeys
) -> None:
    identity = pyrage.x25519.Identity.from_str(keys.identity)
    theirs = plain.with_name("theirs.age")

    assert pyrage.decrypt(sealed.read_bytes(), [identity]) == CONTENT
    for armored in (False, True):
        theirs.write_bytes(pyrage.encrypt(CONTENT, [identity.to_public()], armored=armored))
        assert is_sealed(theirs)
        assert opened(theirs, keys) == CONTENT


@pytest.mark.slow
def test_a_passphrase_is_one_however_the_keyboard_writes_it(plain: Path) -> None:
    path = plain.with_name("goi.dvk.age")
    sealing.seal_to_passphrase(plain, path, "mật khẩu dài")
    target = plain.with_name("opened")

    assert read_header(path).by_passphrase
    assert pyrage.passphrase.decrypt(path.read_bytes(), "mật khẩu dài") == CONTENT
    sealing.open_with_passphrase(path, target, "mâ\u0323t khâ\u0309u dài")
    assert target.read_bytes() == CONTENT


def test_a_passphrase_that_is_wrong_or_a_file_that_is_broken(plain: Path) -> None:
    path, target = plain.with_name("goi.dvk.age"), plain.with_name("opened")
    path.write_bytes(pyrage.passphrase.encrypt(CONTENT, PASSPHRASE, armored=False))
    whole = path.read_bytes()
    broken = bytearray(whole)
    broken[-100_000] ^= 1
    heavy = re.sub(rb"(-> scrypt \S+) \d+\n", rb"\1 40\n", whole)
    cases = (
        (heavy, PASSPHRASE, PassphraseSlowError),
        (whole, "một mật khẩu khác", PassphraseWrongError),
        (bytes(broken), PASSPHRASE, SealDamagedError),
        (whole[:-1000], PASSPHRASE, SealCutError),
        (whole[:60], PASSPHRASE, SealCutError),
    )
    for content, passphrase, expected in cases:
        path.write_bytes(content)
        with pytest.raises(expected):
            sealing.open_with_passphrase(path, target, passphrase)
    assert not target.exists()


def test_what_is_refused_before_anything_is_written(
    plain: Path, sealed: Path, keys: AgeKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = plain.with_name("x.age")
    with pytest.raises(WrongRecipientKeyError):
        sealing.seal_to_key(plain, target, keys.recipient[:-1], "Xã Mai Sơn")
    with pytest.raises(PassphraseShortError):
        sealing.seal_to_passphrase(plain, target, "  ngắn  ")
    with pytest.raises(UnreadableFileError):
        is_sealed(target)
    with pytest.raises(WrongKeyError):
        sealing.open_with_key(sealed, target, new_age_keys().identity)
    monkeypatch.setattr(sealing, "PASSPHRASE_BYTES", 1000)
    with pytest.raises(SealTooLargeToWriteError):
        sealing.seal_to_passphrase(plain, target, PASSPHRASE)
    with pytest.raises(SealTooBigError):
        sealing.open_with_passphrase(sealed, target, PASSPHRASE)
    assert not target.exists()


def test_every_byte_of_a_small_file_flipped_and_every_cut(tmp_path: Path, keys: AgeKeys) -> None:
    path, plain = tmp_path / "goi.dvk.age", tmp_path / "goi.dvk"
    plain.write_bytes(b"PK small package")
    sealing.seal_to_key(plain, path, keys.recipient)
    whole = path.read_bytes()
    flipped = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(len(whole))]
    for content in (*flipped, *(whole[:length] for length in range(len(whole)))):
        path.write_bytes(content)
        with pytest.raises(PackageError):
            sealing.open_with_key(path, tmp_path / "opened", keys.identity)
    assert not (tmp_path / "opened").exists()
    assert not list(tmp_path.glob("*.partial"))


@given(st.integers(400, len(CONTENT) - 1), st.integers(0, 7))
@settings(max_examples=60)
def test_a_flip_or_a_cut_of_the_body_is_told_apart(at: int, bit: int) -> None:
    keys = new_age_keys()
    with TemporaryDirectory() as folder:
        plain, path = Path(folder) / "goi.dvk", Path(folder) / "goi.dvk.age"
        plain.write_bytes(CONTENT)
        sealing.seal_to_key(plain, path, keys.recipient)
        whole = path.read_bytes()
        body = read_header(path).body_at
        path.write_bytes(whole[: body + at])
        with pytest.raises(SealCutError):
            opened(path, keys)
        broken = bytearray(whole)
        broken[body + at % 190_000] ^= 1 << bit
        path.write_bytes(bytes(broken))
        with pytest.raises(SealDamagedError):
            opened(path, keys)


def test_room_is_never_too_much(tmp_path: Path, keys: AgeKeys) -> None:
    for wanted in (5_000, 65_552, 70_000, 200_000):
        plain = tmp_path / "goi.dvk"
        plain.write_bytes(b"x" * sealing.plain_room(wanted))
        sealing.seal_to_key(plain, tmp_path / "goi.dvk.age", keys.recipient)
        assert wanted - 2_000 < (tmp_path / "goi.dvk.age").stat().st_size <= wanted


def test_a_full_drive_is_told_as_one(plain: Path, keys: AgeKeys) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    target = plain.with_name("x.age")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (70_000, before[1]))
    try:
        with pytest.raises(DiskFullError):
            sealing.seal_to_key(plain, target, keys.recipient)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert sorted(one.name for one in plain.parent.iterdir()) == ["goi.dvk"]
