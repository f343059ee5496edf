"""What a ratio does where lines differ in worth, asked of its block: as the whole plan tells it."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import country
import pytest
from drawn.plans import random_ceiling, random_country

import flessenhals.solver.sensitivity.asking as asking_of
from flessenhals.briefing.results.bottlenecks.ratios import ratios_table
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.sensitivity.apart.find import apart_at
from flessenhals.solver.sensitivity.asking import OfTheWhole
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.ratios.effect import RatioEffect, RatioSide

F = Fraction


def sides(found: RatioEffect) -> tuple[RatioSide, RatioSide]:
    """Both sides, but for what holds the value back beyond other ratios: that a block does not tell."""
    down, up = (replace(each, moves_at=None, moves_to=(), searched=None) for each in (found.down, found.up))
    return down, up


def compared(plan: Plan, ceiling: Fraction) -> int:
    """How many ratios of the first twelve are told by their block, each as the whole plan tells it."""
    try:
        split = allocate(plan, ceiling, highs_in_a_row)
    except (InfeasibleError, NotProvedError):
        return 0
    apart = apart_at(plan, ceiling, highs_in_a_row)
    if apart is None:
        return 0
    whole = OfTheWhole(split, highs_in_a_row)
    count = 0
    for ratio in plan.ratios[:12]:
        try:
            found = apart.weighed_ratio(ratio)
        except NotProvedError:
            continue
        expected = whole.ratio(ratio)
        assert sides(found) == sides(expected), ratio.label
        assert {side.searched for side in (found.down, found.up)} == {ratio.value}
        block = apart.here.rise.blocks[apart.here.rows[ratio.id]].program
        own = {row.id for row in block.rows}
        assert found.holding == tuple(each for each in expected.holding if each.is_ceiling or each in own)
        count += 1
    return count


def random_places(seeds: range) -> Iterator[tuple[Plan, Fraction]]:
    for seed in seeds:
        random = Random(seed)
        plan = random_country(random)
        yield replace(plan, objective=("value", "coverage")), random_ceiling(random, plan)


def towns(folder: Path, seed: int, count: int) -> Plan:
    return load(country.write(folder / str(seed), count, seed, weights=True))


def test_what_a_block_tells_of_a_ratio_is_what_the_whole_plan_tells() -> None:
    assert sum(compared(*each) for each in random_places(range(40))) > 40


@pytest.mark.long
def test_what_a_block_tells_of_a_ratio_is_what_the_whole_plan_tells_on_many_plans() -> None:
    assert sum(compared(*each) for each in random_places(range(40, 900))) > 1_000


def test_what_a_block_of_a_small_country_tells_of_a_ratio_is_what_the_whole_tells(tmp_path: Path) -> None:
    plan = towns(tmp_path, 3, 2)
    assert compared(plan, plan.proposed * F(7, 10)) > 8


def test_of_a_country_with_weights_nothing_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = towns(tmp_path, 7, 4)
    monkeypatch.setattr(asking_of, "MOST_LINES", 50)
    monkeypatch.setattr(asking_of, "MIDDLING", 50)
    found = bottlenecks(plan, plan.proposed * F(7, 10))
    assert not found.missing
    held = [each.row.id for each in found.found if each.has_effect and each.row.id.is_rule]
    assert [each.ratio.id for each in found.ratios] == held
    assert len(held) > 5
    assert {row.cells[-1] for row in ratios_table(found, "en").rows} == {"not looked for"}
    assert {row.cells[-1] for row in ratios_table(found, "nl").rows} == {"niet gezocht"}


def test_of_a_middling_plan_with_weights_no_program_over_the_whole_is_asked_for_a_ratio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = load(country.write(tmp_path, 9, weights=True))
    asking = asking_of.asking(plan, plan.proposed * F(7, 10), highs_in_a_row)
    monkeypatch.setattr(OfTheWhole, "ratio", lambda *_: pytest.fail("the whole was asked"))
    with_room = [ratio for ratio in plan.ratios if ratio.row.slack(asking.split.amounts)]
    without = [ratio for ratio in plan.ratios if ratio not in with_room]
    assert all(asking.ratio(ratio).holding for ratio in [*with_room[:2], *without[:4]])
