"""Proposals beside each other, against the same ceiling, in words and tables."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.comparison.comparison import how_given, verdict
from flessenhals.briefing.results.comparison.rows import grouped_rows
from flessenhals.briefing.results.infeasible.infeasible import infeasible_tables
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import amounts_in, ceiling_name, heading, unit_over
from flessenhals.briefing.text.numbers import MOST_DECIMALS, amount, decimals_for, given, least_share, money, to_places
from flessenhals.briefing.text.table import ITEM, Column, Row, Table
from flessenhals.briefing.text.told import run_on, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.ceiling import Path, size
from flessenhals.constraints.exact import total
from flessenhals.solver.claims.fit import NothingFits
from flessenhals.solver.claims.proposal import AwayFromBest, BestOf
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.plan.line import lowest_coverage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.side_by_side import SideBySide
    from flessenhals.solver.plan.plan import Grouping, Line

ZERO = Fraction(0)
PAIR = 2


def side_by_side_tables(found: SideBySide, language: Language, by: Grouping | None = None) -> list[Table]:
    """Each proposal's verdict, how they measure up against each other, and their amounts beside the optimum.

    Args:
        found: the proposals held against the same ceiling.
        language: the reader's.
        by: a row per programme, partner or department instead of one per line.
    """
    plan = found.plan
    title = heading(plan, say("comparisons", language, ceiling=_ceiling(found, language)), language)
    optimum = found.results[0].optimum
    return [
        Table(title, (), (), language, notes=tuple(_verdicts(found, language))),
        how_they_measure_up(found, language, _decimals(found)),
        _amounts(found, language, by),
        *([] if isinstance(optimum, Allocation) else infeasible_tables(optimum, language)),
    ]


def _ceiling(found: SideBySide, language: Language) -> str:
    """The ceiling as it is told; with years a path that was not given has no name of its own."""
    ceiling = found.ceiling
    if isinstance(ceiling, Path) and not ceiling.name:
        ceiling = replace(ceiling, name=say("their totals", language))
    return ceiling_name(ceiling, found.plan.unit, language)


def _verdicts(found: SideBySide, language: Language) -> Iterable[str]:
    unit = found.plan.unit
    if found.fits:
        yield closest(found, language)
    ceiling = given(found.ceiling, unit, language) if isinstance(found.ceiling, Fraction) else _ceiling(found, language)
    yield say(f"same ceiling {found.ceiling_from}", language, ceiling=ceiling)
    for name, result in _named(found):
        title = text(result.proposal.title, language)
        called = f"{name} ({title}):" if title else f"{name}:"
        yield run_on([called, verdict(result, language), *how_given(result, language)], ITEM)
    optimum = found.results[0].optimum
    proved = (
        BestOf(found.ceiling, tuple(optimum.amounts.items()))
        if isinstance(optimum, Allocation)
        else NothingFits(found.ceiling)
    )
    yield tell("each figure proved", language, [proved])


def closest(found: SideBySide, language: Language, decimals: int = MOST_DECIMALS) -> Told:
    """Which of the proposals is closest to the optimal split, and how far it is away from it.

    Args:
        found: the proposals.
        language: of the text.
        decimals: of the distance, at most.
    """
    apart = [_apart(result) or ZERO for result in found.results]
    least = min(apart)
    places = tuple(place for place, distance in enumerate(apart) if distance == least)
    given = tuple(tuple(result.proposal.amounts.items()) for result in found.results)
    optimum = found.results[0].optimum
    best = tuple(optimum.amounts.items()) if isinstance(optimum, Allocation) else ()
    claims = [AwayFromBest(found.ceiling, best, given, places, least)]
    names = [found.names[place] for place in places]
    distance = money(to_places(least, decimals) or least, found.plan.unit, language)
    if len(names) > 1:
        return tell("equally close", language, claims, names=listed(names, language), distance=distance)
    return tell("closest", language, claims, name=names[0], distance=distance)


def _apart(result: Comparison) -> Fraction | None:
    return result.distance(result.optimum.amounts) if isinstance(result.optimum, Allocation) else None


def _paid(found: SideBySide, figures: Callable[[str, Sequence[Fraction | None]], Row]) -> list[Row]:
    """What the ceiling pays of each proposal, and what others do; none where nobody else pays."""
    if not found.plan.is_cofunded:
        return []
    given = [result.proposal.amounts for result in found.results]
    return [
        figures("of which others pay", list(map(found.plan.cofunding, given))),
        figures("from the ceiling", list(map(found.plan.charged, given))),
    ]


def how_they_measure_up(found: SideBySide, language: Language, decimals: int) -> Table:
    """How the proposals measure up against each other: a measure a row, a proposal a column.

    Args:
        found: the proposals held against the same ceiling.
        language: the reader's.
        decimals: of the amounts.
    """

    def figures(name: str, of: Sequence[Fraction | None]) -> Row:
        written = ("" if each is None else amount(each, language, decimals=decimals) for each in of)
        return Row((say(name, language), *written))

    results = found.results
    lowest = [lowest_coverage(found.plan.lines, result.proposal.amounts) for result in results]
    rows = [
        figures("total", [result.proposal.total for result in results]),
        *_paid(found, figures),
        figures("stranded", [total(result.stranded.values()) for result in results]),
        Row((say("limits broken", language), *(str(len(result.violations)) for result in results))),
        Row(
            (
                say("lowest coverage", language),
                *("" if part is None else least_share(part, language) for part in lowest),
            )
        ),
    ]
    if found.fits:
        rows.append(figures("moved to nearest", [result.moved for result in results]))
        rows.append(figures("distance to optimum", [_apart(result) for result in results]))
    return Table(
        title="",
        columns=(Column(say("measured", language), "text"), *(Column(name, "figure") for name in found.names)),
        rows=tuple(rows),
        language=language,
        decimals=decimals,
        notes=(say("distance means", language),) if found.fits else (),
    )


def _amounts(found: SideBySide, language: Language, by: Grouping | None) -> Table:
    plan, optimum = found.plan, found.results[0].optimum
    best = [optimum.amounts] if isinstance(optimum, Allocation) else []
    proposals = [each.proposal.amounts for each in found.results]
    pair = len(proposals) == PAIR

    def cells(lines: Sequence[Line]) -> list[Fraction | None]:
        added = [total(amounts[line.id] for line in lines) for amounts in (*proposals, *best)]
        gap = [added[1] - added[0] or None] if pair else []
        return [*added[: len(proposals)], *gap, *added[len(proposals) :]]

    return Table(
        title="",
        columns=(
            Column(say(by or "line", language), "text"),
            *(Column(name, "amount") for name in found.names),
            *([Column(say("gap", language), "change")] if pair else []),
            *([Column(say("optimal", language), "amount")] if best else []),
        ),
        rows=grouped_rows(plan, by, cells, language),
        language=language,
        decimals=_decimals(found),
        notes=(
            *([say("gap between", language, first=found.names[0], second=found.names[1])] if pair else []),
            *amounts_in(unit_over(plan), language),
        ),
    )


def _named(found: SideBySide) -> Iterable[tuple[str, Comparison]]:
    return zip(found.names, found.results, strict=True)


def _decimals(found: SideBySide) -> int:
    return decimals_for(max(found.plan.proposed, size(found.ceiling), *(each.proposal.total for each in found.results)))
