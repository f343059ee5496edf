"""A document as Markdown: what it says stays text, and its printed figures add up."""

from fractions import Fraction
from random import Random

import pytest
from briefs import briefed
from documents import sample
from drawn.plans import random_ceiling, random_plan

from flessenhals.briefing.writers.markdown import markdown
from flessenhals.constraints.ceiling import ceiling as ceiling_row
from flessenhals.solver.infeasible.error import InfeasibleError


def test_headings_lists_tables_and_figures_stand_in_order() -> None:
    written = markdown(sample("nl", names=("Politie",)))
    assert [line for line in written.splitlines() if line.startswith("#")] == [
        "# Verzonnen plan",
        "## 1 De boodschap",
        "## 2 De maatregelen",
        "## Bijlage A",
    ]
    assert "| Plafond | Dekking |\n| ---: | ---: |\n| **€ 300 mln** | **72,8%** |" in written
    assert "1. Een." in written
    assert "```text\nflessenhals brief 300 -o nota.docx  # [x]\n```" in written
    assert "**Wie krijgt wat.** Een staaf per maatregel, in woorden." in written


def test_what_markdown_would_take_for_its_own_signs_stays_text() -> None:
    written = markdown(sample("nl"))
    assert "<script>" not in written
    assert "| 3 | \\<script\\>alert(1)\\</script\\> |" in written


@pytest.mark.parametrize("seed", [*range(12), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(12, 100))])
def test_reread_from_the_file_the_printed_figures_add_up_and_keep_every_rule(seed: int) -> None:
    random = Random(seed)
    while True:
        plan = random_plan(random, most_lines=8)
        ceiling = random_ceiling(random, plan)
        try:
            briefing = briefed(plan, ceiling)
        except InfeasibleError:
            continue
        break

    measures = briefing.written("md").decode().partition("## 2.")[2].partition("## 3.")[0]
    (table, *_) = [block for block in measures.split("\n\n") if block.startswith("|")]
    rows = [line[1:-1].replace("*", "").split("|") for line in table.splitlines()][2:]
    printed = [(cells[0].strip(), *map(amount, cells[2:5])) for cells in rows]
    lines = {int(number): figures for number, *figures in printed if number}
    split = {line.id: lines[number][1] for number, line in enumerate(plan.lines, start=1)}

    assert len(lines) == len(plan.lines)
    assert all(proposal + difference == optimum for _, proposal, optimum, difference in printed)
    *_, total, others, ceiling_pays = printed if plan.is_cofunded else [*printed, None, None]
    assert list(total[1:]) == [sum(column) for column in zip(*lines.values(), strict=True)]
    if plan.is_cofunded:
        assert list(total[1:]) == [sum(column) for column in zip(others[1:], ceiling_pays[1:], strict=True)]
    kept = (ceiling_row(plan.charges, ceiling), *plan.rule_rows, *plan.bound_rows)
    assert [row.label for row in kept if not row.holds(split)] == []


def amount(cell: str) -> Fraction:
    return Fraction(
        cell.strip().replace("–", "0").replace(".", "").replace(",", ".").replace("−", "-").removeprefix("+")
    )
