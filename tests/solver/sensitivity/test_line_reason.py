"""Why a line gets this and not more, and who would pay."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.linear_program import constraints_of
from flessenhals.solver.sensitivity.line_reason import why

F = Fraction
TINY = F(1, 10**9)


def test_at_300_the_ceiling_stops_a_line_and_the_others_pay_for_one_more() -> None:
    found = why(load(), F(300), "nfi")
    assert [row.label for row in found.stops] == ["ceiling"]
    assert (found.step, found.refused) == (1, None)
    assert found.changes["nfi"] == 1
    assert all(change < 0 for line, change in found.changes.items() if line != "nfi")
    assert sum(found.changes.values()) == 0
    assert found.value == 0
    assert found.lowest_coverage == F(267 - F(268 * 5, 368), 363) - F(268, 368)


def test_one_more_for_the_police_takes_its_chain_along() -> None:
    found = why(load(), F(300), "police-neighbourhood")
    assert found.price.total == F("1.15")
    assert found.changes["police-neighbourhood"] == 1
    assert found.changes["om-chain-police"] > 0


def test_strict_at_400_the_courts_stop_the_om_and_the_police_would_pay() -> None:
    found = why(load(scenario="strict"), F(400), "om-prevention")
    assert {"courts-follow-om", "courts-chain.maximum"} <= {row.label for row in found.stops}
    assert "ceiling" not in {row.label for row in found.stops}
    police = ("police-neighbourhood", "police-investigation", "police-prevention")
    assert sum(found.changes.get(line, F(0)) for line in police) < 0
    assert found.value is not None
    assert found.value < 0


def test_a_line_that_has_all_it_asks_is_stopped_by_its_maximum() -> None:
    found = why(load(), F(400), "nfi")
    assert [row.label for row in found.stops] == ["nfi.maximum"]
    assert found.most == 6


def test_one_more_that_no_other_line_can_pay_for_is_refused_with_what_would_make_it_possible() -> None:
    lines = (Line(id="a", partner="a", proposed=F(10)), Line(id="b", partner="b", proposed=F(10), minimum=F("9.5")))
    found = why(Plan(id="tight", lines=lines), F(10), "a")
    assert found.amount == found.most == F(1, 2)
    assert (found.step, found.then, found.changes) == (0, None, {})
    assert found.refused is not None
    assert {each.row.label: each.change for each in found.refused.repairs}["ceiling"] == 1


def test_less_than_one_more_is_given_where_one_is_impossible() -> None:
    lines = (Line(id="a", partner="a", proposed=F(10)), Line(id="b", partner="b", proposed=F(10), minimum=F("4.75")))
    found = why(Plan(id="loose", lines=lines), F(10), "a")
    assert (found.amount, found.most, found.step) == (5, F("5.25"), F("0.25"))
    assert found.changes == {"a": F("0.25"), "b": -F("0.25")}


def test_a_unit_out_of_all_proportion_is_a_hundredth_of_the_proposal() -> None:
    lines = (Line(id="a", partner="a", proposed=F(1, 20)), Line(id="b", partner="b", proposed=F(10)))
    assert why(Plan(id="tiny", lines=lines), F(5), "a").step == F(1, 2000)


def test_on_random_plans_what_stops_a_line_does_and_the_changes_are_those_of_a_fresh_solve() -> None:
    random = Random(51)
    plans = stopped = 0
    while plans < 40:
        plan = random_plan(random, most_lines=6)
        ceiling = random_ceiling(random, plan)
        try:
            split = allocate(plan, ceiling)
        except InfeasibleError:
            continue
        plans += 1
        line = random.choice(plan.lines)
        found = why(plan, ceiling, line.id, split)
        others = [Row(own("kept"), "stage", {each: F(1)}, ">=", amount) for each, amount in split.amounts.items()]
        more = Row(own("more"), "stage", {line.id: F(1)}, ">=", found.amount + TINY)
        if found.stops:
            stopped += 1
            assert shortage([*found.stops, *others, more]).optimum < 0
        else:
            assert shortage([*constraints_of(plan, ceiling), *others, more]).optimum == 0
            assert not (line.proposed and line.weight)
        if found.then is not None:
            given = replace(line, minimum=found.amount + found.step, maximum=max(line.upper, found.amount + found.step))
            changed = replace(plan, lines=tuple(given if each is line else each for each in plan.lines))
            assert found.then.amounts == allocate(changed, ceiling).amounts
    assert stopped > 20
