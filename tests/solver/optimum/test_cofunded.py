"""Lines of which others pay a part: the ceiling counts the rest, everything else counts the whole amount."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from drawn.plans import random_ceiling, random_plan
from judge import asked
from opinions.exact_dictionary import largest

import flessenhals as fh
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.linear_program import splits

PLAN = """\
# Made up: the organisations and the figures.
schema: 1
plan: shared
unit: EUR million per year
lines:
  - {id: police, partner: police, proposed: 60, cofunded: 25%}
  - {id: om, partner: om, proposed: 20}
  - {id: courts, partner: courts, proposed: 30, minimum: 6, cofunded: 1/2}
constraints:
  - {id: om-follows, proportional: {upstream: police, downstream: om, at_least: 0.3}}
"""
YEARS = """\
schema: 1
plan: shared-years
unit: EUR million per year
years: {first: 2026, last: 2027}
ceilings: {two-kinds: {structural: {2026: 15, 2027: 30}, one-off: {2026: 15}}}
lines:
  - {id: police, partner: police, proposed: 40, cofunded: 50%}
  - {id: it, partner: om, proposed: {2026: 40}, money: one-off, cofunded: 75%}
"""


def told(*arguments: str, code: int = 0) -> dict[str, object]:
    answer = asked([*arguments, "-f", "json"])
    assert answer.code == code, answer.err
    found: dict[str, object] = json.loads(answer.out)
    return found


@pytest.fixture
def plan(tmp_path: Path) -> str:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN)
    return str(file)


def test_the_ceiling_counts_what_others_do_not_pay(plan: str) -> None:
    found = told("allocate", "80", "--plan", plan)
    given = {line["id"]: line["allocated"] for line in found["lines"]}  # type: ignore[attr-defined]
    assert given == {"police": 60.0, "om": 20.0, "courts": 30.0}
    assert (found["total"], found["unspent"], found["cofunded"]) == (80.0, 0.0, 30.0)
    assert [line["cofunded"] for line in found["lines"]] == [15.0, 0.0, 15.0]  # type: ignore[attr-defined]


def test_whole_amounts_count_in_value_coverage_bounds_and_rules(plan: str) -> None:
    split = fh.allocate(fh.load(plan), 57)
    assert split.value == sum(split.amounts.values())
    assert split.amounts == {"police": 40, "om": 12, "courts": 30}
    assert split.lowest_coverage == Fraction(3, 5)


def test_a_plan_in_which_nobody_else_pays_says_nothing_of_it(plan: str) -> None:
    found = told("allocate", "80", "--plan", plan, "--set", "all.cofunded=0%")
    assert "cofunded" not in found
    assert all("cofunded" not in line for line in found["lines"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(60))
def test_a_cofunded_line_is_a_scaled_column(seed: int) -> None:
    """y = (1 - c) · x turns the plan into a flat one, that another simplex solves: in euros of the ceiling."""
    random = Random(seed)
    whole = random_plan(random, most_lines=7)
    parts = [random.choice([Fraction(0), Fraction(1, 4), Fraction(2, 3)]) for _ in whole.lines]
    plan = _with_parts(whole, parts)
    ceiling = random_ceiling(random, plan)
    charge = {line.id: 1 - part for line, part in zip(plan.lines, parts, strict=True)}
    rules = [_at_most(row.coefficients, row.sense, row.right_hand_side, charge) for row in splits(whole, None).rows]
    limits = [*rules, (dict.fromkeys(charge, Fraction(1)), ceiling)]
    bounds = {line.id: (charge[line.id] * line.minimum, charge[line.id] * line.upper) for line in plan.lines}
    weights = {line.id: line.weight / charge[line.id] for line in plan.lines}
    answer = attempt(plan, ceiling)
    if isinstance(answer, InfeasibleError):
        assert largest({}, limits, bounds) is None
        least = largest(dict.fromkeys(charge, Fraction(-1)), rules, bounds)
        assert answer.lowest_feasible_ceiling == (None if least is None else -least)
        return
    paid = {line: charge[line] * amount for line, amount in answer.amounts.items()}
    assert answer.total == sum(paid.values())
    assert answer.cofunded == sum(answer.amounts.values()) - answer.total
    assert answer.value == largest(weights, limits, bounds)
    held = [*limits, ({line: -weight for line, weight in weights.items() if weight}, -answer.value)]
    covered = {line.id: answer.amounts[line.id] / line.proposed for line in plan.lines if line.proposed}
    for line, level in covered.items():
        worse = {other: paid[other] for other, its in covered.items() if its <= level}
        least = {other: (max(low, worse.get(other, low)), high) for other, (low, high) in bounds.items()}
        assert largest({line: Fraction(1)}, held, least) == paid[line], "leximin: more for it is possible"


def _with_parts(plan: Plan, parts: list[Fraction]) -> Plan:
    lines = (replace(line, cofunded=part) for line, part in zip(plan.lines, parts, strict=True))
    return replace(plan, lines=tuple(lines))


def _at_most(
    terms: dict[str, Fraction], sense: str, limit: Fraction, charge: dict[str, Fraction]
) -> tuple[dict[str, Fraction], Fraction]:
    sign = -1 if sense == ">=" else 1
    return {line: sign * factor / charge[line] for line, factor in terms.items()}, sign * limit


def test_the_lowest_ceiling_is_what_the_ceiling_pays_of_the_least(plan: str) -> None:
    found = told("allocate", "2", "--plan", plan, code=3)
    assert found["lowest_feasible_ceiling"] == 3.0


def test_a_proposal_is_held_against_what_the_ceiling_pays_of_it(plan: str, tmp_path: Path) -> None:
    file = tmp_path / "proposal.yaml"
    file.write_text("police: 40\nom: 10\ncourts: 20\n")
    found = told("compare", str(file), "--plan", plan)
    assert (found["ceiling"], found["total"], found["cofunded"]) == (50.0, 50.0, 20.0)
    assert found["stranded"] == {"police": pytest.approx(40 - 100 / 3)}


def test_a_price_is_that_of_a_euro_of_the_ceiling(plan: str) -> None:
    found = told("bottlenecks", "50", "--plan", plan)
    prices = {each["id"]: each["price"]["relax"] for each in found["bottlenecks"]}  # type: ignore[attr-defined]
    assert prices["ceiling"] == pytest.approx(1.3 / 1.05)  # 1 for the police takes 0.75 itself and 0.3 for the OM


def test_the_structural_ceiling_counts_the_same(tmp_path: Path) -> None:
    file = tmp_path / "years.yaml"
    file.write_text(YEARS)
    found = told("allocate", "two-kinds", "--plan", str(file))
    given = {line["id"]: line["allocated"] for line in found["lines"]}  # type: ignore[attr-defined]
    assert given == {"police": {"2026": 30.0, "2027": 40.0}, "it": {"2026": 40.0, "2027": 0.0}}
    assert found["total"] == {"2026": 25.0, "2027": 20.0}
    assert found["cofunded"] == {"2026": 45.0, "2027": 20.0}


def test_a_line_that_others_pay_in_whole_costs_the_ceiling_nothing(plan: str) -> None:
    found = told("allocate", "3", "--plan", plan, "--set", "lines.police.cofunded=100%")
    given = {line["id"]: line["allocated"] for line in found["lines"]}  # type: ignore[attr-defined]
    assert given["courts"] == 6.0
    assert found["total"] == 3.0
    assert given["police"] == 0.0  # the rule asks of the OM, which the ceiling pays


@pytest.mark.parametrize(
    ("written", "problem"),
    [("50", "is more than all of it"), ("120%", "is more than all of it"), ("-10%", "below 0"), ("half", "not a")],
)
def test_a_part_that_is_none_is_refused(plan: str, written: str, problem: str) -> None:
    answer = asked(["allocate", "80", "--plan", plan, "--set", f"lines.police.cofunded={written}"])
    assert answer.code == 2
    assert problem in answer.err


def test_scenarios_tables_frames_and_saved_plans_know_it(plan: str, tmp_path: Path) -> None:
    table = "id,partner,proposed,cofunded\na,p,10,50%\nb,p,10,\n"
    (tmp_path / "lines.csv").write_text(table)
    (tmp_path / "other.yaml").write_text(
        "schema: 1\nplan: other\nlines: lines.csv\nscenarios: {alone: {lines: [{of: a, cofunded: 0%}]}}\n"
    )
    other = fh.load(str(tmp_path / "other.yaml"))
    assert [line.cofunded for line in other.lines] == [Fraction(1, 2), 0]
    assert not fh.load(str(tmp_path / "other.yaml"), scenario="alone").is_cofunded
    read = fh.load(plan)
    read.save(tmp_path / "saved.yaml")
    assert "cofunded: 25%" in (tmp_path / "saved.yaml").read_text()
    assert fh.load(str(tmp_path / "saved.yaml")).lines == read.lines
    again = fh.Plan.from_frame(read.frame(), id="again")
    assert [line.cofunded for line in again.lines] == [line.cofunded for line in read.lines]


def test_the_part_that_others_pay_is_not_drawn_and_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN + "uncertain: [{path: lines.police.cofunded, low: 0.2, high: 0.5}]\n")
    answer = asked(["check", "--plan", str(file)])
    assert answer.code == 2
    assert (
        "is not a number of a line that can be uncertain -> write one of: proposed, minimum, maximum, weight"
        in answer.err
    )


def test_draws_count_what_the_ceiling_pays(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN + "uncertain: [{path: lines.police.proposed, low: 50, high: 70}]\n")
    found = told("simulate", "57", "--plan", str(file), "--samples", "64")
    assert found["total"] == {"mean": 57.0, "p05": 57.0, "p50": 57.0, "p95": 57.0}
