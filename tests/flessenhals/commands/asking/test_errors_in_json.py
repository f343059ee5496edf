"""What is wrong, as JSON, where JSON was asked."""

import json
from pathlib import Path
from typing import Any

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
    assert errors("allocate", "50", "--lang", "xx")[0]["problem"].startswith("flessenhals allocate: ")


def test_without_json_nothing_but_stderr() -> None:
    assert asked(["allocate", "x"]).out == ""
