"""What makes a plan unfit to work with, before any solving."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.constraint import CEILING
from flessenhals.constraints.cycle import growing_cycle
from flessenhals.constraints.level import Level
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.rule import Share
from flessenhals.solver.plan.group_goal import GroupGoal
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.problem import Problem, shown
from flessenhals.solver.plan.soundness.lines import of_lines, of_weights
from flessenhals.solver.plan.tagged import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.constraints import Rule
    from flessenhals.constraints.rule import Scope
    from flessenhals.solver.plan.line import Line, StatedTotal

MOST_NAMED = 4
MOST_TOLD = 12
ADD = "add years: {first: ..., last: ...} to the plan, or leave it out"
SIDES = ("at_least", "at_most")
NAMES_OF_BOUNDS = ("minimum", "maximum")


def problems(
    lines: Sequence[Line], rules: Sequence[Rule], objective: Sequence[str | GroupGoal], totals: Sequence[StatedTotal]
) -> list[Problem]:
    """Everything about a plan that makes it unfit to work with; empty for a sound plan.

    Args:
        lines: its budget lines.
        rules: its chain rules and levels.
        objective: its stages, in order.
        totals: what its source says that lines add up to.
    """
    return [
        *of_ids(lines, rules),
        *of_lines(lines),
        *of_weights(lines, objective),
        *of_rules(lines, rules),
        *_of_years(rules),
        *of_cycles([rule for rule in rules if isinstance(rule, Proportional)], lines),
        *of_objective(objective, lines),
        *of_totals(lines, totals),
    ]


def of_ids(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Problem]:
    """That every id stands once, and none is the name of something else."""
    for place, ids in (("lines", [line.id for line in lines]), ("constraints", [rule.id for rule in rules])):
        for name, count in Counter(ids).items():
            if count > 1:
                yield Problem((place, name), told("stands {count} times", count=count), "give each an id of its own")
    if str(CEILING) in {rule.id for rule in rules}:
        yield Problem(("constraints", str(CEILING)), "is the name of the ceiling itself", "give the rule another id")


def of_rules(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[Problem]:
    """What is wrong with the rules: what they select, in which groups, and what they ask."""
    for rule in rules:
        path = ("constraints", rule.id, rule.kind)
        empty = [name for name, selector in rule.selectors() if not selector.select(lines)]
        for name in empty:
            yield Problem(
                (*path, *keys_of(name)),
                told("{name} selects no line", name=name),
                "name a line, partner, programme, department or tag of this plan",
            )
        if not empty:
            yield from _of_groups(rule, path, lines)
            yield from of_sides(rule, path, lines)


def _of_years(rules: Sequence[Rule]) -> Iterator[Problem]:
    """That nothing is asked of years where there are none."""
    for rule in rules:
        asked = {"lag": getattr(rule, "lag", 0), "together": getattr(rule, "together", False)}
        for name in (name for name, value in asked.items() if value):
            yield Problem(
                ("constraints", rule.id, rule.kind, name),
                told("{name} needs years, and the plan has none", name=name),
                ADD,
            )
        if isinstance(rule, BuildUp):
            yield Problem(("constraints", rule.id, rule.kind), "build_up needs years, and the plan has none", ADD)
        if rule.years is not None:
            yield Problem(("constraints", rule.id, "years"), "needs years, and the plan has none", ADD)


def of_cycles(chains: Sequence[Proportional], lines: Sequence[Line]) -> Iterator[Problem]:
    """That chain rules do not feed each other round and round and ask for more each time."""
    grown = growing_cycle(chains, lines)
    if grown:
        cycle, product = grown
        named = [str(each.scope) for each in cycle]
        names = " -> ".join([*named, named[0]])
        asked = f"{' x '.join(shown(each.ratio) for each in cycle)} = {shown(product)}"
        if len(cycle) > MOST_TOLD:
            first = " -> ".join(named[:MOST_TOLD])
            names = told("{first} -> {count} more -> {last}", first=first, count=len(cycle) - MOST_TOLD, last=named[0])
            asked = told("more than 1")
        yield Problem(
            ("constraints", cycle[0].rule.id, cycle[0].rule.kind),
            told(
                "the chain rules {names} feed each other: one euro asks for {asked} of itself", names=names, asked=asked
            ),
            "lower the ratios until their product is at most 1, or take one rule out",
        )


def _of_groups(rule: Rule, path: tuple[str, ...], lines: Sequence[Line]) -> Iterator[Problem]:
    """A rule for every group says something of each line that it selects, and both its sides are there."""
    if rule.per is None:
        return
    if rule.per == "line" and isinstance(rule, Proportional):
        yield Problem(
            (*path[:2], "per"), "per: line is for a level or a build_up", "write per: partner, programme or department"
        )
        return
    shares = isinstance(rule, Level) and any(isinstance(getattr(rule, side, None), Share) for side in SIDES)
    if rule.per == "line" and shares:
        yield Problem((*path[:2], "per"), "a share of a line by itself says nothing", "write an amount")
    loose = {line.id for _, selector in rule.selectors() for line in selector.select(lines) if not _in(line, rule.per)}
    if loose:
        yield Problem(
            (*path[:2], "per"),
            told(
                "{lines} names no {per}" if len(loose) == 1 else "{lines} name no {per}",
                lines=_listed(sorted(loose)),
                per=rule.per,
            ),
            told("give each line that the rule selects a {per}, or select fewer lines", per=rule.per),
        )
    halves: dict[str, list[str]] = {}
    halved = rule.selectors() if rule.part_by_part else []
    for scope, members in rule.scopes(lines):
        group = str(scope.group)
        if group in NAMES_OF_BOUNDS:
            yield Problem(
                (*path[:2], "per"),
                told("{per} {group} is the name of a bound", per=rule.per, group=group),
                "give it another id",
            )
        for name, selector in halved:
            if not selector.select(members):
                halves.setdefault(name, []).append(group)
    for name, groups in halves.items():
        yield Problem(
            (*path, name),
            told(
                "{name} selects no line in {per} {groups}, where the rule selects others",
                name=name,
                per=rule.per,
                groups=_listed(groups),
            ),
            "give it such a line, or leave its other lines out of the selection",
        )


def _in(line: Line, grouping: Scope) -> bool:
    return getattr(line, grouping) is not None


def _listed(names: Sequence[str]) -> str:
    shown, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return told("{names} and {count} more", names=shown, count=more) if more > 0 else shown


def of_sides(rule: Rule, path: tuple[str, ...], lines: Sequence[Line]) -> Iterator[Problem]:
    """That a rule asks something, and no more at least than at most."""
    low, high = getattr(rule, "at_least", None), getattr(rule, "at_most", None)
    if low is None and high is None and rule.selectors():
        yield Problem(path, "asks nothing", "give it at_least, at_most or both")
    if low is not None and high is not None and type(low) is type(high) and _size(low) > _size(high):
        yield Problem(
            (*path, "at_least"),
            told("at_least {low} is above at_most {high}", low=shown(low), high=shown(high)),
            told("write {high} or less", high=shown(high)) if _size(high) or isinstance(rule, BuildUp) else "write 0",
        )
    if isinstance(rule, Proportional) and any(
        rule.upstream.select(members) == rule.downstream.select(members) for _, members in rule.scopes(lines)
    ):
        yield Problem(
            (*path, "downstream"),
            "downstream is the same as upstream",
            "name the lines that the work arrives at",
        )


def of_objective(objective: Sequence[str | GroupGoal], lines: Sequence[Line] = ()) -> Iterator[Problem]:
    """That there is a stage, none twice, and that a stage of some lines speaks of any."""
    if lines and any(isinstance(it, GroupGoal) and it.of is not None and not it.of.select(lines) for it in objective):
        yield Problem(("objective",), "a stage selects no line", "name lines of this plan")
    if not objective:
        yield Problem(("objective",), "there is no stage", "write [value, coverage]")
    if len(set(objective)) < len(objective):
        yield Problem(("objective",), "a stage stands twice", "name each stage once")


def of_totals(lines: Sequence[Line], totals: Sequence[StatedTotal]) -> Iterator[Problem]:
    """That lines add up to what the source says."""
    for index, total in enumerate(totals):
        path = ("totals", str(index))
        selected = total.of.select(lines)
        found = sum((line.proposed for line in selected), start=Fraction(0))
        if not selected:
            yield Problem((*path, "of"), "of selects no line", "name lines of this plan")
        elif total.printed_to is not None:
            yield from _printed(path, total.proposed, total.printed_to)
        elif found != total.proposed:
            by = shown(abs(found - total.proposed))
            off = told("{by} more", by=by) if found < total.proposed else told("{by} less", by=by)
            yield Problem(
                (*path, "proposed"),
                told(
                    "stated total {proposed} is {off} than its lines, which add up to {found}",
                    proposed=shown(total.proposed),
                    off=off,
                    found=shown(found),
                ),
                told(
                    "write {found}, mend the lines, or say by printed_to what the source rounds to", found=shown(found)
                ),
            )


def _printed(path: tuple[str, ...], proposed: Fraction, step: Fraction) -> Iterator[Problem]:
    if step <= 0:
        yield Problem(
            (*path, "printed_to"), told("printed_to {step} is no step", step=shown(step)), "write a step such as 0.1"
        )
    elif (proposed / step).denominator != 1:
        yield Problem(
            (*path, "printed_to"),
            told("total {proposed} is not printed to {step}", proposed=shown(proposed), step=shown(step)),
            "write the step that the source rounds this total to, or leave printed_to out where it is exact",
        )


def _size(level: Fraction | Share) -> Fraction:
    return level.fraction if isinstance(level, Share) else level
