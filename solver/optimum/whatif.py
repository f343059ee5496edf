"""Several ceilings, or several readings of a plan, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.constraints.ceiling import Path, by_year, ceiling_record, size
from flessenhals.constraints.constraint import in_year
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.dated.series import Series
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.optimum.several import Reader
from flessenhals.solver.plan.finding import Finding, shown
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.program.highs import highs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from pandas import DataFrame

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.infeasible.error import InfeasibleError
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine


class Unproved(NamedTuple):
    """A ceiling of which no answer could be proved.

    Attributes:
        plan: what was to be divided.
        ceiling: in the plan's unit.
        why: what stood in the way.
    """

    plan: Plan
    ceiling: Ceiling
    why: str

    def record(self) -> dict[str, Any]:
        """That there is no answer, as plain data."""
        ceiling = None if isinstance(self.ceiling, Path) else float(self.ceiling)
        return {
            "plan": self.plan.id,
            "scenario": self.plan.scenario,
            "ceiling": ceiling,
            "unit": self.plan.unit,
            "status": "unproved",
            "why": str(self.why),
        }


class Reference(NamedTuple):
    """What an answer is held against.

    Attributes:
        scenario: the scenario that it is read under; None for the plan as it stands.
        ceiling: in the plan's unit.
        result: the answer there.
    """

    scenario: str | None
    ceiling: Ceiling
    result: Allocation | InfeasibleError | Unproved

    def record(self) -> dict[str, Any]:
        """The reference as plain data, with its total; with years in each of them."""
        total: Any = self.result.total if isinstance(self.result, Allocation) else None
        if isinstance(self.result, Allocation) and isinstance(self.ceiling, Path):
            total = by_year(Series(self.result).total)
        return {"scenario": self.scenario, "ceiling": ceiling_record(self.ceiling), "total": total}


@dataclass(frozen=True, repr=False)
class WhatIf(Finding):
    """The optimal splits of several ceilings, or why there is none.

    Attributes:
        plan: what is divided, as it stands.
        ceilings: the ceiling of each result, in the plan's unit.
        results: one per reading and ceiling, in the order asked; a ceiling within which nothing fits is one too.
        against: what each of them is held against, with its ceiling; empty where that was not asked.
    """

    plan: Plan
    ceilings: tuple[Ceiling, ...]
    results: tuple[Allocation | InfeasibleError | Unproved, ...]
    against: tuple[Reference, ...] = ()

    def difference(self, number: int, line: str) -> Fraction | None:
        """How much more a line is given in one result than in what it is held against, in the plan's unit.

        None where one of the two has no answer, or the other no such line.
        """
        result, other = self.results[number], self.against[number].result
        if not (isinstance(result, Allocation) and isinstance(other, Allocation)) or line not in other.amounts:
            return None
        return result.amounts[line] - other.amounts[line]

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        return f"{self.plan.id} at {', '.join(map(shown, map(size, self.ceilings)))}"

    def record(self) -> dict[str, Any]:
        """The result as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        results = [result.record() for result in self.results]
        for number, (result, reference) in enumerate(zip(results, self.against, strict=False)):
            result["against"] = reference.record()
            for line in result.get("lines", ()):
                line["difference"] = self._of_line(number, line["id"])
        return {"plan": self.plan.id, "results": results}

    def rows(self) -> list[dict[str, Any]]:
        """A record per result and line; without an amount where nothing fits."""
        return [
            {
                "scenario": result.plan.scenario,
                "ceiling": size(ceiling),
                "status": _status(result),
                "id": line.id,
                "partner": line.partner,
                "programme": line.programme,
                "proposed": line.proposed,
                "allocated": amount,
                "coverage": None if amount is None or not line.proposed else amount / line.proposed,
                **self._against(number, line.id),
            }
            for number, (ceiling, result) in enumerate(zip(self.ceilings, self.results, strict=True))
            for line in result.plan.lines
            for amount in [result.amounts[line.id] if isinstance(result, Allocation) else None]
        ]

    def _of_line(self, number: int, line: str) -> Any:  # noqa: ANN401 - a number, an object by year or null
        """How much more a line is given than in what it is held against; with years in each in which it runs there."""
        if self.plan.years is None:
            return self.difference(number, line)
        ids = {year: in_year(line, year) for year in self.plan.years.all}
        found = {str(year): self.difference(number, each) for year, each in ids.items() if self._gives(number, each)}
        return found or None

    def _gives(self, number: int, line: str) -> bool:
        result = self.results[number]
        return isinstance(result, Allocation) and line in result.amounts

    def _against(self, number: int, line: str) -> dict[str, Any]:
        if not self.against:
            return {}
        return {
            "against_scenario": self.against[number].scenario,
            "against_ceiling": size(self.against[number].ceiling),
            "difference": self.difference(number, line),
        }

    def _frame(self) -> DataFrame:
        """The amounts as a pandas frame: a line a row, a scenario and ceiling a column; floats, in the plan's unit."""
        import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

        asked = zip(self.ceilings, self.results, strict=True)
        keys = [(result.plan.scenario or "", _column(ceiling)) for ceiling, result in asked]
        columns = pd.MultiIndex.from_tuples(keys, names=["scenario", "ceiling"])
        index = pd.Index([line.id for line in self.plan.lines], name="id")
        amounts = [
            [float(result.amounts[line]) if isinstance(result, Allocation) else float("nan") for result in self.results]
            for line in index
        ]
        return pd.DataFrame(amounts, index=index, columns=columns)


