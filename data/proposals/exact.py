"""The exact amounts that files of the tool's own making have beside those for people."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.data.fields.numbers import NumberError
from flessenhals.data.proposals.entries import plainly
from flessenhals.data.source.remarks import remark
from flessenhals.data.tables.writing import taken_apart

if TYPE_CHECKING:
    from flessenhals.data.source.tree import Text

ROUNDED = 10**14  # what is left of a number in 15 digits
FRACTION = re.compile(r"\d{1,400}(?:/[1-9]\d{0,400})?")


def settled_by(number: Text, exact: Text | None) -> Fraction | None:
    """The exact amount beside a number that can be read in two ways, where it is one of them: `1.575` beside 63/40."""
    writing = taken_apart(number)
    if writing is None or exact is None or not FRACTION.fullmatch(exact):
        return None
    amount = Fraction(str(exact))
    readings = (Fraction(each) for each in (writing.point, writing.comma) if each is not None)
    return amount if any(abs(each - amount) <= amount / ROUNDED for each in readings) else None


def exactly_given(number: Text, exact: Text | None) -> Text | Fraction:
    """The exact amount beside a number that was rounded for people; the number where it was changed since."""
    if exact is None or not FRACTION.fullmatch(exact):
        return number
    amount = Fraction(str(exact))
    try:
        same = abs(plainly(number) - amount) <= amount / ROUNDED
    except (NumberError, OverflowError):
        return number
    if not same:
        remark(number.place, "changed", number, exact)
    return amount if same else number
