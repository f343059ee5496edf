"""Figures that add up in two directions, rounded so that they still do: against every rounding that there is."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.rounding.by_year import over_years, rounded_series
from flessenhals.solver.rounding.controlled import Figure, controlled

ONE, ZERO = Fraction(1), Fraction(0)
Table = list[list[Fraction]]

amounts = st.fractions(min_value=-2, max_value=2, max_denominator=7)
tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(amounts, min_size=width, max_size=width), min_size=1, max_size=3)
)


def figures(table: Table) -> list[Figure]:
    """A table with its sums of rows and columns, cells first; sums matter more than cells."""
    rows = [sum(row, start=ZERO) for row in table]
    columns = [sum(column, start=ZERO) for column in zip(*table, strict=True)]
    cells = [
        Figure(("row", i), ("column", j), amount, level=1)
        for i, row in enumerate(table)
        for j, amount in enumerate(row)
    ]
    return [
        *cells,
        *(Figure("all", ("row", i), amount) for i, amount in enumerate(rows)),
        *(Figure(("column", j), "all", amount) for j, amount in enumerate(columns)),
    ]


def add_up(given_: list[Figure], rounded: tuple[Fraction, ...]) -> bool:
    sums: dict[object, Fraction] = {}
    for figure, amount in zip(given_, rounded, strict=True):
        sums[figure.tail] = sums.get(figure.tail, ZERO) - amount
        sums[figure.head] = sums.get(figure.head, ZERO) + amount
    return not any(sums.values())


def deviations(given_: list[Figure], rounded: tuple[Fraction, ...]) -> list[Fraction]:
    """The sum of the deviations of each level, and then which are rounded up, the first of them first."""
    pairs = list(zip(given_, rounded, strict=True))
    of_level = [sum((abs(a - f.amount) for f, a in pairs if f.level == level), start=ZERO) for level in (0, 1)]
    return [*of_level, *(f.amount - a for f, a in pairs)]


@given(tables)
def test_of_all_roundings_that_add_up_the_nearest_is_taken(table: Table) -> None:
    flows = figures(table)
    found = tuple(controlled(flows, ONE))
    ways = [sorted({Fraction(each.amount // 1), -(-each.amount // 1) * ONE}) for each in flows]
    cells = len(flows) - len(table) - len(table[0])
    best = None
    for chosen in product(*ways[:cells]):
        grid = [list(chosen[at : at + len(table[0])]) for at in range(0, cells, len(table[0]))]
        whole = tuple(each.amount for each in figures(grid))
        if all(amount in way for amount, way in zip(whole, ways, strict=True)):
            best = whole if best is None else min(best, whole, key=lambda each: deviations(flows, each))
    assert found == best
    assert add_up(flows, found)


def test_thirds_round_up_where_they_stand_first() -> None:
    third = Fraction(1, 3)
    flows = [*(Figure("all", name, third) for name in "abc"), *(Figure(name, "sum", third) for name in "abc")]
    flows.append(Figure("sum", "all", ONE))
    assert controlled(flows, ONE) == [1, 0, 0, 1, 0, 0, 1]


def test_a_figure_leans_where_that_costs_no_sum() -> None:
    half = Fraction(1, 2)
    flows = [*(Figure("all", name, half) for name in "ab"), *(Figure(name, "all", half) for name in "ab")]
    assert controlled(flows, ONE) == [1, 1, 1, 1]
    leaning = [each._replace(lean=-1) if "a" in each[:2] else each for each in flows]
    assert controlled(leaning, ONE) == [0, 1, 0, 1]


def test_figures_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        controlled([Figure("a", "b", ONE)], ONE)


def test_very_many_figures_still_add_up() -> None:
    table = [[Fraction(i * j % 7, 7) for j in range(1, 41)] for i in range(1, 41)]
    flows = figures(table)
    found = tuple(controlled(flows, ONE))
    assert add_up(flows, found)
    assert all(abs(amount - figure.amount) < 1 for figure, amount in zip(flows, found, strict=True))


@pytest.mark.parametrize(
    ("ceiling", "step", "shift"), [("build-up", "0.1", "0"), ("two-kinds", "0.01", "0"), ("two-kinds", "5", "any")]
)
def test_a_series_adds_up_over_lines_and_over_years(ceiling: str, step: str, shift: str) -> None:
    plan = load("pact-2021-build-up", scenario="recruitment", changes=(f"shift.later={shift}",))
    split = allocate(plan, ceiling_of(plan, ceiling))
    found = rounded_series(split, Fraction(step))
    assert not found.faults()
    assert over_years(found.shifted) == 0
    exact = found.exact
    for line, by_year in found.lines.items():
        assert abs(over_years(by_year) - over_years(exact.allocated[line])) < found.step
    for group, by_year in found.groups.items():
        members = [each.line.id for each in exact.years.lines if each.line.programme == group]
        assert over_years(by_year) == sum((over_years(found.lines[line]) for line in members), start=ZERO)
    for year in exact.years.all:
        assert abs(found.left[year] - exact.unspent[year]) < found.step
        assert found.total[year] <= found.available[year]


CHAIN = """
schema: 1
plan: chain
title: Chain
unit: EUR million
years: {first: 2026, last: 2027}
ceilings: {path: {2026: 10, 2027: 20}}
lines:
  - {id: police, partner: p, proposed: 20}
  - {id: om, partner: o, proposed: 10}
  - {id: other, partner: q, proposed: 13}
constraints:
  - {id: follows, proportional: {upstream: police, downstream: om, at_least: 0.5}}
"""


def test_printed_amounts_keep_the_rules_where_a_rounding_does() -> None:
    plan = loads(CHAIN)
    found = rounded_series(allocate(plan, ceiling_of(plan, "path")), ONE)
    assert not found.faults()
    assert found.missed == ()
    # 4 28/43 at the police asks 2 14/43 at the prosecutor: the nearest, 5 and 2, would not do.
    assert found.lines == {
        "police": {2026: 4, 2027: 9},
        "om": {2026: 2, 2027: 5},
        "other": {2026: 4, 2027: 6},
    }


def test_rules_that_no_printed_amounts_keep_are_named() -> None:
    chain = CHAIN.replace("  - {id: other, partner: q, proposed: 13}\n", "")
    plan = loads(chain.replace("{2026: 10, 2027: 20}", "1.5"))
    found = rounded_series(allocate(plan, ceiling_of(plan, "path")), ONE)
    # Half a million in each of two years is printed as one of them, so that they add up.
    assert found.lines == {"police": {2026: 1, 2027: 1}, "om": {2026: 1, 2027: 0}}
    assert [row.label for row in found.missed] == ["follows@2027"]
