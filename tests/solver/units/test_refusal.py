"""Where nothing fits in whole amounts: why, and what would repair it."""

from __future__ import annotations

from fractions import Fraction

import pytest

import flessenhals as fh
from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan


def test_the_furthest_ratio_is_found_where_the_split_that_reaches_it_stands_in_a_hole() -> None:
    """Court gets nothing or 3: at 7 the 1 that is left beside 6 for the others is nothing, whatever the ratio asks."""
    plan = Plan(
        id="hole",
        lines=(
            Line(id="police", partner="police", proposed=Fraction(6), smallest=Fraction(3)),
            Line(id="team", partner="team", proposed=Fraction(2), minimum=Fraction(1, 2), smallest=Fraction(2)),
            Line(id="court", partner="courts", proposed=Fraction(6), smallest=Fraction(3)),
        ),
        constraints=(
            Proportional(id="follow", upstream=lines("team"), downstream=lines("court"), at_least=Fraction(1, 4)),
            Level(id="floor", of=lines("police", "team"), at_least=Fraction(6)),
        ),
    )

    with pytest.raises(InfeasibleError) as refused:
        fh.allocate(plan, 7)

    repairs = {str(repair.row.id): (repair.change, repair.becomes) for repair in refused.value.repairs}
    assert repairs["ceiling"] == (Fraction(2), None)
    assert repairs["follow"] == (Fraction(1, 2), Fraction(0))
    assert repairs["floor"] == (Fraction(4), None)
