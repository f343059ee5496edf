"""What the charts of a comparison have in common: how a proposal, the nearest split and the optimum look."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.frame import TICKS, frame, told_apart, with_unit
from flessenhals.briefing.charts.roles import BRAND, EDGE, INK, PAPER
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import cut_short, unit_over, yearly
from flessenhals.briefing.text.numbers import money, unit_in_words
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.ceiling import size
from flessenhals.solver.comparison.side_by_side import SideBySide
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Plan

FEW = 2  # names of one row that are written out
WEDGE = "M0,0.74L0.55,1.36H-0.55Z"  # below its place, so that it hides neither of the others
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left")


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


def marks(found: Comparison | SideBySide, language: Language) -> list[Mark]:
    """Each proposal, open, where something fits the optimum, filled, and of one proposal alone the nearest split."""
    shown = titles(found, language)
    drawn = [
        Mark(name, result.proposal.amounts, SHAPES[place % len(SHAPES)], PAPER, EDGE, 110)
        for place, (name, result) in enumerate(zip(shown, results_of(found), strict=True))
    ]
    first, *others = results_of(found)
    if isinstance(first.optimum, Allocation):
        drawn.append(Mark(say("chart of optimum", language), first.optimum.amounts, "circle", BRAND, BRAND, 110))
    if first.nearest is not None and not others:
        drawn.append(Mark(say("chart of nearest", language), first.nearest.amounts, WEDGE, INK, INK, 360))
    return drawn


def results_of(found: Comparison | SideBySide) -> tuple[Comparison, ...]:
    """A comparison by itself, or those that stand side by side."""
    return found.results if isinstance(found, SideBySide) else (found,)


def titles(found: Comparison | SideBySide, language: Language) -> list[str]:
    """What each proposal is called in a chart: one alone is the proposal, several go by title, or else by name."""
    if not isinstance(found, SideBySide):
        return [say("chart of proposal", language)]
    called = zip(found.names, (text(each.proposal.title, language, "") for each in found.results), strict=True)
    return list(told_apart((name, title or name) for name, title in called).values())


def framed(found: Comparison | SideBySide, message: str, under: str, language: Language) -> Spec:
    """The frame of a chart, with the proposal named below its message; of several, a legend has the names."""
    if isinstance(found, SideBySide):
        return frame(found.plan, message, under, language)
    title = text(found.proposal.title, language, found.proposal.name)
    return frame(found.plan, message, say("of proposal", language, title=title.rstrip(".")) + "\n" + under, language)


def together(names: list[str], language: Language) -> str:
    """The name of a row: of one line or two, or how many there are and the first of them."""
    if len(names) <= FEW:
        return listed(names, language)
    return say("so many lines", language, count=len(names), names=listed(cut_short(names, 1, language), language))


def names_at_left(field: str, order: list[str]) -> Spec:
    """An axis of names, in an order, of which none is cut."""
    return {
        "field": field,
        "type": "nominal",
        "sort": order,
        "axis": {"title": None, "labelLimit": 0, "labelPadding": 12, "ticks": False, "domain": False},
    }


def money_axis(plan: Plan, key: str, span: tuple[float, float], language: Language, *, together: bool = False) -> Spec:
    """An axis of amounts between two ends, below the chart; with years of each year, or of all of them together."""
    title = with_unit(say(key, language), plan, language)
    if together and plan.years is not None:
        title = f"{say(key, language)} ({unit_in_words(unit_over(plan), language)})"
    return {
        "type": "quantitative",
        "scale": {"domain": list(span), "nice": False, "zero": False},
        "axis": {"title": title, "format": ",~f", "tickCount": TICKS},
    }


def whole_ceiling(found: Comparison | SideBySide, language: Language) -> str:
    """The ceiling as a chart of totals says it: a year's, or what all years come to together."""
    plan, whole = found.plan, size(found.ceiling)
    return yearly(whole, plan.unit, language) if plan.years is None else money(whole, unit_over(plan), language)


def pointed_at(plan: Plan, heading: str, field: str, part: str, language: Language) -> list[Spec]:
    """What is told of a mark that is pointed at: what it belongs to, which part of that it is, and its amount."""
    return [
        {"field": field, "type": "nominal", "title": heading},
        {"field": part, "type": "nominal", "title": " "},
        {
            "field": "amount",
            "type": "quantitative",
            "title": with_unit(say("chart amount", language), plan, language),
            "format": ",.2f",
        },
    ]


def legend(*, columns: int) -> Spec:
    """A legend above the chart, of which no word is cut."""
    return {
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "columns": columns,
        "labelLimit": 0,
        "symbolStrokeWidth": 1.5,
        "offset": 22,
    }
