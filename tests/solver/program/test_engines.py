"""Whoever finds the basis, the answer is the same, and only what is proved counts."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from drawn.plans import random_ceiling, random_plan
from opinions.cbc import CBC, solved_by

import flessenhals.solver.program.exact.exact_simplex
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.basis import Basis, Status
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.exact.exact_simplex import exact
from flessenhals.solver.program.highs import estimate, highs, pulp_model, unit_of
from flessenhals.solver.program.linear_program import Interval, LinearProgram, splits

if TYPE_CHECKING:
    from flessenhals.solver.program.prove import Engine

NEAR = 1e-6


def cbc(program: LinearProgram) -> Basis | None:
    """CBC's answer as a basis: what its amounts, to eight digits, seem to stand on."""
    model = pulp_model(program)
    if not solved_by(CBC(msg=False), model):
        return None
    unit = float(unit_of(program))
    point = {
        label: variable.varValue * unit for label, variable in zip(program.variables, model.variables(), strict=True)
    }

    def status(label: str, interval: Interval) -> Status:
        if abs(point[label] - float(interval.lower)) <= NEAR:
            return "lower"
        upper = interval.upper
        return "upper" if upper is not None and abs(point[label] - float(upper)) <= NEAR else "basic"

    left = [sum(float(value) * point[label] for label, value in row.coefficients.items()) for row in program.rows]
    return Basis(
        variables={label: status(label, interval) for label, interval in program.variables.items()},
        tight=frozenset(
            place for place, row in enumerate(program.rows) if abs(left[place] - float(row.right_hand_side)) <= NEAR
        ),
    )


def answer(plan: Plan, ceiling: Fraction, engine: Engine) -> object:
    try:
        return allocate(plan, ceiling, engine).amounts
    except InfeasibleError as refused:
        return refused.lowest_feasible_ceiling


# The bundled CBC goes in PuLP 4; it is a second opinion here for as long as PuLP 3 carries it.
@pytest.mark.filterwarnings("ignore:PULP_CBC_CMD is deprecated")
@pytest.mark.parametrize(("engine", "plans"), [(exact, 150), (cbc, 12)], ids=["exact simplex", "CBC"])
def test_highs_and_another_engine_give_exactly_the_same_split(engine: Engine, plans: int) -> None:
    random = Random(11)
    for _ in range(plans):
        plan = random_plan(random, most_lines=9)
        ceiling = random_ceiling(random, plan)
        assert answer(plan, ceiling, engine) == answer(plan, ceiling, highs)


def test_a_program_handed_over_as_arrays_gives_the_same_split_as_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(12)
    plans = [random_plan(random) for _ in range(80)]
    ceilings = [random_ceiling(random, plan) for plan in plans]
    as_models = [answer(plan, ceiling, highs) for plan, ceiling in zip(plans, ceilings, strict=True)]
    monkeypatch.setattr(flessenhals.solver.program.highs, "LARGE", 0)
    assert [answer(plan, ceiling, highs) for plan, ceiling in zip(plans, ceilings, strict=True)] == as_models


def test_a_program_that_takes_the_simplex_method_too_many_steps_gives_the_same_split(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random, runs = Random(13), []
    plans = [random_plan(random) for _ in range(40)]
    ceilings = [random_ceiling(random, plan) for plan in plans]
    as_models = [answer(plan, ceiling, highs) for plan, ceiling in zip(plans, ceilings, strict=True)]
    run = flessenhals.solver.program.highs.in_thread
    monkeypatch.setattr(flessenhals.solver.program.highs, "in_thread", lambda solver: runs.append(1) or run(solver))
    monkeypatch.setattr(flessenhals.solver.program.highs, "LARGE", 0)
    monkeypatch.setattr(flessenhals.solver.program.highs, "LONGEST", 0)
    solves = []

    def counted(program: LinearProgram) -> Basis | None:
        solves.append(1)
        return highs(program)

    assert [answer(plan, ceiling, counted) for plan, ceiling in zip(plans, ceilings, strict=True)] == as_models
    assert len(runs) > len(solves)


def test_an_estimate_is_near_the_proved_optimum_and_none_where_nothing_fits() -> None:
    program = splits(PLAN, Fraction(44)).asking("value", {"police": Fraction(1), "om": Fraction(1)})
    found = estimate(program.fixing({"om": Fraction(4)}))
    assert found is not None
    assert found.point == pytest.approx({"police": 40, "om": 4})
    assert estimate(program.fixing({"police": Fraction(60), "om": Fraction(5)})) is None


def test_an_estimate_says_what_a_bound_costs() -> None:
    program = splits(PLAN, Fraction(20)).asking("value", {"police": Fraction(2), "om": Fraction(1)})
    found = estimate(program.fixing({"om": Fraction(2)}))
    assert found is not None
    assert found.reduced_cost["om"] == pytest.approx(-1)


PLAN = Plan(
    id="small",
    lines=(
        Line(id="police", partner="police", proposed=Fraction(100)),
        Line(id="om", partner="om", proposed=Fraction(5)),
    ),
    constraints=(
        Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=Fraction(1, 10)),
    ),
)
SPLIT = {"police": Fraction(50), "om": Fraction(5)}


def says_nothing_fits(program: LinearProgram) -> None:
    del program


def puts_everything_at_its_lower_bound(program: LinearProgram) -> Basis:
    return Basis(dict.fromkeys(program.variables, "lower"), frozenset())


def names_a_singular_basis(program: LinearProgram) -> Basis:
    return Basis(dict.fromkeys(program.variables, "basic"), frozenset({0}))


@pytest.mark.parametrize(
    "engine",
    [says_nothing_fits, puts_everything_at_its_lower_bound, names_a_singular_basis],
    ids=lambda each: each.__name__,
)
def test_an_engine_that_is_wrong_costs_time_and_not_the_answer(engine: Engine) -> None:
    assert allocate(PLAN, Fraction(100), engine).amounts == SPLIT


def test_where_no_certificate_holds_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(program: LinearProgram, start: Basis | None = None) -> Basis:
        del start
        return puts_everything_at_its_lower_bound(program)

    monkeypatch.setattr(flessenhals.solver.program.exact.exact_simplex, "exact", wrong)
    with pytest.raises(NotProvedError):
        allocate(PLAN, Fraction(100), names_a_singular_basis)


def test_a_limit_on_iterations_is_not_taken_for_an_optimum(monkeypatch: pytest.MonkeyPatch) -> None:
    program = splits(PLAN, Fraction(100)).asking("value", {"police": Fraction(1), "om": Fraction(1)})
    assert highs(program) is not None
    monkeypatch.setitem(flessenhals.solver.program.highs.OPTIONS, "simplex_iteration_limit", 0)
    assert highs(program) is None
    assert allocate(PLAN, Fraction(100)).amounts == SPLIT


def test_amounts_of_ten_digits_and_cents_come_back_whole() -> None:
    large = Fraction("9876543210.55")
    plan = Plan(
        id="large", lines=(Line(id="a", partner="a", proposed=large), Line(id="b", partner="b", proposed=Fraction(1)))
    )
    assert allocate(plan, large).total == large
