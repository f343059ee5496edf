"""Asks under which ratios a better split than a proposal exists, and keeps every proof."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints import ceiling as ceilings
from flessenhals.solver.program.linear_program import LinearProgram, splits
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.constraints import Rule
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine


ZERO = Fraction(0)


MOST_SETS = 256


class MovedRatio(NamedTuple):
    """One side of a chain rule, as the plan has it and as a proposal fills it.

    Attributes:
        id: which side of which rule, in all of its groups.
        field: which of its two ratios, `at_least` or `at_most`.
        now: the plan's ratio, a pure number.
        then: another ratio, a pure number: the one that the proposal fills exactly, (Σ downstream + existing) /
            Σ upstream; where the rule holds in several groups, that of the group which comes up against it first.
    """

    id: Constraint
    field: str
    now: Fraction
    then: Fraction

    @property
    def change(self) -> Fraction:
        """How far the ratio moves, a pure number."""
        return abs(self.then - self.now)


def with_ratios(plan: Plan, ratios: Iterable[MovedRatio]) -> tuple[Rule, ...]:
    """The plan's rules with other ratios."""
    moved: dict[str, dict[str, Any]] = {}
    for ratio in ratios:
        moved.setdefault(ratio.id.owner, {})[ratio.field] = ratio.then
    return tuple(replace(rule, **moved.get(rule.id, {})) for rule in plan.constraints)


def change_of(ratio: MovedRatio) -> Fraction:
    """How far a ratio moves, a pure number."""
    return ratio.change


class Search:
    """Asks under which ratios a better split exists, and keeps every proof.

    Attributes:
        forced: the ratios that always move.
    """

    def __init__(
        self,
        plan: Plan,
        ceiling: Ceiling,
        amounts: Mapping[str, Fraction],
        engine: Engine,
        forced: tuple[MovedRatio, ...],
    ) -> None:
        self.plan, self.engine, self.forced = plan, engine, forced
        self.space = splits(plan, ceiling)
        self.total = ceilings.rows(plan.lines, ceiling)
        self.weights = {line.id: line.weight for line in plan.lines}
        self.worth = sum((line.weight * amounts[line.id] for line in plan.lines), start=ZERO)
        self.proofs: list[tuple[LinearProgram, Certificate]] = []
        self.asked: dict[frozenset[MovedRatio], Mapping[str, Fraction] | None] = {}

    def better(self, moved: Iterable[MovedRatio]) -> Mapping[str, Fraction] | None:
        """A split that is worth more than the proposal when these ratios move too; None where none is, proved."""
        key = frozenset(moved)
        if key not in self.asked:
            rules = with_ratios(self.plan, [*self.forced, *key])
            rows = tuple(row for rule in rules for row in rule.rows(self.plan.lines))
            program = replace(self.space, rows=(*self.total, *rows)).asking("value", self.weights)
            certificate = prove_solvable(program, self.engine)
            self.proofs.append((program, certificate))
            self.asked[key] = certificate.point if certificate.optimum > self.worth else None
        return self.asked[key]

    def least(self, enough: Sequence[MovedRatio]) -> tuple[list[MovedRatio], bool]:
        """The ratios with the least total change among these that hold every better split back, and whether proved so.

        What cannot be left out of all of them is in every such set. The others are tried from the smallest total up,
        as many sets as there is time for; after that, each that is not needed is left out, the largest change first.
        """
        must = [ratio for ratio in enough if self.better([each for each in enough if each != ratio]) is not None]
        free = [ratio for ratio in enough if ratio not in must]
        if 2 ** len(free) <= MOST_SETS:
            sets = [chosen for count in range(len(free) + 1) for chosen in combinations(free, count)]
            sets.sort(key=lambda chosen: sum(map(change_of, chosen), start=ZERO))
            return next([*must, *chosen] for chosen in sets if self.better([*must, *chosen]) is None), True
        kept = list(enough)
        for ratio in sorted(free, key=change_of, reverse=True):
            without = [each for each in kept if each != ratio]
            if self.better(without) is None:
                kept = without
        return kept, False
