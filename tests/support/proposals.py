"""Small plans by what each line asks, and proposals held against them, every finding proved."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.comparison.comparison import Comparison, compare
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.proposal import Proposal

if TYPE_CHECKING:
    from flessenhals.constraints import Rule

F = Fraction
OM_FOLLOWS = Proportional(id="om-follows", upstream=lines("police"), downstream=lines("om"), at_least=F(1, 10))
COURTS_FOLLOW = Proportional(id="courts-follow", upstream=lines("om"), downstream=lines("courts"), at_least=F(1, 2))


def plan(rules: tuple[Rule, ...] = (), /, **asked: int | tuple[int, int, int]) -> Plan:
    """Lines by what they ask, or by their minimum, what they ask and their maximum; each its own partner."""
    given = {line: (0, each, each) if isinstance(each, int) else each for line, each in asked.items()}
    return Plan(
        id="small",
        lines=tuple(
            Line(id=line, partner=line, proposed=F(proposed), minimum=F(low), maximum=F(high))
            for line, (low, proposed, high) in given.items()
        ),
        constraints=rules,
    )


def held(against: Plan, ceiling: int | None = None, /, **amounts: int | F) -> Comparison:
    proposal = Proposal(name="given", amounts={line: F(amount) for line, amount in amounts.items()})
    found = compare(against, proposal, None if ceiling is None else F(ceiling))
    assert found.faults() == []
    return found


def broken(found: Comparison) -> dict[str, F]:
    return {each.row.label: each.shortfall for each in found.violations}


CHAIN = plan((OM_FOLLOWS, COURTS_FOLLOW), police=400, om=40, courts=20)
