"""What was asked of a plan with years did to the others, in a sentence or two."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import group_name, unit_over, years_in_words
from flessenhals.briefing.text.numbers import coverages, money
from flessenhals.briefing.text.told import claims_of, tell
from flessenhals.briefing.text.words import say
from flessenhals.solver.claims.dated.effect import OverYears
from flessenhals.solver.claims.effect import KeepWhatTheyHad, MoneyMoves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.told import Told
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.claims.effect import Effect

ZERO = Fraction(0)


def over_years_sentence(found: Effect, what: str, language: Language) -> Told:
    """What it did to the other lines over the years together, and to the lowest coverage among them in a year.

    Args:
        found: both runs.
        what: what was asked, as the subject of the sentence.
        language: the reader's.
    """
    over = OverYears(found)
    plan = found.with_it.plan
    if len(over.unmoved) == len(over.others):
        same = KeepWhatTheyHad(found.without.plan, over.ids(over.unmoved))
        return tell(
            "effect years nothing" if found.about else "effect years nothing at all", language, [same], what=what
        )
    years = years_in_words({line.year for line in plan.lines if line.year is not None}, language)
    parts = list(_parts(over, found, language))
    lead = over.money(more=False)
    way = "costs" if lead else "gives"
    lead = lead or over.money(more=True)
    rest = [] if lead is None else parts[1:]
    values = {"what": what, "years": years, "rest": "".join(rest or ([] if lead else parts))}
    claims: list[Claim] = list(claims_of(parts))
    if lead is None:
        said = tell("effect years in time", language, claims, **values)
    else:
        names, moves = lead
        other = say("effect other", language) if found.about else ""
        named = (
            group_name(plan, "line", names[0], language)
            if len(names) == 1
            else say(
                "effect of lines" if len(names) < len(over.others) else "effect of all lines",
                language,
                count=len(names),
                others=len(over.others),
                other=other,
            )
        )
        amount = money(abs(moves.by_amount), unit_over(plan), language)
        key = f"effect years {way} {'one' if len(names) == 1 else 'several'}"
        said = tell(key, language, claims, names=named, amount=amount, **values)
    lowest = over.lowest
    if lowest is None:
        return said
    before, after, _ = coverages(lowest.claim.coverage, lowest.claim.then, language)
    whose = say("effect whose others" if found.about else "effect whose all", language)
    shown = {"year": str(lowest.year), "before": before, "after": after, "whose": whose}
    return tell("effect years lowest", language, [*said.claims, lowest.claim], said=said, **shown)


def _parts(over: OverYears, found: Effect, language: Language) -> Iterator[Told]:
    """What lines lose, what others get, what moves in time alone, and what stays: the first of them leads."""
    plan = found.with_it.plan
    for more in (False, True):
        moved = over.money(more=more)
        if moved is None:
            continue
        names, moves = moved
        several = len(names) > 1
        shown = (
            say("some lines", language, count=len(names)) if several else group_name(plan, "line", names[0], language)
        )
        amount = money(abs(moves.by_amount), unit_over(plan), language)
        key = f"effect rest {'more' if more else 'less'} {'several' if several else 'one'}"
        yield tell(key, language, [moves], names=shown, amount=amount)
    if over.moved_in_time:
        count = len(over.moved_in_time)
        key = f"effect years rest in time {'several' if count > 1 else 'one'}"
        shown = (
            say("some lines", language, count=count)
            if count > 1
            else group_name(plan, "line", over.moved_in_time[0], language)
        )
        same_sum = MoneyMoves(found.without.plan, over.ids(over.moved_in_time), ZERO)
        yield tell(key, language, [same_sum], names=shown)
    if over.unmoved:
        same = KeepWhatTheyHad(found.without.plan, over.ids(over.unmoved))
        yield tell("effect years rest stays", language, [same])
