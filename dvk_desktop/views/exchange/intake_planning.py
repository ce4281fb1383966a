"""Plans of several files in which a person named some units (kế hoạch nhập nhiều tệp)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.intake import IntakePlan

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


def make_plan(
    services: "Services",
    campaign_id: str,
    paths: Sequence[Path],
    units: Mapping[Path, str],
    progress: Progress,
) -> IntakePlan:
    """Plan all files in their order, each for the unit that was named for it, if any."""
    asked = [path for path in paths if path not in units]
    plan = services.intake.plan(asked, campaign_id, progress=progress)
    files = {file.path: file for file in plan.files}
    basis = plan.basis
    for path in paths:
        if path in units:
            one = services.intake.plan([path], campaign_id, unit_id=units[path], progress=progress)
            files[path] = one.files[0]
            # The oldest counts: should data have changed in between, the plan is refused.
            basis = min(basis, one.basis)
    return replace(plan, files=tuple(files[path] for path in paths), basis=basis)
