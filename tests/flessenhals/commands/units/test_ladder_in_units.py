"""Whole amounts at every ceiling: the ladder jumps."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

import flessenhals as fh
from flessenhals.amounts import path_of
from flessenhals.briefing.registry import charts
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.sensitivity.whole.ladder import whole_ladder


def test_a_ladder_of_a_path_has_the_split_at_every_share(years: str) -> None:
    plan = fh.load(years)
    path = path_of(plan, "up")
    assert path is not None
    ladder = whole_ladder(plan, path=path)
    for before, after in pairwise(ladder.steps):
        if before.ceiling == after.ceiling:
            continue
        middle = (before.ceiling + after.ceiling) / 2
        given = allocate(plan, path.scaled(middle)).amounts
        assert given == {line: (amount + after.amounts[line]) / 2 for line, amount in before.amounts.items()}
    for step in ladder.steps:
        if step.side == "at":
            assert allocate(plan, path.scaled(step.ceiling)).amounts == step.amounts
    assert {step.side for step in ladder.steps} >= {"at", "below"}
    record = ladder.to_dict()
    assert record["steps"][0].keys() >= {"share", "side", "allocated", "shift"}
    assert record["steps"][-1]["allocated"]["court"] == {"2022": 4, "2023": 8, "2024": 10}


@pytest.mark.parametrize("chart", ["split", "coverage"])
def test_the_ladder_is_drawn_with_an_upright_edge_at_every_jump(plan: str, chart: str) -> None:
    spec = charts(fh.ladder(fh.load(plan)))[chart]("en")
    drawn = json.dumps(spec)
    assert "NaN" not in drawn
    layers = spec["layer"] if chart == "split" else [spec]
    points = [each["ceiling"] for layer in layers for each in layer["data"]["values"] if "ceiling" in each]
    assert len(set(points)) > len(whole_ladder(fh.load(plan)).steps) / 2
