"""How soon everything that is asked can be had, under the build-ups and a given path."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.series import Series
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.plan.dated.reduction import line_years, prolonged, rule_years
from flessenhals.solver.plan.dated.years import Kinds
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.program.linear_program import constraints_of, splits
from flessenhals.solver.program.prove import prove
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.question import Question
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.using import rows_used

if TYPE_CHECKING:
    from flessenhals.constraints.ceiling import Path
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.units.tree import Tree

MOST_YEARS = 30


class HowSoon(NamedTuple):
    """The first year in which every line that runs can get all that it asks.

    Attributes:
        year: which; None where no year up to thirty after the plan's last is one.
        forbidden_by: the rules, bounds and ceilings that cannot hold together with all that is asked, by their ids;
            empty where there is a year.
    """

    year: int | None
    forbidden_by: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """The finding, with the keys of the JSON output."""
        if self.year is None:
            return {"year": None, "forbidden_by": list(self.forbidden_by)}
        return {"year": self.year, "impossible_before": True}


def how_soon(plan: Plan, path: Path, engine: Engine = highs_in_a_row) -> HowSoon:
    """The smallest year for which a split that keeps everything gives every line that runs in it all that it asks.

    The plan goes on after its last year, which is as every year after it. That the year before is impossible is proved.

    Args:
        plan: with years.
        path: its ceilings by year.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    years = plan.years
    if years is None:
        raise TypeError("a plan without years has no year in which everything can be had")
    for year in years.all:
        if _fits(*asking(plan, years, path, year), engine):
            return HowSoon(year)
    far = years.last + MOST_YEARS
    asked, within = asking(plan, years, path, far)
    fits = _fits(asked, within, engine)
    for year in range(years.last + 1, far + 1) if fits or _may_pass(plan, path) else ():
        if _fits(*asking(plan, years, path, year), engine):
            return HowSoon(year)
    rows = _cannot_hold(asked, within, engine)
    forbidding = [row.id._replace(year=None, upstream=None) for row in rows if not row.id.is_minimum]
    return HowSoon(None, tuple(dict.fromkeys(each.rule or str(each) for each in forbidding)))


def _may_pass(plan: Plan, path: Path) -> bool:
    """Whether what fits in a year after the last may not fit in one later still.

    Elsewhere the years after the last ask the same of the same money, so that such a split can stand still for a year.
    """
    rising = any(isinstance(each, BuildUp) and each.at_least is not None for each in plan.constraints)
    return rising or bool(path.shiftable)


def _cannot_hold(plan: Plan, path: Path, engine: Engine) -> list[Row]:
    """Rows that no split keeps together: of amounts that could be split where that is enough, else of whole amounts."""
    rows = constraints_of(plan, path)
    short = shortage(rows, engine)
    if plan.whole and not short.optimum:
        return rows_used(_in_whole(plan, path, engine), rows)
    return [row for row, dual in zip(rows, short.dual, strict=True) if dual]


def _fits(plan: Plan, path: Path, engine: Engine) -> bool:
    """Whether any split does, in whole amounts where they cannot be split; proved either way."""
    try:
        prove(splits(plan, path), engine)
    except NoOptimumError:
        if shortage(constraints_of(plan, path), engine).optimum:
            return False
    return not plan.whole or _in_whole(plan, path, engine).answer is not None


def _in_whole(plan: Plan, path: Path, engine: Engine) -> Tree:
    """A split in whole amounts, or that there is none, with its proof.

    Raises:
        NotProvedError: if neither could be proved.
    """
    tree = best_whole(Question(splits(plan, path), plan.whole, ()), engine)
    wrong = faults(tree)
    if wrong:
        raise NotProvedError("; ".join(wrong))
    return tree


def asking(plan: Plan, years: Years, path: Path, year: int) -> tuple[Plan, Path]:
    """The plan prolonged to a year, with all that is asked in it as minimums; and the path as long."""
    lag = max((abs(each.lag) for each in plan.constraints if isinstance(each, Proportional)), default=0)
    longer = prolonged(years, max(years.last, year) + lag)
    lines = tuple(
        replace(line, minimum=max(line.minimum, line.proposed)) if line.year == year else line
        for line in line_years(longer)
    )
    kinds = Kinds(
        structural=Series(path.total if path.structural is None else path.structural),
        one_off=None if path.one_off is None else Series(path.one_off),
    )
    found = replace(plan, lines=lines, constraints=rule_years(longer, folded=False), years=longer)
    return found, longer.path(kinds, path.name)
