"""The room around the optimum, asked of the block of each line: the ends are those of the whole plan."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

import country
import pytest
from drawn.plans import random_ceiling, random_country

from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.sensitivity.apart.room import room_apart
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.near_optimal import room

F = Fraction
WITHIN = (F(0), F(1, 100), F(1, 10))


def splits(seeds: range) -> Iterator[tuple[int, Allocation]]:
    for seed in seeds:
        random = Random(seed)
        plan = random_country(random)
        order = random.choice((("value", "coverage"), ("coverage",)))
        try:
            yield seed, allocate(replace(plan, objective=order), random_ceiling(random, plan), highs_in_a_row)
        except (InfeasibleError, NotProvedError):
            continue


def compared(seeds: range) -> int:
    """How many plans have the room by their blocks that they have as a whole."""
    count = 0
    for seed, split in splits(seeds):
        within = WITHIN[seed % len(WITHIN)]
        found = room_apart(split, within, highs_in_a_row)
        if found is not None:
            expected = room(split.plan, split.ceiling, within, split, highs_in_a_row)
            assert dict(found.smallest) == dict(expected.smallest), seed
            assert dict(found.largest) == dict(expected.largest), seed
            assert found.by_value == expected.by_value, seed
            count += 1
    return count


def test_the_room_by_blocks_is_that_of_the_whole_plan() -> None:
    assert compared(range(60)) > 15


@pytest.mark.long
def test_the_room_by_blocks_is_that_of_the_whole_plan_on_many_plans() -> None:
    assert compared(range(60, 900)) > 250


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load(country.write(tmp_path_factory.mktemp("large"), 21, 7))


def test_the_room_of_a_country_is_told(large: Plan) -> None:
    found = bottlenecks(large, large.proposed * F(7, 10), within=F(1, 100))
    assert found.room is not None
    assert not found.missing
    now = found.allocation.amounts
    assert all(found.room.smallest[line] <= now[line] <= found.room.largest[line] for line in now)
    assert 0 < found.room.free < found.allocation.ceiling


def test_the_room_of_many_lines_that_hang_together_is_missing_with_the_reason(
    large: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flessenhals.solver.sensitivity.apart.room.MOST_TOGETHER", 24)
    found = bottlenecks(large, large.proposed * F(7, 10), within=F(1, 100))
    assert found.room is None
    assert [each.finding for each in found.missing] == ["room"]
    assert "525 lines hang together" in found.missing[0].why
