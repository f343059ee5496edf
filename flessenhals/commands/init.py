"""Init: a plan, or a form for a proposal, to start from."""

from typing import Annotated

import typer

from flessenhals.terminal.options import ForceOption, LangOption, PlanOption, settings
from flessenhals.terminal.output import SHEETS, write


def init(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The plan file to write; - is stdout.")],
    pact: Annotated[
        bool, typer.Option("--pact", help="Copy the Pact plan that ships instead of the small example.")
    ] = False,
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
    from flessenhals.data.plans.starter import starter  # noqa: PLC0415

    write(EMBEDDED.read_text(encoding="utf-8") if pact else starter(), file, force=force)
