"""A plan with one of its constraints changed: another row, relaxed by an amount of money, or left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from flessenhals.constraints import Rule
from flessenhals.constraints import ceiling as ceilings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.constraints.selector import Selectable
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)


@dataclass(frozen=True, kw_only=True)
class Altered(Rule):
    """A rule of which one row is another one, or left out.

    Attributes:
        rule: the rule as the plan has it.
        changed: which row.
        row: what stands in its place; None leaves it out.
    """

    kind: ClassVar[str] = "altered"

    rule: Rule
    changed: Constraint
    row: Row | None

    def rows(self, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """The rule's own rows, with the one in question replaced or left out."""
        rows = ((self.row if row.id == self.changed else row) for row in self.rule.rows(lines))
        return tuple(row for row in rows if row is not None)


def altered(plan: Plan, constraint: Constraint, row: Row | None) -> Plan:
    """The plan with one row of a rule replaced, or left out where it is None."""

    def changed(rule: Rule) -> Rule:
        if rule.id != constraint.rule:
            return rule
        return Altered(
            id=rule.id, name=rule.name, nature=rule.nature, when=rule.when, rule=rule, changed=constraint, row=row
        )

    return replace(plan, constraints=tuple(changed(rule) for rule in plan.constraints))


def relaxed(plan: Plan, ceiling: Ceiling, row: Row, by: Fraction | None) -> tuple[Plan, Ceiling]:
    """The plan and the ceiling with one constraint relaxed, or left out.

    A minimum goes down to zero at most. Without its maximum a line may get the whole ceiling, and without the ceiling
    every line its maximum.

    Args:
        plan: the plan as it stands.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        row: the constraint, as in `Allocation.constraints`.
        by: in the plan's unit, ≥ 0; None leaves the constraint out.
    """
    if row.id.is_ceiling:
        everything = sum((line.upper for line in plan.lines), start=ZERO)
        return plan, ceilings.relaxed(ceiling, row.id, by, everything)
    if row.id.is_bound:
        most = ceilings.size(ceiling)
        lines = tuple(
            _relaxed_line(line, row, by, most) if line.id in row.coefficients else line for line in plan.lines
        )
        return replace(plan, lines=lines), ceiling
    return altered(plan, row.id, None if by is None else row.relaxed(by)), ceiling


def _relaxed_line(line: Line, row: Row, by: Fraction | None, ceiling: Fraction) -> Line:
    if row.id.is_minimum:
        return replace(line, minimum=ZERO if by is None else max(ZERO, line.lower - by))
    if by is not None:
        return replace(line, maximum=line.upper + by)
    return replace(line, maximum=max(line.upper, line.proposed, ceiling / line.charge if line.charge else ceiling))
