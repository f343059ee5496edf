"""One constraint without room: what it costs, and what relief it would give."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.objective.goals import is_decided, outcomes
from flessenhals.solver.optimum.slim import is_slim, slim_split
from flessenhals.solver.optimum.solution import settled_by
from flessenhals.solver.plan.line import lowest_coverage
from flessenhals.solver.plan.relaxed import relaxed
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.sensitivity.followed_price import Division, division
from flessenhals.solver.sensitivity.gains import gains_record
from flessenhals.solver.sensitivity.prices import price

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.row import Row
    from flessenhals.constraints.rule import Nature
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.sensitivity.price import Price

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Relief:
    """What happens to the optimal split when a constraint is relaxed by one unit, or left out.

    Attributes:
        value: the change of the weighted total, in the plan's unit.
        lowest_coverage: the change of the lowest coverage, a pure number.
        gains: line id → the change of what it is given, in the plan's unit; without zeros.
    """

    value: Fraction
    lowest_coverage: Fraction
    gains: Mapping[str, Fraction]


@dataclass(frozen=True)
class Bottleneck:
    """A constraint without room, and what it holds back.

    Attributes:
        row: the constraint.
        nature: `law`, `norm` or `choice`, where the plan says so.
        price: the change of the value per unit that it is relaxed or tightened by, with the range of each.
        relief: what relaxing it by one unit does to the split.
        without: what leaving it out does to the split.
        release: line id → what it gets of each unit of money that the constraint is relaxed by, a pure number, without
            zeros; empty where the objective leaves that open.
        release_until: how far it can be relaxed with this division, in the plan's unit; None for without end. The price
            may hold further, while the money goes elsewhere.
    """

    row: Row
    nature: Nature | None
    price: Price
    relief: Relief
    without: Relief
    release: Mapping[str, Fraction]
    release_until: Fraction | None

    @property
    def has_effect(self) -> bool:
        """Whether leaving it out changes the split at all."""
        return bool(self.without.gains)

    def record(self) -> dict[str, Any]:
        """The result with the keys of the JSON output."""
        relax, tighten = self.price
        return {
            "id": self.row.label,
            "kind": self.row.kind,
            "nature": self.nature,
            "binding": True,
            "slack": 0.0,
            **self.row.in_unit,
            "price": {"relax": relax.price, "tighten": None if tighten is None else tighten.price},
            "until": {"relax": relax.until, "tighten": None if tighten is None else tighten.until},
            "relief": self.relief.lowest_coverage,
            "relief_value": self.relief.value,
            **gains_record("gains", self.relief.gains),
            **gains_record("release", self.release),
            "release_until": self.release_until,
            "without": {
                "value": self.without.value,
                "lowest_coverage": self.without.lowest_coverage,
                **gains_record("gains", self.without.gains),
            },
            "effect": self.has_effect,
        }

    def flat(self, value: Fraction) -> dict[str, Any]:
        """The same on one level, for a row of a table.

        Args:
            value: the weighted total of the optimal split, in the plan's unit.
        """
        relax, tighten = self.price
        return {
            "id": self.row.label,
            "kind": self.row.kind,
            "nature": self.nature,
            "unit": self.row.unit,
            "relax": relax.price,
            "relax_until": relax.until,
            "tighten": None if tighten is None else tighten.price,
            "tighten_until": None if tighten is None else tighten.until,
            "relief": self.relief.lowest_coverage,
            "value_without": value + self.without.value,
        }


def bottleneck(split: Allocation, row: Row, engine: Engine = highs) -> Bottleneck:
    """What a constraint without room costs on both sides, and what relief it would give; each figure proved.

    Args:
        split: the optimal one.
        row: one of its constraints without room.
        engine: who is asked first.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    plan, ceiling = split.plan, split.ceiling
    found = price(plan, ceiling, row, engine)
    free = _optimum(*relaxed(plan, ceiling, row, None), engine)

    def best_relaxed(by: Fraction) -> Optimum:
        """The optimal split with the constraint relaxed: the one without it, where that does not break it by more."""
        return free if -row.slack(free.point) <= by else _optimum(*relaxed(plan, ceiling, row, by), engine)

    without = _relief(split, free)
    goes = Division({}, None)
    if without.gains and is_decided(plan):
        goes = division(plan, ceiling, row, engine, None if plan.years is None else split, found.relax.until)
    return Bottleneck(
        row=row,
        nature=plan.natures.get(row.id),
        price=found,
        relief=_relief(split, best_relaxed(ONE)),
        without=without,
        release={line: rate for line, rate in goes.rates.items() if line in split.amounts},
        release_until=goes.until,
    )


class Optimum(NamedTuple):
    """An optimal split as far as it is compared.

    Attributes:
        plan: what is divided.
        amounts: line id → what it is given, in the plan's unit.
        point: these, and what is shifted between years.
    """

    plan: Plan
    amounts: Mapping[str, Fraction]
    point: Mapping[str, Fraction]

    @property
    def value(self) -> Fraction:
        """The weighted total, in the plan's unit."""
        return sum((line.weight * self.amounts[line.id] for line in self.plan.lines), start=ZERO)

    @property
    def lowest_coverage(self) -> Fraction | None:
        """The smallest coverage of any line, a pure number; None where no line asks anything."""
        return lowest_coverage(self.plan.lines, self.amounts)


def _optimum(plan: Plan, ceiling: Ceiling, engine: Engine) -> Optimum:
    """The optimal split; with years, where dozens are asked for, for its amounts alone."""
    if plan.years is not None and is_slim(plan):
        try:
            found = slim_split(plan, ceiling, engine)
            return Optimum(plan, found.amounts, settled_by(found.stages))
        except NoOptimumError:
            pass
    split = allocate(plan, ceiling, engine)
    return Optimum(plan, split.amounts, split.point)


def _relief(now: Allocation, then: Optimum) -> Relief:
    """The difference between two optimal splits; none where both are as good by every stage, and several are best."""
    if not is_decided(now.plan) and outcomes(now.plan, then.amounts) == outcomes(now.plan, now.amounts):
        return Relief(ZERO, ZERO, {})
    gains = {line: then.amounts[line] - amount for line, amount in now.amounts.items()}
    return Relief(
        value=then.value - now.value,
        lowest_coverage=(then.lowest_coverage or ZERO) - (now.lowest_coverage or ZERO),
        gains={line: gain for line, gain in gains.items() if gain},
    )
