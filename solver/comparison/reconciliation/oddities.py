"""What is odd about the lines of a plan, before anything is solved: names, totals among them, amounts out of range."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.rule import GROUPINGS

if TYPE_CHECKING:
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Plan

CALLED_TOTAL = re.compile(r"(?:.*[\W_])?(?:sub|eind)?(?:totaal|totalen|totals?)(?:[\W_].*)?", re.IGNORECASE)
THOUSAND = 1_000
GROUPS = (*GROUPINGS, "plan")
FEWEST_OTHERS = 2


class TotalAmong(NamedTuple):
    """A line that is called a total and asks what others ask together.

    Attributes:
        line: its id.
        of: `partner`, `programme` or `department` of which it adds up the other lines, or `plan` for all of them.
    """

    line: str
    of: str


def names_twice(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every name that several lines have in one language, with their ids, in the plan's order."""
    found: dict[str, dict[str, None]] = {}
    for line in plan.lines if plan.years is None else [dated.line for dated in plan.years.lines]:
        for name in dict.fromkeys(_names(line)):
            found.setdefault(name, {})[line.id] = None
    return tuple((name, tuple(ids)) for name, ids in found.items() if len(ids) > 1)


def totals_among(plan: Plan) -> tuple[TotalAmong, ...]:
    """The lines that are called a total and ask exactly what the other lines of a group ask together."""
    called = {line.id for line in plan.lines if any(map(CALLED_TOTAL.fullmatch, (line.id, *_names(line))))}
    found = []
    for line in plan.lines if plan.years is None else ():
        if line.id in called and line.proposed:
            of = next((of for of in GROUPS if _adds_up(plan, line, of, called)), None)
            if of is not None:
                found.append(TotalAmong(line.id, of))
    return tuple(found)


def out_of_range(plan: Plan) -> tuple[str, ...]:
    """The lines that ask a thousand times what those in the middle ask, or more: perhaps in another unit."""
    asked = [line.proposed for line in plan.lines if line.proposed]
    if len(asked) <= FEWEST_OTHERS:
        return ()
    middle = Fraction(median(asked))
    return tuple(dict.fromkeys(line.line for line in plan.lines if line.proposed >= THOUSAND * middle))


def _adds_up(plan: Plan, line: Line, of: str, called: set[str]) -> bool:
    group = None if of == "plan" else getattr(line, of)
    if of != "plan" and group is None:
        return False
    others = [
        other
        for other in plan.lines
        if other.id != line.id and other.id not in called and (of == "plan" or getattr(other, of) == group)
    ]
    return bool(others) and sum((other.proposed for other in others), start=Fraction(0)) == line.proposed


def _names(line: Line) -> list[str]:
    name = line.name
    return list(name.values()) if isinstance(name, Mapping) else [name] if name else []
