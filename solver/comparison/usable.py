"""How much of a proposal can be used at all under the chain rules."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.blocks import Block, climb, stages_of
from flessenhals.solver.optimum.objectives import Stage, at_bounds
from flessenhals.solver.optimum.solution import Solution
from flessenhals.solver.program.components import blocks, prove_each, together, union
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ONE = Fraction(1)


def chain_rows(plan: Plan) -> tuple[Row, ...]:
    """The rows that say how much downstream money upstream money needs: every `proportional.at_least`."""
    return tuple(row for row in plan.rule_rows if row.kind == "proportional" and row.sense == ">=")


def uses(plan: Plan, proposed: Mapping[str, Fraction]) -> LinearProgram:
    """All parts of a proposal that the chain rules and maximums let be used: a program without an objective.

    Args:
        plan: for its chain rules and the maximum of each line.
        proposed: line id → amount, in the plan's unit.
    """
    limits = {line: Interval(upper=amount) for line, amount in within_maximum(plan, proposed).items()}
    return LinearProgram("uses", limits, chain_rows(plan), {})


def within_maximum(plan: Plan, proposed: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What of a proposal each line can take by itself, line id → amount in the plan's unit: up to its own maximum."""
    return {line: min(amount, plan.line_by_id[line].upper) for line, amount in proposed.items()}


def usable(plan: Plan, proposed: Mapping[str, Fraction], engine: Engine = highs) -> Solution:
    """The largest part of a proposal that every chain rule and every line's maximum lets be used.

        maximise Σ u   subject to   Σ downstream u + existing ≥ ratio · Σ upstream u,   0 ≤ u ≤ proposal, maximum
        then leximin of u / proposal

    Giving nothing keeps every such rule, so there always is an answer; the second stage makes it the only one. Other
    rules, minimums and the ceiling play no part: they say what ought to be given, not what money can do. Without them
    chains that share no line are apart, and so are both stages.

    Args:
        plan: for its chain rules.
        proposed: line id → amount, in the plan's unit.
        engine: who is asked first; the exact simplex is asked after it.

    Raises:
        NotProvedError: if no answer holds up.
    """
    try:
        return _usable(plan, proposed, engine)
    except NoOptimumError:
        from flessenhals.solver.program.exact_simplex import exact  # noqa: PLC0415 - hardly ever needed

        return _usable(plan, proposed, exact)


def _usable(plan: Plan, proposed: Mapping[str, Fraction], engine: Engine) -> Solution:
    chains = blocks(uses(plan, proposed))
    questions = [chain.asking("usable", dict.fromkeys(chain.variables, ONE)) for chain in chains]
    answers = prove_each(questions, engine)
    whole = together(answers)
    stages = [Stage("usable", union("usable", questions), whole, at_bounds(whole))]
    largest = max(proposed.values())
    shares = {line: amount / largest for line, amount in proposed.items() if amount}
    some = []
    for number, (chain, answer) in enumerate(zip(chains, answers, strict=True)):
        reached = Row(own(f"usable {number}"), "stage", dict.fromkeys(chain.variables, ONE), ">=", answer.optimum)
        block = Block(number, chain.keeping([reached]), shares)
        block.settle({line: amount for line, amount in at_bounds(answer).items() if line in chain.variables})
        some.append(block)
    while rising := [block for block in some if block.rising]:
        climb(rising, engine)
    return Solution.of(proposed, [*stages, *stages_of(some)])
