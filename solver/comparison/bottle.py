"""A chain as a bottle: how much of the money that comes in gets through, and before which neck the rest is stuck."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)


class Inlet(NamedTuple):
    """Money that enters a chain.

    Attributes:
        lines: the ids of the lines, in the plan's order.
        money: what they are given together, in the plan's unit.
        passes: what of it gets through the whole chain.
        asked: what they ask together.
    """

    lines: tuple[str, ...]
    money: Fraction
    passes: Fraction
    asked: Fraction


class Neck(NamedTuple):
    """A link of the chain: a rule that asks so much downstream for every euro upstream. All in the plan's unit.

    A link's capacity is counted in money that enters the chain: what its own money supports upstream, Σ downstream +
    existing over the ratio, and that worked back to the inlets in the proportions of what passes (of what is asked,
    where nothing passes).

    Attributes:
        id: of the rule's row.
        depth: 1 where only inlets come before it, one more for every link in between.
        inlets: the places of the inlets whose money comes through here.
        downstream: the ids of the lines that give it its width, in the plan's order.
        money: what they are given together, and what is there already.
        capacity: how much of the money that enters it can serve.
        asked: the same where every line gets what it asks; None where nothing upstream is asked.
        arrives: how much of the money that enters comes as far as this.
        leaves: how much of that gets through; the rest is stuck before it.
    """

    id: Constraint
    depth: int
    inlets: tuple[int, ...]
    downstream: tuple[str, ...]
    money: Fraction
    capacity: Fraction
    asked: Fraction | None
    arrives: Fraction
    leaves: Fraction

    @property
    def stuck(self) -> Fraction:
        """What cannot pass it, in money that enters the chain."""
        return self.arrives - self.leaves


@dataclass(frozen=True)
class Bottle:
    """A chain from its inlets to its last link.

    Attributes:
        inlets: where money enters, those of the first links first.
        necks: the links, every one after those that lead to it; the last is the end of the chain.
        elsewhere: what gets through all of them and is held by a rule of another chain, in the plan's unit.
    """

    inlets: tuple[Inlet, ...]
    necks: tuple[Neck, ...]
    elsewhere: Fraction

    @property
    def money(self) -> Fraction:
        """Everything that enters, in the plan's unit."""
        return total(inlet.money for inlet in self.inlets)

    @property
    def passes(self) -> Fraction:
        """What gets through and can be used, in the plan's unit."""
        return total(inlet.passes for inlet in self.inlets)

    @property
    def stuck(self) -> Fraction:
        """What cannot be used, in the plan's unit."""
        return self.money - self.passes

    @property
    def tightness(self) -> Fraction:
        """The lowest capacity of its links over what arrives there, a pure number; lowest for the tightest chain."""
        full = [neck.capacity / neck.arrives for neck in self.necks if neck.arrives]
        return min(full, default=Fraction(len(self.necks) + 1))


def bottles(plan: Plan, amounts: Mapping[str, Fraction], usable: Mapping[str, Fraction]) -> tuple[Bottle, ...]:
    """Every chain of a plan as a split fills it, the tightest first.

    Rules that lead round in a circle have no inlet and are left out, and so are those that only cap what is downstream.

    Args:
        plan: the lines and the chain rules.
        amounts: line id → what a split gives it, in the plan's unit.
        usable: line id → what of that the chain rules let be used: all of it for a split that keeps them.
    """
    links = [link for link in plan.chain_links if link.value]
    feeders = {each.id: [other for other in links if other is not each and _feeds(other, each)] for each in links}
    fed = {other.id for found in feeders.values() for other in found}
    ends = [link for link in links if link.id not in fed and not _round(link, feeders, ())]
    found = [_Chain(plan, amounts, usable, feeders).bottle(link) for link in ends]
    return tuple(sorted(found, key=lambda bottle: bottle.tightness))


def _feeds(first: Ratio, then: Ratio) -> bool:
    """Whether what is downstream in one rule is upstream in another."""
    return not set(first.part).isdisjoint(then.whole)


def _round(link: Ratio, feeders: Mapping[Constraint, Sequence[Ratio]], seen: tuple[Constraint, ...]) -> bool:
    return link.id in seen or any(_round(each, feeders, (*seen, link.id)) for each in feeders[link.id])


class _Chain:
    """One chain, filled from its inlets to its end."""

    def __init__(
        self,
        plan: Plan,
        amounts: Mapping[str, Fraction],
        usable: Mapping[str, Fraction],
        feeders: Mapping[Constraint, Sequence[Ratio]],
    ) -> None:
        self._asked = {line.id: line.proposed for line in plan.lines}
        self._amounts, self._usable, self._feeders = amounts, usable, feeders
        self._inlets: list[Inlet] = []
        self._necks: list[Neck] = []

    def bottle(self, last: Ratio) -> Bottle:
        """The chain that ends with this rule."""
        _, coming = self._through(last)
        passes = total(inlet.passes for inlet in self._inlets)
        return Bottle(tuple(self._inlets), tuple(self._necks), total(coming.values()) - passes)

    def _through(self, link: Ratio) -> tuple[int, dict[int, Fraction]]:
        """The depth of a link, and what comes through it of each inlet before it."""
        depth = 0
        coming: dict[int, Fraction] = {}
        for feeder in self._feeders[link.id]:
            below, found = self._through(feeder)
            depth = max(depth, below)
            coming |= found
        follow = {line for feeder in self._feeders[link.id] for line in feeder.part}
        entering = tuple(line for line in link.whole if line not in follow)
        if entering:
            coming[len(self._inlets)] = self._sum(self._amounts, entering)
            self._inlets.append(
                Inlet(
                    entering,
                    self._sum(self._amounts, entering),
                    self._sum(self._usable, entering),
                    self._sum(self._asked, entering),
                )
            )
        arrives = total(coming.values())
        passes = total(self._inlets[place].passes for place in coming)
        capacity = self._served(link, self._amounts, coming, passes)
        leaves = max(passes, min(arrives, capacity))
        part = (leaves - passes) / (arrives - passes) if arrives > passes else ZERO
        self._necks.append(
            Neck(
                id=link.id,
                depth=depth + 1,
                inlets=tuple(coming),
                downstream=link.part,
                money=self._sum(self._amounts, link.part) + link.existing,
                capacity=capacity,
                asked=self._asked_of(link, coming),
                arrives=arrives,
                leaves=leaves,
            )
        )
        onwards = {
            place: self._inlets[place].passes + part * (amount - self._inlets[place].passes)
            for place, amount in coming.items()
        }
        return depth + 1, onwards

    def _served(
        self, link: Ratio, amounts: Mapping[str, Fraction], coming: Mapping[int, Fraction], passes: Fraction
    ) -> Fraction:
        """How much of the money that enters a link can serve, in the plan's unit."""
        upstream = (self._sum(amounts, link.part) + link.existing) / link.value
        through = self._sum(self._usable, link.whole)
        if through:
            return passes * upstream / through
        asked = self._sum(self._asked, link.whole)
        entering = total(self._inlets[place].asked for place in coming)
        return entering * upstream / asked if asked else upstream

    def _asked_of(self, link: Ratio, coming: Mapping[int, Fraction]) -> Fraction | None:
        upstream = self._sum(self._asked, link.whole)
        if not upstream:
            return None
        supports = (self._sum(self._asked, link.part) + link.existing) / link.value
        return total(self._inlets[place].asked for place in coming) * supports / upstream

    @staticmethod
    def _sum(of: Mapping[str, Fraction], lines: Iterable[str]) -> Fraction:
        return total(of[line] for line in lines)
