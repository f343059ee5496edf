"""The shapes of a chain drawn as a bottle: bands, necks and hatching, in pixels from the top left."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.solver.comparison.bottle import Bottle, Neck

START, FIRST, LAST, END = 200.0, 380.0, 610.0, 665.0
NECK, SHOULDER, STEPS, WALL = 38.0, 56.0, 14, 2.5
LANE, GAP, ABOVE, UNDER = 44.0, 12.0, 46.0, 10.0
EVERY = 6.0


class Point(NamedTuple):
    """A band at one place: where its upper and its lower edge are."""

    x: float
    top: float
    bottom: float


class Box(NamedTuple):
    """A rectangle."""

    left: float
    right: float
    top: float
    bottom: float


class Shapes(NamedTuple):
    """One chain, drawn.

    Attributes:
        height: of the drawing, with its labels.
        flows: a band per inlet: what gets through, of one thickness from the inlet to the end.
        stuck: bands of what does not, each up to the neck that holds it.
        rooms: per neck with more room than what comes, its whole width.
        asked: per inlet the outline of what is asked, where that differs.
        walls: necks that nothing comes through at all.
        middles: where the middle of every inlet is.
        necks: per depth, where the links of that depth stand and their middle.
        out: the middle of what comes out.
    """

    height: float
    flows: list[list[Point]]
    stuck: list[list[Point]]
    rooms: list[Box]
    asked: list[Box]
    walls: list[Box]
    middles: list[float]
    necks: dict[int, float]
    out: float


def shapes(bottle: Bottle, scale: float, most: float) -> Shapes:
    """A bottle in pixels.

    Args:
        bottle: the chain.
        scale: pixels per unit of the plan.
        most: the thickest that room is drawn, in the plan's unit.
    """
    return _Drawing(bottle, scale, most).shapes()


class _Drawing:
    def __init__(self, bottle: Bottle, scale: float, most: float) -> None:
        self._bottle, self._scale, self._most = bottle, scale, most
        depths = max(neck.depth for neck in bottle.necks)
        self._x = {
            depth: LAST if depth == depths else FIRST + (LAST - FIRST) * (depth - 1) / max(1, depths - 1)
            for depth in range(1, depths + 1)
        }
        self._middles: list[float] = []
        y = ABOVE
        for place, inlet in enumerate(bottle.inlets):
            first = next(neck for neck in bottle.necks if place in neck.inlets)
            room = float(first.capacity) if len(first.inlets) == 1 else 0.0
            thick = max(LANE, scale * max(float(inlet.money), float(inlet.asked), min(room, most)))
            self._middles.append(y + thick / 2)
            y += thick + GAP
        self._bottom = y - GAP + UNDER

    def shapes(self) -> Shapes:
        """All of it."""
        flows: list[list[Point]] = []
        stuck: list[list[Point]] = []
        asked = []
        for place, inlet in enumerate(self._bottle.inlets):
            path, held = self._lane(place)
            flows += [path] if inlet.passes else []
            stuck += held
            if inlet.asked != inlet.money:
                half, first = self._scale * float(inlet.asked) / 2, self._first(place)
                middle = self._middles[place]
                asked.append(Box(START, self._x[first.depth] - NECK, middle - half, middle + half))
        rooms, walls = [], []
        for neck in self._bottle.necks:
            x, middle = self._x[neck.depth], self._middle(neck)
            if not neck.capacity and neck.arrives:
                walls.append(Box(x - WALL, x + WALL, middle - 17, middle + 17))
            elif neck.capacity > neck.leaves and neck.capacity:
                half = self._scale * min(float(neck.capacity), self._most) / 2
                rooms.append(Box(x - NECK, x + NECK, middle - half, middle + half))
        last = self._bottle.necks[-1]
        lowest = max([self._bottom, *(box.bottom + UNDER for box in rooms)])
        return Shapes(
            height=lowest,
            flows=flows,
            stuck=stuck,
            rooms=rooms,
            asked=asked,
            walls=walls,
            middles=self._middles,
            necks=self._x,
            out=self._middle(last),
        )

    def _first(self, place: int) -> Neck:
        return next(neck for neck in self._bottle.necks if place in neck.inlets)

    def _middle(self, neck: Neck) -> float:
        """The middle of a neck: that of its only inlet, or halfway between the first and the last of several."""
        ends = [self._middles[place] for place in neck.inlets]
        return (min(ends) + max(ends)) / 2

    def _lane(self, place: int) -> tuple[list[Point], list[list[Point]]]:
        """What gets through of an inlet from start to end, and what is stuck of it before each neck."""
        inlet = self._bottle.inlets[place]
        through = self._scale * float(inlet.passes) / 2
        middle, x, width = self._middles[place], START, float(inlet.money)
        path = [Point(x, middle - through, middle + through)]
        held = []
        for neck in self._bottle.necks:
            if place not in neck.inlets:
                continue
            at, behind = self._slot(neck, place)
            end = self._x[neck.depth]
            if width > float(inlet.passes):
                held.append(self._taper((x, middle, width), (end, at, behind)))
            path += [Point(px, py - through, py + through) for px, py in _curve((x, middle), (end - NECK, at))]
            path.append(Point(end + NECK, at - through, at + through))
            middle, x, width = at, end + NECK, behind
        path.append(Point(END, middle - through, middle + through))
        return path, held

    def _slot(self, neck: Neck, place: int) -> tuple[float, float]:
        """Where an inlet's middle lies in a neck, and how much of its money comes through, in the plan's unit."""
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
        """A band that narrows at its shoulder to what a neck lets through; each end as place, middle and money."""
        (x, middle, width), (stop, at, behind) = start, end
        wide, narrow = self._scale * width / 2, self._scale * behind / 2
        stop -= NECK if behind else WALL
        shoulder = max(x, stop - SHOULDER)
        found = [Point(x, middle - wide, middle + wide)]
        for part in range(STEPS + 1):
            t = part / STEPS
            ease = t * t * (3 - 2 * t)
            half, y = wide + (narrow - wide) * ease, middle + (at - middle) * ease
            found.append(Point(shoulder + (stop - shoulder) * t, y - half, y + half))
        return found


def _curve(start: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """The middle of a band on its way to a neck: straight, and over the last stretch towards it."""
    (x, y), (stop, at) = start, end
    bend = max(x, stop - SHOULDER)
    for part in range(STEPS + 1):
        t = part / STEPS
        yield bend + (stop - bend) * t, y + (at - y) * t * t * (3 - 2 * t)


def hatching(band: list[Point]) -> Iterator[tuple[float, float, float, float]]:
    """Lines at 45 degrees across a band, each by its two ends; clipped to the band at every pixel."""
    left, right = band[0].x, band[-1].x
    edges = [_edges(band, left + step) for step in range(int(right - left) + 1)]
    low, high = min(top for top, _ in edges), max(bottom for _, bottom in edges)
    offset = low - (right - left)
    while offset < high + (right - left):
        begun = None
        for step, (top, bottom) in enumerate(edges):
            y = offset + (right - left) - step
            within = top < y < bottom
            if within and begun is None:
                begun = step
            if begun is not None and (not within or step == len(edges) - 1):
                ends = (begun, step if within else step - 1)
                if ends[1] > ends[0]:
                    first, last = (offset + (right - left) - each for each in ends)
                    yield left + ends[0], first, left + ends[1], last
                begun = None
        offset += EVERY


def _edges(band: list[Point], x: float) -> tuple[float, float]:
    for here, there in pairwise(band):
        if here.x <= x <= there.x:
            part = (x - here.x) / (there.x - here.x) if there.x > here.x else 0.0
            return here.top + part * (there.top - here.top), here.bottom + part * (there.bottom - here.bottom)
    return band[-1].top, band[-1].bottom
