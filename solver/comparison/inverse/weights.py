"""The weights nearest to a plan's own under which a proposal is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.comparison.inverse.relative_interior import cone_at, inside, raised
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.cone import Cone
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)
SPREAD, SCALE = "spread of weights", "scale of weights"
SHADE = Fraction(1, 1000)
NO_SHIFT: Mapping[str, Fraction] = MappingProxyType({})


@dataclass(frozen=True)
class InverseWeights:
    """Which weights make a split that keeps every constraint the best one by weighted total, or why none do.

    Only the proportions of weights matter, so the size of a change is a proportion too: `times` is how many times as
    much one line has to count as another, compared with the plan.

        times = min over w' of  max_l (w'_l / w_l) / min_l (w'_l / w_l)

    so that 1 says that the plan's own weights will do. Among all weights with that proportion these have the smallest
    total change, on the scale at which that is smallest: Σ (w'_l / w_l - 1) over the lines that count more, and
    `times` · Σ (1 - w'_l / w_l) over those that count less, so that `times` as much and as little are changes of one
    size (a thousandth apart, so that of two such it is the one up). A line with weight 0 in the plan is measured
    against the smallest weight that is not 0, and may stay at 0. Weights of 0 for lines that count would make any split
    right; they are given only to lines that count for nothing under all weights that make this one right.

    Attributes:
        proofs: what was asked, each with its proof.
        worthless: the lines that would have to count for nothing, because all of them can get more at nobody's expense.
        better: a split that gives each of those more and no line less, in the plan's unit; None where there are none.
        weights: line id → weight, a pure number; None where no weights will do that leave any line of value.
        times: the proportion, ≥ 1; None where there are none.
        is_answer: whether the plan under these weights, through all of its stages, answers with exactly this split;
            else it is one of several that are worth the same, and a later stage chooses another, or none does: without
            coverage among its stages a plan has no answer of its own.
        decisive: weights next to these, or these, under which all stages answer with exactly this split; None where no
            weights of 0 or more do.
    """

    proofs: tuple[tuple[LinearProgram, Certificate], ...]
    worthless: tuple[str, ...]
    better: Mapping[str, Fraction] | None
    weights: Mapping[str, Fraction] | None = None
    times: Fraction | None = None
    is_answer: bool = False
    decisive: Mapping[str, Fraction] | None = None

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved; empty exactly for a proof."""
        return [fault for program, certificate in self.proofs for fault in faults(program, certificate)]

    def record(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {
            "possible": self.weights is not None,
            "times": self.times,
            "lines": self.weights,
            "worthless": list(self.worthless),
            "better": self.better,
            "is_answer": self.is_answer,
            "decisive": self.decisive,
        }


def weighing(plan: Plan, weights: Mapping[str, Fraction]) -> Plan:
    """The plan with other weights.

    Args:
        plan: as it stands.
        weights: line id → weight, a pure number.
    """
    return replace(plan, lines=tuple(replace(line, weight=weights[line.id]) for line in plan.lines))


def inverse_weights(
    plan: Plan,
    ceiling: Ceiling,
    amounts: Mapping[str, Fraction],
    engine: Engine = highs,
    shifts: Mapping[str, Fraction] = NO_SHIFT,
) -> InverseWeights:
    """Find the weights nearest to the plan's own under which a split is the best one, proved.

    Two linear programs over the cone of all such weights: the least proportion first, then the least total change
    (inverse linear optimisation after Ahuja and Orlin, Operations Research 49, 2001, with proportions for differences).
    All weights that make the split the answer of all stages are told by one set from inside the cone: the best splits
    under it are best under all of the cone, and what a later stage chooses out of many it chooses out of few.

    Args:
        plan: with value as the first stage of its objective.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: line id → what it is given, in the plan's unit; a split that keeps every constraint.
        engine: who is asked first.
        shifts: what is shifted between years so that it keeps the ceilings, where something may be.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    whole = {**amounts, **shifts}
    found = cone_at(plan, ceiling, whole)
    within = inside(found, plan.lines, engine)
    proofs = [(within.program, within.certificate)]
    better = None
    if within.worthless:
        proofs.append(raised(plan, ceiling, whole, within.raise_by, engine))
        better = {line: proofs[-1][1].point[line] for line in amounts}
    counting = tuple(line for line in plan.lines if line.id not in within.worthless)
    counted = {line.id for line in plan.lines if line.weight and line.id in found.terms}
    if counted and counted <= set(within.worthless):
        return InverseWeights(tuple(proofs), within.worthless, better)
    spread = _least_spread(found, counting)
    proofs.append((spread, prove_solvable(spread, engine)))
    times = ONE - proofs[-1][1].optimum
    nearest = _least_change(found, counting, times)
    proofs.append((nearest, prove_solvable(nearest, engine)))
    changed = proofs[-1][1].point
    weights = {line.id: ZERO for line in plan.lines}
    for line in counting:
        weights[line.id] = line.weight + changed[_more(line)] - changed.get(_less(line), ZERO)
    is_answer = answers(weighing(plan, weights), ceiling, amounts, engine)
    shaded = weights if is_answer else _shaded(weights, within.weights)
    decides = is_answer or answers(weighing(plan, shaded), ceiling, amounts, engine)
    return InverseWeights(
        proofs=tuple(proofs),
        worthless=within.worthless,
        better=better,
        weights=weights,
        times=times,
        is_answer=is_answer,
        decisive=shaded if decides else None,
    )


def answers(plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction], engine: Engine) -> bool:
    """Whether a plan, through all of its stages, answers with this split and no other."""
    return is_decided(plan) and allocate(plan, ceiling, engine).amounts == amounts


def _least_spread(found: Cone, counting: tuple[Line, ...]) -> LinearProgram:
    """How much more than another a line must count at least: w ≤ w' ≤ (1 + spread) · w."""
    measured = _measured(counting)
    weights = {line.id: {_more(line): ONE} for line in counting}
    return LinearProgram(
        name="spread",
        variables={**found.variables(), **{_more(line): Interval() for line in counting}, SPREAD: Interval()},
        rows=(
            *found.conditions(weights, {line.id: line.weight for line in counting}),
            *(
                Row(own(f"{line.id} spread"), "spread", {_more(line): ONE, SPREAD: -measured[line.id]}, "<=", ZERO)
                for line in counting
            ),
        ),
        objective={SPREAD: -ONE},
    )


def _least_change(found: Cone, counting: tuple[Line, ...], times: Fraction) -> LinearProgram:
    """The least total change among the weights of one spread: scale · w ≤ w' ≤ times · scale · w."""
    measured = _measured(counting)
    variables = {**found.variables(), SCALE: Interval(1 / times, ONE)}
    weights, rows = {}, []
    objective: dict[str, Fraction] = {}
    for line in counting:
        change = {_more(line): ONE}
        variables[_more(line)] = Interval()
        if line.weight:
            change[_less(line)] = -ONE
            variables[_less(line)] = Interval(upper=line.weight)
            rows.append(Row(own(f"{line.id} lowest"), "spread", {**change, SCALE: -line.weight}, ">=", -line.weight))
        most = (times if line.weight else times - 1) * measured[line.id]
        highest = {label: value for label, value in {**change, SCALE: -most}.items() if value}
        rows.append(Row(own(f"{line.id} highest"), "spread", highest, "<=", -line.weight))
        weights[line.id] = change
        size = 1 / measured[line.id]
        objective |= (
            {_more(line): -size, _less(line): -size * times * (1 + SHADE)} if line.weight else {_more(line): -size}
        )
    return LinearProgram(
        name="change of weights",
        variables=variables,
        rows=(*found.conditions(weights, {line.id: line.weight for line in counting}), *rows),
        objective=objective,
    )


def _measured(counting: tuple[Line, ...]) -> dict[str, Fraction]:
    """What a change of a line's weight is measured against: the weight, or the smallest of the plan where it is 0."""
    smallest = min(line.weight for line in counting if line.weight)
    return {line.id: line.weight or smallest for line in counting}


def _shaded(weights: Mapping[str, Fraction], within: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The weights with a shade of those from inside the cone, at the same size."""
    size = max(weights.values()) / max(within.values())
    return {line: weight + SHADE * (size * within[line] - weight) for line, weight in weights.items()}


def _more(line: Line) -> str:
    return f"{line.id} more"


def _less(line: Line) -> str:
    return f"{line.id} less"
