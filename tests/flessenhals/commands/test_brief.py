"""`brief`: from a ceiling to a file that one can send."""

import hashlib
import shlex
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from sheets import write_xlsx

import flessenhals as fh
from flessenhals.cli import run


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772443800")


def test_the_ending_says_which_file_it_is_and_the_language_which_words(plan: str, tmp_path: Path) -> None:
    dutch, english = tmp_path / "nota.md", tmp_path / "brief.md"
    assert run(["brief", "80", "--plan", plan, "-o", str(dutch), "--lang", "nl"]) == 0
    assert run(["brief", "80", "--plan", plan, "-o", str(english)]) == 0
    assert "## 1. De boodschap" in dutch.read_text(encoding="utf-8")
    assert "## 1. The message" in english.read_text(encoding="utf-8")


@pytest.mark.parametrize(("ending", "begins"), [("xlsx", b"PK"), ("docx", b"PK"), ("odt", b"PK"), ("pdf", b"%PDF")])
def test_every_format_comes_out_as_what_it_says(plan: str, tmp_path: Path, ending: str, begins: bytes) -> None:
    target = tmp_path / f"brief.{ending}"
    assert run(["brief", "80", "--plan", plan, "-o", str(target)]) == 0
    assert target.read_bytes().startswith(begins)


def test_the_document_names_the_checksum_of_what_was_read_and_the_command_that_makes_it_again(
    plan: str, tmp_path: Path
) -> None:
    target, again = tmp_path / "a brief.md", tmp_path / "again.md"
    typed = ["brief", "80", "-o", str(target), "--plan", plan, "--set", "lines.om.minimum=2", "--round", "0.5"]
    assert run([*typed, "--lang", "nl"]) == 0
    written = target.read_text(encoding="utf-8")
    assert f"{hashlib.sha256(Path(plan).read_bytes()).hexdigest()}  small.yaml" in written
    (command,) = [line for line in written.splitlines() if line.startswith("flessenhals brief")]
    words = shlex.split(command)[1:]
    words[words.index("-o") + 1] = str(again)
    assert run(words) == 0
    assert again.read_text(encoding="utf-8") == written.replace(shlex.quote(str(target)), str(again))


def test_a_table_that_a_plan_reads_its_lines_from_has_its_checksum_too(tmp_path: Path) -> None:
    (tmp_path / "lines.csv").write_text("id,partner,proposed\npolice,police,100\n", encoding="utf-8")
    plan = tmp_path / "big.yaml"
    plan.write_text("schema: 1\nplan: big\nlines: lines.csv\n", encoding="utf-8")
    target = tmp_path / "brief.md"
    assert run(["brief", "80", "--plan", str(plan), "-o", str(target)]) == 0
    written = target.read_text(encoding="utf-8")
    for name in ("big.yaml", "lines.csv"):
        assert f"{hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()}  {name}" in written


