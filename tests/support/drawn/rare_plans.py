"""Random plans of which something is said that is seldom said of others."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from drawn.dated_plans import FIRST, random_tree, read
from drawn.small_plans import OBJECTIVES, ONE, Drawn, ceiling_for, dropped, kept, small, whole_ask

from flessenhals.amounts import ceiling_of
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import EVERYTHING, lines
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.plan.benefit import Benefit
from flessenhals.solver.plan.line import Line, StatedTotal
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from random import Random


def printed(random: Random) -> Drawn:
    """A plan whose stated totals may not be the rounding of what its lines ask."""
    plan = small(random, OBJECTIVES)
    none = Fraction(0)
    asks = [replace(each, proposed=Fraction(random.randint(0, 4)), minimum=none, maximum=None) for each in plan.lines]
    total = max(sum((line.proposed for line in asks), start=none) + random.randint(-5, 5), none)
    parts = [StatedTotal(of=lines(line.id), proposed=line.proposed, printed_to=ONE) for line in asks[:1]]
    totals = (StatedTotal(of=EVERYTHING, proposed=total, printed_to=ONE), *parts)
    try:
        plan = replace(plan, lines=tuple(asks), totals=totals)
    except InvalidPlanError:
        return printed(random)
    return Drawn(plan, ceiling_for(random, plan))


def costly(random: Random) -> Drawn:
    """A plan that says what the problem that it is against costs."""
    plan = small(random, OBJECTIVES)
    low = Fraction(random.randint(1, 400), 3)
    return Drawn(
        replace(plan, benefit=Benefit(low=low, high=low + random.choice([0, 1, 70]))), ceiling_for(random, plan)
    )


def dated_kinds(random: Random) -> Drawn:
    """A plan over years with money of two kinds."""
    tree = random_tree(random.randint(0, 10**6))
    years = [FIRST, FIRST + 1, FIRST + 2]
    once = {year: random.choice([20, 60]) for year in years[:2]}
    tree["ceilings"] = {"kinds": {"structural": {year: random.choice([5, 12]) for year in years}, "one-off": once}}
    plan = read(tree)
    return Drawn(plan, ceiling_of(plan, "kinds"))


def dated_enough(random: Random) -> Drawn:
    """A plan over years without rules, with too little money at first and then exactly what is asked."""
    tree = random_tree(random.randint(0, 10**6)) | {"constraints": []}
    plan = read(tree)
    asked = {
        year: float(sum(line.proposed * line.charge for line in plan.lines if line.year == year))
        for year in (FIRST + 1, FIRST + 2)
    }
    plan = read(tree | {"ceilings": {"late": {FIRST: random.choice([5, 9]), **asked}}})
    return Drawn(plan, ceiling_of(plan, "late"))


def unfit_without(random: Random) -> Drawn:
    """A plan of which a line is dropped, and nothing fits with it."""
    while True:
        some = small(random, OBJECTIVES[:3])
        chosen = random.choice([line for line in some.lines if line.upper] or [None])
        if chosen is None:
            continue
        try:
            before = replace(some, lines=tuple(whole_ask(line) if line is chosen else line for line in some.lines))
            plan = replace(some, lines=tuple(dropped(line) if line is chosen else line for line in some.lines))
        except InvalidPlanError:
            continue
        lowest = lowest_feasible_ceiling(plan)
        if lowest is not None:
            return Drawn(plan, lowest, before=before)


def dated_wish(random: Random) -> Drawn:
    """A plan over years of which a line is kept in all its years, beside the plan without that."""
    while True:
        before = read(random_tree(random.randint(0, 10**6)))
        chosen = random.choice(before.lines).line
        try:
            plan = replace(before, lines=tuple(kept(line) if line.line == chosen else line for line in before.lines))
        except InvalidPlanError:
            continue
        return Drawn(plan, ceiling_of(plan, random.choice(["path", "40"])), before=before)


def ring(random: Random) -> Drawn:
    """A plan whose rules ask for each other, exactly as much as they give: with other ratios it feeds itself."""
    size, ratio = Fraction(random.randint(1, 6)), Fraction(random.choice(["1/3", "1/2", "2/3", "1"]))
    weights = ("1", "1", random.choice(["1/3", "1/2", "1"]))
    asked = tuple(
        Line(id=f"l{place}", partner="abc"[place], proposed=times * size, weight=Fraction(weight))
        for place, (times, weight) in enumerate(zip((5, 2, 5), weights, strict=True))
    )
    both, last, first = lines("l0", "l1"), lines("l2"), lines("l0")
    rules = (
        Proportional(id="more", upstream=both, downstream=last, at_least=Fraction(1, 3), existing=10 * size),
        Proportional(id="on", upstream=first, downstream=last, at_least=ratio),
        Proportional(id="back", upstream=last, downstream=first, at_least=1 / ratio),
    )
    plan = Plan(id="ring", lines=asked, constraints=rules)
    return Drawn(plan, 8 * size + Fraction(random.choice([0, 0, 1, -1]), 3))


def dated_level(random: Random) -> Drawn:
    """A plan over years that asks the same every year, with as much money in the last as in the year before."""
    tree = random_tree(random.randint(0, 10**6))
    asked: list[dict[str, object]] = tree["lines"][:3]  # type: ignore[index]
    rules: list[dict[str, object]] = tree["constraints"]  # type: ignore[assignment]
    chains = [rule for rule in rules if rule["id"] == "om-follows"]
    plan = read(
        tree
        | {
            "lines": [line | {"proposed": random.choice([4, 8, 10, 20])} for line in asked],
            "constraints": chains,
            "ceilings": {"path": {FIRST: random.choice([5, 10]), FIRST + 1: 15, FIRST + 2: 15}},
        }
    )
    return Drawn(plan, ceiling_of(plan, "path"))


def between_steps(random: Random) -> Drawn:
    """A plan without rules whose lines go up in steps, and little money."""
    steps = tuple(
        Line(
            id=f"l{place}",
            partner="abc"[place],
            proposed=Fraction(random.choice([5, 8, 11])),
            step=Fraction(random.choice([3, 4])),
        )
        for place in range(random.randint(1, 3))
    )
    return Drawn(Plan(id="steps", lines=steps), Fraction(random.choice([2, 4, 5, 7])))
