"""Why the answer changed, in words and tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.results.comparison.causes import cause_name, short_name
from flessenhals.briefing.text.naming import NAMED, amounts_in, cut_short, group_name, heading, line_name, unit_over
from flessenhals.briefing.text.numbers import amount, change, coverages, decimals_for, money
from flessenhals.briefing.text.table import Column, Row, Table
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.constraint import whole_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.difference.causes import Cause
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.plan import Grouping, Line

ZERO, HUNDRED = Fraction(0), 100


def difference_tables(found: Difference, language: Language, by: Grouping | None = None) -> list[Table]:
    """What the difference comes to and what each change does to it, and then what each line gets more or less."""
    plan = found.after.plan
    title = heading(plan, say("what changed", language), language)
    told = tuple(_told(found, language))
    if not found.causes:
        return [Table(title, (), (), language, notes=told)]
    rows = [_cause(found, cause, language) for cause in found.causes]
    if len(rows) > 1:
        whole = (found.total, _points(found.lowest_coverage, language))
        sort = [""] if found.categories else []
        rows.append(Row((say("whole difference", language), *sort, *whole), "total"))
    tagged = bool(found.categories)
    causes = Table(
        title=title,
        columns=(
            Column(say("change of", language), "text"),
            *([Column(say("category", language), "text")] if tagged else []),
            Column(say("effect on total", language), "change"),
            Column(say("effect on coverage", language), "figure"),
        ),
        rows=tuple(rows),
        language=language,
        decimals=decimals_for(plan.proposed),
        notes=(*told, *amounts_in(unit_over(plan), language)),
    )
    years = [] if plan.years is None else [_years(found, plan.years, language)]
    return [causes, *([_categories(found, language)] if tagged else []), *years, _lines(found, language, by)]


def headline(found: Difference, language: Language) -> Iterator[str]:
    """What happened to the total and to the lowest coverage, in a sentence each."""
    unit = found.after.plan.unit
    before, after = money(found.before.total, unit, language), money(found.after.total, unit, language)
    key = "more" if found.total > 0 else "less" if found.total < 0 else "none"
    by = money(abs(found.total), unit, language)
    yield say(f"difference {key}", language, before=before, after=after, by=by)
    old, new = found.before.lowest_coverage, found.after.lowest_coverage
    if old is not None and new is not None:
        before, after, _ = coverages(old, new, language)
        yield say(
            "difference coverage none" if old == new else "difference coverage", language, before=before, after=after
        )


def _told(found: Difference, language: Language) -> Iterator[str]:
    unit = found.after.plan.unit
    if not found.causes:
        yield say("difference nothing", language)
    yield from headline(found, language)
    if len(found.causes) > 1:
        largest = max(found.causes, key=lambda cause: abs(cause.total))
        if largest.total:
            by = money(abs(largest.total), unit, language)
            sign = "−" if largest.total < 0 else "+"
            name = short_name(found, largest, language)
            yield say("difference largest", language, name=name, by=f"{sign}{by}")
    if found.together:
        yield say("difference together", language, count=sum(len(cause.changes) for cause in found.causes))
    if found.method == "shapley" and found.causes:
        alone = len(found.causes) == 1
        yield say("difference alone" if alone else "difference shapley", language, count=len(found.causes))
    if found.method == "order":
        yield from _why_in_order(found, language)


def _why_in_order(found: Difference, language: Language) -> Iterator[str]:
    if found.too_slow:
        yield say("difference slow", language)
    names = {id_: cause_name(found, cause, language) for cause in found.causes for id_ in cause.id.split(" + ")}
    for ids in found.unfit[:1]:
        named = [f"«{names.get(id_, id_)}»" for id_ in ids]
        key = "difference unfit" if named else "difference unfit none"
        yield say(key, language, names=listed(cut_short(named, NAMED, language), language))
    yield say("difference order", language)


def _cause(found: Difference, cause: Cause, language: Language) -> Row:
    sort = [say(f"category {cause.category}", language)] if found.categories else []
    return Row((cause_name(found, cause, language), *sort, cause.total, _points(cause.lowest_coverage, language)))


def _categories(found: Difference, language: Language) -> Table:
    """What all changes of each category did together."""
    rows = [
        Row((say(f"category {each.category}", language), each.total, _points(each.lowest_coverage, language)))
        for each in found.categories
    ]
    whole = (say("whole difference", language), found.total, _points(found.lowest_coverage, language))
    return Table(
        title=say("difference by category", language),
        columns=(
            Column(say("category", language), "text"),
            Column(say("effect on total", language), "change"),
            Column(say("effect on coverage", language), "figure"),
        ),
        rows=(*rows, Row(whole, "total")),
        language=language,
        decimals=decimals_for(found.after.plan.proposed),
    )


def _years(found: Difference, years: Years, language: Language) -> Table:
    """What each change does to what is given in each year."""
    rows = [(cause_name(found, cause, language), found.by_year(cause.lines)) for cause in found.causes]
    whole = found.by_year(found.lines)
    moved = {year: sum((abs(each[str(year)]) for _, each in rows), start=ZERO) for year in years.all}
    shown = [year for year in years.all if moved[year] or year in (years.columns or years.all)]
    named = [Row((name, *(each[str(year)] for year in shown))) for name, each in rows]
    total = Row((say("whole difference", language), *(whole[str(year)] for year in shown)), "total")
    return Table(
        title=say("difference by year", language),
        columns=(Column(say("change of", language), "text"), *(Column(str(year), "change") for year in shown)),
        rows=(*named, *([total] if len(named) > 1 else [])),
        language=language,
        decimals=decimals_for(found.after.plan.proposed),
    )


def _points(part: Fraction | None, language: Language) -> str:
    return "" if part is None else change(HUNDRED * part, language, decimals=decimals_for(HUNDRED * abs(part)))


def _name(found: Difference, line: Line, language: Language) -> str:
    if line.year is None:
        return line_name(found.after.plan, line, language)
    plan = found.after.plan if line.id in found.after.plan.line_by_id else found.before.plan
    return group_name(plan, "line", line.line, language)


def _whole(amounts: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Amounts by line, with years of all of them together."""
    found: dict[str, Fraction] = {}
    for line, given in amounts.items():
        found[whole_line(line)] = found.get(whole_line(line), ZERO) + given
    return found


