"""What lies where in the folder of the sample year (thư mục năm mẫu)."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from dvk_desktop import paths
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.system_words import os_reason

DISTRICT = "huyen-yen-mo"
COMMUNES = ("xa-yen-phong", "xa-yen-thinh")
_MARK = ".dvk-demo"
_FOLDERS = (DISTRICT, *COMMUNES, "cards", "packages", "papers", "backup")
_SAMPLE = ("samples", "yen-mo-2017")


class DemoFolderError(DvkError):
    """The folder holds something of somebody's own (thư mục đang có dữ liệu khác)."""

    code = "DEMO_FOLDER"
    template = (
        "Thư mục “{folder}” đang có dữ liệu khác nên không dựng năm mẫu ở đó."
        " Hãy chọn một thư mục trống."
    )


class DemoPlaceError(DvkError):
    """The system refuses the folder (không dùng được thư mục)."""

    code = "DEMO_PLACE"
    template = "Không dựng được năm mẫu ở “{folder}”: {reason}. Hãy chọn thư mục khác."


@dataclass(frozen=True, slots=True)
class DemoPlaces:
    """The places in the folder of one sample year; nothing else knows these names."""

    out: Path

    @property
    def district(self) -> Path:
        """Return the data folder of the district."""
        return self.out / DISTRICT

    @property
    def report(self) -> Path:
        """Return the report by sector and unit."""
        return self.out / "papers" / "bao-cao-linh-vuc-2017.xlsx"

    @property
    def recognised_list(self) -> Path:
        """Return the list of recognised models."""
        return self.out / "papers" / "danh-sach-cong-nhan-2017.docx"

    @property
    def certificates(self) -> Path:
        """Return the certificates."""
        return self.out / "papers" / "giay-chung-nhan-2017.pdf"

    @property
    def register(self) -> Path:
        """Return the list of all registrations."""
        return self.out / "papers" / "danh-sach-dang-ky-2017.xlsx"

    @property
    def backup(self) -> Path:
        """Return the backup of the district."""
        return self.out / "backup" / "huyen-yen-mo.dvkbackup"

    @property
    def summary(self) -> Path:
        """Return the summary for programs."""
        return self.out / "summary.json"

    def data(self, name: str) -> Path:
        """Return the data folder of an office."""
        return self.out / name

    def card(self, name: str) -> Path:
        """Return the card of an office."""
        return self.out / "cards" / f"{name}.dvkcard"

    def package(self, name: str) -> Path:
        """Return a package."""
        return self.out / "packages" / f"{name}.dvk"

    def prepare(self) -> None:
        """Make the folder ready; an earlier sample year in it is replaced.

        Raises:
            DemoFolderError: The folder holds something else; it is not touched.
            DemoPlaceError: The system refuses.
        """
        try:
            self._prepare()
        except OSError as error:
            raise DemoPlaceError(folder=self.out, reason=os_reason(error)) from error

    def _prepare(self) -> None:
        mark = self.out / _MARK
        if self.out.exists() and not mark.is_file() and not _is_empty(self.out):
            raise DemoFolderError(folder=self.out)
        self.out.mkdir(parents=True, exist_ok=True)
        mark.touch()
        # Only what a sample year makes is removed: a person may have put a file beside it.
        for name in _FOLDERS:
            if (self.out / name).exists():
                shutil.rmtree(self.out / name)
        self.summary.unlink(missing_ok=True)
        for name in ("cards", "packages", "papers", "backup"):
            (self.out / name).mkdir()


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def sample_files() -> tuple[Path, ...]:
    """Return the files that the units of the sample year sent, in their order."""
    return tuple(sorted(paths.resource(*_SAMPLE).glob("[0-9][0-9]-*")))


def sample_file(name: str) -> Path:
    """Return one file of the sample."""
    return paths.resource(*_SAMPLE, name)
