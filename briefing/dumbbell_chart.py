"""A proposal beside the optimum, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.allocation import line_name, yearly
from briefing.chart_frame import FONT, INK, ZERO, alternative, told_apart, with_unit
from briefing.comparison_frame import framed, legend, marks, money_axis, names_at_left
from briefing.numbers import change, decimals_for, money
from briefing.words import say

if TYPE_CHECKING:
    from fractions import Fraction

    from briefing.chart_frame import Spec
    from briefing.language import Language
    from solver.comparison import Comparison

# Sizes are in pixels.
WIDTH, ROW, BESIDE = 520, 22, 78


def dumbbell_chart(found: Comparison, language: Language) -> Spec:
    """What each line gets in the proposal and in the optimum, from the line that gains most to the one that loses most.

    An open circle is the proposal, a filled one the optimum, an upright stroke the nearest split that works; the number
    at the right is the optimum minus the proposal. Where nothing fits the proposal stands alone, in the plan's order.

    Args:
        found: a proposal held against the optimum.
        language: of the texts; numbers on the axis get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan, drawn = found.plan, marks(found, language)
    names = told_apart((line.id, line_name(line, language)) for line in plan.lines)
    gaps = {
        line: drawn[min(1, len(drawn) - 1)].amounts[line] - amount for line, amount in found.proposal.amounts.items()
    }
    order = sorted(gaps, key=lambda line: -gaps[line])
    most = float(max(max(each.amounts.values()) for each in drawn) or 1)
    y = names_at_left("line", [names[line] for line in order])
    x = money_axis(found, "chart amount", (0, most * 1.03), language)
    fits = len(drawn) > 1
    ceiling = yearly(found.ceiling, plan.unit, language)
    ends = [
        {
            "line": names[line],
            "proposal": float(found.proposal.amounts[line]),
            "optimum": float(found.proposal.amounts[line] + gaps[line]),
            "gap": change(gaps[line], language, decimals=decimals_for(plan.proposed)) or "0",
        }
        for line in order
    ]
    points = [
        {"line": names[line], "split": mark.name, "amount": float(mark.amounts[line])}
        for mark in drawn
        for line in order
    ]
    split: Spec = {"field": "split", "type": "nominal", "legend": legend(columns=len(drawn))}
    domain = [mark.name for mark in drawn]
    return {
        **framed(found, say("dumbbell" if fits else "dumbbell alone", language, ceiling=ceiling), language),
        "description": alternative(plan, _about(found, gaps, names, language), language),
        "width": WIDTH,
        "height": {"step": ROW},
        "layer": [
            {
                "data": {"values": ends},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
                "encoding": {"y": y, "x": {**x, "field": "proposal"}, "x2": {"field": "optimum"}},
            },
            {
                "data": {"values": points},
                "mark": {"type": "point", "strokeWidth": 1.2, "opacity": 1},
                "encoding": {
                    "y": y,
                    "x": {**x, "field": "amount"},
                    **{
                        channel: {
                            **split,
                            "scale": {"domain": domain, "range": [getattr(each, channel) for each in drawn]},
                        }
                        for channel in ("shape", "fill", "stroke", "size")
                    },
                    "tooltip": [
                        {"field": "line", "type": "nominal", "title": say("line", language)},
                        {"field": "split", "type": "nominal", "title": " "},
                        {
                            "field": "amount",
                            "type": "quantitative",
                            "title": with_unit(say("chart amount", language), plan, language),
                            "format": ",.2f",
                        },
                    ],
                },
            },
            *(_gaps(ends, y, language) if fits else []),
        ],
    }


def _gaps(ends: list[Spec], y: Spec, language: Language) -> list[Spec]:
    """The optimum minus the proposal at the right of each line, under a heading."""
    text: Spec = {"type": "text", "align": "right", "fontSize": FONT, "color": INK}
    return [
        {
            "data": {"values": ends},
            "mark": text,
            "encoding": {"y": y, "x": {"value": WIDTH + BESIDE}, "text": {"field": "gap", "type": "nominal"}},
        },
        {
            "data": {"values": [{"said": say("chart difference", language)}]},
            "mark": {**text, "baseline": "bottom", "fontWeight": "bold"},
            "encoding": {
                "y": {"value": -6},
                "x": {"value": WIDTH + BESIDE},
                "text": {"field": "said", "type": "nominal"},
            },
        },
    ]


def _about(found: Comparison, gaps: dict[str, Fraction], names: dict[str, str], language: Language) -> list[str]:
    if found.nearest is None:
        return [say("about dumbbell alone", language, count=len(gaps))]
    told = [say("about dumbbell", language, count=len(gaps))]
    gains, loses = max(gaps, key=gaps.__getitem__), min(gaps, key=gaps.__getitem__)
    if gaps[gains] > ZERO:
        amount = money(gaps[gains], found.plan.unit, language)
        told.append(say("about gain", language, name=names[gains], amount=amount))
    if gaps[loses] < ZERO:
        amount = money(-gaps[loses], found.plan.unit, language)
        told.append(say("about loss", language, name=names[loses], amount=amount))
    return told if len(told) > 1 else [*told, say("about same", language)]
