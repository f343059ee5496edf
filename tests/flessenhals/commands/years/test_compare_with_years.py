"""Proposals over several years: how they are read, and what they come to under lags, build-ups and shifts."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from judge import asked, refused_well

import flessenhals as fh
from flessenhals.data.plans.reader import loads

if TYPE_CHECKING:
    from pathlib import Path

    from flessenhals.solver.comparison.comparison import Comparison

F = Fraction
YEARS = "schema: 1\nplan: small\nunit: EUR million per year\nyears: {first: 2026, last: 2028}\n"
POLICE = """
lines:
  - {id: police, partner: police, proposed: 10}
  - {id: judges, partner: courts, proposed: 5}
"""
CHAIN = (
    YEARS
    + POLICE
    + """
constraints:
  - {id: follow, proportional: {upstream: {partner: police}, downstream: judges, at_least: 0.5, lag: 1}}
  - {id: recruit, build_up: {of: judges, at_most: 1, start: 1}}
"""
)
WIDE = "line,2026,2027,struc.\npolice,10,10,10\njudges,5,5,5\n"


def held(plan: str, proposal: object, ceiling: object = None, **options: object) -> Comparison:
    return fh.compare(loads(plan), proposal, ceiling, **options)  # type: ignore[call-overload,no-any-return]


def files(folder: Path, plan: str, proposal: str, name: str = "sheet.csv") -> list[str]:
    (folder / "plan.yaml").write_text(plan)
    (folder / name).write_text(proposal)
    return ["compare", str(folder / name), "--plan", str(folder / "plan.yaml")]


def of(found: Comparison, split: str) -> dict[str, list[F]]:
    return {line["id"]: list(line[split].values()) for line in found.record()["lines"]}


def test_what_a_lag_and_a_build_up_leave_of_a_proposal() -> None:
    """Judges grow by one a year from 1: to 2, 3, 4. Police of a year need them in the next, in the last year too."""
    found = held(
        CHAIN, {"police": dict.fromkeys((2026, 2027, 2028), 10), "judges": dict.fromkeys(range(2026, 2029), 5)}
    )
    assert of(found, "stranded") == {"police": [4, 2, 2], "judges": [3, 2, 1]}
    assert of(found, "nearest") == {"police": [6, 8, 8], "judges": [2, 3, 4]}
    assert found.record()["distance"]["nearest"] == 14
    assert not found.faults()


def test_the_largest_move_is_the_smallest_part_of_a_proposal_that_it_can_be() -> None:
    plan = YEARS + POLICE
    found = held(
        plan,
        {"police": dict.fromkeys(range(2026, 2029), 8), "judges": dict.fromkeys(range(2026, 2029), 4)},
        {2026: 9, 2027: 12},
    )
    assert of(found, "nearest") == {"police": [6, 8, 8], "judges": [3, 4, 4]}


def test_a_proposal_keeps_its_ceilings_where_money_may_move_between_years() -> None:
    given = {"police": dict.fromkeys(range(2026, 2029), 10), "judges": dict.fromkeys(range(2026, 2029), 0)}
    path = {2026: 5, 2027: 15, 2028: 10}
    fixed = held(YEARS + POLICE, given, path)
    assert [(str(each.row.id), each.shortfall) for each in fixed.violations] == [("ceiling@2026", 5)]
    moved = held(YEARS + "shift: {earlier: any}\n" + POLICE, given, path)
    assert not moved.violations
    assert of(moved, "nearest") == of(moved, "proposal")
    assert moved.record()["shift"]["nearest"] == {2026: -5, 2027: 0}
    part = held(YEARS + "shift: {earlier: 3}\n" + POLICE, given, path)
    assert [(str(each.row.id), each.shortfall) for each in part.violations] == [("ceiling@2026", 2)]


def test_a_limit_on_what_is_shifted_grows_with_its_own_year() -> None:
    given = {"police": {2026: 0, 2027: 10, 2028: 10}, "judges": dict.fromkeys(range(2026, 2029), 0)}
    found = held(YEARS + "shift: {later: 50%}\n" + POLICE, given, {2026: 8, 2027: 8, 2028: 8})
    assert [(str(each.row.id), each.shortfall) for each in found.violations] == [] or found.shifted_by_year
    assert found.shifted_by_year["proposal"] == {2026: 4, 2027: 2}


def test_a_proposal_s_own_totals_are_its_ceilings() -> None:
    found = held(CHAIN, {"police": {2026: 1, 2027: 2, 2028: 3}, "judges": {2026: 2, 2027: 3, 2028: 3}})
    assert found.record()["ceiling"] == {"2026": 3, "2027": 5, "2028": 6}
    assert not found.violations


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wide.csv", WIDE),
        (
            "long.csv",
            "line,year,amount\n"
            + "".join(
                f"{line},{year},{n}\n" for line, n in (("police", 10), ("judges", 5)) for year in range(2026, 2029)
            ),
        ),
        (
            "ids.csv",
            "id,amount\n"
            + "".join(
                f"{line}@{year},{n}\n" for line, n in (("police", 10), ("judges", 5)) for year in range(2026, 2029)
            ),
        ),
        ("by.yaml", "police: {2026: 10, 2027: 10, 2028: 10}\njudges: {2026: 5, 2027: 5, 2028: 5}\n"),
        ("by.json", '{"police": {"2026": 10, "2027": 10, "2028": 10}, "judges": {"2026": 5, "2027": 5, "2028": 5}}'),
        ("partner.yaml", "partner: {police: {2026: 10, 2027: 10, 2028: 10}, courts: {2026: 5, 2027: 5, 2028: 5}}\n"),
        (
            "dutch.csv",
            "Post;Bedrag 2026;Bedrag 2027;Structureel\npolice;10,0;10,0;10,0\njudges;5,0;5,0;5,0\n"
            "Totaal;15,0;15,0;15,0\n",
        ),
    ],
)
def test_a_proposal_with_years_is_read_in_every_form(tmp_path: Path, name: str, text: str) -> None:
    answer = asked([*files(tmp_path, CHAIN, text, name), "-f", "json"])
    assert answer.code == 0, answer.err
    assert json.loads(answer.out)["stranded"] == {
        "police": {"2026": 4, "2027": 2, "2028": 2},
        "judges": {"2026": 3, "2027": 2, "2028": 1},
    }


def test_a_proposal_without_years_is_refused_unless_it_is_for_each_year(tmp_path: Path) -> None:
    command = files(tmp_path, CHAIN, "line,amount\npolice,10\njudges,5\n")
    refused = asked(command)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert "--each-year" in refused.err
    each = asked([*command, "--each-year", "-f", "json"])
    assert json.loads(each.out)["total"] == {"2026": 15, "2027": 15, "2028": 15}


def test_in_each_year_is_in_each_year_that_the_line_runs() -> None:
    plan = YEARS + "lines:\n  - {id: a, partner: p, proposed: 4, from: 2027}\n  - {id: b, partner: p, proposed: 1}\n"
    found = held(plan, {"a": 3, "b": 1}, each_year=True)
    assert of(found, "proposal") == {"a": [0, 3, 3], "b": [1, 1, 1]}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("blank.csv", "line,2026,2027,struc.\npolice,10,,10\njudges,5,5,5\n", "police@2027"),
        ("short.csv", "line,2026,2027\npolice,10,10\njudges,5,5\n", "police (2028), judges (2028)"),
        ("outside.csv", "line,year,amount\npolice,2031,10\n", "2031"),
        ("twice.csv", "line,2026,2027,2028,struc.\npolice,1,1,1,1\njudges,1,1,1,1\n", "struc."),
        ("both.csv", "line,amount,2026\npolice,1,1\n", "amount"),
        ("twice.yaml", "police: {2026: 1, 2027: 1, 2028: 1, 2026: 2}\njudges: {2026: 1, 2027: 1, 2028: 1}\n", "2026"),
        ("year.yaml", "police: {2026: 1, 2027: 1, 2028: 1, 2029: 2}\njudges: {2026: 1, 2027: 1, 2028: 1}\n", "2029"),
        ("part.yaml", "police: {2026: 1, 2027: 1, 2028: 1}\njudges: 1\n", "judges"),
        ("misspelt.csv", WIDE.replace("judges", "jugdes"), "judges"),
        ("total.csv", WIDE + "Total,15,15,16\n", "16"),
        ("other.csv", "line,year,amount\npolice@2026,2027,1\n", "2027"),
        ("no-year.csv", "line,year,amount\npolice,soon,1\n", "soon"),
        ("unread.csv", WIDE.replace("5,5,5", "5,x,5"), "judges@2027"),
    ],
)
def test_what_is_wrong_with_a_proposal_over_years_is_one_line_each(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    answer = asked(files(tmp_path, CHAIN, text, name))
    assert answer.code == 2
    assert not refused_well(answer)
    assert said in answer.err
    assert len([line for line in answer.err.splitlines() if " -> " in line]) == answer.err.count("->")


def test_money_in_a_year_in_which_a_line_does_not_run_is_refused(tmp_path: Path) -> None:
    plan = YEARS + "lines:\n  - {id: a, partner: p, proposed: 4, from: 2027}\n"
    assert asked([*files(tmp_path, plan, "line,2026,2027,2028\na,0,1,1\n")]).code == 0
    refused = asked([*files(tmp_path, plan, "line,2026,2027,2028\na,1,1,1\n"), "--lang", "nl"])
    assert refused.code == 2
    assert "loopt niet in 2026" in refused.err


def test_years_are_refused_where_the_plan_has_none(tmp_path: Path) -> None:
    plan = "schema: 1\nplan: plain\n" + POLICE
    answer = asked(files(tmp_path, plan, "police: {2026: 1}\njudges: 2\n", "a.yaml"))
    assert answer.code == 2
    assert "plain has no years" in answer.err
    assert asked([*files(tmp_path, plan, "police: 1\njudges: 2\n", "a.yaml"), "--each-year"]).code == 2


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
@pytest.mark.parametrize("command", ["allocate", "compare"])
def test_what_is_written_of_years_is_read_back_exactly(tmp_path: Path, ending: str, command: str) -> None:
    """Sevenths have no decimals that end: only the exact figures beside them come back as the split itself."""
    plan = YEARS + POLICE.replace("10", "7.3").replace(": 5", ": 1.1")
    (tmp_path / "plan.yaml").write_text(plan)
    first = str(tmp_path / f"first.{ending}")
    at = ["--plan", str(tmp_path / "plan.yaml")]
    assert asked(["allocate", "2026=1,2027=2,2028=4", *at, "-o", first]).code == 0
    if command == "compare":
        second = str(tmp_path / f"second.{ending}")
        assert asked(["compare", first, "--ceiling", "2026=1,2027=2,2028=4", *at, "-o", second]).code == 0
        first = second
    answer = asked(["compare", first, "--ceiling", "2026=1,2027=2,2028=4", *at, "-f", "json"])
    assert json.loads(answer.out)["is_optimal"] is True


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_comparison_over_years_is_told_in_every_form(tmp_path: Path, format_: str, language: str) -> None:
    command = [*files(tmp_path, CHAIN, WIDE), "--lang", language, "-f", format_]
    assert asked(command).code == 0
    assert asked([command[0], command[1], *command[1:]]).code == 0  # side by side


def test_the_build_up_is_the_reason_that_is_told(tmp_path: Path) -> None:
    said = " ".join(asked(files(tmp_path, CHAIN, WIDE)).out.split())
    assert "In all € 8 million for police in 2026 to 2028 cannot be used, most of it in 2026." in said
    assert "of the € 5 million there no more than € 3 million can be had, because that cannot grow faster" in said


def test_a_slice_over_years_spares_a_year(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(YEARS + POLICE)
    command = [
        "compare",
        "--slice",
        "10%",
        "--except",
        "year:2028",
        "--plan",
        str(tmp_path / "plan.yaml"),
        "-f",
        "json",
    ]
    found = json.loads(asked(command).out)
    assert found["total"] == {"2026": 13.5, "2027": 13.5, "2028": 15}


def test_proposals_side_by_side_share_the_largest_total_of_each_year() -> None:
    ones, twos = (
        {"police": {2026: a, 2027: b, 2028: 1}, "judges": dict.fromkeys(range(2026, 2029), 0)}
        for a, b in ((1, 4), (3, 2))
    )
    found = fh.compare(loads(YEARS + POLICE), [ones, twos])
    assert found.record()["ceiling"] == {"2026": 3, "2027": 4, "2028": 1}
    assert found.ceiling_from == "largest"


def test_the_weights_that_would_make_it_right_are_by_year() -> None:
    given = {"police": {2026: 10, 2027: 0, 2028: 10}, "judges": {2026: 0, 2027: 5, 2028: 5}}
    found = held(YEARS + POLICE, given, {2026: 10, 2027: 5, 2028: 15}).inverse
    assert found.weights is not None
    assert found.weights.times == 1  # each year is spent: no split is worth more
    assert not found.faults()


def test_a_shrinking_that_nothing_can_keep_does_not_count_as_use() -> None:
    plan = YEARS + POLICE + "constraints:\n  - {id: less, build_up: {of: police, at_most: -1, start: 20}}\n"
    found = held(plan, {"police": dict.fromkeys(range(2026, 2029), 0), "judges": dict.fromkeys(range(2026, 2029), 1)})
    assert of(found, "stranded") == {"police": [0, 0, 0], "judges": [0, 0, 0]}
