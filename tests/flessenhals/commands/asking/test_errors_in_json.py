"""What is wrong, as JSON, where JSON was asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from judge import asked


def errors(*arguments: str) -> list[dict[str, Any]]:
    answer = asked([*arguments, "-f", "json"])
    assert answer.code == 2
    assert answer.err
    found = json.loads(answer.out)
    assert list(found) == ["errors"]
    return list(found["errors"])


def test_errors_are_json_where_json_was_asked() -> None:
    Path("bad.yaml").write_text(
        Path("plan.yaml").read_text("utf-8").replace("proposed: 60", "proposed: 60,5"), encoding="utf-8"
    )

    assert errors("allocate", "50", "--plan", "bad.yaml")[0] == {
        "file": "bad.yaml",
        "line": 5,
        "column": 64,
        "field": None,
        "value": "5",
        "problem": "is not a field of a line",
        "advice": "write decimals with a point, not a comma",
    }
    assert errors("allocate", "x")[0]["problem"] == "is not a number"
    assert errors("allocate", "50", "--nonsense")[0]["problem"]
    assert errors("allocate", "50", "--lang", "xx")[0]["problem"] == "language 'xx' is neither en nor nl"


def test_without_json_nothing_but_stderr() -> None:
    assert asked(["allocate", "x"]).out == ""


@pytest.mark.parametrize(
    ("arguments", "field", "value", "advice"),
    [
        (["allocate", "6O"], "ceiling", "6O", "write 6 if that is the plan's unit"),
        (["allocate"], "CEILING", None, "see flessenhals allocate --help"),
        (["allocate", "50", "60"], None, "60", "see flessenhals allocate --help"),
        (["allocate", "50", "--scenari", "x"], "--scenari", None, "did you mean --scenario?"),
        (["allocate", "50", "--scenario", "x"], "--scenario", "x", "write one of"),
        (["allocate", "50", "--plan", "nowhere.yaml"], None, None, "check the name and the folder"),
        (["allocate", "50", "--set", "street.proposed=31,5"], "proposed", "31,5", "write 31.5"),
        (["allocate", "50", "--set", "x=1"], "--set", "x", "write one of"),
        (["allocate", "50", "--keep", "stret"], "--keep", "stret", "did you mean street?"),
        (["allocate", "50", "--drop", ""], "--drop", None, "write a line id"),
        (["allocate", "50", "--rule", "{id: x"], "--rule", "{id: x", "check the commas"),
        (["allocate", "50", "--lang", "xx"], "--lang", "xx", "see flessenhals allocate --help"),
        (["allocate", "50", "--chart", "pie"], "--chart", "pie", "see flessenhals allocate --help"),
        (["allocate", "50", "-o", "x.pdf"], "--output", "x.pdf", "end it in"),
        (["allocate", "50", "--scenario", "a", "--scenario", "b"], "--scenario", None, "keep one"),
        (["compare"], "PROPOSAL", None, "name a file"),
        (["compare", "police-only", "--missing", "zro"], "--missing", "zro", "see flessenhals compare --help"),
        (["compare", "--slice", "8"], "--slice", "8", "write it with a percent sign"),
        (["compare", "x.csv", "--by", "partnr"], "--by", "partnr", "see flessenhals compare --help"),
        (["simulate", "50", "--samples", "x"], "--samples", "x", "see flessenhals simulate --help"),
        (["bottlenecks", "50", "--line", "stret"], "line", "stret", "did you mean street?"),
        (["bottlenecks", "50", "--within", "1"], "--within", "1", "write it with a percent sign"),
        (["whatif", "10:20"], "ceiling", "10:20", "write FROM:TO:STEP"),
        (["whatif", "50", "--against", "x"], "--against", "x", "write"),
        (["diff", "50"], "CEILING", "50", "give a second CEILING"),
        (["nothing"], None, "nothing", "see flessenhals --help"),
        (["simulate", "50"], None, None, "add a section uncertain:"),
    ],
)
def test_what_was_typed_wrong_says_where_what_and_what_to_do(
    arguments: list[str], field: str | None, value: str | None, advice: str
) -> None:
    for error in errors(*arguments):
        assert {"file", "line", "column", "field", "value", "problem", "advice"} <= set(error)
        assert (error["line"], error["column"]) == (None, None)
        assert error["file"] in {None, "nowhere.yaml"}
        assert (error["field"], error["value"]) == (field, value)
        assert error["problem"]
        assert error["advice"].startswith(advice)


def test_of_what_stands_inside_an_option_the_whole_option_is_told_too() -> None:
    assert errors("allocate", "50", "--set", "street.proposed=31,5")[0]["option"] == "--set street.proposed=31,5"
