"""Lines that are kept at an amount, or dropped out of a plan."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import in_year

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any

    from flessenhals.constraints.selector import Selector
    from flessenhals.solver.plan.dated.years import DatedLine, Years
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)


def with_kept(plan: Plan, selector: Selector, amount: Fraction | None = None) -> Plan:
    """The plan with the selected lines held at what they ask, or each at an amount; their old bounds do not count.

    Args:
        plan: whose lines they are.
        selector: which lines.
        amount: in the plan's unit; None for what each line asks.

    Raises:
        InvalidPlanError: where no sensible split could exist then.
    """
    ids = {line.id for line in selector.select(plan.lines)}
    if plan.years is not None:

        def kept(line: DatedLine, years: list[int]) -> dict[str, Any]:
            return {"kept": {**line.kept, **dict.fromkeys(years, amount)}}

        return _over_years(plan, plan.years, ids, kept)

    def held(asked: Fraction) -> Fraction:
        return asked if amount is None else amount

    return replace(
        plan,
        lines=tuple(
            replace(line, minimum=held(line.proposed), maximum=held(line.proposed), kept=True)
            if line.id in ids
            else line
            for line in plan.lines
        ),
    )


def with_dropped(plan: Plan, selector: Selector) -> Plan:
    """The plan with the selected lines at 0 in every rule, without an ask, a minimum or a coverage.

    Raises:
        InvalidPlanError: where no sensible split could exist then.
    """
    ids = {line.id for line in selector.select(plan.lines)}
    if plan.years is not None:
        return _over_years(plan, plan.years, ids, lambda line, years: {"dropped": line.dropped | set(years)})
    return replace(
        plan,
        lines=tuple(
            replace(
                line,
                proposed=ZERO,
                minimum=ZERO,
                maximum=ZERO,
                step=None,
                parts=None,
                smallest=None,
                dropped=True,
            )
            if line.id in ids
            else line
            for line in plan.lines
        ),
    )


def _over_years(
    plan: Plan, years: Years, ids: Collection[str], holding: Callable[[DatedLine, list[int]], dict[str, Any]]
) -> Plan:
    """The plan with lines held in some years: its lines and rules in each year made anew from what is written."""
    from flessenhals.solver.plan.dated.reduction import line_years, rule_years  # noqa: PLC0415 - few plans have years
    from flessenhals.solver.plan.dated.soundness import dated_line_problems  # noqa: PLC0415 - the same
    from flessenhals.solver.plan.problem import InvalidPlanError  # noqa: PLC0415 - the same

    def held(line: DatedLine) -> DatedLine:
        chosen = [year for year in years.all if in_year(line.line.id, year) in ids]
        return replace(line, **holding(line, chosen)) if chosen else line

    written = replace(years, lines=tuple(held(line) for line in years.lines))
    changed = [line for line, was in zip(written.lines, years.lines, strict=True) if line is not was]
    found = [problem for line in changed for problem in dated_line_problems(line, written)]
    if found:
        raise InvalidPlanError(found)
    return replace(plan, lines=line_years(written), constraints=rule_years(written), years=written)
