"""A drawing as shapes in their places, apart from who draws it: as SVG for page and paper, as Vega-Lite for files."""

from __future__ import annotations

from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.briefing.charts.frame import alternative, frame
from flessenhals.briefing.charts.roles import colour
from flessenhals.briefing.charts.shapes import hatching, outline, straightened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.charts.shapes import Point
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan

Align = Literal["left", "center", "right"]
HATCHED, HATCH, PALE = "stuck-paper", 2.4, 0.55
DASHES = [4, 4]
SIZE = 13


class Area(NamedTuple):
    """A band: an upper and a lower edge from left to right, filled, outlined or both.

    Attributes:
        band: where its edges are.
        role: what it means; empty where it is an outline alone. What cannot be used is hatched.
        edge: the role of its outline; empty where it has none.
        curved: whether it bends from place to place.
        dashed: whether its outline is.
        pale: whether it is drawn at a little over half of its strength.
    """

    band: tuple[Point, ...]
    role: str = ""
    edge: str = ""
    curved: bool = False
    dashed: bool = False
    pale: bool = False

    @property
    def is_hatched(self) -> bool:
        """Whether it is money that cannot be used."""
        return self.role == HATCHED


class Stroke(NamedTuple):
    """A straight line from one place to another."""

    x: float
    y: float
    x2: float
    y2: float
    role: str
    width: float = 1.0
    dashed: bool = False


class Label(NamedTuple):
    """A text; its middle, left or right end stands at a place."""

    x: float
    y: float
    said: str
    role: str = "ink"
    align: Align = "left"
    bold: bool = False


class Sketch(NamedTuple):
    """A drawing, from the back to the front: areas, strokes, labels; in pixels from the top left.

    Attributes:
        width, height: of all of it.
        areas, strokes, labels: its parts.
        title: its message, in a sentence.
        under: what is drawn, in which unit.
        about: what it shows besides, figure by figure, for who cannot see it.
        upright: whether its areas run from top to bottom: what is across in them is along.
        tall: the same for a narrow screen; None where it is narrow enough.
    """

    width: float
    height: float
    areas: tuple[Area, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    title: str
    under: str
    about: str
    upright: bool = False
    tall: Sketch | None = None

    def path(self, area: Area) -> str:
        """The outline of an area as an SVG path."""
        return outline(area.band, curved=area.curved, upright=self.upright)


def line_along(points: Sequence[tuple[float, float]], role: str, width: float, *, dashed: bool = False) -> list[Stroke]:
    """A line from point to point."""
    return [Stroke(*one, *other, role, width, dashed) for one, other in pairwise(points)]


def wrapped(said: str, letters: int, most: int) -> list[str]:
    """A name in so many lines at most, the last of them cut off where it is too long."""
    lines = wrap(said, letters) or [""]
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][: letters - 1].rstrip()}…"]


def pushed_apart(middles: Sequence[float], tall: Sequence[float], top: float, bottom: float) -> list[float]:
    """Where texts of these heights stand that want these middles, from top to bottom, without one on another."""
    placed: list[float] = []
    least = top
    for middle, height in zip(middles, tall, strict=True):
        placed.append(max(middle, least + height / 2))
        least = placed[-1] + height / 2
    most = bottom
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], most - tall[place] / 2)
        most = placed[place] - tall[place] / 2
    return placed


def as_spec(sketch: Sketch, plan: Plan, language: Language) -> Spec:
    """A drawing as a Vega-Lite specification: its message as the title, below it what is drawn, and of which plan."""
    return {
        **frame(plan, sketch.title, sketch.under, language),
        "description": alternative(plan, [f"{sketch.title}.", sketch.about], language),
        "width": sketch.width,
        "height": sketch.height,
        "view": {"stroke": None},
        "layer": [*_areas(sketch), *_strokes(sketch), *_labels(sketch)],
    }


def _at(sketch: Sketch) -> Spec:
    return {
        "x": _channel("x", sketch.width),
        "y": {**_channel("y", sketch.height), "scale": {"domain": [0, sketch.height], "nice": False, "reverse": True}},
    }


def _channel(field: str, length: float) -> Spec:
    scale = {"domain": [0, length], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _areas(sketch: Sketch) -> Iterator[Spec]:
    for area in sketch.areas:
        band = straightened(area.band) if area.curved else list(area.band)
        strength = PALE if area.pale else 1
        if area.role:
            yield {
                "data": {"values": [{"x": x, "y": top, "y2": bottom} for x, top, bottom in band]},
                "mark": {"type": "area", "color": colour(area.role), "opacity": strength, "line": False},
                "encoding": {**_at(sketch), "y2": {"field": "y2"}},
            }
        if area.is_hatched:
            lines = hatching(band) if len(band) > 1 else ()
            yield _rules(sketch, [Stroke(*line, "stuck", HATCH) for line in lines], strength)
        if area.edge:
            yield _rules(sketch, _around(band, area))


def _around(band: Sequence[Point], area: Area) -> list[Stroke]:
    there = [(each.x, each.top) for each in band]
    back = [(each.x, each.bottom) for each in reversed(band)]
    return line_along([*there, *back, there[0]], area.edge, 1.4 if area.dashed else 1.0, dashed=area.dashed)


def _strokes(sketch: Sketch) -> Iterable[Spec]:
    for role, width, dashed in dict.fromkeys((each.role, each.width, each.dashed) for each in sketch.strokes):
        chosen = [each for each in sketch.strokes if (each.role, each.width, each.dashed) == (role, width, dashed)]
        yield _rules(sketch, chosen)


def _rules(sketch: Sketch, strokes: Sequence[Stroke], opacity: float = 1) -> Spec:
    """Lines of one look."""
    rows = [{"x": each.x, "y": each.y, "x2": each.x2, "y2": each.y2} for each in strokes]
    look = strokes[0] if strokes else Stroke(0, 0, 0, 0, "line")
    dash = {"strokeDash": DASHES} if look.dashed else {}
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "color": colour(look.role), "strokeWidth": look.width, "opacity": opacity, **dash},
        "encoding": {**_at(sketch), "x2": {"field": "x2"}, "y2": {"field": "y2"}},
    }


def _labels(sketch: Sketch) -> Iterable[Spec]:
    for role, align, bold in dict.fromkeys((each.role, each.align, each.bold) for each in sketch.labels):
        chosen = [each for each in sketch.labels if (each.role, each.align, each.bold) == (role, align, bold)]
        yield {
            "data": {"values": [{"x": each.x, "y": each.y, "said": each.said} for each in chosen]},
            "mark": {
                "type": "text",
                "align": align,
                "baseline": "middle",
                "fontSize": SIZE,
                "fontWeight": 600 if bold else "normal",
                "color": colour(role),
                "limit": 0,
            },
            "encoding": {**_at(sketch), "text": {"field": "said", "type": "nominal"}},
        }
