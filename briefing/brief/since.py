"""What changed since an older plan or ceiling, and which change did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.charts.difference_chart import difference_chart
from flessenhals.briefing.document.document import Bullets, Chart, DataTable
from flessenhals.briefing.results.comparison.difference import difference_tables
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from flessenhals.briefing.brief.run import Run
    from flessenhals.briefing.document.document import Block
    from flessenhals.briefing.text.language import Language
    from flessenhals.solver.plan.plan import Grouping


def since(run: Run, language: Language) -> tuple[Block, ...]:
    """The difference in sentences, a table of causes with a chart, and what each line gets more or less of it."""
    if run.difference is None:
        return ()
    by: Grouping | None = "programme" if len(run.plan.grouped("programme")) > 1 else None
    tables = difference_tables(run.difference, language, by)
    (first, *others) = tables
    blocks: list[Block] = [Bullets(first.notes)]
    if first.columns:
        causes = first._replace(title=say("since causes", language), notes=())
        spec = difference_chart(run.difference, language)
        blocks.append(DataTable("causes", causes))
        blocks.append(
            Chart("difference", say("since chart", language), spec, str(spec["description"]), causes, "causes")
        )
    names = ("categories", "difference") if len(others) > 1 else ("difference",)
    caption = say("since groups" if by else "difference by line", language)
    others[-1:] = [others[-1]._replace(title=caption)]
    blocks += [DataTable(name, table) for name, table in zip(names, others, strict=True)]
    return tuple(blocks)
