"""What sort of change a change of the plan is, as its author tags it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Category = Literal["decision", "windfall", "price", "technical", "shift"]
CATEGORIES: tuple[Category, ...] = ("decision", "windfall", "price", "technical", "shift")


class TaggedChanges(NamedTuple):
    """Changes that are of one sort, so that a difference can be told by sort.

    Attributes:
        paths: what changed, as in `--set`: `lines.nfi.minimum`, or all that stands under a path: `lines.nfi`, `lines`.
        category: `decision` for what was decided, `windfall` for what turned out higher or lower, `price` for wages and
            prices, `technical` for what only moves in the books, `shift` for money of another year.
    """

    paths: tuple[str, ...]
    category: Category


def keys_of(path: str) -> list[str]:
    """The keys of a path as in `--set`, from the outside in: `lines`, `nfi`, `minimum`."""
    return path.split(".")


def category_of(path: str, tagged: Iterable[TaggedChanges]) -> Category | None:
    """What sort of change a path is tagged as; the longest path that it stands under decides. None without a tag."""
    parts = keys_of(path)
    found: tuple[int, Category | None] = (0, None)
    for each in tagged:
        for under in each.paths:
            named = keys_of(under)
            if parts[: len(named)] == named and len(named) > found[0]:
                found = len(named), each.category
    return found[1]


def of_tags(tagged: Sequence[TaggedChanges]) -> Iterator[Problem]:
    """That every path can be one of a change, and stands in one list only."""
    seen: set[str] = set()
    for index, each in enumerate(tagged):
        path = ("changes", str(index), "paths")
        if not each.paths:
            yield Problem(path, "there is no path", "name what changed, such as lines.ID.proposed")
        for place, under in enumerate(each.paths):
            if keys_of(under)[0] not in {"ceiling", "lines", "constraints", "objective"}:
                yield Problem(
                    (*path, str(place)),
                    told("{path} is no path of a change", path=under),
                    "write ceiling, objective, lines.ID.FIELD or constraints.ID.KIND.FIELD",
                )
            elif under in seen:
                yield Problem((*path, str(place)), told("{path} is tagged twice", path=under), "keep one of them")
            seen.add(under)
