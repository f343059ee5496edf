"""Rounded figures keep every rule exactly, add up, and stay as near as they can."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import ceil, floor
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan

import flessenhals.solver.rounding.branch_and_bound
from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.constraints.selector import lines, partner
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import GROUPINGS, Line, Plan
from flessenhals.solver.program.linear_program import Interval, LinearProgram, constraints_of
from flessenhals.solver.rounding.branch_and_bound import NoWholeError, best_whole
from flessenhals.solver.rounding.rounding import NotRoundedError, Rounded, rounded

F = Fraction
TENTH = Fraction(1, 10)
THREE = Plan(
    id="three",
    lines=tuple(
        Line(id=name, partner=name, proposed=Fraction(10), programme="one" if name != "c" else "two")
        for name in ("a", "b", "c")
    ),
)


def fixed(amount: Fraction) -> Plan:
    return Plan(id="fixed", lines=(Line(id="a", partner="p", proposed=amount, minimum=amount),))


def of(found: Allocation, step: Fraction = TENTH) -> Rounded:
    return rounded(found.plan, found.ceiling, found.amounts, step)


def random_splits(count: int) -> list[Allocation]:
    found: list[Allocation] = []
    seed = 0
    while len(found) < count:
        random = Random(seed)
        seed += 1
        plan = random_plan(random)
        try:
            found.append(allocate(plan, random_ceiling(random, plan)))
        except InfeasibleError:
            continue
    return found


def test_three_equal_lines_share_ten_so_that_the_first_gets_the_tenth_that_is_left() -> None:
    found = of(allocate(THREE, Fraction(10)))
    assert found.amounts == {"a": Fraction(34, 10), "b": Fraction(33, 10), "c": Fraction(33, 10)}
    assert found.total == 10
    assert found.nearest


def test_rounding_tells_exactly_what_it_cost() -> None:
    found = of(allocate(THREE, Fraction("9.97")))
    assert found.total == Fraction("9.9")
    assert found.value_lost == Fraction("0.07")
    assert found.coverage_lost == Fraction("9.97") / 30 - Fraction("0.33")
    line, shift = found.largest_shift
    assert abs(shift) == max(abs(each) for each in found.shifts.values())
    assert shift == found.amounts[line] - found.exact[line]


def test_a_whole_split_stays_as_it_is() -> None:
    found = of(allocate(THREE, Fraction("9.9")))
    assert found.amounts == found.exact
    assert found.value_lost == found.coverage_lost == 0


def test_a_ceiling_between_two_steps_is_not_exceeded() -> None:
    assert of(allocate(THREE, Fraction("10.05"))).total == 10


def test_a_chain_rule_without_room_decides_which_way_lines_go() -> None:
    plan = Plan(
        id="chain",
        lines=(
            Line(id="police", partner="police", proposed=Fraction(100)),
            Line(id="om", partner="om", proposed=Fraction(10)),
        ),
        constraints=(
            Proportional(id="follows", upstream=lines("police"), downstream=lines("om"), at_least=Fraction(1, 10)),
        ),
    )
    exact = allocate(plan, Fraction("80.3"))
    assert exact.amounts == {"police": Fraction(73), "om": Fraction("7.3")}
    assert of(exact).amounts == exact.amounts
    found = of(allocate(plan, Fraction("80.27")))
    assert found.amounts == {"police": Fraction("72.9"), "om": Fraction("7.3")}
    assert found.faults() == []


def test_where_no_rounding_to_the_step_keeps_the_rules_a_finer_step_is_taken_and_named() -> None:
    plan = fixed(Fraction("12.25"))
    found = of(allocate(plan, Fraction(20)))
    assert found.step == Fraction(1, 100)
    assert found.amounts == {"a": Fraction("12.25")}
    assert [(each.step, each.proved) for each in found.passed] == [(TENTH, True)]
    assert [(each.step, each.proved) for each in found.passed] == [(TENTH, True)]


def test_an_equality_that_skips_the_nearest_steps_is_kept_by_going_further() -> None:
    plan = Plan(
        id="half",
        lines=(
            Line(id="a", partner="p", proposed=Fraction(10)),
            Line(id="b", partner="q", proposed=Fraction(10), maximum=Fraction("6.24")),
        ),
        constraints=(
            Proportional(
                id="twice", upstream=lines("a"), downstream=lines("b"), at_least=Fraction(2), at_most=Fraction(2)
            ),
        ),
    )
    exact = allocate(plan, Fraction(20))
    assert exact.amounts == {"a": Fraction("3.12"), "b": Fraction("6.24")}
    assert of(exact).amounts == {"a": Fraction("3.1"), "b": Fraction("6.2")}


def test_thirds_that_must_stay_thirds_are_refused() -> None:
    plan = Plan(
        id="thirds",
        lines=tuple(Line(id=name, partner=name, proposed=Fraction(1)) for name in ("a", "b", "c")),
        constraints=(
            *(
                Proportional(
                    id=f"equal-{name}",
                    upstream=lines("a"),
                    downstream=lines(name),
                    at_least=Fraction(1),
                    at_most=Fraction(1),
                )
                for name in ("b", "c")
            ),
            Level(id="one", of=partner("a", "b", "c"), at_least=Fraction(1)),
        ),
    )
    with pytest.raises(NotRoundedError, match=r"no amounts in whole steps of 1/10 or finer keep every rule of thirds"):
        of(allocate(plan, Fraction(1)))


def test_a_hundred_random_splits_keep_every_rule_and_add_up_when_rounded() -> None:
    for exact in random_splits(100):
        found = of(exact)
        assert found.faults() == []
        assert found.total <= exact.ceiling
        assert found.value_lost >= 0 or exact.plan.objective[0] != "value"
        assert all(abs(shift) <= 3 * found.step for shift in found.shifts.values())
        assert all((amount / found.step).denominator == 1 for amount in found.amounts.values())


def test_no_rounding_of_small_plans_is_nearer_than_the_one_found() -> None:
    """Every choice of floors and ceilings is looked at, and judged by the words of the docstring."""
    looked_at = 0
    for exact in random_splits(40):
        found = of(exact)
        if len(exact.amounts) > 7 or any(abs(shift) >= found.step for shift in found.shifts.values()):
            continue
        choices = product(*({amount // found.step, -(-amount // found.step)} for amount in exact.amounts.values()))
        kept = []
        for counts in choices:
            amounts = {line: count * found.step for line, count in zip(exact.amounts, counts, strict=True)}
            if not replace(found, amounts=amounts).faults():
                kept.append(judged(exact, amounts))
        assert judged(exact, dict(found.amounts)) == min(kept)
        assert found.nearest
        looked_at += 1
    assert looked_at > 10


def judged(exact: Allocation, amounts: dict[str, Fraction]) -> tuple[Fraction, Fraction, Fraction]:
    shifts = {line: amount - exact.amounts[line] for line, amount in amounts.items()}
    groups = [group for grouping in GROUPINGS for group in exact.plan.grouped(grouping).values()]
    largest = max(abs(sum((shifts[line.id] for line in group), start=Fraction(0))) for group in groups)
    whole = abs(sum(shifts.values(), start=Fraction(0)))
    return whole, largest, sum((abs(shift) for shift in shifts.values()), start=Fraction(0))


@pytest.mark.parametrize("answer", [None, {"x": Fraction(7), "y": Fraction(0)}, {"x": Fraction(0), "y": Fraction(0)}])
def test_whatever_the_engine_points_at_the_best_whole_answer_is_found(
    answer: dict[str, Fraction] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = knapsack()
    monkeypatch.setattr(flessenhals.solver.rounding.branch_and_bound, "highs_whole", lambda _program, _whole: answer)
    found = best_whole(program, program.variables)
    assert (found.point, found.optimum, found.proved) == ({"x": 1, "y": 2}, 5, True)


def test_a_search_that_is_cut_off_gives_an_answer_that_is_not_proved() -> None:
    found = best_whole(knapsack(), ["x", "y"], most_programs=1)
    assert found.point == {"x": 1, "y": 2}
    assert not found.proved


def test_that_no_whole_answer_exists_is_proved() -> None:
    program = LinearProgram("odd", {"x": Interval(Fraction(1, 3), Fraction(2, 3))}, (), {"x": Fraction(1)})
    with pytest.raises(NoWholeError, match="no answer in whole numbers exists for odd") as refused:
        best_whole(program, ["x"])
    assert refused.value.proved


def knapsack() -> LinearProgram:
    """3x + 2y within 7.5, at most 2 of each: 2 and 0.75 in parts, 1 and 2 in whole numbers."""

    row = Row(own("weight"), "stage", {"x": Fraction(3), "y": Fraction(2)}, "<=", Fraction("7.5"))
    box = Interval(Fraction(0), Fraction(2))
    return LinearProgram("knapsack", {"x": box, "y": box}, (row,), {"x": Fraction(2), "y": Fraction("1.5")})


def deviations(
    plan: Plan, exact: Mapping[str, Fraction], amounts: Mapping[str, Fraction]
) -> tuple[Fraction, Fraction, Fraction]:
    """How far a rounding is from the exact split, in the order in which roundings are judged."""
    shift = {line: amounts[line] - exact[line] for line in exact}
    groups = [group for grouping in GROUPINGS for group in plan.grouped(grouping).values()]
    totals = [abs(sum((shift[line.id] for line in group), start=F(0))) for group in groups]
    return abs(sum(shift.values(), start=F(0))), max(totals), sum((abs(each) for each in shift.values()), start=F(0))


def every_choice(exact: Mapping[str, Fraction], step: Fraction) -> Iterator[dict[str, Fraction]]:
    """All whole steps within one step of the exact amounts, whatever the rules say of them."""
    around = [
        [step * count for count in range(ceil(at / step - 1), floor(at / step + 1) + 1) if count >= 0]
        for at in exact.values()
    ]
    for chosen in product(*around):
        yield dict(zip(exact, chosen, strict=True))


def brute(random: Random, plans: int) -> int:
    """How many random plans' roundings were held against every choice within one step."""
    judged = 0
    while judged < plans:
        plan = random_plan(random, most_lines=5)
        ceiling = random_ceiling(random, plan)
        try:
            exact = allocate(plan, ceiling).amounts
        except InfeasibleError:
            continue
        step = random.choice([F(1, 10), F(1, 4), F(1)])
        rows = constraints_of(plan, ceiling)
        kept = [each for each in every_choice(exact, step) if all(row.holds(each) for row in rows)]
        found = rounded(plan, ceiling, exact, step)
        if found.step == step and found.reach == 1:
            best = min(deviations(plan, exact, each) for each in kept)
            assert dict(found.amounts) in kept
            assert not found.nearest or deviations(plan, exact, found.amounts) == best
            judged += found.nearest
        else:
            assert not kept
    return judged


