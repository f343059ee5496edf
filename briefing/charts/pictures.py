"""A result as a picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.drawing import DrawingError, as_html, as_png, as_svg
from flessenhals.briefing.text.language import text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.difference import Difference
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.plan.plan import Grouping
    from flessenhals.solver.sensitivity.ladder import Ladder
    from flessenhals.solver.simulation.simulation import Simulation

    Drawable = Ladder | Comparison | SideBySide | Difference | Simulation
    Chart = Callable[[Language], Spec]

__all__ = ["DrawingError", "charts_of", "page", "png", "svg"]


def charts_of(found: Drawable, by: Grouping | None = None) -> Mapping[str, Chart]:
    """The charts that a result has, by the names that `--chart` knows them under; the first is the usual one.

    Args:
        found: the result.
        by: what a chart that adds lines up adds them up by; None for what is usual there.
    """
    from flessenhals.solver.comparison.comparison import Comparison  # noqa: PLC0415 - each result draws its own charts alone
    from flessenhals.solver.comparison.difference import Difference  # noqa: PLC0415
    from flessenhals.solver.comparison.side_by_side import SideBySide  # noqa: PLC0415
    from flessenhals.solver.sensitivity.ladder import Ladder  # noqa: PLC0415

    if isinstance(found, Difference):
        from flessenhals.briefing.charts.difference_chart import difference_chart  # noqa: PLC0415

        return {"effects": partial(difference_chart, found)}
    if isinstance(found, Ladder):
        from flessenhals.briefing.charts.coverage_chart import coverage_chart  # noqa: PLC0415
        from flessenhals.briefing.charts.split_chart import split_chart  # noqa: PLC0415

        return {"split": partial(split_chart, found), "coverage": partial(coverage_chart, found)}
    if isinstance(found, Comparison | SideBySide):
        from flessenhals.briefing.charts.bottle_chart import bottle_chart, has_chain  # noqa: PLC0415
        from flessenhals.briefing.charts.chain_chart import chain_chart  # noqa: PLC0415
        from flessenhals.briefing.charts.dumbbell_chart import dumbbell_chart  # noqa: PLC0415
        from flessenhals.briefing.charts.waterfall_chart import waterfall_chart  # noqa: PLC0415

        dumbbell = {"dumbbell": partial(dumbbell_chart, found)}
        if isinstance(found, SideBySide):  # the way to the optimum and the chain are those of one proposal
            return dumbbell
        chain = bottle_chart if has_chain(found) else chain_chart
        return {
            **dumbbell,
            "waterfall": partial(waterfall_chart, found, by=by),
            "chain": partial(chain, found),
            "rules": partial(chain_chart, found),
        }
    from flessenhals.briefing.charts.simulation_chart import drivers_chart, shares_chart, spread_chart  # noqa: PLC0415

    return {
        "lines": partial(spread_chart, found),
        "bottlenecks": partial(shares_chart, found),
        "drivers": partial(drivers_chart, found),
    }


def svg(found: Drawable, chart: str, language: Language, by: Grouping | None = None) -> str:
    """One of a result's charts as an SVG image.

    Raises:
        DrawingError: if what draws charts is not installed, or broke off.
    """
    return as_svg(charts_of(found, by)[chart](language), language)


def png(found: Drawable, chart: str, language: Language, by: Grouping | None = None) -> bytes:
    """One of a result's charts as a PNG image.

    Raises:
        DrawingError: if what draws charts is not installed, or broke off.
    """
    return as_png(charts_of(found, by)[chart](language), language)


def page(found: Drawable, language: Language, by: Grouping | None = None) -> str:
    """All charts of a result as one page that needs nothing from elsewhere.

    Raises:
        DrawingError: if what draws charts is not installed, or broke off.
    """
    title = text(found.plan.title, language, found.plan.id)
    return as_html([chart(language) for chart in charts_of(found, by).values()], language, title)
