"""Random small plans with amounts that cannot be split, and their best splits by trying all. Figures are made up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import floor
from typing import TYPE_CHECKING

from flessenhals.constraints import Level, Proportional, Rule
from flessenhals.constraints.constraint import own
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    Split = dict[str, Fraction]

ZERO = Fraction(0)
MOST_TRIED = 400


def whole_plan(random: Random) -> Plan:
    """A sound plan of two to five lines, some of which cannot be split; few enough ways to try them all."""
    while True:
        try:
            plan = _drawn(random)
        except InvalidPlanError:
            continue
        if plan.whole and len(list(ways(plan))) <= MOST_TRIED:
            return plan


def _drawn(random: Random) -> Plan:
    count = random.randint(2, 5)
    drawn = [_line(random, place) for place in range(count)]
    if random.random() < 0.3:  # two lines that are alike
        drawn[-1] = replace(drawn[0], id=drawn[-1].id)
    ids = [line.id for line in drawn]
    rules: list[Rule] = []
    if random.random() < 0.6:
        one, other = random.sample(ids, 2)
        ratio = Fraction(random.choice(["1/4", "1/2", "3/4", "1/3", "1"]))
        rules.append(Proportional(id="follow", upstream=lines(one), downstream=lines(other), at_least=ratio))
    if random.random() < 0.4:
        some = random.sample(ids, random.randint(1, count))
        rules.append(Level(id="cap", of=lines(*some), at_most=Fraction(random.randint(4, 20))))
    if random.random() < 0.2:
        rules.append(Level(id="floor", of=lines(*random.sample(ids, 2)), at_least=Fraction(random.randint(1, 6))))
    objective = random.choice([("value", "coverage")] * 6 + [("coverage",), ("coverage", "value"), ("value",)])
    return Plan(id="small", lines=tuple(drawn), constraints=tuple(rules), objective=objective)


def _line(random: Random, place: int) -> Line:
    proposed = Fraction(random.choice(["2", "3", "4", "5", "6", "6", "8", "10", "2.5", "12", "0"]))
    line = Line(id=f"l{place}", partner=random.choice("abc"), proposed=proposed)
    if not proposed or random.random() < 0.15:
        line = replace(line, maximum=proposed + random.randint(1, 3))
    if random.random() < 0.2:
        line = replace(line, minimum=line.proposed * Fraction(random.choice(["1/4", "1/2"])))
    if random.random() < 0.3:
        line = replace(line, weight=Fraction(random.choice(["2", "1/2", "0", "3"])))
    kind = random.choice(["any", "any", "step", "parts", "smallest", "step and smallest"])
    if kind in {"step", "step and smallest"}:
        line = replace(line, step=Fraction(random.choice(["1", "2", "3", "2.5", "0.5"])))
    if kind == "parts" and line.proposed:
        line = replace(line, parts=random.choice([1, 2, 3, 5]))
    if kind in {"smallest", "step and smallest"}:
        line = replace(line, smallest=line.proposed * Fraction(random.choice(["1/2", "1", "1/3"])))
    return line


def ways(plan: Plan) -> Iterator[tuple[Line, ...]]:
    """The plan's lines with every choice made that cannot be split: an amount each, or a stretch of amounts."""
    return product(*(list(_choices(line)) for line in plan.lines))


def _choices(line: Line) -> Iterator[Line]:
    plain = replace(line, step=None, parts=None, smallest=None)
    highest = line.proposed if line.maximum is None else line.maximum
    least, unit = line.smallest or ZERO, line.unit
    if unit is not None:
        for times in range(floor(highest / unit) + 1):
            amount = times * unit
            if amount >= line.minimum and (amount == 0 or amount >= least):
                yield replace(plain, minimum=amount, maximum=amount)
        return
    if least and line.minimum == 0:
        yield replace(plain, maximum=ZERO)
    if max(line.minimum, least) <= highest:
        yield replace(plain, minimum=max(line.minimum, least))


def rank(plan: Plan, split: Mapping[str, Fraction]) -> tuple[tuple[Fraction, ...], ...]:
    """How good a split is: of two splits the one with the larger rank is better."""
    value = sum((line.weight * split[line.id] for line in plan.lines), start=ZERO)
    coverage = tuple(sorted(split[line.id] / line.proposed for line in plan.lines if line.proposed))
    unasked = tuple(-split[line.id] for line in plan.lines if not line.proposed)
    order = tuple(split[line.id] for line in plan.lines if line.proposed)
    stages: list[tuple[Fraction, ...]] = []
    for goal in plan.objective:
        stages += [(value,)] if goal == "value" else [coverage, unasked]
    return (*stages, unasked, order)


def best_by_trying(plan: Plan, ceiling: Fraction) -> Split | None:
    """The best split by dividing the ceiling in every way in which the whole amounts can be chosen; None if none fits.

    What is left of choice once they are chosen is linear, and is divided as any plan is; where nothing but the value
    counts, that leaves splits as good, of which the plan's order takes one.
    """
    found: list[Split] = []
    for chosen in ways(plan):
        lone = replace(plan, lines=chosen)
        got = attempt(lone, ceiling)
        if isinstance(got, InfeasibleError):
            continue
        asked = {line.id: got.amounts[line.id] for line in lone.lines if line.proposed}
        held = asked if "coverage" in plan.objective else {}
        if held and len(lone.lines) - len(held) <= 1:
            found.append(dict(got.amounts))
        else:
            found.append(_in_order(lone, ceiling, got.value if plan.objective[0] == "value" else None, held))
    return max(found, key=lambda split: rank(plan, split), default=None)


def _in_order(plan: Plan, ceiling: Fraction, value: Fraction | None, held: Split) -> Split:
    """Of the splits of this value, with these lines held, the one that the plan's order prefers: line after line.

    Lines that ask nothing come first, and get as little as they can. Coverage says nothing of them, so a plan that can
    be split may divide what its rules make them take in another way.
    """
    from flessenhals.constraints.row import Row  # noqa: PLC0415
    from flessenhals.solver.program.linear_program import splits  # noqa: PLC0415
    from flessenhals.solver.program.prove import prove_solvable  # noqa: PLC0415

    weights = {line.id: line.weight for line in plan.lines if line.weight}
    reached = [] if value is None or not weights else [Row(own("value"), "stage", weights, ">=", value)]
    space = splits(plan, ceiling).keeping(reached).fixing(held)
    found: Split = {}
    for line in [*(each for each in plan.lines if not each.proposed), *(each for each in plan.lines if each.proposed)]:
        sign = Fraction(1 if line.proposed else -1)
        found[line.id] = sign * prove_solvable(space.asking("order", {line.id: sign})).optimum
        space = space.fixing({line.id: found[line.id]})
    return {line.id: found[line.id] for line in plan.lines}
