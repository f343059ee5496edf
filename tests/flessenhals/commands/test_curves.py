"""The commands that look at more than one ceiling, and at what binds."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from flessenhals.cli import run


def test_the_way_to_a_split_imports_neither_pandas_nor_charts() -> None:
    code = (
        "import sys\nfrom flessenhals.cli import run\nrun(['allocate', '300'])\n"
        "print([name for name in ('pandas', 'pydantic', 'rich', 'vl_convert', 'docx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.endswith("[]\n")


def test_whatif_sets_ceilings_side_by_side_and_one_that_does_not_fit_is_a_column(
    plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["whatif", "0.5", "40:80:40", "--plan", plan]) == 0
    assert capsys.readouterr().out == (
        "small\n"
        "Line       Proposed   0.5              40              80\n"
        "─────────────────────────────────────────────────────────\n"
        "  Police     100.00     -   33.33   33.3%   50.00   50.0%\n"
        "  OM           5.00     -    3.33   66.6%    5.00  100.0%\n"
        "safety       105.00     -   36.67   34.9%   55.00   52.3%\n"
        "─────────────────────────────────────────────────────────\n"
        "  Care        10.00     -    3.33   33.3%   10.00  100.0%\n"
        "care          10.00     -    3.33   33.3%   10.00  100.0%\n"
        "─────────────────────────────────────────────────────────\n"
        "Total        115.00     -   40.00   34.7%   65.00   56.5%\n"
        "\n"
        "Nothing fits within € 0.5 million. The lowest ceiling at which every rule can be kept is € 1 million.\n"
        "Amounts in € million a year.\n"
        "Each of these splits is optimal: proved in exact arithmetic.\n"
    )


def test_whatif_in_json_is_one_object_per_ceiling_in_the_order_asked(
    plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["whatif", "80", "0.5", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["plan"] == "small"
    assert [(each["ceiling"], each["status"]) for each in found["results"]] == [(80.0, "optimal"), (0.5, "infeasible")]


def test_whatif_compares_the_readings_of_a_plan_at_one_ceiling(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "400", "--scenario", "all", "--by", "partner", "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    totals: dict[str, float] = {}
    for row in rows:
        totals[row["scenario"]] = totals.get(row["scenario"], 0) + float(row["allocated"])
    assert list(totals) == ["", "strict", "by-partner", "prevention-first", "complex-cases", "whole-units"]
    assert [round(total, 2) for total in totals.values()] == [400, 398, 400, 400, 353.33, 400]


def test_whatif_adds_up_by_partner_programme_or_department(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "80", "--plan", plan, "--by", "programme", "-f", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "| safety | 105.00 | 55.00   52.3% |" in out
    assert "Police" not in out


@pytest.mark.parametrize(
    ("ceilings", "said"),
    [
        (["100:400"], "ceiling: '100:400' is not a range -> write FROM:TO:STEP, such as 100:400:25"),
        (["400:100:25"], "ceiling: '400:100:25' runs from high to low -> write 100:400:25"),
        (["100:400:0"], "ceiling: '100:400:0' has a step of 0 -> write a step above 0"),
        (["0:400:0.01"], "is 40001 ceilings -> write a range of at most 10000"),
        (["100", "4OO", "1e3"], "ceiling: '1e3' has an exponent -> write it out in full: 1000"),
        (["100", "--by", "colour"], "'colour' is none of line, programme, partner, department"),
    ],
)
def test_ceilings_that_are_no_range_are_refused(
    ceilings: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["whatif", *ceilings]) == 2
    assert said in capsys.readouterr().err


def test_the_ladder_tells_its_story(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ladder", "--plan", plan, "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert "Onder € 1 mln is niets mogelijk." in out
    assert "Boven € 65 mln verandert er niets meer." in out
    assert "deze blijven onder wat zij vragen (de laagste op 50,0%): Politie." in out


def test_the_ladder_in_json_has_the_agreed_keys(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ladder", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["plan"], found["lowest_feasible_ceiling"]) == ("small", 1.0)
    first, *_, last = found["steps"]
    assert first["allocated"] == {"police": 0.0, "om": 1.0, "care": 0.0}
    assert last["allocated"] == {"police": 50.0, "om": 5.0, "care": 10.0}
    assert "om-follows-police" in last["binding"]


def test_progress_is_silent_where_stderr_is_no_terminal() -> None:
    command = [sys.executable, "-m", "flessenhals", "whatif", "33:400:10", "-f", "json"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert done.stderr == ""
    assert len(json.loads(done.stdout)["results"]) == 37


@pytest.mark.parametrize(
    ("name", "starts"),
    [("ladder.svg", b"<svg "), ("ladder.png", b"\x89PNG"), ("ladder.html", b'<!DOCTYPE html>\n<html lang="nl">')],
)
def test_a_ladder_is_drawn_where_the_ending_is_that_of_a_picture(
    plan: str, tmp_path: Path, name: str, starts: bytes
) -> None:
    target = tmp_path / name
    assert run(["ladder", "--plan", plan, "--lang", "nl", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(starts)


def test_an_image_shows_the_chart_that_is_asked(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    for chart, shown in (("split", "What each programme gets"), ("coverage", "How much of what each line asks")):
        assert run(["ladder", "--plan", plan, "-f", "svg", "--chart", chart]) == 0
        assert shown in capsys.readouterr().out
    assert run(["ladder", "--plan", plan, "--chart", "pie"]) == 2
    assert "chart 'pie' is none of split, coverage" in capsys.readouterr().err


def test_what_has_no_charts_is_not_drawn(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--plan", plan, "-f", "svg"]) == 2
    assert "format 'svg' is none of table, json, csv, markdown" in capsys.readouterr().err


def test_without_what_draws_charts_one_line_says_what_to_install(
    plan: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert run(["ladder", "--plan", plan, "-f", "svg"]) == 5
    assert capsys.readouterr().err == "charts need vl-convert-python -> pip install 'flessenhals[briefing]'\n"


def test_a_ladder_that_cannot_be_climbed_is_said_and_not_drawn(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "never.svg"
    change = "constraints.om-follows-police.proportional.at_most=0.001"
    contradiction = ["--set", change, "--set", "constraints.om-follows-police.proportional.at_least=0.001"]
    assert run(["ladder", "--plan", plan, *contradiction, "--set", "lines.police.maximum=10", "-o", str(target)]) == 3
    assert "No ceiling is enough: the rules contradict each other." in capsys.readouterr().out
    assert not target.exists()


def test_the_terminal_shows_a_chart_under_the_story(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ladder", "--plan", plan]) == 0
    out = capsys.readouterr().out
    assert "What each programme gets at every ceiling (€ million a year)" in out
    assert "┴" in out


def test_bottlenecks_in_json_have_the_agreed_keys(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "80", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    first = found["bottlenecks"][0]
    assert found["ceiling"] == 80.0
    assert (first["id"], first["binding"], first["slack"]) == ("om.maximum", True, 0.0)
    assert first["price"] == {"relax": 11.0, "tighten": 11.0}
    assert first["relief"] == pytest.approx(0.1)


def test_bottlenecks_in_words(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "80", "--plan", plan, "--lang", "nl"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "OM zit op het maximum: met elke euro meer daar wordt 11,00 meer ingezet, voor de eerste € 1,36 mln." in out
    assert '"OM volgt politie" knelt: met elke euro die de regel ruimer is, wordt 10,00 meer ingezet' in out
    assert run(["bottlenecks", "0.5", "--plan", plan]) == 3


def test_a_ladder_without_coverage_in_the_objective_says_what_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ladder", "--set", "objective=[value]"]) == 2
    assert capsys.readouterr().err == (
        "objective: without coverage a ceiling has more than one best split -> write objective: [value, coverage]\n"
    )


def test_whatif_keeps_a_ceiling_that_is_asked_twice(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "80", "80", "--plan", plan, "-f", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["results"]) == 2


def test_whatif_claims_no_optimum_where_nothing_fits(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "0.5", "--plan", plan]) == 0
    assert "optimal" not in capsys.readouterr().out
