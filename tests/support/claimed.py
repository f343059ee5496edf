"""Every sentence that a plan's answers come with, and what each of them claims."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, NamedTuple

from drawn.random_proposals import random_split
from opinions.second_solves import SecondSolves

from flessenhals.briefing.brief.by_year.content import brief_by_year
from flessenhals.briefing.brief.content import brief_document
from flessenhals.briefing.brief.run import Provenance
from flessenhals.briefing.brief.table.rounding import kept_in_print
from flessenhals.briefing.document.document import Bullets, Chart, DataTable, Paragraph
from flessenhals.briefing.results.allocation import allocation_tables
from flessenhals.briefing.results.bottlenecks.bottlenecks import bottlenecks_tables
from flessenhals.briefing.results.comparison.comparison import comparison_tables
from flessenhals.briefing.results.comparison.side_by_side import side_by_side_tables
from flessenhals.briefing.results.curves.ladder import ladder_tables
from flessenhals.briefing.results.curves.whatif import whatif_tables
from flessenhals.briefing.results.effect import effect_sentence, effect_told, slice_sentence, sparing_sentence
from flessenhals.briefing.results.infeasible.infeasible import infeasible_tables
from flessenhals.briefing.results.reconciliation import reconciliation_tables
from flessenhals.briefing.results.whole.bottlenecks import whole_bottlenecks_tables
from flessenhals.briefing.results.whole.ladder import whole_ladder_tables
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.table import ITEM
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.words import WORDS
from flessenhals.constraints.ceiling import Path
from flessenhals.solver import claims
from flessenhals.solver.claims.claim import Claim as BaseClaim
from flessenhals.solver.claims.effect import Effect, Given, Unheld
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.comparison.reconciliation.reconciliation import reconcile
from flessenhals.solver.comparison.side_by_side import side_by_side
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.optimum.whatif import whatif
from flessenhals.solver.plan.proposal import Proposal, sliced
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.rounding.at_once import beside
from flessenhals.solver.rounding.rounding import NotRoundedError, Rounded
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks
from flessenhals.solver.sensitivity.ladder.ladder import ladder
from flessenhals.solver.sensitivity.whole.bottlenecks import whole_bottlenecks
from flessenhals.solver.sensitivity.whole.ladder import whole_ladder
from flessenhals.study import Wishes, work_out
from flessenhals.study_by_year import work_out_by_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from drawn.small_plans import Drawn

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.claims.claim import Answer, Claim
    from flessenhals.solver.plan.plan import Plan

HALF, TENTH, EIGHTH = Fraction(1, 2), Fraction(1, 10), Fraction(1, 8)
LANGUAGES: tuple[Language, ...] = ("en", "nl")
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
    "coverage may fall",
    "proposal is given",
    "proposal rounded",
    "rounded apart",
    "priced blank",
    "reading is",
    "in whole amounts too",
    "no inverse in whole amounts",
    "rounded apart by year",
}
NUMBER = re.compile(r"\d[\d.,]*")


class Sentence(NamedTuple):
    """A sentence as it is printed, and the answer that it is about."""

    text: str
    language: Language
    answer: Answer | None


def sentences(case: Drawn, random: Random) -> Iterator[Sentence]:
    """Every sentence and table that the answers to a plan at a ceiling are printed with, in both languages."""
    plan, ceiling = case.plan, case.ceiling
    yield from _told(reconciliation_tables, reconcile(plan, readings=case.readings), None)
    if plan.years is None:
        yield from _without_answer(case, random)
    yield from _at_every_ceiling(plan, ceiling)
    split = attempt(plan, ceiling)
    if isinstance(split, InfeasibleError):
        if plan.years is None:
            yield from _told(infeasible_tables, split, None)
        return
    yield from _told(allocation_tables, split, split)
    yield from _bottlenecks(split, random)
    yield from _of_the_effect(case, split)
    if plan.years is None:
        yield from _of_a_cut(split, random)
    if not plan.whole:
        proposal = _proposal(random, plan, ceiling)
        for language in LANGUAGES:
            yield from _briefed(case, split, proposal, language)


def _without_answer(case: Drawn, random: Random) -> Iterator[Sentence]:
    """Of the plan by itself and of proposals."""
    plan, ceiling = case.plan, case.ceiling
    proposal = _proposal(random, plan, ceiling)
    yield from _told(comparison_tables, compare(plan, proposal, ceiling), None)
    others = side_by_side(plan, [proposal, _proposal(random, plan, ceiling)], ceiling)
    yield from _told(side_by_side_tables, others, None)


def _at_every_ceiling(plan: Plan, ceiling: Ceiling) -> Iterator[Sentence]:
    """Of several ceilings, and of all."""
    some = [ceiling, ceiling.scaled(HALF) if isinstance(ceiling, Path) else ceiling / 2]
    yield from _told(whatif_tables, whatif([plan], some), None)
    if not is_decided(plan):
        return
    with suppress(InfeasibleError):
        if plan.whole:
            yield from _told(whole_ladder_tables, whole_ladder(plan), None)
        else:
            path = ceiling if isinstance(ceiling, Path) else None
            yield from _told(ladder_tables, ladder(plan, path=path), None)


def _bottlenecks(split: Allocation, random: Random) -> Iterator[Sentence]:
    plan, ceiling = split.plan, split.ceiling
    if plan.whole:
        if isinstance(ceiling, Fraction):
            yield from _told(whole_bottlenecks_tables, whole_bottlenecks(plan, ceiling), split)
        return
    yield from _told(bottlenecks_tables, bottlenecks(plan, ceiling), split)
    if plan.years is None:
        line, within = random.choice(plan.lines).id, random.choice([Fraction(0), Fraction(1, 100)])
        yield from _told(bottlenecks_tables, bottlenecks(plan, ceiling, line=line, within=within), split)


def _of_the_effect(case: Drawn, split: Allocation) -> Iterator[Sentence]:
    """What was kept, dropped or changed did to the others."""
    if case.before is None:
        return
    without = attempt(case.before, case.ceiling)
    if not isinstance(without, Allocation):
        for language in LANGUAGES:
            yield Sentence(effect_told(Unheld(case.before, proved=True), split, language), language, split)
        return
    if not (is_decided(case.before) and is_decided(split.plan)):
        return  # nothing is said then: several splits are best, and which of them comes out says nothing
    known = case.before.line_by_id
    about = {line.id for line in split.plan.lines if (line.kept or line.dropped) and line != known[line.id]}
    changes = () if about else ("lines.x.weight=2",)
    for language in LANGUAGES:
        yield Sentence(effect_sentence(Effect(without, split, about, changes), language), language, split)


def _of_a_cut(split: Allocation, random: Random) -> Iterator[Sentence]:
    """What an even cut does, of every line or with some spared, and what printed amounts beside the exact ones keep."""
    plan, ceiling = split.plan, split.ceiling
    spared = {line.id for line in plan.lines if random.random() < HALF}
    for language in LANGUAGES:
        left = Given(plan, ceiling, sliced(plan, EIGHTH, spared).amounts)
        if spared and (said := sparing_sentence(left, spared, language)):
            yield Sentence(said, language, left)
        if is_decided(plan):
            whole = Given(plan, ceiling, sliced(plan, EIGHTH, ()).amounts)
            yield Sentence(slice_sentence(Effect(split, whole, ()), EIGHTH, language), language, whole)
        if not plan.whole:
            apart = beside(plan, ceiling, split.amounts, TENTH)
            done = Rounded(plan, ceiling, dict(split.amounts), apart, TENTH, 1, nearest=False, keeps_all=False)
            claims, step = [kept_in_print(done)], money(TENTH, plan.unit, language)
            yield Sentence(tell("printed amounts apart", language, claims, step=step), language, split)


def _proposal(random: Random, plan: Plan, ceiling: Fraction) -> Proposal:
    """A proposal: one that keeps everything, where that is drawn and there is one, or amounts of all sizes."""
    amounts = {line.id: line.proposed * Fraction(random.randint(0, 5), 4) for line in plan.lines}
    if random.random() < 0.5 and not plan.whole:
        with suppress(NoOptimumError):
            amounts = random_split(random, plan, ceiling)
    return Proposal(name="ours", amounts=amounts)


def _briefed(case: Drawn, split: Allocation, proposal: Proposal, language: Language) -> Iterator[Sentence]:
    """The sentences and tables of a briefing; over years without the proposal."""
    made = Provenance(files=(), version="1", solver="none", command="", created=datetime(2026, 1, 1, tzinfo=UTC))
    wishes = Wishes([proposal], scenarios=case.readings, page=False)
    if isinstance(case.ceiling, Path):
        document = brief_by_year(
            work_out_by_year([case.plan], case.ceiling, made, Wishes(step=wishes.step, page=False)), language
        )
    else:
        try:
            document = brief_document(work_out([case.plan], case.ceiling, made, wishes), language)
        except NotRoundedError:
            return
    yield from (Sentence(each, language, split) for each in (document.title, document.standfirst))
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Bullets):
                yield from (Sentence(each, language, split) for each in block.items)
            elif isinstance(block, Paragraph):
                yield Sentence(block.text, language, split)
            elif isinstance(block, DataTable | Chart):
                table = block.table if isinstance(block, DataTable) else block.data
                yield from _notes(table, language, split)


def _told(tables: Callable[..., list[Table]], found: object, answer: Answer | None) -> Iterator[Sentence]:
    """The notes of a result's tables, and the claims of their figures, in both languages."""
    for language in LANGUAGES:
        for table in tables(found, language):
            yield from _notes(table, language, answer)


