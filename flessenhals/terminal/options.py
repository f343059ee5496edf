"""The options that every command has, and how they are read."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, cast

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import among, plans, scenarios, selections
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

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.solver.plan.plan import Grouping

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
CHANGES = 4  # --set, --rule, --keep and --drop
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
    str | None, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook that has more than one.")
]


EachYearOption = Annotated[
    bool,
    typer.Option(
        "--each-year", help="With years: what a proposal without years gives, it gives in each year. Else refused."
    ),
]


def grouping(by: str) -> Grouping | None:
    """What `--by` says; None for a row per line.

    Raises:
        typer.BadParameter: for a word that it does not know.
    """
    from flessenhals.solver.plan.plan import GROUPINGS  # noqa: PLC0415

    if by != "line" and by not in GROUPINGS:
        raise typer.BadParameter(told("'{by}' is none of line, {groupings}", by=by, groupings=", ".join(GROUPINGS)))
    return None if by == "line" else cast("Grouping", by)


def counts_as_zero(missing: str) -> bool:
    """What `--missing` says: whether a line without an amount is given nothing, or else is an error.

    Raises:
        typer.BadParameter: for a word that it does not know.
    """
    if missing not in MISSING:
        raise typer.BadParameter(told("'{missing}' is none of {words}", missing=missing, words=", ".join(MISSING)))
    return missing == "zero"


def settings(
    plan: str | None = None,
    scenario: str | None = None,
    changes: Sequence[list[str] | None] = (),
    format_: str | None = None,
    output: str | None = None,
    *,
    force: bool = False,
    lang: str = "en",
    chart: str | None = None,
    charts: Sequence[str] = (),
    besides: Mapping[str, Format] | None = None,
) -> Settings:
    """The shared options as one thing; `charts` only for a command that draws, the usual one first.

    `changes` are what --set, --rule, --keep and --drop say, in this order; `besides` are the endings that a command
    writes besides those that every command does.

    Raises:
        typer.BadParameter: for a format, language or chart that there is not.
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
        raise typer.BadParameter(
            told("format '{format}' is none of {formats}", format=format_, formats=", ".join(formats.values()))
        )
    if chart is not None and chart not in charts:
        raise typer.BadParameter(told("chart '{chart}' is none of {charts}", chart=chart, charts=", ".join(charts)))
    from flessenhals.briefing.text.language import LANGUAGES  # noqa: PLC0415 - `--help` speaks none

    if lang not in LANGUAGES:
        raise typer.BadParameter(told("language '{lang}' is neither en nor nl", lang=lang))
    changed = [tuple(each or ()) for each in (*changes, *[None] * (CHANGES - len(changes)))]
    return Settings(
        plan=plan,
        scenario=scenario,
        format=cast("Format", format_),
        output=output,
        force=force,
        language=lang,
        chart=chart or "".join(charts[:1]),
        changes=changed[0],
        rules=changed[1],
        keeps=changed[2],
        drops=changed[3],
    )
