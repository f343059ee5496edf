"""Where every figure comes from, and how to make the document again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flessenhals.briefing.brief.table.country import is_large
from flessenhals.briefing.brief.table.measures import decimals_of, unit_of
from flessenhals.briefing.document.document import DataTable, Paragraph, Verbatim
from flessenhals.briefing.results.large import has_many_lines
from flessenhals.briefing.results.origins import changed_figures
from flessenhals.briefing.text.language import text
from flessenhals.briefing.text.naming import line_name, scenario_name
from flessenhals.briefing.text.numbers import money
from flessenhals.briefing.text.table import Column, Row, Table, told_once
from flessenhals.briefing.text.words import say
from flessenhals.constraints.rule import known_from
from flessenhals.solver.optimum.whole_allocation import WholeAllocation
from flessenhals.solver.plan.revised import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.briefing.brief.run import Provenance, Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.comparison import Comparison
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.optimum.objective.objectives import Stage
    from flessenhals.solver.plan.plan import Line, Plan

TRACE_WIDTHS, SOURCE_WIDTHS, MAXIMUM = (22, 78), (4, 22, 8, 8, 8, 9, 9, 32), 4
RULES = 5


def traceability(run: Run, language: Language) -> tuple[Block, ...]:
    """How the answer was made, the checksums of what was read, and the command that makes it again."""
    section = RULES + (run.difference is not None)
    return traced(run.allocation, run.comparison, run.provenance, language, section=section)


def traced(
    allocation: Allocation,
    comparison: Comparison | None,
    made: Provenance,
    language: Language,
    *,
    section: int = RULES,
) -> tuple[Block, ...]:
    """The same of a split, whatever it is a split of.

    Args:
        allocation: the optimal split.
        comparison: a proposal that it is held against; None where there is none.
        made: where its figures come from.
        language: the reader's.
        section: the number of the section that has the rules.
    """
    facts = _facts(allocation, comparison, made, language, section)
    rows = [Row((say(f"trace {key}", language), said)) for key, said in facts]
    table = Table(
        say("trace caption", language),
        (Column(say("item", language), "text"), Column(say("value told", language), "text")),
        tuple(rows),
        language,
    )
    read = "\n".join(f"{each.sha256}  {each.name}" for each in made.files)
    return (
        DataTable("trace", table, TRACE_WIDTHS),
        *((Paragraph(say("checksums", language)), Verbatim(read)) if read else ()),
        *((Paragraph(say("again", language)), Verbatim(made.command)) if made.command else ()),
    )


def sources(run: Run, language: Language) -> tuple[Block, ...]:
    """Every line with its amounts, the paragraph in which they stand, how they are known and what there is to know."""
    plan = run.plan
    if is_large(run):
        return ()
    own_maximum = any(line.upper != line.proposed for line in plan.lines)
    sourced = any(line.source for line in plan.lines)
    kept = [place for place in range(len(SOURCE_WIDTHS)) if own_maximum or place != MAXIMUM]
    columns = (
        Column(say("number", language), "count"),
        Column(say("measure", language), "text"),
        Column(say("asked", language), "amount"),
        Column(say("least", language), "amount"),
        Column(say("most", language), "amount"),
        Column(say("source", language), "text"),
        Column(say("marked", language), "text"),
        Column(say("note", language), "text"),
    )
    rows = [
        (
            number,
            line_name(plan, line, language),
            line.proposed,
            line.minimum,
            line.upper,
            line.source or ("–" if sourced else None),
            say(f"mark {mark_of(plan, line)}", language),
            " ".join(
                each for each in (changed_figures(plan, line, FIGURES, language), text(line.note, language)) if each
            ),
        )
        for number, line in enumerate(plan.lines, start=1)
    ]
    table = Table(
        say("sources caption", language, unit=unit_of(plan, language)),
        tuple(columns[place] for place in kept),
        tuple(Row(tuple(row[place] for place in kept)) for row in rows),
        language,
        decimals_of(each for line in plan.lines for each in (line.proposed, line.minimum, line.upper)),
    )
    block = DataTable("sources", told_once(table), tuple(SOURCE_WIDTHS[place] for place in kept))
    return (block.without_empty_texts(),)


def _facts(
    allocation: Allocation, comparison: Comparison | None, made: Provenance, language: Language, section: int
) -> Iterator[tuple[str, str]]:
    plan = allocation.plan
    yield "plan", f"{text(plan.title, language, plan.id)} ({plan.id})"
    if plan.scenario is not None:
        yield "reading", scenario_name(plan, plan.scenario, language)
    if plan.source is not None:
        yield "source", text(plan.source, language)
    chosen = any("proposed" in each.made_by for each in plan.revised.lines.values())
    without_annex = plan.years is None and has_many_lines(plan)
    asked = say("asked in the plan" if without_annex else "asked and chosen" if chosen else "asked told", language)
    if comparison is not None:
        where = say("asked in the plan" if without_annex else "asked told", language)
        asked = say("asked and proposed", language, file=comparison.proposal.name, where=where)
    yield "asked", asked
    yield "optimum", say("optimum told", language, section=section)
    stages = allocation.stages
    told = "; ".join(_counted(Counter(_stage(stage, plan, language) for stage in stages), language))
    if isinstance(allocation, WholeAllocation):
        yield "proof", say("proof in parts", language, count=len(allocation.tree.parts))
    else:
        yield "proof", say("proof told", language, count=len(stages), stages=told)
    yield "solver", made.solver
    yield "version", f"Flessenhals {made.version}"


def mark_of(plan: Plan, line: Line) -> str:
    """How a line's figures are known: chosen where any of them is not the source's own."""
    return "chosen" if plan.revised.has_figures(line.id) else known_from(line.origin, line.source)


def _counted(stages: Counter[str], language: Language) -> Iterator[str]:
    """Every kind of stage once, with how often it was needed."""
    for stage, count in stages.items():
        yield stage if count == 1 else say("stage repeated", language, stage=stage, count=count)


def _stage(stage: Stage, plan: Plan, language: Language) -> str:
    optimum = money(stage.certificate.optimum, plan.unit, language)
    goal = "shift" if stage.goal.startswith("shift") else stage.goal  # it has a stage for every year
    return say(f"stage {goal}", language, optimum=optimum)
