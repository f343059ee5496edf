"""What holds for every proposal: in exact arithmetic, and against programs put together here and solved by CBC."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pulp
import pytest
from drawn.plans import random_ceiling, random_plan
from opinions.cbc import CBC, solved_by

from flessenhals.constraints.constraint import CEILING, own
from flessenhals.constraints.row import Row
from flessenhals.solver.comparison.comparison import Comparison, compare
from flessenhals.solver.comparison.usable import chain_rows
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.program.exact.exact_simplex import exact
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flessenhals.solver.plan.plan import Plan

pytestmark = pytest.mark.filterwarnings("ignore:PULP_CBC_CMD is deprecated")

ZERO, ONE = Fraction(0), Fraction(1)
SEEDS = range(200)
PARTS = tuple(Fraction(text) for text in ("0", "0", "1/2", "3/4", "1", "1", "1", "5/4", "2"))


def random_case(seed: int) -> tuple[Plan, Proposal, Fraction]:
    random = Random(seed)
    plan = random_plan(random)
    ceiling = random_ceiling(random, plan)
    amounts = {line.id: line.proposed * random.choice(PARTS) for line in plan.lines}
    if random.random() < 0.2:
        amounts = dict.fromkeys(amounts, Fraction(random.randint(0, 9)))
    return plan, Proposal(name="random", amounts=amounts), ceiling


@pytest.fixture(scope="module", params=SEEDS)
def found(request: pytest.FixtureRequest) -> Comparison:
    return compare(*random_case(request.param))


def limited(found: Comparison) -> dict[str, Fraction]:
    return {line: min(each, found.plan.line_by_id[line].upper) for line, each in found.proposal.amounts.items()}


def total(amounts: Mapping[str, Fraction]) -> Fraction:
    return sum(amounts.values(), start=ZERO)


def cbc(plan: Plan, rows: Iterable[Row], *, bounded: bool) -> tuple[pulp.LpProblem, dict[str, pulp.LpVariable]]:
    """The plan's lines and these rows as a program in floating point, put together without the solver room's own."""
    problem = pulp.LpProblem("check", pulp.LpMinimize)
    given = {}
    for place, line in enumerate(plan.lines):
        bounds = (float(line.minimum), float(line.upper)) if bounded else (0, None)
        given[line.id] = problem.add_variable(f"x{place}", *bounds)
    for row in rows:
        left = pulp.lpSum(float(value) * given[line] for line, value in row.coefficients.items())
        side = float(row.right_hand_side)
        problem += left >= side if row.sense == ">=" else left <= side
    return problem, given


def solved(problem: pulp.LpProblem) -> float:
    assert solved_by(CBC(msg=False), problem)
    return float(pulp.value(problem.objective) or 0.0)


def test_the_usable_part_is_within_the_proposal_keeps_every_chain_rule_and_nothing_larger_does(
    found: Comparison,
) -> None:
    proposed, used = found.proposal.amounts, found.usable.amounts

    assert all(0 <= used[line] <= amount for line, amount in proposed.items())
    assert all(row.holds(used) for row in chain_rows(found.plan))
    assert found.usable.faults() == []
    problem, given = cbc(found.plan, chain_rows(found.plan), bounded=False)
    for line, amount in proposed.items():
        problem += given[line] <= float(min(amount, found.plan.line_by_id[line].upper))
    problem.setObjective(-pulp.lpSum(given.values()))
    assert -solved(problem) == pytest.approx(float(found.usable.total), abs=1e-6)


def test_no_best_use_covers_a_line_better_without_covering_one_worse_that_is_no_better_off(found: Comparison) -> None:
    proposed, used = found.proposal.amounts, found.usable.amounts
    space = LinearProgram(
        "best uses", {line: Interval(ZERO, amount) for line, amount in limited(found).items()}, (), {}
    )
    best = Row(own("total"), "stage", dict.fromkeys(proposed, ONE), ">=", found.usable.total)
    for line in found.stranded:
        covered = used[line] / proposed[line]
        kept = [
            Row(own(other), "stage", {other: ONE}, ">=", min(used[other], covered * amount))
            for other, amount in proposed.items()
            if other != line
        ]
        if used[line] == found.plan.line_by_id[line].upper:
            continue
        more = space.keeping([best, *chain_rows(found.plan), *kept]).asking("more", {line: ONE})
        assert prove_solvable(more).optimum == used[line]


def test_the_stranded_euros_are_those_that_break_a_chain_rule(found: Comparison) -> None:
    within = limited(found)

    assert bool(found.traces) == any(not row.holds(within) for row in chain_rows(found.plan))
    traced = {line: amount for trace in found.traces for line, amount in trace.stranded.items()}
    assert traced == {line: each - found.usable.amounts[line] for line, each in within.items() if line in traced}
    assert total(found.stranded) == total(traced) + total(found.above_maximum)


def test_what_lies_above_a_lines_maximum_cannot_be_used(found: Comparison) -> None:
    for line, amount in found.proposal.amounts.items():
        assert found.usable.amounts[line] <= found.plan.line_by_id[line].upper
        assert found.above_maximum.get(line, ZERO) == max(ZERO, amount - found.plan.line_by_id[line].upper)


def test_more_at_the_roots_frees_what_is_stranded(found: Comparison) -> None:
    proposed, used = limited(found), found.usable.amounts
    for trace in found.traces:
        assert trace.held_by
        assert all(used[line] == proposed[line] for line in trace.roots)
        raised = {
            line: Interval(amount, amount + 1000) if line in trace.roots else Interval(ZERO, amount)
            for line, amount in proposed.items()
        }
        others = {line: ONE for line in proposed if line not in trace.roots}
        freed = prove_solvable(LinearProgram("freed", raised, chain_rows(found.plan), others))
        assert freed.optimum > sum((used[line] for line in others), start=ZERO)


def test_the_nearest_split_keeps_every_constraint_and_no_split_moves_less(found: Comparison) -> None:
    if found.nearest is None:
        assert isinstance(found.optimum, InfeasibleError)
        return
    near, proposed = found.nearest.amounts, found.proposal.amounts
    rows = [Row(CEILING, "ceiling", found.plan.charges, "<=", found.ceiling), *found.plan.rule_rows]

    assert all(row.holds(near) for row in (*rows, *found.plan.bound_rows))
    assert found.nearest.faults() == []
    problem, given = cbc(found.plan, rows, bounded=True)
    moved = {}
    for place, (line, amount) in enumerate(proposed.items()):
        moved[line] = problem.add_variable(f"d{place}", 0)
        problem += moved[line] >= given[line] - float(amount)
        problem += moved[line] >= float(amount) - given[line]
    problem.setObjective(pulp.lpSum(moved.values()))
    least = float(found.distance(near))
    assert solved(problem) == pytest.approx(least, abs=1e-5)

    largest = problem.add_variable("t", 0)
    problem += pulp.lpSum(moved.values()) <= least + 1e-7
    for line, amount in proposed.items():
        if amount:
            problem += moved[line] <= float(amount) * largest
    problem.setObjective(largest)
    parts = [abs(near[line] - amount) / amount for line, amount in proposed.items() if amount]
    assert solved(problem) == pytest.approx(float(max(parts, default=ZERO)), abs=1e-4)


def test_moves_lead_from_the_proposal_to_the_nearest_split_and_on_to_the_optimum(found: Comparison) -> None:
    if found.nearest is None or not isinstance(found.optimum, Allocation):
        return
    for before, moves, after in (
        (found.proposal.amounts, found.to_nearest, found.nearest.amounts),
        (found.nearest.amounts, found.to_optimum, found.optimum.amounts),
    ):
        standing = dict(before)
        for move in moves:
            assert move.amount > 0
            assert move.because
            if move.giver is not None:
                standing[move.giver] -= move.amount
            if move.taker is not None:
                standing[move.taker] += move.amount
        assert standing == after
        changed = sum(after[line] != amount for line, amount in before.items())
        assert len(moves) <= changed
        ends = [{move.giver for move in moves}, {move.taker for move in moves}]
        assert ends[0] & ends[1] == set()
    named = {row.id for row in (*found.plan.rule_rows, *found.plan.bound_rows)} | {CEILING}
    assert {move.because for move in found.to_nearest} <= named
    assert {move.because for move in found.to_optimum} <= named | {"value", "coverage", "unasked"}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_proposal_that_is_optimal_comes_back_unchanged(seed: int) -> None:
    plan, _, ceiling = random_case(seed)
    try:
        best = allocate(plan, ceiling)
    except InfeasibleError:
        return
    found = compare(plan, Proposal(name="best", amounts=best.amounts), ceiling)

    assert found.is_optimal
    assert (found.violations, found.stranded, found.traces) == ((), {}, ())
    assert found.nearest is not None
    assert found.nearest.amounts == best.amounts
    assert (found.to_nearest, found.to_optimum) == ((), ())


@pytest.mark.parametrize("seed", range(0, 200, 4))
def test_the_answer_depends_on_no_solver_and_on_no_order(seed: int) -> None:
    plan, proposal, ceiling = random_case(seed)
    found = compare(plan, proposal, ceiling)
    shuffled = replace(plan, lines=tuple(reversed(plan.lines)), constraints=tuple(reversed(plan.constraints)))
    other = Proposal(name="random", amounts={line.id: proposal.amounts[line.id] for line in shuffled.lines})
    for again in (compare(plan, proposal, ceiling, exact), compare(shuffled, other, ceiling)):
        assert again.usable.amounts == found.usable.amounts
        assert again.stranded == found.stranded
        assert {(frozenset(trace.held_by), frozenset(trace.roots)) for trace in again.traces} == {
            (frozenset(trace.held_by), frozenset(trace.roots)) for trace in found.traces
        }
        assert (again.nearest is None) == (found.nearest is None)
        if again.nearest is not None and found.nearest is not None:
            assert again.nearest.amounts == found.nearest.amounts
