"""Several proposals as strips: what can be used, what is stuck and what is not given, each as long as its amount."""

from __future__ import annotations

from fractions import Fraction

import pytest

from flessenhals.briefing.charts.comparison.proposals_chart import proposals_sketch, strips
from flessenhals.data.plans.reader import load
from flessenhals.data.proposals.reader import read_proposals
from flessenhals.solver.comparison.side_by_side import SideBySide, side_by_side

F = Fraction


@pytest.fixture(scope="module")
def two() -> SideBySide:
    plan = load()
    return side_by_side(plan, read_proposals(["police-only", "across-the-board"], plan), F(300))


def test_each_strip_has_the_exact_amounts_and_they_fill_the_ceiling(two: SideBySide) -> None:
    police, board = strips(two)
    assert (police.usable, police.stuck, police.left) == (0, 125, 175)
    assert (board.usable, board.stuck, board.left) == (300, 0, 0)


def test_its_parts_are_as_long_as_their_amounts_and_what_is_stuck_is_hatched(two: SideBySide) -> None:
    sketch = proposals_sketch(two, "nl", 1)
    stuck, left, usable = sketch.areas
    assert stuck.is_hatched
    assert left.dashed
    lengths = [area.band[-1].x - area.band[0].x for area in (stuck, left, usable)]
    assert lengths == pytest.approx([600 * 125 / 300, 600 * 175 / 300, 600])
    assert sketch.title == 'Van "across-the-board" is € 300 mln bruikbaar, het meest van de twee voorstellen'
    assert "€ 125 mln loopt vast" in [label.said for label in sketch.labels]


def test_where_two_have_the_most_neither_is_called_the_one(two: SideBySide) -> None:
    plan = two.plan
    same = side_by_side(plan, read_proposals(["across-the-board", "across-the-board"], plan), F(300))
    assert proposals_sketch(same, "en", 1).title == "The proposals of which most can be used come to € 300 million"
