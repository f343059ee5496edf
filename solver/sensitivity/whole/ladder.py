"""The split in whole amounts at every ceiling: every jump, and every straight piece between two, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from flessenhals.constraints.constraint import CEILING
from flessenhals.solver.optimum.allocation import standings
from flessenhals.solver.optimum.whole_allocation import allocate_whole
from flessenhals.solver.plan.finding import Finding, under
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError, TooLargeError
from flessenhals.solver.units.divide import question_of
from flessenhals.solver.units.refusal import lowest_whole, whole_refusal
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.units.walk import Turn

    Side = Literal["below", "at", "above"]

ZERO = Fraction(0)
MOST_AMOUNTS = 100
MOST_STEPS = 1_000


class WholeStep(NamedTuple):
    """The split at a ceiling, or what it tends to on one side of it.

    Attributes:
        ceiling: in the plan's unit.
        side: `at` the ceiling; `below` or `above` where the split jumps there.
        amounts: line id → amount, in the plan's unit.
        binding: the constraints that have no room there.
    """

    ceiling: Fraction
    side: Side
    amounts: Mapping[str, Fraction]
    binding: tuple[Constraint, ...]


@dataclass(frozen=True, repr=False)
class WholeLadder(Finding):
    """The split in whole amounts at every ceiling.

    Between two neighbouring ceilings every amount is a straight line, from the last step at the one to the first at the
    other. Above the last one nothing changes.

    Attributes:
        plan: what is divided.
        lowest_feasible_ceiling: in the plan's unit.
        steps: in rising order; up to three at one ceiling.
    """

    plan: Plan
    lowest_feasible_ceiling: Fraction
    steps: tuple[WholeStep, ...]

    def headline(self) -> str:
        """What it is about, on one line."""
        return f"{self.plan.id}{under(self.plan)}, {len(self.steps)} steps"

    def to_dict(self) -> dict[str, Any]:
        """The ladder as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "unit": self.plan.unit,
            "lowest_feasible_ceiling": float(self.lowest_feasible_ceiling),
            "steps": [
                {
                    "ceiling": float(step.ceiling),
                    "side": step.side,
                    "allocated": {line: float(amount) for line, amount in step.amounts.items()},
                    "binding": list(map(str, step.binding)),
                    "exact": {
                        "ceiling": str(step.ceiling),
                        "allocated": {line: str(amount) for line, amount in step.amounts.items()},
                    },
                }
                for step in self.steps
            ],
        }

    def records(self) -> list[dict[str, Any]]:
        """A record per step and line."""
        return [
            {"ceiling": float(step.ceiling), "side": step.side, "id": line, "allocated": float(amount)}
            for step in self.steps
            for line, amount in step.amounts.items()
        ]


def whole_ladder(plan: Plan, watch: Callable[[Fraction], object] | None = None) -> WholeLadder:
    """Find every ceiling at which the split in whole amounts turns or jumps, exactly.

    From the lowest feasible ceiling on, the proof of a split is checked with numbers that move (`follow`): it holds
    along a straight line up to a ceiling at which one of its comparisons turns. There the next split is looked for.

    Args:
        plan: with lines that cannot be split.
        watch: called with the part of the way that is done, from 0 to 1, after every step.

    Raises:
        TooLargeError: if its lines can be given more than 100 whole amounts together.
        InfeasibleError: if no ceiling is enough.
        NotProvedError: if an answer on the way could not be proved.
    """
    count = sum(_amounts_of(plan, line) for line in plan.whole)
    if count > MOST_AMOUNTS:
        raise TooLargeError(
            told(
                "ladder: {count} whole amounts are more than {most}, and the split may jump at each of them -> ask "
                "whatif for the ceilings that matter, such as 100:400:25",
                count=count,
                most=MOST_AMOUNTS,
            )
        )
    lowest = lowest_whole(plan, None)
    if lowest is None:
        raise whole_refusal(plan, None, best_whole(question_of(plan, None)))
    start = allocate_whole(plan, lowest)
    everything = sum((line.upper for line in plan.lines), start=ZERO)
    turns: list[Turn] = []
    for turn in walk(start.tree.question, CEILING, start.tree):
        turns.append(turn)
        if watch is not None:
            watch(min(Fraction(1), turn.distance / (everything - lowest)) if everything > lowest else Fraction(1))
        if len(turns) > MOST_STEPS:
            raise NotProvedError("the ladder has more steps than are followed")
    return WholeLadder(plan, lowest, tuple(_steps(plan, lowest, turns)))


def _amounts_of(plan: Plan, line: str) -> int:
    found, whole = plan.line_by_id[line], plan.whole[line]
    return 1 if whole.unit is None else int((found.upper - found.lower) / whole.unit)


def _steps(plan: Plan, lowest: Fraction, turns: list[Turn]) -> Iterator[WholeStep]:
    before: Turn | None = None
    for turn in turns:
        ceiling = lowest + turn.distance
        below = before.above.moved(turn.distance - before.distance) if before is not None else dict(turn.split)
        at, above = dict(turn.split), dict(turn.above.at)
        straight = below == at == above and before is not None and before.above.rates == turn.above.rates
        if not straight:
            if below != at:
                yield _step(plan, ceiling, "below", below)
            yield _step(plan, ceiling, "at", at)
            if above != at:
                yield _step(plan, ceiling, "above", above)
        before = turn


def _step(plan: Plan, ceiling: Fraction, side: Side, amounts: dict[str, Fraction]) -> WholeStep:
    binding = tuple(each.row.id for each in standings(plan, ceiling, amounts) if each.binding)
    return WholeStep(ceiling, side, {line.id: amounts[line.id] for line in plan.lines}, binding)
