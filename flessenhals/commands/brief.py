"""Brief: a document that one can send."""

from typing import Annotated

import typer

from flessenhals.briefing.brief.profile import DEPTHS
from flessenhals.terminal.completion import among, documents, plans, proposals
from flessenhals.terminal.options import EachYearOption, MissingOption, ReadingsOption, SheetOption, counts_as_zero
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared
from flessenhals.terminal.single import WrongOptionError

PROFILES = "|".join(DEPTHS)


@shared(without=("scenario", "format_", "output"))
def brief(
    asked: Settings,
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where it goes: a .html .md .xlsx .docx .odt or .pdf file."
        ),
    ],
    scenarios: ReadingsOption = None,
    proposal: Annotated[
        list[str] | None,
        typer.Option(
            "--proposal",
            metavar="FILE",
            help="What the optimum is held against, as in compare; default: what lines ask. Repeatable: side by side.",
            autocompletion=proposals,
        ),
    ] = None,
    missing: MissingOption = "error",
    sheet: SheetOption = None,
    each_year: EachYearOption = False,
    samples: Annotated[
        int,
        typer.Option("--simulate", metavar="N", min=0, max=1_000_000, help="Draw what is uncertain so many times too."),
    ] = 0,
    since: Annotated[
        list[str] | None,
        typer.Option(
            "--since",
            metavar="FILE|CEILING",
            help="An older plan or another ceiling, or both: what changed since, and which change did it.",
            autocompletion=plans,
        ),
    ] = None,
    step: Annotated[
        str | None,
        typer.Option(
            "--round",
            metavar="STEP",
            help="What printed amounts are rounded to, in the plan's unit; default: a tenth, or whole euros.",
        ),
    ] = None,
    template: Annotated[
        str | None, typer.Option("--template", metavar="FILE", help="A Word file of your own to take the looks from.")
    ] = None,
    profile: Annotated[
        str,
        typer.Option(
            "--profile",
            metavar=PROFILES,
            help="How deep it goes: a page for a minister, what an analyst needs, or everything.",
            autocompletion=among(PROFILES),
        ),
    ] = "audit",
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="How it is written, if the ending does not say.",
            autocompletion=documents,
        ),
    ] = None,
) -> None:
    """A briefing on one ceiling that one can send: the message, the measures, why, how firm, where from."""
    missing_is_zero = counts_as_zero(missing)
    if not proposal and (missing_is_zero or sheet is not None):
        field, value = ("--sheet", sheet) if sheet is not None else ("--missing", missing)
        wrong = "--missing and --sheet say how a proposal is read: name one with --proposal"
        raise WrongOptionError(field, value, wrong)
    if not proposal and each_year:
        wrong = "--each-year says how a proposal is read: name one with --proposal"
        raise WrongOptionError("--each-year", None, wrong)
    from flessenhals.orders.briefs import Beside, Order  # noqa: PLC0415 - `--help` writes nothing

    beside = Beside(tuple(proposal), sheet, missing_is_zero, each_year) if proposal else None
    order = Order(asked, ceiling, output, tuple(scenarios or ()), beside, samples, step, template, format_)
    order._replace(since=tuple(since or ()), profile=profile).deliver()
