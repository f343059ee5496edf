"""Writes docs/plan-format.md from the tables that plans are read by: `python docs/make_plan_format.py`."""

from __future__ import annotations

import inspect
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from flessenhals.constraints import KINDS
from flessenhals.constraints.selector import DATED_FIELDS
from flessenhals.data.fields.forms import IDENTIFIER, SELECTOR, TERM
from flessenhals.data.fields.values import LONGEST_TEXT
from flessenhals.data.plans.shape import (
    BASELINE,
    BENEFIT,
    CHANGES,
    KEEP,
    KIND_FIELDS,
    KINDS_OF_MONEY,
    LINE,
    LINE_CHANGE,
    PLAN,
    RULE_HEAD,
    SCENARIO,
    SHIFT,
    TABLE,
    TOTAL,
    UNCERTAIN,
    YEARS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.data.fields.shape import Field, Table

PAGE = Path(__file__).resolve().parent / "plan-format.md"

EXAMPLE = """\
# Made up: the organisations, the amounts and the rules.
schema: 1
plan: inspections
title: {en: Inspecting warehouses, nl: Inspectie van loodsen}
unit: EUR million per year
partners: {inspectorate: Inspectorate, appeals: Appeals committee}
lines:
  - {id: field-work, partner: inspectorate, proposed: 40, minimum: 25%}
  - {id: information, partner: inspectorate, proposed: 6, tags: [prevention]}
  - {id: hearings, partner: appeals, proposed: 7, source: "made up, page 1"}
constraints:
  - id: hearings-follow
    nature: norm
    proportional: {upstream: field-work, downstream: hearings, at_least: 1/10}
  - id: prevention-floor
    nature: choice
    level: {of: {tags: prevention}, at_least: 5}
totals:
  - {of: all, proposed: 53}
scenarios:
  strict:
    title: A stricter reading
    constraints: {hearings-follow: {proportional: {at_least: 15%}}}
    keep: [{of: information, at: 6}]
uncertain:
  - {path: constraints.hearings-follow.proportional.at_least, low: 0.08, high: 0.15, note: assumed}
objective: [value, coverage]
"""

INTRODUCTION = f"""\
# The plan format

A plan is a text file in YAML, or the same as JSON: the lines with what they ask, the rules between them, and what else
can be said of them. This page names every key that it may have. It is written from the tables that plans are read by
(`python docs/make_plan_format.py`); `data/plan.schema.json` says the same to an editor, which then completes and checks
while you type.

`flessenhals init my-plan.yaml` writes a plan to start from, with comments; `flessenhals check --plan my-plan.yaml` says
what is wrong with one and what to write instead. A plan:

```yaml
{EXAMPLE}```

## How values are written

* An amount is in the plan's unit, with a point before decimals and no separators between thousands: `12.5`, `1250000`.
* A share ends in `%`: `25%`. A ratio is a pure number: `0.125`, `1/3` or `12.5%`.
* An id is made {IDENTIFIER.about.removeprefix("an id ")}. No line is called `all`: it means every line. No rule is
  called `ceiling`.
* A text stands plain, or one per language: `{{en: ..., nl: ...}}`; at most {LONGEST_TEXT:,} characters.
* A selection of lines is {SELECTOR.about}.
  A mapping may ask for {", ".join(DATED_FIELDS[:-1])} and, in what scenarios change, {DATED_FIELDS[-1]}:
  a line has to meet all of it, and one of the values where there are several. A list selects what any of its parts
  selects.
* A figure marked "or by year" may differ by year in a plan with years: `proposed: {{2026: 10, 2027: 12}}`.

A key marked ● has to be there; every other may be left out. A key that is not on this page is refused."""

SECTIONS: tuple[tuple[str, str, Table], ...] = (
    ("The plan", "The keys at the top of the file.", PLAN),
    ("A line", "Each item of `lines:`.", LINE),
    (
        "Lines from a table",
        "`lines: lines.csv`, or a mapping that also names a sheet. The columns are the keys of a line.",
        TABLE,
    ),
    (
        "A rule",
        "Each item of `constraints:`. Besides these keys it has exactly one more, which is its kind: "
        f"{', '.join(f'`{kind}`' for kind in KINDS)}.",
        RULE_HEAD,
    ),
    *(("", kind, table) for kind, table in KIND_FIELDS.items()),
    ("A term", "Each item of `terms:` in a `weighted` rule.", TERM),
    ("A total", "Each item of `totals:`. `check` says where the lines do not add up to it.", TOTAL),
    (
        "Changes by category",
        "Each item of `changes:`: what sort of change it is when this plan is held against an older one by `diff`.",
        CHANGES,
    ),
    ("What the problem costs", "`benefit:`.", BENEFIT),
    ("From low to high", "`baseline:` in `benefit:`.", BASELINE),
    (
        "A scenario",
        "What stands behind a name in `scenarios:`. `--scenario NAME` reads the plan so, `--scenario NAME+NAME` several"
        " in turn. In its `constraints:`, `null` behind a key of a rule takes the key out.",
        SCENARIO,
    ),
    (
        "Lines that a scenario changes",
        "Each item of `lines:` in a scenario.",
        LINE_CHANGE,
    ),
    ("Lines that a scenario holds", "An item of `keep:` in a scenario, where it names an amount.", KEEP),
    (
        "What is uncertain",
        "Each item of `uncertain:`, with either `path`, or `of` and `field`. `simulate` draws from it.",
        UNCERTAIN,
    ),
    ("Years", "`years:`. A plan that has them is divided over all of them at once.", YEARS),
    ("Money of another year", "`shift:`, in a plan with years.", SHIFT),
    (
        "A path of ceilings",
        "What stands behind a name in `ceilings:`, in a plan with years: an amount, amounts by year, or these.",
        KINDS_OF_MONEY,
    ),
)


def written() -> str:
    """The page: a heading and a table of keys for each part of a plan, and what each kind of rule says."""
    parts = [INTRODUCTION]
    for title, about, table in SECTIONS:
        parts += [f"## {title}", about] if title else [f"### `{about}:`", _meaning(about)]
        parts.append("\n".join(_rows(table, said=bool(title))))
    return "\n\n".join(parts) + "\n"


def _meaning(kind: str) -> str:
    text = inspect.getdoc(KINDS[kind]) or ""
    for inside in (">>>", "Attributes:\n"):
        text = text.partition(inside)[0]
    return textwrap.dedent(text).strip()


def _rows(table: Table, *, said: bool) -> Iterator[str]:
    """A row per key; what a key of a kind of rule says, its formula says already."""
    head = ("key", "", "written as", "says")
    rows = [(f"`{name}`", "●" if each.required else "", _form(each), each.about) for name, each in table.items()]
    for cells in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells[: 4 if said else 3]) + " |"


def _form(field: Field) -> str:
    return field.form.about if field.form.each is None else f"{field.form.about}; or by year"


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
