"""Options of commands, and the words that some of them take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from flessenhals.solver.plan.message import told
from flessenhals.terminal.completion import among, paths, plans, readings, scenarios, selections, sheets
from flessenhals.terminal.single import WrongOptionError

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
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
