"""What was asked of a plan did to the others, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import line_name, lines_name
from flessenhals.briefing.text.numbers import coverages, money
from flessenhals.briefing.text.told import claims_of, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.effect import KeepWhatTheyHad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.effect import CoverageMoves, Effect


def effect_sentence(found: Effect, changes: Sequence[str], language: Language) -> Told:
    """What was kept, dropped, added or changed did to the lines that it was not about, proved by the run without it.

    Args:
        found: both runs.
        changes: what `--set` changed, as it was typed.
        language: the reader's.
    """
    what = say("effect and", language).join(_subjects(found, changes, language))
    what = what[:1].upper() + what[1:]
    moves = found.moves
    if not moves:
        return _without_moves(found, what, language)
    other = say("effect other", language) if found.about else ""
    main = moves[0]
    way = "costs" if main.then < main.coverage else "gives"
    if len(main.lines) == len(found.others):
        return tell(f"effect {way} every", language, [main], what=what, other=other, **_points(main, language))
    rest = list(_rest(found, main.lines, language))
    values = {"what": what, "others": len(found.others), "other": other, "rest": "".join(rest)}
    claims = [main, *claims_of(rest)]
    if len(main.lines) == 1:
        name = line_name(found.with_it.plan, found.with_it.plan.line_by_id[main.lines[0]], language)
        return tell(f"effect {way} one", language, claims, **values, **_points(main, language), name=name)
    return tell(f"effect {way} most", language, claims, **values, **_points(main, language), count=len(main.lines))


def _without_moves(found: Effect, what: str, language: Language) -> Told:
    """What it did where no coverage moved: nothing, or money where nothing is asked or more is asked."""
    same = KeepWhatTheyHad(found.without.plan, found.unmoved)
    rest = list(_rest(found, (), language))
    if len(found.unmoved) == len(found.bystanders):
        return tell("effect nothing" if found.about else "effect nothing at all", language, [same], what=what)
    return tell("effect moves no coverage", language, claims_of(rest), what=what, rest="".join(rest))


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


def _subjects(found: Effect, changes: Sequence[str], language: Language) -> Iterator[str]:
    plan, before = found.with_it.plan, found.without.plan
    kept = [line for line in plan.lines if line.kept and line.id in found.about]
    dropped = [line for line in plan.lines if line.dropped and line.id in found.about]
    whole = [line for line in kept if line.minimum == line.proposed]
    held = [line for line in kept if line.minimum != line.proposed]
    if whole:
        yield say("effect keep", language, names=lines_name(plan, whole, language))
    if held:
        amounts = {line.minimum for line in held}
        key = "effect keep at" if len(amounts) == 1 else "effect keep at several"
        told = money(next(iter(amounts)), plan.unit, language)
        yield say(key, language, names=lines_name(plan, held, language), amount=told)
    if dropped:
        yield say("effect drop", language, names=lines_name(plan, dropped, language))
    rules = [rule for rule in plan.constraints if rule.id not in before.rule_by_id]
    if rules:
        names = listed([f'"{text(rule.name, language, rule.id)}"' for rule in rules], language)
        yield say("effect rule" if len(rules) == 1 else "effect rules", language, names=names)
    if changes:
        yield say("effect set", language, names=", ".join(changes))
