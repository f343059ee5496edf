"""Briefings as tests need them: of any plan, with a provenance that never changes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flessenhals.amounts import ceiling_of
from flessenhals.briefing.brief.run import Provenance, Reading
from flessenhals.briefing.briefing import Briefing
from flessenhals.briefing.document.document import DataTable
from flessenhals.constraints.ceiling import Path
from flessenhals.study import Wishes, work_out
from flessenhals.study_by_year import work_out_by_year

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from flessenhals.briefing.brief.by_year.run import RunByYear
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal

MADE = Provenance(
    files=(Reading("plan.yaml", "0" * 64),),
    version="1.2.3",
    solver="HiGHS 1.15.1, PuLP 3.3.2",
    command="flessenhals brief 300 -o nota.html --lang nl",
    created=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    changes=("lines.nfi.minimum=4",),
)

WITHOUT_PAGE = Wishes(page=False)


def briefed(
    plan: Plan,
    ceiling: Fraction,
    language: Language = "nl",
    *,
    others: Sequence[Plan] = (),
    proposal: Proposal | None = None,
) -> Briefing:
    """A briefing on a plan; `others` are the readings that stand beside it and that its page can switch to."""
    return Briefing(
        work_out([plan, *others], ceiling, MADE, Wishes([proposal] if proposal else [], scenarios=others)), language
    )


def table_of(briefing: Briefing, name: str) -> Table:
    """One of a briefing's tables, by its id."""
    blocks = (block for section in briefing.document.sections for block in section.blocks)
    return next(block.table for block in blocks if isinstance(block, DataTable) and block.id == name)


def worked_out(plan: Plan, path: str, wishes: Wishes = WITHOUT_PAGE) -> RunByYear:
    """Everything that a briefing on a path tells; the path by its name, or as it is typed."""
    ceiling = ceiling_of(plan, path)
    assert isinstance(ceiling, Path)
    return work_out_by_year([plan], ceiling, MADE, wishes)
