"""The mark at figures that are printed differently although they stand for equal ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

MARK = " *"


def printed_apart(exact: Mapping[str, Hashable], printed: Mapping[str, Hashable]) -> frozenset[str]:
    """The ids of lines whose exact figures are those of another line, and whose printed ones are not.

    Args:
        exact: line id → its figures.
        printed: line id → the same as they are printed.
    """
    seen: dict[Hashable, dict[str, Hashable]] = {}
    for line, figures in exact.items():
        seen.setdefault(figures, {})[line] = printed[line]
    return frozenset(line for alike in seen.values() if len(set(alike.values())) > 1 for line in alike)
