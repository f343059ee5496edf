"""The chain rules' ratios nearest to a plan's own under which a proposal is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import Constraint
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.rule import sides
from flessenhals.solver.comparison.inverse.ratio_search import ZERO, MovedRatio, Search, change_of, with_ratios
from flessenhals.solver.comparison.inverse.weights import answers
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.plan.violations import violations
from flessenhals.solver.program.certificate import faults
from flessenhals.solver.program.highs import highs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

LARGEST_RATIO = Fraction(10**6)  # the largest and, turned over, the smallest that a plan may have


@dataclass(frozen=True)
class InverseRatios:
    """Which ratios make a split the best one by weighted total under the plan's own weights, or why none do.

    A ratio that the split breaks has to come to what the split fills. Beyond that only a rule without slack can hold a
    better split back, so a ratio either stays or moves to what the split fills: the least largest change first, then
    the least total change.

    Attributes:
        proofs: what was asked, each with its proof.
        ratios: those that move; empty where the plan's own will do; None where none will do.
        broken: the constraints that the split breaks whatever the ratios.
        better: a split that keeps every rule under all ratios under which the proposal does, and is worth more, in the
            plan's unit: why no ratios will do.
        open_for: the rules whose ratio is not known well enough, because the split gives nothing on either side (in one
            of the groups) and so fills none. With `ratios` None: a ratio of theirs high (for `at_most` low) enough will
            do, and how high was not worked out; with `ratios`: a smaller change might do as well.
        is_smallest: whether no other ratios have a smaller largest change, proved.
        is_least: whether, of those, none have a smaller total change, proved; not where a rule that the split does not
            fill could take the place of another.
        refused: the ratios that would do, but under which the plan itself is unsound: they are not offered.
        is_answer: whether the plan under these ratios, through all of its stages, answers with exactly this split;
            never without coverage among them.
    """

    proofs: tuple[tuple[LinearProgram, Certificate], ...]
    ratios: tuple[MovedRatio, ...] | None = None
    broken: tuple[Row, ...] = ()
    better: Mapping[str, Fraction] | None = None
    open_for: tuple[Constraint, ...] = ()
    is_smallest: bool = False
    is_least: bool = False
    refused: tuple[MovedRatio, ...] = ()
    is_answer: bool = False

    def faults(self) -> list[str]:
        """Everything that keeps this from being proved; empty exactly for a proof."""
        return [fault for program, certificate in self.proofs for fault in faults(program, certificate)]

    def record(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {
            "possible": True if self.ratios is not None else None if self.open_for else False,
            "changes": None if self.ratios is None else [_plain(ratio) for ratio in self.ratios],
            "broken": [row.label for row in self.broken],
            "better": self.better,
            "open_for": list(map(str, self.open_for)),
            "is_smallest": self.is_smallest,
            "is_least": self.is_least,
            "refused": [_plain(ratio) for ratio in self.refused],
            "is_answer": self.is_answer,
        }


def _plain(ratio: MovedRatio) -> dict[str, Any]:
    return {
        "id": str(ratio.id),
        "path": f"constraints.{ratio.id.owner}.proportional.{ratio.field}",
        "now": ratio.now,
        "then": ratio.then,
    }


def inverse_ratios(
    plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction], engine: Engine = highs
) -> InverseRatios:
    """Find the ratios nearest to the plan's own under which a split keeps every rule and no better one exists, proved.

    The stricter a ratio, the fewer splits keep its rule. So if a better split exists under the strictest ratios that
    the proposal allows, it exists under all of them, and that one split is the proof. Else the ratios are made stricter
    in the order of their change, as many as it takes, found by bisection, to hold every better split back.

    Args:
        plan: with value as the first stage of its objective.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: line id → what it is given, in the plan's unit.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    filled, dormant, mended = _filled(plan, amounts)
    beyond = tuple(each.row for each in violations(plan, ceiling, amounts) if each.row.id not in mended)
    if beyond:
        return InverseRatios((), broken=beyond)
    forced = [ratio for ratio in filled if _is_broken(ratio)]
    search = Search(plan, ceiling, amounts, engine, tuple(forced))
    movable = sorted((ratio for ratio in filled if ratio.change and ratio not in forced), key=change_of)
    better = search.better(movable)
    if better is not None:
        unfilled = [ratio for ratio in dormant if ratio not in filled]
        if not unfilled or (better := search.better([*movable, *unfilled])) is not None:
            return InverseRatios(tuple(search.proofs), better=better)
        return InverseRatios(tuple(search.proofs), open_for=tuple(ratio.id for ratio in unfilled))
    needed = _first(range(len(movable) + 1), lambda count: search.better(movable[:count]) is None)
    largest = movable[needed - 1].change if needed else ZERO
    below = [ratio for ratio in movable if ratio.change < largest]
    nudged = [ratio._replace(then=_towards(ratio, largest)) for ratio in dormant]
    is_smallest = not needed or not dormant or search.better([*below, *nudged]) is not None
    within = [ratio for ratio in movable if ratio.change <= max([largest, *map(change_of, forced)])]
    chosen, is_least = search.least(within)
    ratios = (*forced, *chosen)
    if not _is_sound(plan, ratios):
        return InverseRatios(tuple(search.proofs), refused=ratios)
    return InverseRatios(
        proofs=tuple(search.proofs),
        ratios=ratios,
        open_for=() if is_smallest else tuple(ratio.id for ratio in dormant),
        is_smallest=is_smallest,
        is_least=is_least and is_smallest and not (dormant and chosen),
        is_answer=_answers(plan, ceiling, amounts, ratios, engine),
    )


