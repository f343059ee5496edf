"""A split under uncertainty as charts: how far each line spreads, what holds back how often, and what drives it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.comparison.comparison_frame import together
from flessenhals.briefing.charts.frame import TICKS, frame, told_apart
from flessenhals.briefing.charts.roles import BRAND, FLOW, INK, ROOM
from flessenhals.briefing.results.simulation.simulation import MOST, sentences
from flessenhals.briefing.text.naming import ceiling_name, line_name
from flessenhals.briefing.text.naming_inputs import bound_name, capital, input_name
from flessenhals.briefing.text.numbers import share
from flessenhals.briefing.text.words import say
from flessenhals.solver.simulation.drivers import name_of
from flessenhals.solver.simulation.spread import Spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.simulation.simulation import Simulation

# Sizes are in pixels.
WIDE, ROW, THICK = 520, 22, 8
FINE = 4  # decimals of a part that are told apart
LEAST = 0.01  # drivers that explain less are not drawn


def spread_chart(found: Simulation, language: Language) -> Spec:
    """What each line is given in at least 90 of every 100 draws, with the middle one, as parts of what it asks.

    Args:
        found: the draws, summed up.
        language: of the texts; numbers get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan = found.plan
    told = {"low": say("low", language), "middle": say("middle", language), "high": say("high", language)}
    rows = _rows(found, language)
    spreads = [row.spread for row in rows if row.spread is not None]
    most = max([*(each.p95 for each in spreads), 1.0])
    values: list[Spec] = [
        {
            "line": row.name,
            "asked": 1,
            **({} if row.spread is None else {"low": row.spread.p05, "middle": row.spread.p50, "high": row.spread.p95}),
        }
        for row in rows
    ]
    x: Spec = {
        "type": "quantitative",
        "scale": {"domain": [0, most * 1.05], "nice": False},
        "axis": {"title": say("part of asked", language), "format": ".0%", "tickCount": TICKS},
    }
    y = _names([row.name for row in rows], "line")
    tooltip = [
        {"field": "line", "type": "nominal", "title": say("line", language)},
        *({"field": key, "type": "quantitative", "title": title, "format": ".1%"} for key, title in told.items()),
    ]
    low = {"field": "low", **x}
    return {
        **frame(plan, _widest(rows, language), _said(found, "spread chart", language), language),
        "description": _about(found, "spread chart", language),
        "data": {"values": values},
        "width": WIDE,
        "height": {"step": ROW},
        "encoding": {"y": y, "tooltip": tooltip},
        "layer": [
            {
                "mark": {"type": "bar", "height": THICK, "color": FLOW},
                "encoding": {"x": low, "x2": {"field": "high"}},
            },
            {
                "mark": {"type": "tick", "thickness": 2, "size": ROW - 5, "color": INK},
                "encoding": {"x": {"field": "asked", **x}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 48, "color": BRAND, "stroke": ROOM, "opacity": 1},
                "encoding": {"x": {"field": "middle", **x}},
            },
        ],
    }


class _Row(NamedTuple):
    """Lines of which the same part of what they ask is given, under one name; `spread` is in those parts."""

    name: str
    spread: Spread | None


def _rows(found: Simulation, language: Language) -> list[_Row]:
    """The lines that ask something in the plan's order; those that are alike in all that is drawn share a row."""
    plan = found.plan
    named = told_apart((line.id, line_name(plan, line, language)) for line in plan.lines)
    alike: dict[tuple[float, ...], list[str]] = {}
    for line in plan.lines:
        if line.proposed:
            spread, asked = found.lines[line.id], float(line.proposed)
            parts = () if spread is None else tuple(round(each / asked, FINE) for each in spread)
            alike.setdefault(parts, []).append(named[line.id])
    return [_Row(together(names, language), Spread(*parts) if parts else None) for parts, names in alike.items()]


def _widest(rows: list[_Row], language: Language) -> str:
    """Which line spreads most, from where to where."""
    spread = [row for row in rows if row.spread is not None and row.spread.p95 > row.spread.p05]
    if not spread:
        return say("spread none", language)
    widest = max(spread, key=lambda row: row.spread.p95 - row.spread.p05 if row.spread else 0.0)
    ends = (widest.spread.p05, widest.spread.p95) if widest.spread else (0.0, 0.0)
    low, high = (share(Fraction(each), language) for each in ends)
    return say("spread most", language, name=widest.name, low=low, high=high)


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
    message = say("shares most", language, name=bars[0][0], part=share(Fraction(bars[0][1]), language)) if bars else ""
    return _bars(found, bars, "shares chart", message, say("share of draws", language), language)


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
    every = [(names[each.path], each.on(found.measure).effect) for each in found.drivers]
    bars = [each for each in every if each[1] >= LEAST]
    message = ""
    if bars:
        part = share(Fraction(bars[0][1]), language)
        measure = say(f"on {found.measure}", language)
        message = say("drives most", language, name=bars[0][0], part=part, measure=measure)
    return _bars(found, bars, "drivers chart", message, say("explains", language), language)


def _bars(
    found: Simulation, bars: Sequence[tuple[str, float]], key: str, message: str, axis: str, language: Language
) -> Spec:
    y = _names([name for name, _ in bars], "name")
    x = {
        "field": "part",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {"title": axis, "format": ".0%", "tickCount": TICKS},
    }
    return {
        **frame(found.plan, message or say("draws none", language), _said(found, key, language), language),
        "description": _about(found, key, language),
        "data": {"values": [{"name": name, "part": part} for name, part in bars]},
        "width": WIDE,
        "height": {"step": ROW + 4},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "height": ROW - 5, "color": FLOW}},
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
