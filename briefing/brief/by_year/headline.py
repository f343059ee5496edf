"""The answer to a path as a heading, and below it what holds the rest back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.by_year.message import (
    all_asked_in,
    all_years,
    cannot_be_spent,
    held_by,
    holding_rules,
    in_money,
    lowest_in_years,
    one_of,
    per_one,
    spent_in_years,
    years_left,
)
from flessenhals.briefing.brief.opening.headline import short
from flessenhals.briefing.brief.opening.proposal_headline import reasons_of, title_of
from flessenhals.briefing.text.naming import years_in_words
from flessenhals.briefing.text.numbers import least_share
from flessenhals.briefing.text.told import tell
from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.claims.dated.building_up import AllAskedInYears
from flessenhals.solver.claims.dated.spending import MoreInYearWithout, MostInYear
from flessenhals.solver.claims.price import WorthPerEuro
from flessenhals.solver.claims.split import AllAsked, Optimal
from flessenhals.solver.claims.use import CanBePutToWork
from flessenhals.solver.claims.whole.units import MoreUnderAHigherCeiling
from flessenhals.solver.rounding.by_year import over_years

if TYPE_CHECKING:
    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim


def title(run: RunByYear, language: Language) -> Told:
    """The answer as a heading: a proposal that cannot be carried out, or what the path allows."""
    return title_of(run.comparisons, language) or _of_the_path(run, language)


def _of_the_path(run: RunByYear, language: Language) -> Told:
    """What cannot be spent, or from when on all that is asked is given, or who gets least."""
    said = {"ceiling": in_money(run, over_years(run.printed.ceiling), language), "years": all_years(run, language)}
    left = over_years(run.printed.left)
    if run.allocation.unspent and left:
        key = "years title cannot" if cannot_be_spent(run) else "years title left"
        shown = {**said, "left": in_money(run, left, language), "years": years_in_words(years_left(run), language)}
        return tell(key, language, spent_in_years(run), **shown)
    given = all_asked_in(run)
    if given == run.series.years.all:
        return tell("years title all", language, [AllAsked()], **said)
    if given and given == tuple(range(given[0], run.series.years.last + 1)):
        return tell("years title from", language, [AllAskedInYears(given)], year=str(given[0]))
    lowest = run.series.lowest_coverage[run.series.years.last]
    key = "years title spent" if len(run.series.years.all) > 1 else "years title one"
    least = "–" if lowest is None else least_share(lowest, language)
    return tell(key, language, [*spent_in_years(run), lowest_in_years(run.allocation)], least=least, **said)


def standfirst(run: RunByYear, language: Language) -> Told:
    """What holds the rest back and what would help; of proposals that cannot be carried out, why."""
    return short(partial(_below, run), language)


def _below(run: RunByYear, language: Language) -> list[list[Told]]:
    refused = title_of(run.comparisons, language) is not None
    held = held_back(run, language)
    many = tell("years hold many", language, held.claims)
    reasons = list(reasons_of(run.comparisons, language)) if refused else []
    return [[*reasons, held], reasons, [held], [many]] if reasons else [[held], [many]]


def held_back(run: RunByYear, language: Language) -> Told:
    """What holds the rest back: the money, or rules by name, with what a head start is worth."""
    if all_asked_in(run) == run.series.years.all:
        return tell("years hold none", language, [AllAsked()])
    if not run.allocation.unspent:
        return _short_of_money(run, language)
    if not cannot_be_spent(run):
        return tell("years hold goals", language, [CanBePutToWork(run.allocation.possible), Optimal()])
    rules = holding_rules(run)
    claims: list[Claim] = [*spent_in_years(run)]
    for each in run.unspendable:
        claims.append(MostInYear(each.year, each.spendable))
        claims += [MoreInYearWithout(rule, each.year, each.spendable) for rule in rules if rule in each.rules]
    if not rules:
        once, whole = (all(getattr(each, why) for each in run.unspendable) for why in ("structural", "whole"))
        return tell(f"years hold {'units' if whole else 'once' if once else 'together'}", language, claims)
    names = held_by(run, rules, language)
    held = tell("years hold rule" if len(rules) == 1 else "years hold rules", language, claims, names=names)
    start = next((each for each in run.head_starts if each.row.id.rule in rules), None)
    if start is None or any(line.weight != 1 for line in run.plan.lines):
        return held
    worth = WorthPerEuro(start.row, start.worth.price, start.worth.until)
    said = {"first": str(run.series.years.first), "years": all_years(run, language)}
    price, one = per_one(run.plan, start.worth.price, language), one_of(run.plan, language)
    return tell("years hold start", language, [*held.claims, worth], held=held, one=one, worth=price, **said)


def _short_of_money(run: RunByYear, language: Language) -> Told:
    if run.plan.whole and run.allocation.held_by_ceiling:
        return tell("years hold money in units", language, [MoreUnderAHigherCeiling()])
    ceiling = Constraint("ceiling")
    priced = next((each for each in run.priced if each.id == ceiling), None)
    if priced is None:
        return tell("years hold together", language, [Optimal()])
    claims = [WorthPerEuro(row, relax.price, relax.until) for row, relax in priced.years.values()]
    return tell("years hold money", language, claims, years=years_in_words(priced.years, language))
