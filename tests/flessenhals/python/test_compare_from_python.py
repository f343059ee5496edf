"""compare from Python: whatever a proposal may be given as."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import flessenhals as fh

F = Fraction


def test_a_proposal_from_python_may_take_many_forms() -> None:
    plan = fh.load()
    amounts = {line.id: float(line.proposed) for line in plan.lines}
    series = pd.Series(amounts)
    frame = series.rename_axis("line").rename("amount").reset_index()
    partners: dict[str, float] = {}
    for line in plan.lines:
        partners[line.partner] = partners.get(line.partner, 0.0) + float(line.proposed)
    given: list[Any] = [
        "source-split",
        Path("source-split"),
        amounts,
        {line: Decimal(str(amount)) for line, amount in amounts.items()},
        {"line": amounts},
        {"partner": partners},
        series,
        series.astype(np.float32),
        pd.Series(partners).rename_axis("partner"),
        frame,
        frame.set_index("line"),
        fh.Proposal(name="mine", amounts={line: F(repr(amount)) for line, amount in reversed(amounts.items())}),
    ]

    for each in given:
        assert fh.compare(plan, each).is_optimal


def test_integers_of_numpy_do_not_overflow() -> None:
    plan = fh.Plan(id="large", lines=tuple(fh.Line(id=name, partner="p", proposed=F(10**15)) for name in ("a", "b")))
    found = fh.compare(plan, pd.Series({"a": 10**15, "b": 10**15 - 1}), 10**15)

    assert {type(amount.numerator) for amount in found.proposal.amounts.values()} == {int}
    assert isinstance(found.optimum, fh.Allocation)


def test_several_from_python_are_set_side_by_side() -> None:
    found = fh.compare(fh.load(), ["police-only", "across-the-board"], 300)

    assert isinstance(found, fh.SideBySide)
    assert found.frame().loc["police-prevention"].tolist() == [15.0, 11.25]
    single = fh.compare(fh.load(), "across-the-board")
    assert isinstance(single, fh.Comparison)
    assert single.frame().loc["regional-plans", ["proposal", "nearest"]].tolist() == [22.5, 30.0]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"nfi": 5}, "proposal: has no amount for knowledge-centre, police-neighbourhood"),
        ({"nfi": -5}, "proposal['nfi']: '-5' is below 0 -> write 0 or more"),
        ({"nfi": "5,5"}, "proposal['nfi']: '5,5' is not a number -> write 5.5"),
        ({"nifi": 5}, "proposal['nifi']: 'nifi' is not a line of pact-2021 -> did you mean nfi?"),
        ({"nfi": float("nan")}, "proposal['nfi']: nfi has no amount"),
        ({"nfi": None}, "proposal['nfi']: nfi has no amount"),
        (pd.Series({"nfi": pd.NA}, dtype="Float64"), "proposal['nfi']: nfi has no amount"),
        ({"partner": {"om": 1}, "nfi": 2}, "proposal: has more than partner -> give amounts by line or by partner"),
        (pd.DataFrame({"line": ["nfi"], "euros": [5]}), "proposal: has the columns line, euros -> give it a column"),
        (5, "proposal: is of type int -> give a file, or amounts by line"),
        (fh.Proposal(name="mine", amounts={"nfi": F(1)}), "has no amount for knowledge-centre"),
    ],
)
def test_what_is_wrong_with_a_proposal_from_python_is_said(given: fh.Proposal, wrong: str) -> None:
    with pytest.raises(fh.InputError) as refused:
        fh.compare(fh.load(), given)
    assert wrong in str(refused.value)


def test_missing_and_sheet_from_python() -> None:
    plan = fh.load()
    assert fh.compare(plan, {"nfi": 5}, 400, missing="zero").proposal.total == 5
    with pytest.raises(fh.InputError, match="only a workbook has sheets"):
        fh.compare(plan, {"nfi": 5}, sheet="A")
    with pytest.raises(fh.InputError, match="write error or zero"):
        fh.compare(plan, {"nfi": 5}, missing="nothing")  # type: ignore[call-overload]
