"""A proposal beside the optimum, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
)
from flessenhals.briefing.charts.frame import FONT, ZERO, alternative, told_apart
from flessenhals.briefing.charts.roles import EDGE, INK
from flessenhals.briefing.text.naming import line_name, yearly
from flessenhals.briefing.text.numbers import change, decimals_for, money
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.ceiling import size
from flessenhals.solver.comparison.side_by_side import SideBySide
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.briefing.charts.comparison.comparison_frame import Mark
    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison

# Sizes are in pixels.
WIDTH, ROW, BESIDE = 520, 26, 78
MOST = 60  # more lines than fit on a page are a list, not a picture


def dumbbell_chart(found: Comparison | SideBySide, language: Language) -> Spec:
    """What each line gets in the proposal and in the optimum, from the line that gains most to the one that loses most.

    An open circle is the proposal, a filled one the optimum, a wedge below them the nearest split that works; the
    number at the right is the optimum minus the proposal. Where nothing fits the proposal stands alone, in the plan's
    order. Several proposals are open marks of other forms, and the lines stand from the one on which they differ most.
    Of more than sixty lines those that differ most are drawn, and the rest is counted. Lines that get
    the same in each split share a row.

    Args:
        found: a proposal, or several, held against the optimum.
        language: of the texts; numbers on the axis get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan, drawn, results = found.plan, marks(found, language), results_of(found)
    names = told_apart((line.id, line_name(plan, line, language)) for line in plan.lines)
    gaps = {line: _gap(results, line) for line in names}
    place = {line: number for number, line in enumerate(names)}
    shown = set(sorted(gaps, key=lambda line: -abs(gaps[line]))[:MOST])
    rows = _folded(sorted(shown, key=lambda line: (-gaps[line], place[line])), drawn, names, language)
    order = [row.line for row in rows]
    called = {row.line: row.name for row in rows}
    most = float(max(max(each.amounts.values()) for each in drawn) or 1)
    y = names_at_left("line", [called[line] for line in order])
    x = money_axis(plan, "chart amount", (0, most * 1.03), language)
    several = len(results) > 1
    ends = [_ends(called[line], line, gaps[line], drawn[: len(results) + 1], found, language) for line in order]
    points = [
        {"line": called[line], "split": mark.name, "amount": float(mark.amounts[line])}
        for mark in drawn
        for line in order
    ]
    split: Spec = {"field": "split", "type": "nominal", "legend": legend(columns=1 if several else len(drawn))}
    domain = [mark.name for mark in drawn]
    return {
        **framed(
            found, _message(found, gaps, names, language), _said(found, len(gaps) - len(shown), language), language
        ),
        "description": alternative(plan, _about(found, gaps, names, language), language),
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
                    "tooltip": pointed_at(plan, say("line", language), "line", "split", language),
                },
            },
            *(
                _gaps(ends, y, "chart spread" if several else "chart difference", language)
                if several or found.fits
                else []
            ),
        ],
    }


class Row(NamedTuple):
    """Lines that get the same in every split that is drawn.

    Attributes:
        line: the id of the first of them.
        name: of the only one, or how many there are and the first by name.
    """

    line: str
    name: str


def _folded(order: list[str], drawn: list[Mark], names: Mapping[str, str], language: Language) -> list[Row]:
    """Rows for lines in an order; neighbours that get the same share one."""
    alike: dict[tuple[Fraction, ...], list[str]] = {}
    for line in order:
        alike.setdefault(tuple(mark.amounts[line] for mark in drawn), []).append(line)
    return [Row(lines[0], together([names[line] for line in lines], language)) for lines in alike.values()]


def _gap(results: tuple[Comparison, ...], line: str) -> Fraction:
    """The optimum minus the proposal, 0 where there is none; of several, the largest proposal minus the smallest."""
    proposed = [result.proposal.amounts[line] for result in results]
    if len(results) > 1:
        return max(proposed) - min(proposed)
    [only] = results
    return only.optimum.amounts[line] - proposed[0] if isinstance(only.optimum, Allocation) else ZERO


def _ends(
    name: str, line: str, gap: Fraction, drawn: list[Mark], found: Comparison | SideBySide, language: Language
) -> Spec:
    """From where to where the streak of a line runs, and what stands behind it."""
    amounts = [mark.amounts[line] for mark in drawn]
    decimals = decimals_for(found.plan.proposed)
    written = change(gap, language, decimals=decimals) or "0"
    return {
        "line": name,
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


def _message(
    found: Comparison | SideBySide, gaps: dict[str, Fraction], names: dict[str, str], language: Language
) -> str:
    """Which line gains most, or else loses most; of several proposals, on which they differ most."""
    described, *told = _about(found, gaps, names, language)
    return (told or [described])[0].rstrip(".")


def _said(found: Comparison | SideBySide, more: int, language: Language) -> str:
    key = "dumbbell" if found.fits else "dumbbell alone"
    several = " of several" if isinstance(found, SideBySide) else ""
    told = [say(f"{key}{several}", language, ceiling=yearly(size(found.ceiling), found.plan.unit, language))]
    return " ".join([*told, *([say("more differences", language, count=more)] if more else [])])


def _about(
    found: Comparison | SideBySide, gaps: dict[str, Fraction], names: dict[str, str], language: Language
) -> list[str]:
    gains, loses = max(gaps, key=gaps.__getitem__), min(gaps, key=gaps.__getitem__)
    unit = found.plan.unit
    if isinstance(found, SideBySide):
        differ = say("about spread", language, name=names[gains], amount=money(gaps[gains], unit, language))
        return [
            say(
                "about dumbbell of several", language, names=listed(titles(found, language), language), count=len(gaps)
            ),
            differ if gaps[gains] else say("about no spread", language),
        ]
    if not found.fits:
        return [say("about dumbbell alone", language, count=len(gaps))]
    told = [say("about dumbbell", language, count=len(gaps))]
    if gaps[gains] > ZERO:
        told.append(say("about gain", language, name=names[gains], amount=money(gaps[gains], unit, language)))
    if gaps[loses] < ZERO:
        told.append(say("about loss", language, name=names[loses], amount=money(-gaps[loses], unit, language)))
    return told if len(told) > 1 else [*told, say("about same", language)]
