"""Command line arguments in the language of the person (đọc tham số).

``argparse`` words its complaints in English and offers only gettext to change that; the few it
makes are recognised here by their form and said again.
"""

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from dvk_desktop.cli.answer import Answer, ExitCode
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.words import Translate, Wording

Run = Callable[[Session], Answer]

_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "còn thiếu: {names}"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "tham số không có: {names}"),
    (re.compile(r"one of the arguments (?P<names>.+) is required"), "cần một trong: {names}"),
    (
        re.compile(r"invalid choice: (?P<value>.+) \(choose from (?P<known>.+)\)"),
        "không có lựa chọn {value}; hãy chọn trong {known}",
    ),
    (re.compile(r"invalid \w+ value: (?P<value>.+)"), "không nhận được giá trị {value}"),
    (re.compile(r"expected one argument"), "cần một giá trị"),
    (re.compile(r"expected at least one argument"), "cần ít nhất một giá trị"),
    (re.compile(r"ignored explicit argument (?P<value>.+)"), "không nhận giá trị {value}"),
)
_ABOUT = re.compile(r"argument (?P<name>[^:]+): (?P<complaint>.+)", re.DOTALL)


class DvkParser(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese or English."""

    def __init__(self, *, translate: Translate, **settings: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Help, translate=translate),
            **settings,
        )
        self._words = translate
        self._named = self.add_argument_group(translate("Tham số"))
        self._options = self.add_argument_group(translate("Tùy chọn"))
        self._common = self.add_argument_group(translate("Tùy chọn chung"))
        self._add_common()

    def argument(self, name: str, help_text: str, **settings: Any) -> None:
        """Add a positional argument."""
        self._named.add_argument(name, help=self._words(help_text), **settings)

    def option(self, *names: str, help_text: str, **settings: Any) -> None:
        """Add an option."""
        self._options.add_argument(*names, help=self._words(help_text), **settings)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with the code of wrong usage."""
        self.print_usage(sys.stderr)
        self.exit(ExitCode.USAGE, f"{self.prog}: {self._said(message)}\n")

    def _add_common(self) -> None:
        # Absent unless given, so that before and after the command mean the same.
        add = partial(self._common.add_argument, default=argparse.SUPPRESS)
        add(
            "--data",
            metavar="DIR",
            type=Path,
            help=self._words("thư mục dữ liệu của văn phòng"),
        )
        add("--lang", choices=("vi", "en"), help=self._words("ngôn ngữ: vi (tiếng Việt) hoặc en"))
        add("--json", action="store_true", help=self._words("in ra một tài liệu JSON"))
        add("-h", "--help", action="help", help=self._words("xem hướng dẫn này rồi thoát"))

    def _said(self, message: str) -> str:
        about = _ABOUT.fullmatch(message)
        if about is not None:
            return f"{about['name']}: {self._said(about['complaint'])}"
        for pattern, template in _COMPLAINTS:
            found = pattern.fullmatch(message)
            if found is not None:
                return Wording(template, found.groupdict()).render(self._words)
        return self._words(message)


class _Help(argparse.HelpFormatter):
    def __init__(self, prog: str, *, translate: Translate) -> None:
        super().__init__(prog, max_help_position=32)
        self._words = translate

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(
            usage, actions, groups, self._words("Cách dùng: ") if prefix is None else prefix
        )


class Commands:
    """Commands under one word, such as ``dvk units`` (nhóm lệnh)."""

    def __init__(self, parser: DvkParser, translate: Translate, level: int = 1) -> None:
        self._translate = translate
        self._level = level
        self._choices = parser.add_subparsers(
            title=translate("Lệnh"),
            metavar=translate("LỆNH"),
            dest=f"command_{level}",
            required=True,
            parser_class=DvkParser,
        )

    def command(self, name: str, run: Run, help_text: str) -> DvkParser:
        """Add a command that runs ``run``."""
        parser = self._add(name, help_text)
        parser.set_defaults(run=run)
        return parser

    def group(self, name: str, help_text: str) -> "Commands":
        """Add a word with commands under it."""
        return Commands(self._add(name, help_text), self._translate, self._level + 1)

    def _add(self, name: str, help_text: str) -> DvkParser:
        text = self._translate(help_text)
        parser: DvkParser = self._choices.add_parser(
            name, help=text, description=text, translate=self._translate
        )
        return parser


def a_day(text: str) -> date:
    """Read a day as programs (2017-10-12) or people (12/10/2017) write it."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError("hãy ghi ngày dạng 2017-10-12 hoặc 12/10/2017")


def a_year(text: str) -> int:
    """Read a year."""
    if not re.fullmatch(r"(19|20|21)\d\d", text):
        raise argparse.ArgumentTypeError("hãy ghi năm bằng bốn chữ số")
    return int(text)


def a_count(text: str) -> int:
    """Read a whole number from 0 on."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise argparse.ArgumentTypeError("hãy ghi một số nguyên từ 0 trở lên")
    return int(text)


def a_number(text: str) -> int:
    """Read a whole number from 1 on."""
    if a_count(text) == 0:
        raise argparse.ArgumentTypeError("hãy ghi một số nguyên từ 1 trở lên")
    return int(text)


def a_text(text: str) -> str:
    """Read a text that says something."""
    if not text.strip():
        raise argparse.ArgumentTypeError("không được để trống")
    return text
