"""Which constraints hold a vertex in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Status = Literal["basic", "lower", "upper"]


class Basis(NamedTuple):
    """A vertex of a linear program, told by what holds it and free of rounding.

    Attributes:
        variables: label → `lower` or `upper` where the variable stands on that bound, `basic` where the rows decide.
        tight: the positions of the rows that hold with equality by choice of the basis; as many as there are basic
            variables.
    """

    variables: Mapping[str, Status]
    tight: frozenset[int]
