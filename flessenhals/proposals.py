"""Proposals as they are given in Python: a file, amounts by line or partner, a pandas series or frame."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from data.errors import InputError, Place, refused
from data.proposal_entries import Entries, Entry, plainly, proposal_of
from data.proposal_reader import read_proposal
from data.tree import Blank
from flessenhals.amounts import exactly
from solver.proposal import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from fractions import Fraction

    from pandas import DataFrame, Series

    from data.errors import Fault
    from solver.plan import Plan

    Number = int | float | str | Decimal | Fraction | None
    Given = Proposal | str | Path | Mapping[str, Number] | Mapping[str, Mapping[str, Number]] | Series | DataFrame

Missing = Literal["error", "zero"]
KEYS, AMOUNT = ("line", "partner"), "amount"
NAME = "proposal"


def as_proposal(plan: Plan, given: Given, *, sheet: str | None = None, missing: Missing = "error") -> Proposal:
    """Whatever a proposal was given as, as a proposal for a plan.

    Args:
        plan: whose lines or partners it names.
        given: a Proposal; a file, or the name of an example; a mapping or series of line id to amount, or
            `{"partner": {…}}`; a frame with the columns `line` (or `partner`) and `amount`; the first may be its index.
        sheet: the sheet of a workbook with more than one.
        missing: `zero` counts what has no amount as nothing; else it is an error.

    Raises:
        InputError: with every unknown and missing line, and every amount that is none.
    """
    if missing not in {"error", "zero"}:
        raise refused(Place("missing"), f"'{missing}' is not known here", "write error or zero")
    is_zero = missing == "zero"
    if isinstance(given, str | Path):
        return read_proposal(given, plan, sheet=sheet, missing_is_zero=is_zero)
    if sheet is not None:
        raise refused(Place("sheet"), "only a workbook has sheets", "leave sheet out")
    if isinstance(given, Proposal):
        return _fitting(plan, given, missing_is_zero=is_zero)
    by, amounts = _amounts(given)
    return proposal_of(_entries(by, amounts), plan, NAME, missing_is_zero=is_zero)


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
            raise refused(Place(NAME), f"has more than {parts[0]}", "give amounts by line or by partner, not both")
        return parts[0], given[parts[0]].items()
    if hasattr(given, "columns"):
        frame = given.reset_index() if given.index.name in KEYS else given
        keys = [key for key in KEYS if key in frame.columns]
        if len(keys) != 1 or AMOUNT not in frame.columns:
            columns = ", ".join(map(str, frame.columns))
            wrong = f"has the columns {columns}"
            raise refused(Place(NAME), wrong, f"give it a column line or partner, and a column {AMOUNT}")
        return keys[0], zip(frame[keys[0]], frame[AMOUNT], strict=True)
    if hasattr(given, "index"):
        return str(given.index.name) if given.index.name in KEYS else "line", given.items()
    raise refused(Place(NAME), f"is of type {type(given).__name__}", "give a file, or amounts by line")


def _entries(by: str, amounts: Iterable[tuple[object, Number]]) -> Entries:
    entries: list[Entry] = []
    faults: list[Fault] = []
    for key, amount in amounts:
        place = Place(f"{NAME}[{key!r}]")
        if amount is None or _is_nothing(amount):
            entries.append(Entry(str(key), place, Blank(place)))
            continue
        try:
            entries.append(Entry(str(key), place, exactly(amount, str(place))))
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
