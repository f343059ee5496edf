"""The split that strands least over the draws, beside the optimal one, and what that robustness costs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, get_args

from flessenhals.constraints.ceiling import ceiling_record
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.comparison.usable import chain_rows
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.objectives import best, level
from flessenhals.solver.optimum.solution import Solution
from flessenhals.solver.plan.finding import Finding
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.program.linear_program import Interval, splits
from flessenhals.solver.program.prove import prove_solvable
from flessenhals.solver.simulation.drawn import drawn
from flessenhals.solver.simulation.fixed import SplitSimulation, simulate_split
from flessenhals.solver.simulation.sampling import SAMPLES, SEED, draws
from flessenhals.solver.simulation.workers import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.simulation.workers import Workers

Measure = Literal["mean", "p90", "worst"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
ZERO, ONE = Fraction(0), Fraction(1)
# The split is chosen over so many draws, with their inputs at so many decimals: an exact optimum of more takes minutes.
CHOSEN_OVER, DECIMALS = 200, 4
TAIL = Fraction(1, 10)


@dataclass(frozen=True, repr=False)
class Robustness(Finding):
    """A split that strands as little as can be over the draws, beside the optimal one.

    Attributes:
        measure: what is made small: the `mean` of what is stranded, the mean of its worst tenth (`p90`) or the `worst`.
        nominal: the optimal split of the plan as it stands, proved.
        chosen: the robust split, with its proof. It keeps the plan as it stands and has the same value; it strands
            least over the draws that it was chosen over; and among those splits its coverage is leximin.
        chosen_over: over how many draws it was chosen; their inputs are rounded to four decimals.
        before, after: how both fare in all draws.
    """

    measure: Measure
    nominal: Allocation
    chosen: Solution
    chosen_over: int
    before: SplitSimulation
    after: SplitSimulation

    @property
    def amounts(self) -> Mapping[str, Fraction]:
        """What the robust split gives each line, exactly, in the plan's unit."""
        return self.chosen.amounts

    @property
    def plan(self) -> Plan:
        """What was divided."""
        return self.nominal.plan

    @property
    def partial(self) -> bool:
        """Whether the draws were stopped before all were done."""
        return self.before.partial or self.after.partial

    @property
    def lowest_coverage(self) -> Fraction | None:
        """The smallest coverage of any line in the robust split; None where no line asks anything."""
        return lowest_coverage(self.plan.lines, self.amounts)

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.nominal.headline()}, robust by {self.measure}"

    def record(self) -> dict[str, Any]:
        """The result as plain data; amounts in the plan's unit."""
        lowest = (self.nominal.lowest_coverage, self.lowest_coverage)
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "ceiling": ceiling_record(self.nominal.ceiling),
            "unit": self.plan.unit,
            "robust": self.measure,
            "chosen_over": self.chosen_over,
            **({"partial": True} if self.partial else {}),
            "lowest_coverage": dict(zip(("nominal", "robust"), lowest, strict=True)),
            "nominal": self.before.to_dict(),
            "split": self.after.to_dict(),
            "lines": self.rows(),
            "certificate": {"verified": not (self.nominal.faults() or self.chosen.faults())},
        }

    def rows(self) -> list[dict[str, Any]]:
        """The lines as plain data: the optimal amount and the robust one."""
        return [
            {
                "id": line.id,
                "proposed": line.proposed,
                "nominal": self.nominal.amounts[line.id],
                "robust": self.amounts[line.id],
            }
            for line in self.plan.lines
        ]


