"""The office's private keys: who may read them, and the passphrase over them."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from two_offices import Pair, make_pair

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.exchange.package.sealing_refusals import PassphraseShortError
from dvk_desktop.exchange.package.signing import KeyDamagedError, KeyMissingError
from dvk_desktop.services.exchange.office_keys import (
    KeysAlreadyProtectedError,
    KeysLockedError,
    KeysNotProtectedError,
    KeysPassphraseError,
    OfficeKeys,
)
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.key_files import AGE_FILE, CARD_AGE_FILE, KEY_FILE, SEALED_FILE

FIRST, SECOND = "mật khẩu thứ nhất", "mật khẩu thứ hai"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def files(office: Services) -> list[str]:
    return sorted(path.name for path in DataFolder(office.folder).keys.iterdir())


def test_under_a_passphrase_nothing_is_signed_or_opened_until_it_is_given(pair: Pair) -> None:
    path = pair.commune.sending.export(
        "H00", pair.folder / "up.dvk", options=SendOptions(to_card=True)
    ).path
    pair.district.keys.protect(FIRST)
    pair.district.close()
    again = open_office(pair.district.folder)

    assert files(again) == [CARD_AGE_FILE, SEALED_FILE]
    assert again.keys.is_locked
    for use in (
        lambda: again.receiving.preview(path),
        lambda: again.sending.export("X01", pair.folder / "down.dvk"),
        lambda: again.trust.own_card(pair.folder / "card.dvkcard"),
    ):
        with pytest.raises(KeysLockedError):
            use()
    with pytest.raises(KeysPassphraseError):
        again.keys.unlock(SECOND)
    again.keys.unlock(FIRST)
    assert again.receiving.merge(again.receiving.preview(path))[0].new > 0
    again.sending.export("X01", pair.folder / "down.dvk")
    again.close()


@pytest.mark.slow
def test_setting_changing_and_taking_away(pair: Pair) -> None:
    keys = pair.commune.keys
    signing, identity = keys.signing_key(), keys.age_identity()
    with pytest.raises(KeysNotProtectedError):
        keys.change(FIRST, SECOND)
    with pytest.raises(PassphraseShortError):
        keys.protect("ngắn")
    keys.protect(FIRST)
    with pytest.raises(KeysAlreadyProtectedError):
        keys.protect(SECOND)
    with pytest.raises(KeysPassphraseError):
        keys.change(SECOND, FIRST)
    keys.change(FIRST, SECOND)

    assert (keys.signing_key(), keys.age_identity()) == (signing, identity)
    sealed = DataFolder(pair.commune.folder).keys / SEALED_FILE
    assert identity.encode() in pyrage.passphrase.decrypt(sealed.read_bytes(), SECOND)
    with pytest.raises(KeysPassphraseError):
        keys.unprotect(FIRST)
    keys.unprotect(SECOND)
    assert files(pair.commune) == [AGE_FILE, CARD_AGE_FILE, KEY_FILE]
    assert (keys.signing_key(), keys.age_identity()) == (signing, identity)


@pytest.mark.slow
def test_a_program_killed_between_the_files_leaves_no_key_open(pair: Pair) -> None:
    folder = DataFolder(pair.commune.folder).keys
    plain = {name: (folder / name).read_bytes() for name in (KEY_FILE, AGE_FILE)}
    pair.commune.keys.protect(FIRST)
    for name, content in plain.items():
        (folder / name).write_bytes(content)
    fresh = OfficeKeys(pair.commune.folder)

    assert fresh.is_locked
    fresh.unlock(FIRST)
    assert files(pair.commune) == [CARD_AGE_FILE, SEALED_FILE]


@pytest.mark.skipif(os.name != "posix", reason="modes mean nothing on Windows")
def test_only_the_owner_reads_them(pair: Pair) -> None:
    folder = DataFolder(pair.commune.folder).keys
    for name in (KEY_FILE, AGE_FILE):
        (folder / name).chmod(0o644)
    pair.commune.keys.signing_key()
    pair.commune.keys.age_identity()
    modes = {stat.S_IMODE((folder / name).stat().st_mode) for name in (KEY_FILE, AGE_FILE)}
    pair.commune.keys.protect(FIRST)

    assert modes == {0o600}
    assert stat.S_IMODE((folder / SEALED_FILE).stat().st_mode) == 0o600


def test_lost_and_broken_files_are_told(pair: Pair) -> None:
    folder = DataFolder(pair.commune.folder).keys
    keys = OfficeKeys(pair.commune.folder)
    for name, use in (
        (KEY_FILE, keys.signing_key),
        (AGE_FILE, keys.age_identity),
        (CARD_AGE_FILE, keys.age_recipient),
    ):
        (folder / name).unlink()
        with pytest.raises(KeyMissingError):
            use()
        (folder / name).write_bytes("không phải khóa".encode())
        with pytest.raises(KeyDamagedError):
            use()
    (folder / SEALED_FILE).write_bytes(pyrage.passphrase.encrypt(b"[]", FIRST))
    with pytest.raises(KeyDamagedError):
        keys.unlock(FIRST)
