"""Amounts that cannot be split, from the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import highspy
import pytest
from drawn.whole_plans import best_by_trying

import flessenhals as fh
from flessenhals.amounts import path_of
from flessenhals.briefing.registry import charts
from flessenhals.briefing.results.whole.bottlenecks import onward, whole_bottlenecks_tables
from flessenhals.briefing.results.whole.ladder import straight_between
from flessenhals.briefing.text.told import Told
from flessenhals.cli import run
from flessenhals.solver.claims.whole.further import NextUnits, NoFurtherUnits, NoOtherUnit, WithAnotherUnit
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.program.errors import IndivisibleError
from flessenhals.solver.rounding.rounding import rounded
from flessenhals.solver.sensitivity.whole.bottlenecks import WholeBottlenecks, whole_bottlenecks
from flessenhals.solver.sensitivity.whole.ladder import WholeLadder, whole_ladder
from flessenhals.solver.units import search

if TYPE_CHECKING:
    from pathlib import Path

    from flessenhals.solver.claims.claim import Claim

PLAN = """
schema: 1
plan: courts
lines:
  - {id: court, partner: courts, proposed: 10, step: 2}
  - {id: centre, partner: centres, proposed: 6, smallest: 100%}
  - {id: police, partner: police, proposed: 10}
constraints:
  - {id: follow, proportional: {upstream: {partner: police}, downstream: {line: court}, at_least: 0.5}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    file = tmp_path / "courts.yaml"
    file.write_text(PLAN)
    return str(file)


def test_json_says_the_step_or_the_smallest_amount_at_the_line(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "17", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    lines = {line["id"]: line for line in found["lines"]}
    assert lines["court"]["step"] == 2
    assert lines["centre"]["smallest"] == 6
    assert not {"step", "smallest"} & lines["police"].keys()
    assert found["certificate"]["verified"] is True
    assert found["certificate"]["parts"] >= 1


def test_csv_has_the_same_columns_for_every_line(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "17", "--plan", plan, "-f", "csv"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert header.endswith("step,smallest")
    assert {row.count(",") for row in rows} == {header.count(",")}


@pytest.mark.parametrize("ceiling", ["0", "3", "14", "17", "25", "26", "30"])
def test_what_binds_is_found_also_where_one_more_reaches_no_whole_amount(
    plan: str, ceiling: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bottlenecks", ceiling, "--plan", plan]) == 0
    assert "What binds at" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ceiling", "said"),
    [
        ("26", "Everything that is asked fits within 26"),
        ("30", "Everything that is asked fits within 30"),
        ("26", "no other line gets more, and the lowest coverage goes from 100.0% to 80.0%."),
        ("16", "other lines get 2 more, and the lowest coverage stays 40.0%."),
        ("30", "No constraint that leaves no room changes the lowest coverage, or the number of units anywhere, if it"),
    ],
)
def test_what_does_not_change_is_not_said_to_go_from_one_figure_to_the_same(
    plan: str, ceiling: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bottlenecks", ceiling, "--plan", plan]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert said in out
    assert not re.search(r"goes from ([0-9.]+%) to \1", out)
    assert " 0 more" not in out
    assert "up 0," not in out


def test_coverage_cannot_fall_where_all_get_what_they_ask(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "30", "--plan", plan]) == 0
    assert "can fall" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "In whole amounts: 2 of 5 at court; centre stands."),
        ("nl", "In hele bedragen: 2 van 5 bij court; centre gaat door."),
    ],
)
def test_it_is_said_which_units_stand(plan: str, language: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "14", "--plan", plan, "--lang", language]) == 0
    assert told in capsys.readouterr().out


