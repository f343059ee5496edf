"""The ways in which a value of a plan is written: amounts, ratios, ids, texts, selections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.constraints.rule import GROUPINGS, NATURES, ORIGINS, Share
from flessenhals.constraints.weighted import Term
from flessenhals.data.fields import numbers
from flessenhals.data.fields.selectors import FORM as SELECTION
from flessenhals.data.fields.selectors import read_dated_selector, read_selector
from flessenhals.data.fields.shape import Field, Form, fault, read_blocks, read_fields
from flessenhals.data.fields.values import (
    LANGUAGES,
    LONGEST_TEXT,
    _factor,
    _flag,
    _lag,
    _level,
    _listed_identifier,
    _number,
    _one_of,
    _reserved,
    _schema_one,
    _several,
    _stage,
    _tags,
    _words,
    read_identifier,
    read_words,
)
from flessenhals.data.source import names
from flessenhals.data.source.tree import Text
from flessenhals.solver.plan.group_goal import COVERAGE_BY
from flessenhals.solver.plan.line import MONEY
from flessenhals.solver.plan.plan import DATED_GOALS
from flessenhals.solver.plan.tagged import CATEGORIES

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.data.fields.known import Known
    from flessenhals.data.fields.shape import Table
    from flessenhals.data.source.tree import Node


def _single(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a mapping with one key."""
    return {"type": "object", "properties": {key: schema}, "required": [key], "additionalProperties": False}


def _terms(node: Node, field: str, known: Known) -> tuple[Term, ...]:
    terms = tuple(read_blocks(node, field, _term, known))
    if not terms:
        raise fault(node, field, None, "is empty", "write at least one term, such as {of: police, times: 12.5}")
    return terms


def _term(node: Node, _: str, known: Known) -> Term:
    return Term(**read_fields(node, "a term", TERM, known))


def _movable(node: Node, field: str, known: Known) -> Fraction | Share | str:
    if isinstance(node, Text) and node.isalpha():
        if node == "any":
            return "any"
        raise fault(node, field, node, "is not known here", "write any, an amount, or a share such as 1%")
    found: Fraction | Share = BOUND.read(node, field, known)
    return found


