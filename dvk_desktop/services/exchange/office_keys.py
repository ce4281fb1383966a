"""The office's private keys, in files only the user can read or under a passphrase (khóa).

Under a passphrase both keys lie in one file of the age format, so that no moment leaves one of
them under the old passphrase and one under the new. It is asked for once in a run.
"""

import base64
import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.exchange.package.sealing import opened_bytes, require_strength, sealed_bytes
from dvk_desktop.exchange.package.sealing_refusals import PassphraseWrongError
from dvk_desktop.exchange.package.signing import (
    KeyDamagedError,
    KeyMissingError,
    load_private_key,
    save_private_key,
    save_secret,
)
from dvk_desktop.storage.key_files import (
    AGE_FILE,
    CARD_AGE_FILE,
    KEY_FILE,
    SEALED_FILE,
    aside_files,
    close_to_others,
    keys_folder,
)


class KeysLockedError(DvkError):
    """The keys are under a passphrase that has not been given yet (khóa đang được bảo vệ)."""

    code = "KEYS_LOCKED"
    template = (
        "Khóa của văn phòng được bảo vệ bằng mật khẩu nên chưa ký và chưa mở được gói."
        " Hãy nhập mật khẩu của khóa rồi làm lại."
    )


class KeysPassphraseError(DvkError):
    """The passphrase does not open the keys (sai mật khẩu khóa)."""

    code = "KEYS_PASSPHRASE"
    template = (
        "Mật khẩu chưa mở được khóa của văn phòng. Hãy kiểm tra phím CapsLock và bộ gõ tiếng Việt"
        " rồi nhập lại. Nếu đã quên mật khẩu, hãy khôi phục khóa từ bản sao lưu cũ hơn hoặc lập"
        " khóa mới ở mục Văn phòng."
    )


class KeysAlreadyProtectedError(DvkError):
    """There is a passphrase already (khóa đã có mật khẩu)."""

    code = "KEYS_PROTECTED"
    template = "Khóa của văn phòng đã có mật khẩu. Hãy dùng mục đổi mật khẩu."


class KeysNotProtectedError(DvkError):
    """There is no passphrase to change or take away (khóa chưa có mật khẩu)."""

    code = "KEYS_NOT_PROTECTED"
    template = "Khóa của văn phòng chưa đặt mật khẩu nên không có gì để đổi hoặc gỡ."


@dataclass(frozen=True, slots=True)
class _Secrets:
    signing_key: bytes = field(repr=False)
    identity: str = field(repr=False)


@dataclass(slots=True)
class ToldPassphrases:
    """What was told by telephone in this run, by package (mật khẩu của gói)."""

    by_file: dict[Path, str] = field(default_factory=dict, repr=False)
    last: str = field(default="", repr=False)


