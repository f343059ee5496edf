"""Why a part of a proposal cannot be used: from the stranded euros along the chain to their root."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import total
from flessenhals.constraints.row import Row
from flessenhals.solver.comparison.usable import chain_rows, uses, within_maximum
from flessenhals.solver.program.components import blocks, prove_each
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.optimum.solution import Solution
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Link:
    """One rule on the way from stranded euros to their root.

    Attributes:
        row: the rule.
        upstream: the lines that it holds, in the plan's order.
        asked: what the proposal gives them together, in the plan's unit.
        supported: what of that can be used, in the plan's unit.
        downstream: the lines that would have to get more.
        used_up: those of them of which the proposal is used to the last euro.
        next: the rules that leave the downstream lines no room themselves; empty at the end of the chain.
    """

    row: Row
    upstream: tuple[str, ...]
    asked: Fraction
    supported: Fraction
    downstream: tuple[str, ...]
    used_up: tuple[str, ...]
    next: tuple[Constraint, ...]

    def record(self) -> dict[str, Any]:
        """The rule, amounts in the plan's unit."""
        return {
            "id": self.row.label,
            "upstream": list(self.upstream),
            "asked": self.asked,
            "supported": self.supported,
            "downstream": list(self.downstream),
            "used_up": list(self.used_up),
            "next": list(map(str, self.next)),
        }


@dataclass(frozen=True)
class Trace:
    """Stranded euros that are held by the same rules, and the chain that leads from them to the root.

    Attributes:
        stranded: line id → what of it cannot be used, in the plan's unit, above 0.
        held_by: the rules that hold these lines directly.
        links: those rules, and behind them the rules that hold what is downstream of them; nearest first.
        roots: the lines along the chain of which all that the proposal gives them is used, while more would be needed;
            nearest first.
    """

    stranded: Mapping[str, Fraction]
    held_by: tuple[Constraint, ...]
    links: tuple[Link, ...]
    roots: tuple[str, ...]

    @property
    def amount(self) -> Fraction:
        """What cannot be used of all these lines together, in the plan's unit."""
        return total(self.stranded.values())

    def record(self) -> dict[str, Any]:
        """The chain, amounts in the plan's unit."""
        return {
            "stranded": self.stranded,
            "amount": self.amount,
            "held_by": list(map(str, self.held_by)),
            "links": [link.record() for link in self.links],
            "roots": list(self.roots),
        }


def traces(plan: Plan, proposed: Mapping[str, Fraction], used: Solution, engine: Engine = highs) -> tuple[Trace, ...]:
    """The stranded euros of a proposal within the maximum of each line, each traced along the chain to its root.

    A rule holds a line that is upstream in it where no best use of the proposal leaves the rule any room. By strict
    complementarity (Goldman and Tucker, 1956) those are exactly the rules with a dual other than zero in some proof of
    the largest total, and none of it depends on which proof a solver hands over. Every stranded line is held by one at
    least: without such a dual each euro more of it would add one to the total.

    Args:
        plan: for its chain rules.
        proposed: line id → amount, in the plan's unit.
        used: from `usable`.
        engine: who is asked first.

    Returns:
        A trace for every set of rules that holds lines together, in the plan's order of lines.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    proposed = within_maximum(plan, proposed)
    if all(amount == used.amounts[line] for line, amount in proposed.items()):
        return ()
    holding = _without_room(plan, proposed, used, engine)
    holds: dict[str, list[Row]] = {line: [] for line in proposed}
    for row in holding:
        for line in _upstream(row):
            holds[line].append(row)
    return traced(proposed, used.amounts, holds)


def traced(
    proposed: Mapping[str, Fraction], used: Mapping[str, Fraction], holds: Mapping[str, list[Row]]
) -> tuple[Trace, ...]:
    """The stranded euros by the rules that hold them, each set of rules with the chain that leads to its root.

    Args:
        proposed: line id → what it can take by itself, in the plan's unit.
        used: line id → what of that can be used, in the plan's unit.
        holds: line id → the rules that leave it no room, in the plan's order.
    """
    groups: dict[tuple[Constraint, ...], dict[str, Fraction]] = {}
    for line, amount in proposed.items():
        if amount > used[line]:
            groups.setdefault(tuple(row.id for row in holds[line]), {})[line] = amount - used[line]
    return tuple(_trace(held_by, lines, holds, proposed, used) for held_by, lines in groups.items())


def _without_room(plan: Plan, proposed: Mapping[str, Fraction], used: Solution, engine: Engine) -> list[Row]:
    """The rules that no best use of the proposal leaves any room, in the plan's order."""
    chains = [
        chain
        for chain in blocks(uses(plan, proposed))
        if any(used.amounts[line] < proposed[line] for line in chain.variables)
    ]
    questions = [_room(number, chain, used) for number, chain in enumerate(chains)]
    try:
        answers = prove_each(questions, engine)
    except NoOptimumError:
        answers = [prove_solvable(question, engine) for question in questions]
    room = {label: amount for answer in answers for label, amount in answer.point.items()}
    return [row for row in chain_rows(plan) if room.get(_room_of(row), ONE) == 0]


