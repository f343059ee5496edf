"""Allocate: the optimal split of one ceiling."""

from typing import Annotated

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import among
from flessenhals.terminal.options import (
    DrawnFormatOption,
    DropOption,
    ForceOption,
    KeepOption,
    LangOption,
    OutputOption,
    PlanOption,
    RuleOption,
    ScenarioOption,
    SetOption,
    settings,
)
from flessenhals.terminal.output import PROGRAMS, SHEETS, write

CHARTS = ("years", "partners")


def allocate(
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    rules: RuleOption = None,
    keeps: KeepOption = None,
    drops: DropOption = None,
    format_: DrawnFormatOption = None,
    chart: Annotated[
        str | None,
        typer.Option(
            "--chart",
            metavar="|".join(CHARTS),
            help="With years: which chart an image shows; a page has both.",
            autocompletion=among("|".join(CHARTS)),
        ),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
    certificate: Annotated[
        str | None,
        typer.Option(
            "--certificate", metavar="FILE", help="Also write the whole proof of a split in whole amounts, as JSON."
        ),
    ] = None,
) -> None:
    """The optimal split of one ceiling, with its proof."""
    asked = settings(
        plan,
        scenario,
        (changes, rules, keeps, drops),
        format_,
        output,
        force=force,
        lang=lang,
        chart=chart,
        charts=CHARTS,
        besides=SHEETS | PROGRAMS,
    )
    from flessenhals.amounts import ceiling_of  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.solver.optimum.divide import allocate as divide  # noqa: PLC0415

    loaded = asked.load(years=True)
    amount = ceiling_of(loaded, ceiling)
    if loaded.years is None:
        if chart is not None:
            raise typer.BadParameter(told("chart '{chart}' is of a plan with years", chart=chart))
        asked = asked._replace(chart="table")
    if asked.format in PROGRAMS.values():
        from flessenhals.solver.program.export import as_lp, as_mps  # noqa: PLC0415 - mostly people want the answer
        from flessenhals.solver.program.linear_program import value_program  # noqa: PLC0415

        if loaded.whole:
            from flessenhals.solver.program.errors import refuse_units  # noqa: PLC0415

            refuse_units(loaded.whole, f"-o .{asked.format}", "the linear program alone is another question")
        program = value_program(loaded, amount)
        write(as_lp(program) if asked.format == "lp" else as_mps(program), asked.output, force=asked.force)
        return
    if certificate is None:
        found = asked.answered(lambda: divide(loaded, amount))
    else:
        from flessenhals.certificates import with_certificate  # noqa: PLC0415 - hardly ever asked

        found = asked.answered(lambda: with_certificate(loaded, amount, certificate, force=asked.force))
    if asked.words():
        from flessenhals.effects import effect_of  # noqa: PLC0415 - after the answer, and for what was wished

        asked = asked.led_by(effect_of(asked, found, amount))
    asked.publish(found)
