"""How large exact arithmetic can become is told before it is tried."""

import pytest

from flessenhals.briefing.results.reconciliation import reconciliation_tables
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.comparison.reconciliation.reconciliation import reconcile
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.program.exact_size import exact_size


def chain(lines: int, ratio: str) -> str:
    """A chain of lines, each asking this of the next."""
    asked = "".join(f"  - {{id: l{number}, partner: p, proposed: 100}}\n" for number in range(lines))
    rules = "".join(
        f"  - {{id: r{number}, proportional: {{upstream: l{number}, downstream: l{number + 1}, at_least: {ratio}}}}}\n"
        for number in range(lines - 1)
    )
    return f"schema: 1\nplan: p\nlines:\n{asked}constraints:\n{rules}"


def test_the_plan_that_ships_is_small() -> None:
    assert exact_size(load()).slow is None


@pytest.mark.parametrize(
    ("lines", "ratio", "slow"),
    [
        (5, "1/2", None),
        (5, "123456789012345/987654321098765", None),
        (60, "123456789012345/987654321098765", "followed"),
        (300, "0.5", "followed"),
        (300, "123456789012345/987654321098765", "followed"),
        (1_000, "123456789012345/987654321098765", "every"),
    ],
)
def test_digits_and_rules_that_hang_together_decide(lines: int, ratio: str, slow: str | None) -> None:
    assert exact_size(loads(chain(lines, ratio))).slow == slow


def test_rules_that_hang_together_by_nothing_are_not_added_up() -> None:
    plan = chain(12, "123456789012345/987654321098765")
    apart = "\n".join(line for line in plan.split("\n") if "id: r5," not in line)
    whole, halves = exact_size(loads(plan)), exact_size(loads(apart))
    assert whole.rows == 11
    assert halves.rows == 5
    assert halves.work < whole.work / 2


def test_no_exact_amount_has_more_digits_than_the_bound() -> None:
    plan = loads(chain(8, "123456789/987654321"))
    split = allocate(plan, 500)  # type: ignore[arg-type]
    size = exact_size(plan)
    assert max(len(str(amount.denominator)) for amount in split.amounts.values()) <= size.digits + len("500")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "work out 82 findings at most"), ("nl", "rekenen hoogstens 82 bevindingen uit")]
)
def test_check_says_so(language: str, said: str) -> None:
    found = reconcile(loads(chain(30, "123456789012345/987654321098765")))
    assert found.to_dict()["exact"]["slow"] == "followed"
    notes = [note for table in reconciliation_tables(found, language) for note in table.notes]  # type: ignore[arg-type]
    assert any(said in note for note in notes)


def test_more_rules_than_lines_make_the_course_of_a_ratio_count_for_more() -> None:
    again = "\n".join(
        f"  - {{id: again{number}, proportional: {{upstream: l0, downstream: l1, at_least: 1/{number + 3}}}}}"
        for number in range(7)
    )
    size = exact_size(loads(chain(3, "1/2") + again))
    assert (size.rows, size.tight, size.course) == (9, 3, 3)
    assert exact_size(loads(chain(3, "1/2"))).course == 1