def test_of_all_choices_within_one_step_none_is_nearer_than_the_one_that_is_called_nearest() -> None:
    assert brute(Random(6), 60) == 60


@pytest.mark.long
def test_of_all_choices_within_one_step_none_is_nearer_on_300_plans() -> None:
    assert brute(Random(7), 300) == 300


def test_an_amount_that_is_whole_already_may_move_where_that_keeps_the_total() -> None:
    # In steps of 1 the lab follows by half of the police: 2 and 1. A third police euro needs a half of the lab's; the
    # care line, whole as it is, can take the euro that would be lost.
    plan = Plan(
        id="total",
        lines=(
            Line(id="police", partner="p", proposed=F(10), maximum=F(8, 3)),
            Line(id="lab", partner="q", proposed=F(4), maximum=F(4, 3)),
            Line(id="care", partner="r", proposed=F(10), weight=F(1, 2)),
        ),
        constraints=(
            Proportional(id="r", upstream=lines("police"), downstream=lines("lab"), at_least=F(1, 2), at_most=F(1, 2)),
        ),
    )
    exact = allocate(plan, F(7)).amounts
    assert exact == {"police": F(8, 3), "lab": F(4, 3), "care": F(3)}
    assert rounded(plan, F(7), exact, F(1)).amounts == {"police": 2, "lab": 1, "care": 4}


