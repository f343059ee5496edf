"""compare from Python, and whatever a proposal may be given as: a file, amounts by line or partner, a pandas frame."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

import flessenhals.notebook  # noqa: F401 - so that results show themselves
from flessenhals.amounts import ceiling_of, exactly
from flessenhals.constraints.constraint import LineYear
from flessenhals.constraints.exact import SIGNIFICANT, simplest_between
from flessenhals.constraints.exact import exactly as taken
from flessenhals.data.proposals.entries import Entries, Entry, plainly
from flessenhals.data.proposals.proposal import proposal_of
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import InputError, Place, refused
from flessenhals.data.source.tree import Blank
from flessenhals.solver.comparison import comparison
from flessenhals.solver.comparison.side_by_side import SideBySide, side_by_side
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.terminal.reading import OUTSIDE, warned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pandas import DataFrame, Series

    from flessenhals.amounts import Number
    from flessenhals.data.source.errors import Fault
    from flessenhals.solver.plan.plan import Plan

    Amounts = Mapping[str, Number | None]
    Given = Allocation | Proposal | str | Path | Amounts | Mapping[str, Amounts] | Series | DataFrame

Missing = Literal["error", "zero"]
KEYS, AMOUNT, YEAR = ("line", "partner"), "amount", "year"
PAIR = 2
NAME = "proposal"
IN_FULL, PLACES, LARGEST_PART = 13, 7, 10**7


@overload
def compare(
    plan: Plan,
    proposal: Given,
    ceiling: Number | Mapping[int, Number] | None = None,
    *,
    sheet: str | None = None,
    missing: Missing = "error",
    each_year: bool = False,
) -> comparison.Comparison: ...


@overload
def compare(
    plan: Plan,
    proposal: list[Given] | tuple[Given, ...],
    ceiling: Number | Mapping[int, Number] | None = None,
    *,
    sheet: str | None = None,
    missing: Missing = "error",
    each_year: bool = False,
) -> SideBySide: ...


def compare(
    plan: Plan,
    proposal: Given | list[Given] | tuple[Given, ...],
    ceiling: Number | Mapping[int, Number] | None = None,
    *,
    sheet: str | None = None,
    missing: Missing = "error",
    each_year: bool = False,
) -> comparison.Comparison | SideBySide:
    """Hold a proposal against a plan's rules, a ceiling and the optimal split.

    Args:
        plan: from `load`, or put together by hand.
        proposal: a file (.csv, .xlsx, .ods, .yaml) or the name of an example that ships; a mapping or pandas series of
            line id to amount; a frame with the columns `line` and `amount`; `{"partner": {…}}` or a column `partner` to
            spread amounts over the lines of each partner; a Proposal. With years an amount is a mapping of year to
            amount, or a frame has a column `year`. A list or tuple of them sets them side by side.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; with years also the name of one of the plan's
            ceilings, or amounts by year. None for the proposal's own total, or the largest of several.
        sheet: the sheet of a workbook with more than one.
        missing: `zero` counts what has no amount as nothing; else that is an error.
        each_year: with years, whether a proposal without years holds in each of them; else it is refused.

    Returns:
        A Comparison: `violations`, `stranded` (line id → Fraction) and its `traces`, `usable`, `nearest` and `optimum`
        with their proofs, `to_nearest` and `to_optimum` (moves from whom to whom), `inverse`, `frame()`, `to_dict()`.
        For several proposals a SideBySide with a Comparison for each in `results`. Where nothing fits within the
        ceiling, `nearest` is None and `optimum` the InfeasibleError that says why.

    Raises:
        InputError: with every line that is unknown or missing, and every amount that is none.
        NotProvedError: an answer did not hold up in exact arithmetic.
    """
    amount = None if ceiling is None else ceiling_of(plan, ceiling)

    def read(given: Given) -> Proposal:
        return as_proposal(plan, given, sheet=sheet, missing=missing, each_year=each_year, outside=OUTSIDE + 2)

    if isinstance(proposal, list | tuple):
        return side_by_side(plan, [read(each) for each in proposal], amount)
    return comparison.compare(plan, read(proposal), amount)


def as_proposal(
    plan: Plan,
    given: Given,
    *,
    sheet: str | None = None,
    missing: Missing = "error",
    each_year: bool = False,
    outside: int = OUTSIDE + 1,
) -> Proposal:
    """Whatever a proposal was given as, as a proposal for a plan.

    Args:
        plan: whose lines or partners it names.
        given: an Allocation or a Proposal; a file, or the name of an example; a mapping or series of line id to amount,
            or `{"partner": {…}}`; a frame with the columns `line` (or `partner`) and `amount`, the first perhaps as its
            index.
        sheet: the sheet of a workbook with more than one.
        missing: `zero` counts what has no amount as nothing; else it is an error.
        each_year: with years, whether amounts without a year hold in each of them; else they are an error.
        outside: how many frames away whoever is warned of how a file was read is.

    Raises:
        InputError: with every unknown and missing line, and every amount that is none.
    """
    if missing not in {"error", "zero"}:
        raise refused(Place("missing"), told("'{missing}' is not known here", missing=missing), "write error or zero")
    is_zero = missing == "zero"
    if isinstance(given, str | Path):
        with warned(outside):
            return read_proposal(given, plan, sheet=sheet, missing_is_zero=is_zero, each_year=each_year)
    if sheet is not None:
        raise refused(Place("sheet"), "only a workbook has sheets", "leave sheet out")
    if isinstance(given, Allocation):
        given = Proposal(name=NAME, amounts=given.amounts)
    if isinstance(given, Proposal):
        return _fitting(plan, given, missing_is_zero=is_zero)
    by, amounts = _amounts(given)
    return proposal_of(_entries(by, amounts), plan, NAME, missing_is_zero=is_zero, each_year=each_year)


def _fitting(plan: Plan, given: Proposal, *, missing_is_zero: bool) -> Proposal:
    """A proposal with an amount for exactly the plan's lines, in the plan's order."""
    whole = proposal_of(_entries("line", given.amounts.items()), plan, given.name, missing_is_zero=missing_is_zero)
    return Proposal(
        name=given.name,
        amounts=whole.amounts,
        title=given.title,
        by_partner=given.by_partner,
        missing=tuple(dict.fromkeys((*given.missing, *whole.missing))),
    )


def _amounts(given: Any) -> tuple[str, Iterable[tuple[Any, Any]]]:  # noqa: ANN401 - told apart here
    """What the keys are, and the amounts by key. Pandas is not imported to tell: what has columns is a frame."""
    if isinstance(given, Mapping):
        parts = [key for key in KEYS if isinstance(given.get(key), Mapping)]
        if not parts:
            return "line", given.items()
        if len(given) > 1:
            raise refused(
                Place(NAME),
                told("has more than {parts}", parts=parts[0]),
                "give amounts by line or by partner, not both",
            )
        return parts[0], given[parts[0]].items()
    if hasattr(given, "columns"):
        frame = given.reset_index() if given.index.name in KEYS else given
        keys = [key for key in KEYS if key in frame.columns]
        if len(keys) != 1 or AMOUNT not in frame.columns:
            columns = ", ".join(map(str, frame.columns))
            wrong = told("has the columns {columns}", columns=columns)
            raise refused(
                Place(NAME), wrong, told("give it a column line or partner, and a column {amount}", amount=AMOUNT)
            )
        names = zip(frame[keys[0]], frame[YEAR], strict=True) if YEAR in frame.columns else frame[keys[0]]
        return keys[0], zip(names, frame[AMOUNT], strict=True)
    if hasattr(given, "index"):
        return str(given.index.name) if given.index.name in KEYS else "line", given.items()
    raise refused(Place(NAME), told("is of type {name}", name=type(given).__name__), "give a file, or amounts by line")


def _by_year(key: Any, amount: Any) -> Iterator[tuple[str, int | None, Any, Place]]:  # noqa: ANN401 - told apart here
    """An amount of a line, in a year where its key or what stands behind it says which, and its place."""
    if isinstance(amount, Mapping):
        for year, each in amount.items():
            named = int(year) if str(year).isdecimal() else None
            yield str(key), named, each, Place(f"{NAME}[{key!r}][{year!r}]")
    elif isinstance(key, LineYear):
        yield key.line, key.year, amount, Place(f"{NAME}['{key}']")
    elif isinstance(key, tuple) and len(key) == PAIR:
        yield str(key[0]), int(key[1]), amount, Place(f"{NAME}[{key!r}]")
    else:
        name, _, year = str(key).rpartition("@")
        dated = bool(name) and year.isdecimal()
        yield name if dated else str(key), int(year) if dated else None, amount, Place(f"{NAME}[{key!r}]")


def _entries(by: str, amounts: Iterable[tuple[object, Number | None]]) -> Entries:
    entries: list[Entry] = []
    faults: list[Fault] = []
    for key, year, amount, place in (each for given in amounts for each in _by_year(*given)):
        if amount is None or _is_nothing(amount):
            entries.append(Entry(key, place, Blank(place), year))
            continue
        try:
            entries.append(Entry(key, place, exactly(meant(amount), str(place)), year))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return Entries(by, tuple(entries), Place(NAME), plainly)


def _is_nothing(amount: object) -> bool:
    """Whether this is what pandas has where nothing is: NaN, which is not itself, or NA."""
    try:
        return bool(amount != amount)  # noqa: PLR0124 - that is how to tell
    except TypeError:  # nobody can say whether NA is itself
        return True


def meant(amount: Number) -> Number:
    """What a float was before it was rounded to one: the shortest decimal, or else the simplest fraction, that it is.

    A float that prints in full was written so by nobody: it is a part of something, such as 2077/46, and its decimal
    would break a rule by its own rounding.
    """
    if not isinstance(amount, float) or not isfinite(amount) or amount <= 0:
        return amount
    shortest, written = taken(amount), Decimal(format(amount, ".15g")).normalize()
    if len(written.as_tuple().digits) < IN_FULL or -int(written.as_tuple().exponent) < PLACES:
        return shortest
    half = Fraction(10) ** (written.adjusted() - SIGNIFICANT.prec + 1) / 2
    simplest = simplest_between(shortest - half, shortest + half)
    return simplest if simplest.denominator < LARGEST_PART else shortest
