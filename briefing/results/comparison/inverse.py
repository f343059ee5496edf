"""What must be true for a proposal to be right, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name, constraint_names, group_name, line_name
from flessenhals.briefing.text.numbers import amount, enough, money, to_places
from flessenhals.briefing.text.table import ITEM
from flessenhals.briefing.text.told import Told, run_on, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.inverse import (
    AnotherGivesMore,
    AnotherIsWorthMore,
    NotRightUnder,
    RefusedUnder,
    RightUnder,
)
from flessenhals.solver.claims.proposal import Breaks, LeastSpread
from flessenhals.solver.comparison.inverse.ratio_search import with_ratios
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.comparison.inverse.inverse import Inverse
    from flessenhals.solver.comparison.inverse.ratio_search import MovedRatio
    from flessenhals.solver.comparison.inverse.ratios import InverseRatios
    from flessenhals.solver.comparison.inverse.weights import InverseWeights
    from flessenhals.solver.plan.plan import Plan

NAMED = 4
MOST_DECIMALS = 6
ZERO, ONE = Fraction(0), Fraction(1)
LESS = Fraction(999, 1000)


def inverse_notes(found: Inverse, language: Language) -> list[str]:
    """The smallest changes under which a proposal is right, or why none are: first the weights, then the ratios.

    Args:
        found: what was found out about the proposal.
        language: the reader's.
    """
    if not found.by_value:
        return [say("coverage first", language)]
    names = constraint_names(found.plan, [row.id for row in found.broken], language)
    told: list[list[Told]] = [
        [tell("no weights: broken", language, [_broken(found)], names=names)]
        if found.weights is None
        else list(_weights(found, found.weights, language)),
        [] if found.ratios is None else list(_ratios(found, found.ratios, language)),
    ]
    if found.plan.years is not None:
        told.append([Told(say("ratios over years", language), [])])
    return [say("must be true", language), *(run_on(each, ITEM) for each in told if each)]


def _broken(found: Inverse) -> Breaks:
    """That the proposal breaks what it breaks."""
    broken = tuple((row, -row.slack(found.amounts)) for row in found.broken)
    return Breaks(found.ceiling, tuple(found.amounts.items()), broken)


def _weights(found: Inverse, weights: InverseWeights, language: Language) -> Iterable[Told]:
    plan, ceiling, given = found.plan, found.ceiling, tuple(found.amounts.items())
    if weights.better is not None:
        more = sum((each - found.amounts[line] for line, each in weights.better.items()), start=ZERO)
        yield tell(
            "no weights: worthless" if weights.weights is None else "worthless",
            language,
            [AnotherGivesMore(ceiling, given, tuple(weights.better.items()), tuple(weights.worthless))],
            names=_lines(plan, weights.worthless, language),
            amount=money(more, plan.unit, language),
        )
    if weights.weights is None or weights.times is None:
        return
    decided = is_decided(plan)
    right = RightUnder(
        ceiling, given, tuple(weights.weights.items()), plan.constraints, weights.is_answer if decided else None
    )
    other = "other " if weights.worthless else ""
    if weights.times == 1 and weights.is_answer and not weights.worthless:
        yield tell("weights are right", language, [right])
        return
    if weights.times == 1:
        yield tell(f"{other}weights will do", language, [right])
    else:
        changes = listed(_changes(plan, weights.weights, weights.worthless, language), language)
        yield tell(f"{other}weights change", language, [right], changes=changes)
        least = LeastSpread(ceiling, given, weights.times, tuple(weights.worthless))
        unweighted = any(not line.weight and weights.weights[line.id] for line in plan.lines)
        key = "least difference" if unweighted else "least spread"
        yield tell(key, language, [least], times=_told(weights.times, (ONE,), language, up=True))
    if decided:
        key = "is the answer" if weights.is_answer else "never the answer"
        claims: list[Claim] = [right]
        if not weights.is_answer and weights.decisive is not None:
            key = "a shade more"
            claims.append(RightUnder(ceiling, given, tuple(weights.decisive.items()), plan.constraints, is_answer=True))
        yield tell(key, language, claims)


def _changes(plan: Plan, weights: Mapping[str, Fraction], worthless: Iterable[str], language: Language) -> list[str]:
    """The lines whose weight changes, those that change alike together, the largest change first."""
    told = []
    alike: dict[tuple[Fraction | None, Fraction], list[str]] = {}
    for line in plan.lines:
        weight = weights[line.id]
        if weight != line.weight and line.id not in worthless:
            change = (weight / line.weight, ZERO) if line.weight else (None, weight)
            alike.setdefault(change, []).append(line.id)
    for (times, weight), lines in sorted(alike.items(), key=lambda each: -(each[0][0] or each[0][1])):
        names = _lines(plan, lines, language)
        if times is None:
            told.append(say("counts", language, names=names, weight=_told(weight, (ZERO,), language)))
        else:
            told.append(
                say("counts times", language, names=names, times=_told(times, (ZERO, ONE), language, up=times > 1))
            )
    return told


def _ratios(found: Inverse, ratios: InverseRatios, language: Language) -> Iterable[Told]:
    plan, ceiling, given = found.plan, found.ceiling, tuple(found.amounts.items())
    open_for = listed([constraint_name(plan, label, language) for label in ratios.open_for], language)
    if ratios.broken:
        names = constraint_names(plan, [row.id for row in ratios.broken], language)
        yield tell("no ratios: broken", language, [_broken(found)], names=names)
    elif ratios.better is not None:
        more = sum((line.weight * (ratios.better[line.id] - found.amounts[line.id]) for line in plan.lines), start=ZERO)
        claim = AnotherIsWorthMore(ceiling, given, tuple(ratios.better.items()), more)
        yield tell("no ratios: better", language, [claim], amount=money(more, plan.unit, language))
    elif ratios.refused:
        yield tell(
            "no ratios: refused",
            language,
            [RefusedUnder(with_ratios(plan, ratios.refused))],
            changes=listed([_asks(plan, ratio, language) for ratio in ratios.refused], language),
        )
    elif ratios.ratios is None:
        yield Told(say("ratios open", language, names=open_for), ())
    else:
        yield from _ratios_to(found, ratios, ratios.ratios, open_for, language)


def _ratios_to(
    found: Inverse, ratios: InverseRatios, to: Sequence[MovedRatio], open_for: str, language: Language
) -> Iterable[Told]:
    """Which ratios would do, and whether less is enough."""
    plan = found.plan
    decided = is_decided(plan)
    right = RightUnder(
        found.ceiling,
        tuple(found.amounts.items()),
        (),
        with_ratios(plan, to),
        ratios.is_answer if to and decided else None,
    )
    if not to:
        yield tell("ratios will do", language, [right])
        return
    changes = listed([_asks(plan, ratio, language) for ratio in to], language)
    yield tell("ratios change", language, [right], changes=changes)
    if not ratios.is_smallest:
        yield Told(say("ratios may be smaller", language, names=open_for), ())
    else:
        smaller = tuple(with_ratios(plan, _nearer(to)))
        claims = [NotRightUnder(found.ceiling, tuple(found.amounts.items()), smaller)]
        yield tell("least ratios" if ratios.is_least else "smallest ratios", language, claims)
    if decided:
        yield tell("is the answer" if ratios.is_answer else "coverage chooses another", language, [right])


def _nearer(ratios: Iterable[MovedRatio]) -> list[MovedRatio]:
    """The same ratios moved a little less far."""
    return [ratio._replace(then=ratio.now + (ratio.then - ratio.now) * LESS) for ratio in ratios]


def _asks(plan: Plan, ratio: MovedRatio, language: Language) -> str:
    return say(
        "asks",
        language,
        name=constraint_name(plan, ratio.id, language),
        now=f"{_told(100 * ratio.now, (100 * ratio.then,), language)}%",
        then=f"{_told(100 * ratio.then, (100 * ratio.now,), language)}%",
    )


def _lines(plan: Plan, lines: Iterable[str], language: Language) -> str:
    """Lines by name, or by that of the programme, partner or department that they are all the lines of."""
    wanted = set(lines)
    if len(wanted) > 1:
        for grouping in GROUPINGS:
            for group, members in plan.grouped(grouping).items():
                if group is not None and {line.id for line in members} == wanted:
                    return group_name(plan, grouping, group, language)
    names = [line_name(plan, line, language) for line in plan.lines if line.id in wanted]
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], say("more lines", language, count=len(names) - NAMED)]
    return listed(names, language)


def _told(value: Fraction, apart_from: Iterable[Fraction], language: Language, *, up: bool | None = None) -> str:
    """A number with two decimals at most, or with as many as keep it apart from others that it is not.

    Args:
        value: the number.
        apart_from: what it may not look like.
        language: decides on the decimal sign.
        up: rounded up, or down, to the side on which it is enough; None for the nearest.
    """
    others = [other for other in apart_from if other != value]
    for decimals in range(2, MOST_DECIMALS):
        shown = to_places(value, decimals) if up is None else enough(value, up=up, decimals=decimals)
        if all(shown != to_places(other, decimals) for other in others):
            break
    written = amount(shown, language, decimals=decimals)
    return written.rstrip("0").rstrip(".,")
