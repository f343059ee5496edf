"""The largest that a linear form comes to over splits in whole amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.exact import dot
from flessenhals.solver.program.errors import NotProvedError
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.search import best_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.solver.plan.whole import Whole
    from flessenhals.solver.program.linear_program import LinearProgram


def largest_in_whole(space: LinearProgram, form: Mapping[str, Fraction], whole: Mapping[str, Whole]) -> Fraction:
    """The largest Σ form · x over the splits in whole amounts that keep a program's rows; proved.

    Args:
        space: its rows and intervals, which some split in whole amounts keeps; its objective plays no part.
        form: line id → factor.
        whole: line id → the amounts that it can be given.

    Raises:
        NotProvedError: if it could not be proved.
    """
    tree = best_whole(Question(space, whole, (Goal("total", (form,)),)))
    wrong = faults(tree)
    if wrong or tree.answer is None:
        raise NotProvedError("; ".join(wrong) or "no split in whole amounts was found")
    return dot(form, tree.answer)