def _room(number: int, chain: LinearProgram, used: Solution) -> LinearProgram:
    """Which of the full rules of a chain some best use of the proposal leaves room, asked all at once.

    Over all multiples of best uses, the room of each full rule counts up to a limit: a rule that can have any room at
    all reaches the limit in a multiple that is large enough, and all of them do so in the sum of those multiples. At
    the optimum the room of a rule is therefore the limit or nothing.
    """
    whole = f"whole {number}"
    limits = {line: each.upper or ZERO for line, each in chain.variables.items()}
    limit = max(limits.values())
    full = {row.id for row in chain.rows if row.slack(used.amounts) == 0}

    def of_multiples(row: Row) -> Row:
        terms = {**row.coefficients, whole: -row.right_hand_side / limit}
        if row.id in full:
            terms[_room_of(row)] = -ONE
        return Row(row.id, "stage", {label: value for label, value in terms.items() if value}, row.sense, ZERO)

    best = Row(
        own(f"total {number}"), "stage", dict.fromkeys(limits, ONE), ">=", total(used.amounts[line] for line in limits)
    )
    upper = (Row(own(f"{line} proposal"), "stage", {line: ONE}, "<=", amount) for line, amount in limits.items())
    rooms = {_room_of(row): Interval(upper=limit) for row in chain.rows if row.id in full}
    return LinearProgram(
        "room",
        {**dict.fromkeys(limits, Interval()), whole: Interval(), **rooms},
        tuple(of_multiples(row) for row in (best, *upper, *chain.rows)),
        dict.fromkeys(rooms, ONE),
    )


def _room_of(row: Row) -> str:
    return f"{row.label} room"


def _trace(
    held_by: tuple[Constraint, ...],
    stranded: Mapping[str, Fraction],
    holds: Mapping[str, list[Row]],
    proposed: Mapping[str, Fraction],
    used: Mapping[str, Fraction],
) -> Trace:
    links: dict[Constraint, Link] = {}
    waiting = [row for line in stranded for row in holds[line]]
    while waiting:
        row = waiting.pop(0)
        if row.id in links:
            continue
        upstream = _upstream(row)
        downstream = tuple(line for line, coefficient in row.coefficients.items() if coefficient > 0)
        further = [each for line in downstream for each in holds[line]]
        links[row.id] = Link(
            row=row,
            upstream=upstream,
            asked=total(proposed[line] for line in upstream),
            supported=total(used[line] for line in upstream),
            downstream=downstream,
            used_up=tuple(line for line in downstream if used[line] == proposed[line]),
            next=tuple(dict.fromkeys(each.id for each in further)),
        )
        waiting += further
    roots = dict.fromkeys(line for link in links.values() for line in link.used_up)
    return Trace(stranded, held_by, tuple(links.values()), tuple(roots))


def _upstream(row: Row) -> tuple[str, ...]:
    return tuple(line for line, coefficient in row.coefficients.items() if coefficient < 0)
