"""What a plain decimal looks like."""

from __future__ import annotations

import re

from flessenhals.solver.plan.message import told

MOST_DIGITS = 15
MOST_DECIMALS = 12
THOUSAND = 3

PLAIN = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]+))?")


def unambiguous(number: str) -> str:
    """A plain decimal in a form that `amount` accepts: with a 0 behind what could be taken for thousands."""
    whole, _, decimals = number.partition(".")
    return f"{number}0" if len(decimals) == THOUSAND and whole != "0" else number


def either(whole: str, decimals: str) -> str:
    """The two ways out of an ambiguous number, in words."""
    small = whole if not decimals.strip("0") else f"{whole}.{decimals}0"
    return told("write {small} or {large}", small=small, large=f"{whole}{decimals}")
