"""In what amounts are: euros, thousands or millions of them, as a plan's unit, a heading or a cell says it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

THOUSAND, MILLION, BILLION = 10**3, 10**6, 10**9

CURRENCIES = {
    "EUR": r"€|\beur(?:o|os|o's)?\b",
    "USD": r"\$|\busd\b|\bdollars?\b",
    "GBP": r"£|\bgbp\b|\bpounds?\b",
}
SCALES = {
    BILLION: r"\b(?:billions?|bn|miljard(?:en)?|mrd|mld)\b|1[.,\s]?000[.,\s]?000[.,\s]?000\b",
    MILLION: r"\b(?:millions?|mln|mio|miljoen(?:en)?)\b|1[.,\s]?000[.,\s]?000\b",
    THOUSAND: r"\b(?:thousands?|duizend(?:en|tallen)?|k)\b|1[.,\s]?000\b|\bk€|€k\b|\bkeur\b",
}
STATED = re.compile(r"[×x*]\s*(?:€|eur|euro)?\s*1\b|\(.*\)|\bin\b|\bbedragen\b|\bamounts\b", re.IGNORECASE)


class Scale(NamedTuple):
    """What an amount is counted in.

    Attributes:
        currency: such as EUR; None where nothing says so.
        factor: how many of it make 1; None where nothing says so.
    """

    currency: str | None
    factor: int | None


@lru_cache(maxsize=256)
def scale_of(text: str) -> Scale:
    """What a unit, `EUR million per year`, counts in: a currency alone counts by the one."""
    small = text.lower()
    currency = next((name for name, form in CURRENCIES.items() if re.search(form, small)), None)
    factor = next((size for size, form in SCALES.items() if re.search(form, small)), 1 if currency else None)
    return Scale(currency, factor)


def stated(text: str) -> Scale | None:
    """What a heading or a row above a table says of its amounts: `(x € 1.000)`, `in euros`; None where it says nothing.

    A currency alone, as in `Bedrag (€)`, says which currency and not how many of it.
    """
    if not STATED.search(text):
        return None
    found = scale_of(text)
    if found.factor == 1 and not re.search(r"\bin\s+(?:hele\s+|whole\s+)?(?:euro|dollar|pound)", text.lower()):
        found = found._replace(factor=None)
    return None if found == (None, None) else found


def disagree(one: Scale, other: Scale) -> bool:
    """Whether two things that are said of amounts cannot both be so."""
    return any(a is not None and b is not None and a != b for a, b in zip(one, other, strict=True))
