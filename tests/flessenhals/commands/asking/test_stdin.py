"""A plan or a proposal that comes in at stdin."""

import io
import json
from pathlib import Path

import pytest
from judge import Answer, asked


def from_stdin(monkeypatch: pytest.MonkeyPatch, content: str | bytes, *arguments: str) -> Answer:
    raw = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    return asked(list(arguments))


def test_a_plan_from_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = from_stdin(
        monkeypatch, Path("plan.yaml").read_text("utf-8"), "whatif", "50", "--scenario", "all", "--plan", "-"
    )

    assert answer.code == 0, answer.err
    assert "stdin:3:8" in from_stdin(monkeypatch, "schema: 1\nplan: p\nlines: 3.5\n", "check", "--plan", "-").err


CSV = "line;amount\nstreet;30,5\ndesk;10\nom;5\ncare;5\n"


@pytest.mark.parametrize(
    "content",
    [
        CSV,
        CSV.replace(",", ".").replace(";", ","),
        f"\n;\n{CSV}",
        "street: 30.5\ndesk: 10\nom: 5\ncare: 5\n",
        "# ours\nline:\n  street: 30.5\n  desk: 10\n  om: 5\n  care: 5\n",
        '{"street": 30.5, "desk": 10, "om": 5, "care": 5}',
        '{"line": {"street": 30.5, "desk": 10, "om": 5, "care": 5}}',
    ],
)
def test_a_proposal_from_stdin_whatever_its_form(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = from_stdin(monkeypatch, content, "compare", "-", "-f", "json")

    assert answer.code == 0, answer.err
    assert json.loads(answer.out)["total"] == 50.5


@pytest.mark.parametrize("ending", ["xlsx", "json", "csv"])
def test_what_allocate_writes_is_read_from_stdin(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(["allocate", "50", "-o", f"split.{ending}"]).code == 0

    answer = from_stdin(monkeypatch, Path(f"split.{ending}").read_bytes(), "compare", "-", "-f", "json")

    assert json.loads(answer.out)["is_optimal"]


def test_stdin_cannot_be_the_plan_and_the_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = from_stdin(monkeypatch, Path("plan.yaml").read_text("utf-8"), "compare", "-", "--plan", "-")

    assert (answer.code, answer.err) == (
        2,
        "a proposal -: stdin has been read as --plan -> give one of the two as a file\n",
    )
