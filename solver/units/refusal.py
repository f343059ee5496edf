"""Why nothing fits in whole amounts: constraints that cannot hold together, and the ceiling from which they can."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.ceiling import Path
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.farkas import Contradiction, contradiction
from flessenhals.solver.infeasible.irreducible import share_question, shortage
from flessenhals.solver.infeasible.repair import CHANGE, Repair, easiest_first, nearest_ratio, relaxed_by_change
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.linear_program import Interval, LinearProgram, constraints_of, splits
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.using import rows_used

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.whole import Whole
    from flessenhals.solver.units.tree import Tree

ZERO, ONE = Fraction(0), Fraction(1)


class Reached(NamedTuple):
    """The best split in whole amounts by one linear form, proved.

    Attributes:
        point: variable → amount, in the plan's unit.
        optimum: what the form comes to there.
    """

    point: Mapping[str, Fraction]
    optimum: Fraction


def lowest_whole(plan: Plan, ceiling: Ceiling | None) -> Fraction | None:
    """The smallest total, or of a path the smallest share, that is enough in whole amounts; None where none is.

    Args:
        plan: the lines and rules.
        ceiling: a path by year, for its share; else the smallest total is asked, in the plan's unit.

    Raises:
        NotProvedError: if neither the amount nor that there is none could be proved.
    """
    if isinstance(ceiling, Path):
        question = share_question(plan, ceiling)
    else:
        question = splits(plan, None).asking("lowest total", {line: -charge for line, charge in plan.charges.items()})
    found = _best(question, plan.whole)
    return None if found is None else -found.optimum


def whole_refusal(plan: Plan, ceiling: Ceiling | None, tree: Tree) -> InfeasibleError:
    """Why nothing fits in whole amounts, from which ceiling something does, and what would repair it.

    Args:
        plan: with lines that cannot be split.
        ceiling: within which nothing fits, in the plan's unit.
        tree: the proof of that.

    Raises:
        NotProvedError: if a part of it could not be proved.
    """
    lowest = lowest_whole(plan, ceiling)
    if lowest is None and ceiling is not None:
        # Then the ceiling is not the reason, even where it takes part in one.
        ceiling_left_out = Question(splits(plan, None), plan.whole, ())
        rows = _conflict(plan, constraints_of(plan, None), best_whole(ceiling_left_out))
    else:
        rows = _conflict(plan, constraints_of(plan, ceiling), tree)
    summed = contradiction(rows) if shortage(rows).optimum < 0 else Contradiction(())
    ratios = {ratio.id: ratio for ratio in plan.ratios}
    repairs = easiest_first(_repair(plan, ceiling, row, ratios.get(row.id)) for row in rows)
    return InfeasibleError(plan, ceiling, lowest, rows, summed, repairs, len(tree.parts))


def _best(program: LinearProgram, whole: Mapping[str, Whole]) -> Reached | None:
    """The best split in whole amounts by a program's objective; None where nothing fits."""
    tree = best_whole(Question(program.asking("splits", {}), whole, (Goal(program.name, (program.objective,)),)))
    if tree.answer is None:
        return None
    return Reached(tree.answer, sum((value * tree.answer[line] for line, value in program.objective.items()), ZERO))


def _surely(program: LinearProgram, whole: Mapping[str, Whole]) -> Reached:
    found = _best(program, whole)
    if found is None:
        raise NotProvedError(told("no split in whole amounts was found for {name}", name=program.name))
    return found


def _conflict(plan: Plan, rows: Sequence[Row], tree: Tree) -> list[Row]:
    """Constraints that cannot hold together in whole amounts, none of which can be left out (deletion filter)."""
    kept = rows_used(tree, rows)
    for row in list(kept):
        others = [each for each in kept if each.id != row.id]
        if not _fits(plan, others):
            kept = others
    return kept


def _fits(plan: Plan, rows: Iterable[Row]) -> bool:
    """Whether a split in whole amounts keeps these constraints, whatever it does to the others."""
    intervals = {line.id: Interval() for line in plan.lines}
    left = []
    for row in rows:
        if row.id.is_bound:
            (line,) = row.coefficients
            end = {"lower" if row.id.is_minimum else "upper": row.right_hand_side}
            intervals[line] = intervals[line]._replace(**end)
        else:
            left.append(row)
    own = {label: Interval() for row in left for label in row.coefficients if label not in intervals}
    question = Question(LinearProgram("splits", intervals | own, tuple(left), {}), plan.indivisible, ())
    return best_whole(question).answer is not None


def _repair(plan: Plan, ceiling: Ceiling | None, row: Row, ratio: Ratio | None) -> Repair:
    """The least change of one constraint with which something fits in whole amounts, as `repairs` has it for others."""
    nature, now = plan.natures.get(row.id), None if ratio is None else ratio.value
    least = _best(relaxed_by_change(splits(plan, ceiling), row), plan.indivisible)
    if least is None:
        return Repair(row, nature, None, now)
    becomes = None
    if ratio is not None:
        others = splits(plan, ceiling).leaving_out(row)
        start = {line: amount for line, amount in least.point.items() if line != CHANGE}
        becomes = nearest_ratio(others, ratio, start, lambda asked: _surely(asked, plan.indivisible))
    return Repair(row, nature, least.point[CHANGE], now, becomes)
