"""Init: a plan to start from."""

from typing import Annotated

import typer

from flessenhals.options import ForceOption
from flessenhals.output import write


def init(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The plan file to write; - is stdout.")],
    pact: Annotated[
        bool, typer.Option("--pact", help="Copy the Pact plan that ships instead of the small example.")
    ] = False,
    force: ForceOption = False,
) -> None:
    """Write a plan to start from: a small example with comments, ready to edit."""
    from flessenhals.data.plans.reader import EMBEDDED  # noqa: PLC0415 - `--help` reads nothing
    from flessenhals.data.plans.starter import starter  # noqa: PLC0415

    write(EMBEDDED.read_text(encoding="utf-8") if pact else starter(), file, force=force)
