"""What each cause of a difference accounts for, from the splits under every set of changes or one after another."""

from __future__ import annotations

from fractions import Fraction
from math import factorial
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.solver.plan.tagged import category_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from flessenhals.solver.comparison.difference.changes import Change, Group
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.tagged import Category, TaggedChanges

ZERO = Fraction(0)


class Cause(NamedTuple):
    """How much one change, or several that belong together, accounts for.

    Attributes:
        id: the path of the change, or what its changes have in common.
        changes: the inputs that changed.
        total: of the difference in everything that is given, in the plan's unit.
        lowest_coverage: of the difference in the lowest coverage, a pure number; None where there is none on a side.
        lines: line id → of the difference in what it is given, in the plan's unit; every line of either plan.
        category: what sort of change it is, where the plan after says so of all its changes.
    """

    id: str
    changes: tuple[Change, ...]
    total: Fraction
    lowest_coverage: Fraction | None
    lines: Mapping[str, Fraction]
    category: Category | None = None


class CategoryEffect(NamedTuple):
    """What all changes of one category did together.

    Attributes:
        category: as the plan tags them; None for those that it does not tag.
        total: of the difference in everything that is given, in the plan's unit.
        lowest_coverage: of the difference in the lowest coverage, a pure number; None where there is none on a side.
        lines: line id → of the difference in what it is given, in the plan's unit; every line of either plan.
    """

    category: Category | None
    total: Fraction
    lowest_coverage: Fraction | None
    lines: Mapping[str, Fraction]


class Worth(NamedTuple):
    """What is compared of a split."""

    total: Fraction
    lowest: Fraction | None
    amounts: Mapping[str, Fraction]


def by_shapley(groups: Sequence[Group], known: Mapping[frozenset[int], Worth]) -> tuple[Cause, ...]:
    """The Shapley value of every cause, from the splits under every set of causes.

    Args:
        groups: the causes.
        known: the places of the causes that are made → the split under them; every set is there.
    """
    count = len(groups)
    causes = []
    for place, group in enumerate(groups):
        steps = [
            (
                Fraction(factorial(len(chosen)) * factorial(count - len(chosen) - 1), factorial(count)),
                found,
                known[chosen | {place}],
            )
            for chosen, found in known.items()
            if place not in chosen
        ]
        causes.append(_cause(group.id, group.changes, steps))
    return tuple(causes)


def in_order(groups: Sequence[Group], worth: Callable[[Iterable[int]], Worth | None]) -> tuple[Cause, ...]:
    """The effect of every change upon those before it; one under which nothing fits is joined with the next."""
    causes, waiting = [], []
    last = worth(())
    for place, group in enumerate(groups):
        waiting.append(group)
        found = worth(range(place + 1))
        if found is None or last is None:
            continue
        changes = tuple(change for each in waiting for change in each.changes)
        causes.append(_cause(" + ".join(each.id for each in waiting), changes, [(Fraction(1), last, found)]))
        last, waiting = found, []
    return tuple(causes)


def _cause(id_: str, changes: tuple[Change, ...], steps: Sequence[tuple[Fraction, Worth, Worth]]) -> Cause:
    """What a change adds, each step from one split to the next with its weight."""
    total, lowest = ZERO, ZERO
    lines: dict[str, Fraction] = {}
    for weight, old, new in steps:
        total += weight * (new.total - old.total)
        if old.lowest is not None and new.lowest is not None:
            lowest += weight * (new.lowest - old.lowest)
        for line, amount in minus(new.amounts, old.amounts).items():
            lines[line] = lines.get(line, ZERO) + weight * amount
    known = all(each.lowest is not None for _, *pair in steps for each in pair)
    return Cause(id_, changes, total, lowest if known else None, lines)


def worth_of(split: Allocation) -> Worth:
    """What is compared of a split."""
    return Worth(split.total, split.lowest_coverage, split.amounts)


def minus(new: Mapping[str, Fraction], old: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """How much more each line is given, in the plan's unit; a line that stands on one side only gets 0 there."""
    return {line: new.get(line, ZERO) - old.get(line, ZERO) for line in dict.fromkeys([*new, *old])}


def tagged(causes: Iterable[Cause], tags: Iterable[TaggedChanges]) -> tuple[Cause, ...]:
    """The causes with the sort of change that all changes of each are tagged as."""
    known, found = tuple(tags), []
    for cause in causes:
        sorts = {category_of(change.path, known) for change in cause.changes}
        found.append(cause._replace(category=sorts.pop() if len(sorts) == 1 else None))
    return tuple(found)


def together(category: Category | None, causes: Sequence[Cause]) -> CategoryEffect:
    """What the causes of one category do together."""
    lowest = [cause.lowest_coverage for cause in causes if cause.lowest_coverage is not None]
    return CategoryEffect(
        category,
        sum((cause.total for cause in causes), start=ZERO),
        sum(lowest, start=ZERO) if len(lowest) == len(causes) else None,
        {line: sum((cause.lines[line] for cause in causes), start=ZERO) for line in causes[0].lines},
    )
