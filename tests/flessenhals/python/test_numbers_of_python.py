"""Numbers are taken as exact amounts where they come in, whatever Python calls them."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

import flessenhals as fh
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import lines
from flessenhals.solver.plan.line import StatedTotal
from flessenhals.solver.plan.plan import Uncertain
from flessenhals.solver.plan.proposal import Proposal

F = Fraction
FORMS = (4.6, "4.6", Decimal("4.6"), F(23, 5), np.float64(4.6), np.float32(4.6), "23/5")


@pytest.mark.parametrize("number", FORMS, ids=lambda each: type(each).__name__)
def test_each_form_is_the_same_line_and_the_same_split(number: float) -> None:
    line = fh.Line(id="a", partner="x", proposed=number, minimum=number, maximum=number, weight=number)  # type: ignore[arg-type]
    assert line == fh.Line(id="a", partner="x", proposed=F("4.6"), minimum=F("4.6"), maximum=F("4.6"), weight=F("4.6"))
    plan = fh.Plan(id="plan", lines=(line, replace(line, id="b", proposed=10, maximum=None, minimum=0, weight=1)))
    split = fh.allocate(plan, 5)
    assert split.amounts == {"a": F("4.6"), "b": F("0.4")}
    assert split.faults() == []


@pytest.mark.parametrize("whole", [10, np.int64(10), np.uint8(10), 10.0])
def test_whole_numbers_too(whole: int) -> None:
    plan = fh.Plan(id="plan", lines=(fh.Line(id="a", partner="x", proposed=whole),))  # type: ignore[arg-type]
    assert fh.allocate(plan, whole).amounts == {"a": 10}


def test_a_float_is_the_shortest_decimal_within_fifteen_digits() -> None:
    line = fh.Line(id="a", partner="x", proposed=0.1 + 0.2)  # type: ignore[arg-type]
    assert line.proposed == F("0.3")
    assert replace(line, proposed=5 * 0.92).proposed == F("4.6")  # type: ignore[arg-type]
    plan = fh.Plan(id="plan", lines=(line,))
    assert fh.allocate(plan, 0.1 + 0.2).ceiling == F("0.3")


def test_rules_shares_stated_totals_ranges_and_proposals_too() -> None:
    rule = fh.Proportional(id="r", upstream=lines("a"), downstream=lines("b"), at_least=0.1, existing=2)  # type: ignore[arg-type]
    assert (rule.at_least, rule.existing) == (F(1, 10), F(2))
    assert type(rule.existing) is F
    assert fh.Level(id="l", of=lines("a"), at_most="2.50").at_most == F(5, 2)  # type: ignore[arg-type]
    assert Share(0.25).fraction == F(1, 4)  # type: ignore[arg-type]
    assert StatedTotal(of=lines("a"), proposed=1.1).proposed == F("1.1")  # type: ignore[arg-type]
    assert Uncertain(path="lines.a.proposed", low=1, high=2.2).high == F("2.2")  # type: ignore[arg-type]
    assert Proposal(name="p", amounts={"a": 0.7}).amounts == {"a": F(7, 10)}  # type: ignore[dict-item]


@pytest.mark.parametrize("wrong", ["much", float("nan"), float("inf"), True, "1e3", "4,6"])
def test_what_is_no_number_is_refused_where_it_comes_in(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"a\.proposed: .* is not a number -> write"):
        fh.Line(id="a", partner="x", proposed=wrong)  # type: ignore[arg-type]


THIRDS = fh.Plan(
    id="thirds",
    lines=tuple(
        fh.Line(id=name, partner=name, proposed=ask) for name, ask in zip("abc", (F(7), F(11), F(5)), strict=True)
    ),
    constraints=(fh.Proportional(id="r", upstream=lines("a"), downstream=lines("b"), at_least=F(10, 7)),),
)


@pytest.mark.parametrize("ceiling", range(3, 23))
def test_an_optimal_split_handed_back_breaks_nothing(ceiling: int) -> None:
    split = fh.allocate(THIRDS, ceiling)
    for given in (split, split.frame()["allocated"], {line: float(amount) for line, amount in split.amounts.items()}):
        found = fh.compare(THIRDS, given, ceiling)
        assert found.violations == ()
        assert found.proposal.amounts == split.amounts


@pytest.mark.parametrize(
    ("written", "read"),
    [(4.6, F("4.6")), (5 * 0.92, F("4.6")), (2077 / 46, F(2077, 46)), (123456789012.37, F("123456789012.37"))],
)
def test_a_float_in_a_proposal_is_what_it_was_before_it_was_rounded(written: float, read: Fraction) -> None:
    plan = fh.Plan(id="one", lines=(fh.Line(id="a", partner="a", proposed=F(10) ** 12),))
    assert fh.compare(plan, {"a": written}, 10**12).proposal.amounts == {"a": read}
