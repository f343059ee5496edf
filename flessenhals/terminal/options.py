"""The options that every command has, and how they are read."""

from __future__ import annotations

from inspect import Parameter, Signature, signature
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, ParamSpec, cast

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import among, paths, plans, readings, scenarios, selections, sheets
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

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Grouping

Own = ParamSpec("Own")

PlanOption = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="FILE",
        envvar="FLESSENHALS_PLAN",
        help="The plan; default: the Pact plan that ships.",
        autocompletion=plans,
    ),
]
ScenarioOption = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="NAME",
        help="Read the plan under one of its scenarios, or several in turn: NAME+NAME.",
        autocompletion=scenarios,
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help="Change a figure: lines.nfi.minimum=4, or of a selection: partner:police.minimum=50%. Repeatable.",
        autocompletion=paths,
    ),
]
RuleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="YAML",
        help="Add a rule: '{id: cap, level: {of: {partner: police}, at_most: 50}}'. Repeatable.",
    ),
]
KeepOption = Annotated[
    list[str] | None,
    typer.Option(
        "--keep",
        metavar="SELECTION",
        help="Hold lines at what they ask, or at an amount: nfi, partner:police, nfi=4. Repeatable.",
        autocompletion=selections,
    ),
]
DropOption = Annotated[
    list[str] | None,
    typer.Option(
        "--drop",
        metavar="SELECTION",
        help="Leave lines out of the plan: nfi, partner:police, all. Repeatable.",
        autocompletion=selections,
    ),
]
WRITTEN = "table|json|csv|markdown"
DRAWN = f"{WRITTEN}|svg|png|html"
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar=WRITTEN, help="How the result is written.", autocompletion=among(WRITTEN)),
]
DrawnFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar=DRAWN, help="How the result is written or drawn.", autocompletion=among(DRAWN)
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where it goes; - is stdout. The format follows the ending."),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace the output file if it is there already.")]
LangOption = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="en|nl",
        envvar="FLESSENHALS_LANG",
        help="The language of tables and sentences.",
        autocompletion=among("en|nl"),
    ),
]
ROWS = "line|partner|programme|department"
MISSING = ("error", "zero")
MissingOption = Annotated[
    str,
    typer.Option(
        "--missing",
        metavar="|".join(MISSING),
        help="What a line without an amount in the proposal is.",
        autocompletion=among("|".join(MISSING)),
    ),
]
SheetOption = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        metavar="NAME",
        help="The sheet of a workbook that has more than one.",
        autocompletion=sheets,
    ),
]


EachYearOption = Annotated[
    bool,
    typer.Option(
        "--each-year", help="With years: what a proposal without years gives, it gives in each year. Else refused."
    ),
]


ReadingsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--scenario",
        metavar="NAME|all",
        help="Read the plan under this scenario. Repeatable: the page can switch to the others.",
        autocompletion=readings,
    ),
]


def grouping(by: str) -> Grouping | None:
    """What `--by` says; None for a row per line.

    Raises:
        WrongOptionError: for a word that it does not know.
    """
    from flessenhals.solver.plan.plan import GROUPINGS  # noqa: PLC0415

    if by != "line" and by not in GROUPINGS:
        raise WrongOptionError(
            "--by", by, told("'{by}' is none of line, {groupings}", by=by, groupings=", ".join(GROUPINGS))
        )
    return None if by == "line" else cast("Grouping", by)


def counts_as_zero(missing: str) -> bool:
    """What `--missing` says: whether a line without an amount is given nothing, or else is an error.

    Raises:
        WrongOptionError: for a word that it does not know.
    """
    if missing not in MISSING:
        wrong = told("'{missing}' is none of {words}", missing=missing, words=", ".join(MISSING))
        raise WrongOptionError("--missing", missing, wrong)
    return missing == "zero"


def language_of(lang: str) -> Language:
    """The language that was asked.

    Raises:
        WrongOptionError: where it is none of ours.
    """
    from flessenhals.briefing.text.language import LANGUAGES  # noqa: PLC0415 - `--help` speaks none

    for language in LANGUAGES:
        if language == lang:
            return language
    raise WrongOptionError("--lang", lang, told("language '{lang}' is neither en nor nl", lang=lang))


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
