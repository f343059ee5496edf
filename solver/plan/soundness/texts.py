"""The texts of a plan, and the characters that none may hold: unseen, or such as no document can be written with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.solver.plan.plan import Plan

# Controls but the line break, what joins or turns letters without being one, blanks that are letters to Unicode, breaks
# that only some programs see as one, halves of pairs, and what is no character at all.
UNUSABLE = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)

UNSEEN = "has a character that cannot be seen ({number})"
OF_PLAN = (
    "id",
    "title",
    "unit",
    "price_level",
    "source",
    *("scenarios", "partners", "programmes", "departments"),
)
OF_LINE = ("id", "partner", "name", "programme", "department", "tags", "source", "note", "effect")
OF_RULE = ("id", "name", "source")
OF_UNCERTAIN = ("path", "field", "note")


def problems_of_texts(plan: Plan) -> list[Problem]:
    """The texts of a plan with a character in them that cannot be seen, or that no document can be written with."""
    sections: tuple[tuple[str, tuple[str, ...], Sequence[object]], ...] = (
        ("", OF_PLAN, (plan,)),
        ("lines", OF_LINE, [line for line in plan.lines if line.unseen]),
        ("constraints", OF_RULE, plan.constraints),
        ("uncertain", OF_UNCERTAIN, plan.uncertain),
    )
    if not any(holds_unseen(names, *items) for _, names, items in sections if items):
        return []
    return [
        problem
        for section, names, items in sections
        for place, item in enumerate(items)
        for problem in _of_item((section, str(getattr(item, "id", place))) if section else (), names, item)
    ]


def holds_unseen(names: tuple[str, ...], *items: object) -> bool:
    """Whether one of these fields of one of these has a text with such a character."""
    values = chain.from_iterable(map(attrgetter(*names), items))
    return unusable("".join(chain.from_iterable(map(_texts, values)))) is not None


def _of_item(path: tuple[str, ...], names: tuple[str, ...], item: object) -> Iterator[Problem]:
    for name in names:
        for number in filter(None, map(unusable, _texts(getattr(item, name)))):
            wrong = told("{name} {wrong}", name=name, wrong=told(UNSEEN, number=number))
            yield Problem((*path, name), wrong, "remove it")


def _texts(value: object) -> Sequence[str]:
    """The texts in a field: itself, each of several, or those of each language by their keys."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        return [text for entry in value.items() for each in entry for text in _texts(each)]
    return [each for each in value if isinstance(each, str)] if isinstance(value, tuple) else ()


def unusable(text: str) -> str | None:
    """The first character of a text that cannot be used, by its number (`U+200B`); None where there is none."""
    if text.isprintable() and text.isascii():
        return None
    found = UNUSABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else None
