"""The way from one split to another, as moves of money from whom to whom, each with what asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.constraint import Constraint, maximum_of, minimum_of
from flessenhals.solver.optimum.objective.goals import VALUE, objectives_of
from flessenhals.solver.optimum.objective.level import level_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.objective.objectives import Stage
    from flessenhals.solver.plan.plan import Plan

    Cause = Constraint | str

    class Reasons(Protocol):
        """What asks for a move from a giver to a taker; with its amount also where that has to be looked at."""

        def __call__(self, giver: str | None, taker: str | None, amount: Fraction | None = None, /) -> Cause:
            """A constraint, or a stage of the objective."""

    Pushes = Mapping[str, list[tuple[Fraction, Cause]]]

ZERO = Fraction(0)


@dataclass(frozen=True)
class Move:
    """An amount that goes from one line to another.

    Attributes:
        giver: the line that gets less; None where the money was not given to any line.
        taker: the line that gets more; None where the money is given to no line any more.
        amount: in the plan's unit, above 0.
        because: what asks for it: a constraint, or a stage of the objective: `value`, `coverage`, or
            `unasked` for a line that asks nothing; `tie` where the objective leaves more than one best split.
    """

    giver: str | None
    taker: str | None
    amount: Fraction
    because: Cause

    def record(self) -> dict[str, Any]:
        """The move as plain data; the amount as a float, in the plan's unit."""
        return {"from": self.giver, "to": self.taker, "amount": self.amount, "because": str(self.because)}


class _Change(NamedTuple):
    """What a line, or None for no line at all, still has to give or to get."""

    line: str | None
    amount: Fraction
    because: Cause


def moves(before: Mapping[str, Fraction], after: Mapping[str, Fraction], reasons: Reasons) -> tuple[Move, ...]:
    """The moves that lead from one split to another, few of them and always the same.

    Equal amounts go to each other first, which is what saves a move; then those with the same reason meet as far as
    they can, the largest first. There are no more moves than lines that change, and one less where the total stays.

    Args:
        before: line id → amount, in the plan's unit.
        after: the same lines in the same order.
        reasons: giver and taker → what asks for the move between them.
    """
    changes = {line: after[line] - amount for line, amount in before.items() if after[line] != amount}
    net = sum(changes.values(), start=ZERO)
    givers = [_Change(line, -change, reasons(line, None)) for line, change in changes.items() if change < 0]
    takers = [_Change(line, change, reasons(None, line)) for line, change in changes.items() if change > 0]
    rank = {change.because: place for place, change in reversed(list(enumerate(givers + takers)))}
    if net:
        (givers if net > 0 else takers).append(_Change(None, abs(net), ""))
    found = _equal(givers, takers)
    for side in (givers, takers):
        side.sort(key=lambda change: (rank.get(change.because, len(rank)), -change.amount))
    while givers and takers:
        giver, taker = givers.pop(0), takers.pop(0)
        amount = min(giver.amount, taker.amount)
        found.append((giver.line, taker.line, amount))
        if giver.amount > amount:
            givers.insert(0, giver._replace(amount=giver.amount - amount))
        if taker.amount > amount:
            takers.insert(0, taker._replace(amount=taker.amount - amount))
    return tuple(
        Move(giver, taker, amount, reasons(giver, taker, amount))
        for giver, taker, amount in sorted(found, key=lambda move: -move[2])
    )


def moves_each_year(
    plan: Plan, before: Mapping[str, Fraction], after: Mapping[str, Fraction], reasons: Reasons
) -> tuple[Move, ...]:
    """The moves between two splits of a plan, the largest first; with years those of each year by themselves."""
    of_year: dict[int | None, list[str]] = {}
    for line in plan.lines:
        of_year.setdefault(line.year, []).append(line.id)
    found = [
        move
        for lines in of_year.values()
        for move in moves({line: before[line] for line in lines}, {line: after[line] for line in lines}, reasons)
    ]
    return tuple(sorted(found, key=lambda move: -move.amount))


