"""Random plans with a reader's changes: as the page is asked them, and as the plan that they make.

Every figure is made up.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from drawn.dated_plans import random_tree, read
from drawn.plans import random_plan

from flessenhals.briefing.page.program import field_in, program
from flessenhals.constraints import Level, Proportional, Rule, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines, partner, programme
from flessenhals.constraints.weighted import Term
from flessenhals.data.source.errors import InputError
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.problem import InvalidPlanError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan

SIZES = (60, 40, 25, 12, 5)
OBJECTIVES: tuple[tuple[Any, ...], ...] = (
    ("value", "coverage"),
    ("value", "coverage"),
    ("coverage",),
    ("coverage", "value"),
    (GroupGoal(of=programme("one")), "value", "coverage"),
    ("value", GroupGoal(by="partner"), "coverage"),
    (GroupGoal(by="programme"), "coverage"),
    ("value", GroupGoal(of=partner("alpha")), "coverage"),
)
DATED_OBJECTIVES: tuple[list[Any], ...] = (
    ["value", "shift", "coverage"],
    ["value", "coverage", "shift"],
    ["coverage"],
    ["value", {"coverage": "year"}, "coverage"],
)
RATIOS = tuple(Fraction(text) for text in ("0.04", "0.12", "0.2", "0.37", "0.8"))


class Edit(NamedTuple):
    """A plan under changes.

    Attributes:
        before: the plan of which the page has the program.
        after: the plan that the changes make of it.
        ceiling: in the plan's unit, or a share of a path.
        asked: what the page is asked: the program, and the changes with fractions as text.
    """

    before: Plan
    after: Plan
    ceiling: Ceiling
    asked: dict[str, Any]

    def answer(self) -> dict[str, Any]:
        """The exact answer to the changed plan, as the page is to give it."""
        found = attempt(self.after, self.ceiling)
        if isinstance(found, InfeasibleError):
            low = found.lowest_feasible_ceiling
            return {"amounts": None, "lowest": None if low is None else str(low)}
        return {"amounts": [str(found.amounts[line.id]) for line in self.after.lines]}


def random_edit(random: Random, *, most_lines: int | None = None) -> Edit:
    """A plan of 5 to 60 lines, with rules, bounds, weights and the ceiling changed; it may fit nowhere."""
    while True:
        try:
            before = _plan(random, most_lines or random.choice(SIZES))
            return _edited(random, before)
        except InvalidPlanError:
            continue


def random_dated_edit(random: Random) -> Edit:
    """A plan over three years, with kinds of money or shifts, and its path at another share; it may fit nowhere."""
    while True:
        tree = random_tree(random.randrange(10**9), shift=random.random() < 0.6)
        ceilings: Any = tree["ceilings"]
        if random.random() < 0.4:
            path = ceilings["path"]
            ceilings["path"] = {"structural": path, "one-off": {min(path): 6, min(path) + 1: 3}}
            once = {"id": "ict", "partner": "om", "programme": "a", "money": "one-off", "proposed": {min(path): 8}}
            tree["lines"] = [*tree["lines"], once]  # type: ignore[misc]
        if random.random() < 0.3:
            courts: Any = tree["constraints"][1]["proportional"]  # type: ignore[index]
            courts["at_least"] = {2026: "0.5", 2028: "0.4"}
        if "shift" in tree:
            tree["objective"] = random.choice(DATED_OBJECTIVES)
        try:
            before = read(tree)
            return _edited(random, before)
        except (InvalidPlanError, InputError):
            continue


def _plan(random: Random, most_lines: int) -> Plan:
    plan = random_plan(random, most_lines=most_lines)
    rules: list[Rule] = list(plan.constraints)
    if random.random() < 0.3:
        terms = (Term(lines(plan.lines[0].id), Fraction(5, 2)), Term(lines(plan.lines[-1].id), Fraction(8)))
        rules.append(Weighted(id="staff", terms=terms, unit="fte", at_most=plan.proposed * random.randint(1, 6) / 5))
    if random.random() < 0.2:
        rules.append(Level(id="each", of=lines(plan.lines[0].id), at_most=Share(Fraction(2, 3)), per="partner"))
    return replace(plan, constraints=tuple(rules), objective=random.choice(OBJECTIVES))


def _edited(random: Random, before: Plan) -> Edit:
    after = before
    asked: dict[str, Any] = {"lines": {}, "rules": {}}
    for place in random.sample(range(len(before.lines)), random.randint(0, min(4, len(before.lines)))):
        line = before.lines[place]
        change = _change(random, line.upper, line.proposed)
        asked["lines"][place] = {key: str(value) for key, value in change.items()}
        after = _with_line(after, place, change)
    rules = list({rule.id: rule for rule in before.constraints}.values())
    for rule in random.sample(rules, random.randint(0, min(3, len(rules)))):
        asked["rules"][rule.id], after = _changed_rule(random, rule, after)
    share = random.choice([*(Fraction(each, 10) for each in (1, 4, 7, 9, 10, 12)), Fraction(31, 97)])
    if before.years is None:
        ceiling = before.proposed * share
        asked["ceiling"] = str(ceiling)
        return Edit(before, after, ceiling, {"program": program(before), "changes": asked})
    path = before.years.path(before.years.ceilings["path"], "path")
    asked["ceiling"] = str(share)
    return Edit(before, after, path.scaled(share), {"program": program(before, path), "changes": asked})


def _change(random: Random, upper: Fraction, proposed: Fraction) -> dict[str, Fraction]:
    amount = proposed * Fraction(random.randint(0, 10), 10)
    match random.randrange(5):
        case 0:
            return {"keep": amount}
        case 1:
            return {"minimum": min(amount, upper)}
        case 2:
            return {"minimum": min(amount, upper) / 2, "maximum": max(amount, min(amount, upper) / 2)}
        case 3:
            return {"weight": Fraction(random.randint(0, 30), 10)}
        case _:
            return {"keep": proposed, "weight": Fraction(3, 2)}


def _with_line(plan: Plan, place: int, change: dict[str, Fraction]) -> Plan:
    fields = {key: value for key, value in change.items() if key != "keep"}
    if "keep" in change:
        fields |= {"minimum": change["keep"], "maximum": change["keep"]}
    changed = list(plan.lines)
    changed[place] = replace(changed[place], **fields)  # type: ignore[arg-type]
    return replace(plan, lines=tuple(changed))


def _changed_rule(random: Random, rule: Rule, plan: Plan) -> tuple[dict[str, Any], Plan]:
    others: Sequence[Rule] = [each for each in plan.constraints if each.id != rule.id]
    if random.random() < 0.25:
        return {"off": True}, replace(plan, constraints=tuple(others))
    field = "at_least" if rule.number(["at_least"]) is not None else "at_most"
    before = rule.number([field])
    if isinstance(rule, Proportional) or isinstance(before, Share):
        value = random.choice(RATIOS)
    else:
        value = (before or Fraction(1)) * Fraction(random.randint(1, 15), 10)
    where = field_in(rule, field, plan)
    changed = tuple(
        each.with_number([field], value) if each.id == rule.id and field_in(each, field, plan) == where else each
        for each in plan.constraints
    )
    return {where: str(value)}, replace(plan, constraints=changed)
