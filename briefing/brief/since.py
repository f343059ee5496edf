"""What changed since an older plan or ceiling, and which change did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.charts.comparison.difference_chart import difference_chart
from flessenhals.briefing.document.document import Bullets, Chart, DataTable
from flessenhals.briefing.results.comparison.difference import difference_tables
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.comparison.difference.difference import Difference
    from flessenhals.solver.plan.plan import Grouping, Plan


def since(run: Run, language: Language) -> tuple[Block, ...]:
    """What changed since, where that was asked."""
    return changed(run.difference, run.plan, language)


def changed(found: Difference | None, plan: Plan, language: Language) -> tuple[Block, ...]:
    """The difference in sentences, a table of causes with a chart, and what each line gets more or less of it."""
    if found is None:
        return ()
    by: Grouping | None = "programme" if len(plan.grouped("programme")) > 1 else None
    tables = difference_tables(found, language, by)
    (first, *others) = tables
    blocks: list[Block] = [Bullets(first.notes)]
    if first.columns:
        causes = first._replace(title=say("since causes", language), notes=())
        spec = difference_chart(found, language)
        blocks.append(DataTable("causes", causes))
        blocks.append(
            Chart("difference", say("since chart", language), spec, str(spec["description"]), causes, "causes")
        )
    names = [*(["categories"] if found.categories else []), "difference"]
    if plan.years is not None and others:
        names.insert(-1, "since-by-year")
    caption = say("since groups" if by else "difference by line", language)
    others[-1:] = [others[-1]._replace(title=caption)]
    blocks += [DataTable(name, table) for name, table in zip(names, others, strict=True)]
    return tuple(blocks)
