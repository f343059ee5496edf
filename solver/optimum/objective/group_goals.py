"""The stages that speak of some lines, or of groups of them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import dot
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.objective.level import LEVEL, level_row
from flessenhals.solver.optimum.objective.objectives import Objective, Stage, at_bounds, best, free_variables
from flessenhals.solver.plan.group_goal import groups_by
from flessenhals.solver.program.linear_program import Interval

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.selector import Selector
    from flessenhals.solver.optimum.objective.objectives import Prover
    from flessenhals.solver.plan.group_goal import CoverageBy
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram

ZERO, ONE = Fraction(0), Fraction(1)
SETTLED, LOWEST_GROUP = "settled", "lowest coverage of a group"
GROUP_VALUE, GROUP_COVERAGE = "group value", "group coverage"


class GroupValue(Objective):
    """The weighted total of some lines, Σ weight · x, in the plan's unit: as much as possible for these first."""

    name = GROUP_VALUE

    def __init__(self, of: Selector) -> None:
        self._of = of

    def narrow(self, plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
        """The stage of their largest weighted total, and the splits that reach it."""
        return best(self.first(plan, space), prove)

    def first(self, plan: Plan, space: LinearProgram) -> LinearProgram:
        """Their largest weighted total."""
        return space.asking(self.name, self._weights(plan))

    def reached(self, plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction:
        """Their weighted total in a split, in the plan's unit."""
        return dot(self._weights(plan), amounts)

    def _weights(self, plan: Plan) -> dict[str, Fraction]:
        return {line.id: line.weight for line in self._of.select(plan.lines)}


class GroupCoverage(Objective):
    """The lowest coverage of a group, Σ x / Σ p, then the next lowest, until every group is settled (leximin).

        maximise level   subject to   Σ x ≥ Σ p · level   for every group that is not settled

    A group whose row has a dual other than zero stands on that level in every best split (complementary slackness), and
    so does one whose maximums add up to it: both are settled. One dual at least is not zero.
    """

    name = GROUP_COVERAGE

    def __init__(self, by: CoverageBy) -> None:
        self._by = by

    def narrow(self, plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
        """A stage a round, and the splits that they leave."""
        asks, sums = _groups(plan, self._by)
        largest = max(asks.values(), default=ONE)
        unsettled = _open(sums, list(sums), space)
        stages: list[Stage] = []
        while unsettled:
            shares = {name: asks[name] / largest for name in unsettled}
            question = _levelled(space, self._by, shares, sums, LOWEST_GROUP)
            certificate = prove(question)
            level = certificate.point[LOWEST_GROUP]
            duals = dict(zip(unsettled, certificate.dual[len(space.rows) :], strict=True))
            met = [name for name in unsettled if duals[name] or _most(sums[name], space) == level * shares[name]]
            standing = {label: at for label, at in at_bounds(certificate).items() if label != LOWEST_GROUP}
            at_end = frozenset(group_name(self._by, name) for name in met if not duals[name])
            groups = {group_name(self._by, name): shares[name] for name in met}
            stages.append(Stage(GROUP_COVERAGE, question, certificate, at_end=at_end, held=standing, groups=groups))
            held = [Row(group_row(group_name(self._by, it)), "stage", sums[it], "==", level * shares[it]) for it in met]
            space = space.keeping(held).fixing(standing)
            unsettled = _open(sums, [name for name in unsettled if name not in met], space)
        return stages, space

    def first(self, plan: Plan, space: LinearProgram) -> LinearProgram:
        """The largest lowest coverage of a group, as a pure number."""
        return _levelled(space, self._by, *_groups(plan, self._by), LOWEST_GROUP)

    def rounds(self, plan: Plan, space: LinearProgram) -> Generator[LinearProgram, LinearProgram, None]:
        """Every level of the groups' coverage, as pure numbers."""
        asks, sums = _groups(plan, self._by)
        space = yield self.first(plan, space)
        while asks := self._unsettled(asks, sums, space):
            space = yield _levelled(space, self._by, asks, sums, f"{LEVEL} {len(space.variables)}")

    def _unsettled(
        self, asks: Mapping[str, Fraction], sums: Mapping[str, Mapping[str, Fraction]], space: LinearProgram
    ) -> dict[str, Fraction]:
        """What the groups ask that stand on no level yet, and in which anything is left to choose."""
        settled = {row.id for row in space.rows if row.sense == "=="}
        left = [name for name in asks if level_row(group_name(self._by, name)) not in settled]
        return {name: asks[name] for name in _open(sums, left, space)}

    def reached(self, plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction | None:
        """The lowest coverage of a group in a split, a pure number; None where no group asks anything."""
        return min(self._coverages(plan, amounts), default=None)

    def outcomes(self, plan: Plan, amounts: Mapping[str, Fraction]) -> dict[str, list[Fraction]]:
        """The coverages of the groups from the lowest up, pure numbers."""
        return {self.name: self._coverages(plan, amounts)}

    def _coverages(self, plan: Plan, amounts: Mapping[str, Fraction]) -> list[Fraction]:
        asks, sums = _groups(plan, self._by)
        return sorted(_sum(amounts[line] for line in sums[name]) / asks[name] for name in asks)


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
