"""The fields of a plan, as tables: its lines, rules, totals, scenarios and what is uncertain.

The kinds of rules are not listed here: each kind in `constraints.KINDS` says itself how its fields are written.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING

from flessenhals.constraints import KINDS
from flessenhals.data.fields.dated import (
    AMOUNTS,
    ANY_YEAR,
    BOUNDS,
    PLAN_YEAR,
    READ_AS,
    WEIGHTS,
    YEAR_SCHEMA,
    YEARS_HELD,
)
from flessenhals.data.fields.forms import (
    AMOUNT,
    CATEGORY,
    COUNT,
    DATED_SELECTOR,
    FACTOR,
    FORMAT,
    IDENTIFIER,
    LINE_ID,
    LISTED_ID,
    MONEY_KIND,
    MOVABLE,
    NATURE,
    OBJECTIVE,
    ORIGIN,
    PART,
    RULE_ID,
    SCOPE,
    SELECTOR,
    SMALLEST,
    STEP,
    TAGS,
    TEXT,
    WORDS,
    WORDS_SCHEMA,
)
from flessenhals.data.fields.shape import Field, Form, Table, fault, later, loose, part, read_items
from flessenhals.data.fields.values import LANGUAGES
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from flessenhals.data.fields.known import Known
    from flessenhals.data.source.tree import Node


def _columns(node: Node, field: str, known: Known) -> tuple[int, ...]:
    found = read_items(node, field, PLAN_YEAR.read, known)
    if not found:
        raise fault(node, field, None, "is empty", "name a year of the plan, or leave it out")
    if sorted(set(found)) != found:
        raise fault(node, field, None, "are not in rising order, each once", "write each year once, in order")
    return tuple(found)


LINE: Table = {
    "id": Field(LINE_ID, "The line's id, unique in the plan.", required=True),
    "name": Field(WORDS, "What people call the line."),
    "partner": Field(LISTED_ID, "The organisation that gets the money, by its id.", required=True),
    "programme": Field(LISTED_ID, "The programme that the line belongs to, by its id."),
    "department": Field(LISTED_ID, "The department that the line belongs to, by its id."),
    "proposed": Field(AMOUNTS, "The amount asked.", required=True),
    "minimum": Field(BOUNDS, "The least that the line must be given; 0 if left out."),
    "maximum": Field(BOUNDS, "The most that the line may be given; the amount proposed if left out."),
    "weight": Field(WEIGHTS, "The value of one unit of money on this line; 1 if left out."),
    "cofunded": Field(PART, "The part of what the line is given that others pay; the ceiling pays the rest."),
    "money": Field(MONEY_KIND, "With years: structural, or one-off for money that comes once."),
    "from": Field(PLAN_YEAR, "With years: the first year in which the line runs."),
    "until": Field(PLAN_YEAR, "With years: the last year in which the line runs."),
    "step": Field(STEP, "The line gets whole multiples of this; any amount if left out. Not beside parts."),
    "parts": Field(COUNT, "The line gets whole parts of this many in the amount asked; any amount if left out."),
    "smallest": Field(SMALLEST, "The line gets nothing, or at least this: 100% is all or nothing."),
    "tags": Field(TAGS, "Free labels that selections can ask for."),
    "source": Field(TEXT, "Where the figures stand."),
    "origin": Field(ORIGIN, "How the amount asked is known; source if left out and there is a source, else assumed."),
    "note": Field(WORDS, "What a reader should know about the line."),
    "effect": Field(WORDS, "What it means where the line gets less than it asks; the briefing says so there."),
}
LINE_NUMBERS = tuple(name for name, field in LINE.items() if field.form in (AMOUNTS, BOUNDS, WEIGHTS))
LINE_SERIES = frozenset(LINE_NUMBERS)

KIND_FIELDS: dict[str, Table] = {
    kind: {
        field.name: Field(
            READ_AS[field.metadata["read_as"]],
            f"{field.name} of a {kind} rule: {READ_AS[field.metadata['read_as']].about}.",
            required=field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(rule)
        if "read_as" in field.metadata
    }
    for kind, rule in KINDS.items()
}

RULE_HEAD: Table = {
    "id": Field(RULE_ID, "The rule's id, unique in the plan.", required=True),
    "name": Field(WORDS, "What people call the rule."),
    "nature": Field(NATURE, "Whether the rule may be given up, and by whom."),
    "source": Field(TEXT, "Where the rule stands."),
    "origin": Field(ORIGIN, "How the rule is known; source if left out and there is a source, else assumed."),
    "per": Field(SCOPE, "The rule holds in every one of these apart, such as per: partner; a row for each."),
    "years": Field(YEARS_HELD, "With years: those in which the rule holds; all of them if left out."),
}
RULE: Table = {
    **RULE_HEAD,
    **{
        kind: Field(part("its fields", {"$ref": f"#/$defs/{kind}"}), (rule.__doc__ or kind).partition("\n")[0])
        for kind, rule in KINDS.items()
    },
}
SELECTOR_KEYS = frozenset(
    name for table in KIND_FIELDS.values() for name, field in table.items() if field.form is SELECTOR
)

RULE_SERIES = frozenset(
    name for table in KIND_FIELDS.values() for name, field in table.items() if field.form.each is not None
)
SERIES_KEYS = LINE_SERIES | RULE_SERIES

TOTAL: Table = {
    "of": Field(SELECTOR, "The lines that the total adds up.", required=True),
    "proposed": Field(AMOUNT, "What they ask together, as the source prints it.", required=True),
    "printed_to": Field(
        AMOUNT,
        "The step that the source rounds it and its lines to, such as 0.1; then `check` says where printed figures"
        " cannot be the rounding of anything.",
    ),
}
CHANGES: Table = {
    "paths": Field(
        Form(
            "a list of paths as in --set, such as [lines.ID.minimum]",
            lambda node, field, known: tuple(read_items(node, field, TEXT.read, known)),
            {"type": "array", "items": TEXT.schema, "minItems": 1},
        ),
        "What changed, as in --set, or all that stands under a path: ceiling, lines.ID, constraints.ID.",
        required=True,
    ),
    "category": Field(CATEGORY, "What sort of change that is, for diff.", required=True),
}
BASELINE: Table = {
    "low": Field(AMOUNT, "The least that the problem costs, in the plan's unit.", required=True),
    "high": Field(AMOUNT, "The most that it costs.", required=True),
}
BENEFIT: Table = {
    "baseline": Field(
        part("low and high", {"$ref": "#/$defs/baseline"}),
        "What the problem costs, low and high.",
        required=True,
    ),
    "source": Field(WORDS, "Where that stands."),
}
UNCERTAIN: Table = {
    "path": Field(TEXT, "What is uncertain, as in --set: constraints.ID.proportional.at_least or lines.ID.proposed."),
    "of": Field(DATED_SELECTOR, "Instead of a path: the lines whose field is multiplied by one factor."),
    "field": Field(
        Form(told("one of: {words}", words=", ".join(LINE_NUMBERS)), TEXT.read, {"enum": list(LINE_NUMBERS)}),
        "The field that is multiplied.",
    ),
    "low": Field(later(FACTOR), "The lowest it can be.", required=True),
    "mode": Field(later(FACTOR), "The likeliest; without it everything between low and high is as likely."),
    "high": Field(later(FACTOR), "The highest it can be.", required=True),
    "note": Field(WORDS, "Where the range comes from, or that it is assumed."),
}

KEEP: Table = {
    "of": Field(SELECTOR, "The lines that are held.", required=True),
    "at": Field(AMOUNT, "The amount that each of them is held at."),
}
LINE_CHANGE: Table = {
    "of": Field(DATED_SELECTOR, "The lines whose fields differ.", required=True),
    **{name: field for name, field in loose(LINE).items() if name != "id"},
}
RULE_CHANGE: Table = {name: field for name, field in loose(RULE).items() if name != "id"}
KIND_CHANGES: dict[str, Table] = {kind: loose(table) for kind, table in KIND_FIELDS.items()}
SCENARIO: Table = {
    "title": Field(WORDS, "What people call the scenario."),
    "lines": Field(
        part("a list of changes, each with of:", {"type": "array", "items": {"$ref": "#/$defs/lineChange"}}),
        "The fields that differ, on what a selection selects, in this order.",
    ),
    "keep": Field(
        part(
            "a selection of lines, or a list that may hold {of: ..., at: an amount}",
            {
                "anyOf": [
                    {"$ref": "#/$defs/selector"},
                    {"$ref": "#/$defs/keep"},
                    {
                        "type": "array",
                        "items": {"anyOf": [{"$ref": "#/$defs/selector"}, {"$ref": "#/$defs/keep"}]},
                        "minItems": 1,
                    },
                ]
            },
        ),
        "The lines that are held at what they ask, or at an amount, whatever their own bounds say.",
    ),
    "drop": Field(part("a selection of lines", {"$ref": "#/$defs/selector"}), "The lines that are left out."),
    "constraints": Field(
        part(
            "changes by the rule's id",
            {
                "type": "object",
                "additionalProperties": {"anyOf": [{"$ref": "#/$defs/constraintChange"}, {"type": "null"}]},
            },
        ),
        "Merged key by key into the rules; null removes a rule, a new id adds one.",
    ),
}

TABLE: Table = {
    "table": Field(TEXT, "A .csv, .tsv, .txt, .xlsx or .ods file beside the plan.", required=True),
    "sheet": Field(TEXT, "The sheet to read, where there are several."),
}
_NAMES = {"type": "object", "propertyNames": IDENTIFIER.schema, "additionalProperties": WORDS_SCHEMA}
_LINES = {
    "anyOf": [
        {"type": "array", "items": {"$ref": "#/$defs/line"}, "minItems": 1},
        {"type": "string"},
        {"$ref": "#/$defs/table"},
    ]
}

YEARS: Table = {
    "first": Field(ANY_YEAR, "The first year.", required=True),
    "last": Field(ANY_YEAR, "The last year, which stands for every year after it.", required=True),
    "columns": Field(
        Form("a list of years, such as [2026, 2027]", _columns, {"type": "array", "items": YEAR_SCHEMA, "minItems": 1}),
        "The years that tables show; all of them if left out.",
    ),
}
SHIFT: Table = {
    "later": Field(MOVABLE, "How much of a year's money may be used in the next year."),
    "earlier": Field(MOVABLE, "How much of a year's money may be used in the year before."),
}
KINDS_OF_MONEY: Table = {
    "structural": Field(AMOUNTS, "The part that comes back every year.", required=True),
    "one-off": Field(AMOUNTS, "The part that comes once; 0 in a year that is not named."),
}

PLAN: Table = {
    "schema": Field(FORMAT, "The version of this format.", required=True),
    "plan": Field(IDENTIFIER, "The plan's id.", required=True),
    "title": Field(WORDS, "What people call the plan."),
    "unit": Field(TEXT, "What every amount is in, such as EUR million per year."),
    "source": Field(WORDS, "Where the figures come from."),
    "partners": Field(part("names by id", _NAMES), "What people call the partners, by their ids."),
    "programmes": Field(part("names by id", _NAMES), "What people call the programmes, by their ids."),
    "departments": Field(part("names by id", _NAMES), "What people call the departments, by their ids."),
    "lines": Field(
        part("a list of lines, or the name of a table", _LINES),
        "The budget lines, or a table beside the plan: lines.csv, lines.xlsx or lines.ods.",
        required=True,
    ),
    "constraints": Field(
        part("a list of rules", {"type": "array", "items": {"$ref": "#/$defs/constraint"}}),
        "The rules between the lines.",
    ),
    "totals": Field(
        part("a list of totals", {"type": "array", "items": {"$ref": "#/$defs/total"}}),
        "Totals that the source prints, to reconcile the lines with.",
    ),
    "changes": Field(
        part("a list of changes by category", {"type": "array", "items": {"$ref": "#/$defs/changes"}}),
        "What sort of change each change since an older plan is, so that diff can tell them by category.",
    ),
    "benefit": Field(
        part("a baseline and its source", {"$ref": "#/$defs/benefit"}),
        "What the problem that the plan is against costs; the briefing says what part of it makes good what is spent.",
    ),
    "scenarios": Field(
        part("scenarios by name", {"type": "object", "additionalProperties": {"$ref": "#/$defs/scenario"}}),
        "Other readings of the plan, by name: only what differs.",
    ),
    "uncertain": Field(
        part("a list", {"type": "array", "items": {"$ref": "#/$defs/uncertain"}}),
        "What is not known well, for simulate.",
    ),
    "years": Field(part("first and last", {"$ref": "#/$defs/years"}), "The years of the plan, first to last."),
    "shift": Field(
        part("later and earlier", {"$ref": "#/$defs/shift"}), "With years: what may be used in another year."
    ),
    "ceilings": Field(
        part("ceilings by name", {"type": "object", "additionalProperties": {"$ref": "#/$defs/ceiling"}}),
        "With years: paths of ceilings, by the names that commands know them by.",
    ),
    "objective": Field(OBJECTIVE, "What counts as better, first things first; [value, coverage] if left out."),
    "price_level": Field(WORDS, "Of which year the prices are, such as 2021."),
}
INSIDE: dict[str, Table] = {"years": YEARS, "shift": SHIFT}
SETTABLE = ("title", "unit", "price_level", "source", "objective")
OF_YEARS = (*INSIDE, "ceilings")
PER_LANGUAGE = {
    name: tuple(f"{name}.{language}" for language in LANGUAGES) for name, field in LINE.items() if field.form is WORDS
}
