"""The options that commands share, given to a command and read into one thing."""

from __future__ import annotations

from inspect import Parameter, Signature, signature
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, ParamSpec, cast

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import among
from flessenhals.terminal.options import (
    DrawnFormatOption,
    DropOption,
    ForceOption,
    FormatOption,
    KeepOption,
    LangOption,
    OutputOption,
    PlanOption,
    RuleOption,
    ScenarioOption,
    SetOption,
    language_of,
)
from flessenhals.terminal.output import (
    ENDINGS,
    OF_DOCUMENTS,
    PICTURES,
    PROGRAMS,
    SHEETS,
    Format,
    TargetError,
)
from flessenhals.terminal.settings import Settings
from flessenhals.terminal.single import WrongOptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Own = ParamSpec("Own")


def settings(  # noqa: PLR0913 - the shared options, one by one
    *,
    plan: str | None = None,
    scenario: str | None = None,
    changes: Sequence[str] | None = None,
    rules: Sequence[str] | None = None,
    keeps: Sequence[str] | None = None,
    drops: Sequence[str] | None = None,
    format_: str | None = None,
    chart: str | None = None,
    output: str | None = None,
    force: bool = False,
    lang: str = "en",
    charts: Sequence[str] = (),
    besides: Mapping[str, Format] | None = None,
) -> Settings:
    """The shared options as one thing; `charts` only for a command that draws, the usual one first.

    `besides` are the endings that a command writes besides those that every command does.

    Raises:
        WrongOptionError: for a format, language or chart that there is not.
        TargetError: for a file whose ending the command does not write.
    """
    formats = {**ENDINGS, **(PICTURES if charts else {}), **(besides or {})}
    ending = PurePath(output or "").suffix.lower()
    every = {*ENDINGS, *PICTURES, *SHEETS, *PROGRAMS, *OF_DOCUMENTS}
    if ending and ending not in formats and (format_ is None or ending in every):
        raise TargetError(
            told(
                "{output}: {ending} is not written here -> end it in {formats}",
                output=output,
                ending=ending,
                formats=", ".join(formats),
            )
        )
    if format_ is None:
        format_ = formats.get(ending, "table")
    if format_ not in formats.values():
        wrong = told("format '{format}' is none of {formats}", format=format_, formats=", ".join(formats.values()))
        raise WrongOptionError("--format", format_, wrong)
    if chart is not None and chart not in charts:
        wrong = told("chart '{chart}' is none of {charts}", chart=chart, charts=", ".join(charts))
        raise WrongOptionError("--chart", chart, wrong)
    return Settings(
        plan=plan,
        scenario=scenario,
        format=cast("Format", format_),
        output=output,
        force=force,
        language=language_of(lang),
        chart=chart or "".join(charts[:1]),
        is_chart_named=chart is not None,
        changes=tuple(changes or ()),
        rules=tuple(rules or ()),
        keeps=tuple(keeps or ()),
        drops=tuple(drops or ()),
    )


# The options that commands share, in the order in which help shows them.
OPTIONS: Mapping[str, Any] = {
    "plan": PlanOption,
    "scenario": ScenarioOption,
    "changes": SetOption,
    "rules": RuleOption,
    "keeps": KeepOption,
    "drops": DropOption,
    "format_": FormatOption,
    "chart": str | None,
    "output": OutputOption,
    "force": ForceOption,
    "lang": LangOption,
}
DEFAULTS = {"force": False, "lang": "en"}
WISHES = ("changes", "rules", "keeps", "drops")


def shared(
    *,
    without: Sequence[str] = (),
    charts: Sequence[str] = (),
    about_charts: str | None = None,
    besides: Mapping[str, Format] | None = None,
) -> Callable[[Callable[Concatenate[Settings, Own], None]], Callable[..., None]]:
    """Give a command the shared options behind its own: it is called with what they come to as its first argument.

    Args:
        without: shared options that it does not have, or has in a form of its own.
        charts: of a command that draws, the usual one first.
        about_charts: the help of `--chart`; None where there is nothing to choose.
        besides: the endings that it writes besides those that every command does.
    """
    options = dict(OPTIONS)
    if charts:
        options["format_"] = DrawnFormatOption
    names = "|".join(charts)
    options["chart"] = Annotated[
        str | None, typer.Option("--chart", metavar=names, help=about_charts, autocompletion=among(names))
    ]
    left = [name for name in options if name not in without and (name != "chart" or about_charts is not None)]

    def given(command: Callable[Concatenate[Settings, Own], None]) -> Callable[..., None]:
        call: Callable[..., None] = command

        def asked(**typed: Any) -> None:  # noqa: ANN401 - each option has a type of its own, in the signature below
            taken = {name: typed.pop(name) for name in left}
            call(settings(**taken, charts=charts, besides=besides), **typed)

        _, *own = signature(command).parameters.values()
        theirs = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=DEFAULTS.get(name), annotation=options[name])
            for name in left
        ]
        asked.__name__, asked.__doc__, asked.__module__ = command.__name__, command.__doc__, command.__module__
        asked.__signature__ = Signature([*own, *theirs])  # type: ignore[attr-defined]  # where typer looks for options
        return asked

    return given
