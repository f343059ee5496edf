"""A linear program over the lines, as pure data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints import ceiling as ceilings
from flessenhals.constraints.row import linear

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.large.integers import Integers

ZERO = Fraction(0)
LARGE = 200  # variables of a program whose proof is worked out in arrays
MANY = 2_000  # coefficients of a smaller one, for which that is worth while too
MOST_AT_ONCE = 200  # variables that are asked of one program at a time


class Interval(NamedTuple):
    """The values that a decision variable may take.

    Attributes:
        lower, upper: in the plan's unit; upper None where there is no limit.
    """

    lower: Fraction = ZERO
    upper: Fraction | None = None

    def holds(self, value: Fraction) -> bool:
        """Whether the value lies in it."""
        return self.lower <= value and (self.upper is None or value <= self.upper)


@dataclass(frozen=True)
class LinearProgram:
    """Choose amounts that keep every row and make the objective as large as it can be.

        maximise Σ objective · x   subject to   rows,   lower ≤ x ≤ upper

    Every variable is an amount in the plan's unit, so another unit of money multiplies all bounds, right-hand sides and
    the optimum by one factor and leaves every coefficient and basis as it is.

    Attributes:
        name: what is asked, `value`.
        variables: label → interval; a line's id, or a name with a space in it for the solver's own.
        rows: what a split must keep; their coefficients name variables.
        objective: per variable, without zeros; empty for a bare set of splits.
    """

    name: str
    variables: Mapping[str, Interval]
    rows: tuple[Row, ...]
    objective: Mapping[str, Fraction]

    @cached_property
    def integers(self) -> Integers | None:
        """The program in arrays of whole numbers; None for a small one, and for one that does not fit."""
        if len(self.variables) <= LARGE and sum(len(row.coefficients) for row in self.rows) <= MANY:
            return None
        from flessenhals.solver.program.large.integers import Integers  # noqa: PLC0415 - only large programs need it

        made = Integers(self)
        return made if made.fits else None

    def asking(self, name: str, objective: Mapping[str, Fraction]) -> LinearProgram:
        """The program with another objective and name."""
        return replace(self, name=name, objective={label: value for label, value in objective.items() if value})

    def keeping(self, rows: Iterable[Row]) -> LinearProgram:
        """The program with further rows to keep."""
        return replace(self, rows=(*self.rows, *rows))

    def relaxed(self, row: Row, by: Fraction) -> LinearProgram:
        """The program with a constraint asking less by an amount in the plan's unit; more where it is below zero."""
        if row.id.is_bound:
            line, interval = self._bounded(row)
            if row.id.is_minimum:
                return self.adding(line, interval._replace(lower=interval.lower - by))
            return self.adding(line, interval._replace(upper=None if interval.upper is None else interval.upper + by))
        return replace(self, rows=tuple(each.relaxed(by) if each.id == row.id else each for each in self.rows))

    def leaving_out(self, row: Row) -> LinearProgram:
        """The program without a constraint; an amount is still never below zero."""
        if row.id.is_bound:
            line, interval = self._bounded(row)
            end = {"lower": ZERO} if row.id.is_minimum else {"upper": None}
            return self.adding(line, interval._replace(**end))
        return replace(self, rows=tuple(each for each in self.rows if each.id != row.id))

    def rate(self, row: Row, proved: Certificate) -> Fraction:
        """How fast the optimum rises as a constraint asks less, by its dual or reduced cost: a pure number, ≥ 0."""
        if row.id.is_bound:
            cost = proved.reduced_cost[self._bounded(row)[0]]
            return max(ZERO, -cost if row.id.is_minimum else cost)
        return next(abs(dual) for each, dual in zip(self.rows, proved.dual, strict=True) if each.id == row.id)

    def _bounded(self, bound: Row) -> tuple[str, Interval]:
        """The variable of which a bound is an end, and its interval."""
        (label,) = bound.coefficients
        return label, self.variables[label]

    def fixing(self, amounts: Mapping[str, Fraction]) -> LinearProgram:
        """The program with these variables held at these amounts."""
        fixed = {label: Interval(amount, amount) for label, amount in amounts.items()}
        return replace(self, variables={**self.variables, **fixed})

    def without(self, amounts: Mapping[str, Fraction]) -> LinearProgram:
        """The program over the other variables, with these at these amounts; rows over none of the others fall away."""
        rows = []
        for row in self.rows:
            if amounts.keys().isdisjoint(row.coefficients):
                rows.append(row)
                continue
            fixed = sum(
                (row.coefficients[label] * amounts[label] for label in row.coefficients if label in amounts), ZERO
            )
            left = {label: value for label, value in row.coefficients.items() if label not in amounts}
            if left:
                rows.append(row._replace(coefficients=left, right_hand_side=row.right_hand_side - fixed))
        variables = {label: interval for label, interval in self.variables.items() if label not in amounts}
        objective = {label: value for label, value in self.objective.items() if label not in amounts}
        return LinearProgram(self.name, variables, tuple(rows), objective)

    def adding(self, label: str, interval: Interval) -> LinearProgram:
        """The program with one variable more, or with another interval for one that it has."""
        return replace(self, variables={**self.variables, label: interval})

    def __str__(self) -> str:
        bounds = [
            f"  {interval.lower} <= {label}" + ("" if interval.upper is None else f" <= {interval.upper}")
            for label, interval in self.variables.items()
        ]
        rows = [f"  {row}" for row in self.rows]
        return "\n".join(
            [
                "maximise",
                f"  {self.name}: {linear(self.objective)}",
                "subject to",
                *rows,
                "bounds",
                *bounds,
                "",
            ]
        )


def splits(plan: Plan, ceiling: Ceiling | None) -> LinearProgram:
    """All splits that keep the plan's rules and, unless it is None, the ceiling: a program without an objective.

    Args:
        plan: the lines, with their minimums and maximums, and the rules.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
    """
    total = () if ceiling is None else ceilings.rows(plan.lines, ceiling)
    lines = {line.id: Interval(line.lower, line.upper) for line in plan.lines}
    return LinearProgram(
        name="splits",
        variables=lines | dict.fromkeys(ceilings.shifts(ceiling), Interval()),
        rows=(*total, *plan.rule_rows),
        objective={},
    )


def value_program(plan: Plan, ceiling: Ceiling) -> LinearProgram:
    """The stage `value`: as large a weighted total as the ceiling, the rules and the bounds allow."""
    return splits(plan, ceiling).asking("value", {line.id: line.weight for line in plan.lines})


def constraints_of(plan: Plan, ceiling: Ceiling | None) -> list[Row]:
    """Every constraint that can be named when nothing fits: the ceiling, the rules, and what bounds a line.

    That an amount is not negative is no constraint of the plan: it cannot be given up.
    """
    total = () if ceiling is None else ceilings.rows(plan.lines, ceiling)
    return [
        *total,
        *plan.rule_rows,
        *(row for row in plan.bound_rows if row.is_given),
    ]
