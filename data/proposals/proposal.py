"""From amounts as they were typed to a proposal for a plan, with everything that is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.data.proposals.entries import ZERO, Entries, Entry, read_amount
from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.names import closest, instead
from flessenhals.data.source.tree import Blank, Text
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.proposal import NoProportionError, Proposal, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from fractions import Fraction

    from flessenhals.solver.plan.plan import Plan

    Reader = Callable[[Text], Fraction]


def proposal_of(
    given: Entries, plan: Plan, name: str, *, missing_is_zero: bool = False, each_year: bool = False
) -> Proposal:
    """The proposal that these amounts are for a plan.

    Args:
        given: as they were typed.
        plan: whose lines and partners they name.
        name: what the proposal is called.
        missing_is_zero: whether lines (or partners) without an amount are given nothing; else they are an error.
        each_year: with years, whether amounts without a year hold in each of them; else they are an error.

    Raises:
        InputError: with every unknown, repeated and missing line, and every amount that is none.
    """
    if plan.years is not None:
        from flessenhals.data.proposals.by_year import proposal_by_year  # noqa: PLC0415 - most plans have no years

        return proposal_by_year(given, plan, name, missing_is_zero=missing_is_zero, each_year=each_year)
    if each_year:
        raise refused(Place("--each-year"), "needs years, and the plan has none", "leave it out")
    faults: list[Fault] = []
    dated = next((entry for entry in given.entries if entry.year is not None), None)
    if dated is not None:
        wrong = told("is by year, and {plan} has no years", plan=plan.id)
        raise InputError([Fault(dated.place, None, dated.name, wrong, "write one amount per line")])
    known = dict.fromkeys(line.id if given.by == "line" else line.partner for line in plan.lines)
    read: dict[str, Entry] = {}
    amounts: dict[str, Fraction] = {}
    for entry in given.entries:
        if entry.key not in known:
            wrong = told("is not a {by} of {plan}", by=told(given.by), plan=plan.id)
            faults.append(Fault(entry.place, None, entry.key, wrong, instead(entry.key, known)))
        elif entry.key in read:
            wrong = told("stands twice, first at {place}", place=read[entry.key].place)
            faults.append(Fault(entry.place, None, entry.key, wrong, "keep one of them"))
        else:
            read[entry.key] = entry
            read_amount(entry, given, amounts, faults)
    blank = [entry for entry in read.values() if isinstance(entry.amount, Blank)]
    left_out = [key for key in known if key not in read]
    if not missing_is_zero:
        write = "write one, 0 for nothing, or have it counted as nothing (--missing zero)"
        faults.extend(Fault(entry.place, entry.key, None, "has no amount", write) for entry in blank)
        faults.extend(_left_out(given, left_out, known))
    if not faults:
        missing = {*left_out, *(entry.key for entry in blank)}
        try:
            return _proposal(given, plan, name, amounts, missing)
        except NoProportionError as error:
            write = told("write amounts per line, or 0 for {partner}", partner=error.partner)
            wrong = told("has several lines, none of which asks anything: there is no proportion to spread it by")
            faults.append(Fault(read[error.partner].place, None, error.partner, wrong, write))
    raise InputError(faults)


def _left_out(given: Entries, left_out: list[str], known: Collection[str]) -> list[Fault]:
    """What is said of everything that has no amount; what was misspelt has been spoken of."""
    misspelt = {closest(entry.key, known) for entry in given.entries if entry.key not in known}
    names = [key for key in left_out if key not in misspelt]
    if not names:
        return []
    wrong = told("has no amount for {names}", names=", ".join(names))
    return [Fault(given.place, None, None, wrong, "write them, or have them counted as nothing (--missing zero)")]


def _proposal(
    given: Entries, plan: Plan, name: str, amounts: Mapping[str, Fraction], missing: Collection[str]
) -> Proposal:
    if given.by == "line":
        return Proposal(
            name=name,
            title=given.title,
            amounts={line.id: amounts.get(line.id, ZERO) for line in plan.lines},
            missing=tuple(line.id for line in plan.lines if line.id in missing),
        )
    lines = spread(plan, amounts)
    return Proposal(
        name=name,
        title=given.title,
        amounts={line.id: lines.get(line.id, ZERO) for line in plan.lines},
        by_partner=amounts,
        missing=tuple(line.id for line in plan.lines if line.partner in missing),
    )
