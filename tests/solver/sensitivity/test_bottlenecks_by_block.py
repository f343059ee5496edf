"""Of a plan that falls apart each constraint is asked in its own block: the answers are those of the whole plan."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import country
import pytest
from drawn.plans import random_ceiling, random_country, random_plan

import flessenhals.solver.sensitivity.asking as asking_of
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.exact_size import ExactSize
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.sensitivity.apart.find import Apart, apart_at
from flessenhals.solver.sensitivity.apart.moving import Moving
from flessenhals.solver.sensitivity.apart.own import own_of
from flessenhals.solver.sensitivity.asking import OfTheWhole
from flessenhals.solver.sensitivity.bottleneck import Bottleneck
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks

F = Fraction
ORDERS = (("value", "coverage"), ("value", "coverage"), ("coverage",))


def told(found: Bottleneck) -> tuple[object, ...]:
    return (
        found.row,
        found.nature,
        found.price,
        *(
            (each.value, each.lowest_coverage, {line: gain for line, gain in each.gains.items() if gain})
            for each in (found.relief, found.without)
        ),
        dict(found.release),
    )


def holds_as_far(found: Bottleneck, whole: Bottleneck) -> bool:
    """Whether the division is told as far as it holds: a basis of the whole may end before it does."""
    if found.release_until is None or whole.release_until is None:
        return found.release_until is None
    return found.release_until >= whole.release_until


def random_places(seeds: range) -> Iterator[tuple[Plan, Fraction]]:
    for seed in seeds:
        random = Random(seed)
        plan = random_country(random) if seed % 3 else random_plan(random)
        yield replace(plan, objective=random.choice(ORDERS)), random_ceiling(random, plan)


def towns(folder: Path, seed: int, *, weights: bool = False, count: int) -> Plan:
    return load(country.write(folder / f"{seed} {weights}", count, seed, weights=weights))


def compared(plan: Plan, ceiling: Fraction) -> int:
    """How many constraints without room are told by their block, each as the whole plan tells it."""
    try:
        split = allocate(plan, ceiling, highs_in_a_row)
    except (InfeasibleError, NotProvedError):
        return 0
    apart = apart_at(plan, ceiling, highs_in_a_row)
    if apart is None:
        return 0
    assert dict(apart.split.amounts) == dict(split.amounts)
    rows = [each.row for each in split.constraints if each.binding and each.row.is_given]
    whole = {row.id: find for row, find in OfTheWhole(split, highs_in_a_row).each(rows)}
    count = 0
    for row, find in apart.each(rows):
        try:
            found = find()
        except NotProvedError:
            continue  # the whole is asked then
        expected = whole[row.id]()
        assert told(found) == told(expected), row
        assert holds_as_far(found, expected), row
        assert found.has_effect == expected.has_effect
        count += 1
    return count


def test_what_a_block_tells_is_what_the_whole_plan_tells() -> None:
    assert sum(compared(*each) for each in random_places(range(16))) > 30


def test_where_money_goes_is_told_across_a_place_where_only_the_pace_of_levels_changes() -> None:
    assert sum(compared(*each) for each in random_places(range(24, 25))) > 0


@pytest.mark.parametrize("seed", [28, 259, 298])
def test_where_more_money_lowers_a_coverage_elsewhere_a_block_tells_what_the_whole_plan_tells(seed: int) -> None:
    ((plan, ceiling),) = random_places(range(seed, seed + 1))
    apart = apart_at(plan, ceiling, highs_in_a_row)
    assert apart is not None
    assert any(rung.money < 0 for rung in apart.here.rise.rungs)
    assert compared(plan, ceiling) > 10


@pytest.mark.long
def test_what_a_block_tells_is_what_the_whole_plan_tells_on_many_plans() -> None:
    assert sum(compared(*each) for each in random_places(range(16, 900))) > 3_000


@pytest.mark.parametrize("weights", [False, True])
def test_what_a_block_of_a_small_country_tells_is_what_the_whole_tells(tmp_path: Path, *, weights: bool) -> None:
    plan = towns(tmp_path, 3, weights=weights, count=2)
    assert compared(plan, plan.proposed * F(7, 10)) > 5


def test_a_middling_plan_that_falls_apart_is_asked_by_block_and_told_as_the_whole_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = towns(tmp_path, 5, count=3)
    ceiling = plan.proposed * F(7, 10)
    by_block = bottlenecks(plan, ceiling)
    monkeypatch.setattr(asking_of, "MIDDLING", len(plan.lines))
    whole = bottlenecks(plan, ceiling)
    assert 60 < len(plan.lines) <= 200
    assert [told(each) for each in by_block.found] == [told(each) for each in whole.found]
    assert isinstance(asking_of.asking(plan, ceiling, highs_in_a_row), OfTheWhole)
    monkeypatch.undo()
    assert isinstance(asking_of.asking(plan, ceiling, highs_in_a_row), asking_of.ByBlock)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Apart, OfTheWhole]:
    plan = towns(tmp_path_factory.mktemp("towns"), 2, count=4)
    ceiling = plan.proposed * F(7, 10)
    apart = apart_at(plan, ceiling, highs_in_a_row)
    assert apart is not None
    rows = [each.row for each in apart.split.constraints if each.binding and each.row.is_given]
    for _, find in apart.each(rows):
        find()
    return apart, OfTheWhole(allocate(plan, ceiling, highs_in_a_row), highs_in_a_row)


def test_ratios_of_a_block_do_what_they_do_to_the_whole(place: tuple[Apart, OfTheWhole]) -> None:
    apart, whole = place
    told_of = 0
    for ratio in apart.split.plan.ratios:
        try:
            found = apart.ratio(ratio) if apart.matters(ratio) else None
        except NotProvedError:
            continue  # in a plan of four towns a block may have the lowest coverage of all
        if found is not None:
            assert found == whole.ratio(ratio)
            told_of += 1
    assert told_of == 5


def test_weights_of_a_block_leave_the_whole_as_it_is(place: tuple[Apart, OfTheWhole]) -> None:
    apart, whole = place
    assert apart.weights() == whole.weights()


def test_weights_that_differ_leave_the_whole_as_it_is(tmp_path: Path) -> None:
    plan = towns(tmp_path, 3, weights=True, count=3)
    ceiling = plan.proposed * F(7, 10)
    apart = apart_at(plan, ceiling, highs_in_a_row)
    assert apart is not None
    assert apart.weights() == OfTheWhole(allocate(plan, ceiling, highs_in_a_row), highs_in_a_row).weights()


def test_after_the_others_went_far_what_lies_near_is_asked_of_few_stretches_again(tmp_path: Path) -> None:
    plan = towns(tmp_path, 7, weights=True, count=6)
    apart = apart_at(plan, plan.proposed * F(7, 10), highs_in_a_row)
    assert apart is not None
    binding = [each.row for each in apart.split.constraints if each.binding and each.row.is_given]
    wide = 0
    for row in binding:
        own = None if row.id.is_ceiling else own_of(apart.here, row)
        if own is None:
            continue
        moving = Moving(apart.here, own, row, highs_in_a_row)
        fresh = Moving(apart.here, own, row, highs_in_a_row)
        try:
            far, near = moving.at(moving.most), moving.at(F(0))
        except NotProvedError:
            continue
        stretches = [len(piece.base) for piece in (far.piece, near.piece, fresh.at(F(0)).piece)]
        wide += stretches[0] > stretches[1]
        assert stretches[1] == stretches[2]
        assert near.amounts == {line: apart.here.amounts[line] for line in near.amounts}
    assert wide > 5


def test_a_block_that_takes_more_than_the_others_leave_next_to_the_ceiling_has_them_leave_more(tmp_path: Path) -> None:
    plan = towns(tmp_path, 3, weights=True, count=3)
    ceiling = plan.proposed * F(7, 10)
    split, apart = allocate(plan, ceiling, highs_in_a_row), apart_at(plan, ceiling, highs_in_a_row)
    assert apart is not None
    rows = [each.row for each in split.constraints if each.row.label == "overhead-share.m0001"]
    ((_, find),) = apart.each(rows)
    ((_, whole),) = OfTheWhole(split, highs_in_a_row).each(rows)
    assert told(find()) == told(whole())


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return towns(tmp_path_factory.mktemp("large"), 7, count=21)


def test_of_a_country_everything_is_told_that_its_blocks_tell(large: Plan) -> None:
    found = bottlenecks(large, large.proposed * F(7, 10))
    assert len(large.lines) > asking_of.MOST_LINES
    assert not found.missing
    binding = [each.row for each in found.allocation.constraints if each.binding and each.row.is_given]
    assert {each.row.id for each in found.found} == {row.id for row in binding}
    assert len(found.chain) == len(found.weights) == len(large.lines)
    holding = {each.row.id for each in found.found if each.has_effect and each.row.id.is_rule}
    assert [each.ratio.id for each in found.ratios] == [each.row.id for each in found.found if each.row.id in holding]


def test_a_record_names_the_lines_of_the_block_and_adds_up_the_others(large: Plan) -> None:
    found = bottlenecks(large, large.proposed * F(7, 10))
    each = next(one for one in found.found if one.row.id.is_rule and one.has_effect)
    record = each.record()
    town = {line.partner for line in large.lines if line.id in each.row.coefficients}
    named = set(record["without"]["gains"])
    assert {large.line_by_id[line].partner for line in named} == town
    gains = dict(each.without.gains)
    assert record["without"]["gains_elsewhere"] == sum(gain for line, gain in gains.items() if line not in named)
    assert sum(gains.values()) == each.without.value


def test_of_many_lines_that_hang_together_the_split_is_told_and_why_nothing_else(
    large: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flessenhals.solver.sensitivity.apart.find.MOST_TOGETHER", 24)
    found = bottlenecks(large, large.proposed * F(7, 10))
    assert found.allocation.total == large.proposed * F(7, 10)
    assert not found.found
    assert {each.finding for each in found.missing} == {"bottleneck", "ratio", "weights"}
    assert {each.id for each in found.missing if each.finding == "ratio"} == {ratio.id for ratio in large.ratios}
    assert all("525 lines hang together" in each.why for each in found.missing)


def test_one_reason_is_told_of_all_that_is_missing_also_where_few_findings_are_allowed(
    large: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flessenhals.solver.sensitivity.apart.find.MOST_TOGETHER", 24)
    monkeypatch.setattr(ExactSize, "findings", 1)
    found = bottlenecks(large, large.proposed * F(7, 10))
    assert len({each.why for each in found.missing}) == 1
    assert found.chain


def test_within_too_low_a_ceiling_nothing_fits_in_a_country_either(large: Plan) -> None:
    with pytest.raises(InfeasibleError):
        bottlenecks(large, F(0))
