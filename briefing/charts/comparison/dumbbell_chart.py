"""A proposal beside the optimum, line by line or partner by partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.charts.comparison.comparison_frame import (
    framed,
    legend,
    marks,
    money_axis,
    names_at_left,
    pointed_at,
    results_of,
    titles,
    together,
    whole_ceiling,
)
from flessenhals.briefing.charts.frame import FONT, ZERO, Group, alternative, grouped, told_apart
from flessenhals.briefing.charts.roles import EDGE, INK
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.numbers import change, decimals_for, money
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.comparison.side_by_side import SideBySide
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.briefing.charts.comparison.comparison_frame import Mark
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Grouping

# Sizes are in pixels.
WIDTH, ROW, BESIDE = 520, 26, 78
MOST_LINES = 12  # more of them are drawn by partner
NAMED = 8  # groups with a row of their own; the rest is added up


def dumbbell_chart(found: Comparison | SideBySide, language: Language, by: Grouping | None = None) -> Spec:
    """What each line or partner gets in the proposal and in the optimum, from who gains most to who loses most.

    An open circle is the proposal, a filled one the optimum, a wedge below them the nearest split that works; the
    number at the right is the optimum minus the proposal. Where nothing fits the proposal stands alone, in the plan's
    order. Several proposals are open marks of other forms, and the rows stand from the one on which they differ most.
    Lines that get the same in each split share a row. Of groups the eight that differ most have a row, and the rest is
    added up.

    Args:
        found: a proposal, or several, held against the optimum.
        language: of the texts; numbers on the axis get theirs when the chart is drawn.
        by: what lines are added up by; None for lines where they are few, else for partners.

    Returns:
        A Vega-Lite specification.
    """
    plan, drawn, results = found.plan, marks(found, language), results_of(found)
    if by is None and len(plan.lines) > MOST_LINES:
        by = "partner"
    items, rest = _items(found, by, language)
    gaps = [_gap(results, item) for item in items]
    order = sorted(range(len(items)), key=lambda place: -gaps[place])
    rows = [*(items[place] for place in order), *rest]
    if by is None:
        rows = _folded(rows, drawn, language)
    most = float(max(max(row.gets(each.amounts) for row in rows) for each in drawn) or 1)
    y = names_at_left("line", [row.name for row in rows])
    x = money_axis(plan, "chart amount", (0, most * 1.03), language, together=by is not None)
    several = len(results) > 1
    ends = [_ends(row, _gap(results, row), drawn[: len(results) + 1], found, language) for row in rows]
    points = [
        {"line": row.name, "split": mark.name, "amount": float(row.gets(mark.amounts))}
        for mark in drawn
        for row in rows
    ]
    split: Spec = {"field": "split", "type": "nominal", "legend": legend(columns=1 if several else len(drawn))}
    domain = [mark.name for mark in drawn]
    about = _about(found, list(zip(items, gaps, strict=True)), by, language)
    return {
        **framed(found, (about[1:] or about)[0].rstrip("."), _said(found, by, language), language),
        "description": alternative(plan, about, language),
        "width": WIDTH,
        "height": {"step": ROW},
        "layer": [
            {
                "data": {"values": ends},
                "mark": {"type": "rule", "color": EDGE, "strokeWidth": 1.5},
                "encoding": {"y": y, "x": {**x, "field": "from"}, "x2": {"field": "to"}},
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
                    "tooltip": pointed_at(plan, say(by or "line", language), "line", "split", language),
                },
            },
            *(
                _gaps(ends, y, "chart spread" if several else "chart difference", language)
                if several or found.fits
                else []
            ),
        ],
    }


def _items(
    found: Comparison | SideBySide, by: Grouping | None, language: Language
) -> tuple[list[Group], tuple[Group, ...]]:
    """The lines; or the groups that differ most, and what is left of them as one. In the plan's order."""
    plan = found.plan
    if by is None:
        names = told_apart((line.id, line_name(plan, line, language)) for line in plan.lines)
        return [Group(name, (plan.line_by_id[line],)) for line, name in names.items()], ()
    groups = grouped(plan, by, language)
    if len(groups) <= NAMED + 1:
        return groups, ()
    results = results_of(found)
    moved = sorted(range(len(groups)), key=lambda place: -abs(_gap(results, groups[place])))
    shown, rest = sorted(moved[:NAMED]), sorted(moved[NAMED:])
    lines = tuple(line for place in rest for line in groups[place].lines)
    return [groups[place] for place in shown], (Group(say(f"other {by}", language, count=len(rest)), lines),)


