"""What one more euro on a line costs with everything that it drags along through the chain rules."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.solver.infeasible.irreducible import shortage
from flessenhals.solver.plan.message import told
from flessenhals.solver.program.errors import NoOptimumError, NotProvedError
from flessenhals.solver.program.highs import highs
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import prove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flessenhals.constraints.constraint import Constraint
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class ChainPrice:
    """The least money that one more euro on a line asks in all, where every rule is filled to the brim already.

    Attributes:
        line: the line's id.
        total: that money, with the euro itself, in the plan's unit; None where no money is enough: the rules then ask
            more for each euro than it brings.
        parts: line id → its part; without zeros. Of several ways that cost the same, one that uses the plan's earlier
            lines.
    """

    line: str
    total: Fraction | None
    parts: Mapping[str, Fraction]

    def record(self) -> dict[str, Any]:
        """The price as plain data."""
        return {"id": self.line, "total": self.total, "parts": self.parts}


def chain_prices(plan: Plan, engine: Engine = highs) -> tuple[ChainPrice, ...]:
    """The chain-inclusive price of every line, in the plan's order, each proved.

        minimise Σ y   subject to   y(line) ≥ 1,   y ≥ 0,   Σ downstream y ≥ at_least · Σ upstream y   for every rule

    Lines that the same rules count alike have the same price.

    Args:
        plan: the lines and chain rules; levels and `at_most` drag nothing along.
        engine: who is asked first.

    Raises:
        NotProvedError: if a price could not be proved.
    """
    return tuple(_prices(plan, engine))


def _prices(plan: Plan, engine: Engine) -> Iterator[ChainPrice]:
    rules = [link.row._replace(right_hand_side=ZERO) for link in plan.chain_links]
    asked_for: dict[str, dict[Constraint, Fraction]] = {line.id: {} for line in plan.lines}
    for rule in rules:
        for line, coefficient in rule.coefficients.items():
            asked_for[line][rule.id] = coefficient
    known: dict[frozenset[tuple[Constraint, Fraction]], ChainPrice] = {}
    for line, counted in asked_for.items():
        if all(coefficient > 0 for coefficient in counted.values()):
            yield ChainPrice(line, ONE, {line: ONE})
            continue
        alike = frozenset(counted.items())
        if alike not in known:
            known[alike] = _price(line, rules, list(asked_for), engine)
        price = known[alike]
        swapped = {price.line: line, line: price.line}
        parts = {swapped.get(each, each): part for each, part in price.parts.items()}
        yield ChainPrice(line, price.total, {each: parts[each] for each in asked_for if each in parts})


def _price(line: str, rules: list[Row], lines: list[str], engine: Engine) -> ChainPrice:
    variables = {**dict.fromkeys(lines, Interval()), line: Interval(ONE)}
    program = LinearProgram("chain price", variables, tuple(rules), dict.fromkeys(lines, -ONE))
    try:
        total = -prove(program, engine).optimum
    except NoOptimumError as error:
        euro = Row(own("one euro"), "minimum", {line: ONE}, ">=", ONE)
        if shortage([euro, *rules], engine).optimum == 0:
            raise NotProvedError(told("the chain-inclusive price of {line} could not be proved", line=line)) from error
        return ChainPrice(line, None, {})
    spent = Row(own("total"), "stage", dict.fromkeys(lines, ONE), "<=", total)
    late = {each: Fraction(-place) for place, each in enumerate(lines)}
    point = prove(program.keeping([spent]).asking("earlier lines", late), engine).point
    return ChainPrice(line, total, {each: point[each] for each in lines if point[each]})
