"""A kind of rule for which nobody has written words is called as the plan calls it, and ends no answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

import pytest

from flessenhals.briefing.registry import tables
from flessenhals.briefing.results.rules import rule_in_words
from flessenhals.briefing.text.language import LANGUAGES, Language
from flessenhals.briefing.text.table import plain
from flessenhals.constraints import Rule
from flessenhals.constraints.constraint import Constraint
from flessenhals.constraints.row import Row
from flessenhals.solver.comparison.comparison import compare
from flessenhals.solver.optimum.divide import attempt
from flessenhals.solver.plan.plan import Line, Plan
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.sensitivity.bottlenecks import bottlenecks

F = Fraction


@dataclass(frozen=True, kw_only=True)
class Evens(Rule):
    """A kind that nobody has written words for: the first line gets as much as the second at least."""

    kind: ClassVar[str] = "evens"

    def rows_over(self, scope: Constraint, lines: Sequence[Line]) -> tuple[Row, ...]:
        """First - second ≥ 0."""
        return (Row(scope, self.kind, {lines[0].id: F(1), lines[1].id: F(-1)}, ">=", F(0)),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_without_words_is_called_as_the_plan_calls_it_and_ends_no_answer(language: Language) -> None:
    lines = tuple(Line(id=name, partner=name, proposed=F(10), minimum=F(least)) for name, least in (("a", 0), ("b", 6)))
    plan = Plan(id="evens", lines=lines, constraints=(Evens(id="fair"),))
    given = Proposal(name="unfair", amounts={"a": F(2), "b": F(8)})
    answers = [attempt(plan, F(14)), attempt(plan, F(8)), compare(plan, given, F(14)), bottlenecks(plan, F(14))]
    told = [plain(tables(each, language), 100) for each in answers]
    assert "evens" in told[1]
    assert "evens" in told[2]
    assert rule_in_words(plan, plan.constraints[0], language) == "fair"