def test_set_takes_the_new_fields(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    changes = ["--set", "lines.police.parts=4", "--set", "lines.centre.smallest=0"]
    assert run(["allocate", "17", "--plan", plan, "-f", "json", *changes]) == 0
    lines = {line["id"]: line for line in json.loads(capsys.readouterr().out)["lines"]}
    assert lines["police"]["step"] == 2.5
    assert lines["police"]["allocated"] % 2.5 == 0
    assert "smallest" not in lines["centre"]


def test_a_minimum_is_rounded_up_and_a_maximum_down(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    changes = ["--set", "lines.court.minimum=3", "--set", "lines.court.maximum=9"]
    assert run(["allocate", "17", "--plan", plan, "-f", "json", *changes]) == 0
    lines = {line["id"]: line for line in json.loads(capsys.readouterr().out)["lines"]}
    assert (lines["court"]["minimum"], lines["court"]["maximum"]) == (4, 8)


def test_ceilings_side_by_side_are_in_whole_amounts(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "5", "10", "15", "--plan", plan, "-f", "json"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert all(line["allocated"] % 2 == 0 for result in results for line in result["lines"] if line["id"] == "court")


def test_where_nothing_fits_the_lowest_ceiling_is_in_whole_amounts(
    plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = ["--set", "lines.police.minimum=5"]
    assert run(["allocate", "8", "--plan", plan, "-f", "json", *changes]) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["lowest_feasible_ceiling"] == 9  # 5 asks 2.5 of the courts, and half a court does not exist
    assert found["conflict"] == ["ceiling", "follow", "police.minimum"]
    assert found["parts"] >= 1


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_only_whole_amounts_rule_out_is_told_so(
    plan: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = ["--set", "lines.police.minimum=5", "--lang", language]
    assert run(["allocate", "8", "--plan", plan, *changes]) == 3
    assert {"en": "could hold together", "nl": "kunnen samen gelden"}[language] in capsys.readouterr().out


def test_the_whole_proof_goes_to_a_file_that_checks_by_itself(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "proof.json"
    assert run(["allocate", "17", "--plan", plan, "--certificate", str(target)]) == 0
    command = [sys.executable, "-m", "flessenhals.solver.units", str(target)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0
    assert "proved" in told.stdout


def test_a_plan_that_can_be_split_has_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "300", "--certificate", str(tmp_path / "proof.json")]) == 2
    assert "cannot be split" in capsys.readouterr().err


def test_a_search_that_takes_too_long_stops_with_what_is_proved(
    plan: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(search, "MOST_PROGRAMS", 1)
    assert run(["allocate", "13", "--plan", plan, "-f", "json"]) == 4
    found = json.loads(capsys.readouterr().out)
    assert found["status"] == "stopped"
    assert found["gap"] == found["bound"] - found["reached"] >= 0
    assert [line["id"] for line in found["lines"]] == ["court", "centre", "police"]


@pytest.mark.parametrize(
    ("change", "odd", "told"),
    [
        ("lines.court.step=3", "less than asked", "gets € 9 million at most"),
        ("lines.court.step=20", "nothing fits", "always gets nothing"),
        ("lines.centre.minimum=1", "never nothing", "at least, never nothing"),
        ("lines.court.minimum=3", "minimum rises", "rounded up"),
    ],
)
def test_check_says_what_is_odd_about_whole_amounts(
    plan: str, change: str, odd: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = ["--set", "unit=EUR million"]
    assert run(["check", "--plan", plan, "--set", change, "-f", "json"]) == 0
    assert odd in {each["odd"] for each in json.loads(capsys.readouterr().out)["units"]}
    assert run(["check", "--plan", plan, "--set", change, *unit]) == 0
    assert told in " ".join(capsys.readouterr().out.split())


def test_bottlenecks_say_what_the_next_euros_buy(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "17", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {each["why"] for each in found["bottlenecks"]} == {"units"}
    assert {each["price"] for each in found["bottlenecks"]} == {None}
    assert found["next"]["ceiling"] >= 17
    assert isinstance(found["next"]["attained"], bool)


def test_stages_over_groups_come_first_in_whole_amounts_too(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    objective = "objective=[{value: {partner: centres}}, {coverage: partner}, coverage]"
    assert run(["allocate", "11", "--plan", plan, "--set", objective, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {line["id"]: line["allocated"] for line in found["lines"]} == {"court": 2, "centre": 6, "police": 3}
    assert found["certificate"]["verified"] is True


YEARS = """
schema: 1
plan: years
years: {first: 2022, last: 2024}
lines:
  - {id: court, partner: courts, proposed: {2022: 4, 2023: 8, 2024: 10}, parts: 2}
  - {id: centre, partner: centres, proposed: 5, smallest: 100%, from: 2023}
  - {id: police, partner: police, proposed: 20}
"""


def test_parts_and_smallest_amounts_are_those_of_each_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "years.yaml"
    file.write_text(YEARS)
    assert run(["allocate", "17", "--plan", str(file), "-f", "json"]) == 0
    lines = {line["id"]: line["allocated"] for line in json.loads(capsys.readouterr().out)["lines"]}
    assert {year: amount % half for (year, amount), half in zip(lines["court"].items(), (2, 4, 5), strict=True)} == {
        "2022": 0,
        "2023": 0,
        "2024": 0,
    }
    assert set(lines["centre"].values()) <= {0, 5}


def test_from_python_the_same_questions_are_asked(plan: str) -> None:
    loaded = fh.load(plan)
    found = fh.bottlenecks(loaded, 17)
    assert isinstance(found, WholeBottlenecks)
    assert found.to_dict()["bottlenecks"][0]["why"] == "units"
    ladder = fh.ladder(loaded)
    assert isinstance(ladder, WholeLadder)
    assert ladder.steps[-1].amounts == {"court": 10, "centre": 6, "police": 10}
    with pytest.raises(IndivisibleError):
        fh.bottlenecks(loaded, 17, within="1%")


def test_a_ladder_of_a_path_has_the_split_at_every_share(tmp_path: Path) -> None:
    file = tmp_path / "years.yaml"
    file.write_text(YEARS.replace("lines:", "ceilings: {up: {2022: 10, 2023: 17, 2024: 20}}\nlines:"))
    plan = fh.load(str(file))
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


def test_what_more_of_a_path_buys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "years.yaml"
    file.write_text(YEARS.replace("lines:", "ceilings: {up: {2022: 10, 2023: 17, 2024: 20}}\nlines:"))
    assert run(["bottlenecks", "up", "--plan", str(file)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "At 125.00% of the path: 2 of 2 at court in 2024 (now 1)." in said
    assert run(["bottlenecks", "up", "--plan", str(file), "-f", "json"]) == 0
    onward = json.loads(capsys.readouterr().out)["next"]
    assert (onward["share"], onward["attained"], onward["changes"]) == (1.25, True, {"court@2024": 10})


@pytest.mark.parametrize("ceiling", ["5", "11", "13", "16", "21", "26"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_said_of_units_is_so(plan: str, ceiling: str, language: fh.Language) -> None:
    loaded = fh.load(plan)
    found = whole_bottlenecks(loaded, Fraction(ceiling))
    claims = [
        claim
        for table in whole_bottlenecks_tables(found, language)
        for note in table.notes
        if isinstance(note, Told)
        for claim in note.claims
    ]
    assert len(claims) >= 3
    assert [claim for claim in claims if not claim.holds(loaded, found.allocation)] == []


def test_what_forbids_a_unit_is_named_and_not_the_unit_itself(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    held = ["--set", "lines.centre.minimum=6"]
    assert run(["bottlenecks", "7", "--plan", plan, *held]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "1 of 5 at court does not fit as long as all of these hold: the ceiling and the minimum of centre." in said
    assert run(["bottlenecks", "7", "--plan", plan, *held, "-f", "json"]) == 0
    (unit,) = json.loads(capsys.readouterr().out)["units"]
    assert (unit["id"], unit["conflict"]) == ("court", ["ceiling", "centre.minimum"])


def other(claim: Claim, **changed: object) -> Claim:
    """The same claim with another figure in it."""
    return type(claim)(**{**vars(claim), **changed})


class ByTrying:
    """Answers by dividing in every way in which the whole amounts can be chosen."""

    def best(self, plan: fh.Plan, ceiling: Fraction) -> dict[str, Fraction] | None:
        return best_by_trying(plan, ceiling)


def test_what_is_said_of_units_is_so_by_trying_every_split_too(plan: str) -> None:
    loaded = fh.load(plan)
    found = whole_bottlenecks(loaded, Fraction(16))
    claims = {claim for sentence in onward(found, "en") for claim in sentence.claims}
    assert {claim.kind for claim in claims} == {"next units"}
    assert all(claim.holds(loaded, found.allocation, ByTrying()) for claim in claims)  # type: ignore[arg-type]


def test_a_claim_of_units_that_is_not_so_does_not_hold(plan: str) -> None:
    loaded = fh.load(plan)
    found = whole_bottlenecks(loaded, Fraction(16))
    (claim,) = {claim for sentence in onward(found, "en") for claim in sentence.claims}
    assert isinstance(claim, NextUnits)
    assert claim.holds(loaded, found.allocation)
    wrong = [
        other(claim, ceiling=claim.ceiling + 1),
        other(claim, ceiling=claim.ceiling - 1),
        other(claim, attained=not claim.attained),
        other(claim, changes=(("court", Fraction(10)),)),
        other(claim, paying=claim.paying + 1),
        other(claim, lowest=(claim.lowest[0], Fraction(1, 100))),
        NoFurtherUnits(),
        WithAnotherUnit("court", Fraction(8), Fraction(1), Fraction(1, 5)),
        NoOtherUnit("court", Fraction(8)),
    ]
    assert [each for each in wrong if each.holds(loaded, found.allocation)] == []


def test_the_ladder_says_that_it_is_straight_between_its_jumps(plan: str) -> None:
    ladder = fh.ladder(fh.load(plan))
    assert isinstance(ladder, WholeLadder)
    claim = straight_between(ladder)
    assert claim.holds(ladder.plan, None)
    first, second, *others = claim.steps
    moved = (second[0], second[1], tuple((line, amount + 1) for line, amount in second[2]))
    assert not other(claim, steps=(first, moved, *others)).holds(ladder.plan, None)


def test_a_ceiling_that_rises_can_lower_the_lowest_coverage(tmp_path: Path) -> None:
    file = tmp_path / "falls.yaml"
    file.write_text("""
schema: 1
plan: falls
lines:
  - {id: court, partner: courts, proposed: 4, step: 4, weight: 2}
  - {id: police, partner: police, proposed: 4}
""")
    found = whole_bottlenecks(fh.load(str(file)), Fraction(3))
    said = " ".join(onward(found, "en"))
    assert "At 4, which is 1 more: 1 of 1 at court (now 0)." in said
    assert "police helps to pay for it: that line gets less than just before." in said


def test_one_line_is_asked_about(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "16", "--plan", plan, "--line", "police", "-f", "json"]) == 0
    units = json.loads(capsys.readouterr().out)["units"]
    assert [(each["id"], each["change"], each["amount"]) for each in units] == [
        ("police", "more", 5),
        ("police", "less", 3),
    ] or {each["id"] for each in units} == {"police"}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_range_near_the_best_split_is_refused_with_the_reason(
    plan: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bottlenecks", "16", "--plan", plan, "--within", "1%", "--lang", language]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert {"en": "lie apart from each other", "nl": "liggen los van elkaar"}[language] in said
    assert "court, centre" in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_draws_are_refused_with_the_reason(plan: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", "16", "--plan", plan, "--lang", language]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert {"en": "would need a search of its own", "nl": "zou een eigen zoektocht vragen"}[language] in said


@pytest.mark.parametrize("ending", ["lp", "mps"])
@pytest.mark.parametrize("ceiling", ["7", "16", "23"])
def test_the_exported_program_has_whole_numbers_and_the_same_value(
    plan: str, ending: str, ceiling: str, tmp_path: Path
) -> None:
    file = tmp_path / f"plan.{ending}"
    assert run(["allocate", ceiling, "--plan", plan, "-o", str(file)]) == 0
    solver = highspy.Highs()
    solver.silent()
    solver.readModel(str(file))
    solver.run()
    value = fh.allocate(fh.load(plan), ceiling).value
    assert abs(solver.getObjectiveValue()) == pytest.approx(float(value))
    assert list(solver.getLp().integrality_).count(highspy.HighsVarType.kInteger) == 2


@pytest.mark.parametrize("chart", ["split", "coverage"])
def test_the_ladder_is_drawn_with_an_upright_edge_at_every_jump(plan: str, chart: str) -> None:
    spec = charts(fh.ladder(fh.load(plan)))[chart]("en")
    drawn = json.dumps(spec)
    assert "NaN" not in drawn
    layers = spec["layer"] if chart == "split" else [spec]
    points = [each["ceiling"] for layer in layers for each in layer["data"]["values"] if "ceiling" in each]
    assert len(set(points)) > len(whole_ladder(fh.load(plan)).steps) / 2


@pytest.mark.parametrize(
    ("ending", "language"),
    [("md", "en"), ("md", "nl"), ("html", "en"), ("html", "nl"), ("docx", "en"), ("odt", "nl"), ("xlsx", "en")],
)
def test_a_briefing_counts_the_units(plan: str, ending: str, language: str, tmp_path: Path) -> None:
    file = tmp_path / f"brief.{ending}"
    assert run(["brief", "16", "--plan", plan, "-o", str(file), "--lang", language]) == 0
    if ending in {"md", "html"}:
        said = " ".join(file.read_text(encoding="utf-8").split())
        assert {"en": "2 of 5", "nl": "2 van 5"}[language] in said
        assert {"en": "3 of 5 at court (now 2)", "nl": "3 van 5 bij court (nu 2)"}[language] in said or "20" in said
        slider = {"en": "follows straight lines, is left out", "nl": "die rechte lijnen volgt, is weggelaten"}[language]
        assert (slider in said) == (ending == "html")
    else:
        assert zipfile.is_zipfile(file)


def test_printed_amounts_keep_the_number_of_units(plan: str) -> None:
    loaded = fh.load(plan)
    thirds = replace(loaded.line_by_id["court"], step=None, parts=3)
    loaded = replace(loaded, lines=tuple(thirds if line.id == "court" else line for line in loaded.lines))
    split = fh.allocate(loaded, "17")
    printed = rounded(loaded, Fraction(17), split.amounts)
    unit = Fraction(10, 3)
    assert round(printed.amounts["court"] / unit) * unit == split.amounts["court"]
    assert abs(printed.amounts["court"] - split.amounts["court"]) < Fraction(1, 10)
    assert printed.faults() == []
