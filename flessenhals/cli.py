"""The command line: parses, calls, prints."""

# Without `from __future__ import annotations`: typer would evaluate every annotation again, at every start.
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from data.errors import InputError
from flessenhals.options import (
    ForceOption,
    FormatOption,
    LangOption,
    OutputOption,
    PlanOption,
    ScenarioOption,
    SetOption,
    grouping,
    settings,
)
from flessenhals.output import NobodyReadsError, OutputError, write
from solver.errors import NoCurveError, NotProvedError

if TYPE_CHECKING:
    from solver.bottlenecks import Bottlenecks
    from solver.ladder import Ladder

NOBODY_READS = 141
CODES: dict[type[BaseException], int] = {
    TyperException: 2,
    InputError: 2,
    NotProvedError: 4,
    NoCurveError: 2,
    OutputError: 5,
}

NEGATIVE = re.compile(r"-([0-9.][0-9.,_e+-]*|inf|nan)", re.IGNORECASE)

app = typer.Typer(
    name="flessenhals",
    help="Divide a budget ceiling over partners that depend on each other: the optimal split, proved.",
    add_completion=True,
    rich_markup_mode=None,  # plain help starts three times as fast
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def version(asked: bool) -> None:  # noqa: FBT001 - the form of an option's callback
    """Print the version and stop."""
    if asked:
        from flessenhals import __version__  # noqa: PLC0415

        write(f"flessenhals {__version__}\n", None)
        raise typer.Exit


@app.callback()
def flessenhals(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Divide a budget ceiling over partners that depend on each other: the optimal split, proved."""


@app.command()
def allocate(
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """The optimal split of one ceiling, with its proof."""
    asked = settings(plan, scenario, changes, format_, output, force=force, lang=lang)
    from flessenhals.amounts import exactly  # noqa: PLC0415 - `--help` solves nothing
    from solver.allocation import allocate as divide  # noqa: PLC0415

    amount = exactly(ceiling)
    loaded = asked.load()
    asked.answer(lambda: divide(loaded, amount))


@app.command()
def whatif(
    ceilings: Annotated[
        list[str], typer.Argument(metavar="CEILING...", help="Several totals; 100:400:25 is a range with its step.")
    ],
    plan: PlanOption = None,
    scenarios: Annotated[
        list[str] | None,
        typer.Option("--scenario", metavar="NAME|all", help="Read the plan under this scenario too. Repeatable."),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="line|partner|programme|department", help="What the rows of the table are.")
    ] = "line",
    changes: SetOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Several ceilings, or several readings of the plan, side by side."""
    asked = settings(plan, None, changes, format_, output, force=force, lang=lang)
    rows = grouping(by)
    from flessenhals.amounts import every  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.progress import progress  # noqa: PLC0415
    from solver.whatif import whatif as divide  # noqa: PLC0415

    amounts = every(ceilings)
    readings = asked.readings(scenarios or [])
    with progress("whatif") as watch:
        found = divide(readings, amounts, watch=watch)
    asked.publish(found, rows)


@app.command()
def ladder(
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="table|json|csv|markdown|svg|png|html", help="How the result is written or drawn."
        ),
    ] = None,
    chart: Annotated[
        str, typer.Option("--chart", metavar="split|coverage", help="Which chart an image shows; a page has both.")
    ] = "split",
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Every ceiling at which the optimal split changes course, exactly, and what money buys in between."""
    asked = settings(plan, scenario, changes, format_, output, force=force, lang=lang, chart=chart)
    from flessenhals.progress import progress  # noqa: PLC0415 - `--help` solves nothing
    from solver.ladder import ladder as climb  # noqa: PLC0415

    loaded = asked.load()

    def work() -> "Ladder":
        with progress("ladder") as watch:
            return climb(loaded, watch=watch)

    asked.answer(work)


@app.command()
def bottlenecks(
    ceiling: Annotated[str, typer.Argument(metavar="CEILING", help="The total that may be spent, in the plan's unit.")],
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """What binds at one ceiling, what it costs on both sides, and what relief it would give."""
    asked = settings(plan, scenario, changes, format_, output, force=force, lang=lang)
    from flessenhals.amounts import exactly  # noqa: PLC0415 - `--help` solves nothing
    from flessenhals.progress import progress  # noqa: PLC0415
    from solver.bottlenecks import bottlenecks as find  # noqa: PLC0415

    amount = exactly(ceiling)
    loaded = asked.load()

    def work() -> "Bottlenecks":
        with progress("bottlenecks") as watch:
            return find(loaded, amount, watch=watch)

    asked.answer(work)


@app.command()
def check(
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Read a plan and say everything that is wrong or odd with it."""
    asked = settings(plan, scenario, changes, format_, output, force=force, lang=lang)
    from solver.reconciliation import reconcile  # noqa: PLC0415 - `--help` reads no plan

    asked.publish(reconcile(asked.load()))


@app.command()
def init(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The plan file to write; - is stdout.")],
    pact: Annotated[
        bool, typer.Option("--pact", help="Copy the Pact plan that ships instead of the small example.")
    ] = False,
    force: ForceOption = False,
) -> None:
    """Write a plan to start from: a small example with comments, ready to edit."""
    from data.reader import EMBEDDED  # noqa: PLC0415 - `--help` reads nothing
    from data.starter import starter  # noqa: PLC0415

    write(EMBEDDED.read_text(encoding="utf-8") if pact else starter(), file, force=force)


def run(arguments: Sequence[str]) -> int:
    """Run a command and say with which code to stop.

    0 done, with a proved answer · 2 unusable input or usage · 3 proved infeasible · 4 no answer that could be proved
    · 5 cannot write the output · 130 interrupted · 141 nobody reads on. A fault of our own is raised as it is, and
    Python stops with 1.

    Args:
        arguments: what was typed behind `flessenhals`.
    """
    try:
        for before, argument in pairwise(["", *arguments]):
            if NEGATIVE.fullmatch(argument) and not before.startswith("-"):
                _refuse_negative(argument)
        # Outside its standalone mode typer gives an early exit back as a number.
        return app(arguments or ["--help"], prog_name="flessenhals", standalone_mode=False) or 0
    except NobodyReadsError:
        return NOBODY_READS
    except OSError as error:  # typer prints its help by itself
        print(f"stdout: {error.strerror}", file=sys.stderr)  # noqa: T201 - stderr is where this belongs
        return CODES[OutputError]
    except tuple(CODES) as stopped:
        print(_said(stopped), file=sys.stderr)  # noqa: T201 - the same
        return next(code for kind, code in CODES.items() if isinstance(stopped, kind))


def _refuse_negative(argument: str) -> None:
    """Say of `-5` what is wrong with it as an amount, before it is taken for an option."""
    from flessenhals.amounts import exactly  # noqa: PLC0415

    exactly(argument)


def _said(stopped: BaseException) -> str:
    if isinstance(stopped, TyperException):
        context = getattr(stopped, "ctx", None)
        command = context.command_path if context else "flessenhals"
        return f"{command}: {stopped.format_message()} -> see {command} --help"
    return str(stopped)
