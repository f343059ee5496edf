"""What binds at a ceiling, what it costs, what would help, and how much of that hangs on the rules' ratios."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.ceiling import Path, ceiling_record
from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.solver.plan.finding import Finding, frame_of
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError, refuse_units
from flessenhals.solver.program.exact_size import exact_size
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.asking import MOST_LINES, NotAsked, asking
from flessenhals.solver.sensitivity.chain_price import ChainPrice, chain_prices
from flessenhals.solver.sensitivity.gains import Gains
from flessenhals.solver.sensitivity.line_reason import LineReason, why
from flessenhals.solver.sensitivity.missing import Allowance, Missing, unless_missing
from flessenhals.solver.sensitivity.near_optimal import Room, room

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandas import DataFrame

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.parametric.rise import Rise
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.bottleneck import Bottleneck
    from flessenhals.solver.sensitivity.ratios.effect import RatioEffect
    from flessenhals.solver.sensitivity.weight_range import WeightRange

FIRST_PART, SECOND_PART, LAST_PART, ONE_WHOLE = 0.3, 0.6, 0.9, 1.0  # of the time that it takes, about
TOLD = ("bottleneck", "ratio", "weights", "chain_prices", "room")  # what is missing, as it would have stood

ZERO = Fraction(0)


@dataclass(frozen=True, repr=False)
class Bottlenecks(Finding):
    """Everything that binds at a ceiling.

    Attributes:
        allocation: the optimal split.
        found: the binding constraints, those that help most per unit first, those without effect last.
        ratios: what each ratio of the rules does to the answer.
        chain: what one more euro on each line costs with all that it drags along.
        weights: the range of each line's weight within which the split stays as it is.
        line: why one line gets no more, where that was asked.
        room: how far each line can move near the optimum, where that was asked.
        missing: the findings that could not be proved.
        any_shift: with years, what the value would rise by if all money could be used in any year, in the plan's unit;
            None without years.
    """

    allocation: Allocation
    found: tuple[Bottleneck, ...]
    ratios: tuple[RatioEffect, ...]
    chain: tuple[ChainPrice, ...]
    weights: tuple[WeightRange, ...]
    line: LineReason | None = None
    room: Room | None = None
    missing: tuple[Missing, ...] = ()
    any_shift: Fraction | None = None

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.allocation.headline()}, {len(self.found)} constraints without room"

    def record(self) -> dict[str, Any]:
        """The result with the keys of the JSON output; amounts in the plan's unit."""
        plan = self.allocation.plan
        return {
            "plan": plan.id,
            "scenario": plan.scenario,
            "ceiling": ceiling_record(self.allocation.ceiling),
            "unit": plan.unit,
            "bottlenecks": [each.record() for each in self.found],
            "ratios": [each.record() for each in self.ratios],
            "chain_prices": [each.record() for each in self.chain],
            "weights": [each.record() for each in self.weights],
            "line": None if self.line is None else self.line.record(),
            "within": None if self.room is None else self.room.record(),
            "missing": [each.record() for each in self.missing],
            **({} if self.any_shift is None else {"any_shift": self.any_shift}),
        }

    def rows(self) -> list[dict[str, Any]]:
        """A record per binding constraint; where a line or the room was asked, those of that."""
        asked = self.line or self.room
        return [each.flat(self.allocation.value) for each in self.found] if asked is None else asked.rows()

    def _frame(self) -> DataFrame:
        """The binding constraints as a pandas frame, one a row with its id as index."""
        return _frame([each.flat(self.allocation.value) for each in self.found])

    def ratio_frame(self) -> DataFrame:
        """The ratios as a pandas frame, a row each with its rule's id as index; `down_` and `up_` for both sides."""
        return _frame([each.flat() for each in self.ratios])

    def weight_frame(self) -> DataFrame:
        """The ranges of the weights as a pandas frame, a line a row with its id as index."""
        return _frame([each.record() for each in self.weights])

    def chain_frame(self) -> DataFrame:
        """The chain-inclusive prices as a pandas frame: a line a row, a column per line that takes part."""
        lines = [line.id for line in self.allocation.plan.lines if any(line.id in each.parts for each in self.chain)]
        return _frame(
            [
                {
                    "id": each.line,
                    "total": each.total,
                    **{line: each.parts.get(line, ZERO) for line in lines},
                }
                for each in self.chain
            ]
        )


