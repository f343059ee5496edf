"""What must be true for a proposal to be right, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import constraint_name, constraint_names, group_name, line_name
from flessenhals.briefing.text.numbers import amount, enough, money
from flessenhals.briefing.text.table import ITEM
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.optimum.goals import is_decided
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.inverse import Inverse
    from flessenhals.solver.comparison.inverse_ratios import InverseRatios
    from flessenhals.solver.comparison.inverse_weights import InverseWeights
    from flessenhals.solver.plan.plan import Plan

NAMED = 4
MOST_DECIMALS = 6
ZERO, ONE = Fraction(0), Fraction(1)


def inverse_notes(found: Inverse, language: Language) -> list[str]:
    """The smallest changes under which a proposal is right, or why none are: first the weights, then the ratios.

    Args:
        found: what was found out about the proposal.
        language: the reader's.
    """
    if not found.by_value:
        return [say("coverage first", language)]
    names = constraint_names(found.plan, [row.id for row in found.broken], language)
    told = [
        [say("no weights: broken", language, names=names)]
        if found.weights is None
        else _weights(found, found.weights, language),
        [] if found.ratios is None else _ratios(found, found.ratios, language),
    ]
    return [say("must be true", language), *(ITEM + " ".join(each) for each in told)]


def _weights(found: Inverse, weights: InverseWeights, language: Language) -> Iterable[str]:
    plan = found.plan
    if weights.better is not None:
        more = sum((given - found.amounts[line] for line, given in weights.better.items()), start=ZERO)
        yield say(
            "no weights: worthless" if weights.weights is None else "worthless",
            language,
            names=_lines(plan, weights.worthless, language),
            amount=money(more, plan.unit, language),
        )
    if weights.weights is None or weights.times is None:
        return
    other = "other " if weights.worthless else ""
    if weights.times == 1 and weights.is_answer and not weights.worthless:
        yield say("weights are right", language)
        return
    if weights.times == 1:
        yield say(f"{other}weights will do", language)
    else:
        changes = listed(_changes(plan, weights.weights, weights.worthless, language), language)
        yield say(f"{other}weights change", language, changes=changes)
        yield say("least spread", language, times=_told(weights.times, (ONE,), language, up=True))
    if is_decided(plan):
        decided = "a shade more" if weights.decisive is not None else "never the answer"
        yield say("is the answer" if weights.is_answer else decided, language)


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


def _ratios(found: Inverse, ratios: InverseRatios, language: Language) -> Iterable[str]:
    plan = found.plan
    open_for = listed([constraint_name(plan, each, language) for each in ratios.open_for], language)
    if ratios.broken:
        names = constraint_names(plan, [row.id for row in ratios.broken], language)
        yield say("no ratios: broken", language, names=names)
    elif ratios.better is not None:
        more = sum((line.weight * (ratios.better[line.id] - found.amounts[line.id]) for line in plan.lines), start=ZERO)
        yield say("no ratios: better", language, amount=money(more, plan.unit, language))
    elif ratios.ratios is None:
        yield say("ratios open", language, names=open_for)
    elif not ratios.ratios:
        yield say("ratios will do", language)
    else:
        changes = [
            say(
                "asks",
                language,
                name=constraint_name(plan, ratio.id, language),
                now=f"{_told(100 * ratio.now, (100 * ratio.then,), language)}%",
                then=f"{_told(100 * ratio.then, (100 * ratio.now,), language)}%",
            )
            for ratio in ratios.ratios
        ]
        yield say("ratios change", language, changes=listed(changes, language))
        if not ratios.is_smallest:
            yield say("ratios may be smaller", language, names=open_for)
        else:
            yield say("least ratios" if ratios.is_least else "smallest ratios", language)
        if is_decided(plan):
            yield say("is the answer" if ratios.is_answer else "coverage chooses another", language)


def _lines(plan: Plan, lines: Iterable[str], language: Language) -> str:
    """Lines by name, or by that of the programme, partner or department that they are all the lines of."""
    wanted = set(lines)
    if len(wanted) > 1:
        for grouping in GROUPINGS:
            for group, members in plan.grouped(grouping).items():
                if group is not None and {line.id for line in members} == wanted:
                    return group_name(plan, grouping, group, language)
    names = [line_name(line, language) for line in plan.lines if line.id in wanted]
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
        shown = round(value, decimals) if up is None else enough(value, up=up, decimals=decimals)
        if all(shown != round(other, decimals) for other in others):
            break
    written = amount(shown, language, decimals=decimals)
    return written.rstrip("0").rstrip(".,")
