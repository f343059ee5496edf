"""Where a figure or rule comes from, in words: the source only where it is the source's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.briefing.results.rules import rule_in_words
from flessenhals.briefing.results.units import given_in
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.numbers import amount, money, percentage
from flessenhals.briefing.text.words import say
from flessenhals.constraints.rule import known_from
from flessenhals.solver.plan.revised import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.plan.revised import Maker, RevisedRule


class Known(NamedTuple):
    """How a figure or rule is known.

    Attributes:
        mark: `source`, `derived`, `assumed`, or `chosen` where a scenario, an option or a proposal made it what it is.
        where: the place in the source, or who chose it with what the source has; empty where there is nothing to say.
    """

    mark: str
    where: str


def known_figure(plan: Plan, line: Line, figure: str, language: Language) -> Known:
    """How one of a line's figures is known.

    Args:
        plan: with what of it is not the source's own.
        line: one of its lines.
        figure: its field: `proposed`, `minimum`, `step`.
        language: the reader's.
    """
    maker = plan.revised.maker(line.id, figure)
    if maker is None:
        return Known(known_from(line.origin, line.source), line.source or "")
    by, own = maker_name(plan, maker, language), plan.revised.lines[line.id].own
    if own is not None and not _states(own, figure):
        return Known("chosen", say("beside no source", language, by=by))
    return Known("chosen", _beside(by, own_figure(plan, line, figure, language), language))


def own_figure(plan: Plan, line: Line, figure: str, language: Language) -> str:
    """What the source itself has for a figure that was changed, with the place; empty where that was not read."""
    own = plan.revised.lines[line.id].own
    if own is None:
        return ""
    if not _states(own, figure):
        return say("not stated", language)
    value = own.upper if figure == "maximum" else getattr(own, figure)
    if figure in FORMS:
        said = given_in(plan, own, language)
    elif figure == "cofunded":
        said = percentage(value, language)
    else:
        said = amount(value, language) if figure == "weight" else money(value, plan.unit, language)
    return said + (f" ({own.source})" if own.source else "")


def _states(own: Line, figure: str) -> bool:
    """Whether a figure was written down: no minimum, no maximum above what is asked and a weight of 1 need not be."""
    if figure == "maximum":
        return own.maximum is not None
    if figure in {"minimum", "cofunded", *FORMS}:
        return bool(getattr(own, figure))
    return figure != "weight" or own.weight != 1


def known_rule(plan: Plan, rule: Rule, language: Language) -> Known:
    """How a rule is known."""
    revised = plan.revised.rules.get(rule.id)
    if revised is None:
        return Known(known_from(rule.origin, rule.source), rule.source or "")
    return Known("chosen", _of_rule(plan, revised, language))


def rules_left_out(plan: Plan, language: Language) -> list[tuple[str, Known]]:
    """The rules of the source that do not hold in this reading, and who left them out."""
    return [
        (
            say("rule left out", language, said=rule_in_words(plan, revised.own, language)),
            Known("chosen", maker_name(plan, revised.maker, language)),
        )
        for revised in plan.revised.rules.values()
        if revised.change == "left out" and revised.own is not None
    ]


def maker_name(plan: Plan, maker: Maker, language: Language) -> str:
    """Who made a figure what it is: a scenario by its title, an option as it was typed."""
    if maker.by == "option":
        return maker.name
    return say("by scenario", language, title=text(plan.scenarios.get(maker.name), language, maker.name))


def changed_figures(plan: Plan, line: Line, figures: Iterable[str], language: Language) -> str:
    """What the source has for those of a line's figures that were changed, in one sentence; empty where none was."""
    told = []
    makers: dict[str, None] = {}
    for figure in figures:
        maker = plan.revised.maker(line.id, figure)
        follows = figure == "maximum" and line.maximum is None
        if maker is not None and not follows:
            makers[maker_name(plan, maker, language)] = None
            own = own_figure(plan, line, figure, language)
            told.append(say(f"own {figure}", language, own=own) if own else say(f"changed {figure}", language))
    return say("own figures", language, own=", ".join(told), by="; ".join(makers)) if told else ""


def _of_rule(plan: Plan, revised: RevisedRule, language: Language) -> str:
    by = maker_name(plan, revised.maker, language)
    if revised.own is None:
        return by
    place = f" ({revised.own.source})" if revised.own.source else ""
    return _beside(by, rule_in_words(plan, revised.own, language) + place, language)


def _beside(by: str, own: str, language: Language) -> str:
    return say("beside the source", language, by=by, own=own) if own else by
