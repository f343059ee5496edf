"""What the script of a page on a path works with: the plan over years as a program, and what its table shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.briefing.brief.table.measures import decimals_of
from flessenhals.briefing.page.live import asked, vocabulary
from flessenhals.briefing.page.program import is_solvable, moves, program
from flessenhals.briefing.page.sides import sides
from flessenhals.briefing.results.allocation_by_year import shown_years
from flessenhals.briefing.text.naming import constraint_name, group_name, line_name, rule_name
from flessenhals.briefing.text.words import say
from flessenhals.constraints.ceiling import size
from flessenhals.constraints.constraint import in_year
from flessenhals.solver.rounding.by_year import lines_by_group

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from flessenhals.briefing.brief.by_year.run import AnswerByYear
    from flessenhals.briefing.text.language import Language

MOST_SHARE = "3/2"


def live_by_year(run: AnswerByYear, language: Language) -> dict[str, Any] | None:
    """The page's data, as `live` gives it; its ceiling is a share of the path. None where no page works it out.

    Args:
        run: with the lowest share at which something fits.
        language: of the texts; the script writes numbers in the same way.
    """
    plan, path, years = run.plan, run.series.path, run.series.years
    if run.lowest_share is None or not is_solvable(plan):
        return None
    rows = [row.id for row in path.rows(plan.lines)]
    return {
        **vocabulary(plan, language),
        "home": "1",
        "exact": [str(run.allocation.amounts[line.id]) for line in plan.lines],
        "decimals": decimals_of((run.printed.step,)),
        "command": run.provenance.reading,
        "lines": [
            {
                "id": line.id,
                "of": line.line,
                "year": line.year,
                "name": line_name(plan, line, language),
                "partner": group_name(plan, "partner", line.partner, language),
                **({"fixed": True} if line.kept or line.dropped else {}),
            }
            for line in plan.lines
        ],
        "owners": _owners(run, language),
        "charges": [str(line.charge) for line in plan.lines] if plan.is_cofunded else None,
        "proposals": [asked(language)],
        "readings": [
            {
                "id": plan.scenario or "plan",
                "scenario": plan.scenario is not None,
                "name": say("asked reading", language),
                "proposed": [str(line.proposed) for line in plan.lines],
                "low": str(run.lowest_share),
                "high": MOST_SHARE,
                "program": program(plan, path),
                "sides": sides(plan, language),
                "names": {
                    **{rule.id: rule_name(rule, language) for rule in plan.constraints},
                    **{str(row): constraint_name(plan, row, language) for row in rows},
                },
            }
        ],
        "path": {
            "name": path.name,
            "typed": path.name,
            "years": list(years.all),
            "columns": list(shown_years(run.series, language).years),
            "total": _amounts(path.total),
            "whole": str(size(path)),
            "kinds": [_amounts(each) for each in (path.structural, path.one_off) if each is not None],
            "moves": moves(path),
            "rows": list(_rows(run)),
        },
        "columns": [say(key, language) for key in ("line", "partner", "proposal", "optimum", "measure shift")],
    }


def _amounts(figures: dict[int, Fraction] | Any) -> list[str]:  # noqa: ANN401 - a mapping by year
    return [str(figure) for figure in figures.values()]


def _owners(run: AnswerByYear, language: Language) -> list[dict[str, Any]]:
    """The lines as the plan writes them, each with the places of its years."""
    plan, years = run.plan, run.series.years
    places = {line.id: place for place, line in enumerate(plan.lines)}
    return [
        {
            "name": line_name(plan, dated.line, language),
            "places": [places[in_year(dated.line.id, year)] for year in years.all if dated.runs(year)],
        }
        for dated in years.lines
    ]


def _rows(run: AnswerByYear) -> Iterator[list[Any]]:
    """What each row of the table of the series is, in the order of that table: a word, and which lines it adds up.

    A line is told by the places of its years, null where it does not run. There is a row of what is shifted wherever
    anything may be, which the page adds where the briefing itself shifts nothing.
    """
    plan, series = run.plan, run.series
    places = {line.id: place for place, line in enumerate(plan.lines)}
    by_line = {
        dated.line.id: [places.get(in_year(dated.line.id, year)) for year in series.years.all]
        for dated in series.years.lines
    }
    yield ["asked"]
    yield from (["kind", place] for place, _ in enumerate(run.printed.kinds))
    if series.path.variables:
        yield ["shifted"]
    yield ["available"]
    groups = lines_by_group(series)
    for lines in groups.values():
        if len(groups) > 1:
            yield ["group", [by_line[line] for line in lines]]
        yield from (["line", by_line[line]] for line in lines)
    if plan.is_cofunded:
        yield from (["given"], ["others"])
    yield from (["spent"], ["left"], ["check"], ["lowest"])
