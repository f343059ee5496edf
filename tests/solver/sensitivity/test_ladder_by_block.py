"""The ladder of a plan that falls apart into parts is put together from theirs: the very same as of the whole."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from plans import random_country, random_plan

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.sensitivity import ladder as whole
from flessenhals.solver.sensitivity.ladder import Ladder, ladder
from flessenhals.solver.sensitivity.ladder_by_block import UnevenError, merged, parts_of

F = Fraction


def line(name: str, proposed: int, weight: int = 1) -> Line:
    return Line(id=name, partner=name, proposed=F(proposed), weight=F(weight))


def steps(found: Ladder) -> list[tuple[F, dict[str, F]]]:
    return [(step.ceiling, {line: amount for line, amount in step.amounts.items() if amount}) for step in found.steps]


def test_lines_that_share_no_rule_rise_side_by_side() -> None:
    plan = Plan(id="free", lines=(line("a", 10), line("b", 30)))
    assert [len(part.lines) for part in parts_of(plan)] == [1, 1]
    assert steps(ladder(plan)) == [(0, {}), (40, {"a": 10, "b": 30})]


def test_a_part_that_starts_higher_waits_until_the_others_reach_it() -> None:
    held = replace(line("held", 10), minimum=F(5))
    plan = Plan(id="waits", lines=(held, line("free", 20)))
    assert steps(ladder(plan)) == [
        (5, {"held": 5}),
        (15, {"held": 5, "free": 10}),
        (30, {"held": 10, "free": 20}),
    ]


def test_money_goes_first_to_the_part_where_it_is_worth_most() -> None:
    plan = Plan(id="worth", lines=(line("dear", 10, 2), line("cheap", 20)))
    assert steps(ladder(plan)) == [(0, {}), (10, {"dear": 10}), (30, {"dear": 10, "cheap": 20})]


def test_a_chain_rises_with_what_follows_it_beside_a_free_line() -> None:
    chain = Proportional(id="follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 2))
    plan = Plan(id="chain", lines=(line("police", 20), line("om", 8), line("free", 10)), constraints=(chain,))
    found = ladder(plan)
    assert [step.ceiling for step in found.steps] == [step.ceiling for step in as_a_whole(plan).steps]
    assert found.steps[-1].amounts == {"police": 16, "om": 8, "free": 10}


def test_a_share_of_everything_makes_one_part() -> None:
    share = Level(id="most", of=lines("a"), at_most=F(5))
    apart = Plan(id="apart", lines=(line("a", 10), line("b", 10)), constraints=(share,))
    assert len(parts_of(apart)) == 2


def test_where_a_part_fits_nowhere_the_reason_is_said_of_the_whole_plan() -> None:
    floor = Level(id="floor", of=lines("a"), at_least=F(11))
    with pytest.raises(InfeasibleError) as refused:
        ladder(Plan(id="never", lines=(line("a", 10), line("b", 10)), constraints=(floor,)))
    assert len(refused.value.plan.lines) == 2


def as_a_whole(plan: Plan) -> Ladder:
    return Ladder(plan, tuple(whole._steps(plan, whole._pieces(plan, highs_in_a_row))))  # noqa: SLF001 - to hold against


@pytest.mark.parametrize("seed", range(16))
def test_the_parts_together_are_the_whole(seed: int) -> None:
    random = Random(seed)
    plan = random_country(random, most_towns=3, most_lines=5) if seed % 2 else random_plan(random, most_lines=8)
    parts = parts_of(plan)
    if len(parts) == 1 or "coverage" not in plan.objective:
        return
    try:
        found = merged(plan, parts, lambda part: whole._pieces(part, highs_in_a_row), None)  # noqa: SLF001 - the same
    except (UnevenError, InfeasibleError):
        return
    assert Ladder(plan, tuple(whole._steps(plan, found))) == as_a_whole(plan)  # noqa: SLF001 - the same
