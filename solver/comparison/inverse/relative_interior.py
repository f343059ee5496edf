"""Under which weights a split is a best one: the conditions of linear programming, with the weights as the unknowns."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.ceiling import shifts
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.standing import standings
from flessenhals.solver.program.linear_program import Interval, LinearProgram, splits
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.standing import Standing
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


class Cone(NamedTuple):
    """All weights under which a split maximises the weighted total.

        w_l = Σ_r dual_r · a_rl + held_l      for every line l that has any room between its minimum and maximum

    with a dual only on rules (and the ceiling) without slack, of the sign that their sense asks, and `held` ≥ 0 for a
    line at its maximum, ≤ 0 for one at its minimum, 0 in between: the Karush-Kuhn-Tucker conditions, which for a linear
    program are both necessary and sufficient. Every multiple of such weights, and every sum of two, is one of them too.

    Attributes:
        lines: those of the plan, in its order.
        multipliers: the labels of the duals and of what holds lines, all ≥ 0.
        terms: line id → multiplier → its coefficient in `weight = Σ coefficient · multiplier`; a line whose minimum is
            its maximum has no entry, because any weight will do for it. What is shifted between years has entries too,
            and no weight: there the sum is 0.
    """

    lines: tuple[Line, ...]
    multipliers: tuple[str, ...]
    terms: Mapping[str, Mapping[str, Fraction]]

    def conditions(self, weights: Mapping[str, Mapping[str, Fraction]], fixed: Mapping[str, Fraction]) -> list[Row]:
        """The conditions as rows over the multipliers and whatever the weights are written in.

        Args:
            weights: line id → variable → coefficient; the part of its weight that may be chosen.
            fixed: line id → the part that may not.
        """
        rows = []
        for line, terms in self.terms.items():
            left = dict(weights.get(line, {}))
            for multiplier, coefficient in terms.items():
                left[multiplier] = -coefficient
            rows.append(Row(own(f"{line} optimality"), "optimality", left, "==", -fixed.get(line, ZERO)))
        return rows

    def variables(self) -> dict[str, Interval]:
        """The multipliers as variables of a program."""
        return dict.fromkeys(self.multipliers, Interval())


def cone(plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction]) -> Cone:
    """The weights under which a split maximises the weighted total.

    Args:
        plan: the lines and rules; its own weights play no part.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: line id → what it is given, in the plan's unit; a split that keeps every constraint. With what is
            shifted between years, where something may be.
    """
    terms: dict[str, dict[str, Fraction]] = {line.id: {} for line in plan.lines if line.lower < line.upper}
    multipliers = []
    for moved in shifts(ceiling):
        terms[moved] = {}
        if not amounts[moved]:
            multipliers.append(f"{moved} multiplier")
            terms[moved][multipliers[-1]] = -ONE
    for each in standings(plan, ceiling, amounts):
        if not each.binding:
            continue
        label = f"{each.row.label} multiplier"
        sign = ONE if each.row.sense == "<=" else -ONE
        held = {line: sign * factor for line, factor in each.row.coefficients.items() if line in terms}
        if held:
            multipliers.append(label)
        for line, factor in held.items():
            terms[line][label] = factor
    return Cone(plan.lines, tuple(multipliers), terms)


class Inside(NamedTuple):
    """Weights well inside a cone: as many lines count, and as many constraints have a price, as in any weights at all.

    Attributes:
        weights: line id → weight, a pure number ≥ 0.
        worthless: the lines that count for nothing under all weights of the cone.
        raise_by: line id → by how much a split gives it more, in the plan's unit and without zeros, that keeps what
            binds and gives no line less: why the worthless are worthless. Empty where every line can count.
        program, certificate: what was asked, and its proof.
    """

    weights: Mapping[str, Fraction]
    worthless: tuple[str, ...]
    raise_by: Mapping[str, Fraction]
    program: LinearProgram
    certificate: Certificate


def inside(found: Cone, engine: Engine) -> Inside:
    """Weights in the relative interior of a cone, and the lines that none of its weights lets count.

        maximise Σ t   subject to   the cone's conditions,   t_v ≤ v,   0 ≤ t_v ≤ 1   for every weight and multiplier v

    Weights may be multiplied by any number, so every t is 0 or 1 at the optimum, and 0 only where v is 0 in all of the
    cone. The duals of the conditions are then a way to raise every such line that breaks no rule and lowers no line
    (Farkas), and the optimum proves that no other line is one.

    Raises:
        NotProvedError: if the answer could not be proved.
    """
    names = {line.id: f"{line.id} weight" for line in found.lines}
    labels = [*names.values(), *found.multipliers]
    program = LinearProgram(
        name="inside",
        variables={
            **dict.fromkeys(labels, Interval()),
            **{f"{label} counts": Interval(upper=ONE) for label in labels},
        },
        rows=(
            *found.conditions({line: {name: ONE} for line, name in names.items()}, {}),
            *(
                Row(own(f"{label} counts"), "counts", {f"{label} counts": ONE, label: -ONE}, "<=", ZERO)
                for label in labels
            ),
        ),
        objective={f"{label} counts": ONE for label in labels},
    )
    certificate = prove_solvable(program, engine)
    up = zip(found.terms, certificate.dual, strict=False)  # the conditions are the first rows
    return Inside(
        weights={line: certificate.point[name] for line, name in names.items()},
        worthless=tuple(line for line, name in names.items() if not certificate.point[f"{name} counts"]),
        raise_by={label: by for label, by in up if by},
        program=program,
        certificate=certificate,
    )


def raised(
    plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction], by: Mapping[str, Fraction], engine: Engine
) -> tuple[LinearProgram, Certificate]:
    """A split moved in one direction as far as every constraint allows, and from there to the largest total.

    Args:
        plan: the lines and rules that the split has to keep.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: where it begins, with what is shifted between years.
        by: line id → what each step gives it more, ≥ 0, and what each step shifts; some constraint has to end it.
        engine: who is asked first.

    Returns:
        What was asked, and its proof: its point gives no line less than the end of the direction.
    """
    ends = [each.slack / rate for each in standings(plan, ceiling, amounts) if (rate := _used(each, by)) > 0]
    ends += [amounts[moved] / -by[moved] for moved in shifts(ceiling) if by.get(moved, ZERO) < 0]
    far = min(ends)
    given = {line.id: amounts[line.id] for line in plan.lines}
    program = splits(plan, ceiling).asking("total", dict.fromkeys(given, ONE))
    for line, amount in given.items():
        program = program.adding(line, program.variables[line]._replace(lower=amount + far * by.get(line, ZERO)))
    return program, prove_solvable(program, engine)


def _used(standing: Standing, by: Mapping[str, Fraction]) -> Fraction:
    """How much of its room a step in a direction uses up."""
    parts = (factor * by[line] for line, factor in standing.row.coefficients.items() if line in by)
    rise = sum(parts, start=ZERO)
    return rise if standing.row.sense == "<=" else -rise
