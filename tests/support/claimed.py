"""Every sentence that a plan's answers come with, and what each of them claims."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from plans import random_ceiling, random_plan
from second_solves import SecondSolves

from flessenhals.briefing.results.allocation import allocation_tables
from flessenhals.briefing.results.bottlenecks import bottlenecks_tables
from flessenhals.briefing.results.infeasible import infeasible_tables
from flessenhals.briefing.text.told import Told
from flessenhals.briefing.text.words import WORDS
from flessenhals.constraints import Level, Proportional, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines
from flessenhals.constraints.weighted import Term
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.optimum.allocation import allocate
from flessenhals.solver.plan.soundness import InvalidPlanError
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.solver.claims.claim import Answer, Claim
    from flessenhals.solver.plan.plan import Plan

ONE = Fraction(1)
LANGUAGES: tuple[Language, ...] = ("en", "nl")
OBJECTIVES = (
    ("value", "coverage"),
    ("value", "coverage"),
    ("value", "coverage"),
    ("coverage", "value"),
    ("coverage",),
    ("value",),
)
# Sentences that say how to read something, or what is not known: nothing in them can be false of an answer.
SILENT = {
    "not the only one",
    "amounts in",
    "nothing asked there",
    "nothing asked at",
    "ratios explained",
}
NUMBER = re.compile(r"\d[\d.,]*")


class Sentence(NamedTuple):
    """A sentence as it is printed, and the answer that it is about."""

    text: str
    language: Language
    answer: Answer | None


def drawn(random: Random) -> tuple[Plan, Fraction]:
    """A small plan with a ceiling: from 0 and around the lowest feasible one to more than all that is asked."""
    while True:
        plan = replace(random_plan(random, most_lines=6), objective=random.choice(OBJECTIVES))
        if random.random() < 0.4:
            plan = replace(plan, lines=tuple(replace(line, weight=ONE) for line in plan.lines))
        if random.random() < 0.4:
            plan = _with_more_rules(random, plan)
        try:
            plan = replace(plan)
            break
        except InvalidPlanError:
            continue
    lowest = lowest_feasible_ceiling(plan)
    choices = [
        Fraction(0),
        plan.proposed,
        2 * plan.proposed,
        random_ceiling(random, plan),
        random_ceiling(random, plan),
    ]
    if lowest is not None:
        choices += [lowest, lowest + Fraction(1, 3), max(Fraction(0), lowest - Fraction(1, 7))]
    return plan, random.choice(choices)


def _with_more_rules(random: Random, plan: Plan) -> Plan:
    """The plan with a cap on lines that other rules speak of too, and a share of everything."""
    ids = [line.id for line in plan.lines]
    rules = (
        Level(id="cap", of=lines(*random.sample(ids, min(2, len(ids)))), at_most=Fraction(random.randint(1, 20))),
        Level(id="part", of=lines(random.choice(ids)), at_least=Share(Fraction(random.randint(1, 9), 20))),
        Proportional(
            id="most", upstream=lines(ids[0]), downstream=lines(ids[-1]), at_most=Fraction(random.randint(1, 3), 2)
        ),
        _on_quantity(random, ids),
    )
    try:
        return replace(plan, constraints=(*plan.constraints, *random.sample(rules, random.randint(1, 2))))
    except InvalidPlanError:
        return plan


def _on_quantity(random: Random, ids: list[str]) -> Weighted:
    """A floor or a cap on what the money of some lines buys."""
    times = [Fraction(text) for text in ("12.5", "8", "1/3", "12.5")]
    terms = tuple(Term(lines(line), random.choice(times)) for line in random.sample(ids, min(2, len(ids))))
    limit = Fraction(random.randint(1, 300))
    floor = random.random() < 0.4
    return Weighted(
        id="staff", terms=terms, unit="fte", at_least=limit if floor else None, at_most=None if floor else limit
    )


def sentences(plan: Plan, ceiling: Fraction) -> Iterator[Sentence]:
    """Every sentence that the answers to a plan at a ceiling are printed with, in both languages."""
    try:
        split = allocate(plan, ceiling)
    except InfeasibleError as refused:
        for language in LANGUAGES:
            yield from _notes(infeasible_tables(refused, language), language, None)
        return
    for language in LANGUAGES:
        yield from _notes(allocation_tables(split, language), language, split)
    found = bottlenecks(plan, ceiling)
    for language in LANGUAGES:
        yield from _notes(bottlenecks_tables(found, language), language, split)


def _notes(tables: list[Table], language: Language, answer: Answer | None) -> Iterator[Sentence]:
    for table in tables:
        for note in table.notes:
            yield Sentence(note, language, answer)


def without_claims(found: list[Sentence]) -> list[str]:
    """The sentences that claim nothing and are not known to have nothing to claim."""
    silent = [_pattern(WORDS[key][language]) for key in SILENT for language in LANGUAGES]
    bare = [each.text for each in found if not (isinstance(each.text, Told) and each.text.claims)]
    return [text for text in bare if not any(pattern.fullmatch(text) for pattern in silent)]


def _pattern(words: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+\})", words)
    return re.compile("".join(".*" if part.startswith("{") else re.escape(part) for part in parts), re.DOTALL)


def told_apart(found: list[Sentence]) -> list[str]:
    """Sentences whose numbers differ between the languages."""
    said: dict[Language, list[str]] = {
        language: [
            " ".join(sorted(_plain(number, language) for number in NUMBER.findall(each.text)))
            for each in found
            if each.language == language
        ]
        for language in LANGUAGES
    }
    return [f"{en} | {nl}" for en, nl in zip(said["en"], said["nl"], strict=True) if en != nl]


def _plain(number: str, language: Language) -> str:
    number = number.rstrip(".,")
    return number.replace(",", "") if language == "en" else number.replace(".", "").replace(",", ".")


class Verdict(NamedTuple):
    """What was checked of one plan.

    Attributes:
        kinds: how many claims of each kind.
        wrong: the claims that do not hold, the sentences that claim nothing, and figures that differ by language.
    """

    kinds: Counter[str]
    wrong: list[str]


def judged(plan: Plan, ceiling: Fraction) -> Verdict:
    """Every claim that is printed about a plan at a ceiling, each checked once by solves of another method."""
    found = list(sentences(plan, ceiling))
    by = SecondSolves()
    kinds: Counter[str] = Counter()
    wrong = [f"claims nothing: {text}" for text in without_claims(found)]
    wrong += [f"differs by language: {text}" for text in told_apart(found)]
    seen: dict[tuple[int, str], bool] = {}
    for each in found:
        if not isinstance(each.text, Told):
            continue
        for claim in each.text.claims:
            key = id(each.answer), repr(claim)
            if key not in seen:
                seen[key] = _holds(claim, plan, each.answer, by)
                kinds[claim.kind] += 1
            if not seen[key]:
                wrong.append(f"false: {each.text} [{claim}]")
    return Verdict(kinds, wrong)


def _holds(claim: Claim, plan: Plan, answer: Answer | None, by: SecondSolves) -> bool:
    return claim.holds(getattr(claim, "plan", None) or plan, answer, by)
