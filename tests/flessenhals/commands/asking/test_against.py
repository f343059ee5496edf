"""Several answers, and how they differ from another."""

import json
from typing import Any

import pytest
from judge import asked


def differences(*arguments: str) -> list[dict[str, Any]]:
    answer = asked(["whatif", *arguments, "-f", "json"])
    assert answer.code == 0, answer.err
    return [
        {**result["against"], "by": {line["id"]: line["difference"] for line in result["lines"]}}
        for result in json.loads(answer.out)["results"]
    ]


def test_differences_with_another_ceiling() -> None:
    for found in differences("40", "50", "--against", "45"):
        assert (found["scenario"], found["ceiling"], found["total"]) == (None, 45, 45)
    assert sum(differences("50", "--against", "45")[0]["by"].values()) == pytest.approx(5)


def test_differences_with_a_scenario_and_with_the_plan_as_it_stands() -> None:
    (strict,) = differences("50", "--against", "strict")
    assert (strict["scenario"], strict["ceiling"]) == ("strict", 50)
    (plan,) = differences("50", "--scenario", "strict", "--keep", "care", "--against", "plan")
    assert (plan["scenario"], plan["ceiling"]) == (None, 50)
    assert plan["by"]["care"] > 0


def test_differences_stand_beside_amounts_in_the_table_and_in_csv() -> None:
    table = asked(["whatif", "40", "50", "--against", "45"]).out
    assert table.splitlines()[1].split() == ["Line", "Proposed", "40", "than", "45", "50", "than", "45"]
    assert (
        asked(["whatif", "50", "--against", "45", "-f", "csv"])
        .out.splitlines()[0]
        .endswith("against_scenario,against_ceiling,difference")
    )


def test_where_one_of_the_two_does_not_fit_there_is_no_difference() -> None:
    (found,) = differences("50", "--against", "5")
    assert found["total"] is None
    assert set(found["by"].values()) == {None}


def test_against_something_that_is_not_there() -> None:
    answer = asked(["whatif", "50", "--against", "strikt"])
    assert answer.err == "--against strikt: is no ceiling and no scenario -> did you mean strict?\n"


def test_whatif_of_a_plan_without_programmes_has_no_row_that_repeats_the_total() -> None:
    answer = asked(["whatif", "80", "90", "-f", "csv"])
    shown = asked(["whatif", "80", "90"])

    assert answer.code == 0, answer.err
    assert "(none named)" not in shown.out
    assert shown.out.count("Total") == 1
