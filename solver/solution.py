"""A split that was settled stage by stage, and the proof that no other is better."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from solver.objectives import HIGHEST, LOWEST, faults_of, unreached

if TYPE_CHECKING:
    from collections.abc import Mapping

    from solver.objectives import Stage


@dataclass(frozen=True)
class Solution:
    """The best split by some measure, proved.

    Attributes:
        amounts: line id → amount, exactly, in the plan's unit; in the plan's order.
        stages: what was made as large as it can be, in order, each with its proof.
    """

    amounts: Mapping[str, Fraction]
    stages: tuple[Stage, ...]

    @cached_property
    def total(self) -> Fraction:
        """Everything that it gives, in the plan's unit."""
        return sum(self.amounts.values(), start=Fraction(0))

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved; empty exactly for a proof."""
        point = self.stages[-1].certificate.point
        settled = {label: amount for label, amount in point.items() if label not in {LOWEST, HIGHEST}}
        other = [line for line, amount in self.amounts.items() if amount != point[line]]
        return [
            *faults_of(self.stages),
            *unreached(self.stages, settled),
            *(f"{line} is not what was proved" for line in other),
        ]
