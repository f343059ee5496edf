"""Amounts of a proposal as they are printed, and the round ceilings around one."""

from fractions import Fraction

import pytest

from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.optimum.several import neighbours
from flessenhals.solver.rounding.in_print import in_print

PACT = load()
SMALL = """
schema: 1
plan: small
title: {en: A small plan, nl: Een klein plan}
unit: EUR million per year
price_level: 2021
departments: {jv: {en: Justice (JV), nl: Justitie (JV)}, fin: Financiën}
lines:
  - {id: police, name: {en: Police, nl: Politie}, partner: p, programme: a, department: jv, proposed: 60, source: "§1"}
  - {id: om, name: OM, partner: om, programme: a, department: jv, proposed: 10, source: "§2", origin: derived}
  - {id: tax, name: {en: Tax, nl: Belasting}, partner: tax, programme: b, department: fin, proposed: 30, minimum: 3}
constraints:
  - {id: follows, name: {en: OM follows, nl: OM volgt}, nature: law, source: "§3",
     proportional: {upstream: police, downstream: om, at_least: 0.25}}
scenarios: {loose: {title: {en: Loose, nl: Los}, constraints: {follows: null}}}
"""


def test_printed_amounts_of_a_proposal_add_up_to_its_rounded_total() -> None:
    plan, tenth = loads(SMALL), Fraction(1, 10)
    thirds = {"police": Fraction(10, 3), "om": Fraction(10, 3), "tax": Fraction(10, 3)}
    printed = {"police": Fraction("3.4"), "om": Fraction("3.3"), "tax": Fraction("3.3")}
    assert in_print(plan, thirds, tenth) == printed
    assert in_print(plan, printed, tenth) == printed


def test_printed_amounts_of_a_proposal_add_up_to_the_rounded_totals_of_its_programmes() -> None:
    quarters = {line.id: line.proposed * 3 / 4 for line in PACT.lines}
    printed = in_print(PACT, quarters, Fraction(1, 10))
    totals = [sum(printed[line.id] for line in lines) for lines in PACT.grouped("programme").values()]
    assert totals == [150, 75, 75]
    assert all(abs(printed[line] - amount) < Fraction(1, 10) for line, amount in quarters.items())


@pytest.mark.parametrize(
    ("ceiling", "around"),
    [
        ("300", ["260", "280", "300", "320", "340"]),
        ("400", ["360", "380", "400", "420", "440"]),
        ("12.5", ["10.5", "11.5", "12.5", "13.5", "14.5"]),
        ("0.05", ["0.04", "0.045", "0.05", "0.055", "0.06"]),
        ("1000000", ["800000", "900000", "1000000", "1100000", "1200000"]),
        ("0", ["0"]),
    ],
)
def test_neighbours_lie_at_round_steps_on_either_side(ceiling: str, around: list[str]) -> None:
    assert neighbours(Fraction(ceiling)) == [Fraction(each) for each in around]