def _folded(items: list[Group], drawn: list[Mark], language: Language) -> list[Group]:
    """Rows for lines in an order: those that get the same in each split share one, named after the first."""
    alike: dict[tuple[Fraction, ...], list[Group]] = {}
    for item in items:
        alike.setdefault(tuple(item.gets(mark.amounts) for mark in drawn), []).append(item)
    return [Group(together([each.name for each in its], language), its[0].lines) for its in alike.values()]


def _gap(results: tuple[Comparison, ...], item: Group) -> Fraction:
    """The optimum minus the proposal, 0 where there is none; of several, the largest proposal minus the smallest."""
    proposed = [item.gets(result.proposal.amounts) for result in results]
    if len(results) > 1:
        return max(proposed) - min(proposed)
    [only] = results
    return item.gets(only.optimum.amounts) - proposed[0] if isinstance(only.optimum, Allocation) else ZERO


def _ends(row: Group, gap: Fraction, drawn: list[Mark], found: Comparison | SideBySide, language: Language) -> Spec:
    """From where to where the streak of a row runs, and what stands behind it."""
    amounts = [row.gets(mark.amounts) for mark in drawn]
    decimals = decimals_for(found.plan.proposed)
    written = change(gap, language, decimals=decimals) or "0"
    return {
        "line": row.name,
        "from": float(min(amounts)),
        "to": float(max(amounts)),
        "gap": written.lstrip("+") if isinstance(found, SideBySide) else written,
    }


def _gaps(ends: list[Spec], y: Spec, heading: str, language: Language) -> list[Spec]:
    """How far apart the ends of each line are, at the right of it, under a heading."""
    text: Spec = {"type": "text", "align": "right", "fontSize": FONT, "color": INK}
    return [
        {
            "data": {"values": ends},
            "mark": text,
            "encoding": {"y": y, "x": {"value": WIDTH + BESIDE}, "text": {"field": "gap", "type": "nominal"}},
        },
        {
            "data": {"values": [{"said": say(heading, language)}]},
            "mark": {**text, "baseline": "bottom", "fontWeight": 600},
            "encoding": {
                "y": {"value": -4},
                "x": {"value": WIDTH + BESIDE},
                "text": {"field": "said", "type": "nominal"},
            },
        },
    ]


def _said(found: Comparison | SideBySide, by: Grouping | None, language: Language) -> str:
    key = "dumbbell" if found.fits else "dumbbell alone"
    several = " of several" if isinstance(found, SideBySide) else ""
    ceiling = whole_ceiling(found, language)
    return say(f"{key}{several}", language, ceiling=ceiling, each=say(f"each {by or 'line'}", language))


def _about(
    found: Comparison | SideBySide, gaps: list[tuple[Group, Fraction]], by: Grouping | None, language: Language
) -> list[str]:
    """What is drawn, and who gains and loses most; of several proposals where they differ most."""
    unit, each = found.plan.unit, say(f"each {by or 'line'}", language)
    gains, loses = (pick(gaps, key=lambda pair: pair[1]) for pick in (max, min))
    if isinstance(found, SideBySide):
        names = listed(titles(found, language), language)
        differ = say("about spread", language, name=gains[0].name, amount=money(gains[1], unit, language))
        return [
            say("about dumbbell of several", language, names=names, each=each),
            differ if gains[1] else say("about no spread", language, each=each),
        ]
    if not found.fits:
        return [say("about dumbbell alone", language, each=each)]
    told = [say("about dumbbell", language, each=each)]
    if gains[1] > ZERO:
        told.append(say("about gain", language, name=gains[0].name, amount=money(gains[1], unit, language)))
    if loses[1] < ZERO:
        told.append(say("about loss", language, name=loses[0].name, amount=money(-loses[1], unit, language)))
    return told if len(told) > 1 else [*told, say("about same", language, each=each[:1].upper() + each[1:])]
