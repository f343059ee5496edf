"""Proofs of best splits from the stages of an exact solve: slower than the kernel's, found wherever there is one."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import CEILING
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.objective.level import LOWEST
from flessenhals.solver.optimum.objective.objectives import best, level
from flessenhals.solver.optimum.parametric.piece import Halt, Proof, gathered
from flessenhals.solver.program.prove import prove

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.optimum.objective.objectives import Stage
    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Multipliers
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


def staged(block: Block, money: Fraction, engine: Engine, *, valued: bool) -> Proof:
    """What proves the best split of a block for an amount of money, by a proved solve for each stage.

    Args:
        block: the lines and rules.
        money: in the plan's unit.
        engine: who is asked for bases.
        valued: whether the value stage comes first.

    Raises:
        NoOptimumError, NotProvedError: as `prove`.
    """

    def ask(program: LinearProgram) -> Certificate:
        return prove(program, engine)

    paid = {block.lines[line]: Fraction(value * block.unit, block.scale) for line, value in block.forms[block.money]}
    space = block.program.keeping([Row(CEILING, "ceiling", paid, "<=", money)])
    made = _Steps(block)
    if valued:
        (stage,), space = best(space.asking("value", _worth(block)), ask)
        made.value(stage)
    largest = max(block.asked)
    shares = {line: Fraction(asked, largest) for line, asked in zip(block.lines, block.asked, strict=True) if asked}
    stages, _ = level("coverage", space, shares, ask, lowest=True)
    for stage in stages:
        made.coverage(stage)
    return made.proof()


def _worth(block: Block) -> dict[str, Fraction]:
    return {line: Fraction(weight, block.weight_unit) for line, weight in zip(block.lines, block.weight, strict=True)}


class _Steps:
    """The steps of a proof, from stages that were proved one after another."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.place = {line: number for number, line in enumerate(block.lines)}
        self.duals: dict[int, Fraction] | None = None
        self.steps: list[Halt] = []
        self.settled = set[int]()

    def value(self, stage: Stage) -> None:
        """The duals of the value; what has a reduced cost is settled."""
        self.duals = self._turned(stage)
        self.settled = {self.place[line] for line, cost in stage.certificate.reduced_cost.items() if cost}

    def coverage(self, stage: Stage) -> None:
        """A step for the rows of a round, and one for each line that it settled by its maximum."""
        multipliers = self._turned(stage)
        found, _ = _in_whole_numbers(multipliers)
        here = gathered(self.block, found).items() if found else ()
        if any(value > 0 and self.block.asked[line] and line not in self.settled for line, value in here):
            self.steps.append(Halt(found))
            self.settled |= {line for line, _ in here}
        for line in stage.settled:
            number = self.place[line]
            if number not in self.settled:
                self.steps.append(Halt((), number))
                self.settled.add(number)

    def _turned(self, stage: Stage) -> dict[int, Fraction]:
        """The duals of a stage for the rows of the block, as it counts them.

        A row that holds the value up counts as the rows and bounds that prove the value.
        """
        block = self.block
        found: dict[int, Fraction] = {}
        for row, (form, dual) in enumerate(zip(stage.program.rows, stage.certificate.dual, strict=False)):
            if not dual:
                continue
            if row <= block.money:
                found[row] = found.get(row, ZERO) + self._counted(row, form, dual)
            elif form.id.is_own and LOWEST not in form.coefficients:
                for each, value in (self.duals or {}).items():
                    found[each] = found.get(each, ZERO) + dual * value
        return found

    def _counted(self, row: int, form: Row, dual: Fraction) -> Fraction:
        """A dual per unit of a row as one per unit of the block's row, whose coefficients are whole."""
        line, value = self.block.forms[row][0]
        return dual * form.coefficients[self.block.lines[line]] / value

    def proof(self) -> Proof:
        """The duals of the value and the steps of the coverage as a proof in whole numbers."""
        if self.duals is None:
            return Proof(None, 1, tuple(self.steps))
        scaled = {row: dual * self.block.weight_unit for row, dual in self.duals.items()}
        value, unit = _in_whole_numbers(scaled)
        return Proof(value, unit, tuple(self.steps))


def _in_whole_numbers(found: Mapping[int, Fraction]) -> tuple[Multipliers, int]:
    unit = lcm(*(each.denominator for each in found.values()))
    return tuple((row, int(value * unit)) for row, value in sorted(found.items()) if value), unit
