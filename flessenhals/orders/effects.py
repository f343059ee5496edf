"""What was asked of a plan did to the others: the run with it, the run without it, and the sentence on top."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.results.effect import at_ceiling, effect_told
from flessenhals.constraints.ceiling import Path
from flessenhals.data.source.errors import InputError
from flessenhals.solver.claims.effect import Effect, Unheld
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.program.errors import NotProvedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.terminal.settings import Settings


MOST_CEILINGS = 4


def effects_of(asked: Settings, results: Sequence[object]) -> str | None:
    """The sentences at several ceilings, a line each with its ceiling; None where nothing was asked.

    Args:
        asked: what the command was asked.
        results: its answers, of which the first few that are splits of one reading are spoken of.
    """
    splits = [each for each in results if isinstance(each, Allocation)]
    if len({split.plan.scenario for split in splits}) != 1:
        return None
    found = [(split, effect_in(asked, split)) for split in splits[:MOST_CEILINGS]]
    return "\n".join(at_ceiling(effect, split, asked.language) for split, effect in found if effect) or None


def effect_of(asked: Settings, found: Allocation) -> str | None:
    """The sentence on what was kept, dropped, added, changed and ranked; None where nothing was.

    Args:
        asked: what the command was asked.
        found: its answer.
    """
    effect = effect_in(asked, found)
    return None if effect is None else effect_told(effect, found, asked.language)


def effect_in(asked: Settings, found: Allocation) -> Effect | Unheld | None:
    """The runs with and without what was asked; None where nothing was, or where a stage leaves more than one answer.

    Args:
        asked: what the command was asked.
        found: its answer.
    """
    plan = found.plan
    without = _without(asked, plan)
    if without is None or not is_decided(plan) or not is_decided(without) or not _is_of(without, found.ceiling):
        return None
    known = without.line_by_id
    about = {line.id for line in plan.lines if (line.kept or line.dropped) and line != known.get(line.id)}
    try:
        before = allocate(without, found.ceiling)
    except InfeasibleError:
        return Unheld(without, proved=True)
    except NotProvedError:
        return Unheld(without, proved=False)
    changes = asked.changes if asked.words() else ()
    return Effect(before, found, about, changes, scenario=not asked.words() and bool(about))


def _is_of(without: Plan, ceiling: Ceiling) -> bool:
    """Whether a ceiling is the same in the plan without what was asked: its years, path or shift may have changed."""
    if not isinstance(ceiling, Path):
        return True
    if without.years is None or without.years.all != ceiling.years:
        return False
    try:
        return not ceiling.name or ceiling_of(without, ceiling.name) == ceiling
    except InputError:
        return False


def _without(asked: Settings, plan: Plan) -> Plan | None:
    """The plan without what was asked: by options, else by a scenario that keeps or drops, else by its own ranking."""
    if asked.words():
        return asked.without_wishes().under(plan.scenario, years=True)
    if plan.scenario is not None and any(line.kept or line.dropped for line in plan.lines):
        return asked.under(None, years=True)
    if any(isinstance(goal, GroupGoal) for goal in plan.objective):
        left = tuple(goal for goal in plan.objective if not isinstance(goal, GroupGoal))
        return replace(plan, objective=left) if left else None
    return None