def robust(
    plan: Plan,
    ceiling: Fraction,
    measure: Measure,
    samples: int = SAMPLES,
    seed: int = SEED,
    workers: Workers = ALONE,
    watch: Callable[[float], object] | None = None,
) -> Robustness:
    """Choose the split that strands least when what is uncertain is drawn.

        minimise   mean of s_k,  or mean of the worst tenth of s_k,  or max s_k
        subject to s_k = Σ x - Σ u_k,   0 ≤ u_k ≤ x,   every `proportional.at_least` rule of draw k holds for u_k,
                   x keeps the plan as it stands and has the optimal value
        then leximin of coverage x/p

    What is stranded in the worst tenth on average (the conditional value at risk) stands in for the 90th percentile,
    which no linear program can make small, and is never below it.

    Args:
        plan: with at least one uncertain input.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0.
        measure: what of the stranded amounts is made small.
        samples: over how many draws both splits are held against each other.
        seed: which draws; the split is chosen over the first of them.
        workers: who does the work.
        watch: called with the part that is done, from 0 to 1.

    Raises:
        InfeasibleError: proved: nothing fits within the ceiling.
        SimulationError: if the plan calls nothing uncertain, or no such cluster is there.
        NotProvedError: if an answer could not be proved.

    Source: Rockafellar and Uryasev, Optimization of conditional value-at-risk, Journal of Risk 2, 2000.
    """
    nominal = allocate(plan, ceiling)

    def part(start: float) -> Callable[[float], object] | None:
        return None if watch is None else lambda done: watch(start + done / 3)

    first = Proposal(name="nominal", amounts=nominal.amounts)
    before = simulate_split(plan, first, ceiling, samples, seed, workers, part(0))
    count = min(CHOSEN_OVER, samples)
    inputs = draws(plan.uncertain, seed, 0, count)
    readings = [drawn(plan, [Fraction(f"{each:.{DECIMALS}f}") for each in row]) for row in inputs]
    chosen = _chosen(plan, nominal, readings, measure)
    second = Proposal(name="robust", amounts=chosen.amounts)
    after = simulate_split(plan, second, ceiling, samples, seed, workers, part(2 / 3))
    return Robustness(measure, nominal, chosen, count, before, after)


def _chosen(plan: Plan, nominal: Allocation, readings: Sequence[Plan], measure: Measure) -> Solution:
    space, cost = _stranding(plan, nominal, readings, measure)
    least, space = best(space.asking("robust", {label: -each for label, each in cost.items()}), prove_solvable)
    largest = max((line.proposed for line in plan.lines), default=ZERO)
    shares = {line.id: line.proposed / largest for line in plan.lines if line.proposed}
    levels, _ = level("coverage", space, shares, prove_solvable, lowest=True)
    return Solution.of((line.id for line in plan.lines), [*least, *levels])


def _stranding(
    plan: Plan, nominal: Allocation, readings: Sequence[Plan], measure: Measure
) -> tuple[LinearProgram, dict[str, Fraction]]:
    """The splits of the plan with the optimal value, what can be used of each in every draw, and the measure of it."""
    weights = {line.id: line.weight for line in plan.lines if line.weight}
    space = splits(plan, nominal.ceiling).keeping([Row(own("value"), "stage", weights, ">=", nominal.value)])
    chained = [line for line in plan.lines if any(line.id in row.coefficients for row in chain_rows(plan))]
    chance = Fraction(1, len(readings))
    rows: list[Row] = []
    cost: dict[str, Fraction] = {}
    if measure == "worst":
        space = space.adding("worst", Interval())
        cost["worst"] = ONE
    elif measure == "p90":
        space = space.adding("tail", Interval())
        cost["tail"] = ONE
    else:
        cost |= {line.id: ONE for line in chained}
    for number, reading in enumerate(readings):
        used = {line.id: f"{line.id} used in {number}" for line in chained}
        for line in chained:
            space = space.adding(used[line.id], Interval(upper=line.upper))
            rows.append(Row(own(used[line.id]), "stage", {line.id: ONE, used[line.id]: -ONE}, ">=", ZERO))
        rows += [
            Row(own(f"{row.label} in {number}"), "stage", _renamed(row.coefficients, used), ">=", row.right_hand_side)
            for row in chain_rows(reading)
        ]
        stranded = {**dict.fromkeys(used, -ONE), **dict.fromkeys(used.values(), ONE)}
        if measure == "mean":
            cost |= dict.fromkeys(used.values(), -chance)
        elif measure == "worst":
            rows.append(Row(own(f"stranded in {number}"), "stage", {**stranded, "worst": ONE}, ">=", ZERO))
        else:
            above = f"above the tail in {number}"
            space = space.adding(above, Interval())
            rows.append(Row(own(f"stranded in {number}"), "stage", {**stranded, "tail": ONE, above: ONE}, ">=", ZERO))
            cost[above] = chance / TAIL
    return space.keeping(rows), cost


def _renamed(terms: Mapping[str, Fraction], names: Mapping[str, str]) -> dict[str, Fraction]:
    return {names[label]: value for label, value in terms.items()}
