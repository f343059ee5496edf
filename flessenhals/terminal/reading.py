"""Tells how tables were read: on stderr behind a command, as warnings in Python."""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flessenhals.briefing.text.words import say
from flessenhals.data.source.errors import MOST_SHOWN, quoted, visible
from flessenhals.data.source.remarks import heard, so_far
from flessenhals.terminal.output import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.text.language import Language
    from flessenhals.data.source.remarks import Remark

SPACES = re.compile(r"\s+")  # also those that do not break
OUTSIDE = 4  # how far the caller of a function is away that reads while this warns


class ReadingWarning(UserWarning):
    """Something in a table was read otherwise than letter by letter, or passed over."""


def in_words(remark: Remark, language: Language) -> str:
    """One remark as a sentence with its place."""
    kind = "blank total" if remark.kind == "total" and remark.meant is None else remark.kind
    typed = quoted(SPACES.sub(" ", remark.typed))[1:-1]
    return visible(f"{remark.place}: {say(f'read {kind}', language, typed=typed, meant=remark.meant)}")


def tell_remarks(language: Language) -> None:
    """Say on stderr how what the command was given was read; at most 20 lines of it."""
    said = [in_words(remark, language) for remark in so_far()]
    for line in said[:MOST_SHOWN]:
        tell(line)
    if len(said) > MOST_SHOWN:
        tell(say("read more", language, count=len(said) - MOST_SHOWN))


def as_data(language: Language) -> list[dict[str, Any]]:
    """How what the command was given was read, as plain data with a sentence each."""
    return [{**remark.to_dict(), "says": in_words(remark, language)} for remark in so_far()]


@contextmanager
def warned(outside: int = OUTSIDE) -> Iterator[None]:
    """Warn of how what is read meanwhile was read, at the call so many frames away."""
    with heard() as remarks:
        yield
    for remark in remarks:
        warnings.warn(in_words(remark, "en"), ReadingWarning, stacklevel=outside)
