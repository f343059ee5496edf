"""The stages of "optimal": what is made as large as it can be, one thing after another."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Literal

from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import dot
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.objective.level import HIGHEST, LOWEST, level_row, levelled
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.errors import NoCurveError
from flessenhals.solver.program.presolve import narrowed

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import Interval, LinearProgram

    Prover = Callable[[LinearProgram], Certificate]
    KernelStage = Literal["weighed", "covered"]


ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing that was made as large as it can be, with the proof.

    Attributes:
        goal: `value`, `coverage`, or `unasked` for lines that ask nothing.
        program: what was asked, over the splits that every stage before it left.
        certificate: its proved answer.
        settled: lines whose amount no later stage may change, in the plan's unit: each has a reason in `certificate`.
        at_end: those of them that were settled because they met their maximum (or minimum), and no dual says so.
        groups: by the names of groups that no later stage may move, how much of each one unit of level is, a pure
            number: later stages hold their sums by a row.
        held: lines that stand on their minimum or maximum in every best split, by a reduced cost other than zero, so
            that later stages need not ask about them; in the plan's unit.
    """

    goal: str
    program: LinearProgram
    certificate: Certificate
    settled: Mapping[str, Fraction] = field(default_factory=dict)
    at_end: frozenset[str] = frozenset()
    held: Mapping[str, Fraction] = field(default_factory=dict)
    groups: Mapping[str, Fraction] = field(default_factory=dict)


def faults_of(stages: Sequence[Stage]) -> list[str]:
    """Everything that is wrong with the certificates of stages, and with the reasons why lines were settled."""
    return [
        f"stage {number} ({stage.goal}): {fault}"
        for number, stage in enumerate(stages, start=1)
        for fault in [*faults(stage.program, stage.certificate), *unfounded(stage)]
    ]


def unfounded(stage: Stage) -> list[str]:
    """The lines that a stage settled without a reason that its certificate shows; empty where each has one.

    A reason is a dual other than zero on the line's level row, or a level that meets the line's maximum (or minimum).
    """
    duals = {row.id: dual for row, dual in zip(stage.program.rows, stage.certificate.dual, strict=True)}
    found = []
    for line, amount in stage.settled.items():
        interval = stage.program.variables[line]
        if amount != stage.certificate.point[line]:
            found.append(f"{line} was settled on another amount than the optimum gives it")
        elif not duals.get(level_row(line)) and amount not in {interval.lower, interval.upper}:
            found.append(f"{line} was settled without a reason")
    for group in stage.groups:
        (level,) = stage.program.objective
        row = next(row for row in stage.program.rows if row.id == level_row(group))
        ends = [stage.program.variables[line].upper for line in row.coefficients if line != level]
        given = row.activity({**stage.certificate.point, level: ZERO})
        full = None not in ends and sum(end for end in ends if end is not None) == given
        if not duals.get(level_row(group)) and not full:
            found.append(f"{group} was settled without a reason")
    for line, amount in stage.held.items():
        if amount != stage.certificate.point[line] or not stage.certificate.reduced_cost[line]:
            found.append(f"{line} was held without a reason")
    return found


def unreached(stages: Sequence[Stage], amounts: Mapping[str, Fraction]) -> list[str]:
    """The stages whose program a split does not keep, or whose optimum it does not reach; empty for the best split.

    Args:
        stages: what was made as large as it can be, in order.
        amounts: every variable of theirs except a stage's own level, in the plan's unit.
    """
    found = []
    known: dict[int, Row] = {}  # most rows are the very same in every stage, and hold for all of them once they do
    for number, stage in enumerate(stages, start=1):
        program, certificate = stage.program, stage.certificate
        levels = {label: certificate.point[label] for label in program.variables.keys() - amounts.keys()}
        point = {**amounts, **levels}
        within = all(interval.holds(point[label]) for label, interval in program.variables.items())
        reached = dot(program.objective, point)
        kept = all(amounts[line] == amount for line, amount in (*stage.settled.items(), *stage.held.items()))
        held = within and kept
        for row in program.rows:
            if id(row) in known:
                continue
            held = held and row.holds(point)
            if held and levels.keys().isdisjoint(row.coefficients):
                known[id(row)] = row
        if not held or reached != certificate.optimum:
            found.append(f"stage {number} ({stage.goal}): the split does not reach the optimum")
    return found


def best(program: LinearProgram, prove: Prover, *, narrow: bool = False) -> tuple[list[Stage], LinearProgram]:
    """Make a program's objective as large as it can be: the stage, and the splits that reach the same optimum.

    Args:
        program: what is asked.
        prove: answers it with a proved optimum.
        narrow: whether what every best split has in common leaves the program, which keeps later stages small.
    """
    certificate = prove(program)
    reached = Row(own(program.name), "stage", program.objective, ">=", certificate.optimum)
    space = program.keeping([reached]).asking("splits", {})
    standing = at_bounds(certificate)
    if narrow:
        return [Stage(program.name, program, certificate, standing)], narrowed(space.fixing(standing))
    return [Stage(program.name, program, certificate, held=standing)], space.fixing(standing)


