"""The answers on the plan that ships, worked out by hand."""

from fractions import Fraction

import pytest

import flessenhals as fh
from flessenhals.cli import run

F = Fraction


def others(split: fh.Allocation, *named: str) -> set[Fraction | None]:
    return {split.coverage(line) for line in split.plan.lines if line.id not in named}


def test_at_398_no_line_gets_less_than_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["allocate", "398"]) == 0
    assert "No line gets less than 99.4% of what it asks" in capsys.readouterr().out


def test_at_400_everything_is_funded_in_full() -> None:
    split = fh.allocate(fh.load(), 400)
    assert others(split) == {1}
    assert (split.total, split.unspent) == (400, 0)


def test_at_300_the_two_minimums_are_met_and_the_rest_shares_evenly() -> None:
    split = fh.allocate(fh.load(), 300)
    assert split.amounts["knowledge-centre"] == 2
    assert split.amounts["regional-plans"] == 30
    assert others(split, "knowledge-centre", "regional-plans") == {F(268, 368)}
    assert split.lowest_coverage == F(268, 368)


def test_at_400_read_strictly_two_at_the_om_cannot_be_used() -> None:
    split = fh.allocate(fh.load(scenario="strict"), 400)
    assert split.amounts["om-prevention"] == 8
    assert others(split, "om-prevention") == {1}
    assert (split.total, split.unspent) == (398, 2)
    assert [row.label for row in split.holding_back] == ["courts-follow-om"]


def test_at_300_read_strictly_the_courts_chain_line_gets_more_than_the_rest() -> None:
    split = fh.allocate(fh.load(scenario="strict"), 300)
    chain = next(line for line in split.plan.lines if line.id == "courts-chain")
    named = ("knowledge-centre", "regional-plans", "courts-chain")
    (rest,) = others(split, *named)
    courts = split.coverage(chain)
    assert rest is not None
    assert courts is not None
    assert len([line for line in split.plan.lines if line.id not in named]) == 24
    assert (round(float(rest), 5), round(float(courts), 5)) == (0.72629, 0.79231)
    assert courts * 11 == rest * 24 / 2


def test_at_400_with_complex_cases_the_chain_lines_are_too_small() -> None:
    split = fh.allocate(fh.load(scenario="complex-cases"), 400)
    held = ("police-neighbourhood", "police-investigation", "police-prevention", "fiod", "fiu")
    assert {split.coverage(line) for line in split.plan.lines if line.id in held} == {F(2, 3)}
    assert others(split, *held) == {1}
    assert (split.total, split.unspent) == (F(1060, 3), F(140, 3))


def test_at_400_read_by_partner_everything_fits() -> None:
    assert fh.allocate(fh.load(scenario="by-partner"), 400).total == 400


def test_at_30_nothing_fits_and_32_is_the_lowest_that_does() -> None:
    with pytest.raises(fh.InfeasibleError) as refused:
        fh.allocate(fh.load(), 30)
    assert refused.value.lowest_feasible_ceiling == 32
    assert {row.label for row in refused.value.conflict} == {
        "ceiling",
        "knowledge-centre.minimum",
        "regional-plans.minimum",
    }
    assert fh.allocate(fh.load(), 32).total == 32


def test_the_proposal_breaks_its_own_rule_by_one_when_read_strictly() -> None:
    assert fh.reconcile(fh.load()).broken == ()
    (broken,) = fh.reconcile(fh.load(scenario="strict")).broken
    assert (broken.row.label, broken.shortfall) == ("courts-follow-om", 1)
