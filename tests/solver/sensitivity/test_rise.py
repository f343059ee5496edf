"""The ladder of a plan that falls apart into parts is put together from theirs: the very same as of the whole."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from flessenhals.solver.optimum.parametric.block import Block, blocks_of, least_money
from flessenhals.solver.optimum.parametric.check import faults
from flessenhals.solver.optimum.parametric.climb import climb
from flessenhals.solver.optimum.parametric.of_plan import rise_of
from flessenhals.solver.optimum.parametric.rise import Rise, UnevenError
from flessenhals.solver.optimum.parametric.staged import staged
from flessenhals.solver.optimum.parametric.traced import Tracer

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

from country import write
from drawn.plans import random_country, random_plan

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.errors import NoCurveError, NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.program.prove import prove
from flessenhals.solver.sensitivity.ladder.ladder import Ladder, ladder
from flessenhals.solver.sensitivity.ladder.probing import probed_lines
from flessenhals.solver.sensitivity.ladder.steps import steps_between

if TYPE_CHECKING:
    from flessenhals.solver.optimum.parametric.piece import Halt, Piece
    from flessenhals.solver.plan.plan import Goal

F = Fraction


def line(name: str, proposed: int, weight: int = 1) -> Line:
    return Line(id=name, partner=name, proposed=F(proposed), weight=F(weight))


def steps(found: Ladder) -> list[tuple[F, dict[str, F]]]:
    return [(step.ceiling, {line: amount for line, amount in step.amounts.items() if amount}) for step in found.steps]


def test_lines_that_share_no_rule_rise_side_by_side() -> None:
    plan = Plan(id="free", lines=(line("a", 10), line("b", 30)))
    assert [len(block.lines) for block in blocks_of(plan)] == [1, 1]
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


def test_where_a_part_fits_nowhere_the_reason_is_said_of_the_whole_plan() -> None:
    floor = Level(id="floor", of=lines("a"), at_least=F(11))
    with pytest.raises(InfeasibleError) as refused:
        ladder(Plan(id="never", lines=(line("a", 10), line("b", 10)), constraints=(floor,)))
    assert len(refused.value.plan.lines) == 2


def as_a_whole(plan: Plan) -> Ladder:
    return Ladder(plan, tuple(steps_between(plan, probed_lines(plan, highs_in_a_row))))


@pytest.mark.parametrize("seed", range(16))
def test_the_parts_together_are_the_whole(seed: int) -> None:
    random = Random(seed)
    plan = random_country(random, most_towns=3, most_lines=5) if seed % 2 else random_plan(random, most_lines=8)
    try:
        found = ladder(plan)
    except (InfeasibleError, NoCurveError):
        return
    assert found == as_a_whole(plan)


def test_ceilings_and_further_euros_of_a_larger_plan_are_told_without_working_a_step_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = country(tmp_path, 5)
    with monkeypatch.context() as patched:
        patched.setattr("flessenhals.solver.sensitivity.ladder.steps.steps_between", nobody)
        found = ladder(plan)
        ceilings = found.ceilings
        further = [found.next_euro(ceiling) for ceiling in ceilings]
    assert ceilings == [step.ceiling for step in found.steps]
    assert [list(each.items()) for each in further] == [list(step.next_euro.items()) for step in found.steps]


def random_rises(count: int) -> Iterator[tuple[Plan, Rise]]:
    random = Random(19)
    while count:
        plan = random_country(random) if count % 2 else random_plan(random)
        try:
            found = rise_of(plan)
        except (NoOptimumError, NotProvedError, UnevenError):
            continue
        if found is not None:
            count -= 1
            yield plan, found


def agrees_with_fresh_solves(plan: Plan, found: Rise, ceilings: int) -> None:
    random = Random(ceilings)
    width = found.rungs[-1].start * F(6, 5) + 1 - found.least
    for _ in range(ceilings):
        ceiling = found.least + F(random.randint(0, 9973), 9973) * width
        assert found.at(ceiling) == allocate(plan, ceiling).amounts


def test_every_piece_of_random_plans_is_proved_and_equals_fresh_solves() -> None:
    for plan, found in random_rises(12):
        assert found.faults() == []
        agrees_with_fresh_solves(plan, found, 4)


@pytest.mark.long
def test_50_random_plans_equal_fresh_solves_at_100_random_ceilings() -> None:
    for plan, found in random_rises(50):
        assert found.faults() == []
        agrees_with_fresh_solves(plan, found, 100)


@pytest.mark.long
def test_a_country_equals_fresh_solves_at_100_random_ceilings(tmp_path: Path) -> None:
    plan = country(tmp_path, 342)
    found = rise_of(plan)
    assert found is not None
    assert found.faults() == []
    agrees_with_fresh_solves(plan, found, 100)


@pytest.mark.parametrize("objective", [("value", "coverage"), ("coverage",)])
def test_pieces_from_proved_stages_are_those_of_the_kernel(objective: tuple[Goal, ...]) -> None:
    plan = replace(load(scenario="complex-cases"), objective=objective)
    block = max(blocks_of(plan), key=lambda each: len(each.lines))
    valued = "value" in objective
    least = -prove(least_money(block)).optimum
    by_kernel = climb(block, least, Tracer(block, valued=valued, among=0), nobody)
    by_stages = climb(block, least, nobody, partial(staged, block, engine=highs_in_a_row, valued=valued))
    assert [each.start for each in by_kernel] == [each.start for each in by_stages]
    for one, other in zip(by_kernel, by_stages, strict=True):
        assert one.at(block, one.start) == other.at(block, one.start)
        assert faults(block, other) == []


def nobody(_: F) -> None:
    return None


def police_and_om() -> tuple[Block, list[Piece]]:
    """For every 10 of police 1 of om, which asks 12 and 1: one piece up to 11, and one above it."""
    chain = Proportional(id="follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10))
    plan = Plan(id="chain", lines=(line("police", 12), line("om", 1)), constraints=(chain,))
    (block,) = blocks_of(plan)
    return block, climb(block, F(0), Tracer(block, valued=True, among=0), nobody)


def test_a_piece_says_what_money_is_worth_and_which_coverage_it_raises() -> None:
    block, (first, top) = police_and_om()
    assert (first.start, first.end, first.worth) == (0, 11, 1)
    assert first.at(block, F(11)) == [10, 1]
    assert first.level(block, F(11)) == F(5, 6)
    assert first.money(block, F(5, 12)) == F(11, 2)
    assert (top.start, top.end, top.worth, top.moving) == (11, None, 0, -1)
    assert faults(block, first) == faults(block, top) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda piece: {"base": (piece.base[0] + 1, *piece.base[1:])}, "row 1 is broken"),
        (lambda piece: {"base": (-piece.under, *piece.base[1:])}, "police is outside its bounds"),
        (lambda piece: {"end": piece.end + 1}, "om is outside its bounds"),
        (lambda piece: {"end": piece.start - 1}, "the piece ends before it begins"),
        (lambda _: {"end": None}, "the piece has no end, and money still changes something"),
        (lambda _: {"worth": F(2)}, "the money is worth something else"),
        (lambda _: {"falling": True}, "money moves the level the other way"),
        (lambda _: {"moving": -1}, "money moves the level the other way"),
        (
            lambda piece: {"levels": piece.levels[1:]},
            "the piece does not have the block's lines, or a level for every step",
        ),
        (lambda piece: {"proof": piece.proof._replace(value=None)}, "nothing is proved of the value"),
        (lambda piece: {"proof": piece.proof._replace(value=())}, "police is worth more elsewhere"),
        (
            lambda piece: {"levels": (), "moving": -1, "proof": piece.proof._replace(steps=())},
            "police is not settled",
        ),
        (
            lambda piece: {"levels": ((2 * level[0] + 1, 2 * level[1]) for level in piece.levels)},
            "police is settled without a reason",
        ),
        (lambda piece: {"proof": piece.proof._replace(steps=turned(piece))}, "row 0 is counted the wrong way"),
    ],
)
def test_a_piece_with_something_wrong_is_no_proof(changed: Callable[[Piece], dict[str, Any]], said: str) -> None:
    block, (first, _) = police_and_om()
    different = {name: tuple(value) if isinstance(value, Iterator) else value for name, value in changed(first).items()}
    assert said in faults(block, first._replace(**different))


def turned(piece: Piece) -> tuple[Halt, ...]:
    """The steps with the signs of their multipliers turned, of rows that do not hold with equality."""
    return tuple(
        step._replace(multipliers=tuple((row, -value) for row, value in step.multipliers)) for step in piece.proof.steps
    )


def test_a_gap_between_pieces_is_seen() -> None:
    found = rise_of(Plan(id="free", lines=(line("a", 10), replace(line("b", 30), minimum=F(3)))))
    assert found is not None
    torn = replace(found, pieces=[own[1:] for own in found.pieces])
    assert "block 1: it could do with less money" in torn.faults()
    shortened = [[own[0]._replace(end=own[0].start + 1), *own[1:]] for own in found.pieces]
    assert "block 0: its pieces do not lie end to end" in replace(found, pieces=shortened).faults()


def test_what_changes_at_each_step_puts_the_rates_of_every_step_together() -> None:
    for plan, _ in random_rises(6):
        found = ladder(plan)
        rates: dict[str, F] = {}
        told = list(found.changes())
        assert [change.ceiling for change in told] == [step.ceiling for step in found.steps]
        for change, step in zip(told, found.steps, strict=True):
            rates = {line: rate * change.times for line, rate in rates.items()} | dict(change.rates)
            assert {line: rate for line, rate in rates.items() if rate} == step.next_euro
            assert set(change.starts) == {each for each in step.starts if str(each) != "ceiling"}
            assert set(change.stops) == {each for each in step.stops if str(each) != "ceiling"}


def test_a_country_has_a_ladder_at_any_size_and_its_steps_are_worked_out_when_they_are_asked(tmp_path: Path) -> None:
    plan = country(tmp_path, 21)
    found = ladder(plan)
    assert len(plan.lines) > 500
    assert found.rise is not None
    assert found.rise.faults() == []
    middle = found.steps[len(found.steps) // 2]
    assert allocate(plan, middle.ceiling).amounts == middle.amounts == found.at(middle.ceiling)
    assert found.steps[-1].next_euro == {}


def test_a_line_that_a_step_does_not_name_keeps_its_rate_however_large_the_plan(tmp_path: Path) -> None:
    found = ladder(country(tmp_path, 21))
    rates: dict[str, F] = {}
    told = found.to_dict()["steps"]
    for step, here in zip(told, found.steps, strict=True):
        rates |= {line: F(rate) for line, rate in step["exact"]["rates"].items()}
        assert {line: rate for line, rate in rates.items() if rate} == here.next_euro
    assert "times" not in told[-1]


def test_what_fills_more_than_memory_is_told_step_by_step(tmp_path: Path) -> None:
    found = ladder(country(tmp_path, 21))
    told = found.to_dict_as_read()
    assert isinstance(told["steps"], Iterator)
    assert {**told, "steps": list(told["steps"])} == found.to_dict()
    assert list(found.records_as_read()) == found.records()


def country(folder: Path, towns: int) -> Plan:
    return load(write(folder, towns))
