"""Plans in Python: what is saved reads back as the same plan, frames come in and go out, figures are changed."""

from fractions import Fraction
from pathlib import Path
from random import Random

import pandas as pd
import pytest
from drawn.plans import random_ceiling, random_plan

import flessenhals as fh
from flessenhals.briefing.results.records import to_csv, to_json
from flessenhals.briefing.writers.xlsx.table import records_as_xlsx
from flessenhals.data.plans.reader import load, loads
from flessenhals.data.plans.writer import as_yaml
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import allocate


@pytest.mark.parametrize("seed", range(200))
def test_a_random_plan_that_is_saved_is_the_same_plan_and_its_split_comes_back(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    plan = random_plan(random)
    plan.save(tmp_path / "plan.yaml")

    assert load(tmp_path / "plan.yaml") == plan
    try:
        split = allocate(plan, random_ceiling(random, plan))
    except InfeasibleError:
        return
    (tmp_path / "split.csv").write_text(to_csv(split.records()), encoding="utf-8")
    (tmp_path / "split.json").write_text(to_json(split.to_dict()), encoding="utf-8")
    (tmp_path / "split.xlsx").write_bytes(records_as_xlsx(split.records(), "Allocation"))
    for ending in ("csv", "json", "xlsx"):
        assert read_proposal(tmp_path / f"split.{ending}", plan).amounts == split.amounts


def test_the_pact_plan_reads_back_with_its_scenarios(tmp_path: Path) -> None:
    pact = fh.load()
    pact.save(tmp_path / "pact.yaml")

    for scenario in (None, *pact.scenarios):
        assert load(tmp_path / "pact.yaml", scenario=scenario) == load(scenario=scenario)


def test_a_plan_with_everything_reads_back() -> None:
    text = """\
schema: 1
plan: everything
title: {en: All, nl: Alles}
unit: EUR million per year
source: "2021"
price_level: "2021"
partners: {police: National Police, om: {en: OM, nl: OM}}
lines:
- {id: a, name: "yes: no", partner: police, proposed: 1.2340, minimum: 50%, maximum: 120%, weight: 1/3, tags: [x, y]}
- {id: b, partner: om, programme: p, department: d, proposed: 10, step: 2, source: "§1", origin: derived, note: {en: n}}
- {id: c, partner: om, proposed: 10, smallest: 100%}
- {id: d, partner: om, proposed: 10, parts: 4}
constraints:
- id: chain
  nature: law
  source: s
  proportional: {upstream: [b, {partner: police}], downstream: {line: [a, c], tags: x}, at_least: 1/3, existing: 2}
- {id: share, level: {of: {partner: om, programme: p}, at_least: 12.5%, at_most: 40}}
- {id: staff, weighted: {terms: [{of: {partner: police}, times: 12.5}, {of: c, times: 1/3}], unit: fte, at_most: 900}}
totals: [{of: {partner: om}, proposed: 30}]
uncertain:
- {path: constraints.share.level.at_least, low: 10%, high: 20%}
- {of: {partner: police}, field: proposed, low: 90%, mode: 1, high: 1.2, note: assumed}
objective: [{value: b}, value, {coverage: partner}, coverage]
"""
    plan = loads(text)

    assert loads(as_yaml(plan)) == plan


def test_what_no_decimal_is_is_refused_and_not_rounded() -> None:
    plan = fh.Plan(id="p", lines=(fh.Line(id="a", partner="a", proposed=Fraction(1, 3)),))

    with pytest.raises(fh.InputError, match=r"lines.a.proposed: 1/3 is not a decimal that a plan can hold"):
        as_yaml(plan)


def test_a_file_that_is_there_is_not_replaced_without_a_word(tmp_path: Path) -> None:
    fh.load().save(tmp_path / "p.yaml")
    with pytest.raises(Exception, match="is there already"):
        fh.load().save(tmp_path / "p.yaml")
    fh.load().save(tmp_path / "p.yaml", force=True)


def test_a_plan_from_a_frame_and_back() -> None:
    frame = pd.DataFrame(
        {
            "id": ["a", "b"],
            "partner": ["police", "om"],
            "proposed": [60, 4.6],
            "minimum": [float("nan"), 1.25],
            "tags": ["x y", None],
        }
    )
    plan = fh.Plan.from_frame(frame, id="mine", unit="EUR million")

    assert [(line.proposed, line.minimum, line.tags) for line in plan.lines] == [
        (60, 0, ("x", "y")),
        (Fraction("4.6"), Fraction("1.25"), ()),
    ]
    assert fh.Plan.from_frame(plan.frame(), id="mine", unit="EUR million") == plan
    assert plan.frame().loc["b", "proposed"] == 4.6


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (
            {"id": ["a"], "partner": ["p"], "proposd": [1]},
            "'proposd' is not a field of a line -> did you mean proposed?",
        ),
        ({"id": ["a"], "proposed": [1]}, "lacks a column that every line needs -> add partner"),
        ({"id": ["a"], "partner": ["p"], "proposed": [-1]}, "is below 0"),
    ],
)
def test_a_frame_that_is_no_plan(columns: dict[str, list[object]], said: str) -> None:
    with pytest.raises(fh.InputError, match=said.replace("?", r"\?")):
        fh.Plan.from_frame(pd.DataFrame(columns), id="mine")


def test_a_plan_with_other_figures() -> None:
    pact = fh.load()
    changed = pact.changed(
        {
            "lines.nfi.minimum": 4,
            "partner:police.weight": 2,
            "constraints.om-follows-police.proportional.at_least": 0.125,
        }
    )

    assert changed.line_by_id["nfi"].minimum == 4
    assert {line.weight for line in changed.lines if line.partner == "police"} == {2}
    assert changed.scenarios == pact.scenarios
    assert pact.line_by_id["nfi"].minimum == 0
    with pytest.raises(fh.InputError, match="did you mean nfi"):
        pact.changed({"lines.nfl.minimum": 4})


def test_a_changed_plan_that_is_saved_is_the_same_plan(tmp_path: Path) -> None:
    plan = fh.Plan(id="p", lines=(fh.Line(id="a", partner="a", proposed=10),)).changed({"lines.a.minimum": 4})
    plan.save(tmp_path / "plan.yaml")
    assert load(tmp_path / "plan.yaml") == plan


def test_a_frame_may_hold_parts_of_what_is_asked_as_plans_do() -> None:
    rows = [{"id": "a", "partner": "p", "proposed": 10, "minimum": "50%", "maximum": "120%", "cofunded": "25%"}]
    plan = fh.Plan.from_frame(pd.DataFrame(rows), id="p")
    text = (
        "schema: 1\nplan: p\nlines:\n"
        "  - {id: a, partner: p, proposed: 10, minimum: 50%, maximum: 120%, cofunded: 25%}\n"
    )
    assert plan == loads(text)
    assert plan.changed({"lines.a.proposed": 20}).lines[0].minimum == 10
