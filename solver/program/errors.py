"""What can be said when there is no split, or none that could be proved."""

from __future__ import annotations


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
