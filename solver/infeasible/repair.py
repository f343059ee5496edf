"""What would make a plan fit again: for each constraint the least change of it alone."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.infeasible.irreducible import FEW, basic_lines, short_by, shortage, shortage_of
from flessenhals.solver.infeasible.witnesses import Standing, Witnesses, reached
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, constraints_of, splits
from flessenhals.solver.program.prove import prove, prove_solvable, prove_solvable_basis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Protocol

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.row import Row
    from flessenhals.constraints.rule import Nature
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

    class Best(Protocol):
        """The best split of a program by its objective, and what it reaches."""

        @property
        def point(self) -> Mapping[str, Fraction]:
            """Variable → amount, in the plan's unit."""

        @property
        def optimum(self) -> Fraction:
            """What the objective comes to there."""


ZERO, ONE = Fraction(0), Fraction(1)
CHANGE = "change of it"
MOST_HALVES = 3
FIRST_GIVEN_UP: tuple[Nature | None, ...] = ("choice", "norm", None, "law")


@dataclass(frozen=True)
class Repair:
    """The least change of one constraint after which a split exists, while all others stay as they are.

    Attributes:
        row: the constraint.
        nature: `law`, `norm` or `choice`, where the plan says so.
        change: by how much it must ask less, in the row's unit; None where changing it alone is not enough.
        ratio: the ratio that it asks now, a pure number; None where it is an amount.
        becomes: the nearest ratio at which a split exists; None where none does, or it is an amount.
    """

    row: Row
    nature: Nature | None
    change: Fraction | None
    ratio: Fraction | None = None
    becomes: Fraction | None = None

    @property
    def limit(self) -> Fraction | None:
        """The right-hand side that it would get, in the row's unit; None where changing it alone is not enough."""
        return None if self.change is None else self.row.relaxed(self.change).right_hand_side


