"""How each form of a value is read: from its text in a plan to what it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flessenhals.constraints.rule import GROUPINGS, Share
from flessenhals.data.fields import numbers
from flessenhals.data.fields.selectors import read_dated_selector
from flessenhals.data.fields.shape import fault, misfit, read_items, read_text
from flessenhals.data.source import names
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Blank, ByComma, Mapping, Text
from flessenhals.solver.plan.group_goal import COVERAGE_BY, GroupGoal
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import DATED_GOALS, GOALS
from flessenhals.solver.plan.soundness.texts import UNSEEN, unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from fractions import Fraction

    from flessenhals.data.fields.known import Known
    from flessenhals.data.fields.shape import Read
    from flessenhals.data.source.tree import Node


LANGUAGES = ("en", "nl")


LONGEST_TEXT = 1_000


def _number(form: str, parse: Callable[[Text], Fraction | Share | int]) -> Read:
    def read(node: Node, field: str, _: Known) -> Fraction | Share | int:
        text = read_text(node, field, form)
        try:
            return parse(text)
        except numbers.NumberError as error:
            write = numbers.with_commas(error.write) if isinstance(text, ByComma) else error.write
            raise fault(text, field, text or None, error.wrong, write) from None

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
        return GroupGoal(of=read_dated_selector(node["value"], field, known))
    return GroupGoal(by=_one_of(COVERAGE_BY if known.dated else GROUPINGS)(node["coverage"], field, known))


def _several(read: Read) -> Read:
    return lambda node, field, known: tuple(read_items(node, field, read, known))


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
        if isinstance(node, Text):
            raise fault(node, field, node, "is not a format that is read here", "write 1")
        raise misfit(node, field, "a number", "write 1")
    return "1"


def _lag(node: Node, field: str, _: Known) -> int:
    text = read_text(node, field, "a whole number of years")
    if not re.fullmatch(r"-?(0|[1-9][0-9]?)", text):
        raise fault(text, field, text, "is not a whole number of years", "write how many years later, such as 1")
    return int(text)


def _flag(node: Node, field: str, _: Known) -> bool:
    text = read_text(node, field, "true or false")
    if text not in {"true", "false"}:
        raise fault(text, field, text, "is neither true nor false", "write true, or leave it out")
    return text == "true"
