"""What people ask at a split in whole amounts: each answer is a search of its own."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.constraint import CEILING
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.optimum.whole_allocation import WholeAllocation, allocate_whole
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.relaxed import relaxed
from flessenhals.solver.program.errors import NotProvedError, TooLargeError
from flessenhals.solver.sensitivity.asking import MOST_LINES
from flessenhals.solver.sensitivity.missing import Missing, unless_missing
from flessenhals.solver.sensitivity.whole.found import OtherUnit, RelaxedSplit, WholeBottlenecks
from flessenhals.solver.sensitivity.whole.ladder import enough_for_all, rising
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.divide import question_of
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.walk import FirstChange, moved, next_change, pattern, relief_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Line, Plan

ZERO, ONE = Fraction(0), Fraction(1)
FURTHEST = Fraction(10)
MOST_LINE_YEARS = 300


def whole_bottlenecks(
    plan: Plan, ceiling: Ceiling, watch: Callable[[float], object] | None = None, line: str | None = None
) -> WholeBottlenecks:
    """Find what binds at a split in whole amounts, what the next euros buy and what a unit costs; each figure proved.

    A finding that cannot be proved is told as missing, beside the others; of more than 500 lines only the
    split is told.

    Args:
        plan: with lines that cannot be split.
        ceiling: the total that may be spent, in the plan's unit, or a path by year.
        watch: called with the part that is done, from 0 to 1, after every part.
        line: the id of the only line of which one more and one less is asked; None for all that cannot be split.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        TooLargeError: if a path and its lines make more than 300 line-years.
        NotProvedError: if the split itself could not be proved.
    """
    if isinstance(ceiling, Path) and len(plan.lines) > MOST_LINE_YEARS:
        raise TooLargeError(
            told(
                "bottlenecks: {count} lines and years are more than {most}, and where amounts cannot be split each "
                "constraint takes several searches -> ask whatif for the paths that matter, or take fewer years with "
                "--set years.last=YEAR",
                count=len(plan.lines),
                most=MOST_LINE_YEARS,
            )
        )
    split = allocate_whole(plan, ceiling)
    binding = [
        each.row for each in split.constraints if each.binding and (each.row.is_given or not each.row.id.is_bound)
    ]
    asked = [each for each in plan.lines if (each.id in plan.whole if line is None else line in {each.id, each.line})]
    if len(plan.lines) > MOST_LINES:
        return _not_asked(split, binding, asked)
    total = len(binding) + 2 * len(asked) + 1
    done = 0

    def went_on() -> None:
        nonlocal done
        done += 1
        if watch is not None:
            watch(done / total)

    missing: list[Missing] = []
    onward = unless_missing(partial(_onward, split), "next units", None, missing)
    lost = missing[0].why if missing else None
    went_on()
    found = []
    for row in binding:
        if row.id == CEILING and lost is not None:
            missing.append(Missing("bottleneck", row.id, lost))
        elif each := unless_missing(partial(_relaxed, split, row, onward), "bottleneck", row.id, missing):
            found.append(each)
        went_on()
    others: dict[bool, list[OtherUnit]] = {True: [], False: []}
    for each_line, up in product(asked, others):
        about = partial(_other, split, each_line, up=up)
        others[up] += unless_missing(about, "another unit", each_line.id, missing) or []
        went_on()
    return WholeBottlenecks(split, onward, tuple(found), tuple(others[True]), tuple(others[False]), tuple(missing))


def _not_asked(split: WholeAllocation, binding: Sequence[Row], asked: Sequence[Line]) -> WholeBottlenecks:
    """The split of very many lines, and that nothing besides is told."""
    why = too_many_lines(split.plan)
    missing = [
        Missing("next units", None, why),
        *(Missing("bottleneck", row.id, why) for row in binding),
        *(Missing("another unit", line.id, why) for line in asked),
    ]
    return WholeBottlenecks(split, None, (), (), (), tuple(missing))


def too_many_lines(plan: Plan) -> str:
    """Why nothing but the split is told of very many lines, some of which cannot be split."""
    return told(
        "of {lines} lines some cannot be split, and each answer takes several searches of more than {most} lines",
        lines=len(plan.lines),
        most=MOST_LINES,
    )


def next_units(split: WholeAllocation) -> WholeBottlenecks:
    """What the next euros buy at a split in whole amounts, and nothing else that is asked there.

    Raises:
        NotProvedError: if it could not be proved.
    """
    return WholeBottlenecks(split, _onward(split), (), (), ())


def _onward(split: WholeAllocation) -> FirstChange | None:
    ceiling = split.ceiling
    start = ceiling.share if isinstance(ceiling, Path) else ceiling
    far = max(enough_for_all(split.plan, ceiling) - start, ZERO)
    return next_change(split.tree.question, rising(ceiling), split.tree, far)


def _relaxed(split: WholeAllocation, row: Row, onward: FirstChange | None) -> RelaxedSplit:
    question = split.tree.question
    if row.id.is_bound:
        there = question_of(*relaxed(split.plan, split.ceiling, row, ONE))
        change = None
    else:
        there = moved(question, relief_of(row), ONE)
        is_it = row.id == CEILING
        change = onward if is_it else next_change(question, relief_of(row), split.tree, FURTHEST)
    tree = best_whole(there)
    if tree.answer is None or (wrong := faults(tree)):
        raise NotProvedError("; ".join(wrong) if tree.answer else "no split in whole amounts was found")
    found = {line: tree.answer[line] for line in split.amounts}
    whole = split.plan.whole
    now = pattern(whole, split.amounts)
    units = {line: found[line] for line, there in pattern(whole, found).items() if there != now[line]}
    return RelaxedSplit(row, found, lowest_coverage(split.plan.lines, found), units, change)


def _other(split: WholeAllocation, line: Line, *, up: bool) -> list[OtherUnit]:
    """The best split with the next whole amount above (or below) at a line, where its bounds have one."""
    whole, now = split.plan.whole.get(line.id), split.amounts[line.id]
    if whole is None:
        amount = min(now + ONE, line.upper) if up else max(now - ONE, line.lower)
        if amount == now:
            return []
    elif whole.unit is None:
        amount = whole.least if up else ZERO
        if (now > 0) == up:
            return []
    else:
        amount = whole.at_least(now + whole.unit) if up else whole.at_most(now - whole.unit) if now else -ONE
    if not line.lower <= amount <= line.upper:
        return []
    held = replace(line, minimum=amount) if up else replace(line, minimum=min(line.minimum, amount), maximum=amount)
    lines = tuple(held if each.id == line.id else each for each in split.plan.lines)
    return [OtherUnit(line.id, amount, attempt(replace(split.plan, lines=lines), split.ceiling))]
