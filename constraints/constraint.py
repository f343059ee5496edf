"""Which constraint of a plan: an identity that nothing else shares, and the one place where its label is made."""

from __future__ import annotations

from typing import Literal, NamedTuple, Self

Of = Literal["ceiling", "line", "rule", "shift", "own"]


class Constraint(NamedTuple):
    """Which one of the things that a split must keep: the ceiling, a line's bound, or a row of a rule.

    Two are the same exactly where all of this is, so ids that people choose may look alike, and none meets what the
    solver makes up. `str` is the label for people. It is made here and taken apart nowhere:

    >>> print(CEILING, minimum_of("nfi"), Constraint("rule", "share"), Constraint("rule", "share", group="ede"))
    ceiling nfi.minimum share share.ede
    >>> print(Constraint("rule", "band", "at_least"), Constraint("rule", "band", year=2023))
    band.at_least band@2023
    >>> print(maximum_of(in_year("nfi", 2023)))
    nfi.maximum@2023
    >>> print(Constraint("rule", "band", year=2028, upstream=2027), Constraint("ceiling", year=2023))
    band@2028:2027 ceiling@2023

    Attributes:
        of: what it belongs to: the ceiling, a line, a rule, what is shifted between years; or a row of the solver's
            own, such as the optimum of an earlier stage.
        owner: the id of the line or rule, or the name of the solver's own row; empty for the others.
        side: `minimum` or `maximum` of a line; `at_least` or `at_most` of a rule that has both; a kind of money.
        group: the group of lines, or the line, in which a rule holds apart.
        year: in which it holds, in a plan with years: of a rule the year of its downstream.
        upstream: the year of a rule's upstream, where that does not follow from `year`.
    """

    of: Of
    owner: str = ""
    side: str | None = None
    group: str | None = None
    year: int | None = None
    upstream: int | None = None

    def __str__(self) -> str:
        parts = [part for part in (self.owner or self.of, self.group, self.side) if part is not None]
        name = (" " if self.of == "own" else ".").join(parts)
        if self.upstream is not None:
            return f"{name}@{'' if self.year is None else self.year}:{self.upstream}"
        return name if self.year is None else f"{name}@{self.year}"

    def __repr__(self) -> str:
        return f"<{self}>"

    @property
    def is_ceiling(self) -> bool:
        """Whether it is of what may be spent: the total, or with years a row of the path."""
        return self.of in {"ceiling", "shift"}

    @property
    def is_bound(self) -> bool:
        """Whether it is a line's minimum or maximum: in a program an end of an interval, and no row."""
        return self.of == "line"

    @property
    def is_minimum(self) -> bool:
        """Whether it is the least that a line must be given."""
        return self.of == "line" and self.side == "minimum"

    @property
    def is_maximum(self) -> bool:
        """Whether it is the most that a line may be given."""
        return self.of == "line" and self.side == "maximum"

    @property
    def is_rule(self) -> bool:
        """Whether it is a row of one of the plan's rules."""
        return self.of == "rule"

    @property
    def is_own(self) -> bool:
        """Whether it is a row of the solver's own, which no plan could give up."""
        return self.of == "own"

    @property
    def rule(self) -> str | None:
        """The id of the rule that it is a row of; None where it is something else."""
        return self.owner if self.of == "rule" else None

    @property
    def line(self) -> str | None:
        """The id of the line that it bounds, of a line in one year `LINE@YEAR`; None where it is something else."""
        if self.of != "line":
            return None
        return self.owner if self.year is None else in_year(self.owner, self.year)


CEILING = Constraint("ceiling")


class LineYear(str):
    """The id of a line in one year of a plan with years, `nfi@2023`, which knows both.

    Attributes:
        line: the id by which the plan speaks of the line.
        year: which year.
    """

    __slots__ = ("line", "year")
    line: str
    year: int

    def __new__(cls, line: str, year: int) -> Self:
        """The id; no id that people choose has such a sign in it."""
        new = str.__new__(cls, f"{line}@{year}")
        new.line, new.year = line, year
        return new

    def __getnewargs__(self) -> tuple[str, int]:  # type: ignore[override]  # str says: one argument
        """What makes it again on another machine."""
        return self.line, self.year


def in_year(line: str, year: int) -> LineYear:
    """The id of a line in one year of a plan with years."""
    return LineYear(line, year)


def whole_line(line: str) -> str:
    """The id by which the plan speaks of a line, or of a line in one year."""
    return line.line if isinstance(line, LineYear) else line


def minimum_of(line: str) -> Constraint:
    """The least that a line, or a line in one year, must be given."""
    return _bound_of(line, "minimum")


def maximum_of(line: str) -> Constraint:
    """The most that a line, or a line in one year, may be given."""
    return _bound_of(line, "maximum")


def _bound_of(line: str, side: str) -> Constraint:
    year = line.year if isinstance(line, LineYear) else None
    return Constraint("line", whole_line(line), side, year=year)


def own(name: str, side: str | None = None) -> Constraint:
    """A row of the solver's own, by a name that says what it holds, or a variable and what holds it."""
    return Constraint("own", name, side)
