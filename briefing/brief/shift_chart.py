"""Proposal and optimum of every measure, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import ZERO, amounts_along, bare, frame, told_apart
from flessenhals.briefing.charts.split_chart import DARK, LIGHT
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language

# Sizes are in pixels.
WIDTH, ROW, LONGEST_NAME = 380, 19, 360
WIDE, NARROW = 13, 6


def shift_chart(run: Run, about: str, language: Language) -> Spec:
    """Two bars a measure, one within the other: the wide light one is the proposal, the narrow dark one the optimum.

    Args:
        run: the split, as printed, and what it is held against.
        about: its alternative text.
        language: of the texts; numbers get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan = run.plan
    names = told_apart((line.id, line_name(plan, line, language)) for line in plan.lines)
    kinds = [say("proposal", language), say("optimum", language)]
    values = [
        {"measure": names[line.id], "kind": kind, "amount": float(amounts[line.id])}
        for line in plan.lines
        for kind, amounts in zip(kinds, (run.proposal, run.rounded.amounts), strict=True)
    ]
    most = max([*run.proposal.values(), *run.rounded.amounts.values()])
    along = amounts_along("proposal", (ZERO, most or most + 1), plan, language)
    along["axis"]["title"] = None
    colours = ["#" + "".join(f"{channel:02x}" for channel in colour) for colour in (LIGHT, DARK)]
    return {
        **bare(frame(plan, "", language)),
        "description": about,
        "data": {"values": values},
        "width": WIDTH,
        "height": {"step": ROW},
        "encoding": {
            "y": {
                "field": "measure",
                "type": "nominal",
                "sort": list(names.values()),
                "axis": {"title": None, "labelLimit": LONGEST_NAME, "ticks": False, "domain": False},
            },
            "x": {"field": "amount", **along},
            "color": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": kinds, "range": colours},
                "legend": {"title": None, "orient": "top"},
            },
        },
        "layer": [
            {
                "transform": [{"filter": {"field": "kind", "equal": kind}}],
                "mark": {"type": "bar", "height": height, **edge},
            }
            for kind, height, edge in zip(
                kinds, (WIDE, NARROW), ({"stroke": "#222222", "strokeWidth": 0.5}, {}), strict=True
            )
        ],
    }
