"""The plan that ships, in whole chambers, courts and municipalities: figures worked out by hand."""

from fractions import Fraction

import pytest

import flessenhals as fh
from flessenhals.cli import run

F = Fraction
UNITS = {"courts-chambers": 3, "courts-neighbourhood": 8, "municipal-prevention": F(110, 3)}


@pytest.mark.parametrize(
    ("changes", "centre", "rest"),
    [({}, F(17, 10), F(6619, 9150)), ({"lines.knowledge-centre.minimum": 2}, F(2), F(661, 915))],
)
def test_at_300_three_chambers_four_courts_and_eleven_municipalities_stand(
    changes: dict[str, object], centre: Fraction, rest: Fraction
) -> None:
    split = fh.allocate(fh.load(scenario="whole-units", changes=changes), 300)

    named = {**UNITS, "knowledge-centre": centre, "regional-plans": F(30)}
    assert {line: split.amounts[line] for line in named} == named
    assert {split.coverage(line) for line in split.plan.lines if line.id not in named} == {rest}
    assert (split.total, split.lowest_coverage) == (300, rest)
    assert split.faults() == []


def test_at_300_it_is_said_which_units_stand(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "300", "--scenario", "whole-units"]) == 0
    told = capsys.readouterr().out
    assert "3 of 3 at Three specialised court chambers; 11 of 15 at Area" in told.replace("\n", " ")
