"""How firm a split is: the same ceiling divided under inputs that are drawn from what they may be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from flessenhals.constraints.ceiling import ceiling_record, size
from flessenhals.constraints.constraint import in_year
from flessenhals.solver.plan.finding import Finding, shown, under
from flessenhals.solver.simulation.batch import batch
from flessenhals.solver.simulation.chunk import Task, may_hold, proved_share, ranks_by_year
from flessenhals.solver.simulation.drivers import Driver, drivers, name_of
from flessenhals.solver.simulation.sampling import CHUNK, SAMPLES, SEED, each_input
from flessenhals.solver.simulation.spread import Spread, rounded, spread
from flessenhals.solver.simulation.spreads import Spreads
from flessenhals.solver.simulation.workers import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.simulation.batch import Floats
    from flessenhals.solver.simulation.chunk import Solved
    from flessenhals.solver.simulation.workers import Workers


NEVER = Spread(0.0, 0.0, 0.0, 0.0)  # of a line in a year in which it does not run
# What the drivers are ranked by: the first of these that varies.
MEASURES = ("lowest_coverage", "total", "value")


class Drives(NamedTuple):
    """What one uncertain input does to the answer.

    Attributes:
        path: which input, as in the plan; `partner:police.proposed` for a factor on what a selection asks.
        lowest_coverage, total, value: what it does to each.
    """

    path: str
    lowest_coverage: Driver
    total: Driver
    value: Driver

    def on(self, measure: str) -> Driver:
        """What it does to one of `MEASURES`."""
        found: Driver = self._asdict()[measure]
        return found


@dataclass(frozen=True, repr=False)
class Simulation(Finding):
    """How the optimal split of a ceiling is spread when what is uncertain is drawn.

    Attributes:
        plan: what was divided.
        ceiling: the total that may be spent, in the plan's unit.
        samples: how many draws were made.
        seed: which draws.
        infeasible: in which share of them nothing fits; those count nowhere else.
        total: of everything that the ceiling pays, in the plan's unit, with years in all of them together; None where
            nothing ever fits.
        lowest_coverage: of the smallest coverage of any line; None where nothing is ever asked.
        lines: of what each line is given, in the plan's unit and order.
        bottlenecks: constraint → in which share of the draws it holds back the value, or the lowest coverage among the
            lines that the value leaves free; the most frequent first.
        drivers: what each uncertain input does to the lowest coverage, the total and the value; the strongest first.
        measure: `lowest_coverage`, or `total` where that does not vary, or `value` where neither does: by what the
            drivers are ranked.
        proved: how many draws were proved in exact arithmetic; all others were checked in floating point.
        left_over: how many of those the kernel was not sure of.
        partial: whether the work was stopped before all that was asked was done.
        totals, coverages: year → of everything that is given in it, and of the smallest coverage of any line in it;
            empty without years.
    """

    plan: Plan
    ceiling: Ceiling
    samples: int
    seed: int
    infeasible: float
    total: Spread | None
    lowest_coverage: Spread | None
    lines: Mapping[str, Spread | None]
    bottlenecks: Mapping[Constraint, float]
    drivers: tuple[Drives, ...]
    measure: str
    proved: int
    left_over: int
    partial: bool = False
    totals: Mapping[int, Spread | None] = field(default_factory=dict)
    coverages: Mapping[int, Spread | None] = field(default_factory=dict)

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.plan.id}{under(self.plan)} at {shown(size(self.ceiling))}, {self.samples} draws"

    def record(self) -> dict[str, Any]:
        """The result with the keys of the JSON output; amounts in the plan's unit."""
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "ceiling": ceiling_record(self.ceiling),
            "unit": self.plan.unit,
            "samples": self.samples,
            "seed": self.seed,
            **({"partial": True} if self.partial else {}),
            "infeasible": self.infeasible,
            "total": _by_year(self.totals) if self.plan.years else _told(self.total),
            "lowest_coverage": _told(self.lowest_coverage),
            **({"lowest_coverage_by_year": _by_year(self.coverages)} if self.plan.years else {}),
            "lines": self._lines_by_year() or self.rows(),
            "bottlenecks": [{"id": str(each), "share": share} for each, share in self.bottlenecks.items()],
            "drivers": [
                {
                    "path": each.path,
                    "effect": each.on(self.measure).effect,
                    "correlation": each.on(self.measure).correlation,
                    "on": self.measure,
                    **{measure: each.on(measure)._asdict() for measure in MEASURES},
                }
                for each in self.drivers
            ],
            "certificate": {"proved": self.proved, "left_over": self.left_over},
        }

    def _lines_by_year(self) -> list[dict[str, Any]]:
        """The lines of a plan with years, a line a record; figures are objects by year, 0 where it does not run."""
        years = self.plan.years
        if years is None:
            return []
        found = []
        for dated in years.lines:
            ids = {year: in_year(dated.line.id, year) for year in years.all}
            spreads = {year: self.lines.get(each, NEVER) for year, each in ids.items()}
            asked = {str(year): dated.proposed(year) for year in years.all}
            about = {"id": dated.line.id, "partner": dated.line.partner, "programme": dated.line.programme}
            found.append({**about, "proposed": asked, **_by_year(spreads)})
        return found

    def rows(self) -> list[dict[str, Any]]:
        """The lines as plain data, a line a record; empty amounts where nothing ever fits."""
        return [
            {
                "id": line.id,
                "partner": line.partner,
                "programme": line.programme,
                "proposed": line.proposed,
                **_told(self.lines[line.id]),
            }
            for line in self.plan.lines
        ]


