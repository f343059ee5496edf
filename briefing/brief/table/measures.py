"""The table of measures: proposal, optimum and difference, in the layout of a ministry's list."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.amounts import amount_columns, amounts_of, widths
from flessenhals.briefing.brief.table.beside import proposals
from flessenhals.briefing.brief.table.consequences import cuts, departments
from flessenhals.briefing.brief.table.country import folded, furthest, is_large
from flessenhals.briefing.brief.table.readings import readings_beside
from flessenhals.briefing.brief.table.rounding import kept_in_print, under_the_table
from flessenhals.briefing.brief.table.short import short_of
from flessenhals.briefing.document.document import Bars, DataTable, Paragraph
from flessenhals.briefing.results.comparison.comparison import how_given
from flessenhals.briefing.text.apart import MARK, printed_apart
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import ABBREVIATED, group_name, line_name, short_group_name
from flessenhals.briefing.text.numbers import unit_in_words
from flessenhals.briefing.text.table import Column, Row, Table, told_once
from flessenhals.briefing.text.units import known_unit
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flessenhals.briefing.brief.run import Answer, Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.solver.plan.plan import Line, Plan

MOST_DECIMALS = 8


def measures(run: Run, language: Language) -> tuple[Block, ...]:
    """The table with its bars, and what it means."""
    if is_large(run):
        return (
            DataTable("measures", _folded(run, folded(run, language), "measures caption", language)),
            DataTable("partners", _folded(run, furthest(run, language), "partners caption", language)),
            Paragraph(say("lines elsewhere", language, count=len(run.plan.lines))),
            *proposals(run, language, printed_decimals(run), unit_of(run.plan, language)),
            *departments(run, language, printed_decimals(run), unit_of(run.plan, language)),
        )
    table = told_once(measures_table(run, language))
    return (
        DataTable("measures", table, widths(run), bars(run, table)).without_empty_texts(),
        *proposals(run, language, printed_decimals(run), unit_of(run.plan, language)),
        *readings_beside(run, language, printed_decimals(run), unit_of(run.plan, language)),
        *cuts(run, language),
        *_short(run, language),
        *departments(run, language, printed_decimals(run), unit_of(run.plan, language)),
    )


def _short(run: Run, language: Language) -> tuple[Block, ...]:
    """What each line asks and does not get."""
    plan, given = run.plan, run.rounded.amounts
    lines = [(line_name(plan, line, language), run.asked[line.id], given[line.id]) for line in plan.lines]
    title = say("short caption", language, unit=unit_of(plan, language))
    return short_of(lines, title, printed_decimals(run), language)


def _folded(run: Run, groups: Iterable[tuple[str, Sequence[Line]]], caption: str, language: Language) -> Table:
    """What groups of lines propose and get together, with the grand total below."""
    plan = run.plan
    rows = [Row((name, *amounts_of(run, lines))) for name, lines in groups]
    return Table(
        say(caption, language, unit=unit_of(plan, language), prices=prices_of(plan, language)),
        (
            Column(say("folded group", language), "text"),
            *amount_columns(run, language),
        ),
        (*rows, Row((say("grand total", language), *amounts_of(run, plan.lines)), "total")),
        language,
        printed_decimals(run),
        tuple(_notes(run, language)) if caption == "measures caption" else (),
        claims=(kept_in_print(run.rounded),),
    )


def bars(run: Answer, table: Table) -> tuple[Bars | None, ...]:
    """The proposal, if any, the optimum and what is asked of every line, as parts of the largest of them all."""
    plan = run.plan
    most = max([*run.proposal.values(), *(line.upper for line in plan.lines)])
    longest = most or Fraction(1)
    given = run.proposal if run.compared else dict.fromkeys(run.proposal, Fraction(0))
    of = {
        number: Bars(given[line.id] / longest, run.rounded.amounts[line.id] / longest, line.proposed / longest)
        for number, line in enumerate(plan.lines, start=1)
    }
    return tuple(of[row.cells[0]] if isinstance(row.cells[0], int) else None for row in table.rows)


def measures_table(run: Answer, language: Language) -> Table:
    """A measure a row: its number, partner, what it asks, the proposal, optimum, difference, department and source.

    The column of the proposal is there where there is one; the difference is with it, or else with what is asked. Below
    the measures stand totals.
    """
    plan = run.plan
    rows: list[Row] = []
    apart = rounded_apart(run)
    numbers = {line.id: number for number, line in enumerate(plan.lines, start=1)}
    groups = plan.grouped("programme")
    for group, lines in groups.items():
        if len(groups) > 1:
            rows.append(_sum(run, group_name(plan, "programme", group, language), lines, "subtotal"))
        rows += [
            Row(
                (
                    numbers[line.id],
                    measure_and_partner(plan, line, language) + MARK * (line.id in apart),
                    *amounts_of(run, [line]),
                    _department(plan, line.department, language),
                    asked_in(run, line, language),
                )
            )
            for line in lines
        ]
    rows.append(_sum(run, say("grand total", language), plan.lines, "total"))
    if plan.is_cofunded:
        rows += _paid(run, language)
    return Table(
        say("measures caption", language, unit=unit_of(plan, language), prices=prices_of(plan, language)),
        (
            Column(say("number", language), "count"),
            Column(say("measure and partner", language), "text"),
            *amount_columns(run, language),
            Column(say("department", language), "text"),
            Column(say("source", language), "text"),
        ),
        tuple(rows),
        language,
        printed_decimals(run),
        tuple(_notes(run, language)),
        claims=(kept_in_print(run.rounded),),
    )


def rounded_apart(run: Answer) -> frozenset[str]:
    """The ids of lines with equal claims, which ask, are proposed and get exactly the same, but are printed apart."""
    given = run.comparison.proposal.amounts if run.comparison else {line.id: line.proposed for line in run.plan.lines}
    claims = {line.id: (line.proposed, given[line.id], run.allocation.amounts[line.id]) for line in run.plan.lines}
    return printed_apart(claims, {line: (run.proposal[line], run.rounded.amounts[line]) for line in claims})


def _about_marks(run: Answer, language: Language) -> tuple[str, ...]:
    """What the mark at a name means, where there is one."""
    return (say("rounded apart", language, mark=MARK.strip()),) if rounded_apart(run) else ()


def printed_decimals(run: Answer) -> int:
    """With how many decimals printed amounts stand: as many as a step has."""
    return decimals_of((run.rounded.step,))


def decimals_of(amounts: Iterable[Fraction]) -> int:
    """How many decimals it takes to show these amounts in full, eight at most."""
    places = 0
    for amount in amounts:
        while places < MOST_DECIMALS and (amount * 10**places).denominator != 1:
            places += 1
    return places


def unit_of(plan: Plan, language: Language) -> str:
    """The plan's unit as a heading says it."""
    return unit_in_words(plan.unit, language) or say("plan's own unit", language)


