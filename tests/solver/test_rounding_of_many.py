"""Of very many lines a split in whole steps is found near the exact one that keeps every rule."""

from fractions import Fraction
from pathlib import Path

import country
import pytest

from flessenhals.data.plans.reader import load
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.rounding.at_once import near
from flessenhals.solver.rounding.rounding import rounded

F = Fraction


def test_what_is_lost_by_rounding_down_goes_to_the_lines_that_lost_most() -> None:
    lines = tuple(Line(id=name, partner=name, proposed=F(4)) for name in ("a", "b", "c"))
    exact = {"a": F("1.1"), "b": F("1.8"), "c": F("1.1")}
    assert near(Plan(id="three", lines=lines), F(4), exact, F(1)) == {"a": 1, "b": 2, "c": 1}


def test_a_limit_between_two_steps_leaves_none() -> None:
    plan = Plan(id="one", lines=(Line(id="a", partner="a", proposed=F(4), minimum=F("1.2"), maximum=F("1.4")),))
    assert near(plan, F(4), {"a": F("1.3")}, F(1)) is None


@pytest.mark.parametrize("part", [F(5, 10), F(8, 10)])
def test_of_a_country_printed_amounts_keep_every_rule_and_the_total(tmp_path: Path, part: Fraction) -> None:
    plan = load(country.write(tmp_path, 21))
    ceiling = F(round(plan.proposed * part))
    found = rounded(plan, ceiling, allocate(plan, ceiling).amounts)
    assert not found.faults()
    assert not found.nearest
    assert abs(found.total - ceiling) <= found.step * 10
