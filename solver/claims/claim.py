"""What can be said of an answer, as data: what, about which line or constraint, and between which bounds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, dataclass_transform

from flessenhals.constraints.ceiling import shifts
from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import dot
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import is_decided, outcomes
from flessenhals.solver.optimum.standing import standings
from flessenhals.solver.plan.group_goal import groups_by
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.linear_program import Interval, LinearProgram, constraints_of, splits
from flessenhals.solver.program.prove import prove, prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Sense
    from flessenhals.solver.plan.group_goal import CoverageBy
    from flessenhals.solver.plan.plan import Plan

    class Answer(Protocol):
        """The split that is spoken of, as an `Allocation` has it."""

        @property
        def ceiling(self) -> Ceiling:
            """The total that may be spent, in the plan's unit."""

        @property
        def amounts(self) -> Mapping[str, Fraction]:
            """Line id → what it is given, in the plan's unit."""

    class Solves(Protocol):
        """Whoever answers the questions that a claim comes down to."""

        def best(self, plan: Plan, ceiling: Ceiling) -> Mapping[str, Fraction] | None:
            """An optimal split, line id → amount; None where nothing fits."""

        def largest(
            self, plan: Plan, ceiling: Ceiling | None, objective: Mapping[str, Fraction], rows: Sequence[Row] = ()
        ) -> Fraction | None:
            """The largest Σ objective · x over the splits that keep the plan, the ceiling and further rows, or None."""

        def level(self, plan: Plan, ceiling: Ceiling | None, of: CoverageBy | None = None) -> Fraction:
            """The highest lowest coverage, of a line or a group, of any split that keeps everything, a pure number."""

        def within(self, rows: Sequence[Row], objective: Mapping[str, Fraction]) -> Fraction | None:
            """The largest Σ objective · x, which has an end, over amounts ≥ 0 that keep these rows and no plan."""


ZERO, ONE = Fraction(0), Fraction(1)
LEVEL = "lowest coverage"


class Proved:
    """Answers with this project's own solves, each proved in exact arithmetic."""

    def best(self, plan: Plan, ceiling: Ceiling) -> Mapping[str, Fraction] | None:
        """The optimal split, line id → amount in the plan's unit; None where nothing fits."""
        try:
            return allocate(plan, ceiling).amounts
        except InfeasibleError:
            return None

    def largest(
        self, plan: Plan, ceiling: Ceiling | None, objective: Mapping[str, Fraction], rows: Sequence[Row] = ()
    ) -> Fraction | None:
        """The largest Σ objective · x over the splits that keep everything; None where no split does."""
        space = splits(plan, ceiling).keeping(rows)
        if plan.whole:
            from flessenhals.solver.units.question import Goal, Question  # noqa: PLC0415 - few plans have units
            from flessenhals.solver.units.search import best_whole  # noqa: PLC0415

            found = best_whole(Question(space, plan.whole, (Goal("claim", (objective,)),))).answer
            return None if found is None else dot(objective, found)
        try:
            return prove(space.asking("claim", objective)).optimum
        except NoOptimumError:
            return None

    def level(self, plan: Plan, ceiling: Ceiling | None, of: CoverageBy | None = None) -> Fraction:
        """The highest lowest coverage of any split that keeps everything, a pure number.

        Args:
            plan: of which a line asks something.
            ceiling: the total that may be spent, in the plan's unit; None for as much as one likes.
            of: what makes the groups whose coverage is meant; None for the lines'.
        """
        rows = [
            Row(own(name, "level"), "claim", dict.fromkeys(its, ONE) | {LEVEL: -asked}, ">=", ZERO)
            for name, (its, asked) in asking(plan, of).items()
        ]
        program = splits(plan, ceiling).adding(LEVEL, Interval()).keeping(rows)
        return prove_solvable(program.asking("claim", {LEVEL: ONE})).optimum

    def within(self, rows: Sequence[Row], objective: Mapping[str, Fraction]) -> Fraction | None:
        """The largest Σ objective · x over amounts ≥ 0 that keep these rows; None where none do.

        Args:
            rows: whatever they ask.
            objective: whose sum has an end there.
        """
        if not _hold_together(rows):
            return None
        lines = dict.fromkeys((*objective, *(line for row in rows for line in row.coefficients)), Interval())
        return prove_solvable(LinearProgram("claim", lines, tuple(rows), {}).asking("claim", objective)).optimum


