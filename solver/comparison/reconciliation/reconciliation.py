"""A plan held against itself: what it adds up to, and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from flessenhals.constraints import Proportional
from flessenhals.constraints.catalogue import catalogue
from flessenhals.solver.comparison.by_year import totals_by_year
from flessenhals.solver.comparison.reconciliation.oddities import TotalAmong, names_twice, out_of_range, totals_among
from flessenhals.solver.comparison.reconciliation.over_years import OverYears, over_years
from flessenhals.solver.infeasible.diagnosis import refusal
from flessenhals.solver.infeasible.irreducible import lowest_feasible_ceiling
from flessenhals.solver.plan.finding import Finding, shown, under
from flessenhals.solver.plan.plan import GROUPINGS
from flessenhals.solver.plan.violations import shortfalls
from flessenhals.solver.program.components import blocks, prove_each
from flessenhals.solver.program.exact_size import ExactSize, exact_size
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import splits
from flessenhals.solver.rounding.printed import cannot_be_printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flessenhals.constraints.row import Row
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.plan.plan import Grouping, Plan
    from flessenhals.solver.plan.violations import Shortfall
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.rounding.printed import Impossible

MOST_TOGETHER = 200


@dataclass(frozen=True)
class Total:
    """What the lines of one group ask together.

    Attributes:
        id: the programme, partner or department; None for lines that name none.
        lines: how many they are.
        proposed, minimum: their totals, in the plan's unit.
    """

    id: str | None
    lines: int
    proposed: Fraction
    minimum: Fraction


class OddUnits(NamedTuple):
    """Something about the amounts that a line can be given that its author may not have meant.

    Attributes:
        line: its id.
        odd: `nothing fits` where no amount but nothing is within its maximum; `less than asked` where the largest one
            is below both what it asks and its maximum; `never nothing` where a minimum above 0 takes "nothing" away
            beside a smallest amount; `minimum rises` where the minimum is rounded up.
    """

    line: str
    odd: Literal["nothing fits", "less than asked", "never nothing", "minimum rises"]


@dataclass(frozen=True, repr=False)
class Reconciliation(Finding):
    """What a plan adds up to, and what a reader of it should know before trusting an answer.

    Attributes:
        plan: what was looked at.
        totals: per grouping, a total for each of its groups, in the plan's order.
        lowest_feasible_ceiling: in the plan's unit; None where no ceiling is enough.
        broken: the rules that the proposal itself breaks.
        idle: the rules that no split can ever come up against, so that leaving them out changes nothing; None where
            that was not asked, because each of a great many rules takes a solve of its own.
        shared: the chain rules with lines both upstream and downstream, and those lines.
        unsourced: the lines without a source.
        asking_nothing: the lines whose proposal is 0.
        names_twice: every name that several lines have, with their ids.
        totals_among: the lines that are called a total and ask what others ask together.
        out_of_range: the lines that ask a thousand times what those in the middle ask, or more.
        never_fit: why no ceiling is enough under other readings of the plan.
        exact: how large the numbers of an exact answer can become.
        units: what is odd about the amounts that lines can be given.
        printed: printed totals and lines that cannot be the rounding of any amounts; None where all can.
        years: with years, what is odd about them; None where no ceiling is enough, or without years.
    """

    plan: Plan
    totals: dict[Grouping, tuple[Total, ...]]
    lowest_feasible_ceiling: Fraction | None
    broken: tuple[Shortfall, ...]
    idle: tuple[Row, ...] | None
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    unsourced: tuple[str, ...]
    asking_nothing: tuple[str, ...]
    exact: ExactSize
    units: tuple[OddUnits, ...] = ()
    names_twice: tuple[tuple[str, tuple[str, ...]], ...] = ()
    totals_among: tuple[TotalAmong, ...] = ()
    out_of_range: tuple[str, ...] = ()
    never_fit: tuple[InfeasibleError, ...] = ()
    printed: Impossible | None = None
    years: OverYears | None = None

    @property
    def lines(self) -> int:
        """How many lines the plan has, whatever years they run in."""
        return len({line.line for line in self.plan.lines})

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.plan.id}{under(self.plan)}, {self.lines} lines asking {shown(self.plan.proposed)}"

    def record(self) -> dict[str, Any]:
        """The findings as plain data; amounts as floats, in the plan's unit."""
        asked = {line.id: line.proposed for line in self.plan.lines}
        by_year = totals_by_year(self.plan, asked)
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "unit": self.plan.unit,
            "lines": self.lines,
            "proposed": by_year or self.plan.proposed,
            **self._enough(),
            "totals": {
                grouping: [
                    {
                        "id": each.id,
                        "lines": each.lines,
                        "proposed": each.proposed,
                        "minimum": each.minimum,
                    }
                    for each in found
                ]
                for grouping, found in self.totals.items()
            },
            "broken": [{"id": each.row.label, "shortfall": each.shortfall} for each in self.broken],
            "idle": None if self.idle is None else [row.label for row in self.idle],
            "shared": [{"id": rule, "lines": list(lines)} for rule, lines in self.shared],
            "unsourced": list(self.unsourced),
            "asking_nothing": list(self.asking_nothing),
            "names_twice": [{"name": name, "lines": list(lines)} for name, lines in self.names_twice],
            "totals_among": [{"line": each.line, "of": each.of} for each in self.totals_among],
            "out_of_range": list(self.out_of_range),
            "never_fit": [each.record() for each in self.never_fit],
            "exact": {"rules": self.exact.rows, "digits": self.exact.digits, "slow": self.exact.slow},
            **({"units": [{"id": each.line, "odd": each.odd} for each in self.units]} if self.units else {}),
            **({} if self.printed is None else {"printed": self.printed.record()}),
        }

    def _enough(self) -> dict[str, Any]:
        """From which ceiling a split exists; with years from which share of each path, and what is odd about them."""
        if self.plan.years is None:
            return {"lowest_feasible_ceiling": self.lowest_feasible_ceiling}
        if self.years is None:
            return {"years": list(self.plan.years.all), "lowest_feasible_share": None}
        return {
            "years": list(self.plan.years.all),
            "lowest_feasible_share": self.years.shares,
            "too_short": self.years.too_short,
            "without_effect": self.years.without_effect,
        }

    def rows(self) -> list[dict[str, Any]]:
        """The totals as plain data, a group a record."""
        return [
            {"grouping": grouping, **record} for grouping, found in self.to_dict()["totals"].items() for record in found
        ]


