"""A proposal: what someone wants to give to each line, whatever the rules say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from flessenhals.constraints.exact import exactly

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """An amount for every line of a plan. It may break any rule, bound or ceiling: that is for a comparison to say.

    Attributes:
        name: what it is called among others, such as the name of its file.
        amounts: line id → amount, in the plan's unit, ≥ 0; every line of the plan, in the plan's order.
        title: one text, or one per language.
        by_partner: partner id → amount, as it was given where it was given per partner and spread over its lines
            in proportion to what they ask; empty where it was given per line.
        missing: the lines that were not in it and that were taken to be given nothing.
    """

    name: str
    amounts: Mapping[str, Fraction]
    title: str | Mapping[str, str] | None = None
    by_partner: Mapping[str, Fraction] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Take every amount exactly."""
        for name in ("amounts", "by_partner"):
            object.__setattr__(self, name, {key: exactly(each) for key, each in getattr(self, name).items()})

    @cached_property
    def total(self) -> Fraction:
        """Everything that it gives, in the plan's unit."""
        return sum(self.amounts.values(), start=ZERO)


class NoProportionError(ValueError):
    """An amount for a partner of whose lines several could get it and none asks anything.

    Attributes:
        partner: whose.
    """

    def __init__(self, partner: str) -> None:
        super().__init__(f"the lines of {partner} ask nothing, so that no proportion says how to spread an amount")
        self.partner = partner


def sliced(
    plan: Plan, share: Fraction, spared: Collection[str], title: str | Mapping[str, str] | None = None
) -> Proposal:
    """The proposal that gives every line the same share less than it asks.

    Args:
        plan: whose lines they are.
        share: what each of them loses, from 0 to 1.
        spared: the ids of the lines that get all that they ask.
        title: what the proposal is called.
    """
    return Proposal(
        name="slice",
        title=title,
        amounts={line.id: line.proposed if line.id in spared else (1 - share) * line.proposed for line in plan.lines},
    )


def spread(plan: Plan, by_partner: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Amounts per partner as amounts per line, in proportion to what the lines ask.

        amount of line = amount of partner · proposed of line / proposed of all lines of the partner

    Args:
        plan: for the lines and what they ask.
        by_partner: partner id → amount, in the plan's unit.

    Returns:
        Line id → amount, for every line of these partners, in the plan's order.

    Raises:
        NoProportionError: for an amount above 0 where the partner's lines ask nothing and are more than one.
    """
    groups = plan.grouped("partner")
    found: dict[str, Fraction] = {}
    for partner, amount in by_partner.items():
        lines = groups[partner]
        asked = sum((line.proposed for line in lines), start=ZERO)
        if len(lines) > 1 and amount and not asked:
            raise NoProportionError(partner)
        for line in lines:
            found[line.id] = amount * line.proposed / asked if asked else amount
    return {line.id: found[line.id] for line in plan.lines if line.id in found}
