"""Constraints of plans in tests, by what people call them."""

from flessenhals.constraints.constraint import CEILING, Constraint, maximum_of, minimum_of

__all__ = ["CEILING", "maximum_of", "minimum_of", "rule"]


def rule(name: str, side: str | None = None, group: str | None = None) -> Constraint:
    """A row of a rule."""
    return Constraint("rule", name, side, group)
