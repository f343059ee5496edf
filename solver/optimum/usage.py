"""What the rules and limits of a plan let be put to work; weights play no part in it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total
from flessenhals.solver.program.components import blocks, prove_each
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import splits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


class Reach(NamedTuple):
    """How much money the rules and limits let be put to work, however high the ceiling.

    Attributes:
        most: the largest total of any split that keeps them, in the plan's unit.
        limits: the rules and the bounds of lines without one of which that would be larger, in the plan's order. A
            maximum counts where it lies below what the line asks, and is then left out as far as that.
    """

    most: Fraction
    limits: tuple[Row, ...]


def reach(plan: Plan, engine: Engine = highs) -> Reach:
    """How much the rules and limits let be put to work, and which of them hold back more; each proved.

    A limit with a dual of zero in one proof can be left out of it, so only the others are tried, each in a solve over
    the lines that hang together with it.

    Raises:
        NoOptimumError: if the rules contradict each other.
        NotProvedError: if one of these answers could not be proved.
    """
    parts = _parts(plan)
    found = prove_each(parts, engine)
    bounds = {(next(iter(row.coefficients)), row.kind): row for row in plan.bound_rows}
    waiting = [list(_tried(plan, bounds, *each)) for each in zip(parts, found, strict=True)]
    limits: set[Constraint] = set()
    for place in range(max(map(len, waiting), default=0)):
        asked = [number for number, tried in enumerate(waiting) if len(tried) > place]
        answers = prove_each([waiting[number][place][1] for number in asked], engine)
        for number, answer in zip(asked, answers, strict=True):
            if answer.optimum > found[number].optimum:
                row = waiting[number][place][0]
                limits.add(row.id)
    rows = (*plan.rule_rows, *plan.bound_rows)
    return Reach(total(each.optimum for each in found), tuple(row for row in rows if row.id in limits))


def _parts(plan: Plan) -> list[LinearProgram]:
    charges = plan.charges
    parts = blocks(splits(plan, None))
    return [part.asking("total", {line: charges[line] for line in part.variables}) for part in parts]


def _tried(
    plan: Plan, bounds: Mapping[tuple[str, str], Row], part: LinearProgram, found: Certificate
) -> Iterator[tuple[Row, LinearProgram]]:
    """The limits that may hold the total back, each with the part without it."""
    for place, dual in enumerate(found.dual):
        if dual:
            yield part.rows[place], replace(part, rows=part.rows[:place] + part.rows[place + 1 :])
    for label, cost in found.reduced_cost.items():
        interval, asked = part.variables[label], plan.line_by_id[label].proposed
        if cost < 0 < interval.lower:
            yield bounds[label, "minimum"], part.adding(label, interval._replace(lower=ZERO))
        elif cost > 0 and interval.upper is not None and interval.upper < asked:
            yield bounds[label, "maximum"], part.adding(label, interval._replace(upper=asked))
