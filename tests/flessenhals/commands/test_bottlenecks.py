"""The command `bottlenecks` and its face in Python."""

import csv
import io
import json
from fractions import Fraction

import pytest

import flessenhals as fh
from flessenhals.cli import run


def test_all_of_it_stands_in_the_json(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "80", "--plan", plan, "--line", "police", "--within", "1%", "-f", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["bottlenecks"][0]["release"] == {"police": 10.0, "om": 1.0}
    (ratio,) = found["ratios"]
    assert (ratio["id"], ratio["ratio"], ratio["holding"]) == ("om-follows-police", 0.1, ["om-follows-police"])
    assert ratio["down"]["moves_at"] == pytest.approx(5 / 65)
    assert found["chain_prices"][0] == {"id": "police", "total": 1.1, "parts": {"police": 1.0, "om": 0.1}}
    assert found["line"]["stops"] == ["om-follows-police", "om.maximum"]
    assert found["within"]["lines"][2]["smallest"] == pytest.approx(9.35)


def test_a_line_and_the_room_are_shown_instead_of_the_rest(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "80", "--plan", plan, "--line", "police"]) == 0
    out = capsys.readouterr().out
    assert "Why Police gets € 50 million at € 80 million a year" in out
    assert "What binds" not in out
    assert run(["bottlenecks", "80", "--plan", plan, "--within", "1%", "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["id"] for row in rows] == ["police", "om", "care"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--line", "polise"], "line: 'polise' is none of the plan's lines -> did you mean police?\n"),
        (["--within", "1"], "--within: '1' is not a share -> write it with a percent sign, such as 1%\n"),
        (["--within", "120%"], "--within: '120%' is more than everything -> write a share from 0% to 100%\n"),
        (["--within", "een%"], "--within: 'een%' is not a number"),
    ],
)
def test_what_is_asked_wrongly_is_one_clear_line(
    plan: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bottlenecks", "80", "--plan", plan, *arguments]) == 2
    assert said in capsys.readouterr().err


def test_each_part_has_a_frame() -> None:
    found = fh.bottlenecks(fh.load(scenario="strict"), 400, line="om-prevention", within=0.01)
    assert found.frame().loc["courts-chain.maximum", "relax"] == 3
    ratios = found.ratio_frame()
    assert list(ratios.index) == ["om-follows-police", "om-follows-laundering", "courts-follow-om"]
    assert ratios.loc["courts-follow-om", "down_moves_at"] == pytest.approx(11 / 24)
    assert found.chain_frame().loc["police-neighbourhood", ["total", "om-chain-police", "courts-chain"]].tolist() == [
        1.15,
        0.1,
        0.05,
    ]
    assert found.weight_frame().loc["police-neighbourhood", ["weight", "down"]].tolist() == [1, 0]
    assert found.line is not None
    assert found.line.frame().loc["om-prevention", "change"] == 1
    assert found.room is not None
    assert found.room.within == Fraction(1, 100)
    assert found.room.frame().loc["courts-chain", "largest"] == 11


def test_a_share_may_be_a_text_or_a_number() -> None:
    with pytest.raises(fh.InputError, match=r"within: '1\.5' is more than everything"):
        fh.bottlenecks(fh.load(), 300, within=1.5)
    with pytest.raises(fh.InputError, match="did you mean nfi"):
        fh.bottlenecks(fh.load(), 300, line="nfl")


def test_unequal_weights_are_told_with_the_range_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "200", "--scenario", "prevention-first", "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert "Gewichten waarbij de verdeling gelijk blijft" in told


def test_the_range_of_each_weight_stands_in_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bottlenecks", "200", "--scenario", "prevention-first", "-f", "json"]) == 0
    weights = {each["id"]: each for each in json.loads(capsys.readouterr().out)["weights"]}
    assert weights["drug-use"] == {"id": "drug-use", "weight": 2.0, "down": 1.0, "up": None}
    assert weights["knowledge-centre"] == {"id": "knowledge-centre", "weight": 1.0, "down": None, "up": None}
