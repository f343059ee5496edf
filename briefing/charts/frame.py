"""What charts have in common: their groups of lines, their frame and their alternative text."""

from __future__ import annotations

import re
from fractions import Fraction
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from flessenhals.briefing.charts.roles import EDGE, HAIR, INK, MUTED, PAPER
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import group_name, scenario_name
from flessenhals.briefing.text.numbers import money, unit_in_words
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flessenhals.briefing.charts.jumps import Jumps
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Grouping, Line, Plan
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

    Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

# Sizes are in pixels, lengths in letters; a reader's letters may be wider than ours.
AMOUNT, TIE = re.compile(r"€ [\d.,]+( (mln|mld|million|billion))?"), "\N{NO-BREAK SPACE}"
GAP, FONT, TITLE, UNDER_TITLE, TICKS = 8, 13, 80, 96, 4
LETTERS = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
ON_AXIS = ",~f"
ZERO = Fraction(0)

Id = TypeVar("Id")


class Group(NamedTuple):
    """The lines of one programme, partner or department, under a name that no other has."""

    name: str
    lines: tuple[Line, ...]

    def gets(self, amounts: Mapping[str, Fraction]) -> Fraction:
        """What its lines are given together, in the plan's unit."""
        return sum((amounts[line.id] for line in self.lines), start=ZERO)


def by_programme(plan: Plan, language: Language) -> list[Group]:
    """The lines by programme, in the plan's order; under one name, the total, where the plan names no programmes."""
    return grouped(plan, "programme", language)


def grouped(plan: Plan, grouping: Grouping, language: Language) -> list[Group]:
    """The lines by what the plan groups them in, in its order; under one name, the total, where it names no groups."""
    found = plan.grouped(grouping)
    if set(found) == {None}:
        return [Group(say("total", language), plan.lines)]
    names = told_apart((group or "", group_name(plan, grouping, group, language)) for group in found)
    return [Group(names[group or ""], tuple(lines)) for group, lines in found.items()]


def points_of(ladder: Ladder | Jumps) -> list[tuple[Fraction, Mapping[str, Fraction]]]:
    """Ceilings with the split there, between which it is a straight line: the steps, and both sides of every jump."""
    return [(each.ceiling, each.amounts) for each in getattr(ladder, "points", ladder.steps)]


def spread(ladder: Ladder | Jumps, count: int) -> list[Fraction]:
    """Ceilings evenly from the ladder's first step to its last; one where these are the same."""
    low, high = ladder.steps[0].ceiling, ladder.steps[-1].ceiling
    if low == high:
        return [low]
    return [low + (high - low) * place / (count - 1) for place in range(count)]


def with_unit(said: str, plan: Plan, language: Language) -> str:
    """What an axis or heading says, with the unit of its amounts in brackets."""
    return f"{said} ({unit_in_words(plan.unit, language)})" if plan.unit else said


def amounts_along(key: str, span: tuple[Fraction, Fraction], plan: Plan, language: Language) -> Spec:
    """How amounts of money stand along an axis."""
    return {
        "type": "quantitative",
        "scale": {"domain": [float(each) for each in span], "nice": False, "zero": False},
        "axis": {"title": with_unit(say(key, language), plan, language), "format": ON_AXIS, "tickCount": TICKS},
    }


def frame(plan: Plan, message: str, under: str, language: Language) -> Spec:
    """What every chart has: its message as the title, below it what is drawn, and in the last line of which plan.

    Args:
        plan: whose figures they are.
        message: what the chart shows, in a sentence.
        under: what is measured, in which unit, at which ceiling; a line for each line of it.
        language: of the texts.
    """
    source = " · ".join(_titles(plan, language))
    return {
        "$schema": SCHEMA,
        "background": PAPER,
        "padding": 12,
        "title": {
            "text": in_lines(message, TITLE),
            "subtitle": [line for each in [*under.split("\n"), source] for line in in_lines(each, UNDER_TITLE)],
            "anchor": "start",
            "frame": "bounds",
            "fontSize": 18,
            "fontWeight": 600,
            "subtitleFontSize": 13,
            "subtitleLineHeight": 18,
            "lineHeight": 23,
            "subtitlePadding": 4,
            "offset": 20,
            "limit": 0,
        },
        "config": config(),
    }


def in_lines(said: str, letters: int) -> list[str]:
    """A text in lines of so many letters; no line ends within an amount, such as `€ 300 mln`."""
    tied = AMOUNT.sub(lambda found: found[0].replace(" ", TIE), said)
    return [line.replace(TIE, " ") for line in wrap(tied, letters)]


def config() -> Spec:
    """How charts look: no frame, hair lines, one family of letters."""
    return {
        "aria": False,
        "font": LETTERS,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": FONT,
            "titleFontSize": FONT,
            "titleFontWeight": "normal",
            "titlePadding": 10,
            "labelColor": INK,
            "titleColor": MUTED,
            "gridColor": HAIR,
            "domainColor": EDGE,
            "tickColor": EDGE,
        },
        "legend": {"labelFontSize": FONT, "titleFontSize": FONT, "titleFontWeight": "normal", "labelColor": INK},
        "header": {"labelFontSize": FONT, "labelColor": INK},
        "text": {"fontSize": FONT, "color": INK},
        "title": {"color": INK, "subtitleColor": MUTED},
    }


def bare(spec: Spec) -> Spec:
    """A chart without its title, for where a caption says the same."""
    return {key: value for key, value in spec.items() if key != "title"}


def alternative(plan: Plan, told: Iterable[str], language: Language) -> str:
    """A chart's alternative text: the plan, the scenario if there is one, and what is told of the chart."""
    return " ".join([*(f"{each}." for each in _titles(plan, language)), *told])


def about(ladder: Ladder | Jumps, key: str, count: int, language: Language) -> str:
    """A chart's alternative text: what it shows, from where to where, how many steps, and the largest programme."""
    plan, first, last = ladder.plan, ladder.steps[0], ladder.steps[-1]
    low, high = (money(step.ceiling, plan.unit, language) for step in (first, last))
    told = [
        say(key, language, count=count, low=low, high=high),
        say("about courses", language, count=len(ladder.steps)),
    ]
    groups = by_programme(plan, language)
    if len(groups) > 1:
        largest = max(groups, key=lambda group: group.gets(last.amounts))
        given = money(largest.gets(last.amounts), plan.unit, language)
        told.append(say("about largest", language, name=largest.name, amount=given))
    return alternative(plan, told, language)


def _titles(plan: Plan, language: Language) -> list[str]:
    """The plan's title, and the scenario if there is one."""
    scenario = plan.scenario
    under = [] if scenario is None else [say("reading", language, title=scenario_name(plan, scenario, language))]
    return [text(plan.title, language, plan.id), *under]


def told_apart(named: Iterable[tuple[Id, str]]) -> dict[Id, str]:
    """Names by id, with the id behind those that more than one has."""
    names = dict(named)
    shared = {name for name in names.values() if sum(other == name for other in names.values()) > 1}
    return {each: f"{name} ({each})" if name in shared else name for each, name in names.items()}
