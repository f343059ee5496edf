"""A certificate proves its optimum exactly, or is refused."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan

from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.objectives import Stage
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.program.certificate import Certificate, faults
from flessenhals.solver.program.linear_program import LinearProgram, splits
from flessenhals.solver.program.prove import prove

TINY = Fraction(1, 10**12)
PLANS = 1000


def perturbed(certificate: Certificate, random: Random) -> dict[str, Certificate]:
    """The certificate with one figure moved by 1e-12, once for each thing that it states."""
    tiny = random.choice([TINY, -TINY])
    variable = random.choice(list(certificate.point))
    row = random.randrange(len(certificate.dual))

    def moved(figures: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return tuple(figure + tiny * (place == row) for place, figure in enumerate(figures))

    return {
        "primal": certificate._replace(point={**certificate.point, variable: certificate.point[variable] + tiny}),
        "activity": certificate._replace(activity=moved(certificate.activity)),
        "dual": certificate._replace(dual=moved(certificate.dual)),
        "reduced cost": certificate._replace(
            reduced_cost={**certificate.reduced_cost, variable: certificate.reduced_cost[variable] + tiny},
        ),
        "gap": certificate._replace(optimum=certificate.optimum + tiny),
    }


def stages_of_random_plans(count: int) -> list[Stage]:
    random = Random(20210201)
    stages: list[Stage] = []
    optimal = 0
    while optimal < count:
        plan = random_plan(random)
        try:
            stages += allocate(plan, random_ceiling(random, plan)).stages
        except InfeasibleError:
            continue
        optimal += 1
    return stages


def test_every_stage_of_1000_random_plans_verifies_and_no_figure_may_move_by_1e_12() -> None:
    random = Random(1)
    stages = stages_of_random_plans(PLANS)
    assert len(stages) >= PLANS
    for stage in stages:
        assert faults(stage.program, stage.certificate) == []
        for what, wrong in perturbed(stage.certificate, random).items():
            assert faults(stage.program, wrong), f"{what} moved unseen in\n{stage.program}"


@pytest.fixture
def program() -> LinearProgram:
    plan = Plan(
        id="two",
        lines=(
            Line(id="dear", partner="a", proposed=Fraction(6), weight=Fraction(2)),
            Line(id="cheap", partner="a", proposed=Fraction(6)),
        ),
    )
    return splits(plan, Fraction(10)).asking("value", {"dear": Fraction(2), "cheap": Fraction(1)})


def test_the_dual_of_the_ceiling_is_what_one_more_unit_brings(program: LinearProgram) -> None:
    certificate = prove(program)
    assert certificate.optimum == 16
    assert certificate.dual == (1,)
    assert certificate.reduced_cost == {"dear": 1, "cheap": 0}


def test_a_feasible_point_that_is_not_the_best_is_refused(program: LinearProgram) -> None:
    worse = Certificate(
        point={"dear": Fraction(5), "cheap": Fraction(5)},
        activity=(Fraction(10),),
        dual=(Fraction(1),),
        reduced_cost={"dear": Fraction(1), "cheap": Fraction(0)},
        optimum=Fraction(15),
    )
    assert faults(program, worse) == ["the optimum is not what the duals bound"]


def test_a_better_value_than_any_split_reaches_is_refused(program: LinearProgram) -> None:
    certificate = prove(program)
    beyond = certificate._replace(
        point={"dear": Fraction(6), "cheap": Fraction(5)}, activity=(Fraction(11),), optimum=Fraction(17)
    )
    assert faults(program, beyond) == ["ceiling is broken", "the optimum is not what the duals bound"]


def test_a_dual_of_the_wrong_sign_is_refused(program: LinearProgram) -> None:
    certificate = prove(program)
    wrong = certificate._replace(
        dual=(Fraction(-1),),
        reduced_cost={"dear": Fraction(3), "cheap": Fraction(2)},
        optimum=Fraction(16),
    )
    assert "the dual of ceiling has the wrong sign" in faults(program, wrong)


def test_a_certificate_of_another_program_is_refused(program: LinearProgram) -> None:
    certificate = prove(program)
    assert faults(program.fixing({"dear": Fraction(0)}), certificate) == [
        "dear is outside its bounds",
        "the optimum is not what the duals bound",
    ]
    other = certificate._replace(point={"dear": Fraction(6)}, dual=())
    assert faults(program, other) == [
        "the point does not have the program's variables",
        "the activities or duals do not have the program's rows",
    ]


def test_duals_that_leave_an_unlimited_variable_attractive_prove_nothing(program: LinearProgram) -> None:
    certificate = prove(program)
    unlimited = replace(
        program, variables={label: each._replace(upper=None) for label, each in program.variables.items()}
    )
    assert faults(unlimited, certificate) == ["dear has no upper bound, and the duals do not hold it"]
