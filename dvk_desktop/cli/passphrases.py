"""Passphrases come from a file or the terminal, never from the command line (mật khẩu)."""

import getpass
import sys
from pathlib import Path

from dvk_desktop.cli.parser import DvkParser
from dvk_desktop.cli.session import Session, WrongUsageError
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.domain.words import Wording

_PACKAGE = "Mật khẩu của gói: "
_KEYS = "Mật khẩu khóa của văn phòng: "
_AGAIN = "Nhập lại mật khẩu: "


class PassphraseFileError(DvkError):
    """The file with the passphrase cannot be read (không đọc được tệp mật khẩu)."""

    code = "PASSPHRASE_FILE"
    template = (
        "Không đọc được mật khẩu từ tệp “{file}” ({reason}). Hãy ghi mật khẩu trên một dòng,"
        " tệp văn bản UTF-8."
    )


class NoTerminalError(WrongUsageError):
    """Nobody is there to be asked (không có ai để hỏi)."""

    code = "USAGE_NO_TERMINAL"
    template = "Lệnh này cần mật khẩu. Hãy ghi mật khẩu vào một tệp và chỉ ra bằng {option}."


class PassphrasesDifferError(DvkError):
    """The two that were typed are not the same (hai lần nhập khác nhau)."""

    code = "PASSPHRASE_DIFFERS"
    template = "Hai lần nhập mật khẩu không giống nhau. Hãy làm lại."


def add_package_passphrase(parser: DvkParser) -> None:
    """Add the option that names the file with a package's passphrase."""
    parser.option(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help_text="tệp ghi mật khẩu của gói, một dòng",
    )


def add_key_passphrase(parser: DvkParser) -> None:
    """Add the option that names the file with the passphrase of the office's keys."""
    parser.option(
        "--key-passphrase-file",
        type=Path,
        metavar="F",
        help_text="tệp ghi mật khẩu khóa của văn phòng, nếu khóa có mật khẩu",
    )


def unlock_keys(session: Session) -> None:
    """Open the office's keys where they are under a passphrase.

    Without file and terminal the services refuse where they need the keys.

    Raises:
        PassphraseFileError: The file cannot be read.
        KeysPassphraseError: The passphrase is another one.
    """
    keys = session.services.keys
    if keys.is_locked and (session.args.key_passphrase_file is not None or has_terminal()):
        keys.unlock(present_passphrase(session))


def present_passphrase(session: Session) -> str:
    """Return the passphrase that the keys are under: from the file or the terminal.

    Raises:
        NoTerminalError: There is neither.
        PassphraseFileError: The file cannot be read.
    """
    file: Path | None = session.args.key_passphrase_file
    if file is not None:
        return read_passphrase(file)
    if not has_terminal():
        raise NoTerminalError(option="--key-passphrase-file")
    return ask(session, _KEYS)


def give_passphrases(session: Session, paths: list[Path]) -> None:
    """Give the service what opens the packages, from the file or the terminal.

    Raises:
        PassphraseFileError: The file cannot be read.
        UnreadableFileError: A package cannot be read.
    """
    receiving = session.services.receiving
    file: Path | None = session.args.passphrase_file
    for path in paths:
        if file is not None:
            receiving.give_passphrase(path, read_passphrase(file))
        elif has_terminal() and path.is_file() and receiving.needs_passphrase(path):
            session.output.line(Wording("Gói {file} được mã hóa.", {"file": path.name}))
            receiving.give_passphrase(path, ask(session, _PACKAGE))


def new_passphrase(session: Session, file: Path | None, option: str) -> str:
    """Return a passphrase to be set: from a file, or typed twice.

    Raises:
        NoTerminalError: There is neither a file nor a terminal.
        PassphrasesDifferError: The two that were typed differ.
        PassphraseFileError: The file cannot be read.
    """
    if file is not None:
        return read_passphrase(file)
    if not has_terminal():
        raise NoTerminalError(option=option)
    typed = ask(session, _PACKAGE if option == "--passphrase-file" else _KEYS)
    if ask(session, _AGAIN) != typed:
        raise PassphrasesDifferError
    return typed


def read_passphrase(file: Path) -> str:
    """Return the one line of a file.

    Raises:
        PassphraseFileError: It cannot be read, or is empty.
    """
    try:
        text = file.read_text("utf-8-sig").strip("\r\n")
    except OSError as error:
        raise PassphraseFileError(file=file, reason=os_reason(error)) from error
    except UnicodeDecodeError:
        raise PassphraseFileError(file=file, reason=Wording("không phải UTF-8")) from None
    if not text or "\n" in text:
        raise PassphraseFileError(file=file, reason=Wording("trống hoặc có nhiều dòng"))
    return text


def has_terminal() -> bool:
    """Say whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(session: Session, question: str) -> str:
    """Ask without showing what is typed."""
    return getpass.getpass(session.output.words(Wording(question)), stream=sys.stderr)
