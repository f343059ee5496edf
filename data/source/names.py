"""The ids that a plan gives its lines, partners, programmes and rules, and what someone may have meant by another."""

from __future__ import annotations

import re
from contextvars import ContextVar
from functools import reduce
from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LONGEST = 64
PATTERN = "[a-z0-9][a-z0-9-]*"
IDENTIFIER = re.compile(rf"{PATTERN[:-1]}{{0,{LONGEST - 1}}}")

MOST_COMPARED = 2_000
# Pairs of letters that are compared for one text that is read: about a second, whatever a plan was made to hold.
MOST_EFFORT = 5_000_000
MOST_LISTED = 8

_left: ContextVar[int] = ContextVar("left", default=MOST_EFFORT)


def is_identifier(text: str) -> bool:
    """Whether a text is an id: a-z, 0-9 and hyphens, at most 64, no hyphen first."""
    return IDENTIFIER.fullmatch(text) is not None


def not_an_identifier(text: str) -> tuple[str, str]:
    """What is wrong with a text that should be an id, and which id to write instead."""
    import unicodedata  # noqa: PLC0415 - only a wrong id needs it

    rule = "write it with a-z, 0-9 and hyphens"
    if not text.strip():
        return "is empty", rule
    plain = unicodedata.normalize("NFKD", text)
    for letter in plain:
        if not letter.isascii() and letter.isalnum():
            name = unicodedata.name(letter, f"U+{ord(letter):04X}")
            return told("has the letter {letter} ({name})", letter=letter, name=name), rule
    suggestion = _hyphened(plain)
    if len(suggestion) > LONGEST:
        return told("is longer than {most} characters", most=LONGEST), "write a shorter id"
    return "is not an id", told("write {instead}", instead=suggestion) if is_identifier(suggestion) else rule


def slug(text: str) -> str | None:
    """The id that a name makes, such as `om-chain` of `OM: chain`; None where it makes none."""
    import unicodedata  # noqa: PLC0415 - only a name without an id needs it

    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    made = _hyphened(bare)
    return made if is_identifier(made) else None


def _hyphened(text: str) -> str:
    hyphens = re.sub(r"[\s_./]+", "-", text.lower().strip())
    return re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9-]", "", hyphens)).strip("-")


def alternatives(names: Iterable[str]) -> str:
    """Names of which one is meant, in words: `a or b or c`."""
    return reduce(lambda first, other: told("{first} or {other}", first=first, other=other), names)


def begin_anew() -> None:
    """Let names be compared again, for another text that is read."""
    _left.set(MOST_EFFORT)


def closest(text: str, known: Collection[str]) -> str | None:
    """The known name that a text looks most like, if it looks like any."""
    text = text[:LONGEST].lower()
    effort = len(text) * sum(map(len, known))
    if len(known) > MOST_COMPARED or effort > _left.get():
        return None
    _left.set(_left.get() - effort)
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong name needs it

    found = get_close_matches(text, known, n=1)
    return found[0] if found else None


def instead(text: str, known: Collection[str], most: int = MOST_LISTED) -> str:
    """What to write instead of an unknown name: the one that it looks like, or else any of those there are, so many."""
    match = closest(text, known)
    if match:
        return told("did you mean {match}?", match=match)
    if not known:
        return "leave it out: there are none"
    listed = list(known)[:most]
    more = told(" or another of {count}", count=len(known)) if len(known) > len(listed) else ""
    return (
        told("write {instead}", instead=listed[0])
        if len(known) == 1
        else told("write one of: {listed}{more}", listed=", ".join(listed), more=more)
    )