def _filled(plan: Plan, amounts: Mapping[str, Fraction]) -> tuple[list[MovedRatio], list[MovedRatio], set[Constraint]]:
    """What a split fills of each side of a chain rule.

    Returns:
        The ratios of the rules with money upstream; those of the rules with no money on either side (in one of their
        groups), which no ratio above 0 breaks there, at the strictest that they may have; and the rows that a
        ratio can mend.
    """
    filled, dormant, mended = [], [], set[Constraint]()
    for rule in plan.constraints:
        if not isinstance(rule, Proportional):
            continue
        for side, field, sense, now in sides(Constraint("rule", rule.id), rule.at_least, rule.at_most):
            ratios, sleeps = [], False
            for scope, lines in rule.scopes(plan.lines):
                upstream = sum((amounts[line.id] for line in rule.upstream.select(lines)), start=ZERO)
                downstream = sum((amounts[line.id] for line in rule.downstream.select(lines)), start=rule.existing)
                if upstream > 0:
                    ratios.append(downstream / upstream)
                    mended.add(side._replace(group=scope.group))
                sleeps = sleeps or upstream == downstream == 0
            strictest = min if sense == ">=" else max
            end = LARGEST_RATIO if sense == ">=" else 1 / LARGEST_RATIO
            found = MovedRatio(side, field, now, strictest(ratios, default=end))
            filled += [found] if ratios else []
            dormant += [found] if sleeps else []
    return filled, dormant, mended


def _is_broken(ratio: MovedRatio) -> bool:
    return ratio.then < ratio.now if ratio.field == "at_least" else ratio.then > ratio.now


def _towards(ratio: MovedRatio, by: Fraction) -> Fraction:
    """The ratio made stricter by so much, and no more than a plan may have it."""
    if ratio.field == "at_least":
        return min(ratio.then, ratio.now + by)
    return max(ratio.then, ratio.now - by)


def _first(counts: Sequence[int], enough: Callable[[int], bool]) -> int:
    """The first of rising counts that is enough, where all above it are too and the last is known to be (bisection)."""
    low, high = 0, len(counts) - 1
    while low < high:
        middle = (low + high) // 2
        if enough(counts[middle]):
            high = middle
        else:
            low = middle + 1
    return counts[low]


def _is_sound(plan: Plan, ratios: Iterable[MovedRatio]) -> bool:
    """Whether the plan under these ratios is one that can be read, and not one whose chain rules feed themselves."""
    try:
        replace(plan, constraints=with_ratios(plan, ratios))
    except InvalidPlanError:
        return False
    return True


def _answers(
    plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction], ratios: Iterable[MovedRatio], engine: Engine
) -> bool:
    """Whether all stages answer with this split under these ratios, under which the plan is sound."""
    return answers(replace(plan, constraints=with_ratios(plan, ratios)), ceiling, amounts, engine)
