"""The shapes of a chain drawn as a bottle: bands, necks, walls and outlines, in pixels along and across the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.shapes import Point
from flessenhals.constraints.exact import total

if TYPE_CHECKING:
    from flessenhals.solver.comparison.bottle import Bottle, Neck

WALL, EARLY, FEW = 2.5, 90.0, 3


class Layout(NamedTuple):
    """Where things stand along the chain, in pixels, and how far apart they are across it.

    Attributes:
        start: where money enters.
        first: the middle of the first link.
        last: that of the last where the chain has one place for it, whatever its length; else None.
        apart: between the middles of two links, where `last` is None.
        after: from the last link to the end.
        neck: half of the length of a link.
        shoulder: over which a band narrows before a link.
        lane: the least room of an inlet across the chain.
        gap: between two of these.
        above: what is left free before the first.
        thickest: how thick the thickest band is.
        wall: half of how wide a wall is.
    """

    start: float
    first: float
    last: float | None
    apart: float
    after: float
    neck: float
    shoulder: float
    lane: float
    gap: float
    above: float
    thickest: float
    wall: float

    def places(self, depths: int) -> dict[int, float]:
        """The middle of the links of each depth."""
        last = self.first + self.apart * (depths - 1) if self.last is None else self.last
        if depths == 1:
            return {1: last}
        first = self.start + EARLY if self.last is not None and depths > FEW else self.first
        return {each: first + (last - first) * (each - 1) / (depths - 1) for each in range(1, depths + 1)}


ACROSS = Layout(200, 380, 610, 0, 55, 38, 56, 46, 12, 8, 96, 18)
DOWN = Layout(8, 150, None, 95, 55, 26, 40, 16, 10, 8, 126, 18)


class Box(NamedTuple):
    """A rectangle: from where to where along the chain, and across it."""

    left: float
    right: float
    top: float
    bottom: float


class Shapes(NamedTuple):
    """One chain, drawn.

    Attributes:
        height: of the drawing across the chain.
        flows: a band per inlet: what gets through, of one thickness from the inlet to the end.
        stuck: bands of what does not, each up to the link that holds it.
        rooms: per link with more room than what comes, its whole width.
        asked: per inlet what is asked, where that is more than it gets; it narrows to what its link lets through where
            the chain holds it back, and else runs straight up to it.
        walls: links that nothing comes through at all.
        middles: where the middle of every inlet is.
        necks: per depth, where the links of that depth stand and their middle.
        end: where the chain ends.
        out: the middle of what comes out.
    """

    height: float
    flows: list[list[Point]]
    stuck: list[list[Point]]
    rooms: list[Box]
    asked: list[list[Point]]
    walls: list[Box]
    middles: list[float]
    necks: dict[int, float]
    end: float
    out: float


def shapes(bottle: Bottle, scale: float, most: float, layout: Layout = ACROSS, *, held: bool = False) -> Shapes:
    """A bottle in pixels.

    Args:
        bottle: the chain.
        scale: pixels per unit of the plan.
        most: the thickest that room is drawn, in the plan's unit.
        layout: where things stand.
        held: whether a rule of the chain holds back the rest of what is asked.
    """
    return _Drawing(bottle, scale, most, layout, held=held).shapes()


class _Drawing:
    def __init__(self, bottle: Bottle, scale: float, most: float, layout: Layout, *, held: bool) -> None:
        self._bottle, self._scale, self._most, self._layout, self._held = bottle, scale, most, layout, held
        depths = max(neck.depth for neck in bottle.necks)
        self._x = layout.places(depths)
        near = (self._x[2] - self._x[1]) / 2 - 4 if depths > 1 else layout.neck
        self._half = min(layout.neck, near * 3 / 5)
        self._shoulder = min(layout.shoulder, near * 4 / 5)
        self._middles: list[float] = []
        y = layout.above
        for place, inlet in enumerate(bottle.inlets):
            first = self._first(place)
            room = float(first.capacity) if len(first.inlets) == 1 else 0.0
            thick = max(layout.lane, scale * max(float(inlet.money), float(inlet.asked), min(room, most)))
            self._middles.append(y + thick / 2)
            y += thick + layout.gap
        over = max((layout.above - self._top(neck) for neck in bottle.necks), default=0.0)
        if over > 0:
            self._middles = [middle + over for middle in self._middles]
            y += over
        self._bottom = y - layout.gap + layout.above

    def shapes(self) -> Shapes:
        """All of it."""
        flows: list[list[Point]] = []
        stuck: list[list[Point]] = []
        asked = []
        for place, inlet in enumerate(self._bottle.inlets):
            path, held = self._lane(place)
            flows += [path] if inlet.passes else []
            stuck += held
            if inlet.asked > inlet.money:
                asked.append(self._asked(place))
        rooms, walls = [], []
        for neck in self._bottle.necks:
            x, middle = self._x[neck.depth], self._middle(neck)
            if not neck.capacity and neck.arrives:
                walls.append(Box(x - WALL, x + WALL, middle - self._layout.wall, middle + self._layout.wall))
            elif neck.capacity > neck.leaves and neck.capacity:
                half = self._scale * min(float(neck.capacity), self._most) / 2
                rooms.append(Box(x - self._half, x + self._half, middle - half, middle + half))
        last = self._bottle.necks[-1]
        lowest = max([self._bottom, *(box.bottom + self._layout.above for box in rooms)])
        return Shapes(
            height=lowest,
            flows=flows,
            stuck=stuck,
            rooms=rooms,
            asked=asked,
            walls=walls,
            middles=self._middles,
            necks=self._x,
            end=self._end,
            out=self._middle(last),
        )

    @property
    def _end(self) -> float:
        return max(self._x.values()) + self._layout.after

    def _first(self, place: int) -> Neck:
        return next(neck for neck in self._bottle.necks if place in neck.inlets)

    def _middle(self, neck: Neck) -> float:
        """The middle of a link: that of its only inlet, or between those of several, nearest to the largest."""
        weights = [float(max(each.money, each.asked)) for each in (self._bottle.inlets[place] for place in neck.inlets)]
        whole = sum(weights)
        middles = [self._middles[place] for place in neck.inlets]
        if not whole:
            return (min(middles) + max(middles)) / 2
        return sum(weight * middle for weight, middle in zip(weights, middles, strict=True)) / whole

    def _top(self, neck: Neck) -> float:
        """Where a link begins, across the chain: with its room, or its wall."""
        half = self._scale * min(float(max(neck.capacity, neck.leaves)), self._most) / 2
        return self._middle(neck) - max(half, self._layout.wall)

    def _asked(self, place: int) -> list[Point]:
        inlet, first, middle = self._bottle.inlets[place], self._first(place), self._middles[place]
        if self._held:
            at, _ = self._slot(first, place)
            start = (self._layout.start, middle, float(inlet.asked))
            return self._taper(start, (self._x[first.depth], at, float(inlet.passes)))
        half, stop = self._scale * float(inlet.asked) / 2, self._x[first.depth] - self._half
        return [Point(each, middle - half, middle + half) for each in (self._layout.start, stop)]

    def _lane(self, place: int) -> tuple[list[Point], list[list[Point]]]:
        """What gets through of an inlet from start to end, and what is stuck of it before each link."""
        inlet = self._bottle.inlets[place]
        through = self._scale * float(inlet.passes) / 2
        middle, x, width = self._middles[place], self._layout.start, float(inlet.money)
        begin = x
        path = [Point(x, middle - through, middle + through)]
        held = []
        for neck in self._bottle.necks:
            if place not in neck.inlets:
                continue
            at, behind = self._slot(neck, place)
            end = self._x[neck.depth]
            if width > float(inlet.passes):
                held.append(self._taper((begin, middle, width), (end, at, behind)))
            bend = max(x, end - self._half - self._shoulder)
            for px, py in ((bend, middle), (end - self._half, at), (end + self._half, at)):
                path.append(Point(px, py - through, py + through))
            middle, x, width = at, end + self._half, behind
            begin = end - self._half  # what is stuck further on lies in this link too
        path.append(Point(self._end, middle - through, middle + through))
        return path, held

    def _slot(self, neck: Neck, place: int) -> tuple[float, float]:
        """Where an inlet's middle lies in a link, and how much of its money comes through, in the plan's unit."""
        passes = total(self._bottle.inlets[each].passes for each in neck.inlets)
        over = float(neck.leaves - passes) / float(neck.stuck + neck.leaves - passes or 1)
        parts = []
        for each in neck.inlets:
            inlet = self._bottle.inlets[each]
            parts.append(float(inlet.passes) + over * max(0.0, float(inlet.money - inlet.passes)))
        top = self._middle(neck) - self._scale * sum(parts) / 2
        before = sum(parts[: neck.inlets.index(place)])
        own = parts[neck.inlets.index(place)]
        return top + self._scale * (before + own / 2), own

    def _taper(self, start: tuple[float, float, float], end: tuple[float, float, float]) -> list[Point]:
        """A band that narrows at its shoulder to what a link lets through; each end as place, middle and money."""
        (x, middle, width), (stop, at, behind) = start, end
        wide, narrow = self._scale * width / 2, self._scale * behind / 2
        stop -= self._half if behind else WALL
        shoulder = max(x, stop - self._shoulder)
        return [
            Point(x, middle - wide, middle + wide),
            Point(shoulder, middle - wide, middle + wide),
            Point(stop, at - narrow, at + narrow),
        ]
