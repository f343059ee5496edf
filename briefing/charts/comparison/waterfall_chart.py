"""The way from a proposal to the nearest split that works and on to the optimum, partner by partner."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.comparison.comparison_frame import framed, marks, money_axis, whole_ceiling
from flessenhals.briefing.charts.frame import FONT, ZERO, alternative, grouped
from flessenhals.briefing.charts.roles import BRAND, EDGE, INK, PAPER
from flessenhals.briefing.text.numbers import amount, change, decimals_for, money
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Grouping

# Sizes are in pixels.
WIDTH, ROW = 560, 26
NAMED, TOLD = 8, 3
AROUND = Fraction(1, 8)
PLACES, PAIR, SPACING = 3, 2, 84
NARROWEST, TRIANGLE = 6, 70


class Step(NamedTuple):
    """One row: a total, or what one group gets more or less on the way to the next.

    Attributes:
        name: in the reader's language.
        start, end: in the plan's unit; equal for a total.
        is_total: which of the two it is.
        is_small: whether it is too small to be drawn as a bar.
    """

    name: str
    start: Fraction
    end: Fraction
    is_total: bool = False
    is_small: bool = False


def waterfall_chart(found: Comparison, language: Language, by: Grouping | None = None) -> Spec:
    """What each partner, or other group, gets more or less on the way to the nearest split that works and the optimum.

    Two panels on one axis that begins at 0: what must change for a split that works, and what is gained from there.
    Each group stands once in each. Totals are upright strokes; the changes between them are bars from where the one
    before ends, dark for more and white for less, the largest first, and those after the eighth added up. A change too
    small for a bar is a triangle of one size, which points where it goes; the label says how much it is.

    Args:
        found: a proposal held against the optimum.
        language: of the texts; numbers on the axis get theirs when the chart is drawn.
        by: what lines are added up by; None for partners.

    Returns:
        A Vega-Lite specification.
    """
    by = by or "partner"
    plan, steps = found.plan, _steps(found, by, language)
    high = max(end for step in steps for end in (step.start, step.end))
    width = high + high * AROUND if high else Fraction(1)
    x = money_axis(plan, "chart total", (0.0, float(width)), language, together=True)
    steps = [step._replace(is_small=_is_small(step, width)) for step in steps]
    ceiling = whole_ceiling(found, language)
    key = "waterfall" if len(steps) > 1 else "waterfall alone"
    said = say(key, language, ceiling=ceiling, each=say(f"each {by}", language))
    return {
        **framed(found, _message(found, steps, language), _subtitle(said, steps, language), language),
        "description": alternative(plan, _about(found, steps, by, language), language),
        "vconcat": [_panel(found, panel, x, language) for panel in _panels(steps)],
        "bounds": "flush",
        "spacing": SPACING,
    }


def _is_small(step: Step, width: Fraction) -> bool:
    """Whether a change is narrower than a bar whose colour can be seen, on an axis of that width in the plan's unit."""
    return not step.is_total and abs(step.end - step.start) / width * WIDTH < NARROWEST


def _message(found: Comparison, steps: list[Step], language: Language) -> str:
    """From which total by which to which; that of the proposal alone where nothing fits."""
    totals = [money(step.end, found.plan.unit, language) for step in steps if step.is_total]
    if len(totals) == 1:
        return say("about waterfall alone", language, proposal=totals[0]).rstrip(".")
    proposal, nearest, optimum = totals
    return say("waterfall message", language, proposal=proposal, nearest=nearest, optimum=optimum)


def _subtitle(said: str, steps: list[Step], language: Language) -> str:
    """What the chart shows, and what a triangle is where there is one."""
    small = any(step.is_small for step in steps)
    return f"{said} {say('waterfall small', language)}" if small else said


def _panels(steps: list[Step]) -> list[list[Step]]:
    """From the proposal to the nearest split, and from there to the optimum; parts without changes are left out."""
    totals = [place for place, step in enumerate(steps) if step.is_total]
    parts = [steps[first : last + 1] for first, last in pairwise(totals)]
    return [part for part in parts if len(part) > PAIR] or parts[-1:] or [steps]


