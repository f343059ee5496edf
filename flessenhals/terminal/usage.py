"""How a command is typed, said in Dutch: its help, and what the library for the command line says of a wrong one."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from typer import core

from flessenhals.data.source.errors import Fault, Place
from flessenhals.data.source.names import instead
from flessenhals.solver.plan.message import Message, spoken, told
from flessenhals.terminal.single import WrongOptionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer.exceptions import TyperException

    from flessenhals.solver.plan.message import Translate

PLACE = re.compile(r"\\\{([a-z]+)\\\}")
PLAIN = "Invalid value: "
FIELDS, VALUES = ("option", "argument", "options"), ("extra", "command", "value")


@contextmanager
def help_in_dutch(command: Any) -> Iterator[None]:  # noqa: ANN401 - a command or a group of them, of no common type
    """Have the help of a command, and of those in it, in Dutch meanwhile."""
    from flessenhals.briefing.text.words.command_help import DUTCH  # noqa: PLC0415 - for those who read it

    _translate(command, DUTCH)
    library: Any = core
    given = library._  # where the library's own words come from
    library._ = lambda message: DUTCH.get(message, message)
    try:
        yield
    finally:
        library._ = given


def _translate(command: Any, words: dict[str, str]) -> None:  # noqa: ANN401 - as above
    in_english, option_for_help = command.get_help, command.get_help_option
    for name in ("help", "short_help", "options_metavar", "subcommand_metavar"):
        text = getattr(command, name, None)
        if text is not None:
            setattr(command, name, words.get(text, text))
    for parameter in command.params:
        parameter.help = words.get(parameter.help, parameter.help)

    def get_help(context: object) -> str:
        said: str = in_english(context)
        return said.replace("Usage: ", words["Usage: "], 1)

    def get_help_option(context: object) -> Any:  # noqa: ANN401 - an option
        option = option_for_help(context)
        option.help = words.get(option.help, option.help)
        return option

    command.get_help, command.get_help_option = get_help, get_help_option
    for inside in getattr(command, "commands", {}).values():
        _translate(inside, words)


def misused(stopped: TyperException, translate: Translate) -> str:
    """What is wrong with how a command was typed, in the reader's language."""
    command = _command(stopped)
    said = stopped.format_message()
    if said.startswith(PLAIN):  # of our own
        wrong: str = told("Invalid value: {wrong}", wrong=told(stopped.message))
    else:
        wrong = _recognised(said)
    if " -> " in wrong:  # it says itself what to do
        return spoken(told("{command}: {wrong}", command=command, wrong=told(wrong)), translate)
    return spoken(told("{command}: {wrong} -> see {command} --help", command=command, wrong=told(wrong)), translate)


def _command(stopped: TyperException) -> str:
    context = getattr(stopped, "ctx", None)
    return context.command_path if context else "flessenhals"


def misuse(stopped: TyperException, translate: Translate) -> Fault:
    """A wrong command line as a fault: which option or argument, what was typed there, what is wrong, what to do."""
    see_help = told("see {command} --help", command=_command(stopped))
    if isinstance(stopped, WrongOptionError):
        wrong, _, advice = spoken(told(stopped.message), translate).partition(" -> ")
        return Fault(Place(told(stopped.field)), None, stopped.value, wrong, advice or see_help)
    said = _recognised(stopped.format_message())
    values = dict(said.values) if isinstance(said, Message) else {}
    inside = values.get("wrong")
    if isinstance(inside, Message):
        values |= inside.values
    field = next((_bare(values[name]) for name in FIELDS if name in values), None)
    value = next((_bare(values[name]) for name in VALUES if name in values), None)
    others = values.get("options") if "option" in values else None
    advice = instead(field, str(others).split(", ")) if field and others else see_help
    return Fault(Place("" if field is None else told(field)), None, value, told(said), advice)


def _bare(value: object) -> str:
    return str(value).strip("'\"")


def _recognised(said: str) -> str:
    """A text of the library's as a message with its template, by those that are known."""
    from flessenhals.briefing.text.words.errors.usage import DUTCH  # noqa: PLC0415 - only for what was typed wrong

    for template in DUTCH:
        found = re.fullmatch(PLACE.sub(r"(?P<\1>.+)", re.escape(template)), said, re.DOTALL)
        if found:
            values = {
                name: _recognised(value) if name == "wrong" else value for name, value in found.groupdict().items()
            }
            return Message(template, values)
    return said
