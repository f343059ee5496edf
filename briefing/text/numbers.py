"""Amounts and shares as people write them: € 12,5 mln in Dutch, € 12.5 million in English."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from flessenhals.briefing.text.units import known_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language

HALF = Fraction(1, 2)
WHOLE_FROM = 100_000
SEEN_APART = 20  # a difference of a twentieth is seen
MOST_DECIMALS, READ, FINE, FINEST = 2, 4, 6, 12
# Python writes numbers the English way; the Dutch way is the same with these two signs in each other's place.
SIGNS: dict[Language, dict[int, str]] = {"en": {}, "nl": {ord(","): ".", ord("."): ","}}


def amount(value: Fraction, language: Language, *, decimals: int | None = None, most: int = MOST_DECIMALS) -> str:
    """An amount without its unit, `1.234,5`.

    Args:
        value: in the plan's unit.
        language: decides on the decimal sign and the grouping.
        decimals: exactly so many; None for as many as it takes, at most two unless it is tiny.
        most: another limit than two, where a reader adds the figures up.
    """
    places = max(most, _telling(value)) if decimals is None else decimals
    whole, part = divmod(abs(to_places(value, places)) * 10**places, 10**places)
    sign = "-" if value < 0 and (whole or part) else ""
    written = f"{sign}{int(whole):,}" + (f".{int(part):0{places}}" if places else "")
    if decimals is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.translate(SIGNS[language]).replace("-", "−")


def to_places(value: Fraction, decimals: int) -> Fraction:
    """A number with so many decimals; from exactly between two of them away from zero, as a workbook shows it."""
    size = 10**decimals
    return Fraction(floor(abs(value) * size + HALF), size if value > 0 else -size)


def change(value: Fraction, language: Language, *, decimals: int) -> str:
    """A difference with its sign, `+1,5` or `−16,8`; none where it is nothing at so many decimals."""
    shown = to_places(value, decimals)
    sign = "−" if shown < 0 else "+" if shown else ""
    return sign + amount(abs(shown), language, decimals=decimals)


def share(value: Fraction, language: Language) -> str:
    """A share as a percentage with one decimal, `72,8%`."""
    return f"{amount(100 * value, language, decimals=1)}%"


def percentage(value: Fraction, language: Language) -> str:
    """A share as a percentage with as many decimals as it takes, `12,5%`; at most two unless it is tiny."""
    return f"{amount(100 * value, language)}%"


def lower_limit(part: Fraction) -> Fraction:
    """A share as it may be printed with one decimal and called a lower limit: down to a tenth of 1 %."""
    return enough(part, up=False, decimals=3)


def least_share(part: Fraction, language: Language) -> str:
    """A share as a lower limit, rounded down to one decimal, `72,8%`; to as many as tell it from nothing."""
    places = 3
    while part and not part // Fraction(1, 10**places):
        places += 1
    percentage = 100 * enough(part, up=False, decimals=places)
    return f"{amount(percentage, language, decimals=places - 2)}%"


def coverages(first: Fraction, second: Fraction, language: Language) -> tuple[str, str, str]:
    """Two coverages, each rounded down as a lower limit is, and how many percentage points lie between them.

    One decimal, and more where one would print different coverages alike. A second one also where the two then differ
    by those points, and with one they do not; up to four where they would differ by a twentieth more or less than that.
    """
    apart = abs(second - first)
    places = 3
    while apart and not (_between(first, second, places) and to_places(apart, places)) and places < FINEST:
        places += 1
    exact = (each for each in range(places, places + 4) if _between(first, second, each) == to_places(apart, each))
    finer = next(exact, places)
    if finer <= places + 1 or abs(_between(first, second, places) - apart) * SEEN_APART > apart:
        places = finer
    low, high = (
        f"{amount(100 * enough(part, up=False, decimals=places), language, decimals=places - 2)}%"
        for part in (first, second)
    )
    return low, high, amount(100 * apart, language, decimals=places - 2)


def _between(first: Fraction, second: Fraction, places: int) -> Fraction:
    """How far two numbers are apart where both are rounded down to so many decimals."""
    return abs(enough(first, up=False, decimals=places) - enough(second, up=False, decimals=places))


def money(value: Fraction, unit: str, language: Language, *, most: int = MOST_DECIMALS) -> str:
    """An amount with its unit, as it stands in a sentence: `€ 12,5 mln`.

    A unit that is not known is put behind the number as the plan writes it. The period (`per year`) is left to
    `unit_in_words`: a sentence says it once.
    """
    known = known_unit(unit)
    number = amount(value, language, most=most)
    return known.amount(number, language) if known else f"{number} {unit}".strip()


def given(value: Fraction, unit: str, language: Language) -> str:
    """An amount that somebody gave, such as a ceiling, with all its decimals; one with more than six as others are."""
    return money(value, unit, language, most=places_given(value))


def places_given(value: Fraction) -> int:
    """How many decimals an amount has, two or more; two where it has more than six."""
    places = next((places for places in range(FINE + 1) if not value % Fraction(1, 10**places)), MOST_DECIMALS)
    return max(places, MOST_DECIMALS)


def enough(value: Fraction, *, up: bool, decimals: int | None = None) -> Fraction:
    """A number with as few decimals as people read, or exactly so many, rounded to the side on which it is enough."""
    step = Fraction(1, 10 ** (_telling(value) if decimals is None else decimals))
    return -(-value // step) * step if up else value // step * step


def at_least(value: Fraction, unit: str, language: Language, *, most: int = MOST_DECIMALS) -> str:
    """An amount with its unit, the least that is enough: as it is, or rounded up where that takes over four places."""
    places = max(most, places_of(value))
    return money(enough(value, up=True, decimals=places), unit, language, most=places)


def stretch(low: Fraction, high: Fraction, unit: str, language: Language) -> tuple[str, str]:
    """The ends of a stretch of amounts, low < high, each as it is or rounded to within it."""
    from_, to = places_of(low), places_of(high)
    while enough(low, up=True, decimals=from_) >= enough(high, up=False, decimals=to) and max(from_, to) < FINEST:
        from_, to = from_ + 1, to + 1
    shown = enough(low, up=True, decimals=from_), enough(high, up=False, decimals=to)
    return money(shown[0], unit, language, most=from_), money(shown[1], unit, language, most=to)


def places_of(*values: Fraction) -> int:
    """With how many decimals these are told from each other: all that they have, up to four.

    Those that have more count for the two that people read, and for more where one is tiny.
    """
    return max(map(_places_of, values))


def _places_of(value: Fraction) -> int:
    return next((places for places in range(READ + 1) if not value % Fraction(1, 10**places)), _telling(value))


def at_most(value: Fraction, unit: str, language: Language, *, most: int = MOST_DECIMALS) -> str:
    """An amount with its unit, rounded down where it has more decimals than are shown: what can be had of it."""
    return money(enough(value, up=False, decimals=max(most, _telling(value))), unit, language, most=most)


def per_euro(value: Fraction, language: Language) -> str:
    """What one euro does: two decimals, and more where these would make a whole number of what is none."""
    return amount(value, language, decimals=telling_apart(value))


def telling_apart(value: Fraction, fewest: int = MOST_DECIMALS) -> int:
    """With how many decimals, two to six, a number is shown that is not to look whole where it is not."""
    places = fewest
    while value.denominator != 1 and places < FINE and to_places(value, places).denominator == 1:
        places += 1
    return places


def not_as_nothing(values: Iterable[Fraction]) -> int:
    """With how many decimals, two to six, none of these numbers looks like nothing where it is something."""
    told = [value for value in values if value]
    if all(abs(value) >= Fraction(1, 10**MOST_DECIMALS) for value in told):
        return MOST_DECIMALS
    return min(FINE, max(map(_telling, told)))


def unit_in_words(unit: str, language: Language) -> str:
    """The plan's unit as a heading says it: `€ mln per jaar`; as the plan writes it where it is not known."""
    known = known_unit(unit)
    return known.heading(language) if known else unit


def decimals_for(largest: Fraction) -> int:
    """How many decimals a column of amounts shows: two; none for whole euros by their size, more for tiny amounts."""
    return 0 if largest >= WHOLE_FROM else _telling(largest)


def _telling(value: Fraction) -> int:
    """Two decimals, and more where an amount would look like nothing with two."""
    places = MOST_DECIMALS
    while 0 < abs(value) * 10 ** (places - 1) < 1 and places < FINEST:
        places += 1
    return places
