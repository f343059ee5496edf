"""Random plans of every kind, for what is said about them: rules, objectives, wishes, whole amounts and years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from drawn.dated_plans import random_tree, read
from drawn.plans import random_ceiling, random_plan
from drawn.whole_plans import ways, whole_plan

from flessenhals.amounts import ceiling_of
from flessenhals.constraints import Level, Proportional, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines, partner, programme
from flessenhals.constraints.weighted import Term
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from collections.abc import Callable
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
MOST_WAYS = 40


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


def drawn(random: Random) -> Drawn:
    """A small plan of one of the kinds, with a ceiling."""
    kinds: tuple[tuple[Callable[[Random], Drawn], int], ...] = (
        (_plain, 8),
        (_by_group, 3),
        (_wished, 3),
        (_read_otherwise, 2),
        (_whole, 3),
        (_dated, 3),
    )
    (draw,) = random.choices([each for each, _ in kinds], [weight for _, weight in kinds])
    return draw(random)


def _plain(random: Random) -> Drawn:
    plan = _small(random, OBJECTIVES)
    return Drawn(plan, _ceiling(random, plan))


def _by_group(random: Random) -> Drawn:
    """A plan whose objective speaks of groups of lines."""
    plan = _small(random, BY_GROUP)
    return Drawn(plan, _ceiling(random, plan))


def _wished(random: Random) -> Drawn:
    """A plan of which a line is kept or dropped, or another figure changed, beside the plan without that."""
    while True:
        before = _small(random, OBJECTIVES)
        chosen = random.choice(before.lines)
        changed = random.choice([_kept, _kept, _dropped, _heavier])(chosen)
        try:
            plan = replace(before, lines=tuple(changed if line is chosen else line for line in before.lines))
        except InvalidPlanError:
            continue
        return Drawn(plan, _ceiling(random, plan), before=before)


def _kept(line: Line) -> Line:
    return replace(line, minimum=line.proposed, maximum=line.proposed, kept=True)


def _dropped(line: Line) -> Line:
    return replace(line, proposed=Fraction(0), minimum=Fraction(0), maximum=None, dropped=True)


def _heavier(line: Line) -> Line:
    return replace(line, weight=line.weight + 2)


def _read_otherwise(random: Random) -> Drawn:
    """A plan with two scenarios, one of which may fit nowhere."""
    while True:
        plan = replace(_small(random, OBJECTIVES), scenarios={"floor": None, "other": None})
        try:
            floor = replace(plan, scenario="floor", lines=tuple(map(_whole_ask, plan.lines)))
            weights = [replace(line, weight=random.choice([ONE, Fraction(2)])) for line in plan.lines]
            other = replace(plan, scenario="other", lines=tuple(weights))
        except InvalidPlanError:
            continue
        return Drawn(plan, _ceiling(random, plan), readings=(floor, other))


def _whole_ask(line: Line) -> Line:
    return replace(line, minimum=line.upper)


def _whole(random: Random) -> Drawn:
    """A plan of which some amounts cannot be split, in so few ways that each can be tried."""
    while True:
        plan = whole_plan(random)
        if len(list(ways(plan))) <= MOST_WAYS and "coverage" in plan.objective:
            break
    return Drawn(plan, random.choice([plan.proposed * Fraction(random.randint(0, 12), 10), plan.proposed / 2]))


def _dated(random: Random) -> Drawn:
    """A plan over three years, with money that may move between them now and then."""
    plan = read(random_tree(random.randint(0, 10**6), shift=random.random() < 0.4))
    return Drawn(plan, ceiling_of(plan, random.choice(["path", "path", "15", "40"])))


def _small(random: Random, objectives: tuple[tuple[Goal | GroupGoal, ...], ...]) -> Plan:
    """A small plan with one of these objectives."""
    while True:
        try:
            plan = replace(random_plan(random, most_lines=6), objective=random.choice(objectives))
        except InvalidPlanError:
            continue
        if random.random() < 0.4:
            plan = replace(plan, lines=tuple(replace(line, weight=ONE) for line in plan.lines))
        return _with_more_rules(random, plan) if random.random() < 0.4 else plan


def _ceiling(random: Random, plan: Plan) -> Fraction:
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
