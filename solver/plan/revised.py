"""What of a plan is not its source's own: figures and rules that a scenario or an option made what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.constraints.constraint import whole_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.line import Line

FIGURES = ("proposed", "minimum", "maximum", "weight", "cofunded")
FORMS = ("step", "parts", "smallest")  # in which amounts a line is given that cannot be split


class Maker(NamedTuple):
    """Who made a figure what it is.

    Attributes:
        by: a scenario of the plan, or an option of the command (in a notebook: a change that `load` was given).
        name: of the scenario, or the option as it was typed.
    """

    by: Literal["scenario", "option"]
    name: str


class RevisedLine(NamedTuple):
    """A line with figures that are not its source's own.

    Attributes:
        made_by: field of the line → who made it what it is; only those that were changed.
        own: the line as the source has it; None where that was not read.
    """

    made_by: Mapping[str, Maker]
    own: Line | None


class RevisedRule(NamedTuple):
    """A rule that was changed, added or left out.

    Attributes:
        maker: who did, the last where there are more.
        own: the rule as the source has it; None where it was added, or was not read.
        change: what was done to it.
    """

    maker: Maker
    own: Rule | None
    change: Literal["changed", "added", "left out"]


class Revisions(NamedTuple):
    """Everything in a plan that is not the source's own.

    Attributes:
        lines: by their ids.
        rules: by their ids; those that were left out stand here alone.
    """

    lines: Mapping[str, RevisedLine]
    rules: Mapping[str, RevisedRule]

    def maker(self, line: str, figure: str) -> Maker | None:
        """Who made a figure of a line, or of a line in a year, what it is; None where it is the source's own."""
        found = self.lines.get(line) or self.lines.get(whole_line(line))
        return None if found is None else found.made_by.get(figure)

    def has_figures(self, line: str) -> bool:
        """Whether any of a line's figures is not the source's own; in which whole amounts it is given is no figure."""
        return line in self.lines and any(figure in FIGURES for figure in self.lines[line].made_by)


NO_REVISIONS = Revisions({}, {})
