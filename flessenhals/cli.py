"""The command line: finds the command that was typed, runs it and says with which code to stop."""

# Without `from __future__ import annotations`: typer would evaluate every annotation again, at every start.
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from flessenhals.data.source.errors import Fault, InputError, Place, visible
from flessenhals.data.source.files import forget_stdin
from flessenhals.data.source.remarks import heard
from flessenhals.solver.plan.message import spoken, told
from flessenhals.solver.program.errors import (
    IndivisibleError,
    NoCurveError,
    NotProvedError,
    SimulationError,
    TooLargeError,
)
from flessenhals.terminal.language import asked, translation
from flessenhals.terminal.output import NobodyReadsError, OutputError, TargetError, tell, write
from flessenhals.terminal.single import SingleOptions

if TYPE_CHECKING:
    from flessenhals.solver.plan.message import Translate

# The commands, each with its line in the list of them.
COMMANDS = {
    "allocate": "The optimal split of one ceiling, with its proof.",
    "whatif": "Several ceilings or readings of the plan side by side.",
    "ladder": "Every ceiling at which the answer changes course.",
    "bottlenecks": "What binds at one ceiling, what it costs, what would help.",
    "compare": "A proposal against the rules and the optimum.",
    "diff": "Why the answer changed: which input did what.",
    "simulate": "How firm an answer is where the plan is uncertain.",
    "lines": "The lines of a plan, with their ids.",
    "scenarios": "The scenarios of a plan, with their names.",
    "check": "Everything that is wrong or odd with a plan.",
    "brief": "A briefing on one ceiling, ready to send.",
    "page": "A page that answers what-if questions by itself.",
    "init": "A plan to start from.",
}
NOBODY_READS = 141
UNUSABLE = 2
CODES: dict[type[BaseException], int] = {
    TyperException: 2,
    InputError: 2,
    NotProvedError: 4,
    IndivisibleError: 2,
    NoCurveError: 2,
    TooLargeError: 2,
    SimulationError: 2,
    TargetError: 2,
    OutputError: 5,
}

HELP = frozenset({"--help", "-h"})
NEGATIVE = re.compile(r"-([0-9.][0-9.,_e+-]*|inf|nan)", re.IGNORECASE)


def version(asked: bool) -> None:  # noqa: FBT001 - the form of an option's callback
    """Print the version and stop."""
    if asked:
        from flessenhals import __version__  # noqa: PLC0415

        write(f"flessenhals {__version__}\n", None)
        raise typer.Exit


