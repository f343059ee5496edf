"""Random plans of every kind, for what is said about them: rules, objectives, wishes, whole amounts and years."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from drawn.dated_plans import random_tree, read
from drawn.rare_plans import (
    between_steps,
    costly,
    dated_enough,
    dated_kinds,
    dated_level,
    dated_wish,
    printed,
    ring,
    unfit_without,
)
from drawn.small_plans import BY_GROUP, OBJECTIVES, ONE, Drawn, ceiling_for, dropped, heavier, kept, small, whole_ask
from drawn.whole_plans import ways, whole_plan

from flessenhals.amounts import ceiling_of
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

MOST_WAYS = 40


def drawn(random: Random) -> Drawn:
    """A small plan of one of the kinds, with a ceiling."""
    kinds: tuple[tuple[Callable[[Random], Drawn], int], ...] = (
        (_plain, 8),
        (_by_group, 3),
        (_wished, 3),
        (_read_otherwise, 2),
        (printed, 1),
        (costly, 1),
        (_whole, 3),
        (_dated, 3),
        (dated_kinds, 1),
        (dated_enough, 1),
        (dated_wish, 2),
        (unfit_without, 1),
        (ring, 2),
        (dated_level, 1),
        (between_steps, 1),
    )
    (draw,) = random.choices([each for each, _ in kinds], [weight for _, weight in kinds])
    return draw(random)


def _plain(random: Random) -> Drawn:
    plan = small(random, OBJECTIVES)
    return Drawn(plan, ceiling_for(random, plan))


def _by_group(random: Random) -> Drawn:
    """A plan whose objective speaks of groups of lines."""
    plan = small(random, BY_GROUP)
    return Drawn(plan, ceiling_for(random, plan))


def _wished(random: Random) -> Drawn:
    """A plan of which a line is kept or dropped, or another figure changed, beside the plan without that."""
    while True:
        before = small(random, OBJECTIVES)
        chosen = random.choice(before.lines)
        changed = random.choice([kept, kept, dropped, heavier])(chosen)
        try:
            plan = replace(before, lines=tuple(changed if line is chosen else line for line in before.lines))
        except InvalidPlanError:
            continue
        return Drawn(plan, ceiling_for(random, plan), before=before)


def _read_otherwise(random: Random) -> Drawn:
    """A plan with two scenarios, one of which may fit nowhere."""
    while True:
        plan = replace(small(random, OBJECTIVES), scenarios={"floor": None, "other": None})
        try:
            floor = replace(plan, scenario="floor", lines=tuple(map(whole_ask, plan.lines)))
            weights = [replace(line, weight=random.choice([ONE, Fraction(2)])) for line in plan.lines]
            other = replace(plan, scenario="other", lines=tuple(weights))
        except InvalidPlanError:
            continue
        return Drawn(plan, ceiling_for(random, plan), readings=(floor, other))


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
