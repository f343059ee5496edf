"""Random plans of every kind, for what is said about them: rules, objectives, wishes, whole amounts and years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from drawn.dated_plans import FIRST, random_tree, read
from drawn.plans import random_ceiling, random_plan
from drawn.whole_plans import ways, whole_plan

from flessenhals.amounts import ceiling_of
from flessenhals.constraints import Level, Proportional, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, lines, partner, programme
from flessenhals.constraints.weighted import Term
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.plan.benefit import Benefit
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.line import StatedTotal
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
        (_printed, 1),
        (_costly, 1),
        (_whole, 3),
        (_dated, 3),
        (_dated_kinds, 1),
        (_dated_enough, 1),
        (_dated_wish, 1),
        (_unfit_without, 1),
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


def _printed(random: Random) -> Drawn:
    """A plan whose stated totals may not be the rounding of what its lines ask."""
    plan = _small(random, OBJECTIVES)
    none = Fraction(0)
    asks = [replace(each, proposed=Fraction(random.randint(0, 4)), minimum=none, maximum=None) for each in plan.lines]
    total = max(sum((line.proposed for line in asks), start=none) + random.randint(-5, 5), none)
    parts = [StatedTotal(of=lines(line.id), proposed=line.proposed, printed_to=ONE) for line in asks[:1]]
    totals = (StatedTotal(of=EVERYTHING, proposed=total, printed_to=ONE), *parts)
    try:
        plan = replace(plan, lines=tuple(asks), totals=totals)
    except InvalidPlanError:
        return _printed(random)
    return Drawn(plan, _ceiling(random, plan))


def _costly(random: Random) -> Drawn:
    """A plan that says what the problem that it is against costs."""
    plan = _small(random, OBJECTIVES)
    low = Fraction(random.randint(1, 400), 3)
    return Drawn(replace(plan, benefit=Benefit(low=low, high=low + random.choice([0, 1, 70]))), _ceiling(random, plan))


def _dated_kinds(random: Random) -> Drawn:
    """A plan over years with money of two kinds."""
    tree = random_tree(random.randint(0, 10**6))
    years = [FIRST, FIRST + 1, FIRST + 2]
    once = {year: random.choice([20, 60]) for year in years[:2]}
    tree["ceilings"] = {"kinds": {"structural": {year: random.choice([5, 12]) for year in years}, "one-off": once}}
    plan = read(tree)
    return Drawn(plan, ceiling_of(plan, "kinds"))


def _dated_enough(random: Random) -> Drawn:
    """A plan over years without rules, with too little money at first and then exactly what is asked."""
    tree = random_tree(random.randint(0, 10**6)) | {"constraints": []}
    plan = read(tree)
    asked = {
        year: float(sum(line.proposed * line.charge for line in plan.lines if line.year == year))
        for year in (FIRST + 1, FIRST + 2)
    }
    plan = read(tree | {"ceilings": {"late": {FIRST: random.choice([5, 9]), **asked}}})
    return Drawn(plan, ceiling_of(plan, "late"))


def _unfit_without(random: Random) -> Drawn:
    """A plan of which a line is dropped, and nothing fits with it."""
    while True:
        some = _small(random, OBJECTIVES[:3])
        chosen = random.choice([line for line in some.lines if line.upper] or [None])
        if chosen is None:
            continue
        try:
            before = replace(some, lines=tuple(_whole_ask(line) if line is chosen else line for line in some.lines))
            plan = replace(some, lines=tuple(_dropped(line) if line is chosen else line for line in some.lines))
        except InvalidPlanError:
            continue
        lowest = lowest_feasible_ceiling(plan)
        if lowest is not None:
            return Drawn(plan, lowest, before=before)


def _dated_wish(random: Random) -> Drawn:
    """A plan over years of which a line is kept in all its years, beside the plan without that."""
    while True:
        before = read(random_tree(random.randint(0, 10**6)))
        chosen = random.choice(before.lines).line
        try:
            plan = replace(before, lines=tuple(_kept(line) if line.line == chosen else line for line in before.lines))
        except InvalidPlanError:
            continue
        return Drawn(plan, ceiling_of(plan, random.choice(["path", "40"])), before=before)


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
