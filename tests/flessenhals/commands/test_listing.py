"""What can be asked for by id, and what is odd about the lines of a plan."""

import json
from pathlib import Path

import pytest
from judge import asked
from python_calamine import CalamineWorkbook
from sheets import write_xlsx

PLAN = """\
schema: 1
plan: small
unit: {unit}
lines:
  - {{id: street, name: Street, partner: police, tags: [visible, new], proposed: 30}}
  - {{id: desk, name: {second}, partner: police, proposed: 10}}
  - {{id: {total}, name: {called}, partner: police, proposed: {sum}}}
  - {{id: om, name: Prosecution, partner: om, programme: law, proposed: {om}}}
scenarios: {{strict: {{title: {{en: Strict, nl: Streng}}}}, bare: {{}}}}
"""


def plan(path: Path, **given: str) -> str:
    usual = {"unit": "EUR million per year", "second": "Desk", "total": "lab", "called": "Lab", "sum": "5", "om": "20"}
    (path / "plan.yaml").write_text(PLAN.format(**(usual | given)), encoding="utf-8")
    return str(path / "plan.yaml")


def findings(path: Path, *arguments: str, **given: str) -> str:
    said = asked(["check", "--plan", plan(path, **given), *arguments]).out
    return " ".join(said.partition("What to know before trusting an answer")[2].split())


def test_the_lines_with_what_a_selection_can_call_them_by(tmp_path: Path) -> None:
    table = asked(["lines", "--plan", plan(tmp_path)]).out.splitlines()

    assert table[2].split() == ["id", "Line", "Partner", "Programme", "Tags", "Proposed"]
    assert table[4].split() == ["street", "Street", "police", "visible", "new", "30.00"]
    found = json.loads(asked(["lines", "--plan", plan(tmp_path), "-f", "json"]).out)
    assert found["lines"][0] == {
        "id": "street",
        "name": {"text": "Street"},
        "partner": "police",
        "programme": None,
        "department": None,
        "tags": ["visible", "new"],
        "proposed": 30.0,
    }


def test_the_lines_as_they_are_asked_to_be_read(tmp_path: Path) -> None:
    given = ["lines", "--plan", plan(tmp_path), "--set", "street.proposed=31", "-f", "csv"]

    assert asked(given).out.splitlines()[1] == "street,Street,police,,,visible new,31.0"


def test_the_scenarios_with_their_titles(tmp_path: Path) -> None:
    said = asked(["scenarios", "--plan", plan(tmp_path), "--lang", "nl"]).out.splitlines()

    assert said[2].split() == ["Naam", "Titel"]
    assert [line.split() for line in said[4:6]] == [["strict", "Streng"], ["bare"]]
    found = json.loads(asked(["scenarios", "--plan", plan(tmp_path), "-f", "json"]).out)
    assert found["scenarios"] == [
        {"name": "strict", "title": {"en": "Strict", "nl": "Streng"}},
        {"name": "bare", "title": {}},
    ]


