"""Several ceilings of a large plan are read off its best splits at every ceiling: the same, and proved as well."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

import pytest

from flessenhals.data.plans.reader import load
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.optimum.parametric.rise import Rise
from flessenhals.solver.optimum.whatif import WhatIf, whatif

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

from country import write

F = Fraction


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> WhatIf:
    plan = load(write(tmp_path_factory.mktemp("country"), 9, weights=True))
    return whatif([plan], [F(1), *(plan.proposed * F(part, 100) for part in (45, 60, 75, 200))])


def test_each_is_the_split_that_a_solve_of_its_own_finds(found: WhatIf) -> None:
    _, *fitting = found.results
    for result in fitting:
        assert isinstance(result, Allocation)
        assert result.pieces is not None
        assert result.amounts == allocate(result.plan, result.available).amounts


def test_below_the_lowest_feasible_ceiling_it_says_why_nothing_fits(found: WhatIf) -> None:
    assert isinstance(found.results[0], InfeasibleError)


def test_its_pieces_prove_a_split_and_no_other(found: WhatIf) -> None:
    result = found.results[1]
    assert isinstance(result, Allocation)
    assert result.faults() == []
    assert result.to_dict()["certificate"]["verified"] is True
    line = next(iter(result.amounts))
    other = {**result.amounts, line: result.amounts[line] + 1}
    wrong = Allocation(result.plan, result.ceiling, other, result.stages, pieces=result.pieces)
    assert wrong.faults() == [f"{line} is not what was proved"]


def test_its_stages_are_there_for_whoever_asks_them(found: WhatIf) -> None:
    result = found.results[2]
    assert isinstance(result, Allocation)
    assert [stage.goal for stage in result.stages][:2] == ["value", "coverage"]
    assert len(result.stages[:1]) == 1


def test_where_many_lines_hang_together_each_ceiling_is_divided_by_itself(tmp_path: Path) -> None:
    plan = load(write(tmp_path, 9, tied=True))
    ceilings = [plan.proposed * F(part, 100) for part in (45, 60, 75, 90)]
    for result in whatif([plan], ceilings).results:
        assert isinstance(result, Allocation)
        assert not isinstance(result.pieces, Rise), "every ceiling was worked out for the sake of four"
