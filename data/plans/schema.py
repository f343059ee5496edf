"""The plan format as a JSON Schema, so that editors complete and check plans while they are typed.

It is made from the tables that the reader works by; `data/plan.schema.json` is its committed copy. It cannot say all
that the reader checks: ids that have to exist, numbers that have to add up.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flessenhals.constraints import KINDS
from flessenhals.constraints.selector import FIELDS
from flessenhals.data.fields.dated import YEAR_SCHEMA
from flessenhals.data.fields.forms import IDENTIFIER, SELECTOR, TERM
from flessenhals.data.plans.shape import (
    BASELINE,
    BENEFIT,
    CHANGES,
    KEEP,
    KIND_CHANGES,
    KIND_FIELDS,
    KINDS_OF_MONEY,
    LINE,
    LINE_CHANGE,
    PLAN,
    RULE,
    RULE_CHANGE,
    SCENARIO,
    SHIFT,
    TABLE,
    TOTAL,
    UNCERTAIN,
    YEARS,
)

if TYPE_CHECKING:
    from flessenhals.data.fields.shape import Table

COMMITTED = Path(__file__).parent.parent / "plan.schema.json"


def plan_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a plan file."""
    value = {"anyOf": [IDENTIFIER.schema, {"type": "array", "items": IDENTIFIER.schema, "minItems": 1}]}
    year = {"anyOf": [YEAR_SCHEMA, {"type": "array", "items": YEAR_SCHEMA, "minItems": 1}]}
    by_field = dict.fromkeys(FIELDS, value)
    changed = {kind: {"anyOf": [_nullable(_object(table)), {"type": "null"}]} for kind, table in KIND_CHANGES.items()}
    change = _nullable(_object(RULE_CHANGE))
    change["properties"].update({kind: {"$ref": f"#/$defs/{kind}Change"} for kind in KINDS})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Flessenhals plan",
        **_object(PLAN),
        "$defs": {
            "selector": _selector("selector", by_field),
            "datedSelector": _selector("datedSelector", {**by_field, "year": year}),
            "line": _object(LINE),
            "table": _object(TABLE),
            "constraint": {**_object(RULE), "oneOf": [{"required": [kind]} for kind in KINDS]},
            **{kind: _object(table) for kind, table in KIND_FIELDS.items()},
            "years": _object(YEARS),
            "shift": _object(SHIFT),
            "ceiling": {"anyOf": [KINDS_OF_MONEY["structural"].form.schema, _object(KINDS_OF_MONEY)]},
            "term": _object(TERM),
            "total": _object(TOTAL),
            "changes": _object(CHANGES),
            "benefit": _object(BENEFIT),
            "baseline": _object(BASELINE),
            "uncertain": {
                **_object(UNCERTAIN),
                "oneOf": [{"required": ["path"]}, {"required": ["of", "field"]}],
            },
            "scenario": _object(SCENARIO),
            "keep": _object(KEEP),
            "lineChange": _object(LINE_CHANGE),
            "constraintChange": change,
            **{f"{kind}Change": schema for kind, schema in changed.items()},
        },
    }


def _selector(name: str, fields: dict[str, Any]) -> dict[str, Any]:
    by_field = {"type": "object", "properties": fields, "additionalProperties": False, "minProperties": 1}
    several = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "minItems": 1}
    return {
        "description": f"A selection of lines: {SELECTOR.about}.",
        "anyOf": [IDENTIFIER.schema, by_field, several],
    }


def as_json() -> str:
    """The schema as it is committed."""
    return json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n"


def _object(table: Table) -> dict[str, Any]:
    required = [name for name, field in table.items() if field.required]
    return {
        "type": "object",
        "properties": {name: {"description": field.about, **field.form.schema} for name, field in table.items()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object in which null takes a key out."""
    properties = {name: {"anyOf": [inside, {"type": "null"}]} for name, inside in schema["properties"].items()}
    return {**schema, "properties": properties}


if __name__ == "__main__":
    COMMITTED.write_text(as_json(), encoding="utf-8")