def level(
    goal: str,
    space: LinearProgram,
    shares: Mapping[str, Fraction],
    prove: Prover,
    *,
    lowest: bool,
    narrow: bool = False,
) -> tuple[list[Stage], LinearProgram]:
    """Raise the lowest of x/share, then the next lowest (or lower the highest, then the next highest).

    The level is counted in money, coverage times the largest proposal, so that it grows and shrinks with the unit.

    Args:
        goal: what the stages are called.
        space: the splits to choose from.
        shares: variable → what it is measured by, a pure number above 0; those that are fixed already are passed over.
        prove: answers a program with a proved optimum.
        lowest: whether the lowest is raised; else the highest is lowered.
        narrow: whether what every best split has in common leaves the program, which keeps later stages small.

    Returns:
        A stage a round, each of which settles a variable at least, and the splits that they leave.
    """
    label = LOWEST if lowest else HIGHEST
    stages: list[Stage] = []
    free = free_variables(space)
    unsettled = [line for line in shares if line in free]
    while unsettled:
        question = levelled(space, {line: shares[line] for line in unsettled}, goal, label, lowest=lowest)
        certificate = prove(question)
        reached = certificate.point[label]
        held = dict(zip(unsettled, certificate.dual[len(space.rows) :], strict=True))
        met = {line for line in unsettled if reached * shares[line] == _end(space.variables[line], lowest=lowest)}
        settled = {line: reached * shares[line] for line in unsettled if held[line] or line in met}
        at_end = frozenset(line for line in met if not held[line])
        standing = {line: at for line, at in at_bounds(certificate).items() if line != label and line not in settled}
        if narrow:
            stages.append(Stage(goal, question, certificate, settled | standing, at_end))
            space = narrowed(space.fixing(settled | standing))
        else:
            stages.append(Stage(goal, question, certificate, settled, at_end, standing))
            space = space.fixing(settled | standing)
        free = free_variables(space)
        unsettled = [line for line in unsettled if line in free]
    return stages, space


def at_bounds(certificate: Certificate) -> dict[str, Fraction]:
    """The variables that stand on a bound in every best split: those with a reduced cost (complementary slackness)."""
    return {label: certificate.point[label] for label, cost in certificate.reduced_cost.items() if cost}


def _end(interval: Interval, *, lowest: bool) -> Fraction | None:
    return interval.upper if lowest else interval.lower


def free_variables(space: LinearProgram) -> set[str]:
    """The variables that have anything to choose."""
    return {label for label, interval in space.variables.items() if interval.lower != interval.upper}


class Objective(ABC):
    """A stage of the objective: what it makes as large as it can be, among the splits that those before it left.

    A further stage is a class here, its name in `GOALS` of the plan, and its words. What it does not say it can do is
    refused to whoever asks it, by its name, and never taken for another stage.

    Attributes:
        name: in plan files, in JSON, and for its words.
        decides: whether it leaves one split. Then the stages after it have nothing to choose, and the split can be
            followed when a ceiling or a constraint moves.
        is_worth: whether its optimum is the weighted total, which as the first stage has prices: it is concave in what
            every constraint asks. Elsewhere a price follows the split.
        kernel: what the simulation's kernel does for it; None where it leaves the draws to the exact solver.
    """

    name: ClassVar[str]
    decides: ClassVar[bool] = False
    is_worth: ClassVar[bool] = False
    kernel: ClassVar[KernelStage | None] = None

    @abstractmethod
    def narrow(self, plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
        """The stages that were proved, and the splits that they leave.

        Args:
            plan: what is divided.
            space: the splits to choose from.
            prove: answers a program with a proved optimum.
        """

    def first(self, plan: Plan, space: LinearProgram) -> LinearProgram:  # noqa: ARG002 - most say
        """The program of its first optimum, counted as people read it; a ratio's course follows it.

        Raises:
            NoCurveError: if it has none that could be followed.
        """
        raise self._not_followed()

    def rounds(self, plan: Plan, space: LinearProgram) -> Generator[LinearProgram, LinearProgram, None]:
        """Everything that it asks, beginning with `first`; each program is answered with its best splits.

        They are told as equalities that hold along a course: rows and bounds without room, not an optimum as a number.

        Raises:
            NoCurveError: if it has none that could be followed.
        """
        yield self.first(plan, space)

    def reached(self, plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction | None:  # noqa: ARG002 - most say
        """That optimum as a split has it, line id → amount; None where the plan has no such figure.

        Raises:
            NoCurveError: if it has none that could be followed.
        """
        raise self._not_followed()

    def outcomes(self, plan: Plan, amounts: Mapping[str, Fraction]) -> dict[str, list[Fraction]]:
        """What a split comes to by it, under a name each; of two splits the larger list is better, the first one first.

        Raises:
            NoCurveError: if it has no figure that could be held against another.
        """
        reached = self.reached(plan, amounts)
        return {} if reached is None else {self.name: [reached]}

    def _not_followed(self) -> NoCurveError:
        return NoCurveError(told("objective: what the stage {stage} reaches cannot be followed", stage=self.name))
