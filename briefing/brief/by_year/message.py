"""The message of a path in three sentences: what is asked, what is advised, and who gets least."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

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
from flessenhals.solver.claims.dated.spending import (
    AsksByYear,
    LowestInYears,
    SpentInYear,
)
from flessenhals.solver.claims.split import AllAsked
from flessenhals.solver.rounding.by_year import over_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        Bullets((asked(run, language), *advised(run, language))),
        *(Paragraph(judged(each, run, language), strong=True) for each in run.comparisons),
        _figures(run, language),
    )


def judged(found: Comparison, run: RunByYear, language: Language) -> Told:
    """What is to be said of a proposal, in one sentence; by its name where there are more."""
    said = verdict(found, language)
    if len(run.comparisons) == 1:
        return said
    return tell("judged proposal", language, said.claims, name=proposal_name(found, language), said=said)


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
        asked=in_money(run, plan.proposed, language),
        years=all_years(run, language),
        structural=in_money(run, of_last, language),
        last=str(last),
        ceiling=in_money(run, run.allocation.available, language),
        money=in_money(run, series.ceiling[last], language),
    )


def advised(run: RunByYear, language: Language) -> Iterator[Told]:
    """What the series comes to, and who gets least."""
    if all_asked_in(run) == run.series.years.all:
        yield tell("years advice all", language, [AllAsked()])
        return
    total, left = (over_years(each) for each in (run.printed.total, run.printed.left))
    years = years_in_words(years_left(run), language)
    said = {"total": in_money(run, total, language), "left": in_money(run, left, language), "years": years}
    yield tell("years advice left" if left else "years advice spent", language, spent_in_years(run), **said)
    least = _least(run, language)
    if least:
        yield tell(least.key, language, [lowest_in_years(run.allocation)], **least.shown)


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
    return money(price, "EUR" if plan.unit and is_euro(plan.unit) else "", language)


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


def spent_in_years(run: RunByYear) -> list[Claim]:
    """The claims on what is spent in each year."""
    return [SpentInYear(year, total) for year, total in run.series.total.items()]


class _Least(NamedTuple):
    """A sentence on who gets least: its key, and what its places are filled with."""

    key: str
    shown: dict[str, str]


def _least(run: RunByYear, language: Language) -> _Least | None:
    covered = {year: part for year, part in run.series.lowest_coverage.items() if part is not None}
    if not covered:
        return None
    (first, lowest), (last, then) = min(covered.items()), max(covered.items())
    shown = {"from_": str(first), "until": str(last), "first": least_share(lowest, language)}
    given = all_asked_in(run)
    if lowest < 1 and given and given == tuple(range(given[0], run.series.years.last + 1)):
        return _Least("years least then all", {**shown, "since": str(given[0])})
    key = "years least one" if first == last or lowest == then else "years least"
    return _Least(key, {**shown, "last": least_share(then, language)})


def in_money(run: RunByYear, amount: Fraction, language: Language) -> str:
    """An amount with the plan's unit."""
    return money(amount, run.plan.unit, language)


def all_years(run: RunByYear, language: Language) -> str:
    """The years of the path, `2022 to 2028`."""
    return years_in_words(run.series.years.all, language)


def _figures(run: RunByYear, language: Language) -> KeyFigures:
    last = run.series.years.last
    lowest = run.series.lowest_coverage[last]
    figures = {
        "ceiling": (
            say("figure ceiling years", language, years=all_years(run, language)),
            over_years(run.printed.ceiling),
        ),
        "allocated": (say("figure allocated years", language), over_years(run.printed.total)),
        "unspent": (say("figure unspent", language), over_years(run.printed.left)),
    }
    least = "–" if lowest is None else least_share(lowest, language)
    return KeyFigures(
        (
            *(KeyFigure(key, label, in_money(run, amount, language)) for key, (label, amount) in figures.items()),
            KeyFigure("coverage", say("figure coverage years", language, year=str(last)), least),
        )
    )