def flessenhals(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Divide a budget ceiling over partners that depend on each other: the optimal split, proved."""


def app(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands; where it has none of them, a list of all: taking them in costs time."""
    found = typer.Typer(
        name="flessenhals",
        help=flessenhals.__doc__,
        add_completion=True,
        rich_markup_mode=None,  # plain help starts three times as fast
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    found.callback()(flessenhals)
    known = [name for name in COMMANDS if name in names]
    for name in known:
        found.command(cls=SingleOptions, short_help=COMMANDS[name])(
            getattr(import_module(f"flessenhals.commands.{name}"), name)
        )
    for name in COMMANDS if not known else ():
        found.command(name, short_help=COMMANDS[name])(_listed)
    return found


def _listed() -> None:
    """A command that is only named."""


def run(arguments: Sequence[str], *, exhausted: Callable[[BaseException], bool] | None = None) -> int:
    """Run a command and say with which code to stop.

    0 done, with a proved answer · 2 unusable input or usage · 3 proved infeasible · 4 no answer that could be proved
    · 5 cannot write the output · 130 interrupted · 141 nobody reads on. A fault of our own is raised as it is, and
    Python stops with 1.

    Args:
        arguments: what was typed behind `flessenhals`.
        exhausted: tells whether an error comes from a machine that gives no more.

    Raises:
        MemoryError: if it does.
    """
    try:
        for before, argument in pairwise(["", *arguments]):
            if NEGATIVE.fullmatch(argument) and not before.startswith("-"):
                _refuse_negative(argument)
        forget_stdin()
        with heard():
            return _ran(arguments or ["--help"])
    except NobodyReadsError:
        return NOBODY_READS
    except tuple(CODES) as stopped:
        if exhausted is not None and exhausted(stopped):
            raise MemoryError from stopped  # what it says of itself is not what is wrong
        code = next(code for kind, code in CODES.items() if isinstance(stopped, kind))
        translate = translation(asked(arguments))
        said = _said(stopped, translate)
        if sys.stderr is not None and sys.stderr.isatty():
            from flessenhals.terminal.colour import in_refusals, is_wanted  # noqa: PLC0415 - for eyes alone

            said = in_refusals(said) if is_wanted(sys.stderr) else said
        tell(said)
        if code == UNUSABLE and _wants_json(arguments):
            _publish_errors(stopped, translate)
        return code


def _wants_json(arguments: Sequence[str]) -> bool:
    """Whether the answer was to be JSON on stdout."""
    given = [*arguments, ""]
    return any(
        argument in {"-fjson", "--format=json"} or (argument in {"-f", "--format"} and value == "json")
        for argument, value in pairwise(given)
    )


def _publish_errors(stopped: BaseException, translate: "Translate") -> None:
    """Write what is wrong as JSON, beside the text on stderr."""
    from flessenhals.briefing.results.records import to_json  # noqa: PLC0415 - mostly there is nothing to refuse

    if isinstance(stopped, InputError):
        errors = [fault.to_dict(translate) for fault in stopped.faults]
    elif isinstance(stopped, TyperException):
        from flessenhals.terminal.usage import misuse  # noqa: PLC0415 - only for what was typed wrong

        errors = [misuse(stopped, translate).to_dict(translate)]
    elif isinstance(stopped, OutputError):  # of a file that cannot be written
        name, wrong, advice = _taken_apart(_said(stopped, translate))
        errors = [Fault(Place(""), "--output", name, wrong, advice).to_dict(translate)]
    else:  # of a plan that cannot be asked this
        wrong, _, advice = _said(stopped, translate).partition(" -> ")
        errors = [Fault(Place(""), None, None, wrong, advice).to_dict(translate)]
    with suppress(OutputError):
        write(to_json({"errors": errors}), None)


def _taken_apart(said: str) -> tuple[str, str, str]:
    """Of `x.pdf: .pdf is not written here -> end it in .txt`: the file, what is wrong and what to do."""
    wrong, _, advice = said.partition(" -> ")
    name, _, wrong = wrong.partition(": ")
    return name, wrong, advice


def _ran(arguments: Sequence[str]) -> int:
    """Hand the arguments to typer, which prints help and what a shell completes by itself.

    Raises:
        OutputError: if those cannot be written.
    """
    printing = not HELP.isdisjoint(arguments) or "_FLESSENHALS_COMPLETE" in os.environ
    if sys.stdout is None and printing:
        raise OutputError("stdout: is closed")
    try:
        # Outside its standalone mode typer gives an early exit back as a number.
        command = typer.main.get_command(app(_wanted(arguments)))
        spoken_to: AbstractContextManager[None] = nullcontext()
        if printing and asked(arguments) == "nl":
            from flessenhals.terminal.usage import help_in_dutch  # noqa: PLC0415 - for those who read it

            spoken_to = help_in_dutch(command)
        with spoken_to:
            return command(arguments, prog_name="flessenhals", standalone_mode=False) or 0
    except OSError as error:
        if error.filename is not None or not printing:  # not about stdout
            raise
        raise OutputError(told("stdout: {reason}", reason=told(error.strerror or str(error)))) from error
    except SystemExit as stopped:
        if stopped.code and "_FLESSENHALS_COMPLETE" in os.environ:
            raise typer.BadParameter("_FLESSENHALS_COMPLETE names no shell that is known") from None
        raise


def _wanted(arguments: Sequence[str]) -> Iterable[str]:
    """The commands whose options matter: the one that was typed, or all of them where a shell completes."""
    return COMMANDS if "_FLESSENHALS_COMPLETE" in os.environ else arguments[:1]


def _refuse_negative(argument: str) -> None:
    """Say of `-5` what is wrong with it as an amount, before it is taken for an option."""
    from flessenhals.amounts import exactly  # noqa: PLC0415

    exactly(argument)


def _said(stopped: BaseException, translate: "Translate") -> str:
    if isinstance(stopped, TyperException):
        from flessenhals.terminal.usage import misused  # noqa: PLC0415 - only for what was typed wrong

        return visible(misused(stopped, translate))
    if isinstance(stopped, InputError):
        return stopped.said(translate)
    return visible(spoken(stopped.args[0], translate))
