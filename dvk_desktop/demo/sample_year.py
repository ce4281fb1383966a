"""Build the whole sample year of one district and two communes (dựng năm mẫu).

Everything goes through the services, as a person would do it; only the clock is ours.
"""

import json
import shutil
from pathlib import Path

from dvk_desktop.bootstrap import database_path
from dvk_desktop.demo.checks import summarise
from dvk_desktop.demo.demo_year import DemoYear, Tell
from dvk_desktop.demo.places import DISTRICT, DemoPlaces
from dvk_desktop.demo.steps_closing import close_year
from dvk_desktop.demo.steps_judging import judge_all
from dvk_desktop.demo.steps_opening import open_year
from dvk_desktop.demo.steps_registering import register_all
from dvk_desktop.demo.summary import DemoStep, DemoSummary
from dvk_desktop.domain.progress import SILENT, Progress


def _say_nothing(step: DemoStep) -> None:
    del step


def build(out: Path, progress: Progress = SILENT, tell: Tell = _say_nothing) -> DemoSummary:
    """Run the year in fresh data folders below ``out`` and leave every file there.

    Args:
        out: An empty or new folder, or one that holds an earlier sample year.
        progress: Hears of each step and may cancel.
        tell: Hears of each step that was done, with its counts and time.

    Raises:
        DemoFolderError: The folder holds something else; it is not touched.
        Cancelled: The person pressed "Dừng"; what was built is left half.
    """
    places = DemoPlaces(out.absolute())
    places.prepare()
    year = DemoYear(places, progress, tell)
    try:
        for office in year.offices:
            year.keep(f"data_{office.folder}", places.data(office.folder))
        open_year(year)
        register_all(year)
        judge_all(year)
        close_year(year)
        year.keep("summary", places.summary)
        summary = summarise(year)
    finally:
        year.close()
    text = json.dumps(summary.members(), ensure_ascii=False, indent=2, default=str)
    places.summary.write_text(text + "\n", encoding="utf-8")
    return summary


def open_or_build(folder: Path, progress: Progress = SILENT) -> Path:
    """Return the data folder of the sample district, built on the first visit.

    It is built beside its place, so that a half one is never opened.
    """
    district = folder / DISTRICT
    if not database_path(district).is_file():
        work = folder.with_name(f"{folder.name}.partial")
        shutil.rmtree(work, ignore_errors=True)
        build(work, progress)
        shutil.rmtree(folder, ignore_errors=True)
        work.rename(folder)
    return district
