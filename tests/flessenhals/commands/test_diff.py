"""The command `diff`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from formulas import Workbook
from judge import asked

from flessenhals.cli import run


def test_a_scenario_alone_is_what_comes_after(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "400", "--scenario", "strict", "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["before"]["total"], found["after"]["total"], found["method"]) == (400.0, 398.0, "shapley")
    (cause,) = found["causes"]
    assert (cause["id"], cause["total"]) == ("constraints.courts-follow-om.proportional.upstream", -2.0)
    assert cause["lines"]["om-prevention"] == -2.0


def test_two_ceilings_are_before_and_after(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "300", "400", "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert "In totaal wordt € 400 mln verdeeld in plaats van € 300 mln: € 100 mln meer." in told
    assert "De laagste dekking gaat van 72,8% naar 100,0%." in told


def test_a_change_of_a_figure_is_told_from_what_to_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "300", "--set", "lines.nfi.minimum=5", "--set", "lines.tax.weight=2"]) == 0
    told = capsys.readouterr().out
    assert "Netherlands Forensic Institute (NFI): minimum € 0 million → € 5 million" in told
    assert "Tax Administration, EOS teams: weight 1 → 2" in told


def test_a_chart_and_a_table_by_partner_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart = tmp_path / "why.svg"
    assert run(["diff", "300", "400", "--scenario", "complex-cases", "-o", str(chart)]) == 0
    assert chart.read_text(encoding="utf-8").startswith("<svg")
    assert run(["diff", "300", "400", "--by", "partner", "-f", "csv"]) == 0
    assert capsys.readouterr().out.startswith("cause,line,change")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["300"], "nothing differs -> give a second CEILING"),
        (["1", "2", "3"], "CEILING stands 3 times"),
        (["300", "--scenario", "strict", "--scenario", "strict", "--scenario", "strict"], "--scenario stands 3 times"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_where_nothing_fits_before_the_reason_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "30", "300"]) == 3
    assert "Nothing fits within € 30 million a year" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "ids", "told"),
    [
        (["--drop", "bb"], ["ceiling", "lines.bb.dropped"], "bb: left out of the plan"),
        (["--keep", "bb=4"], ["ceiling", "lines.bb.kept"], "bb: held at € 4"),
        (
            ["--keep", "bb", "--set", "lines.bb.proposed=3"],
            ["ceiling", "lines.bb.proposed", "lines.bb.kept"],
            "bb: held at € 3",
        ),
    ],
)
def test_a_line_that_is_kept_or_dropped_is_one_cause(
    options: list[str], ids: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "schema: 1\nplan: two\nunit: EUR\nlines:\n  - {id: aa, partner: p, proposed: 6, maximum: 30}\n"
        "  - {id: bb, partner: p, proposed: 10, maximum: 12}\n",
        encoding="utf-8",
    )
    asked = ["diff", "6", "8", "--plan", str(plan), *options]
    assert run([*asked, "-f", "json"]) == 0
    assert [cause["id"] for cause in json.loads(capsys.readouterr().out)["causes"]] == ids
    assert run(asked) == 0
    assert told in capsys.readouterr().out


def test_a_plan_that_tags_its_changes_tells_them_by_category(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made up: a prosecutor that follows the police at a heavier ratio, under a higher ceiling."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(
        """\
schema: 1
plan: chain
title: Chain
unit: EUR million
lines:
  - {id: police, partner: police, proposed: 125}
  - {id: om, partner: om, proposed: 12.5}
constraints:
  - {id: follows, proportional: {upstream: police, downstream: om, at_least: 10%}}
""",
        encoding="utf-8",
    )
    tags = (
        "changes:\n  - {paths: [constraints.follows], category: decision}\n  - {paths: [ceiling], category: windfall}\n"
    )
    new.write_text(old.read_text("utf-8").replace("10%", "15%") + tags, encoding="utf-8")
    both = ["diff", "100", "140", "--plan", str(old), "--plan", str(new)]
    assert run([*both, "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert "Naar soort wijziging" in told
    assert "beleidsmatig          −22,92" in told
    assert run([*both, "-f", "json"]) == 0
    assert [each["category"] for each in json.loads(capsys.readouterr().out)["categories"]] == ["windfall", "decision"]

    new.write_text(new.read_text("utf-8").replace("windfall", "luck"), encoding="utf-8")
    assert run([*both, "--lang", "nl"]) == 2
    assert "decision, windfall, price, technical" in capsys.readouterr().err


def test_the_plan_that_the_environment_names_stands_on_both_sides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, asks in (("mine", 40), ("new", 50)):
        lines = f"lines:\n  - {{id: a, partner: p, proposed: {asks}}}\n  - {{id: b, partner: p, proposed: 40}}\n"
        Path(f"{name}.yaml").write_text(f"schema: 1\nplan: {name}\n{lines}", encoding="utf-8")
    monkeypatch.setenv("FLESSENHALS_PLAN", "mine.yaml")

    assert "nothing differs -> give a second CEILING" in asked(["diff", "30"]).err
    assert "10.00" in asked(["diff", "30", "40"]).out
    found = json.loads(asked(["diff", "30", "--plan", "new.yaml", "-f", "json"]).out)
    assert [each["id"] for each in found["causes"]] == ["lines.a.proposed"]


CHAIN = """
schema: 1
plan: chain
unit: EUR million
lines:
  - {id: police, name: Police, partner: police, proposed: 125}
  - {id: om, name: OM, partner: om, proposed: 12.5}
constraints:
  - {id: follows, proportional: {upstream: police, downstream: om, at_least: 10%}}
"""


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """The example by hand: a ceiling of 100 and 10% becomes one of 140 and 15%."""
    for name, ratio in (("old", "10%"), ("new", "15%")):
        (tmp_path / f"{name}.yaml").write_text(CHAIN.replace("10%", ratio), encoding="utf-8")
    plans = [word for name in ("old", "new") for word in ("--plan", str(tmp_path / f"{name}.yaml"))]
    told = asked(["diff", "100", "140", *plans, "-o", str(tmp_path / "why.xlsx")])
    assert told.code == 0, told.err
    return Workbook((tmp_path / "why.xlsx").read_bytes())


def test_a_workbook_adds_up_by_its_own_formulas(book: Workbook) -> None:
    assert book.sheets == ["Causes", "Lines", "Difference"]
    assert book.formulas["Causes", "B5"] == "SUM(B2:B4)"
    assert book.value("Causes", "B5") == pytest.approx(575 / 6)
    assert [book.value("Lines", f"E{row}") for row in (2, 3, 4)] == pytest.approx([250 / 3, 12.5, 575 / 6])
    for sheet, address in book.formulas:
        assert book.value(sheet, address) == pytest.approx(book.written[sheet, address]), (sheet, address)


def test_a_change_in_a_workbook_moves_what_is_now_and_the_bars_of_its_chart(book: Workbook) -> None:
    book.changed["Causes", "B3"] = 10.0
    assert book.value("Causes", "B5") == pytest.approx(100 + 10 - 275 / 12)
    assert book.value("Causes", "E5") == pytest.approx(100 + 10 - 275 / 12)
    assert book.value("Causes", "F3") == 10
    assert book.value("Causes", "D4") == pytest.approx(110 - 275 / 12)
