"""The split over the ceiling, as stacked areas."""

from __future__ import annotations

from fractions import Fraction
from textwrap import wrap
from typing import TYPE_CHECKING

from flessenhals.briefing.charts.frame import (
    FONT,
    GAP,
    ZERO,
    about,
    amounts_along,
    by_programme,
    frame,
    points_of,
)
from flessenhals.briefing.charts.roles import EDGE, INK, PAPER, PROGRAMMES, ROOM
from flessenhals.briefing.text.numbers import amount, money
from flessenhals.briefing.text.words import listed, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.charts.frame import Group, Spec
    from flessenhals.briefing.charts.jumps import Jumps
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

# Sizes are in pixels, LETTER is one on the wide side (a reader's font may be wider than ours); NAME is in letters.
WIDTH, HEIGHT, LINE_HEIGHT, LETTER, NAME = 560, 360, 14, 7, 30
RUN_OUT, MOST_TOLD, MOST_LINES = Fraction(1, 16), 12, 40
ONE = Fraction(1)


def split_chart(ladder: Ladder | Jumps, language: Language) -> Spec:
    """The split by programme over the ceiling, as stacked areas that read from top to bottom in the plan's order.

    The areas have a point at every step of the ladder, between which the split is a straight line, and run on a little
    beyond the last, where nothing changes any more. The broken line above them is the ceiling: what lies between is
    unspent.

    Args:
        ladder: the split at every ceiling.
        language: of the texts; numbers get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan, groups = ladder.plan, by_programme(ladder.plan, language)
    low, high = ladder.steps[0].ceiling, ladder.steps[-1].ceiling
    end = high + ((high - low) * RUN_OUT or high * RUN_OUT or ONE)
    names = [[say("ceiling", language)], *(_balanced(group.name) for group in groups)]
    height = max(HEIGHT, LINE_HEIGHT * sum(map(len, names)))
    x = {"field": "ceiling", **amounts_along("ceiling", (low, end), plan, language)}
    x["axis"]["grid"] = False
    y = {"field": "amount", **amounts_along("allocated", (ZERO, end), plan, language)}
    return {
        **frame(plan, ladder_message(ladder, language), _under(ladder, groups, language), language),
        "description": about(ladder, "about whole" if len(groups) == 1 else "about split", len(groups), language),
        "width": WIDTH,
        "height": height,
        "layer": [
            {
                "data": {"values": [{"ceiling": float(each), "amount": float(each)} for each in (low, end)]},
                "mark": {"type": "line", "color": INK, "strokeWidth": 1, "strokeDash": [4, 3]},
                "encoding": {"x": x, "y": y},
            },
            {
                "data": {"values": _points(ladder, groups, end)},
                "mark": {"type": "area", "stroke": PAPER, "strokeWidth": 1.5},
                "encoding": {
                    "x": x,
                    "y": {**y, "stack": "zero"},
                    "color": {
                        "field": "programme",
                        "type": "nominal",
                        "scale": {"domain": [group.name for group in groups], "range": shades(len(groups))},
                        "legend": None,
                    },
                    # Areas pile up from the bottom, and names are read from the top.
                    "order": {"field": "place", "type": "quantitative", "sort": "descending"},
                },
            },
            *_courses(ladder, groups, x, language),
            *_beside(ladder, groups, names, y, height),
        ],
    }


def ladder_message(ladder: Ladder | Jumps, language: Language) -> str:
    """Above which ceiling nothing changes any more."""
    return say("ladder message", language, ceiling=money(ladder.steps[-1].ceiling, ladder.plan.unit, language))


def _under(ladder: Ladder | Jumps, groups: list[Group], language: Language) -> str:
    """What is drawn; and the ceilings of the steps that have no room for their label, where these are few."""
    told = [what_is_split(groups, language)]
    if len(ladder.steps) <= MOST_LINES:
        told.append(say("thin lines", language))
    if len(ladder.steps) <= MOST_TOLD:
        told.append(
            say(
                "turning points",
                language,
                ceilings=listed([amount(each.ceiling, language) for each in ladder.steps], language),
            )
        )
    return " ".join(told)


def what_is_split(groups: list[Group], language: Language) -> str:
    """What a chart of programmes shows, in one sentence."""
    return say("whole chart" if len(groups) == 1 else "split chart", language)


def shades(count: int) -> list[str]:
    """The colours of so many programmes, in the plan's order; of four or more the first is told from the rest."""
    return list(PROGRAMMES[:count]) if count <= len(PROGRAMMES) else [PROGRAMMES[0], *[ROOM] * (count - 1)]


def _points(ladder: Ladder | Jumps, groups: list[Group], end: Fraction) -> list[Spec]:
    ceilings = [*points_of(ladder), (end, ladder.at(end))]
    return [
        {"ceiling": float(ceiling), "programme": group.name, "place": place, "amount": float(group.gets(amounts))}
        for ceiling, amounts in ceilings
        for place, group in enumerate(groups)
    ]


