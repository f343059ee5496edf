"""Init: a plan, or a form for a proposal, to start from."""

from pathlib import PurePath
from typing import Annotated

import typer

from flessenhals.data.source.errors import Place, refused
from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import examples
from flessenhals.terminal.options import ForceOption, LangOption, PlanOption, language_of
from flessenhals.terminal.output import SHEETS, TargetError, write
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import settings

PLANS = (".yaml", ".yml", "")


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
        typer.Option(
            "--proposal", help="Write a form (.xlsx, .csv) instead, in which partners fill in an amount per line."
        ),
    ] = False,
    plan: PlanOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Write a plan to start from: a small example with comments, ready to edit."""
    language = language_of(lang)
    _check_together({"--pact": pact, "--example": example is not None, "--proposal": proposal})
    if proposal:
        _write_form(settings(plan=plan, output=file, force=force, lang=lang, besides=SHEETS))
        return
    if PurePath(file).suffix.lower() not in PLANS:
        raise TargetError(
            told("{output}: a plan is YAML -> end it in .yaml, or write a form with --proposal", output=file)
        )
    from flessenhals.data.plans.reader import EMBEDDED  # noqa: PLC0415 - `--help` reads nothing
    from flessenhals.data.plans.starter import example as named  # noqa: PLC0415
    from flessenhals.data.plans.starter import starter  # noqa: PLC0415

    own = starter(language) if example is None else named(example)
    write(EMBEDDED.read_text(encoding="utf-8") if pact else own, file, force=force)


def _check_together(given: dict[str, bool]) -> None:
    """See to it that one thing at most is to be written.

    Raises:
        InputError: where two are.
    """
    asked = [name for name, is_given in given.items() if is_given]
    if len(asked) > 1:
        raise refused(Place(asked[0]), told("stands beside {key}", key=asked[1]), "keep one of them")


def _write_form(asked: Settings) -> None:
    """A form in which a partner fills in an amount per line, with years one per line and year.

    Raises:
        TargetError: for a file that is neither a workbook nor a CSV file.
    """
    if asked.format not in {"xlsx", "csv"}:
        raise TargetError(told("{output}: a form is a table -> end it in .xlsx or .csv", output=asked.output or "-"))
    from flessenhals.orders.forms import write_form  # noqa: PLC0415 - `--help` reads and writes nothing

    write_form(asked)
