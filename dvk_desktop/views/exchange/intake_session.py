"""What a person has said of the files at hand, until they are imported (phiên nhập tệp)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.intake import (
    Corrections,
    FileAnswer,
    IntakePlan,
    LayoutKey,
    PlannedFile,
    RowKey,
)
from dvk_desktop.views.exchange.intake_memory import layouts_of

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_LOCK_OF_EXCEL = "~$"


@dataclass
class IntakeSession:
    """Files with answers, corrections and the rows that are left out (phiên nhập)."""

    paths: list[Path] = field(default_factory=list)
    answers: dict[Path, FileAnswer] = field(default_factory=dict)
    corrections: dict[LayoutKey, Corrections] = field(default_factory=dict)
    left_out: dict[Path, frozenset[RowKey]] = field(default_factory=dict)

    def begin(self, paths: Sequence[Path]) -> None:
        """Begin with other files; what was said of those before is dropped."""
        self.paths = list(dict.fromkeys(files_in(paths)))
        self.answers, self.corrections, self.left_out = {}, {}, {}

    def finish(self, paths: Iterable[Path]) -> None:
        """Put files aside that are done."""
        done = set(paths)
        self.paths = [path for path in self.paths if path not in done]

    def name_unit(self, file: PlannedFile, unit_id: str) -> None:
        """Say whose a file is; empty lets it speak for itself. Corrections go along."""
        answer = self.answers.get(file.path, FileAnswer())
        self.answers[file.path] = replace(answer, unit_id=unit_id or None)
        for layout in layouts_of(file):
            said = self.corrections.get(layout)
            if said is not None and unit_id:
                self.correct(LayoutKey(unit_id, layout.fingerprint), said)

    def name_campaign(self, file: PlannedFile, campaign_id: str) -> None:
        """Say which campaign a file is for; empty lets it speak for itself."""
        answer = self.answers.get(file.path, FileAnswer())
        self.answers[file.path] = replace(answer, campaign_id=campaign_id or None)

    def correct(self, layout: LayoutKey, corrections: Corrections) -> None:
        """Note what a person corrected of a layout."""
        before = self.corrections.get(layout, Corrections())
        self.corrections[layout] = before.joined(corrections)

    def forget(self, layout: LayoutKey) -> None:
        """Drop what was corrected of a layout in this session."""
        self.corrections.pop(layout, None)

    def leave_out(self, path: Path, rows: Collection[RowKey]) -> None:
        """Note the rows of a file that are left out this time."""
        self.left_out[path] = frozenset(rows)

    def plan(self, services: "Services", campaign_id: str, progress: Progress) -> IntakePlan:
        """Plan the files as they were answered and corrected."""
        return services.intake.plan(
            self.paths,
            campaign_id,
            answers=self.answers,
            corrections=self.corrections,
            progress=progress,
        )

    def copy(self) -> "IntakeSession":
        """Return what a worker may read while the person goes on."""
        return IntakeSession(
            list(self.paths), dict(self.answers), dict(self.corrections), dict(self.left_out)
        )

    def to_remember(self, plan: IntakePlan) -> dict[LayoutKey, Corrections]:
        """Return what was corrected of the files of a plan; a layout of nobody is not kept."""
        layouts = {layout for file in plan.files for layout in layouts_of(file)}
        return {
            layout: said
            for layout, said in self.corrections.items()
            if layout.unit_id and layout in layouts
        }


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files, and those of folders that were dropped; what Excel locks with is no file."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = (one for one in sorted(path.iterdir()) if one.is_file())
        yield from (one for one in inside if not one.name.startswith((".", _LOCK_OF_EXCEL)))
