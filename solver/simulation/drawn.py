"""One draw as a plan of its own, exactly."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from flessenhals.constraints.catalogue import catalogue
from flessenhals.constraints.proportional import Proportional
from flessenhals.solver.plan.dated.asked import asking_anew
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.program.errors import SimulationError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction
    from typing import Any

    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.line import Line
    from flessenhals.solver.plan.plan import Uncertain

BOUNDS = ("minimum", "maximum")
LINE_FIELDS = ("proposed", *BOUNDS, "weight")


class DrawnPlan(Plan):
    """A plan as a draw makes it: it is solved as it falls, without the checks on what people write.

    A minimum that is drawn above its maximum is no mistake in a plan but a draw in which nothing fits.
    """

    def __post_init__(self) -> None:
        """Leave out the checks of a plan: a draw that contradicts itself is one in which nothing fits."""


def drawn(plan: Plan, values: Sequence[Fraction]) -> Plan:
    """The plan with its uncertain inputs at these values.

    They are filled in in the plan's order, each on what those before it left. A factor multiplies the field of every
    selected line. A maximum that the plan does not give is the proposed amount, and follows it; multiplied itself, it
    becomes a maximum of its own. A bound that the plan gives as a share of the proposal follows it too, until an amount
    is drawn in its place; one that it gives as an amount stays while the proposal moves. With years a factor or a value
    holds in each of them, and a path that ends in a year in that one.

    Args:
        plan: with its uncertain inputs.
        values: one per input, in the input's own unit.

    Raises:
        SimulationError: if the plan has no such input.
    """
    lines = {line.id: line for line in plan.lines}
    rules = list(plan.constraints)
    for each, value in zip(plan.uncertain, values, strict=True):
        if each.path is None:
            for line in affected(plan, each):
                lines[line.id] = scaled(lines[line.id], each.field or "", value)
            continue
        section, name, _ = each.place
        rest, year = inside(plan, each)
        meant = lines_of(plan, each)
        places = [place for place, rule in enumerate(rules) if rule.id == name and year in {None, year_of(rule, rest)}]
        if section == "lines" and meant and len(rest) == 1 and rest[0] in LINE_FIELDS:
            for line in meant:
                lines[line.id] = _with(lines[line.id], rest[0], value)
        elif section == "constraints" and places:
            for place in places:
                rules[place] = with_number(rules[place], rest, value)
        else:
            raise SimulationError(told("{path} is not the path of a number of this plan", path=each.path))
    kept: dict[str, Any] = {field.name: getattr(plan, field.name) for field in fields(plan)}
    asking = asking_anew(plan, rules, lines.values())
    kept |= {"lines": catalogue(lines.values()), "constraints": asking, "totals": ()}
    return DrawnPlan(**kept)


def inside(plan: Plan, each: Uncertain) -> tuple[tuple[str, ...], int | None]:
    """What of a line or rule a path leads to; with years also the year, None for each of them."""
    *_, rest = each.place
    if plan.years is not None and len(rest) > 1 and rest[-1].isdecimal() and int(rest[-1]) in plan.years.all:
        return rest[:-1], int(rest[-1])
    return rest, None


def lines_of(plan: Plan, each: Uncertain) -> list[Line]:
    """The line that a path leads to; with years the line in the year that it names, or in each."""
    section, name, _ = each.place
    _, year = inside(plan, each)
    return [line for line in plan.lines if section == "lines" and line.line == name and year in {None, line.year}]


def year_of(rule: Rule, path: Sequence[str]) -> int | None:
    """Whose figure a rule in one year has at a path: of a ratio the upstream's, of anything else the rule's own."""
    if rule.when is None:
        return None
    ratio = isinstance(rule, Proportional) and path[-1] != "existing"
    return rule.when.asked if ratio else rule.when.year


def affected(plan: Plan, each: Uncertain) -> list[Line]:
    """The lines whose field a factor multiplies.

    Raises:
        SimulationError: if it is no field of a line, or no line is selected.
    """
    chosen = [] if each.of is None else each.of.select(plan.lines)
    if each.field not in LINE_FIELDS or not chosen:
        raise SimulationError(told("a factor on {field} selects no number of this plan", field=each.field))
    return chosen


def scaled(line: Line, field: str, factor: Fraction) -> Line:
    """A line with one field multiplied."""
    amount: Fraction = line.upper if field == "maximum" else getattr(line, field)
    share = getattr(line, share_of(field), None)
    kept: dict[str, Any] = {} if share is None else {share_of(field): share * factor}
    return replace(_with(line, field, amount * factor), **kept)


def with_number(rule: Rule, path: Sequence[str], value: Fraction) -> Rule:
    """A rule with one of its numbers replaced; a level that is a share stays one.

    Raises:
        SimulationError: if the rule has no such number.
    """
    kind, *inside = path or [""]
    if kind != rule.kind or rule.number(inside) is None:
        raise SimulationError(told("{path} is not the path of a number of {id}", path=".".join(path), id=rule.id))
    return rule.with_number(inside, value)


def share_of(bound: str) -> str:
    """The field of a line that says what share of its proposal a bound is."""
    return f"{bound}_share"


def _with(line: Line, field: str, amount: Fraction) -> Line:
    """A line with another amount in a field; bounds that are shares of the proposal follow it."""
    changed: dict[str, Any] = {field: amount}
    for bound in BOUNDS:
        share: Fraction | None = getattr(line, share_of(bound))
        if field == "proposed" and share is not None:
            changed[bound] = share * amount
        elif field == bound:
            changed[share_of(bound)] = None
    return replace(line, **changed)
