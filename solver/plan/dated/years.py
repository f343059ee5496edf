"""A plan over several years as people write it: figures by year, rules with a lag, ceilings as paths."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from flessenhals.constraints.ceiling import Limit, Path
from flessenhals.constraints.constraint import LineYear, in_year
from flessenhals.constraints.rule import Share
from flessenhals.constraints.series import Series, at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.line import Line

ZERO, ONE = Fraction(0), Fraction(1)
NOTHING = {"proposed": ZERO, "minimum": ZERO, "maximum": ZERO, "step": None, "parts": None, "smallest": None}

Movable = Fraction | Share | Literal["any"]


@dataclass(frozen=True, kw_only=True)
class Shift:
    """How much of a year's money may be used in another year.

    Attributes:
        later: in the next one: an amount in the plan's unit, a share of the year's ceiling, or `any`.
        earlier: in the one before, in the same way.
    """

    later: Movable = ZERO
    earlier: Movable = ZERO

    def __bool__(self) -> bool:
        return any(each == "any" or bool(_size(each)) for each in (self.later, self.earlier))


@dataclass(frozen=True, kw_only=True)
class DatedLine:
    """A line of a plan with years.

    Attributes:
        line: who gets the money and what for; its figures are those of the last year in which it runs.
        figures: `proposed`, `minimum`, `maximum`, `smallest`, `weight` as written: one figure for each year, or a
            series; bounds may be shares of what is proposed. What is not written is missing.
        first, last: the years between which it runs; nothing is asked or given outside them.
        kept: year → the amount at which it is held in it, in the plan's unit; None for what it asks.
        dropped: the years in which it was asked to be left out.
    """

    line: Line
    figures: Mapping[str, Fraction | Share | Series[Any]]
    first: int
    last: int
    kept: Mapping[int, Fraction | None] = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()

    def runs(self, year: int) -> bool:
        """Whether it runs in a year."""
        return self.first <= year <= self.last

    def proposed(self, year: int) -> Fraction:
        """What it asks in a year, in the plan's unit."""
        if not self.runs(year) or year in self.dropped:
            return ZERO
        return self._amount("proposed", year) or ZERO

    def in_year(self, year: int, known_as: int | None = None) -> Line:
        """The line in one year in which it runs, as a line of its own under the id `LINE@YEAR`.

        Args:
            year: whose figures it has.
            known_as: the year that it is called after, of a plan that goes on after its last year.
        """
        named = year if known_as is None else known_as
        proposed = self.proposed(year)
        figures: dict[str, Any] = {"proposed": proposed}
        for bound in ("minimum", "maximum", "smallest"):
            if bound in self.figures:
                figures[bound] = self._bound(bound, year, proposed)
                written = self._amount(bound, year)
                if isinstance(written, Share) and bound != "smallest":
                    figures[f"{bound}_share"] = written.fraction
        if "weight" in self.figures:
            figures["weight"] = self._amount("weight", year)
        if year in self.dropped:
            figures |= {**NOTHING, "minimum_share": None, "maximum_share": None, "dropped": True}
        elif year in self.kept:
            amount = self.kept[year]
            at = proposed if amount is None else amount
            figures |= {"minimum": at, "maximum": at, "minimum_share": None, "maximum_share": None, "kept": True}
        return replace(self.line, id=in_year(self.line.id, named), year=named, **figures)

    def written_out(self) -> DatedLine:
        """The line with figures by year in place of the amounts at which it is kept, or dropped."""
        if not (self.kept or self.dropped):
            return self
        lines = {year: self.in_year(year) for year in range(self.first, self.last + 1)}
        figures: dict[str, Any] = {
            "proposed": Series({year: line.proposed for year, line in lines.items()}),
            "minimum": Series({year: line.minimum for year, line in lines.items()}),
            "maximum": Series(
                {year: line.proposed if line.maximum is None else line.maximum for year, line in lines.items()}
            ),
        }
        return replace(self, figures={**self.figures, **figures}, kept={}, dropped=frozenset())

    def _bound(self, bound: str, year: int, proposed: Fraction) -> Fraction:
        if self.line.money == "one-off" and not isinstance(self.figures[bound], Series) and not proposed:
            return ZERO  # a plain bound of what comes once holds in the years in which something is asked
        figure = self._amount(bound, year)
        return figure.fraction * proposed if isinstance(figure, Share) else figure or ZERO

    def _amount(self, name: str, year: int) -> Any:  # noqa: ANN401 - an amount, or a share for a bound
        figure = self.figures[name]
        if not isinstance(figure, Series):
            return figure
        return figure.only(year) if self.line.money == "one-off" and name != "weight" else figure.at(year)


