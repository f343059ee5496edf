"""A split in whole amounts in words: which units stand, and what a search that was stopped can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import amounts_in, heading, line_name
from flessenhals.briefing.text.numbers import decimals_for, given, lower_limit, money, share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import Told, run_on, tell
from flessenhals.briefing.text.words import say
from flessenhals.solver.claims.split import Spends
from flessenhals.solver.claims.whole.units import (
    MoreUnderAHigherCeiling,
    MostInWholeAmounts,
    StandsInUnits,
    StandsOrFalls,
)
from flessenhals.solver.optimum.whole_allocation import most_in_whole

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.units.errors import StoppedError


def standing_units(allocation: Allocation, language: Language) -> Told:
    """Which whole units stand and which fall, line after line."""
    told = [
        standing(allocation.plan, line, allocation.amounts[line.id], language)
        for line in allocation.plan.lines
        if line.whole is not None and not line.dropped
    ]
    return Told(say("whole amounts", language, names="; ".join(told)), run_on(told).claims)


def standing(plan: Plan, line: Line, amount: Fraction, language: Language) -> Told:
    """How many of a line's units an amount is, or that the line stands or falls."""
    name = line_name(plan, line, language)
    if line.unit is None:
        stands = StandsOrFalls(line.id, bool(amount))
        return tell("it stands" if stands.stands else "it falls", language, [stands], name=name)
    units = StandsInUnits(line.id, int(amount / line.unit), line.proposed // line.unit)
    return tell("so many of", language, [units], name=name, count=units.count, asked=units.asked)


def given_in(plan: Plan, line: Line, language: Language) -> str:
    """The amounts that a line that cannot be split can be given: `whole multiples of € 2 million`."""
    least = "" if line.smallest is None else money(line.smallest, plan.unit, language)
    if line.unit is None:
        return say("nothing or at least", language, least=least)
    if line.parts:
        unit = money(line.unit, plan.unit, language)
        return say("equal parts", language, count=line.parts, unit=unit)
    key = "whole multiples" if line.smallest is None else "whole multiples from"
    return say(key, language, unit=money(line.unit, plan.unit, language), least=least)


def counted(line: Line, amount: Fraction, language: Language) -> str:
    """How many of a line's units an amount is, `4 of 5`, or whether the line stands; without its name."""
    if line.unit is None:
        return say("cell stands" if amount else "cell falls", language)
    return say("so many", language, count=int(amount / line.unit), asked=line.proposed // line.unit)


def reached_in_units(allocation: Allocation, language: Language) -> list[Told]:
    """How far the ceiling goes in whole amounts, and whether more money would put more to work."""
    plan, unit = allocation.plan, allocation.plan.unit
    spends = Spends(allocation.total, allocation.unspent)
    figures = {
        "ceiling": given(allocation.available, unit, language),
        "total": money(allocation.total, unit, language),
        "unspent": money(allocation.unspent, unit, language),
    }
    told = [tell("part of it is used" if allocation.unspent else "all of it is used", language, [spends], **figures)]
    if allocation.unspent:
        most = MostInWholeAmounts(most_in_whole(plan, allocation.ceiling))
        if most.total == allocation.total:
            told.append(tell("no more in whole amounts", language, [most]))
        else:
            possible = money(most.total, unit, language)
            told.append(tell("more could be in whole amounts", language, [most], possible=possible))
    if most_in_whole(plan, None) > allocation.total:
        told.append(tell("more money would help", language, [MoreUnderAHigherCeiling()]))
    return told


def stopped_tables(stopped: StoppedError, language: Language) -> list[Table]:
    """The best split that a search found before it was stopped, the bound that it proved, and the gap."""
    plan = stopped.plan
    if plan is None:
        return []
    goal = say("the weighted total" if stopped.goal == "value" else "a lowest coverage", language)
    figures = {
        name: say("nothing", language) if figure is None else _figure(stopped, figure, language)
        for name, figure in (("reached", stopped.reached), ("bound", stopped.bound), ("gap", stopped.gap))
    }
    key = "stopped, nothing found" if stopped.split is None else "stopped, found"
    notes = [say(key, language, goal=goal, **figures), say("stopped, how", language, count=stopped.most)]
    rows = []
    split = stopped.split or {}
    for line in plan.lines if split else ():
        amount = split[line.id]
        covered = lower_limit(amount / line.proposed) if line.proposed else None
        rows.append(Row((line_name(plan, line, language), line.proposed, amount, covered)))
    return [
        Table(
            title=heading(plan, say("stopped", language), language),
            columns=(
                Column(say("line", language), "text"),
                Column(say("proposed", language), "amount"),
                Column(say("allocated", language), "amount"),
                Column(say("coverage", language), "share"),
            )
            if rows
            else (),
            rows=tuple(rows),
            language=language,
            decimals=decimals_for(plan.proposed),
            notes=(*notes, *amounts_in(plan.unit, language)),
        )
    ]


def _figure(stopped: StoppedError, figure: Fraction, language: Language) -> str:
    if stopped.goal == "value" and stopped.plan is not None:
        return money(figure, stopped.plan.unit, language)
    return share(figure, language)
