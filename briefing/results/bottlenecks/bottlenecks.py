"""What binds, what it costs and what would help, as a table and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.allocation import sentence
from flessenhals.briefing.results.bottlenecks.findings import findings, other_findings, with_effect
from flessenhals.briefing.results.bottlenecks.line_reason import line_tables
from flessenhals.briefing.results.bottlenecks.near_optimal import room_table
from flessenhals.briefing.results.bottlenecks.ratios import ratio_findings, ratios_table, signed
from flessenhals.briefing.results.infeasible.reason import wish
from flessenhals.briefing.results.large import MOST, is_large, rows_left_out
from flessenhals.briefing.results.missing import missing_findings
from flessenhals.briefing.text.naming import (
    NAMED,
    amounts_in,
    ceiling_name,
    cut_short,
    euros,
    heading,
    kind_name,
    line_name,
    name_in_unit,
)
from flessenhals.briefing.text.numbers import amount, decimals_for, enough, money, unit_in_words
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.price import MovesMoney, Relaxed, WorthPerEuro
from flessenhals.solver.claims.weight import SameSplitAtWeights
from flessenhals.solver.optimum.objective.goals import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.row import Row as Constraint
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.bottleneck import Bottleneck
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.price import Side

FIRST = 3
ONE = Fraction(1)


def bottlenecks_tables(found: Bottlenecks, language: Language) -> list[Table]:
    """The message first, then every constraint with an effect, then what the ratios do.

    Where a line or the room around the optimum was asked, that instead.
    """
    if found.line is not None or found.room is not None:
        asked = [] if found.line is None else line_tables(found.line, language)
        return [*asked, *([] if found.room is None else [room_table(found.room, language)])]
    split = found.allocation
    plan = split.plan
    shown = with_effect(found)
    more = len(shown) - FIRST
    message = findings(found, shown[:FIRST], language)
    rest = other_findings(found, language)
    if more > 0:
        moving = [MovesMoney(each.row) for each in shown[FIRST:]]
        message.append(tell("further findings", language, moving, count=more))
    title = say("bottlenecks", language, ceiling=ceiling_name(split.ceiling, plan.unit, language))
    return [
        Table(
            title=heading(plan, title, language),
            columns=(),
            rows=(),
            language=language,
            notes=(
                sentence(split, language),
                *message,
                *ratio_findings(found, language, holding=True),
                *rest,
                *missing_findings(plan, found.missing, language),
            ),
        ),
        *([constraints_table(found, language)] if shown else []),
        *([ratios_table(found, language)] if found.ratios else []),
        *([weights_table(found, language)] if len({each.weight for each in found.weights}) > 1 else []),
    ]


def constraints_table(found: Bottlenecks, language: Language) -> Table:
    """The binding constraints that have an effect, those that help most first.

    Lines that have all that they ask are one sentence, not a row each: more than that nobody asked for.
    """
    plan = found.allocation.plan
    every = with_effect(found)
    shown = every[:MOST] if is_large(found) else every
    rows = [
        Row(
            (
                _named(plan, each.row, language),
                "" if each.nature is None else say(each.nature, language),
                _figure(each.price.relax.price, language),
                _until(each.price.relax, language),
                "-" if each.price.tighten is None else _figure(each.price.tighten.price, language),
                "" if each.price.tighten is None else _until(each.price.tighten, language),
                signed(100 * each.relief.lowest_coverage, language),
                _figure(found.allocation.value + each.without.value, language),
            )
        )
        for each in shown
    ]
    return Table(
        title=say("in detail", language),
        columns=(
            Column(say("constraint", language), "text"),
            Column(say("nature", language), "text"),
            Column(say("one more", language), "figure"),
            Column(say("as far as", language), "figure"),
            Column(say("one less", language), "figure"),
            Column(say("as far as", language), "figure"),
            Column(say("relief", language), "figure"),
            Column(say("value without", language), "figure"),
        ),
        rows=tuple(rows),
        language=language,
        notes=(
            tell(
                "columns explained",
                language,
                [claim for each in shown for claim in _in_detail(found, each)],
                one=money(ONE, plan.unit, language),
                **euros(plan.unit, language),
            ),
            *(
                [say("quantities explained", language, unit=unit_in_words(plan.unit, language))]
                if any(each.row.unit for each in shown)
                else []
            ),
            *rows_left_out(len(every) - len(shown), language),
            *amounts_in(plan.unit, language),
        ),
    )


def weights_table(found: Bottlenecks, language: Language) -> Table:
    """Per line the weights between which the split stays as it is; in words the lines with any weight, or just one."""
    plan = found.allocation.plan
    ends = {each.line: (each.down, each.up) for each in found.weights}
    alone = [each.line for each in found.weights if ends[each.line] == (each.weight, each.weight)]
    free = [line for line, between in ends.items() if between == (None, None)]
    apart = {*alone, *free}
    between = [line for line in ends if line not in apart]
    shown = set(between[:MOST] if is_large(found) else between)
    rows = [
        Row(
            (
                line_name(plan, plan.line_by_id[each.line], language),
                _figure(each.weight, language),
                _figure(each.down or each.weight * 0, language),
                say("no end", language) if each.up is None else _figure(each.up, language),
            )
        )
        for each in found.weights
        if each.line in shown
    ]

    ranges = {each.line: SameSplitAtWeights(each.line, each.down, each.up) for each in found.weights}

    def named(key: str, lines: list[str]) -> list[str]:
        names = [line_name(plan, plan.line_by_id[line], language) for line in lines]
        claims = [ranges[line] for line in lines]
        return [tell(key, language, claims, names=listed(cut_short(names, NAMED, language), language))] if names else []

    return Table(
        title=say("weights", language),
        columns=(
            Column(say("line", language), "text"),
            Column(say("weight", language), "figure"),
            Column(say("weight from", language), "figure"),
            Column(say("as far as", language), "figure"),
        )
        if rows
        else (),
        rows=tuple(rows),
        language=language,
        notes=(
            *([tell("weights explained", language, [ranges[line] for line in between])] if between else []),
            *rows_left_out(len(between) - len(shown), language),
            *named("weights alone", alone),
            *named("weights free", free),
        ),
    )


def _in_detail(found: Bottlenecks, each: Bottleneck) -> Iterator[Claim]:
    """What a row of the table claims."""
    relax, tighten = each.price
    covered = is_decided(found.allocation.plan)
    yield WorthPerEuro(each.row, relax.price, relax.until)
    if tighten is not None:
        yield WorthPerEuro(each.row, -tighten.price, tighten.until, tighter=True)
    yield Relaxed(each.row, ONE, each.relief.value, each.relief.lowest_coverage if covered else None)
    yield Relaxed(each.row, None, each.without.value, None)


def _named(plan: Plan, row: Constraint, language: Language) -> str:
    """A constraint by name; of a line's bound also which of the two, and of a quantity its unit."""
    name = name_in_unit(plan, row, language)
    wished = wish(plan, row)
    kind = say(f"{wished} kind", language) if wished else kind_name(row, language).lower()
    return f"{name} ({kind})" if row.id.is_bound else name


def _until(side: Side, language: Language) -> str:
    if side.price == 0:
        return ""
    end: Fraction | None = side.until
    return say("no end", language) if end is None else _figure(enough(end, up=False), language)


def _figure(value: Fraction, language: Language) -> str:
    return amount(value, language, decimals=decimals_for(value))