def test_a_proposal_stands_beside_the_optimum_and_among_what_was_read(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ours.csv").write_text("line,amount\npolice,60\nom,2\ncare,10\n", encoding="utf-8")
    assert run(["brief", "80", "--plan", plan, "-o", "brief.md", "--proposal", "ours.csv"]) == 0
    written = Path("brief.md").read_text(encoding="utf-8")
    assert "| 1 | Police – police | 100.0 | 60.0 | 50.0 | −10.0 |" in written
    assert f"{hashlib.sha256(Path('ours.csv').read_bytes()).hexdigest()}  ours.csv" in written
    assert "--proposal ours.csv" in written
    assert 'The proposal falls short of "OM follows police" (€ 4 million).' in written


def test_a_proposal_is_read_from_the_sheet_that_is_named_and_what_it_lacks_may_count_as_nothing(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    book = Path("ours.xlsx")
    write_xlsx(book, {"Notes": [["x"]], "Plan B": [["line", "amount"], ["police", 60], ["om", 20]]})
    typed = ["brief", "80", "--plan", plan, "-o", "brief.md", "--proposal", "ours.xlsx", "--sheet", "Plan B"]
    assert run(typed) == 2
    assert "has no amount for care" in capsys.readouterr().err
    assert run([*typed, "--missing", "zero"]) == 0
    written = Path("brief.md").read_text(encoding="utf-8")
    assert "| 1 | Police – police | 100.0 | 60.0 | 50.0 | −10.0 |" in written
    assert "Not in the proposal, and counted as nothing: Care." in written
    assert "--proposal ours.xlsx --sheet 'Plan B' --missing zero" in written
    assert run([*typed, "--missing", "nothing"]) == 2
    assert "'nothing' is none of error, zero" in capsys.readouterr().err


def test_how_a_proposal_is_read_is_not_said_without_one(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", "80", "--plan", plan, "-o", "brief.md", "--missing", "zero"]) == 2
    assert "name one with --proposal" in capsys.readouterr().err


def test_draws_of_what_is_uncertain_are_told_where_they_are_asked(tmp_path: Path) -> None:
    target = tmp_path / "brief.md"
    assert run(["brief", "300", "-o", str(target), "--simulate", "200"]) == 0
    written = target.read_text(encoding="utf-8")
    assert "In 200 draws of what the plan calls uncertain" in written
    assert "## Annex E. The spread per line" in written
    assert "--simulate 200" in written


def test_draws_of_a_plan_without_anything_uncertain_are_refused(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "brief.md"
    assert run(["brief", "80", "--plan", plan, "-o", str(target), "--simulate", "200"]) == 2
    assert "uncertain" in capsys.readouterr().err
    assert not target.exists()


def test_python_makes_the_same_briefing(plan: str) -> None:
    found = fh.brief(fh.load(plan), 80, proposal={"police": 60, "om": 2, "care": 10}, language="nl")
    assert isinstance(found, fh.Briefing)
    assert found.document.sections[0].heading == "1. De boodschap"
    assert "| 1 | Politie – police | 100,0 | 60,0 | 50,0 | −10,0 |" in found.written("md").decode()
    with pytest.raises(fh.InputError, match="step: '0' is no step"):
        fh.brief(fh.load(plan), 80, step=0)
    assert "SHA-256" not in found.written("md").decode()


def test_where_nothing_fits_the_reason_is_told_and_no_file_is_made(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "brief.md"
    assert run(["brief", "0.5", "--plan", plan, "-o", str(target)]) == 3
    assert "Nothing fits within" in capsys.readouterr().out
    assert not target.exists()


def test_a_file_that_is_there_stays_unless_force_says_otherwise(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "brief.md"
    target.write_text("mine", encoding="utf-8")
    assert run(["brief", "80", "--plan", plan, "-o", str(target)]) == 5
    assert "is there already -> choose another name, or add --force" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "mine"
    assert run(["brief", "80", "--plan", plan, "-o", str(target), "--force"]) == 0
    assert target.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "brief.txt"], "no briefing is written as 'txt' -> take one of html"),
        (["-o", "brief"], "brief has no ending -> give it one of html, md"),
        (["-o", "brief.md", "--template", "house.docx"], "--template is for .docx, not for .md"),
        (["-o", "brief.docx", "--template", "none.docx"], "none.docx: there is no such file"),
        (["-o", "brief.md", "--round", "0"], "--round: '0' is no step -> write a step above 0"),
        (["-o", "brief.md", "--round", "0,1"], "--round: '0,1' is not a number -> write 0.1"),
        ([], "Missing option '--output'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    plan: str,
    tmp_path: Path,
    options: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["brief", "80", "--plan", plan, *options]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["small.yaml"]


def test_a_template_that_is_no_word_file_is_refused(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.docx").write_text("no Word", encoding="utf-8")
    assert run(["brief", "80", "--plan", plan, "-o", "brief.docx", "--template", "house.docx"]) == 2
    assert "--template: 'house.docx' is no Word file -> give a .docx or .dotx file" in capsys.readouterr().err


def test_the_styles_that_a_template_lacks_are_named_in_one_line(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    house = docx.Document()
    typed = ["brief", "80", "--plan", plan, "-o", "brief.docx", "--template", "house.docx", "--force"]
    house.save("house.docx")
    assert run(typed) == 0
    assert capsys.readouterr().err == ""
    house.styles["Caption"].delete()
    house.styles["List Bullet"].delete()
    house.save("house.docx")
    assert run(typed) == 0
    assert capsys.readouterr().err == (
        "house.docx has no style 'Caption', 'List Bullet' -> a plain one takes its place, unless you add it in Word\n"
    )
    assert run([*typed, "--lang", "nl"]) == 0
    assert capsys.readouterr().err.startswith("house.docx heeft geen stijl 'Caption', 'List Bullet' -> een eenvoudige")


@pytest.mark.parametrize(
    ("ending", "module", "said"),
    [
        ("docx", "docx", "Word files need python-docx -> pip install 'flessenhals[briefing]'"),
        ("odt", "odfdo", "OpenDocument needs odfdo -> pip install 'flessenhals[briefing]'"),
        ("pdf", "typst", "PDF needs typst -> pip install 'flessenhals[briefing]'"),
    ],
)
def test_what_is_not_installed_is_one_line_that_says_what_to_install(
    plan: str, tmp_path: Path, ending: str, module: str, said: str
) -> None:
    without = (
        f"import sys; sys.modules[{module!r}] = None; from flessenhals.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    typed = ["brief", "80", "--plan", plan, "-o", str(tmp_path / f"brief.{ending}")]
    done = subprocess.run([sys.executable, "-c", without, *typed], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (5, f"{said}\n")
    assert not (tmp_path / f"brief.{ending}").exists()


def test_a_reading_that_fits_nowhere_does_not_keep_the_others_from_their_page(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "schema: 1\nplan: p\nlines: [{id: a, partner: p, proposed: 5}]\n"
        "scenarios: {never: {constraints: {floor: {level: {of: a, at_least: 9}}}}}\n",
        encoding="utf-8",
    )
    target = tmp_path / "brief.html"
    assert run(["brief", "4", "--plan", str(plan), "--scenario", "all", "-o", str(target)]) == 0
    assert "At 4 no split keeps every rule, nor at any other ceiling." in target.read_text(encoding="utf-8")


def test_a_format_can_be_asked_on_stdout(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", "80", "--plan", plan, "-o", "-", "--format", "md"]) == 0
    assert capsys.readouterr().out.startswith("small · ceiling € 80 million a year")
