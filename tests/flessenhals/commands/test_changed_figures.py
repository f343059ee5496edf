"""A figure that a scenario, an option or a proposal made what it is, is never credited to the source."""

from pathlib import Path

import pytest

from flessenhals.cli import run

PLAN = """\
schema: 1
plan: small
unit: EUR million
lines:
  - {id: police, partner: police, proposed: 60, source: "§2", name: Police}
  - {id: om, partner: om, proposed: 10, minimum: 1, source: "§3", name: OM}
constraints:
  - {id: follows, source: "§1", proportional: {upstream: police, downstream: om, at_least: 0.1}}
  - {id: cap, source: "§4", level: {of: om, at_most: 9}}
scenarios:
  heavier:
    title: Heavier cases
    lines: [{of: om, minimum: 2}]
    constraints:
      follows: {proportional: {at_least: 0.15}}
      cap: null
"""


def brief(tmp_path: Path, *arguments: str) -> list[str]:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.md"
    plan.write_text(PLAN, encoding="utf-8")
    assert run(["brief", "50", "--plan", str(plan), "-o", str(out), "--force", *arguments]) == 0
    return out.read_text(encoding="utf-8").splitlines()


def rows(lines: list[str], *said: str) -> list[str]:
    return [line for line in lines if line.startswith("|") and all(each in line for each in said)]


def test_the_plan_as_it_stands_is_credited_to_its_source(tmp_path: Path) -> None:
    lines = brief(tmp_path)
    assert rows(lines, "at least 10 to OM", "| source | §1 |")
    assert not rows(lines, "choice in this reading")


def test_a_rule_that_a_scenario_changed_names_the_scenario_and_what_the_source_has(tmp_path: Path) -> None:
    (row,) = rows(brief(tmp_path, "--scenario", "heavier"), "at least 15 to OM")
    assert "| choice in this reading |" in row
    assert 'scenario "Heavier cases"; the source has: follows: for every 100 to Police at least 10 to OM (§1)' in row


def test_a_rule_that_a_scenario_left_out_is_said_not_to_hold(tmp_path: Path) -> None:
    (row,) = rows(brief(tmp_path, "--scenario", "heavier"), "Does not hold here: cap: at most € 9 million to OM")
    assert 'choice in this reading | scenario "Heavier cases"' in row


def test_a_bound_that_a_scenario_changed_stands_beside_the_sources_own(tmp_path: Path) -> None:
    lines = brief(tmp_path, "--scenario", "heavier")
    assert rows(lines, "At least € 2 million for OM", "choice in this reading", "the source has: € 1 million (§3)")
    assert rows(lines, "OM", "In the source: minimum € 1 million (§3)")


@pytest.mark.parametrize(("option", "figure"), [("lines.om.proposed=12", "€ 12 million")])
def test_an_amount_that_an_option_changed_names_the_option(tmp_path: Path, option: str, figure: str) -> None:
    lines = brief(tmp_path, "--set", option)
    assert rows(lines, f"OM asks {figure}", "choice in this reading", f"--set {option}", "€ 10 million (§3)")
    assert rows(lines, "| 2 | OM – om |", "choice in this reading")


def test_the_amounts_of_a_proposal_are_the_proposals(tmp_path: Path) -> None:
    proposal = tmp_path / "ours.csv"
    proposal.write_text("line,amount\npolice,40\nom,10\n", encoding="utf-8")
    lines = brief(tmp_path, "--proposal", str(proposal))
    assert rows(lines, "The amounts of the proposal", "choice in this reading", "proposal ours")
    assert "- Proposal: the amounts in ours." in lines
    assert not rows(lines, "| 1 | Police – police |", "choice in this reading")
    assert rows(lines, "| 2 | OM – om |", "§3")


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (["--set", "lines.police.minimum=4"], "At least € 4 million for Police"),
        (["--set", "lines.police.maximum=50"], "At most € 50 million for Police"),
        (["--keep", "police=20"], "At least € 20 million for Police"),
    ],
)
def test_what_the_source_does_not_say_is_not_put_in_its_mouth(tmp_path: Path, asked: list[str], line: str) -> None:
    lines = brief(tmp_path, *asked)
    assert rows(lines, line, "choice in this reading", f"{' '.join(asked)}; not stated in the source")
    assert not [each for each in lines if "€ 0 million (§2)" in each or "maximum € 60 million (§2)" in each]


WHOLE = """\
schema: 1
plan: whole
unit: EUR million
lines:
  - {id: a, name: A, partner: p, proposed: 10, step: 2, source: "§1"}
  - {id: b, name: B, partner: p, proposed: 10, smallest: 4, source: "§2"}
  - {id: c, name: C, partner: p, proposed: 10, source: "§3"}
scenarios:
  five: {lines: [{of: a, step: 5}]}
  heavy: {lines: [{of: c, weight: 2}]}
"""


@pytest.mark.parametrize(
    ("arguments", "row"),
    [
        (["--scenario", "heavy"], "A gets whole multiples of € 2 million | source | §1 |"),
        (["--scenario", "heavy"], "B gets nothing, or at least € 4 million | source | §2 |"),
        (
            ["--scenario", "five"],
            "A gets whole multiples of € 5 million | choice in this reading | "
            'scenario "five"; the source has: whole multiples of € 2 million (§1) |',
        ),
        (
            ["--set", "lines.c.parts=4"],
            "C gets whole parts of € 2.5 million, 4 in all | choice in this reading | "
            "--set lines.c.parts=4; not stated in the source |",
        ),
        ([], "Two lines have no lower limit: a part of the amount is assumed to be of use too | assumed | the plan |"),
        (["--scenario", "five"], "| 1 | A | 10 | 0 | §1 | source |"),
    ],
)
def test_in_which_whole_amounts_a_line_is_given_is_credited_to_who_says_so(
    tmp_path: Path, arguments: list[str], row: str
) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "out.md"
    plan.write_text(WHOLE, encoding="utf-8")
    assert run(["brief", "19", "--plan", str(plan), "-o", str(out), *arguments]) == 0
    assert row in out.read_text(encoding="utf-8")
