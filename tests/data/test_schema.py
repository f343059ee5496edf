"""The plan format as a JSON Schema."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from flessenhals.data.plans.reader import EMBEDDED
from flessenhals.data.plans.schema import COMMITTED, as_json, plan_schema
from flessenhals.data.plans.starter import starter

Validator = jsonschema.Draft202012Validator

SMALL = """
schema: 1
plan: small
lines: [{id: nfi, partner: nfi, proposed: 5}]
constraints: [{id: floor, level: {of: all, at_least: 25%}}]
scenarios: {other: {lines: [{of: nfi, minimum: 1}], constraints: {floor: {nature: null, level: {at_least: 3}}}}}
"""


@pytest.fixture(scope="module")
def validator() -> Validator:
    jsonschema.Draft202012Validator.check_schema(plan_schema())
    return jsonschema.Draft202012Validator(plan_schema())


def test_the_committed_schema_is_in_step() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == as_json()


@pytest.mark.parametrize(
    "text", [SMALL, starter(), EMBEDDED.read_text(encoding="utf-8")], ids=["small", "starter", "pact"]
)
def test_a_plan_fits(validator: Validator, text: str) -> None:
    assert [error.message for error in validator.iter_errors(yaml.safe_load(text))] == []


def test_a_table_of_lines_fits(validator: Validator) -> None:
    plan = {"schema": 1, "plan": "large", "lines": {"table": "lines.xlsx", "sheet": "Lines"}}

    assert validator.is_valid(plan)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("plan:", "plam:"),
        ("proposed:", "propsed:"),
        ("level: {of: all", "levle: {of: all"),
        ("of: nfi, minimum:", "of: nfi, minimun:"),
        ("at_least: 3", "at_lest: 3"),
        ("{of: all, at_least: 25%}", "{at_least: 25%}"),
    ],
)
def test_a_key_that_is_misspelt_or_missing_does_not_fit(validator: Validator, right: str, wrong: str) -> None:
    assert right in SMALL
    assert not validator.is_valid(yaml.safe_load(SMALL.replace(right, wrong)))


def test_every_field_is_described() -> None:
    for table in [plan_schema(), *plan_schema()["$defs"].values()]:
        for field in table.get("properties", {}).values():
            described = field.get("description") or "$ref" in field or any("description" in it for it in field["anyOf"])
            assert described


def test_the_schema_stands_beside_the_plan_that_ships() -> None:
    assert Path(COMMITTED).parent == EMBEDDED.parent
