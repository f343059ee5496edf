"""The ways in which a value of a plan is written: amounts, ratios, ids, texts, selections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.rule import GROUPINGS, NATURES, ORIGINS, Share
from flessenhals.constraints.weighted import Term
from flessenhals.data.fields import numbers
from flessenhals.data.fields.selectors import FORM as SELECTION
from flessenhals.data.fields.selectors import read_dated_selector, read_selector
from flessenhals.data.fields.shape import Field, Form, fault, misfit, read_fields, read_items, read_text
from flessenhals.data.source import names
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Blank, Mapping, Text
from flessenhals.solver.plan.characters import UNSEEN, unusable
from flessenhals.solver.plan.group_goal import COVERAGE_BY, GroupGoal
from flessenhals.solver.plan.line import MONEY
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import DATED_GOALS, GOALS
from flessenhals.solver.plan.tagged import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from fractions import Fraction

    from flessenhals.data.fields.known import Known
    from flessenhals.data.fields.shape import Read, Table
    from flessenhals.data.source.tree import Node

LANGUAGES = ("en", "nl")
LONGEST_TEXT = 1_000


def _number(form: str, parse: Callable[[Text], Fraction | Share | int]) -> Read:
    def read(node: Node, field: str, _: Known) -> Fraction | Share | int:
        text = read_text(node, field, form)
        try:
            return parse(text)
        except numbers.NumberError as error:
            raise fault(text, field, text or None, error.wrong, error.write) from None

    return read


def _level(text: Text) -> Fraction | Share:
    level = numbers.amount_or_share(text, typed=text.typed)
    if isinstance(level, Share) and level.fraction > 1:
        raise numbers.NumberError("is more than everything that is allocated", "write 100% or less")
    return level


def _factor(text: Text) -> Fraction | Share:
    return numbers.amount_or_share(text) if text.endswith("%") else numbers.weight(text)


def read_words(node: Node, field: str, _: Known) -> str | dict[str, str]:
    """One text, or one per language.

    Raises:
        InputError: where it is empty, too long, in an unknown language or has characters that cannot be seen.
    """
    if not isinstance(node, Mapping):
        return _words(node, field)
    faults: list[Fault] = []
    if not node:
        faults.append(
            Fault(node.place, field, None, "is empty", "write a text, or one per language: {en: ..., nl: ...}")
        )
    texts = {}
    for key, value in node.items():
        if key not in LANGUAGES:
            faults.append(Fault(node.key_place(key), None, key, "is not a language of this plan", "write en or nl"))
            continue
        try:
            texts[key] = _words(value, f"{field}.{key}")
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return texts


def _words(node: Node, field: str) -> str:
    text = read_text(node, field, "a text")
    if not text.strip():
        raise fault(text, field, None, "is empty", "write a text, or leave the key out")
    if len(text) > LONGEST_TEXT:
        raise fault(
            text,
            field,
            None,
            told("is longer than {most} characters", most=LONGEST_TEXT),
            "write a shorter text",
        )
    unseen = unusable(text)
    if unseen:
        raise fault(text, field, text, told(UNSEEN, number=unseen), "remove it")
    return str(text)


def read_identifier(node: Node, field: str, _: Known) -> str:
    """An id.

    Raises:
        InputError: with the id that was probably meant.
    """
    text = read_text(node, field, "an id")
    if not names.is_identifier(text):
        raise fault(text, field, text, *names.not_an_identifier(text))
    return str(text)


def _reserved(word: str, meaning: str) -> Read:
    def read(node: Node, field: str, known: Known) -> str:
        if node == word:
            raise fault(node, field, word, told("is the name of {meaning}", meaning=told(meaning)), "write another id")
        return read_identifier(node, field, known)

    return read


def _listed_identifier(node: Node, field: str, known: Known) -> str:
    name = read_identifier(node, field, known)
    listed = known.listed.get(field)
    if listed is not None and name not in listed:
        raise fault(node, field, name, told("is not one of the plan's {field}s", field=field), instead(name, listed))
    return name


def _one_of(words: Collection[str]) -> Read:
    def read(node: Node, field: str, _: Known) -> str:
        text = read_text(node, field, told("one of: {words}", words=", ".join(words)))
        if text not in words:
            raise fault(text, field, text, "is not known here", instead(text, words))
        return str(text)

    return read


def _stage(node: Node, field: str, known: Known) -> str | GroupGoal:
    """A stage of the objective: `value`, `{value: SELECTION}`, `{coverage: partner}`."""
    if not isinstance(node, Mapping):
        return str(_one_of(DATED_GOALS if known.dated else GOALS)(node, field, known))
    if len(node) != 1 or next(iter(node)) not in GOALS:
        raise fault(node, field, None, "is no stage", "write {value: a selection of lines} or {coverage: partner}")
    if "value" in node:
        return GroupGoal(of=read_selector(node["value"], field, known))
    return GroupGoal(by=_one_of(COVERAGE_BY if known.dated else GROUPINGS)(node["coverage"], field, known))


def _single(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a mapping with one key."""
    return {"type": "object", "properties": {key: schema}, "required": [key], "additionalProperties": False}


def _several(read: Read) -> Read:
    return lambda node, field, known: tuple(read_items(node, field, read, known))


def _terms(node: Node, field: str, known: Known) -> tuple[Term, ...]:
    terms = tuple(read_items(node, field, _term, known))
    if not terms:
        raise fault(node, field, None, "is empty", "write at least one term, such as {of: police, times: 12.5}")
    return terms


def _term(node: Node, _: str, known: Known) -> Term:
    return Term(**read_fields(node, "a term", TERM, known))


def _tags(node: Node, field: str, known: Known) -> tuple[str, ...]:
    if isinstance(node, Text | Blank):
        write = (
            told("write [{node}]", node=node)
            if isinstance(node, Text)
            else "write a list such as [chain-effect], or leave the key out"
        )
        raise misfit(node, field, "a list", write)
    return tuple(dict.fromkeys(read_items(node, field, read_identifier, known)))


def _schema_one(node: Node, field: str, _: Known) -> str:
    if node != "1":
        raise misfit(node, field, "a format that is read here", "write 1")
    return "1"


def _lag(node: Node, field: str, _: Known) -> int:
    text = read_text(node, field, "a whole number of years")
    if not re.fullmatch(r"-?(0|[1-9][0-9]?)", text):
        raise fault(text, field, text, "is not a whole number of years", "write how many years later, such as 1")
    return int(text)


def _movable(node: Node, field: str, known: Known) -> Fraction | Share | str:
    if isinstance(node, Text) and node.isalpha():
        if node == "any":
            return "any"
        raise fault(node, field, node, "is not known here", "write any, an amount, or a share such as 1%")
    found: Fraction | Share = BOUND.read(node, field, known)
    return found


def _flag(node: Node, field: str, _: Known) -> bool:
    text = read_text(node, field, "true or false")
    if text not in {"true", "false"}:
        raise fault(text, field, text, "is neither true nor false", "write true, or leave it out")
    return text == "true"


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
WEIGHT = Form("a pure number of 0 or more, such as 2", _number("a weight", numbers.weight), _DECIMAL)
LEVEL = Form("an amount in the plan's unit, or a share such as 25%", _number("an amount or a share", _level), _DECIMAL)
BOUND = Form(
    "an amount in the plan's unit, or a share of the amount proposed, such as 50%",
    _number("an amount or a share", lambda text: numbers.amount_or_share(text, typed=text.typed)),
    _DECIMAL,
)
STEP = Form("an amount above 0 in the plan's unit, such as 2", AMOUNT.read, _DECIMAL)
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
