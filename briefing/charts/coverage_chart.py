"""The coverage of the lines over the ceiling, as exact lines in small panels."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import ZERO, about, amounts_along, frame, points_of, with_unit
from flessenhals.briefing.charts.roles import FLOW, INK
from flessenhals.briefing.text.naming import cut_short, line_name
from flessenhals.briefing.text.numbers import least_share
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.charts.jumps import Jumps
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

    Course = tuple[Fraction, ...]

# Sizes are in pixels; PLACES are digits.
WIDTH, HEIGHT, NAMED, PLACES = 560, 64, 3, 4
AMOUNT, WHOLE_PER_CENT = ",.2f", ".0%"
HALF, ONE = Fraction(1, 2), Fraction(1)


def coverage_chart(ladder: Ladder | Jumps, language: Language) -> Spec:
    """The coverage of every line that asks something over the ceiling: a panel for each course, in the plan's order.

    Each panel has its points at the steps of the ladder, between which coverage is a straight line: from the lowest
    feasible ceiling to the one above which nothing changes. Lines of which the coverage is the same at every ceiling
    share a panel.

    Args:
        ladder: the split at every ceiling.
        language: of the texts; numbers get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan = ladder.plan
    low, high = ladder.steps[0].ceiling, ladder.steps[-1].ceiling
    at = points_of(ladder)
    if low == high:
        high += high or ONE
        at.append((high, at[0][1]))
    courses: dict[Course, list[Line]] = {}
    for line in plan.lines:
        if line.proposed:
            courses.setdefault(tuple(amounts[line.id] / line.proposed for _, amounts in at), []).append(line)
    # Two courses may have the same name, so each has its place in front of it.
    names = [f"{place:0{PLACES}}{_course_name(plan, lines, language)}" for place, lines in enumerate(courses.values())]
    points: list[Spec] = [
        {
            "course": name,
            "ceiling": float(ceiling),
            "coverage": float(coverage),
            "told": least_share(coverage, language),
        }
        for name, course in zip(names, courses, strict=True)
        for (ceiling, _), coverage in zip(at, course, strict=True)
    ]
    most = max((max(course) for course in courses), default=ONE)
    x = {"field": "ceiling", **amounts_along("ceiling", (low, high), plan, language)}
    x["axis"]["grid"] = False
    description = [
        about(ladder, "about coverage", sum(map(len, courses.values())), language),
        say("about different courses", language, count=len(courses)),
    ]
    return {
        **frame(plan, _message(list(courses.values()), language), say("coverage chart", language), language),
        "description": " ".join(description),
        "data": {"values": points},
        "width": WIDTH,
        "height": HEIGHT,
        "mark": {"type": "line", "color": FLOW, "strokeWidth": 2, "point": {"color": FLOW, "size": 18}},
        "encoding": {
            "x": x,
            "y": {
                "field": "coverage",
                "type": "quantitative",
                "scale": {"domain": [float(ZERO), float(max(most, ONE))], "nice": False},
                "axis": {
                    "title": None,
                    "format": WHOLE_PER_CENT,
                    "values": [float(each) for each in (ZERO, HALF, ONE, *([most] if most > ONE else []))],
                },
            },
            "row": {
                "field": "course",
                "type": "nominal",
                "title": None,
                "sort": names,
                "header": {
                    "labelExpr": f"slice(datum.label, {PLACES})",
                    "labelOrient": "top",
                    "labelAnchor": "start",
                    "labelLimit": 0,
                    "labelPadding": 4,
                    "labelColor": INK,
                },
            },
            "tooltip": [
                {
                    "field": "ceiling",
                    "type": "quantitative",
                    "title": with_unit(say("ceiling", language), plan, language),
                    "format": AMOUNT,
                },
                {"field": "told", "type": "nominal", "title": say("coverage", language)},
            ],
        },
    }


def _message(courses: list[list[Line]], language: Language) -> str:
    """How many lines are covered alike at every ceiling."""
    count = sum(map(len, courses))
    most = max(map(len, courses), default=0)
    if most <= 1:
        return say("coverage apart" if count > 1 else "coverage of one", language)
    return say("coverage alike" if most < count else "coverage all alike", language, count=most, of=count)


def _course_name(plan: Plan, lines: list[Line], language: Language) -> str:
    """The lines that share a course: by name, and where they are many how many they are and the first of them."""
    names = [line_name(plan, line, language) for line in lines]
    told = listed(cut_short(names, NAMED, language), language)
    return told if len(names) <= NAMED + 1 else say("so many lines", language, count=len(names), names=told)
