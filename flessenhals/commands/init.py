"""Init: a plan, or a form for a proposal, to start from."""

from typing import Annotated

import typer

from flessenhals.terminal.completion import examples
from flessenhals.terminal.options import ForceOption, LangOption, PlanOption, settings
from flessenhals.terminal.output import SHEETS, write


def init(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The plan file to write; - is stdout.")],
    pact: Annotated[
        bool, typer.Option("--pact", help="Copy the Pact plan that ships instead of the small example.")
    ] = False,
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            metavar="NAME",
            help="Copy an example of another field instead: a hospital, water boards, schools and others.",
            autocompletion=examples,
        ),
    ] = None,
    proposal: Annotated[
        bool,
        typer.Option("--proposal", help="Write a form (.xlsx) instead, in which partners fill in an amount per line."),
    ] = False,
    plan: PlanOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Write a plan to start from: a small example with comments, ready to edit."""
    if proposal:
        asked = settings(plan=plan, output=file, force=force, lang=lang, besides=SHEETS)
        from flessenhals.briefing.writers.xlsx.table import records_as_xlsx  # noqa: PLC0415 - for forms alone
        from flessenhals.solver.plan.listing import form_of  # noqa: PLC0415 - the same

        write(records_as_xlsx(form_of(asked.load(), lang), "Proposal"), file, force=force)
        return
    from flessenhals.data.plans.reader import EMBEDDED  # noqa: PLC0415 - `--help` reads nothing
    from flessenhals.data.plans.starter import example as named  # noqa: PLC0415
    from flessenhals.data.plans.starter import starter  # noqa: PLC0415

    if pact and example is not None:
        from flessenhals.data.source.errors import Place, refused  # noqa: PLC0415 - only what is refused needs it
        from flessenhals.solver.plan.message import told  # noqa: PLC0415 - the same

        raise refused(Place("--pact"), told("stands beside {key}", key="--example"), "keep one of them")
    own = starter(lang) if example is None else named(example)
    write(EMBEDDED.read_text(encoding="utf-8") if pact else own, file, force=force)
