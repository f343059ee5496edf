"""Random plans of ordinary shape, for what has to hold always. Every figure in them is made up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints import Level, Proportional, Rule
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines, partner, programme
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from random import Random

    from flessenhals.constraints.selector import Selector

PARTNERS = ("alpha", "beta", "gamma", "delta")
PROGRAMMES = ("one", "two", "three")
PROPOSALS = tuple(Fraction(text) for text in ("0", "2", "2.5", "5", "7.5", "10", "12.5", "20", "40", "62"))
RATIOS = tuple(Fraction(text) for text in ("0.05", "0.1", "1/3", "0.25", "0.5"))
PARTS = tuple(Fraction(text) for text in ("0", "0", "0.25", "0.5", "2/3", "9/10"))
WEIGHTS = tuple(Fraction(text) for text in ("1", "1", "1", "1", "0.5", "2", "0"))


def random_plan(random: Random, *, most_lines: int = 12) -> Plan:
    """A sound plan; it may still be infeasible at every ceiling."""
    while True:
        try:
            return _draw(random, most_lines)
        except InvalidPlanError:
            continue


def random_country(random: Random, *, most_towns: int = 5, most_lines: int = 8) -> Plan:
    """A plan of random plans side by side, that hang together by nothing but a ceiling."""
    drawn: list[Line] = []
    rules: list[Rule] = []
    for number in range(random.randint(2, most_towns)):
        town = random_plan(random, most_lines=most_lines)
        drawn += [replace(line, id=f"town{number}-{line.id}", partner=f"town{number}") for line in town.lines]
        for rule in town.constraints:
            own = {name: _in_town(selector, town, number) for name, selector in rule.selectors()}
            level = getattr(rule, "at_least", None) or getattr(rule, "at_most", None)
            if not isinstance(level, Share):  # a share of everything would tie the towns together
                rules.append(replace(rule, id=f"town{number}-{rule.id}", **own))
    plan = Plan(id="country", lines=tuple(drawn), constraints=tuple(rules))
    if random.random() < 0.4:
        plan = replace(plan, lines=tuple(replace(line, weight=Fraction(1)) for line in plan.lines))
    return replace(plan, objective=random.choice([("value", "coverage"), ("value", "coverage"), ("coverage",)]))


def _in_town(selector: Selector, town: Plan, number: int) -> Selector:
    return lines(*(f"town{number}-{line.id}" for line in selector.select(town.lines)))


def random_ceiling(random: Random, plan: Plan) -> Fraction:
    """A ceiling from too little to more than enough, with ties at the round parts of what is asked."""
    part = random.choice(
        [Fraction(1, 5), Fraction(1, 2), Fraction(4, 5), Fraction(1), Fraction(random.randint(0, 120), 97)]
    )
    return plan.proposed * part


def in_another_unit(plan: Plan, factor: Fraction) -> Plan:
    """The same plan with every amount of money so many times as large."""

    def money(amount: object) -> object:
        return amount * factor if isinstance(amount, Fraction) else amount

    def rule(each: Rule) -> Rule:
        if isinstance(each, Proportional):
            return replace(each, existing=each.existing * factor)
        assert isinstance(each, Level)
        return replace(each, at_least=money(each.at_least), at_most=money(each.at_most))

    lines = tuple(
        replace(
            line,
            proposed=line.proposed * factor,
            minimum=line.minimum * factor,
            maximum=None if line.maximum is None else line.maximum * factor,
        )
        for line in plan.lines
    )
    return replace(plan, lines=lines, constraints=tuple(map(rule, plan.constraints)))


def _draw(random: Random, most_lines: int) -> Plan:
    drawn = tuple(_line(random, number) for number in range(random.randint(2, most_lines)))
    rules: list[Rule] = [_chain(random, number, drawn) for number in range(random.randint(0, 4))]
    if random.random() < 0.4:
        rules.append(_level(random))
    if random.random() < 0.25:
        drawn = tuple(replace(line, cofunded=random.choice(PARTS)) for line in drawn)
    return Plan(id="random", lines=drawn, constraints=tuple(rules))


def _line(random: Random, number: int) -> Line:
    proposed = random.choice(PROPOSALS)
    maximum = random.choice([None, None, None, proposed * Fraction(6, 5), proposed / 2, Fraction(3)])
    most = proposed if maximum is None else maximum
    return Line(
        id=f"line{number}",
        partner=random.choice(PARTNERS),
        programme=random.choice(PROGRAMMES),
        proposed=proposed,
        minimum=min(
            most * random.choice([Fraction(0), Fraction(0), Fraction(0), Fraction(1, 4), Fraction(1)]), 10 * proposed
        ),
        maximum=maximum,
        weight=random.choice(WEIGHTS),
    )


def _chain(random: Random, number: int, drawn: tuple[Line, ...]) -> Proportional:
    ids = [line.id for line in drawn]
    random.shuffle(ids)
    cut = random.randint(1, max(1, min(3, len(ids) - 1)))
    return Proportional(
        id=f"chain{number}",
        upstream=lines(*ids[:cut]),
        downstream=lines(*ids[cut : cut + random.randint(1, 2)]),
        at_least=random.choice(RATIOS),
        at_most=random.choice([None, None, None, Fraction(2)]),
        existing=random.choice([Fraction(0), Fraction(0), Fraction(1, 2)]),
    )


def _level(random: Random) -> Level:
    of = random.choice([partner(random.choice(PARTNERS)), programme(random.choice(PROGRAMMES))])
    at_least, at_most = random.choice(
        [
            (Fraction(5), None),
            (Share(Fraction(1, 10)), None),
            (None, Share(Fraction(9, 20))),
            (Fraction(1), Fraction(30)),
        ]
    )
    return Level(id="level", of=of, at_least=at_least, at_most=at_most)
