"""Ladders are what fresh solves say, of plans of any kind: years, build-ups, whole amounts, groups, tied weights."""

from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction
from itertools import count, islice
from pathlib import Path as File
from random import Random
from typing import TYPE_CHECKING

import pytest
from drawn.dated_plans import random_tree, read
from drawn.plans import random_plan
from drawn.whole_plans import whole_plan

sys.path.insert(0, str(File(__file__).parents[3] / "bench"))

from country import write

from flessenhals.constraints import Level
from flessenhals.constraints.selector import EVERYTHING
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.program.errors import TooLargeError
from flessenhals.solver.sensitivity.ladder.ladder import Ladder, ladder
from flessenhals.solver.sensitivity.whole.ladder import WholeLadder, whole_ladder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flessenhals.constraints.ceiling import Path
    from flessenhals.solver.plan.plan import Plan

    Drawn = tuple[Plan, Path | None]

F = Fraction
PARTS = 9973  # a prime: hardly ever a ceiling at which something else happens too


def with_years(seed: int) -> Drawn:
    """Three years with build-ups, lags, cofunding and levels over several years, at a share of its path."""
    return along_its_path(read(random_tree(seed)))


def with_shifts(seed: int) -> Drawn:
    """The same where money may be used in another year."""
    return along_its_path(read(random_tree(seed, shift=True)))


def along_its_path(plan: Plan) -> Drawn:
    assert plan.years is not None
    return plan, plan.years.path(plan.years.ceilings["path"], "path")


def in_whole_amounts(seed: int) -> Drawn:
    """A few lines that cannot be split, under a chain rule and levels."""
    drawn = whole_plan(Random(seed))
    decided = drawn.objective if "coverage" in drawn.objective else ("value", "coverage")
    return replace(drawn, objective=decided), None


def with_groups(seed: int) -> Drawn:
    """A level for every partner, and groups raised from the bottom up before the lines are."""
    random = Random(seed)
    drawn = random_plan(random, most_lines=7)
    by = random.choice(["partner", "programme"])
    cap = Level(id="cap", of=EVERYTHING, at_most=F(random.choice([15, 30, 45])), per=by)
    objective = random.choice([("value", GroupGoal(by=by), "coverage"), (GroupGoal(by=by), "coverage")])
    try:
        return replace(drawn, constraints=(*drawn.constraints, cap), objective=objective), None
    except InvalidPlanError:
        return with_groups(seed + 1_000)


def tied(seed: int) -> Drawn:
    """Lines of random weights, many of them 0, under caps on what they get together: one block."""
    random = Random(seed)
    drawn = random_plan(random)
    weighed = tuple(replace(line, weight=random.choice([F(0), F(1, 3), F(1), F(2)])) for line in drawn.lines)
    third = F(random.randint(1, 3), 3) * sum((line.proposed for line in weighed), start=F(0))
    cap = Level(id="everything", of=EVERYTHING, at_most=third)
    try:
        return replace(drawn, lines=weighed, constraints=(*drawn.constraints, cap)), None
    except InvalidPlanError:
        return tied(seed + 1_000)


KINDS = (with_years, with_shifts, in_whole_amounts, with_groups, tied)


def ladders(kind: Callable[[int], Drawn], first: int) -> Iterator[Ladder | WholeLadder]:
    """Ladders of plans of a kind; those that fit at no ceiling or have too many whole amounts are passed over."""
    for seed in count(first):
        plan, path = kind(seed)
        try:
            yield whole_ladder(plan, path=path) if plan.whole else ladder(plan, path=path)
        except (InfeasibleError, TooLargeError):
            continue


def agrees_with_fresh_solves(found: Ladder | WholeLadder, ceilings: int) -> None:
    random = Random(ceilings)
    least = found.lowest_feasible_ceiling
    width = found.steps[-1].ceiling * F(6, 5) + 1 - least
    for place in [least, *(least + F(random.randint(0, PARTS), PARTS) * width for _ in range(ceilings))]:
        ceiling = place if found.path is None else found.path.scaled(place)
        fresh = allocate(found.plan, ceiling).amounts
        here = found.at(place)
        assert {line: here[line] for line in fresh} == fresh


@pytest.mark.parametrize("kind", KINDS)
def test_it_equals_fresh_solves_at_random_ceilings(kind: Callable[[int], Drawn]) -> None:
    for found in islice(ladders(kind, 0), 3):
        agrees_with_fresh_solves(found, 4)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_on_50_plans_it_equals_fresh_solves_at_100_random_ceilings(kind: Callable[[int], Drawn]) -> None:
    for found in islice(ladders(kind, 100), 50):
        agrees_with_fresh_solves(found, 100)


@pytest.mark.long
def test_a_country_that_hangs_together_equals_fresh_solves(tmp_path: File) -> None:
    agrees_with_fresh_solves(ladder(load(write(tmp_path, 12, weights=True, tied=True))), 20)
