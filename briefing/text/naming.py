"""What people call a plan, its lines, its groups and its constraints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.numbers import given, unit_in_words
from flessenhals.briefing.text.units import is_euro, known_unit
from flessenhals.briefing.text.words import WORDS, listed, say
from flessenhals.constraints.ceiling import Path, size
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.constraints import Rule
    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.constraints.constraint import Constraint
    from flessenhals.constraints.row import Row
    from flessenhals.constraints.rule import Scope
    from flessenhals.solver.plan.plan import Grouping, Line, Plan


WHOSE: tuple[Grouping, ...] = ("partner", "programme", "department")
NAMED = 4
ABBREVIATED = re.compile(r"(.+) \(([^()]{1,8})\)")
NAMED_LINES = 3
PAIR = 2


def heading(plan: Plan, said: str, language: Language) -> str:
    """A title: the plan, what is said of it, and the scenario if there is one, each on a line of its own."""
    lines = [text(plan.title, language, plan.id), said]
    if plan.scenario is not None:
        title = scenario_name(plan, plan.scenario, language)
        lines.append(say("reading", language, title=title))
    return "\n".join(lines)


def short_title(plan: Plan, language: Language) -> str:
    """What people call a plan in a few words: its title as far as its first colon."""
    title = text(plan.title, language, plan.id)
    return title.partition(": ")[0] or title


def scenario_name(plan: Plan, scenario: str, language: Language) -> str:
    """What people call a scenario, or several that a plan was read under in turn."""
    names = scenario.split("+")
    return " + ".join(text(plan.scenarios.get(name.strip()), language, name.strip()) for name in names)


def yearly(amount: Fraction, unit: str, language: Language) -> str:
    """An amount with its unit and period, as it was given and stands in a title: `€ 300 mln per jaar`."""
    known = known_unit(unit)
    return given(amount, unit, language) + (known.behind(language) if known else "")


def short_group_name(plan: Plan, grouping: Grouping, group: str | None, language: Language) -> str:
    """What people call a group, by its abbreviation where its name has one in brackets behind it."""
    name = group_name(plan, grouping, group, language)
    short = ABBREVIATED.fullmatch(name)
    return short[2] if short else name


def ceiling_name(ceiling: Ceiling, unit: str, language: Language) -> str:
    """A ceiling as it stands in a title: `€ 300 mln per jaar`, or the path and what it comes to over its years."""
    if not isinstance(ceiling, Path):
        return yearly(ceiling, unit, language)
    told = {"amount": given(size(ceiling), unit, language), "years": years_in_words(ceiling.years, language)}
    return say("path over years", language, name=ceiling.name or say("own total", language), **told)


def line_name(plan: Plan, line: Line, language: Language) -> str:
    """What people call a line, and of a line in one year which year; its id where the plan gives no name.

    Lines of one name are told apart by what stands in brackets behind it: the partner, programme or department of each
    where no two have the same, else the id.
    """
    name = _told_apart(plan, line, language)
    return name if line.year is None else say("in year", language, name=name, years=str(line.year))


def _told_apart(plan: Plan, line: Line, language: Language) -> str:
    name = text(line.name, language, line.line)
    alike = [each for each in plan.namesakes.get(line.id, ()) if text(each.name, language, each.line) == name]
    if len(alike) <= 1:
        return name
    for grouping in WHOSE:
        whose = [group_name(plan, grouping, group, language) for each in alike if (group := getattr(each, grouping))]
        if len(set(whose)) == len(alike):
            return f"{name} ({group_name(plan, grouping, getattr(line, grouping), language)})"
    return f"{name} ({line.line})"


def years_in_words(years: Iterable[int], language: Language) -> str:
    """Years as one says them, those that follow each other as a run: `2022, 2024 to 2026`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    told = []
    for run in runs:
        ends = {"first": str(run[0]), "last": str(run[-1])}
        told += [say("run of years", language, **ends)] if len(run) > PAIR else [str(year) for year in run]
    return listed(told, language)


