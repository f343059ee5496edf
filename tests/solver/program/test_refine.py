"""A basis that is right within a solver's tolerance, and wrong by a part of a cent: refined until it is right."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan

import flessenhals.solver.optimum.divide
import flessenhals.solver.program.prove
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.whatif import whatif
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.basis import Basis
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.exact.refine import refined
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import LinearProgram, splits
from flessenhals.solver.program.prove import proof, prove
from flessenhals.solver.program.vertex import vertex

F = Fraction
POLICE, SHARE = F("10002.71"), F("0.0775")
NEEDED = POLICE * SHARE  # 775.210025, and the plan's minimum is this in whole cents


@pytest.fixture(autouse=True)
def without_the_exact_simplex(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every program counts as too large for it."""
    monkeypatch.setattr(flessenhals.solver.program.prove, "MOST_FOR_EXACT", 0)
    monkeypatch.setattr(flessenhals.solver.optimum.divide, "MOST_FOR_EXACT", 0)


def in_cents(most: Fraction) -> Plan:
    """The OM's minimum is the rule's own ratio, rounded down to cents; its maximum is given."""
    others = tuple(Line(id=f"x{number}", partner="other", proposed=F(30000)) for number in range(2000))
    police = Line(id="police", partner="police", proposed=POLICE, minimum=POLICE)
    om = Line(id="om", partner="om", proposed=F(1550), minimum=F("775.21"), maximum=most, weight=F(1, 2))
    rule = Proportional(id="follows", upstream=lines("police"), downstream=lines("om"), at_least=SHARE)
    return Plan(id="cents", lines=(police, om, *others), constraints=(rule,))


def test_a_minimum_rounded_down_to_cents_does_not_cost_the_answer() -> None:
    split = allocate(in_cents(F(1550)), F(60_000_000))
    assert split.amounts["om"] == NEEDED
    assert split.total == 60_000_000
    assert split.faults() == []


def test_a_maximum_rounded_down_to_cents_is_proved_to_leave_nothing_that_fits() -> None:
    with pytest.raises(InfeasibleError) as refused:
        allocate(in_cents(F("775.21")), F(60_000_000))
    assert {row.label for row in refused.value.conflict} == {"follows", "police.minimum", "om.maximum"}


def test_every_ceiling_beside_it_is_answered() -> None:
    found = whatif([in_cents(F(1550))], [F(20_000_000), F(60_000_000)])
    assert [isinstance(each, Allocation) and each.faults() == [] for each in found.results] == [True, True]


def nearly(program: LinearProgram) -> Basis | None:
    """The basis of a program with other limits, each of which is off by a part of a unit."""
    rows = tuple(row.relaxed(F(place + 1, 7)) for place, row in enumerate(program.rows))
    return highs(replace(program, rows=rows))


def test_a_basis_that_is_nearly_right_ends_as_one_that_is() -> None:
    random = Random(5)
    mended = 0
    while mended < 25:
        plan = random_plan(random)
        weights = {line.id: line.weight for line in plan.lines}
        program = splits(plan, random_ceiling(random, plan)).asking("value", weights)
        start = nearly(program)
        if start is None or proof(program, start) is not None:
            continue
        try:
            found = refined(program, start)
        except NoOptimumError:
            rows = [*program.rows, *plan.bound_rows]
            assert shortage(rows).optimum < 0
            continue
        assert found is not None
        assert proof(program, found[0]) == found[1]
        assert refined(program, start, vertex(program, start)) == found
        assert found[1].optimum == prove(program).optimum
        mended += 1


def test_a_basis_that_decides_nothing_is_not_refined() -> None:
    plan = in_cents(F(1550))
    program = splits(plan, F(60_000_000)).asking("value", {"police": F(1)})
    assert refined(program, Basis(dict.fromkeys(program.variables, "basic"), frozenset())) is None
