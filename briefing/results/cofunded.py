"""What others pay of a split, in words and as rows of tables: nothing where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.told import tell
from flessenhals.constraints.exact import total
from flessenhals.solver.claims.split import OthersPay

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.plan.plan import Plan


def others_pay(plan: Plan, amounts: Mapping[str, Fraction], key: str, language: Language) -> list[Told]:
    """What the ceiling and what others pay of amounts, in one sentence; none where nobody else pays.

    Args:
        plan: whose lines they are.
        amounts: line id → amount, in the plan's unit.
        key: of the sentence: `others pay` of a split, `others would pay` of what is asked, `others pay of proposal`.
        language: the reader's.
    """
    if not plan.is_cofunded:
        return []
    charged, cofunded = plan.charged(amounts), plan.cofunding(amounts)
    claim = OthersPay(tuple(amounts.items()), charged, cofunded)
    said = {"given": total(amounts.values()), "total": charged, "amount": cofunded}
    return [tell(key, language, [claim], **{name: money(each, plan.unit, language) for name, each in said.items()})]


def with_others(plan: Plan, key: str) -> str:
    """The words of a sentence about each further euro: others where more reaches the lines than that euro."""
    return f"{key} with others" if plan.is_cofunded else key


def spent_from(plan: Plan) -> str:
    """The heading of what the ceiling pays: all that is allocated where nobody else pays."""
    return "figure from the ceiling" if plan.is_cofunded else "figure allocated"
