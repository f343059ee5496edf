"""A proposal along the chain: what it gives upstream against what downstream supports, rule by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.charts.comparison.comparison_frame import (
    framed,
    legend,
    money_axis,
    names_at_left,
    pointed_at,
)
from flessenhals.briefing.charts.frame import FONT, ZERO, alternative, told_apart
from flessenhals.briefing.charts.roles import EDGE, FLOW, INK, ROOM, STUCK_PAPER
from flessenhals.briefing.text.naming import constraint_name
from flessenhals.briefing.text.numbers import amount, money
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints import Proportional

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.comparison.comparison import Comparison

# Sizes are in pixels.
WIDTH, ROW, MOST = 520, 46, 20
PASSES, HELD, CAPACITY = "chain passes", "chain stuck", "chain capacity"
FILLS = {PASSES: FLOW, HELD: STUCK_PAPER, CAPACITY: ROOM}
DASHES = {PASSES: [1, 0], HELD: [4, 3], CAPACITY: [1, 0]}  # so that they are told apart in grey


class Passage(NamedTuple):
    """One chain rule, in one of its groups where it holds in several, as a proposal fills it.

    Attributes:
        id: which one, in which group.
        inflow: the money upstream, in the plan's unit.
        capacity: how much upstream money the money downstream supports, (Σ downstream + existing) / ratio.
        stuck: what of the inflow cannot be used: above the capacity, or held further on in the chain.
        held_by: the rules further on that hold it, where the rule itself has room enough.
    """

    id: Constraint
    inflow: Fraction
    capacity: Fraction
    stuck: Fraction
    held_by: tuple[Constraint, ...]

    @property
    def is_bottleneck(self) -> bool:
        """Whether more comes in than it lets through."""
        return self.inflow > self.capacity


def chain_chart(found: Comparison, language: Language) -> Spec:
    """Two bars for every chain rule: the money upstream, what of it is stuck, and the capacity downstream.

    A rule that more comes into than it lets through is called a bottleneck beside its bars; money that passes it and is
    stuck behind another rule is said to be held there. Rules with room left come last, the fullest of them first, and
    beyond the twentieth they are counted.

    Args:
        found: a proposal held against the rules.
        language: of the texts; numbers on the axis get theirs when the chart is drawn.

    Returns:
        A Vega-Lite specification.
    """
    plan = found.plan
    passages = sorted(_passages(found), key=_trouble_first)
    shown, more = passages[:MOST], len(passages) - MOST
    names = told_apart((each.id, constraint_name(plan, each.id, language).replace('"', "")) for each in shown)
    most = float(max([max(each.inflow, each.capacity) for each in shown], default=ZERO) or 1)
    y = names_at_left("rule", [names[each.id] for each in shown])
    y["scale"] = {"paddingInner": 0.3, "paddingOuter": 0.15}
    x = money_axis(plan, "chain money", (0, most * 1.02), language)
    bars = [bar for each in shown for bar in _bars(each, names[each.id], language)]
    labels = [label for each in shown for label in _labels(found, each, names, language)]
    offset: Spec = {"field": "bar", "type": "nominal", "sort": ["inflow", "capacity"]}
    told = [say("chain" if shown else "chain empty", language)]
    told += [say("more rules", language, count=more)] if more > 0 else []
    return {
        **framed(found, _message(found, passages, names, language), " ".join(told), language),
        "description": alternative(plan, _about(found, passages, names, language), language),
        "width": WIDTH,
        "height": {"step": ROW, "for": "position"},
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar", "stroke": EDGE, "strokeWidth": 1},
                "encoding": {
                    "y": y,
                    "yOffset": offset,
                    "x": {**x, "field": "from"},
                    "x2": {"field": "to"},
                    "color": {
                        "field": "part",
                        "type": "nominal",
                        "scale": {"domain": [say(key, language) for key in FILLS], "range": list(FILLS.values())},
                        "legend": legend(columns=len(FILLS)),
                    },
                    "strokeDash": {
                        "field": "part",
                        "type": "nominal",
                        "scale": {"domain": [say(key, language) for key in FILLS], "range": list(DASHES.values())},
                        "legend": legend(columns=len(FILLS)),
                    },
                    "tooltip": pointed_at(plan, say("rule alone", language), "rule", "part", language),
                },
            },
            {
                "data": {"values": labels},
                "mark": {
                    "type": "text",
                    "align": "left",
                    "dx": 7,
                    "fontSize": FONT,
                    "fontWeight": {"expr": "datum.weight"},
                    "color": INK,
                    "limit": 0,
                },
                "encoding": {
                    "y": y,
                    "yOffset": offset,
                    "x": {**x, "field": "end"},
                    "text": {"field": "said", "type": "nominal"},
                },
            },
        ],
    }


def _passages(found: Comparison) -> Iterator[Passage]:
    """Every rule that asks money downstream, in each of its groups."""
    plan, amounts = found.plan, found.proposal.amounts
    links = {link.row.id: link for trace in found.traces for link in trace.links}
    for rule in plan.constraints:
        if not isinstance(rule, Proportional) or rule.at_least is None:
            continue
        for scope, lines in rule.scopes(plan.lines):
            row = scope if rule.at_most is None else scope._replace(side="at_least")
            inflow = sum((amounts[line.id] for line in rule.upstream.select(lines)), start=ZERO)
            downstream = sum((amounts[line.id] for line in rule.downstream.select(lines)), start=rule.existing)
            capacity = downstream / rule.at_least
            link = links.get(row)
            stuck = max(ZERO, inflow - capacity, link.asked - link.supported if link else ZERO)
            yield Passage(row, inflow, capacity, stuck, link.next if link and inflow <= capacity else ())


def _trouble_first(each: Passage) -> tuple[bool, Fraction]:
    return not each.stuck, -each.stuck if each.stuck else each.capacity - each.inflow


def _bars(each: Passage, name: str, language: Language) -> Iterator[Spec]:
    passes = each.inflow - each.stuck
    for key, bar, start, end in (
        (PASSES, "inflow", ZERO, passes),
        (HELD, "inflow", passes, each.inflow),
        (CAPACITY, "capacity", ZERO, each.capacity),
    ):
        if end > start:
            yield {
                "rule": name,
                "bar": bar,
                "part": say(key, language),
                "from": float(start),
                "to": float(end),
                "amount": float(end - start),
            }


def _labels(found: Comparison, each: Passage, names: dict[Constraint, str], language: Language) -> Iterator[Spec]:
    """The amounts behind both bars, and what is wrong behind the first."""
    for bar, end, told in (
        ("inflow", each.inflow, _said(found, each, names, language)),
        ("capacity", each.capacity, ""),
    ):
        said = " · ".join(part for part in (amount(end, language), told) if part)
        weight = "bold" if told else "normal"
        yield {"rule": names[each.id], "bar": bar, "end": float(end), "said": said, "weight": weight}


def _said(found: Comparison, each: Passage, names: dict[Constraint, str], language: Language) -> str:
    if not each.stuck:
        return ""
    if each.is_bottleneck:
        return say("chain bottleneck", language, amount=money(each.inflow - each.capacity, found.plan.unit, language))
    held = [names.get(by) or constraint_name(found.plan, by, language) for by in each.held_by]
    stuck = money(each.stuck, found.plan.unit, language)
    return say("chain held", language, amount=stuck, names=listed(held, language))


def _message(found: Comparison, passages: list[Passage], names: dict[Constraint, str], language: Language) -> str:
    """Which rule holds most, or that none does."""
    if not passages or not passages[0].stuck:
        return say("about no bottleneck" if passages else "chain empty", language).rstrip(".")
    first = passages[0]
    if first.is_bottleneck:
        over = money(first.inflow - first.capacity, found.plan.unit, language)
        return say("chain message", language, name=names[first.id], amount=over)
    return f"{names[first.id]}: {_said(found, first, names, language)}"


def _about(found: Comparison, passages: list[Passage], names: dict[Constraint, str], language: Language) -> list[str]:
    if not passages:
        return [say("chain empty", language)]
    told = [say("about chain", language, count=len(passages))]
    troubled = [
        f"{names[each.id]}: {_said(found, each, names, language)}."
        for each in passages
        if each.stuck and each.id in names
    ]
    return told + (troubled or [say("about no bottleneck", language)])
