"""A scenario that drops a line cannot set it too, as the command line cannot; what it sets of others counts."""

from pathlib import Path

import pytest
from judge import asked

PLAN = """\
schema: 1
plan: small
{years}lines:
  - {{id: a, partner: x, proposed: 10}}
  - {{id: b, partner: x, proposed: 10}}
scenarios:
  s: {{lines: [{{of: {of}, minimum: 3}}], drop: {drop}}}
  sets: {{lines: [{{of: a, minimum: 3}}]}}
  drops: {{drop: a}}
"""


@pytest.mark.parametrize("years", ["", "years: {first: 2026, last: 2027}\n"])
@pytest.mark.parametrize(
    ("of", "drop", "said"),
    [
        ("a", "a", "sets a line that is dropped -> leave one of the two out"),
        ("[a, b]", "{partner: x}", "sets lines that are all dropped -> leave one of the two out"),
        ("all", "a", None),  # it counts for the rest
        ("b", "a", None),
    ],
)
def test_what_it_sets_and_drops(of: str, drop: str, said: str | None, years: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.format(years=years, of=of, drop=drop), encoding="utf-8")
    given = asked(["allocate", "12", "--plan", str(file), "--scenario", "s"])

    assert given.code == (0 if said is None else 2)
    assert said is None or given.err.endswith(f"{said}\n")


def test_a_later_scenario_may_drop_what_an_earlier_one_sets(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.format(years="", of="b", drop="a"), encoding="utf-8")
    assert asked(["allocate", "12", "--plan", str(file), "--scenario", "sets+drops"]).code == 0
