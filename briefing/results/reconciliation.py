"""A plan held against itself, as tables and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.allocation import LISTED
from flessenhals.briefing.results.cofunded import others_pay
from flessenhals.briefing.results.infeasible.reason import reason
from flessenhals.briefing.results.rules import selection_name
from flessenhals.briefing.text.naming import (
    cut_short,
    group_name,
    heading,
    line_name,
    measured_in,
    rule_name,
    rule_names,
    scenario_name,
)
from flessenhals.briefing.text.numbers import at_least, decimals_for, enough, money, places_of, share
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.told import Told, tell
from flessenhals.briefing.text.units import known_unit
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.constraint import Constraint
from flessenhals.solver.claims.fit import LowestCeiling, LowestShare, NothingFits
from flessenhals.solver.claims.plan import (
    AddsUpTo,
    CanNeverBind,
    CannotBePrinted,
    GroupAsks,
    NeverFits,
    NoFewerContradict,
)
from flessenhals.solver.claims.proposal import Breaks
from flessenhals.solver.claims.whole.units import CanBeGiven
from flessenhals.solver.comparison.reconciliation.over_years import ASKED
from flessenhals.solver.comparison.reconciliation.reconciliation import MOST_TOGETHER
from flessenhals.solver.plan.group_goal import GroupGoal, groups_by
from flessenhals.solver.plan.plan import GROUPINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.reconciliation.over_years import OverYears
    from flessenhals.solver.comparison.reconciliation.reconciliation import Reconciliation
    from flessenhals.solver.plan.plan import Grouping, Plan

MANY = 40


def reconciliation_tables(found: Reconciliation, language: Language) -> list[Table]:
    """What the plan adds up to per programme, partner and department, and what is odd about it."""
    plan = found.plan
    summary = Table(
        heading(plan, say("check", language), language),
        (),
        (),
        language,
        notes=tuple(_sums(found, language)),
    )
    findings = Table(say("findings", language), (), (), language, notes=tuple(_findings(found, language)))
    return [
        summary,
        *(_totals(found, grouping, language) for grouping in GROUPINGS if _is_named(found, grouping)),
        findings,
    ]


def _is_named(found: Reconciliation, grouping: Grouping) -> bool:
    return any(total.id is not None for total in found.totals[grouping])


def _totals(found: Reconciliation, grouping: Grouping, language: Language) -> Table:
    plan = found.plan
    totals = found.totals[grouping]
    rows = [
        Row((group_name(plan, grouping, each.id, language), each.lines, each.proposed, each.minimum)) for each in totals
    ]
    minimum = sum((each.minimum for each in totals), start=Fraction(0))
    rows.append(Row((say("total", language), found.lines, plan.proposed, minimum), "total"))
    return Table(
        title=say(f"by {grouping}", language),
        columns=(
            Column(say(grouping, language), "text"),
            Column(say("lines", language), "count"),
            Column(say("proposed", language), "amount"),
            Column(say("minimum", language), "amount"),
        ),
        rows=tuple(rows),
        language=language,
        decimals=decimals_for(plan.proposed),
        claims=tuple(GroupAsks(grouping, each.id, each.lines, each.proposed, each.minimum) for each in totals),
    )


def _sums(found: Reconciliation, language: Language) -> Iterable[str]:
    plan = found.plan
    minimum = sum((line.minimum for line in plan.lines), start=Fraction(0))
    over = {} if plan.years is None else {"years": len(plan.years.all)}
    yield tell(
        "check sums over years" if over else "check sums",
        language,
        [AddsUpTo(found.lines, plan.proposed, minimum)],
        **over,
        lines=found.lines,
        proposed=money(plan.proposed, plan.unit, language, most=places_of(plan.proposed)),
        minimum=money(minimum, plan.unit, language, most=places_of(minimum)),
    )
    yield from others_pay(plan, {line.id: line.proposed for line in plan.lines}, "others would pay", language)
    exact = [total for total in plan.totals if total.printed_to is None]
    if exact:
        yield say("check totals", language, count=len(exact))
    if len(exact) < len(plan.totals):
        yield say("check printed", language, count=len(plan.totals) - len(exact))
    lowest = found.lowest_feasible_ceiling
    if lowest is None:
        yield tell("no ceiling", language, [NothingFits(None)])
    elif found.years is not None:
        yield from _shares(found.years, language)
    else:
        said = at_least(lowest, plan.unit, language)
        yield tell("check lowest", language, [LowestCeiling(lowest)], lowest=said)
    if plan.scenarios:
        yield say("check scenarios", language, names=", ".join(plan.scenarios))


def _names(found: Reconciliation, language: Language) -> dict[str, str]:
    """What people call each line by its id; with years also each in its years together."""
    plan = found.plan
    whole = {line.line: group_name(plan, "line", line.line, language) for line in plan.lines if line.year is not None}
    return whole | {line.id: line_name(plan, line, language) for line in plan.lines}


def _shares(years: OverYears, language: Language) -> Iterable[str]:
    """How much of each path is needed for a split to exist."""
    for name, least in years.shares.items():
        path = years.paths[name]
        told_name = say("all that is asked", language) if name == ASKED else name
        if least is None:
            yield tell("no share", language, [NothingFits(path.scaled(Fraction(1000)))], name=told_name)
        else:
            said = share(enough(least, up=True, decimals=3), language)
            yield tell("check share", language, [LowestShare(path, least)], name=told_name, share=said)


def _over_years(found: Reconciliation, years: OverYears, language: Language) -> Iterable[str]:
    """Where the plan is too short, and figures that no year takes."""
    plan = found.plan
    for name, rules in years.too_short.items():
        names = listed([rule_name(plan.rule_by_id[rule], language) for rule in rules], language)
        told_name = say("all that is asked", language) if name == ASKED else name
        last = str(plan.years.last if plan.years else "")
        yield say("too short", language, path=told_name, names=names, year=last)
    if years.without_effect:
        yield say(
            "figures without effect", language, paths=", ".join(cut_short(list(years.without_effect), MANY, language))
        )


def _findings(found: Reconciliation, language: Language) -> Iterable[str]:
    plan = found.plan
    names = _names(found, language)
    notes: list[str] = []
    asked = tuple((line.id, line.proposed) for line in plan.lines)
    breaks = Breaks(None, asked, tuple((each.row, each.shortfall) for each in found.broken))
    broken = {each.row.id: each for each in found.broken}
    for ids in _by_rule(broken):
        off = sum((broken[each].shortfall for each in ids), start=Fraction(0))
        (name,) = rule_names(plan, ids, language)
        key = ("short" if broken[ids[0]].row.sense == ">=" else "over") + ("" if len(ids) == 1 else " together")
        notes.append(
            tell(
                f"broken {key}",
                language,
                [breaks],
                name=name,
                amount=money(off, measured_in(plan, broken[ids[0]].row), language),
            )
        )
    notes += _printed(found, language)
    notes += [] if found.years is None else _over_years(found, found.years, language)
    if found.exact.slow:
        size = {"rows": found.exact.rows, "digits": found.exact.digits, "count": found.exact.findings}
        notes.append(say(f"exact {found.exact.slow}", language, **size))
    if found.idle is None:
        notes.append(say("idle not asked", language, most=MOST_TOGETHER))
    idle = {row.id: row for row in found.idle or ()}
    for ids in _by_rule(idle):
        (name,) = rule_names(plan, ids, language)
        notes.append(tell("idle", language, [CanNeverBind(idle[each]) for each in ids], name=name))
    notes += [
        say(
            "shared",
            language,
            name=rule_name(plan.rule_by_id[rule], language),
            lines=", ".join(cut_short([names[line] for line in lines], LISTED, language)),
        )
        for rule, lines in found.shared
    ]
    notes += _odd_lines(found, language)
    for refused in found.never_fit:
        title = scenario_name(plan, refused.plan.scenario or "", language)
        never = tell("scenario never fits", language, [NeverFits(refused.plan)], title=title)
        first, *others = reason(refused, language)
        notes += [Told(each, never.claims) for each in (f"{never} {first}", *others)]
    for odd in found.units:
        line = plan.line_by_id[odd.line]
        amounts = {
            name: money(amount, plan.unit, language)
            for name, amount in (
                ("asked", line.proposed),
                ("most", line.upper),
                ("minimum", line.minimum),
                ("least", line.lower),
            )
        }
        claim = CanBeGiven(line.id, line.lower, line.upper)
        notes.append(tell(f"units: {odd.odd}", language, [claim], name=names[odd.line], **amounts))
    for key, lines in (("unsourced", found.unsourced), ("asking nothing", found.asking_nothing)):
        if lines:
            shown = cut_short([names[line] for line in lines], MANY, language)
            notes.append(say(key, language, lines=", ".join(shown)))
    return notes or [say("nothing odd", language)]


def _printed(found: Reconciliation, language: Language) -> Iterable[str]:
    """What is said of printed totals and lines that cannot be the rounding of any amounts."""
    if found.printed is None:
        return
    plan, figures = found.plan, found.printed.figures
    lines = plan.line_by_id if plan.years is None else {dated.line.id: dated.line for dated in plan.years.lines}
    named = []
    for each in figures:
        amount = money(each.printed, plan.unit, language)
        if each.total is None:
            (line,) = each.lines
            named.append(say("printed line", language, amount=amount, name=line_name(plan, lines[line], language)))
        else:
            of = selection_name(plan, plan.totals[each.total].of, language)
            named.append(say("printed total", language, amount=amount, lines=of))
    told = tell("cannot be printed", language, [CannotBePrinted(figures)], figures="; ".join(named))
    if not found.printed.fewest:
        yield told
        return
    fewest = tell("no fewer contradict", language, [NoFewerContradict(len(figures))])
    yield Told(f"{told} {fewest}", (*told.claims, *fewest.claims))


def _odd_lines(found: Reconciliation, language: Language) -> Iterable[str]:
    """What is said of names, totals among the lines, amounts out of range and a unit that is not known."""
    plan = found.plan
    names = _names(found, language)
    for name, ids in found.names_twice[:MANY]:
        yield say("name twice", language, name=name, lines=", ".join(cut_short(list(ids), LISTED, language)))
    for each in found.totals_among:
        yield say(f"total of {each.of}", language, name=names[each.line], id=each.line)
    if found.out_of_range:
        lines = cut_short([names[line] for line in found.out_of_range], LISTED, language)
        yield say("out of range", language, lines=", ".join(lines))
    if plan.unit and known_unit(plan.unit) is None:
        yield say("unit unknown", language, unit=plan.unit)
    yield from _groups(plan, language)


def _groups(plan: Plan, language: Language) -> Iterable[str]:
    """Where a stage over groups has but one of them, or one of the lines that name none."""
    for goal in plan.objective:
        if isinstance(goal, GroupGoal) and goal.by is not None:
            groups = groups_by(plan.lines, goal.by)
            nameless = groups.pop("", [])
            key = "groups none" if not groups else "groups one" if len(groups) == 1 and not nameless else ""
            if key or nameless:
                stage = say(f"effect even {goal.by}", language)
                yield say(key or "groups and the rest", language, stage=stage, count=len(nameless))


def _by_rule(rows: Iterable[Constraint]) -> list[list[Constraint]]:
    """Rows of rules, those of one rule per group together."""
    found: dict[Constraint, list[Constraint]] = {}
    for each in rows:
        found.setdefault(each if each.group is None else Constraint("rule", each.owner), []).append(each)
    return list(found.values())
