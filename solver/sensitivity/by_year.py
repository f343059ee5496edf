"""What holds back in a plan with years, by rule and year: what each further euro is worth, and a head start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.ceiling import Path
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.sensitivity.bottlenecks import priced
from flessenhals.solver.sensitivity.missing import unless_missing
from flessenhals.solver.sensitivity.prices import price
from flessenhals.solver.units.largest import largest_in_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.sensitivity.missing import Missing
    from flessenhals.solver.sensitivity.price import Side


class PricedRow(NamedTuple):
    """A constraint without room in one year, and what relaxing it brings.

    Attributes:
        row: the constraint.
        relax: the rise of the value, over all years, per unit that it asks less; above 0.
    """

    row: Row
    relax: Side


class PricedRule(NamedTuple):
    """A ceiling, rule or bound in the years in which it holds money back.

    Attributes:
        id: the same in every year.
        years: year → what relaxing it in that year alone brings; under 0 what holds for several years together.
    """

    id: Constraint
    years: dict[int, PricedRow]

    @property
    def most(self) -> Fraction:
        """What it brings in the year in which it brings most, per unit."""
        return max(each.relax.price for each in self.years.values())


def priced_rules(
    split: Allocation,
    missing: list[Missing],
    watch: Callable[[float], object] | None = None,
) -> tuple[PricedRule, ...]:
    """The ceilings, rules and bounds that hold money back, each with its years; what brings most stands first.

    Args:
        split: the optimal one of a plan with years.
        missing: takes what could not be proved.
        watch: called with the part that is done, from 0 to 1.
    """
    by_price = priced(split)
    rows = [each.row for each in split.constraints if each.binding and each.row.is_given and each.row.id in by_price]
    found: dict[Constraint, dict[int, PricedRow]] = {}
    for done, row in enumerate(rows, start=1):
        worth = unless_missing(
            partial(price, split.plan, split.ceiling, row, highs_in_a_row), "bottleneck", row.id, missing
        )
        if worth is not None and worth.relax.price > 0:
            years = found.setdefault(row.id._replace(year=None, upstream=None), {})
            year = row.id.year or row.id.upstream or 0
            if year not in years or years[year].relax.price < worth.relax.price:
                years[year] = PricedRow(row, worth.relax)
        if watch is not None:
            watch(done / len(rows))
    rules = [PricedRule(which, years) for which, years in found.items()]
    return tuple(sorted(rules, key=lambda each: -each.most))


class ShiftGains(NamedTuple):
    """What the value would rise by if money could be used in other years as one likes, in the plan's unit.

    Attributes:
        later: if all money of a year could be kept for later ones.
        any: if all money could be used in any year.
    """

    later: Fraction
    any: Fraction


def shift_gains(split: Allocation) -> ShiftGains:
    """Whether any shift of money between years would help, and by how much; proved.

    Args:
        split: the optimal one of a path.
    """
    path = split.ceiling
    if not isinstance(path, Path):
        raise TypeError("without years there is nothing to shift between")
    weights, whole = {line.id: line.weight for line in split.plan.lines}, split.plan.whole
    now, later, free = (
        largest_in_whole(splits(split.plan, each), weights, whole)
        if whole
        else prove_solvable(splits(split.plan, each).asking("value", weights), highs_in_a_row).optimum
        for each in (path, path.freely_kept(), path.freely_shifted())
    )
    return ShiftGains(later - now, free - now)


class HeadStart(NamedTuple):
    """What it is worth that a partner has grown already before the first year.

    Attributes:
        row: the build-up in the first year, which starts from what was there before.
        worth: the rise of the value, over all years, per unit of head start.
    """

    row: Row
    worth: Side


def head_starts(split: Allocation, rules: tuple[PricedRule, ...]) -> tuple[HeadStart, ...]:
    """The build-ups of which a head start would bring something, what brings most first.

    A head start of one unit lets the first year have one unit more, as a build-up that is one unit wider in that year.

    Args:
        split: the optimal one of a plan with years.
        rules: what holds money back in it.
    """
    first = split.plan.years.first if split.plan.years else 0
    return tuple(
        HeadStart(*each.years[first])
        for each in rules
        if first in each.years and each.years[first].row.is_build_up and each.years[first].row.sense == "<="
    )
