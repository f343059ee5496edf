"""Of very many lines a split in whole steps is found near the exact one that keeps every rule."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import country
import pytest

from flessenhals.constraints import Level
from flessenhals.constraints.exact import total
from flessenhals.constraints.selector import EVERYTHING
from flessenhals.data.plans.reader import load
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.rounding.at_once import beside, near
from flessenhals.solver.rounding.rounding import rounded

F = Fraction


def test_what_is_lost_by_rounding_down_goes_to_the_lines_that_lost_most() -> None:
    lines = tuple(Line(id=name, partner=name, proposed=F(4)) for name in ("a", "b", "c"))
    exact = {"a": F("1.1"), "b": F("1.8"), "c": F("1.1")}
    assert near(Plan(id="three", lines=lines), F(4), exact, F(1)) == {"a": 1, "b": 2, "c": 1}


def test_a_limit_between_two_steps_leaves_none() -> None:
    plan = Plan(id="one", lines=(Line(id="a", partner="a", proposed=F(4), minimum=F("1.2"), maximum=F("1.4")),))
    assert near(plan, F(4), {"a": F("1.3")}, F(1)) is None


def test_repairs_that_go_round_in_circles_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flessenhals.solver.rounding.at_once.MOST_REPAIRS", 10**12)
    line = Line(id="a", partner="a", proposed=F(4))
    between = (Level(id="least", of=EVERYTHING, at_least=F("1.4")), Level(id="most", of=EVERYTHING, at_most=F("1.6")))
    plan = Plan(id="between", lines=(line,), constraints=between)
    assert near(plan, F(4), {"a": F("1.5")}, F(1)) is None
    assert near(plan, F(4), {"a": F("1.5")}, F(1, 2)) == {"a": F("1.5")}


def test_of_very_many_lines_those_that_cannot_be_split_are_printed_next_to_what_they_get(tmp_path: Path) -> None:
    drawn = load(country.write(tmp_path, 21))
    whole = {"m0003-shelter", "m0007-schools"}
    lines = tuple(replace(line, parts=2) if line.id in whole else line for line in drawn.lines)
    plan = replace(drawn, lines=lines)
    assert set(plan.whole) == whole
    ceiling = F(round(plan.proposed * F(7, 10)))
    exact = allocate(plan, ceiling).amounts
    found = rounded(plan, ceiling, exact)
    assert not found.faults()
    assert all(abs(found.amounts[line] - exact[line]) < found.step for line in plan.whole)
    assert abs(found.total - ceiling) <= found.step * 10


@pytest.mark.parametrize("part", [F(5, 10), F(8, 10)])
def test_of_a_country_printed_amounts_keep_every_rule_and_the_total(tmp_path: Path, part: Fraction) -> None:
    plan = load(country.write(tmp_path, 21))
    ceiling = F(round(plan.proposed * part))
    found = rounded(plan, ceiling, allocate(plan, ceiling).amounts)
    assert not found.faults()
    assert not found.nearest
    assert abs(found.total - ceiling) <= found.step * 10


def test_where_rules_leave_no_steps_each_amount_is_next_to_its_exact_one_and_programmes_keep_their_totals() -> None:
    lines = tuple(
        Line(id=f"{programme}{number}", partner="p", programme=programme, proposed=F("0.25"), minimum=F("0.25"))
        for programme in ("a", "b")
        for number in range(300)
    )
    exact = {line.id: F("0.25") for line in lines}
    plan = Plan(id="many", lines=lines)
    assert not rounded(plan, F(150), exact, F("0.01")).passed
    found = beside(plan, F(150), exact, F("0.1"))
    assert set(found.values()) == {F("0.2"), F("0.3")}
    assert [total(found[line.id] for line in group) for group in plan.grouped("programme").values()] == [75, 75]


def test_of_a_country_without_such_steps_the_total_is_kept_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flessenhals.solver.rounding.rounding.near", lambda *_: None)
    plan = load(country.write(tmp_path, 21))
    ceiling = F(300)
    exact = allocate(plan, ceiling).amounts
    found = rounded(plan, ceiling, exact)
    assert (found.keeps_all, found.searched, found.total) == (False, False, ceiling)
    assert all(abs(found.amounts[line] - amount) < found.step for line, amount in exact.items())
    for lines in plan.grouped("programme").values():
        assert abs(total(found.amounts[each.id] - exact[each.id] for each in lines)) < found.step * 10


def middling(tmp_path: Path) -> tuple[Plan, Fraction, dict[str, Fraction]]:
    plan = load(country.write(tmp_path, 9))
    ceiling = F(round(plan.proposed * F(7, 10)))
    return plan, ceiling, dict(allocate(plan, ceiling).amounts)


def test_of_hundreds_of_lines_one_that_keeps_every_rule_is_found_without_searching_for_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flessenhals.solver.rounding.rounding.nearest", None)
    found = rounded(*middling(tmp_path), nearby=True)
    assert (found.keeps_all, found.searched, found.faults()) == (True, False, [])


def test_of_hundreds_of_lines_without_such_steps_nearby_the_nearest_is_searched_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flessenhals.solver.rounding.rounding.near", lambda *_: None)
    found = rounded(*middling(tmp_path), nearby=True)
    assert (found.keeps_all, found.searched, found.faults()) == (True, True, [])
