"""The message of a path in three sentences: what is asked, what is advised, and what holds the rest back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import Bullets, KeyFigure, KeyFigures, Paragraph
from flessenhals.briefing.results.allocation_by_year import settled
from flessenhals.briefing.results.comparison.comparison import verdict
from flessenhals.briefing.results.effect import at_ceiling
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import group_name, rule_name, years_in_words
from flessenhals.briefing.text.numbers import least_share, money
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.units import is_euro
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints import BuildUp, Proportional
from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.claims.dated.building_up import AllAskedInYears
from flessenhals.solver.claims.dated.spending import (
    AsksByYear,
    LowestInYears,
    MoreInYearWithout,
    MostInYear,
    SpentInYear,
)
from flessenhals.solver.claims.price import WorthPerEuro
from flessenhals.solver.claims.split import AllAsked, Optimal
from flessenhals.solver.claims.use import CanBePutToWork
from flessenhals.solver.claims.whole.units import MoreUnderAHigherCeiling
from flessenhals.solver.rounding.by_year import over_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.constraints import Rule
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan

ZERO = Fraction(0)
NAMED = 3


def message(run: RunByYear, language: Language) -> tuple[Block, ...]:
    """What was asked did to the others, the three sentences, what is to be said of each proposal, and the figures."""
    return (
        *([Paragraph(at_ceiling(run.effect, run.allocation, language), strong=True)] if run.effect else []),
        Bullets((asked(run, language), advised(run, language), held_back(run, language))),
        *(Paragraph(judged(each, run, language), strong=True) for each in run.comparisons),
        _figures(run, language),
    )


def judged(found: Comparison, run: RunByYear, language: Language) -> Told:
    """What is to be said of a proposal, in one sentence; by its name where there are more."""
    said = verdict(found, language)
    if len(run.comparisons) == 1:
        return said
    return tell("judged proposal", language, said.claims, name=proposal_name(found, language), said=said)


def title(run: RunByYear, language: Language) -> Told:
    """The answer as a heading: what cannot be spent, or from when on all that is asked is given, or who gets least."""
    said = {"ceiling": _money(run, over_years(run.printed.ceiling), language), "years": _years(run, language)}
    left = over_years(run.printed.left)
    if run.allocation.unspent and left:
        key = "years title cannot" if cannot_be_spent(run) else "years title left"
        shown = {**said, "left": _money(run, left, language), "years": years_in_words(years_left(run), language)}
        return tell(key, language, _left(run), **shown)
    given = all_asked_in(run)
    if given == run.series.years.all:
        return tell("years title all", language, [AllAsked()], **said)
    if given and given == tuple(range(given[0], run.series.years.last + 1)):
        return tell("years title from", language, [AllAskedInYears(given)], year=str(given[0]))
    lowest = run.series.lowest_coverage[run.series.years.last]
    key = "years title spent" if len(run.series.years.all) > 1 else "years title one"
    least = "–" if lowest is None else least_share(lowest, language)
    return tell(key, language, [*_left(run), lowest_in_years(run.allocation)], least=least, **said)


def asked(run: RunByYear, language: Language) -> Told:
    """What is asked, and what there is."""
    series, plan = run.series, run.plan
    last = series.years.last
    of_last = sum((each[last] for each in series.proposed.values()), start=ZERO)
    steady = settled(series) < last or len(series.years.all) == 1
    key = "years asked one" if len(series.years.all) == 1 else "years asked structural" if steady else "years asked"
    return tell(
        key,
        language,
        [AsksByYear(plan.proposed, run.allocation.available, last, of_last, series.ceiling[last])],
        asked=_money(run, plan.proposed, language),
        years=_years(run, language),
        structural=_money(run, of_last, language),
        last=str(last),
        ceiling=_money(run, run.allocation.available, language),
        money=_money(run, series.ceiling[last], language),
    )


def advised(run: RunByYear, language: Language) -> Told:
    """What the series comes to, and who gets least."""
    if all_asked_in(run) == run.series.years.all:
        return tell("years advice all", language, [AllAsked()])
    said = {"total": _money(run, over_years(run.printed.total), language), "least": _least(run, language)}
    claims = [*_left(run), lowest_in_years(run.allocation)]
    left = over_years(run.printed.left)
    if not left:
        return tell("years advice spent", language, claims, **said)
    years = years_in_words(years_left(run), language)
    return tell("years advice left", language, claims, left=_money(run, left, language), years=years, **said)


def held_back(run: RunByYear, language: Language) -> Told:
    """What holds the rest back: the money, or rules by name, with what a head start is worth."""
    if all_asked_in(run) == run.series.years.all:
        return tell("years hold none", language, [AllAsked()])
    if not run.allocation.unspent:
        return _short_of_money(run, language)
    if not cannot_be_spent(run):
        return tell("years hold goals", language, [CanBePutToWork(run.allocation.possible), Optimal()])
    rules = holding_rules(run)
    claims: list[Claim] = [*_left(run)]
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
    said = {"first": str(run.series.years.first), "years": _years(run, language)}
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


def proposal_name(found: Comparison, language: Language) -> str:
    """What people call a proposal: by its title, or else its file."""
    return text(found.proposal.title, language, found.proposal.name)


def cannot_be_spent(run: RunByYear) -> bool:
    """Whether no split spends more in any year in which money is left."""
    spent = run.series.total
    return all(each.spendable == spent[each.year] for each in run.unspendable)


def holding_rules(run: RunByYear) -> list[str]:
    """The rules that hold back what is left in every year that has it; build-ups alone where there are any."""
    common = [rule for rule in run.plan.rule_by_id if all(rule in each.rules for each in run.unspendable)]
    growing = [rule for rule in common if isinstance(run.plan.rule_by_id[rule], BuildUp)]
    return growing or common


def held_by(run: RunByYear, rules: Sequence[str], language: Language) -> str:
    """Rules as one says them, each with the partner whose growth or part it limits."""
    named = []
    for rule in (run.plan.rule_by_id[each] for each in rules[:NAMED]):
        partner = partners_of(run.plan, rule, language)
        name = rule_name(rule, language)
        named.append(say("held by", language, rule=name, partner=partner) if partner else name)
    return listed(named, language)


def partners_of(plan: Plan, rule: Rule, language: Language) -> str:
    """The partner downstream of a chain rule, or those that a rule speaks of; a count where they are many."""
    if isinstance(rule, Proportional):
        lines = rule.downstream.select(plan.lines)
    else:
        rows = rule.rows(plan.lines)
        lines = [plan.line_by_id[line] for row in rows for line in row.coefficients if line in plan.line_by_id]
    partners = list(dict.fromkeys(line.partner for line in lines))
    if len(partners) > NAMED:
        return say("so many partners", language, count=len(partners))
    return listed([group_name(plan, "partner", each, language) for each in partners], language)


def one_of(plan: Plan, language: Language) -> str:
    """The least that is spoken of: `euro`."""
    return say("euro" if is_euro(plan.unit) else "unit of money", language)


def per_one(plan: Plan, price: Fraction, language: Language) -> str:
    """What one of those is worth: `€ 70`."""
    return money(price, "EUR" if is_euro(plan.unit) else "", language)


def years_left(run: RunByYear) -> list[int]:
    """The years in which money is left, in print."""
    return [year for year, amount in run.printed.left.items() if amount]


def all_asked_in(run: RunByYear) -> tuple[int, ...]:
    """The years in which every line gets at least what it asks."""
    short = {line.year for line in run.plan.lines if run.allocation.amounts[line.id] < line.proposed}
    return tuple(year for year in run.series.years.all if year not in short)


def lowest_in_years(allocation: Allocation) -> LowestInYears:
    """The claim on who gets least in each year."""
    found: dict[int, Fraction] = {}
    for line in allocation.plan.lines:
        part = allocation.coverage(line)
        if part is not None and line.year is not None:
            found[line.year] = min(part, found.get(line.year, part))
    return LowestInYears(tuple(found.items()))


def _left(run: RunByYear) -> list[Claim]:
    return [SpentInYear(year, total) for year, total in run.series.total.items()]


def _least(run: RunByYear, language: Language) -> str:
    covered = {year: part for year, part in run.series.lowest_coverage.items() if part is not None}
    if not covered:
        return ""
    (first, lowest), (last, then) = min(covered.items()), max(covered.items())
    key = "years least one" if first == last or lowest == then else "years least"
    given = all_asked_in(run)
    if lowest < 1 and given and given == tuple(range(given[0], run.series.years.last + 1)):
        share = least_share(lowest, language)
        return say("years least then all", language, from_=str(first), first=share, since=str(given[0]))
    shares = {"first": least_share(lowest, language), "last": least_share(then, language)}
    return say(key, language, from_=str(first), until=str(last), **shares)


def _money(run: RunByYear, amount: Fraction, language: Language) -> str:
    return money(amount, run.plan.unit, language)


def _years(run: RunByYear, language: Language) -> str:
    return years_in_words(run.series.years.all, language)


def _figures(run: RunByYear, language: Language) -> KeyFigures:
    last = run.series.years.last
    lowest = run.series.lowest_coverage[last]
    figures = {
        "ceiling": (
            say("figure ceiling years", language, years=_years(run, language)),
            over_years(run.printed.ceiling),
        ),
        "allocated": (say("figure allocated years", language), over_years(run.printed.total)),
        "unspent": (say("figure unspent", language), over_years(run.printed.left)),
    }
    least = "–" if lowest is None else least_share(lowest, language)
    return KeyFigures(
        (
            *(KeyFigure(key, label, _money(run, amount, language)) for key, (label, amount) in figures.items()),
            KeyFigure("coverage", say("figure coverage years", language, year=str(last)), least),
        )
    )
