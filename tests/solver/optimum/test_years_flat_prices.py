"""A plan with years has the prices, the conflicts and the least shift of the plan that one would write without them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from drawn.dated_plans import random_tree, read, shifting_flat, written_flat

from flessenhals.amounts import ceiling_of
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.program.linear_program import constraints_of
from flessenhals.solver.sensitivity.prices import price

if TYPE_CHECKING:
    from flessenhals.constraints.row import Row

ENOUGH = Fraction(10**6)
PRICED, SHIFTED = 12, 20


def told(row: Row) -> object:
    """What a row asks, whatever it is called."""
    terms = {str(line).replace("@", "-"): value for line, value in row.coefficients.items()}
    return frozenset(terms.items()), row.sense, row.right_hand_side


def priced_alike(seeds: range) -> int:
    """Compare the prices of every rule, ceiling and bound without room, and the conflict where nothing fits."""
    compared = 0
    for seed in seeds:
        tree = random_tree(seed)
        plan, flat = read(tree), written_flat(tree)
        path = ceiling_of(plan, "path")
        one, two = attempt(plan, path), attempt(flat, ENOUGH)
        rows = {told(row): row for row in constraints_of(flat, ENOUGH)}
        if isinstance(one, InfeasibleError):
            assert isinstance(two, InfeasibleError), seed
            conflict = [rows[told(row)] for row in one.conflict]
            assert shortage(conflict).optimum < 0
            assert {told(row) for row in one.conflict} == {told(row) for row in two.conflict}, seed
            continue
        assert isinstance(two, Allocation), seed
        for each in one.constraints:
            if each.binding and each.row.is_given:
                assert price(plan, path, each.row) == price(flat, ENOUGH, rows[told(each.row)]), (seed, each.row.label)
                compared += 1
    return compared


def shifted_alike(seeds: range) -> int:
    """Compare the split and all that is shifted with lines that are worth nothing in the place of shifts."""
    compared = 0
    for seed in seeds:
        tree = random_tree(seed, shift=True)
        plan = read(tree)
        one, two = attempt(plan, ceiling_of(plan, "path")), attempt(shifting_flat(tree), ENOUGH)
        assert isinstance(one, Allocation) == isinstance(two, Allocation), seed
        if not (isinstance(one, Allocation) and isinstance(two, Allocation)):
            continue
        given = {line: amount for line, amount in two.amounts.items() if not line.startswith(("later-", "earlier-"))}
        assert {line.replace("@", "-"): amount for line, amount in one.amounts.items()} == given, seed
        moved = sum((two.amounts[line] for line in two.amounts.keys() - given.keys()), start=Fraction(0))
        assert sum(map(abs, Series(one).shift.values())) == moved, seed
        compared += 1
    return compared


def test_prices_and_conflicts_are_those_of_the_plan_written_flat() -> None:
    assert priced_alike(range(PRICED)) > PRICED


@pytest.mark.long
def test_prices_and_conflicts_of_two_hundred_plans() -> None:
    assert priced_alike(range(200)) > 200


def test_the_least_shift_is_that_of_lines_worth_nothing() -> None:
    assert shifted_alike(range(2000, 2000 + SHIFTED)) > SHIFTED // 2


@pytest.mark.long
def test_the_least_shift_of_a_hundred_plans() -> None:
    assert shifted_alike(range(2000, 2130)) >= 100
