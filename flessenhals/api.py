"""The Python face: what a notebook or script calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flessenhals.notebook  # noqa: F401 - so that results show themselves
from flessenhals.amounts import both_of, ceiling_of, share_of, step_of
from flessenhals.data.plans import reader
from flessenhals.data.plans.readings.changes import written
from flessenhals.names import known_line
from flessenhals.plans import Plan
from flessenhals.proposals import as_proposal
from flessenhals.solver.comparison.difference import difference as differences
from flessenhals.solver.comparison.reconciliation import reconciliation
from flessenhals.solver.optimum import divide
from flessenhals.solver.optimum import whatif as whatifs
from flessenhals.solver.sensitivity import bottlenecks as binding
from flessenhals.solver.sensitivity.ladder import ladder as ladders
from flessenhals.terminal.reading import warned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from flessenhals.amounts import Number
    from flessenhals.briefing.briefing import Briefing
    from flessenhals.briefing.text.language import Language
    from flessenhals.proposals import Given, Missing
    from flessenhals.solver.optimum.allocation import Allocation
    from flessenhals.solver.sensitivity.whole.found import WholeBottlenecks
    from flessenhals.solver.sensitivity.whole.ladder import WholeLadder


def load(
    source: str | Path | None = None, *, scenario: str | None = None, changes: Mapping[str, object] | None = None
) -> Plan:
    """Read a plan.

    Args:
        source: a YAML file; None for the plan that ships, `pact-2021`.
        scenario: the name of one of its scenarios.
        changes: what to change after that, paths and values as in `--set`: `{"lines.nfi.minimum": 4}`. Numbers may be
            given as numbers; a float counts as the decimal that it prints as.

    Returns:
        The plan, with exact amounts in its own unit.

    Raises:
        InputError: with everything that is wrong in the file, the scenario or the changes, and where.
    """
    typed = [f"{path}={written(value)}" for path, value in (changes or {}).items()]
    with warned():
        return reader.load(source, scenario=scenario, changes=typed)


def allocate(plan: Plan, ceiling: Number) -> Allocation:
    """Divide a ceiling over the lines of a plan: the optimal split, with its proof.

    First the weighted total Σ weight · amount is made as large as the ceiling, the bounds and the rules allow; then,
    among all splits that reach it, the lowest coverage (amount over proposal) is raised as far as it goes, then the
    next lowest, and so on. `plan.objective` may ask for another order.

    Args:
        plan: from `load`, or put together from `Line`, `Proportional`, `Level` and `Weighted`.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; a float counts as the decimal that it prints as.

    Returns:
        An Allocation: `amounts` (line id → Fraction, in the plan's unit), `total`, `unspent`, `cofunded`,
        `lowest_coverage`,
        `constraints`, `stages` with their certificates, `frame()` and `to_dict()`.

    Raises:
        InfeasibleError: proved: no split keeps every rule; it names the lowest ceiling at which one does.
        NotProvedError: no answer held up in exact arithmetic.
        InputError: the ceiling is not a number of 0 or more.

    Source: the rules of thumb in §1.3 of the annex to the Pact voor de Rechtsstaat (February 2021) for the chain rules;
    docs/architecture.md for the method.
    """
    return divide.allocate(plan, ceiling_of(plan, ceiling))


def whatif(plan: Plan | Sequence[Plan], ceilings: Iterable[Number]) -> whatifs.WhatIf:
    """Divide several ceilings, or read one plan in several ways, side by side.

    Args:
        plan: from `load`; or several readings of it, `[fh.load(), fh.load(scenario="strict")]`.
        ceilings: totals in the plan's unit, ≥ 0.

    Returns:
        A WhatIf: `results` (an Allocation or an InfeasibleError per reading and ceiling), `frame()`, `to_dict()`.

    Raises:
        NotProvedError: no answer held up in exact arithmetic.
        InputError: a ceiling is not a number of 0 or more.
    """
    plans = [plan] if isinstance(plan, Plan) else list(plan)
    return whatifs.whatif(plans, [ceiling_of(plans[0], ceiling) for ceiling in ceilings])


def ladder(plan: Plan) -> ladders.Ladder | WholeLadder:
    """Find every ceiling at which the optimal split changes course, exactly.

    Args:
        plan: from `load`, with coverage in its objective.

    Returns:
        A Ladder: `steps`, each with its ceiling, amounts, the bundle that the next and the last euro buy and the
        constraints that start or stop binding there; `at(ceiling)`, exact and without a solver; `frame()`, `to_dict()`.
        Of a plan with amounts that cannot be split a WholeLadder: every jump and every straight piece between two.

    Raises:
        InfeasibleError: proved: no ceiling is enough.
        NotProvedError: no answer held up in exact arithmetic.
        NoCurveError: a ValueError: without coverage in the objective a ceiling has more than one best split.
    """
    if plan.whole:
        from flessenhals.solver.sensitivity.whole.ladder import whole_ladder  # noqa: PLC0415 - few plans need it

        return whole_ladder(plan)
    return ladders.ladder(plan)


def bottlenecks(
    plan: Plan,
    ceiling: Number,
    *,
    line: str | None = None,
    within: Number | None = None,
    everything: bool = False,
) -> binding.Bottlenecks | WholeBottlenecks:
    """Find what binds at a ceiling, what it costs on both sides, and what relief it would give.

    Args:
        plan: from `load`, or put together by hand.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0.
        line: the id of a line, to find why it gets no more and who would pay if it did.
        within: the share of value and lowest coverage that may be given up, `"1%"` or 0.01, to find how far each line
            can move then.
        everything: with years, whether what binds without a price, ratios and the ranges of weights are asked too.

    Returns:
        Of a plan with amounts that cannot be split a WholeBottlenecks: what the next euros buy, and what one unit more
        or less of a line does to the others. Else a Bottlenecks:
        `allocation`, `found` (per binding constraint its price on both sides with their ranges, its
        relief per unit and the split without it), `ratios` (what each ratio does, and where answer and bottleneck
        change), `chain` (what a euro on each line drags along), `weights` (how far each weight can move while the split
        stays as it is), `line` and `room` where they were asked; `frame()`, `ratio_frame()`, `chain_frame()`,
        `weight_frame()`, `line.frame()`, `room.frame()` and `to_dict()`.

    Raises:
        InfeasibleError: proved: nothing fits within the ceiling.
        NotProvedError: an answer did not hold up in exact arithmetic.
        InputError: the ceiling is not a number of 0 or more, the line is none of the plan's, or the share is none.
    """
    if line is not None:
        known_line(plan, line)
    share = None if within is None else share_of(within, "within")
    total = ceiling_of(plan, ceiling)
    if plan.whole and share is None:
        from flessenhals.solver.sensitivity.whole.bottlenecks import whole_bottlenecks  # noqa: PLC0415 - few plans

        return whole_bottlenecks(plan, total, line=line)
    return binding.bottlenecks(plan, total, line=line, within=share, everything=everything)


def brief(  # noqa: PLR0913 - as many wishes as the command knows
    plan: Plan | Sequence[Plan],
    ceiling: Number | Mapping[int, Number],
    *,
    language: Language = "en",
    proposal: Given | list[Given] | None = None,
    sheet: str | None = None,
    missing: Missing = "error",
    step: Number | None = None,
    scenarios: Sequence[Plan] = (),
    samples: int = 0,
) -> Briefing:
    """Work out a briefing on one ceiling that one can send.

    Args:
        plan: from `load`; or several readings of it: the briefing is about the first, its page switches to the others.
        ceiling: the total that may be spent, in the plan's unit, ≥ 0; with years also a path by its name or by year.
        language: of every text and number.
        proposal: what to hold the split against, as in `compare`; a list of them side by side, the first of them in the
            table of measures; None for what the lines ask.
        sheet: the sheet of a workbook with more than one.
        missing: `zero` counts what has no amount in the proposal as nothing; else that is an error.
        step: what printed amounts are rounded to, in the plan's unit, above 0; None for a tenth, and for whole euros
            where that is the unit.
        scenarios: other readings, to set beside the answer at the same ceiling.
        samples: how many draws to make of what the plan calls uncertain; none for 0.

    Returns:
        A Briefing: `run` (all that was worked out), `document` (the same in words), and `written(format)`, the bytes of
        a file: `html`, `md`, `xlsx`, `docx`, `odt` or `pdf`.

    Raises:
        InfeasibleError, NotProvedError, InputError: as `allocate`.
        NotRoundedError: no split in whole steps keeps every rule.
    """
    from flessenhals.briefing.briefing import Briefing  # noqa: PLC0415 - it brings in half of everything
    from flessenhals.briefing.text.units import usual_step  # noqa: PLC0415
    from flessenhals.provenance import provenance  # noqa: PLC0415
    from flessenhals.study import Wishes, study  # noqa: PLC0415

    plans = [plan] if isinstance(plan, Plan) else list(plan)
    held = proposal if isinstance(proposal, list) else [] if proposal is None else [proposal]
    given = [as_proposal(plans[0], each, sheet=sheet, missing=missing) for each in held]
    rounding = step_of(usual_step(plans[0].unit) if step is None else step, "step")
    wishes = Wishes(given, rounding, scenarios, samples)
    return Briefing(study(plans, ceiling_of(plans[0], ceiling), provenance((), ()), wishes), language)


def diff(
    before: tuple[Plan, Number | Mapping[int, Number]], after: tuple[Plan, Number | Mapping[int, Number]]
) -> differences.Difference:
    """Explain why an answer changed: how much of the difference each changed input accounts for, exactly.

    Args:
        before: a plan and its ceiling, in the plan's unit: `(fh.load(), 300)`; with years also a path by its name or by
            year.
        after: the same for the other side: `(fh.load(scenario="strict"), 400)`.

    Returns:
        A Difference: `causes` (each with its effect on `total`, `lowest_coverage` and `lines`; they add up exactly),
        `before` and `after` (the Allocations), `method`, `frame()` and `to_dict()`.

    Raises:
        InfeasibleError: proved: nothing fits before, or after.
        NotProvedError: a split could not be proved.
        InputError: a ceiling is not a number of 0 or more.
    """
    return differences.difference(*both_of(before, after))


def reconcile(plan: Plan) -> reconciliation.Reconciliation:
    """Hold a plan against itself: its totals, the rules that its own proposal breaks, and what is odd about it.

    Args:
        plan: from `load`, or put together by hand.

    Raises:
        NotProvedError: if a finding could not be proved.
    """
    return reconciliation.reconcile(plan)
