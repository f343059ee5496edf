"""A split under uncertainty as charts: how far each line spreads, what holds back how often, and what drives it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import INK, amounts_along, frame, told_apart
from flessenhals.briefing.results.simulation.simulation import MOST, sentences
from flessenhals.briefing.text.naming import ceiling_name, line_name
from flessenhals.briefing.text.naming_inputs import bound_name, capital, input_name
from flessenhals.briefing.text.words import say
from flessenhals.solver.simulation.drivers import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.simulation.simulation import Simulation

# Sizes are in pixels.
WIDE, ROW, THICK = 520, 19, 7
SPREAD, ASKED = "#5580a3", "#b4552d"


def spread_chart(found: Simulation, language: Language) -> Spec:
    """What each line is given in 90 of every 100 draws, with the middle one, beside what it asks.

    Args:
        found: the draws, summed up.
        language: of the texts; numbers get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan = found.plan
    names = told_apart((line.id, line_name(plan, line, language)) for line in plan.lines)
    told = {"low": say("low", language), "middle": say("middle", language), "high": say("high", language)}
    values: list[Spec] = []
    for line in plan.lines:
        spread = found.lines[line.id]
        drawn = {} if spread is None else {"low": spread.p05, "middle": spread.p50, "high": spread.p95}
        values.append({"line": names[line.id], "proposed": float(line.proposed), **drawn})
    most = Fraction(max((max(each.get("high", 0), each["proposed"]) for each in values), default=1) or 1)
    x = amounts_along("amount", (Fraction(0), most * Fraction(21, 20)), plan, language)
    y = _names([names[line.id] for line in plan.lines], "line")
    tooltip = [
        {"field": "line", "type": "nominal", "title": say("line", language)},
        *({"field": key, "type": "quantitative", "title": title, "format": ",.2f"} for key, title in told.items()),
        {"field": "proposed", "type": "quantitative", "title": say("proposed", language), "format": ",.2f"},
    ]
    low = {"field": "low", **x}
    return {
        **frame(plan, _said(found, "spread chart", language), language),
        "description": _about(found, "spread chart", language),
        "data": {"values": values},
        "width": WIDE,
        "height": {"step": ROW},
        "encoding": {"y": y, "tooltip": tooltip},
        "layer": [
            {
                "mark": {"type": "bar", "height": THICK, "color": SPREAD, "opacity": 0.55},
                "encoding": {"x": low, "x2": {"field": "high"}},
            },
            {
                "mark": {"type": "tick", "thickness": 2, "size": ROW - 5, "color": ASKED},
                "encoding": {"x": {"field": "proposed", **x}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 42, "color": INK, "opacity": 1},
                "encoding": {"x": {"field": "middle", **x}},
            },
        ],
    }


def shares_chart(found: Simulation, language: Language) -> Spec:
    """In which share of the draws each constraint is a bottleneck, as bars.

    What was chosen, a minimum or a rule that the plan calls a choice, is nothing to research, and is left out.

    Args:
        found: the draws, summed up.
        language: of the texts.
    """
    natures = found.plan.natures
    shown = [
        (each, part)
        for each, part in found.bottlenecks.items()
        if not each.is_minimum and natures.get(each) != "choice"
    ][:MOST]
    names = told_apart((each, capital(bound_name(found.plan, each, language))) for each, _ in shown)
    bars = [(names[each], part) for each, part in shown]
    return _bars(found, bars, "shares chart", say("share of draws", language), language)


def drivers_chart(found: Simulation, language: Language) -> Spec:
    """How much of the differences each uncertain input explains by itself, as bars.

    Args:
        found: the draws, summed up.
        language: of the texts.
    """
    known = {name_of(each): each for each in found.plan.uncertain}
    names = told_apart(
        (each.path, capital(input_name(found.plan, known[each.path], language))) for each in found.drivers
    )
    bars = [(names[each.path], each.on(found.measure).effect) for each in found.drivers]
    return _bars(found, bars, "drivers chart", say("explains", language), language)


def _bars(found: Simulation, bars: Sequence[tuple[str, float]], key: str, axis: str, language: Language) -> Spec:
    y = _names([name for name, _ in bars], "name")
    x = {
        "field": "part",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {"title": axis, "format": ".0%", "tickCount": 5},
    }
    return {
        **frame(found.plan, _said(found, key, language), language),
        "description": _about(found, key, language),
        "data": {"values": [{"name": name, "part": part} for name, part in bars]},
        "width": WIDE,
        "height": {"step": ROW + 4},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "height": ROW - 5, "color": SPREAD}},
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "color": INK},
                "encoding": {"text": {"field": "part", "type": "quantitative", "format": ".0%"}},
            },
        ],
    }


def _names(order: list[str], field: str) -> Spec:
    return {
        "field": field,
        "type": "nominal",
        "sort": order,
        "axis": {"title": None, "labelLimit": 0, "labelPadding": 6, "ticks": False, "domain": False},
    }


def _said(found: Simulation, key: str, language: Language) -> str:
    return say(
        key,
        language,
        ceiling=ceiling_name(found.ceiling, found.plan.unit, language),
        measure=say(f"on {found.measure}", language),
    )


def _about(found: Simulation, key: str, language: Language) -> str:
    """The alternative text: what the chart shows, and what the draws come to in words."""
    return " ".join([_said(found, key, language), *sentences(found, language)])
