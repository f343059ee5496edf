"""Proofs of best splits as the kernel finds them, in floating point, made exact from the bases that it passed."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import numpy as np

from flessenhals.solver.optimum.parametric.piece import NO_LINE, Halt, Proof
from flessenhals.solver.program.elimination import SingularError, solve
from flessenhals.solver.program.kernel.compiled import solve_all
from flessenhals.solver.program.kernel.coverage import ABOVE, AT_MAXIMUM
from flessenhals.solver.program.kernel.run import OPTIMAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Multipliers


class Tracer:
    """Asks the kernel about one block, for one amount of money after another.

    A basis is a set of variables, free of rounding; what it proves is worked out exactly, once for each that is met.

    Args:
        block: the lines and rules.
        valued: whether the value stage comes first.
        among: how many such questions there are in all, about all blocks.
    """

    def __init__(self, block: Block, *, valued: bool, among: int) -> None:
        self.block, self.valued, self.among = block, valued, among
        self.rows, self.count = len(block.forms), len(block.lines)
        self.data, self.equal = block.numbers()
        self.place = np.array([self.rows * self.count + block.money])
        self.known: dict[tuple[int, int, frozenset[int]], tuple[Multipliers, int] | None] = {}

    def __call__(self, money: Fraction) -> Proof | None:
        """What proves the best split for an amount of money, in the plan's unit; None where that is not clear."""
        trace = np.zeros(1 + self.rows + self.count * (self.rows + 2), np.int64)
        _, _, status = solve_all(
            self.rows,
            self.count,
            self.data,
            self.equal,
            self.place,
            np.array([[self.block.kernel_money(money)]]),
            weighed=self.valued,
            covered=True,
            among=self.among,
            trace=trace,
        )
        return self._proof(trace.tolist()) if status[0] == OPTIMAL else None

    def _proof(self, trace: list[int]) -> Proof | None:
        value, unit = None, 1
        if self.valued:
            found = self._multipliers(NO_LINE, 0, trace[1 : 1 + self.rows])
            if found is None:
                return None
            value, unit = found
        steps = []
        for number in range(trace[0]):
            at = 1 + self.rows + number * (self.rows + 2)
            kind, variable = trace[at], trace[at + 1]
            if kind == AT_MAXIMUM:
                steps.append(Halt((), variable))
                continue
            found = self._multipliers(variable, -1 if kind == ABOVE else 1, trace[at + 2 : at + 2 + self.rows])
            if found is None:
                return None
            steps.append(Halt(found[0]))
        return Proof(value, unit, tuple(steps))

    def _multipliers(self, variable: int, sign: int, head: Sequence[int]) -> tuple[Multipliers, int] | None:
        """The duals of a basis (no variable), or its row for one, in whole numbers and over what; None without any."""
        key = (variable, sign, frozenset(head))
        if key not in self.known:
            try:
                self.known[key] = self._solved(variable, sign, key[2])
            except SingularError:
                self.known[key] = None
        return self.known[key]

    def _solved(self, variable: int, sign: int, basic: frozenset[int]) -> tuple[Multipliers, int]:
        """B' y = what the basic variables are to have: their weights, or 1 for the variable and 0 for the others."""
        block, count = self.block, self.count
        own = variable - count  # a row whose slack is the variable counts itself
        equations, constants = [], []
        for line in sorted(each for each in basic if each < count):
            wanted = block.weight[line] if variable == NO_LINE else sign * (line == variable)
            equation: dict[int, Fraction] = {}
            for row, value in block.columns[line]:
                if row == own:
                    wanted -= sign * value
                elif count + row not in basic:
                    equation[row] = Fraction(value)
            equations.append(equation)
            constants.append(Fraction(wanted))
        found = {row: value for row, value in solve(equations, constants).items() if value}
        if own >= 0:
            found[own] = Fraction(sign)
        unit = lcm(*(each.denominator for each in found.values()))
        return tuple((row, int(value * unit)) for row, value in sorted(found.items())), unit
