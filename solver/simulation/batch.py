"""A plan under uncertainty as numbers for the kernel: what stays, what changes, and where."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.ceiling import shifts, size
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import SimulationError, refuse_units
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.simulation.drawn import affected, drawn, inside, lines_of
from flessenhals.solver.simulation.in_draws import InDraws

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan

    Floats = NDArray[np.float64]
    Column = Floats | float

ZERO, HALF, ONE = Fraction(0), Fraction(1, 2), Fraction(1)
# The lines' own numbers, in the order of `kernel.dictionary`.
FIELDS = ("minimum", "maximum", "weight", "proposed")
# The kernel's dictionaries are dense: of a larger plan each draw would take seconds.
LARGEST = 250_000


@dataclass(frozen=True)
class Batch:
    """The linear programs of all draws of a plan at a ceiling.

    Attributes:
        plan: with its uncertain inputs.
        ceiling: the total that may be spent, in the plan's unit.
        rows: what the rows are: the ceiling and the rules.
        data: the numbers of the plan as it stands, laid out as `kernel.dictionary` says.
        equal: per row, 1 for an equality.
        slopes: per place in `data` that a rule's inputs move, how much per unit of each input.
        straight: whether every rule moves in straight lines with its inputs; what does not is left to the exact solver.
    """

    plan: Plan
    ceiling: Ceiling
    rows: tuple[Constraint, ...]
    data: Floats
    equal: NDArray[np.int64]
    slopes: dict[int, tuple[float, dict[int, float]]]
    straight: bool

    @property
    def sizes(self) -> tuple[int, int]:
        """The numbers of rows, and of lines with what may be shifted between years behind them."""
        return len(self.rows), len(self.plan.lines) + len(shifts(self.ceiling))

    @property
    def shifted(self) -> NDArray[np.int64]:
        """The places in `data` of the largest amounts that may be shifted."""
        first, lines = self._first("maximum"), len(self.plan.lines)
        return np.arange(first + lines, first + self.sizes[1])

    def changes(self, inputs: Floats) -> tuple[NDArray[np.int64], Floats]:
        """The places in `data` that differ, and their values: a row a draw, a column a place.

        Args:
            inputs: a row a draw, a column an uncertain input.
        """
        columns = self._of_lines(inputs)
        for place, (base, slopes) in self.slopes.items():
            columns[place] = base + sum(slope * inputs[:, number] for number, slope in slopes.items())
        places = sorted(columns)
        values = np.empty((len(inputs), len(places)))
        for column, place in enumerate(places):
            values[:, column] = columns[place]
        return np.array(places, np.int64), values

    def of_lines(self, field: str, inputs: Floats) -> Floats:
        """A field of each line in each draw: a row a draw, a column a line, in the field's own unit."""
        first, n = self._first(field), len(self.plan.lines)
        everything = np.tile(self.data[first : first + n], (len(inputs), 1))
        for place, values in self._of_lines(inputs).items():
            if first <= place < first + n:
                everything[:, place - first] = values
        return everything

    def without_shifts(self, amounts: Floats, held: NDArray[np.int8]) -> tuple[Floats, NDArray[np.int8]]:
        """The amounts of lines, and what holds them back, without what may be shifted between years."""
        (m, n), lines = self.sizes, len(self.plan.lines)
        if n == lines:
            return amounts, held
        columns = [*range(m + lines), *range(m + n, m + n + lines)]
        return np.ascontiguousarray(amounts[:, :lines]), np.ascontiguousarray(held[:, columns])

    def _first(self, field: str) -> int:
        """Where in `data` a field of the lines begins."""
        m, n = self.sizes
        return m * n + m + n * FIELDS.index(field)

    def _of_lines(self, inputs: Floats) -> dict[int, Column]:
        """The numbers of lines that differ, by their place in `data`; filled in as `drawn` does."""
        first = {field: self._first(field) for field in FIELDS}
        ranks = {line.id: rank for rank, line in enumerate(self.plan.lines)}
        found = InDraws(self.plan, {field: self.data[place:] for field, place in first.items()})
        for number, each in enumerate(self.plan.uncertain):
            drawn_here = inputs[:, number]
            if each.path is None:
                found.multiply(each.field or "", [ranks[line.id] for line in affected(self.plan, each)], drawn_here)
            elif each.place[0] == "lines":
                (field,), _ = inside(self.plan, each)
                for line in lines_of(self.plan, each):
                    found.replace(field, ranks[line.id], drawn_here)
        return {first[field] + rank: value for (field, rank), value in found.changed().items()}


