"""What an answer is written as: the endings that there are, and a program for another solver."""

import json
from pathlib import Path

import highspy
import pytest
from judge import asked


@pytest.mark.parametrize(
    ("command", "endings"),
    [
        (["allocate", "50"], ".txt, .json, .csv, .md, .svg, .png, .html, .xlsx, .lp, .mps"),
        (["whatif", "50"], ".txt, .json, .csv, .md, .xlsx"),
        (["ladder"], ".txt, .json, .csv, .md, .svg, .png, .html, .xlsx"),
        (["bottlenecks", "50"], ".txt, .json, .csv, .md"),
        (["check"], ".txt, .json, .csv, .md"),
        (["diff", "50", "60"], ".txt, .json, .csv, .md, .svg, .png, .html, .xlsx"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
@pytest.mark.parametrize("given", [[], ["-f", "json"]])
def test_an_ending_that_a_command_does_not_write_is_refused_with_those_it_does(
    command: list[str], endings: str, given: list[str]
) -> None:
    answer = asked([*command, "-o", "r.pdf", *given])

    assert (answer.code, answer.err) == (2, f"r.pdf: .pdf is not written here -> end it in {endings}\n")
    assert not Path("r.pdf").exists()


@pytest.mark.parametrize(
    "command",
    [["allocate", "50"], ["whatif", "40", "50"], ["ladder"], ["compare", "s.csv"]],
    ids=lambda command: command[0],
)
def test_the_workbook_of_a_result_has_the_columns_of_its_csv(command: list[str]) -> None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - for this test alone

    Path("s.csv").write_text("line;amount\nstreet;30,5\ndesk;10\nom;5\ncare;5\n", encoding="utf-8")
    assert asked([*command, "-o", "r.xlsx"]).code == 0
    assert asked([*command, "-o", "r.csv"]).code == 0

    rows = CalamineWorkbook.from_path("r.xlsx").get_sheet_by_index(0).to_python()
    written = Path("r.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == written[0].split(",")
    assert len(rows) == len(written)


@pytest.mark.parametrize("ending", ["lp", "mps"])
def test_another_solver_reads_the_value_stage_and_finds_its_value(ending: str) -> None:
    given = ["--set", "care.weight=2", "--rule", "{id: third, level: {of: desk, at_most: 25%}}"]
    given += ["--set", "constraints.om-follows.proportional.at_least=1/3"]
    value = json.loads(asked(["allocate", "50", "-f", "json", *given]).out)["value"]
    assert asked(["allocate", "50", "-o", f"p.{ending}", *given]).code == 0

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - its own form
    solver.readModel(f"p.{ending}")
    solver.run()

    assert solver.getObjectiveValue() == pytest.approx(value)
    assert solver.getNumCol() == 4
