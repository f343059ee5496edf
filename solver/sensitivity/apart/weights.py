"""How far the weight of one line can move while the split stays as it is, asked of the rules around that line."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.components import blocks
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.weight_range import WeightRange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.solver.optimum.parametric.block import Block
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.apart.others import Landscape

    Shape = tuple[object, ...]

ZERO, ONE = Fraction(0), Fraction(1)
STEP = "moved by"


def weight_ranges(here: Landscape, engine: Engine) -> tuple[WeightRange, ...]:
    """For every line the range of its weight within which the split stays as it is, exactly.

    Where other blocks move along with the ceiling, or have a line with room on all sides, they fix what a unit of it is
    worth, whatever the weight of a line in this one. So of the program over the whole plan (`sensitivity.weight_range`)
    what is left for a line are the rules without room that hang together around it, at that price; and rules that look
    alike have one answer.

    Args:
        here: the plan at its ceiling.
        engine: who is asked first.

    Raises:
        NotProvedError: if the price of the ceiling is not fixed so, or an answer could not be proved.
    """
    plan = here.plan
    if "value" not in plan.objective:
        return tuple(WeightRange(line.id, line.weight, None, None) for line in plan.lines)
    prices = _Prices(here, engine)
    found = {line: WeightRange(line, plan.line_by_id[line].weight, None, None) for line in here.rise.fixed}
    for number in range(len(here.rise.blocks)):
        found |= {each.line: each for each in prices.of_block(number)}
    return tuple(found[line.id] for line in plan.lines)


class _Prices:
    def __init__(self, here: Landscape, engine: Engine) -> None:
        self.here, self.engine = here, engine
        self.known: dict[Shape, Fraction | None] = {}
        self.moving = self._moving()
        self.price = here.rise.rung(here.ceiling).worth
        self.fixing = {number for number in range(len(here.rise.blocks)) if self._fixes(number)}

    def _fixes(self, number: int) -> bool:
        """Whether a block tells what a unit of the ceiling is worth."""
        if number in self.moving or self.here.ceiling > self.here.top:
            return True  # money that is left over is worth nothing
        block = self.here.rise.blocks[number]
        lines = [self.here.plan.line_by_id[line] for line in block.lines]
        part_of = self._parts(block)
        free = [line for line in lines if line.charge and line.id not in part_of and not self._ends(line)]
        self.price = free[0].weight / free[0].charge if free else self.price
        return bool(free)

    def _moving(self) -> set[int]:
        """The blocks that more and less money moves, along one piece."""
        rise, ceiling = self.here.rise, self.here.ceiling
        found = set()
        for number in range(len(rise.blocks)):
            piece = rise.moving(number, ceiling)
            money = None if piece is None else rise.money(number, ceiling)[1]
            if piece is not None and money is not None and piece.start < money:
                found.add(number)
        return found

    def of_block(self, number: int) -> Iterator[WeightRange]:
        """The ranges of a block's lines."""
        here, block = self.here, self.here.rise.blocks[number]
        if not self.fixing - {number} and here.ceiling <= here.top:
            raise NotProvedError(told("no other part of the plan tells what a unit of the ceiling is worth"))
        lines = [here.plan.line_by_id[line] for line in block.lines]
        worth = {line.id: line.weight - self.price * line.charge for line in lines}
        ends = {line.id: self._ends(line) for line in lines}
        part_of = self._parts(block)
        moved = self._moved(number)
        for line in lines:
            if line.id in moved or not (ends[line.id] or line.id in part_of):
                yield WeightRange(line.id, line.weight, line.weight or None, line.weight)
                continue
            part = part_of.get(line.id) or LinearProgram("alone", {line.id: Interval()}, (), {})
            yield WeightRange(
                line.id,
                line.weight,
                self._down(line, part, worth, ends),
                self._up(line, part, worth, ends),
            )

    def _ends(self, line: Line) -> tuple[int, ...]:
        """On which of its bounds a line stands: -1 for the lower one, 1 for the upper one."""
        amount = self.here.amounts[line.id]
        return tuple(side for side, end in ((-1, line.lower), (1, line.upper)) if amount == end)

    def _parts(self, block: Block) -> dict[str, LinearProgram]:
        """Line → the rules without room that hang together around it, of those in such a rule."""
        full = tuple(row for row in block.program.rows if row.coefficients and not row.slack(self.here.amounts))
        named = dict.fromkeys((line for row in full for line in row.coefficients), Interval())
        ordered = {line: each for line in block.lines if (each := named.get(line)) is not None}
        return {line: part for part in blocks(LinearProgram("full", ordered, full, {})) for line in part.variables}

    def _moved(self, number: int) -> set[str]:
        """The lines of a block that both more and less money moves: no other weight leaves them where they are."""
        piece = self.here.rise.moving(number, self.here.ceiling) if number in self.moving else None
        lines = self.here.rise.blocks[number].lines
        return set() if piece is None else {line for line, rate in zip(lines, piece.rate, strict=True) if rate}

    def _down(
        self, line: Line, part: LinearProgram, worth: Mapping[str, Fraction], ends: Mapping[str, tuple[int, ...]]
    ) -> Fraction | None:
        if not line.weight or -1 in ends[line.id]:
            return None
        by = self._furthest(line.id, -1, part, worth, ends, line.weight + 1)
        if by is None or by > line.weight:
            return None
        if by == line.weight:
            raise NotProvedError(told("whether {line} would keep its amount at no weight was not asked", line=line.id))
        return line.weight - by

    def _up(
        self, line: Line, part: LinearProgram, worth: Mapping[str, Fraction], ends: Mapping[str, tuple[int, ...]]
    ) -> Fraction | None:
        if 1 in ends[line.id]:
            return None
        if self._furthest(line.id, 1, part, dict.fromkeys(part.variables, ZERO), ends, ONE):
            return None
        by = self._furthest(line.id, 1, part, worth, ends, None)
        return None if by is None else line.weight + by

    def _furthest(
        self,
        line: str,
        side: int,
        part: LinearProgram,
        worth: Mapping[str, Fraction],
        ends: Mapping[str, tuple[int, ...]],
        most: Fraction | None,
    ) -> Fraction | None:
        """How far the weight of a line can move to one side, as a sum of what the split fills."""
        place = {each: number for number, each in enumerate(part.variables)}
        shape = (
            place[line],
            side,
            most,
            tuple((worth[each], ends[each]) for each in place),
            tuple((row.sense, tuple((place[each], v) for each, v in row.coefficients.items())) for row in part.rows),
        )
        if shape not in self.known:
            self.known[shape] = prove_solvable(_program(line, side, part, worth, ends, most), self.engine).optimum
        return self.known[shape]


def _program(
    line: str,
    side: int,
    part: LinearProgram,
    worth: Mapping[str, Fraction],
    ends: Mapping[str, tuple[int, ...]],
    most: Fraction | None,
) -> LinearProgram:
    """Maximise how far a weight moves: Σ multiplier · coefficient - side · t = worth, for every line of the part."""
    terms: dict[str, dict[str, Fraction]] = {
        each: {f"{each} {end}": Fraction(end) for end in ends[each]} for each in part.variables
    }
    for number, row in enumerate(part.rows):
        sign = -1 if row.sense == ">=" else 1
        for each, factor in row.coefficients.items():
            terms[each][f"{number} {sign}"] = sign * factor
    terms[line][STEP] = Fraction(-side)
    rows = tuple(
        Row(own(f"{each} optimality"), "optimality", form, "==", worth[each]) for each, form in terms.items() if form
    )
    multipliers = dict.fromkeys((label for form in terms.values() for label in form if label != STEP), Interval())
    return LinearProgram("weight", {**multipliers, STEP: Interval(ZERO, most)}, rows, {STEP: ONE})