def lines_name(plan: Plan, lines: Collection[Line], language: Language) -> str:
    """What people call these lines: their partners, programmes or departments where they are all of those."""
    ids = {line.id for line in lines}
    for grouping in GROUPINGS:
        groups = plan.grouped(grouping)
        whole = [group for group, its in groups.items() if group and ids >= {line.id for line in its}]
        covered = {line.id for group in whole for line in groups[group]}
        if len(ids) > 1 and covered == ids and len(whole) <= NAMED_LINES:
            return listed([group_name(plan, grouping, group, language) for group in whole], language)
    if len(lines) <= NAMED_LINES:
        return listed([line_name(plan, line, language) for line in lines], language)
    return say("some lines", language, count=len(lines))


def lines_without_years(plan: Plan, lines: Iterable[Line], language: Language) -> str:
    """What people call these lines of a plan with years, whichever of their years are meant."""
    wanted = {line.line for line in lines}
    chosen = [line for line in plan.lines if line.line in wanted]
    for grouping in GROUPINGS:
        groups = plan.grouped(grouping)
        whole = [group for group, its in groups.items() if group and wanted >= {line.line for line in its}]
        if (
            len(wanted) > 1
            and len(whole) <= NAMED_LINES
            and {line.line for group in whole for line in groups[group]} == wanted
        ):
            return listed([group_name(plan, grouping, group, language) for group in whole], language)
    names = list(dict.fromkeys(_told_apart(plan, line, language) for line in chosen))
    return listed(names, language) if len(names) <= NAMED_LINES else say("some lines", language, count=len(wanted))


def group_name(plan: Plan, grouping: Scope, group: str | None, language: Language) -> str:
    """What people call a programme, partner or department; its id where the plan gives no name.

    Args:
        plan: for its names.
        grouping: which of these it is; a line may be one too.
        group: the id; None for lines that name none.
        language: the reader's.
    """
    if grouping == "line":
        line = next((line for line in plan.lines if line.line == group), None)
        return str(group) if line is None else _told_apart(plan, line, language)
    names = {"programme": plan.programmes, "partner": plan.partners, "department": plan.departments}[grouping]
    return say("ungrouped", language) if group is None else text(names.get(group), language, group)


def constraint_name(plan: Plan, constraint: Constraint, language: Language) -> str:
    """What people call a constraint: the ceiling, a rule by its name, a line's bound by the line's name.

    A rule that holds per group is named with the group, and with its year: `"The OM follows" (Utrecht) in 2023`; one
    that asks something both ways with which of the two is meant: `"The OM follows" (at most)`.
    """
    if constraint.line is not None:
        return line_name(plan, plan.line_by_id[constraint.line], language)
    name = _timeless_name(plan, constraint, language)
    if constraint.year is not None and constraint.upstream not in {None, constraint.year}:
        told = {"year": str(constraint.year), "upstream": str(constraint.upstream)}
        return say("in year for", language, name=name, **told)
    return _in_years(name, [constraint], language)


def _timeless_name(plan: Plan, constraint: Constraint, language: Language) -> str:
    if constraint.rule is None:
        key = "the ceiling" if constraint.side is None else f"the ceiling, {constraint.side}"
        return say(key, language)
    groups = () if constraint.group is None else (constraint.group,)
    return _side_name(plan.rule_by_id[constraint.rule], plan, groups, constraint.side, language)


def _side_name(rule: Rule, plan: Plan, groups: Iterable[str | None], side: str | None, language: Language) -> str:
    """A rule by name; in brackets the groups in which it holds, and which of both ways where it asks something both."""
    named = [group_name(plan, rule.per, each, language) for each in groups] if rule.per else []
    told = cut_short(named, NAMED, language) + ([] if side is None else [say(f"side {side}", language)])
    name = rule_name(rule, language)
    return f"{name} ({', '.join(told)})" if told else name


