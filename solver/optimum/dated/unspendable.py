"""Money of a path that cannot be put to work in its year, and the rules that hold it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.units.largest import largest_in_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.whole import Whole
    from flessenhals.solver.program.linear_program import LinearProgram


class Unspendable(NamedTuple):
    """What stays of a year's money.

    Attributes:
        year: whose money it is.
        amount: in the plan's unit, above 0.
        spendable: the most that any split within the path can spend in that year, in the plan's unit.
        rules: the ids of the rules without any one of which, all else as it is, that would be more; in the plan's
            order. Empty where only several together hold it back, or where more could be spent.
        structural: whether more could be if all of the year's money came back every year.
        held: whether no split within the path spends more in that year; else more could be spent, and is worth less.
        whole: whether more could be if every amount could be split, and is held back by nothing else here.
    """

    year: int
    amount: Fraction
    spendable: Fraction
    rules: tuple[str, ...]
    structural: bool
    held: bool
    whole: bool = False


def unspendable(allocation: Allocation) -> tuple[Unspendable, ...]:
    """The years in which money stays, each with the rules that hold it back; every one of them proved.

    Raises:
        NotProvedError: if one of these answers could not be proved.
    """
    series, whole = Series(allocation), allocation.plan.whole
    total, space = series.total, splits(allocation.plan, allocation.ceiling)
    binding = [each.row.id for each in allocation.constraints if each.binding or whole]
    rules = list(dict.fromkeys(each.rule for each in binding if each.rule is not None))
    found = []
    for year, amount in series.unspent.items():
        if not amount:
            continue
        lines = {line.id: line.charge for line in allocation.plan.lines if line.year == year}
        most = _most(space, lines, whole)
        held = most == total[year]
        holding = [rule for rule in rules if held and _most(_without(space, rule), lines, whole) > most]
        kind = Constraint("ceiling", side="structural", year=year)
        rows = tuple(row for row in space.rows if row.id != kind)
        structural = held and kind in binding and _most(replace(space, rows=rows), lines, whole) > most
        alone = bool(whole) and held and not holding and not structural and _most(space, lines, {}) > most
        found.append(Unspendable(year, amount, most, tuple(holding), structural, held, alone))
    return tuple(found)


def _most(space: LinearProgram, lines: dict[str, Fraction], whole: Mapping[str, Whole]) -> Fraction:
    """The largest total of these lines, in whole amounts where there are any."""
    if not whole:
        return prove_solvable(space.asking("total", lines)).optimum
    return largest_in_whole(space, lines, whole)


def _without(space: LinearProgram, rule: str) -> LinearProgram:
    return replace(space, rows=tuple(row for row in space.rows if row.id.rule != rule))
