"""The stages that speak of some lines, or of groups of them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import dot
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.level import LEVEL, level_row
from flessenhals.solver.optimum.objectives import Stage, at_bounds, best, free_variables
from flessenhals.solver.plan.group_goal import groups_by
from flessenhals.solver.program.linear_program import Interval

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.selector import Selector
    from flessenhals.solver.optimum.objectives import Prover
    from flessenhals.solver.plan.group_goal import CoverageBy
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO, ONE = Fraction(0), Fraction(1)
SETTLED, LOWEST_GROUP = "settled", "lowest coverage of a group"
GROUP_VALUE, GROUP_COVERAGE = "group value", "group coverage"


def group_value(plan: Plan, of: Selector, space: LinearProgram) -> LinearProgram:
    """The largest weighted total of the selected lines, Σ weight · x, in the plan's unit."""
    return space.asking(GROUP_VALUE, {line.id: line.weight for line in of.select(plan.lines)})


def value_of(plan: Plan, of: Selector, amounts: Mapping[str, Fraction]) -> Fraction:
    """The weighted total of the selected lines in a split, in the plan's unit."""
    return dot({line.id: line.weight for line in of.select(plan.lines)}, amounts)


def coverage_of(plan: Plan, by: CoverageBy, amounts: Mapping[str, Fraction]) -> Fraction | None:
    """The lowest coverage of a group in a split, Σ x / Σ p, a pure number; None where no group asks anything."""
    groups = groups_by(plan.lines, by).values()
    return min((_sum(amounts[it.id] for it in its) / _sum(it.proposed for it in its) for its in groups), default=None)


def even_groups(plan: Plan, by: CoverageBy, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
    """Raise the lowest coverage of a group, then the next lowest, until every group is settled (leximin).

        maximise level   subject to   Σ x ≥ Σ p · level   for every group that is not settled

    A group whose row has a dual other than zero stands on that level in every best split (complementary slackness), and
    so does one whose maximums add up to it: both are settled. One dual at least is not zero.

    Args:
        plan: for the groups and what they ask.
        by: what makes a group.
        space: the splits to choose from.
        prove: answers a program with a proved optimum.

    Returns:
        A stage a round, and the splits that they leave.
    """
    asks, sums = _groups(plan, by)
    largest = max(asks.values(), default=ONE)
    unsettled = _open(sums, list(sums), space)
    stages: list[Stage] = []
    while unsettled:
        shares = {name: asks[name] / largest for name in unsettled}
        question = _levelled(space, by, shares, sums, LOWEST_GROUP)
        certificate = prove(question)
        level = certificate.point[LOWEST_GROUP]
        duals = dict(zip(unsettled, certificate.dual[len(space.rows) :], strict=True))
        met = [name for name in unsettled if duals[name] or _most(sums[name], space) == level * shares[name]]
        standing = {label: at for label, at in at_bounds(certificate).items() if label != LOWEST_GROUP}
        at_end = frozenset(group_name(by, name) for name in met if not duals[name])
        groups = {group_name(by, name): shares[name] for name in met}
        stages.append(Stage(GROUP_COVERAGE, question, certificate, at_end=at_end, held=standing, groups=groups))
        held = [Row(group_row(group_name(by, it)), "stage", sums[it], "==", level * shares[it]) for it in met]
        space = space.keeping(held).fixing(standing)
        unsettled = _open(sums, [name for name in unsettled if name not in met], space)
    return stages, space


def group_rounds(plan: Plan, by: CoverageBy, space: LinearProgram) -> Generator[LinearProgram, LinearProgram, None]:
    """Every level of the groups' coverage, as pure numbers; each program is answered with its best splits."""
    asks, sums = _groups(plan, by)
    label = LOWEST_GROUP
    unsettled = _open(sums, list(sums), space)
    while unsettled:
        space = yield _levelled(space, by, {name: asks[name] for name in unsettled}, sums, label)
        settled = {row.id for row in space.rows if row.sense == "=="}
        unsettled = [name for name in unsettled if level_row(group_name(by, name)) not in settled]
        unsettled = _open(sums, unsettled, space)
        label = f"{LEVEL} {len(space.variables)}"


def first_group_level(plan: Plan, by: CoverageBy, space: LinearProgram) -> LinearProgram:
    """The largest lowest coverage of a group, as a pure number."""
    asks, sums = _groups(plan, by)
    return _levelled(space, by, asks, sums, LOWEST_GROUP)


def _groups(plan: Plan, by: CoverageBy) -> tuple[dict[str, Fraction], dict[str, dict[str, Fraction]]]:
    """What each group asks, in the plan's unit, and the sum of its lines."""
    groups = groups_by(plan.lines, by)
    asks = {name: _sum(line.proposed for line in its) for name, its in groups.items()}
    return asks, {name: {line.id: ONE for line in its} for name, its in groups.items()}


def _levelled(
    space: LinearProgram,
    by: CoverageBy,
    shares: Mapping[str, Fraction],
    sums: Mapping[str, Mapping[str, Fraction]],
    label: str,
) -> LinearProgram:
    """How far the lowest of a group's sum over its share can be raised; the groups' rows are the last."""
    rows = [
        Row(level_row(group_name(by, name)), "stage", {**sums[name], label: -share}, ">=", ZERO)
        for name, share in shares.items()
    ]
    return space.adding(label, Interval()).keeping(rows).asking(GROUP_COVERAGE, {label: ONE})


def best_group(plan: Plan, of: Selector, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
    """The stage of the largest weighted total of the selected lines, and the splits that reach it."""
    return best(group_value(plan, of, space), prove)


def group_name(by: CoverageBy, name: str) -> str:
    """What a group is called in the rows that hold it, `partner police`: no line can be called so."""
    return f"{by} {name}"


def group_row(group: str) -> Constraint:
    """The row that holds what a settled group gets together."""
    return own(group, SETTLED)


def _open(sums: Mapping[str, Mapping[str, Fraction]], names: list[str], space: LinearProgram) -> list[str]:
    """The groups in which anything is left to choose."""
    free = free_variables(space)
    return [name for name in names if not free.isdisjoint(sums[name])]


def _most(lines: Mapping[str, Fraction], space: LinearProgram) -> Fraction | None:
    uppers = [space.variables[line].upper for line in lines]
    return None if any(upper is None for upper in uppers) else _sum(upper for upper in uppers if upper is not None)


def _sum(amounts: Iterable[Fraction]) -> Fraction:
    return sum(amounts, start=ZERO)