def total_unit(plan: Plan, language: Language) -> str:
    """The plan's unit as a heading says it of years together: without its period."""
    known = known_unit(plan.unit)
    return unit_of(plan, language).removesuffix(known.behind(language) if known else "")


def prices_of(plan: Plan, language: Language) -> str:
    """Of which year the prices are, or that the plan does not say so."""
    if plan.price_level is None:
        return say("prices unknown", language)
    return say("prices of", language, level=text(plan.price_level, language))


def measure_and_partner(plan: Plan, line: Line, language: Language) -> str:
    """A line's name and, where that is another and not in the name already, its partner's."""
    name, partner = line_name(plan, line, language), group_name(plan, "partner", line.partner, language)
    return name if name == partner or name.endswith(f"({partner})") else f"{name} – {partner}"


def asked_in(run: Answer, line: Line, language: Language) -> str | None:
    """Where what a line asks stands: in the source, or that it was chosen."""
    return line.source if run.plan.revised.maker(line.id, "proposed") is None else say("mark chosen", language)


def source_of(run: Answer, line: Line, language: Language) -> str | None:
    """Where the amounts of a line's row come from: the source, or a choice; and of another proposal its file too."""
    asked = asked_in(run, line, language)
    if run.comparison is None or run.comparison.proposal.amounts[line.id] == line.proposed:
        return asked
    given = say("proposal's file", language, file=run.comparison.proposal.name)
    return f"{asked}; {given}" if asked else given


def what_the_proposal_is(run: Answer, language: Language) -> str:
    """Where the amounts in the column of the proposal come from."""
    if run.comparison is None:
        return say("proposal is asked", language)
    given = run.comparison.proposal
    if len(run.compared) > 1:
        return say("proposal is first", language, name=given.name)
    if given.title is not None:
        return say("proposal is named", language, title=text(given.title, language, given.name))
    return say("proposal is given", language, file=given.name)


def _sum(run: Answer, name: str, lines: Iterable[Line], role: Role) -> Row:
    return Row((None, name, *amounts_of(run, lines), None, None), role)


def _paid(run: Answer, language: Language) -> list[Row]:
    """What others pay of the totals, and what the ceiling does, in whole steps so that the two add up in print."""
    given = (run.asked, *([run.proposal] if run.compared else []), run.rounded.amounts)
    charged = [run.plan.charged(amounts) // run.rounded.step * run.rounded.step for amounts in given]
    others = [sum(amounts.values()) - part for amounts, part in zip(given, charged, strict=True)]
    return [
        Row((None, say(key, language), *paid, paid[-1] - paid[-2], None, None), "subtotal")
        for key, paid in (("of which others pay", others), ("from the ceiling", charged))
    ]


def _department(plan: Plan, department: str | None, language: Language) -> str | None:
    """A department by its abbreviation, where its name has one in brackets behind it."""
    if department is None:
        return None
    return short_group_name(plan, "department", department, language)


def _notes(run: Answer, language: Language) -> Iterable[str]:
    plan = run.plan
    if run.compared:
        yield what_the_proposal_is(run, language)
    yield under_the_table(run, language)
    if not is_large(run):
        yield from _about_marks(run, language)
    if run.comparison is not None:
        yield from how_given(run.comparison, language)
    given = run.comparison.proposal.amounts if run.comparison else {line.id: line.proposed for line in plan.lines}
    if dict(given) != dict(run.proposal):
        yield say("proposal rounded", language)
    names = [group_name(plan, "department", each, language) for each in plan.grouped("department") if each is not None]
    short = [found for name in names if (found := ABBREVIATED.fullmatch(name))]
    if short:
        yield "; ".join(say("abbreviated", language, short=each[2], name=each[1]) for each in short) + "."
