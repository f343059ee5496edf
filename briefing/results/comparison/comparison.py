"""A proposal held against what is possible: the verdict in words, and tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.cofunded import others_pay
from flessenhals.briefing.results.comparison.by_year import by_year_tables
from flessenhals.briefing.results.comparison.inverse import inverse_notes
from flessenhals.briefing.results.comparison.moves import moves_table
from flessenhals.briefing.results.comparison.rows import grouped_rows
from flessenhals.briefing.results.comparison.tracing import trace_notes
from flessenhals.briefing.results.infeasible.infeasible import infeasible_tables
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import (
    amounts_in,
    ceiling_name,
    constraint_name,
    constraint_names,
    cut_short,
    heading,
    kind_name,
    line_name,
    name_in_unit,
    unit_over,
)
from flessenhals.briefing.text.numbers import decimals_for, least_share, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.ceiling import size
from flessenhals.constraints.exact import total
from flessenhals.solver.claims.fit import NothingFits
from flessenhals.solver.claims.proposal import BestOf, BetterBy, Breaks, CannotBeUsed, Keeps, NearestSplit
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.objective.goals import VALUE, is_decided
from flessenhals.solver.plan.line import lowest_coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Grouping, Line

ZERO = Fraction(0)
NAMED, SHOWN = 4, 20
SUSPICIOUS = 100  # so many times what is asked, an amount is likely to be in another unit


def comparison_tables(found: Comparison, language: Language, by: Grouping | None = None) -> list[Table]:
    """The verdict, what it breaks, the amounts side by side, what is stranded and why, and the moves that mend it.

    Args:
        found: the proposal held against the rules.
        language: the reader's.
        by: a row per programme, partner or department instead of one per line.
    """
    plan = found.plan
    name = text(found.proposal.title, language, found.proposal.name)
    ceiling = ceiling_name(found.ceiling, plan.unit, language)
    title = heading(plan, say("comparison", language, name=name, ceiling=ceiling), language)
    tables = [Table(title, (), (), language, notes=tuple(_summary(found, language)))]
    if found.violations:
        tables.append(_violations(found, language))
    tables += [*by_year_tables(found, language), _amounts(found, language, by)]
    if found.stranded:
        notes = tuple(trace_notes(found, language))
        tables.append(Table(say("what is stranded", language), (), (), language, notes=notes))
    if found.to_nearest:
        tables.append(moves_table(found, say("to the nearest", language), to_optimum=False, language=language))
    if found.to_optimum:
        tables.append(moves_table(found, say("to the optimum", language), to_optimum=True, language=language))
    if isinstance(found.optimum, Allocation):
        tables.append(Table("", (), (), language, notes=tuple(_what_must_be_true(found, language))))
    else:
        tables += infeasible_tables(found.optimum, language)
    return tables


def _what_must_be_true(found: Comparison, language: Language) -> list[str]:
    inverse = found.inverse
    return [say("no inverse in whole amounts", language)] if inverse is None else inverse_notes(inverse, language)


def verdict(found: Comparison, language: Language) -> Told:
    """What is to be said of a proposal, in one sentence."""
    plan, given = found.plan, tuple(found.proposal.amounts.items())
    stranded = total(found.stranded.values())
    key = "optimal" if found.is_optimal else "broken" if found.violations else "holds"
    if stranded:
        key = "stranded" if stranded < found.proposal.total else "useless"
        if not found.violations:  # what lies between two whole amounts breaks no rule
            key = "stranded in part" if key == "stranded" else "useless whole"
    elif not found.proposal.total and not found.is_optimal:
        key = "empty" if found.violations else "empty holds"
    elif key == "broken" and {each.row.kind for each in found.violations} == {"minimum"}:
        key = "below a minimum" if len(found.violations) == 1 else "below minimums"
    claims: list[Claim] = [
        _breaks(found) if found.violations else Keeps(found.ceiling, given),
        CannotBeUsed(given, tuple(found.stranded.items())),
    ]
    if found.is_optimal:
        claims.append(BestOf(found.ceiling, given))
    lines = [constraint_name(plan, each.row.id, language) for each in found.violations]
    return tell(
        f"verdict: {key}",
        language,
        claims,
        ceiling=money(size(found.ceiling), plan.unit, language),
        total=money(found.proposal.total, plan.unit, language),
        stranded=money(stranded, plan.unit, language),
        names=constraint_names(plan, [each.row.id for each in found.violations], language),
        count=len(found.violations),
        lines=listed(cut_short(lines, NAMED, language), language),
    )


def how_given(found: Comparison, language: Language) -> list[str]:
    """What a reader should know of how the proposal was given: per partner, or with lines missing."""
    names = {line.id: line_name(found.plan, line, language) for line in found.plan.lines}
    notes = [say("given per partner", language)] if found.proposal.by_partner else []
    missing = [names[line] for line in found.proposal.missing]
    more = len(missing) - NAMED
    if missing:
        shown = [*missing[:NAMED], say("more lines", language, count=more)] if more > 1 else missing
        notes.append(say("counted as nothing", language, names=listed(shown, language)))
    return notes


def _summary(found: Comparison, language: Language) -> Iterable[str]:
    plan, given = found.plan, tuple(found.proposal.amounts.items())
    yield verdict(found, language)
    yield from others_pay(plan, found.proposal.amounts, "others pay of proposal", language)
    if plan.proposed and found.proposal.total >= SUSPICIOUS * plan.proposed:
        asked, proposed = (money(each, plan.unit, language) for each in (plan.proposed, found.proposal.total))
        yield say("another unit", language, total=proposed, proposed=asked)
    if found.to_nearest and found.nearest is not None:
        claim = NearestSplit(found.ceiling, given, tuple(found.nearest.amounts.items()))
        yield tell("nearest moves", language, [claim], moved=money(found.moved, plan.unit, language))
    if isinstance(found.optimum, Allocation) and not found.is_optimal:
        yield _optimum(found, found.optimum, language)
    yield from how_given(found, language)
    if found.in_units:
        yield say("in whole amounts too", language)
    if isinstance(found.optimum, Allocation):
        yield tell("each figure proved", language, [BestOf(found.ceiling, tuple(found.optimum.amounts.items()))])
    else:
        yield tell("each figure proved", language, [NothingFits(found.ceiling)])


def _optimum(found: Comparison, optimum: Allocation, language: Language) -> Told:
    """What the optimum has over the nearest split."""
    plan, near = found.plan, found.nearest
    if near is None or not found.to_optimum:
        return tell("optimum: nearest", language, [BestOf(found.ceiling, tuple(optimum.amounts.items()))])
    other = say("that nearest split" if found.to_nearest else "this proposal", language)
    gain = optimum.value - VALUE.reached(found.plan, near.amounts)
    amounts = tuple(near.amounts.items())
    if gain > 0:
        key = "optimum: more" if all(line.weight == 1 for line in plan.lines) else "optimum: worth"
        claim = BetterBy(found.ceiling, amounts, gain)
        return tell(key, language, [claim], more=money(gain, plan.unit, language), other=other)
    less = _shifted(found, "nearest") - _shifted(found, "optimal")
    if less > 0 and found.plan.objective.index("shift") < len(found.plan.objective) - 1:
        claims: list[Claim] = [BetterBy(found.ceiling, amounts, gain)]
        return tell("optimum: shift", language, claims, less=money(less, plan.unit, language), other=other)
    best, lowest = optimum.lowest_coverage, lowest_coverage(plan.lines, near.amounts)
    claims = [BetterBy(found.ceiling, amounts, gain, (best, lowest) if is_decided(plan) else None)]
    if best is None or lowest is None or best <= lowest:
        return tell("optimum: evener" if is_decided(plan) else "optimum: as good", language, claims, other=other)
    return tell(
        "optimum: coverage",
        language,
        claims,
        best=least_share(best, language),
        lowest=least_share(lowest, language),
        other=other,
    )


def _shifted(found: Comparison, split: str) -> Fraction:
    """All that a split shifts between years, in the plan's unit."""
    return total(map(abs, found.shifted_by_year.get(split, {}).values()))


