"""The split in whole amounts at every ceiling: every jump, and every straight piece between two, exactly."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from flessenhals.constraints.ceiling import Path, by_year
from flessenhals.constraints.constraint import CEILING
from flessenhals.solver.optimum.dated.series import amounts_record
from flessenhals.solver.optimum.standing import standings
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

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.units.walk import Turn

    Side = Literal["below", "at", "above"]

ZERO, ONE = Fraction(0), Fraction(1)
MOST_AMOUNTS = 100
MOST_STEPS = 1_000


class WholeStep(NamedTuple):
    """The split at a ceiling, or what it tends to on one side of it.

    Attributes:
        ceiling: in the plan's unit; of a path the share of it.
        side: `at` the ceiling; `below` or `above` where the split jumps there.
        amounts: line id → amount, in the plan's unit.
        binding: the constraints that have no room there.
        shift: of a path, year → what is shifted from it to the next, in the plan's unit.
    """

    ceiling: Fraction
    side: Side
    amounts: Mapping[str, Fraction]
    binding: tuple[Constraint, ...]
    shift: Mapping[int, Fraction]


@dataclass(frozen=True, repr=False)
class WholeLadder(Finding):
    """The split in whole amounts at every ceiling.

    Between two neighbouring ceilings every amount is a straight line, from the last step at the one to the first at the
    other. Above the last one nothing changes.

    Attributes:
        plan: what is divided.
        lowest_feasible_ceiling: in the plan's unit; of a path the share of it.
        steps: in rising order; up to three at one ceiling.
        path: of a plan with years, the ceilings by year of which the steps are shares; None for totals.
    """

    plan: Plan
    lowest_feasible_ceiling: Fraction
    steps: tuple[WholeStep, ...]
    path: Path | None = None

    def at(self, ceiling: Fraction) -> dict[str, Fraction]:
        """The split at a ceiling at which something fits, line id → amount, in the plan's unit."""
        place = bisect_right(self.steps, ceiling, key=lambda step: step.ceiling)
        before = self.steps[place - 1]
        if before.ceiling == ceiling:
            return dict(next(step.amounts for step in self.steps if step.ceiling == ceiling and step.side == "at"))
        if place == len(self.steps):
            return dict(before.amounts)
        after = self.steps[place]
        part = (ceiling - before.ceiling) / (after.ceiling - before.ceiling)
        return {line: amount + part * (after.amounts[line] - amount) for line, amount in before.amounts.items()}

    def headline(self) -> str:
        """What it is about, on one line."""
        return f"{self.plan.id}{under(self.plan)}, {len(self.steps)} steps"

    def record(self) -> dict[str, Any]:
        """The ladder, with the keys of the JSON output; amounts in the plan's unit."""
        word = "ceiling" if self.path is None else "share"
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "unit": self.plan.unit,
            **({} if self.path is None else {"ceiling": by_year(self.path.total)}),
            f"lowest_feasible_{word}": self.lowest_feasible_ceiling,
            "steps": [
                {
                    word: step.ceiling,
                    "side": step.side,
                    "allocated": amounts_record(self.plan, step.amounts),
                    "binding": step.binding,
                    **({} if self.path is None else {"shift": by_year(step.shift)}),
                    "exact": {
                        word: str(step.ceiling),
                        "allocated": {line: str(amount) for line, amount in step.amounts.items()},
                    },
                }
                for step in self.steps
            ],
        }

    def rows(self) -> list[dict[str, Any]]:
        """A record per step and line."""
        word = "ceiling" if self.path is None else "share"
        return [
            {word: step.ceiling, "side": step.side, "id": line, "allocated": amount}
            for step in self.steps
            for line, amount in step.amounts.items()
        ]


