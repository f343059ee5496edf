"""What a series rests on and where it comes from: the plan as it was written, not its line-years."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.brief.assumptions import assumptions
from flessenhals.briefing.brief.table.measures import decimals_of, unit_of
from flessenhals.briefing.brief.traceability import RULES, mark_of, traced
from flessenhals.briefing.document.document import DataTable
from flessenhals.briefing.results.origins import changed_figures
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import line_name
from flessenhals.briefing.text.numbers import amount
from flessenhals.briefing.text.table import Column, Row, Table, told_once
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.plan.revised import FIGURES

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Plan

WIDTHS = (30, 9, 9, 9, 11, 32)


class AsWritten(NamedTuple):
    """What a briefing rests on, with the lines and rules as the plan has them; it is held against no proposal.

    Attributes:
        plan: with a line for every line, whatever its years, and its rules as written.
        provenance: where the figures come from.
    """

    plan: Plan
    provenance: Provenance

    @property
    def comparison(self) -> None:
        """None: there is no proposal."""


def rests_on(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """The table of what the answer rests on, with the path among it."""
    table, *others = assumptions(AsWritten(_as_written(run.plan), run.provenance), language)
    if not isinstance(table, DataTable):
        return (table, *others)
    assumed, plan = say("mark assumed", language), say("the plan", language)
    command = say("the command", language)
    named = run.plan.years is not None and run.series.path.name in run.plan.years.ceilings
    path = Row((_path(run, language), assumed if named else say("mark chosen", language), plan if named else command))
    moved = [Row((say("may be shifted", language), assumed, plan))] if run.series.path.shiftable else []
    rows = (path, *moved, *table.table.rows)
    return (replace(table, table=table.table._replace(rows=rows)), *others)


def comes_from(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """How the answer was made, the checksums of what was read, and the command that makes it again."""
    section = RULES + (run.difference is not None)
    return traced(run.allocation, None, run.provenance, language, section=section)


def lines(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """Every line: what it asks in the first and the last year, when it runs, where that stands, what to know of it."""
    plan, years = _as_written(run.plan), run.series.years
    proposed = run.series.proposed
    steady = all(len(set(each.values())) == 1 for each in proposed.values())
    ends = [years.last] if steady else [years.first, years.last]
    whole = all(each.first == years.first and each.last == years.last for each in years.lines)
    rows = []
    for dated in years.lines:
        line = dated.line
        notes = changed_figures(plan, line, FIGURES, language), text(line.note, language)
        once = say("one-off money", language) if line.money == "one-off" else ""
        runs = "" if whole else f"{dated.first}–{dated.last}" if dated.first != dated.last else str(dated.first)
        rows.append(
            Row(
                (
                    line_name(plan, line, language),
                    *(proposed[line.id][year] for year in ends),
                    ", ".join(each for each in (runs, once) if each),
                    line.source or "",
                    say(f"mark {mark_of(plan, line)}", language),
                    " ".join(each for each in notes if each),
                )
            )
        )
    table = Table(
        say("lines caption", language, unit=unit_of(plan, language)),
        (
            Column(say("measure", language), "text"),
            *(Column(say("asked" if steady else "asked in", language, year=str(year)), "amount") for year in ends),
            Column(say("line runs", language), "text"),
            Column(say("source", language), "text"),
            Column(say("marked", language), "text"),
            Column(say("note", language), "text"),
        ),
        tuple(rows),
        language,
        decimals_of(each[year] for each in proposed.values() for year in ends),
    )
    return (DataTable("lines", told_once(table), (28, *(9 for _ in ends), 10, 8, 10, 34)).without_empty_texts(),)


def _as_written(plan: Plan) -> Plan:
    """The plan with a line for every line and a rule for every rule, whatever their years."""
    years = plan.years
    if years is None:
        return plan
    lines = (replace(each.in_year(each.last), id=each.line.id, year=None) for each in years.lines)
    return replace(plan, lines=tuple(lines), constraints=tuple(each.rule for each in years.rules))


def _path(run: RunByYear, language: Language) -> str:
    path = run.series.path
    told: list[str] = []
    before = None
    for year in path.years:
        if path.at(year) != before:
            told.append(f"{year}: {amount(path.at(year), language)}")
        before = path.at(year)
    return say("ceiling of path", language, name=path.name, amounts=listed(told, language))
