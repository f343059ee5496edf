"""The command line: what it answers, what it refuses, and with which code it stops."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from flessenhals.cli import run


def test_the_command_line_answers_through_its_own_process() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flessenhals", "allocate", "300", "-f", "json"],
        capture_output=True,
        check=True,
        text=True,
    )
    found = json.loads(done.stdout)
    assert done.stderr == ""
    assert (found["status"], found["total"], found["certificate"]["verified"]) == ("optimal", 300.0, True)


def test_the_table_groups_lines_by_programme_with_subtotals_and_says_what_it_means(
    plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["allocate", "80", "--plan", plan]) == 0
    assert capsys.readouterr().out == (
        "small\n"
        "€ 80 million a year, divided\n"
        "Line       Proposed   Allocated   Coverage\n"
        "───────────────────────────────────────────────────────\n"
        "  Police     100.00       50.00      50.0%   █████░░░░░\n"
        "  OM           5.00        5.00     100.0%   ██████████\n"
        "safety       105.00       55.00      52.3%   █████░░░░░\n"
        "───────────────────────────────────────────────────────\n"
        "  Care        10.00       10.00     100.0%   ██████████\n"
        "care          10.00       10.00     100.0%   ██████████\n"
        "───────────────────────────────────────────────────────\n"
        "Total        115.00       65.00      56.5%   ██████░░░░\n"
        "\n"
        "€ 65 million of € 80 million can be put to work and € 15 million stays unspent."
        " No line gets less than 50.0% of what it\n"
        'asks. What holds the rest back: "OM follows police".\n'
        "Unspent: € 15 million\n"
        'Binding: "OM follows police"\n'
        "At their maximum: all lines except Police\n"
        "Amounts in € million a year.\n"
        "This split is optimal: proved in exact arithmetic.\n"
    )


def test_dutch_has_decimal_commas_and_dutch_words(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "80.5", "--plan", plan, "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert "€ 80,5 mln per jaar, verdeeld" in out
    assert "  Politie     100,00       50,00     50,0%   █████░░░░░" in out
    assert "Van € 80,5 mln kan € 65 mln worden ingezet; € 15,5 mln blijft over." in out
    assert 'Precies gehaald: "OM volgt politie"' in out


def test_json_has_the_agreed_keys(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "80", "--plan", plan, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == [
        "plan",
        "scenario",
        "ceiling",
        "unit",
        "status",
        "total",
        "unspent",
        "value",
        "lowest_coverage",
        "lines",
        "constraints",
        "certificate",
    ]
    constraints = {each["id"]: each for each in found["constraints"]}
    assert constraints["ceiling"] == {"id": "ceiling", "kind": "ceiling", "binding": False, "slack": 15.0}
    assert constraints["om-follows-police"]["binding"] is True
    assert constraints["om.minimum"]["slack"] == 4.0
    assert constraints["police.maximum"]["slack"] == 50.0


def test_nothing_fits_is_a_result_with_code_3(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "0.5", "--plan", plan, "-f", "json"]) == 3
    found = json.loads(capsys.readouterr().out)
    assert (found["status"], found["lowest_feasible_ceiling"], found["conflict"]) == (
        "infeasible",
        1.0,
        ["ceiling", "om.minimum"],
    )


def test_nothing_fits_in_words(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "0.5", "--plan", plan, "--lang", "nl"]) == 3
    assert capsys.readouterr().out == (
        "small\n"
        "Binnen € 0,5 mln per jaar past niets\n"
        "Het minimum van OM is € 1 mln; het plafond is € 0,5 mln: € 0,5 mln tekort.\n"
        "Het laagste plafond waarbij alle regels kunnen worden nagekomen, is € 1 mln: € 0,5 mln meer.\n"
        "\n"
        "Wat het zou oplossen, elke wijziging op zichzelf\n"
        "Grens         Soort     Aard          Nu       Wordt           Verschil\n"
        "───────────────────────────────────────────────────────────────────────\n"
        "het plafond   plafond          € 0,5 mln     € 1 mln     € 0,5 mln meer\n"
        "OM            minimum            € 1 mln   € 0,5 mln   € 0,5 mln minder\n"
        "\n"
        "Elk is de kleinste wijziging die volstaat als al het andere blijft zoals het is: bewezen."
        " Afgerond naar de kant die\n"
        "volstaat.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["allocate", "400,5"], "ceiling: '400,5' is not a number -> write 400.5\n"),
        (["allocate", "-5"], "ceiling: '-5' is below 0 -> write 0 or more\n"),
        (["allocate", "300", "--scenario", "strikt"], "did you mean strict?\n"),
        (["allocate", "300", "--set", "lines.nfi.minimun=4"], "did you mean minimum?\n"),
        (["allocate", "300", "--plan", "nowhere.yaml"], "nowhere.yaml: there is no such file -> check"),
        (["allocate"], "flessenhals allocate: Missing argument 'CEILING'. -> see flessenhals allocate --help\n"),
        (["alocate", "300"], "Did you mean 'allocate'? -> see flessenhals --help\n"),
        (["allocate", "300", "--lang", "de"], "language 'de' is neither en nor nl"),
        (["allocate", "300", "--format", "xml"], "format 'xml' is none of table, json, csv, markdown"),
    ],
)
def test_unusable_input_is_one_clear_line_on_stderr_and_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert said in caught.err
    assert caught.err.count("\n") == 1


def test_all_errors_of_a_plan_are_said_at_once(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    written = Path(plan).read_text(encoding="utf-8")
    wrong = written.replace("proposed: 100", "proposed: 100,5").replace("minimum: 1", "minimun: 1")
    Path(plan).write_text(wrong, encoding="utf-8")
    assert run(["check", "--plan", plan]) == 2
    told = capsys.readouterr().err
    assert "'minimun' is not a field of a line -> did you mean minimum?" in told
    assert "write decimals with a point, not a comma" in told


def test_set_and_scenario_change_what_is_divided(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "400", "--scenario", "strict", "--set", "lines.courts-chain.maximum=12", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 401.0 - 1


def test_the_plan_may_come_from_the_environment(
    plan: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FLESSENHALS_PLAN", plan)
    assert run(["allocate", "80", "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["allocated"] for row in rows] == ["50.0", "5.0", "10.0"]


def test_init_writes_a_plan_that_check_accepts_and_allocate_divides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    assert run(["init", str(path)]) == 0
    assert run(["check", "--plan", str(path)]) == 0
    assert "Made-up example" in capsys.readouterr().out
    assert run(["allocate", "60", "--plan", str(path)]) == 0
    assert run(["init", str(path)]) == 5


def test_init_can_copy_the_pact_plan(tmp_path: Path) -> None:
    path = tmp_path / "pact.yaml"
    assert run(["init", str(path), "--pact"]) == 0
    assert run(["allocate", "300", "--plan", str(path), "-o", str(tmp_path / "split.json")]) == 0


def test_check_reconciles_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--scenario", "strict", "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert "Posten: 27, die samen € 400 mln vragen; hun minima zijn € 32 mln." in out
    assert 'Het voorstel zelf voldoet niet aan "De rechtspraak volgt het OM": € 1 mln tekort.' in out


def test_check_names_what_is_odd(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(plan).read_text(encoding="utf-8") + (
        "  - {id: loose, level: {of: care, at_most: 50}}\n"
        "  - {id: mixed, proportional: {upstream: all, downstream: care, at_least: 0.01}}\n"
    )
    Path(plan).write_text(text.replace("proposed: 10}", "proposed: 10, source: p. 1}"), encoding="utf-8")
    assert run(["check", "--plan", plan, "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["broken"] == [{"id": "om-follows-police", "shortfall": 5.0}]
    assert found["idle"] == ["loose"]
    assert found["shared"] == [{"id": "mixed", "lines": ["care"]}]
    assert found["unsourced"] == ["police", "om"]


def test_check_leaves_out_what_would_take_many_minutes_and_says_so(
    plan: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("flessenhals.solver.comparison.reconciliation.reconciliation.MOST_TOGETHER", 0)
    assert run(["check", "--plan", plan]) == 0
    assert "Whether each of them can ever bind was not looked at" in " ".join(capsys.readouterr().out.split())
    assert run(["check", "--plan", plan, "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["idle"] is None


def test_help_and_version_name_every_command_and_import_no_solver() -> None:
    code = (
        "import sys\nfrom flessenhals.cli import run\ncode = run(['--help'])\n"
        "print(code, 'pulp' in sys.modules, 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    for command in ("allocate", "check", "init"):
        assert command in done.stdout
    assert done.stdout.endswith("0 False False\n")


def test_where_more_ceiling_would_not_help_the_ceiling_is_not_what_holds_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["allocate", "398", "--scenario", "strict"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "More could not be put to work, however high the ceiling." in out
    assert 'What would hold it back: "The courts follow the OM".' in out


def test_a_rule_and_a_line_may_bear_the_same_id(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(plan).read_text(encoding="utf-8").replace("id: om-follows-police", "id: om")
    Path(plan).write_text(text, encoding="utf-8")
    assert run(["allocate", "0.5", "--plan", plan]) == 3
    assert "The minimum of OM is € 1 million; the ceiling is € 0.5 million" in capsys.readouterr().out


def test_contradicting_rules_are_named_without_the_ceiling(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    contradiction = "  - {id: both, level: {of: all, at_least: 15, at_most: 50%}}\n"
    Path(plan).write_text(Path(plan).read_text(encoding="utf-8") + contradiction, encoding="utf-8")
    assert run(["allocate", "5", "--plan", plan, "-f", "json"]) == 3
    found = json.loads(capsys.readouterr().out)
    assert (found["lowest_feasible_ceiling"], found["conflict"]) == (None, ["both.at_least", "both.at_most"])
    assert run(["ladder", "--plan", plan]) == 3
    assert "Nothing fits, whatever the ceiling" in capsys.readouterr().out


def test_words_that_look_like_numbers_are_only_refused_as_ceilings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "nan"]) == 0
    assert run(["allocate", "300", "--scenario", "inf"]) == 2
    assert "--scenario inf" in capsys.readouterr().err


def test_nothing_typed_is_a_question_for_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "Commands:" in capsys.readouterr().out


def test_in_markdown_a_conflict_is_a_list_in_a_list(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "80", "--plan", plan, "--set", "lines.police.minimum=60", "-f", "markdown"]) == 3
    assert "reason:\n  - the minimum of Police is € 60 million\n  - for € 60 million at" in capsys.readouterr().out
