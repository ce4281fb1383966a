"""Open packages that arrive encrypted, in clear only while they are read (mở gói mã hóa)."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from dvk_desktop.exchange.package.seal_header import is_sealed, read_header
from dvk_desktop.exchange.package.sealing import SUFFIX, open_with_key, open_with_passphrase
from dvk_desktop.exchange.package.sealing_refusals import (
    PassphraseMissingError,
    PassphraseWrongError,
    WrongKeyError,
)
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import require_space
from dvk_desktop.storage.working_files import working_folder


class SealedFiles:
    """Finds by itself whether our key opens a file, or a passphrase that a person gave."""

    def __init__(self, folder: Path, keys: OfficeKeys) -> None:
        self._folder = DataFolder(folder)
        self._keys = keys
        self._told = keys.told

    def needs_passphrase(self, path: Path) -> bool:
        """Say whether only a passphrase opens a file, and none was given in this run.

        Raises:
            UnreadableFileError: The file cannot be read.
        """
        asked = is_sealed(path) and read_header(path).by_passphrase
        return asked and path not in self._told.by_file and not self._told.last

    def give_passphrase(self, path: Path, passphrase: str) -> None:
        """Keep in memory what opens a file, as heard over the telephone."""
        self._told.by_file[path] = passphrase

    @contextlib.contextmanager
    def opened(self, path: Path) -> Iterator[Path]:
        """Give the package in clear: ``path`` itself, or a file that is gone afterwards.

        Raises:
            PackageError: It cannot be opened; the code says why.
            KeysLockedError: It is for our key, which is under a passphrase.
            StoreError: The data folder has no room for it.
        """
        if not is_sealed(path):
            yield path
            return
        with working_folder(self._folder) as place:
            require_space(place, path.stat().st_size)
            plain = place / (path.stem if path.suffix.lower() == SUFFIX else path.name)
            self._open(path, plain)
            yield plain

    def _open(self, path: Path, plain: Path) -> None:
        if not read_header(path).by_passphrase:
            self._open_with_ours(path, plain)
            return
        given = self._told.by_file.get(path)
        if given is not None:
            open_with_passphrase(path, plain, given)
            self._told.last = given
            return
        # The parts of one package come under one passphrase, asked for once.
        if not self._told.last:
            raise PassphraseMissingError(file=path.name)
        try:
            open_with_passphrase(path, plain, self._told.last)
        except PassphraseWrongError:
            raise PassphraseMissingError(file=path.name) from None

    def _open_with_ours(self, path: Path, plain: Path) -> None:
        """Open with our key, or with one that it has replaced: the sender may not know yet."""
        try:
            open_with_key(path, plain, self._keys.age_identity())
        except WrongKeyError:
            for older in self._keys.older_identities():
                with contextlib.suppress(WrongKeyError):
                    open_with_key(path, plain, older)
                    return
            raise
