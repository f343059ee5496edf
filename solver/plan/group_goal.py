"""Stages of an objective that speak of some lines, or of groups of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flessenhals.constraints.rule import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.constraints.selector import Selector
    from flessenhals.solver.plan.line import Line

CoverageBy = Literal["programme", "partner", "department", "year"]
COVERAGE_BY: tuple[CoverageBy, ...] = (*GROUPINGS, "year")


@dataclass(frozen=True, slots=True)
class GroupGoal:
    """A stage about some of the lines: as much as possible for these, or as even as possible over groups.

    Attributes:
        of: the lines whose weighted total is made as large as it can be; None for a stage over groups.
        by: what makes the groups whose coverage, all that they get over all that they ask, is raised from the bottom
            up; None for a stage of value.
    """

    of: Selector | None = None
    by: CoverageBy | None = None

    def __str__(self) -> str:
        return "group value" if self.of is not None else f"{self.by} coverage"


def groups_by(lines: Iterable[Line], by: CoverageBy) -> dict[str, list[Line]]:
    """The lines of each group that asks something, in the plan's order; those that name none are a group too."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        value = line.year if by == "year" else getattr(line, by)
        found.setdefault("" if value is None else str(value), []).append(line)
    return {name: its for name, its in found.items() if any(line.proposed for line in its)}