def _in_years(name: str, constraints: Iterable[Constraint], language: Language) -> str:
    """A name with the years of these constraints behind it; of a chain rule before the first year its upstream's."""
    years = [each.upstream if each.year is None else each.year for each in constraints]
    told = years_in_words([year for year in years if year is not None], language)
    return say("in year", language, name=name, years=told) if told else name


def measured_in(plan: Plan, row: Row) -> str:
    """The unit of what a constraint asks and of its room: its own, or else money as the plan has it."""
    return row.unit or plan.unit


def name_in_unit(plan: Plan, row: Row, language: Language) -> str:
    """What people call a constraint, with its unit where that is not money: `"Recruits" (fte)`."""
    name = constraint_name(plan, row.id, language)
    return say("in unit", language, name=name, unit=row.unit) if row.unit else name


def kind_name(row: Row, language: Language) -> str:
    """What people call such a constraint: `Chain rule`, `Ceiling`; as the plan writes it where there is no word."""
    return say(row.kind, language) if row.kind in WORDS else row.kind


def rule_name(rule: Rule, language: Language) -> str:
    """What people call a rule, wherever it holds: `"The OM follows the police"`."""
    return say("rule", language, name=text(rule.name, language, rule.id))


def rule_names(plan: Plan, constraints: Iterable[Constraint], language: Language) -> list[str]:
    """The ceiling and rules by name, one for each; the groups that a rule per group speaks of stand behind it."""
    groups: dict[Constraint, list[Constraint]] = {}
    for each in constraints:
        whole = each._replace(year=None, upstream=None, group=None)
        groups.setdefault(whole, []).append(each)
    named = []
    for whole, found in groups.items():
        rule = plan.rule_by_id.get(whole.owner)
        if rule is None:
            name = _timeless_name(plan, whole, language)
        else:
            name = _side_name(rule, plan, dict.fromkeys(each.group for each in found), whole.side, language)
        named.append(_in_years(name, found, language))
    return named


def cut_short(names: list[str], most: int, language: Language) -> list[str]:
    """The first names, and how many there are more where they are many."""
    more = len(names) - most
    return [*names[:most], say("more lines", language, count=more)] if more > 1 else names


def constraint_names(plan: Plan, constraints: Iterable[Constraint], language: Language) -> str:
    """Constraints as one says them: the rules first, then the minimums and maximums, counted where they are many."""
    given = list(constraints)
    named = rule_names(plan, [each for each in given if not each.is_bound], language)
    for bound in ("minimum", "maximum"):
        found = [plan.line_by_id[each.line] for each in given if each.line is not None and each.side == bound]
        if found:
            key = f"{bound} of" if len(found) == 1 else f"{bound}s of"
            lines = _lines_in_years(plan, found, language)
            named.append(say(key, language, names=listed(cut_short(lines, NAMED, language), language)))
    return listed(named, language)


def _lines_in_years(plan: Plan, lines: Iterable[Line], language: Language) -> list[str]:
    """What people call these lines, with years each once and with those that are meant."""
    if plan.years is None:
        return [line_name(plan, line, language) for line in lines]
    dated: dict[str, list[Line]] = {}
    for line in lines:
        dated.setdefault(_told_apart(plan, line, language), []).append(line)
    return [
        say("in year", language, name=name, years=years_in_words([each.year for each in its if each.year], language))
        for name, its in dated.items()
    ]


def unit_over(plan: Plan) -> str:
    """What amounts of all years of a plan together are in: its unit, with years without `per year`."""
    return plan.unit if plan.years is None else plan.unit.partition(" per ")[0]


def euros(unit: str, language: Language) -> dict[str, str]:
    """What one of a plan's money is called in a sentence: a euro, or a unit where it is other money."""
    if is_euro(unit):
        return {"euro": say("euro", language), "such": say("such euros", language)}
    return {"euro": say("unit of money", language), "such": say("such units of money", language)}


def amounts_in(unit: str, language: Language) -> tuple[str, ...]:
    """The sentence below a table that says the unit of its amounts; none where a plan names no unit."""
    return (say("amounts in", language, unit=unit_in_words(unit, language)),) if unit else ()
