"""The split in whole amounts as charts draw it: a jump is a stretch too short for eyes."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.coverage_chart import coverage_chart
from flessenhals.briefing.charts.split_chart import split_chart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder, WholeStep

APART = Fraction(1, 10_000)


class Point(NamedTuple):
    """The split at a place along the axis.

    Attributes:
        ceiling: in the plan's unit; a little beside the true one for the sides of a jump.
        amounts: line id → amount, in the plan's unit.
    """

    ceiling: Fraction
    amounts: Mapping[str, Fraction]


class Jumps(NamedTuple):
    """A ladder with jumps, for charts that draw straight lines between points.

    Attributes:
        ladder: as it is.
        points: what is drawn, in rising order, no two at one ceiling.
    """

    ladder: WholeLadder
    points: tuple[Point, ...]

    @property
    def plan(self) -> Plan:
        """What is divided."""
        return self.ladder.plan

    @property
    def steps(self) -> tuple[WholeStep, ...]:
        """Every ceiling at which the split turns or jumps, once."""
        return tuple(step for step in self.ladder.steps if step.side == "at")

    def at(self, ceiling: Fraction) -> Mapping[str, Fraction]:
        """The split at a ceiling at which something fits, line id → amount, in the plan's unit."""
        return self.ladder.at(ceiling)


def drawn(ladder: WholeLadder) -> Jumps:
    """A ladder with the two sides of each jump a little apart.

    Args:
        ladder: the split in whole amounts at every ceiling.
    """
    steps = ladder.steps
    beside = {"below": -1, "at": 0, "above": 1}
    gaps = [after.ceiling - step.ceiling for step, after in pairwise(steps)]
    apart = min((gap for gap in gaps if gap), default=Fraction(1)) * APART
    return Jumps(ladder, tuple(Point(step.ceiling + beside[step.side] * apart, step.amounts) for step in steps))


def whole_split_chart(ladder: WholeLadder, language: Language) -> Spec:
    """The split in whole amounts by programme over the ceiling, with an upright edge at every jump.

    Args:
        ladder: the split at every ceiling.
        language: of the texts; numbers get theirs when the chart is drawn.
    """
    return split_chart(drawn(ladder), language)


def whole_coverage_chart(ladder: WholeLadder, language: Language) -> Spec:
    """The coverage of every line in whole amounts over the ceiling, with an upright line at every jump.

    Args:
        ladder: the split at every ceiling.
        language: of the texts; numbers get theirs when the chart is drawn.
    """
    return coverage_chart(drawn(ladder), language)
