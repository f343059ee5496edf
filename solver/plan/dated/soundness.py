"""What makes a plan with years unfit to work with: what holds for every plan, year by year, and what years add."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.catalogue import Catalogue
from flessenhals.constraints.level import Level
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.rule import Share
from flessenhals.solver.plan.dated.reduction import asked_in_last_year, line_years, rule_years
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.problem import Problem, shown
from flessenhals.solver.plan.soundness.lines import of_line, of_weights
from flessenhals.solver.plan.soundness.soundness import of_cycles, of_ids, of_objective, of_rules, of_sides, of_totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.solver.plan.dated.years import DatedLine, DatedRule, Years
    from flessenhals.solver.plan.group_goal import GroupGoal
    from flessenhals.solver.plan.line import Line, StatedTotal

ZERO = Fraction(0)


def dated_problems(years: Years, objective: Sequence[str | GroupGoal], totals: Sequence[StatedTotal]) -> list[Problem]:
    """Everything about a plan with years that makes it unfit to work with; empty for a sound plan.

    Args:
        years: its years, lines and rules as written.
        objective: its stages, in order.
        totals: what its source says that lines add up to, in the last year.
    """
    faces = Catalogue(dated.line for dated in years.lines)
    by_year = {(dated.rule.id, dated.rule.kind, "at_least") for dated in years.rules if dated.series}
    rules = [dated.rule for dated in years.rules]
    found = [
        *of_ids(faces, rules),
        *_of_shared_ids(faces, years),
        *(problem for dated in years.lines for problem in dated_line_problems(dated, years)),
        *of_weights(line_years(years), objective),
        *(it for it in of_rules(faces, rules) if it.path[1:] not in by_year),
        *(problem for dated in years.rules for problem in _of_rule(dated, years, faces)),
        *of_objective(objective),
        *of_totals(faces, totals),
    ]
    if not found:
        chains = [rule for rule in rule_years(years) if isinstance(rule, Proportional)]
        found += of_cycles(chains, line_years(years))
    return list(dict.fromkeys(found))


def dated_line_problems(dated: DatedLine, years: Years) -> Iterator[Problem]:
    """What is wrong with one line by itself, in the first year in which it is."""
    seen: set[str] = set()
    for year in years.all:
        if not dated.runs(year):
            continue
        for problem in of_line(dated.in_year(year)):
            field = problem.path[2]
            if field not in seen:
                seen.add(field)
                path = ("lines", dated.line.id, field, str(year))
                yield problem._replace(path=path, wrong=told("{wrong} in {year}", wrong=problem.wrong, year=year))


def _of_shared_ids(lines: Sequence[Line], years: Years) -> Iterator[Problem]:
    names = {line.id for line in lines}
    for dated in years.rules:
        if dated.rule.id in names:
            yield Problem(
                ("constraints", dated.rule.id, "id"),
                told("{id} is the id of a line too, and with years both have constraints @YEAR", id=dated.rule.id),
                "give the rule another id",
            )


def _of_rule(dated: DatedRule, years: Years, faces: Sequence[Line]) -> Iterator[Problem]:
    rule = dated.rule
    path = ("constraints", rule.id, rule.kind)
    for year in years.all if {"at_least", "at_most"} & dated.series.keys() else ():
        figures = {name: dated.figure(name, year) for name in dated.series}
        found = [each for each in of_sides(replace(rule, **figures), path, faces) if each.path[-1] == "at_least"]
        if found:
            yield found[0]._replace(wrong=told("{wrong} in {year}", wrong=found[0].wrong, year=year))
            break
    if isinstance(rule, Level):
        yield from _of_level(rule, path)
    if isinstance(rule, BuildUp) and rule.of.select(faces):
        yield from _of_build_up(dated, rule, years, path)


def _of_level(rule: Level, path: tuple[str, ...]) -> Iterator[Problem]:
    for name in ("at_least", "at_most"):
        if rule.together and isinstance(getattr(rule, name), Share):
            yield Problem(
                (*path, name), told("{name} of a level over years together is a share", name=name), "write an amount"
            )


def _of_build_up(dated: DatedRule, rule: BuildUp, years: Years, path: tuple[str, ...]) -> Iterator[Problem]:
    asked = asked_in_last_year(dated, years)
    rule = replace(rule, asked=asked)
    shares = [name for name in ("at_most", "at_least", "start") if isinstance(getattr(rule, name), Share)]
    nothing = [group for group, amount in asked.items() if not amount]
    if shares and nothing:
        of = told(" of {groups}", groups=", ".join(group for group in nothing if group is not None)) if rule.per else ""
        yield Problem(
            (*path, shares[0]),
            told(
                "{name} is a share of what is asked in {last}{of}, which is 0",
                name=shares[0],
                last=years.last,
                of=of,
            ),
            "write an amount",
        )
        return
    if rule.years is not None and years.first not in rule.years:
        return  # what it starts from is never asked
    for scope, members in rule.scopes(Catalogue(line.line for line in years.lines)):
        start = rule.amount(rule.start, scope.group)
        rise = None if rule.at_most is None else rule.amount(rule.at_most, scope.group)
        fall = None if rule.at_least is None else rule.amount(rule.at_least, scope.group)
        chosen = {line.id for line in rule.of.select(members)}
        running = [each for each in years.lines if each.line.id in chosen and each.runs(years.first)]
        if rule.per == "line" and not running:
            continue
        most = sum((each.in_year(years.first).upper for each in running), start=ZERO)
        whose = "" if scope.group is None else told(" of {groups}", groups=scope.group)
        if start == 0 and rise == 0:
            yield Problem(
                (*path, "at_most"),
                told("at_most 0 from a start of 0 leaves nothing{whose}, ever", whose=whose),
                "raise at_most or start",
            )
        elif fall is not None and start + fall > most:
            yield Problem(
                (*path, "start"),
                told(
                    "start {start}{whose} is above what {first} can have at most, {most}, and at_least does not let "
                    "it fall so far",
                    start=shown(start),
                    whose=whose,
                    first=years.first,
                    most=shown(most),
                ),
                told("write {most} or less, or a lower at_least", most=shown(max(ZERO, most - fall))),
            )
