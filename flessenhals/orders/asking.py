"""What is asked of a plan that has been read: a slice off every line, and which lines a selection selects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flessenhals.amounts import ceiling_of, exactly, share_of
from flessenhals.briefing.text.language import LANGUAGES
from flessenhals.briefing.text.naming import lines_name
from flessenhals.briefing.text.numbers import amount
from flessenhals.briefing.text.words import say
from flessenhals.data.plans.readings.selecting import selected
from flessenhals.data.source.errors import option, refused
from flessenhals.data.source.names import MOST_LISTED, alternatives, closest, instead
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.proposal import Proposal, sliced

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.terminal.settings import Settings


AS_IT_STANDS = "plan"


class Slice(NamedTuple):
    """A cut off every line.

    Attributes:
        proposal: what it leaves.
        share: what every line loses of what it asks, but for those that are spared.
        spared: the ids of the lines that lose nothing.
    """

    proposal: Proposal
    share: Fraction
    spared: frozenset[str]

    def effect(self, plan: Plan, ceiling: Ceiling, optimum: Allocation | None, language: Language) -> str | None:
        """What it does to the others: what sparing some costs the rest, or what it does beside the optimal split.

        Args:
            plan: whose lines they are.
            ceiling: the total, or path, that it is held against.
            optimum: the optimal split of that; None where nothing fits.
            language: the reader's.
        """
        from flessenhals.briefing.results.effect import slice_sentence, sparing_sentence  # noqa: PLC0415 - for --slice
        from flessenhals.solver.claims.effect import Effect, Given  # noqa: PLC0415 - the same

        left = Given(plan, ceiling, self.proposal.amounts)
        if self.spared:
            return sparing_sentence(left, self.spared, language)
        if optimum is None or not is_decided(plan):
            return None
        return slice_sentence(Effect(optimum, left, ()), self.share, language)


def slice_of(plan: Plan, share: str, spared: Sequence[str]) -> Slice:
    """The cut that `--slice` and `--except` ask for.

    Args:
        plan: whose lines they are.
        share: what every line loses, `8%`.
        spared: selections of lines that lose nothing.

    Raises:
        InputError: where the share is none, or a selection selects nothing.
    """
    part = share_of(share, "--slice")
    ids = frozenset(line for text in spared for line in selected(plan, text, "except"))
    title: dict[str, str] = {}
    for language in LANGUAGES:
        left = say("slice", language, share=f"{amount(100 * part, language)}%")
        lines = [line for line in plan.lines if line.id in ids]
        title[language] = (
            say("slice except", language, slice=left, names=lines_name(plan, lines, language)) if ids else left
        )
    return Slice(sliced(plan, part, ids, title), part, ids)


def reference_of(
    asked: Settings, readings: Sequence[Plan], against: str
) -> Callable[[Plan, Ceiling], tuple[Plan, Ceiling]]:
    """What `whatif --against` holds every split against.

    A ceiling (with years also by its name or by year), which every reading is divided at; the name of a scenario, at
    each ceiling; or `plan`, the plan as it stands without scenario, --set, --rule, --keep and --drop, at each ceiling.

    Raises:
        InputError: where it is none of these.
    """
    if against == AS_IT_STANDS:
        other = _of_the_same_years(asked.without_wishes().under(None, years=True), readings, against)
        return lambda _, ceiling: (other, ceiling)
    if all(name in readings[0].scenarios for name in against.split("+")):
        reading = _of_the_same_years(asked.under(against, years=True), readings, against)
        return lambda _, ceiling: (reading, ceiling)
    years = readings[0].years
    paths = () if years is None else tuple(years.ceilings)
    if not against.lstrip("+-")[:1].isdigit() and against not in paths:
        known = (AS_IT_STANDS, *readings[0].scenarios, *paths)
        raise refused(option("against", against), "is no ceiling and no scenario", _otherwise(against, known))
    if years is not None:
        return lambda plan, _: (plan, ceiling_of(plan, against, "--against"))
    limit = exactly(against, "--against")
    return lambda plan, _: (plan, limit)


def _otherwise(against: str, known: Collection[str]) -> str:
    """What to write instead of what is no ceiling: the name that was meant, or else an amount or one of the names."""
    if closest(against, known):
        return instead(against, known)
    return told("write an amount, or {name}", name=alternatives(list(known)[:MOST_LISTED]))


def _of_the_same_years(other: Plan, readings: Sequence[Plan], against: str) -> Plan:
    """A reading whose years are those of the readings that are held against it.

    Raises:
        InputError: where they are not: no ceiling is then one of both.
    """
    for reading in readings:
        years, others = (None if each.years is None else each.years.all for each in (reading, other))
        if years != others:
            raise refused(option("against", against), "has other years", "leave the change of years out, or ask diff")
    return other
