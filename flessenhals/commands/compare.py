"""Compare: a proposal against the rules and the optimum."""

from typing import TYPE_CHECKING, Annotated

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import among, selections
from flessenhals.terminal.completion import proposals as shipped
from flessenhals.terminal.options import ROWS, EachYearOption, MissingOption, SheetOption, counts_as_zero, grouping
from flessenhals.terminal.output import SHEETS
from flessenhals.terminal.settings import INFEASIBLE, Settings
from flessenhals.terminal.shared import shared
from flessenhals.terminal.single import WrongOptionError

if TYPE_CHECKING:
    from flessenhals.orders.asking import Slice
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.comparison.side_by_side import SideBySide

CHARTS = ("dumbbell", "waterfall", "chain", "rules")


@shared(charts=CHARTS, about_charts="Which chart an image shows of one proposal; a page has them all.", besides=SHEETS)
def compare(
    asked: Settings,
    proposals: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PROPOSAL...]",
            help="A file (.csv, .xlsx, .ods, .yaml, .json) or an example that ships: police-only, across-the-board,"
            " source-split; - is stdin. Several are set side by side.",
            autocompletion=shipped,
        ),
    ] = None,
    ceiling: Annotated[
        str | None,
        typer.Option("--ceiling", metavar="CEILING", help="The total that may be spent; default: the proposal's own."),
    ] = None,
    slice_: Annotated[
        str | None,
        typer.Option(
            "--slice", metavar="SHARE", help="The proposal that takes this share, such as 8%, off every line."
        ),
    ] = None,
    spared: Annotated[
        list[str] | None,
        typer.Option(
            "--except",
            metavar="SELECTION",
            help="The lines that --slice spares. Repeatable.",
            autocompletion=selections,
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar=ROWS,
            autocompletion=among(ROWS),
            help="What the rows of the table and of the charts are.",
        ),
    ] = "line",
    missing: MissingOption = "error",
    sheet: SheetOption = None,
    each_year: EachYearOption = False,
) -> None:
    """A proposal against the rules and the optimum: what cannot be used and why, and the nearest split that works."""
    rows = grouping(by)
    missing_is_zero = counts_as_zero(missing)
    proposals = proposals or []
    if not proposals and slice_ is None:
        wrong = "no proposal is given -> name a file, or take a slice off every line: --slice 8%"
        raise WrongOptionError("PROPOSAL", None, wrong)
    if spared and slice_ is None:
        raise WrongOptionError("--except", ", ".join(spared), "--except says what --slice spares -> give --slice too")
    if len(proposals) + (slice_ is not None) > 1 and asked.chart != CHARTS[0]:
        wrong = told("chart '{chart}' is of one proposal; several have {charts}", chart=asked.chart, charts=CHARTS[0])
        raise WrongOptionError("--chart", asked.chart, wrong)
    from flessenhals.amounts import ceiling_of  # noqa: PLC0415
    from flessenhals.data.proposals.reader import read_proposals  # noqa: PLC0415 - `--help` reads nothing
    from flessenhals.orders.asking import slice_of  # noqa: PLC0415
    from flessenhals.solver.comparison.comparison import compare as hold  # noqa: PLC0415
    from flessenhals.solver.comparison.side_by_side import side_by_side  # noqa: PLC0415
    from flessenhals.terminal.progress import waiting  # noqa: PLC0415

    loaded = asked.load(years=True)
    amount = None if ceiling is None else ceiling_of(loaded, ceiling)
    read = read_proposals(proposals, loaded, sheet=sheet, missing_is_zero=missing_is_zero, each_year=each_year)
    cut = None if slice_ is None else slice_of(loaded, slice_, spared or [])
    if cut is not None:
        read.append(cut.proposal)
    found: Comparison | SideBySide
    with waiting("compare"):
        found = hold(loaded, read[0], amount) if len(read) == 1 else side_by_side(loaded, read, amount)
        lead = _lead(asked, found, cut)
    asked.led_by(lead).publish(found, rows)
    if not found.fits:
        raise typer.Exit(INFEASIBLE)


def _lead(asked: Settings, found: "Comparison | SideBySide", cut: "Slice | None") -> str | None:
    """What was asked did to the others: a slice as the last proposal, and what was kept, dropped, added or changed."""
    from flessenhals.solver.optimum.allocation import Allocation  # noqa: PLC0415 - as above

    last = found.results[-1] if hasattr(found, "results") else found
    optimum = last.optimum if isinstance(last.optimum, Allocation) else None
    said = []
    if optimum is not None and asked.asks(last.plan):
        from flessenhals.orders.effects import effect_of  # noqa: PLC0415 - after the answer, and for what was wished

        said.append(effect_of(asked, optimum))
    if cut is not None:
        said.append(cut.effect(last.plan, last.ceiling, optimum, asked.language))
    return "\n".join(filter(None, said)) or None
