"""Draws of plans with years: one factor for all years, one answer on any number of cores, each as solved afresh."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from judge import asked

from flessenhals.amounts import ceiling_of
from flessenhals.data.plans.reader import loads
from flessenhals.data.source.errors import InputError
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.simulation import simulation, spreads
from flessenhals.solver.simulation.batch import batch
from flessenhals.solver.simulation.chunk import Task
from flessenhals.solver.simulation.drawn import drawn
from flessenhals.solver.simulation.simulation import simulate

if TYPE_CHECKING:
    from pathlib import Path

F = Fraction
PLAN = """
schema: 1
plan: sim
unit: EUR million per year
years: {first: 2026, last: 2029}
lines:
  - {id: police, partner: police, proposed: {2026: 10, 2027: 20}, minimum: 10%}
  - {id: judges, partner: courts, proposed: 6}
  - {id: care, partner: care, proposed: 8, from: 2027}
constraints:
  - id: follow
    proportional:
      {upstream: {partner: police}, downstream: judges, at_least: {2026: 0.25, 2028: 0.3}, lag: 1, existing: 1}
  - {id: recruit, build_up: {of: judges, at_most: 20%, start: 1}}
ceilings: {path: {2026: 12, 2027: 20, 2028: 30}}
"""
UNCERTAIN = """
uncertain:
  - {path: constraints.follow.proportional.at_least.2027, low: 0.2, mode: 0.25, high: 0.4}
  - {of: {partner: police}, field: proposed, low: 90%, high: 120%}
  - {of: judges, field: proposed, low: 80%, high: 120%}
  - {path: lines.care.proposed.2028, low: 6, high: 12}
"""


def values(*of: object) -> list[F]:
    return [F(str(each)) for each in of]


def test_a_draw_holds_in_every_year_and_a_path_with_a_year_in_that_one() -> None:
    plan = drawn(loads(PLAN + UNCERTAIN), values("0.4", "1.1", "0.5", 7))
    asked_of = {line.id: line.proposed for line in plan.lines}
    assert [asked_of[f"police@{year}"] for year in range(2026, 2030)] == values(11, 22, 22, 22)
    assert [asked_of[f"care@{year}"] for year in range(2027, 2030)] == values(8, 7, 8)
    ratios = {rule.when.asked: rule.at_least for rule in plan.constraints if rule.id == "follow" and rule.when}  # type: ignore[attr-defined]
    assert ratios == {2026: F("0.25"), 2027: F("0.4"), 2028: F("0.3"), 2029: F("0.3")}
    minimums = [line.minimum for line in plan.lines if line.line == "police"]
    assert minimums == values("1.1", "2.2", "2.2", "2.2")
    steps = [row.right_hand_side for rule in plan.constraints if rule.id == "recruit" for row in rule.rows(plan.lines)]
    assert steps == values("1.6", "0.6", "0.6", "0.6")  # a fifth of what is asked in the last year as it was drawn


@pytest.mark.parametrize(
    "shift", ["", "shift: {later: any, earlier: 2}\n", "shift: {later: 30%}\nobjective: [value, coverage, shift]\n"]
)
def test_every_draw_is_the_split_of_its_own_plan(shift: str) -> None:
    plan = loads(PLAN + UNCERTAIN + shift)
    path = ceiling_of(plan, "path")
    task = Task(batch(plan, path), 1, 0.0)
    found = task.solve(0, 24)
    from flessenhals.solver.simulation.sampling import draws  # noqa: PLC0415

    for place, inputs in enumerate(draws(plan.uncertain, 1, 0, 24)):
        fresh = attempt(task.plan_of(inputs), path)
        if isinstance(fresh, InfeasibleError):
            assert np.isnan(found.amounts[place]).all()
        else:
            assert isinstance(fresh, Allocation)
            assert np.allclose(found.amounts[place], [float(each) for each in fresh.amounts.values()], atol=1e-7)
    assert found.amounts.shape == (24, len(plan.lines))


def test_the_same_seed_gives_the_same_answer_on_any_number_of_cores(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN + UNCERTAIN)
    command = ["simulate", "path", "--plan", str(tmp_path / "plan.yaml"), "--samples", "300", "-f", "json"]
    one, two = (asked([*command, "--threads", threads]).out for threads in ("1", "3"))
    assert one == two
    told = json.loads(one)
    assert list(told["total"]["mean"]) == ["2026", "2027", "2028", "2029"]
    care = next(line for line in told["lines"] if line["id"] == "care")
    assert care["mean"]["2026"] == care["proposed"]["2026"] == 0
    for language in ("en", "nl"):
        assert asked([*command[:-2], "--lang", language]).code == 0


def test_what_is_given_of_a_line_that_nothing_moves_is_what_allocate_gives() -> None:
    plan = loads(PLAN + "uncertain:\n  - {path: lines.care.proposed, low: 8, high: 8}\n")
    path = ceiling_of(plan, "path")
    found, fixed = simulate(plan, path, 40), attempt(plan, path)
    assert isinstance(fixed, Allocation)
    means = {line: spread.mean for line, spread in found.lines.items() if spread is not None}
    assert means == pytest.approx({line: float(amount) for line, amount in fixed.amounts.items()})


@pytest.mark.parametrize(
    "entry",
    [
        "{path: lines.care.proposed.2040, low: 1, high: 2}",
        "{path: lines.care.proposed.soon, low: 1, high: 2}",
        "{of: {year: 2040}, field: proposed, low: 1, high: 2}",
        "{path: constraints.recruit.build_up.at_most.2027, low: 1, high: 2}",
    ],
)
def test_a_path_to_no_year_is_refused(entry: str) -> None:
    with pytest.raises(InputError) as refused:
        loads(PLAN + f"uncertain:\n  - {entry}\n")
    assert len(refused.value.faults) == 1


def test_spreads_by_year_are_the_same_as_with_every_draw_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = loads(PLAN + UNCERTAIN)
    known = simulate(plan, ceiling_of(plan, "path"), 200).to_dict()
    monkeypatch.setattr(simulation, "CHUNK", 64)
    monkeypatch.setattr(spreads, "KEPT", 63)
    assert simulate(plan, ceiling_of(plan, "path"), 200).to_dict() == known
