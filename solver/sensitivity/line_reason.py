"""Why one line gets what it gets and not more, and who would pay if it did."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import maximum_of
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.finding import Finding, frame_of, shown
from flessenhals.solver.plan.soundness.lines import FURTHEST_MINIMUM
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.chain_price import ChainPrice, chain_prices

if TYPE_CHECKING:
    from pandas import DataFrame

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE, HUNDRED = Fraction(0), Fraction(1), 100


@dataclass(frozen=True, repr=False)
class LineReason(Finding):
    """Why a line gets this and not more.

    Attributes:
        allocation: the optimal split.
        line: which line.
        stops: the ceiling, rules and bounds in the way: while they stay as they are and no other line gives anything
            up, the line cannot get more. Empty where it could, which is so only for a line that asks nothing or is
            worth nothing.
        most: the most that the line could be given at this ceiling, whatever others lose, in the plan's unit; its own
            maximum does not count.
        asked: how much more was asked for, in the plan's unit: one unit, or a hundredth of a small proposal.
        step: how much of that is possible, in the plan's unit.
        then: the optimal split in which the line gets that much more; None where it cannot get any more.
        refused: why all of that is impossible, with what would make it possible; None where it is possible.
        price: what one euro more drags along.
    """

    allocation: Allocation
    line: Line
    stops: tuple[Row, ...]
    most: Fraction
    asked: Fraction
    step: Fraction
    then: Allocation | None
    refused: InfeasibleError | None
    price: ChainPrice

    @property
    def amount(self) -> Fraction:
        """What the line gets, in the plan's unit."""
        return self.allocation.amounts[self.line.id]

    @property
    def value(self) -> Fraction | None:
        """The change of the weighted total when the line gets `step` more, in the plan's unit; None where it cannot."""
        return None if self.then is None else self.then.value - self.allocation.value

    @property
    def lowest_coverage(self) -> Fraction | None:
        """The change of the lowest coverage then, a pure number; None where it cannot."""
        if self.then is None:
            return None
        return (self.then.lowest_coverage or ZERO) - (self.allocation.lowest_coverage or ZERO)

    @property
    def changes(self) -> dict[str, Fraction]:
        """Line id → how its amount changes when this line gets `step` more, in the plan's unit; without zeros."""
        if self.then is None:
            return {}
        changes = {line: self.then.amounts[line] - amount for line, amount in self.allocation.amounts.items()}
        return {line: change for line, change in changes.items() if change}

    def rows(self) -> list[dict[str, Any]]:
        """A record per line whose amount changes; amounts in the plan's unit."""
        then = self.then
        if then is None:
            return []
        return [
            {
                "id": line,
                "allocated": self.allocation.amounts[line],
                "then": then.amounts[line],
                "change": change,
            }
            for line, change in self.changes.items()
        ]

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.line.id} gets {shown(self.amount)}, {self.allocation.headline()}"

    def record(self) -> dict[str, Any]:
        """The result as plain data."""
        value, lowest = self.value, self.lowest_coverage
        return {
            "id": self.line.id,
            "allocated": self.amount,
            "proposed": self.line.proposed,
            "stops": [row.label for row in self.stops],
            "most": self.most,
            "asked": self.asked,
            "step": self.step,
            "value": value,
            "lowest_coverage": lowest,
            "changes": self.rows(),
            "refused": None if self.refused is None else self.refused.record(),
            "chain_price": self.price.record(),
        }

    def _frame(self) -> DataFrame:
        """The lines whose amount changes as a pandas frame, a line a row with its id as index."""
        return frame_of(self.rows(), columns=["id", "allocated", "then", "change"]).set_index("id")


def why(plan: Plan, ceiling: Ceiling, line: str, split: Allocation | None = None, engine: Engine = highs) -> LineReason:
    """Find why a line gets what it gets and not more, and who would pay if it did; each part proved.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        line: the id of one of its lines.
        split: the optimal split, where it is known already.
        engine: who is asked first.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
    """
    now = allocate(plan, ceiling, engine) if split is None else split
    chosen = next(each for each in plan.lines if each.id == line)
    stops = _stops(now, chosen, engine)
    asked = step = _unit(chosen, now.amounts[line])
    most = _most(now, chosen, now.amounts[line] + step, engine)
    then, refused = None, None
    try:
        then = allocate(_given(plan, chosen, now.amounts[line] + step), ceiling, engine)
    except InfeasibleError as impossible:
        refused = impossible
        step = most - now.amounts[line]
        if step:
            then = allocate(_given(plan, chosen, most), ceiling, engine)
    price = next(each for each in chain_prices(plan, engine) if each.line == line)
    return LineReason(now, chosen, stops, most, asked, step, then, refused, price)


def _unit(line: Line, amount: Fraction) -> Fraction:
    """One unit; a hundredth of the proposal where a unit would be out of all proportion."""
    if not line.proposed or amount + ONE <= FURTHEST_MINIMUM * line.proposed:
        return ONE
    return line.proposed / HUNDRED


def _given(plan: Plan, line: Line, amount: Fraction) -> Plan:
    """The plan in which a line must get so much, under a maximum that allows it."""
    given = replace(line, minimum=amount, maximum=max(line.upper, amount))
    return replace(plan, lines=tuple(given if each is line else each for each in plan.lines))


def _most(now: Allocation, line: Line, amount: Fraction, engine: Engine) -> Fraction:
    """The most that a line can be given, up to an amount, whatever others lose."""
    space = splits(now.plan, now.ceiling)
    space = space.adding(line.id, space.variables[line.id]._replace(upper=max(line.upper, amount)))
    return prove_solvable(space.asking("most", {line.id: ONE}), engine).optimum


def _stops(now: Allocation, line: Line, engine: Engine) -> tuple[Row, ...]:
    """What carries the proof that the line cannot get more while no other line gives anything up.

    In the optimal split that is so for every line that asks something and is worth something: whatever it could get
    by itself would make a better split. Where it is at its own maximum that is the reason; else the duals say what
    the proof rests on.
    """
    own = next(row for row in now.plan.bound_rows if row.id == maximum_of(line.id))
    if now.amounts[line.id] == own.right_hand_side:
        return (own,)
    space = splits(now.plan, now.ceiling)
    kept = {
        each: interval._replace(lower=now.amounts[each]) if each in now.amounts and each != line.id else interval
        for each, interval in space.variables.items()
    }
    found = prove_solvable(replace(space, variables=kept).asking("more", {line.id: ONE}), engine)
    if found.optimum > now.amounts[line.id]:
        return ()
    rows = [row for row, dual in zip(space.rows, found.dual, strict=True) if dual]
    full = {maximum_of(label) for label, cost in found.reduced_cost.items() if cost > 0}
    return (*rows, *(row for row in now.plan.bound_rows if row.id in full))
