"""A plan with years from Python: to a file and back, to a frame and back, and with other figures."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from drawn.dated_plans import FIRST, random_tree, read

import flessenhals as fh
from flessenhals.constraints import BuildUp
from flessenhals.constraints.selector import lines as of_lines
from flessenhals.data.plans.reader import loads
from flessenhals.data.plans.writer import as_yaml
from flessenhals.data.source.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from flessenhals.solver.plan.plan import Plan

F = Fraction
SHORT = 15


def varied(seed: int) -> Plan:
    """A random plan with everything that years can say."""
    draw = random.Random(seed)
    tree = random_tree(seed, shift=draw.random() < 0.5)
    lines: list[dict[str, object]] = tree["lines"]  # type: ignore[assignment]
    lines[1] |= {"weight": {FIRST: 1, FIRST + 1: "2.5"}, "tags": ["a", "b"], "name": {"en": "One", "nl": "Een"}}
    lines.append(
        {"id": "once", "partner": "om", "programme": "a", "proposed": {FIRST: 3, FIRST + 1: "0.1"}, "money": "one-off"}
    )
    lines.append(
        {
            "id": "late",
            "partner": "om",
            "programme": "b",
            "proposed": 4,
            "maximum": {FIRST + 1: "150%"},
            "from": FIRST + 1,
        }
    )
    rules: list[dict[str, object]] = tree["constraints"]  # type: ignore[assignment]
    rules[0]["proportional"]["at_least"] = {FIRST: "0.25", FIRST + 2: "1/3"}  # type: ignore[index]
    rules.append({"id": "band", "level": {"of": {"programme": "a"}, "at_most": {FIRST: 90, FIRST + 1: "80%"}}})
    rules.append(
        {
            "id": "grow",
            "per": "line",
            "build_up": {"of": {"line": ["l1", "late"]}, "at_most": "50%", "start": "50%"},
            "years": {"from": FIRST + 1},
        }
    )
    ceilings: dict[str, object] = tree["ceilings"]  # type: ignore[assignment]
    ceilings["kinds"] = {"structural": {FIRST: 20, FIRST + 1: 30}, "one-off": {FIRST: "2.5"}}
    tree["years"] = {"first": FIRST, "last": FIRST + 2, "columns": [FIRST, FIRST + 2]}
    tree["uncertain"] = [
        {"path": f"constraints.band.level.at_most.{FIRST + 1}", "low": "70%", "high": "90%"},
        {"of": {"partner": "om", "year": str(FIRST)}, "field": "proposed", "low": "90%", "high": "110%"},
    ]
    tree["scenarios"] = {
        "more": {"lines": [{"of": {"line": "late", "year": str(FIRST + 2)}, "proposed": 5}], "keep": ["l0"]}
    }
    return read(tree)


def goes_round(seeds: range) -> None:
    for seed in seeds:
        plan = varied(seed)
        assert loads(as_yaml(plan), plan.id) == plan, seed
        again = fh.Plan.from_frame(
            plan.frame(),
            id=plan.id,
            years=plan.years,
            objective=plan.objective,
            uncertain=plan.uncertain,
            scenarios=plan.scenarios,
        )
        assert again == plan, seed


def test_a_plan_with_years_goes_to_text_and_to_a_frame_and_back() -> None:
    goes_round(range(SHORT))


@pytest.mark.long
def test_two_hundred_plans_with_years_go_round() -> None:
    goes_round(range(200))


def test_a_saved_plan_keeps_its_scenarios(tmp_path: Path) -> None:
    plan = varied(3)
    plan.save(tmp_path / "plan.yaml")
    again = fh.load(tmp_path / "plan.yaml", scenario="more")
    assert [line.kept for line in again.lines if line.line == "l0"] == [True, True, True]
    assert again.line_by_id[f"late@{FIRST + 2}"].proposed == 5


def test_the_plan_that_ships_is_saved_under_each_scenario(tmp_path: Path) -> None:
    for number, scenario in enumerate((None, "recruitment", "harbour")):
        plan = fh.load("pact-2021-build-up", scenario=scenario)
        plan.save(tmp_path / f"{number}.yaml")
        again = fh.load(tmp_path / f"{number}.yaml")
        assert (again.years, again.lines, again.constraints) == (plan.years, plan.lines, plan.constraints)


def test_other_figures_by_their_paths() -> None:
    plan = read(random_tree(1))
    changed = plan.changed({f"lines.l0.proposed.{FIRST + 1}": 7, "years.last": FIRST + 3})
    assert changed.line_by_id[f"l0@{FIRST + 1}"].proposed == 7
    assert changed.years is not None
    assert changed.years.last == FIRST + 3
    assert changed.line_by_id[f"l0@{FIRST}"] == plan.line_by_id[f"l0@{FIRST}"]


def test_a_plan_with_years_made_of_a_frame() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {"id": ["a", "b"], "partner": ["p", "q"], "2026": [1, 2.5], "2027": [3, None], "minimum": ["10%", None]}
    )
    rule = BuildUp(id="grow", of=of_lines("a"), at_most=F(1))
    plan = fh.Plan.from_frame(frame, id="made", years={"first": 2026, "last": 2028}, constraints=(rule,))
    assert [line.proposed for line in plan.lines] == [1, 3, 3, F(5, 2), F(5, 2), F(5, 2)]
    assert plan.line_by_id["a@2027"].minimum == F(3, 10)
    assert [str(row.id) for row in plan.rule_rows] == ["grow@2026", "grow@2027", "grow@2028"]
    assert fh.allocate(plan, 5).amounts["a@2026"] == 1


@pytest.mark.parametrize(
    ("columns", "years"),
    [
        ({"proposed": [1], "proposed.2040": [1]}, {"first": 2026, "last": 2028}),
        ({"proposed.2027": [1]}, {"first": 2026, "last": 2028}),
        ({"proposed": [1], "name.2026": ["x"]}, {"first": 2026, "last": 2028}),
        ({"proposed": [1]}, {"first": 2026}),
        ({"proposed": ["10,5"]}, {"first": 2026, "last": 2028}),
        ({"minimum": [1]}, {"first": 2026, "last": 2028}),
    ],
)
def test_a_frame_that_is_no_plan_with_years_is_refused(columns: dict[str, list[object]], years: dict[str, int]) -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(InputError) as refused:
        fh.Plan.from_frame(pandas.DataFrame({"id": ["a"], "partner": ["p"], **columns}), id="made", years=years)
    assert len(refused.value.faults) == 1
