"""Grows the tree of parts that proves the best split in whole amounts."""

from __future__ import annotations

import heapq
from math import isfinite
from typing import TYPE_CHECKING

from flessenhals.solver.program.highs import highs_in_a_row
from flessenhals.solver.units.errors import StoppedError
from flessenhals.solver.units.ground import Ground
from flessenhals.solver.units.node import Node
from flessenhals.solver.units.tree import Part, Tree

if TYPE_CHECKING:
    from fractions import Fraction

    from flessenhals.solver.plan.whole import Hole
    from flessenhals.solver.program.prove import Engine
    from flessenhals.solver.units.question import Question

MOST_PROGRAMS = 5_000
FOR_A_SPLIT = 500


def best_whole(question: Question, engine: Engine = highs_in_a_row, most: int | None = None) -> Tree:
    """The best split in whole amounts, or that there is none, with the tree that proves it.

    Branch and bound, best first (Land and Doig, Econometrica 28, 1960). What a part comes to where its amounts could be
    split is at least as good as any split of it in whole amounts, goal after goal; of its sorted coverages too, since a
    part is convex. So the first part of which that is a split in whole amounts holds the best one.

    Args:
        question: bounded by its lines or rules, with no line below 0.
        engine: who is asked first for the linear programs; each of their answers is proved.
        most: after so many linear programs it is stopped; None for 5,000.

    Raises:
        StoppedError: if it was stopped, with what was found by then.
        NotProvedError: if one of the linear programs could not be answered.
    """
    search = _Search(question, engine, MOST_PROGRAMS if most is None else most)
    search.run()
    return search.tree()


class _Search:
    """The parts so far, and those that may still hold the best split."""

    def __init__(self, question: Question, engine: Engine, most: int) -> None:
        self.question, self.engine, self.left, self.most = question, engine, most, most
        root = Node(0, 0, Ground(question))
        self.parts = [Part(None, "", None, None, ())]
        self.nodes: list[Node | None] = [root]
        self.open: list[Node] = [root]
        self.best: Node | None = None

    def run(self) -> None:
        """Look at the part that may hold the best split, until none may hold a better one than was found."""
        while self.open:
            node = heapq.heappop(self.open)
            if self.best is not None and node.key <= self.best.key:
                return
            if node.complete and node.hole() is None:
                self.best = node  # best first: no other part comes to more
            elif not node.empty:
                if self.left <= 0:
                    heapq.heappush(self.open, node)
                    raise self._stopped()
                self._look_into(node)

    def _look_into(self, node: Node) -> None:
        self.left -= node.advance(self.engine)
        if node.empty:
            return
        hole = node.hole()
        if hole is None:
            heapq.heappush(self.open, node)
        elif self.best is None or node.between:
            self._divide(node, *hole)

    def _divide(self, node: Node, line: str, hole: Hole) -> list[Node]:
        """Take a part apart at a hole of one line, which loses no split in whole amounts."""
        self.nodes[node.place] = None
        halves = []
        for at_most, at_least in ((hole.below, None), (None, hole.above)):
            ground = node.start.copy()
            ground.limit(line, at_most, at_least)
            half = Node(len(self.parts), node.depth + 1, ground, node.hints)
            self.parts.append(Part(node.place, line, at_most, at_least, ()))
            self.nodes.append(half)
            heapq.heappush(self.open, half)
            halves.append(half)
        return halves

    def tree(self) -> Tree:
        """All parts, with the reasons why none holds a better split."""
        parts = tuple(
            part if node is None else part._replace(steps=node.proof())
            for part, node in zip(self.parts, self.nodes, strict=True)
        )
        if self.best is None:
            return Tree(self.question, None, parts)
        return Tree(self.question, self.best.split(), parts, self.best.place)

    def _stopped(self) -> StoppedError:
        """What can be said so far: the best that any part may come to, and a split that was found on one way down."""
        bounds = [each for each in self.open[0].key if isfinite(each)]
        found = self.best or self._dive()
        key = [] if found is None else list(found.key)
        place = next((place for place, (bound, at) in enumerate(zip(bounds, key, strict=False)) if bound != at), 0)
        goals = [goal.name for goal in self.question.goals for _ in goal.forms]
        return StoppedError(
            goals[place] if goals else "",
            _exact(bounds, place),
            _exact(key, place),
            None if found is None else found.split(),
            self.most,
        )

    def _dive(self) -> Node | None:
        """A split in whole amounts, by going on with the better half of a part again and again."""
        left, node = FOR_A_SPLIT, heapq.heappop(self.open)
        others: list[Node] = []
        while left > 0:
            left -= node.advance(self.engine)
            hole = None if node.empty else node.hole()
            if not node.empty and hole is None and node.complete:
                return node
            if hole is not None:
                others += sorted(self._divide(node, *hole), reverse=True)
            if node.empty or hole is not None:
                if not others:
                    return None
                node = others.pop()
        return None


def _exact(key: list[Fraction | float], place: int) -> Fraction | None:
    found = key[place] if place < len(key) else None
    return None if found is None or isinstance(found, float) else found
