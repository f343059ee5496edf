"""Small random plans of one year and what is asked of them; a line that is wished for, dropped or heavier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from drawn.plans import random_ceiling, random_plan

from flessenhals.constraints import Level, Proportional, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines, partner, programme
from flessenhals.constraints.weighted import Term
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from random import Random

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Goal, Line, Plan

ONE = Fraction(1)
OBJECTIVES: tuple[tuple[Goal | GroupGoal, ...], ...] = (
    ("value", "coverage"),
    ("value", "coverage"),
    ("value", "coverage"),
    ("coverage", "value"),
    ("coverage",),
    ("value",),
)
BY_GROUP: tuple[tuple[Goal | GroupGoal, ...], ...] = (
    (GroupGoal(of=programme("one")), "value", "coverage"),
    (GroupGoal(of=partner("alpha")), "coverage"),
    ("value", GroupGoal(by="partner"), "coverage"),
    (GroupGoal(by="programme"), "coverage"),
    ("value", GroupGoal(by="partner")),
)


@dataclass(frozen=True)
class Drawn:
    """What is asked of a plan.

    Attributes:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        readings: the plan under other scenarios.
        before: the plan without what was kept, dropped or changed; None where nothing was.
    """

    plan: Plan
    ceiling: Ceiling
    readings: tuple[Plan, ...] = ()
    before: Plan | None = None


def small(random: Random, objectives: tuple[tuple[Goal | GroupGoal, ...], ...]) -> Plan:
    """A small plan with one of these objectives."""
    while True:
        try:
            plan = replace(random_plan(random, most_lines=6), objective=random.choice(objectives))
        except InvalidPlanError:
            continue
        if random.random() < 0.4:
            plan = replace(plan, lines=tuple(replace(line, weight=ONE) for line in plan.lines))
        return _with_more_rules(random, plan) if random.random() < 0.4 else plan


def ceiling_for(random: Random, plan: Plan) -> Fraction:
    """From 0 and around the lowest feasible one to more than all that is asked."""
    lowest = lowest_feasible_ceiling(plan)
    choices = [
        Fraction(0),
        plan.proposed,
        2 * plan.proposed,
        random_ceiling(random, plan),
        random_ceiling(random, plan),
    ]
    if lowest is not None:
        choices += [lowest, lowest + Fraction(1, 3), max(Fraction(0), lowest - Fraction(1, 7))]
    return random.choice(choices)


def kept(line: Line) -> Line:
    return replace(line, minimum=line.proposed, maximum=line.proposed, kept=True)


def dropped(line: Line) -> Line:
    return replace(line, proposed=Fraction(0), minimum=Fraction(0), maximum=None, dropped=True)


def heavier(line: Line) -> Line:
    return replace(line, weight=line.weight + 2)


def whole_ask(line: Line) -> Line:
    return replace(line, minimum=line.upper)


def _with_more_rules(random: Random, plan: Plan) -> Plan:
    """The plan with a cap on lines that other rules speak of too, and a share of everything."""
    ids = [line.id for line in plan.lines]
    rules = (
        Level(id="cap", of=lines(*random.sample(ids, min(2, len(ids)))), at_most=Fraction(random.randint(1, 20))),
        Level(id="part", of=lines(random.choice(ids)), at_least=Share(Fraction(random.randint(1, 9), 20))),
        Proportional(
            id="most", upstream=lines(ids[0]), downstream=lines(ids[-1]), at_most=Fraction(random.randint(1, 3), 2)
        ),
        _on_quantity(random, ids),
    )
    try:
        return replace(plan, constraints=(*plan.constraints, *random.sample(rules, random.randint(1, 2))))
    except InvalidPlanError:
        return plan


def _on_quantity(random: Random, ids: list[str]) -> Weighted:
    """A floor or a cap on what the money of some lines buys."""
    times = [Fraction(text) for text in ("12.5", "8", "1/3", "12.5")]
    terms = tuple(Term(lines(line), random.choice(times)) for line in random.sample(ids, min(2, len(ids))))
    limit = Fraction(random.randint(1, 300))
    floor = random.random() < 0.4
    return Weighted(
        id="staff", terms=terms, unit="fte", at_least=limit if floor else None, at_most=None if floor else limit
    )
