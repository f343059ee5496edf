"""Chain rules that feed each other round and round, and ask for more each time."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from constraints.proportional import Proportional
    from constraints.selector import Selectable


def growing_cycle(
    rules: Sequence[Proportional], lines: Sequence[Selectable]
) -> tuple[list[Proportional], Fraction] | None:
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
    asking = [(rule, rule.at_least) for rule in rules if rule.at_least is not None]
    upstream = [{line.id for line in rule.upstream.select(lines)} for rule, _ in asking]
    downstream = [{line.id for line in rule.downstream.select(lines)} for rule, _ in asking]
    counted_by: dict[str, set[int]] = defaultdict(set)
    for index, ids in enumerate(upstream):
        for line in ids:
            counted_by[line].add(index)
    feeds = [set.intersection(*(counted_by[line] for line in ids)) if ids else set() for ids in downstream]

    asked = [Fraction(1)] * len(asking)
    before: list[int | None] = [None] * len(asking)
    for _ in asking:
        raised = None
        for index, (_, ratio) in enumerate(asking):
            for fed in feeds[index]:
                if asked[index] * ratio > asked[fed]:
                    asked[fed], before[fed], raised = asked[index] * ratio, index, fed
        if raised is None:
            return None
    return _walk_back(raised, before, asking) if asking else None


def _walk_back(
    raised: int | None, before: Sequence[int | None], asking: Sequence[tuple[Proportional, Fraction]]
) -> tuple[list[Proportional], Fraction]:
    seen: list[int] = []
    at = raised
    while at is not None and at not in seen:
        seen.append(at)
        at = before[at]
    if at is None:
        raise AssertionError("a label that rises in every round stands on a cycle")
    cycle = seen[seen.index(at) :][::-1]
    product = Fraction(1)
    for index in cycle:
        product *= asking[index][1]
    return [asking[index][0] for index in cycle], product
