"""The charts of the page as shapes in their places, drawn without any library and moved by the page's own script."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.frame import by_programme, points_of
from flessenhals.briefing.charts.split_chart import shades
from flessenhals.briefing.text.numbers import amount

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.briefing.charts.jumps import Jumps
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

# Sizes are in the units of the drawing's own grid.
WIDTH, LEFT, RIGHT, TOP, TALL, UNDER = 720, 52, 16, 12, 260, 30
RUN_ON, TICKS = 16, 6
ROUND = (1, 2, 5, 10)


class Tick(NamedTuple):
    """A mark on an axis: where it stands and what it says."""

    at: float
    said: str


class Area(NamedTuple):
    """One programme's area: its name, colour and outline."""

    name: str
    colour: str
    outline: str


class SplitFigure(NamedTuple):
    """The split by programme over the ceiling.

    Attributes:
        width, height, left, right, top, bottom: of the drawing, and of the field in it.
        low, high: the ceilings at the field's left and right edge, in the plan's unit.
        across, up: the marks on both axes.
        areas: in the plan's order, each upon those that follow.
        steps: where the split changes course.
        ceiling: the line on which everything would be spent.
    """

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    areas: tuple[Area, ...]
    steps: tuple[float, ...]
    ceiling: str

    def place(self, ceiling: Fraction) -> float:
        """Where a ceiling stands on the axis; at its edge if it lies beyond."""
        part = (float(ceiling) - self.low) / (self.high - self.low)
        return round(self.left + (self.right - self.left) * min(max(part, 0), 1), 2)


def split_figure(ladder: Ladder | Jumps, language: Language) -> SplitFigure:
    """The areas with a point at every step of the ladder, and a little beyond the last."""
    groups = by_programme(ladder.plan, language)
    first, last = ladder.steps[0].ceiling, ladder.steps[-1].ceiling
    end = last + ((last - first) / RUN_ON or last / RUN_ON or 1)
    low, high = float(first), float(end)
    right, bottom = WIDTH - RIGHT, TOP + TALL
    points = [*points_of(ladder), (end, ladder.at(end))]
    tallest = max(end, *(sum(amounts.values(), start=end * 0) for _, amounts in points))

    def across(ceiling: float) -> float:
        return round(LEFT + (right - LEFT) * (ceiling - low) / (high - low), 2)

    def up(given: float) -> float:
        return round(bottom - TALL * given / float(tallest), 2)

    below = [0.0] * len(points)
    areas = []
    for group, colour in reversed(list(zip(groups, shades(len(groups)), strict=True))):
        above = [base + float(group.gets(amounts)) for base, (_, amounts) in zip(below, points, strict=True)]
        edge = [(across(float(ceiling)), up(given)) for (ceiling, _), given in zip(points, above, strict=True)]
        floor = [(across(float(ceiling)), up(given)) for (ceiling, _), given in zip(points, below, strict=True)]
        outline = " ".join(f"{x:g},{y:g}" for x, y in [*edge, *reversed(floor)])
        areas.append(Area(group.name, colour, outline))
        below = above
    return SplitFigure(
        width=WIDTH,
        height=bottom + UNDER,
        left=LEFT,
        right=right,
        top=TOP,
        bottom=bottom,
        low=low,
        high=high,
        across=tuple(Tick(across(float(each)), amount(each, language)) for each in ticks(first, end)),
        up=tuple(Tick(up(float(each)), amount(each, language)) for each in ticks(end * 0, tallest)),
        areas=tuple(reversed(areas)),
        steps=tuple(across(float(step.ceiling)) for step in ladder.steps),
        ceiling=f"{across(low):g},{up(low):g} {across(high):g},{up(high):g}",
    )


def ticks(low: Fraction, high: Fraction) -> list[Fraction]:
    """Round amounts evenly along an axis, some six of them."""
    wanted = (high - low) / TICKS
    power = wanted / wanted
    while power > wanted:
        power /= 10
    while power * 10 <= wanted:
        power *= 10
    step = next(power * each for each in ROUND if power * each >= wanted)
    start = -(-low // step)
    return [step * place for place in range(int(start), int(high // step) + 1)]