def _panel(found: Comparison, steps: list[Step], x: Spec, language: Language) -> Spec:
    """One part of the way, from a total to the next, in which each group stands once."""
    decimals = decimals_for(found.plan.proposed)
    rows: list[Spec] = [
        {
            # A group may be called what a total is called, so each row has a place of its own in front of its name.
            "row": f"{place:0{PLACES}}{step.name}",
            "next": f"{min(place + 1, len(steps) - 1):0{PLACES}}{steps[min(place + 1, len(steps) - 1)].name}",
            "start": float(step.start),
            "end": float(step.end),
            "right": float(max(step.start, step.end)),
            "said": amount(step.end, language, decimals=decimals)
            if step.is_total
            else change(step.end - step.start, language, decimals=decimals),
        }
        for place, step in enumerate(steps)
    ]
    y: Spec = {
        "field": "row",
        "type": "nominal",
        "sort": [row["row"] for row in rows],
        "scale": {"paddingInner": 0.35, "paddingOuter": 0.2},
        "axis": {
            "title": None,
            "labelExpr": f"slice(datum.label, {PLACES})",
            "labelLimit": 0,
            "labelPadding": 10,
            "ticks": False,
            "domain": False,
            "labelFontWeight": {
                "condition": {
                    "test": _any_of([row["row"] for row, step in zip(rows, steps, strict=True) if step.is_total]),
                    "value": "bold",
                },
                "value": "normal",
            },
        },
    }
    totals = [row for row, step in zip(rows, steps, strict=True) if step.is_total]
    title = say("waterfall part", language, start=steps[0].name, end=steps[-1].name) if len(steps) > 1 else ""
    return {
        "title": {"text": title, "anchor": "start", "frame": "group", "fontSize": FONT + 1, "offset": 8},
        "width": WIDTH,
        "height": {"step": ROW},
        "layer": [
            {
                "data": {"values": rows[:-1]},
                "mark": {"type": "rule", "color": EDGE, "strokeWidth": 0.8},
                "encoding": {"y": y, "y2": {"field": "next"}, "x": {**x, "field": "end"}},
            },
            *(_bars(rows, steps, x, y, rising=rising) for rising in (True, False)),
            *(_triangles(rows, steps, x, y, rising=rising) for rising in (True, False)),
            {
                "data": {"values": totals},
                "mark": {"type": "tick", "thickness": 4, "size": ROW * 0.8, "color": INK, "opacity": 1},
                "encoding": {"y": y, "x": {**x, "field": "end"}},
            },
            *(
                {
                    "data": {"values": rows},
                    "mark": {"type": "text", "align": "left", "dx": 9, "fontSize": FONT, **drawn},
                    "encoding": {"y": y, "x": {**x, "field": "right"}, "text": {"field": "said", "type": "nominal"}},
                }
                for drawn in ({"stroke": PAPER, "strokeWidth": 4, "color": PAPER}, {"color": INK})
            ),
        ],
    }


def _steps(found: Comparison, by: Grouping, language: Language) -> list[Step]:
    """The rows from top to bottom: totals, and between two of them the groups whose money changes."""
    drawn = {mark.name: mark.amounts for mark in marks(found, language)}
    order = [say(f"chart of {split}", language) for split in ("proposal", "nearest", "optimum")]
    steps: list[Step] = []
    before: Mapping[str, Fraction] | None = None
    for name in order:
        if name not in drawn:
            continue
        at = sum((before or drawn[name]).values(), start=ZERO)
        if before is not None:
            for group, more in _changes(found, before, drawn[name], by, language):
                steps.append(Step(group, at, at + more))
                at += more
        steps.append(Step(name, at, at, is_total=True))
        before = drawn[name]
    return steps


def _changes(
    found: Comparison, before: Mapping[str, Fraction], after: Mapping[str, Fraction], by: Grouping, language: Language
) -> list[tuple[str, Fraction]]:
    """What each group gets more, the largest changes first, and the rest added up where it is more than one."""
    parts = [(group.name, group.gets(after) - group.gets(before)) for group in grouped(found.plan, by, language)]
    changed = sorted((part for part in parts if part[1]), key=lambda part: -abs(part[1]))
    if len(changed) <= NAMED + 1:
        return changed
    rest = sum((more for _, more in changed[NAMED:]), start=ZERO)
    return [*changed[:NAMED], (say(f"other {by}", language, count=len(changed) - NAMED), rest)]


def _bars(rows: list[Spec], steps: list[Step], x: Spec, y: Spec, *, rising: bool) -> Spec:
    values = [
        row
        for row, step in zip(rows, steps, strict=True)
        if not step.is_total and not step.is_small and (step.end > step.start) == rising
    ]
    return {
        "data": {"values": values},
        "mark": {
            "type": "bar",
            "fill": BRAND if rising else PAPER,
            "stroke": BRAND if rising else EDGE,
            "strokeWidth": 1.5,
        },
        "encoding": {"y": y, "x": {**x, "field": "start"}, "x2": {"field": "end"}},
    }


def _triangles(rows: list[Spec], steps: list[Step], x: Spec, y: Spec, *, rising: bool) -> Spec:
    """The changes too small for a bar, each a triangle of one size at where it ends."""
    values = [row for row, step in zip(rows, steps, strict=True) if step.is_small and (step.end > step.start) == rising]
    shape = "triangle-right" if rising else "triangle-left"
    fill = BRAND if rising else PAPER
    mark = {
        "type": "point",
        "shape": shape,
        "size": TRIANGLE,
        "fill": fill,
        "stroke": BRAND if rising else EDGE,
        "strokeWidth": 1.5,
    }
    return {
        "data": {"values": values},
        "mark": {**mark, "opacity": 1},
        "encoding": {"y": y, "x": {**x, "field": "end"}},
    }


def _any_of(labels: list[str]) -> str:
    return (
        "indexof([" + ",".join(f"'{label[:PLACES]}'" for label in labels) + f"], slice(datum.value, 0, {PLACES})) >= 0"
    )


def _about(found: Comparison, steps: list[Step], by: Grouping, language: Language) -> list[str]:
    """The totals, and the largest changes of each part of the way."""
    unit = found.plan.unit
    totals = [money(step.end, unit, language) for step in steps if step.is_total]
    if len(totals) == 1:
        return [say("about waterfall alone", language, proposal=totals[0])]
    proposal, nearest, optimum = totals
    told = [
        say(
            "about waterfall",
            language,
            proposal=proposal,
            nearest=nearest,
            optimum=optimum,
            by=say(by, language).lower(),
        )
    ]
    part: list[Step] = []
    for step in steps[1:]:
        if not step.is_total:
            part.append(step)
            continue
        if part:
            amounts = [
                f"{each.name} {change(each.end - each.start, language, decimals=decimals_for(found.plan.proposed))}"
                for each in part[:TOLD]
            ]
            told.append(say("about steps", language, name=step.name, amounts=listed(amounts, language)))
        part = []
    return told
