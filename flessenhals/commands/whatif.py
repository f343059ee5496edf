"""Whatif: ceilings, or readings of the plan, side by side."""

from typing import Annotated

import typer

from flessenhals.terminal.completion import among, readings, references
from flessenhals.terminal.options import ROWS, grouping
from flessenhals.terminal.output import SHEETS
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared


@shared(without=("scenario",), besides=SHEETS)
def whatif(
    asked: Settings,
    ceilings: Annotated[
        list[str], typer.Argument(metavar="CEILING...", help="Several totals; 100:400:25 is a range with its step.")
    ],
    scenarios: Annotated[
        list[str] | None,
        typer.Option(
            "--scenario",
            metavar="NAME|all",
            help="Read the plan under this scenario too. Repeatable.",
            autocompletion=readings,
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="CEILING|NAME|plan",
            help="Show differences with another ceiling, a scenario, or the plan as it stands.",
            autocompletion=references,
        ),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar=ROWS, help="What the rows of the table are.", autocompletion=among(ROWS))
    ] = "line",
) -> None:
    """Several ceilings, or several readings of the plan, side by side."""
    rows = grouping(by)
    from flessenhals.amounts import every_of  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.orders.asking import reference_of  # noqa: PLC0415
    from flessenhals.solver.optimum.whatif import whatif as divide  # noqa: PLC0415
    from flessenhals.terminal.progress import progress  # noqa: PLC0415

    readings = asked.readings(scenarios or [], years=True)
    amounts = every_of(readings[0], ceilings)
    reference = None if against is None else reference_of(asked, readings, against)
    with progress("whatif") as watch:
        found = divide(readings, amounts, watch=watch, against=reference)
        if len(readings) == 1 and asked.asks(readings[0]):
            from flessenhals.orders.effects import effects_of  # noqa: PLC0415 - after the answer, for what was wished

            asked = asked.led_by(effects_of(asked, found.results))
    asked.publish(found, rows)
