"""A fixed split under uncertainty, as tables and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.simulation.simulation import (
    MOST,
    TELLING,
    draws_in_words,
    is_the_same,
    parts,
    spread_cells,
)
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import heading, line_name, yearly
from flessenhals.briefing.text.naming_inputs import bound_name, capital, input_name
from flessenhals.briefing.text.numbers import amount, at_least, decimals_for, money, percentage, share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import say
from flessenhals.solver.simulation.drivers import name_of

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.simulation.fixed import SplitSimulation


def stranding_tables(found: SplitSimulation, language: Language) -> list[Table]:
    """What of the split is stranded per line with what it comes to in words, and what it breaks how often."""
    plan = found.plan
    heads = ("given", "stranded mean", "low", "middle", "high")
    places = decimals_for(plan.proposed)
    rows = [
        Row(
            (
                line_name(plan, line, language),
                found.proposal.amounts[line.id],
                *spread_cells(found.lines[line.id], places),
            )
        )
        for line in plan.lines
        if found.lines[line.id].mean
    ]
    if rows:
        rows.append(Row((say("total", language), found.proposal.total, *spread_cells(found.stranded, places)), "total"))
    title = say(
        "split simulation",
        language,
        name=text(found.proposal.title, language, found.proposal.name),
        total=yearly(found.proposal.total, plan.unit, language),
        draws=draws_in_words(found.samples, language),
    )
    stranded = Table(
        title=heading(plan, title, language),
        columns=(Column(say("line", language), "text"), *(Column(say(head, language), "amount") for head in heads))
        if rows
        else (),
        rows=tuple(rows),
        language=language,
        decimals=places,
        notes=tuple(stranding_sentences(found, language)),
    )
    return [stranded, broken_table(found, language)] if found.broken else [stranded]


def stranding_sentences(found: SplitSimulation, language: Language) -> list[str]:
    """How much is stranded how often, how often everything is kept, and what to research first."""
    unit = found.plan.unit
    samples, proved = (amount(Fraction(each), language) for each in (found.samples, found.proved))
    told = [say("stopped early", language, samples=samples)] if found.partial else []
    if found.strands:
        told.append(
            say(
                "strands always" if is_the_same(found.stranded) else "strands in",
                language,
                share=percentage(Fraction(found.strands), language),
                mean=money(Fraction(f"{found.stranded.mean:.2f}"), unit, language),
                high=at_least(parts(found.stranded)[-1], unit, language),
            )
        )
    else:
        told.append(say("strands never", language))
    told.append(
        say("keeps all in", language, share=percentage(Fraction(found.keeps_all), language))
        if found.broken
        else say("kept in every draw", language)
    )
    known = {name_of(each): each for each in found.plan.uncertain}
    path, driver = next(iter(found.drivers.items()))
    if driver.effect >= TELLING:
        name, effect = input_name(found.plan, known[path], language), share(Fraction(driver.effect), language)
        told.append(say("stranded driver", language, name=name, effect=effect))
    key = "all split draws proved" if found.proved == found.samples else "split draws proved"
    return [*told, say(key, language, proved=proved, samples=samples)]


def broken_table(found: SplitSimulation, language: Language) -> Table:
    """In which share of the draws each constraint is broken, and by how much then; the most frequent first."""
    return Table(
        title=say("broken in", language),
        columns=(
            Column(say("constraint", language), "text"),
            Column(say("share of draws", language), "share"),
            Column("", "bar"),
            Column(say("shortfall then", language), "amount"),
        ),
        rows=tuple(
            Row(
                (
                    capital(_in_unit(found.plan, each, language)),
                    Fraction(part),
                    Fraction(part),
                    Fraction(short),
                )
            )
            for each, (part, short) in list(found.broken.items())[:MOST]
        ),
        language=language,
    )


def _in_unit(plan: Plan, constraint: Constraint, language: Language) -> str:
    """A constraint by name, with its unit where that is not money."""
    name = bound_name(plan, constraint, language)
    unit = next((row.unit for row in plan.rule_rows if row.id == constraint), None)
    return say("in unit", language, name=name, unit=unit) if unit else name
