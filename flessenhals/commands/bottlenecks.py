"""Bottlenecks: what binds at one ceiling."""

from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from solver.bottlenecks import Bottlenecks


def bottlenecks(
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """What binds at one ceiling, what it costs on both sides, and what relief it would give."""
    asked = settings(plan, scenario, changes, format_, output, force=force, lang=lang)
    from flessenhals.amounts import exactly  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.progress import progress  # noqa: PLC0415
    from solver.bottlenecks import bottlenecks as find  # noqa: PLC0415

    amount = exactly(ceiling)
    loaded = asked.load()

    def work() -> "Bottlenecks":
        with progress("bottlenecks") as watch:
            return find(loaded, amount, watch=watch)

    asked.answer(work)
