"""Why: what holds money back by partner and year, what a head start is worth, and whether any shift helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.message import one_of, partners_of, per_one, proposal_name
from flessenhals.briefing.brief.table.measures import decimals_of, unit_of
from flessenhals.briefing.document.document import Bullets, DataTable
from flessenhals.briefing.results.allocation_by_year import shown_years, stays
from flessenhals.briefing.results.comparison.by_year import by_year_tables
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.results.whole.bottlenecks import onward
from flessenhals.briefing.text.naming import constraint_name, euros, group_name, rule_name, years_in_words
from flessenhals.briefing.text.numbers import amount, at_most, money, telling_apart
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.dated.building_up import AllAskedFirstIn, StillBuildsUp
from flessenhals.solver.claims.dated.shifting import FreeShiftBrings
from flessenhals.solver.claims.price import WorthPerEuro
from flessenhals.solver.comparison.reconciliation.over_years import building_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.sensitivity.by_year import PricedRule

MOST = 5
MOST_STARTS = 2
NAME, PARTNER, FIGURE = 30.0, 22.0, 8.0


def why(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """The sentences, and the table of the five that hold back most."""
    told = (
        *stays(run.allocation, language, run.unspendable),
        *_most(run, language),
        *(onward(run.units, language) if run.units is not None else ()),
        *_head_starts(run, language),
        *_shift(run, language),
        *_how_soon(run, language),
        *_too_short(run, language),
        *missing_findings(run.plan, run.missing, language),
    )
    table = priced_table(run, () if _only_money(run) else run.priced[:MOST], language)
    more = [say("priced rest", language, count=len(run.priced))] if len(run.priced) > MOST else []
    table = table._replace(notes=(*table.notes, *more))
    return (
        *([Bullets((*told, say("coverage may fall", language)) if run.plan.whole else told)] if told else []),
        *([DataTable("priced", table, _widths(table))] if table.rows else []),
        *_of_proposals(run, language),
    )


def _of_proposals(run: RunByYear, language: Language) -> Iterator[DataTable]:
    """What each proposal, what of it cannot be used, and the splits beside it come to in each year."""
    for number, found in enumerate(run.comparisons, start=1):
        table = by_year_tables(found, language)[0]
        caption = say(
            "proposal by year",
            language,
            name=proposal_name(found, language),
            unit=unit_of(run.plan, language),
        )
        decimals = decimals_of((run.printed.step,))
        yield DataTable(f"proposal-{number}", table._replace(title=caption, decimals=decimals, notes=()))


def all_priced(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """All of them, where these are more than the five."""
    if len(run.priced) <= MOST:
        return ()
    table = priced_table(run, run.priced, language)
    return (DataTable("all-priced", table, _widths(table)),)


def priced_table(run: RunByYear, rules: Sequence[PricedRule], language: Language) -> Table:
    """A row for each of these ceilings, rules and bounds: whose it is, and what room in each year is worth."""
    shown = shown_years(run.series, language)
    decimals = max((telling_apart(worth.relax.price, 0) for each in rules for worth in each.years.values()), default=0)
    rows = [
        Row(
            (
                name_of(run, each, language),
                partner_of(run, each, language),
                *(
                    amount(each.years[year].relax.price, language, decimals=min(decimals, 2))
                    if year in each.years
                    else ""
                    for year in shown.years
                ),
            )
        )
        for each in rules
    ]
    blank = any(year not in each.years for each in rules for year in shown.years)
    key = "priced caption weighted" if _weighted(run) else "priced caption"
    return Table(
        title=say(key, language, one=one_of(run.plan, language), years=_years(run, language)),
        columns=(
            Column(say("holds money back", language), "text"),
            Column(say("partner", language), "text"),
            *(Column(each, "figure") for each in shown.headings),
        ),
        rows=tuple(rows),
        language=language,
        notes=(say("priced blank", language),) if blank else (),
    )


def name_of(run: RunByYear, priced: PricedRule, language: Language) -> str:
    """What people call it, whatever the year."""
    row = next(iter(priced.years.values())).row
    if row.id.line is not None:
        return say(f"{row.id.side} of", language, names=group_name(run.plan, "line", row.id.owner, language))
    return constraint_name(run.plan, priced.id, language)


def partner_of(run: RunByYear, priced: PricedRule, language: Language) -> str:
    """Whose money it holds back: the partner downstream of a chain rule, or those that a rule speaks of."""
    row = next(iter(priced.years.values())).row
    if row.id.is_ceiling:
        return ""
    if row.id.rule is not None:
        return partners_of(run.plan, run.plan.rule_by_id[row.id.rule], language)
    return group_name(run.plan, "partner", run.plan.line_by_id[str(row.id.line)].partner, language)


def _most(run: RunByYear, language: Language) -> Iterator[Told]:
    """What holds back most, in the years in which it does."""
    if not run.priced:
        return
    first = run.priced[0]
    years = {year: worth for year, worth in first.years.items() if worth.relax.price == first.most}
    ends = [worth.relax.until for worth in years.values()]
    least = min((end for end in ends if end is not None), default=None)
    claims = [WorthPerEuro(worth.row, worth.relax.price, least) for worth in years.values()]
    key = "priced money" if _only_money(run) else "priced most weighted" if _weighted(run) else "priced most"
    name = name_of(run, first, language)
    yield tell(
        key,
        language,
        claims,
        name=name[:1].upper() + name[1:],
        one=one_of(run.plan, language),
        worth=per_one(run.plan, first.most, language),
        years=_any_of([year for year in years if year], language) or _years(run, language),
        far=_far(run, least, language),
        **euros(run.plan.unit, language),
    )


def _only_money(run: RunByYear) -> bool:
    """Whether nothing but the ceiling holds money back, and every further euro is spent: then a table says nothing."""
    return not _weighted(run) and [each.most for each in run.priced if each.id.of == "ceiling"] == [1] == [
        each.most for each in run.priced
    ]


def _head_starts(run: RunByYear, language: Language) -> Iterator[Told]:
    for row, worth in run.head_starts[:MOST_STARTS]:
        rule = run.plan.rule_by_id[str(row.id.rule)]
        yield tell(
            "head start weighted" if _weighted(run) else "head start",
            language,
            [WorthPerEuro(row, worth.price, worth.until)],
            name=rule_name(rule, language),
            one=one_of(run.plan, language),
            first=str(run.series.years.first),
            worth=per_one(run.plan, worth.price, language),
            years=_years(run, language),
            far=_far(run, worth.until, language),
        )


def _shift(run: RunByYear, language: Language) -> Iterator[Told]:
    if len(run.series.years.all) == 1:
        return
    later, free = run.shift_gains
    key = "shift would help" if later else "only forward helps" if free else "no shift helps"
    if free or run.priced or run.plan.whole:
        claims = [FreeShiftBrings(later, later=True), FreeShiftBrings(free)]
        behind = " weighted" if _weighted(run) else ""
        if not free and not behind and not run.allocation.unspent:
            key = "no shift spends more"
        yield tell(f"{key}{behind}", language, claims, gain=_money(run, free, language))


def _how_soon(run: RunByYear, language: Language) -> Iterator[Told]:
    soon = run.allocation.how_soon
    if soon is None:
        return
    claims = [AllAskedFirstIn(soon.year)]
    if soon.year is None:
        yield tell("never soon", language, claims)
    else:
        yield tell("how soon", language, claims, year=str(soon.year))


def _too_short(run: RunByYear, language: Language) -> Iterator[str]:
    last = run.series.years.last
    still = building_rows(run.allocation, last)
    if still:
        rules = dict.fromkeys(row.id.owner for row in still)
        names = listed([rule_name(run.plan.rule_by_id[rule], language) for rule in rules], language)
        yield tell("still building up", language, [StillBuildsUp(row) for row in still], names=names, year=str(last))


def _any_of(years: Sequence[int], language: Language) -> str:
    said = years_in_words(years, language)
    return say("any of years", language, years=said) if len(years) > 1 else said


def _far(run: RunByYear, until: Fraction | None, language: Language) -> str:
    return "" if until is None else say("so far", language, amount=at_most(until, run.plan.unit, language))


def _weighted(run: RunByYear) -> bool:
    return any(line.weight != 1 for line in run.plan.lines)


def _money(run: RunByYear, size: Fraction, language: Language) -> str:
    return money(size, run.plan.unit, language)


def _years(run: RunByYear, language: Language) -> str:
    return years_in_words(run.series.years.all, language)


def _widths(table: Table) -> tuple[float, ...]:
    return (NAME, PARTNER, *(FIGURE for _ in table.columns[2:]))
