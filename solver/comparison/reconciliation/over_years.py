"""What `check` finds in a plan with years: where its paths begin to fit, where it is too short, what has no effect."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.series import Series
from flessenhals.solver.infeasible.irreducible import lowest_feasible_share
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.dated.years import Kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flessenhals.constraints.ceiling import Path
    from flessenhals.constraints.row import Row
    from flessenhals.solver.plan.dated.years import DatedRule, Years
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)
ASKED = "asked"


@dataclass(frozen=True)
class OverYears:
    """What is odd about a plan with years as a whole.

    Attributes:
        paths: the ceilings that the plan names; what its lines ask, by year, where it names none.
        shares: path → how much of it is needed for a split to exist, a pure number; None where none is enough.
        too_short: path → the build-ups that still hold the value back in the last year of its optimal split.
        without_effect: the figures that no year in which their line or rule holds takes, by their paths as in `--set`.
    """

    paths: Mapping[str, Path]
    shares: Mapping[str, Fraction | None]
    too_short: Mapping[str, tuple[str, ...]]
    without_effect: tuple[str, ...]


def over_years(plan: Plan, years: Years, engine: Engine) -> OverYears:
    """Look at a plan with years as a whole.

    Args:
        plan: of line-years, in which some split exists.
        years: as it was written.
        engine: who is asked first.

    Raises:
        NotProvedError: if a share could not be proved.
    """
    paths = {name: years.path(kinds, name) for name, kinds in years.ceilings.items()}
    if not paths:
        asked = dict.fromkeys(years.all, ZERO)
        for line in plan.lines:
            asked[line.year or years.first] += line.proposed
        paths = {ASKED: years.path(Kinds(structural=Series(asked)), ASKED)}
    builds = any(isinstance(rule, BuildUp) for rule in plan.constraints) and not plan.whole
    splits = {name: attempt(plan, path, engine) for name, path in paths.items()} if builds else {}
    too_short = {
        name: tuple(still_building(split, years.last))
        for name, split in splits.items()
        if isinstance(split, Allocation)
    }
    return OverYears(
        paths=paths,
        shares={} if plan.whole else {name: lowest_feasible_share(plan, path, engine) for name, path in paths.items()},
        too_short={name: rules for name, rules in too_short.items() if rules},
        without_effect=(*_of_lines(years), *_of_rules(plan, years)),
    )


def still_building(allocation: Allocation, last: int) -> list[str]:
    """The build-ups that hold the value back in the last year: the plan ends before its end state."""
    return list(dict.fromkeys(row.id.owner for row in building_rows(allocation, last)))


def building_rows(allocation: Allocation, last: int) -> list[Row]:
    """The rows of these build-ups.

    None of a split in whole amounts, which has no prices that could tell.
    """
    priced = [
        row
        for stage in allocation.stages[:1]
        for row, dual in zip(stage.program.rows, stage.certificate.dual, strict=True)
        if dual
    ]
    return [row for row in priced if row.is_build_up and row.id.year == last]


def _of_lines(years: Years) -> Iterator[str]:
    for dated in years.lines:
        runs = [year for year in years.all if dated.runs(year)]
        for name, figure in dated.figures.items():
            if isinstance(figure, Series):
                once = dated.line.money == "one-off" and name != "weight"
                yield from (f"lines.{dated.line.id}.{name}.{year}" for year in _unused(figure, runs, once=once))


def _of_rules(plan: Plan, years: Years) -> Iterator[str]:
    taken: dict[str, list[tuple[int | None, int | None]]] = {}
    for rule in plan.constraints:
        if rule.when is not None:
            taken.setdefault(rule.id, []).append((rule.when.year, rule.when.asked))
    for dated in years.rules:
        pairs = taken.get(dated.rule.id, [])
        for name, series in dated.series.items():
            held = [_year_of(dated, name, pair, years) for pair in pairs]
            path = f"constraints.{dated.rule.id}.{dated.rule.kind}.{name}"
            yield from (f"{path}.{year}" for year in _unused(series, held))


def _year_of(dated: DatedRule, name: str, pair: tuple[int | None, int | None], years: Years) -> int:
    """Whose figure a row takes: of a ratio the upstream's year, of anything else its own."""
    year, asked = pair
    of = asked if isinstance(dated.rule, Proportional) and name != "existing" else year
    return years.first if of is None else of


def _unused(series: Series[object], runs: Iterable[int], *, once: bool = False) -> list[int]:
    """The years of a series whose figure no year takes: not that year itself, and none that repeats it."""
    taken = set()
    for year in runs:
        named = [each for each in series.named if each == year or (each < year and not once)]
        taken |= {max(named)} if named else set()
    return [year for year in series.named if year not in taken]
