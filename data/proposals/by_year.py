"""From amounts as they were typed to a proposal for a plan with years, with everything that is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import LineYear, in_year
from flessenhals.data.proposals.entries import read_amount
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import closest, instead
from flessenhals.data.source.tree import Blank
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.proposal import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from flessenhals.data.proposals.entries import Entries, Entry
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.plan import Line, Plan

ZERO = Fraction(0)
MISSING = "write them, or have them counted as nothing (--missing zero)"


def proposal_by_year(
    given: Entries, plan: Plan, name: str, *, missing_is_zero: bool = False, each_year: bool = False
) -> Proposal:
    """The proposal that these amounts are for a plan with years: an amount for every line in every year it runs.

    Args:
        given: as they were typed, each with its year, or none of them with one.
        plan: whose lines, partners and years they name.
        name: what the proposal is called.
        missing_is_zero: whether what has no amount is given nothing; else that is an error.
        each_year: whether amounts without a year hold in each year; else they are an error.

    Raises:
        InputError: with every line and year that is unknown, repeated or missing, and every amount that is none.
    """
    if plan.years is None:
        raise TypeError("a plan without years has no amounts by year")
    reading = _Reading(given, plan, plan.years)
    reading.take(given.entries, each_year=each_year)
    if not missing_is_zero:
        reading.say_what_is_missing()
    if not reading.faults:
        spread = reading.spread()
    if reading.faults:
        raise InputError(reading.faults)
    return Proposal(
        name=name,
        title=given.title,
        amounts={line.id: spread.get(line.id, ZERO) for line in plan.lines},
        by_partner={} if given.by == "line" else reading.amounts,
        missing=tuple(line.id for line in plan.lines if reading.key_of(line) not in reading.amounts),
    )


@dataclass
class _Reading:
    """The amounts of a proposal, read one by one.

    Attributes:
        given: as they were typed.
        plan, years: whose lines and years they name.
        amounts: line (or partner) and year → amount, in the plan's unit.
        read: what was read for each of these.
        faults: what is wrong.
    """

    given: Entries
    plan: Plan
    years: Years
    amounts: dict[str, Fraction] = field(default_factory=dict)
    read: dict[LineYear, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.runs: dict[str, set[int]] = {}
        for dated in self.years.lines:
            key = dated.line.id if self.given.by == "line" else dated.line.partner
            self.runs.setdefault(key, set()).update(year for year in self.years.all if dated.runs(year))

    def key_of(self, line: Line) -> LineYear:
        """Under what the amount of a line in a year was given."""
        return in_year(line.line if self.given.by == "line" else line.partner, line.year or self.years.first)

    def take(self, entries: Sequence[Entry], *, each_year: bool) -> None:
        """Read every amount, those without a year into each year in which the line runs where that was asked."""
        timeless = [entry for entry in entries if entry.year is None and entry.key in self.runs]
        if timeless and not each_year:
            self._refuse_timeless(timeless, entries)
        for entry in entries:
            if entry.key not in self.runs:
                self._unknown(entry)
            elif entry.year is not None:
                self._take(entry)
            elif each_year:
                for year in sorted(self.runs[entry.key]):
                    self._take(entry._replace(year=year))

    def _refuse_timeless(self, timeless: Sequence[Entry], entries: Sequence[Entry]) -> None:
        first, last = self.years.first, self.years.last
        if all(entry.year is None for entry in entries):
            wrong = told("is without years, and the plan has {first} to {last}", first=first, last=last)
            write = "write an amount for each year, or have each amount count in every year (--each-year)"
            self.faults.append(Fault(self.given.place, None, None, wrong, write))
            return
        for entry in timeless:
            wrong = told("has no year, and others have")
            write = told("write an amount for each year, {first} to {last}", first=first, last=last)
            self.faults.append(Fault(entry.place, None, entry.key, wrong, write))

    def _unknown(self, entry: Entry) -> None:
        wrong = told("is not a {by} of {plan}", by=told(self.given.by), plan=self.plan.id)
        fault = Fault(entry.place, None, entry.key, wrong, instead(entry.key, self.runs))
        if all(each.typed != entry.key or each.wrong != wrong for each in self.faults):  # once, and not in each year
            self.faults.append(fault)

    def _take(self, entry: Entry) -> None:
        first, last = self.years.first, self.years.last
        year = entry.year or first
        which = in_year(entry.key, year)
        if not first <= year <= last:
            wrong = told("is outside the plan's years {first} to {last}", first=first, last=last)
            self.faults.append(Fault(entry.place, entry.key, str(year), wrong, "leave it out"))
        elif which in self.read:
            wrong = told("stands twice, first at {place}", place=self.read[which].place)
            self.faults.append(Fault(entry.place, None, which, wrong, "keep one of them"))
        elif year in self.runs[entry.key]:
            self.read[which] = entry
            read_amount(entry, self.given, self.amounts, self.faults)
        else:
            self._outside(entry, year)

    def _outside(self, entry: Entry, year: int) -> None:
        """Nothing, or 0, may stand where a line does not run."""
        amounts: dict[str, Fraction] = {}
        read_amount(entry, self.given, amounts, self.faults)
        if any(amounts.values()):
            wrong = told("does not run in {year}", year=year)
            self.faults.append(Fault(entry.place, entry.key, str(next(iter(amounts.values()))), wrong, "write 0 there"))

    def say_what_is_missing(self) -> None:
        """Add what has no amount, in one sentence; what was misspelt has been spoken of."""
        misspelt = {closest(entry.key, self.runs) for entry in self.given.entries if entry.key not in self.runs}
        blank = [entry for entry in self.read.values() if isinstance(entry.amount, Blank)]
        write = "write one, 0 for nothing, or have it counted as nothing (--missing zero)"
        self.faults.extend(Fault(entry.place, entry.name, None, "has no amount", write) for entry in blank)
        if any(entry.year is None and entry.key in self.runs for entry in self.given.entries) and not self.read:
            return
        names = []
        for key, years in self.runs.items():
            left_out = [year for year in sorted(years) if in_year(key, year) not in self.read]
            if left_out and key not in misspelt:
                names.append(key if len(left_out) == len(years) else f"{key} ({_in_runs(left_out)})")
        if names:
            wrong = told("has no amount for {names}", names=", ".join(names))
            self.faults.append(Fault(self.given.place, None, None, wrong, MISSING))

    def spread(self) -> Mapping[str, Fraction]:
        """The amounts by line and year: as given, or those of partners spread over their lines as these ask that year.

        amount of line in year = amount of partner in year · proposed of line / proposed of all its lines, in the year
        """
        if self.given.by == "line":
            return self.amounts
        found: dict[str, Fraction] = {}
        for key, entry in self.read.items():
            amount = self.amounts.get(key, ZERO)
            lines = [line for line in self.plan.lines if line.partner == key.line and line.year == key.year]
            asked = sum((line.proposed for line in lines), start=ZERO)
            if len(lines) > 1 and amount and not asked:
                write = told("write amounts per line, or 0 for {partner}", partner=key)
                wrong = told("has several lines, none of which asks anything: there is no proportion to spread it by")
                self.faults.append(Fault(entry.place, None, key, wrong, write))
                continue
            for line in lines:
                found[line.id] = amount * line.proposed / asked if asked else amount
        return found


def _in_runs(years: Iterable[int]) -> str:
    """Years as they are told briefly: `2023-2025, 2027`."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
