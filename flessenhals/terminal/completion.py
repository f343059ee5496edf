"""What a shell completes: ids of lines, scenarios, plans, proposals, formats and words, from the plan that is meant.

A plan is read only when a shell asks. One that cannot be read completes nothing: `check` says what is wrong with it.
"""

# Without `from __future__ import annotations`: typer would evaluate every annotation again, at every start.
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.plan import Plan

PLANS = (".yaml", ".yml", ".json")
PROPOSALS = (".csv", ".tsv", ".xlsx", ".ods", *PLANS)
WORKBOOKS = (".xlsx", ".ods")
GROUPS = ("partner", "programme", "department", "tags")


def among(words: str) -> Callable[[str], list[str]]:
    """The words of an option that takes one of them, as its help shows them: `en|nl`."""

    def found(incomplete: str) -> list[str]:
        return [word for word in words.split("|") if word.startswith(incomplete)]

    return found


def plans(incomplete: str) -> list[str]:
    """The plans that ship, and those that lie here; any other file the shell finds by itself."""
    from flessenhals.data.plans.reader import SHIPPED  # noqa: PLC0415 - read when a shell asks, as all below

    return _beside(SHIPPED, PLANS, incomplete)


def proposals(incomplete: str) -> list[str]:
    """The proposals that ship, and the tables that lie here; any other file the shell finds by itself."""
    from flessenhals.data.proposals.reader import examples  # noqa: PLC0415

    return _beside(examples(), PROPOSALS, incomplete)


def sheets(ctx: typer.Context, incomplete: str) -> list[str]:
    """The sheets of the workbooks that were named as proposals."""
    given = ctx.params.get("proposals") or ctx.params.get("proposal") or ()
    books = [each for each in given if each.lower().endswith(WORKBOOKS) and Path(each).is_file()]
    if not books:
        return []
    from flessenhals.data.sheets.workbook import names_of_sheets  # noqa: PLC0415 - read when a shell asks
    from flessenhals.data.source.errors import InputError  # noqa: PLC0415 - the same

    found: dict[str, None] = {}
    for book in books:
        with suppress(InputError):  # what is wrong with it is said when it is read
            found |= dict.fromkeys(names_of_sheets(Path(book)))
    return [name for name in found if name.startswith(incomplete)]


def examples(incomplete: str) -> list[str]:
    """The example plans that ship."""
    from flessenhals.data.plans.starter import examples as found  # noqa: PLC0415

    return [name for name in found() if name.startswith(incomplete)]


def documents(incomplete: str) -> list[str]:
    """The formats of a briefing."""
    from flessenhals.briefing.formats import FORMATS  # noqa: PLC0415

    return [format_ for format_ in FORMATS if format_.startswith(incomplete)]


def scenarios(ctx: typer.Context, incomplete: str) -> list[str]:
    """The scenarios of the plan, each also behind those that were typed before a +."""
    plan = _plan(ctx)
    before, plus, _ = incomplete.rpartition("+")
    taken = before.split("+")
    return [] if plan is None else [f"{before}{plus}{name}" for name in plan.scenarios if name not in taken]


def readings(ctx: typer.Context, incomplete: str) -> list[str]:
    """The scenarios of the plan, and all of them."""
    return [*scenarios(ctx, incomplete), "all"]


def references(ctx: typer.Context, incomplete: str) -> list[str]:
    """The scenarios of the plan, and the plan as it stands."""
    return [*scenarios(ctx, incomplete), "plan"]


def lines(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of the plan's lines, each with its name."""
    from flessenhals.briefing.text.language import text  # noqa: PLC0415

    plan = _plan(ctx)
    named = [] if plan is None else [(line.line, text(line.name, _language(ctx), line.line)) for line in plan.lines]
    return [each for each in dict.fromkeys(named) if each[0].startswith(incomplete)]


def selections(ctx: typer.Context, incomplete: str) -> list[str | tuple[str, str]]:
    """The ids of the plan's lines, all of them, and what they can be selected by: partner:police."""
    plan = _plan(ctx)
    if plan is None:
        return []
    groups = [f"{by}:{value}" for by in GROUPS for line in plan.lines for value in _values(getattr(line, by))]
    return [*lines(ctx, incomplete), "all", *dict.fromkeys(groups)]


def paths(ctx: typer.Context, incomplete: str) -> list[str]:
    """The figures that can be set, a step at a time: whose, then which, up to the value."""
    plan = _plan(ctx)
    if plan is None or "=" in incomplete:
        return []
    ids = list(dict.fromkeys(line.line for line in plan.lines))
    section, _, inside = incomplete.partition(".")
    if "." not in incomplete:
        whose = [each for each in selections(ctx, "") if isinstance(each, str)]
        found = ["lines.", *(["constraints."] if plan.constraints else []), *(f"{each}." for each in whose)]
    elif section == "constraints":
        found = [f"constraints.{rule.id}.{rule.kind}.{name}=" for rule in plan.constraints for name in _numbers(rule)]
    elif section == "lines" and "." not in inside:
        found = [f"lines.{line}." for line in ids]
    else:
        from flessenhals.data.plans.shape import LINE_NUMBERS  # noqa: PLC0415

        whose_ = incomplete.rpartition(".")[0]
        found = [f"{whose_}.{field}=" for field in (*LINE_NUMBERS, "cofunded", "step", "parts", "smallest")]
    return [each for each in dict.fromkeys(found) if each.startswith(incomplete)]


def _numbers(rule: "Rule") -> list[str]:
    """The fields of a rule that hold a number."""
    return [name for name in ("at_least", "at_most", "existing") if getattr(rule, name, None) is not None]


def _values(written: str | tuple[str, ...] | None) -> Iterable[str]:
    return (written,) if isinstance(written, str) else written or ()


def _language(ctx: typer.Context) -> "Language":
    return "nl" if ctx.params.get("lang") == "nl" else "en"


def _plan(ctx: typer.Context) -> "Plan | None":
    """The plan that was named before what is completed, or by the environment; nothing is asked of stdin."""
    from flessenhals.data.plans.reader import SHIPPED, load  # noqa: PLC0415
    from flessenhals.data.source.errors import InputError  # noqa: PLC0415

    named = ctx.params.get("plan") or ctx.params.get("plans") or os.environ.get("FLESSENHALS_PLAN") or None
    source = named[-1] if isinstance(named, list | tuple) else named
    if source is not None and source not in SHIPPED and not Path(source).is_file():
        return None
    try:
        return load(source)
    except InputError:
        return None


def _beside(shipped: Iterable[str], endings: tuple[str, ...], incomplete: str) -> list[str]:
    """The names that ship and, where one of them fits, the files that lie here: without any the shell looks itself."""
    names = [name for name in shipped if name.startswith(incomplete)]
    if not names:
        return []
    files = sorted(each.name for each in Path().iterdir() if each.suffix.lower() in endings and each.is_file())
    return [*names, *(name for name in files if name.startswith(incomplete) and not name.startswith("."))]
