"""The ladder as its first split and the rates that change, added up again to the split at every step."""

import json
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from drawn.plans import random_country, random_plan
from judge import asked

import flessenhals as fh
from flessenhals.constraints.selector import lines as selected
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.sensitivity.ladder.ladder import Ladder, ladder

YEARS = """\
schema: 1
plan: years
years: {first: 2026, last: 2028}
shift: {later: 50%}
ceilings: {path: {2026: 10, 2027: 30, 2028: 20}}
lines:
  - {id: police, partner: police, proposed: {2026: 12, 2028: 30}}
  - {id: om, partner: om, proposed: 9, weight: 2}
constraints:
  - {id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.25}}
"""


def added_up(steps: list[dict[str, Any]], place: str) -> list[dict[str, Fraction]]:
    """The split at every step, from the exact texts of the first split and the rates that are named."""
    split = {line: Fraction(each) for line, each in _flat(steps[0]["exact"]["allocated"]).items()}
    rates = dict.fromkeys(split, Fraction(0))
    found = [split]
    for now, then in pairwise(steps):
        rates |= {line: Fraction(each) for line, each in _flat(now["exact"]["rates"]).items()}
        far = Fraction(then["exact"][place]) - Fraction(now["exact"][place])
        split = {line: amount + far * rates[line] for line, amount in split.items()}
        found.append(split)
    return found


def _flat(figures: dict[str, Any]) -> dict[str, str]:
    """Figures by line, or by line and year."""
    return {
        f"{line}@{year}" if year else line: each
        for line, figure in figures.items()
        for year, each in (figure.items() if isinstance(figure, dict) else [("", figure)])
    }


def check(found: Ladder) -> None:
    told = replace(found, sparse=True).to_dict()["steps"]
    dense = list(found.steps)
    assert [Fraction(step["exact"]["ceiling"]) for step in told] == [step.ceiling for step in dense]
    assert added_up(told, "ceiling") == [dict(step.amounts) for step in dense]
    assert all("allocated" not in step for step in told[1:])
    before: dict[str, Fraction] = {}
    for step, its in zip(told, dense, strict=True):
        named = {line: Fraction(rate) for line, rate in step["exact"]["rates"].items()}
        assert named == {
            line: its.next_euro.get(line, Fraction(0))
            for line in {**before, **its.next_euro}
            if its.next_euro.get(line) != before.get(line)
        }
        before = dict(its.next_euro)


@pytest.mark.parametrize("seed", range(25))
def test_the_rates_that_are_named_add_up_to_the_split_at_every_step(seed: int) -> None:
    random = Random(seed)
    plan: Plan = random_country(random) if seed % 3 == 0 else random_plan(random, most_lines=8)
    try:
        found = ladder(plan)
    except InfeasibleError:
        return
    check(found)


def test_above_500_lines_it_is_told_so_without_being_asked() -> None:
    budget = tuple(
        fh.Line(id=f"l{number}", partner=f"town{number // 3}", proposed=Fraction(1 + number % 17, 2))
        for number in range(501)
    )
    rules = tuple(
        fh.Proportional(
            id=f"r{town}",
            upstream=selected(f"l{3 * town}"),
            downstream=selected(f"l{3 * town + 1}"),
            at_least=Fraction(1, 10),
        )
        for town in range(0, 167, 9)
    )
    found = ladder(Plan(id="large", lines=budget, constraints=rules))
    told = found.to_dict()["steps"]
    split = added_up(told, "ceiling")
    for place in (0, len(told) // 2, len(told) - 1):
        assert split[place] == found.at(Fraction(told[place]["exact"]["ceiling"]))


def test_a_path_of_years_is_told_in_shares(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(YEARS)
    dense = json.loads(asked(["ladder", "path", "--plan", str(file), "-f", "json"]).out)
    sparse = json.loads(asked(["ladder", "path", "--plan", str(file), "-f", "json", "--sparse"]).out)
    assert [step["share"] for step in sparse["steps"]] == [step["share"] for step in dense["steps"]]
    for told, split in zip(dense["steps"], added_up(sparse["steps"], "share"), strict=True):
        assert _flat(told["allocated"]) == pytest.approx({line: float(each) for line, each in split.items()})


def test_the_csv_has_the_first_split_and_then_a_row_a_rate(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "schema: 1\nplan: two\nlines:\n  - {id: a, partner: p, proposed: 10, weight: 2}\n"
        "  - {id: b, partner: p, proposed: 6}\n"
    )
    answer = asked(["ladder", "--plan", str(tmp_path / "plan.yaml"), "--sparse", "-f", "csv"])
    assert answer.out.splitlines() == [
        "ceiling,id,allocated,rate,exact",
        "0.0,a,0.0,1.0,1",
        "0.0,b,0.0,0.0,0",
        "10.0,a,,0.0,0",
        "10.0,b,,1.0,1",
        "16.0,b,,0.0,0",
    ]
