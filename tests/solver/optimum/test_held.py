"""Lines that a stage leaves no choice are not asked about again."""

from dataclasses import replace
from fractions import Fraction

import pytest

from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.objectives import faults_of
from flessenhals.solver.plan.plan import Line, Plan

F = Fraction


@pytest.fixture
def weighed() -> Allocation:
    lines = (
        Line(id="dear", partner="d", proposed=F(10), weight=F(3)),
        Line(id="even", partner="e", proposed=F(10)),
        Line(id="other", partner="o", proposed=F(30)),
        Line(id="cheap", partner="c", proposed=F(10), weight=F(1, 2)),
    )
    return allocate(Plan(id="weighed", lines=lines), F(30))


def test_what_the_value_decides_is_held_and_coverage_divides_the_rest(weighed: Allocation) -> None:
    value, coverage = weighed.stages
    assert value.held == {"dear": 10, "cheap": 0}
    assert set(coverage.settled) == {"even", "other"}
    assert weighed.amounts == {"dear": 10, "even": 5, "other": 15, "cheap": 0}


def test_a_line_is_held_only_with_a_reason_in_the_certificate(weighed: Allocation) -> None:
    value, coverage = weighed.stages
    assert faults_of((value, coverage)) == []
    tied = replace(value, held={**value.held, "even": value.certificate.point["even"]})
    moved = replace(value, held={"dear": F(9)})
    assert faults_of((tied, coverage)) == ["stage 1 (value): even was held without a reason"]
    assert faults_of((moved, coverage)) == ["stage 1 (value): dear was held without a reason"]
