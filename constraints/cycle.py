"""Chain rules that feed each other round and round, and ask for more each time."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from constraints.proportional import Proportional
    from constraints.selector import Selectable, Selector


class Asking(NamedTuple):
    """A chain rule over the lines of one scope, as something that asks for money.

    Attributes:
        label: the rule's id, or with `per` `ID.GROUP`.
        rule: the rule itself.
        ratio: so much downstream for every euro upstream.
        upstream, downstream: the ids of its lines.
    """

    label: str
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
        Asking(label, rule, rule.at_least, _ids(rule.upstream, members), _ids(rule.downstream, members))
        for rule in rules
        if rule.at_least is not None
        for label, members in rule.scopes(lines)
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
    for _ in asking:
        raised = None
        for index, each in enumerate(asking):
            for fed in feeds[index]:
                if asked[index] * each.ratio > asked[fed]:
                    asked[fed], before[fed], raised = asked[index] * each.ratio, index, fed
        if raised is None:
            return None
    return _walk_back(raised, before, asking) if asking else None


def _ids(selector: Selector, lines: Sequence[Selectable]) -> frozenset[str]:
    return frozenset(line.id for line in selector.select(lines))


def _walk_back(
    raised: int | None, before: Sequence[int | None], asking: Sequence[Asking]
) -> tuple[list[Asking], Fraction]:
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
        product *= asking[index].ratio
    return [asking[index] for index in cycle], product
