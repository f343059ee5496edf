"""A split under uncertainty, as tables and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import ceiling_name, group_name, heading, line_name
from flessenhals.briefing.text.naming_inputs import bound_name, capital, input_name
from flessenhals.briefing.text.numbers import (
    SIGNS,
    amount,
    at_least,
    at_most,
    decimals_for,
    enough,
    least_share,
    money,
    percentage,
    share,
)
from flessenhals.briefing.text.table import ITEM, Column, Row, Table
from flessenhals.briefing.text.words import listed, say
from flessenhals.constraints.constraint import in_year
from flessenhals.solver.plan.problem import shown as written
from flessenhals.solver.simulation.drivers import name_of

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.dated.years import Years
    from flessenhals.solver.plan.plan import Uncertain
    from flessenhals.solver.simulation.simulation import Drives, Simulation
    from flessenhals.solver.simulation.spread import Spread

# An effect below this is not worth a sentence, and a list longer than that not worth a table's room.
TELLING, MOST = 0.02, 12


def simulation_tables(found: Simulation, language: Language) -> list[Table]:
    """The spread of every line with what it comes to in words, what drives it, and what holds it back how often."""
    tables = [spread_table(found, language)]
    return tables if found.total is None else [*tables, drivers_table(found, language), shares_table(found, language)]


def spread_table(found: Simulation, language: Language) -> Table:
    """What each line is given: on average, and in the low, the middle and the high draws."""
    plan = found.plan
    if plan.years is not None:
        return _spread_by_year(found, plan.years, language)
    rows, places = [], decimals_for(plan.proposed)
    for line in plan.lines:
        spread = found.lines[line.id]
        cells = () if spread is None else spread_cells(spread, places)
        rows.append(Row((line_name(plan, line, language), line.proposed, *cells)))
    if found.total is not None:
        asked = plan.charged({line.id: line.proposed for line in plan.lines})
        name = say("from the ceiling" if plan.is_cofunded else "total", language)
        rows.append(Row((name, asked, *spread_cells(found.total, places)), "total"))
    heads = ("proposed", "mean", "low", "middle", "high")
    return Table(
        title=_title(found, language),
        columns=(Column(say("line", language), "text"), *(Column(say(head, language), "amount") for head in heads)),
        rows=tuple(rows) if found.total is not None else (),
        language=language,
        decimals=places,
        notes=tuple(sentences(found, language)),
    )


def spread_cells(spread: Spread, places: int) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """The mean, the low, the middle and the high of a number in print: the ends rounded to where they stay true."""
    low, middle, high = parts(spread)
    return (
        Fraction(spread.mean),
        enough(low, up=False, decimals=places),
        middle,
        enough(high, up=True, decimals=places),
    )


def _title(found: Simulation, language: Language) -> str:
    ceiling = ceiling_name(found.ceiling, found.plan.unit, language)
    draws = draws_in_words(found.samples, language)
    return heading(found.plan, say("simulation", language, ceiling=ceiling, draws=draws), language)


def draws_in_words(samples: int, language: Language) -> str:
    """So many draws, `10,000 draws`."""
    return say("one draw" if samples == 1 else "so many draws", language, samples=amount(Fraction(samples), language))


def _spread_by_year(found: Simulation, years: Years, language: Language) -> Table:
    """What each line is given on average, a column a year; below it the low, the middle and the high of the total."""
    plan = found.plan
    shown = years.columns or years.all
    shown = shown if shown[-1] == years.last else (*shown, years.last)
    rows = []
    for dated in years.lines:
        spreads = [found.lines.get(in_year(dated.line.id, year)) for year in shown]
        means = (Fraction(0) if each is None else Fraction(each.mean) for each in spreads)
        rows.append(Row((group_name(plan, "line", dated.line.id, language), *means)))
    told = {year: each for year in shown if (each := found.totals.get(year)) is not None}
    places = decimals_for(max((Fraction(each.p95) for each in told.values()), default=Fraction(0)))
    cells = {year: spread_cells(each, places) for year, each in told.items()}
    for place, head in enumerate(("mean", "low", "middle", "high")):
        name = say("total over draws", language, part=say(head, language))
        rows.append(Row((name, *(cells[year][place] if year in cells else None for year in shown)), "total"))
    return Table(
        title=_title(found, language),
        columns=(Column(say("line", language), "text"), *(Column(str(year), "amount") for year in shown)),
        rows=tuple(rows) if found.total is not None else (),
        language=language,
        decimals=places,
        notes=(say("means by year", language), *sentences(found, language)),
    )


def sentences(found: Simulation, language: Language) -> list[str]:
    """How firm the answer is, what to research first and how sure that is, in sentences."""
    unit, samples = found.plan.unit, amount(Fraction(found.samples), language)
    told = [say("stopped early", language, samples=samples)] if found.partial else []
    if found.total is None:
        return [*told, say("nothing ever fits", language), _proved(found, language)]
    if found.infeasible:
        told.append(say("nothing fits in", language, share=percentage(Fraction(found.infeasible), language)))
    if found.lowest_coverage is not None:
        low, middle, high = parts(found.lowest_coverage)
        told.append(
            say(
                f"coverage {_how_far(found.lowest_coverage)}",
                language,
                low=least_share(low, language),
                middle=least_share(middle, language),
                high=share(enough(high, up=True, decimals=3), language),
            )
        )
    low, middle, high = parts(found.total)
    told.append(
        say(
            f"total {_how_far(found.total)}",
            language,
            low=at_most(low, unit, language),
            middle=money(middle, unit, language),
            high=at_least(high, unit, language),
        )
    )
    return [*told, *_research(found, language), say("read spread", language), _proved(found, language)]


def is_the_same(spread: Spread) -> bool:
    """Whether a number is the same in every draw."""
    return spread.p05 == spread.mean == spread.p95


def _how_far(spread: Spread) -> str:
    """Whether a number varies over the draws, is mostly the same, or is so in every draw."""
    if spread.p05 != spread.p95:
        return "varies"
    return "stays" if is_the_same(spread) else "mostly"


def drivers_table(found: Simulation, language: Language) -> Table:
    """What is uncertain, between which figures, and how much of the differences it explains."""
    known = {name_of(each): each for each in found.plan.uncertain}
    rows = [
        Row(
            (
                capital(input_name(found.plan, known[each.path], language)),
                *(_end(known[each.path], end, language) for end in ("low", "mode", "high")),
                Fraction(each.on(found.measure).effect),
                amount(Fraction(round(each.on(found.measure).correlation, 2)), language, decimals=2),
            )
        )
        for each in found.drivers
    ]
    noted = dict.fromkeys(
        ITEM
        + say(
            "range noted",
            language,
            name=capital(input_name(found.plan, each, language)),
            note=text(each.note, language),
        )
        for each in found.plan.uncertain
        if each.note is not None
    )
    return Table(
        title=say("drives", language, measure=say(f"on {found.measure}", language)),
        columns=(
            Column(say("uncertain", language), "text"),
            Column(say("range from", language), "figure"),
            Column(say("likeliest", language), "figure"),
            Column(say("range to", language), "figure"),
            Column(say("explains", language), "share"),
            Column(say("correlation", language), "figure"),
        ),
        rows=tuple(rows),
        language=language,
        notes=(say("read drivers", language), *noted),
    )


def shares_table(found: Simulation, language: Language) -> Table:
    """In which share of the draws each constraint is a bottleneck, the most frequent first."""
    rows = [
        Row((capital(bound_name(found.plan, each, language)), Fraction(part), Fraction(part)))
        for each, part in list(found.bottlenecks.items())[:MOST]
    ]
    return Table(
        title=say("bottleneck in", language),
        columns=(
            Column(say("constraint", language), "text"),
            Column(say("share of draws", language), "share"),
            Column("", "bar"),
        ),
        rows=tuple(rows),
        language=language,
        notes=(say("read shares", language),),
    )


def _research(found: Simulation, language: Language) -> list[str]:
    """Which input to research first, and which after it."""
    known = {name_of(each): each for each in found.plan.uncertain}
    telling = [each for each in found.drivers if each.on(found.measure).effect >= TELLING]
    if not telling:
        return [say("nothing to research", language)]

    def named(each: Drives) -> str:
        return input_name(found.plan, known[each.path], language)

    def explained(each: Drives) -> str:
        return share(Fraction(each.on(found.measure).effect), language)

    first, *others = telling
    told = say(
        "research first",
        language,
        name=named(first),
        effect=explained(first),
        measure=say(f"on {found.measure}", language),
    )
    if others:
        names = listed([f"{named(each)} ({explained(each)})" for each in others[:2]], language)
        told += " " + say("research next", language, names=names)
    rule = next((each for each in telling if each.path.startswith("constraints.")), None)
    if rule is not None and rule not in telling[:3]:
        told += " " + say("research rule", language, name=named(rule), effect=explained(rule))
    return [told]


def _proved(found: Simulation, language: Language) -> str:
    counts = {"proved": found.proved, "samples": found.samples}
    some = "one draw proved" if found.proved == 1 else "draws proved"
    every = "the draw proved" if found.samples == 1 else "all draws proved"
    key = every if found.proved == found.samples else some
    return say(key, language, **{name: amount(Fraction(each), language) for name, each in counts.items()})


def parts(spread: Spread) -> tuple[Fraction, Fraction, Fraction]:
    """The low, the middle and the high of the draws, as they are written: to twelve digits."""
    return Fraction(str(spread.p05)), Fraction(str(spread.p50)), Fraction(str(spread.p95))


def _end(each: Uncertain, end: str, language: Language) -> str:
    """An end of the range as people write it: a factor in per cent, anything else as it is."""
    value: Fraction | None = getattr(each, end)
    if value is None:
        return "-"
    if each.path is None:
        return f"{written(100 * value)}%".translate(SIGNS[language])
    return written(value).translate(SIGNS[language])
