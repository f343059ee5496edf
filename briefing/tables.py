"""Every result as tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.allocation import allocation_table, infeasible_table
from solver.allocation import Allocation, InfeasibleError

if TYPE_CHECKING:
    from briefing.language import Language
    from briefing.table import Table
    from solver.reconciliation import Reconciliation

    Finding = Allocation | InfeasibleError | Reconciliation


def tables(found: Finding, language: Language) -> list[Table]:
    """A result as the tables that people read, with the sentences that go with them.

    Args:
        found: what a command found.
        language: the reader's.
    """
    if isinstance(found, Allocation):
        return [allocation_table(found, language)]
    if isinstance(found, InfeasibleError):
        return [infeasible_table(found, language)]
    from briefing.reconciliation import reconciliation_tables  # noqa: PLC0415 - a split needs none of it

    return reconciliation_tables(found, language)
