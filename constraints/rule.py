"""What every kind of rule in a plan has in common."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeVar

from flessenhals.constraints.catalogue import Catalogue, catalogue
from flessenhals.constraints.constraint import Constraint
from flessenhals.constraints.exact import take_exactly
from flessenhals.constraints.selector import Selector

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Self

    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.row import Row, Sense
    from flessenhals.constraints.selector import Selectable

Nature = Literal["law", "norm", "choice"]
NATURES: tuple[Nature, ...] = ("law", "norm", "choice")
Origin = Literal["source", "derived", "assumed"]
ORIGINS: tuple[Origin, ...] = ("source", "derived", "assumed")
Grouping = Literal["programme", "partner", "department"]
GROUPINGS: tuple[Grouping, ...] = ("programme", "partner", "department")

Scope = Literal["line", "programme", "partner", "department"]
SCOPES: tuple[Scope, ...] = ("line", *GROUPINGS)

ReadAs = Literal[
    "selector", "ratio", "amount", "amount or share", "change", "start", "lag", "flag", "terms", "quantity", "unit"
]
NUMBERS: frozenset[ReadAs] = frozenset({"ratio", "amount", "amount or share", "change", "start", "quantity"})


def declared(read_as: ReadAs, **default: Any) -> Any:  # noqa: ANN401 - the type of a dataclass field is the field's own
    """A field that a plan file can set, and the form in which it is written there.

    A reader and a schema need no more than this to know a new kind of rule.
    """
    return field(metadata={"read_as": read_as}, **default)


def known_from(origin: Origin | None, source: str | None) -> Origin:
    """How a figure is known: as the plan says, or else from the source if it names a place there, or assumed."""
    return origin or ("source" if source else "assumed")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, written as a percentage.

    Attributes:
        fraction: a pure number; 25 % is 1/4.
    """

    fraction: Fraction

    def __post_init__(self) -> None:
        """Take the number exactly."""
        take_exactly(self, "fraction")

    def __str__(self) -> str:
        return f"{float(self.fraction * 100):g}%"


class When(NamedTuple):
    """The years that a rule speaks of, in a plan with years: it holds in each of them as a rule of its own.

    Attributes:
        year: the year by which it is known: of a chain rule the downstream's. None for one over several years
            together, or where the downstream lies before the first year.
        asked: the year that it is held against: of a chain rule the upstream's, of a build-up the one before. None
            where there is none.
        together: the years that are added up, of a rule over several together.
        meets: whether other rows of the rule speak of the same year.
    """

    year: int | None
    asked: int | None = None
    together: tuple[int, ...] = ()
    meets: bool = False

    @property
    def upstream(self) -> int | None:
        """The year of the upstream, where that does not follow from the year."""
        return self.asked if self.meets or (self.year is None and not self.together) else None

    @property
    def years(self) -> tuple[int, ...]:
        """The years of whose lines it speaks, each once."""
        return self.together or tuple(dict.fromkeys(each for each in (self.asked, self.year) if each is not None))