def bottlenecks(  # noqa: PLR0913 - what is asked besides has a name each
    plan: Plan,
    ceiling: Ceiling,
    engine: Engine = highs_in_a_row,
    watch: Callable[[float], object] | None = None,
    *,
    line: str | None = None,
    within: Fraction | None = None,
    everything: bool = False,
    rise: Rise | None = None,
) -> Bottlenecks:
    """Find what binds at a ceiling, what it costs on both sides, and what relief it would give; each figure proved.

    A finding that cannot be proved is told as missing, beside the others; so are those beyond what a plan with very
    many digits allows (`ExactSize.findings`), which `check` tells beforehand. A large plan that falls apart is asked
    block by block (`apart`); of more than 500 lines that hang together the split alone is told.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        engine: who is asked first.
        watch: called with the part that is done, from 0 to 1, after every part.
        line: the id of a line to explain too.
        within: the share of the answer that may be given up, a pure number, to find the room around it too.
        everything: with years, whether constraints without a price, ratios and weights are asked about too; of more
            than 500 lines, whether all ratios are, and not those alone of rules that hold something back.
        rise: the plan's best split at every ceiling, where it is known already.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if the split itself could not be proved, or what was asked of a line or the room.
        TooLargeError: if more than 30,000 lines hang together.
    """
    refuse_units(plan.whole, "bottlenecks with prices", "the split jumps, so no constraint has a price per euro")
    waits = None if watch is None else lambda part: watch(FIRST_PART * float(part))
    answers = asking(plan, ceiling, engine, waits, rise)
    split = answers.split
    binding = [each.row for each in split.constraints if each.binding and each.row.is_given]
    briefly = plan.years is not None and not everything
    if briefly:
        by_price = priced(split)
        binding = [row for row in binding if row.id in by_price]
    missing: list[Missing] = []
    size = exact_size(plan)
    allowed = Allowance(size, counts=not isinstance(answers, NotAsked))
    found = []
    for done, (row, find) in enumerate(answers.each(binding), start=1):
        each = allowed.unless_missing(find, "bottleneck", row.id, missing)
        found += [] if each is None else [each]
        told_of(watch, FIRST_PART, SECOND_PART, done, len(binding))
    found.sort(key=_helps_most)
    asked = () if briefly else plan.ratios if everything else answers.chosen(plan.ratios, found)
    weights = () if briefly else allowed.unless_missing(answers.weights, "weights", None, missing) or ()
    chain = allowed.unless_missing(partial(chain_prices, plan, engine), "chain_prices", None, missing) or ()
    effects: list[RatioEffect] = []
    for done, ratio in enumerate(asked, start=1):
        effect = allowed.unless_missing(partial(answers.ratio, ratio), "ratio", ratio.id, missing, size.course)
        effects += [] if effect is None else [effect]
        told_of(watch, SECOND_PART, LAST_PART, done, len(asked))
    around = None
    if within is not None:
        around = unless_missing(partial(room_of, plan, ceiling, within, split, engine), "room", None, missing)
    answer = Bottlenecks(
        allocation=split,
        found=tuple(found),
        ratios=tuple(effects),
        chain=chain,
        weights=weights,
        any_shift=any_shift(split, engine) if isinstance(ceiling, Path) else None,
        line=None if line is None else why(plan, ceiling, line, split, engine),
        room=around,
        missing=tuple(sorted(missing, key=lambda each: TOLD.index(each.finding))),
    )
    told_of(watch, LAST_PART, ONE_WHOLE, 1, 1)
    return answer


def told_of(watch: Callable[[float], object] | None, start: float, end: float, done: int, count: int) -> None:
    """Tell whoever waits how far it is, of a part that goes from start to end."""
    if watch is not None:
        watch(start + (end - start) * done / count)


def room_of(plan: Plan, ceiling: Ceiling, within: Fraction, split: Allocation, engine: Engine = highs_in_a_row) -> Room:
    """The room around the optimum: by programs over the whole plan, of a large one over the block of each line.

    Raises:
        NotProvedError: of more than 500 lines that hang together, or if an answer could not be proved.
    """
    if len(plan.lines) <= MOST_LINES:
        return room(plan, ceiling, within, split, engine)
    if plan.years is None and not isinstance(ceiling, Path):
        from flessenhals.solver.sensitivity.apart.room import room_apart  # noqa: PLC0415 - only large plans need it

        found = room_apart(split, within, engine)
        if found is not None:
            return found
    raise NotProvedError(
        told(
            "{lines} lines hang together: their room takes two solves of the whole plan each, and {most} are the most",
            lines=len(plan.lines),
            most=MOST_LINES,
        )
    )


def priced(split: Allocation) -> set[Constraint]:
    """The constraints with a price in the first stage: of a plan with years only these are asked, by rule and year.

    Of the lines' bounds those that the plan states: that a line gets no more than it asks is no bottleneck of the plan.
    """
    first = split.stages[0]
    rows = {row.id for row, dual in zip(first.program.rows, first.certificate.dual, strict=True) if dual}
    for line in split.plan.lines:
        cost = first.certificate.reduced_cost.get(line.id, 0)
        if cost < 0 and line.minimum:
            rows.add(minimum_of(line.id))
        if cost > 0 and line.maximum:
            rows.add(maximum_of(line.id))
    return rows


def any_shift(split: Allocation, engine: Engine = highs_in_a_row) -> Fraction:
    """What the value would rise by if all money could be used in any year, in the plan's unit; proved.

    Args:
        split: the optimal one of a path.
        engine: who is asked first.
    """
    if not isinstance(split.ceiling, Path):
        raise TypeError("without years there is nothing to shift between")
    free = split.ceiling.freely_shifted()
    weights = {line.id: line.weight for line in split.plan.lines}
    best = prove_solvable(splits(split.plan, free).asking("value", weights), engine).optimum
    now = prove_solvable(splits(split.plan, split.ceiling).asking("value", weights), engine).optimum
    return best - now


def _helps_most(found: Bottleneck) -> tuple[bool, Fraction, Fraction, Fraction]:
    """What costs most first, then what helps the lowest coverage most; of a country then what moves most money."""
    gains = found.without.gains
    moved = sum((gain for gain in gains.own.values() if gain > 0), ZERO) if isinstance(gains, Gains) else ZERO
    return not found.has_effect, -found.price.relax.price, -found.relief.lowest_coverage, -moved


def _frame(rows: list[dict[str, Any]]) -> DataFrame:
    frame = frame_of(rows)
    return frame.set_index("id") if rows else frame
