"""Why nothing fits: a sum that contradicts itself, and for each constraint the least change that repairs the plan."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from random import Random

import pytest
from drawn.plans import random_plan

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible import repair
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import conflict, lowest_feasible_ceiling, shortage
from flessenhals.solver.infeasible.reasoning import reasoning
from flessenhals.solver.infeasible.repair import Repair, repairs
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.basis import Basis
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import LinearProgram, constraints_of

F = Fraction
PLANS = 100
TINY = F(1, 10**9)


def refused(plan: Plan, ceiling: Fraction) -> InfeasibleError | None:
    try:
        allocate(plan, ceiling)
    except InfeasibleError as found:
        return found
    return None


def refusals(random: Random) -> Iterator[InfeasibleError]:
    while True:
        plan = random_plan(random)
        found = refused(plan, plan.proposed * F(random.randint(0, 40), 100))
        if found is not None:
            yield found


def test_what_one_basis_says_of_many_constraints_changes_no_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    known = 0
    for found in islice(refusals(Random(23)), 60):
        monkeypatch.setattr(repair, "FEW", 0)
        at_once = repairs(found.plan, found.ceiling, found.conflict)
        known += len(repair.at_once(found.plan, found.ceiling, found.conflict, highs))
        monkeypatch.setattr(repair, "FEW", 1_000)
        assert at_once == repairs(found.plan, found.ceiling, found.conflict)
    assert known > 20


def fits(found: InfeasibleError, changed: Row | None, label: str) -> bool:
    """Whether a split exists with another row, or none, for one of the constraints."""
    kept = [row for row in constraints_of(found.plan, found.ceiling) if row.label != label]
    return shortage([*kept, changed] if changed is not None else kept).optimum == 0


def is_the_least_that_repairs(found: InfeasibleError, each: Repair) -> None:
    row = each.row
    if each.change is None:
        assert each.becomes is None
        assert not fits(found, None, row.label)
        return
    assert fits(found, row.relaxed(each.change), row.label)
    assert not fits(found, row.relaxed(each.change - TINY), row.label)
    if row.kind == "minimum":
        assert each.change <= row.right_hand_side
    if each.ratio is None:
        assert each.becomes is None
        return
    ratio = next(ratio for ratio in found.plan.ratios if ratio.label == row.label)
    assert ratio.value == each.ratio
    if each.becomes is None:
        assert row.sense == "<="
        return
    closer = TINY if row.sense == ">=" else -TINY
    assert fits(found, ratio.at(each.becomes).row, row.label)
    assert not fits(found, ratio.at(each.becomes + closer).row, row.label)


def test_on_random_plans_each_change_is_enough_by_itself_and_no_smaller_one_is() -> None:
    seen = set()
    for found in islice(refusals(Random(11)), PLANS):
        assert sorted(each.row.label for each in found.repairs) == sorted(row.label for row in found.conflict)
        for each in found.repairs:
            is_the_least_that_repairs(found, each)
            seen.add((each.row.kind, each.change is None, each.becomes is None))
    assert {("ceiling", False, True), ("minimum", False, True), ("maximum", False, True)} <= seen
    assert {("proportional", False, False), ("minimum", True, True), ("level", False, False)} <= seen


def test_of_many_minimums_none_of_which_is_enough_by_itself_one_program_says_so() -> None:
    asked = tuple(Line(id=f"l{place}", partner="a", proposed=F(10), minimum=F(5)) for place in range(9))
    plan, programs = Plan(id="minimums", lines=asked), []

    def counted(program: LinearProgram) -> Basis | None:
        programs.append(program.name)
        return highs(program)

    found = repairs(plan, F(20), conflict(constraints_of(plan, F(20))), counted)
    assert [(each.row.label, each.change) for each in found if each.change is not None] == [("ceiling", F(25))]
    assert len(found) == 6
    assert len(programs) == 2  # one for the sum, one for the ceiling


def test_on_random_plans_the_weighed_sum_leaves_no_line_and_something_short() -> None:
    for found in islice(refusals(Random(12)), PLANS):
        added: dict[str, Fraction] = {}
        for part in found.contradiction.parts:
            sign = 1 if part.row.sense == ">=" else -1
            for line, coefficient in part.row.coefficients.items():
                added[line] = added.get(line, F(0)) + sign * part.times * coefficient
            assert part.amount == sign * part.times * part.row.right_hand_side
            assert part.times > 0
            assert part.left == {line: value for line, value in added.items() if value}
        assert all(value <= 0 for value in added.values())
        assert found.contradiction.short == found.contradiction.needed - found.contradiction.available > 0
        assert {part.row.label for part in found.contradiction.parts} == {row.label for row in found.conflict}


def test_on_random_plans_the_story_tells_what_every_split_would_have_to_give() -> None:
    told = 0
    for found in islice(refusals(Random(13)), PLANS):
        story = reasoning([part.row for part in found.contradiction.parts], found.plan.ratios)
        if story is None:
            continue
        told += 1
        limits = {row.label for row in story.limits}
        asking = [row for row in found.conflict if row.label not in limits]
        for fact in story.facts:  # no split that keeps what asks can give these lines less
            less = Row(own("less"), "level", dict.fromkeys(fact.lines, F(1)), "<=", fact.amount - TINY)
            assert shortage([*asking, less]).optimum < 0
        counted = [line for fact in story.needed for line in fact.lines]
        assert len(counted) == len(set(counted))
        assert story.short == story.total - story.available > 0
        assert {fact.row.label for fact in story.facts} | limits == {row.label for row in found.conflict}
    assert told > PLANS * 9 // 10


def test_the_change_of_the_ceiling_leads_to_the_lowest_feasible_one() -> None:
    for found in islice(refusals(Random(14)), 30):
        for each in found.repairs:
            if each.row.kind == "ceiling":
                assert each.limit == found.lowest_feasible_ceiling == lowest_feasible_ceiling(found.plan)


def test_the_minimums_of_the_pact_plan_are_two_short_of_30() -> None:
    found = refused(load(), F(30))
    assert found is not None
    assert (found.contradiction.needed, found.contradiction.available, found.contradiction.short) == (32, 30, 2)
    assert {each.row.label: each.limit for each in found.repairs} == {
        "ceiling": 32,
        "knowledge-centre.minimum": 0,
        "regional-plans.minimum": 28,
    }


CHAIN = Plan(
    id="chain",
    lines=(
        Line(id="police", partner="p", proposed=F(100), minimum=F(60)),
        Line(id="om", partner="o", proposed=F(20)),
        Line(id="courts", partner="c", proposed=F(2)),
    ),
    constraints=(
        Proportional(
            id="om-follows",
            nature="law",
            upstream=lines("police"),
            downstream=lines("om"),
            at_least=F(1, 10),
        ),
        Proportional(
            id="courts-follow",
            nature="choice",
            upstream=lines("om"),
            downstream=lines("courts"),
            at_least=F(1, 2),
            existing=F(1, 2),
        ),
    ),
)


def test_a_chain_is_followed_from_what_is_asked_to_where_it_does_not_fit() -> None:
    found = refused(CHAIN, F(100))
    assert found is not None
    story = reasoning([part.row for part in found.contradiction.parts], CHAIN.ratios)
    assert story is not None
    steps = [(fact.row.label, fact.given, fact.amount) for fact in story.facts]
    assert steps == [("police.minimum", None, 60), ("om-follows", 60, 6), ("courts-follow", 6, F(5, 2))]
    assert (story.total, story.available, story.short) == (F(5, 2), 2, F(1, 2))
    assert found.contradiction.short == story.short


def test_what_is_a_choice_is_given_up_first_and_the_law_last() -> None:
    found = refused(CHAIN, F(100))
    assert found is not None
    assert [each.row.label for each in found.repairs] == [
        "courts-follow",
        "police.minimum",
        "courts.maximum",
        "om-follows",
    ]
    changes = {each.row.label: (each.change, each.ratio, each.becomes) for each in found.repairs}
    assert changes == {
        "courts-follow": (F(1, 2), F(1, 2), F(5, 12)),
        "police.minimum": (10, None, None),
        "courts.maximum": (F(1, 2), None, None),
        "om-follows": (1, F(1, 10), F(1, 12)),
    }


def test_what_changing_alone_cannot_repair_is_said_so() -> None:
    plan = Plan(
        id="two",
        lines=(
            Line(id="a", partner="a", proposed=F(10), minimum=F(10)),
            Line(id="b", partner="b", proposed=F(10), minimum=F(6)),
        ),
    )
    found = refused(plan, F(5))
    assert found is not None
    changes = {each.row.label: each.change for each in found.repairs}
    assert changes.pop("ceiling") == 11
    assert list(changes.values()) == [None]


def test_shares_are_repaired_in_their_own_unit() -> None:
    half = Level(id="half", of=lines("a"), at_least=Share(F(1, 2)))
    sixty = Level(id="sixty", of=lines("b"), at_least=Share(F(3, 5)))
    floor = Level(id="floor", of=EVERYTHING, at_least=F(10))
    plan = Plan(
        id="shares",
        lines=(Line(id="a", partner="a", proposed=F(10)), Line(id="b", partner="b", proposed=F(10))),
        constraints=(half, sixty, floor),
    )
    found = refused(plan, F(20))
    assert found is not None
    assert found.lowest_feasible_ceiling is None
    assert {each.row.label: (each.change, each.becomes) for each in found.repairs} == {
        "half": (1, F(2, 5)),
        "sixty": (1, F(1, 2)),
        "floor": (10, None),
    }
