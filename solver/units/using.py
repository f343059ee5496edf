"""Which constraints a tree rests on that proves that nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.solver.units.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.solver.units.tree import Tree


def rows_used(tree: Tree, rows: Sequence[Row]) -> list[Row]:
    """Of some constraints those that the proof of a tree takes part of; they alone cannot hold together.

    Args:
        tree: that proves that no split in whole amounts keeps all of them.
        rows: the constraints, by the identities that the tree's program has, and of bounds.
    """
    used: set[Constraint] = set()
    whole_of: dict[int, Ground] = {}
    divided = {part.parent for part in tree.parts}
    for place, part in enumerate(tree.parts):
        ground = Ground(tree.question) if part.parent is None else whole_of[part.parent].copy()
        if part.parent is not None:
            ground.limit(part.line, part.at_most, part.at_least)
        if place in divided:
            whole_of[place] = ground
            continue
        if ground.is_empty:
            used |= {minimum_of(part.line), maximum_of(part.line)}
        for step in part.steps:
            used |= {ground.rows[row].id for row in step.duals}
            used |= {end for line in ground.bound(step)[1] for end in (minimum_of(line), maximum_of(line))}
    return [row for row in rows if row.id in used]
