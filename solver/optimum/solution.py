"""A split that was settled stage by stage, and the proof that no other is better."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.objective.level import HIGHEST, LOWEST
from flessenhals.solver.optimum.objective.objectives import faults_of, unreached

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.solver.optimum.objective.objectives import Stage


@dataclass(frozen=True)
class Solution:
    """The best split by some measure, proved.

    Attributes:
        amounts: line id → amount, exactly, in the plan's unit; in the plan's order.
        stages: what was made as large as it can be, in order, each with its proof.
    """

    amounts: Mapping[str, Fraction]
    stages: tuple[Stage, ...]

    @classmethod
    def of(cls, lines: Iterable[str], stages: Sequence[Stage]) -> Solution:
        """What the stages leave of choice, which is one amount for every line.

        Args:
            lines: the ids of the lines, in the plan's order.
            stages: proved, each over the best splits of those before it, until every line is settled.
        """
        point = settled_by(stages)
        return cls({line: point[line] for line in lines}, tuple(stages))

    @cached_property
    def total(self) -> Fraction:
        """Everything that it gives, in the plan's unit."""
        return sum(self.amounts.values(), start=Fraction(0))

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved; empty exactly for a proof."""
        point = settled_by(self.stages)
        other = [line for line, amount in self.amounts.items() if amount != point[line]]
        return [
            *faults_of(self.stages),
            *unreached(self.stages, point),
            *(f"{line} is not what was proved" for line in other),
        ]


def settled_by(stages: Iterable[Stage]) -> dict[str, Fraction]:
    """Every variable's amount in the last stage that it is a part of, in the plan's unit; the stages' levels apart.

    What later stages no longer speak of has that one amount in every split that they choose from.
    """
    found: dict[str, Fraction] = {}
    for stage in stages:
        found |= stage.certificate.point
    return {label: amount for label, amount in found.items() if not label.startswith((LOWEST, HIGHEST))}
