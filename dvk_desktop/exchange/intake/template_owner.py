"""Whose template came back, and of which year: told, never guessed (tệp mẫu của ai)."""

from dataclasses import dataclass

from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.recognise_unit import KnownUnit, KnownUnits
from dvk_desktop.exchange.intake.template_mark import TemplateMark


@dataclass(frozen=True, slots=True)
class Owner:
    """What the mark says, held against what is expected (chủ của tệp mẫu)."""

    unit: KnownUnit | None
    year: int | None
    problems: tuple[IntakeProblem, ...]
    is_foreign: bool


def owner_of(
    mark: TemplateMark, known: KnownUnits, unit: KnownUnit | None, default_year: int | None
) -> Owner:
    """Return the unit and year of a template.

    Args:
        mark: The inner mark.
        known: The units of this office.
        unit: The unit, when the person named it.
        default_year: The year of the campaign.
    """
    owner = next((candidate for candidate in known.units if candidate.id == mark.unit_id), None)
    problems = []
    is_foreign = False
    if owner is None:
        problems.append(_unknown_here(mark, is_error=unit is None))
    elif unit is not None and unit.id != owner.id:
        is_foreign = True
        problems.append(problem("TEMPLATE_OTHER_UNIT", owner=owner.name, unit=unit.name))
    if default_year is not None and mark.year != default_year:
        is_foreign = True
        problems.append(problem("TEMPLATE_OTHER_YEAR", year=mark.year, default=default_year))
    return Owner(owner or unit, mark.year, tuple(problems), is_foreign)


def _unknown_here(mark: TemplateMark, *, is_error: bool) -> IntakeProblem:
    return problem(
        "TEMPLATE_UNIT_UNKNOWN", is_error=is_error, owner=mark.unit_name, unit_code=mark.unit_code
    )
