"""The rows of a table of amounts: a line a row with subtotals, or a row a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.text.naming import group_name, line_name
from flessenhals.briefing.text.table import Row
from flessenhals.briefing.text.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Role
    from flessenhals.solver.plan.plan import Grouping, Line, Plan

    Cells = Callable[[Sequence[Line]], Sequence[Fraction | None]]


def _named(plan: Plan, lines: Sequence[Line], language: Language) -> list[tuple[str, list[Line]]]:
    """Each line with its name; with years all its years together."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.line, []).append(line)
    return [
        (line_name(plan, those[0], language) if plan.years is None else group_name(plan, "line", name, language), those)
        for name, those in found.items()
    ]


def grouped_rows(plan: Plan, by: Grouping | None, cells: Cells, language: Language) -> tuple[Row, ...]:
    """A row for every line, with a subtotal for every programme; or one for every group; and the total below.

    Args:
        plan: for its lines and their groups.
        by: programme, partner or department; None for a row per line.
        cells: what stands behind the name of these lines together; of a line in several years, those are its lines.
        language: the reader's.
    """

    def row(name: str, lines: Sequence[Line], role: Role) -> Row:
        return Row((name, *cells(lines)), role)

    rows: list[Row] = []
    groups = plan.grouped(by or "programme")
    for group, lines in groups.items():
        if by is None:
            rows += [row(name, those, "line") for name, those in _named(plan, lines, language)]
        if by is not None or len(groups) > 1:
            name = group_name(plan, by or "programme", group, language)
            rows.append(row(name, lines, "subtotal" if by is None else "line"))
    return (*rows, row(say("total", language), plan.lines, "total"))