def batch(plan: Plan, ceiling: Ceiling) -> Batch:
    """The linear programs of all draws of a plan at a ceiling.

    Args:
        plan: with at least one uncertain input.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; with years a path.

    Raises:
        SimulationError: if the plan calls nothing uncertain, or something that it does not have.
    """
    refuse_units(
        plan.whole,
        "simulate",
        "each of the thousands of draws would need a search of its own, which takes a second or more",
        "leave step, parts and smallest out to simulate amounts that can be split, or ask whatif for a few cases",
    )
    if not plan.uncertain:
        raise SimulationError(told("{id}: calls nothing uncertain -> add a section uncertain: to the plan", id=plan.id))
    rows, lines = len(plan.rule_rows), len(plan.lines)
    if rows * lines > LARGEST:
        raise SimulationError(
            told(
                "{id} has {rows} rules over {lines} lines, too many to draw -> simulate a part of it",
                id=plan.id,
                rows=rows,
                lines=lines,
            )
        )
    of_plan = numbers(plan, ceiling)
    low = [each.low for each in plan.uncertain]
    high = [each.high for each in plan.uncertain]
    middle = [(each.low + each.high) * HALF for each in plan.uncertain]
    of_rules = len(of_plan.data) - len(FIELDS) * (len(plan.lines) + len(shifts(ceiling)))
    moving = any(isinstance(rule, BuildUp) and rule.has_shares for rule in plan.constraints)

    def of(inputs: Sequence[Fraction]) -> tuple[Fraction, ...]:
        return numbers(drawn(plan, inputs), ceiling).data[:of_rules]

    at_low = of(low)
    slopes: dict[int, tuple[Fraction, dict[int, Fraction]]] = {}
    for number, each in enumerate(plan.uncertain):
        if each.place[0] != "constraints" and not moving:
            continue
        moved = of([*low[:number], each.high, *low[number + 1 :]])
        width = each.high - each.low
        for place, (before, after) in enumerate(zip(at_low, moved, strict=True)):
            if after != before:
                slope = (after - before) / width
                start, known = slopes.get(place, (before, {}))
                slopes[place] = (start - slope * each.low, {**known, number: slope})

    def predicted(inputs: Sequence[Fraction]) -> tuple[Fraction, ...]:
        found = list(at_low)
        for place, (start, known) in slopes.items():
            found[place] = start + sum((slope * inputs[number] for number, slope in known.items()), start=Fraction(0))
        return tuple(found)

    return Batch(
        plan=plan,
        ceiling=ceiling,
        rows=of_plan.rows,
        data=np.array([float(each) for each in (*at_low, *of_plan.data[of_rules:])]),
        equal=np.array(of_plan.equal, np.int64),
        slopes={
            place: (float(start), {number: float(slope) for number, slope in known.items()})
            for place, (start, known) in slopes.items()
        },
        straight=all(predicted(inputs) == of(inputs) for inputs in (low, middle, high)),
    )


class Numbers(NamedTuple):
    """A plan's linear program as numbers, exactly.

    Attributes:
        rows: what the rows are: the ceiling and the rules.
        equal: per row, 1 for an equality.
        data: laid out as `kernel.dictionary` says, in the plan's unit.
    """

    rows: tuple[Constraint, ...]
    equal: tuple[int, ...]
    data: tuple[Fraction, ...]


def numbers(plan: Plan, ceiling: Ceiling) -> Numbers:
    """The splits of a plan within a ceiling, and what is asked of them, as numbers.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit, or a path: what may be shifted stands behind the
            lines, with a proposal below 0, which no line has.
    """
    rows = splits(plan, ceiling).rows
    lines, moved = plan.lines, shifts(ceiling)
    columns = (*(line.id for line in lines), *moved)
    nothing, most, no_line = ([each] * len(moved) for each in (ZERO, size(ceiling), -ONE))
    return Numbers(
        rows=tuple(row.id for row in rows),
        equal=tuple(int(row.sense == "==") for row in rows),
        data=(
            *(_signed(row, row.coefficients.get(column, ZERO)) for row in rows for column in columns),
            *(_signed(row, row.right_hand_side) for row in rows),
            *(line.minimum for line in lines),
            *nothing,
            *(line.upper for line in lines),
            *most,
            *(line.weight for line in lines),
            *nothing,
            *(line.proposed for line in lines),
            *no_line,
        ),
    )


def _signed(row: Row, number: Fraction) -> Fraction:
    return -number if row.sense == ">=" else number
