"""A plan's unit of money as people write it: which currency, how many at a time, over which period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

EURO = "€"
# Also `kEUR` and `EURm`, but not `inspecteurs`.
EUROS = re.compile(r"€|\b[km]?(?:euros?|eur)(?![a-ln-z])", re.IGNORECASE)
CURRENCY = re.compile(r"[A-Z]{3}|€|£|\$|[Ee]uro")
SCALES = {
    "": "",
    "thousand": "thousand",
    "duizend": "thousand",
    "k": "thousand",
    "1.000": "thousand",
    "1,000": "thousand",
    "1 000": "thousand",
    "1000": "thousand",
    "million": "million",
    "mln": "million",
    "miljoen": "million",
    "m": "million",
    "1.000.000": "million",
    "1,000,000": "million",
    "billion": "billion",
    "mld": "billion",
    "miljard": "billion",
    "bn": "billion",
}
PERIODS = {
    "": "",
    "per year": "year",
    "a year": "year",
    "per annum": "year",
    "per jaar": "year",
    "p.j.": "year",
    "per month": "month",
    "per maand": "month",
}
SCALED: dict[str, dict[Language, str]] = {
    "": {"en": "", "nl": ""},
    "thousand": {"en": " thousand", "nl": " duizend"},
    "million": {"en": " million", "nl": " mln"},
    "billion": {"en": " billion", "nl": " mld"},
}
BEHIND: dict[str, dict[Language, str]] = {
    "": {"en": "", "nl": ""},
    "year": {"en": " a year", "nl": " per jaar"},
    "month": {"en": " a month", "nl": " per maand"},
}


class Unit(NamedTuple):
    """A unit of money that is known.

    Attributes:
        currency: `€`, or the sign or three letters of another.
        scale: `thousand`, `million`, `billion`, or empty.
        period: `year`, `month`, or empty.
    """

    currency: str
    scale: str
    period: str

    def amount(self, number: str, language: Language) -> str:
        """An amount with its unit and without its period: `€ 12,5 mln`, `30 GBP million`."""
        scaled = SCALED[self.scale][language]
        return f"{EURO} {number}{scaled}" if self.currency == EURO else f"{number} {self.currency}{scaled}"

    def heading(self, language: Language) -> str:
        """The unit with its period, as a heading says it: `€ mln per jaar`."""
        return f"{self.currency}{SCALED[self.scale][language]}{self.behind(language)}"

    def behind(self, language: Language) -> str:
        """The period, as it stands behind an amount: ` per jaar`; for other money than euros in its own words."""
        if self.period and self.currency != EURO and language == "en":
            return f" per {self.period}"
        return BEHIND[self.period][language]


def known_unit(unit: str) -> Unit | None:
    """What a unit as a plan writes it means: `EUR mln per jaar`, `GBP million per year`, `€ 1.000`; None if unknown."""
    text = " ".join(unit.split())
    found = CURRENCY.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    for period, means in sorted(PERIODS.items(), key=lambda each: -len(each[0])):
        scale = rest.removesuffix(period).strip().removeprefix("x ").lower()
        if rest.lower().endswith(period) and scale in SCALES:
            currency = EURO if found[0].upper() in {"EUR", "EURO"} else found[0]
            return Unit(currency, SCALES[scale], means)
    return None


def is_euro(unit: str) -> bool:
    """Whether a plan's money is spoken of as euros: its unit names them, in whatever words, or it names no unit."""
    return not unit or EUROS.search(unit) is not None


def usual_step(unit: str) -> str:
    """What printed amounts are rounded to where nothing is asked: a tenth of the unit, and no part of a whole euro."""
    known = known_unit(unit)
    return "1" if known is not None and not known.scale else "0.1"
