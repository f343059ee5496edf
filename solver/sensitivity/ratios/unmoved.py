"""Between which values of a ratio the optimal split stays exactly as it is."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.exact import dot, total
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.repair import nearest_ratio
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.relaxed import altered
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.objective.objectives import Stage
    from flessenhals.solver.program.prove import Engine

ZERO = Fraction(0)


def unmoved_until(now: Allocation, ratio: Ratio, *, stricter: bool, engine: Engine) -> Fraction | None:
    """The value up to which a ratio can move while every line keeps what it gets.

    A stricter ratio only takes splits away, so the split stays the best one for as long as it keeps the rule: up to the
    ratio that it reaches. A looser one adds splits. Where the rule has room at the split, or the split is the best one
    without the rule too, they change nothing. Else there is a better split without it, and mixed with the one of now in
    small parts it is better still and breaks a ratio by as little as one likes: the change comes at once. That fails
    only where the split has nothing on the whole that the ratio asks of. Then the change comes at the furthest ratio
    that any split reaches which is no worse in the first stage in which something better exists.

    Args:
        now: the optimal split.
        ratio: one of its plan's.
        stricter: whether the ratio moves the way in which it asks more.
        engine: who is asked first.

    Returns:
        A pure number, the ratio itself where the split changes at once; None where it never does.

    Raises:
        NotProvedError: if an answer could not be proved.
    """
    whole = total(now.amounts[line] for line in ratio.whole)
    reached = total(now.amounts[line] for line in ratio.part) + ratio.existing
    if stricter:
        return reached / whole if whole else None
    if ratio.row.slack(now.amounts):
        return None
    free = allocate(altered(now.plan, ratio.id, None), now.ceiling, engine, apart=False)
    better = next((stage for stage in free.stages if _worse(stage, now) is not None), None)
    if better is None:
        return None
    return ratio.value if whole else _furthest(better, now, ratio, engine)


def _worse(stage: Stage, now: Allocation) -> Fraction | None:
    """What a split reaches in a stage where that is less than what the stage does; None where it is as much."""
    point = _point(stage, now)
    reached = dot(stage.program.objective, point)
    return reached if reached < stage.certificate.optimum else None


def _point(stage: Stage, now: Allocation) -> dict[str, Fraction]:
    """A split as a point of a stage's program: its lines, and the best level that they let be reached."""
    point = {label: now.amounts[label] for label in stage.program.variables if label in now.amounts}
    for label in stage.program.variables.keys() - point.keys():  # a level stands in rows with a line each
        rows = [row for row in stage.program.rows if label in row.coefficients]
        ends = [
            (row.right_hand_side - dot({line: point[line] for line in own_part}, row.coefficients))
            / row.coefficients[label]
            for row in rows
            for own_part in [row.coefficients.keys() - {label}]
        ]
        point[label] = min(ends) if stage.program.objective.get(label, ZERO) > 0 else max(ends)
    return point


def _furthest(stage: Stage, now: Allocation, ratio: Ratio, engine: Engine) -> Fraction | None:
    reached = dot(stage.program.objective, _point(stage, now))
    no_worse = Row(own("no worse"), "stage", stage.program.objective, ">=", reached)
    space = stage.program.keeping([no_worse])
    return nearest_ratio(space, ratio, stage.certificate.point, lambda asked: prove_solvable(asked, engine))
