"""Ladder: every ceiling at which the answer changes course."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from flessenhals.solver.program.errors import refuse_units
from flessenhals.terminal.output import PICTURES, SHEETS
from flessenhals.terminal.settings import Settings, refuse_years
from flessenhals.terminal.shared import shared

if TYPE_CHECKING:
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder

CHARTS = ("split", "coverage")


@shared(charts=CHARTS, about_charts="Which chart an image shows; a page has both.", besides=SHEETS)
def ladder(
    asked: Settings,
    path: Annotated[
        str | None,
        typer.Argument(metavar="[PATH]", help="With years: the ceilings whose share is raised."),
    ] = None,
    *,
    sparse: Annotated[
        bool,
        typer.Option(
            "--sparse",
            help="JSON, CSV: the first split, then only the rates that change at each step; always above 500 lines.",
        ),
    ] = False,
) -> None:
    """Every ceiling at which the optimal split changes course, exactly, and what money buys in between."""
    from flessenhals.amounts import path_of  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.solver.sensitivity.ladder.ladder import ladder as climb  # noqa: PLC0415
    from flessenhals.terminal.progress import progress  # noqa: PLC0415

    loaded = asked.load(years=True)
    scaled = path_of(loaded, path)
    if scaled is not None and asked.format in PICTURES.values():
        refuse_years()

    if loaded.whole:
        from flessenhals.solver.sensitivity.whole.ladder import whole_ladder  # noqa: PLC0415 - few plans

        def rise() -> "WholeLadder":
            with progress("ladder") as watch:
                return whole_ladder(loaded, watch, scaled)

        if sparse:
            why = "most amounts change at a jump, so there is little to leave out"
            refuse_units(loaded.whole, "ladder --sparse", why, "leave --sparse out")
        asked.answer(rise)
        return

    def work() -> "Ladder":
        with progress("ladder") as watch:
            return replace(climb(loaded, watch=watch, path=scaled), sparse=sparse)

    asked.answer(work)
