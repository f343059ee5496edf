"""Amounts that are given in Python or on the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.ceiling import Path
from flessenhals.constraints.exact import exactly as taken
from flessenhals.constraints.series import Series
from flessenhals.data.fields.numbers import NumberError, amount, percentage
from flessenhals.data.source.errors import Fault, InputError, Place
from flessenhals.data.source.names import instead
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.plan import Plan

    Number = int | float | str | Decimal | Fraction

RANGE, MOST_CEILINGS = 3, 10_000
NUMBER = re.compile(r"[+-]?[\d.,' ]*\d[\d.,' ]*")


def is_number(typed: str) -> bool:
    """Whether what was typed is meant as an amount, right or wrong, and not as the name of a file or a path."""
    return NUMBER.fullmatch(typed) is not None


def exactly(number: Number, what: str = "ceiling") -> Fraction:
    """A number of Python as an exact amount: 0.1 is one tenth.

    Args:
        number: an int, a Fraction, a Decimal, a float (as it prints, within 15 digits) or a text (as in a plan file).
        what: its name, for an error.

    Raises:
        InputError: if it is below 0, not a number, or a text that a plan file would not accept.
    """
    try:
        if isinstance(number, str):
            return amount(number)
        exact = taken(number)
    except NumberError as error:
        raise _refused(what, number, error.wrong, error.write) from error
    except (ValueError, OverflowError) as error:
        raise _refused(what, number, "is not a number", "write an amount") from error
    if exact < 0:
        raise _refused(what, number, "is below 0", "write 0 or more")
    return exact


def ceiling_of(plan: Plan, given: Number | Mapping[int, Number], what: str = "ceiling") -> Ceiling:
    """A ceiling as it is typed or given in Python, for a plan.

    Args:
        plan: for its years and the ceilings that it names.
        given: a number, which with years holds in each of them; with years also the name of one of the plan's
            ceilings, or amounts by year, `2022=100,2023=200` or a mapping, each of which holds until the next.
        what: its name, for an error.

    Raises:
        InputError: if it is none of these.
    """
    if plan.years is None:
        if isinstance(given, MappingType) or (isinstance(given, str) and "=" in given):
            raise _refused(what, str(given), "is by year, and the plan has no years", "write one amount")
        return exactly(given, what)
    from flessenhals.solver.plan.dated.years import Kinds  # noqa: PLC0415 - most plans have no years

    if isinstance(given, str) and given in plan.years.ceilings:
        return plan.years.path(plan.years.ceilings[given], given)
    if isinstance(given, str) and "=" in given:
        given = _named(given, what)
    if isinstance(given, MappingType):
        return plan.years.path(Kinds(structural=_by_year(given, plan.years, what)), _written(given))
    if isinstance(given, str) and not any(sign.isdigit() for sign in given):
        known = plan.years.ceilings
        write = instead(given, known) if known else "write an amount, or amounts by year such as 2026=100,2027=200"
        raise _refused(what, given, "is no ceiling of this plan", write)
    name = f"{float(given):.15g}" if isinstance(given, Fraction) else str(given)
    return plan.years.path(Kinds(structural=exactly(given, what)), name)


def both_of(
    before: tuple[Plan, Number | Mapping[int, Number]], after: tuple[Plan, Number | Mapping[int, Number]]
) -> tuple[tuple[Plan, Ceiling], tuple[Plan, Ceiling]]:
    """Two plans, each with its ceiling as it is typed or given in Python, that can be told apart by their changes.

    Raises:
        InputError: for a ceiling that is none, or plans of other years.
    """
    spans = [None if plan.years is None else (plan.years.first, plan.years.last) for plan, _ in (before, after)]
    if spans[0] != spans[1]:
        was, now = ("no years" if span is None else f"{span[0]}-{span[1]}" for span in spans)
        wrong = told("is of {before} before and {after} after", before=told(was), after=told(now))
        raise _refused("plan", after[0].id, wrong, "take plans of the same years: --set years.last=...")
    old, new = ((plan, ceiling_of(plan, given)) for plan, given in (before, after))
    return old, new


def path_of(plan: Plan, given: str | None) -> Path | None:
    """The path whose share a ladder raises: of a plan with years the ceiling that is asked, or the only one it names.

    A plan that names none has what its lines ask.

    Raises:
        InputError: where it is none, several could be meant, or the plan has no years.
    """
    if plan.years is None:
        if given is not None:
            raise _refused("ladder", given, "is a path, and the plan has no years", "leave it out")
        return None
    names = list(plan.years.ceilings)
    if given is None and not names:
        return _asked(plan, plan.years)
    if given is None and len(names) > 1:
        raise _refused("ladder", plan.id, "has years, and a path to raise is missing", instead("", names))
    path = ceiling_of(plan, names[0] if given is None else given)
    return path if isinstance(path, Path) else None


def _asked(plan: Plan, years: Years) -> Path:
    """What the lines ask as a path."""
    from flessenhals.solver.plan.dated.years import Kinds  # noqa: PLC0415 - most plans have no years

    by_year = {
        year: sum((line.proposed for line in plan.lines if line.year == year), Fraction(0)) for year in years.all
    }
    return years.path(Kinds(structural=Series(by_year)), "asked")


def _named(text: str, what: str) -> dict[int, Number]:
    found: dict[int, Number] = {}
    for part in text.split(","):
        year, sign, amount = part.strip().partition("=")
        if not sign or not year.strip().isdecimal():
            raise _refused(
                what, text, told("has a part without a year: '{part}'", part=part), "write 2026=100,2027=200"
            )
        if int(year) in found:
            raise _refused(what, text, told("names {year} twice", year=int(year)), "name each year once")
        found[int(year)] = amount.strip()
    return found


def _by_year(given: Mapping[int, Number], years: Years, what: str) -> Series[Fraction]:
    outside = [year for year in given if not years.first <= year <= years.last]
    if outside:
        wrong = told("names {outside}, outside the plan's years", outside=outside[0])
        raise _refused(
            what,
            _written(given),
            wrong,
            told("write a year from {first} to {last}", first=years.first, last=years.last),
        )
    if years.first not in given:
        raise _refused(
            what,
            _written(given),
            told("says nothing of {first}", first=years.first),
            told("name {first} too", first=years.first),
        )
    return Series({year: exactly(given[year], f"{what} of {year}") for year in sorted(given)})


def _written(given: Mapping[int, Number]) -> str:
    return ",".join(f"{year}={amount}" for year, amount in given.items())


def step_of(number: Number, what: str) -> Fraction:
    """What amounts are rounded to: a number above 0.

    Raises:
        InputError: if it is not.
    """
    step = exactly(number, what)
    if not step:
        raise _refused(what, number, "is no step", "write a step above 0, such as 0.1")
    return step


def _percentage(text: str) -> str:
    """The share that was meant by a number without a percent sign: 10 for 10%, and 0.1 for 10% too."""
    from flessenhals.data.fields.misread import plainly  # noqa: PLC0415 - only what is refused needs it

    plain = plainly(text)
    if plain is None:
        return "1%"
    typed = Fraction(plain)
    meant = typed / 100 if typed >= 1 else typed
    return f"{float(100 * meant):g}%" if 0 < meant <= 1 else "1%"


def share_of(number: Number, what: str) -> Fraction:
    """A part of a whole: `1%`, or in Python the number 0.01.

    Args:
        number: a text with a percent sign, or a number from 0 to 1.
        what: its name, for an error.

    Raises:
        InputError: if it is no such share.
    """
    if isinstance(number, str):
        if not number.endswith("%"):
            write = told("write it with a percent sign, such as {example}", example=_percentage(number))
            raise _refused(what, number, "is not a share", write)
        if number.startswith("-"):
            raise _refused(what, number, "is below 0", "write a share from 0% to 100%")
        try:
            share = percentage(f"{number[:-1].strip()}%")
        except NumberError as error:
            from flessenhals.data.fields.misread import explanation  # noqa: PLC0415 - only what is refused needs it

            raise _refused(what, number, *explanation(number, "share")) from error
    else:
        share = exactly(number, what)
    if share > 1:
        raise _refused(what, number, "is more than everything", "write a share from 0% to 100%")
    return share


def every_of(plan: Plan, written: Iterable[str]) -> list[Ceiling]:
    """Ceilings as they are typed behind `whatif` for a plan: with years also names and amounts by year.

    Raises:
        InputError: with everything that is none of them.
    """
    if plan.years is None:
        return list(every(written))
    found: list[Ceiling] = []
    faults: list[Fault] = []
    for text in written:
        try:
            found += [ceiling_of(plan, each) for each in (_range(text) if ":" in text else [text])]
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return found


def every(written: Iterable[str]) -> list[Fraction]:
    """Ceilings as they are typed behind `whatif`: amounts, and ranges `A:B:STEP` with both ends in them.

    Args:
        written: `300`, `100:400:25`.

    Raises:
        InputError: with everything that is no amount or range, or where a range is turned round or endless.
    """
    found: list[Fraction] = []
    faults: list[Fault] = []
    for text in written:
        try:
            found += _range(text) if ":" in text else [exactly(text)]
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return found


def _range(text: str) -> list[Fraction]:
    parts = text.split(":")
    if len(parts) != RANGE:
        raise _refused("ceiling", text, "is not a range", "write FROM:TO:STEP, such as 100:400:25")
    low, high, step = (exactly(part) for part in parts)
    if high < low:
        raise _refused(
            "ceiling",
            text,
            "runs from high to low",
            told("write {low}:{high}:{step}", low=parts[1], high=parts[0], step=parts[2]),
        )
    if step == 0:
        raise _refused("ceiling", text, "has a step of 0", "write a step above 0")
    count = (high - low) // step + 1
    if count > MOST_CEILINGS:
        raise _refused(
            "ceiling",
            text,
            told("is {count} ceilings", count=count),
            told("write a range of at most {most}", most=MOST_CEILINGS),
        )
    return [low + place * step for place in range(count)]


def _refused(what: str, number: Number, wrong: str, write: str) -> InputError:
    return InputError([Fault(Place(told(what)), None, str(number), wrong, write)])
