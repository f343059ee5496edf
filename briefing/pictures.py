"""A result as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.charts.drawing import DrawingError, as_html, as_png, as_svg
from flessenhals.briefing.registry import charts
from flessenhals.briefing.text.language import text

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.plan.plan import Grouping
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder
    from flessenhals.solver.simulation.simulation import Simulation

    Drawable = Ladder | WholeLadder | Comparison | SideBySide | Difference | Simulation

__all__ = ["DrawingError", "page", "png", "svg"]


def svg(found: Drawable, chart: str, language: Language, by: Grouping | None = None) -> str:
    """One of a result's charts as an SVG image.

    Raises:
        DrawingError: if what draws charts is not installed, or broke off.
    """
    return as_svg(charts(found, by)[chart](language), language)


def png(found: Drawable, chart: str, language: Language, by: Grouping | None = None) -> bytes:
    """One of a result's charts as a PNG image.

    Raises:
        DrawingError: if what draws charts is not installed, or broke off.
    """
    return as_png(charts(found, by)[chart](language), language)


def page(found: Drawable, language: Language, by: Grouping | None = None) -> str:
    """All charts of a result as one page that needs nothing from elsewhere.

    Raises:
        DrawingError: if what draws charts is not installed, or broke off.
    """
    title = text(found.plan.title, language, found.plan.id)
    return as_html([chart(language) for chart in charts(found, by).values()], language, title)