def _equal(givers: list[_Change], takers: list[_Change]) -> list[tuple[str | None, str | None, Fraction]]:
    """The moves between two that give and get the same; both are taken off."""
    waiting: dict[Fraction, list[_Change]] = {}
    for taker in takers:
        waiting.setdefault(taker.amount, []).append(taker)
    found = []
    for giver in list(givers):
        same = waiting.get(giver.amount)
        if same:
            taker = next((each for each in same if each.because == giver.because), same[0])
            same.remove(taker)
            givers.remove(giver)
            takers.remove(taker)
            found.append((giver.line, taker.line, giver.amount))
    return found


def reasons_in(stages: Sequence[Stage]) -> Reasons:
    """What asks for a move, by the proofs of these stages: who gets more asks for it, or else who has to give less.

    At an optimum the pushes on every variable are in balance: its objective coefficient, minus dual · coefficient for
    every row, minus its reduced cost for its own bounds. The reason is the strongest push in the direction of the move,
    in the first stage that has one and has not settled the line yet.

    Args:
        stages: proved, in order; one at least.
    """
    by_row = [_pushes_of_rows(stage) for stage in stages]

    def reason(giver: str | None, taker: str | None, _: Fraction | None = None) -> Cause:
        line, sign = (giver or "", -1) if taker is None else (taker, 1)
        for stage, pushes in zip(stages, by_row, strict=True):
            interval = stage.program.variables.get(line)
            if interval is None or (interval.lower == interval.upper and stage is not stages[0]):
                continue
            towards = [push for push in _pushes(stage, pushes, line) if sign * push[0] > 0]
            if towards:
                return max(towards, key=lambda push: abs(push[0]))[1]
        return stages[-1].goal

    return reason


def reasons_to_optimum(optimum: Allocation, nearest: Mapping[str, Fraction]) -> Reasons:
    """What asks for the moves from the nearest split to the optimal one: the value only where that is worth more.

    Args:
        optimum: the optimal split, with its stages.
        nearest: line id → amount, in the plan's unit.
    """
    plan = optimum.plan
    if not objectives_of(plan)[0].is_worth:
        return reasons_in(optimum.stages)
    weights: dict[str | None, Fraction] = {None: ZERO, **{line.id: line.weight for line in plan.lines}}
    gains = optimum.value > VALUE.reached(plan, nearest)
    worth, later = reasons_in(optimum.stages[:1]), optimum.stages[1:]
    fair = reasons_in(later) if later else worth
    left = later[0].program.variables.items() if later else ()
    settled = {line for line, interval in left if interval.lower == interval.upper}

    def because(giver: str | None, taker: str | None, _: Fraction | None = None) -> Cause:
        if gains and taker is not None and weights[taker] > weights[giver]:
            return worth(giver, taker)
        if gains and giver is not None and taker in settled:
            held = worth(giver, None)  # fairness says nothing of a line that the value settled
            if isinstance(held, Constraint) and not held.is_bound:
                return held
        asked = fair(giver, taker)
        return "tie" if asked == "value" else asked

    return because


def _pushes_of_rows(stage: Stage) -> Pushes:
    """Per line, the pushes of constraints, and of the row that holds a line to the stage's level."""
    found: dict[str, list[tuple[Fraction, Cause]]] = {}
    for row, dual in zip(stage.program.rows, stage.certificate.dual, strict=True):
        if not dual:
            continue
        for line, coefficient in row.coefficients.items():
            if not row.id.is_own:
                found.setdefault(line, []).append((-dual * coefficient, row.id))
            elif row.id == level_row(line):
                found.setdefault(line, []).append((-dual * coefficient, stage.goal))
    return found


def _pushes(stage: Stage, of_rows: Pushes, line: str) -> list[tuple[Fraction, Cause]]:
    bound = stage.certificate.reduced_cost[line]
    return [
        *of_rows.get(line, []),
        (-bound, minimum_of(line) if bound < 0 else maximum_of(line)),
        (stage.program.objective.get(line, ZERO), stage.goal),
    ]
