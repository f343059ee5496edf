"""A block asked for one side after another of the row that moves, each piece proved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flessenhals.solver.optimum.parametric.check import faults
from flessenhals.solver.optimum.parametric.settling import piece
from flessenhals.solver.optimum.parametric.staged import staged
from flessenhals.solver.optimum.parametric.traced import Tracer
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.exact.exact_simplex import exact

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.optimum.parametric.piece import Piece
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.apart.others import Segment


AMONG = 1_000_000  # of a large plan so many questions are asked that machine code pays


class OneBlock:
    """A block asked for one side after another of the row that moves.

    Args:
        block: its own lines, and behind them a line for each segment of the others.
        segments: of the others, in rising ceilings.
        start: the ceiling at which the first begins, in the plan's unit.
        ceiling: of the plan, in its unit.
        engine: who is asked where the kernel is not sure.
        valued: whether what money is worth counts.
    """

    def __init__(
        self,
        block: Block,
        segments: list[Segment],
        start: Fraction,
        ceiling: Fraction,
        engine: Engine,
        *,
        valued: bool,
    ) -> None:
        self.block, self.segments, self.start = block, segments, start
        self.begins, self.ends = [each.begins for each in segments], [each.ends for each in segments]
        self.now = [each.amount(ceiling) for each in segments]
        self._tracer = Tracer(block, valued=valued, among=AMONG)
        self._slowly = partial(staged, block, engine=engine, valued=valued)
        self._exactly = partial(staged, block, engine=exact, valued=valued)

    def piece(self, side: Fraction) -> Piece:
        """The piece around a side, proved and held against the rules.

        Raises:
            NoOptimumError: if these segments of the others leave the block no split.
            NotProvedError: if it could not be proved.
        """
        for ask in (self._tracer, self._slowly, self._exactly):
            try:
                proof = ask(side)
            except NoOptimumError:
                if ask is self._exactly:
                    raise
                continue
            found = None if proof is None else piece(self.block, proof, side, merged=False)
            if found is not None and not faults(self.block, found):
                return found
        raise NotProvedError(told("a piece of the ladder could not be proved"))
