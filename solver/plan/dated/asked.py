"""What the shares of build-ups are shares of, when lines ask something else."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.catalogue import catalogue
from flessenhals.constraints.exact import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Plan


def asking_anew(plan: Plan, rules: Sequence[Rule], lines: Iterable[Line]) -> tuple[Rule, ...]:
    """The rules of a plan of line-years, where a build-up's shares are of what the lines ask in the last year now.

    Args:
        plan: for its years; without years the rules come back as they are.
        rules: in each year.
        lines: in each year.
    """
    if plan.years is None or not any(isinstance(rule, BuildUp) and rule.has_shares for rule in rules):
        return tuple(rules)
    last = plan.years.last
    faces = catalogue(replace(line, id=line.line, year=None) for line in lines if line.year == last)
    asks = {line.id: line.proposed for line in faces}
    found: list[Rule] = []
    for rule in rules:
        if not (isinstance(rule, BuildUp) and rule.has_shares):
            found.append(rule)
            continue
        asked = dict.fromkeys(rule.asked, Fraction(0))
        for scope, members in replace(rule, when=None).scopes(faces):
            asked[scope.group] = total(asks[line.id] for line in rule.of.select(members))
        found.append(replace(rule, asked=asked))
    return tuple(found)
