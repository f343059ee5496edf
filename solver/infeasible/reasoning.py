"""Why nothing fits, told step by step: what is needed, what that needs in turn, and the limit that it meets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.row import Row

ZERO = Fraction(0)


class Fact(NamedTuple):
    """What some lines must get together at least.

    Attributes:
        row: the constraint that says so.
        lines: which lines.
        amount: how much, in the plan's unit.
        given: the amount on the rule's other side that it follows from, in the plan's unit; None where the constraint
            says it by itself.
        ratio: the rule's ratio and money that is there already; None where there is none.
    """

    row: Row
    lines: frozenset[str]
    amount: Fraction
    given: Fraction | None = None
    ratio: Ratio | None = None


@dataclass(frozen=True)
class Reasoning:
    """Steps that lead to more than a limit allows; each can be checked with a pocket calculator.

    Attributes:
        facts: in the order in which one follows from another.
        needed: those of them that are added up in the end; they speak of different lines.
        limits: the ceiling, cap or maximums that these lines have together.
    """

    facts: tuple[Fact, ...]
    needed: tuple[Fact, ...]
    limits: tuple[Row, ...]

    @property
    def total(self) -> Fraction:
        """What is needed, in the plan's unit."""
        return sum((fact.amount for fact in self.needed), start=ZERO)

    @property
    def available(self) -> Fraction:
        """What the ceiling and the caps allow together, in the plan's unit."""
        return sum((row.right_hand_side for row in self.limits), start=ZERO)

    @property
    def short(self) -> Fraction:
        """How much more is needed than there is, in the plan's unit; above 0."""
        return self.total - self.available


def reasoning(rows: Sequence[Row], ratios: Iterable[Ratio]) -> Reasoning | None:
    """The steps from what the constraints ask to the limit that it exceeds; None where no such row of steps gets there.

    What lines need is at least the sum of what is known of different ones among them. A chain rule makes a fact of a
    fact. Constraints that contradict each other only when they are weighed against one another have no such story: a
    `Contradiction` always has the sum.

    Args:
        rows: constraints that cannot hold together, what is needed before what follows from it.
        ratios: of the plan; those that belong to the rows are used.
    """
    told = {ratio.id: ratio for ratio in ratios}
    facts: list[Fact] = []
    if any(row.unit is not None and row.sense == "<=" for row in rows):
        return None
    limits = [row for row in rows if row.sense == "<=" and row.id not in told]
    if any(coefficient != 1 for row in limits for coefficient in row.coefficients.values()):
        return None  # what is shifted, or what grows from year to year, is told by the sum
    for row in rows:
        if row in limits:
            continue
        fact = _following(told[row.id], row, facts) if row.id in told else _said(row)
        if fact is None or fact.amount <= _known(facts, fact.lines)[0]:
            return None
        facts.append(fact)
    return next(
        (
            found
            for group in _groups(facts, limits)
            for _, needed in [_known(facts, group[1])]
            for found in [Reasoning(tuple(facts), tuple(needed), group[0])]
            if found.short > 0
        ),
        None,
    )


def _said(row: Row) -> Fact | None:
    """What a floor asks; of a quantity the least that it costs, where each unit of money buys its most."""
    most = max(row.coefficients.values(), default=ZERO)
    if row.unit is None and set(row.coefficients.values()) != {1}:
        return None
    return Fact(row, frozenset(row.coefficients), row.right_hand_side / most) if most else None


def _following(ratio: Ratio, row: Row, facts: Sequence[Fact]) -> Fact | None:
    """What a chain rule or a share makes of what is known: more for the part, or, under a cap, more for the whole."""
    part, whole = frozenset(ratio.part), frozenset(ratio.whole)
    if ratio.sense == ">=":
        given = _known(facts, whole)[0]
        return Fact(row, part, ratio.value * given - ratio.existing, given, ratio)
    given = _known(facts, part)[0]
    return Fact(row, whole, (given + ratio.existing) / ratio.value, given, ratio) if ratio.value else None


def _known(facts: Sequence[Fact], lines: frozenset[str]) -> tuple[Fraction, list[Fact]]:
    """What is known to be needed on these lines: facts about different ones of them, the widest and largest first."""
    used: list[Fact] = []
    left = set(lines)
    for fact in sorted(facts, key=lambda each: (-len(each.lines), -each.amount)):
        if fact.lines <= left:
            used.append(fact)
            left -= fact.lines
    used.sort(key=facts.index)
    return sum((fact.amount for fact in used), start=ZERO), used


def _groups(facts: Sequence[Fact], limits: Sequence[Row]) -> Iterable[tuple[tuple[Row, ...], frozenset[str]]]:
    """The limits that lines may meet: one row over many lines, or the maximums of the lines of a fact together."""
    maximums: Mapping[str, Row] = {line: row for row in limits if row.id.is_maximum for line in row.coefficients}
    for row in limits:
        yield (row,), frozenset(row.coefficients)
    for fact in facts:
        if fact.lines and fact.lines <= maximums.keys():
            yield tuple(maximums[line] for line in sorted(fact.lines)), fact.lines
