"""Writes docs/plan-format.md and docs/planformaat.md from the tables that plans are read by.

python docs/make_plan_format.py
"""

from __future__ import annotations

import inspect
import sys
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

sys.path.insert(0, str(Path(__file__).resolve().parent))

import plan_format_dutch as dutch

HERE = Path(__file__).resolve().parent
PAGES = {"en": HERE / "plan-format.md", "nl": HERE / "planformaat.md"}

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

MOST_LETTERS = f"{LONGEST_TEXT:,}".replace(",", ".")
INLEIDING = f"""\
# Het planformaat

Een plan is een tekstbestand in YAML, of hetzelfde als JSON: de posten met wat zij vragen, de regels ertussen, en
wat er verder over te zeggen valt. Deze bladzijde noemt elke sleutel die erin mag staan. Zij is geschreven uit de
tabellen waarmee plannen worden gelezen (`python docs/make_plan_format.py`); `data/plan.schema.json` zegt hetzelfde
tegen een editor, die dan aanvult en nakijkt terwijl u typt.

`flessenhals init mijn-plan.yaml --lang nl` schrijft een plan om mee te beginnen, met toelichting;
`flessenhals check --plan mijn-plan.yaml --lang nl` zegt wat er mis is en wat u dan schrijft. Een plan:

```yaml
{EXAMPLE}```

De sleutels zijn Engels, in elke taal; namen en teksten schrijft u in het Nederlands, in het Engels, of in beide.

## Hoe waarden worden geschreven

* Een bedrag staat in de eenheid van het plan, met een punt voor de decimalen en zonder scheidingstekens voor
  duizendtallen: `12.5`, `1250000`.
* Een deel eindigt op `%`: `25%`. Een verhouding is een kaal getal: `0.125`, `1/3` of `12.5%`.
* Een id bestaat uit a-z, 0-9 en streepjes. Geen post heet `all`: dat betekent elke post. Geen regel heet `ceiling`.
* Een tekst staat er gewoon, of één per taal: `{{en: ..., nl: ...}}`; ten hoogste {MOST_LETTERS} tekens.
* Een keuze van posten is {dutch.FORMS[SELECTOR.about]}. Zo'n keuze kan vragen om {", ".join(DATED_FIELDS[:-1])} en,
  in wat scenario's wijzigen, {DATED_FIELDS[-1]}: een post voldoet dan aan alles, en aan één van de waarden waar er
  meer staan. Een lijst kiest wat een van haar delen kiest.
* Een getal waar "of per jaar" bij staat, mag in een plan met jaren per jaar verschillen:
  `proposed: {{2026: 10, 2027: 12}}`.

Een sleutel met ● moet er staan; elke andere mag ontbreken. Een sleutel die niet op deze bladzijde staat, wordt
geweigerd."""

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


def written(language: str = "en") -> str:
    """The page: a heading and a table of keys for each part of a plan, and what each kind of rule says."""
    parts = [INTRODUCTION if language == "en" else INLEIDING]
    for title, about, table in SECTIONS:
        if not title:
            parts += [f"### `{about}:`", _meaning(about) if language == "en" else dutch.KINDS[about]]
        elif language == "en":
            parts += [f"## {title}", about]
        else:
            heading, said = dutch.SECTIONS[title]
            parts += [f"## {heading}", said.replace("{kinds}", ", ".join(f"`{kind}`" for kind in KINDS))]
        parts.append("\n".join(_rows(table, said=bool(title), language=language)))
    return "\n\n".join(parts) + "\n"


def _meaning(kind: str) -> str:
    text = inspect.getdoc(KINDS[kind]) or ""
    for inside in (">>>", "Attributes:\n"):
        text = text.partition(inside)[0]
    return textwrap.dedent(text).strip()


def _rows(table: Table, *, said: bool, language: str) -> Iterator[str]:
    """A row per key; what a key of a kind of rule says, its formula says already."""
    head = ("key", "", "written as", "says") if language == "en" else ("sleutel", "", "zo geschreven", "zegt")
    rows = [
        (f"`{name}`", "●" if each.required else "", _form(each, language), _says(each, language) if said else "")
        for name, each in table.items()
    ]
    for cells in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells[: 4 if said else 3]) + " |"


def _form(field: Field, language: str) -> str:
    about = field.form.about
    if language == "nl":
        about = about if about.isdecimal() else dutch.FORMS[about]
    by_year = "; or by year" if language == "en" else "; of per jaar"
    return about if field.form.each is None else f"{about}{by_year}"


def _says(field: Field, language: str) -> str:
    return field.about if language == "en" else dutch.SAYS[field.about]


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.write_text(written(language), encoding="utf-8")
