"""A proposal held against what is possible: the verdict in words, and tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.comparison.inverse import inverse_notes
from flessenhals.briefing.results.comparison.moves import moves_table
from flessenhals.briefing.results.comparison.rows import grouped_rows
from flessenhals.briefing.results.comparison.tracing import trace_notes
from flessenhals.briefing.results.infeasible import infeasible_tables
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import (
    amounts_in,
    constraint_names,
    heading,
    kind_name,
    line_name,
    name_in_unit,
    yearly,
)
from flessenhals.briefing.text.numbers import decimals_for, lower_limit, money, share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.ceiling import size
from flessenhals.constraints.exact import total
from flessenhals.solver.optimum.allocation import Allocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Grouping, Line

ZERO = Fraction(0)
NAMED, SHOWN = 4, 20


def comparison_tables(found: Comparison, language: Language, by: Grouping | None = None) -> list[Table]:
    """The verdict, what it breaks, the amounts side by side, what is stranded and why, and the moves that mend it.

    Args:
        found: the proposal held against the rules.
        language: the reader's.
        by: a row per programme, partner or department instead of one per line.
    """
    plan = found.plan
    name = text(found.proposal.title, language, found.proposal.name)
    ceiling = yearly(size(found.ceiling), plan.unit, language)
    title = heading(plan, say("comparison", language, name=name, ceiling=ceiling), language)
    tables = [Table(title, (), (), language, notes=tuple(_summary(found, language)))]
    if found.violations:
        tables.append(_violations(found, language))
    tables.append(_amounts(found, language, by))
    if found.traces:
        notes = tuple(trace_notes(found, language))
        tables.append(Table(say("what is stranded", language), (), (), language, notes=notes))
    for key, moves in (("to the nearest", found.to_nearest), ("to the optimum", found.to_optimum)):
        if moves:
            tables.append(moves_table(plan, say(key, language), moves, language))
    if isinstance(found.optimum, Allocation):
        tables.append(Table("", (), (), language, notes=tuple(inverse_notes(found.inverse, language))))
    else:
        tables += infeasible_tables(found.optimum, language)
    return tables


def verdict(found: Comparison, language: Language) -> str:
    """What is to be said of a proposal, in one sentence."""
    plan = found.plan
    stranded = total(found.stranded.values())
    key = "optimal" if found.is_optimal else "broken" if found.violations else "holds"
    if stranded:
        key = "stranded" if stranded < found.proposal.total else "useless"
    elif not found.proposal.total and not found.is_optimal:
        key = "empty" if found.violations else "empty holds"
    return say(
        f"verdict: {key}",
        language,
        ceiling=money(size(found.ceiling), plan.unit, language),
        total=money(found.proposal.total, plan.unit, language),
        stranded=money(stranded, plan.unit, language),
        names=constraint_names(plan, [each.row.id for each in found.violations], language),
    )


def how_given(found: Comparison, language: Language) -> list[str]:
    """What a reader should know of how the proposal was given: per partner, or with lines missing."""
    names = {line.id: line_name(line, language) for line in found.plan.lines}
    notes = [say("given per partner", language)] if found.proposal.by_partner else []
    missing = [names[line] for line in found.proposal.missing]
    more = len(missing) - NAMED
    if missing:
        shown = [*missing[:NAMED], say("more lines", language, count=more)] if more > 1 else missing
        notes.append(say("counted as nothing", language, names=listed(shown, language)))
    return notes


def _summary(found: Comparison, language: Language) -> Iterable[str]:
    plan = found.plan
    yield verdict(found, language)
    if found.to_nearest:
        yield say("nearest moves", language, moved=money(found.moved, plan.unit, language))
    if isinstance(found.optimum, Allocation) and not found.is_optimal:
        yield _optimum(found, found.optimum, language)
    yield from how_given(found, language)
    yield say("each figure proved", language)


def _optimum(found: Comparison, optimum: Allocation, language: Language) -> str:
    """What the optimum has over the nearest split."""
    plan, near = found.plan, found.nearest
    if near is None or not found.to_optimum:
        return say("optimum: nearest", language)
    other = say("that nearest split" if found.to_nearest else "this proposal", language)
    gain = optimum.value - found.value_of(near.amounts)
    if gain > 0:
        key = "optimum: more" if all(line.weight == 1 for line in plan.lines) else "optimum: worth"
        return say(key, language, more=money(gain, plan.unit, language), other=other)
    best, lowest = optimum.lowest_coverage, lowest_coverage(plan.lines, near.amounts)
    if best is None or lowest is None or best <= lowest:
        return say("optimum: evener", language, other=other)
    return say(
        "optimum: coverage",
        language,
        best=share(lower_limit(best), language),
        lowest=share(lowest, language),
        other=other,
    )


def lowest_coverage(lines: Iterable[Line], amounts: Mapping[str, Fraction]) -> Fraction | None:
    """The smallest part of what a line asks that it gets, a pure number; None where no line asks anything."""
    return min((amounts[line.id] / line.proposed for line in lines if line.proposed), default=None)


def _violations(found: Comparison, language: Language) -> Table:
    plan = found.plan
    shown = found.violations if len(found.violations) <= SHOWN + 1 else found.violations[:SHOWN]
    more = len(found.violations) - len(shown)
    return Table(
        title=say("what it breaks", language),
        columns=(
            Column(say("constraint", language), "text"),
            Column(say("kind", language), "text"),
            Column(say("shortfall", language), "amount"),
        ),
        rows=tuple(
            Row((name_in_unit(plan, each.row, language), kind_name(each.row, language), each.shortfall))
            for each in shown
        ),
        language=language,
        decimals=decimals_for(max(each.shortfall for each in found.violations)),
        notes=(say("further broken", language, count=more),) if more else (),
    )


def _amounts(found: Comparison, language: Language, by: Grouping | None) -> Table:
    plan, optimum = found.plan, found.optimum
    splits: dict[str, Mapping[str, Fraction]] = {"proposal": found.proposal.amounts, "stranded": found.stranded}
    if found.nearest is not None and isinstance(optimum, Allocation):
        splits |= {"nearest": found.nearest.amounts, "optimal": optimum.amounts}

    def cells(lines: Sequence[Line]) -> list[Fraction | None]:
        added = {name: total(amounts.get(line.id, ZERO) for line in lines) for name, amounts in splits.items()}
        gap = [added["optimal"] - added["proposal"] or None] if found.fits else []
        return [added["proposal"], added["stranded"] or None, *list(added.values())[2:], *gap]

    return Table(
        title="",
        columns=(
            Column(say(by or "line", language), "text"),
            *(Column(say(name, language), "amount") for name in splits),
            *([Column(say("gap", language), "change")] if found.fits else []),
        ),
        rows=grouped_rows(plan, by, cells, language),
        language=language,
        decimals=decimals_for(max(plan.proposed, found.proposal.total)),
        notes=(*([say("gap means", language)] if found.fits else []), *amounts_in(plan.unit, language)),
    )
