"""The stages of "optimal": what is made as large as it can be, one thing after another."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import dot
from flessenhals.constraints.row import Row
from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.linear_program import Interval
from flessenhals.solver.program.presolve import narrowed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Protocol

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Sense
    from flessenhals.solver.plan.plan import Goal, Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram

    Prover = Callable[[LinearProgram], Certificate]

    class Objective(Protocol):
        """Narrows a set of splits down to its best ones."""

        def __call__(self, plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
            """The stages that were proved, and the splits that they leave."""


ZERO, ONE = Fraction(0), Fraction(1)
LOWEST, HIGHEST, LEVEL = "lowest coverage", "highest amount", "level"


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing that was made as large as it can be, with the proof.

    Attributes:
        goal: `value`, `coverage`, or `unasked` for lines that ask nothing.
        program: what was asked, over the splits that every stage before it left.
        certificate: its proved answer.
        settled: lines whose amount no later stage may change, in the plan's unit: each has a reason in `certificate`.
        at_end: those of them that were settled because they met their maximum (or minimum), and no dual says so.
        held: lines that stand on their minimum or maximum in every best split, by a reduced cost other than zero, so
            that later stages need not ask about them; in the plan's unit.
    """

    goal: str
    program: LinearProgram
    certificate: Certificate
    settled: Mapping[str, Fraction] = field(default_factory=dict)
    at_end: frozenset[str] = frozenset()
    held: Mapping[str, Fraction] = field(default_factory=dict)


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


def value(plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
    """Make the weighted total Σ weight · x as large as it can be.

    Args:
        plan: for the weights.
        space: the splits to choose from.
        prove: answers a program with a proved optimum.

    Returns:
        The stage, and the splits that reach the same value.
    """
    weights = {line.id: line.weight for line in plan.lines if line.weight}
    return best(space.asking("value", weights), prove)


def coverage(plan: Plan, space: LinearProgram, prove: Prover) -> tuple[list[Stage], LinearProgram]:
    """Raise the lowest coverage x/p as far as it goes, then the next lowest, until every line is settled (leximin).

    Each round maximises one level below which no unsettled line may fall. A line whose level row has a dual other than
    zero stands on that level in every best split (complementary slackness), and so does one that meets its maximum
    there: both are settled. One dual at least is not zero, so every round settles a line.

    Lines without a proposal have no coverage: in the end they get no more, together and then each, than the rules need.

    Source: Ogryczak, Pióro and Tomaszewski, Telecommunications network design and max-min optimization problem, Journal
    of Telecommunications and Information Technology 3, 2005.
    """
    largest = max((line.proposed for line in plan.lines), default=ZERO)
    shares = {line.id: line.proposed / largest for line in plan.lines if line.proposed}
    stages, space = level("coverage", space, shares, prove, lowest=True)
    free = _free(space)
    unasked = {line.id: ONE for line in plan.lines if not line.proposed and line.id in free}
    if unasked:
        total, space = best(space.asking("unasked", dict.fromkeys(unasked, -ONE)), prove)
        levels, space = level("unasked", space, unasked, prove, lowest=False)
        stages += total + levels
    return stages, space


OBJECTIVES: dict[Goal, Objective] = {"value": value, "coverage": coverage}


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
    label, sign = (LOWEST, 1) if lowest else (HIGHEST, -1)
    sense: Sense = ">=" if lowest else "<="
    stages: list[Stage] = []
    free = _free(space)
    unsettled = [line for line in shares if line in free]
    while unsettled:
        rows = [Row(level_row(line), "stage", {line: ONE, label: -shares[line]}, sense, ZERO) for line in unsettled]
        question = space.adding(label, Interval()).keeping(rows).asking(goal, {label: Fraction(sign)})
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
        free = _free(space)
        unsettled = [line for line in unsettled if line in free]
    return stages, space


def at_bounds(certificate: Certificate) -> dict[str, Fraction]:
    """The variables that stand on a bound in every best split: those with a reduced cost (complementary slackness)."""
    return {label: certificate.point[label] for label, cost in certificate.reduced_cost.items() if cost}


def level_row(line: str) -> Constraint:
    """The row that holds a line to its stage's level."""
    return own(line, LEVEL)


def _end(interval: Interval, *, lowest: bool) -> Fraction | None:
    return interval.upper if lowest else interval.lower


def _free(space: LinearProgram) -> set[str]:
    return {label for label, interval in space.variables.items() if interval.lower != interval.upper}
