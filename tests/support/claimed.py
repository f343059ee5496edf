"""Every sentence that a plan's answers come with, and what each of them claims."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, NamedTuple

from plans import random_ceiling, random_plan
from random_proposals import random_split
from second_solves import SecondSolves

from flessenhals.briefing.brief.content import brief_document
from flessenhals.briefing.brief.run import Provenance
from flessenhals.briefing.document.document import Bullets, Paragraph
from flessenhals.briefing.results.allocation import allocation_tables
from flessenhals.briefing.results.bottlenecks import bottlenecks_tables
from flessenhals.briefing.results.comparison.comparison import comparison_tables
from flessenhals.briefing.results.comparison.side_by_side import side_by_side_tables
from flessenhals.briefing.results.infeasible import infeasible_tables
from flessenhals.briefing.results.ladder import ladder_tables
from flessenhals.briefing.results.reconciliation import reconciliation_tables
from flessenhals.briefing.text.table import ITEM
from flessenhals.briefing.text.told import Told
from flessenhals.briefing.text.words import WORDS
from flessenhals.constraints import Level, Proportional, Weighted
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines
from flessenhals.constraints.weighted import Term
from flessenhals.solver import claims
from flessenhals.solver.claims.claim import Claim as BaseClaim
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.comparison.reconciliation import reconcile
from flessenhals.solver.comparison.side_by_side import side_by_side
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.rounding.rounding import NotRoundedError
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.ladder import ladder
from flessenhals.study import Wishes, work_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.solver.claims.claim import Answer, Claim
    from flessenhals.solver.optimum.allocation import Allocation
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
    "quantities explained",
    "given up first",
    # what the plan says, or does not
    "check totals",
    "check scenarios",
    "shared",
    "unsourced",
    "asking nothing",
    "name twice",
    "unit unknown",
    "out of range",
    "nothing odd",
    "idle not asked",
    # how to read a table
    "gap means",
    "gap between",
    "distance means",
    "same ceiling given",
    "same ceiling largest",
    "same ceiling equal",
    "further broken",
    "given per partner",
    "counted as nothing",
    "another unit",
    "must be true",
    "coverage first",
    # what is not known
    "ratios open",
    "ratios may be smaller",
    # a briefing's own
    "explained",
    "limits elsewhere",
    "nearly",
    "no ladder here",
    "no judgement",
    "checksums",
    "again",
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


def sentences(plan: Plan, ceiling: Fraction, random: Random) -> Iterator[Sentence]:
    """Every sentence that the answers to a plan at a ceiling are printed with, in both languages."""
    checked = reconcile(plan)
    proposal = _proposal(random, plan, ceiling)
    compared = compare(plan, proposal, ceiling)
    others = side_by_side(plan, [proposal, _proposal(random, plan, ceiling)], ceiling)
    for language in LANGUAGES:
        yield from _notes(reconciliation_tables(checked, language), language, None)
        yield from _notes(comparison_tables(compared, language), language, None)
        yield from _notes(side_by_side_tables(others, language), language, None)
    if "coverage" in plan.objective and checked.lowest_feasible_ceiling is not None:
        steps = ladder(plan)
        for language in LANGUAGES:
            yield from _notes(ladder_tables(steps, language), language, None)
    split = attempt(plan, ceiling)
    if isinstance(split, InfeasibleError):
        for language in LANGUAGES:
            yield from _notes(infeasible_tables(split, language), language, None)
        return
    yield from _of_a_split(split, proposal, random)


def _of_a_split(split: Allocation, proposal: Proposal, random: Random) -> Iterator[Sentence]:
    """Those about a ceiling within which something fits."""
    plan, ceiling = split.plan, split.ceiling
    for language in LANGUAGES:
        yield from _notes(allocation_tables(split, language), language, split)
    found = bottlenecks(plan, ceiling)
    asked = bottlenecks(
        plan, ceiling, line=random.choice(plan.lines).id, within=random.choice([Fraction(0), Fraction(1, 100)])
    )
    for language in LANGUAGES:
        for each in (found, asked):
            yield from _notes(bottlenecks_tables(each, language), language, split)
    for language in LANGUAGES:
        for text in _briefed(plan, ceiling, proposal, language):
            yield Sentence(text, language, split)


def _proposal(random: Random, plan: Plan, ceiling: Fraction) -> Proposal:
    """A proposal: one that keeps everything, where that is drawn and there is one, or amounts of all sizes."""
    amounts = {line.id: line.proposed * Fraction(random.randint(0, 5), 4) for line in plan.lines}
    if random.random() < 0.5:
        with suppress(NoOptimumError):
            amounts = random_split(random, plan, ceiling)
    return Proposal(name="ours", amounts=amounts)


def _briefed(plan: Plan, ceiling: Fraction, proposal: Proposal, language: Language) -> Iterator[str]:
    """The sentences of a briefing: those of its paragraphs and lists."""
    made = Provenance(files=(), version="1", solver="none", command="", created=datetime(2026, 1, 1, tzinfo=UTC))
    try:
        run = work_out([plan], ceiling, made, Wishes([proposal], page=False))
    except NotRoundedError:
        return
    for section in brief_document(run, language).sections:
        for block in section.blocks:
            if isinstance(block, Bullets):
                yield from block.items
            elif isinstance(block, Paragraph):
                yield block.text


def _notes(tables: list[Table], language: Language, answer: Answer | None) -> Iterator[Sentence]:
    for table in tables:
        for note in table.notes:
            yield Sentence(note, language, answer)


def without_claims(found: list[Sentence]) -> list[str]:
    """The sentences that claim nothing and are not known to have nothing to claim."""
    silent = [_pattern(WORDS[key][language]) for key in SILENT for language in LANGUAGES]
    bare = [each.text for each in found if not (isinstance(each.text, Told) and each.text.claims)]
    return [text for text in bare if not any(pattern.fullmatch(text.removeprefix(ITEM)) for pattern in silent)]


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


def judged(plan: Plan, ceiling: Fraction, random: Random) -> Verdict:
    """Every claim that is printed about a plan at a ceiling, each checked once by solves of another method."""
    found = list(sentences(plan, ceiling, random))
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


def kinds() -> dict[str, type[Claim]]:
    """Every kind of claim that there is, by its name."""
    for module in iter_modules(claims.__path__):
        import_module(f"{claims.__name__}.{module.name}")
    found: dict[str, type[Claim]] = {}
    waiting = list(BaseClaim.__subclasses__())
    while waiting:
        each = waiting.pop()
        found[each.kind] = each
        waiting += each.__subclasses__()
    return found
