"""What must be true for a proposal to be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flessenhals.solver.comparison.inverse.ratios import InverseRatios, inverse_ratios
from flessenhals.solver.comparison.inverse.weights import NO_SHIFT, InverseWeights, inverse_weights
from flessenhals.solver.optimum.objective.goals import objectives_of
from flessenhals.solver.plan.violations import violations
from flessenhals.solver.program.highs import highs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine


@dataclass(frozen=True)
class Inverse:
    """The smallest change of weights, and apart from that of ratios, under which a split is the best one.

    The best one is here what the first stage of the objective says: no split is worth more, Σ weight · amount. Each
    part says as well whether the later stages then choose it out of those that are worth as much.

    Attributes:
        plan: the lines, rules and weights that it is held against.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: line id → what the proposal gives it, in the plan's unit.
        broken: the constraints that it breaks: no weights mend that, and these rows are the proof.
        weights: the change of weights; None where something is broken.
        ratios: the change of ratios.

    Where value is not the first stage, weights and value decide nothing before coverage has, and both are None. With
    years the ratios are None: a ratio then holds in many years at once, each of which fills another.
    """

    plan: Plan
    ceiling: Ceiling
    amounts: Mapping[str, Fraction]
    broken: tuple[Row, ...]
    weights: InverseWeights | None
    ratios: InverseRatios | None

    @property
    def by_value(self) -> bool:
        """Whether value is what the plan asks first."""
        return objectives_of(self.plan)[0].is_worth

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved; empty exactly for a proof."""
        return [fault for part in (self.weights, self.ratios) if part is not None for fault in part.faults()]

    def record(self) -> dict[str, Any]:
        """The answer, amounts in the plan's unit."""
        return {
            "broken": [row.label for row in self.broken],
            "weights": None if self.weights is None else self.weights.record(),
            "ratios": None if self.ratios is None else self.ratios.record(),
            **({"ratios_why": "years"} if self.plan.years is not None else {}),
        }


def inverse(
    plan: Plan,
    ceiling: Ceiling,
    amounts: Mapping[str, Fraction],
    engine: Engine = highs,
    shifts: Mapping[str, Fraction] = NO_SHIFT,
) -> Inverse:
    """Find what must be true for a split to be right: which weights, and which ratios, nearest to the plan's own.

    Args:
        plan: the lines, rules and objective.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: line id → what the proposal gives it, in the plan's unit; every line of the plan.
        engine: who is asked first.
        shifts: with years, what is shifted between them for the split to keep the ceilings.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    broken = tuple(each.row for each in violations(plan, ceiling, {**amounts, **shifts}))
    by_value = objectives_of(plan)[0].is_worth
    return Inverse(
        plan=plan,
        ceiling=ceiling,
        amounts=amounts,
        broken=broken,
        weights=inverse_weights(plan, ceiling, amounts, engine, shifts) if by_value and not broken else None,
        ratios=inverse_ratios(plan, ceiling, amounts, engine) if by_value and plan.years is None else None,
    )
