"""What drawings are made of: bands with their edges and curves, and the hatching of what cannot be used."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EVERY, STEPS, LEVEL = 6.0, 12, 0.05


class Point(NamedTuple):
    """A band at one place: where its upper and its lower edge are."""

    x: float
    top: float
    bottom: float


def outline(band: Sequence[Point], *, curved: bool = False, upright: bool = False) -> str:
    """The outline of a band as an SVG path.

    Args:
        band: from its first place to its last.
        curved: whether it bends from place to place, by cubic curves with their control points halfway.
        upright: whether it runs from top to bottom, with its places as heights.
    """
    there = [(each.x, each.top) for each in band]
    back = [(each.x, each.bottom) for each in reversed(band)]
    return f"M{_side(there, curved, upright)}L{_side(back, curved, upright)}Z"


def _side(edge: Sequence[tuple[float, float]], curved: bool, upright: bool) -> str:  # noqa: FBT001 - two passed on
    def at(x: float, y: float) -> str:
        x, y = round(x, 1), round(y, 1)
        return f"{y:g} {x:g}" if upright else f"{x:g} {y:g}"

    turning = [
        here
        for before, here, after in zip((None, *edge[:-1]), edge, (*edge[1:], None), strict=True)
        if before is None or after is None or not abs(before[1] - here[1]) + abs(after[1] - here[1]) < LEVEL
    ]
    drawn = [at(*turning[0])]
    for (x, y), (x2, y2) in pairwise(turning):
        middle = (x + x2) / 2
        if curved and abs(y2 - y) > LEVEL:
            drawn.append(f"C{at(middle, y)} {at(middle, y2)} {at(x2, y2)}")
        else:
            drawn.append(f"L{at(x2, y2)}")
    return "".join(drawn)


def straightened(band: Sequence[Point]) -> list[Point]:
    """A band that bends as one of short straight pieces, along the same curves."""
    found = [band[0]]
    for here, there in pairwise(band):
        if abs(there.top - here.top) > LEVEL or abs(there.bottom - here.bottom) > LEVEL:
            found += [_between(here, there, place / STEPS) for place in range(1, STEPS)]
        found.append(there)
    return found


def _between(here: Point, there: Point, part: float) -> Point:
    """A place along a cubic curve of which both control points lie halfway."""
    across = part * part * (3 - 2 * part)
    middle = 1.5 * part * (1 - part)  # the weight of both control points, half of 3t²(1-t) + 3t(1-t)²
    along = (1 - part) ** 3 + middle, part**3 + middle
    return Point(
        here.x * along[0] + there.x * along[1],
        here.top + (there.top - here.top) * across,
        here.bottom + (there.bottom - here.bottom) * across,
    )


def hatching(band: Sequence[Point]) -> Iterator[tuple[float, float, float, float]]:
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


def _edges(band: Sequence[Point], x: float) -> tuple[float, float]:
    for here, there in pairwise(band):
        if here.x <= x <= there.x:
            part = (x - here.x) / (there.x - here.x) if there.x > here.x else 0.0
            return here.top + part * (there.top - here.top), here.bottom + part * (there.bottom - here.bottom)
    return band[-1].top, band[-1].bottom
