"""A drawing as shapes in their places, apart from who draws it: Vega-Lite for files, the page by itself."""

from __future__ import annotations

from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.briefing.charts import roles
from flessenhals.briefing.charts.bottle_shapes import Point, hatching
from flessenhals.briefing.charts.frame import FONT, TITLE, UNDER_TITLE, alternative, frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan

Align = Literal["left", "center", "right"]
# What a colour means → that colour on white paper.
COLOURS = {
    "flow": roles.FLOW,
    "brand": roles.BRAND,
    "room": roles.ROOM,
    "stuck": roles.STUCK,
    "stuck-paper": roles.STUCK_PAPER,
    "asked": roles.ASKED,
    "edge": roles.EDGE,
    "muted": roles.MUTED,
    "ink": roles.ASKED,
    "paper": "#FFFFFF",
    **{f"programme-{place}": colour for place, colour in enumerate(roles.PROGRAMMES, start=1)},
}
HATCH = 2.4
DASHES = [4, 4]


class Area(NamedTuple):
    """A filled band: an upper and a lower edge from left to right.

    Attributes:
        band: where its edges are.
        role: what it means.
    """

    band: tuple[Point, ...]
    role: str

    @property
    def outline(self) -> str:
        """Its corners, as SVG has them."""
        corners = [(each.x, each.top) for each in self.band] + [(each.x, each.bottom) for each in reversed(self.band)]
        return " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)


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
    """

    width: float
    height: float
    areas: tuple[Area, ...]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    title: str
    under: str
    about: str


def hatched(band: Sequence[Point]) -> tuple[Area, list[Stroke]]:
    """A band of what cannot be used: light, with lines at 45 degrees that a copy in grey keeps."""
    lines = [Stroke(*line, "stuck", HATCH) for line in hatching(list(band))] if len(band) > 1 else []
    return Area(tuple(band), "stuck-paper"), lines


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
    spec = frame(plan, sketch.under, language)
    heading = spec["title"]
    named = " · ".join([" ".join(heading["text"]), *heading["subtitle"][: -len(wrap(sketch.under, UNDER_TITLE))]])
    heading["text"] = wrap(sketch.title, TITLE)
    heading["subtitle"] = [*wrap(sketch.under, UNDER_TITLE), *wrap(named, UNDER_TITLE)]
    return {
        **spec,
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


def _areas(sketch: Sketch) -> Iterable[Spec]:
    for area in sketch.areas:
        rows = [{"x": x, "y": top, "y2": bottom} for x, top, bottom in area.band]
        yield {
            "data": {"values": rows},
            "mark": {"type": "area", "color": COLOURS[area.role], "opacity": 1, "line": False},
            "encoding": {**_at(sketch), "y2": {"field": "y2"}},
        }


def _strokes(sketch: Sketch) -> Iterable[Spec]:
    for role, width, dashed in dict.fromkeys((each.role, each.width, each.dashed) for each in sketch.strokes):
        chosen = [each for each in sketch.strokes if (each.role, each.width, each.dashed) == (role, width, dashed)]
        rows = [{"x": each.x, "y": each.y, "x2": each.x2, "y2": each.y2} for each in chosen]
        dash = {"strokeDash": DASHES} if dashed else {}
        yield {
            "data": {"values": rows},
            "mark": {"type": "rule", "color": COLOURS[role], "strokeWidth": width, **dash},
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
                "fontSize": FONT + 1,
                "fontWeight": "bold" if bold else "normal",
                "color": COLOURS[role],
                "limit": 0,
            },
            "encoding": {**_at(sketch), "text": {"field": "said", "type": "nominal"}},
        }
