"""One run of dvk: its arguments, its output, and the office it works for (phiên lệnh)."""

import os
from argparse import Namespace
from functools import cached_property
from pathlib import Path

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.cli.output import Output
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.domain.words import Translate
from dvk_desktop.services.services import Services


class WrongUsageError(DvkError):
    """The arguments do not go together (dùng sai lệnh)."""

    code = "USAGE"


class NoOfficeError(DvkError):
    """The data folder has not been set up (chưa lập văn phòng)."""

    code = "NO_OFFICE"
    template = (
        "Thư mục “{folder}” chưa có văn phòng nào. Hãy lập bằng lệnh dvk init, hoặc chỉ đúng thư"
        " mục dữ liệu bằng --data."
    )


class NoCampaignError(DvkError):
    """No campaign has been opened (chưa có đợt thi đua)."""

    code = "NO_CAMPAIGN"
    template = "Chưa có đợt thi đua nào. Hãy mở bằng lệnh dvk campaign create --year NĂM."


class DataFolderError(DvkError):
    """The system refuses the data folder (không dùng được thư mục dữ liệu)."""

    code = "DATA_FOLDER"
    template = "Không dùng được thư mục dữ liệu “{folder}”: {reason}. Hãy chọn thư mục khác."


class Session:
    """What a command works with; the office is opened when it is first asked for."""

    def __init__(self, args: Namespace, folder: Path, output: Output, translate: Translate) -> None:
        self.args = args
        self.folder = folder
        self.output = output
        self.translate = translate
        self._opened: Services | None = None

    @cached_property
    def services(self) -> Services:
        """The services of the office.

        Raises:
            NoOfficeError: The data folder has none; nothing is made there.
        """
        try:
            known = database_path(self.folder).is_file()
        except OSError as error:
            raise DataFolderError(folder=self.folder, reason=os_reason(error)) from error
        if not known:
            raise NoOfficeError(folder=self.folder)
        services = self.open()
        if not services.office.is_founded():
            raise NoOfficeError(folder=self.folder)
        return services

    @property
    def progress(self) -> Progress:
        """What long work reports to."""
        return self.output.progress()

    def open(self) -> Services:
        """Open the data folder, which may not have an owner yet.

        Raises:
            DataFolderError: The system refuses the folder.
        """
        try:
            self._opened = open_office(self.folder, actor=person())
        except OSError as error:
            raise DataFolderError(folder=self.folder, reason=os_reason(error)) from error
        return self._opened

    def close(self) -> None:
        """Release the database."""
        if self._opened is not None:
            self._opened.close()

    def campaign(self) -> CampaignRow:
        """Return the campaign of ``--year``, or the newest.

        Raises:
            NotFoundError: The year has none.
            NoCampaignError: There is none at all.
        """
        year = getattr(self.args, "year", None)
        if year is not None:
            return self.services.campaigns.of_year(year)
        campaigns = self.services.campaigns.campaigns()
        if not campaigns:
            raise NoCampaignError
        return campaigns[0]


def person() -> str:
    """Return who works on this computer, for the journal."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or ""
