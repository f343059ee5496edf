"""What binds at a ceiling, what it costs, and what relief it would give."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from solver.allocation import Allocation, allocate
from solver.eased import eased
from solver.engine import highs
from solver.prices import Price, price

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pandas import DataFrame

    from constraints.row import Row
    from constraints.rule import Nature
    from solver.plan import Plan
    from solver.proof import Engine

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
    """

    row: Row
    nature: Nature | None
    price: Price
    relief: Relief
    without: Relief

    @property
    def has_effect(self) -> bool:
        """Whether leaving it out changes the split at all."""
        return bool(self.without.gains)


@dataclass(frozen=True)
class Bottlenecks:
    """Everything that binds at a ceiling.

    Attributes:
        allocation: the optimal split.
        found: the binding constraints, those that help most per unit first, those without effect last.
    """

    allocation: Allocation
    found: tuple[Bottleneck, ...]

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        plan = self.allocation.plan
        return {
            "plan": plan.id,
            "scenario": plan.scenario,
            "ceiling": float(self.allocation.ceiling),
            "unit": plan.unit,
            "bottlenecks": [_plain(each) for each in self.found],
        }

    def records(self) -> list[dict[str, Any]]:
        """A record per binding constraint."""
        return [
            {
                "id": each.row.label,
                "kind": each.row.kind,
                "nature": each.nature,
                "relax": float(each.price.relax.price),
                "relax_until": _float(each.price.relax.until),
                "tighten": None if each.price.tighten is None else float(each.price.tighten.price),
                "tighten_until": None if each.price.tighten is None else _float(each.price.tighten.until),
                "relief": float(each.relief.lowest_coverage),
                "value_without": float(self.allocation.value + each.without.value),
            }
            for each in self.found
        ]

    def frame(self) -> DataFrame:
        """The binding constraints as a pandas frame, one a row with its id as index."""
        import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

        return pd.DataFrame(self.records()).set_index("id")


def bottlenecks(
    plan: Plan, ceiling: Fraction, engine: Engine = highs, watch: Callable[[float], object] | None = None
) -> Bottlenecks:
    """Find what binds at a ceiling, what it costs on both sides, and what relief it would give; each figure proved.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        engine: who is asked first.
        watch: called with the part that is done, from 0 to 1, after every constraint.

    Raises:
        InfeasibleError: if nothing fits within the ceiling.
        NotProvedError: if an answer could not be proved.
    """
    split = allocate(plan, ceiling, engine)
    # That an amount is not negative cannot be given up, so a minimum of zero is no bottleneck.
    binding = [
        each.row
        for each in split.constraints
        if each.binding and (each.row.kind != "minimum" or each.row.right_hand_side)
    ]
    found = []
    for done, row in enumerate(binding, start=1):
        found.append(
            Bottleneck(
                row=row,
                nature=plan.natures.get(row.label),
                price=price(plan, ceiling, row, engine),
                relief=_relief(split, allocate(*eased(plan, ceiling, row, ONE), engine)),
                without=_relief(split, allocate(*eased(plan, ceiling, row, None), engine)),
            )
        )
        if watch is not None:
            watch(done / len(binding))
    return Bottlenecks(split, tuple(sorted(found, key=_helps_most)))


def _helps_most(found: Bottleneck) -> tuple[bool, Fraction, Fraction]:
    return not found.has_effect, -found.price.relax.price, -found.relief.lowest_coverage


def _relief(now: Allocation, then: Allocation) -> Relief:
    gains = {line: then.amounts[line] - amount for line, amount in now.amounts.items()}
    return Relief(
        value=then.value - now.value,
        lowest_coverage=(then.lowest_coverage or ZERO) - (now.lowest_coverage or ZERO),
        gains={line: gain for line, gain in gains.items() if gain},
    )


def _plain(found: Bottleneck) -> dict[str, Any]:
    relax, tighten = found.price
    return {
        "id": found.row.label,
        "kind": found.row.kind,
        "nature": found.nature,
        "binding": True,
        "slack": 0.0,
        "price": {"relax": float(relax.price), "tighten": None if tighten is None else float(tighten.price)},
        "until": {"relax": _float(relax.until), "tighten": None if tighten is None else _float(tighten.until)},
        "relief": float(found.relief.lowest_coverage),
        "relief_value": float(found.relief.value),
        "gains": {line: float(gain) for line, gain in found.relief.gains.items()},
        "without": {
            "value": float(found.without.value),
            "lowest_coverage": float(found.without.lowest_coverage),
            "gains": {line: float(gain) for line, gain in found.without.gains.items()},
        },
        "effect": found.has_effect,
    }


def _float(until: Fraction | None) -> float | None:
    return None if until is None else float(until)
