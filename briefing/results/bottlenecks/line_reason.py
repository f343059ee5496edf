"""Why one line gets what it gets and not more, as sentences and a table of who would pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.results.bottlenecks.ratios import chain_sentence
from flessenhals.briefing.results.infeasible.infeasible import repair_in_words
from flessenhals.briefing.results.infeasible.reason import reason
from flessenhals.briefing.text.naming import amounts_in, ceiling_name, constraint_name, heading, line_name
from flessenhals.briefing.text.numbers import change, coverages, decimals_for, least_share, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.constraint import minimum_of
from flessenhals.solver.claims.near import Gets, GivenMore, InTheWay
from flessenhals.solver.claims.split import AtBound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.sensitivity.line_reason import LineReason

NAMED = 4


def line_tables(found: LineReason, language: Language) -> list[Table]:
    """Why the line gets this, and below it which lines would get more and less if it got more."""
    split = found.allocation
    plan, unit = split.plan, split.plan.unit
    title = say(
        "why this",
        language,
        name=line_name(plan, found.line, language),
        amount=money(found.amount, unit, language),
        ceiling=ceiling_name(split.ceiling, unit, language),
    )
    first = Table(heading(plan, title, language), (), (), language, notes=tuple(line_findings(found, language)))
    if found.then is None:
        return [first]
    rows = [
        Row(
            (
                line_name(plan, line, language),
                split.amounts[line.id],
                found.then.amounts[line.id],
                found.changes[line.id],
            )
        )
        for line in plan.lines
        if line.id in found.changes
    ]
    return [
        first,
        Table(
            title="",
            columns=(
                Column(say("line", language), "text"),
                Column(say("now amount", language), "amount"),
                Column(say("then", language), "amount"),
                Column(say("changes", language), "change"),
            ),
            rows=tuple(rows),
            language=language,
            decimals=decimals_for(plan.proposed),
            notes=amounts_in(unit, language),
        ),
    ]


def line_findings(found: LineReason, language: Language) -> list[str]:
    """What the line gets, what is in its way, what one more would take and who would pay, a sentence each."""
    return [
        *_given(found, language),
        *_one_more(found, language),
        *_impossible(found, language),
        *([chain_sentence(found.allocation.plan, [found.price], language)] if found.price.total != 1 else []),
    ]


def _given(found: LineReason, language: Language) -> Iterator[str]:
    plan, line = found.allocation.plan, found.line
    name, gets = line_name(plan, line, language), money(found.amount, plan.unit, language)
    coverage = found.allocation.coverage(line)
    it_gets = Gets(line.id, line.proposed, found.amount)
    if coverage is not None:
        asks = money(line.proposed, plan.unit, language)
        yield tell(
            "asks and gets",
            language,
            [it_gets],
            name=name,
            proposed=asks,
            amount=gets,
            share=least_share(coverage, language),
        )
    if line.proposed and found.amount >= line.proposed:
        yield tell("has all", language, [it_gets])
    elif found.amount == line.upper:
        yield tell("at its maximum", language, [AtBound("maximum", (line.id,))], amount=gets)
    elif not found.stops:
        yield tell("asks no more", language, [it_gets])
    else:
        names = []
        for row in found.stops:
            named = constraint_name(plan, row.id, language)
            names.append(say("maximum of", language, names=named) if row.id.is_maximum else named)
        verb = say("is" if len(names) == 1 else "are", language, names=listed(names, language))
        yield tell("stopped by", language, [InTheWay(line.id, found.stops)], names=verb)


def _one_more(found: LineReason, language: Language) -> Iterator[str]:
    """What the line's getting more does to the answer, and who pays."""
    value, lowest = found.value, found.lowest_coverage
    if value is None or lowest is None or found.then is None:
        return
    plan, unit = found.allocation.plan, found.allocation.plan.unit
    raised = found.amount + found.step > found.line.upper
    places = decimals_for(plan.proposed)
    key = "value goes up" if value > 0 else "value goes down"
    changed = say(key, language, amount=money(abs(value), unit, language))
    given = GivenMore(found.line.id, found.amount + found.step, tuple(found.then.amounts.items()))
    yield tell(
        "one more for it",
        language,
        [given],
        step=money(found.step, unit, language),
        raised=say("with its maximum", language) if raised else "",
        first=changed if value else say("value stays", language),
        second=_coverage(found, lowest, language),
    )
    names = {line.id: line_name(plan, line, language) for line in plan.lines}
    losing = sorted((each for each in found.changes.items() if each[1] < 0), key=lambda each: each[1])
    if not losing:
        yield tell("nobody pays", language, [given])
        return
    told = [
        say("line change", language, name=names[line], change=change(less, language, decimals=places))
        for line, less in losing[:NAMED]
    ]
    if len(losing) > NAMED:
        told.append(say("more lines", language, count=len(losing) - NAMED))
    yield tell("who pays", language, [given], names=listed(told, language))


def _coverage(found: LineReason, lowest: Fraction, language: Language) -> str:
    now = found.allocation.lowest_coverage
    if now is None or not lowest:
        return say("coverage kept", language, now="" if now is None else least_share(now, language))
    before, after, _ = coverages(now, now + lowest, language)
    return say("coverage then", language, now=before, then=after)


def _impossible(found: LineReason, language: Language) -> Iterator[str]:
    """Why one unit more cannot be, and what would make it possible."""
    if found.refused is None:
        return
    plan = found.refused.plan
    never = GivenMore(found.line.id, found.amount + found.asked, None)
    yield tell("step is too much", language, [never], step=money(found.asked, plan.unit, language))
    yield from (Told(each, [never]) for each in reason(found.refused, language))
    changes = [
        repair_in_words(plan, each, language)
        for each in found.refused.repairs
        if each.change is not None and each.row.id != minimum_of(found.line.id)
    ]
    if changes:
        yield tell("would take", language, [never], changes="; ".join(changes))
