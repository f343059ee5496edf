"""Simulate: how firm the answer is."""

from typing import Annotated

import typer

from flessenhals.terminal.completion import among, proposals
from flessenhals.terminal.output import PICTURES
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared
from flessenhals.terminal.single import WrongOptionError

CHARTS = ("lines", "bottlenecks", "drivers")
INTERRUPTED = 130


@shared(charts=CHARTS, about_charts="Which chart an image shows; a page has all.")
def simulate(
    asked: Settings,
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    samples: Annotated[
        int, typer.Option("--samples", metavar="N", min=1, max=10_000_000, help="How many draws are made.")
    ] = 10_000,
    seed: Annotated[
        int, typer.Option("--seed", metavar="S", min=0, help="Which draws; the same seed gives the same answer.")
    ] = 1,
    threads: Annotated[
        int | None, typer.Option("--threads", metavar="K", min=1, help="How many threads; default: one per core.")
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            "--engine",
            metavar="threads|dask",
            help="This machine, or those of a dask scheduler.",
            autocompletion=among("threads|dask"),
        ),
    ] = "threads",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="The address of the dask scheduler.")
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(
            "--split",
            metavar="FILE",
            help="How this split fares instead: what is stranded, what is broken.",
            autocompletion=proposals,
        ),
    ] = None,
    robust: Annotated[
        str | None,
        typer.Option(
            "--robust",
            metavar="mean|p90|worst",
            help="The split that strands least instead, beside the optimal one.",
            autocompletion=among("mean|p90|worst"),
        ),
    ] = None,
) -> None:
    """The split under what the plan calls uncertain: how far it spreads, and what to research first."""
    if (split or robust) and asked.format in PICTURES.values():
        wrong = "--split and --robust have tables and no charts -> write .json, .csv or .md"
        raise WrongOptionError("--output", asked.output, wrong)
    if split and robust:
        raise WrongOptionError("--robust", robust, "--split and --robust ask for two things -> leave one out")
    from flessenhals.orders.draws import Draw  # noqa: PLC0415 - `--help` reads and solves nothing

    found = Draw(ceiling, samples, seed, engine, threads, scheduler, split, robust).found(asked)
    asked.publish(found)
    if found.partial:
        raise typer.Exit(INTERRUPTED)
