"""Page: a plan that answers by itself, to share with partners."""

import re
from typing import Annotated

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import plans
from flessenhals.terminal.options import ReadingsOption
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared
from flessenhals.terminal.single import WrongOptionError

PLAN = re.compile(r"-|.*[/\\].*|.*\.ya?ml", re.IGNORECASE)


@shared(without=("scenario", "format_", "output"))
def page(
    asked: Settings,
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLAN] [CEILING]",
            help="The plan, as for --plan, and the ceiling or path to begin at; default: all that is asked.",
            autocompletion=plans,
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where it goes: a .html file; - is stdout.")
    ] = "",
    scenarios: ReadingsOption = None,
) -> None:
    """A page on which partners can ask the plan what-if questions, offline, each answer exact and proved."""
    files = [each for each in given or [] if PLAN.fullmatch(each)]
    ceilings = [each for each in given or [] if each not in files]
    if len(ceilings) > 1 or len(files) > 1:
        wrong = "a page is about one plan and one ceiling -> leave the others out"
        raise WrongOptionError("PLAN", " ".join(given or []), wrong)
    if output != "-" and not output.lower().endswith(".html"):
        wrong = told(
            "a page is a .html file -> end {output} in .html"
            if output
            else "a page needs a place -> add -o and a name that ends in .html",
            output=output,
        )
        raise WrongOptionError("--output", output, wrong)
    from flessenhals.orders.desks import Sheet  # noqa: PLC0415 - `--help` writes nothing

    read = asked._replace(plan=files[0]) if files else asked
    Sheet(read, ceilings[0] if ceilings else None, output, tuple(scenarios or ())).deliver()
