"""Bottlenecks of plans with years: asked in short, the rest on request, with the figures that fresh solves give."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from drawn.dated_plans import random_tree, read
from judge import asked, refused_well

import flessenhals as fh
from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import loads
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.optimum.slim import is_slim, slim_split
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.sensitivity.bottlenecks import priced
from flessenhals.solver.sensitivity.followed_price import division

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
schema: 1
plan: small
unit: EUR million per year
years: {first: 2026, last: 2028}
lines:
  - {id: police, partner: police, proposed: 10, weight: 2}
  - {id: judges, partner: courts, proposed: 5}
constraints:
  - {id: follow, proportional: {upstream: {partner: police}, downstream: judges, at_least: 0.5, lag: 1}}
  - {id: recruit, build_up: {of: judges, at_most: 1, start: 1}}
"""


def plans(count: int) -> list[Allocation]:
    """Optimal splits of random plans with years, some with shift."""
    found = []
    for seed in range(count):
        plan = read(random_tree(seed, shift=seed % 3 == 2))
        split = attempt(plan, ceiling_of(plan, "path"))
        found += [split] if isinstance(split, Allocation) else []
    return found


def test_the_split_for_its_amounts_alone_is_the_split() -> None:
    for split in plans(30):
        assert is_slim(split.plan)
        found = slim_split(split.plan, split.ceiling, highs_in_a_row)
        assert found.amounts == split.amounts
        assert not found.faults()


def test_where_the_money_goes_is_the_same_from_the_split_and_from_a_probe() -> None:
    for split in plans(12):
        by_price = priced(split)
        for each in split.constraints:
            if each.row.id in by_price and each.binding and not each.row.id.is_bound:
                one = division(split.plan, split.ceiling, each.row, highs_in_a_row, split)
                assert one == division(split.plan, split.ceiling, each.row, highs_in_a_row), each.row.label


def test_weights_and_ratios_are_given_on_request() -> None:
    plan = loads(PLAN)
    briefly = fh.bottlenecks(plan, 5)
    assert not briefly.weights  # type: ignore[union-attr]
    found = fh.bottlenecks(plan, 5, everything=True)
    weights = {each.line: (each.down, each.up) for each in found.weights}  # type: ignore[union-attr]
    # A euro there takes half a euro of the next year's from police to judges: 1 of a judge's, and 0.5 · (2 - 1).
    assert weights["police@2026"] == (Fraction(3, 2), None)
    assert {str(each.ratio.id) for each in found.ratios} == {"follow@2027", "follow@2028:2027", "follow@2028:2028"}  # type: ignore[union-attr]
    assert {str(each.row.id) for each in briefly.found} <= {str(each.row.id) for each in found.found}  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_everything_is_told(tmp_path: Path, language: str) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN)
    answer = asked(["bottlenecks", "12", "--all", "--plan", str(tmp_path / "plan.yaml"), "--lang", language])
    assert answer.code == 0
    assert ("in 2028 for 2027" if language == "en" else "in 2028 voor 2027") in answer.out


def test_everything_is_for_years() -> None:
    answer = asked(["bottlenecks", "300", "--all"])
    assert answer.code == 2
    assert not refused_well(answer)


def test_one_unit_more_of_a_build_up_is_worth_its_price() -> None:
    """A judge more in each later year lets two euros of police more be spent there, at a weight of two."""
    plan = loads(PLAN)
    found = {str(each.row.id): each for each in fh.bottlenecks(plan, 100).found}  # type: ignore[union-attr]
    later = found["recruit@2028"]
    assert later.price.relax.price == Fraction(9)  # the judge itself, and two police that 2027 and 2028 each add
