"""The command line: what it prints where, and with which code it stops."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.records import to_csv
from flessenhals.cli import run

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
lines:
  - {id: police, name: {en: Police, nl: Politie}, partner: police, programme: safety, proposed: 100}
  - {id: om, name: OM, partner: om, programme: safety, proposed: 5, minimum: 1}
  - {id: care, name: Care, partner: care, programme: care, proposed: 10}
constraints:
  - id: om-follows-police
    name: {en: OM follows police, nl: OM volgt politie}
    proportional: {upstream: police, downstream: om, at_least: 0.10}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


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
        "safety       105.00       55.00      52.4%   █████░░░░░\n"
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
    assert 'Bindend: "OM volgt politie"' in out


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
        "Deze eisen kunnen niet samen gelden, en geen ervan kan uit de verklaring worden weggelaten:\n"
        "  - het plafond is € 0,5 mln\n"
        "  - OM heeft minstens € 1 mln nodig\n"
        "Het laagste plafond waarbij alle regels kunnen worden nagekomen is € 1 mln: € 0,5 mln meer.\n"
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


def test_all_errors_of_a_plan_are_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        PLAN.replace("proposed: 100", "proposed: 100,5").replace("minimum: 1", "minimun: 1"), encoding="utf-8"
    )
    assert run(["check", "--plan", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) >= 2


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


def test_a_text_that_a_spreadsheet_would_run_stays_text(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert to_csv([{"id": "=1+1", "amount": -1.5}]) == "id,amount\n'=1+1,-1.5\n"
    assert run(["allocate", "80", "--plan", plan, "--set", "lines.om.name='a|b'", "-f", "markdown"]) == 0
    assert "| a\\|b |" in capsys.readouterr().out


def test_a_files_ending_decides_on_its_format_and_what_is_there_stays(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "split.json"
    assert run(["allocate", "80", "--plan", plan, "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["total"] == 65.0
    assert run(["allocate", "90", "--plan", plan, "-o", str(target)]) == 5
    assert "is there already -> choose another name, or add --force" in capsys.readouterr().err
    assert json.loads(target.read_text(encoding="utf-8"))["ceiling"] == 80.0
    assert run(["allocate", "90", "--plan", plan, "-o", str(target), "--force"]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["ceiling"] == 90.0
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".yaml"] == ["split.json"]


def test_an_output_that_cannot_be_written_is_code_5_and_leaves_nothing(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "elsewhere.json")
    for target in (tmp_path, tmp_path / "no" / "x.json", tmp_path / "link.json", tmp_path / ("x" * 300), "a\0b"):
        assert run(["allocate", "80", "--plan", plan, "-o", str(target)]) == 5
        assert capsys.readouterr().err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "small.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_stdout_is_code_5() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "flessenhals", "allocate", "300"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (5, "stdout: No space left on device\n")


def test_a_closed_pipe_is_quiet() -> None:
    read, written = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "flessenhals", "allocate", "300"]
    done = subprocess.run(command, stdout=written, stderr=subprocess.PIPE, text=True, check=False)
    os.close(written)
    assert (done.returncode, done.stderr) == (141, "")


def test_an_ascii_terminal_gets_ascii(plan: str) -> None:
    command = [sys.executable, "-m", "flessenhals", "allocate", "80", "--plan", plan, "--lang", "nl"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert b"EUR 80 mln per jaar, verdeeld" in done.stdout
    assert b"#####....." in done.stdout
    assert b"?" not in done.stdout


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


def test_help_and_version_name_every_command_and_import_no_solver() -> None:
    code = (
        "import sys\nfrom flessenhals.cli import run\ncode = run(['--help'])\n"
        "print(code, 'pulp' in sys.modules, 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    for command in ("allocate", "check", "init"):
        assert command in done.stdout
    assert done.stdout.endswith("0 False False\n")


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
        "  OM           5.00     -    3.33   66.7%    5.00  100.0%\n"
        "safety       105.00     -   36.67   34.9%   55.00   52.4%\n"
        "─────────────────────────────────────────────────────────\n"
        "  Care        10.00     -    3.33   33.3%   10.00  100.0%\n"
        "care          10.00     -    3.33   33.3%   10.00  100.0%\n"
        "─────────────────────────────────────────────────────────\n"
        "Total        115.00     -   40.00   34.8%   65.00   56.5%\n"
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
    assert list(totals) == ["", "strict", "by-partner", "prevention-first", "complex-cases"]
    assert [round(total, 2) for total in totals.values()] == [400, 398, 400, 400, 353.33]


def test_whatif_adds_up_by_partner_programme_or_department(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "80", "--plan", plan, "--by", "programme", "-f", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "| safety | 105.00 | 55.00   52.4% |" in out
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
    assert "chart 'pie' is neither split nor coverage" in capsys.readouterr().err


def test_only_a_ladder_is_drawn(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "80", "--plan", plan, "-f", "svg"]) == 2
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
    assert "OM zit aan zijn maximum: elke euro meer daar is 11,00 waard, tot en met € 1,36 mln." in out
    assert '"OM volgt politie" knelt: elke euro die de regel minder vraagt is 10,00 waard' in out
    assert run(["bottlenecks", "0.5", "--plan", plan]) == 3


def test_what_is_no_ordinary_file_is_never_replaced(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert run(["allocate", "80", "--plan", plan, "-o", str(pipe), "--force"]) == 5
    assert pipe.is_fifo()
    assert "is no ordinary file" in capsys.readouterr().err


def test_replacing_a_file_keeps_its_permissions(plan: str, tmp_path: Path) -> None:
    target = tmp_path / "private.json"
    target.touch(mode=0o600)
    assert run(["allocate", "80", "--plan", plan, "-o", str(target), "--force"]) == 0
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("arguments", ["allocate 300", "check", "init -", "--version", "allocate 300 -f json"])
def test_a_closed_stdout_is_one_clear_line(arguments: str) -> None:
    command = f"{sys.executable} -m flessenhals {arguments} >&-"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (5, "stdout: is closed\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_help_to_a_full_disk_is_code_5() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "flessenhals", "--help"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 5
    assert "Traceback" not in done.stderr


def test_a_ladder_without_coverage_in_the_objective_says_what_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ladder", "--set", "objective=[value]"]) == 2
    assert capsys.readouterr().err == (
        "objective: without coverage a ceiling has more than one best split -> write objective: [value, coverage]\n"
    )


def test_where_more_ceiling_would_not_help_the_ceiling_is_not_what_holds_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["allocate", "398", "--scenario", "strict"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "All of € 398 million is put to work, and no more could be." in out
    assert 'What holds the rest back: "The courts follow the OM".' in out


def test_a_rule_and_a_line_may_bear_the_same_id(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(plan).read_text(encoding="utf-8").replace("id: om-follows-police", "id: om")
    Path(plan).write_text(text, encoding="utf-8")
    assert run(["allocate", "0.5", "--plan", plan]) == 3
    assert "  - OM needs at least € 1 million" in capsys.readouterr().out


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


def test_whatif_keeps_a_ceiling_that_is_asked_twice(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "80", "80", "--plan", plan, "-f", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["results"]) == 2


def test_whatif_claims_no_optimum_where_nothing_fits(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", "0.5", "--plan", plan]) == 0
    assert "optimal" not in capsys.readouterr().out


@pytest.mark.parametrize("command", ["allocate 300", "whatif 100 200 300 400", "check"])
def test_no_table_is_wider_than_a_terminal_of_40_columns(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("flessenhals.options.width", lambda _: 40)
    assert run([*command.split(), "--lang", "nl"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40


def test_tiny_amounts_are_shown(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    small = [f"--set=lines.{line}.proposed=0.000004" for line in ("police", "om", "care")]
    assert run(["allocate", "0.000003", "--plan", plan, "--set", "lines.om.minimum=0", *small]) == 0
    out = capsys.readouterr().out
    assert "€ 0.000003 million a year, divided" in out
    assert "0.000004" in out


def test_nothing_typed_is_a_question_for_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "Commands:" in capsys.readouterr().out


def test_in_markdown_a_conflict_is_a_list_in_a_list(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "0.5", "--plan", plan, "-f", "markdown"]) == 3
    assert "reason:\n  - the ceiling is € 0.5 million\n  - OM needs" in capsys.readouterr().out
