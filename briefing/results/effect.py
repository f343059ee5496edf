"""What was asked of a plan did to the others, in one sentence."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.effect_by_year import over_years_sentence
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import (
    ceiling_name,
    line_name,
    lines_name,
    lines_without_years,
    scenario_name,
    unit_over,
    years_in_words,
)
from flessenhals.briefing.text.numbers import amount as number
from flessenhals.briefing.text.numbers import at_most, coverages, given, money
from flessenhals.briefing.text.told import claims_of, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.ceiling import Path
from flessenhals.solver.claims.effect import Effect, KeepWhatTheyHad, NothingFitsWithout, SparingCosts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.effect import CoverageMoves, Given, Unheld
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.group_goal import GroupGoal
    from flessenhals.solver.plan.plan import Line, Plan


def effect_told(found: Effect | Unheld, split: Allocation, language: Language) -> Told:
    """What was asked did to the others in a sentence, or that there is no run to hold it against.

    Args:
        found: both runs; or the plan without it, of which there is none.
        split: the answer.
        language: the reader's.
    """
    if isinstance(found, Effect):
        return effect_sentence(found, language)
    if not found.proved:
        return tell("effect not proved", language, ())
    told = _ceiling(split, language, up=True)
    return tell("effect no run", language, [NothingFitsWithout(found.before)], ceiling=told)


def at_ceiling(found: Effect | Unheld, split: Allocation, language: Language) -> Told:
    """The same with the ceiling, or the path, of which it speaks."""
    sentence = effect_told(found, split, language)
    told = _ceiling(split, language)
    return tell("effect at", language, sentence.claims, ceiling=told, sentence=sentence)


def _ceiling(split: Allocation, language: Language, *, up: bool = False) -> str:
    unit = split.plan.unit
    if isinstance(split.ceiling, Path):
        return ceiling_name(split.ceiling, unit_over(split.plan), language)
    return (at_most if up else given)(split.available, unit, language)


def sparing_sentence(found: Given, spared: Collection[str], language: Language) -> Told | None:
    """What sparing some lines in an even cut costs the others, held against the same total cut evenly off every line.

    Args:
        found: what the cut leaves.
        spared: the ids of the lines that lose nothing.
        language: the reader's.
    """
    plan = found.plan
    others = [line for line in plan.lines if line.id not in spared and line.proposed]
    asked = sum((line.proposed for line in plan.lines), start=Fraction(0))
    if not others or not asked:
        return None
    even = sum(found.amounts.values(), start=Fraction(0)) / asked
    then = found.amounts[others[0].id] / others[0].proposed
    claim = SparingCosts(found.amounts, tuple(line.id for line in others), even, then)
    names = _names(plan, [line for line in plan.lines if line.id in spared], language)
    before, after, points = coverages(even, then, language)
    total = money(even * asked, unit_over(plan), language)
    told = {"names": names, "points": points, "before": before, "after": after, "total": total}
    return tell("effect sparing" if even != then else "effect sparing nothing", language, [claim], **told)


def slice_sentence(found: Effect, share: Fraction, language: Language) -> Told:
    """What an even cut off every line does, held against the optimal split of what it leaves."""
    what = say("effect slice", language, share=f"{number(100 * share, language)}%")
    said = _sentence(found, what, language)
    if isinstance(found.with_it.ceiling, Path):
        total = ceiling_name(found.with_it.ceiling, unit_over(found.with_it.plan), language)
    else:
        total = given(found.with_it.ceiling, found.with_it.plan.unit, language)
    return tell("effect beside optimum", language, said.claims, total=total, said=said)


def effect_sentence(found: Effect, language: Language) -> Told:
    """What was kept, dropped, added, changed or ranked did to the lines that it was not about.

    It is proved by the run without it: both are at hand. With years it is told of the years together, and of the year
    in which the lowest coverage moves furthest.

    Args:
        found: both runs.
        language: the reader's.
    """
    what = say("effect and", language).join(_subjects(found, language))
    return _sentence(found, what[:1].upper() + what[1:], language)


def _sentence(found: Effect, what: str, language: Language) -> Told:
    if not found.bystanders:
        return tell("effect no others", language, (), what=what)
    if found.with_it.plan.years is not None:
        return over_years_sentence(found, what, language)
    moves = found.moves
    if not moves:
        return _without_moves(found, what, language)
    other = say("effect other", language) if found.about else ""
    main = moves[0]
    way = "costs" if main.then < main.coverage else "gives"
    if len(main.lines) == len(found.concerned):
        return tell(f"effect {way} every", language, [main], what=what, other=other, **_points(main, language))
    rest = list(_rest(found, main.lines, language))
    values = {"what": what, "others": len(found.concerned), "other": other, "rest": "".join(rest)}
    claims = [main, *claims_of(rest)]
    if len(main.lines) == 1:
        name = line_name(found.with_it.plan, found.with_it.plan.line_by_id[main.lines[0]], language)
        return tell(f"effect {way} one", language, claims, **values, **_points(main, language), name=name)
    return tell(f"effect {way} most", language, claims, **values, **_points(main, language), count=len(main.lines))


def _without_moves(found: Effect, what: str, language: Language) -> Told:
    """What it did where no coverage moved: nothing, or money where nothing is asked, with it or without it."""
    same = KeepWhatTheyHad(found.without.plan, found.unmoved)
    rest = list(_rest(found, (), language))
    if len(found.unmoved) == len(found.bystanders):
        return tell("effect nothing" if found.about else "effect nothing at all", language, [same], what=what)
    key = "effect moves no coverage" if set(found.concerned) <= set(found.others) else "effect moves amounts"
    return tell(key, language, claims_of(rest), what=what, rest="".join(rest))


def _rest(found: Effect, besides: Sequence[str], language: Language) -> Iterator[Told]:
    """What the lines lose, get and keep that do not move as most of them do."""
    for more in (False, True):
        money_moves = found.money(more=more, besides=besides)
        if money_moves is None:
            continue
        count = len(money_moves.lines)
        names = say("some lines", language, count=count)
        if count == 1:
            names = line_name(found.with_it.plan, found.with_it.plan.line_by_id[money_moves.lines[0]], language)
        told = money(abs(money_moves.by_amount), found.with_it.plan.unit, language)
        number = "one" if count == 1 else "several"
        key = f"effect rest {'more' if more else 'less'} {number}"
        yield tell(key, language, [money_moves], names=names, amount=told)
    if found.unmoved:
        yield tell("effect rest stays", language, [KeepWhatTheyHad(found.without.plan, found.unmoved)])


def _points(move: CoverageMoves, language: Language) -> dict[str, str]:
    before, after, points = coverages(move.coverage, move.then, language)
    return {"points": points, "before": before, "after": after}


def _subjects(found: Effect, language: Language) -> Iterator[str]:
    plan, before = found.with_it.plan, found.without.plan
    if found.scenario:
        yield say("effect scenario", language, name=scenario_name(plan, plan.scenario or "", language))
        return
    kept = [line for line in plan.lines if line.kept and line.id in found.about]
    dropped = [line for line in plan.lines if line.dropped and line.id in found.about]
    whole = [line for line in kept if line.minimum == line.proposed]
    held = [line for line in kept if line.minimum != line.proposed]
    if whole:
        yield say("effect keep", language, names=_names(plan, whole, language))
    if held:
        amounts = {line.minimum for line in held}
        key = "effect keep at" if len(amounts) == 1 else "effect keep at several"
        told = money(next(iter(amounts)), plan.unit, language)
        yield say(key, language, names=_names(plan, held, language), amount=told)
    if dropped:
        yield say("effect drop", language, names=_names(plan, dropped, language))
    rules = [rule for rule in plan.constraints if rule.id not in before.rule_by_id]
    if rules:
        named = list(dict.fromkeys(f'"{text(rule.name, language, rule.id)}"' for rule in rules))  # once for all years
        yield say("effect rule" if len(named) == 1 else "effect rules", language, names=listed(named, language))
    gone = [rule for rule in before.constraints if rule.id not in plan.rule_by_id]
    if gone:
        named = list(dict.fromkeys(f'"{text(rule.name, language, rule.id)}"' for rule in gone))
        yield say(
            "effect rule gone" if len(named) == 1 else "effect rules gone", language, names=listed(named, language)
        )
    ranks = [goal for goal in plan.objective if goal not in found.ranked] == list(before.objective)
    # A change that does no more than rank, or take a rule out, is told in words; others as they were typed.
    ranking = [each for each in found.changes if ranks and each.lstrip().startswith("objective=")]
    out = {f"constraints.{rule.id}" for rule in gone}
    changes = [each for each in found.changes if each not in ranking and each.partition("=")[0].strip() not in out]
    if changes:
        yield say("effect set", language, names=", ".join(changes))
    if not found.changes or ranking:
        yield from (_ranking(plan, goal, language) for goal in found.ranked)


def _ranking(plan: Plan, goal: GroupGoal, language: Language) -> str:
    """What a stage puts first: `putting Prevention first`."""
    if goal.of is not None:
        return say("effect first", language, names=_names(plan, goal.of.select(plan.lines), language))
    return say(f"effect even {goal.by}", language)


def _names(plan: Plan, lines: Sequence[Line], language: Language) -> str:
    """Lines as one says them; with years those that are meant in all of their years without these."""
    if plan.years is None:
        return lines_name(plan, lines, language)
    ids = {line.id for line in lines}
    of_line: dict[str, list[Line]] = {}
    for line in plan.lines:
        of_line.setdefault(line.line, []).append(line)
    whole = all(line.id in ids or not line.upper for name in {it.line for it in lines} for line in of_line[name])
    if not whole:
        years = years_in_words([line.year for line in lines if line.year is not None], language)
        timeless = lines_without_years(plan, lines, language)
        return say("in year", language, name=timeless, years=years)
    return lines_without_years(plan, lines, language)
