"""A drawing as an SVG image by itself, for paper: every colour is in it, and its letters are those of the charts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import LETTERS
from flessenhals.briefing.charts.roles import colour
from flessenhals.briefing.charts.sketch import HATCH, PALE, SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.charts.sketch import Area, Sketch
    from flessenhals.briefing.text.language import Language

ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def sketch_svg(sketch: Sketch, language: Language) -> str:
    """A drawing as an SVG image, with its alternative text.

    Args:
        sketch: the drawing.
        language: of its texts.
    """
    return "".join(_parts(sketch, language))


def _parts(sketch: Sketch, language: Language) -> Iterator[str]:
    size = f'width="{sketch.width:.0f}" height="{sketch.height:.0f}"'
    box = f"0 0 {sketch.width:.0f} {sketch.height:.0f}"
    about = escape(f"{sketch.title}. {sketch.about}")
    yield f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{language}" aria-label="{about}" {size} '
    yield f'viewBox="{box}" font-family="{escape(LETTERS)}" font-size="{SIZE}">'
    if any(area.is_hatched for area in sketch.areas):
        yield '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        yield f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{colour("stuck-paper")}"/>'
        yield f'<path d="M0 0V6" stroke="{colour("stuck")}" stroke-width="{HATCH * 4 / 3:.1f}"/></pattern></defs>'
    yield from (_area(sketch, area) for area in sketch.areas)
    for line in sketch.strokes:
        dashes = ' stroke-dasharray="4 4"' if line.dashed else ""
        yield f'<path d="M{line.x:.1f} {line.y:.1f}L{line.x2:.1f} {line.y2:.1f}" fill="none" '
        yield f'stroke="{colour(line.role)}" stroke-width="{line.width}"{dashes}/>'
    for label in sketch.labels:
        weight = ' font-weight="600"' if label.bold else ""
        yield f'<text x="{label.x:.1f}" y="{label.y + 4.5:.1f}" text-anchor="{ANCHORS[label.align]}" '
        yield f'fill="{colour(label.role)}"{weight}>{escape(label.said)}</text>'
    yield "</svg>"


def _area(sketch: Sketch, area: Area) -> str:
    fill = "none" if not area.role else "url(#hatch)" if area.is_hatched else colour(area.role)
    edge = ""
    if area.edge:
        dashes = ' stroke-dasharray="4 4" stroke-width="1.4"' if area.dashed else ""
        edge = f' stroke="{colour(area.edge)}"{dashes}'
    pale = f' opacity="{PALE}"' if area.pale else ""
    return f'<path d="{sketch.path(area)}" fill="{fill}"{edge}{pale}/>'
