"""What can be said when there is no split, or none that could be proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_NAMED = 4
WITHOUT_UNITS = "leave step, parts and smallest out to ask it of amounts that can be split"


class NoOptimumError(Exception):
    """The engine found no optimum. Nothing is proved by that."""


class NotProvedError(Exception):
    """No answer could be proved, neither an optimum nor that there is none."""


class SimulationError(ValueError):
    """A simulation that cannot be done as asked: nothing is uncertain, or no cluster or library is there."""


class NoCurveError(ValueError):
    """A plan whose best split at a ceiling is one of many, so that there is no curve over the ceilings to follow."""


class TooLargeError(ValueError):
    """A question that would take hours for a plan of this size, and what to ask instead."""


class IndivisibleError(ValueError):
    """A question that has no answer where amounts cannot be split, and why."""


def refuse_units(lines: Collection[str], what: str, why: str, advice: str = WITHOUT_UNITS) -> None:
    """Say of a question why it is not answered where some lines cannot be split; nothing where all of them can.

    Args:
        lines: the ids of the lines that cannot be split.
        what: the question, `ladder`.
        why: the reason, in a sentence.
        advice: what to do instead.

    Raises:
        IndivisibleError: if there are any.
    """
    if lines:
        named = [*list(lines)[:MOST_NAMED], *([f"+ {len(lines) - MOST_NAMED}"] if len(lines) > MOST_NAMED else [])]
        raise IndivisibleError(
            told(
                "{what} does not work for a plan with amounts that cannot be split ({lines}): {why} -> {advice}",
                what=what,
                lines=", ".join(named),
                why=told(why),
                advice=told(advice),
            )
        )
