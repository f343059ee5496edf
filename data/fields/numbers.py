"""The numbers that a plan may hold, read exactly from their text.

A pattern is matched before anything is converted: `Fraction("1e1000000000")` would never return.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from flessenhals.constraints.rule import Share
from flessenhals.data.fields.grammar import MOST_DECIMALS, MOST_DIGITS, PLAIN, THOUSAND, either, unambiguous
from flessenhals.solver.plan.message import Message, told

POINT = re.compile(r"(?<=\d)\.(?=\d)")
POINT_IN_DOUBT = "is ambiguous: its point may stand for thousands"
COMMA_IN_DOUBT = "is ambiguous: its comma may stand for thousands"
SMALLEST_RATIO = Fraction(1, 10**6)
LARGEST_RATIO = Fraction(10**6)
WHOLE_NUMBER = told("write a whole number, such as {example}", example="15")

QUOTIENT = re.compile(r"(0|[1-9][0-9]{0,14}) ?/ ?([1-9][0-9]{0,14})")
PERCENTAGE = re.compile(r"((?:0|[1-9][0-9]*)(?:\.[0-9]+)?)%")


class NumberError(ValueError):
    """A text that is not the number it should be.

    Attributes:
        wrong: what is wrong with it, to follow the text itself: `is not a number`.
        write: what to do instead: `write 400.5`.
    """

    def __init__(self, wrong: str, write: str) -> None:
        super().__init__(f"{wrong} -> {write}")
        self.wrong = wrong
        self.write = write


@lru_cache(maxsize=4096)
def amount(text: str, *, typed: bool = True) -> Fraction:
    """An amount of money in the plan's unit, as a plain decimal: `12.5`.

    Args:
        text: what was written.
        typed: whether people wrote it as text. Then three decimals are refused, because half the readers take `1.234`
            for thousands; the number in a spreadsheet's cell has only one meaning, and all of its 15 digits count.

    Raises:
        NumberError: where the text is anything else than a plain decimal of at most 15 digits and 12 decimals.
    """
    match = PLAIN.fullmatch(text)
    if match is None:
        raise _explained(text, "amount")
    whole, decimals = match[1], match[2] or ""
    if typed and len(decimals) == THOUSAND and whole != "0":
        raise NumberError(POINT_IN_DOUBT, either(whole, decimals))
    most = MOST_DECIMALS if typed else max(MOST_DECIMALS, MOST_DIGITS + len(decimals) - len(decimals.lstrip("0")))
    return _exact(whole, decimals, most)


def comma_amount(text: str) -> Fraction:
    """An amount of money whose decimal sign is a comma: `12,5`.

    Raises:
        NumberError: where the text is anything else than `amount` would accept with a point for the comma.
    """
    with_point = text.replace(",", ".")
    try:
        if "." not in text and PLAIN.fullmatch(with_point):
            return amount(with_point)
        raise _explained(text, "amount")
    except NumberError as error:
        wrong = COMMA_IN_DOUBT if error.wrong == POINT_IN_DOUBT else error.wrong
        raise NumberError(wrong, with_commas(error.write)) from None


def with_commas(written: str) -> str:
    """A text with the decimals in it written with a comma."""
    if isinstance(written, Message) and written.values:
        return told(written.template, **{name: with_commas(_worded(value)) for name, value in written.values.items()})
    return POINT.sub(",", written)


def _worded(value: object) -> str:
    return value if isinstance(value, str) else str(value)


@lru_cache(maxsize=4096)
def weight(text: str) -> Fraction:
    """How heavily something counts: a plain decimal or `1/3`; 0, or between 0.000001 and 1000000.

    Raises:
        NumberError: where the text is anything else.
    """
    number = _pure(text, "weight")
    if number and not SMALLEST_RATIO <= number <= LARGEST_RATIO:
        raise NumberError("is out of range", "write 0, or a number from 0.000001 to 1000000")
    return number


@lru_cache(maxsize=4096)
def ratio(text: str) -> Fraction:
    """So much for every one: a plain decimal, `1/3` or `10%`, between 0.000001 and 1000000.

    Raises:
        NumberError: where the text is anything else.
    """
    percentage = PERCENTAGE.fullmatch(text)
    number = _pure(text, "ratio") if percentage is None else _pure(percentage[1], "ratio") / 100
    if not SMALLEST_RATIO <= number <= LARGEST_RATIO:
        raise NumberError("is out of range", "write a number from 0.000001 to 1000000")
    return number


@lru_cache(maxsize=4096)
def part(text: str) -> Fraction:
    """A part of something: a percentage, a plain decimal or `1/3`, from 0 to 1.

    Raises:
        NumberError: where the text is anything else.
    """
    percentage = PERCENTAGE.fullmatch(text)
    number = _pure(text, "share") if percentage is None else _pure(percentage[1], "share") / 100
    if number > 1:
        raise NumberError("is more than all of it", "write a part from 0 to 100%, such as 50%")
    return number


@lru_cache(maxsize=4096)
def count(text: str) -> int:
    """How many of something there are: a whole number from 1 to 1000000.

    Raises:
        NumberError: where the text is anything else.
    """
    if PERCENTAGE.fullmatch(text):
        raise NumberError("is a percentage", WHOLE_NUMBER)
    try:
        number = _pure(text, "whole number")
    except NumberError as error:
        raise NumberError(error.wrong, WHOLE_NUMBER if error.wrong == "is below 0" else error.write) from None
    if number.denominator != 1 or number < 1:
        raise NumberError("is not a whole number of 1 or more", WHOLE_NUMBER)
    if number > LARGEST_RATIO:
        raise NumberError("is more than a million", told("write {high} or less", high=LARGEST_RATIO))
    return int(number)


@lru_cache(maxsize=4096)
def step(text: str, *, typed: bool = True) -> Fraction:
    """An amount of which others are whole multiples, as `amount`.

    Raises:
        NumberError: where the text is anything else.
    """
    try:
        return amount(text, typed=typed)
    except NumberError as error:
        raise NumberError(error.wrong, "write more than 0" if error.wrong == "is below 0" else error.write) from None


@lru_cache(maxsize=4096)
def amount_or_share(text: str, *, typed: bool = True) -> Fraction | Share:
    """An amount in the plan's unit, or with a percent sign a share: `12.5`, `25%`.

    Args:
        text: what was written.
        typed: as for `amount`.

    Raises:
        NumberError: where the text is neither.
    """
    if not text.rstrip().endswith("%"):
        return amount(text, typed=typed)
    return Share(percentage(text))


def percentage(text: str) -> Fraction:
    """A share with its percent sign as a pure number: `25%` is 1/4.

    Raises:
        NumberError: where the text is none.
    """
    match = PERCENTAGE.fullmatch(text)
    if match is None:
        raise _explained(text, "share")
    whole, _, decimals = match[1].partition(".")
    return _exact(whole, decimals) / 100


def change(text: str, *, typed: bool = True) -> Fraction | Share:
    """An amount or a share that may be below 0: `2`, `-1`, `10%`.

    Args:
        text: what was written.
        typed: as for `amount`.

    Raises:
        NumberError: where the text is neither.
    """
    size = amount_or_share(text.removeprefix("-"), typed=typed)
    if not text.startswith("-"):
        return size
    return Share(-size.fraction) if isinstance(size, Share) else -size


def _pure(text: str, wanted: str) -> Fraction:
    quotient = QUOTIENT.fullmatch(text)
    if quotient:
        return Fraction(int(quotient[1]), int(quotient[2]))
    match = PLAIN.fullmatch(text)
    if match is None:
        raise _explained(text, wanted)
    return _exact(match[1], match[2] or "", larger="write it with fewer digits")


def _exact(
    whole: str, decimals: str, most: int = MOST_DECIMALS, *, larger: str = "write it in a larger unit"
) -> Fraction:
    if len(whole) > MOST_DIGITS:
        raise NumberError(told("has more than {most} digits", most=MOST_DIGITS), larger)
    if len(decimals) > most:
        raise NumberError(
            told("has more than {most} decimals", most=MOST_DECIMALS),
            told("write {number}", number=_rounded(whole, decimals)),
        )
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def _rounded(whole: str, decimals: str) -> str:
    digits = str(round(Fraction(int(whole + decimals[: MOST_DECIMALS + 1]), 10))).zfill(MOST_DECIMALS + 1)
    return unambiguous(f"{digits[:-MOST_DECIMALS]}.{digits[-MOST_DECIMALS:]}".rstrip("0").rstrip("."))


def _explained(text: str, wanted: str) -> NumberError:
    from flessenhals.data.fields.misread import explanation  # noqa: PLC0415 - only a wrong number needs its thirty patterns

    return NumberError(*explanation(text, wanted))
