"""What the charts of a comparison have in common: how a proposal, the nearest split and the optimum look."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.chart_frame import INK, PAPER, frame, with_unit
from briefing.language import text
from briefing.words import say
from solver.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from briefing.chart_frame import Spec
    from briefing.language import Language
    from solver.comparison import Comparison

DARK, MIDDLE, PALE = "#16395c", "#5580a3", "#f7f2d8"


class Mark(NamedTuple):
    """One of the splits of a comparison, and how it is drawn: told apart by form, in grey as well.

    Attributes:
        name: in the reader's language.
        amounts: line id → amount, in the plan's unit.
        shape, fill, stroke, size: of its mark, as Vega-Lite says them.
    """

    name: str
    amounts: Mapping[str, Fraction]
    shape: str
    fill: str
    stroke: str
    size: int


def marks(found: Comparison, language: Language) -> list[Mark]:
    """The proposal, and where something fits the optimum and, on top of both, the nearest split."""
    drawn = [Mark(say("chart of proposal", language), found.proposal.amounts, "circle", PAPER, INK, 110)]
    if isinstance(found.optimum, Allocation):
        drawn.append(Mark(say("chart of optimum", language), found.optimum.amounts, "circle", DARK, INK, 110))
    if found.nearest is not None:
        upright = "M-0.24,-1H0.24V1H-0.24Z"
        drawn.append(Mark(say("chart of nearest", language), found.nearest.amounts, upright, INK, PAPER, 360))
    return drawn


def framed(found: Comparison, said: str, language: Language) -> Spec:
    """The frame of a chart, with the proposal named above what the chart shows."""
    title = text(found.proposal.title, language, found.proposal.name)
    return frame(found.plan, say("of proposal", language, title=title.rstrip(".")) + "\n" + said, language)


def names_at_left(field: str, order: list[str]) -> Spec:
    """An axis of names, in an order, of which none is cut."""
    return {
        "field": field,
        "type": "nominal",
        "sort": order,
        "axis": {"title": None, "labelLimit": 0, "labelPadding": 12, "ticks": False, "domain": False},
    }


def money_axis(found: Comparison, key: str, span: tuple[float, float], language: Language) -> Spec:
    """An axis of amounts between two ends, below the chart."""
    return {
        "type": "quantitative",
        "scale": {"domain": list(span), "nice": False, "zero": False},
        "axis": {"title": with_unit(say(key, language), found.plan, language), "format": ",~f", "tickCount": 8},
    }


def legend(*, columns: int) -> Spec:
    """A legend above the chart, of which no word is cut."""
    return {
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "columns": columns,
        "labelLimit": 0,
        "symbolStrokeWidth": 1.2,
        "offset": 8,
    }
