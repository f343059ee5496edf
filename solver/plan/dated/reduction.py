"""A plan with years as a plan of line-years, so that one program answers both: there and back.

Every line becomes a line for each year in which it runs, every rule a rule for each year in which it holds. A ceiling
stays a path (`constraints.ceiling.Path`). What is found about line-years is told by line and year (`Years.in_years`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.catalogue import Catalogue
from flessenhals.constraints.level import Level
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.rule import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flessenhals.constraints import Rule
    from flessenhals.solver.plan.dated.years import DatedLine, DatedRule, Years
    from flessenhals.solver.plan.line import Line

ZERO = Fraction(0)


def line_years(years: Years) -> Catalogue[Line]:
    """Every line in every year in which it runs, line by line."""
    return Catalogue(dated.in_year(year) for dated in years.lines for year in years.all if dated.runs(year))


def rule_years(years: Years, *, folded: bool = True) -> tuple[Rule, ...]:
    """Every rule in every year in which it holds, rule by rule.

    Args:
        years: with the rules as written.
        folded: whether the last year stands for every year after it; else what would come after it is left out.
    """
    return tuple(rule for dated in years.rules for rule in _in_years(dated, years, folded=folded))


def prolonged(years: Years, until: int) -> Years:
    """The plan as it goes on after its last year: every year after it is as the last.

    Args:
        years: as written.
        until: the last year of what comes back, no earlier than the plan's.
    """
    more = tuple(range(years.last + 1, until + 1))
    lines = tuple(_prolonged(each, until, more) if each.last == years.last else each for each in years.lines)
    rules = []
    for dated in years.rules:
        held = _held(dated.rule, years)
        together = isinstance(dated.rule, Level) and dated.rule.together
        on = () if together or years.last not in held else more
        rules.append(replace(dated, rule=replace(dated.rule, years=(*held, *on))))
    return replace(years, last=until, lines=lines, rules=tuple(rules))


def _prolonged(dated: DatedLine, until: int, more: Sequence[int]) -> DatedLine:
    """A line that runs on, kept or dropped in later years as in its last."""
    kept = dict.fromkeys(more, dated.kept[dated.last]) if dated.last in dated.kept else {}
    dropped = dated.dropped | set(more) if dated.last in dated.dropped else dated.dropped
    return replace(dated, last=until, kept={**dated.kept, **kept}, dropped=dropped)


def _in_years(dated: DatedRule, years: Years, *, folded: bool) -> Iterator[Rule]:
    rule = dated.rule
    if isinstance(rule, Proportional):
        yield from _chained(dated, rule, years, folded=folded)
    elif isinstance(rule, BuildUp):
        yield from _built_up(dated, rule, years)
    elif isinstance(rule, Level) and rule.together:
        yield replace(rule, when=When(None, together=rule.years or years.all))
    else:
        for year in _held(rule, years):
            figures = {name: dated.figure(name, year) for name in dated.series}
            yield replace(rule, when=When(year), **figures)


def _held(rule: Rule, years: Years) -> Sequence[int]:
    return years.all if rule.years is None else rule.years


def _chained(dated: DatedRule, rule: Proportional, years: Years, *, folded: bool) -> Iterator[Rule]:
    """A chain rule: upstream in a year asks downstream in the year `lag` later.

    What would come after the last year comes in the last, which stands for all after it; before the first year there is
    only what exists. Where the downstream comes first, the last year also asks of itself.
    """
    pairs: list[tuple[int | None, int]] = []
    for year in years.all:
        asked = year + rule.lag
        if folded or asked <= years.last:
            pairs.append((None if asked < years.first else min(asked, years.last), year))
    if rule.lag < 0 and folded:
        pairs.append((years.last, years.last))
    met = Counter(downstream for downstream, _ in pairs)
    held = _held(rule, years)
    for downstream, upstream in pairs:
        if (upstream if downstream is None else downstream) in held:
            figures = {name: dated.figure(name, upstream) for name in dated.series if name != "existing"}
            existing = dated.figure("existing", years.first if downstream is None else downstream)
            when = When(downstream, upstream, meets=downstream is not None and met[downstream] > 1)
            yield replace(rule, when=when, existing=existing, **figures)


def _built_up(dated: DatedRule, rule: BuildUp, years: Years) -> Iterator[Rule]:
    """A build-up: each year against the one before, the first against what it starts from."""
    asked = asked_in_last_year(dated, years)
    for year in _held(rule, years):
        yield replace(rule, asked=asked, when=When(year, year - 1 if year > years.first else None))


def asked_in_last_year(dated: DatedRule, years: Years) -> dict[str | None, Fraction]:
    """What each group of a build-up asks in the last year, None without groups, in the plan's unit."""
    rule = dated.rule
    if not isinstance(rule, BuildUp):
        return {}
    asks = {line.line.id: line.proposed(years.last) for line in years.lines}
    faces = Catalogue(line.line for line in years.lines)
    return {
        scope.group: sum((asks[line.id] for line in rule.of.select(members)), start=ZERO)
        for scope, members in rule.scopes(faces)
    }