@dataclass(frozen=True, kw_only=True)
class Rule:
    """An agreement about lines that a split must keep.

    Attributes:
        id: a-z, 0-9 and hyphens; unique in the plan.
        name: what people call it; one text, or one per language.
        nature: `law`, `norm` or `choice`: whether it may be given up, and by whom; None where the plan does not say.
        source: where it stands.
        origin: how its figures are known, where the plan says so: they stand in the source, were derived from it, or
            assumed.
        per: the rule holds in every group of lines apart, "in every municipality": what it selects, what it adds up and
            what it calls everything are then the group's lines only. None for one rule over all lines.
        years: the years in which it holds, in a plan with years; None for all of them.
        when: of a rule in one of these years, which.
    """

    kind: ClassVar[str]
    # Whether with `per` each of the rule's selectors has to select something in every group that it holds in.
    part_by_part: ClassVar[bool] = True

    id: str
    name: str | Mapping[str, str] | None = None
    nature: Nature | None = None
    source: str | None = None
    origin: Origin | None = None
    per: Scope | None = None
    years: tuple[int, ...] | None = None
    when: When | None = None

    def __post_init__(self) -> None:
        """Take every number exactly."""
        take_exactly(self, *(each.name for each in fields(self) if each.metadata.get("read_as") in NUMBERS))

    def rows(self, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """The rule as rows over these lines, one for `at_least` and one for `at_most`; with `per`, for every group."""
        return tuple(row for scope, members in self.scopes(lines) for row in self.rows_over(scope, members))

    def rows_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Row, ...]:
        """The rule's rows over the lines of one scope, each its own side of it."""
        raise NotImplementedError

    def ratios(self, lines: Sequence[Selectable]) -> tuple[Ratio, ...]:
        """Those of its rows that hold a part against a whole, each with its ratio."""
        return tuple(ratio for scope, members in self.scopes(lines) for ratio in self.ratios_over(scope, members))

    def ratios_over(self, scope: Constraint, lines: Sequence[Selectable]) -> tuple[Ratio, ...]:  # noqa: ARG002 - most have none
        """The rule's ratios over the lines of one scope, each its own side of it."""
        return ()

    def scopes(self, lines: Sequence[Selectable]) -> Iterator[tuple[Constraint, Sequence[Selectable]]]:
        """What the rule holds over, each with the identity of its rows but for their side.

        All lines, or with `per` the lines of each group; a group in which the rule selects nothing is passed over. Of a
        rule in one year, the lines of the years that it speaks of.
        """
        lines = self._dated(lines)
        whole = Constraint("rule", self.id)
        if self.when is not None:
            whole = whole._replace(year=self.when.year, upstream=self.when.upstream)
        if self.per is None:
            yield whole, lines
            return
        selectors = [selector for _, selector in self.selectors()]
        for group, members in catalogue(lines).grouped(self.per).items():
            if group is not None and any(selector.select(members) for selector in selectors):
                yield whole._replace(group=group), members

    def _dated(self, lines: Sequence[Selectable]) -> Sequence[Selectable]:
        if self.when is None:
            return lines
        dated = catalogue(lines)
        years = [dated.of_year(year) for year in self.when.years]
        return years[0] if len(years) == 1 else Catalogue(line for each in years for line in each)

    def selectors(self) -> list[tuple[str, Selector]]:
        """The selectors of the rule, by where they stand in it."""
        given = [(each.name, getattr(self, each.name)) for each in fields(self)]
        return [(name, value) for name, value in given if isinstance(value, Selector)]

    def number(self, path: Sequence[str]) -> Fraction | Share | None:
        """The number at a path within the rule, such as `at_least`; None where there is none."""
        declared_here = {each.name for each in fields(self) if "read_as" in each.metadata}
        found = getattr(self, path[0]) if len(path) == 1 and path[0] in declared_here else None
        return found if isinstance(found, Fraction | Share) else None

    def with_number(self, path: Sequence[str], value: Fraction) -> Self:
        """The rule with the number at a path within it replaced; a share stays one.

        Args:
            path: of a number that `number` finds.
            value: in the unit of what stands there; of a share the fraction.
        """
        number: dict[str, Any] = {path[0]: Share(value) if isinstance(self.number(path), Share) else value}
        return replace(self, **number)


Side = TypeVar("Side")


def sides(
    scope: Constraint, at_least: Side | None, at_most: Side | None
) -> Iterator[tuple[Constraint, str, Sense, Side]]:
    """The given sides of a two-sided rule, each with its row's identity, its field and its sense.

    Where one side is given there is no more to tell it by than its scope.
    """
    both = at_least is not None and at_most is not None
    if at_least is not None:
        yield scope._replace(side="at_least") if both else scope, "at_least", ">=", at_least
    if at_most is not None:
        yield scope._replace(side="at_most") if both else scope, "at_most", "<=", at_most
