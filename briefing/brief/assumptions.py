"""What the answer rests on: every figure, rule and choice, marked as source, derived or assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import DataTable, Paragraph
from flessenhals.briefing.results.rules import rule_in_words
from flessenhals.briefing.text.naming import line_name, scenario_name
from flessenhals.briefing.text.numbers import amount, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.rule import ORIGINS, known_from
from flessenhals.solver.optimum.goals import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.rule import Origin
    from flessenhals.solver.plan.plan import Line, Plan

NAMED, LIMITS = 4, 8
WIDTHS = (66, 14, 20)


def assumptions(run: Run, language: Language) -> tuple[Block, ...]:
    """The table of what the answer rests on, and that it judges nothing."""
    rows = [
        Row((said, say(f"mark {origin}", language), where))
        for said, origin, where in (
            *_amounts(run.plan, language),
            *_limits(run.plan, language),
            *_rules(run.plan, language),
            *_choices(run, language),
        )
    ]
    table = Table(
        say("assumptions caption", language),
        (
            Column(say("assumption", language), "text"),
            Column(say("marked", language), "text"),
            Column(say("where", language), "text"),
        ),
        tuple(rows),
        language,
    )
    return DataTable("assumptions", table, WIDTHS), Paragraph(say("no judgement", language), strong=True)


def _amounts(plan: Plan, language: Language) -> Iterator[tuple[str, Origin, str]]:
    for origin in ORIGINS:
        lines = [line for line in plan.lines if known_from(line.origin, line.source) == origin]
        if not lines:
            continue
        if len(lines) == len(plan.lines):
            said = say("asked amounts all", language, count=len(lines))
        elif len(lines) > NAMED:
            said = say("asked amounts", language, count=len(lines), all=len(plan.lines))
        else:
            said = say("asked amount of", language, names=_names(lines, language))
        sources = list(dict.fromkeys(line.source for line in lines if line.source))
        yield (
            said,
            origin,
            ", ".join(sources) if len(sources) <= NAMED else say("annex sources", language).partition(".")[0],
        )


def _limits(plan: Plan, language: Language) -> Iterator[tuple[str, Origin, str]]:
    limited = [
        (key, line, limit)
        for line in plan.lines
        for key, limit, usual in (("least of", line.minimum, 0), ("most of", line.upper, line.proposed))
        if limit != usual
    ]
    for key, line, limit in limited[:LIMITS]:
        said = say(key, language, name=line_name(line, language), amount=money(limit, plan.unit, language))
        yield said, known_from(line.origin, line.source), line.source or say("the plan", language)
    more = len(limited) - LIMITS
    if more > 0:
        yield say("bounds counted", language, count=more), "source", say("annex sources", language).partition(".")[0]
    unlimited = sum(1 for line in plan.lines if not line.minimum and line.proposed)
    if unlimited:
        yield say("no least", language, count=unlimited), "assumed", say("the plan", language)
    capped = all(line.upper <= line.proposed for line in plan.lines)
    yield (
        say("no line more than asked" if capped else "no more than asked", language),
        "assumed",
        say("the plan", language),
    )


def _rules(plan: Plan, language: Language) -> Iterator[tuple[str, Origin, str]]:
    for rule in plan.constraints:
        said = rule_in_words(plan, rule, language)
        if rule.nature is not None:
            said = say("of that nature", language, said=said, nature=say(rule.nature, language))
        yield said, known_from(rule.origin, rule.source), rule.source or say("the plan", language)


def _choices(run: Run, language: Language) -> Iterator[tuple[str, Origin, str]]:
    plan = run.plan
    weights = {line.weight for line in plan.lines}
    if len(weights) == 1:
        yield say("weights equal", language), "assumed", say("the plan", language)
    else:
        for weight in sorted(weights - {1}):
            names = _names([line for line in plan.lines if line.weight == weight], language)
            told = say("weights of", language, names=names, weight=amount(weight, language))
            yield told, "assumed", say("the plan", language)
    if is_decided(plan):
        yield say("coverage even", language), "assumed", say("the method", language)
    if plan.scenario is not None:
        title = scenario_name(plan, plan.scenario, language)
        yield say("reading chosen", language, title=title), "assumed", say("the plan", language)
    for change in run.provenance.changes:
        yield say("changed", language, change=change), "assumed", say("the command", language)


def _names(lines: list[Line], language: Language) -> str:
    names = [line_name(line, language) for line in lines]
    more = len(names) - NAMED
    return listed([*names[:NAMED], say("more lines", language, count=more)] if more > 1 else names, language)