def test_a_plan_without_scenarios_says_so(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(
        "schema: 1\nplan: p\nlines: [{id: a, partner: a, proposed: 1}]\n", encoding="utf-8"
    )

    assert "The plan has no scenarios." in asked(["scenarios", "--plan", str(tmp_path / "p.yaml")]).out


def test_names_that_several_lines_have(tmp_path: Path) -> None:
    assert '"Street" is the name of several lines (street, desk)' in findings(tmp_path, second="Street")
    assert "is the name of several" not in findings(tmp_path)


@pytest.mark.parametrize(("called", "name"), [("Totaal", "police-x"), ("Total", "x"), ("Police", "police-total")])
def test_a_total_among_the_lines(tmp_path: Path, called: str, name: str) -> None:
    said = findings(tmp_path, called=called, total=name, sum="40")

    assert (
        f'"{called}" ({name}) asks exactly what the other lines of its partner ask together, and is called a total'
        in said
    )


def test_a_line_that_adds_up_and_is_not_called_a_total_or_is_called_so_and_does_not_is_no_total(tmp_path: Path) -> None:
    assert "called a total" not in findings(tmp_path, called="Lab", sum="40")
    assert "called a total" not in findings(tmp_path, called="Total care", sum="39")


def test_amounts_a_thousand_times_the_rest(tmp_path: Path) -> None:
    assert "Asking a thousand times what the lines in the middle ask, or more: Prosecution." in findings(
        tmp_path, om="20000"
    )
    assert "thousand times" not in findings(tmp_path, om="19999")


@pytest.mark.parametrize("unit", ["tulip bulbs", "EUR zillion per year", "fte"])
def test_a_unit_that_is_not_known(tmp_path: Path, unit: str) -> None:
    assert f"The unit '{unit}' is not one of those that are known here" in findings(tmp_path, unit=unit)
    assert (
        f"De eenheid '{unit}' is hier niet bekend"
        in asked(["check", "--plan", plan(tmp_path, unit=unit), "--lang", "nl"]).out
    )


@pytest.mark.parametrize("unit", ["EUR", "EUR thousand", "EUR million per year", "EUR billion"])
def test_a_unit_that_is_known(tmp_path: Path, unit: str) -> None:
    assert "is not one of those" not in findings(tmp_path, unit=unit)


def test_a_form_that_is_filled_in_reads_back_as_a_proposal(tmp_path: Path) -> None:
    form = str(tmp_path / "form.xlsx")
    assert asked(["init", form, "--proposal", "--plan", plan(tmp_path)]).code == 0
    empty = asked(["compare", form, "--plan", plan(tmp_path)])
    assert (empty.code, "street has no amount" in empty.err) == (2, True)

    rows = CalamineWorkbook.from_path(form).get_sheet_by_index(0).to_python()
    write_xlsx(Path(form), {"Proposal": [rows[0], *([*row[:4], 5, ""] for row in rows[1:])]})
    filled = json.loads(asked(["compare", form, "--plan", plan(tmp_path), "-f", "json"]).out)
    assert [line["proposal"] for line in filled["lines"]] == [5, 5, 5, 5]


def test_totals_that_the_source_rounds(tmp_path: Path) -> None:
    totals = "totals:\n  - {of: all, proposed: 6.2, printed_to: 0.1}\n"
    rounded = tmp_path / "rounded.yaml"
    lines = "".join(f"  - {{id: {name}, partner: p, proposed: {asked}}}\n" for name, asked in (("a", 2.0), ("b", 4.0)))
    rounded.write_text(f"schema: 1\nplan: p\ntitle: t\nunit: EUR million\nlines:\n{lines}{totals}", encoding="utf-8")
    told = asked(["check", "--plan", str(rounded), "--lang", "nl"]).out
    assert "Totalen die de bron afrondt: 1" in told
    assert (
        "niet allemaal kloppen: het totaal € 6,2 mln van alle posten samen; € 2 mln voor a; € 4 mln voor b."
        in " ".join(told.split())
    )
    rounded.write_text(rounded.read_text("utf-8").replace("6.2", "6.1"), encoding="utf-8")
    assert "kloppen" not in asked(["check", "--plan", str(rounded), "--lang", "nl"]).out
    rounded.write_text(rounded.read_text("utf-8").replace("6.1", "6.14"), encoding="utf-8")
    refused = asked(["check", "--plan", str(rounded)])
    assert (refused.code, "total 6.14 is not printed to 0.1" in refused.err) == (2, True)


def test_with_years_a_line_stands_once_by_the_id_that_options_take(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "schema: 1\nplan: p\nyears: {first: 2024, last: 2026, columns: [2024, 2026]}\n"
        "lines:\n  - {id: a, partner: p, tags: [x], proposed: {2024: 10, 2026: 30}}\n",
        encoding="utf-8",
    )
    assert asked(["lines", "--plan", str(plan), "--lang", "nl"]).out.splitlines()[2:5] == [
        "id   Post   Partner   Labels    2024    2026",
        "────────────────────────────────────────────",
        "a    a      p         x        10,00   30,00",
    ]
    (line,) = json.loads(asked(["lines", "--plan", str(plan), "-f", "json"]).out)["lines"]
    assert (line["id"], line["proposed"]) == ("a", {"2024": 10.0, "2025": 10.0, "2026": 30.0})
    assert asked(["lines", "--plan", str(plan), "-f", "csv"]).out.splitlines() == [
        "id,name,partner,programme,department,tags,proposed.2024,proposed.2025,proposed.2026",
        "a,,p,,,x,10.0,10.0,30.0",
    ]


def test_check_says_why_a_scenario_fits_nowhere_a_line_at_a_time(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "schema: 1\nplan: p\nunit: EUR million\nlines:\n  - {id: a, partner: p, proposed: 10}\n"
        "constraints:\n  - {id: floor, level: {of: a, at_least: 8}}\n"
        "scenarios: {less: {title: Less, lines: [{of: a, maximum: 7}]}}\n",
        encoding="utf-8",
    )
    said = asked(["check", "--plan", str(plan)]).out.splitlines()
    assert any(line.startswith('Under scenario "Less" no ceiling is enough.') for line in said)
    assert [line for line in said if line.startswith("  - ")] == [
        '  - "floor" asks at least € 8 million for a',
        "  - the maximum of a is € 7 million",
    ]


GROUPS = """\
schema: 1
plan: p
objective: [{coverage: GROUP}, value, coverage]
lines:
  - {id: a, partner: p, programme: m, proposed: 10}
  - {id: b, partner: p, proposed: 10}
"""


@pytest.mark.parametrize(
    ("by", "en", "nl"),
    [
        ("department", "over departments first, but no line names one: all lines are one group.", "noemt er een"),
        ("partner", "over partners first, but all lines that ask something are in one.", "vallen onder één"),
        ("programme", "over programmes first: one line that names none is one group.", "post die er geen noemt, is"),
    ],
)
def test_check_says_where_a_stage_over_groups_has_none(tmp_path: Path, by: str, en: str, nl: str) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(GROUPS.replace("GROUP", by), encoding="utf-8")
    assert en in " ".join(asked(["check", "--plan", str(plan)]).out.split())
    assert nl in " ".join(asked(["check", "--plan", str(plan), "--lang", "nl"]).out.split())


def test_check_is_silent_where_a_stage_over_groups_has_several(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(GROUPS.replace("GROUP", "programme").replace("b, partner: p", "b, partner: p, programme: k"))
    assert "objective" not in asked(["check", "--plan", str(plan)]).out


def test_a_line_that_is_left_out_is_not_said_to_ask_nothing(tmp_path: Path) -> None:
    asking = ["allocate", "40", "--plan", plan(tmp_path), "--drop", "desk"]
    assert "Leaving out Desk" in asked(asking).out
    assert "asks nothing" not in asked(asking).out
