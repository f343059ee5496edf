"""The nearest split of a proposal that gives lines more than their maximum, by a model of its own."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from drawn.plans import random_ceiling, random_plan
from opinions.exact_dictionary import solved

from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.plan.proposal import Proposal

if TYPE_CHECKING:
    from flessenhals.solver.plan.plan import Plan

ZERO, ONE = Fraction(0), Fraction(1)
LARGEST = "largest move"


def limits_of(plan: Plan, ceiling: Fraction) -> list[tuple[dict[str, Fraction], Fraction]]:
    """Σ factor · amount ≤ limit, for the ceiling and every rule."""
    found = [({line.id: ONE - line.cofunded for line in plan.lines}, ceiling)]
    for row in plan.rule_rows:
        signs = {"<=": (1,), ">=": (-1,), "==": (1, -1)}[row.sense]
        terms = row.coefficients.items()
        found += [({line: sign * each for line, each in terms}, sign * row.right_hand_side) for sign in signs]
    return found


def least_moves(plan: Plan, ceiling: Fraction, proposal: dict[str, Fraction]) -> tuple[Fraction, Fraction] | None:
    """The least Σ |x - proposal|, and with that the smallest largest |x - p| / p over the lines with p > 0."""
    limits = limits_of(plan, ceiling)
    bounds: dict[str, tuple[Fraction, Fraction | None]] = {line.id: (line.minimum, line.upper) for line in plan.lines}
    apart = {line.id: f"{line.id} apart" for line in plan.lines}
    for line, name in apart.items():
        bounds[name] = ZERO, None
        limits += [({line: ONE, name: -ONE}, proposal[line]), ({line: -ONE, name: -ONE}, -proposal[line])]
    found = solved(dict.fromkeys(apart.values(), -ONE), limits, bounds)
    if found is None:
        return None
    limits = [*limits, (dict.fromkeys(apart.values(), ONE), -found.value)]
    bounds[LARGEST] = ZERO, None
    limits += [({name: ONE, LARGEST: -proposal[line]}, ZERO) for line, name in apart.items() if proposal[line]]
    spread = solved({LARGEST: -ONE}, limits, bounds)
    assert spread is not None
    return -found.value, -spread.value


@pytest.mark.parametrize("seed", range(60))
def test_nothing_lies_nearer_than_the_nearest_split_of_a_proposal_above_maximums(seed: int) -> None:
    random = Random(seed)
    plan = random_plan(random, most_lines=6)
    lines = tuple(
        replace(line, maximum=max(line.minimum, line.proposed * random.choice([Fraction(1, 2), Fraction(4, 5), ONE])))
        for line in plan.lines
    )
    plan, ceiling = replace(plan, lines=lines), random_ceiling(random, plan)
    amounts = {line.id: line.upper * random.choice([ONE, Fraction(3, 2), Fraction(5)]) + 1 for line in plan.lines}
    found = compare(plan, Proposal(name="ours", amounts=amounts), ceiling)
    best = least_moves(plan, ceiling, amounts)

    assert (found.nearest is None) == (best is None)
    if found.nearest is None or best is None:
        return
    split = found.nearest.amounts
    moves = {line: abs(split[line] - amounts[line]) for line in amounts}
    assert sum(moves.values()) == best[0]
    assert max(moves[line] / amounts[line] for line in amounts if amounts[line]) == best[1]
    assert all(line.minimum <= split[line.id] <= line.upper for line in plan.lines)
    over = {line.id: amounts[line.id] - line.upper for line in plan.lines}
    assert all(found.stranded.get(line, ZERO) >= each for line, each in over.items())
