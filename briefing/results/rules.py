"""Rules and selections of lines in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.briefing.text.numbers import amount, money, share
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints import Level, Proportional, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints import Rule
    from flessenhals.constraints.selector import Selector
    from flessenhals.constraints.weighted import Term
    from flessenhals.solver.plan.plan import Plan

HUNDRED, NAMED = 100, 4


def rule_in_words(plan: Plan, rule: Rule, language: Language) -> str:
    """What a rule asks, in one sentence without a full stop; its name alone for a kind that has no sentence here."""
    said = "; ".join(_sides(plan, rule, language)) or text(rule.name, language, rule.id)
    return say(f"within every {rule.per}", language, said=said) if rule.per else said


def selection_name(plan: Plan, selector: Selector, language: Language) -> str:
    """What people call the lines that are selected: a group by its name where they are all of it, else line by line."""
    chosen = selector.select(plan.lines)
    if len(chosen) == len(plan.lines):
        return say("all lines", language)
    for grouping in GROUPINGS:
        for group, lines in plan.grouped(grouping).items():
            if group is not None and lines == chosen and len(lines) > 1:
                return group_name(plan, grouping, group, language)
    names = [line_name(line, language) for line in chosen]
    more = len(names) - NAMED
    return listed([*names[:NAMED], say("more lines", language, count=more)] if more > 1 else names, language)


def _sides(plan: Plan, rule: Rule, language: Language) -> Iterator[str]:
    name = text(rule.name, language, rule.id)
    if isinstance(rule, Proportional):
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
    if isinstance(rule, Level):
        selected = selection_name(plan, rule.of, language)
        for side, level in (("at_least", rule.at_least), ("at_most", rule.at_most)):
            if level is not None:
                told = _level(level, plan, language)
                yield say(f"rule level {side}", language, name=name, level=told, of=selected)
    if isinstance(rule, Weighted):
        terms = terms_in_words(plan, rule.terms, language)
        for side, limit in (("at_least", rule.at_least), ("at_most", rule.at_most)):
            if limit is not None:
                told = money(limit, rule.unit, language)
                yield say(f"rule weighted {side}", language, name=name, level=told, terms=terms)


def terms_in_words(plan: Plan, terms: Sequence[Term], language: Language) -> str:
    """What the money of each selection counts for: `every € 1 million to Police counts 12.5`."""
    one = money(Fraction(1), plan.unit, language)
    told = [
        say("term", language, one=one, of=selection_name(plan, term.of, language), times=amount(term.times, language))
        for term in terms
    ]
    return listed(told, language)


def _level(level: Fraction | Share, plan: Plan, language: Language) -> str:
    if isinstance(level, Share):
        return say("share of all", language, share=share(level.fraction, language))
    return money(level, plan.unit, language)
