"""Rules and selections of lines in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import group_name, line_name, years_in_words
from flessenhals.briefing.text.numbers import amount, money, share
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints import BuildUp, Level, Proportional, Rule, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.selector import Selector
    from flessenhals.constraints.weighted import Term
    from flessenhals.solver.plan.plan import Plan

HUNDRED, NAMED = 100, 4


def rule_in_words(plan: Plan, rule: Rule, language: Language) -> str:
    """What a rule asks, in one sentence without a full stop; its name alone for a kind that has no sentence here."""
    said = "; ".join(_sides(plan, rule, language)) or text(rule.name, language, rule.id)
    if rule.when is None:
        said = _dated(rule, said, language)
    return say(f"within every {rule.per}", language, said=said) if rule.per else said


def _dated(rule: Rule, said: str, language: Language) -> str:
    """What a rule asks as the plan has it, with the years in which it holds and how many years later."""
    if isinstance(rule, Proportional) and rule.lag:
        key = "a year later" if rule.lag == 1 else "years later" if rule.lag > 1 else "years earlier"
        said = say(key, language, said=said, count=abs(rule.lag))
    if rule.years:
        together = isinstance(rule, Level) and rule.together
        key = "in years together" if together else "only in years"
        said = say(key, language, said=said, years=years_in_words(rule.years, language))
    return said


def selection_name(plan: Plan, selector: Selector, language: Language) -> str:
    """What people call the lines that are selected: a group by its name where they are all of it, else line by line."""
    chosen = selector.select(plan.lines)
    if len(chosen) == len(plan.lines):
        return say("all lines", language)
    for grouping in GROUPINGS:
        for group, lines in plan.grouped(grouping).items():
            if group is not None and lines == chosen and len(lines) > 1:
                return group_name(plan, grouping, group, language)
    names = [line_name(plan, line, language) for line in chosen]
    more = len(names) - NAMED
    return listed([*names[:NAMED], say("more lines", language, count=more)] if more > 1 else names, language)


def _sides(plan: Plan, rule: Rule, language: Language) -> Iterator[str]:
    told = SENTENCES.get(type(rule))
    return iter(()) if told is None else told(plan, rule, text(rule.name, language, rule.id), language)


def _proportional(plan: Plan, rule: Proportional, name: str, language: Language) -> Iterator[str]:
    between = {
        "upstream": selection_name(plan, rule.upstream, language),
        "downstream": selection_name(plan, rule.downstream, language),
    }
    for side, ratio in (("at_least", rule.at_least), ("at_most", rule.at_most)):
        if ratio is not None:
            told = amount(HUNDRED * ratio, language)
            said = say(f"rule proportional {side}", language, name=name, ratio=told, **between)
            there = money(rule.existing, plan.unit, language)
            yield say("with existing", language, said=said, amount=there) if rule.existing else said


def _level(plan: Plan, rule: Level, name: str, language: Language) -> Iterator[str]:
    selected = selection_name(plan, rule.of, language)
    for side, level in (("at_least", rule.at_least), ("at_most", rule.at_most)):
        if level is not None:
            if isinstance(level, Share):
                told = say("share of all", language, share=share(level.fraction, language))
            else:
                told = money(level, plan.unit, language)
            yield say(f"rule level {side}", language, name=name, level=told, of=selected)


def _weighted(plan: Plan, rule: Weighted, name: str, language: Language) -> Iterator[str]:
    terms = terms_in_words(plan, rule.terms, language)
    for side, limit in (("at_least", rule.at_least), ("at_most", rule.at_most)):
        if limit is not None:
            yield say(
                f"rule weighted {side}", language, name=name, level=money(limit, rule.unit, language), terms=terms
            )


def _build_up(plan: Plan, rule: BuildUp, name: str, language: Language) -> Iterator[str]:
    """A change below zero is a fall, and then the least rise is the most that it may fall by."""
    of = selection_name(plan, rule.of, language)
    for side, change in (("at least", rule.at_least), ("at most", rule.at_most)):
        size = change.fraction if isinstance(change, Share) else change
        if size is None:
            continue
        falls, other = size < 0, {"at least": "at most", "at most": "at least"}[side]
        if isinstance(change, Share):
            told = say("share of last year", language, share=share(abs(size), language))
        else:
            told = money(abs(size), plan.unit, language)
        key = f"falls {other}" if falls else f"rises {side}"
        key = "never falls" if not size and side == "at least" else key
        yield say(f"rule build_up {key}", language, name=name, of=of, level=told)


def terms_in_words(plan: Plan, terms: Sequence[Term], language: Language) -> str:
    """What the money of each selection counts for: `every € 1 million to Police counts 12.5`."""
    one = money(Fraction(1), plan.unit, language)
    told = [
        say("term", language, one=one, of=selection_name(plan, term.of, language), times=amount(term.times, language))
        for term in terms
    ]
    return listed(told, language)


# Each kind of rule, and what says in words what it asks: a sentence a side.
SENTENCES: dict[type[Rule], Callable[..., Iterator[str]]] = {
    Proportional: _proportional,
    Level: _level,
    BuildUp: _build_up,
    Weighted: _weighted,
}
