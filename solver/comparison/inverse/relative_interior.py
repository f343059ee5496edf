"""Weights well inside the cone of those under which a split is a best one, and why some lines count in none."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.ceiling import shifts
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.cone import Cone, cone
from flessenhals.solver.optimum.standing import standings
from flessenhals.solver.program.linear_program import Interval, LinearProgram, splits
from flessenhals.solver.program.prove import prove_solvable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.constraints.ceiling import Ceiling
    from flessenhals.solver.optimum.standing import Standing
    from flessenhals.solver.plan.plan import Line, Plan
    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


def cone_at(plan: Plan, ceiling: Ceiling, amounts: Mapping[str, Fraction]) -> Cone:
    """The weights under which a split of a plan maximises the weighted total; its own weights play no part.

    Args:
        plan: the lines and rules.
        ceiling: the total that may be spent, in the plan's unit.
        amounts: line id → what it is given, in the plan's unit; a split that keeps every constraint. With what is
            shifted between years, where something may be.
    """
    free = [*(line.id for line in plan.lines if line.lower < line.upper), *shifts(ceiling)]
    unmoved = [Row(own(moved), "shift", {moved: ONE}, ">=", ZERO) for moved in shifts(ceiling) if not amounts[moved]]
    return cone(free, [*unmoved, *(each.row for each in standings(plan, ceiling, amounts) if each.binding)])


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


def inside(found: Cone, lines: Sequence[Line], engine: Engine) -> Inside:
    """Weights in the relative interior of a cone, and the lines that none of its weights lets count.

        maximise Σ t   subject to   the cone's conditions,   t_v ≤ v,   0 ≤ t_v ≤ 1   for every weight and multiplier v

    Weights may be multiplied by any number, so every t is 0 or 1 at the optimum, and 0 only where v is 0 in all of the
    cone. The duals of the conditions are then a way to raise every such line that breaks no rule and lowers no line
    (Farkas), and the optimum proves that no other line is one.

    Raises:
        NotProvedError: if the answer could not be proved.
    """
    names = {line.id: f"{line.id} weight" for line in lines}
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
