"""What binds, what it costs and what would help, as a table and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.allocation import constraint_name, constraint_names, heading, line_name, sentence, yearly
from briefing.numbers import amount, money
from briefing.table import Column, Row, Table
from briefing.words import listed, say

if TYPE_CHECKING:
    from fractions import Fraction

    from briefing.language import Language
    from solver.bottlenecks import Bottleneck, Bottlenecks
    from solver.prices import Side

NAMED = 3


def bottlenecks_table(found: Bottlenecks, language: Language) -> Table:
    """The binding constraints that have an effect, those that help most first, and below them what they mean in words.

    Lines that have all that they ask are one sentence, not a row each: more than that nobody asked for.
    """
    split = found.allocation
    plan = split.plan
    shown = [each for each in found.found if each.has_effect and not _has_all_it_asks(found, each)]
    rows = [
        Row(
            (
                constraint_name(plan, each.row.label, language),
                say(each.row.kind, language).lower(),
                "" if each.nature is None else say(each.nature, language),
                amount(each.price.relax.price, language, decimals=2),
                _until(each.price.relax, plan.unit, language),
                "-" if each.price.tighten is None else amount(each.price.tighten.price, language, decimals=2),
                amount(100 * each.relief.lowest_coverage, language, decimals=2),
            )
        )
        for each in shown
    ]
    columns = (
        Column(say("constraint", language), "text"),
        Column(say("kind", language), "text"),
        Column(say("nature", language), "text"),
        Column(say("one more", language), "figure"),
        Column(say("as far as", language), "figure"),
        Column(say("one less", language), "figure"),
        Column(say("relief", language), "figure"),
    )
    return Table(
        title=heading(plan, say("bottlenecks", language, ceiling=yearly(split.ceiling, plan.unit, language)), language),
        columns=columns if rows else (),
        rows=tuple(rows),
        language=language,
        notes=(
            sentence(split, language),
            *(_said(found, each, language) for each in shown),
            *_satisfied(found, language),
            *_without_effect(found, language),
            say("explained", language),
        ),
    )


def _has_all_it_asks(found: Bottlenecks, each: Bottleneck) -> bool:
    lines = {line.id: line for line in found.allocation.plan.lines}
    (owner, *others) = each.row.coefficients
    return (
        each.row.kind == "maximum"
        and not others
        and found.allocation.amounts[owner] >= lines[owner].proposed
        and set(each.relief.gains) <= {owner}
    )


def _said(found: Bottlenecks, each: Bottleneck, language: Language) -> str:
    """One finding in one sentence or two, from a template per kind of constraint."""
    plan, price = found.allocation.plan, each.price
    name = constraint_name(plan, each.row.label, language)
    kind = each.row.kind if each.row.kind in {"ceiling", "minimum", "maximum"} else "rule"
    if price.relax.price == 0:
        told = say(f"{kind} shifts", language, name=name)
    else:
        until = price.relax.until
        told = say(
            f"{kind} holds back",
            language,
            name=name,
            worth=amount(price.relax.price, language, decimals=2),
            far="" if until is None else say("so far", language, amount=money(until, plan.unit, language)),
        )
        if price.tighten is not None:
            told += " " + say("the other way", language, worth=amount(price.tighten.price, language, decimals=2))
    return f"{told} {_gains(found, each, language)}".strip()


def _gains(found: Bottlenecks, each: Bottleneck, language: Language) -> str:
    names = {line.id: line_name(line, language) for line in found.allocation.plan.lines}
    gaining = sorted(((gain, line) for line, gain in each.relief.gains.items() if gain > 0), key=lambda part: -part[0])
    if not gaining:
        return ""
    parts = [names[line] for _, line in gaining[:NAMED]]
    if len(gaining) > NAMED:
        parts.append(say("more lines", language, count=len(gaining) - NAMED))
    return say("who gains", language, names=listed(parts, language))


def _satisfied(found: Bottlenecks, language: Language) -> list[str]:
    lines = [each for each in found.found if each.has_effect and _has_all_it_asks(found, each)]
    return [say("satisfied", language, count=len(lines))] if lines else []


def _without_effect(found: Bottlenecks, language: Language) -> list[str]:
    idle = [each.row.label for each in found.found if not each.has_effect]
    names = constraint_names(found.allocation.plan, idle, language)
    return [say("without effect", language, names=names)] if idle else []


def _until(side: Side, unit: str, language: Language) -> str:
    if side.price == 0:
        return ""
    end: Fraction | None = side.until
    return say("no end", language) if end is None else money(end, unit, language)
