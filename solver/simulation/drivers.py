"""Which uncertain input drives a result: how closely both move together, and how much of its variance one explains."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from flessenhals.constraints.selector import Condition
    from flessenhals.solver.plan.plan import Uncertain

    Floats = NDArray[np.float64]

# More groups would follow a bent relation more closely, and noise too.
MOST_GROUPS, LEAST_IN_GROUP = 20, 32


class Driver(NamedTuple):
    """What one uncertain input does to a result.

    Attributes:
        effect: the share of the result's variance that is explained by this input alone, from 0 to 1.
        correlation: of the ranks of both, from -1 to 1.
    """

    effect: float
    correlation: float


def drivers(inputs: Iterable[Floats], results: Sequence[Floats]) -> list[list[Driver]]:
    """What each input does to each of some results.

    The first-order effect is Var(E[result | input]) / Var(result): the draws are sorted by the input and cut into
    groups of the same size, and the variance within the groups is what the input leaves unexplained. Noise would make
    that too much of an effect, so both variances are divided by their degrees of freedom, and what comes out below 0 is
    0. The rank correlation is Spearman's.

    Args:
        inputs: one number a draw of each; gone through once.
        results: one number a draw of each.

    Returns:
        Per result one per input; all 0 where the result does not vary.

    Source: Saltelli and others, Global Sensitivity Analysis: The Primer, ch. 1; McKay, Nonparametric variance-based
    methods of assessing uncertainty importance, Reliability Engineering and System Safety 57, 1997.
    """
    ranks = [None if _still(result) else _ranks(result) for result in results]
    found: list[list[Driver]] = [[] for _ in results]
    for column in inputs:
        order, own = np.argsort(column, kind="stable"), _ranks(column)
        for told, result, ranked in zip(found, results, ranks, strict=True):
            if ranked is None:
                told.append(Driver(0.0, 0.0))
            else:
                told.append(Driver(_effect(result[order]), _correlation(own, ranked)))
    return found


def name_of(each: Uncertain) -> str:
    """An uncertain input as one word: its path, or what is selected and the field: `partner:police.proposed`."""
    if each.path is not None:
        return each.path
    conditions = () if each.of is None else each.of.conditions
    return f"{'|'.join(_condition(condition) for condition in conditions)}.{each.field}"


def _condition(condition: Condition) -> str:
    parts = [f"{field}:{','.join(values)}" for field, values in condition._asdict().items() if values]
    return "+".join(parts) or "all"


def _effect(result: Floats) -> float:
    """One minus the variance within groups of neighbours over the variance of all."""
    count = len(result)
    groups = min(MOST_GROUPS, count // LEAST_IN_GROUP)
    if groups < 2:  # noqa: PLR2004 - one group explains nothing
        return 0.0
    around = result - result.mean()
    edges = np.linspace(0, count, groups + 1).astype(np.int64)
    sums = np.add.reduceat(around, edges[:-1])
    between = float((sums**2 / np.diff(edges)).sum())
    whole = float((around**2).sum())
    within = (whole - between) / (count - groups)
    return min(1.0, max(0.0, 1.0 - within / (whole / (count - 1))))


def _correlation(one: Floats, other: Floats) -> float:
    one, other = one - one.mean(), other - other.mean()
    size = float(np.sqrt((one**2).sum() * (other**2).sum()))
    return float((one * other).sum()) / size if size else 0.0


def _ranks(values: Floats) -> Floats:
    """The rank of each, equals sharing the middle of theirs."""
    if _still(values):
        return np.zeros(len(values))
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
    ends = np.append(starts[1:], len(values))
    found = np.empty(len(values))
    found[order] = np.repeat((starts + ends - 1) / 2, ends - starts)
    return found


def _still(values: Floats) -> bool:
    """Whether a result does not vary by more than rounding."""
    return len(values) == 0 or bool(np.ptp(values) <= 1e-9 * max(1.0, float(np.abs(values).max())))
