"""How much of a proposal can be used at all under the chain rules."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.constraints.constraint import maximum_of, own
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.optimum.by_block.blocks import Block, climb, stages_of
from flessenhals.solver.optimum.objective.objectives import Stage, at_bounds
from flessenhals.solver.optimum.solution import Solution
from flessenhals.solver.program.components import blocks, prove_each, together, union
from flessenhals.solver.program.errors import NoOptimumError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


def chain_rows(plan: Plan) -> tuple[Row, ...]:
    """The rows that say what money needs to be of use: every `proportional.at_least` and every `build_up.at_most`.

    Of a chain rule that is money downstream; of a build-up money of the year before, which stands with a coefficient
    above 0 too: Σ selected in t - 1 - Σ selected in t ≥ -at_most.
    """
    links = {link.id for link in plan.chain_links}
    return tuple(
        _turned(row) if row.is_build_up else row
        for row in plan.rule_rows
        if row.id in links or (row.is_build_up and row.sense == "<=")
    )


def _turned(row: Row) -> Row:
    """A row of `<=` written as `>=`: every coefficient and the right-hand side times -1."""
    terms = {line: -coefficient for line, coefficient in row.coefficients.items()}
    return row._replace(coefficients=terms, sense=">=", right_hand_side=-row.right_hand_side)


def uses(plan: Plan, proposed: Mapping[str, Fraction]) -> LinearProgram:
    """All parts of a proposal that the chain rules and maximums let be used: a program without an objective.

    Args:
        plan: for its chain rules and the maximum of each line.
        proposed: line id → amount, in the plan's unit.
    """
    limits = {line: Interval(upper=amount) for line, amount in within_maximum(plan, proposed).items()}
    return LinearProgram("uses", limits, _keepable(chain_rows(plan), limits), {})


def _keepable(rows: tuple[Row, ...], limits: Mapping[str, Interval]) -> tuple[Row, ...]:
    """The rows that some part of a proposal keeps.

    Giving nothing keeps all but a build-up that asks a line to shrink. Where no part of the proposal keeps those
    either, they say nothing of what can be used, and are left out.
    """
    shrinking = {row.id for row in rows if row.right_hand_side > 0}
    if not shrinking:
        return rows
    upper = [Row(maximum_of(line), "maximum", {line: ONE}, "<=", each.upper or ZERO) for line, each in limits.items()]
    return rows if not shortage([*rows, *upper]).optimum else tuple(row for row in rows if row.id not in shrinking)


def within_maximum(plan: Plan, proposed: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What of a proposal each line can take by itself, line id → amount in the plan's unit: up to its own maximum."""
    return {line: min(amount, plan.line_by_id[line].upper) for line, amount in proposed.items()}


def usable(plan: Plan, proposed: Mapping[str, Fraction], engine: Engine = highs) -> Solution:
    """The largest part of a proposal that every chain rule, build-up and maximum of a line lets be used.

        maximise Σ u   subject to   Σ downstream u + existing ≥ ratio · Σ upstream u,   0 ≤ u ≤ proposal, maximum
                     with years also   Σ u in t - Σ u in t - 1 ≤ at_most of every build-up
        then leximin of u / proposal

    Giving nothing keeps every such rule but one that asks lines to shrink, so there always is an answer; the second
    stage makes it the only one. Other rules, minimums and the ceiling play no part: they say what ought to be given,
    not what money can do. Without them chains that share no line are apart, and so are both stages.

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
        from flessenhals.solver.program.exact.exact_simplex import exact  # noqa: PLC0415 - hardly ever needed

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
        block = Block(number, chain.keeping([reached]), shares, dict.fromkeys(chain.variables, ONE))
        block.settle({line: amount for line, amount in at_bounds(answer).items() if line in chain.variables})
        some.append(block)
    while rising := [block for block in some if block.rising]:
        climb(rising, engine)
    return Solution.of(proposed, [*stages, *stages_of(some)])
