"""Allocate: the optimal split of one ceiling."""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Annotated

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.output import PROGRAMS, SHEETS
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared
from flessenhals.terminal.single import WrongOptionError

CHARTS = ("years", "partners")


@shared(
    charts=CHARTS, about_charts="With years: which chart an image shows; a page has both.", besides=SHEETS | PROGRAMS
)
def allocate(
    asked: Settings,
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    certificate: Annotated[
        str | None,
        typer.Option(
            "--certificate", metavar="FILE", help="Also write the whole proof of a split in whole amounts, as JSON."
        ),
    ] = None,
) -> None:
    """The optimal split of one ceiling, with its proof."""
    from flessenhals.amounts import ceiling_of  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.solver.optimum.divide import allocate as divide  # noqa: PLC0415

    loaded = asked.load(years=True)
    amount = ceiling_of(loaded, ceiling)
    if loaded.years is None:
        if asked.is_chart_named:
            raise WrongOptionError(
                "--chart", asked.chart, told("chart '{chart}' is of a plan with years", chart=asked.chart)
            )
        asked = asked._replace(chart="table")
    if asked.format in PROGRAMS.values():
        from flessenhals.orders.programs import write_program  # noqa: PLC0415 - mostly people want the answer

        write_program(asked, loaded, amount)
        return
    if certificate is None:
        with _seen_to_wait():
            found = asked.answered(lambda: divide(loaded, amount))
    else:
        from flessenhals.orders.certificates import with_certificate  # noqa: PLC0415 - hardly ever asked

        found = asked.answered(lambda: with_certificate(loaded, amount, certificate, force=asked.force))
    if asked.asks(loaded):
        from flessenhals.orders.effects import effect_of  # noqa: PLC0415 - after the answer, and for what was wished

        asked = asked.led_by(effect_of(asked, found))
    asked.publish(found)


def _seen_to_wait() -> AbstractContextManager[None]:
    """A bar for whoever waits at a terminal; nobody else pays for its start."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from flessenhals.terminal.progress import waiting  # noqa: PLC0415

    return waiting("allocate")
