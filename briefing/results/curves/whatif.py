"""Ceilings side by side, as a table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.curves.claimed import results_claims
from flessenhals.briefing.results.missing import reason_in
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import amounts_in, group_name, line_name, scenario_name
from flessenhals.briefing.text.numbers import amount, at_least, decimals_for, given, least_share, money, places_given
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import say
from flessenhals.constraints.ceiling import size
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.whatif import Unproved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.optimum.whatif import Reference, WhatIf
    from flessenhals.solver.plan.plan import Grouping, Line

    Result = Allocation | InfeasibleError | Unproved

SIDE_BY_SIDE, READINGS_SIDE_BY_SIDE, HELD_SIDE_BY_SIDE = 5, 4, 3
EXACT = 6  # decimals with which a ceiling is told from the one that would be enough


def whatif_tables(found: WhatIf, language: Language, by: Grouping | None = None) -> list[Table]:
    """Ceilings as columns, amount and coverage per line with subtotals per programme, a few columns a table.

    Args:
        found: the splits.
        language: the reader's.
        by: show one row per programme, partner or department instead of one per line.
    """
    if found.plan.years is not None:
        from flessenhals.briefing.results.curves.paths import paths_tables  # noqa: PLC0415 - few plans have years

        return paths_tables(found, language)
    results = [(size(ceiling), result) for ceiling, result in zip(found.ceilings, found.results, strict=True)]
    most = READINGS_SIDE_BY_SIDE if any(result.plan.scenario for _, result in results) else SIDE_BY_SIDE
    if found.against:
        most = HELD_SIDE_BY_SIDE
    starts = range(0, len(results), most)
    return [_table(found, results[at : at + most], found.against[at : at + most], language, by) for at in starts]


def _table(
    found: WhatIf,
    asked: Sequence[tuple[Fraction, Result]],
    against: Sequence[Reference],
    language: Language,
    by: Grouping | None,
) -> Table:
    plan = found.plan
    results = [result for _, result in asked]
    rows: list[Row] = []
    groups = plan.grouped(by or "programme")
    for group, lines in groups.items():
        if by is None:
            rows += [
                _row(line_name(plan, line, language), [line], results, against, language, "line") for line in lines
            ]
        if by is not None or len(groups) > 1:
            name = group_name(plan, by or "programme", group, language)
            rows.append(_row(name, lines, results, against, language, _role(by)))
    rows.append(_row(say("total", language), plan.lines, results, against, language, "total"))
    if plan.is_cofunded:
        rows.append(_others(results, against, language))
    scenarios = dict.fromkeys(result.plan.scenario for result in results if result.plan.scenario)
    claims = results_claims(results)
    notes = [
        *(f"{name}: {scenario_name(results[0].plan, name, language)}" for name in scenarios),
        *(_refusal(ceiling, result, language) for ceiling, result in asked if not isinstance(result, Allocation)),
        *_unheld(against, language),
        *amounts_in(plan.unit, language),
        *([tell("each proved", language, claims)] if any(isinstance(each, Allocation) for each in results) else []),
    ]
    return Table(
        title=text(plan.title, language, plan.id),
        columns=(
            Column(say(by or "line", language), "text"),
            Column(say("proposed", language), "amount"),
            *_columns(asked, against, language),
        ),
        rows=tuple(rows),
        language=language,
        decimals=decimals_for(plan.proposed),
        notes=tuple(notes),
        claims=claims,
    )


def _unheld(against: Sequence[Reference], language: Language) -> Iterator[str]:
    """Where there is no split to hold the others against, and why."""
    refusals = (
        _refusal(size(each.ceiling), each.result, language)
        for each in against
        if not isinstance(each.result, Allocation)
    )
    yield from dict.fromkeys(refusals)


def _columns(
    asked: Sequence[tuple[Fraction, Result]], against: Sequence[Reference], language: Language
) -> Iterator[Column]:
    for number, (ceiling, result) in enumerate(asked):
        yield Column(_heading(ceiling, result, language), "figure")
        if against:
            reference = against[number]
            than = _heading(size(reference.ceiling), reference.result, language)
            yield Column(say("against", language, than=than), "change")


def _role(by: Grouping | None) -> Role:
    return "subtotal" if by is None else "line"


def _heading(ceiling: Fraction, result: Result, language: Language) -> str:
    said = amount(ceiling, language, most=places_given(ceiling))
    return f"{result.plan.scenario} {said}" if result.plan.scenario else said


def _row(
    name: str,
    lines: Iterable[Line],
    results: Sequence[Result],
    against: Sequence[Reference],
    language: Language,
    role: Role,
) -> Row:
    chosen = {line.id for line in lines}
    proposed = sum((line.proposed for line in results[0].plan.lines if line.id in chosen), start=Fraction(0))
    cells: list[str | Fraction | None] = []
    for number, result in enumerate(results):
        cells.append(_figure(chosen, result, language))
        if against:
            cells.append(_difference(chosen, result, against[number].result))
    return Row((name, proposed, *cells), role)


def _others(results: Sequence[Result], against: Sequence[Reference], language: Language) -> Row:
    """What others pay, of what is asked and of each split."""
    plan = results[0].plan
    decimals = decimals_for(plan.proposed)
    cells: list[str | Fraction | None] = []
    for number, result in enumerate(results):
        given = result.cofunded if isinstance(result, Allocation) else None
        cells.append("-" if given is None else f"{amount(given, language, decimals=decimals)} {'':>7}")
        if against:
            other = against[number].result
            then = other.cofunded if isinstance(other, Allocation) else None
            cells.append(None if given is None or then is None else given - then)
    asked = plan.cofunding({line.id: line.proposed for line in plan.lines})
    return Row((say("of which others pay", language), asked, *cells), "line")


def _difference(chosen: set[str], result: Result, other: Result) -> Fraction | None:
    if not (isinstance(result, Allocation) and isinstance(other, Allocation)):
        return None
    given = sum((amount for line, amount in result.amounts.items() if line in chosen), start=Fraction(0))
    return given - sum((amount for line, amount in other.amounts.items() if line in chosen), start=Fraction(0))


def _figure(chosen: set[str], result: Result, language: Language) -> str:
    if not isinstance(result, Allocation):
        return "-"
    lines = [line for line in result.plan.lines if line.id in chosen]
    proposed = sum((line.proposed for line in lines), start=Fraction(0))
    given = sum((result.amounts[line.id] for line in lines), start=Fraction(0))
    covered = least_share(given / proposed, language) if proposed else ""
    return f"{amount(given, language, decimals=decimals_for(result.plan.proposed))} {covered:>7}"


def _refusal(ceiling: Fraction, refused: InfeasibleError | Unproved, language: Language) -> str:
    unit = refused.plan.unit
    if isinstance(refused, Unproved):
        return say(
            "not proved at", language, ceiling=given(ceiling, unit, language), why=reason_in(refused.why, language)
        )
    lowest = refused.lowest_feasible_ceiling
    said = say("nothing fits", language, ceiling=money(ceiling, unit, language, most=EXACT))
    reason = (
        say("no ceiling", language)
        if lowest is None
        else say("check lowest", language, lowest=at_least(lowest, unit, language))
    )
    scenario = f"{refused.plan.scenario}: " if refused.plan.scenario else ""
    return Told(f"{scenario}{said}. {reason}", results_claims([refused]))
