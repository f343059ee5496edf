"""What was asked of a plan did to the others: the run with it, the run without it, and the sentence on top."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.effect import effect_sentence
from flessenhals.briefing.text.numbers import at_most, money
from flessenhals.briefing.text.words import say
from flessenhals.solver.claims.effect import Effect
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.terminal.settings import Settings


MOST_CEILINGS = 4


def effects_of(asked: Settings, results: Sequence[object]) -> str | None:
    """The same at several ceilings, a line each with its ceiling; None where nothing was asked.

    Args:
        asked: what the command was asked.
        results: its answers, of which the first few that are splits of one reading are spoken of.

    Raises:
        NotProvedError: if a run without it could not be proved.
    """
    splits = [each for each in results if isinstance(each, Allocation)]
    if len({split.plan.scenario for split in splits}) != 1:
        return None
    told = []
    for split in splits[:MOST_CEILINGS]:
        sentence = effect_of(asked, split, split.ceiling)
        if sentence is not None:
            ceiling = money(split.available, split.plan.unit, asked.language)
            told.append(say("effect at", asked.language, ceiling=ceiling, sentence=sentence))
    return "\n".join(told) or None


def effect_of(asked: Settings, found: Allocation, ceiling: Ceiling) -> str | None:
    """The sentence on what was kept, dropped, added and changed; None where nothing was.

    Args:
        asked: what the command was asked.
        found: its answer.
        ceiling: the total that may be spent, in the plan's unit.

    Raises:
        NotProvedError: if the run without it could not be proved.
    """
    plan = found.plan
    if not isinstance(ceiling, Fraction) or not asked.words():
        return None
    without = asked.without_wishes().load()
    known = without.line_by_id
    about = {line.id for line in plan.lines if (line.kept or line.dropped) and line != known.get(line.id)}
    try:
        before = allocate(without, ceiling)
    except InfeasibleError:
        return say("effect no run", asked.language, ceiling=at_most(ceiling, plan.unit, asked.language))
    return effect_sentence(Effect(before, found, about), asked.changes, asked.language)
