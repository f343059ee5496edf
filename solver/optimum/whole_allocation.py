"""A ceiling divided where amounts cannot be split, proved by a tree of parts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.ceiling import shifts
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.linear_program import constraints_of, splits
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.divide import question_of
from flessenhals.solver.units.errors import StoppedError
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.search import best_whole

if TYPE_CHECKING:
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.units.tree import Tree

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, kw_only=True, repr=False)
class WholeAllocation(Allocation):
    """The optimal split of a ceiling in whole amounts, proved.

    Attributes:
        tree: all splits in parts, with the proof that none holds a better one.
    """

    tree: Tree

    @cached_property
    def possible(self) -> Fraction:
        """The most that rules and limits let be put to work at this ceiling in whole amounts, in the plan's unit."""
        return self.total if not self.unspent else most_in_whole(self.plan, self.ceiling)

    @cached_property
    def held_by_ceiling(self) -> bool:
        """Whether more money could be put to work under a higher ceiling, and none is left under this one."""
        return not self.unspent and most_in_whole(self.plan, None) > self.total

    @property
    def holding_back(self) -> tuple[Row, ...]:
        """The ceiling where it holds the rest of what is asked back; what else does so has no price here."""
        return (self.constraints[0].row,) if self.held_by_ceiling else ()

    def faults(self) -> list[str]:
        """Everything that keeps this from being a proved optimum; empty exactly for one.

        The tree is checked, that it was grown for this plan and ceiling, and that its answer is this split.
        """
        found = faults(self.tree)
        if self.tree.question != question_of(self.plan, self.ceiling):
            found.append("the tree is that of another question")
        if self.tree.answer != dict(self.point):
            found.append("the tree proves another split")
        return found + self.shortcomings()

    def shortcomings(self) -> list[str]:
        """Where this split breaks what it has to keep; empty for an optimum."""
        found = [
            f"{row.label} is broken" for row in constraints_of(self.plan, self.ceiling) if not row.holds(self.point)
        ]
        found += [f"{line} is below 0" for line, amount in self.amounts.items() if amount < 0]
        whole = self.plan.whole.items()
        return found + [
            f"{line} is given what it cannot be" for line, each in whole if not each.allows(self.amounts[line])
        ]

    def _certificate(self) -> dict[str, Any]:
        return {
            "verified": not self.faults(),
            "arithmetic": "exact",
            "stages": list(map(str, self.plan.objective)),
            "parts": len(self.tree.parts),
            "amounts": {line: str(amount) for line, amount in self.amounts.items()},
        }


def most_in_whole(plan: Plan, ceiling: Ceiling | None) -> Fraction:
    """The largest total of a split in whole amounts, in the plan's unit.

    Args:
        plan: with such a split at the ceiling.
        ceiling: the total that may be spent, in the plan's unit, or a path by year; None for as much as one likes.

    Raises:
        NotProvedError: if it could not be proved.
    """
    total = Goal("total", ({line: charge for line, charge in plan.charges.items() if charge},))
    found = best_whole(Question(splits(plan, ceiling), plan.whole, (total,))).answer
    if found is None:
        raise NotProvedError("no split in whole amounts was found")
    return plan.charged(found)


def allocate_whole(plan: Plan, ceiling: Ceiling) -> WholeAllocation:
    """Divide a ceiling over lines of which some cannot be split: the optimal split, with its proof.

    Raises:
        InfeasibleError: if no split in whole amounts keeps every rule within the ceiling; proved too.
        NotProvedError: if neither could be proved.
    """
    try:
        tree = best_whole(question_of(plan, ceiling))
    except StoppedError as stopped:
        stopped.plan, stopped.ceiling = plan, ceiling
        raise
    if tree.answer is None:
        from flessenhals.solver.units.refusal import whole_refusal  # noqa: PLC0415 - only where nothing fits

        wrong = faults(tree)
        raise NotProvedError("; ".join(wrong)) if wrong else whole_refusal(plan, ceiling, tree)
    allocation = WholeAllocation(
        plan=plan,
        ceiling=ceiling,
        amounts={line.id: tree.answer[line.id] for line in plan.lines},
        stages=(),
        shifts={label: tree.answer[label] for label in shifts(ceiling)},
        tree=tree,
    )
    wrong = allocation.faults()
    if wrong:
        raise NotProvedError("; ".join(wrong))
    return allocation