def repairs(plan: Plan, ceiling: Ceiling | None, rows: Iterable[Row], engine: Engine = highs) -> tuple[Repair, ...]:
    """For each constraint the least change of it alone that makes the whole plan fit, each proved.

    Args:
        plan: within which nothing fits.
        ceiling: the total that may be spent, in the plan's unit; None for as much as one likes.
        rows: the constraints to change, as in a conflict.
        engine: who is asked first.

    Returns:
        Those whose nature is choice first, then norm, then those of which the plan does not say, law last.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    asked = list(rows)
    ratios = {ratio.id: ratio for ratio in plan.ratios}
    known = at_once(plan, ceiling, asked, engine) if len(asked) > FEW else {}
    in_vain = _in_vain(plan, ceiling, engine) if len(known) < len(asked) else set()
    return easiest_first(
        Repair(row, plan.natures.get(row.id), None)
        if row.id in in_vain
        else _repair(plan, ceiling, row, ratios.get(row.id), engine, known.get(row.id))
        for row in asked
    )


def at_once(
    plan: Plan, ceiling: Ceiling | None, rows: Sequence[Row], engine: Engine
) -> dict[Constraint, Mapping[str, Fraction]]:
    """For each of many constraints in a conflict a split with the least change of it alone, as far as one basis tells.

    A sum of all of them says how far each has to give way at least (Farkas' lemma). A split without one of them tells
    those without the others (`Witnesses`), and what keeps all constraints but one, and that up to there, is the proof.
    """
    basis, short = prove_solvable_basis(shortage_of(rows), engine)
    found = Witnesses.of(rows, basic_lines(basis))
    if found is None or not all(short.dual):
        return {}
    last = rows[found.last]
    try:
        least = prove(relaxed_by_change(splits(plan, ceiling), last), engine)
    except NoOptimumError:
        return {}
    if least.optimum * abs(short.dual[found.last]) != short.optimum:
        return {}  # other constraints ask more of it
    everything = constraints_of(plan, ceiling)
    members = {row.id for row in rows}
    touched = [row for row in everything if row.id not in members and row.coefficients.keys() & found.point.keys()]
    program = splits(plan, ceiling).relaxed(last, -least.optimum)
    point = _with_room(program, least.point, found.point.keys(), touched, engine)
    standing = Standing(everything, point)
    missing = last.right_hand_side - reached(last, point)
    known: dict[Constraint, Mapping[str, Fraction]] = {}
    for place, (row, dual) in enumerate(zip(rows, short.dual, strict=True)):
        changes = {} if row is last else found.changes(place, missing)
        gives_way = abs(row.right_hand_side - reached(row, point) - reached(row, changes))
        if gives_way * abs(dual) == -short.optimum and standing.keeps_all_but(row, changes):
            then = {line: point[line] + more for line, more in changes.items()}
            known[row.id] = ChainMap(then, point, {CHANGE: gives_way})
    return known


def _with_room(
    program: LinearProgram, start: Mapping[str, Fraction], lines: Iterable[str], rows: Sequence[Row], engine: Engine
) -> dict[str, Fraction]:
    """A split that leaves some lines and rows room where others do: halfway to a few of those, one after another.

    Args:
        program: which splits are meant.
        start: one of them.
        lines: that are to have more than nothing.
        rows: that are not to be full.
        engine: who is asked for bases.
    """
    point = {label: start[label] for label in program.variables}
    for _ in range(MOST_HALVES):
        wanted: dict[str, Fraction] = defaultdict(Fraction)
        for line in lines:
            if not point[line]:
                wanted[line] += ONE
        for row in rows:
            if not row.slack(point):
                for line, value in row.coefficients.items():
                    wanted[line] += value if row.sense == ">=" else -value
        try:
            further = prove(program.asking("room", wanted), engine).point
        except (NoOptimumError, NotProvedError):  # where room has no end
            break
        if all(further[line] == amount for line, amount in point.items()):
            break
        point = {line: (amount + further[line]) / 2 for line, amount in point.items()}
    return point


def easiest_first(found: Iterable[Repair]) -> tuple[Repair, ...]:
    """The changes in the order in which they are easiest to give up: choice, norm, what is not said, law."""
    return tuple(sorted(found, key=lambda each: FIRST_GIVEN_UP.index(each.nature)))


def _in_vain(plan: Plan, ceiling: Ceiling | None, engine: Engine) -> set[Constraint]:
    """Minimums and floors without any of which, one at a time, the others still cannot hold together.

    One sum of all constraints shows it (Farkas' lemma): with one left out that only asks, its left side is still
    nowhere above 0, and where its right side stays above 0 it contradicts still. Of the others this says nothing.
    """
    rows = constraints_of(plan, ceiling)
    certificate = shortage(rows, engine)
    return {
        row.id
        for row, dual in zip(rows, certificate.dual, strict=True)
        if row.sense == ">="
        and all(coefficient > 0 for coefficient in row.coefficients.values())
        and abs(dual) * row.right_hand_side < -certificate.optimum
    }


def _repair(
    plan: Plan,
    ceiling: Ceiling | None,
    row: Row,
    ratio: Ratio | None,
    engine: Engine,
    known: Mapping[str, Fraction] | None,
) -> Repair:
    nature, now = plan.natures.get(row.id), None if ratio is None else ratio.value
    point = _least_changed(plan, ceiling, row, engine) if known is None else known
    if point is None:
        return Repair(row, nature, None, now)
    becomes = None
    if ratio is not None:
        others_kept = splits(plan, ceiling).leaving_out(row)
        becomes = nearest_ratio(others_kept, ratio, point, lambda asked: prove_solvable(asked, engine))
    return Repair(row, nature, point[CHANGE], now, becomes)


def _least_changed(plan: Plan, ceiling: Ceiling | None, row: Row, engine: Engine) -> Mapping[str, Fraction] | None:
    """A split with the least change of a constraint, and that change; None where changing it alone is not enough."""
    program = relaxed_by_change(splits(plan, ceiling), row)
    try:
        return prove(program, engine).point
    except NoOptimumError:
        others = [each for each in constraints_of(plan, ceiling) if each.id != row.id]
        if shortage(others, engine).optimum < 0:
            return None
        return prove_solvable(program, engine).point


def relaxed_by_change(program: LinearProgram, row: Row) -> LinearProgram:
    """The least change of a constraint, as a variable of its own, with which a split exists."""
    free = program.leaving_out(row).adding(CHANGE, Interval()).keeping([short_by(row, CHANGE)])
    return free.asking("least change", {CHANGE: -ONE})


def nearest_ratio(
    program: LinearProgram, ratio: Ratio, start: Mapping[str, Fraction], best_of: Callable[[LinearProgram], Best]
) -> Fraction | None:
    """The furthest ratio that some split reaches: the best of (Σ part + existing) / Σ whole.

    A ratio that a split reaches is a bound on it; where no split is beyond that bound it is the best one. Each round
    asks for the split that is furthest beyond, and takes its ratio (Dinkelbach, Management Science 13, 1967).

    Args:
        program: the splits that keep everything else; none of them has nothing on either side.
        ratio: whose two sides are meant; the largest ratio for at least so much, the smallest for at most.
        start: one of these splits.
        best_of: answers a program over these splits with a proved optimum.

    Returns:
        A pure number; None where no split has anything on the whole.
    """
    towards = 1 if ratio.sense == ">=" else -1
    point = start
    if not _whole(ratio, point):
        point = best_of(program.asking("whole", dict.fromkeys(ratio.whole, ONE))).point
    if not _whole(ratio, point):
        return None
    while True:
        reached = ratio.at(_reached(ratio, point)).row
        objective = {line: towards * value for line, value in reached.coefficients.items()}
        best = best_of(program.asking("furthest ratio", objective))
        if best.optimum == towards * reached.right_hand_side:
            return _reached(ratio, point)
        point = best.point


def _whole(ratio: Ratio, point: Mapping[str, Fraction]) -> Fraction:
    return sum((point[line] for line in ratio.whole), start=ZERO)


def _reached(ratio: Ratio, point: Mapping[str, Fraction]) -> Fraction:
    part = sum((point[line] for line in ratio.part), start=ZERO)
    return (part + ratio.existing) / _whole(ratio, point)
