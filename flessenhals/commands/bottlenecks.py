"""Bottlenecks: what binds at one ceiling."""

from typing import TYPE_CHECKING, Annotated

import typer

from flessenhals.data.source.errors import Place, refused
from flessenhals.solver.program.errors import refuse_units
from flessenhals.terminal.completion import lines
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared

if TYPE_CHECKING:
    from flessenhals.solver.sensitivity.bottlenecks import Bottlenecks
    from flessenhals.solver.sensitivity.whole.found import WholeBottlenecks


@shared()
def bottlenecks(
    asked: Settings,
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    line: Annotated[
        str | None,
        typer.Option(
            "--line", metavar="ID", help="Why this line gets no more, and who would pay.", autocompletion=lines
        ),
    ] = None,
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="SHARE", help="How far each line can move near the optimum, such as 1%."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help="With years, or of more than 500 lines: also what is left out to be quick, such as ratios."
        ),
    ] = False,
) -> None:
    """What binds at one ceiling, what it costs on both sides, and what relief it would give."""
    from flessenhals.amounts import ceiling_of, share_of  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.names import known_line  # noqa: PLC0415
    from flessenhals.solver.sensitivity.asking import MOST_LINES  # noqa: PLC0415
    from flessenhals.solver.sensitivity.bottlenecks import bottlenecks as find  # noqa: PLC0415
    from flessenhals.terminal.progress import progress  # noqa: PLC0415

    share = None if within is None else share_of(within, "--within")
    loaded = asked.load(years=True)
    amount = ceiling_of(loaded, ceiling)
    if line is not None:
        known_line(loaded, line)
    if everything and loaded.years is None and len(loaded.lines) <= MOST_LINES:
        raise refused(Place("--all"), "needs years or more than 500 lines, and the plan has neither", "leave it out")

    if loaded.whole:
        from flessenhals.solver.sensitivity.whole.bottlenecks import whole_bottlenecks  # noqa: PLC0415 - few plans

        if within is not None:
            refuse_units(
                loaded.whole,
                "bottlenecks --within",
                "splits that are nearly as good lie apart from each other, so a line has no range to move in",
            )

        def look() -> "WholeBottlenecks":
            with progress("bottlenecks") as watch:
                return whole_bottlenecks(loaded, amount, watch, line)

        _publish(asked, asked.answered(look))
        return

    def work() -> "Bottlenecks":
        with progress("bottlenecks") as watch:
            return find(loaded, amount, watch=watch, line=line, within=share, everything=everything)

    _publish(asked, asked.answered(work))


def _publish(asked: Settings, found: "Bottlenecks | WholeBottlenecks") -> None:
    """Write the answer, below what was kept, dropped, added or changed did to the others."""
    if asked.asks(found.allocation.plan):
        from flessenhals.orders.effects import effect_of  # noqa: PLC0415 - after the answer, and for what was wished

        asked = asked.led_by(effect_of(asked, found.allocation))
    asked.publish(found)
