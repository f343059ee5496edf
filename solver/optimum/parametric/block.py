"""Lines that hang together by their rules, in whole numbers to prove with and in the kernel's to look with."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import numpy as np

from flessenhals.constraints import ceiling as ceilings
from flessenhals.solver.optimum.by_block.by_block import parts_of
from flessenhals.solver.program.components import union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram

    Form = tuple[tuple[int, int], ...]

ZERO = Fraction(0)


@dataclass(frozen=True)
class Block:
    """A part of a plan that shares no rule with the others, with money of its own, in whole numbers.

        maximise as the plan says   subject to   Σ form · x ≤ side,   Σ paid · x ≤ money,   lower ≤ x ≤ upper

    Every row is multiplied until its coefficients are whole, and every amount counts units so small that all bounds
    and sides are whole: nothing is rounded, and nothing is divided until an answer is told.

    Attributes:
        program: the lines and the rules, without money, as fractions.
        lines: ids, in the order of every sequence per line.
        unit: how many of the units that amounts are counted in make one of the plan's.
        scale: how many of the units that money is counted in make one of the plan's.
        lower, upper, asked: per line.
        weight, weight_unit: per line, how many weight_unit-ths one unit of money is worth.
        forms: per row, the place of a line and its coefficient; what asks for at least so much has its signs turned.
            The money is the last row.
        sides: per row but the last, its right-hand side.
        equal: per row, whether it holds with equality.
        columns: per line, the place of a row and the coefficient there.
    """

    program: LinearProgram
    lines: tuple[str, ...]
    unit: int
    scale: int
    lower: tuple[int, ...]
    upper: tuple[int, ...]
    asked: tuple[int, ...]
    weight: tuple[int, ...]
    weight_unit: int
    forms: tuple[Form, ...]
    sides: tuple[int, ...]
    equal: tuple[bool, ...]
    columns: tuple[Form, ...] = field(repr=False)

    @property
    def money(self) -> int:
        """The place of the money among the rows."""
        return len(self.sides)

    @property
    def most(self) -> Fraction:
        """What all lines at their maximums cost, in the plan's unit: more money than that can change nothing."""
        return Fraction(sum(value * self.upper[line] for line, value in self.forms[self.money]), self.scale)

    def numbers(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """What the kernel takes: its numbers in the plan's unit, the money still 0, and which rows are equalities."""
        rows, lines = len(self.forms), len(self.lines)
        table = np.zeros((rows, lines))
        sides = [0.0] * rows
        for place, form in enumerate(self.forms):
            size = max((abs(value) for _, value in form), default=1)
            for line, value in form:
                table[place, line] = value / size
            if place < self.money:
                sides[place] = self.sides[place] / (size * self.unit)
        ends = [[each / self.unit for each in part] for part in (self.lower, self.upper)]
        weights = [each / self.weight_unit for each in self.weight]
        asked = [each / self.unit for each in self.asked]
        return np.concatenate([table.ravel(), sides, *ends, weights, asked]), np.array(self.equal, np.int64)

    def kernel_money(self, money: Fraction) -> float:
        """An amount of money, in the plan's unit, as the right-hand side of the kernel's last row."""
        size = max((abs(value) for _, value in self.forms[self.money]), default=1)
        return float(money * self.scale / (size * self.unit))


def blocks_of(plan: Plan) -> list[Block]:
    """The blocks of a plan of one year; lines that can have one amount only are in none."""
    paid = paid_by(plan)
    return [_block(plan, part, paid) for part in parts_of(plan)]


def one_block(plan: Plan, parts: Sequence[LinearProgram]) -> Block:
    """Parts of a plan of one year as one block, whether they hang together or not."""
    return _block(plan, union("splits", parts), paid_by(plan))


def paid_by(plan: Plan) -> Mapping[str, Fraction]:
    """Line → how much of it the ceiling pays, a pure number; without lines of which it pays nothing."""
    (row,) = ceilings.rows(plan.lines, ZERO)
    return row.coefficients


def least_money(block: Block) -> LinearProgram:
    """The least money that a block can do with."""
    paid = {block.lines[line]: Fraction(-value * block.unit, block.scale) for line, value in block.forms[block.money]}
    return block.program.asking("least", paid)


def _block(plan: Plan, part: LinearProgram, paid: Mapping[str, Fraction]) -> Block:
    lines = {line: plan.line_by_id[line] for line in part.variables}
    valued = "value" in plan.objective
    return block_of(
        part,
        asked={line: each.proposed for line, each in lines.items()},
        weight={line: each.weight if valued else ZERO for line, each in lines.items()},
        last=paid,
    )


def block_of(
    program: LinearProgram,
    asked: Mapping[str, Fraction],
    weight: Mapping[str, Fraction],
    last: Mapping[str, Fraction],
) -> Block:
    """Lines with their rules in whole numbers.

    Args:
        program: the lines, each with an upper end, and all rows but the last.
        asked: line → what its coverage is measured by, in the plan's unit; 0 where it asks nothing.
        weight: line → what a unit of money is worth there, a pure number; 0 for all where the value plays no part.
        last: line → coefficient in the row whose side moves: for a plan the money, with what the ceiling pays of each.
    """
    place = {line: number for number, line in enumerate(program.variables)}
    times = [_whole(row.coefficients.values()) * (-1 if row.sense == ">=" else 1) for row in program.rows]
    of_last = _whole(last.get(line, ZERO) for line in place)
    forms = [
        tuple((place[line], int(value * factor)) for line, value in row.coefficients.items())
        for row, factor in zip(program.rows, times, strict=True)
    ]
    forms.append(tuple((place[line], int(last[line] * of_last)) for line in place if last.get(line)))
    sides = [row.right_hand_side * factor for row, factor in zip(program.rows, times, strict=True)]
    ends = [(each.lower, each.upper or ZERO) for each in program.variables.values()]
    unit = _whole([*sides, *(end for pair in ends for end in pair), *(asked[line] for line in place)])
    weight_unit = _whole(weight[line] for line in place)

    def counted(these: Iterable[Fraction], times: int) -> tuple[int, ...]:
        return tuple(each.numerator * (times // each.denominator) for each in these)

    return Block(
        program=program,
        lines=tuple(place),
        unit=unit,
        scale=unit * of_last,
        lower=counted((low for low, _ in ends), unit),
        upper=counted((high for _, high in ends), unit),
        asked=counted((asked[line] for line in place), unit),
        weight=counted((weight[line] for line in place), weight_unit),
        weight_unit=weight_unit,
        forms=tuple(forms),
        sides=counted(sides, unit),
        equal=(*(row.sense == "==" for row in program.rows), False),
        columns=_columns(forms, len(place)),
    )


def _whole(numbers: Iterable[Fraction]) -> int:
    """What makes all of these whole."""
    return lcm(*{each.denominator for each in numbers})


def _columns(forms: Sequence[Form], lines: int) -> tuple[Form, ...]:
    found: list[list[tuple[int, int]]] = [[] for _ in range(lines)]
    for row, form in enumerate(forms):
        for line, value in form:
            found[line].append((row, value))
    return tuple(map(tuple, found))
