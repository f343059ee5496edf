"""A plan: the lines, the rules between them, and what counts as better."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from flessenhals.constraints.catalogue import catalogue
from flessenhals.constraints.constraint import maximum_of, minimum_of
from flessenhals.constraints.exact import dot, take_exactly, total
from flessenhals.constraints.row import Row
from flessenhals.constraints.rule import GROUPINGS, Grouping
from flessenhals.solver.plan.line import Line, StatedTotal
from flessenhals.solver.plan.outside import files_of
from flessenhals.solver.plan.problem import InvalidPlanError
from flessenhals.solver.plan.revised import NO_REVISIONS, Revisions
from flessenhals.solver.plan.soundness.soundness import problems
from flessenhals.solver.plan.soundness.texts import problems_of_texts
from flessenhals.solver.plan.tagged import keys_of, of_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pandas import DataFrame

    from flessenhals.constraints import Rule
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.ratio import Ratio
    from flessenhals.constraints.rule import Nature
    from flessenhals.constraints.selector import Selector
    from flessenhals.solver.plan.benefit import Benefit
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.group_goal import GroupGoal
    from flessenhals.solver.plan.tagged import TaggedChanges
    from flessenhals.solver.plan.whole import Whole

__all__ = ["GOALS", "GROUPINGS", "Goal", "Grouping", "Line", "Plan", "StatedTotal", "Uncertain"]

Goal = Literal["value", "coverage", "shift"]
GOALS: tuple[Goal, ...] = ("value", "coverage")
DATED_GOALS: tuple[Goal, ...] = ("value", "shift", "coverage")


@dataclass(frozen=True, kw_only=True)
class Uncertain:
    """An input that is not known well.

    Attributes:
        path: what it is, as in `--set`: `constraints.ID.proportional.at_least`; None where `of` and `field` say it.
        of, field: instead of a path, the field of every selected line that is multiplied by one factor.
        low, mode, high: the triangular distribution, or without mode the uniform one; in the field's own unit, or a
            pure factor.
        note: where the range comes from, or that it is assumed; one text, or one per language.
    """

    low: Fraction
    high: Fraction
    mode: Fraction | None = None
    path: str | None = None
    of: Selector | None = None
    field: str | None = None
    note: str | Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        """Take every number exactly."""
        take_exactly(self, "low", "high", "mode")

    @property
    def place(self) -> tuple[str, str, tuple[str, ...]]:
        """What the path leads to: `lines` or `constraints`, the id there, and the rest; empty without a path."""
        section, *inside = keys_of(self.path or "")
        return section, "".join(inside[:1]), tuple(inside[1:])


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Budget lines, the rules between them, and what counts as better: all that a split is worked out from.

    Attributes:
        id: a-z, 0-9 and hyphens.
        lines: in the order in which people want to read them.
        constraints: the chain rules and levels.
        objective: the stages of "optimal", first things first.
        unit: what the amounts are in, `EUR million per year`.
        price_level: of which year the prices are; one text, or one per language.
        title, source: one text, or one per language.
        scenario: the name of the scenario that this plan is read under, None for the plan as it stands.
        scenarios: the titles of the scenarios that the plan offers, by name.
        partners, programmes, departments: what people call these ids.
        totals: totals that the source prints.
        uncertain: the inputs that are not known well.
        changes: what sort of change each change since an older plan is, where its author says so.
        readings: what each scenario changes, as it was written, for a plan that was read from text.
        benefit: what the problem that it is against costs, where a source says so.
        years: what was written about its years; its lines and constraints are then those of each year.
        revised: which of its figures and rules are not the source's own, and who made them what they are; two plans
            are the same whoever did.

    Raises:
        InvalidPlanError: with every problem at once, where no sensible split could exist.
    """

    id: str
    lines: tuple[Line, ...]
    constraints: tuple[Rule, ...] = ()
    objective: tuple[Goal | GroupGoal, ...] = GOALS
    unit: str = ""
    price_level: str | Mapping[str, str] | None = None
    title: str | Mapping[str, str] | None = None
    source: str | Mapping[str, str] | None = None
    scenario: str | None = None
    scenarios: Mapping[str, str | Mapping[str, str] | None] = field(default_factory=dict)
    partners: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    programmes: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    departments: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    totals: tuple[StatedTotal, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()
    changes: tuple[TaggedChanges, ...] = ()
    benefit: Benefit | None = None
    years: Years | None = None
    revised: Revisions = field(default=NO_REVISIONS, compare=False)
    readings: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", catalogue(self.lines))  # what many rules look up is looked up by index
        found = [*of_tags(self.changes), *(() if self.benefit is None else self.benefit.problems())]
        if self.years is not None and found:
            raise InvalidPlanError(found)
        if self.years is not None:
            return  # judged as it was written (`dated_problems`), before it was reduced to line-years
        found += problems(self.lines, self.constraints, self.objective, self.totals)
        found += problems_of_texts(self)
        if found:
            raise InvalidPlanError(found)

    @classmethod
    def from_frame(cls, frame: DataFrame, **described: Any) -> Plan:  # noqa: ANN401 - a plan's own fields
        """The plan whose lines stand in a pandas frame, a line a row, the fields of a line as columns.

        Args:
            frame: with `id` (as a column or the index), `partner` and `proposed`; numbers of any kind, a float as it
                prints; what is missing is left to its default.
            described: the plan's other fields: `id`, `unit`, `constraints` and so on. With `years`, as `first` and
                `last` or as another plan's, a column may be of one year: `proposed.2026`, or the year alone.

        Raises:
            InputError: for a column that is no field of a line, or a number that is none.
            InvalidPlanError: where no sensible split could exist.
        """
        return files_of().from_frame(frame, described)

    def frame(self) -> DataFrame:
        """The lines as a pandas frame: a line a row with its id as index; amounts as floats, in the plan's unit.

        With years the figures are as they were written, those of a series in a column a year: `proposed.2026`.
        """
        return files_of().frame(self)

    def save(self, path: str | Path, *, force: bool = False) -> None:
        """Write the plan to a file that reads back as the same plan.

        Args:
            path: a .yaml file.
            force: whether a file that is there may be replaced.

        Raises:
            InputError: for an amount that no plain decimal is.
            OutputError: if it cannot be written.
        """
        files_of().save(self, path, force=force)

    def changed(self, changes: Mapping[str, object]) -> Plan:
        """The plan with other figures, by their paths as in `--set`: `{"partner:police.minimum": "50%"}`.

        Raises:
            InputError: where the plan has no such thing, or cannot be written as text.
        """
        return files_of().changed(self, changes)

    @cached_property
    def proposed(self) -> Fraction:
        """Everything that is asked, in the plan's unit."""
        return sum((line.proposed for line in self.lines), start=Fraction(0))

    @cached_property
    def is_cofunded(self) -> bool:
        """Whether others pay a part of any line."""
        return any(line.cofunded for line in self.lines)

    @cached_property
    def charges(self) -> Mapping[str, Fraction]:
        """Line id → what the ceiling pays of each unit of money there, a pure number: 1 where nobody else pays."""
        return {line.id: line.charge for line in self.lines}

    def charged(self, amounts: Mapping[str, Fraction]) -> Fraction:
        """What the ceiling pays of a split, Σ (1 - cofunded) · amount, in the plan's unit."""
        return dot(self.charges, amounts) if self.is_cofunded else total(amounts[line.id] for line in self.lines)

    def cofunding(self, amounts: Mapping[str, Fraction]) -> Fraction:
        """What others pay of a split, Σ cofunded · amount, in the plan's unit."""
        return self.cofunding_of(self.lines, amounts)

    def cofunding_of(self, lines: Iterable[Line], amounts: Mapping[str, Fraction]) -> Fraction:
        """What others pay of some lines of a split, in the plan's unit."""
        return dot({line.id: line.cofunded for line in lines if line.cofunded}, amounts)

    def grouped(self, by: Grouping) -> dict[str | None, list[Line]]:
        """The lines by programme, partner or department, in the plan's order; under None those that name none."""
        return {group: list(lines) for group, lines in catalogue(self.lines).grouped(by).items()}

    @cached_property
    def whole(self) -> Mapping[str, Whole]:
        """The amounts of each line that cannot be split, by its id; empty where every line can be given any amount."""
        return {line.id: line.whole for line in self.lines if line.whole is not None and line.divided}

    @cached_property
    def indivisible(self) -> Mapping[str, Whole]:
        """The amounts of each line that cannot be split, also of one whose bounds leave it no choice."""
        return {line.id: line.whole for line in self.lines if line.whole is not None}

    @cached_property
    def line_by_id(self) -> Mapping[str, Line]:
        """Each line by its id."""
        return {line.id: line for line in self.lines}

    @cached_property
    def namesakes(self) -> Mapping[str, tuple[Line, ...]]:
        """Of each line that shares a name with others in some language, by its id: these and itself; year by year."""
        found: dict[tuple[int | None, str], list[Line]] = {}
        for line in self.lines:
            told = line.name or line.line
            for name in dict.fromkeys((told,) if isinstance(told, str) else told.values()):
                found.setdefault((line.year, name), []).append(line)
        shared: dict[str, dict[str, Line]] = {}
        for alike in found.values():
            for line in alike if len(alike) > 1 else ():
                shared.setdefault(line.id, {}).update((each.id, each) for each in alike)
        return {line: tuple(alike.values()) for line, alike in shared.items()}

    @cached_property
    def rule_by_id(self) -> Mapping[str, Rule]:
        """Each rule by its id."""
        return {rule.id: rule for rule in self.constraints}

    @cached_property
    def rule_rows(self) -> tuple[Row, ...]:
        """The rows of the chain rules and levels, in the plan's order."""
        return tuple(row for rule in self.constraints for row in rule.rows(self.lines))

    @cached_property
    def ratios(self) -> tuple[Ratio, ...]:
        """Those of the rules' rows that hold a part against a whole, in the plan's order."""
        return tuple(ratio for rule in self.constraints for ratio in rule.ratios(self.lines))

    @property
    def chain_links(self) -> tuple[Ratio, ...]:
        """The least that chain rules ask downstream for every euro upstream, in the plan's order."""
        return tuple(ratio for ratio in self.ratios if ratio.is_chain and ratio.sense == ">=")

    @cached_property
    def natures(self) -> dict[Constraint, Nature | None]:
        """The nature of every rule's row."""
        return {row.id: rule.nature for rule in self.constraints for row in rule.rows(self.lines)}

    @cached_property
    def bound_rows(self) -> tuple[Row, ...]:
        """The minimum and maximum of every line as rows, in the plan's order."""
        return tuple(
            row
            for line in self.lines
            for row in (
                Row(minimum_of(line.id), "minimum", {line.id: Fraction(1)}, ">=", line.lower),
                Row(maximum_of(line.id), "maximum", {line.id: Fraction(1)}, "<=", line.upper),
            )
        )
