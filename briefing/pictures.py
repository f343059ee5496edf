"""A ladder as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.coverage_chart import coverage_chart
from briefing.drawing import MissingExtraError, as_html, as_png, as_svg
from briefing.language import text
from briefing.split_chart import split_chart

if TYPE_CHECKING:
    from briefing.language import Language
    from solver.ladder import Ladder

__all__ = ["CHARTS", "MissingExtraError", "page", "png", "svg"]

CHARTS = {"split": split_chart, "coverage": coverage_chart}


def svg(ladder: Ladder, chart: str, language: Language) -> str:
    """One of a ladder's charts, `split` or `coverage`, as an SVG image.

    Raises:
        MissingExtraError: if what draws charts is not installed.
    """
    return as_svg(CHARTS[chart](ladder, language), language)


def png(ladder: Ladder, chart: str, language: Language) -> bytes:
    """One of a ladder's charts, `split` or `coverage`, as a PNG image.

    Raises:
        MissingExtraError: if what draws charts is not installed.
    """
    return as_png(CHARTS[chart](ladder, language), language)


def page(ladder: Ladder, language: Language) -> str:
    """Both charts of a ladder as one page that needs nothing from elsewhere.

    Raises:
        MissingExtraError: if what draws charts is not installed.
    """
    title = text(ladder.plan.title, language, ladder.plan.id)
    return as_html([chart(ladder, language) for chart in CHARTS.values()], language, title)