class OfficeKeys:
    """Hands the private keys to whoever signs or decrypts; ``told`` opens others' packages."""

    def __init__(self, folder: Path) -> None:
        self.told = ToldPassphrases()
        self.place = keys_folder(folder)
        self._unlocked: _Secrets | None = None

    @property
    def is_protected(self) -> bool:
        """Say whether the keys are under a passphrase."""
        return self._sealed.is_file()

    @property
    def is_here(self) -> bool:
        """Say whether there is a key file at all, without looking into it."""
        return self.is_protected or (self.place / KEY_FILE).is_file()

    @property
    def is_locked(self) -> bool:
        """Say whether the passphrase must be asked for before the keys can be used."""
        return self.is_protected and self._unlocked is None

    def require_unlocked(self) -> None:
        """Refuse before long work whose end needs the keys.

        Raises:
            KeysLockedError: The passphrase has not been given in this run.
        """
        if self.is_locked:
            raise KeysLockedError

    def signing_key(self) -> bytes:
        """Return the key that signs packages and cards.

        Raises:
            KeysLockedError: The passphrase has not been given in this run.
            KeyMissingError: There is no key.
            KeyDamagedError: The file holds something else.
        """
        if self.is_protected:
            return self._given().signing_key
        close_to_others(self.place / KEY_FILE)
        return load_private_key(self.place / KEY_FILE)

    def age_identity(self) -> str:
        """Return the key that opens what was encrypted to our card.

        Raises:
            KeysLockedError: The passphrase has not been given in this run.
            KeyMissingError: There is no key.
        """
        if self.is_protected:
            return self._given().identity
        close_to_others(self.place / AGE_FILE)
        return self._text(AGE_FILE)

    def older_identities(self) -> list[str]:
        """Return older keys that lie in the open: a package may have been on its way to them."""
        found = []
        for path in aside_files(self.place, AGE_FILE):
            close_to_others(path)
            found.append(self._text(path.name))
        return found

    def age_recipient(self) -> str:
        """Return the public key to which others encrypt for us.

        Raises:
            KeyMissingError: There is no key.
        """
        return self._text(CARD_AGE_FILE)

    def unlock(self, passphrase: str) -> None:
        """Open the keys for the rest of this run.

        Raises:
            KeysPassphraseError: The passphrase is another one.
            KeyDamagedError: The file is broken.
        """
        if not self.is_protected:
            return
        secrets = self._opened(passphrase)
        self._unlocked = secrets
        # Left by a program that was killed between the two files; the sealed one counts.
        self._remove_plain()

    def forget(self) -> None:
        """Forget what was opened: other keys have taken their place."""
        self._unlocked = None

    def protect(self, passphrase: str) -> None:
        """Put the keys under a passphrase.

        Raises:
            PassphraseShortError: It could be guessed.
            KeysAlreadyProtectedError: They are under one.
            FileWriteError: The drive refuses; nothing was changed.
        """
        if self.is_protected:
            raise KeysAlreadyProtectedError
        require_strength(passphrase)
        secrets = _Secrets(self.signing_key(), self.age_identity())
        self._seal(secrets, passphrase)
        self._remove_plain()

    def change(self, old: str, new: str) -> None:
        """Put the keys under another passphrase.

        Raises:
            KeysNotProtectedError: They are under none.
            KeysPassphraseError: The old one is wrong.
            PassphraseShortError: The new one could be guessed.
            FileWriteError: The drive refuses; nothing was changed.
        """
        self._require_protected()
        require_strength(new)
        self._seal(self._opened(old), new)

    def unprotect(self, passphrase: str) -> None:
        """Take the passphrase away; the keys are again in files only the user can read.

        Raises:
            KeysNotProtectedError: They are under none.
            KeysPassphraseError: The passphrase is another one.
            FileWriteError: The drive refuses; the passphrase still holds.
        """
        self._require_protected()
        secrets = self._opened(passphrase)
        save_private_key(self.place / KEY_FILE, secrets.signing_key)
        save_secret(self.place / AGE_FILE, secrets.identity.encode("ascii"))
        self._sealed.unlink(missing_ok=True)
        self._unlocked = None

    @property
    def _sealed(self) -> Path:
        return self.place / SEALED_FILE

    def _require_protected(self) -> None:
        if not self.is_protected:
            raise KeysNotProtectedError

    def _given(self) -> _Secrets:
        if self._unlocked is None:
            raise KeysLockedError
        return self._unlocked

    def _seal(self, secrets: _Secrets, passphrase: str) -> None:
        members = {
            KEY_FILE: base64.b64encode(secrets.signing_key).decode("ascii"),
            AGE_FILE: secrets.identity,
        }
        save_secret(self._sealed, sealed_bytes(json.dumps(members).encode(), passphrase))
        self._unlocked = secrets

    def _opened(self, passphrase: str) -> _Secrets:
        close_to_others(self._sealed)
        try:
            content = opened_bytes(self._sealed.read_bytes(), passphrase, SEALED_FILE)
        except OSError as error:
            raise KeyMissingError(file=SEALED_FILE, reason=os_reason(error)) from error
        except PassphraseWrongError:
            raise KeysPassphraseError from None
        try:
            members = json.loads(content)
            return _Secrets(base64.b64decode(members[KEY_FILE]), str(members[AGE_FILE]))
        except (ValueError, KeyError, TypeError):
            raise KeyDamagedError(file=SEALED_FILE) from None

    def _remove_plain(self) -> None:
        for name in (KEY_FILE, AGE_FILE):
            with contextlib.suppress(OSError):
                (self.place / name).unlink(missing_ok=True)

    def _text(self, name: str) -> str:
        try:
            return (self.place / name).read_text("ascii").strip()
        except OSError as error:
            raise KeyMissingError(file=name, reason=os_reason(error)) from error
        except UnicodeDecodeError:
            raise KeyDamagedError(file=name) from None