def simulate(
    plan: Plan,
    ceiling: Ceiling,
    samples: int = SAMPLES,
    seed: int = SEED,
    workers: Workers = ALONE,
    watch: Callable[[float], object] | None = None,
) -> Simulation:
    """Divide a ceiling under every draw of what the plan calls uncertain.

    The same plan, ceiling, number of draws and seed give the same answer, bit for bit, on any number of threads and
    machines. An interruption (KeyboardInterrupt) ends it with the draws that were done by then, as a shorter sample.

    Args:
        plan: with at least one uncertain input.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; with years a path.
        samples: how many draws, ≥ 1.
        seed: which draws.
        workers: who does the work.
        watch: called with the part that is done, from 0 to 1.

    Raises:
        SimulationError: if the plan calls nothing uncertain, or something that it does not have, or no such cluster is
            there.
        NotProvedError: if a draw could not be proved, or its proof says something else.
        KeyboardInterrupt: if it is interrupted before any draw is done.
    """
    task = Task(batch(plan, ceiling), seed, proved_share(samples))
    sums = _Sums(task)
    done = workers.collect(task.solve, samples, CHUNK, sums.add, watch)
    if sums.spreads.escaped():
        workers.collect(replace(task, share=0).solve, done, CHUNK, sums.add_again, None)
    return sums.simulation(partial=done < samples)


class _Sums:
    """What the draws come to so far. Three numbers of each are kept: by the ranks of all draws the drivers are told."""

    def __init__(self, task: Task) -> None:
        plan = task.batch.plan
        self.task, self.may_hold = task, may_hold(task.batch)
        self.charges = np.array([float(line.charge) for line in plan.lines])
        self.years = ranks_by_year(plan)
        columns = 2 * len(self.years) - sum(not ranks for ranks in self.years.values())
        self.spreads = Spreads(len(plan.lines) + columns)
        self.least: list[Floats] = []
        self.total: list[Floats] = []
        self.value: list[Floats] = []
        self.held = np.zeros(len(self.may_hold), np.int64)
        self.proved = self.unsure = 0

    def add(self, solved: Solved) -> None:
        self.spreads.add(np.hstack([solved.amounts, solved.years]))
        self.least.append(solved.lowest)
        self.total.append(solved.amounts @ self.charges)
        self.value.append(solved.value)
        self.held += solved.held
        self.proved += solved.proved
        self.unsure += solved.unsure

    def add_again(self, solved: Solved) -> None:
        self.spreads.add_again(np.hstack([solved.amounts, solved.years]))

    def simulation(self, *, partial: bool) -> Simulation:
        task, plan = self.task, self.task.batch.plan
        least, total, value = map(np.concatenate, (self.least, self.total, self.value))
        samples = len(total)
        fits = ~np.isnan(total)
        fitting = int(fits.sum())
        shares = {
            each: int(count) / max(fitting, 1)
            for each, count in zip(self.may_hold, self.held, strict=True)
            if count or each in task.batch.rows
        }
        inputs = (each[fits] for each in each_input(plan.uncertain, task.seed, samples))
        driven = drivers(inputs, [np.nan_to_num(each[fits]) for each in (least, total, value)])
        on = dict(zip(MEASURES, driven, strict=True))
        vary = (each for each in MEASURES if any(driver.effect or driver.correlation for driver in on[each]))
        measure = next(vary, "total")
        known = [
            Drives(name_of(each), *map(_rounded, driven))
            for each, *driven in zip(plan.uncertain, *on.values(), strict=True)
        ]
        spreads = iter(self.spreads.found())
        return Simulation(
            plan=plan,
            ceiling=task.batch.ceiling,
            samples=samples,
            seed=task.seed,
            infeasible=(samples - fitting) / samples,
            total=spread(total),
            lowest_coverage=spread(least),
            lines={line.id: next(spreads) for line in plan.lines},
            totals={year: next(spreads) for year in self.years},
            coverages={year: next(spreads) for year, ranks in self.years.items() if ranks},
            bottlenecks=dict(sorted(shares.items(), key=lambda each: -each[1])),
            drivers=tuple(sorted(known, key=lambda each: -each.on(measure).effect)),
            measure=measure,
            proved=self.proved,
            left_over=self.unsure,
            partial=partial,
        )


def _by_year(found: Mapping[int, Spread | None]) -> dict[str, dict[str, float | None]]:
    """Spreads by year as JSON has them: mean, p05, p50, p95 → year → figure."""
    told = {str(year): _told(each) for year, each in found.items()}
    return {part: {year: each[part] for year, each in told.items()} for part in Spread._fields}


def _told(found: Spread | None) -> dict[str, float | None]:
    return dict.fromkeys(Spread._fields) if found is None else found._asdict()


def _rounded(each: Driver) -> Driver:
    return Driver(rounded(each.effect), rounded(each.correlation))
