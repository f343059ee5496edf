"""Diff: why the answer changed."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal import completion
from flessenhals.terminal.options import ROWS, grouping
from flessenhals.terminal.output import SHEETS
from flessenhals.terminal.progress import progress
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared
from flessenhals.terminal.single import WrongOptionError

if TYPE_CHECKING:
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.plan.plan import Plan

TWICE = 2
EACH = "stands {count} times -> once for both sides, or twice: before and after"


@shared(without=("plan", "scenario"), charts=("effects",), besides=SHEETS)
def diff(
    asked: Settings,
    ceilings: Annotated[
        list[str],
        typer.Argument(metavar="CEILING [CEILING]", help="The total that may be spent; two of them: before and after."),
    ],
    plans: Annotated[
        list[str] | None,
        typer.Option(
            "--plan",
            metavar="FILE",
            help="The plan; given twice: before and after. Where nothing else differs, one is the after.",
            autocompletion=completion.plans,
        ),
    ] = None,
    scenarios: Annotated[
        list[str] | None,
        typer.Option(
            "--scenario",
            metavar="NAME",
            help="Read the plan under one of its scenarios; given twice: before and after. One alone is the after.",
            autocompletion=completion.scenarios,
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar=ROWS, help="What the rows of the table are.", autocompletion=completion.among(ROWS)
        ),
    ] = "line",
) -> None:
    """Why the answer changed: what each changed input did to the total, the lowest coverage and every line."""
    given = {"CEILING": ceilings, "--plan": plans or [], "--scenario": scenarios or []}
    for name, values in given.items():
        if len(values) > TWICE:
            wrong = told("{name} {value}", name=name, value=told(EACH, count=len(values)))
            raise WrongOptionError(name, " ".join(values), wrong)
    rows = grouping(by)
    from flessenhals.amounts import both_of  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.solver.comparison.difference.difference import difference  # noqa: PLC0415

    old, new = _sides(asked, ceilings, plans or [], scenarios or [])
    before, after = both_of((old, ceilings[0]), (new, ceilings[-1]))

    def work() -> "Difference":
        with progress("diff") as watch:
            return difference(before, after, watch=watch)

    asked.publish(asked.answered(work), rows)


def _sides(asked: Settings, ceilings: list[str], plans: list[str], scenarios: list[str]) -> "tuple[Plan, Plan]":
    """The plan as it is read before and after; where none is named, the one that FLESSENHALS_PLAN names, or that ships.

    Raises:
        BadParameter: if nothing differs.
    """
    changed = bool(asked.words())
    if len(ceilings) < TWICE and len(plans) < TWICE and not scenarios and not changed and not plans:
        wrong = "nothing differs -> give a second CEILING, --scenario, --plan, --set, --keep or --drop"
        raise WrongOptionError("CEILING", " ".join(ceilings), wrong)
    lone_plan = len(plans) == 1 and len(ceilings) == 1 and not scenarios and not changed
    usual = os.environ.get("FLESSENHALS_PLAN") or None
    plan_before = usual if lone_plan or not plans else plans[0]
    plan_after = plans[-1] if plans else usual
    scenario_before = scenarios[0] if len(scenarios) == TWICE else None
    scenario_after = scenarios[-1] if scenarios else None
    after = asked._replace(plan=plan_after, scenario=scenario_after).load(years=True)
    before = asked._replace(plan=plan_before, scenario=scenario_before, changes=(), rules=(), keeps=(), drops=()).load(
        years=True
    )
    return before, after
