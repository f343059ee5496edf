"""Restrained emphasis at a terminal: the place of a fault bold, the lines between rows dim. Elsewhere none."""

from __future__ import annotations

import os
import re
from typing import TextIO

BOLD, DIM, PLAIN = "\033[1m", "\033[2m", "\033[0m"
RULE = re.compile(r"^[─-]{3,}$", re.MULTILINE)
PLACE = re.compile(r"^(?P<place>\S[^\n]*?): ", re.MULTILINE)


def is_wanted(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that shows it, and nobody asked for none (NO_COLOR)."""
    if stream is None or not stream.isatty() or os.environ.get("NO_COLOR"):
        return False
    if os.name == "nt" and not (os.environ.get("WT_SESSION") or os.environ.get("TERM")):
        return False  # an old console prints the signs themselves
    return os.environ.get("TERM") != "dumb"


def in_tables(text: str) -> str:
    """A text of tables with the lines between rows dim."""
    return RULE.sub(lambda it: f"{DIM}{it[0]}{PLAIN}", text)


def in_refusals(text: str) -> str:
    """What is wrong, with the place of each fault bold."""
    return PLACE.sub(lambda it: f"{BOLD}{it['place']}{PLAIN}: ", text)