def _column(ceiling: Ceiling) -> float | str:
    return ceiling.name if isinstance(ceiling, Path) else float(ceiling)


def whatif(
    plans: Sequence[Plan],
    ceilings: Iterable[Ceiling],
    engine: Engine = highs,
    watch: Callable[[float], object] | None = None,
    against: Callable[[Plan, Ceiling], tuple[Plan, Ceiling]] | None = None,
) -> WhatIf:
    """Divide several ceilings, each with its proof.

    Args:
        plans: one plan, or readings of it under several scenarios; each is divided at every ceiling.
        ceilings: in the plan's unit, ≥ 0.
        engine: who is asked first.
        watch: called with the part that is done, from 0 to 1, after every split.
        against: from a reading and a ceiling to those that their split is held against.

    Raises:
        NotProvedError: if not one answer could be proved; of one that could not beside others, that is told.
    """
    limits = list(ceilings)
    asked = list(product(plans, limits))
    results: list[Allocation | InfeasibleError | Unproved] = []
    readers = {id(plan): Reader(plan, limits, engine) for plan in plans}
    for plan, ceiling in asked:
        try:
            results.append(readers[id(plan)].at(ceiling))
        except NotProvedError as error:
            results.append(Unproved(plan, ceiling, error.args[0]))
        if watch is not None:
            watch(len(results) / len(asked))
    lost = [each.why for each in results if isinstance(each, Unproved)]
    if lost and len(lost) == len(results):
        raise NotProvedError(lost[0])
    references: list[Reference] = []
    known = [(plan, ceiling, result) for (plan, ceiling), result in zip(asked, results, strict=True)]
    for plan, ceiling in () if against is None else asked:
        other, limit = against(plan, ceiling)  # type: ignore[misc]  # asked of none where there is none
        found = next((result for of, at, result in known if of is other and at == limit), None)
        if found is None:
            found = attempt(other, limit, engine)
            known.append((other, limit, found))
        references.append(Reference(other.scenario, limit, found))
    return WhatIf(plans[0], tuple(ceiling for _, ceiling in asked), tuple(results), tuple(references))


def _status(result: Allocation | InfeasibleError | Unproved) -> str:
    if isinstance(result, Allocation):
        return "optimal"
    return "unproved" if isinstance(result, Unproved) else "infeasible"
