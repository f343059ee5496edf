"""Lines and values in the form in which a plan file writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from fractions import Fraction
from typing import Any

from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, Condition, Selector
from flessenhals.data.fields.grammar import MOST_DECIMALS, MOST_DIGITS, unambiguous
from flessenhals.data.fields.selectors import ALL
from flessenhals.data.plans.shape import LINE
from flessenhals.data.source.decimals import plain_decimal
from flessenhals.data.source.errors import Place, refused
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.message import told

HEAD = ("name", "nature", "source", "origin", "per")


BY_SHARE = ("minimum", "maximum")


class Number(str):
    """A number as a plan writes it."""

    __slots__ = ()


def written_line(line: Line) -> dict[str, Any]:
    """A line as a plan writes it: its fields that are not the usual ones.

    Raises:
        InputError: for an amount that no plain decimal is.
    """
    usual = {each.name: each.default for each in fields(Line)}
    written: dict[str, Any] = {}
    for name in LINE:
        value = getattr(line, name, usual.get(name))
        share = _share_of(line, name)
        if name == "cofunded":
            written |= {name: _part(share, line.id)} if share else {}
        elif share is not None:
            written[name] = written_share(share, f"lines.{line.id}.{name}")
        elif value is not None and (usual.get(name, MISSING) is MISSING or value != usual[name]):
            written[name] = written_value(value, f"lines.{line.id}.{name}", pure=name == "weight")
    return written


def _share_of(line: Line, name: str) -> Fraction | None:
    """What a field of a line is written as in percent; None for an amount."""
    if name == "cofunded":
        return line.cofunded or None
    return getattr(line, f"{name}_share", None) if name in BY_SHARE else None


def written_value(value: object, where: str, *, pure: bool = False) -> object:
    """A value in the form in which a plan writes it; `pure` for a pure number.

    Raises:
        InputError: for a number that a plan cannot hold.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple) and not isinstance(value, Selector):
        inside = value._asdict() if hasattr(value, "_asdict") else None
        if inside is None:
            return [written_value(it, where, pure=pure) for it in value]
        return {name: written_value(it, where, pure=True) for name, it in inside.items()}
    return _single(value, where, pure=pure)


def _single(value: object, where: str, *, pure: bool) -> object:
    if isinstance(value, Selector):
        return written_selector(value)
    if isinstance(value, Share):
        return written_share(value.fraction, where)
    if isinstance(value, Fraction):
        return _ratio(value, where) if pure else written_amount(value, where)
    if isinstance(value, int):
        return Number(str(value))
    if isinstance(value, str | Mapping):
        return written_words(value)
    raise TypeError(f"{where} has no form in a plan file")


def written_selector(selector: Selector) -> object:
    """A selection as a plan writes it: `all`, the id of a line, a mapping of what it demands, or a list of these."""
    if selector == EVERYTHING:
        return ALL
    found = [_condition(condition) for condition in selector.conditions]
    return found[0] if len(found) == 1 else found


def _condition(condition: Condition) -> object:
    given = {name: values for name, values in condition._asdict().items() if values}
    if not given:
        return ALL
    if list(given) == ["line"] and len(condition.line) == 1:
        return condition.line[0]
    return {name: values[0] if len(values) == 1 else list(values) for name, values in given.items()}


def written_amount(value: Fraction, where: str) -> Number:
    """An amount of money as a decimal.

    Raises:
        InputError: where no decimal that a plan can hold is that amount.
    """
    decimal = plain_decimal(value)
    whole, _, decimals = (decimal or "").partition(".")
    if decimal is None or len(whole) > MOST_DIGITS or len(decimals) > MOST_DECIMALS:
        wrong = told("{amount} is not a decimal that a plan can hold", amount=str(value))
        raise refused(Place(where), wrong, "round it first")
    return Number(unambiguous(decimal))


def _ratio(value: Fraction, where: str) -> Number:
    decimal = plain_decimal(value)
    if decimal is not None and len(decimal.partition(".")[2]) <= MOST_DECIMALS:
        return Number(decimal)
    if max(len(str(value.numerator)), len(str(value.denominator))) > MOST_DIGITS:
        wrong = told("{amount} is not a ratio that a plan can hold", amount=str(value))
        raise refused(Place(where), wrong, "round it first")
    return Number(f"{value.numerator}/{value.denominator}")


def written_share(value: Fraction, where: str) -> Number:
    """A part of a whole as a percentage.

    Raises:
        InputError: where no percentage that a plan can hold is that part.
    """
    decimal = plain_decimal(value * 100)
    if decimal is None or len(decimal.partition(".")[2]) > MOST_DECIMALS:
        wrong = told("{amount} is not a percentage that a plan can hold", amount=str(value))
        raise refused(Place(where), wrong, "round it first")
    return Number(f"{decimal}%")


def _part(value: Fraction, line: str) -> Number:
    """A part of something: a percentage, or a fraction where that has no end."""
    decimal = plain_decimal(value * 100)
    if decimal is not None and len(decimal.partition(".")[2]) <= MOST_DECIMALS:
        return Number(f"{decimal}%")
    return _ratio(value, f"lines.{line}.cofunded")


def written_words(value: str | Mapping[str, str]) -> object:
    """One text, or one per language."""
    return str(value) if isinstance(value, str) else {key: str(text) for key, text in value.items()}
