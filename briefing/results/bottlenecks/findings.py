"""Each constraint without room in a sentence or two: what binds, what it costs and what would help."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.cofunded import with_others
from flessenhals.briefing.results.curves.ladder import bundle
from flessenhals.briefing.results.infeasible.reason import wish
from flessenhals.briefing.results.large import MOST, is_large
from flessenhals.briefing.text.naming import NAMED, constraint_name, constraint_names, cut_short, euros, measured_in
from flessenhals.briefing.text.numbers import at_most, money, per_euro, unit_in_words
from flessenhals.briefing.text.told import Told, claims_of, run_on, tell
from flessenhals.briefing.text.words import listed, say
from flessenhals.solver.claims.price import GoesTo, MovesMoney, NoEffect, WorthPerEuro, WouldTakeMore
from flessenhals.solver.sensitivity.gains import Gains

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.row import Row
    from flessenhals.solver.claims.claim import Claim
    from flessenhals.solver.sensitivity.bottleneck import Bottleneck
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks

ZERO, ONE = Fraction(0), Fraction(1)


def findings(found: Bottlenecks, shown: Sequence[Bottleneck], language: Language) -> list[Told]:
    """Each of some bottlenecks in a sentence or two."""
    return [_said(found, each, language) for each in shown]


def other_findings(found: Bottlenecks, language: Language) -> list[Told]:
    """What binds besides: what has all it asks, and what has no effect."""
    return [*_satisfied(found, language), *_without_effect(found, language)]


def decisive(found: Bottlenecks, language: Language) -> list[Told]:
    """What a decision could change, what helps most first: limits that do the same are told together.

    A maximum of a line that has all it asks is left out: nobody asked for more.
    """
    alike: dict[tuple[object, ...], list[Bottleneck]] = {}
    for each in _most_decisive(found):
        if not (each.row.id.is_maximum and _is_met(found, each.row)):
            price = each.price.relax
            wished = wish(found.allocation.plan, each.row)
            together = (each.row.id.is_bound and not wished) or (each.row.id.is_rule and not price.price)
            reach = price.until is None if price.price else price.until
            spends = _spends(found, each) if together and not price.price else ZERO
            same = (each.row.id.is_bound, each.row.kind, price.price, reach, spends > 0, spends < 0)
            alike.setdefault(same if together else (each.row.id,), []).append(each)
    return [_told_together(found, each, language) for group in alike.values() for each in _said_together(group)]


def _said_together(alike: Sequence[Bottleneck]) -> list[Sequence[Bottleneck]]:
    """Bounds with one price in one sentence, which has room for how far each holds if they are few."""
    if len(alike) <= NAMED or len({each.price.relax.until for each in alike}) == 1:
        return [alike]
    by_reach: dict[Fraction | None, list[Bottleneck]] = {}
    for each in alike:
        by_reach.setdefault(each.price.relax.until, []).append(each)
    return list(by_reach.values())


def _most_decisive(found: Bottlenecks) -> list[Bottleneck]:
    """The bottlenecks that a decision could change; of a country those that its tables show."""
    every = with_effect(found)
    return every[:MOST] if is_large(found) else every


def undecisive(found: Bottlenecks, language: Language) -> list[Told]:
    """Every other constraint without room: nobody asked for more there, or it has no effect."""
    met = [each for each in _most_decisive(found) if each.row.id.is_maximum and _is_met(found, each.row)]
    content = [each for each in met if each.relief.gains.get(next(iter(each.row.coefficients)), 0) > 0]
    return [
        *(_said(found, each, language) for each in met if each not in content),
        *_satisfied(found, language, content),
        *_without_effect(found, language),
    ]


def with_effect(found: Bottlenecks) -> list[Bottleneck]:
    """The binding constraints that have an effect, those that help most first; no maximum of a line content with it."""
    return [each for each in found.found if each.has_effect and not _has_all_it_asks(found, each)]


def _has_all_it_asks(found: Bottlenecks, each: Bottleneck) -> bool:
    if not each.row.id.is_maximum:
        return False
    (owner, *others) = each.row.coefficients
    return not others and _is_met(found, each.row) and _is_alone(each.relief.gains, owner)


def _is_alone(gains: Mapping[str, Fraction], owner: str) -> bool:
    """Whether no line but one gains or loses."""
    elsewhere = isinstance(gains, Gains) and gains.moved
    return not elsewhere and set(gains) <= {owner}


def _is_met(found: Bottlenecks, row: Row) -> bool:
    (owner, *_) = row.coefficients
    return found.allocation.amounts[owner] >= found.allocation.plan.line_by_id[owner].proposed


def _told_together(found: Bottlenecks, alike: Sequence[Bottleneck], language: Language) -> Told:
    """Bounds of several lines that do the same in one sentence; one constraint as it is told by itself."""
    first = alike[0]
    if len(alike) == 1:
        return _said(found, first, language)
    names = [constraint_name(found.allocation.plan, each.row.id, language) for each in alike]
    together, far = listed(cut_short(names, NAMED, language), language), _reaches(found, alike, language)
    told = [_sentence(found, each, language, together, far) for each in alike]
    return Told(told[0], tuple(claims_of(told)))


def _reaches(found: Bottlenecks, alike: Sequence[Bottleneck], language: Language) -> str | None:
    """How far each of several prices holds, in the order of their names; None where all hold equally far."""
    reaches = {each.row.id: until for each in alike if (until := each.price.relax.until) is not None}
    if len(set(reaches.values())) <= 1:
        return None
    unit = measured_in(found.allocation.plan, alike[0].row)
    return say(
        "so far each", language, amounts=listed([at_most(u, unit, language) for u in reaches.values()], language)
    )


def _said(found: Bottlenecks, each: Bottleneck, language: Language) -> Told:
    """One finding in one sentence or two, from a template per kind of constraint."""
    told = _sentence(found, each, language)
    divided = each.release and each.price.relax.price
    return run_on([told, *_division(found, each, language)]) if divided else told


def _sentence(
    found: Bottlenecks, each: Bottleneck, language: Language, names: str = "", far: str | None = None
) -> Told:
    """What relaxing a constraint does; with the names of several lines, what it does at any of their bounds."""
    plan, price = found.allocation.plan, each.price.relax
    quantity = each.row.unit is not None and price.price != 0
    of_year = each.row.id.year is not None and not each.row.id.is_bound
    kind = "quantity" if quantity else "rule" if each.row.id.is_rule else "year" if of_year else each.row.kind
    if wish(plan, each.row) == "kept":
        kind = "kept" if each.row.id.is_minimum else "kept above"
    weighted = plan.is_cofunded or any(line.weight != 1 for line in plan.lines)
    unit = measured_in(plan, each.row)
    until = None if price.until is None else at_most(price.until, unit, language)
    worth = abs(price.price)
    claims: list[Claim] = [WorthPerEuro(each.row, price.price, price.until)]
    key = f"{kind} {'holds back' if price.price > 0 else 'costs' if price.price < 0 else 'shifts'}"
    spends = _spends(found, each) if price.price == 0 and weighted else ZERO
    if spends:
        many = " many" if names and kind == "rule" else ""
        name = names or constraint_name(plan, each.row.id, language)
        claims.append(GoesTo(each.row, tuple(each.release.items()), each.release_until))
        return tell(
            "more, worth the same" if spends > 0 else "less, worth the same",
            language,
            claims,
            when=say(f"{kind} relaxed{many}", language, name=name),
        )
    if price.price == 0:
        claims.append(MovesMoney(each.row))
    elif kind == "ceiling" and price.price == 1 and price.until is not None and (not weighted or _goes_whole(each)):
        key, until = "ceiling is all used", at_most(each.row.right_hand_side + price.until, plan.unit, language)
        claims += [GoesTo(each.row, tuple(each.release.items()), each.release_until)] if weighted else []
        weighted = False
    many = " many" if names and (price.price or kind == "rule") else ""
    return tell(
        f"{key}{' weighted' if weighted else ''}{many}",
        language,
        claims,
        name=names or constraint_name(plan, each.row.id, language),
        worth=money(worth, plan.unit, language) if quantity and not weighted else per_euro(worth, language),
        one=money(ONE, unit, language),
        far=far or ("" if until is None else say("so far", language, amount=until)),
        until=until,
        **euros(plan.unit, language),
    )


def _spends(found: Bottlenecks, each: Bottleneck) -> Fraction:
    """How much more of the ceiling is put to work with each euro that a constraint is relaxed by."""
    lines = found.allocation.plan.line_by_id
    if isinstance(each.release, Gains):
        return sum(each.release.own.values(), start=each.release.elsewhere)
    return sum((rate * (1 - lines[line].cofunded) for line, rate in each.release.items()), start=ZERO)


def _goes_whole(each: Bottleneck) -> bool:
    """Whether all of every euro by which a constraint is relaxed goes to lines, as far as its price holds."""
    holds = each.release_until is None or each.release_until == each.price.relax.until
    return holds and sum(each.release.values()) == 1


def _division(found: Bottlenecks, each: Bottleneck, language: Language) -> list[Told]:
    """Where the money goes, and how far: the price may hold further than that."""
    end = each.release_until
    plan = found.allocation.plan
    far = "" if end is None or end == each.price.relax.until else at_most(end, measured_in(plan, each.row), language)
    return [
        tell(
            "quantity releases" if each.row.unit else with_others(plan, "releases"),
            language,
            [GoesTo(each.row, tuple(each.release.items()), end)],
            unit=unit_in_words(plan.unit, language),
            bundle=bundle(plan, _besides_itself(each), language),
            far=say("so far", language, amount=far) if far else "",
            **euros(plan.unit, language),
        )
    ]


def _besides_itself(each: Bottleneck) -> dict[str, Fraction]:
    """Who gains and who pays, but for the line whose minimum is lowered: that it pays is how the sentence begins."""
    own = set(each.row.coefficients) if each.row.id.is_minimum else set()
    return {line: rate for line, rate in each.release.items() if not (line in own and rate == -ONE)}


def _satisfied(found: Bottlenecks, language: Language, besides: Sequence[Bottleneck] = ()) -> list[Told]:
    rows = tuple(each.row for each in found.found if each.has_effect and _has_all_it_asks(found, each))
    rows += tuple(each.row for each in besides)
    key = "satisfied" if len(rows) == 1 else "satisfied, many"
    return [tell(key, language, [WouldTakeMore(rows)], count=len(rows))] if rows else []


def _without_effect(found: Bottlenecks, language: Language) -> list[Told]:
    idle = [each.row for each in found.found if not each.has_effect]
    names = constraint_names(found.allocation.plan, [row.id for row in idle], language)
    return [tell("without effect", language, [NoEffect(row) for row in idle], names=names)] if idle else []