def asking(plan: Plan, of: CoverageBy | None) -> dict[str, tuple[tuple[str, ...], Fraction]]:
    """The lines that ask something, or the groups that do: their lines, and what they ask in the plan's unit."""
    groups = groups_by(plan.lines, of) if of else {line.id: [line] for line in plan.lines if line.proposed}
    return {
        name: (tuple(it.id for it in its), sum((it.proposed for it in its), start=ZERO)) for name, its in groups.items()
    }


PROVED = Proved()


@dataclass_transform(frozen_default=True)
class Claim:
    """Something that is said of an answer, and that is either true or not.

    `holds` says which, by solves of its own. Constraints are given as their rows. A claim has the fields that
    its class declares, as a dataclass would; it is none because making methods for some sixty classes takes as long as
    reading a plan, and every command starts with it.
    """

    kind: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Name the kind after its class, in small letters: `HoldsBack` is "holds back"."""
        cls.kind = "".join(f" {each.lower()}" if each.isupper() else each for each in cls.__name__).strip()

    def __init__(self, *given: object, **named: object) -> None:
        declared = type(self).__annotations__
        values = {**dict(zip(declared, given, strict=False)), **named}
        if len(given) > len(declared) or any(name not in values and not hasattr(self, name) for name in declared):
            raise TypeError(f"{type(self).__name__} is made of {', '.join(declared)}")
        self.__dict__.update(values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def holds(self, plan: Plan, answer: Answer, by: Solves = PROVED) -> bool:
        """Whether this is true of a plan and the answer to it.

        Args:
            plan: under the scenario and changes that the answer is about.
            answer: the split that is spoken of; claims about all ceilings, or about a proposal, do not look at it.
            by: who answers the questions that it comes down to.

        Raises:
            NotProvedError: if one of them could not be proved.
        """
        raise NotImplementedError


def everything(plan: Plan) -> dict[str, Fraction]:
    """The objective that counts every euro of the ceiling once."""
    return {line.id: line.charge for line in plan.lines}


def summed(plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction:
    """What the ceiling pays of a split, in the plan's unit."""
    return sum((line.charge * amounts[line.id] for line in plan.lines), start=ZERO)


def worth(plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction:
    """The weighted total of a split, Σ weight · amount, in the plan's unit."""
    return sum((line.weight * amounts[line.id] for line in plan.lines), start=ZERO)


def lowest(plan: Plan, amounts: Mapping[str, Fraction]) -> Fraction | None:
    """The lowest coverage of a split, a pure number; None where no line asks anything."""
    return min((amounts[line.id] / line.proposed for line in plan.lines if line.proposed), default=None)


def keeps(plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction]) -> bool:
    """Whether a split keeps the ceiling, every rule and every bound, and gives no line less than nothing.

    Where money may be shifted between years and the amounts do not say what is, whether some shift lets it keep them.
    """
    moved = set(shifts(ceiling))
    if moved and moved.isdisjoint(amounts):
        both: tuple[Sense, Sense] = (">=", "<=")
        given = [
            Row(own(line, "given"), "claim", {line: ONE}, sense, amount)
            for line, amount in amounts.items()
            for sense in both
        ]
        return _hold_together([*constraints_of(plan, ceiling), *given])
    kept = all(each.slack >= 0 for each in standings(plan, ceiling, amounts))
    return kept and all(amount >= 0 for amount in amounts.values())


def _hold_together(rows: Sequence[Row]) -> bool:
    """Whether amounts of at least 0 keep all of these constraints."""
    from flessenhals.solver.infeasible.irreducible import shortage  # noqa: PLC0415 - far fewer are held than made

    return not shortage(rows).optimum


def is_best(plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction], by: Solves) -> bool:
    """Whether a split is an optimal one; where the objective leaves one, that one."""
    found = by.best(plan, ceiling)
    if found is None:
        return False
    if is_decided(plan) or plan.whole:
        return dict(found) == dict(amounts)
    return keeps(plan, ceiling, amounts) and outcomes(plan, found) == outcomes(plan, amounts)


def given_up(plan: Plan, ceiling: Ceiling, row: Row) -> tuple[Plan, Ceiling]:
    """The plan and the ceiling without a constraint; a line without its maximum gets no more than it asks."""
    if not row.id.is_maximum:
        from flessenhals.solver.plan.relaxed import relaxed  # noqa: PLC0415 - claims are made far more often than checked

        return relaxed(plan, ceiling, row, None)
    (owner,) = row.coefficients
    lines = (replace(line, maximum=max(line.upper, line.proposed)) if line.id == owner else line for line in plan.lines)
    return replace(plan, lines=tuple(lines)), ceiling
