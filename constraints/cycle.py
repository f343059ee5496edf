"""Chain rules that feed each other round and round, and ask for more each time."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.proportional import Proportional
    from flessenhals.constraints.selector import Selectable


class Asking(NamedTuple):
    """A chain rule over the lines of one scope, as something that asks for money.

    Attributes:
        scope: the rule, or with `per` one group of it.
        rule: the rule itself.
        ratio: so much downstream for every euro upstream.
        upstream, downstream: the ids of its lines.
    """

    scope: Constraint
    rule: Proportional
    ratio: Fraction
    upstream: frozenset[str]
    downstream: frozenset[str]


def growing_cycle(rules: Sequence[Proportional], lines: Sequence[Selectable]) -> tuple[list[Asking], Fraction] | None:
    """A cycle of chain rules in which one euro asks for more than one euro of itself, if there is any.

    Rule A feeds rule B where everything downstream of A counts upstream of B. Round a cycle of such rules one euro asks
    for the product of the ratios; above 1 no euro can ever be given there.

    Args:
        rules: the plan's chain rules; those without `at_least` ask nothing and are passed over.
        lines: the plan's lines.

    Returns:
        The rules of the cycle, each feeding the next and the last the first, and the product of their ratios, a pure
        number above 1; None where no cycle grows.

    Source: Bellman and Ford's labelling, with products for sums (Ahuja, Magnanti and Orlin, Network Flows, §5.5).
    """
    asking = [
        Asking(ratio.id._replace(side=None), rule, ratio.value, frozenset(ratio.whole), frozenset(ratio.part))
        for rule in rules
        for ratio in rule.ratios(lines)
        if ratio.field == "at_least"
    ]
    counted_by: dict[str, set[int]] = defaultdict(set)
    for index, each in enumerate(asking):
        for line in each.upstream:
            counted_by[line].add(index)
    feeds = [
        set.intersection(*(counted_by.get(line, set()) for line in each.downstream)) if each.downstream else set()
        for each in asking
    ]

    asked = [Fraction(1)] * len(asking)
    before: list[int | None] = [None] * len(asking)
    raised = True
    while raised:
        raised = False
        for index, each in enumerate(asking):
            for fed in feeds[index]:
                if asked[index] * each.ratio > asked[fed]:
                    asked[fed], before[fed], raised = asked[index] * each.ratio, index, True
        cycle = _cycle(before)
        if cycle:
            return [asking[index] for index in cycle], prod((asking[index].ratio for index in cycle), start=Fraction(1))
    return None


def _cycle(before: Sequence[int | None]) -> list[int]:
    """Rules that were raised by each other, the first by the last; empty where every chain of them has a beginning.

    Labels rise for ever only round a growing cycle, and then these stand on one (Ahuja, Magnanti and Orlin, §5.5).
    """
    looked_at: set[int] = set()
    for start in range(len(before)):
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in looked_at:
            looked_at.add(at)
            path[at] = None
            at = before[at]
        if at is not None and at in path:
            found = list(path)
            return found[found.index(at) :][::-1]
    return []