def test_a_chain_in_which_one_step_moves_ten_others_is_rounded_by_moving_them() -> None:
    plan = Plan(
        id="town",
        lines=(
            Line(id="street", partner="police", proposed=F(60), minimum=F(10)),
            Line(id="desk", partner="police", proposed=F(20)),
            Line(id="prosecution", partner="om", proposed=F(8), minimum=F(2)),
            Line(id="judges", partner="courts", proposed=F(4), minimum=F(2)),
            Line(id="prevention", partner="towns", proposed=F(15), minimum=F(5)),
        ),
        constraints=(
            Proportional(
                id="om-follows", upstream=lines("street", "desk"), downstream=lines("prosecution"), at_least=F(1, 10)
            ),
            Proportional(
                id="courts-follow", upstream=lines("prosecution"), downstream=lines("judges"), at_least=F(3, 5)
            ),
        ),
    )
    exact = allocate(plan, F(100)).amounts
    found = rounded(plan, F(100), exact, F(1, 10))
    assert (found.faults(), found.step) == ([], F(1, 10))
    assert found.reach > 3


def test_steps_that_would_print_that_nobody_gets_anything_are_made_finer() -> None:
    # In whole euros a third and seven tenths of it leave nothing but 0, 0 and 0.
    asking = tuple(Line(id=name, partner=name, proposed=F(10)) for name in "abc")
    equal = tuple(
        Proportional(id=f"{up}{down}-{side}", upstream=lines(up), downstream=lines(down), **{side: ratio})
        for up, down, ratio in (("a", "b", F(1, 3)), ("b", "c", F(7, 10)))
        for side in ("at_least", "at_most")
    )
    plan = Plan(id="thirds", lines=asking, constraints=equal)
    exact = allocate(plan, F("9.99"))
    done = rounded(plan, F("9.99"), exact.amounts, F(1))
    assert not done.faults()
    assert done.step < 1
    assert 2 * done.total > exact.total
