"""What the rules' ratios do to the answer, and what a euro drags along: as a table and in sentences."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.large import MOST, is_large, rows_left_out
from flessenhals.briefing.text.naming import constraint_name, constraint_names, euros, line_name
from flessenhals.briefing.text.numbers import FINE, amount, change, enough, money, telling_apart, to_places
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import Told, claims_of, run_on, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.ratio import (
    AtRatio,
    DragsAlong,
    NothingFitsAtRatio,
    RatioEnds,
    RatioTurns,
    SameAtRatio,
)
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.plan.group_goal import GroupGoal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.chain_price import ChainPrice
    from flessenhals.solver.sensitivity.ratios.effect import RatioEffect, RatioSide

NAMED = 3


def ratios_table(found: Bottlenecks, language: Language) -> Table:
    """Per ratio and direction the effect of a percentage point, and where the answer or the bottleneck changes."""
    plan = found.allocation.plan
    shown = found.ratios[:MOST] if is_large(found) else found.ratios
    columns = (
        Column(say("constraint", language), "text"),
        Column(say("total change", language), "figure"),
        Column(say("relief", language), "figure"),
        Column(say("unspent change", language), "figure"),
        Column(say("answer changes", language), "figure"),
        Column(say("bottleneck moves", language), "figure"),
    )
    return Table(
        title=say("ratios", language),
        columns=columns,
        rows=tuple(row for effect in shown for row in _rows(plan, effect, language)),
        language=language,
        notes=(
            say("ratios explained", language),
            *rows_left_out(len(found.ratios) - len(shown), language),
            *([] if is_large(found) else chain_findings(found, language)),
        ),
    )


def ratio_findings(found: Bottlenecks, language: Language, *, holding: bool = False) -> list[Told]:
    """One finding per ratio: what a percentage point does, and when other constraints become the bottleneck.

    Args:
        found: with its ratios.
        language: the reader's.
        holding: only the ratios of rules that hold the total back now.
    """
    plan = found.allocation.plan
    told = []
    for effect in found.ratios:
        if holding and effect.ratio.id not in effect.holding:
            continue
        name = constraint_name(plan, effect.ratio.id, language)
        up, down = (_effect(plan, effect, side, step, language) for side, step in ((effect.up, 1), (effect.down, -1)))
        now = percent(effect.ratio.value, language)
        key = "ratio told" if effect.ratio.sense == ">=" else "ratio told of a cap"
        sentences = [
            tell(key, language, claims_of([up, down]), name=name, ratio=now, up=up, down=down),
            *_moves(plan, effect, effect.down, "below", language),
            *_moves(plan, effect, effect.up, "above", language),
        ]
        told.append(run_on(sentences))
    return told


def chain_findings(found: Bottlenecks, language: Language) -> list[Told]:
    """One finding per chain-inclusive price other than one euro: the lines that have it, and how it adds up."""
    alike: dict[tuple[object, ...], list[ChainPrice]] = {}
    for price in found.chain:
        if price.total != 1:
            dragged = tuple((line, part) for line, part in price.parts.items() if line != price.line)
            alike.setdefault((price.total, price.parts.get(price.line), *dragged), []).append(price)
    return [chain_sentence(found.allocation.plan, prices, language) for prices in alike.values()]


def chain_sentence(plan: Plan, prices: Sequence[ChainPrice], language: Language) -> Told:
    """What one euro costs on lines that drag the same along, and how that adds up."""
    names = {line.id: line_name(plan, line, language) for line in plan.lines}
    first = prices[0]
    chosen = [names[price.line] for price in prices]
    claims = [DragsAlong(price.line, price.total, tuple(price.parts.items())) for price in prices]
    if len(chosen) > NAMED + 1:
        chosen = [*chosen[:NAMED], say("more lines", language, count=len(chosen) - NAMED)]
    if first.total is None:
        return tell("no euro fits", language, claims, names=listed(chosen, language), **euros(plan.unit, language))
    shown = [first.total, *first.parts.values()]
    places = next(
        (
            count
            for count in range(2, FINE)
            if to_places(shown[0], count) == sum(to_places(part, count) for part in shown[1:])
        ),
        FINE,
    )
    places = max(places, *(telling_apart(each) for each in shown))
    parts = [say("itself", language, amount=amount(first.parts[first.line], language, decimals=places))]
    parts += [
        say("part of it", language, amount=amount(part, language, decimals=places), name=names[line])
        for line, part in first.parts.items()
        if line != first.line
    ]
    return tell(
        "one euro costs",
        language,
        claims,
        names=listed(chosen, language),
        total=amount(first.total, language, decimals=places),
        sum=" + ".join(parts),
        **euros(plan.unit, language),
    )


def percent(ratio: Fraction, language: Language) -> str:
    """A ratio as a percentage with as many decimals as it takes, at most two."""
    return f"{amount(100 * ratio, language)}%"


def _rows(plan: Plan, effect: RatioEffect, language: Language) -> list[Row]:
    name = constraint_name(plan, effect.ratio.id, language)
    rows: list[Row] = []
    for side, step in ((effect.down, -1), (effect.up, 1)):
        point = side.point
        if point is None:
            reached = effect.ratio.value * 100 + step
            if reached < 0:
                continue
            ratio = percent(reached / 100, language)
            figures = (say("does not fit", language), "", "")
        else:
            ratio = percent(point.ratio, language)
            figures = (
                signed(point.value, language),
                signed(100 * point.lowest_coverage, language),
                signed(point.unspent, language),
            )
        told = say("rule at", language, name=name, ratio=ratio)
        rows.append(Row((told, *figures, *_thresholds(effect, side, language))))
    return rows


def signed(value: Fraction, language: Language) -> str:
    """A difference with its sign and two decimals; `0.00` where it is nothing."""
    return change(value, language, decimals=2) or amount(value * 0, language, decimals=2)


def _thresholds(effect: RatioEffect, side: RatioSide, language: Language) -> tuple[str, str]:
    def reached(ratio: Fraction) -> str:
        return percent(_beyond(ratio, up=side is effect.up), language)

    if side.split_until is None:
        answer = say("never", language)
    elif side.split_until != effect.ratio.value:
        answer = reached(side.split_until)
    elif side.course_until is None or side.course_until == effect.ratio.value:
        answer = say("at once", language)
    else:
        answer = say("at once and again", language, ratio=reached(side.course_until))
    if side.moves_at is None:
        moves = say("never", language)
        if side.searched == effect.ratio.value:
            moves = say("not looked for", language)
        elif side.searched is not None:
            moves = say("not up to", language, ratio=percent(side.searched, language))
    else:
        at_once = side.moves_at == effect.ratio.value
        moves = say("at once", language) if at_once else reached(side.moves_at)
    return answer, moves


def _effect(plan: Plan, effect: RatioEffect, side: RatioSide, step: int, language: Language) -> Told:
    """What a percentage point up or down does, as the part of a sentence."""
    point, ratio = side.point, effect.ratio
    if point is None:
        there = max(Fraction(0), ratio.value + Fraction(step, 100))
        if there == ratio.value:
            return Told(say("no such ratio", language), ())
        said = say("nothing would fit", language)
        return tell("at ratio", language, [NothingFitsAtRatio(ratio, there)], ratio=percent(there, language), said=said)
    covered = is_decided(plan)
    claim: Claim = AtRatio(ratio, point.ratio, point.value, point.lowest_coverage if covered else None)
    told = []
    if point.value:
        size = money(abs(point.value), plan.unit, language)
        what = "value" if all(line.weight == 1 for line in plan.lines) else "worth"
        told.append(say(f"{what} {'rises' if point.value > 0 else 'falls'}", language, amount=size))
    if point.lowest_coverage and covered:
        points = amount(100 * abs(point.lowest_coverage), language)
        key = "coverage rises" if point.lowest_coverage > 0 else "coverage falls"
        told.append(say(key, language, points=points))
    if not told and not point.moves:
        claim, told = SameAtRatio(ratio, point.ratio), [say("nothing changes", language)]
    weighted = " weighted" if any(line.weight != 1 for line in plan.lines) else ""
    said = listed(told, language) or say(f"{'answer' if covered else 'first'} stays{weighted}", language)
    return tell("at ratio", language, [claim], ratio=percent(point.ratio, language), said=said)


def _moves(plan: Plan, effect: RatioEffect, side: RatioSide, where: str, language: Language) -> list[Told]:
    told = []
    up = where == "above"
    if side.moves_at is not None:
        names = constraint_names(plan, side.moves_to, language)
        claims = [RatioTurns(effect.ratio, side.moves_at, up, side.moves_to)]
        told.append(
            tell(
                f"{where} moves" if side.moves_to else f"{where} frees",
                language,
                claims,
                ratio=percent(_beyond(side.moves_at, up=up), language),
                names=names,
                what=say(f"held {_first(plan)}", language),
            )
        )
    if side.ends is not None and (side.ends or up):
        ends = RatioEnds(effect.ratio, side.ends, upwards=up)
        told.append(tell(f"{where} ends", language, [ends], ratio=percent(_beyond(side.ends, up=up), language)))
    return told


def _first(plan: Plan) -> str:
    """What the objective asks for first, as its words are known."""
    goal = plan.objective[0]
    if isinstance(goal, GroupGoal):
        return "group coverage" if goal.of is None else "first lines"
    if goal == "coverage":
        return "coverage"
    return "value" if any(line.weight != 1 for line in plan.lines) else "total"


def _beyond(ratio: Fraction, *, up: bool) -> Fraction:
    """A ratio as it is printed, on the side on which what is said of all ratios beyond it is true."""
    return enough(100 * ratio, up=up) / 100