DIGITS = 14  # a number that is rounded to 15 digits is off by less than this part of it


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
        claims=(_breaks(found),),
        notes=(
            *((say("further broken", language, count=more),) if more else ()),
            *((tell("broken by digits", language, [_breaks(found)]),) if _is_of_digits(found) else ()),
        ),
    )


def _is_of_digits(found: Comparison) -> bool:
    """Whether everything that is broken is so by less than amounts of 15 digits can be off together."""
    most = found.proposal.total * len(found.plan.lines) / 10**DIGITS
    return all(each.shortfall <= most for each in found.violations)


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
        title="" if plan.years is None else say("years together", language),
        columns=(
            Column(say(by or "line", language), "text"),
            *(Column(say(name, language), "amount") for name in splits),
            *([Column(say("gap", language), "change")] if found.fits else []),
        ),
        rows=grouped_rows(plan, by, cells, language),
        language=language,
        decimals=decimals_for(max(plan.proposed, found.proposal.total)),
        notes=(*([say("gap means", language)] if found.fits else []), *amounts_in(unit_over(plan), language)),
        claims=tuple(_amounts_claims(found)),
    )


def _breaks(found: Comparison) -> Breaks:
    broken = tuple((each.row, each.shortfall) for each in found.violations)
    return Breaks(found.ceiling, (*found.proposal.amounts.items(), *found.shifts.items()), broken)


def _amounts_claims(found: Comparison) -> Iterable[Claim]:
    """What the amounts side by side claim: what cannot be used, the nearest split and the optimal one."""
    given = tuple(found.proposal.amounts.items())
    yield CannotBeUsed(given, tuple(found.stranded.items()))
    if found.nearest is not None and isinstance(found.optimum, Allocation):
        yield NearestSplit(found.ceiling, given, tuple(found.nearest.amounts.items()))
        yield BestOf(found.ceiling, tuple(found.optimum.amounts.items()))
