"""What the answer rests on: every figure, rule and choice, marked as source, derived or assumed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flessenhals.briefing.document.document import DataTable, Paragraph
from flessenhals.briefing.results.large import has_many_lines
from flessenhals.briefing.results.origins import known_figure, known_rule, maker_name, rules_left_out
from flessenhals.briefing.results.rules import rule_in_words
from flessenhals.briefing.results.units import given_in
from flessenhals.briefing.text.naming import euros, line_name, scenario_name
from flessenhals.briefing.text.numbers import amount, money, percentage
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.rule import ORIGINS, known_from
from flessenhals.solver.optimum.objective.goals import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from flessenhals.briefing.brief.run import Provenance
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.plan.plan import Line, Plan

    class Rests(Protocol):
        """What an answer rests on, as a `Run` has it."""

        @property
        def plan(self) -> Plan:
            """What was divided, under which scenario."""

        @property
        def comparison(self) -> Comparison | None:
            """A proposal that the split is held against, where there is one."""

        @property
        def provenance(self) -> Provenance:
            """Where the figures come from."""


NAMED, LIMITS = 4, 8
WIDTHS = (50, 13, 37)  # a last column that needs less gives it to the first


def assumptions(run: Rests, language: Language) -> tuple[Block, ...]:
    """The table of what the answer rests on, and that it judges nothing."""
    rows = [
        Row((said, say(f"mark {mark}", language), where))
        for said, mark, where in (
            *_amounts(run, language),
            *_limits(run.plan, language),
            *_units(run.plan, language),
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


def _elsewhere(plan: Plan, language: Language) -> str:
    """Where every line stands with its sources: in an annex, or of very many in the workbook."""
    if has_many_lines(plan):
        return say("the workbook", language)
    return say("annex of sources", language)


def _amounts(run: Rests, language: Language) -> Iterator[tuple[str, str, str]]:
    plan = run.plan
    chosen = [line for line in plan.lines if plan.revised.maker(line.id, "proposed")]
    own = [line for line in plan.lines if line not in chosen]
    for origin in ORIGINS:
        lines = [line for line in own if known_from(line.origin, line.source) == origin]
        if not lines:
            continue
        if len(lines) == len(plan.lines):
            said = say("asked amounts all", language, count=len(lines))
        elif len(lines) > NAMED:
            said = say("asked amounts", language, count=len(lines), all=len(plan.lines))
        else:
            said = say("asked amount of", language, names=_names(plan, lines, language))
        sources = list(dict.fromkeys(line.source for line in lines if line.source))
        yield (
            said,
            origin,
            ", ".join(sources) if len(sources) <= NAMED else _elsewhere(plan, language),
        )
    for line in chosen[:LIMITS]:
        asks = money(line.proposed, plan.unit, language)
        said = say("asked changed", language, name=line_name(plan, line, language), amount=asks)
        yield said, *known_figure(plan, line, "proposed", language)
    more = len(chosen) - LIMITS
    if more > 0:
        annex = _elsewhere(plan, language)
        yield say("asked amounts", language, count=more, all=len(plan.lines)), "chosen", annex
    if run.comparison is not None:
        file = say("proposal's file", language, file=run.comparison.proposal.name)
        yield say("proposal's amounts", language), "chosen", file


def _limits(plan: Plan, language: Language) -> Iterator[tuple[str, str, str]]:
    limited = [
        (key, figure, line, limit)
        for line in plan.lines
        for key, figure, limit, usual in (
            ("least of", "minimum", line.minimum, 0),
            ("most of", "maximum", line.upper, line.proposed),
        )
        if limit != usual or (plan.revised.maker(line.id, figure) and key == "least of")
    ]
    limited.sort(key=lambda each: plan.revised.maker(each[2].id, each[1]) is None)
    for key, figure, line, limit in limited[:LIMITS]:
        said = say(key, language, name=line_name(plan, line, language), amount=money(limit, plan.unit, language))
        known = known_figure(plan, line, figure, language)
        yield said, known.mark, known.where or say("the plan", language)
    left = limited[LIMITS:]
    annex = _elsewhere(plan, language)
    marks = Counter(known_figure(plan, line, figure, language).mark for _, figure, line, _ in left)
    for mark, count in marks.items():
        yield say("bounds counted", language, count=count), mark, annex
    for line in (each for each in plan.lines if each.cofunded):
        name = line_name(plan, line, language)
        said = say("others pay of line", language, part=percentage(line.cofunded, language), name=name)
        known = known_figure(plan, line, "cofunded", language)
        yield said, known.mark, known.where or say("the plan", language)
    unlimited = sum(1 for line in plan.lines if not line.minimum and not line.smallest and line.proposed)
    if unlimited:
        yield say("no least", language, count=unlimited), "assumed", say("the plan", language)
    capped = all(line.upper <= line.proposed for line in plan.lines)
    yield (
        say("no line more than asked" if capped else "no more than asked", language),
        "assumed",
        say("the plan", language),
    )


def _units(plan: Plan, language: Language) -> Iterator[tuple[str, str, str]]:
    """In what the lines are given that cannot be split."""
    for line in plan.lines:
        if line.whole is not None and not line.dropped:
            field = "smallest" if line.unit is None else "step" if line.step else "parts"
            said = say(
                "given only in", language, name=line_name(plan, line, language), unit=given_in(plan, line, language)
            )
            known = known_figure(plan, line, field, language)
            yield said, known.mark, known.where or say("the plan", language)


def _rules(plan: Plan, language: Language) -> Iterator[tuple[str, str, str]]:
    for rule in plan.constraints:
        said = rule_in_words(plan, rule, language)
        if rule.nature is not None:
            said = say("of that nature", language, said=said, nature=say(rule.nature, language))
        known = known_rule(plan, rule, language)
        yield said, known.mark, known.where or say("the plan", language)
    for said, known in rules_left_out(plan, language):
        yield said, known.mark, known.where


def _choices(run: Rests, language: Language) -> Iterator[tuple[str, str, str]]:
    plan = run.plan
    weights = {line.weight for line in plan.lines}
    euro = euros(plan.unit, language)
    if len(weights) == 1:
        yield say("weights equal", language, **euro), "assumed", say("the plan", language)
    else:
        for weight in sorted(weights - {1}):
            lines = [line for line in plan.lines if line.weight == weight]
            makers = {plan.revised.maker(line.id, "weight") for line in lines}
            names = _names(plan, lines, language)
            told = say("weights of", language, names=names, weight=amount(weight, language), **euro)
            made = [maker for maker in makers if maker is not None]
            where = "; ".join(sorted(maker_name(plan, maker, language) for maker in made))
            yield told, "chosen" if made else "assumed", where or say("the plan", language)
    if is_decided(plan):
        yield say("coverage even", language), "assumed", say("the method", language)
    if plan.scenario is not None:
        title = scenario_name(plan, plan.scenario, language)
        yield say("reading chosen", language, title=title), "chosen", say("the command", language)
    for change in run.provenance.changes:
        yield say("changed", language, change=change), "chosen", say("the command", language)


def _names(plan: Plan, lines: list[Line], language: Language) -> str:
    names = [line_name(plan, line, language) for line in lines]
    more = len(names) - NAMED
    return listed([*names[:NAMED], say("more lines", language, count=more)] if more > 1 else names, language)
