"""Entry point of dvk: arguments in, one exit code out (điểm vào dòng lệnh)."""

import contextlib
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from io import TextIOWrapper
from itertools import pairwise
from logging.handlers import RotatingFileHandler
from pathlib import Path

from dvk_desktop import paths
from dvk_desktop.cli import (
    campaigns,
    certificates,
    council,
    decisions,
    demo,
    founding,
    keeping,
    offices,
    packages,
    registrations,
    reports,
    scores,
    units,
)
from dvk_desktop.cli.answer import Answer, ExitCode, Refusal
from dvk_desktop.cli.output import Output
from dvk_desktop.cli.parser import Commands, DvkParser
from dvk_desktop.cli.session import Session, WrongUsageError
from dvk_desktop.domain.catalogue import load_catalogue
from dvk_desktop.domain.errors import Cancelled, DvkError
from dvk_desktop.domain.words import Translate, Wording

GROUPS = (
    demo,
    founding,
    units,
    campaigns,
    registrations,
    scores,
    council,
    decisions,
    certificates,
    reports,
    offices,
    packages,
    keeping,
)
_ABOUT = "Dân vận khéo Desktop: một năm phong trào thi đua, bằng dòng lệnh."
_SORRY = (
    "Xin lỗi, chương trình gặp lỗi ({kind}). Chi tiết ở {log}; hãy gửi tệp đó cho người hỗ trợ."
)
_LOG_BYTES, _LOG_FILES = 1_000_000, 5


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    translate = _language(arguments)
    try:
        args = build_parser(translate).parse_args(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else ExitCode.USAGE
    output = Output(translate, as_json=getattr(args, "json", False))
    folder = getattr(args, "data", None) or paths.default_data_folder()
    return _run(Session(args, folder.expanduser(), output, translate), args)


def build_parser(translate: Translate) -> DvkParser:
    """Return the parser of all commands in one language."""
    parser = DvkParser(translate=translate, prog="dvk", description=translate(_ABOUT))
    commands = Commands(parser, translate)
    for group in GROUPS:
        group.add_commands(commands)
    return parser


def _run(session: Session, args: Namespace) -> ExitCode:
    try:
        answer: Answer = args.run(session)
        session.output.show(answer)
        return answer.code
    except WrongUsageError as error:
        return _refuse(session, error, ExitCode.USAGE)
    except DvkError as error:
        return _refuse(session, error, ExitCode.REFUSED)
    except KeyboardInterrupt:
        return _refuse(session, Cancelled(), ExitCode.REFUSED)
    except BrokenPipeError:
        # The reader of the pipe has seen enough; what was done is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as fault:  # noqa: BLE001 -- the edge: a fault becomes a report
        return _apologise(session, fault)
    finally:
        session.close()


def _refuse(session: Session, error: DvkError, code: ExitCode) -> ExitCode:
    refusal = Refusal(error.code, error.wording)
    session.output.show(Answer(code=code, refusals=(refusal,)))
    return code


def _apologise(session: Session, fault: Exception) -> ExitCode:
    """Write the traceback to the log of the data folder and one line to the person."""
    file = session.folder / "log" / "dan-van-kheo.log"
    with contextlib.suppress(OSError):
        _log(file, fault)
    sorry = Wording(_SORRY, {"kind": type(fault).__name__, "log": file})
    refusal = Refusal("FAULT", sorry)
    session.output.show(Answer(code=ExitCode.FAULT, refusals=(refusal,)))
    return ExitCode.FAULT


def _log(file: Path, fault: Exception) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("dvk_desktop.cli")
    logger.propagate = False
    logger.addHandler(handler)
    try:
        logger.critical("fault in dvk", exc_info=fault)
    finally:
        logger.removeHandler(handler)
        handler.close()


def _speak_utf8() -> None:
    """Make both streams UTF-8, whatever the code page of the machine is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _language(arguments: Sequence[str]) -> Translate:
    """Return the language; it must be known before the arguments can be explained."""
    wanted = "vi"
    for name, following in pairwise([*arguments, ""]):
        if name == "--lang":
            wanted = following
        elif name.startswith("--lang="):
            wanted = name.partition("=")[2]
    if wanted != "en":
        return str
    return load_catalogue(paths.resource("i18n", "en"))
