"""A ceiling is printed as it was given, and no figure of one page says what another denies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from judge import asked

if TYPE_CHECKING:
    from pathlib import Path

# The lowest ceiling is 3.33334 and a third of it: 4.4444533….
FLOOR = """schema: 1
plan: floor
unit: EUR million
lines:
  - {id: a, partner: x, proposed: 6, minimum: 3.33334}
  - {id: b, partner: y, proposed: 3}
constraints:
  - {id: follow, proportional: {upstream: a, downstream: b, at_least: 1/3}}
"""
# Of each euro three in a thousand go to b.
LITTLE = """schema: 1
plan: little
lines:
  - {id: a, partner: x, proposed: 3000}
  - {id: b, partner: y, proposed: 12}
constraints:
  - {id: follow, proportional: {upstream: a, downstream: b, at_least: 0.003}}
objective: [{value: a}, value, coverage]
"""


@pytest.fixture
def floor(tmp_path: Path) -> str:
    file = tmp_path / "floor.yaml"
    file.write_text(FLOOR, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(("language", "said"), [("en", "4.44446"), ("nl", "4,44446")])
def test_a_ceiling_stands_as_it_was_given(floor: str, tmp_path: Path, language: str, said: str) -> None:
    page = tmp_path / "brief.md"
    answers = [
        asked([*command.split(), "--plan", floor, "--lang", language]).out
        for command in ("allocate 4.44446", "bottlenecks 4.44446", "compare --slice 60% --ceiling 4.44446")
    ]
    assert asked(["brief", "4.44446", "--plan", floor, "--lang", language, "-o", str(page)]).code == 0
    for text in (*answers, page.read_text(encoding="utf-8")):
        assert said in text
        assert not re.search(r"€ 4[.,]44 m", text.split("\n\n")[0])


def test_ceilings_side_by_side_that_hardly_differ_have_headings_of_their_own(floor: str) -> None:
    heading = asked(["whatif", "4.44446", "4.4445", "--plan", floor]).out.splitlines()[1]
    assert heading.split()[-2:] == ["4.44446", "4.4445"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_ladder_begins_no_lower_than_where_it_says_that_something_fits(floor: str, language: str) -> None:
    said = asked(["ladder", "--plan", floor, "--lang", language]).out
    assert re.search(r"^ +4[.,]45 ", said, re.MULTILINE)
    assert not re.search(r"4[.,]44 +37", said)


@pytest.mark.parametrize("ceiling", ["4.4443", "4.4444", "4.44444"])
def test_what_a_ratio_becomes_is_told_from_what_it_is(floor: str, ceiling: str) -> None:
    answer = asked(["allocate", ceiling, "--plan", floor])
    (now, becomes) = re.findall(r"(\d+\.\d+)%", next(line for line in answer.out.splitlines() if "chain rule" in line))
    assert answer.code == 3
    assert float(becomes) < float(now)


@pytest.mark.parametrize(("language", "said"), [("en", "0.0030 goes to b"), ("nl", "0,0030 naar b")])
def test_a_part_of_a_euro_that_is_something_does_not_look_like_nothing(
    tmp_path: Path, language: str, said: str
) -> None:
    file = tmp_path / "little.yaml"
    file.write_text(LITTLE, encoding="utf-8")
    for command in ("bottlenecks 900", "ladder"):
        assert said in " ".join(asked([*command.split(), "--plan", str(file), "--lang", language]).out.split())
