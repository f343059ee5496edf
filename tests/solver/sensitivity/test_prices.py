"""Prices are the change of a fresh exact solve, on both sides and to the ends of their ranges."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from random import Random

import pulp
import pytest
from drawn.plans import random_ceiling, random_plan
from hypothesis import given
from hypothesis import strategies as st
from opinions.cbc import CBC

from flessenhals.constraints import Proportional
from flessenhals.constraints.row import Row
from flessenhals.constraints.selector import lines
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import pulp_model
from flessenhals.solver.program.linear_program import LinearProgram, splits
from flessenhals.solver.program.prove import prove
from flessenhals.solver.sensitivity.curve import Stretch, Tangent, first_stretch
from flessenhals.solver.sensitivity.price import Price, Side
from flessenhals.solver.sensitivity.prices import price

F = Fraction
PLANS = 200
TINY = F(1, 10**9)


def asking(plan: Plan, ceiling: Fraction) -> LinearProgram:
    return splits(plan, ceiling).asking("value", {line.id: line.weight for line in plan.lines})


def value(program: LinearProgram, row: Row, by: Fraction) -> Fraction | None:
    try:
        return prove(program.relaxed(row, by)).optimum
    except NoOptimumError:
        return None


def is_the_change_of_a_fresh_solve(program: LinearProgram, row: Row, found: Price) -> None:
    now = value(program, row, F(0))
    assert now is not None
    far = F(10) if found.relax.until is None else found.relax.until
    if row.kind != "minimum" or far <= row.right_hand_side:
        for part in (F(1, 3), F(1)):
            assert value(program, row, part * far) == now + found.relax.price * part * far
    if found.relax.until is not None and (row.kind != "minimum" or far < row.right_hand_side):
        beyond = value(program, row, far + TINY)
        assert beyond is not None
        assert beyond < now + found.relax.price * (far + TINY)
    if found.tighten is None:
        assert value(program, row, -TINY) is None
        return
    assert found.tighten.until is not None
    for part in (F(1, 3), F(1)):
        assert (
            value(program, row, -part * found.tighten.until) == now - found.tighten.price * part * found.tighten.until
        )
    below = value(program, row, -found.tighten.until - TINY)
    assert below is None or below < now - found.tighten.price * (found.tighten.until + TINY)


def shares_weight(plan: Plan, amounts: Mapping[str, Fraction]) -> Iterator[bool]:
    """Whether lines that could still move are worth as much as each other, so that the value alone has ties."""
    free = [line.weight for line in plan.lines if line.minimum < amounts[line.id] < line.upper]
    yield from (free.count(weight) > 1 for weight in free)


def test_each_price_on_200_random_plans_equals_a_fresh_solve_at_the_ends_of_its_range_and_no_further() -> None:
    random = Random(44)
    plans = kinks = degenerate = tied = 0
    while plans < PLANS:
        plan = random_plan(random, most_lines=7)
        ceiling = random_ceiling(random, plan)
        try:
            split = allocate(plan, ceiling)
        except InfeasibleError:
            continue
        plans += 1
        binding = [each.row for each in split.constraints if each.binding]
        degenerate += len(binding) > len(plan.lines)  # more constraints meet in the split than it takes to hold it
        tied += any(shares_weight(plan, split.amounts))
        for row in random.sample(binding, min(3, len(binding))):
            found = price(plan, ceiling, row)
            is_the_change_of_a_fresh_solve(asking(plan, ceiling), row, found)
            kinks += found.tighten is not None and found.tighten.price != found.relax.price
    assert kinks > 0
    assert degenerate > PLANS // 4
    assert tied > PLANS // 5


def test_strict_at_400_each_euro_more_in_the_courts_chain_line_releases_two_at_the_om() -> None:
    plan = load(scenario="strict")
    row = next(row for row in plan.bound_rows if row.label == "courts-chain.maximum")
    found = price(plan, F(400), row)
    assert found == Price(relax=Side(F(3), F(2, 3)), tighten=Side(F(3), F(4)))
    assert allocate(plan, F(400)).unspent == 3 * F(2, 3)


@pytest.mark.parametrize("line", ["om-chain-police", "om-chain-laundering"])
def test_complex_cases_at_400_each_euro_in_a_chain_line_of_the_om_is_worth_seven_and_two_thirds(line: str) -> None:
    plan = load(scenario="complex-cases")
    row = next(row for row in plan.bound_rows if row.label == f"{line}.maximum")
    found = price(plan, F(400), row)
    assert found.relax.price == F(23, 3)
    assert found.tighten is not None
    assert found.tighten.price == F(23, 3)


KINK = Plan(
    id="kink",
    lines=(
        Line(id="dear", partner="a", proposed=F(10), weight=F(9, 10)),
        Line(id="cheap", partner="b", proposed=F(10), weight=F(7, 10)),
    ),
)


def test_at_a_kink_one_more_and_one_less_differ() -> None:
    row = allocate(KINK, F(10)).constraints[0].row
    assert price(KINK, F(10), row) == Price(relax=Side(F(7, 10), F(10)), tighten=Side(F(9, 10), F(10)))


@pytest.mark.filterwarnings("ignore:PULP_CBC_CMD is deprecated")
def test_solvers_disagree_on_a_dual_because_at_a_kink_there_are_two_and_each_names_one() -> None:
    plan = Plan(
        id="degenerate",
        lines=(
            Line(id="audit", partner="a", proposed=F("2.5")),
            Line(id="inspections", partner="b", proposed=F("12.5"), weight=F(1, 2)),
        ),
        constraints=(
            Proportional(id="follow", upstream=lines("inspections"), downstream=lines("audit"), at_least=F(1, 2)),
        ),
    )
    ceiling = allocate(plan, F("7.5")).constraints[0].row
    found = price(plan, F("7.5"), ceiling)
    assert found == Price(relax=Side(F(0), None), tighten=Side(F(1, 2), F(5)))
    told = {}
    for solver in (pulp.HiGHS(msg=False), CBC(msg=False)):
        model = pulp_model(asking(plan, F("7.5")))
        model.solve(solver)
        told[solver.name] = F(str(abs(model.constraints()[0].pi)))
    assert told == {"HiGHS": found.relax.price, CBC.name: found.tighten.price if found.tighten else None}


def test_a_constraint_that_binds_without_effect_has_the_price_zero_and_no_end() -> None:
    row = next(row for row in load().rule_rows if row.label == "om-follows-police")
    assert price(load(), F(400), row).relax == Side(F(0), None)


def test_a_constraint_that_cannot_be_tightened_says_so() -> None:
    plan = Plan(id="full", lines=(Line(id="a", partner="a", proposed=F(4), minimum=F(4)),))
    ceiling = allocate(plan, F(4)).constraints[0].row
    assert price(plan, F(4), ceiling).tighten is None


@given(st.lists(st.tuples(st.fractions(F(1, 9), 9), st.fractions(0, 9)), min_size=1, max_size=5))
def test_the_first_stretch_of_a_concave_function_is_found_from_tangents_alone(
    pieces: list[tuple[Fraction, Fraction]],
) -> None:
    slopes = sorted({slope for _, slope in pieces}, reverse=True)
    lengths = [length for length, _ in pieces][: len(slopes)]
    ends = [sum(lengths[: place + 1], start=F(0)) for place in range(len(slopes))]

    def ask(at: Fraction) -> Tangent:
        height = F(0)
        for place, slope in enumerate(slopes):
            start = ends[place - 1] if place else F(0)
            if at <= ends[place]:
                return Tangent(at, height + slope * (at - start), slope if at else slopes[0] + 1)
            height += slope * (ends[place] - start)
        raise AssertionError(at)

    assert first_stretch(ask, F(0), ends[-1]) == Stretch(slopes[0], ends[0])