def _notes(table: Table, language: Language, answer: Answer | None) -> Iterator[Sentence]:
    """The sentences below a table; first, without words, what its figures claim."""
    yield Sentence(Told("", table.claims), language, answer)
    for note in table.notes:
        yield Sentence(note, language, answer)


def without_claims(found: list[Sentence]) -> list[str]:
    """The sentences that claim nothing and are not known to have nothing to claim."""
    silent = [_pattern(WORDS[key][language]) for key in SILENT for language in LANGUAGES]
    bare = [each.text for each in found if each.text and not (isinstance(each.text, Told) and each.text.claims)]
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


def judged(case: Drawn, random: Random) -> Verdict:
    """Every claim that is printed about a plan at a ceiling, each checked once by solves of another method."""
    found = list(sentences(case, random))
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
                seen[key] = _holds(claim, case.plan, each.answer, by)
                kinds[claim.kind] += 1
            if not seen[key]:
                wrong.append(f"false: {each.text} [{claim}]")
    return Verdict(kinds, wrong)


def _holds(claim: Claim, plan: Plan, answer: Answer | None, by: SecondSolves) -> bool:
    return claim.holds(getattr(claim, "plan", None) or plan, answer, by)


def kinds() -> dict[str, type[Claim]]:
    """Every kind of claim that there is, by its name."""
    for module in walk_packages(claims.__path__, f"{claims.__name__}."):
        import_module(module.name)
    found: dict[str, type[Claim]] = {}
    waiting = list(BaseClaim.__subclasses__())
    while waiting:
        each = waiting.pop()
        found[each.kind] = each
        waiting += each.__subclasses__()
    return found
