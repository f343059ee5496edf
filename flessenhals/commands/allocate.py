"""Allocate: the optimal split of one ceiling."""

from typing import Annotated

import typer

from flessenhals.options import (
    ForceOption,
    FormatOption,
    LangOption,
    OutputOption,
    PlanOption,
    ScenarioOption,
    SetOption,
    settings,
)


def allocate(
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """The optimal split of one ceiling, with its proof."""
    asked = settings(plan, scenario, changes, format_, output, force=force, lang=lang)
    from flessenhals.amounts import exactly  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.solver.optimum.allocation import allocate as divide  # noqa: PLC0415

    amount = exactly(ceiling)
    loaded = asked.load()
    asked.answer(lambda: divide(loaded, amount))