_DECIMAL = {"type": ["number", "string"]}
_ID = {"type": "string", "pattern": f"^{names.PATTERN}$", "maxLength": names.LONGEST}
_ID_OR_NUMBER = {"anyOf": [_ID, {"type": "integer", "minimum": 0}]}
_TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}
WORDS_SCHEMA: dict[str, Any] = {
    "anyOf": [
        _TEXT,
        {"type": "number"},
        {
            "type": "object",
            "properties": {language: {"anyOf": [_TEXT, {"type": "number"}]} for language in LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}

AMOUNT = Form(
    "an amount in the plan's unit, such as 12.5",
    _number("an amount", lambda text: numbers.amount(text, typed=text.typed)),
    _DECIMAL,
)
RATIO = Form("a pure number, such as 0.125, 1/3 or 12.5%", _number("a ratio", numbers.ratio), _DECIMAL)
PART = Form("a part of it from 0 to 100%, such as 50%", _number("a part", numbers.part), _DECIMAL)
WEIGHT = Form("a pure number of 0 or more, such as 2", _number("a weight", numbers.weight), _DECIMAL)
LEVEL = Form("an amount in the plan's unit, or a share such as 25%", _number("an amount or a share", _level), _DECIMAL)
BOUND = Form(
    "an amount in the plan's unit, or a share of the amount proposed, such as 50%",
    _number("an amount or a share", lambda text: numbers.amount_or_share(text, typed=text.typed)),
    _DECIMAL,
)
STEP = Form(
    "an amount above 0 in the plan's unit, such as 2",
    _number("an amount", lambda text: numbers.step(text, typed=text.typed)),
    _DECIMAL,
)
SMALLEST = Form("an amount in the plan's unit, or a share of the amount proposed, such as 100%", BOUND.read, _DECIMAL)
COUNT = Form(
    "a whole number of 1 or more, such as 15",
    _number("a whole number", numbers.count),
    {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[1-9][0-9]*$"}]},
)
FACTOR = Form("a number, or a percentage such as 90%", _number("a number", _factor), _DECIMAL)
SELECTOR = Form(SELECTION, read_selector, {"$ref": "#/$defs/selector"})
DATED_SELECTOR = Form(SELECTION, read_dated_selector, {"$ref": "#/$defs/datedSelector"})
IDENTIFIER = Form("an id of a-z, 0-9 and hyphens", read_identifier, _ID_OR_NUMBER)
LINE_ID = Form(IDENTIFIER.about, _reserved("all", "every line together"), _ID_OR_NUMBER)
RULE_ID = Form(IDENTIFIER.about, _reserved("ceiling", "the ceiling itself"), _ID_OR_NUMBER)
LISTED_ID = Form(IDENTIFIER.about, _listed_identifier, _ID_OR_NUMBER)
WORDS = Form("a text, or one per language: {en: ..., nl: ...}", read_words, WORDS_SCHEMA)
TEXT = Form("a text", lambda node, field, _: _words(node, field), {"anyOf": [_TEXT, {"type": "number"}]})
TAGS = Form("a list of tags, such as [chain-effect]", _tags, {"type": "array", "items": _ID_OR_NUMBER})
CATEGORY = Form("decision, windfall, price, technical or shift", _one_of(CATEGORIES), {"enum": list(CATEGORIES)})
NATURE = Form("law, norm or choice", _one_of(NATURES), {"enum": list(NATURES)})
ORIGIN = Form("source, derived or assumed", _one_of(ORIGINS), {"enum": list(ORIGINS)})
SCOPE = Form("programme, partner, department or line", _one_of((*GROUPINGS, "line")), {"enum": [*GROUPINGS, "line"]})
MONEY_KIND = Form("structural or one-off", _one_of(MONEY), {"enum": list(MONEY)})
OBJECTIVE = Form(
    "the stages in order, such as [value, coverage] or [{value: {programme: prevention}}, value, coverage]",
    _several(_stage),
    {
        "type": "array",
        "items": {
            "anyOf": [
                {"enum": list(DATED_GOALS)},
                _single("value", {"$ref": "#/$defs/selector"}),
                _single("coverage", {"enum": list(COVERAGE_BY)}),
            ]
        },
        "minItems": 1,
        "uniqueItems": True,
    },
)
FORMAT = Form("1", _schema_one, {"enum": [1, "1"]})

CHANGE = Form(
    "an amount in the plan's unit or a share of what is asked in the last year, such as 2, 10% or -1",
    _number("an amount or a share", lambda text: numbers.change(text, typed=text.typed)),
    {"type": ["number", "string"]},
)
START = Form(
    "an amount in the plan's unit, or a share of what is asked in the last year, such as 10%", BOUND.read, _DECIMAL
)
MOVABLE = Form(
    "an amount in the plan's unit, a share of the year's ceiling such as 1%, or any",
    _movable,
    {"anyOf": [{"enum": ["any"]}, _DECIMAL]},
)
LAG = Form("a whole number of years, such as 1 or -1", _lag, {"type": "integer", "minimum": -99, "maximum": 99})
FLAG = Form("true or false", _flag, {"type": "boolean"})
QUANTITY = Form(
    "a number in the rule's own unit, such as 900",
    _number("a number", lambda text: numbers.amount(text, typed=text.typed)),
    _DECIMAL,
)
UNIT = Form("what the rule counts, such as fte", TEXT.read, _TEXT)
TERM: Table = {
    "of": Field(SELECTOR, "The lines on which the money is spent.", required=True),
    "times": Field(WEIGHT, "So much for every unit of money, in the rule's unit.", required=True),
}
TERMS = Form(
    "a list of terms, such as [{of: police, times: 12.5}]",
    _terms,
    {"type": "array", "items": {"$ref": "#/$defs/term"}, "minItems": 1},
)
