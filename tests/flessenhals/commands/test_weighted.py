"""A rule on what money buys: its unit is told wherever its figures are, in both languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import flessenhals as fh
from flessenhals.cli import run
from flessenhals.data.plans.reader import load
from flessenhals.data.source.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
schema: 1
plan: staffed
unit: EUR million per year
lines:
  - {id: police, name: {en: Police, nl: Politie}, partner: police, proposed: 60, minimum: 4}
  - {id: judges, name: {en: Judges, nl: Rechters}, partner: courts, proposed: 15}
  - {id: shelter, name: {en: Shelter, nl: Opvang}, partner: care, proposed: 10}
constraints:
  - id: recruits
    name: {en: Recruits, nl: Rekruten}
    weighted: {terms: [{of: police, times: 12.5}, {of: {partner: courts}, times: 8}], unit: fte, at_most: 600}
  - id: places
    name: {en: Places, nl: Plaatsen}
    weighted: {terms: [{of: shelter, times: 30}], unit: beds, at_least: 60}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "staffed.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def told(capfd: pytest.CaptureFixture[str], *asked: str) -> str:
    assert run(asked) in {0, 3}
    return " ".join(capfd.readouterr().out.split())


def test_a_split_keeps_what_the_money_buys_within_the_cap(plan: str) -> None:
    split = fh.allocate(fh.load(plan), 100)
    assert 12.5 * float(split.amounts["police"]) + 8 * float(split.amounts["judges"]) == 600
    assert split.amounts["judges"] == 15


def test_json_names_the_unit_of_what_is_no_money(plan: str, capfd: pytest.CaptureFixture[str]) -> None:
    run(["allocate", "100", "--plan", plan, "-f", "json"])
    found = {each["id"]: each for each in json.loads(capfd.readouterr().out)["constraints"]}
    assert {name: each.get("unit") for name, each in found.items() if "." not in name} == {
        "ceiling": None,
        "recruits": "fte",
        "places": "beds",
    }
    assert found["places"]["slack"] == 240


def test_a_bottleneck_is_priced_in_its_unit(plan: str, capfd: pytest.CaptureFixture[str]) -> None:
    asked = ("bottlenecks", "100", "--plan", plan)
    english, dutch = told(capfd, *asked), told(capfd, *asked, "--lang", "nl")
    assert '"Recruits" binds: 1 fte more room puts € 0.08 million more to work, for the first 270 fte.' in english
    assert "knelt: met 1 fte meer ruimte wordt € 0,08 mln meer ingezet, voor de eerste 270 fte." in dutch
    assert '"Recruits" (fte)' in english


def test_why_nothing_fits_is_a_sum_with_both_units(plan: str, capfd: pytest.CaptureFixture[str]) -> None:
    asked = ("allocate", "5", "--plan", plan)
    english, dutch = told(capfd, *asked), told(capfd, *asked, "--lang", "nl")
    assert '"Places" asks at least 60 beds, which takes at least 60 : 30 = € 2 million for Shelter' in english
    assert "Together 2 + 4 = € 6 million is needed: € 1 million short." in english
    assert '"Plaatsen" vraagt minstens 60 beds; dat kost minstens 60 : 30 = € 2 mln voor Opvang' in dutch
    assert "60 beds 30 beds 30 beds less" in english


def test_a_cap_that_minimums_exceed_is_added_up_in_its_unit(plan: str, capfd: pytest.CaptureFixture[str]) -> None:
    english = told(capfd, "allocate", "100", "--plan", plan, "--set", "lines.police.minimum=50")
    assert "12.5 × the minimum of Police is € 50 million" in english
    assert "Needed: 12.5 × 50 = 625 fte. There is: 1 × 600 = 600 fte. That is 25 fte short." in english


def test_a_proposal_goes_above_a_cap_and_falls_short_of_a_floor_in_their_units(
    plan: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    proposal = tmp_path / "proposal.yaml"
    proposal.write_text("police: 50\njudges: 0\nshelter: 1\n", encoding="utf-8")
    english = told(capfd, "compare", str(proposal), "--plan", plan)
    assert '"Recruits" (fte) Limit on quantity 25.00' in english
    assert '"Places" (beds) Limit on quantity 30.00' in english
    assert 'itself breaks "Recruits": 270 fte too much' in told(capfd, "check", "--plan", plan)


def test_a_term_is_set_by_its_place(plan: str) -> None:
    changed = load(plan, changes=["constraints.recruits.weighted.terms.1.times=10"])
    assert next(str(row) for row in changed.rule_rows) == "recruits: 25/2 police + 10 judges <= 600"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("terms.2.times=1", "'2' is not the place of a term -> write a number from 0 to 1"),
        ("terms.first.times=1", "'first' is not the place of a term"),
        ("terms.0.tims=1", "'tims' is not a part of a term -> did you mean times?"),
        ("terms.0.times.more=1", "'more' is not a part of times -> end the path before it"),
        ("terms.0.times=12,5", "times '12,5' is not a number -> write 12.5"),
        ("terms=[]", "terms is empty -> write at least one term"),
        ("at_least=700", "at_least 700 is above at_most 600"),
        ("unit=null", "unit is missing in weighted"),
        ("terms.0.of={partner: nobody}", "'nobody' is not a partner of this plan"),
    ],
)
def test_what_is_wrong_with_it_is_said_where_it_stands(plan: str, path: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        load(plan, changes=[f"constraints.recruits.weighted.{path}"])
    assert said in str(refused.value)


def test_a_change_of_its_terms_has_an_effect_of_its_own(plan: str, capfd: pytest.CaptureFixture[str]) -> None:
    english = told(capfd, "diff", "100", "--plan", plan, "--set", "constraints.recruits.weighted.at_most=500")
    assert '"Recruits": at most 600 fte → 500 fte' in english
