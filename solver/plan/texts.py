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
        ("lines", OF_LINE, plan.lines),
        ("constraints", OF_RULE, plan.constraints),
        ("uncertain", OF_UNCERTAIN, plan.uncertain),
    )
    return [problem for section, names, items in sections for problem in _of_items(section, names, items)]


def _of_items(section: str, names: tuple[str, ...], items: Sequence[object]) -> Iterator[Problem]:
    rows = list(map(attrgetter(*names), items))
    # Of 100,000 lines hardly any has one: all texts at once tell whether to look for it.
    values = dict.fromkeys(value for value in chain.from_iterable(rows) if isinstance(value, str))
    further = (_flat(value) for value in chain.from_iterable(rows) if value and not isinstance(value, str))
    if unusable("".join(chain(values, chain.from_iterable(further)))) is None:
        return
    for place, row in enumerate(rows):
        for name, value in zip(names, row, strict=True):
            for text in _flat(value):
                number = unusable(text)
                if number:
                    path = (section, str(getattr(items[place], "id", place)), name) if section else (name,)
                    yield Problem(
                        path, told("{name} {wrong}", name=name, wrong=told(UNSEEN, number=number)), "remove it"
                    )


def _flat(value: object) -> Iterator[str]:
    """The texts in a field: itself, each of several, or those of each language by their keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from (*_flat(key), *_flat(inside))
    elif isinstance(value, tuple):
        yield from (each for each in value if isinstance(each, str))


def unusable(text: str) -> str | None:
    """The first character of a text that cannot be used, by its number (`U+200B`); None where there is none."""
    if text.isprintable() and text.isascii():
        return None
    found = UNUSABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else None
