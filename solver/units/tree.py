"""A proof that no split in whole amounts is better: all splits in parts, and why none of them holds a better one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from flessenhals.solver.units.question import Question


class Inequality(NamedTuple):
    """One inequality that every split of a part keeps, whatever its lines are given.

        Σ weight · form  ≤  Σ dual · right-hand side + Σ what is left of each line · the end of its interval

    Attributes:
        goal: whose forms, by its place among the goals; None for no form at all: then nothing fits where the bound is
            below 0 (Farkas).
        weights: place of a form in its goal → its weight; together 1.
        duals: place of a row → its multiplier; ≥ 0 for `<=`, ≤ 0 for `>=`.
    """

    goal: int | None
    weights: Mapping[int, Fraction]
    duals: Mapping[int, Fraction]


class Part(NamedTuple):
    """A part of the splits: those of the part that it was taken from in which one line stays on one side of a hole.

    Attributes:
        parent: the place of the part that it was taken from; None for all splits.
        line: the line; empty for all splits.
        at_most, at_least: the limit on that line, in the plan's unit; one of them, or neither for all splits.
        steps: why it holds nothing better; empty where it was divided.
    """

    parent: int | None
    line: str
    at_most: Fraction | None
    at_least: Fraction | None
    steps: tuple[Inequality, ...]


class Tree(NamedTuple):
    """A question with its answer and the proof.

    Attributes:
        question: what was asked.
        answer: line id → amount, in the plan's unit; None where nothing fits.
        parts: all splits first, and every part behind the one that it was taken from.
        found_in: the place of the part whose best split the answer is, for whoever wants to follow it; None where it is
            not known.
    """

    question: Question
    answer: Mapping[str, Fraction] | None
    parts: tuple[Part, ...]
    found_in: int | None = None
