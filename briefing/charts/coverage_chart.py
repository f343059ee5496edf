"""The coverage of every line over the ceiling, as a heat map."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import (
    GAP,
    about,
    amounts_along,
    by_programme,
    frame,
    spread,
    told_apart,
    with_unit,
)
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.ladder import Ladder

# Sizes are in pixels.
CELL, ROW, CEILINGS = 14, 17, 41
# A line that has all it asks stands out from one that has nearly all.
UNCOVERED, NEARLY, COVERED, BEYOND = "#f7f2d8", "#5580a3", "#16395c", "#000000"
NEARLY_ALL = 1 - 1e-9
AMOUNT, WHOLE_PER_CENT, PER_CENT = ",.2f", ".0%", ".1%"
HALF = Fraction(1, 2)


def coverage_chart(ladder: Ladder, language: Language) -> Spec:
    """The coverage of every line that asks something, as a heat map over the ceiling, in the plan's order.

    Each cell is the exact coverage at the ceiling in its middle, and the ceilings are spread evenly from the lowest
    feasible one to the one above which nothing changes.

    Args:
        ladder: the split at every ceiling.
        language: of the texts; numbers get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan = ladder.plan
    groups = [
        group._replace(lines=asking)
        for group in by_programme(plan, language)
        if (asking := tuple(line for line in group.lines if line.proposed))
    ]
    names = told_apart((line.id, line_name(plan, line, language)) for line in plan.lines)
    ceilings = spread(ladder, CEILINGS)
    half = (ceilings[1] - ceilings[0]) / 2 if len(ceilings) > 1 else HALF
    cells: list[Spec] = [
        {
            "programme": group.name,
            "line": names[line.id],
            "ceiling": float(ceiling),
            "from": float(ceiling - half),
            "to": float(ceiling + half),
            "allocated": float(amounts[line.id]),
            "coverage": float(amounts[line.id] / line.proposed),
        }
        for ceiling in ceilings
        for amounts in (ladder.at(ceiling),)
        for group in groups
        for line in group.lines
    ]
    levels: list[tuple[float, str]] = [(0, UNCOVERED), (NEARLY_ALL, NEARLY), (1, COVERED)]
    most = max((cell["coverage"] for cell in cells), default=1)
    if most > 1:
        levels.append((most, BEYOND))
    x = {"field": "from", **amounts_along("ceiling", (ceilings[0] - half, ceilings[-1] + half), plan, language)}
    x["axis"]["grid"] = False
    if len(ceilings) == 1:
        x["axis"]["values"] = [float(ceilings[0])]
    encoding: Spec = {
        "x": x,
        "x2": {"field": "to"},
        "y": {
            "field": "line",
            "type": "nominal",
            "sort": [names[line.id] for group in groups for line in group.lines],
            "scale": {"paddingInner": 1 / ROW},
            "axis": {"title": None, "labelLimit": 0, "labelPadding": 6, "ticks": False, "domain": False},
        },
        "color": {
            "field": "coverage",
            "type": "quantitative",
            "scale": {
                "domain": [level for level, _ in levels],
                "range": [colour for _, colour in levels],
                "interpolate": "lab",
            },
            "legend": {
                "title": say("coverage", language),
                "format": WHOLE_PER_CENT,
                "gradientLength": 150,
                "tickCount": 5,
            },
        },
        "tooltip": [
            {"field": "line", "type": "nominal", "title": say("line", language)},
            _told("ceiling", AMOUNT, plan, language),
            _told("allocated", AMOUNT, plan, language),
            _told("coverage", PER_CENT, plan, language),
        ],
    }
    if len(groups) > 1:
        encoding["row"] = {
            "field": "programme",
            "type": "nominal",
            "title": None,
            "sort": [group.name for group in groups],
            "spacing": GAP,
            "header": {
                "labelOrient": "top",
                "labelAnchor": "start",
                "labelFontWeight": "bold",
                "labelLimit": 0,
                "labelPadding": 3,
            },
        }
    return {
        **frame(plan, say("coverage chart", language), language),
        "description": about(ladder, "about coverage", sum(len(group.lines) for group in groups), language),
        "data": {"values": cells},
        "width": CELL * CEILINGS,
        "height": {"step": ROW},
        "mark": "rect",
        "encoding": encoding,
        "resolve": {"scale": {"y": "independent"}},
    }


def _told(key: str, form: str, plan: Plan, language: Language) -> Spec:
    """A figure that is told of what is pointed at."""
    said = say(key, language)
    title = with_unit(said, plan, language) if form == AMOUNT else said
    return {"field": key, "type": "quantitative", "title": title, "format": form}
