"""A figure that may differ from year to year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Figure = TypeVar("Figure")


@dataclass(frozen=True)
class Series(Generic[Figure]):
    """A figure by year: what is named holds until the next year that is named.

    Attributes:
        named: year → figure, in rising years.
    """

    named: Mapping[int, Figure]

    @property
    def first(self) -> int:
        """The first year that it names."""
        return next(iter(self.named))

    def at(self, year: int) -> Figure | None:
        """The figure in a year; None before the first year that it names."""
        found = None
        for each, figure in self.named.items():
            if each > year:
                break
            found = figure
        return found

    def only(self, year: int) -> Figure | None:
        """The figure that it names for just this year, as of money that comes once; None where it names none."""
        return self.named.get(year)


def at(figure: Figure | Series[Figure], year: int) -> Figure | None:
    """A figure in a year, whether it differs by year or not."""
    return figure.at(year) if isinstance(figure, Series) else figure
