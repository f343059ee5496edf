"""What the tool writes it reads, exactly: a saved plan, CSV, XLSX and JSON of `allocate` and `compare`, the form."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from drawn.dated_plans import random_tree
from drawn.dated_plans import read as dated
from drawn.plans import random_ceiling, random_plan
from drawn.whole_plans import whole_plan
from judge import asked
from sheets import write_xlsx

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.results.records import to_csv, to_json
from flessenhals.briefing.writers.xlsx.table import records_as_xlsx
from flessenhals.data.plans.reader import load
from flessenhals.data.plans.writer import as_yaml
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import InputError
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.optimum.allocation import Allocation
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.plan import Plan

if TYPE_CHECKING:
    from flessenhals.solver.plan.finding import Finding

SHORT, BLOCK = range(5), 25
Drawn = Callable[[int], tuple[Plan, str]]


def plain(seed: int) -> tuple[Plan, str]:
    random = Random(seed)
    plan = random_plan(random, most_lines=8)
    return plan, decimal(random_ceiling(random, plan))


def in_units(seed: int) -> tuple[Plan, str]:
    random = Random(seed)
    plan = whole_plan(random)
    while not has_decimals(plan):
        plan = whole_plan(random)
    return plan, decimal(Fraction(random.randint(0, 4 * int(plan.proposed) + 4), 4))


def has_decimals(plan: Plan) -> bool:
    """Whether every figure is one that a plan can hold."""
    try:
        return bool(as_yaml(plan))
    except InputError:
        return False


def with_years(seed: int) -> tuple[Plan, str]:
    return dated(random_tree(seed, shift=seed % 3 == 0)), "path"


def decimal(number: Fraction) -> str:
    """A number as it is typed, rounded up to what can be."""
    return f"{float(number):.4f}"


KINDS: list[Drawn] = [plain, in_units, with_years]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def goes_round(plan: Plan, ceiling: str, random: Random) -> int:
    """See to it that all that is written of a plan comes back; returns how much was."""
    Path("plan.yaml").unlink(missing_ok=True)
    plan.save("plan.yaml")
    assert load("plan.yaml") == plan
    given = {line.id: Fraction(random.randint(0, 4000), 128) for line in plan.lines}
    Path("given.csv").write_text(written(given), encoding="utf-8")
    proposal = read_proposal("given.csv", plan)
    assert proposal.amounts == given
    limit = ceiling_of(plan, ceiling)
    split = attempt(plan, limit)
    found = 1 + forms(plan, given) + comes_back(compare(plan, proposal, limit), given, plan)
    return found + comes_back(split, split.amounts, plan) if isinstance(split, Allocation) else found


def comes_back(answer: Finding, amounts: Mapping[str, Fraction], plan: Plan) -> int:
    """See to it that an answer is read as these amounts from each of its files, as the commands write them."""
    Path("answer.csv").write_text(to_csv(answer.records()), encoding="utf-8")
    Path("answer.json").write_text(to_json(answer.to_dict()), encoding="utf-8")
    Path("answer.xlsx").write_bytes(records_as_xlsx(answer.records(), type(answer).__name__))
    for ending in ("csv", "json", "xlsx"):
        assert read_proposal(f"answer.{ending}", plan).amounts == {line.id: amounts[line.id] for line in plan.lines}
    return 1


def written(given: dict[str, Fraction]) -> str:
    """A proposal as a table; with years the year stands behind the line's id."""
    return "line,amount\n" + "".join(f"{line},{float(amount)}\n" for line, amount in given.items())


def forms(plan: Plan, given: dict[str, Fraction]) -> int:
    """Fill in the form, as a text and as a workbook, in either language."""
    for language in ("en", "nl"):
        asked(["init", "form.csv", "--proposal", "--plan", "plan.yaml", "--lang", language, "--force"])
        with Path("form.csv").open(encoding="utf-8", newline="") as file:
            head, *rows = list(csv.reader(file))
        filled = [head, *(filled_in(head, row, given) for row in rows)]
        with Path("form.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(filled)
        write_xlsx(Path("form.xlsx"), {"Proposal": [[number(cell) for cell in row] for row in filled]})
        for form in ("form.csv", "form.xlsx"):
            assert read_proposal(form, plan).amounts == given
    return 2


def filled_in(head: list[str], row: list[str], given: dict[str, Fraction]) -> list[str]:
    """A row of the form with its amounts."""
    cells = list(row)
    for place, heading in enumerate(head):
        if heading in {"amount", "bedrag"}:
            cells[place] = str(float(given[row[0]]))
        elif heading.isdecimal() and f"{row[0]}@{heading}" in given:
            cells[place] = str(float(given[f"{row[0]}@{heading}"]))
    return cells


def number(cell: str) -> str | float:
    """A cell of a workbook: a number where it is one."""
    return float(cell) if cell.replace(".", "", 1).isdecimal() else cell


@pytest.mark.parametrize("draw", KINDS)
@pytest.mark.parametrize("seed", SHORT)
def test_what_is_written_of_a_random_plan_comes_back(draw: Drawn, seed: int) -> None:
    assert goes_round(*draw(seed), Random(seed)) > 1


@pytest.mark.long
@pytest.mark.parametrize("draw", KINDS)
@pytest.mark.parametrize("first", range(0, 200, BLOCK))
def test_what_is_written_of_two_hundred_random_plans_of_each_sort_comes_back(draw: Drawn, first: int) -> None:
    assert all(goes_round(*draw(seed), Random(seed)) > 1 for seed in range(first, first + BLOCK))
