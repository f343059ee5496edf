"""The lowest coverage is a limit: whatever prints it rounds it down, and two that differ are printed apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from judge import asked

if TYPE_CHECKING:
    from pathlib import Path

THIRDS = """schema: 1
plan: thirds
lines:
  - {id: one, partner: p, proposed: 3}
  - {id: two, partner: q, proposed: 6}
  - {id: three, partner: r, proposed: 9STEP}
"""
ROUNDED_UP = re.compile(r"66[.,]7")


def plan(tmp_path: Path, *, whole: bool) -> str:
    file = tmp_path / "thirds.yaml"
    file.write_text(THIRDS.replace("STEP", ", step: 3" if whole else ""), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize(
    "asking",
    [
        "ladder",
        "bottlenecks 12",
        "diff 6 12",
        "allocate 12",
        "whatif 12",
        "whatif 12 --by partner",
        "brief 12 -f md -o -",
    ],
)
def test_two_thirds_is_never_more_than_it_is(tmp_path: Path, asking: str, whole: bool, language: str) -> None:  # noqa: FBT001 - a parameter of a test
    answer = asked([*asking.split(), "--plan", plan(tmp_path, whole=whole), "--lang", language])
    assert (answer.code, ROUNDED_UP.findall(answer.out)) == (0, [])


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nor_where_one_line_is_asked_about(tmp_path: Path, language: str) -> None:
    asking = ["bottlenecks", "12", "--line", "two", "--plan", plan(tmp_path, whole=False), "--lang", language]
    assert not ROUNDED_UP.search(asked(asking).out)


@pytest.mark.parametrize(("language", "unspent"), [("en", "995.9968"), ("nl", "995,9968")])
def test_what_is_spent_and_what_is_left_make_the_ceiling_in_print(tmp_path: Path, language: str, unspent: str) -> None:
    asking = ["allocate", "1000", "--set", "lines.three.proposed=0", "--set", "lines.one.maximum=0.0032", "--set"]
    answer = asked([*asking, "lines.two.maximum=4", "--plan", plan(tmp_path, whole=False), "--lang", language])
    assert (unspent in answer.out, "4.0032".translate({46: unspent[3]}) in answer.out) == (True, True)


@pytest.mark.parametrize(("language", "said"), [("en", "from 66.6% to 58.3%"), ("nl", "van 66,6% naar 58,3%")])
def test_nor_where_one_line_would_get_more(tmp_path: Path, language: str, said: str) -> None:
    asking = ["bottlenecks", "12", "--line", "two", "--plan", plan(tmp_path, whole=False), "--lang", language]
    assert said in " ".join(asked(asking).out.split())


@pytest.mark.parametrize(("language", "said"), [("en", "from 66.66% to 66.67%"), ("nl", "van 66,66% naar 66,67%")])
def test_two_that_hardly_differ_are_printed_apart(tmp_path: Path, language: str, said: str) -> None:
    asking = ["diff", "12", "12.0018", "--plan", plan(tmp_path, whole=False), "--lang", language]
    assert said in " ".join(asked(asking).out.split())