def whole_ladder(
    plan: Plan, watch: Callable[[Fraction], object] | None = None, path: Path | None = None
) -> WholeLadder:
    """Find every ceiling at which the split in whole amounts turns or jumps, exactly.

    From the lowest feasible ceiling on, the proof of a split is checked with numbers that move (`follow`): it holds
    along a straight line up to a ceiling at which one of its comparisons turns. There the next split is looked for.

    Args:
        plan: with lines that cannot be split.
        watch: called with the part of the way that is done, from 0 to 1, after every step.
        path: of a plan with years the ceilings by year, whose share takes the place of the ceiling.

    Raises:
        TooLargeError: if its lines can be given more than 100 whole amounts together.
        InfeasibleError: if no ceiling is enough.
        NotProvedError: if an answer on the way could not be proved.
    """
    count = amounts_in(plan)
    if count > MOST_AMOUNTS:
        raise TooLargeError(
            told(
                "ladder: {count} whole amounts are more than {most}, and the split may jump at each of them -> ask "
                "whatif for the ceilings that matter, such as 100:400:25",
                count=count,
                most=MOST_AMOUNTS,
            )
        )
    lowest = lowest_whole(plan, path)
    if lowest is None:
        raise whole_refusal(plan, path, best_whole(question_of(plan, path)))
    start = allocate_whole(plan, lowest if path is None else path.scaled(lowest))
    far = enough_for_all(plan, path) - lowest
    turns: list[Turn] = []
    for turn in walk(start.tree.question, rising(path), start.tree):
        turns.append(turn)
        if watch is not None:
            watch(min(ONE, turn.distance / far) if far > 0 else ONE)
        if len(turns) > MOST_STEPS:
            raise NotProvedError("the ladder has more steps than are followed")
    return WholeLadder(plan, lowest, tuple(_steps(plan, lowest, turns, path)), path)


def rising(ceiling: Ceiling | None) -> dict[Constraint, Fraction]:
    """The rows that move as the ceiling rises by a unit, or a path by its whole share, each with its rate."""
    if isinstance(ceiling, Path):
        return {which: rate for which, rate in ceiling.rates().items() if rate}
    return {CEILING: ONE}


def enough_for_all(plan: Plan, ceiling: Ceiling | None) -> Fraction:
    """The ceiling, or the share of a path, at which no line could get more: from there on nothing changes."""
    if not isinstance(ceiling, Path):
        return sum((line.upper for line in plan.lines), start=ZERO)
    of_year = {year: [line.upper for line in plan.lines if line.year == year] for year in ceiling.years}
    lasting = {
        year: [line.upper for line in plan.lines if line.year == year and line.money != "one-off"]
        for year in ceiling.years
    }
    shares = [
        sum(asked, start=ZERO) / money[year]
        for money, by_year in ((ceiling.total, of_year), (ceiling.structural or {}, lasting))
        for year, asked in by_year.items()
        if money.get(year)
    ]
    return max(shares, default=ZERO)


def amounts_in(plan: Plan) -> int:
    """How many whole amounts the lines of a plan that cannot be split can be given together."""
    return sum(_amounts_of(plan, line) for line in plan.whole)


def _amounts_of(plan: Plan, line: str) -> int:
    found, whole = plan.line_by_id[line], plan.whole[line]
    return 1 if whole.unit is None else int((found.upper - found.lower) / whole.unit)


def _steps(plan: Plan, lowest: Fraction, turns: list[Turn], path: Path | None) -> Iterator[WholeStep]:
    before: Turn | None = None
    for turn in turns:
        ceiling = lowest + turn.distance
        below = before.above.moved(turn.distance - before.distance) if before is not None else dict(turn.split)
        at, above = dict(turn.split), dict(turn.above.at)
        straight = below == at == above and before is not None and before.above.rates == turn.above.rates
        if not straight:
            if below != at:
                yield _step(plan, ceiling, "below", below, path)
            yield _step(plan, ceiling, "at", at, path)
            if above != at:
                yield _step(plan, ceiling, "above", above, path)
        before = turn


def _step(plan: Plan, place: Fraction, side: Side, point: dict[str, Fraction], path: Path | None) -> WholeStep:
    ceiling = place if path is None else path.scaled(place)
    binding = tuple(each.row.id for each in standings(plan, ceiling, point) if each.binding)
    shift = {} if path is None else path.shifted(point)
    return WholeStep(place, side, {line.id: point[line.id] for line in plan.lines}, binding, shift)