def _courses(ladder: Ladder | Jumps, groups: list[Group], x: Spec, language: Language) -> list[Spec]:
    """A thin line at every step, with its ceiling above it where there is room; pointing at one tells the amounts."""
    steps: list[Spec] = [
        {
            "ceiling": float(step.ceiling),
            "said": amount(step.ceiling, language),
            **{f"group{place}": amount(group.gets(step.amounts), language) for place, group in enumerate(groups)},
        }
        for step in ladder.steps
    ]
    low, end = x["scale"]["domain"]
    wide = [LETTER * len(step["said"]) for step in steps]
    middles = [WIDTH * (step["ceiling"] - low) / (end - low) for step in steps]
    labelled = [steps[place] for place in _with_room(middles, wide)]
    tooltip = [
        {"field": "said", "type": "nominal", "title": x["axis"]["title"]},
        *({"field": f"group{place}", "type": "nominal", "title": each.name} for place, each in enumerate(groups)),
    ]
    # On dark areas the light edge shows, on light ones the dark line.
    return [
        *(
            {
                "data": {"values": steps},
                "mark": {"type": "rule", "color": colour, "strokeWidth": wide, "opacity": opacity},
                "encoding": {"x": x, **({"tooltip": tooltip} if not opacity else {})},
            }
            for colour, wide, opacity in ((PAPER, 2.5, 0.6), (INK, 0.8, 1), (INK, GAP, 0))
            if len(steps) <= MOST_LINES or not opacity  # so many lines beside each other would hide the areas
        ),
        {
            "data": {"values": labelled},
            "mark": {"type": "text", "baseline": "bottom", "fontSize": FONT, "color": INK},
            "encoding": {"x": x, "y": {"value": -5}, "text": {"field": "said", "type": "nominal"}},
        },
    ]


def _with_room(middles: Sequence[float], wide: Sequence[float]) -> list[int]:
    """Which labels fit beside each other: the first, the last, and from the left whatever leaves these two free."""

    def clear(one: int, other: int) -> bool:
        return middles[other] - middles[one] >= (wide[one] + wide[other]) / 2 + GAP

    last = len(middles) - 1
    kept = [0]
    for place in range(1, last):
        if clear(kept[-1], place) and clear(place, last):
            kept.append(place)
    return kept if last == 0 else [*kept, last]


def _beside(ladder: Ladder | Jumps, groups: list[Group], names: list[list[str]], y: Spec, height: int) -> list[Spec]:
    """The names at the right: of the ceiling, then of the areas, each with a line to what it names."""
    end = y["scale"]["domain"][1]
    given = [float(group.gets(ladder.steps[-1].amounts)) for group in groups]
    middles = [sum(given[place:]) - amount / 2 for place, amount in enumerate(given)]
    tall = [LINE_HEIGHT * len(lines) for lines in names]
    wanted = [(1 - at / end) * height - high / 2 for at, high in zip([end, *middles], tall, strict=True)]
    tops = _pushed_apart(wanted, tall, height)
    values = [
        {"at": at, "top": (1 - top / height) * end, "middle": (1 - (top + high / 2) / height) * end, "name": lines}
        for at, top, high, lines in zip([end, *middles], tops, tall, names, strict=True)
    ]
    return [
        {
            "data": {"values": values},
            "mark": {"type": "rule", "color": EDGE, "strokeWidth": 0.8},
            "encoding": {
                "x": {"value": WIDTH},
                "x2": {"value": WIDTH + 2 * GAP},
                "y": {**y, "field": "at"},
                "y2": {"field": "middle"},
            },
        },
        {
            "data": {"values": values},
            "mark": {
                "type": "text",
                "align": "left",
                "baseline": "top",
                "fontSize": FONT,
                "lineHeight": LINE_HEIGHT,
                "color": INK,
                "limit": 0,
            },
            "encoding": {
                "x": {"value": WIDTH + 2 * GAP + 4},
                "y": {**y, "field": "top"},
                "text": {"field": "name", "type": "nominal"},
            },
        },
    ]


def _balanced(name: str) -> list[str]:
    """A name on as few lines as it needs, and these about as long as each other."""
    count = len(wrap(name, NAME))
    return next(lines for letters in range(len(name) // count, NAME + 1) if len(lines := wrap(name, letters)) <= count)


def _pushed_apart(tops: Sequence[float], tall: Sequence[float], bottom: float) -> list[float]:
    """Where labels begin that want to begin at `tops`, in that order, without one on another or below the bottom."""
    placed: list[float] = []
    for place, top in enumerate(tops):
        placed.append(max(top, placed[-1] + tall[place - 1]) if placed else top)
    free = bottom
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], free - tall[place])
        free = placed[place]
    return placed