def reconcile(
    plan: Plan, watch: Callable[[float], object] | None = None, readings: Iterable[Plan] = ()
) -> Reconciliation:
    """Hold a plan against itself.

    Args:
        plan: what is looked at.
        watch: called with the part that is done, from 0 to 1, now and then.
        readings: the plan under its scenarios, to see whether any ceiling is enough there.

    Raises:
        NotProvedError: if it could not be proved which rules can never bind.
    """
    proposal = {line.id: line.proposed for line in plan.lines}
    if plan.whole:
        from flessenhals.solver.units.refusal import lowest_whole  # noqa: PLC0415 - few plans need it

        lowest = lowest_whole(plan, None)
    else:
        lowest = lowest_feasible_ceiling(plan)
    return Reconciliation(
        plan=plan,
        totals={grouping: _totals(plan, grouping) for grouping in GROUPINGS},
        lowest_feasible_ceiling=lowest,
        broken=shortfalls(plan.rule_rows, proposal),
        idle=() if lowest is None else _idle(plan, watch),
        shared=tuple((rule.id, lines) for rule, lines in _shared(plan) if lines),
        unsourced=tuple(dict.fromkeys(line.line for line in plan.lines if not line.source)),
        asking_nothing=_asking_nothing(plan),
        names_twice=names_twice(plan),
        totals_among=totals_among(plan),
        out_of_range=out_of_range(plan),
        never_fit=tuple(
            refused
            for each in readings
            if lowest_feasible_ceiling(each) is None and (refused := refusal(each, None)) is not None
        ),
        exact=exact_size(plan),
        units=tuple(_units(plan)),
        printed=cannot_be_printed(plan),
        years=None if plan.years is None or lowest is None else over_years(plan, plan.years, highs),
    )


def _asking_nothing(plan: Plan) -> tuple[str, ...]:
    """The lines that ask nothing; with years in no year."""
    asking = {line.line for line in plan.lines if line.proposed}
    return tuple(dict.fromkeys(line.line for line in plan.lines if line.line not in asking))


def _units(plan: Plan) -> Iterator[OddUnits]:
    for line in plan.lines:
        if line.whole is None or not line.proposed:
            continue
        highest = line.proposed if line.maximum is None else line.maximum
        if not line.upper:
            yield OddUnits(line.id, "nothing fits")
        elif line.upper < min(line.proposed, highest):
            yield OddUnits(line.id, "less than asked")
        if line.smallest and line.minimum:
            yield OddUnits(line.id, "never nothing")
        elif line.lower > line.minimum:
            yield OddUnits(line.id, "minimum rises")


def _totals(plan: Plan, grouping: Grouping) -> tuple[Total, ...]:
    return tuple(
        Total(
            group,
            len({line.line for line in lines}),
            sum((line.proposed for line in lines), start=Fraction(0)),
            sum((line.minimum for line in lines), start=Fraction(0)),
        )
        for group, lines in plan.grouped(grouping).items()
    )


def _idle(plan: Plan, watch: Callable[[float], object] | None) -> tuple[Row, ...] | None:
    """The rows under which every split that keeps the others leaves room, whatever the split adds up to.

    A row can only come up against those of its own block, so each is asked there, and the first rows of all blocks
    together, then the second, and so on. None where more than 200 rows hang together: each takes a solve over them all.
    """
    parts = blocks(splits(plan, None))
    most = max(len(part.rows) for part in parts)
    if most > MOST_TOGETHER:
        return None
    never = {row.id for row in plan.rule_rows if not row.coefficients}
    for place in range(most):
        asked = [part for part in parts if len(part.rows) > place]
        questions = [_at_its_tightest(part, place) for part in asked]
        for part, certificate in zip(asked, prove_each(questions, highs), strict=True):
            row = part.rows[place]
            if row.room(certificate.optimum if row.sense == "<=" else -certificate.optimum) > 0:
                never.add(row.id)
        if watch is not None:
            watch((place + 1) / most)
    return tuple(row for row in plan.rule_rows if row.id in never)


def _at_its_tightest(part: LinearProgram, place: int) -> LinearProgram:
    """How near the other rows of a part let its splits come to the limit of one."""
    row = part.rows[place]
    towards = -1 if row.sense == ">=" else 1
    others = replace(part, rows=part.rows[:place] + part.rows[place + 1 :])
    return others.asking(row.label, {line: towards * value for line, value in row.coefficients.items()})


def _shared(plan: Plan) -> list[tuple[Proportional, tuple[str, ...]]]:
    years = plan.years
    rules = plan.constraints if years is None else [dated.rule for dated in years.rules]
    lines = plan.lines if years is None else catalogue(dated.line for dated in years.lines)
    chains = [rule for rule in rules if isinstance(rule, Proportional) and not rule.lag]
    return [
        (
            rule,
            tuple(
                line.id
                for line in rule.upstream.select(lines)
                if any(condition.matches(line) for condition in rule.downstream.conditions)
            ),
        )
        for rule in chains
    ]
