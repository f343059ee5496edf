"""What the stages of a plan's objective can be: each knows its rows, how it is followed, and what it is called."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from flessenhals.constraints.ceiling import EARLIER, LATER
from flessenhals.constraints.exact import dot
from flessenhals.solver.optimum.objective.level import LEVEL, level_row, levelled
from flessenhals.solver.optimum.objective.objectives import Objective, best, free_variables, level
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.line import lowest_coverage

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from flessenhals.solver.optimum.objective.objectives import Prover, Stage
    from flessenhals.solver.plan.plan import Goal, Plan
    from flessenhals.solver.program.linear_program import LinearProgram

    KernelStage = Literal["weighed", "covered"]

ZERO, ONE = Fraction(0), Fraction(1)
SHIFT_OF, UNASKED = "shift of ", "unasked"


class Value(Objective):
    """The weighted total Σ weight · x, in the plan's unit."""

    name = "value"
    is_worth = True
    kernel = "weighed"

    def narrow(self, plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
        """The stage of the largest weighted total, and the splits that reach it."""
        return best(self.first(plan, space), prove)

    def first(self, plan: Plan, space: LinearProgram) -> LinearProgram:
        """The largest weighted total."""
        return space.asking(self.name, {line.id: line.weight for line in plan.lines})

    def reached(self, plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction:
        """The weighted total of a split, in the plan's unit."""
        return dot({line.id: line.weight for line in plan.lines}, amounts)


class Coverage(Objective):
    """The lowest coverage x/p, then the next lowest, until every line is settled (leximin); pure numbers.

    Each round maximises one level below which no unsettled line may fall. A line whose level row has a dual other than
    zero stands on that level in every best split (complementary slackness), and so does one that meets its maximum
    there: both are settled. One dual at least is not zero, so every round settles a line.

    Lines without a proposal have no coverage: in the end they get no more, together and then each, than the rules need.

    Source: Ogryczak, Pióro and Tomaszewski, Telecommunications network design and max-min optimization problem, Journal
    of Telecommunications and Information Technology 3, 2005.
    """

    name = "coverage"
    decides = True
    kernel = "covered"

    def narrow(self, plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
        """A stage a round, those of the lines that ask nothing last, and the one split that they leave."""
        largest = max((line.proposed for line in plan.lines), default=ZERO)
        shares = {line.id: line.proposed / largest for line in plan.lines if line.proposed}
        stages, space = level(self.name, space, shares, prove, lowest=True)
        free = free_variables(space)
        unasked = {line.id: ONE for line in plan.lines if not line.proposed and line.id in free}
        if unasked:
            total, space = best(space.asking(UNASKED, dict.fromkeys(unasked, -ONE)), prove)
            levels, space = level(UNASKED, space, unasked, prove, lowest=False)
            stages += total + levels
        return stages, space

    def first(self, plan: Plan, space: LinearProgram) -> LinearProgram:
        """The largest lowest coverage, as a pure number."""
        return levelled(space, {line.id: line.proposed for line in plan.lines if line.proposed}, self.name)

    def rounds(self, plan: Plan, space: LinearProgram) -> Generator[LinearProgram, LinearProgram, None]:
        """Every level of coverage, and then the least for the lines that ask nothing."""
        asks = {line.id: line.proposed for line in plan.lines if line.proposed}
        space = yield self.first(plan, space)
        while asks := _unsettled(asks, space):
            space = yield levelled(space, asks, "further coverage", f"{LEVEL} {len(space.variables)}")
        unasked = {line.id: ONE for line in plan.lines if not line.proposed}
        if unasked:
            space = yield space.asking(UNASKED, dict.fromkeys(unasked, -ONE))
        while unasked := _unsettled(unasked, space):
            space = yield levelled(space, unasked, UNASKED, f"{LEVEL} {len(space.variables)}", lowest=False)

    def reached(self, plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction | None:
        """The lowest coverage of a split, a pure number; None where no line asks anything."""
        return lowest_coverage(plan.lines, amounts)

    def outcomes(self, plan: Plan, amounts: Mapping[str, Fraction]) -> dict[str, list[Fraction]]:
        """The coverages from the lowest up, and then how little lines that ask nothing get, in the plan's unit."""
        asks = [line for line in plan.lines if line.proposed]
        unasked = -sum((amounts[line.id] for line in plan.lines if not line.proposed), start=ZERO)
        return {self.name: sorted(amounts[line.id] / line.proposed for line in asks), UNASKED: [unasked]}


class Shift(Objective):
    """The least money shifted between years that the stages before ask for: min Σ |e|, in the plan's unit.

    Then as little as can be is used earlier, and then the least |e| in the first year, in the second, and so on. What
    moves later and what moves earlier are two amounts; no best split has both between the same years.
    """

    name = "shift"

    def narrow(self, plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
        """A stage each for all that moves, for what is used earlier and for every year, as far as anything is free."""
        moved = [label for label in space.variables if label.startswith((LATER, EARLIER))]
        earlier = [label for label in moved if label.startswith(EARLIER)]
        years = plan.years.all if plan.years else ()
        stages: list[Stage] = []
        for name, labels in (
            (self.name, moved),
            ("shift, earlier", earlier),
            *((f"{SHIFT_OF}{year}", [f"{LATER}{year}", f"{EARLIER}{year + 1}"]) for year in years),
        ):
            free = free_variables(space)
            asked = {label: -ONE for label in labels if label in free}
            if asked:
                found, space = best(space.asking(name, asked), prove)
                stages += found
        return stages, space

    def outcomes(self, plan: Plan, amounts: Mapping[str, Fraction]) -> dict[str, list[Fraction]]:  # noqa: ARG002 - see objectives
        """Nothing: what is shifted between years is not looked at where one split is held against another."""
        return {}


def _unsettled(shares: Mapping[str, Fraction], space: LinearProgram) -> dict[str, Fraction]:
    """The variables that are neither on a bound of their own nor on the level of a round before."""
    settled = {row.id for row in space.rows if row.sense == "=="}
    free = free_variables(space)
    return {label: share for label, share in shares.items() if label in free and level_row(label) not in settled}


VALUE, COVERAGE = Value(), Coverage()
OBJECTIVES: dict[str, Objective] = {each.name: each for each in (VALUE, COVERAGE, Shift())}


def objectives_of(plan: Plan) -> tuple[Objective, ...]:
    """The stages of a plan's objective, first things first."""
    return tuple(_objective(goal) for goal in plan.objective)


def _objective(goal: Goal | GroupGoal) -> Objective:
    if not isinstance(goal, GroupGoal):
        return OBJECTIVES[goal]
    from flessenhals.solver.optimum.objective.group_goals import GroupCoverage, GroupValue  # noqa: PLC0415 - few plans have such stages

    return GroupValue(goal.of) if goal.of is not None else GroupCoverage(goal.by or "partner")


def deciding(plan: Plan) -> tuple[Objective, ...]:
    """Those of them that choose anything: up to the first that leaves one split."""
    found = objectives_of(plan)
    last = next((place for place, each in enumerate(found) if each.decides), len(found))
    return found[: last + 1]


def is_decided(plan: Plan) -> bool:
    """Whether the stages leave one split at every ceiling, and not one of many."""
    return any(each.decides for each in objectives_of(plan))


def outcomes(plan: Plan, amounts: Mapping[str, Fraction]) -> list[dict[str, list[Fraction]]]:
    """What a split comes to by each stage of the objective, first things first.

    Raises:
        NoCurveError: if a stage has no figure that could be held against another.
    """
    return [stage.outcomes(plan, amounts) for stage in objectives_of(plan)]


def better(plan: Plan, than: Mapping[str, Fraction], split: Mapping[str, Fraction]) -> str | None:
    """What a split is better than another by; None where it is as good, or worse by something that comes first.

    Raises:
        NoCurveError: if a stage has no figure that could be held against another.
    """
    for before, now in zip(outcomes(plan, than), outcomes(plan, split), strict=True):
        for name, reached in now.items():
            if reached != before[name]:
                return name if reached > before[name] else None
    return None
