"""An exact simplex: slower than HiGHS, and without rounding. It takes over where a basis from HiGHS proves nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from flessenhals.solver.program.basis import Basis, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flessenhals.solver.program.linear_program import LinearProgram

ZERO = Fraction(0)
LONGEST = 100_000


def exact(program: LinearProgram, start: Basis | None = None) -> Basis | None:
    """The optimal basis of a linear program, found in rational arithmetic; None where no split keeps every row.

    The bounded primal simplex in dictionary form, with each row's activity as a variable of its own. Phase one lowers
    the sum of what is out of bounds; Bland's rule keeps both phases from cycling (Chvátal, Linear Programming, ch. 3
    and 8; Bland, Mathematics of Operations Research 2, 1977).

    Args:
        program: with an optimum if it has a feasible point, as every program over boxed lines has.
        start: a basis to begin from, usually one that was nearly right.

    Raises:
        ArithmeticError: if the objective grows without limit, or after 100,000 pivots.
    """
    tableau = _Tableau.of(program)
    if start is not None:
        tableau.move_to(start)
    for _ in range(LONGEST):
        gradient = tableau.gradient()
        if gradient is None:
            gradient, phase_one = tableau.reduce(tableau.objective), False
        else:
            phase_one = True
        entering = tableau.entering(gradient)
        if entering is None:
            return None if phase_one else tableau.basis(len(program.rows))
        tableau.step(*entering)
    raise ArithmeticError(f"no optimum after {LONGEST} pivots")


@dataclass
class _Tableau:
    """The dictionary: each basic variable as a linear form of the nonbasic ones.

    A variable is a label for a decision variable and a position for a row's activity.
    """

    order: dict[str | int, int]
    interval: dict[str | int, tuple[Fraction | None, Fraction | None]]
    objective: Mapping[str | int, Fraction]
    forms: dict[str | int, dict[str | int, Fraction]]
    value: dict[str | int, Fraction]
    upper: set[str | int] = field(default_factory=set)

    @classmethod
    def of(cls, program: LinearProgram) -> _Tableau:
        interval: dict[str | int, tuple[Fraction | None, Fraction | None]] = {
            label: (each.lower, each.upper) for label, each in program.variables.items()
        }
        start = {label: each.lower for label, each in program.variables.items()}
        value: dict[str | int, Fraction] = dict(start.items())
        forms: dict[str | int, dict[str | int, Fraction]] = {}
        for position, row in enumerate(program.rows):
            side = row.right_hand_side
            interval[position] = (None if row.sense == "<=" else side, None if row.sense == ">=" else side)
            forms[position] = dict(row.coefficients.items())
            value[position] = row.activity(start)
        return cls(
            order={name: place for place, name in enumerate(interval)},
            interval=interval,
            objective=dict(program.objective.items()),
            forms=forms,
            value=value,
        )

    def basis(self, rows: int) -> Basis:
        """The dictionary's basis in the words that every solver shares."""

        def status(label: str | int) -> Status:
            if label in self.forms:
                return "basic"
            return "upper" if label in self.upper else "lower"

        return Basis(
            variables={label: status(label) for label in self.order if isinstance(label, str)},
            tight=frozenset(position for position in range(rows) if position not in self.forms),
        )

    def move_to(self, start: Basis) -> None:
        """Pivot towards a given basis as far as its columns allow, and put the rest on its bounds."""
        wanted = [label for label, status in start.variables.items() if status == "basic"]
        leaving = sorted(start.tight)
        for label in wanted:
            row = next((each for each in leaving if each in self.forms and label in self.forms[each]), None)
            if row is not None:
                self.pivot(label, row)
        for name in self.order:
            if name not in self.forms:
                lower, upper = self.interval[name]
                high = upper is not None and (lower is None or start.variables.get(str(name)) == "upper")
                self.rest(name, at_upper=high)
        self.settle()

    def rest(self, name: str | int, *, at_upper: bool) -> None:
        """Put a nonbasic variable on one of its bounds."""
        lower, upper = self.interval[name]
        end = upper if at_upper else lower
        if end is None:
            raise ArithmeticError(f"{name} has no such bound")
        self.value[name] = end
        (self.upper.add if at_upper else self.upper.discard)(name)

    def settle(self) -> None:
        """Work out the basic variables from the nonbasic ones."""
        for basic, form in self.forms.items():
            self.value[basic] = sum((factor * self.value[name] for name, factor in form.items()), start=ZERO)

    def excess(self, name: str | int) -> int:
        """-1 below the lower bound, 1 above the upper one, 0 between them."""
        lower, upper = self.interval[name]
        if lower is not None and self.value[name] < lower:
            return -1
        return 1 if upper is not None and self.value[name] > upper else 0

    def gradient(self) -> dict[str | int, Fraction] | None:
        """What each nonbasic variable does to minus the sum of the violations; None where nothing is violated."""
        total: dict[str | int, Fraction] = {}
        feasible = True
        for basic, form in self.forms.items():
            side = self.excess(basic)
            if side:
                feasible = False
                for name, factor in form.items():
                    total[name] = total.get(name, ZERO) - side * factor
        return None if feasible else total

    def reduce(self, objective: Mapping[str | int, Fraction]) -> dict[str | int, Fraction]:
        """The objective as a form of the nonbasic variables: their reduced costs."""
        total: dict[str | int, Fraction] = {}
        for name, weight in objective.items():
            for part, factor in self.forms.get(name, {name: Fraction(1)}).items():
                total[part] = total.get(part, ZERO) + weight * factor
        return total

    def entering(self, gradient: Mapping[str | int, Fraction]) -> tuple[str | int, int] | None:
        """The first nonbasic variable, in a fixed order, that improves by moving, and its direction (Bland)."""
        for name in sorted((name for name, slope in gradient.items() if slope), key=self.order.__getitem__):
            lower, upper = self.interval[name]
            direction = 1 if gradient[name] > 0 else -1
            end = upper if direction > 0 else lower
            if end is None or self.value[name] != end:
                return name, direction
        return None

    def step(self, entering: str | int, direction: int) -> None:
        """Move a nonbasic variable until it or a basic one meets a bound, and pivot if it is a basic one."""
        lower, upper = self.interval[entering]
        shortest = None if lower is None or upper is None else upper - lower
        leaving: str | int | None = None
        leaves_at_upper = False
        for basic, form in self.forms.items():
            rate = direction * form.get(entering, ZERO)
            if not rate:
                continue
            end = self.stop(basic, rising=rate > 0)
            if end is None:
                continue
            length = (end - self.value[basic]) / rate
            first = leaving is None or self.order[basic] < self.order[leaving]
            if shortest is None or length < shortest or (length == shortest and first):
                shortest, leaving = length, basic
                leaves_at_upper = end == self.interval[basic][1]
        if shortest is None:
            raise ArithmeticError("the objective grows without limit")

        for basic, form in self.forms.items():
            self.value[basic] += shortest * direction * form.get(entering, ZERO)
        self.value[entering] += shortest * direction
        if leaving is None:
            (self.upper.add if direction > 0 else self.upper.discard)(entering)
            return
        self.pivot(entering, leaving)
        (self.upper.add if leaves_at_upper else self.upper.discard)(leaving)

    def stop(self, basic: str | int, *, rising: bool) -> Fraction | None:
        """The bound that a moving basic variable must not pass: one outside its bounds may come in, not go through."""
        lower, upper = self.interval[basic]
        side = self.excess(basic)
        if rising:
            return lower if side < 0 else upper if side == 0 else None
        return upper if side > 0 else lower if side == 0 else None

    def pivot(self, entering: str | int, leaving: str | int) -> None:
        """Swap a nonbasic and a basic variable in the dictionary."""
        form = self.forms.pop(leaving)
        factor = form.pop(entering)
        form = {name: -value / factor for name, value in form.items()}
        form[leaving] = 1 / factor
        for other in self.forms.values():
            share = other.pop(entering, None)
            if share is None:
                continue
            for name, value in form.items():
                total = other.get(name, ZERO) + share * value
                if total:
                    other[name] = total
                else:
                    other.pop(name, None)
        self.forms[entering] = form
        self.upper.discard(entering)