def _lines(found: Difference, language: Language, by: Grouping | None) -> Table:
    plan = found.after.plan
    old, new = found.before.amounts, found.after.amounts
    if by is None:
        known = {**found.before.plan.line_by_id, **plan.line_by_id}
        names = {whole_line(line): _name(found, known[line], language) for line in found.lines}
        was, now, *parts = (_whole(each) for each in (old, new, *(cause.lines for cause in found.causes)))
        ids = [cause.id for cause in found.causes]
        rows = {
            line: (
                was.get(line, ZERO),
                now.get(line, ZERO),
                dict(zip(ids, (each[line] for each in parts), strict=True)),
            )
            for line in names
        }
    else:
        before, after = found.by(by, {**dict.fromkeys(new, ZERO), **old}), found.by(by, new)
        effects = {cause.id: found.by(by, cause.lines) for cause in found.causes}
        names = {str(group): group_name(plan, by, group, language) for group in before}
        rows = {
            str(group): (
                before[group],
                after.get(group, ZERO),
                {id_: parts.get(group, ZERO) for id_, parts in effects.items()},
            )
            for group in before
        }
    told = {cause.id: short_name(found, cause, language) for cause in found.causes}
    moved = {key: row for key, row in rows.items() if row[0] != row[1] or any(row[2].values())}

    def mostly(effects: dict[str, Fraction]) -> str:
        largest = max(effects, key=lambda id_: abs(effects[id_]))
        return told[largest] if effects[largest] else ""

    columns = (
        Column(say("line" if by is None else by, language), "text"),
        Column(say("before", language), "amount"),
        Column(say("after", language), "amount"),
        Column(say("difference change", language), "change"),
    )
    several = len(found.causes) > 1
    still = len(rows) - len(moved)
    totals = (found.before.total, found.after.total, found.total)
    return Table(
        title=say("difference by line", language) if by is None else "",
        columns=(*columns, *([Column(say("mostly by", language), "text")] if several else [])),
        rows=(
            *(
                Row((names[key], was, now, now - was, *([mostly(effects)] if several else [])))
                for key, (was, now, effects) in moved.items()
            ),
            Row(
                (
                    say("from the ceiling" if plan.is_cofunded else "total", language),
                    *totals,
                    *([""] if several else []),
                ),
                "total",
            ),
        ),
        language=language,
        decimals=decimals_for(plan.proposed),
        notes=(say("lines as before", language, count=amount(Fraction(still), language)),) if still else (),
    )
