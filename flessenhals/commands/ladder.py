"""Ladder: every ceiling at which the answer changes course."""

from typing import TYPE_CHECKING, Annotated

import typer

from flessenhals.options import (
    DrawnFormatOption,
    DropOption,
    ForceOption,
    KeepOption,
    LangOption,
    OutputOption,
    PlanOption,
    RuleOption,
    ScenarioOption,
    SetOption,
    settings,
)
from flessenhals.output import SHEETS

if TYPE_CHECKING:
    from flessenhals.solver.sensitivity.ladder import Ladder

CHARTS = ("split", "coverage")


def ladder(
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    rules: RuleOption = None,
    keeps: KeepOption = None,
    drops: DropOption = None,
    format_: DrawnFormatOption = None,
    chart: Annotated[
        str | None,
        typer.Option("--chart", metavar="|".join(CHARTS), help="Which chart an image shows; a page has both."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Every ceiling at which the optimal split changes course, exactly, and what money buys in between."""
    asked = settings(
        plan,
        scenario,
        (changes, rules, keeps, drops),
        format_,
        output,
        force=force,
        lang=lang,
        chart=chart,
        charts=CHARTS,
        besides=SHEETS,
    )
    from flessenhals.progress import progress  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.solver.sensitivity.ladder import ladder as climb  # noqa: PLC0415

    loaded = asked.load()

    def work() -> "Ladder":
        with progress("ladder") as watch:
            return climb(loaded, watch=watch)

    asked.answer(work)