@dataclass(frozen=True, kw_only=True)
class DatedRule:
    """A rule of a plan with years.

    Attributes:
        rule: as written; where a figure differs by year, with that of the last year.
        series: its fields that differ by year.
    """

    rule: Rule
    series: Mapping[str, Series[Any]] = field(default_factory=dict)

    def figure(self, name: str, year: int) -> Any:  # noqa: ANN401 - what the field holds
        """A field of the rule in a year."""
        return at(self.series.get(name, getattr(self.rule, name)), year)


@dataclass(frozen=True, kw_only=True)
class Kinds:
    """A ceiling as written.

    Attributes:
        structural: the part that comes back every year: one amount, or a series.
        one_off: the part that comes once; None for a ceiling that tells no kinds apart.
    """

    structural: Fraction | Series[Fraction]
    one_off: Fraction | Series[Fraction] | None = None


@dataclass(frozen=True, kw_only=True)
class Years:
    """The years of a plan, and what was written about them.

    Attributes:
        first, last: the years; the last is the structural one, which stands for every year after it.
        columns: those that tables show; all of them where it is empty.
        lines, rules: as written, which a plan of line-years was made from.
        ceilings: by name.
        shift: what may move between years; None where the plan does not say.
    """

    first: int
    last: int
    columns: tuple[int, ...]
    lines: tuple[DatedLine, ...] = ()
    rules: tuple[DatedRule, ...] = ()
    ceilings: Mapping[str, Kinds] = field(default_factory=dict)
    shift: Shift | None = None

    @property
    def all(self) -> tuple[int, ...]:
        """Every year, in order."""
        return tuple(range(self.first, self.last + 1))

    def path(self, kinds: Kinds, name: str) -> Path:
        """A ceiling by year, with what may move between them.

        Args:
            kinds: the ceiling as written.
            name: what it is called.
        """
        one_off = kinds.one_off
        structural = {year: at(kinds.structural, year) or ZERO for year in self.all}
        once = {year: _once(one_off, year) for year in self.all}
        total = {year: structural[year] + once[year] for year in self.all}
        shift = self.shift or Shift()
        return Path(
            name=name,
            total=total,
            structural=None if one_off is None else structural,
            later=_limits(shift.later, total, self.all[:-1]),
            earlier=_limits(shift.earlier, total, self.all[1:]),
        )

    def in_years(self, amounts: Mapping[str, Fraction], default: Fraction | None = None) -> dict[str, dict[int, Any]]:
        """Amounts of line-years as line → year → amount, with the default where the line does not run."""
        return {
            dated.line.id: {year: amounts.get(in_year(dated.line.id, year), default) for year in self.all}
            for dated in self.lines
        }


def _once(figure: Fraction | Series[Fraction] | None, year: int) -> Fraction:
    return (figure.only(year) if isinstance(figure, Series) else figure) or ZERO


def _limits(movable: Movable, total: Mapping[int, Fraction], years: Sequence[int]) -> dict[int, Limit | None]:
    if movable == "any":
        return dict.fromkeys(years)
    if not _size(movable):
        return {}
    if isinstance(movable, Share):
        return {year: Limit(ZERO, movable.fraction * total[year]) for year in years}
    return dict.fromkeys(years, Limit(movable, ZERO))


def _size(figure: Fraction | Share) -> Fraction:
    return figure.fraction if isinstance(figure, Share) else figure


def nested(amounts: Mapping[str, Any]) -> dict[str, Any]:
    """Amounts as JSON has them: line → amount, and with years line → year → amount."""
    found: dict[str, Any] = {}
    for key, amount in amounts.items():
        if isinstance(key, LineYear):
            found.setdefault(key.line, {})[str(key.year)] = amount
        else:
            found[key] = amount
    return found
