"""Under which weights a split is a best one: the conditions of linear programming, with the weights as the unknowns."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.program.linear_program import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ZERO, ONE = Fraction(0), Fraction(1)
SIGNS = {"<=": (ONE,), ">=": (-ONE,), "==": (ONE, -ONE)}


class Cone(NamedTuple):
    """All weights under which a split maximises the weighted total.

        w_l = Σ_r dual_r · a_rl      for every line l that has any room between its minimum and maximum

    with a dual only on rules, bounds and the ceiling without slack, of the sign that their sense asks: the
    Karush-Kuhn-Tucker conditions, which for a linear program are both necessary and sufficient. Every multiple of such
    weights, and every sum of two, is one of them too.

    Attributes:
        multipliers: the labels of the duals, each counted so that it is ≥ 0.
        terms: line id → multiplier → its coefficient in `weight = Σ coefficient · multiplier`; a line whose minimum is
            its maximum has no entry, because any weight will do for it. What is shifted between years has entries too,
            and no weight: there the sum is 0.
    """

    multipliers: tuple[str, ...]
    terms: Mapping[str, Mapping[str, Fraction]]

    def conditions(self, weights: Mapping[str, Mapping[str, Fraction]], fixed: Mapping[str, Fraction]) -> list[Row]:
        """The conditions as rows over the multipliers and whatever the weights are written in.

        Args:
            weights: line id → variable → coefficient; the part of its weight that may be chosen.
            fixed: line id → the part that may not.
        """
        rows = []
        for line, terms in self.terms.items():
            left = {**weights.get(line, {}), **{label: -coefficient for label, coefficient in terms.items()}}
            rows.append(Row(own(f"{line} optimality"), "optimality", left, "==", -fixed.get(line, ZERO)))
        return rows

    def variables(self) -> dict[str, Interval]:
        """The multipliers as variables of a program."""
        return dict.fromkeys(self.multipliers, Interval())


def cone(free: Iterable[str], full: Iterable[Row]) -> Cone:
    """The weights under which a split maximises the weighted total.

    Args:
        free: the variables that have any room between their bounds.
        full: the constraints, bounds among them, of which the split leaves no room.
    """
    terms: dict[str, dict[str, Fraction]] = {label: {} for label in free}
    multipliers = []
    for place, row in enumerate(full):
        held = {line: factor for line, factor in row.coefficients.items() if line in terms}
        for sign in SIGNS[row.sense] if held else ():
            multipliers.append(f"{place} {sign} multiplier")
            for line, factor in held.items():
                terms[line][multipliers[-1]] = sign * factor
    return Cone(tuple(multipliers), terms)
